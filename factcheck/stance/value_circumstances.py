"""What a value's clause speaks of beside the value: another time, a part of the time, what is needed, what is only announced."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.language.cues import Cue, cue_index, is_stop
from factcheck.language.phrases import Found
from factcheck.language.tokens import Kind
from factcheck.language.value_words import ends_at, first, phrases, words
from factcheck.language.values import Value
from factcheck.matching.alignment import Fill
from factcheck.matching.annotation import Annotation
from factcheck.matching.questions import QuestionModel
from factcheck.model import Step

# A slot filled less than this does not speak for what happened.
_FILLED = 0.4
# Kinds of value that say when or which, and not how much.
_TIMES = frozenset({"date", "duration", "ordinal"})
_LONG_AGO = frozenset({"year", "decade"})
_MONTHS = frozenset({"day", "week", "month"})
# With one of these a past perfect is of another time: last year, last week.
_BEFORE = (Cue.ANOTHER_TIME, Cue.RECENT_TIME)
# So many tokens may stand between the two words of a past perfect.
_TO_MARK = 7
# So many words may stand between "first" and its months.
_TO_FIRST = 1


def elsewhere(model: QuestionModel, annotation: Annotation, value: Value, fills: Sequence[Fill]) -> Step | None:
    """Return the step that says so where the value is not that of the event at its time, or None.

    What a claim of the question says itself ("in the first half", "ten years ago", the year) is no matter of another time.
    """
    if _since_then(model, annotation, value):
        return Step("assertion", "another time")
    if _of_another_clause(annotation, value, fills):
        return Step("assertion", "another clause")
    if value.kind == "date":
        return _of_statement(annotation, value, fills)
    checks = (
        ("another time", _at_another_time(model, annotation, value)),
        ("another year", _in_another_year(model, annotation, value)),
        ("part", _in_part_of_time(model, annotation, value)),
        ("part", value.kind == "percent" and _cue_beside(model, annotation, value, Cue.SUBGROUP)),
        ("needed", _cue_beside(model, annotation, value, Cue.NEEDED)),
    )
    return next((Step("assertion", outcome) for outcome, holds in checks if holds), None)


def _together(annotation: Annotation, token: int, place: int) -> bool:
    """Return whether a token stands in the clause of `place`, or in a lead without a verb before it: "Ten years ago, it won 31"."""
    if annotation.apart(token, place) == 0:
        return True
    number = annotation.clauses.number
    # What opens a clause of its own belongs to the one before it too: reached 38 percent until noon.
    before = token > 0 and number[token - 1] != number[token] and annotation.tokens[token].kind is Kind.WORD
    if before and annotation.tokens[token - 1].kind is Kind.WORD and annotation.apart(token - 1, place) == 0:
        return True
    return number[token] == 0 and number[place] == 1 and _is_lead(annotation)


def _goes_with(annotation: Annotation, token: int, value: Value) -> bool:
    """Return whether a token stands in the value's clause, and no other figure between them: to 410 million from 340 a year ago."""
    low, high = (token, value.first) if token < value.first else (value.last - 1, token)
    figures = (v for v in annotation.values if v.kind not in _TIMES and v.first != value.first)
    return _together(annotation, token, value.first) and not any(low < v.first < high for v in figures)


def _is_lead(annotation: Annotation) -> bool:
    """Return whether the first clause has nothing but a date, a duration or a cue in it: "It was in 2019 that", "Ten years ago,"."""
    number = annotation.clauses.number
    end = next((i for i, n in enumerate(number) if n > 0), 0)
    known = {i for v in annotation.values for i in range(v.first, v.last)}
    kinds = (Cue.ANOTHER_TIME, Cue.PERIOD_PART, Cue.TEMPORAL)
    known |= {i for f in annotation.cues if f.payload in kinds for i in range(f.first, f.last)}
    return all(
        i in known or t.kind is not Kind.WORD or is_stop(t.word, annotation.language) for i, t in enumerate(annotation.tokens[:end])
    )


def _claimed(model: QuestionModel, cue: Cue) -> bool:
    """Return whether a claim of the question has the cue itself."""
    wordings = {t.wording.text: t.wording for t in model.templates}.values()
    return any(f.payload == cue for w in wordings for f in cue_index(w.language).scan(w.tokens))


