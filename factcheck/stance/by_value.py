"""Questions decided by a value: which value of the sentence is bound to the event, and what it says.

For each value of the fitting kind, every wording of every rival is laid over the sentence with its own
value left open, as seen from that value. The value supports the claim that lists it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from factcheck.language.cues import Cue
from factcheck.language.relative_dates import told_back
from factcheck.language.tokens import Kind
from factcheck.language.values import Value, compare, near_to
from factcheck.matching.alignment import (
    Fill,
    align,
    best_case,
    heard_share,
    likeness,
    mass,
    own_share,
)
from factcheck.matching.annotation import Annotation
from factcheck.matching.context import Context
from factcheck.matching.questions import QuestionModel, Template
from factcheck.model import Stance, Step
from factcheck.stance.dated_by_publication import by_publication
from factcheck.stance.faintly_told import as_faint, faintly_told, told_by_day
from factcheck.stance.findings import Finding, Miss, Misses
from factcheck.stance.novelty import brought_in_anew
from factcheck.stance.other_voices import answers_too
from factcheck.stance.put_forward import put_forward
from factcheck.stance.set_aside import values_set_aside
from factcheck.stance.value_company import corrects, dressed, of_its_kind, starting_points, where_it_led
from factcheck.stance.value_factors import factors_for
from factcheck.stance.value_requirements import OWN_SHARE, unbound


class _Bar(NamedTuple):
    """What a value that no claim lists must reach: its score, the likeness of some predicate, and how many clauses away that may be."""

    score: float
    predicate: float
    clauses: int


# From trials on the tuning stories; a value that is only about so much is told more fully, one near a rival's less.
_UNLISTED = _Bar(0.85, 0.85, 0)
_ABOUT = _Bar(0.9, 0.85, 0)
_NEAR_LISTED = _Bar(0.6, 0.4, 2)
# A value weaker than this part of the best of its sentence is another event's.
_BELOW_BEST = 0.88
# "Last year 2,400 were cancelled" gives way to what the article says of now.
_ANOTHER_TIME = 0.85

# The score of a value that is bound to the event, the value, the wording that bound it, and how its slots are filled.
_Bound = tuple[float, Value, Template, list[Fill]]


def judge_values(
    model: QuestionModel, annotation: Annotation, sentence: int, context: Context, published: date | None, misses: Misses = None
) -> list[Finding]:
    """Return what the sentence says about the claims of a question that a value decides.

    Args:
        model: The question; `value_kind` is not None.
        annotation: The sentence.
        sentence: Its index.
        context: What it may borrow.
        published: Day on which the article was published, or None.
        misses: Where to note the values that were not bound to the event, and why; None to spare the work.
    """
    overtaken = starting_points(annotation)
    fitting = of_its_kind(model, [dressed(model, v) for v in annotation.values if v not in overtaken])
    fitting += of_its_kind(model, where_it_led(model, annotation))
    if model.value_kind == "date":
        fitting += told_back(annotation.tokens, annotation.values, annotation.language)
    rows: list[_Bound] = []
    for value in fitting:
        best = _best_template(model, annotation, sentence, value, fitting, context, misses)
        if best is not None:
            rows.append(best)
            # "Not in 1987 but in 1989": what corrects a value is said of the same event.
            rows += [(best[0], other, *best[2:]) for other in fitting if other is not value and corrects(annotation, value, other)]
            # "In 2021, not in 2019": what is set aside for a value is said of the same event.
            rows += [(best[0], other, *best[2:]) for other in values_set_aside(annotation, value, fitting)]
            # "The police say 42,000, the organisers 38,000": another voice answers the same question.
            rows += [(best[0], other, *best[2:]) for other in fitting if answers_too(model, annotation, value, other, best[3])]
    if not rows:
        return _faint(model, annotation, sentence, published, fitting, context, misses)
    top = max(row[0] for row in rows)
    if any(row[0] < top * _BELOW_BEST for row in rows):
        # "Debts, which peaked at 66 million, are down to 54": what is only mentioned takes nothing from another value.
        top = max((row[0] for row in rows if not _only_mentioned(model, annotation, published, row)), default=top)
    findings = []
    for score, value, template, fills in rows:
        if score < top * _BELOW_BEST:
            if misses is not None:
                weaker = Step("value", "weaker", "another value of the sentence is bound better")
                misses.append(_miss(template, sentence, value, score, fills, weaker))
        else:
            finding = _decide(model, annotation, sentence, published, score, value, template, fills)
            if finding is not None:
                findings.append(finding)
            elif misses is not None:
                misses.append(_miss(template, sentence, value, score, fills, Step("value", "not put forward", _printed(annotation, value))))
    return findings


def _only_mentioned(model: QuestionModel, annotation: Annotation, published: date | None, row: _Bound) -> bool:
    """Return whether the sentence neither puts a bound value forward nor denies it."""
    return put_forward(model, annotation, published, *row[1:])[0] is Stance.MENTIONS


def _faint(
    model: QuestionModel,
    annotation: Annotation,
    sentence: int,
    published: date | None,
    fitting: list[Value],
    context: Context,
    misses: Misses,
) -> list[Finding]:
    """Return what a sentence supports that has a claim's very value, and too few words for the event to bind it."""
    findings: list[Finding] = []
    for value in fitting:
        best: Finding | None = None
        for template in _to_lay(model.templates, spare=misses is None):
            if not template.core:
                continue
            fills = align(template.core, annotation, value.first, context, factors_for(annotation, template, value, fitting))
            score = heard_share(fills)
            if (best is not None and score <= best.score) or not faintly_told(model, annotation, value, template, fills, context):
                continue
            finding = _decide(model, annotation, sentence, published, score, value, template, fills)
            if finding is not None and finding.stance is Stance.SUPPORTS:
                best = as_faint(finding)
        best = best or _by_day(model, annotation, sentence, published, value, context)
        findings += [best] if best is not None else []
    return findings


