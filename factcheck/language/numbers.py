"""Reads numbers off tokens: digits of any script and number words, with magnitudes (thousand, مليار).

Which words are numbers, and whether a comma groups or divides, is data of the language.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from factcheck.language.cues import is_stop
from factcheck.language.knowledge import section
from factcheck.language.number_words import after_article, read_below_thousand
from factcheck.language.tokens import Kind, Token
from factcheck.language.value_words import entry, first, glued, is_sign, phrases, table, words

# From here on, three digits behind a point are a fraction (1.250 مليار), where the language's own mark is not known.
_LARGE = Decimal(1000000)


@dataclass(frozen=True, slots=True)
class Number:
    """A number read from tokens.

    Attributes:
        last: One past its last token.
        amount: With its magnitudes.
        digits: Significant digits as printed.
        words: Whether no digit stands in it.
        factor: Product of its magnitudes, 1 without any.
        about: Whether the word for it is itself an approximation (une dizaine).
    """

    last: int
    amount: Decimal
    digits: int
    words: bool
    factor: Decimal = Decimal(1)
    about: bool = False


def significant(amount: Decimal) -> int:
    """Return the digits of a whole number without its trailing zeros, at least 1."""
    return len(str(int(amount)).rstrip("0")) or 1


def parse_digits(norm: str, decimal_mark: str | None) -> tuple[Decimal, int] | None:
    """Return a folded number token's amount and significant digits, or None where it is no number.

    `decimal_mark` is the language's own mark; with None, a mark before exactly three digits groups thousands.
    """
    text = norm.replace(" ", "").replace("'", "")
    marks = [c for c in text if c in ".,"]
    decimal = None
    if len(set(marks)) == 2 and marks.count(marks[-1]) == 1:
        decimal = marks[-1]
    elif len(marks) == 1:
        whole, _, rest = text.partition(marks[0])
        groups = len(rest) == 3 and marks[0] != decimal_mark and len(whole) <= 3 and not whole.startswith("0")
        decimal = None if groups else marks[0]
    for mark in ".,":
        if mark != decimal:
            text = text.replace(mark, "")
    text = text.replace(decimal, ".") if decimal else text
    if not text.replace(".", "", 1).isdecimal():
        return None
    printed = text.replace(".", "").lstrip("0")
    return Decimal(text), max(1, len(printed if "." in text else printed.rstrip("0")))


@dataclass(frozen=True, slots=True)
class NumberWriting:
    """How a language writes digits: its decimal mark, or None where it uses point and comma alike."""

    decimal_mark: str | None


@cache
def number_words(language: str | None) -> NumberWriting:
    """Return how a language writes numbers; nothing is known of None and of a language without data."""
    return NumberWriting(section(language, "decimal_mark") or None if language else None)


@cache
def _magnitude_table(language: str | None) -> Mapping[str, Decimal]:
    return {word: Decimal(number) for word, number in table(language, "magnitudes").items()}


def read_number(tokens: Sequence[Token], i: int, language: str | None) -> Number | None:
    """Return the number that starts at token `i`, with its magnitudes, or None.

    A plural magnitude alone ("millions", آلاف) is vague and no number.
    """
    if tokens[i].kind is Kind.NUMBER:
        return _in_digits(tokens, i, language)
    if tokens[i].kind is Kind.WORD and language is not None and entry(tokens[i].norm, language, "not_numbers") is None:
        return _in_words(tokens, i, language)
    return None


def _in_digits(tokens: Sequence[Token], i: int, language: str | None) -> Number | None:
    last, norm = _space_groups(tokens, i, language)
    # "A 5-billion-dollar fund".
    hyphen = last + 1 < len(tokens) and tokens[last].norm == "-" and glued(tokens, last) and glued(tokens, last + 1)
    end, factor = _magnitudes(tokens, last + hyphen, language)
    end = last if factor == 1 else end
    mark = number_words(language).decimal_mark
    if mark is None and (factor >= _LARGE or (last < len(tokens) and tokens[last].norm == "%")):
        mark = next((c for c in norm if c in ".,"), None)
    parsed = parse_digits(norm, mark)
    if parsed is None:
        return None
    number = Number(end, parsed[0] * factor, parsed[1], words=False, factor=factor)
    return _and_more(tokens, number, language)


def _space_groups(tokens: Sequence[Token], i: int, language: str | None) -> tuple[int, str]:
    """Return the end and text of digits whose thousands a plain space parts (1 200), where the language does so."""
    norm, last = tokens[i].norm, i + 1
    if not language or not section(language, "space_groups") or not norm.isdecimal() or len(norm) > 3 or norm.startswith("0"):
        return last, norm
    while last < len(tokens) and tokens[last].kind is Kind.NUMBER and tokens[last].start == tokens[last - 1].end + 1:
        whole = tokens[last].norm.partition(",")[0]
        if len(whole) != 3 or not whole.isdecimal() or "," in norm:
            break
        norm += tokens[last].norm
        last += 1
    return last, norm


def _magnitudes(tokens: Sequence[Token], i: int, language: str | None) -> tuple[int, Decimal]:
    """Return the end and product of the magnitude words from token `i` on."""
    factor = Decimal(1)
    known = _magnitude_table(language)
    while i < len(tokens) and tokens[i].norm in known:
        if tokens[i].norm in words(language, "glued_magnitudes") and not _glued_magnitude(tokens, i, language):
            break
        factor *= known[tokens[i].norm]
        i += 1
    return i, factor


def _glued_magnitude(tokens: Sequence[Token], i: int, language: str | None) -> bool:
    """Return whether a letter is a magnitude: £4m, 5 M€, 50k and 3m people are, the 100m race is not."""
    if i + 1 < len(tokens) and glued(tokens, i + 1) and is_sign(tokens[i + 1]):
        return True
    if not glued(tokens, i) or tokens[i - 1].kind is not Kind.NUMBER:
        return False
    if tokens[i].norm not in words(language, "units") or (i > 1 and is_sign(tokens[i - 2])):
        return True
    return first(phrases(language, "currencies"), tokens, i + 1) is not None or is_plural(tokens, i + 1, language)


def is_plural(tokens: Sequence[Token], i: int, language: str | None) -> bool:
    """Return whether token `i` has the form of a plural noun, in a language whose data says what that is."""
    if not language or i >= len(tokens) or tokens[i].kind is not Kind.WORD or is_stop(tokens[i].norm, language):
        return False
    ending = section(language, "plural_ending")
    word = tokens[i].norm
    return word in words(language, "plural_words") or bool(
        ending and word.endswith(ending) and not word.endswith(2 * ending) and len(word) > 3
    )


def _and_more(tokens: Sequence[Token], number: Number, language: str | None) -> Number:
    """Add what is joined to a number: two and a half million, مليون ونصف, two thousand and eighteen, ألف و200."""
    joined, after = _joined(tokens, number.last, language)
    half = _fraction(tokens, after, language) if joined else None
    if half is None and number.factor == 1 and glued(tokens, number.last):
        half = _fraction(tokens, number.last, language)
    if half is not None:
        return _add_fraction(tokens, number, *half, language)
    runs_on = number.words and language is not None and not section(language, "units_before_tens")
    if number.factor == 1 or after >= len(tokens) or not (joined or runs_on):
        return number
    more = read_number(tokens, after, language)
    if more is not None and number.words and more.words and _thousands_of(number, more, language):
        amount = (number.amount + more.amount / more.factor) * more.factor
        return Number(more.last, amount, significant(amount), words=True, factor=more.factor)
    if more is None or more.amount >= number.factor or not _adds(tokens, number, more, language, joined=joined):
        return number
    amount = number.amount + more.amount
    return Number(more.last, amount, max(number.digits, significant(amount)), number.words and more.words, more.factor)


def _thousands_of(number: Number, more: Number, language: str | None) -> bool:
    """Return whether a thousand and what follows count millions together: mil cien millones."""
    together = number.factor == 1000 and more.factor >= _LARGE and more.amount / more.factor < 1000
    return together and language is not None and bool(section(language, "thousands_of_millions"))


def _adds(tokens: Sequence[Token], number: Number, more: Number, language: str | None, *, joined: bool) -> bool:
    if number.words and more.words:
        return True
    if more.factor != 1:
        return joined
    # ألف و200 and 8 آلاف و500 are one number each; "two thousand and 300 others" are two.
    hundreds = number.factor == 1000 and 100 <= more.amount < 1000
    return (
        joined
        and hundreds
        and language is not None
        and bool(section(language, "digits_join"))
        and not tokens[more.last - 1].norm.startswith("0")
    )


def _joined(tokens: Sequence[Token], i: int, language: str | None) -> tuple[bool, int]:
    """Return whether an "and" stands at token `i`, alone or as a clitic, and where what it joins begins."""
    if i >= len(tokens) or tokens[i].kind is not Kind.WORD:
        return False, i
    joins = words(language, "and")
    if tokens[i].norm in joins:
        return True, i + 1
    return section(language, "script") != "Latin" and tokens[i].norm[:1] in joins if language else False, i


def _number_joined(tokens: Sequence[Token], i: int, language: str) -> bool:
    """Return whether an "and" at token `i` joins a number or a fraction."""
    joined, after = _joined(tokens, i, language)
    return joined and after < len(tokens) and (read_number(tokens, after, language) or _fraction(tokens, after, language)) is not None


def _fraction(tokens: Sequence[Token], i: int, language: str | None) -> tuple[int, Decimal] | None:
    """Return the end and amount of "a half", نصف, "demi" at token `i`."""
    while i < len(tokens) and tokens[i].norm in words(language, "articles_as_one"):
        i += 1
    found = entry(tokens[i].norm, language, "fractions") if i < len(tokens) else None
    return (i + 1, Decimal(table(language, "fractions")[found])) if found is not None else None


def _add_fraction(tokens: Sequence[Token], number: Number, last: int, part: Decimal, language: str | None) -> Number:
    if number.factor == 1:
        end, factor = _magnitudes(tokens, last, language)
        return Number(end, (number.amount + part) * factor, number.digits + 1, number.words, factor)
    # مليون ونصف المليون names the magnitude twice.
    again = entry(tokens[last].norm, language, "magnitudes") if last < len(tokens) else None
    if again is not None and _magnitude_table(language)[again] == number.factor:
        last += 1
    return replace(number, last=last, amount=number.amount + number.factor * part, digits=number.digits + 1)


def _in_words(tokens: Sequence[Token], i: int, language: str) -> Number | None:
    return (
        _dual(tokens, i, language)
        or _part_of_magnitude(tokens, i, language)
        or _counted(tokens, i, language)
        or _alone(tokens, i, language)
    )


def _dual(tokens: Sequence[Token], i: int, language: str) -> Number | None:
    """Read a magnitude in the dual: مليونين. مليونا is one only before what it counts, elsewhere an accusative: ألفا ومئة."""
    found = entry(tokens[i].norm, language, "duals")
    if found is None:
        return None
    if found in words(language, "dual_before_noun"):
        follows = i + 1 < len(tokens) and tokens[i + 1].kind is Kind.WORD and not is_stop(tokens[i + 1].norm, language)
        if not follows or section(language, "accusative_mark") in tokens[i].text or _number_joined(tokens, i + 1, language):
            return None
    amount = Decimal(table(language, "duals")[found])
    return _and_more(tokens, Number(i + 1, amount, 1, words=True, factor=amount / 2), language)


def _part_of_magnitude(tokens: Sequence[Token], i: int, language: str) -> Number | None:
    """Read half a million, نصف مليون, un quart de million: a fraction is a number only of a magnitude."""
    half = _fraction(tokens, i, language) if entry(tokens[i].norm, language, "fractions") else None
    if half is None:
        return None
    start = after_fraction(tokens, half[0], language)
    last, factor = _magnitudes(tokens, start, language)
    if factor == 1 and start < len(tokens) and (found := entry(tokens[start].norm, language, "magnitudes")) is not None:
        last, factor = start + 1, _magnitude_table(language)[found]
    return Number(last, half[1] * factor, 1, words=True, factor=factor) if factor != 1 else None


def after_fraction(tokens: Sequence[Token], i: int, language: str | None) -> int:
    """Return where what a fraction is of begins: past a hyphen, "of" and "a"."""
    if i < len(tokens) and tokens[i].norm == "-" and glued(tokens, i):
        i += 1
    of = first(phrases(language, "of"), tokens, i)
    i = of.last if of is not None else i
    while i < len(tokens) and tokens[i].norm in words(language, "articles_as_one"):
        i += 1
    return i


def _counted(tokens: Sequence[Token], i: int, language: str) -> Number | None:
    """Read a number below a thousand in words with its magnitudes, or times a dozen."""
    last, amount = read_below_thousand(tokens, i, language)
    if last == i:
        return None
    total = Decimal(amount)
    if last < len(tokens) and tokens[last].norm in words(language, "collectives"):
        return _collective(tokens, last, total, language)
    end, factor = _magnitudes(tokens, last, language)
    return _and_more(tokens, Number(end, total * factor, significant(total), words=True, factor=factor), language)


def _collective(tokens: Sequence[Token], i: int, times: Decimal, language: str) -> Number:
    """Read a dozen, une centaine (de millions)."""
    word = tokens[i].norm
    amount = times * Decimal(table(language, "collectives")[word])
    of = first(phrases(language, "of"), tokens, i + 1)
    last, factor = _magnitudes(tokens, of.last, language) if of is not None else (i + 1, Decimal(1))
    about = word in words(language, "collectives_about")
    return Number(last if factor != 1 else i + 1, amount * factor, significant(amount), words=True, factor=factor, about=about)


def _alone(tokens: Sequence[Token], i: int, language: str) -> Number | None:
    """Read a magnitude that stands for one of it: ألف, mille; in English only behind "a"."""
    word = tokens[i].norm
    article = after_article(tokens, i, language)
    if word in words(language, "collectives") and article:
        return _collective(tokens, i, Decimal(1), language)
    found = entry(word, language, "alone")
    if found is None or (section(language, "alone_needs_article") and (not article or _part_of_it(tokens, i, language))):
        return None
    amount = _magnitude_table(language).get(found)
    if amount is None:
        return None
    end, factor = _magnitudes(tokens, i + 1, language)
    return _and_more(tokens, Number(end, amount * factor, 1, words=True, factor=amount * factor), language)


def _part_of_it(tokens: Sequence[Token], i: int, language: str) -> bool:
    """Return whether "three quarters of a" stands before a magnitude."""
    of = i > 2 and tokens[i - 2].norm in words(language, "of")
    return of and any(entry(tokens[i - 3].norm, language, name) is not None for name in ("fraction_plurals", "ordinals"))
