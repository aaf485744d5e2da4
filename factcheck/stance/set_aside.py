"""What a sentence sets aside for a rival that it puts in its place: "705 kilometres, and not 830", "the rebels, not the army".

Both answers stand in one sentence, so that it need not tell the event once more for the one that it sets aside.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.language.cues import Cue, is_stop
from factcheck.language.tokens import Kind
from factcheck.language.values import Value
from factcheck.matching.alignment import align, candidates_for, share
from factcheck.matching.annotation import Annotation
from factcheck.matching.context import Context
from factcheck.matching.questions import QuestionModel, Template
from factcheck.matching.ways import OWN_WORDS
from factcheck.matching.wordings import Slot
from factcheck.model import Stance, Step
from factcheck.stance.assertion import turned, weakening
from factcheck.stance.findings import Finding

# How many function words may stand between the negator and what it sets aside: "and not in the".
_TO_IT = 3
# So many clauses may lie between what holds and what is set aside: "not, as first announced, to Poland".
_CLAUSES = 3
# The rivals' own words must be there, and the event must be what the words around speak of.
_EVENT = 0.2
_LAST_DAY = 31
_LONGEST_ASIDE = 10


def setting_aside(annotation: Annotation, token: int) -> str | None:
    """Return the words that set aside what begins at token `token` ("not", "et non"), as printed, or None."""
    for found in annotation.cues:
        between = annotation.tokens[_past_aside(annotation, found.last) : token]
        if (
            found.payload == Cue.SET_ASIDE
            and 0 <= token - _past_aside(annotation, found.last) <= _TO_IT
            and all(t.kind is Kind.WORD and is_stop(t.word, annotation.language) for t in between)
            and not any(f.payload in (Cue.EXCEPTIVE, Cue.TEMPORAL) and found.last <= f.first < token for f in annotation.cues)
            and not any(f.payload == Cue.NO_NEGATION and f.first < found.last and found.first < f.last for f in annotation.cues)
        ):
            return " ".join(t.text for t in annotation.tokens[found.first : found.last])
    return None


def _past_aside(annotation: Annotation, i: int) -> int:
    """Return the token behind an aside that begins at token `i`, or `i` where none does: "not, as police had it, at 132"."""
    tokens = annotation.tokens
    if i >= len(tokens) or tokens[i].norm != ",":
        return i
    return next((j + 1 for j in range(i + 1, min(i + _LONGEST_ASIDE, len(tokens))) if tokens[j].norm == ","), i)


def values_set_aside(annotation: Annotation, value: Value, fitting: Sequence[Value]) -> Iterator[Value]:
    """Yield the values that the sentence sets aside for one that is bound to the event; a bare day has the month of that one."""
    if turned(annotation, value.first):
        return
    for other in (*fitting, *_bare_days(annotation, value)):
        if (
            other is not value
            and other.kind == value.kind
            and annotation.apart(other.first, value.first) <= _CLAUSES
            and setting_aside(annotation, other.first) is not None
        ):
            yield other


def _bare_days(annotation: Annotation, date: Value) -> Iterator[Value]:
    """Yield the numbers after a date that leave out its month: "on 3 January, and not the 9th"."""
    if date.kind != "date" or date.day is None:
        return
    for value in annotation.values:
        amount = value.amount or Decimal(0)
        if value.kind in ("number", "ordinal") and value.noun is None and value.first >= date.last and 1 <= amount <= _LAST_DAY:
            yield replace(date, first=value.first, last=value.last, day=int(amount), weekday=None)


def deny_set_aside(model: QuestionModel, annotation: Annotation, sentence: int, context: Context, told: Sequence[Finding]) -> list[Finding]:
    """Return the denials of claims whose own words a sentence sets aside for those of a rival.

    Args:
        model: The question; words decide it.
        annotation: The sentence.
        sentence: Its index.
        context: What it may borrow.
        told: What the sentence is found to say already.
    """
    if model.yesno or not any(f.payload == Cue.SET_ASIDE for f in annotation.cues):
        return []
    denied = {f.claim for f in told if f.stance is Stance.DENIES}
    best: dict[int, Finding] = {}
    for template in model.templates:
        claim = template.wording.claim
        finding = None if claim in denied else _denial(model, template, annotation, sentence, context)
        if finding is not None and (claim not in best or finding.score > best[claim].score):
            best[claim] = finding
    return list(best.values())


def _denial(model: QuestionModel, template: Template, annotation: Annotation, sentence: int, context: Context) -> Finding | None:
    own = _own(template)
    aside = [(place, words) for place in _places(own, annotation) if (words := setting_aside(annotation, place)) is not None]
    if not aside or not all(template.discriminators.values()):
        return None
    place, words = aside[0]
    fills = align(template.slots, annotation, place, context, closed=template.closed)
    told = [f for f in fills if f.slot in own]
    core = [f for f in fills if f.slot.place not in template.closed]
    predicates = [f for f in core if f.slot.is_predicate()]
    taken = {i for f in told if f.term is not None for i in range(f.term.first, f.term.last)}
    if (
        share(told) < OWN_WORDS
        or any(annotation.apart(f.term.first, place) > 0 for f in told if f.term is not None)
        or not all(f.credit > 0.0 for f in core if f.slot.is_name and not f.slot.is_place)
        or not predicates
        or share(predicates) < _EVENT
        or not _rival_holds(model, template.wording.claim, annotation, place, taken)
        or weakening(annotation, template.wording, fills, place)[0] is not None
    ):
        return None
    steps = (Step("match", "wording", template.wording.text), Step("negation", "set aside", words))
    return Finding(template.wording.claim, sentence, Stance.DENIES, share(fills), 0.0, place, None, tuple(fills), steps=steps)


def _rival_holds(model: QuestionModel, claim: int, annotation: Annotation, place: int, taken: set[int]) -> bool:
    """Return whether the own words of a rival stand near token `place`, and are not set aside themselves; `taken` are the claim's."""
    for template in model.templates:
        slots = [s for s in template.discriminators.get(claim, ()) if not s.generic]
        if template.wording.claim == claim or not slots:
            continue
        rows = [[p for p in _places([slot], annotation) if p not in taken and annotation.apart(p, place) <= _CLAUSES] for slot in slots]
        if all(rows) and not any(setting_aside(annotation, p) for row in rows for p in row):
            return True
    return False


def _own(template: Template) -> list[Slot]:
    """Return the slots that set a claim apart, without those that say little."""
    return [s for s in template.decisive if not s.generic] if not any(template.polarity.values()) else []


def _places(slots: Sequence[Slot], annotation: Annotation) -> list[int]:
    """Return the first tokens of the terms that say the very thing of one of the slots, in text order."""
    found = {i for slot in slots for i, alike, turned_ in candidates_for(slot, annotation) if alike >= OWN_WORDS and not turned_}
    return sorted(annotation.terms[i].first for i in found)
