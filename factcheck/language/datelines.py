"""Datelines: the short lines of an article that say where and when it was written, and the dates in them.

Only complete dates that can be read one way become a date of publication: `03/04/2025` is two days, and
`March 14` is a day of any year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from factcheck.language.folding import fold
from factcheck.language.knowledge import codes, section
from factcheck.language.tokens import Kind, Token, tokenise

_ISO = re.compile(r"(?<!\d)([12]\d{3})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2([12]\d{3})(?!\d)")
_DIGIT = re.compile(r"\d")
_LINE = re.compile("[^\r\n]+")
_SENTENCE_END = re.compile(r"""(?<!\b[ap]\.m)[.!?؟۔…]["'”’»)\]*_]*$""")
# A dateline is a short line: words beside its date, and code points in all.
_MOST_OTHER_WORDS, _LONGEST = 8, 140
_TOP_LINES = 6
# A line that stands where the title stands is a dateline only when hardly anything is said beside the date.
_MOST_OTHER_WORDS_IN_TITLE = 2
_RUN_IN_DASH = re.compile(r"\s[-–—]\s+(?=\S)")
_LONGEST_RUN_IN, _SHORTEST_TEXT = 100, 40
_SEPARATORS = frozenset(",-:(|/•·")


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as it stands in a line.

    Attributes:
        start: First code point in the line.
        end: One past its last.
        iso: `YYYY-MM-DD`, or None where the year is missing or the figures can be read two ways.
    """

    start: int
    end: int
    iso: str | None


def published_date(text: str, language: str | None) -> str | None:
    """Return the ISO date (`YYYY-MM-DD`) that a dateline or byline gives, or None where none gives a full one.

    Read are the datelines among the first six lines that are not blank, else the last line. Where two dates
    stand there, the first counts.

    Args:
        text: The article.
        language: ISO 639-1 code whose month names come first, or None; the month names of all languages are known.
    """
    lines = [line for line in map(str.strip, _LINE.findall(text)) if line]
    for index, line in enumerate(lines[:_TOP_LINES]):
        found = _line_date(line, language, title=index == 0 and len(lines) > 1)
        if found:
            return found
    return _line_date(lines[-1], language, title=False) if len(lines) > _TOP_LINES else None


def dateline_date(line: str, language: str | None, *, title: bool = False) -> WrittenDate | None:
    """Return the first date of a line that is a dateline, or None where the line is none.

    A dateline does not end like a sentence, holds few words beside its date, and sets the date off: at the start of
    the line, or behind a comma, a dash, a colon or a bracket, and with the end of the line or such a mark behind it.
    A run-in dateline (`LONDON, 14 March 2024 - The grocer…`) is none; `run_in_end` finds it.

    Args:
        line: Without white space at its ends.
        language: ISO 639-1 code whose month names come first, or None.
        title: Whether the line stands where the title stands; then only a word or two may stand beside the date.
    """
    # A date has a figure in it; most lines have none, and need not be looked through.
    if len(line) > _LONGEST or not _DIGIT.search(line) or _SENTENCE_END.search(line):
        return None
    tokens = tokenise(line)
    dates = list(_dates(line, tokens, language))
    if not dates:
        return None
    beside = [token for token in tokens if token.kind is Kind.WORD and not any(found.start <= token.start < found.end for found in dates)]
    known = _words("dateline_words") | _label_words()
    if sum(token.norm not in known for token in beside) > (_MOST_OTHER_WORDS_IN_TITLE if title else _MOST_OTHER_WORDS):
        return None
    return next((found for found in dates if _set_off(tokens, found, known)), None)


def run_in_end(line: str, language: str | None) -> int | None:
    """Return where the text begins behind a dateline that runs into it, or None where there is none.

    `LONDON, 14 March 2024 (Meridian) - The grocer…` gives the place of `The`. A place stands before the date, and a
    dash with spaces around it ends the dateline; `7 October 2023 - the day of the vote - was…` is a sentence.
    """
    for dash in _RUN_IN_DASH.finditer(line, 0, _LONGEST_RUN_IN):
        found = dateline_date(line[: dash.start()], language)
        if found and found.start > 0 and len(line) - dash.end() >= _SHORTEST_TEXT:
            return dash.end()
    return None


def written_dates(line: str, language: str | None) -> Iterator[WrittenDate]:
    """Yield the dates of a line from left to right: in figures, or with the name of a month."""
    yield from _dates(line, tokenise(line), language)


def _dates(line: str, tokens: list[Token], language: str | None) -> Iterator[WrittenDate]:
    found = [*_figures(line), *_month_names(tokens, language)]
    last = 0
    for written in sorted(found, key=lambda written: (written.start, -written.end)):
        if written.start >= last:
            yield written
            last = written.end


def _line_date(line: str, language: str | None, *, title: bool) -> str | None:
    found = dateline_date(line, language, title=title)
    if found is None:
        run_in = run_in_end(line, language)
        found = next(written_dates(line[:run_in], language), None) if run_in else None
    return found.iso if found else None


def _set_off(tokens: list[Token], found: WrittenDate, known: frozenset[str]) -> bool:
    """Return whether a date stands apart from the words around it."""
    before = [token for token in tokens if token.end <= found.start and token.norm not in known and token.kind is not Kind.NUMBER]
    after = [token for token in tokens if token.start >= found.end]
    opened = not before or before[-1].norm in _SEPARATORS
    closed = (
        not after or after[0].kind is Kind.NUMBER or after[0].norm in known or after[0].norm in _SEPARATORS or after[0].norm in (")", "*")
    )
    return opened and closed


def _figures(line: str) -> Iterator[WrittenDate]:
    for match in _ISO.finditer(line):
        yield WrittenDate(*match.span(), _iso(match.group(1), match.group(3), match.group(4)))
    for match in _DAY_FIRST.finditer(line):
        first, second, year = match.group(1), match.group(3), match.group(4)
        # Day and month are told apart only where one of them is past 12, or where they are equal.
        if int(first) > 12 or first == second:
            yield WrittenDate(*match.span(), _iso(year, second, first))
        elif int(second) > 12:
            yield WrittenDate(*match.span(), _iso(year, first, second))
        else:
            yield WrittenDate(*match.span(), None)


def _month_names(tokens: list[Token], language: str | None) -> Iterator[WrittenDate]:
    months = _months(language)
    begin = _first_words(language)
    index = 0
    while index < len(tokens):
        month, after = _month_at(tokens, index, months) if tokens[index].norm in begin else (0, index + 1)
        if not month:
            index += 1
            continue
        day = _neighbour(tokens, index - 1, -1)
        year = _neighbour(tokens, after, 1)
        if day is not None and not _is_day(tokens[day]):
            day = None
        if day is None and year is not None and _is_day(tokens[year]):
            day, year = year, _neighbour(tokens, year + 1, 1)
        if year is not None and not _is_year(tokens[year]):
            year = None
        if day is not None:
            first, last = min(day, index), max(day, after - 1, year or 0)
            iso = _iso(tokens[year].norm, str(month), tokens[day].norm) if year is not None else None
            yield WrittenDate(tokens[first].start, tokens[last].end, iso)
            after = last + 1
        index = after


def _month_at(tokens: list[Token], index: int, months: dict[tuple[str, ...], int]) -> tuple[int, int]:
    """Return the month whose name begins at a token and the place behind it; month 0 where none does.

    Two names of one month with a stroke between them (يونيو/حزيران) are one name.
    """
    for length in (3, 2, 1):
        month = months.get(tuple(token.norm for token in tokens[index : index + length]), 0)
        if month and index + length <= len(tokens):
            after = index + length
            if after + 1 < len(tokens) and tokens[after].norm == "/":
                other, behind = _month_at(tokens, after + 1, months)
                after = behind if other == month else after
            return month, after
    return 0, index + 1


def _neighbour(tokens: list[Token], index: int, step: int) -> int | None:
    """Return the index of the number next to a month name, past a comma, a point or joining words; None where there is none."""
    joiners = _words("dateline_joiners") | {",", "."}
    for _ in range(3):
        if not 0 <= index < len(tokens):
            return None
        if tokens[index].kind is Kind.NUMBER:
            return index
        if tokens[index].norm not in joiners:
            return None
        index += step
    return None


def _is_day(token: Token) -> bool:
    return token.norm.isdigit() and 1 <= int(token.norm) <= 31 and len(token.norm) <= 2


def _is_year(token: Token) -> bool:
    return token.norm.isdigit() and len(token.norm) == 4 and 1000 <= int(token.norm) < 3000


def _iso(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


@cache
def _months(language: str | None) -> dict[tuple[str, ...], int]:
    """Return the month names of all languages, as folded token sequences; those of `language` win."""
    months: dict[tuple[str, ...], int] = {}
    for code in (*(code for code in codes() if code != language), *((language,) if language else ())):
        for name, number in (dict(section(code, "months_more")) | dict(section(code, "months"))).items():
            months[tuple(token.norm for token in tokenise(str(name)))] = int(number)
    return months


@cache
def _first_words(language: str | None) -> frozenset[str]:
    return frozenset(name[0] for name in _months(language) if name)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(fold(word) for code in codes() for word in section(code, name))


@cache
def _label_words() -> frozenset[str]:
    """Return the single words of the labels that stand before a date of publication."""
    return frozenset(token.norm for code in codes() for label in section(code, "published_labels") for token in tokenise(label))
