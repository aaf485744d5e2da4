"""Finds dates in tokens: years, months, days, weekdays, quarters, in words or digits."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from factcheck.language.knowledge import codes, section
from factcheck.language.number_words import may_count
from factcheck.language.ordinals import read_ordinal
from factcheck.language.phrases import PhraseIndex
from factcheck.language.relative_dates import (
    day_from_today,
    day_number,
    day_of_month,
    may_tell_distance,
    tells_distance,
    with_day,
    with_week,
)
from factcheck.language.tokens import Kind, Token
from factcheck.language.value_words import entry, first, glued, is_sign, phrases, words
from factcheck.language.values import Value
from factcheck.language.years import is_year, lone_year, season_end

_DAY_MONTH = re.compile(r"(\d{1,2})\.(\d{1,2})")
_FULL_DATE_DIGITS = 8
_LAST_DAY, _LAST_MONTH = 31, 12


@cache
def _names(language: str | None, *sections: str) -> PhraseIndex:
    """Return the month or weekday names to be met in a language.

    Articles in another script than Latin carry English datelines; where the language is not known, every name counts.
    """
    latin = language is not None and section(language, "script") == "Latin"
    known = codes() if language is None else (language,) if latin else (language, "en")
    index = PhraseIndex(language)
    for code in known:
        for part in sections:
            for name, number in section(code, part).items():
                index.add(str(name), str(number))
    return index


def find_dates(tokens: Sequence[Token], beginnings: Sequence[int], language: str | None, hidden: Collection[int]) -> Iterator[Value]:
    """Yield the dates of a run of tokens, in order, none overlapping another.

    Args:
        tokens: The run.
        beginnings: Where a value can begin, in order.
        language: ISO code of a language with data, or None.
        hidden: Tokens that no date may have.
    """
    last = 0
    for i in beginnings:
        if i < last or i in hidden or not (tokens[i].kind is Kind.NUMBER or _may_open(tokens[i].norm, tokens[i].word, language)):
            continue
        found = list(_dates_at(tokens, i, language))
        if found and not any(j in hidden for j in range(found[0].first, found[-1].last)):
            yield from found
            last = found[-1].last


@lru_cache(maxsize=1 << 14)
def _may_open(norm: str, word: str, language: str | None) -> bool:
    """Return whether a date can begin at a word; most words that begin a value begin another one."""
    if _names(language, "weekdays", "weekdays_more").opens(word) or _names(language, "months", "months_more").opens(word):
        return True
    if tells_distance(word, language):
        return True
    return norm in _quarter_letters(language) or entry(norm, language, "quarter_words") is not None or may_count(norm, language)


@lru_cache(maxsize=1 << 14)
def may_tell_day(word: str, language: str | None) -> bool:
    """Return whether a weekday, or a day told by how far it lies from today, may have a folded word as its first or, of "ago", its last."""
    return _names(language, "weekdays", "weekdays_more").opens(word) or may_tell_distance(word, language)


def _dates_at(tokens: Sequence[Token], i: int, language: str | None) -> Iterator[Value]:
    found = _numeric(tokens, i) or _worded(tokens, i, language) or _quarter(tokens, i, language)
    if found is None and (year := lone_year(tokens, i, language)) is not None:
        found = Value("date", i, season_end(tokens, i), year=year, digits=4)
    found = found or _by_distance(tokens, i, language)
    if found is not None:
        yield from _with_second_day(tokens, found, language)
        return
    yield from _two_days(tokens, i, language)


def _by_distance(tokens: Sequence[Token], i: int, language: str | None) -> Value | None:
    """Return a day that only the day of publication settles; the weekday behind it says as much: أمس الأربعاء, hier mardi."""
    found = day_from_today(tokens, i, language) or day_of_month(tokens, i, language)
    weekday = None if found is None else first(_names(language, "weekdays", "weekdays_more"), tokens, found.last)
    return found if weekday is None else None


def _numeric(tokens: Sequence[Token], i: int) -> Value | None:
    """Read 2024-03-14, 14/03/2024 and 14.03.2024: the day before the month unless it cannot be one."""
    if tokens[i].kind is not Kind.NUMBER:
        return None
    pair = _DAY_MONTH.fullmatch(tokens[i].norm)
    if pair is not None:
        last, parts = i + 3, (*pair.groups(), tokens[i + 2].norm if i + 2 < len(tokens) else "")
        marks = [tokens[i + 1].norm] if last <= len(tokens) else []
    else:
        last, parts = i + 5, tuple(t.norm for t in tokens[i : i + 5 : 2])
        marks = [t.norm for t in tokens[i + 1 : i + 4 : 2]]
    tight = last <= len(tokens) and all(glued(tokens, j) for j in range(i + 1, last))
    if (
        not tight
        or len(set(marks)) != 1
        or marks[0] not in ("-", "/", ".")
        or not all(part.isdecimal() and len(part) <= 4 for part in parts)
    ):
        return None
    year, month, day = map(int, parts if len(parts[0]) == 4 else parts[::-1])
    if month > _LAST_MONTH and len(parts[0]) < 4:
        month, day = day, month
    if not is_year(str(year)) or not 1 <= month <= _LAST_MONTH or not 1 <= day <= _LAST_DAY:
        return None
    return Value("date", i, last, year=year, month=month, day=day, digits=_FULL_DATE_DIGITS)


def _month(tokens: Sequence[Token], i: int, language: str | None) -> tuple[int, int] | None:
    """Return the end and number of a month name at `i`; two names of one month (يونيو/حزيران) are one."""
    if i >= len(tokens) or tokens[i].kind is not Kind.WORD:
        return None
    index = _names(language, "months", "months_more")
    found = first(index, tokens, i)
    if found is None:
        return None
    last = found.last
    if last < len(tokens) and (tokens[last].norm in ("/", "(") or tokens[last].kind is Kind.WORD):
        other = first(index, tokens, last if tokens[last].kind is Kind.WORD else last + 1)
        if other is not None and other.payload == found.payload:
            closes = tokens[last].norm == "(" and other.last < len(tokens) and tokens[other.last].norm == ")"
            return other.last + closes, int(found.payload)
    if last < len(tokens) and tokens[last].norm == "." and glued(tokens, last) and _abbreviated(tokens[i], language):
        last += 1
    return last, int(found.payload)


def _abbreviated(token: Token, language: str | None) -> bool:
    return entry(token.norm, language, "name_abbreviations") is not None


def _skip(tokens: Sequence[Token], i: int, language: str | None, *lists: str) -> int:
    """Return the place after joining words and marks (of, de, من, a comma)."""
    joiners = phrases(language, *lists)
    while i < len(tokens):
        found = first(joiners, tokens, i)
        if found is not None:
            i = found.last
        elif tokens[i].norm == ",":
            i += 1
        else:
            break
    return i


def _worded(tokens: Sequence[Token], i: int, language: str | None) -> Value | None:
    """Read a date with a month name or a weekday, the parts in any usual order."""
    weekday = first(_names(language, "weekdays", "weekdays_more"), tokens, i) if tokens[i].kind is Kind.WORD else None
    after = _past_weekday(tokens, weekday.last, language) if weekday is not None else i
    found = _day_and_month(tokens, after, language)
    if found is None:
        if weekday is None or _abbreviated(tokens[i], language) or not _may_be_weekday(tokens, i, language):
            return None
        last = _past_bracketed_day(tokens, weekday.last, language)
        alone = with_week(tokens, Value("date", i, last, weekday=int(weekday.payload)), language)
        return alone if alone.offset is not None or last > weekday.last else with_day(tokens, alone, after, language)
    last, day, month, name = found
    place = _skip(tokens, last, language, "date_joiners")
    year = int(tokens[place].norm) if place < len(tokens) and _may_be_year_of_date(tokens, place, language) else None
    if day is None and year is None and not _surely_month(tokens, name, last, language):
        return Value("date", i, weekday.last, weekday=int(weekday.payload)) if weekday is not None else None
    return Value(
        "date", i, place + 1 if year is not None else last, year=year, month=month, day=day,
        weekday=int(weekday.payload) if weekday is not None else None, digits=_FULL_DATE_DIGITS,
    )  # fmt: skip


def _past_weekday(tokens: Sequence[Token], i: int, language: str | None) -> int:
    if i < len(tokens) and tokens[i].norm in (",", "(", "."):
        i += 1
    found = first(phrases(language, "weekday_joiners"), tokens, i)
    return found.last if found is not None else i


def _past_bracketed_day(tokens: Sequence[Token], i: int, language: str | None) -> int:
    """Return the end of the day of the month in brackets that follows a weekday: nesta terça-feira (11)."""
    day = day_number(tokens, i + 1, language) if i < len(tokens) and tokens[i].norm == "(" else None
    return day[0] + 1 if day is not None and day[0] < len(tokens) and tokens[day[0]].norm == ")" else i


def _may_be_weekday(tokens: Sequence[Token], i: int, language: str | None) -> bool:
    """Return whether a weekday's name is one in this place: not where it begins a longer name (Mardi Gras)."""
    capital = section(language, "weekdays_lower_case") if language else False
    return not (capital and tokens[i].text[0].isupper() and i + 1 < len(tokens) and tokens[i + 1].text[0].isupper())


