"""Reads one amount off tokens: money, a percentage, a duration, a measure, an ordinal or a plain number."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.language.knowledge import section
from factcheck.language.numbers import Number, after_fraction, read_number
from factcheck.language.ordinals import read_ordinal
from factcheck.language.ranges import Amount
from factcheck.language.tokens import Kind, Token
from factcheck.language.value_words import (
    CURRENCY_CODES,
    CURRENCY_SIGNS,
    DOLLAR_PREFIXES,
    ends_at,
    entry,
    first,
    glued,
    is_sign,
    phrase_table,
    phrases,
    table,
    words,
)  # fmt: skip
from factcheck.language.values import TIME_UNITS, Value

# A part of a unit is given in whole smaller ones: half a year is 6 months, a quarter of an hour 15 minutes.
_SMALLER = {"decade": ("year", 10), "year": ("month", 12), "day": ("hour", 24), "hour": ("minute", 60), "minute": ("second", 60)}
_PERCENT_POINTS, _BASIS_POINTS = "pp", "bp"


def read_amount(tokens: Sequence[Token], i: int, language: str | None) -> Amount | None:
    """Return the amount that starts at token `i`, or None."""
    token = tokens[i]
    if token.kind is Kind.MARK:
        return _sign_first(tokens, i, language)
    if token.kind is Kind.WORD:
        united = _unit_in_words(tokens, i, language)
        if united is not None:
            return Amount(united)
        if (coded := _code_first(tokens, i, language)) is not None:
            return coded
    number = read_number(tokens, i, language)
    if token.kind is Kind.NUMBER or number is None or number.last == i + 1:
        # "Twenty-first" begins with a number word, and "12th" with a number.
        ordinal = read_ordinal(tokens, i, language) if number is None or number.factor == 1 else None
        if ordinal is not None and (number is None or ordinal[0] > number.last):
            return Amount(Value("ordinal", i, ordinal[0], amount=Decimal(ordinal[1]), digits=max(1, len(str(ordinal[1]).rstrip("0")))))
    return _of_number(tokens, i, number, language) if number is not None else None


def _of_number(tokens: Sequence[Token], i: int, number: Number, language: str | None) -> Amount | None:
    value = _with_unit(tokens, i, number, language)
    if value is not None:
        return Amount(value, number.factor, about=number.about)
    if number.words and number.amount == 1:
        # "One" alone is a pronoun or an article more often than a count.
        return None
    if _of_fractions(tokens, number.last, language):
        return None
    plain = Value("number", i, number.last, amount=number.amount, digits=number.digits)
    return Amount(plain, number.factor, plain=not number.words and number.factor == 1, about=number.about)


def _of_fractions(tokens: Sequence[Token], i: int, language: str | None) -> bool:
    """Return whether the number counts fractions: three quarters, deux tiers, ثلاثة أرباع."""
    if i < len(tokens) and tokens[i].norm == "-":
        i += 1
    return i < len(tokens) and entry(tokens[i].norm, language, "fraction_plurals") is not None


def _sign_first(tokens: Sequence[Token], i: int, language: str | None) -> Amount | None:
    """Read $97.4bn, £4.2 million, A$5m, %20."""
    sign = tokens[i].norm
    if i + 1 >= len(tokens) or tokens[i + 1].kind is not Kind.NUMBER or (sign not in CURRENCY_SIGNS and sign != "%"):
        return None
    number = read_number(tokens, i + 1, language)
    if number is None:
        return None
    if sign == "%":
        if not glued(tokens, i + 1) or (i and tokens[i - 1].kind is Kind.NUMBER):
            return None
        return Amount(Value("percent", i, number.last, amount=number.amount, digits=number.digits), number.factor)
    start, unit = i, CURRENCY_SIGNS[sign]
    if sign == "$" and glued(tokens, i) and (prefix := DOLLAR_PREFIXES.get(tokens[i - 1].norm)) is not None:
        start, unit = i - 1, prefix
    # "$5 million US dollars" names the currency twice.
    again = first(phrase_table(language, "currencies"), tokens, number.last)
    last = again.last if again is not None and again.payload == unit else number.last
    return Amount(Value("money", start, last, amount=number.amount, unit=unit, digits=number.digits), number.factor)


def _code_first(tokens: Sequence[Token], i: int, language: str | None) -> Amount | None:
    """Read USD 5 million: a currency code before a number."""
    if tokens[i].text not in CURRENCY_CODES or i + 1 >= len(tokens) or tokens[i + 1].kind is not Kind.NUMBER:
        return None
    number = read_number(tokens, i + 1, language)
    if number is None:
        return None
    return Amount(Value("money", i, number.last, amount=number.amount, unit=tokens[i].text, digits=number.digits), number.factor)


def _with_unit(tokens: Sequence[Token], i: int, number: Number, language: str | None) -> Value | None:
    """Return the number with the unit behind it, or with "magnitude" before it; None where it has none."""
    place = number.last
    if place < len(tokens) and tokens[place].norm == "-" and glued(tokens, place):
        place += 1
    elif place < len(tokens) and tokens[place].norm in words(language, "before_unit"):
        # "Six derniers mois".
        return _measure(tokens, i, number, place + 1, language)
    value = _percent(tokens, i, number, place, language) or _money(tokens, i, number, place, language)
    return value or _measure(tokens, i, number, place, language)


def _percent(tokens: Sequence[Token], i: int, number: Number, place: int, language: str | None) -> Value | None:
    found = first(phrases(language, "percent", "percent_points", "basis_points"), tokens, place)
    if found is None:
        if place < len(tokens) and tokens[place].norm == "%":
            return Value("percent", i, place + 1, amount=number.amount, digits=number.digits)
        return None
    amount = number.amount / 100 if found.payload == "basis_points" else number.amount
    unit = None if found.payload == "percent" else _PERCENT_POINTS
    return Value("percent", i, found.last, amount=amount, unit=unit, digits=number.digits)


def _money(tokens: Sequence[Token], i: int, number: Number, place: int, language: str | None) -> Value | None:
    of = first(phrases(language, "of"), tokens, place)
    for start in (place, of.last) if of is not None else (place,):
        if start >= len(tokens):
            continue
        minor = first(phrase_table(language, "minor_currencies"), tokens, start)
        if minor is not None:
            return Value("money", i, minor.last, amount=number.amount / 100, unit=minor.payload, digits=number.digits)
        found = first(phrase_table(language, "currencies"), tokens, start)
        if found is not None:
            return Value("money", i, found.last, amount=number.amount, unit=found.payload, digits=number.digits)
        if is_sign(tokens[start]):
            return _sign_after(tokens, i, number, start)
        if tokens[start].text in CURRENCY_CODES:
            return Value("money", i, start + 1, amount=number.amount, unit=tokens[start].text, digits=number.digits)
    return None


def _sign_after(tokens: Sequence[Token], i: int, number: Number, place: int) -> Value | None:
    """Read "5 €", "5 $US"; a sign that touches the next number is that one's."""
    following = place + 1 < len(tokens) and glued(tokens, place + 1)
    if following and tokens[place + 1].kind is Kind.NUMBER and not glued(tokens, place):
        return None
    prefixed = tokens[place].norm == "$" and following and tokens[place + 1].text.isupper()
    unit = DOLLAR_PREFIXES.get(tokens[place + 1].norm) if prefixed else None
    last = place + 1 if unit is None else place + 2
    return Value("money", i, last, amount=number.amount, unit=unit or CURRENCY_SIGNS[tokens[place].norm], digits=number.digits)


