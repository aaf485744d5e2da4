"""Reads what limits a value: about, nearly, at least, up to, "or more", before and after dates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from factcheck.language.cues import is_stop
from factcheck.language.knowledge import section
from factcheck.language.tokens import Kind, Token
from factcheck.language.value_words import entry, first, phrases, words
from factcheck.language.values import Value

_BEFORE = {"approximate": "about", "at_least": "at_least", "at_most": "at_most", "below": "below"}
_AFTER = {"approximate_after": "about", "at_least_after": "at_least", "at_most_after": "at_most"}
_DATE = {"year_approximate": "about", "before_date": "at_most", "after_date": "at_least"}
# "30,000 houses of clay at least": this many words may stand between a value and its bound.
_WORDS_BETWEEN = 3

# Where a phrase ends: its list and its first token.
Ends = Mapping[int, tuple[str, int]]


def phrase_ends(tokens: Sequence[Token], values: Sequence[Value], language: str | None) -> tuple[Ends, Ends]:
    """Return, by the token after it, each phrase that limits an amount and each that limits a date; the longest of two.

    They are only looked for where there are values that they may limit.
    """
    dates = sum(value.kind == "date" for value in values)
    return _ends(tokens, language, *_BEFORE) if dates < len(values) else {}, _ends(tokens, language, *_DATE) if dates else {}


def _ends(tokens: Sequence[Token], language: str | None, *names: str) -> Ends:
    ends: dict[int, tuple[str, int]] = {}
    for i, here in phrases(language, *names).by_place(tokens).items():
        for found in here:
            # The phrase that began first is the longest: "no more than" over "more than".
            ends.setdefault(found.last, (found.payload, i))
    return ends


def bounded(tokens: Sequence[Token], value: Value, ends: tuple[Ends, Ends], language: str | None) -> Value:
    """Return the value with the bound that the words around it set, if any."""
    if value.bound is not None or value.kind in ("score", "ordinal"):
        return value
    if value.kind == "date":
        found = ends[1].get(value.first)
        if found is None and value.first and entry(tokens[value.first - 1].norm, language, "year_nouns") is not None:
            found = ends[1].get(value.first - 1)
        return replace(value, bound=_DATE[found[0]]) if found is not None else value
    bound = _bound_before(tokens, value, ends[0], language) or _bound_after(tokens, value, language)
    return replace(value, bound=bound) if bound is not None else value


def _bound_before(tokens: Sequence[Token], value: Value, ends: Ends, language: str | None) -> str | None:
    """Return the bound of the phrases that lead up to the value; a limit weighs more than "about" beside it."""
    place, bounds, skipped = value.first, [], False
    # "لم تتجاوز قوته 5" has the subject between the two.
    verb_first = bool(language and section(language, "verb_first"))
    while place > 0:
        if place in ends:
            name, start = ends[place]
            if not (value.kind == "duration" and tokens[start].norm in words(language, "not_bound_of_time") and place - start == 1):
                bounds.append(_BEFORE[name])
            place = start
        elif (
            not skipped and not bounds and tokens[place - 1].kind is Kind.WORD and (verb_first or is_stop(tokens[place - 1].norm, language))
        ):
            place, skipped = place - 1, True
        else:
            break
    return next((bound for bound in bounds if bound != "about"), bounds[0] if bounds else None)


def _bound_after(tokens: Sequence[Token], value: Value, language: str | None) -> str | None:
    """Return the bound that follows the value: "1,000 or more", "30 ألف منزل على الأقل"."""
    index = phrases(language, *_AFTER)
    for place in range(value.last, min(value.last + _WORDS_BETWEEN + 1, len(tokens))):
        found = first(index, tokens, place)
        if found is not None:
            # "At least" before another number is that one's.
            free = found.last == len(tokens) or tokens[found.last].kind is not Kind.NUMBER
            return _AFTER[found.payload] if free else None
        if tokens[place].kind is not Kind.WORD:
            break
    return None
