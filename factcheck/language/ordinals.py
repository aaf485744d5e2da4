"""Reads ordinals off tokens: third, twenty-first, 12th, 2e, 1.º, الثالث, الحادي والعشرين."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.knowledge import section
from factcheck.language.number_words import as_printed, read_below_thousand
from factcheck.language.tokens import Kind, Token
from factcheck.language.value_words import entry, first, glued, phrases, table, words

# English endings stand on dates in articles of every language: "12th, February 2025 GMT".
_EVERYWHERE = frozenset({"st", "nd", "rd", "th"})
# A longer row of digits is no place in an order.
_MOST_DIGITS = 9


def read_ordinal(tokens: Sequence[Token], i: int, language: str | None) -> tuple[int, int] | None:
    """Return the end and number of the ordinal that starts at token `i`, or None."""
    if not 0 <= i < len(tokens):
        return None
    if tokens[i].kind is Kind.NUMBER:
        place = i + 2 if _raised_behind_point(tokens, i + 2) else i + 1
        ending = place < len(tokens) and glued(tokens, place) and tokens[place].norm in words(language, "ordinal_endings") | _EVERYWHERE
        digits = tokens[i].norm
        return (place + 1, int(digits)) if ending and digits.isdecimal() and len(digits) <= _MOST_DIGITS else None
    if language is None or tokens[i].kind is not Kind.WORD:
        return None
    return _units_first(tokens, i, language) if section(language, "units_before_tens") else _tens_first(tokens, i, language)


def _raised_behind_point(tokens: Sequence[Token], i: int) -> bool:
    """Return whether token `i` is the raised letter of 1.º, which stands behind a point."""
    return i < len(tokens) and tokens[i].text in ("º", "ª") and tokens[i - 1].norm == "." and glued(tokens, i - 1)


def _single(tokens: Sequence[Token], i: int, language: str) -> int | None:
    found = entry(tokens[i].norm, language, "ordinals") if i < len(tokens) else None
    if found is not None and not as_printed(tokens[i], found, language):
        return None
    return int(table(language, "ordinals")[found]) if found is not None else None


def _tens_first(tokens: Sequence[Token], i: int, language: str) -> tuple[int, int] | None:
    """Read "third", "twenty-first", "vingt et unième"."""
    number = _single(tokens, i, language)
    if number is not None:
        return (i + 1, number) if not _is_part(tokens, i, language) else None
    last, tens = read_below_thousand(tokens[: i + 1], i, language)
    if last == i or tens < 20 or tens % 10:
        return None
    joined = last < len(tokens) and (tokens[last].norm == "-" or tokens[last].norm in words(language, "and"))
    unit = _single(tokens, last + 1, language) if joined else None
    return (last + 2, tens + unit) if unit is not None and unit < 10 else None


def _is_part(tokens: Sequence[Token], i: int, language: str) -> bool:
    """Return whether an ordinal is a fraction: a third of the members."""
    article = i > 0 and tokens[i - 1].norm in words(language, "articles_as_one")
    return article and first(phrases(language, "of"), tokens, i + 1) is not None


def _units_first(tokens: Sequence[Token], i: int, language: str) -> tuple[int, int] | None:
    """Read الثالث, الثالث عشر, الثالث والعشرين; nothing where it is part of a set phrase (أمس الأول)."""
    number = _single(tokens, i, language)
    eleven = entry(tokens[i].norm, language, "ordinal_units")
    if number is None and eleven is None:
        return None
    unit = number if number is not None else 1
    if i + 1 < len(tokens) and unit < 10:
        if tokens[i + 1].norm in words(language, "teens"):
            return i + 2, unit + 10
        last, tens = read_below_thousand(tokens[: i + 2], i + 1, language)
        if last > i + 1 and 20 <= tens < 100 and tokens[i + 1].norm[:1] in words(language, "and"):
            return last, tens + unit
    return (i + 1, number) if number is not None and not _in_phrase(tokens, i, language) else None


def _in_phrase(tokens: Sequence[Token], i: int, language: str) -> bool:
    index = phrases(language, "not_ordinals")
    return any((found := first(index, tokens, start)) is not None and found.last > i for start in range(max(0, i - 2), i + 1))
