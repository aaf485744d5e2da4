"""Finds the noun that a number counts or an ordinal orders: 57 stores, الدقيقة 88, اللقب السادس."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.cues import is_stop
from factcheck.language.knowledge import section
from factcheck.language.numbers import is_plural
from factcheck.language.tokens import Kind, Token
from factcheck.language.value_words import entry, first, phrases, words
from factcheck.language.values import Value

# Between an English number and its noun stand two adjectives at most.
_ADJECTIVES = 3


def counted_noun(tokens: Sequence[Token], value: Value, language: str | None) -> int | None:
    """Return the index of the noun, or None where the number stands alone.

    The noun follows a number; it stands before one that labels it (page 3) and, in languages whose data says so,
    before an ordinal.
    """
    if value.kind == "ordinal" and _noun_first(tokens, value, language):
        return value.first - 1
    before = _label(tokens, value.first, language)
    place = _after(tokens, value, language)
    # A listed label wins (page 3 story); a definite word in Arabic only where no noun follows at once.
    if before is not None and (place != value.last or entry(tokens[before].norm, language, "labels") is not None):
        return before
    return _past_adjectives(tokens, place, language) if place is not None else None


def _noun_first(tokens: Sequence[Token], value: Value, language: str | None) -> bool:
    article = section(language, "article") if language else None
    if not article or not value.first:
        return False
    before = tokens[value.first - 1]
    return article in tokens[value.first].norm[:3] and before.kind is Kind.WORD and not is_stop(before.norm, language)


def _after(tokens: Sequence[Token], value: Value, language: str | None) -> int | None:
    of = first(phrases(language, "of", "of_group"), tokens, value.last)
    place = of.last if of is not None else value.last
    skipped = 0
    while of is not None and skipped < 2 and place < len(tokens) and tokens[place].norm in words(language, "determiners"):
        # "Three of the boats".
        place, skipped = place + 1, skipped + 1
    if place >= len(tokens) or tokens[place].kind is not Kind.WORD:
        return None
    word = tokens[place].norm
    return None if is_stop(word, language) or _conjoined(word, language) else place


def _conjoined(word: str, language: str | None) -> bool:
    """Return whether a word begins with a joined "and": it opens another phrase and is not counted."""
    if language is None or section(language, "script") == "Latin" or word in words(language, "begin_with_and"):
        return False
    return len(word) > 3 and word[:1] in words(language, "and")


def _past_adjectives(tokens: Sequence[Token], place: int, language: str | None) -> int:
    """Return the first plural among the words that follow (3,000 local suppliers), else the first word."""
    for i in range(place, min(place + _ADJECTIVES, len(tokens))):
        if tokens[i].kind is not Kind.WORD or (is_stop(tokens[i].norm, language) and i > place):
            break
        if is_plural(tokens, i, language):
            return i
    return place


def _label(tokens: Sequence[Token], i: int, language: str | None) -> int | None:
    """Return the word before a number if it is its noun: a listed label, or in Arabic any definite word."""
    if not i or tokens[i - 1].kind is not Kind.WORD or is_stop(tokens[i - 1].norm, language):
        return None
    word = tokens[i - 1].norm
    article = section(language, "article") if language else None
    definite = bool(article) and str(article) in word[:3] and len(word) > 4
    return i - 1 if definite or entry(word, language, "labels") is not None else None