def _measure(tokens: Sequence[Token], i: int, number: Number, place: int, language: str | None) -> Value | None:
    found = first(phrase_table(language, "units"), tokens, place)
    if found is None and glued(tokens, place):
        found = first(phrase_table(language, "glued_units"), tokens, place)
    if found is None:
        of = first(phrases(language, "of"), tokens, place) if number.factor >= 1000000 else None
        found = first(phrase_table(language, "units"), tokens, of.last) if of is not None else None
    if found is None:
        ends = first(phrases(language, "degree_after"), tokens, place)
        if ends is not None or ends_at(phrases(language, "degree_before"), tokens, i) is not None:
            return Value(
                "measure", i, ends.last if ends is not None else number.last, amount=number.amount, unit="degree", digits=number.digits
            )
        return _before_number(tokens, i, number, language)
    amount, last, digits = number.amount, found.last, number.digits
    if (half := _and_half(tokens, last, language)) is not None:
        amount, last, digits = amount + half[1], half[0], digits + 1
    return _measured(i, last, amount, found.payload, digits)


def _before_number(tokens: Sequence[Token], i: int, number: Number, language: str | None) -> Value | None:
    """Read السنوات الأربع: a definite unit before a definite number word."""
    article = section(language, "article") if language else None
    definite = article and number.words and number.last == i + 1 and all(article in tokens[j].norm[:3] for j in (i - 1, i))
    if not i or not definite:
        return None
    found = first(phrase_table(language, "units"), tokens, i - 1)
    return _measured(i - 1, number.last, number.amount, found.payload, number.digits) if found is not None else None