def _may_be_year_of_date(tokens: Sequence[Token], i: int, language: str | None) -> bool:
    return is_year(tokens[i].norm) and not _is_counted(tokens, i + 1, language)


def _is_counted(tokens: Sequence[Token], i: int, language: str | None) -> bool:
    """Return whether what follows a number makes it an amount: a magnitude, unit, currency or percent sign."""
    if i >= len(tokens):
        return False
    if tokens[i].norm == "%" or is_sign(tokens[i]) or tokens[i].norm in words(language, "magnitudes"):
        return True
    return first(phrases(language, "units", "currencies", "percent"), tokens, i) is not None


def _day_and_month(tokens: Sequence[Token], i: int, language: str | None) -> tuple[int, int | None, int, int] | None:
    """Return end, day or None, month, and the place of the month's name, for "14 March", "March 14" or "March"."""
    day = day_number(tokens, i, language)
    if day is not None:
        place = _skip(tokens, day[0], language, "date_joiners")
        month = _month(tokens, place, language)
        return (month[0], day[1], month[1], place) if month is not None else None
    month = _month(tokens, i, language)
    if month is None:
        return None
    # "In March 12 people died" counts; "on March 12 people gathered" is a day.
    counts = i > 0 and tokens[i - 1].norm in words(language, "month_without_day")
    day = day_number(tokens, month[0], language) if month[0] < len(tokens) and tokens[month[0]].kind is Kind.NUMBER else None
    if day is None or _is_counted(tokens, day[0], language) or (counts and day[0] < len(tokens) and tokens[day[0]].kind is Kind.WORD):
        return month[0], None, month[1], i
    return day[0], day[1], month[1], i


