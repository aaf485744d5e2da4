"""Tells figures that are no values: web addresses, telephone numbers, footnotes, clock times, parts of names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from factcheck.language.cues import is_stop
from factcheck.language.number_words import is_number_word, may_count, read_below_thousand
from factcheck.language.numbers import is_plural
from factcheck.language.ordinals import read_ordinal
from factcheck.language.tokens import Kind, Token
from factcheck.language.value_words import CURRENCY_CODES, ends_at, entry, first, glued, is_sign, phrases, word_may_begin, words

_HOURS, _MINUTES = 24, 60
_HOUR_DIGITS = 2
_TELEPHONE_DIGITS, _LONG_TELEPHONE_DIGITS = 7, 9
# A name's number has at most this many digits: Boeing 737.
_NAME_DIGITS = 3
# Of marks, a telephone number or a footnote begins with one of these.
_OPENING_MARKS = frozenset("+[")
_CLOSING = frozenset("\"'.,;:!?)]»")


def hidden(tokens: Sequence[Token], language: str | None) -> frozenset[int]:
    """Return the tokens of telephone numbers, footnotes, list numbers and clock times."""
    found: set[int] = set()
    for i, token in enumerate(tokens):
        if i in found:
            continue
        if token.kind is Kind.NUMBER:
            found.update(_clock(tokens, i, language) or _list_number(tokens, i))
        elif token.kind is Kind.MARK:
            if token.norm in _OPENING_MARKS:
                found.update(_telephone(tokens, i, language) or _footnote(tokens, i))
        elif _may_open(token.norm, token.word, language):
            found.update(_telephone(tokens, i, language) or _clock(tokens, i, language))
    return frozenset(found)


@lru_cache(maxsize=1 << 14)
def _may_open(norm: str, word: str, language: str | None) -> bool:
    """Return whether something hidden can begin at a word; most words are passed over."""
    if entry(norm, language, "telephone_words") is not None:
        return True
    hour = word_may_begin(norm, language) and may_count(norm, language)
    return language is not None and (hour or phrases(language, "clock_before").opens(word))


def _telephone(tokens: Sequence[Token], i: int, language: str | None) -> range:
    """Find +212 522 12 34 56, and the digits after "telephone"."""
    plus = tokens[i].norm == "+" and glued(tokens, i + 1) and i + 1 < len(tokens) and tokens[i + 1].kind is Kind.NUMBER
    named = tokens[i].kind is Kind.WORD and entry(tokens[i].norm, language, "telephone_words") is not None
    if not plus and not named:
        return range(0)
    last, numbers = i + 1, 0
    while last < len(tokens) and (tokens[last].kind is Kind.NUMBER or tokens[last].norm in ("-", ".", "(", ")", "+", ":", "/")):
        numbers += tokens[last].kind is Kind.NUMBER
        last += 1
    digits = sum(len(t.norm) for t in tokens[i + 1 : last] if t.kind is Kind.NUMBER)
    return range(i, last) if digits >= _TELEPHONE_DIGITS and (named or numbers > 1 or digits >= _LONG_TELEPHONE_DIGITS) else range(0)


def _footnote(tokens: Sequence[Token], i: int) -> range:
    """Find [1]."""
    inside = i + 2 < len(tokens) and tokens[i].norm == "[" and tokens[i + 1].norm.isdecimal() and tokens[i + 2].norm == "]"
    return range(i, i + 3) if inside else range(0)


def _list_number(tokens: Sequence[Token], i: int) -> range:
    """Find the "1." or "1)" that opens a list item."""
    opens = i == 0 and len(tokens) > 2 and tokens[0].norm.isdecimal() and len(tokens[0].norm) <= 2
    return range(1) if opens and tokens[1].norm in (".", ")") and glued(tokens, 1) and not glued(tokens, 2) else range(0)


def _clock(tokens: Sequence[Token], i: int, language: str | None) -> range:
    """Find 6:42, 06.50, 9.30 pm, 5 a.m., à 18 h, الساعة الحادية عشرة و11 دقيقة."""
    if tokens[i].kind is Kind.NUMBER:
        last = _clock_in_digits(tokens, i, language)
        return range(i, last) if last > i else range(0)
    if tokens[i].kind is not Kind.WORD or language is None:
        return range(0)
    found = first(phrases(language, "clock_before"), tokens, i)
    if found is not None:
        last = _clock_after_word(tokens, found.last, language)
        return range(i, last) if last > found.last else range(0)
    return _named_hour(tokens, i, language) if word_may_begin(tokens[i].norm, language) else range(0)


def _is_hour(digits: str) -> bool:
    """Return whether a number in digits is an hour of the day."""
    return digits.isdecimal() and len(digits) <= _HOUR_DIGITS and int(digits) <= _HOURS


def _clock_in_digits(tokens: Sequence[Token], i: int, language: str | None) -> int:
    """Return the end of a clock time that starts with the number at `i`, or `i`."""
    norm = tokens[i].norm
    after = tokens[i + 1].norm if i + 1 < len(tokens) else ""
    if norm.isdecimal() and after in (":", "h") and i + 2 < len(tokens) and tokens[i + 2].norm.isdecimal() and len(tokens[i + 2].norm) == 2:
        tight = glued(tokens, i + 1) and glued(tokens, i + 2)
        if _is_hour(norm) and (tight or after == "h"):
            seconds = i + 4 < len(tokens) and tokens[i + 3].norm == ":" and glued(tokens, i + 3) and tokens[i + 4].norm.isdecimal()
            return i + (5 if seconds else 3)
    if norm.isdecimal() and after == ":" and glued(tokens, i + 1) and glued(tokens, i + 2) and tokens[i + 2].kind is Kind.NUMBER:
        # A ratio, or a score in the way of another country.
        return i + 3
    hour, _, minute = norm.partition(".")
    dotted = (
        hour.isdecimal() and len(hour) <= 2 and int(hour) <= _HOURS and len(minute) == 2 and minute.isdecimal() and int(minute) < _MINUTES
    )
    whole = norm.isdecimal() and (_is_hour(norm) or (len(norm) == 4 and norm.startswith("0")))
    if dotted and hour.startswith("0") and len(hour) == 2:
        return i + 1
    named = first(phrases(language, "clock"), tokens, i + 1) if dotted or whole else None
    if named is None and whole and i and tokens[i - 1].norm in words(language, "clock_hours_before"):
        # "à 18 heures", but not "à 18 heures de route".
        hours = first(phrases(language, "clock_hours"), tokens, i + 1)
        named = hours if hours is not None and first(phrases(language, "of"), tokens, hours.last) is None else None
    return named.last if named is not None else i


def _clock_after_word(tokens: Sequence[Token], i: int, language: str) -> int:
    """Return the end of the hour and minutes that follow الساعة or "a las", or `i`."""
    ordinal = read_ordinal(tokens, i, language)
    last, number = ordinal if ordinal is not None else read_below_thousand(tokens, i, language)
    if last == i and i < len(tokens) and tokens[i].kind is Kind.NUMBER:
        hour = tokens[i].norm.partition(".")[0]
        last, number = (i + 1, int(hour)) if _is_hour(hour) else (i, 0)
        last = max(last, _clock_in_digits(tokens, i, language))
    if last == i or number > _HOURS:
        return i
    # "و11 دقيقة", "والنصف", "إلا ربعا".
    place = last
    while place < len(tokens) and (
        tokens[place].norm in words(language, "clock_joins") or (place > last and tokens[place].kind is Kind.NUMBER)
    ):
        place += 1
    if tokens[place - 1].norm in words(language, "and"):
        place -= 1
    minutes = first(phrases(language, "clock_minutes"), tokens, place)
    return minutes.last if minutes is not None else place


def _named_hour(tokens: Sequence[Token], i: int, language: str) -> range:
    """Find the hour named by a word: الثامنة مساء, "six o'clock"."""
    ordinal = read_ordinal(tokens, i, language)
    last, number = ordinal if ordinal is not None else read_below_thousand(tokens, i, language)
    named = first(phrases(language, "clock"), tokens, last) if last > i and number <= _HOURS else None
    return range(i, named.last) if named is not None else range(0)


def in_name(tokens: Sequence[Token], i: int, language: str | None) -> bool:
    """Return whether the number at token `i` is part of a name or a longer code: G7, 5G, Grok-2, Falcon 9, 0522, 9/11."""
    token = tokens[i]
    if token.kind is not Kind.NUMBER:
        return _written_name(tokens, i, language) or _decade(tokens, i, language)
    leading_zero = token.norm.isdecimal() and token.norm.startswith("0") and len(token.norm) > 1
    return leading_zero or any(_name_signs(tokens, i, language))


def _name_signs(tokens: Sequence[Token], i: int, language: str | None) -> Iterator[bool]:
    before, after = tokens[i - 1] if i else None, tokens[i + 1] if i + 1 < len(tokens) else None
    if before is not None and glued(tokens, i):
        yield before.kind is Kind.WORD and before.norm.isascii() and before.text not in CURRENCY_CODES and before.norm != "us"
        yield before.norm in ("#", "@", "_", "=", "&", "\\")
        yield before.norm in ("/", ".") and glued(tokens, i - 1)
    if after is not None and glued(tokens, i + 1):
        yield after.kind is Kind.WORD and after.norm.isascii() and not _is_unit_word(tokens, i + 1, language)
        yield after.norm in ("/", "_", "@") and i + 2 < len(tokens) and glued(tokens, i + 2) and tokens[i + 2].kind is Kind.NUMBER
    if before is not None and before.norm == "-" and i > 1 and tokens[i - 2].kind is Kind.WORD:
        yield _after_hyphen(tokens, i, language)
    if after is not None and after.norm == "-" and glued(tokens, i + 1) and glued(tokens, i + 2):
        # "El 11-M".
        yield len(tokens[i + 2].text) == 1 and tokens[i + 2].text.isupper()
    yield _decade(tokens, i, language)
    yield _is_label(tokens, i, language)


def _is_unit_word(tokens: Sequence[Token], i: int, language: str | None) -> bool:
    """Return whether what is glued to a number belongs to it: a magnitude, unit, currency or ordinal ending."""
    word = tokens[i]
    listed = any(word.norm in words(language, name) for name in ("magnitudes", "ordinal_endings", "fractions", "articles_as_one"))
    measured = any(
        first(phrases(language, name), tokens, i) is not None
        for name in ("units", "glued_units", "currencies", "percent", "minor_currencies")
    )
    return listed or measured or word.norm in ("x", "st", "nd", "rd", "th") or word.text in CURRENCY_CODES


def _after_hyphen(tokens: Sequence[Token], i: int, language: str | None) -> bool:
    word = tokens[i - 2]
    if is_number_word(word.norm, language) or not tokens[i].norm.isdecimal():
        return False
    if glued(tokens, i - 1) and glued(tokens, i):
        return entry(word.norm, language, "hyphened_before_number") is None
    # "غروك – 2": the dash stands free, and nothing that could be counted follows.
    closes = i + 1 == len(tokens) or tokens[i + 1].norm in _CLOSING
    return len(tokens[i].norm) <= 2 and closes and not glued(tokens, i)


def _decade(tokens: Sequence[Token], i: int, language: str | None) -> bool:
    """Return whether the number names a decade: les années 90, la década de los noventa."""
    if not tokens[i].norm.endswith("0") and (tokens[i].kind is not Kind.WORD or not is_number_word(tokens[i].norm, language)):
        return False
    return ends_at(phrases(language, "decade_before"), tokens, i) is not None


def _is_label(tokens: Sequence[Token], i: int, language: str | None) -> bool:
    """Return whether a number follows a capitalised Latin word as part of its name: Falcon 9, Windows 11, iPhone 15."""
    before = tokens[i - 1] if i else None
    if before is None or before.kind is not Kind.WORD or not before.norm.isascii() or glued(tokens, i) or is_stop(before.norm, language):
        return False
    if not tokens[i].norm.isdecimal() or len(tokens[i].norm) > _NAME_DIGITS:
        return False
    if _mixed_case(before.text):
        return True
    index = phrases(
        language, "units", "weekdays", "months", "approximate", "at_least", "at_most", "below", "labels", "percent", "currencies"
    )
    return before.text[0].isupper() and first(index, tokens, i - 1) is None and not _may_be_counted(tokens, i + 1, language)


def _may_be_counted(tokens: Sequence[Token], i: int, language: str | None) -> bool:
    """Return whether what follows a number can be what it counts or measures."""
    after = tokens[i] if i < len(tokens) else None
    if after is None or after.kind is Kind.MARK:
        return after is not None and (after.norm in ("%", "-") or is_sign(after))
    if after.kind is not Kind.WORD or _is_unit_word(tokens, i, language):
        return True
    return not is_stop(after.norm, language) and (not words(language, "plural_words") or is_plural(tokens, i, language))


def _mixed_case(text: str) -> bool:
    """Return whether a word is written as only trade names are: iPhone, macOS, PlayStation."""
    return not text.isupper() and any(c.isupper() for c in text[1:])


def _written_name(tokens: Sequence[Token], i: int, language: str | None) -> bool:
    """Return whether a number word closes a name: Aisle Nine."""
    if not 0 < i < len(tokens) - 1 or not tokens[i].text[0].isupper() or tokens[i].text.isupper() or not tokens[i].norm.isascii():
        return False
    before, after = tokens[i - 1], tokens[i + 1]
    named = before.kind is Kind.WORD and before.text[0].isupper() and not is_stop(before.norm, language) and before.norm.isascii()
    return named and after.norm in _CLOSING and entry(tokens[i].norm, language, "numbers") is not None