def _measured(start: int, last: int, amount: Decimal, unit: str, digits: int) -> Value:
    return Value("duration" if unit in TIME_UNITS else "measure", start, last, amount=amount, unit=unit, digits=digits)


def _and_half(tokens: Sequence[Token], i: int, language: str | None) -> tuple[int, Decimal] | None:
    """Return the end and amount of "and a half", ونصف, "et demi" at token `i`."""
    if i >= len(tokens) or language is None:
        return None
    joins = words(language, "and")
    separate = tokens[i].norm in joins
    place = i + 1 if separate else i
    while separate and place < len(tokens) and tokens[place].norm in words(language, "articles_as_one"):
        place += 1
    if place >= len(tokens) or not (separate or tokens[place].norm[:1] in joins):
        return None
    found = entry(tokens[place].norm, language, "fractions")
    return (place + 1, Decimal(table(language, "fractions")[found])) if found is not None else None


def _unit_in_words(tokens: Sequence[Token], i: int, language: str | None) -> Value | None:
    """Read a unit that is its own number: شهرين, نصف سنة, سنة كاملة, "an hour and a half", "a full year"."""
    dual = first(phrase_table(language, "unit_duals"), tokens, i)
    if dual is not None:
        half = _and_half(tokens, dual.last, language)
        amount = 2 + (half[1] if half is not None else 0)
        return _in_points(i, half[0] if half is not None else dual.last, Decimal(amount), dual.payload, 2 if half is not None else 1)
    part = entry(tokens[i].norm, language, "fractions")
    if part is not None and language is not None:
        return _part_of_unit(tokens, i, Decimal(table(language, "fractions")[part]), language)
    unit = first(phrase_table(language, "units"), tokens, i)
    if unit is None:
        return None
    whole = unit.last < len(tokens) and entry(tokens[unit.last].norm, language, "whole_unit") is not None
    if whole or ends_at(phrases(language, "whole_before"), tokens, i) is not None:
        return _measured(i, unit.last + whole, Decimal(1), unit.payload, 1)
    half = _and_half(tokens, unit.last, language)
    return _measured(i, half[0], 1 + half[1], unit.payload, 2) if half is not None else None


def _part_of_unit(tokens: Sequence[Token], i: int, part: Decimal, language: str) -> Value | None:
    start = after_fraction(tokens, i + 1, language)
    of_needed = tokens[i].norm in words(language, "fractions_need_of") and start == i + 1
    index = phrase_table(language, "units", "percent_point_units")
    unit = first(index, tokens, start) if not of_needed else None
    if unit is None:
        return None
    amount, name = part, unit.payload
    smaller, parts = _SMALLER.get(name, ("", 0))
    if parts and (part * parts) % 1 == 0:
        amount, name = part * parts, smaller
    return _in_points(i, unit.last, amount.normalize() if amount < 10 else amount, name, len(str(amount.normalize()).replace("0.", "")))


def _in_points(start: int, last: int, amount: Decimal, unit: str, digits: int) -> Value:
    """Return the amount, percentage points being no measure but a kind of percentage."""
    if unit == _BASIS_POINTS:
        amount, unit = amount / 100, _PERCENT_POINTS
    if unit == _PERCENT_POINTS:
        return Value("percent", start, last, amount=amount, unit=unit, digits=digits)
    return _measured(start, last, amount, unit, digits)
