"""Tells a lone year from a count: عام 2012, "the 2018 election", but 2012 وفاة."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.language.cues import is_stop
from factcheck.language.knowledge import section
from factcheck.language.numbers import is_plural
from factcheck.language.tokens import Kind, Token
from factcheck.language.value_words import ends_at, entry, first, glued, is_sign, phrases, words

# Years that news speaks of; other four-digit numbers are counts.
_FIRST_YEAR, _LAST_YEAR = 1400, 2100
_MODERN = 1900
_YEAR = re.compile(r"\d{4}")


def is_year(norm: str) -> bool:
    """Return whether a folded token can be a year: four digits from 1400 to 2100, no separator."""
    return bool(_YEAR.fullmatch(norm)) and _FIRST_YEAR <= int(norm) <= _LAST_YEAR


def lone_year(tokens: Sequence[Token], i: int, language: str | None) -> int | None:
    """Return the year that token `i` is, without a month beside it, or None where it counts or names something.

    A year stands behind a word that introduces one, or where nothing that could be counted follows. In a language
    without data, where neither can be told, four digits from 1900 on are a year.
    """
    if tokens[i].kind is not Kind.NUMBER or not is_year(tokens[i].norm) or _is_part(tokens, i, language):
        return None
    year = int(tokens[i].norm)
    if language is None:
        return year if year >= _MODERN else None
    return year if _introduced(tokens, i, language) or _nothing_counted(tokens, i, language) else None


def _is_part(tokens: Sequence[Token], i: int, language: str | None) -> bool:
    """Return whether the digits belong to an amount (2000 سنة), a name (Paris-2024) or a decade."""
    return _measured(tokens, i + 1, language) or (glued(tokens, i) and not _after_mark(tokens, i, language)) or _decade(tokens, i, language)


def _nothing_counted(tokens: Sequence[Token], i: int, language: str) -> bool:
    before = tokens[i - 1] if i else None
    if before is not None and (entry(before.norm, language, "amount_words") is not None or _counts(tokens, i, language)):
        return False
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    return after is None or after.kind is not Kind.WORD or is_stop(after.norm, language) or _before_noun(tokens, i, language)


def season_end(tokens: Sequence[Token], i: int) -> int:
    """Return the end of a year and the short one joined to it: 2023-24, 2023/24."""
    if i + 2 < len(tokens) and tokens[i + 1].norm in ("-", "/") and glued(tokens, i + 1) and glued(tokens, i + 2):
        short = tokens[i + 2].norm
        if short.isdecimal() and len(short) == 2 and (int(tokens[i].norm) + 1) % 100 == int(short):
            return i + 3
    return i + 1


def _measured(tokens: Sequence[Token], i: int, language: str | None) -> bool:
    if i >= len(tokens):
        return False
    token = tokens[i]
    if token.norm == "%" or is_sign(token) or token.norm in words(language, "magnitudes"):
        return True
    if glued(tokens, i) and token.kind is Kind.WORD:
        return True
    return first(phrases(language, "units", "currencies", "percent"), tokens, i) is not None


def _after_mark(tokens: Sequence[Token], i: int, language: str | None) -> bool:
    """Return whether what is glued before a year leaves it one: a bracket, "mid-", a joined و, another year."""
    before = tokens[i - 1]
    if before.kind is Kind.WORD:
        return not before.norm.isascii()
    if before.norm not in ("-", "/"):
        return before.norm not in ("#", "@", "_", "=", "&", "+", "$", "€", "£")
    word = tokens[i - 2] if i > 1 else None
    if word is None or not glued(tokens, i - 1):
        return True
    return is_year(word.norm) or (word.kind is Kind.WORD and entry(word.norm, language, "hyphened_before_number") is not None)


def _introduced(tokens: Sequence[Token], i: int, language: str) -> bool:
    place = i - 1
    if place >= 0 and tokens[place].norm in ("-", "("):
        place -= 1
    if place < 0:
        return False
    if entry(tokens[place].norm, language, "year_words") is not None:
        return True
    about = ends_at(phrases(language, "year_approximate"), tokens, place + 1)
    if about is not None:
        # Where counts have marks for thousands (1,634), "about 1634" is a year by itself.
        return bool(section(language, "thousands_marked")) or (
            about.first > 0 and entry(tokens[about.first - 1].norm, language, "year_words") is not None
        )
    joined = any(tokens[place].norm in words(language, name) for name in ("range_and", "range_to"))
    return joined and place > 0 and is_year(tokens[place - 1].norm) and lone_year(tokens, place - 1, language) is not None


def _counts(tokens: Sequence[Token], i: int, language: str | None) -> bool:
    """Return whether "more than", "about" and the like stand right before the number."""
    return ends_at(phrases(language, "approximate", "at_least", "at_most", "below"), tokens, i) is not None


def _decade(tokens: Sequence[Token], i: int, language: str | None) -> bool:
    return tokens[i].norm.endswith("0") and ends_at(phrases(language, "decade_before"), tokens, i) is not None


def _before_noun(tokens: Sequence[Token], i: int, language: str | None) -> bool:
    """Return whether a year stands before a noun that it dates: the 2018 election, its 2019 report, 2018 World Cup."""
    if not language or not section(language, "years_before_nouns"):
        return False
    plural = is_plural(tokens, i + 1, language)
    # "The 1500 jobs" are counted, "the 2018 elections" dated.
    if i and entry(tokens[i - 1].norm, language, "determiners") is not None:
        return not (plural and tokens[i].norm.endswith("00"))
    return not plural