def _by_day(
    model: QuestionModel, annotation: Annotation, sentence: int, published: date | None, value: Value, context: Context
) -> Finding | None:
    """Return what a sentence supports whose "on Tuesday" or "six days ago" is a claim's very day, whatever its words for the event."""
    event = told_by_day(model, annotation, value, context)
    if event is None:
        return None
    finding = _decide(model, annotation, sentence, published, event.told, value, event.template, event.fills)
    if finding is None or finding.stance is not Stance.SUPPORTS or finding.claim is None or finding.steps[1].outcome != "equal":
        return None
    # Of a claim that gives but the month, any day of it would be the one.
    counted = value.offset is not None and value.offset.unit in ("month", "year")
    return as_faint(finding) if counted or any(own.day is not None for own in model.values[finding.claim]) else None


def _miss(template: Template, sentence: int, value: Value, score: float, fills: list[Fill], step: Step) -> Miss:
    return Miss(template.wording.claim, sentence, template.wording.text, score, tuple(fills), step, value)


def _printed(annotation: Annotation, value: Value) -> str:
    return " ".join(t.text for t in annotation.tokens[value.first : value.last])


def _best_template(
    model: QuestionModel,
    annotation: Annotation,
    sentence: int,
    value: Value,
    fitting: list[Value],
    context: Context,
    misses: Misses,
) -> _Bound | None:
    best: tuple[float, float, Value, Template, list[Fill]] | None = None
    for template in _to_lay(model.templates if misses is not None else model.templates_for(annotation.features), spare=misses is None):
        if not template.core or (misses is None and own_share(best_case(template.core, annotation, context)) < OWN_SHARE):
            continue
        factors = factors_for(annotation, template, value, fitting)
        fills = align(template.core, annotation, value.first, context, factors)
        score = heard_share(fills)
        if _in_clause_of(Cue.ANOTHER_TIME, annotation, value):
            score *= _ANOTHER_TIME
        stopped = unbound(model, annotation, value, template, fills, score) or brought_in_anew(
            template.wording, fills, annotation, context, described=True
        )
        if stopped is not None:
            if misses is not None:
                misses.append(_miss(template, sentence, value, score, fills, stopped))
            continue
        if best is None or (score, mass(fills)) > (best[0], best[1]):
            best = (score, mass(fills), value, template, fills)
    return None if best is None else (best[0], *best[2:])


