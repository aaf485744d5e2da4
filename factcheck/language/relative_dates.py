"""Dates that only the day of publication settles: yesterday, Wednesday of last week, the 12th of this month, six years ago."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, date

from factcheck.language.cues import is_stop
from factcheck.language.ordinals import read_ordinal
from factcheck.language.tokens import Kind, Token
from factcheck.language.value_words import ends_at, first, phrase_table, phrases
from factcheck.language.values import Offset, Value

_LAST_DAY = 31
_DIGITS = 2
# The units that are counted back from today.
_COUNTED = frozenset({"day", "week", "month", "year"})
_WEEK = 7
_MONTHS = 12
# A weekday with the day of the month is the nearest such day, so many days off at the most: the two agree every few months only.
_FURTHEST = 45


def tells_distance(word: str, language: str | None) -> bool:
    """Return whether a phrase for a day by its distance from today may begin with a folded word."""
    return phrase_table(language, "relative_days").opens(word)


def day_from_today(tokens: Sequence[Token], i: int, language: str | None) -> Value | None:
    """Return the day that is told by its distance from today (yesterday, أول من أمس), or None."""
    found = first(phrase_table(language, "relative_days"), tokens, i)
    return None if found is None else Value("date", i, found.last, offset=Offset("day", int(found.payload)))


def is_told_by_distance(value: Value) -> bool:
    """Return whether a date is a weekday, or told by how far it lies from today; not the day of a month without its name."""
    return value.kind == "date" and value.month is None and (value.weekday is not None or (value.offset is not None and value.day is None))


def may_tell_distance(word: str, language: str | None) -> bool:
    """Return whether a folded word is one without which a sentence has no date that `is_told_by_distance`, but for weekdays."""
    return tells_distance(word, language) or phrases(language, "today_before", "today_after").opens(word)


def with_week(tokens: Sequence[Token], weekday: Value, language: str | None) -> Value:
    """Return a weekday with the week that the words beside it say (next Monday, Thursday of last week), and the day of the month."""
    coming = phrases(language, "coming")
    behind = first(coming, tokens, weekday.last)
    if behind is not None or ends_at(coming, tokens, weekday.first) is not None:
        return replace(weekday, last=behind.last if behind is not None else weekday.last, offset=Offset("week", 1))
    before = first(phrases(language, "of_last_week"), tokens, weekday.last)
    if before is not None:
        return replace(weekday, last=before.last, offset=Offset("week", -1))
    return weekday


def with_day(tokens: Sequence[Token], weekday: Value, i: int, language: str | None) -> Value:
    """Return a weekday with the day of the month that stands at token `i` without its month: Friday the 10th, le vendredi 10.

    A number with a noun behind it counts something: on Friday 10 people.
    """
    found = day_number(tokens, i, language)
    if found is None:
        return weekday
    month = first(phrase_table(language, "relative_months"), tokens, found[0])
    last = found[0] if month is None else month.last
    behind = tokens[last] if last < len(tokens) else None
    counted = behind is not None and behind.kind is Kind.WORD and not is_stop(behind.word, language)
    return weekday if counted and tokens[i].kind is Kind.NUMBER else replace(weekday, last=last, day=found[1])


def day_of_month(tokens: Sequence[Token], i: int, language: str | None) -> Value | None:
    """Return a day of this or the last month that is given without its name (the 12th of this month), or None."""
    found = day_number(tokens, i, language)
    if found is None:
        return None
    month = first(phrase_table(language, "relative_months"), tokens, found[0])
    return None if month is None else Value("date", i, month.last, day=found[1], offset=Offset("month", int(month.payload)))


def told_back(tokens: Sequence[Token], values: Sequence[Value], language: str | None) -> list[Value]:
    """Return the dates that durations tell by counting back from today: six years ago, hace tres meses, قبل عامين."""
    before, after = phrases(language, "today_before"), phrases(language, "today_after")
    return [
        Value("date", v.first, v.last, offset=Offset(v.unit, -int(v.amount)))
        for v in values
        if v.kind == "duration" and v.unit in _COUNTED and v.amount is not None and v.bound is None and v.amount == int(v.amount)
        if ends_at(before, tokens, v.first) is not None or first(after, tokens, v.last) is not None
        # "Two days before the vote" counts from the vote.
        if first(phrases(language, "before_event"), tokens, v.last) is None
    ]


def day_number(tokens: Sequence[Token], i: int, language: str | None) -> tuple[int, int] | None:
    """Return the end and number of a day of the month at token `i` in digits (12, 12th, 1er) or as an ordinal, or None."""
    if not 0 <= i < len(tokens):
        return None
    found = read_ordinal(tokens, i, language)
    if found is None and tokens[i].kind is Kind.NUMBER and tokens[i].norm.isdecimal() and len(tokens[i].norm) <= _DIGITS:
        found = i + 1, int(tokens[i].norm)
    return found if found is not None and 1 <= found[1] <= _LAST_DAY else None


def settled(value: Value, published: date, *, ahead: bool = False) -> list[Value]:
    """Return the dates that a value may be in an article of this day, the likeliest first; an empty list where it is none of these.

    Args:
        value: A date with a weekday or an offset, and no month.
        published: The day of publication.
        ahead: Whether the sentence speaks of what is still to come.
    """
    if value.month is not None or value.year is not None:
        return []
    if value.weekday is not None:
        days = _days_off(published, _weekdays(value, published, ahead=ahead))
        if value.day is not None:
            days = [day for day in days if day.day == value.day]
    elif value.offset is not None and value.offset.unit in ("day", "week"):
        days = _days_off(published, [value.offset.number * (_WEEK if value.offset.unit == "week" else 1)])
    elif value.offset is not None:
        return _months_off(value, value.offset, published)
    else:
        return []
    return [replace(value, year=day.year, month=day.month, day=day.day) for day in days]


def _days_off(published: date, numbers: Iterable[int]) -> list[date]:
    """Return the days that lie so many days from one, without those that no calendar has: 1000000 days ago."""
    first, last = date.min.toordinal(), date.max.toordinal()
    return [date.fromordinal(day) for n in numbers if first <= (day := published.toordinal() + n) <= last]


def _weekdays(value: Value, published: date, *, ahead: bool) -> list[int]:
    """Return how many days from that of publication a weekday may lie, the likeliest first."""
    today, weekday = published.isoweekday(), value.weekday or 0
    past, coming = -((today - weekday) % _WEEK), (weekday - today - 1) % _WEEK + 1
    if value.day is not None:
        near = sorted(range(-_FURTHEST, _FURTHEST + 1), key=lambda n: (abs(n), (n < 0) == ahead))
        return [n for n in near if (n - past) % _WEEK == 0]
    if value.offset is None:
        return [coming, past] if ahead else [past]
    if value.offset.number < 0:
        return [weekday - today - _WEEK]
    # "Next Monday", said on a Friday, may be that of the week after.
    return [coming, _WEEK - today + weekday]


def _months_off(value: Value, offset: Offset, published: date) -> list[Value]:
    months = published.year * _MONTHS + published.month - 1 + offset.number * (_MONTHS if offset.unit == "year" else 1)
    year = months // _MONTHS
    if not MINYEAR <= year <= MAXYEAR:
        return []
    return [replace(value, year=year, month=None if offset.unit == "year" else months % _MONTHS + 1)]
