"""Finds all typed values in a run of tokens: dates first, then amounts in what is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.language.amounts import read_amount
from factcheck.language.bounds import Ends, bounded, phrase_ends
from factcheck.language.counted import counted_noun
from factcheck.language.dates import find_dates
from factcheck.language.figures import hidden, in_name
from factcheck.language.knowledge import codes
from factcheck.language.ranges import Amount, between_dates, joined
from factcheck.language.tokens import Token
from factcheck.language.value_words import beginnings, entry
from factcheck.language.values import Value
from factcheck.language.years import is_year


def find_values(tokens: Sequence[Token], language: str | None) -> list[Value]:
    """Return the values of a run of tokens in text order, none overlapping another.

    Args:
        tokens: From `tokenise`.
        language: ISO code; for a language without data digits, signs and ISO dates are still read.
    """
    language = language if language in codes() else None
    may_begin = beginnings(tokens, language)
    if not may_begin:
        return []
    left_out = hidden(tokens, language)
    dates = {value.first: value for value in find_dates(tokens, may_begin, language, left_out)}
    taken = left_out.union(i for value in dates.values() for i in range(value.first, value.last))
    found: list[Amount] = []
    for i in sorted({*may_begin, *dates}):
        if found and i < found[-1].value.last:
            continue
        here = Amount(dates[i]) if i in dates else _amount(tokens, i, language, taken)
        if here is not None:
            if found and here.value.first < found[-1].value.last:
                # A unit before its number (السنوات الأربع) may have been a value of its own.
                found.pop()
            found.append(here)
    values = between_dates(tokens, _join(tokens, found, language), language)
    ends = phrase_ends(tokens, values, language)
    return [_finish(tokens, value, ends, language) for value in values]


def _amount(tokens: Sequence[Token], i: int, language: str | None, taken: frozenset[int]) -> Amount | None:
    if i in taken or in_name(tokens, i, language):
        return None
    found = read_amount(tokens, i, language)
    if found is None or any(j in taken for j in range(found.value.first, found.value.last)):
        return None
    return Amount(_year_in_words(tokens, found.value, language) or found.value, found.factor, found.plain, found.about)


def _year_in_words(tokens: Sequence[Token], value: Value, language: str | None) -> Value | None:
    """Return the date that عام ألفين وثمانية عشر is: a year in words behind a word for year."""
    if value.kind != "number" or value.amount is None or not value.first or not is_year(str(value.amount)):
        return None
    if entry(tokens[value.first - 1].norm, language, "year_nouns") is None:
        return None
    return Value("date", value.first, value.last, year=int(value.amount), digits=4)


def _join(tokens: Sequence[Token], found: list[Amount], language: str | None) -> list[Value]:
    values: list[Value] = []
    i = 0
    while i < len(found):
        pair = joined(tokens, found[i], found[i + 1], language) if i + 1 < len(found) else None
        if pair is None:
            value = found[i].value
            values.append(replace(value, bound="about") if found[i].about else value)
            i += 1
            continue
        if isinstance(pair, Value):
            values.append(pair)
        i += 2
    return values


def _finish(tokens: Sequence[Token], value: Value, ends: tuple[Ends, Ends], language: str | None) -> Value:
    if value.kind in ("number", "ordinal"):
        value = replace(value, noun=counted_noun(tokens, value, language))
    return bounded(tokens, value, ends, language)