def _to_lay(templates: Sequence[Template], *, spare: bool) -> Iterator[Template]:
    """Yield the wordings to lay over a sentence.

    The wordings of rivals are often the same but for the value, which is left open: where work is to be spared, one of them is as
    good as all.
    """
    laid: list[Template] = []
    for template in templates:
        if spare and any(_differ_in_value_only(template, other) for other in laid):
            continue
        laid.append(template)
        yield template


def _differ_in_value_only(one: Template, other: Template) -> bool:
    """Return whether two wordings are the same but for the figures of their values: left in 2018, left in 2019."""
    a, b = one.wording, other.wording
    return (
        a.language == b.language
        and len(a.tokens) == len(b.tokens)
        and all(t.norm == o.norm or t.kind is o.kind is Kind.NUMBER for t, o in zip(a.tokens, b.tokens, strict=True))
        and [(v.kind, v.first, v.last) for v in a.values] == [(v.kind, v.first, v.last) for v in b.values]
        and one.told_apart == other.told_apart
        and one.core == other.core
        and a.slots == b.slots
    )


def _decide(
    model: QuestionModel,
    annotation: Annotation,
    sentence: int,
    published: date | None,
    score: float,
    value: Value,
    template: Template,
    fills: list[Fill],
) -> Finding | None:
    claim, relation, value = by_publication(model, annotation, value, published, future=template.wording.future)
    steps = [Step("match", "wording", template.wording.text), Step("value", relation, _printed(annotation, value))]
    if relation == "incomparable":
        return None
    finding = Finding(claim, sentence, Stance.SUPPORTS, score, mass(fills), value.first, value, tuple(fills), steps=tuple(steps))
    if relation == "compatible" or (relation == "partial" and value.month is None):
        return finding.turned_into(Stance.MENTIONS)
    if relation == "different":
        if not _reportable(model, annotation, value, score, fills):
            return None
        finding = Finding(None, sentence, Stance.SUPPORTS, score, mass(fills), value.first, value, tuple(fills), steps=tuple(steps))
    stance, hedged, step = put_forward(model, annotation, published, value, template, fills)
    if stance is Stance.SUPPORTS:
        return replace(finding, hedged=hedged)
    # A value that no claim lists is reported only where it is put forward.
    return None if finding.claim is None else finding.turned_into(stance, step)


def _in_clause_of(cue: Cue, annotation: Annotation, value: Value) -> bool:
    return any(f.payload == cue and annotation.apart(f.first, value.first) == 0 for f in annotation.cues)


def _reportable(model: QuestionModel, annotation: Annotation, value: Value, score: float, fills: list[Fill]) -> bool:
    """Return whether a value that no claim lists is surely an answer to the question.

    What comes near a value that some claim lists needs fewer words for the event: sources that differ mostly differ by little.
    """
    if value.bound == "range" or annotation.scopes.part[value.first] or (value.kind == "date" and value.year is None):
        return False
    if any(compare(v, value) in ("equal", "partial") for t in model.templates for v in t.wording.values):
        # What all claims give, and so tells none apart, is in the catalogue all the same.
        return False
    near = value.bound in (None, "about") and any(near_to(value, v) for t in model.templates for v in t.wording.values)
    bar = _NEAR_LISTED if near else _ABOUT if value.bound == "about" else _UNLISTED
    told = [f for f in fills if f.term is not None and f.slot.is_predicate() and annotation.apart(f.term.first, value.first) <= bar.clauses]
    return score >= bar.score and any(likeness(f, annotation) >= bar.predicate for f in told)
