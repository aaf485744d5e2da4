"""Names of the claim that stand only in a clause which dates or describes another thing: won the prize of X, days after that of Y.

The verb of the claim is there and has another name beside it, in its own clause; the claim's comes behind, under a relative word or
one of time. Who is said to do it, or what it is done to, is the one beside the verb.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.cues import Cue, is_stop
from factcheck.language.knowledge import section
from factcheck.language.tokens import Kind
from factcheck.matching.alignment import SAME_WORD, Fill, candidates_for
from factcheck.matching.annotation import Annotation, Term
from factcheck.matching.questions import Template
from factcheck.model import Step
from factcheck.stance.main_word import main_slot
from factcheck.stance.namesakes import is_other_name

_LEADS = (Cue.RELATIVE, Cue.TEMPORAL)
# A verb that is less like the claim's than this is not the claim's.
_LIKE = 0.6


def another_beside_verb(template: Template, fills: Sequence[Fill], annotation: Annotation) -> Step | None:
    """Return the step that says so where a name of the claim stands only under another clause, and another name beside the verb.

    Args:
        template: The wording; without a verb that is told from its other words, nothing is said.
        fills: How its slots are filled.
        annotation: The sentence.
    """
    main = main_slot(template.wording)
    verb = next((f for f in fills if main is not None and f.slot.place == main.place and f.term is not None and f.credit >= _LIKE), None)
    if verb is None or verb.term is None:
        return None
    filled = {i for f in fills if f.term is not None for i in range(f.term.first, f.term.last)}
    # Of another word for it, what stands before may be anything: mourned the 47 whom it killed.
    own = any(feature.startswith("w:") for feature in verb.term.features.keys() & verb.slot.own)
    for fill in fills:
        if fill.term is None or not fill.slot.is_name or fill.slot.is_place or fill.slot.place == verb.slot.place:
            continue
        places = [annotation.terms[i].first for i, alike, _ in candidates_for(fill.slot, annotation) if alike >= SAME_WORD]
        if not all(_is_under_another(annotation, i, verb.term.first) for i in (fill.term.first, *places)):
            continue
        subject = own and fill.slot.place < verb.slot.place
        other = _beside(annotation, fill, fill.term, verb.term, filled, before=subject)
        if other is not None:
            return Step("names", "another's", annotation.tokens[other].text)
    return None


def _is_under_another(annotation: Annotation, token: int, verb: int) -> bool:
    """Return whether a token stands behind the verb's clause, in one that a relative word or one of time leads to."""
    number = annotation.clauses.number
    if token < verb or number[token] <= number[verb]:
        return False
    return any(f.payload in _LEADS and f.first < token and number[verb] < number[f.first] <= number[token] for f in annotation.cues)


def _beside(annotation: Annotation, fill: Fill, term: Term, verb: Term, filled: set[int], *, before: bool) -> int | None:
    """Return the token of another name in the verb's clause, or of the noun that the claim's name has beside it, or None."""
    tokens, number = annotation.tokens, annotation.clauses.number
    noun = term.first - 1
    while noun > 0 and (tokens[noun].norm == "'" or is_stop(tokens[noun].word, annotation.language)):
        noun -= 1
    behind = term.last if term.last < len(tokens) and not section(annotation.language or "", "adjectives_follow") else noun
    heads = {
        tokens[i].norm
        for i in (term.first, noun, behind)
        if tokens[i].kind is Kind.WORD and not is_stop(tokens[i].word, annotation.language)
    }
    for i in range(0 if before else verb.last, len(tokens)):
        if number[i] != number[verb.first] or tokens[i].kind is not Kind.WORD:
            continue
        if tokens[i].norm in heads and i not in (term.first, noun, behind):
            return i
        if i not in filled and is_other_name(annotation, fill.slot, i, whole=True):
            return i
    return None