def _surely_month(tokens: Sequence[Token], i: int, last: int, language: str | None) -> bool:
    """Return whether a month name without day and year is one: not the verb "may", the planet Mars, the name نيسان.

    A name that is also a word needs a word before it that goes with months ("in", في), an abbreviation a number.
    """
    token = tokens[i]
    if _abbreviated(token, language):
        return token.text[0].isupper() and tokens[last - 1].norm == "."
    ambiguous = entry(token.norm, language, "months_ambiguous") is not None
    if language is not None and token.norm.isascii() and section(language, "months_capital") and not token.text[0].isupper():
        return False
    if not ambiguous or last - i > 1:
        return True
    spelling: Mapping[str, str] = section(language, "months_not_spelled") if language else {}
    if any(name in token.text for name in spelling):
        return False
    if section(language, "months_lower_case") if language else False:
        return not token.text[0].isupper() or _introduces_month(tokens, i, language)
    return _introduces_month(tokens, i, language)


def _introduces_month(tokens: Sequence[Token], i: int, language: str | None) -> bool:
    return i > 0 and entry(tokens[i - 1].norm, language, "month_words") is not None


def _two_days(tokens: Sequence[Token], i: int, language: str | None) -> Iterator[Value]:
    """Read the two dates of "3-5 November 2025", "du 3 au 5 novembre", "3 and 4 May"."""
    day = day_number(tokens, i, language)
    if day is None or day[0] >= len(tokens):
        return
    between = first(phrases(language, "range_to", "range_and"), tokens, day[0])
    place = between.last if between is not None else day[0] + 1 if tokens[day[0]].norm in ("-", "/") else None
    second = _worded(tokens, place, language) if place is not None and place < len(tokens) else None
    if second is not None and second.month is not None and second.day is not None and second.weekday is None and second.day > day[1]:
        yield replace(second, first=i, last=day[0], day=day[1])
        yield second


