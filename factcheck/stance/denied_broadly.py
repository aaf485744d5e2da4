"""Denials of less than a claim tells: who "did not resign" did not resign over the failure either.

To say that a claim holds, a sentence must tell all of it. To deny it, a part will do, where nothing that the claim does not
tell stands with the negated verb.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.language.cues import is_stop
from factcheck.language.tokens import Kind
from factcheck.matching.alignment import SAME_WORD, SPOKEN, Fill, align, candidates_for, share
from factcheck.matching.annotation import Annotation
from factcheck.matching.context import Context
from factcheck.matching.questions import QuestionModel, Template
from factcheck.matching.weak_words import is_generic
from factcheck.model import Stance, Step
from factcheck.stance.assertion import turned, weakening
from factcheck.stance.findings import Finding
from factcheck.stance.main_word import main_slot
from factcheck.stance.requirements import obstacle

# The negated verb and so many pieces of the claim in all must stand in the sentence; more where the denial says the rival.
_TOLD = 2
_TOLD_YESNO = 3


def deny_broadly(model: QuestionModel, annotation: Annotation, sentence: int, context: Context) -> list[Finding]:
    """Return the denials of claims whose verb a sentence negates with no more than a part of what the claims tell.

    Args:
        model: The question; words decide it, and the sentence says nothing else on it.
        annotation: The sentence.
        sentence: Its index.
        context: What it may borrow.
    """
    best: dict[int, Finding] = {}
    for template in model.templates_for(annotation.features) if annotation.scopes.turns else ():
        claim = template.wording.claim
        for place in _heads(template, annotation):
            finding = _denial(model, template, annotation, sentence, context, place)
            if finding is not None and (claim not in best or finding.score > best[claim].score):
                best[claim] = finding
    if not model.yesno:
        return list(best.values())
    step = Step("polarity", "denies the rival")
    sides = [(claim, (f, f.turned_into(Stance.SUPPORTS, step, claim=1 - claim))) for claim, f in best.items()]
    return [side for _, both in sides for side in both] if len(sides) == 1 else []


def _heads(template: Template, annotation: Annotation) -> Iterator[int]:
    """Yield the tokens that say the claim's main word, or any of its predicates where none is known, and that are negated."""
    main = main_slot(template.wording)
    for slot in template.slots:
        if not slot.is_predicate() or slot.is_topic or slot.is_title or slot.negated or (main is not None and slot.place != main.place):
            continue
        for index, alike, opposite in candidates_for(slot, annotation):
            first = annotation.terms[index].first
            if alike >= SAME_WORD and not opposite and turned(annotation, first) and not annotation.scopes.adjectival[first]:
                yield first


def _denial(
    model: QuestionModel, template: Template, annotation: Annotation, sentence: int, context: Context, place: int
) -> Finding | None:
    fills = align(template.slots, annotation, place, context, closed=template.closed, opposites=template.polar)
    said = [
        f for f in fills if f.term is not None and f.credit >= SPOKEN and (f.slot.is_name or annotation.apart(f.term.first, place) == 0)
    ]
    telling = [f for f in said if f.slot.is_name or f.slot.is_predicate()]
    if (
        len(telling) < (_TOLD_YESNO if model.yesno else _TOLD)
        or not any(f.term.first == place for f in said if f.term is not None)
        or any(f.turned for f in said)
        or _tells_more(annotation, said, place)
        or obstacle(template, fills, annotation, place, in_part=True, broadly=True) is not None
        or weakening(annotation, template.wording, fills, place)[0] is not None
    ):
        return None
    told = [f for f in fills if f in said or f.slot.is_name]
    steps = (Step("match", "wording", template.wording.text), Step("negation", "negated", annotation.tokens[place].text))
    return Finding(template.wording.claim, sentence, Stance.DENIES, share(told), 0.0, place, None, tuple(fills), steps=steps)


def _tells_more(annotation: Annotation, said: Sequence[Fill], place: int) -> bool:
    """Return whether a word that is none of the claim's stands in the negated clause: did not resign from the choir."""
    own = {i for f in said if f.term is not None for i in range(f.term.first, f.term.last)}
    cued = {i for f in annotation.cues for i in range(f.first, f.last)}
    words = [t.first for t in annotation.terms if annotation.tokens[t.first].kind is Kind.WORD and t.first not in own | cued]
    return any(
        turned(annotation, i)
        and annotation.apart(i, place) == 0
        and not is_generic(annotation.tokens[i].norm, annotation.language)
        and not is_stop(annotation.tokens[i].word, annotation.language)
        for i in words
    )
