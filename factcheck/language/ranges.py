"""Joins two amounts into a range (6-8 million, between 20 and 30%) or a score (2-1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.language.cues import is_stop
from factcheck.language.numbers import is_plural
from factcheck.language.tokens import Kind, Token
from factcheck.language.value_words import ends_at, first, glued, phrases
from factcheck.language.values import Value

_SCORE_DIGITS = 3
# Numbers up to this one are scores rather than ranges where both could be: 1-3, but 10-12 people.
_USUAL_SCORE = 5
# A draw of more than this is a way of speaking: 50-50.
_LARGEST_DRAW = 9
# So many words stand between what says that there was a vote or a match and its score.
_SCORE_REACH = 12
# How far before "from ... to" a word of change (rose, ارتفع) makes two values of it, in tokens.
_CHANGE_REACH = 7


@dataclass(frozen=True, slots=True)
class Amount:
    """A value as read, before what stands around it is looked at.

    Attributes:
        value: The value.
        factor: Product of its magnitudes, 1 without any.
        plain: Whether it is a number in digits with no unit of its own.
        about: Whether its word is itself an approximation.
    """

    value: Value
    factor: Decimal = Decimal(1)
    plain: bool = False
    about: bool = False


def joined(tokens: Sequence[Token], low: Amount, high: Amount, language: str | None) -> Value | bool | None:
    """Return the range or score that two neighbouring amounts are, False where they are no values (50-50), else None."""
    start, end = low.value.last, high.value.first
    if not start < end <= start + 3 or low.value.amount is None or high.value.amount is None:
        return None
    dash = end == start + 1 and tokens[start].norm == "-"
    if dash and low.value.amount == high.value.amount and (not low.plain or low.value.amount > _LARGEST_DRAW):
        return False
    if dash and low.plain and high.plain and _is_score(tokens, low.value, high.value, language):
        return Value("score", low.value.first, high.value.last, amount=low.value.amount, high=high.value.amount, digits=2)
    if not dash and _is_told_score(tokens, low, high, language):
        return Value("score", low.value.first, high.value.last, amount=low.value.amount, high=high.value.amount, digits=2)
    if not dash and not _is_between(tokens, low.value, start, end, language):
        return None
    return _range(tokens, low, high, language, dash=dash)


def _is_score(tokens: Sequence[Token], a: Value, b: Value, language: str | None) -> bool:
    if any(not tokens[v.first].norm.isdecimal() or len(tokens[v.first].norm) > _SCORE_DIGITS or v.last > v.first + 1 for v in (a, b)):
        return False
    if a.amount is None or b.amount is None or (b.last < len(tokens) and tokens[b.last].norm == "-"):
        return False
    counts = b.last < len(tokens) and tokens[b.last].kind is Kind.WORD and not is_stop(tokens[b.last].norm, language)
    if a.amount < b.amount and counts and (b.amount > _USUAL_SCORE or is_plural(tokens, b.last, language)):
        return False
    # Three digits are a score only of a vote: 218-206, not 300-400.
    return max(a.amount, b.amount) < 100 or a.amount > b.amount


def _is_told_score(tokens: Sequence[Token], low: Amount, high: Amount, language: str | None) -> bool:
    """Return whether the words between two numbers, and one not far before them, make a score of the two: voted five to two."""
    a, b = low.value, high.value
    if any(amount.factor != 1 or amount.value.kind != "number" for amount in (low, high)):
        return False
    to = first(phrases(language, "score_to"), tokens, a.last)
    if to is None or to.last != b.first or _changes(tokens, a.first, language):
        return False
    if a.amount is None or b.amount is None or (a.amount < b.amount and _counts(tokens, b, language)):
        return False
    said = phrases(language, "score_words")
    return any(first(said, tokens, i) is not None for i in range(max(0, a.first - _SCORE_REACH), a.first))


def _changes(tokens: Sequence[Token], i: int, language: str | None) -> bool:
    index = phrases(language, "change_words")
    return any(first(index, tokens, j) is not None for j in range(max(0, i - _CHANGE_REACH), i))


def _is_between(tokens: Sequence[Token], low: Value, start: int, end: int, language: str | None) -> bool:
    """Return whether the words between two amounts make a range of them: between 6 and 8, 10 to 12, من 6 إلى 8."""
    opener = _opened(tokens, low.first, language)
    both = first(phrases(language, "range_and"), tokens, start)
    if both is not None and both.last == end:
        return opener
    to = first(phrases(language, "range_to"), tokens, start)
    return to is not None and to.last == end and not _changes(tokens, low.first, language)


def _opened(tokens: Sequence[Token], i: int, language: str | None) -> bool:
    """Return whether "between" leads up to token `i`, one other word at most standing in the way."""
    index = phrases(language, "range_open")
    return ends_at(index, tokens, i) is not None or ends_at(index, tokens, i - 1) is not None


def _range(tokens: Sequence[Token], low: Amount, high: Amount, language: str | None, *, dash: bool) -> Value | None:
    a, b = low.value, high.value
    if a.amount is None or b.amount is None or "score" in (a.kind, b.kind) or "ordinal" in (a.kind, b.kind):
        return None
    united = (a.kind, a.unit) == (b.kind, b.unit)
    if not united and a.kind != "number" and b.kind != "number":
        return None
    if dash and united and a.kind == "number" and high.factor == 1 and not (glued(tokens, b.first) and _counts(tokens, b, language)):
        return None
    source = b if b.kind != "number" else a
    amount, top = a.amount, b.amount
    if low.factor == 1 and high.factor > 1 and amount < 1000 and amount * high.factor < top:
        amount *= high.factor
    if amount >= top:
        return None
    return replace(b, kind=source.kind, unit=source.unit, first=a.first, amount=amount, high=top, bound="range")


def _counts(tokens: Sequence[Token], value: Value, language: str | None) -> bool:
    place = value.last
    return place < len(tokens) and tokens[place].kind is Kind.WORD and not is_stop(tokens[place].norm, language)


def between_dates(tokens: Sequence[Token], values: Sequence[Value], language: str | None) -> list[Value]:
    """Return the values with both dates of "between 1641 and 1645" marked as the ends of a range."""
    marked = list(values)
    for i in range(len(marked) - 1):
        a, b = marked[i], marked[i + 1]
        if a.kind == b.kind == "date" and _opened(tokens, a.first, language):
            found = first(phrases(language, "range_and"), tokens, a.last)
            if found is not None and found.last == b.first:
                marked[i], marked[i + 1] = replace(a, bound="range"), replace(b, bound="range")
    return marked