def _with_second_day(tokens: Sequence[Token], date: Value, language: str | None) -> Iterator[Value]:
    """Yield the date, and where it is the first of "March 14-16, 2024" both."""
    i = date.last
    follows = date.year is None and date.day is not None and i + 1 < len(tokens) and glued(tokens, i) and glued(tokens, i + 1)
    second = day_number(tokens, i + 1, language) if follows and tokens[i].norm == "-" else None
    if second is None or date.day is None or second[1] <= date.day:
        yield date
        return
    place = _skip(tokens, second[0], language, "date_joiners")
    year = int(tokens[place].norm) if place < len(tokens) and _may_be_year_of_date(tokens, place, language) else None
    yield replace(date, year=year)
    yield replace(date, first=i + 1, last=place + 1 if year is not None else second[0], year=year, day=second[1], weekday=None)


def _quarter(tokens: Sequence[Token], i: int, language: str | None) -> Value | None:
    """Read Q1 2025, "the first quarter of 2025", الربع الأول من عام 2025."""
    found = _quarter_code(tokens, i, language) or _quarter_in_words(tokens, i, language)
    if found is None:
        return None
    last, quarter = found
    after = first(phrases(language, "quarter_of"), tokens, last)
    place = _skip(tokens, after.last if after is not None else last, language, "date_joiners")
    if place < len(tokens) and is_year(tokens[place].norm):
        return Value("date", i, place + 1, year=int(tokens[place].norm), quarter=quarter, digits=5)
    return Value("date", i, last, quarter=quarter)


def _quarter_letters(language: str | None) -> frozenset[str]:
    return words(language, "quarter_letters") if language else frozenset("q")


def _quarter_code(tokens: Sequence[Token], i: int, language: str | None) -> tuple[int, int] | None:
    if tokens[i].norm in _quarter_letters(language) and glued(tokens, i + 1) and tokens[i + 1].norm in ("1", "2", "3", "4"):
        return i + 2, int(tokens[i + 1].norm)
    return None


def _quarter_in_words(tokens: Sequence[Token], i: int, language: str | None) -> tuple[int, int] | None:
    if entry(tokens[i].norm, language, "quarter_words") is not None:
        number = read_ordinal(tokens, i + 1, language)
        last = number[0] if number is not None else i
    else:
        number = read_ordinal(tokens, i, language)
        named = number is not None and number[0] < len(tokens) and entry(tokens[number[0]].norm, language, "quarter_words") is not None
        number, last = (number, number[0] + 1) if named and number is not None else (None, i)
    if number is None or not 1 <= number[1] <= 4 or (last < len(tokens) and tokens[last].norm == "-" and glued(tokens, last)):
        return None
    return last, number[1]


def date_part(tokens: Sequence[Token], date: Value, language: str | None) -> int | None:
    """Return the token of the word before a date that is a part of it, or None: "by the end of 2027" tells of no end."""
    light = words(language, "genitive") | words(language, "articles") | words(language, "definite_genitive") | words(language, "year_nouns")
    i = date.first - 1
    while i > 0 and tokens[i].norm in light:
        i -= 1
    return i if i >= 0 and tokens[i].norm in words(language, "date_parts") else None