def _beside(annotation: Annotation, value: Value, cue: Cue) -> Iterable[Found]:
    return (
        f
        for f in annotation.cues
        if f.payload == cue and (_goes_with(annotation, f.first, value) or _goes_with(annotation, f.last - 1, value))
    )


def _cue_beside(model: QuestionModel, annotation: Annotation, value: Value, cue: Cue) -> bool:
    return any(True for _ in _beside(annotation, value, cue)) and not _claimed(model, cue)


def _at_another_time(model: QuestionModel, annotation: Annotation, value: Value) -> bool:
    if any(_years_ago(annotation, v, value) for v in annotation.values if v is not value):
        return not any(v.kind == "duration" for t in model.templates for v in t.wording.values)
    than = phrases(annotation.language, "than")
    earlier = (f for f in _beside(annotation, value, Cue.EARLIER_TIME) if ends_at(than, annotation.tokens, f.first) is None)
    if any(True for _ in earlier) and not _claimed(model, Cue.EARLIER_TIME):
        return True
    # "Last year" is the time of many figures; before the events that are told it is only in the past perfect, or with a year.
    past = _in_past_perfect(annotation, value)
    dated = any(v.kind == "date" and v.year is not None and _together(annotation, v.first, value.first) for v in annotation.values)
    asked = any(v.kind == "date" for t in model.templates for v in t.wording.values)
    other = any(f.last <= value.first for f in _beside(annotation, value, Cue.OTHER))
    return past and (other or any(_cue_beside(model, annotation, value, cue) for cue in _BEFORE) or (dated and not asked))


def _years_ago(annotation: Annotation, value: Value, beside: Value) -> bool:
    """Return whether a duration beside another value says how many years back something was: ten years ago, il y a dix ans."""
    if value.kind != "duration" or value.unit not in _LONG_AGO:
        return False
    before = ends_at(phrases(annotation.language, "ago_before"), annotation.tokens, value.first)
    after = first(phrases(annotation.language, "ago_after"), annotation.tokens, value.last)
    return (before is not None and _goes_with(annotation, before.first, beside)) or (
        after is not None and _goes_with(annotation, value.first, beside)
    )


def _in_past_perfect(annotation: Annotation, value: Value) -> bool:
    """Return whether the value's clause is in the past perfect; its two words may stand apart (كانت الشركة قد أعلنت)."""
    if any(True for _ in _beside(annotation, value, Cue.PAST_PERFECT)):
        return True
    auxiliary, mark = phrases(annotation.language, "past_auxiliary"), words(annotation.language, "past_mark")
    tokens = annotation.tokens
    return any(
        first(auxiliary, tokens, i) is not None and any(t.norm in mark for t in tokens[i + 1 : i + 1 + _TO_MARK])
        for i in range(min(value.first, len(tokens)))
        if mark and annotation.apart(i, value.first) == 0
    )


def _since_then(model: QuestionModel, annotation: Annotation, value: Value) -> bool:
    """Return whether the value stands behind "since" and a superlative: the largest since the 600 jobs of 2018."""
    since, most = phrases(annotation.language, "since"), phrases(annotation.language, "superlatives")
    tokens = annotation.tokens
    opened = next((i for i in range(value.first) if first(since, tokens, i) is not None), None)
    return opened is not None and any(first(most, tokens, i) is not None for i in range(opened))


def _in_another_year(model: QuestionModel, annotation: Annotation, value: Value) -> bool:
    """Return whether the clause gives years, and none of those that the claims give: made 340 million in 2022."""
    asked = {v.year for t in model.templates for v in t.wording.values if v.kind == "date" and v.year is not None}
    told = {
        v.year
        for v in annotation.values
        if v.kind == "date" and v.year is not None and v.month is None and _together(annotation, v.first, value.first)
    }
    return bool(asked and told) and asked.isdisjoint(told)


