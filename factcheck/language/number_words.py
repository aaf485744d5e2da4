"""Reads number words below a thousand: forty-seven, deux cent douze, quatre-vingt-dix-sept, ثلاثمئة وخمسة وعشرون."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from factcheck.language.knowledge import section
from factcheck.language.tokens import Kind, Token
from factcheck.language.value_words import entry, table, words

_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class _Rules:
    """How a language puts number words together.

    Attributes:
        small: Word to number, below a thousand.
        hundreds: Words for a hundred that multiply what stands before them: two hundred, deux cents.
        teens: Words that add ten to what stands before them: ثلاثة عشر.
        twenties: Words that multiply by twenty: quatre-vingts.
        joins: Words for "and".
        units_first: Whether units stand before tens: خمسة وعشرون.
        article: What a definite word begins with, where the article is joined; else empty.
    """

    small: dict[str, int]
    hundreds: frozenset[str]
    teens: frozenset[str]
    twenties: frozenset[str]
    joins: frozenset[str]
    units_first: bool
    article: str


@cache
def _rules(language: str) -> _Rules:
    return _Rules(
        {word: int(number) for word, number in table(language, "numbers").items()},
        words(language, "hundred"),
        words(language, "teens"),
        words(language, "twenties"),
        words(language, "and"),
        bool(section(language, "units_before_tens")),
        str(section(language, "article") or ""),
    )


def is_number_word(word: str, language: str | None) -> bool:
    """Return whether a folded word is a number word or a magnitude."""
    return any(entry(word, language, name) is not None for name in ("numbers", "magnitudes", "duals"))


@lru_cache(maxsize=1 << 14)
def may_count(word: str, language: str | None) -> bool:
    """Return whether an ordinal or a number below a thousand can begin at a folded word."""
    return any(entry(word, language, name) is not None for name in ("numbers", "unit_words_for_teens", "ordinals", "ordinal_units"))


def after_article(tokens: Sequence[Token], i: int, language: str) -> bool:
    """Return whether an article that means one ("a" hundred) stands before token `i`."""
    return i > 0 and tokens[i - 1].norm in words(language, "articles_as_one")


def read_below_thousand(tokens: Sequence[Token], i: int, language: str) -> tuple[int, int]:
    """Return the end and amount of the number words at token `i`, or `i` and 0 where there are none."""
    rules = _rules(language)
    start = _start(tokens, i, language, rules)
    if start is None:
        return i, 0
    last, total = start
    while last < len(tokens):
        place = last + 1 if tokens[last].norm in rules.joins or tokens[last].norm == "-" else last
        teen = _joined_teen(tokens, last, language, rules) if total >= _HUNDRED and total % _HUNDRED == 0 else None
        if teen is not None:
            total, last = total + teen, last + 2
            continue
        word = _word_at(tokens, place, rules)
        if word is None:
            break
        joined = place > last or word != tokens[place].norm
        # Without a hyphen or "and", only certain pairs make one number; "one two" are two.
        step = _step(total, word, rules, joined=joined)
        if step is None:
            break
        total, last = step, place + 1
    return last, total


def _joined_teen(tokens: Sequence[Token], i: int, language: str, rules: _Rules) -> int | None:
    """Return the amount of a teen of two words that is joined to hundreds at token `i`: أربعمئة واثني عشر."""
    if not rules.units_first or i + 1 >= len(tokens) or tokens[i + 1].norm not in rules.teens:
        return None
    units, norm = table(language, "unit_words_for_teens"), tokens[i].norm
    unit = next((norm[len(a) :] for a in sorted(rules.joins) if norm.startswith(a) and norm[len(a) :] in units), None)
    return None if unit is None else int(units[unit]) + 10


def _start(tokens: Sequence[Token], i: int, language: str, rules: _Rules) -> tuple[int, int] | None:
    if i >= len(tokens) or tokens[i].kind is not Kind.WORD:
        return None
    after = tokens[i + 1].norm if i + 1 < len(tokens) else ""
    unit = entry(tokens[i].norm, language, "unit_words_for_teens") if after in rules.teens else None
    if unit is not None:
        return i + 2, int(table(language, "unit_words_for_teens")[unit]) + 10
    found = entry(tokens[i].norm, language, "numbers")
    if found is None or not as_printed(tokens[i], found, language):
        return None
    if found in rules.hundreds and section(language, "alone_needs_article") and not after_article(tokens, i, language):
        # "Several hundred" is vague, "a hundred" is a number.
        return None
    return i + 1, rules.small[found]


def as_printed(token: Token, found: str, language: str) -> bool:
    """Return whether a word that folds to another word's spelling is printed as the number: مئتا, not ميتا."""
    letters = table(language, "needs_letter").get(found)
    return letters is None or letters in token.text


def _word_at(tokens: Sequence[Token], i: int, rules: _Rules) -> str | None:
    """Return the number word at token `i`, a joined "and" taken off (وعشرون), or None."""
    if i >= len(tokens) or tokens[i].kind is not Kind.WORD:
        return None
    word = tokens[i].norm
    if word in rules.small:
        return word
    # The article stands behind the "and": الأربعمئة والخمسين.
    opened = sorted({*rules.joins, *(a + rules.article for a in rules.joins if rules.article)}, key=len)
    return next((word[len(a) :] for a in opened if word.startswith(a) and word[len(a) :] in rules.small), None)


def _step(total: int, word: str, rules: _Rules, *, joined: bool) -> int | None:
    """Return what `total` becomes with the next number word, or None where the word begins another number."""
    amount = rules.small[word]
    units, tens = total % 10, total % 100
    step: int | None = None
    if word in rules.hundreds and 0 < total < 10:
        step = total * amount
    elif word in rules.twenties and tens == 4:
        step = total - tens + 80
    elif word in rules.teens and 0 < tens < 10:
        step = total + amount
    elif rules.units_first:
        # خمسة وعشرون; مئة وخمسة; and units may follow the hundreds with tens still to come.
        hundreds_done = total >= 100 and tens == 0 and 0 < amount < 100
        tens_done = 0 < tens < 10 and 20 <= amount < 100 and amount % 10 == 0
        step = total + amount if joined and (hundreds_done or tens_done) else None
    elif (total >= 100 and tens == 0 and 0 < amount < 100) or (tens >= 20 and units == 0 and 0 < amount < 10):
        step = total + amount
    elif rules.twenties and ((tens in (60, 80) and 10 <= amount < 20) or (tens == 10 and 7 <= amount <= 9)):
        # soixante-dix, quatre-vingt-onze; dix-sept
        step = total + amount
    return step
