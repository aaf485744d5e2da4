"""Rivals that one sentence sets against each other: "42 million changed hands, not the 38 million bandied about".

Who holds one answer against another answers the question, however few words the sentence has for the event: that two of the
catalogue's own answers meet in one sentence, and one of them is set aside, is seldom by chance.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.cues import Cue
from factcheck.language.value_words import first, phrases
from factcheck.language.values import Value
from factcheck.matching.alignment import mass
from factcheck.matching.annotation import Annotation
from factcheck.matching.context import Context
from factcheck.matching.questions import QuestionModel
from factcheck.matching.ways import WITH_UNIT
from factcheck.model import Stance, Step
from factcheck.stance.assertion import weakening
from factcheck.stance.event_told import Event, event_of
from factcheck.stance.figure_denied import figure_called_false, verdict_before
from factcheck.stance.findings import Finding
from factcheck.stance.set_aside import setting_aside
from factcheck.stance.value_company import has_a_subject, listed_values, starting_points

# So many clauses behind a figure stands what says that others gave it.
_TO_REPORTED = 2
# Cues of a clause that tells what was before.
_BEFORE = (Cue.EARLIER_TIME, Cue.SUPERSEDED)


def contrast_values(
    model: QuestionModel, annotation: Annotation, sentence: int, context: Context, told: Sequence[Finding]
) -> list[Finding]:
    """Return what a sentence says of claims by setting the value of one against that of another.

    What is set aside is denied, and what is of the past is neither; what they are held against is supported, if it is one value.

    Args:
        model: The question; a value decides it.
        annotation: The sentence.
        sentence: Its index.
        context: What it may borrow.
        told: What the sentence is found to say of claims already.
    """
    findings = _held_against(model, annotation, sentence, context, {f.claim for f in told})
    spoken = {f.claim for f in (*told, *findings)}
    return [*findings, *_denied_as_reported(model, annotation, sentence, context, spoken)]


def _held_against(model: QuestionModel, annotation: Annotation, sentence: int, context: Context, known: set[int | None]) -> list[Finding]:
    values = [(claim, v, _falsified(annotation, v)) for claim, v in listed_values(model, annotation)]
    past = starting_points(annotation)
    gone = {v.first for _, v, words in values if words is None and (v in past or _is_past(annotation, v))}
    kept = [(claim, v) for claim, v, words in values if words is None and v.first not in gone]
    left = {claim for claim, v, words in values if words is not None or v.first in gone}
    if len({claim for claim, _ in kept}) != 1 or not left or kept[0][0] in left:
        return []
    if any(has_a_subject(annotation, v, kept[0][1]) for _, v, words in values if words is not None and v.last <= kept[0][1].first):
        return []
    denied = any(words is not None for *_, words in values)
    # The index passes over a sentence that denies nothing, has no unit to its values and no word for the event.
    near = not denied and model.value_kind not in WITH_UNIT
    found: dict[int, Finding] = {}
    for claim, value, words in values:
        if claim in known or claim in found or value.first in gone or annotation.scopes.asked[value.first]:
            continue
        event = event_of(model, annotation, value, context, near=near)
        weak = words is None and (annotation.scopes.possible[value.first] or (event and not denied and _is_weak(annotation, event, value)))
        if event is not None and not weak:
            found[claim] = _finding(annotation, sentence, claim, value, event, contrast_step(words))
    return list(found.values())


def is_set_aside(annotation: Annotation, value: Value) -> bool:
    """Return whether a sentence negates a value, sets it aside, calls it false or says that it was so before."""
    return _falsified(annotation, value) is not None or _is_past(annotation, value)


def _falsified(annotation: Annotation, value: Value) -> str | None:
    """Return the words that set a value aside, negate it or call it false, or None."""
    return (
        setting_aside(annotation, value.first)
        or _negator(annotation, value)
        or figure_called_false(annotation, value, named=False)
        or verdict_before(annotation, value)
    )


def _negator(annotation: Annotation, value: Value) -> str | None:
    """Return the value as printed where it is negated or denied, or None."""
    scopes, i = annotation.scopes, value.first
    negated = scopes.negated[i] ^ scopes.denied[i] and not scopes.failed[i]
    return " ".join(t.text for t in annotation.tokens[i : value.last]) if negated else None


def _is_past(annotation: Annotation, value: Value) -> bool:
    """Return whether a value is one that was replaced, or stands in a clause that tells of an earlier time."""
    before = any(f.payload in _BEFORE and annotation.apart(f.first, value.first) == 0 for f in annotation.cues)
    return before or annotation.scopes.superseded[value.first]


def _is_weak(annotation: Annotation, event: Event, value: Value) -> bool:
    return weakening(annotation, event.template.wording, event.fills, value.first)[0] is not None


def _denied_as_reported(
    model: QuestionModel, annotation: Annotation, sentence: int, context: Context, spoken: set[int | None]
) -> list[Finding]:
    """Return the denials of values that a sentence negates and says that others gave: the truce was not of 60 days, as was written."""
    reported = phrases(annotation.language, "as_reported")
    findings = []
    for claim, value in listed_values(model, annotation):
        words = None if claim in spoken else _falsified(annotation, value)
        behind = range(value.last, len(annotation.tokens))
        if words is None or not any(
            first(reported, annotation.tokens, i) is not None and annotation.apart(i, value.first) <= _TO_REPORTED for i in behind
        ):
            continue
        event = event_of(model, annotation, value, context, near=False)
        if event is not None:
            findings.append(_finding(annotation, sentence, claim, value, event, Step("negation", "rejected", words)))
            spoken.add(claim)
    return findings


def _finding(annotation: Annotation, sentence: int, claim: int, value: Value, event: Event, step: Step) -> Finding:
    printed = " ".join(t.text for t in annotation.tokens[value.first : value.last])
    steps = (Step("match", "wording", event.template.wording.text), Step("value", "equal", printed), step)
    stance = Stance.DENIES if step.name == "negation" else Stance.SUPPORTS
    return Finding(claim, sentence, stance, event.told, mass(event.fills), value.first, value, tuple(event.fills), steps=steps)


def contrast_step(aside: str | None) -> Step:
    """Return the step of what is set aside by these words, or of what others are set aside for."""
    return Step("rivals", "contrasted") if aside is None else Step("negation", "set aside", aside)
