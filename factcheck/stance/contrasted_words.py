"""Own words of rivals that one sentence sets against each other: "it was the university, not the observatory, that gave warning".

Who holds one answer against another answers the question, with few words for the event: that the own words of two of the
catalogue's answers meet in one sentence, and one of them is set aside, is seldom by chance.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from factcheck.language.cues import is_stop
from factcheck.language.tokens import Kind
from factcheck.matching.alignment import Fill, share
from factcheck.matching.annotation import Annotation, Term
from factcheck.matching.context import Context
from factcheck.matching.flagging import NEGATORS
from factcheck.matching.questions import QuestionModel, Template
from factcheck.model import Stance, Step
from factcheck.stance.assertion import turned, weakening
from factcheck.stance.contrasted_values import contrast_step
from factcheck.stance.findings import Finding
from factcheck.stance.own_words import own_slots, own_words
from factcheck.stance.set_aside import setting_aside

# So many clauses may lie between the rivals' words.
_CLAUSES = 3
# And so much of the event's words must be said in the sentence or around it.
_EVENT = 0.2
# The negator of a word stands in its clause or in the one before.
_TO_NEGATOR = 1


class _Side(NamedTuple):
    """The own words of one claim in a sentence: the wording, its fills, the words that set it aside or None, and where it stands."""

    template: Template
    fills: list[Fill]
    aside: str | None
    place: int
    tokens: frozenset[int]


def contrast_words(model: QuestionModel, annotation: Annotation, sentence: int, context: Context, told: Sequence[Finding]) -> list[Finding]:
    """Return what a sentence says of claims by setting the own words of one against those of others: not the army but the rebels.

    Args:
        model: The question; words decide it.
        annotation: The sentence.
        sentence: Its index.
        context: What it may borrow.
        told: What the sentence is found to say of claims already.
    """
    if model.yesno:
        return []
    sides: dict[int, _Side] = {}
    for template in model.templates:
        side, claim = _side(template, annotation, context), template.wording.claim
        if side is not None and (claim not in sides or share(side.fills) > share(sides[claim].fills)):
            sides[claim] = side
    kept = _held(sides, annotation)
    if kept is None:
        return []
    spoken = {f.claim for f in told if f.stance is not Stance.MENTIONS}
    findings = []
    for claim, side in sides.items():
        wording = side.template.wording
        if claim in spoken or weakening(annotation, wording, side.fills, side.place)[0] is not None:
            continue
        words = ", ".join(s.text for s in own_slots(side.template))
        steps = (Step("match", "wording", wording.text), Step("words", "found", words), contrast_step(side.aside))
        stance = Stance.SUPPORTS if claim == kept else Stance.DENIES
        findings.append(Finding(claim, sentence, stance, share(side.fills), 0.0, side.place, None, tuple(side.fills), steps=steps))
    return findings


def _held(sides: Mapping[int, _Side], annotation: Annotation) -> int | None:
    """Return the one claim that all others which a sentence has words of are set aside for, or None."""
    kept = [claim for claim, side in sides.items() if side.aside is None]
    if len(kept) != 1 or len(sides) == 1:
        return None
    own = sides[kept[0]]
    others = [side for side in sides.values() if side is not own]
    if any(turned(annotation, i) for i in own.tokens):
        # "It is not true that it was A, and not B": A does not hold.
        return None
    apart = all(own.tokens.isdisjoint(o.tokens) and annotation.apart(own.place, o.place) <= _CLAUSES for o in others)
    return kept[0] if apart else None


def _side(template: Template, annotation: Annotation, context: Context) -> _Side | None:
    """Return the own words of a wording in a sentence: all of them in one clause, of an event that is spoken of; else None."""
    own = own_words(template, annotation, context)
    predicates = [f for f in own.core if f.slot.is_predicate()] if own is not None else []
    if own is None or not predicates or share(predicates) < _EVENT or not own.names_told():
        return None
    terms = own.terms()
    if any(annotation.apart(t.first, own.place) > 0 for t in terms):
        return None
    tokens = frozenset(i for t in terms for i in range(t.first, t.last))
    aside = next((words for i in sorted(tokens) if (words := setting_aside(annotation, i)) is not None), None)
    return _Side(template, own.fills, aside or _negation(annotation, terms, own.fills), own.place, tokens)


def _negation(annotation: Annotation, own: Sequence[Term], fills: Sequence[Fill]) -> str | None:
    """Return the negator of own words, as printed, where nothing but words for the event stands between the two; else None.

    What a denial reaches is often more than what is denied: he denied that they ran it and recalled who did.
    """
    scopes, tokens = annotation.scopes, annotation.tokens
    if not all(scopes.negated[t.first] and not (scopes.denied[t.first] or scopes.failed[t.first]) for t in own):
        return None
    told = {i for f in fills if f.term is not None for i in range(f.term.first, f.term.last)}
    begin = min(t.first for t in own)
    for found in annotation.cues:
        if found.payload not in NEGATORS or found.last > begin or annotation.apart(found.first, begin) > _TO_NEGATOR:
            continue
        between = range(found.last, begin)
        if all(i in told or tokens[i].kind is not Kind.WORD or is_stop(tokens[i].word, annotation.language) for i in between):
            return " ".join(t.text for t in tokens[found.first : found.last])
    return None