def _in_part_of_time(model: QuestionModel, annotation: Annotation, value: Value) -> bool:
    """Return whether the value is that of a half, a quarter, the first months or a first count, where no claim says so."""
    claimed = [v for t in model.templates for v in t.wording.values]
    quarters = any(v.quarter is not None and _goes_with(annotation, v.first, value) for v in annotation.values)
    months = any(
        v is not value and _first_months(annotation, v) and _goes_with(annotation, v.first, value) for v in annotation.values
    )
    if _cue_beside(model, annotation, value, Cue.EARLY_COUNT):
        return True
    # An undated figure is that of whatever time the article is about.
    if not any(v.kind == "date" and v.year is not None for v in claimed) and not _claimed(model, Cue.ANOTHER_TIME):
        return False
    return (
        (quarters and not any(v.quarter is not None for v in claimed))
        or (months and not any(v.kind == "duration" for v in claimed))
        or _cue_beside(model, annotation, value, Cue.PERIOD_PART)
    )


def _first_months(annotation: Annotation, value: Value) -> bool:
    if value.kind != "duration" or value.unit not in _MONTHS:
        return False
    opening = words(annotation.language, "first_of")
    return any(t.norm in opening for t in annotation.tokens[max(0, value.first - _TO_FIRST) : value.last + _TO_FIRST])


def _of_statement(annotation: Annotation, value: Value, fills: Sequence[Fill]) -> Step | None:
    """Return the step that says so where a date is that of a statement about the event, or of a ceremony for it.

    The verb of saying stands between the two, or the date between the verb and what is said of: announced on 10 March that.
    """
    told = [f.term for f in fills if f.term is not None and f.slot.is_predicate() and f.credit >= _FILLED]
    own = {i for f in fills if f.term is not None for i in range(f.term.first, f.term.last)}
    if not told:
        return None
    nearest = min(told, key=lambda t: (annotation.apart(t.first, value.first), abs(t.first - value.first)))
    for found in annotation.cues:
        if found.payload not in (Cue.SAY, Cue.ABOUT_EVENT) or not own.isdisjoint(range(found.first, found.last)):
            continue
        if _together(annotation, value.first, found.first) and not _told_first(annotation, found, value, nearest.first):
            words_of = " ".join(t.text for t in annotation.tokens[found.first : found.last])
            return Step("assertion", "date of a statement", words_of)
    return None


def _told_first(annotation: Annotation, found: Found, value: Value, event: int) -> bool:
    """Return whether the date belongs to the event rather than to the statement at `found`."""
    if annotation.apart(event, value.first) == 0 and annotation.apart(event, found.first) > 0:
        return True
    low, high = sorted((value.first, event))
    between = low < found.first < high
    return not between and not found.first < value.first < event


def _of_another_clause(annotation: Annotation, value: Value, fills: Sequence[Fill]) -> bool:
    """Return whether the value stands in a relative clause that says something else, or what happened in one that it is not in.

    Nordelec, which has sales of 340 million, was bought; the plant, closed by Hartel, reopened in 2021.
    """
    told = [f for f in fills if f.term is not None and f.slot.is_predicate() and f.credit >= _FILLED]
    if not told:
        return False
    own = {i for f in fills if f.term is not None for i in range(f.term.first, f.term.last)}
    number, aside = annotation.clauses.number, annotation.clauses.aside
    here = number[value.first]
    foreign = [t.first for t in annotation.terms if not t.is_name and t.first not in own and t.first not in _cued(annotation)]
    # What is said of the claim's own noun is said of the event: the bid, which comes near 100 million.
    heads = {f.term.last for f in told if f.term is not None}
    relative = any(
        f.payload == Cue.RELATIVE and number[f.first] == here and f.first < value.first and heads.isdisjoint((f.first, f.first - 1))
        for f in annotation.cues
    )
    inside = aside[value.first]
    if relative and not any(f.term is not None and (number[f.term.first] == here or 0 < inside == aside[f.term.first]) for f in told):
        return any(number[t] == here for t in foreign)
    verb = min(told, key=lambda f: f.slot.place).term
    if verb is None or not aside[verb.first] or aside[value.first] == aside[verb.first]:
        return False
    closed = max(i for i, n in enumerate(aside) if n == aside[verb.first])
    return any(closed < t < value.first for t in foreign)


def _cued(annotation: Annotation) -> set[int]:
    kinds = (Cue.RELATIVE, Cue.SAY, Cue.ACCORDING, Cue.TEMPORAL, Cue.ANOTHER_TIME)
    return {i for f in annotation.cues if f.payload in kinds for i in range(f.first, f.last)}
