"""Text to sentence spans, for any mix of scripts.

A line end is always a boundary. Inside a line a final mark is one, with the quotation marks and brackets that
close behind it, unless what stands to its left (an abbreviation, an initial, a list number) or to its right (a
small letter, a comma) says otherwise. Quotation marks are never balanced: newsrooms mix and forget them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from factcheck.language.folding import fold
from factcheck.language.knowledge import codes, section
from factcheck.language.tokens import fold_word

_LINE = re.compile("[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_FULL_WIDTH = frozenset("。！？｡")
_QUESTIONS = frozenset("!?؟！？")
# In French a space stands before the closing mark; an opening one has a letter behind it.
_CLOSING = r"""(?:[ \u00a0\u202f]?»(?=[\s,.;:،؛)]|$)|\]\([^()\s]*\)|["'”’»›“)\]}」』】*_~`])"""
_FINAL_MARKS = ".!?؟۔…。！？｡"
_MARK = re.compile(rf"(?P<run>[{_FINAL_MARKS}]+){_CLOSING}*")
_LINE_CLOSE = re.compile(rf"[{_FINAL_MARKS}]{_CLOSING}*\s*$")
_OPENING = re.compile(r"""[\s"'“”‘’«»‹›„‟(\[{¿¡*_~`\-–—―•\u200e\u200f\u202a-\u202e\u2066-\u2069]*""")
_WORD = re.compile(r"[^\W_]+")
_LEFT_WORD = re.compile(r"""[^\s"'“”«»()\[\]{}‘’…:،,;؛*_~`!?؟/\u200e\u200f\-–—]*$""")
_ACRONYM = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}$")
_LONGEST_LIST_NUMBER = 5
_LIST_NUMBER = re.compile(r"(?:\d{1,3}|[^\W\d_]|[ivxIVX]{1,5})$")
# No sentence of a newspaper is so long, in code points; and where one may be parted.
_LONGEST = 2_000
_PAUSE = re.compile(r"[,;:،؛](?=\s)")
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")


class _Rules(NamedTuple):
    """What one language knows of full stops, all folded."""

    never: frozenset[str]
    before_numbers: frozenset[str]
    closing: frozenset[str]
    common: frozenset[str]


@cache
def _rules(language: str | None) -> _Rules:
    # English names and titles stand in articles of every language; where the language is unknown, all speak.
    known = codes() if language is None or language not in codes() else tuple(dict.fromkeys((language, "en")))

    def words(name: str) -> frozenset[str]:
        return frozenset(fold(word) for code in known for word in section(code, name))

    return _Rules(words("abbreviations"), words("number_abbreviations"), words("closing_abbreviations"), words("common_words"))


def split_sentences(text: str, start: int, end: int, language: str | None, *, wrapped: bool = False) -> list[tuple[int, int]]:
    """Return the sentences of `text[start:end]` as (start, end) code points of `text`, end exclusive.

    Spans are in order, do not overlap, are never empty, have no white space at either end, and together cover all
    that is not white space.

    Args:
        text: The whole text.
        start: First code point to split.
        end: One past the last.
        language: ISO 639-1 code for the abbreviations to know, or None to know those of all languages.
        wrapped: Whether line ends are only the edge of the page; then they count as spaces.
    """
    lines = [(start, end)] if wrapped else [match.span() for match in _LINE.finditer(text, start, end)]
    spans: list[tuple[int, int]] = []
    for line_start, line_end in lines:
        left = line_start
        ends = []
        for mark in _MARK.finditer(text, line_start, line_end):
            stop = mark.end()
            if stop < line_end and _ends_sentence(text, mark, left, line_start, line_end, language):
                ends.append(stop)
                left = stop
        left = line_start
        for right in (*ends, line_end):
            last = right
            while left < last and text[left].isspace():
                left += 1
            while left < last and text[last - 1].isspace():
                last -= 1
            if left < last:
                spans += _parts(text, left, last)
            left = right
    return spans


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence as it is; of one that is longer than any sentence, pieces that end at a mark or a space where there are any.

    A list whose line ends were lost is no sentence, and what is read closely takes the longer the more there is of it.
    """
    while end - start > _LONGEST:
        limit = start + _LONGEST
        cut = max((m.end() for m in _PAUSE.finditer(text, start + _LONGEST // 2, limit)), default=0) or text.rfind(" ", start, limit)
        cut = cut if cut > start else limit
        last = start + len(text[start:cut].rstrip())
        if last > start:
            yield start, last
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end


def _ends_sentence(  # noqa: PLR0911 - one return a rule
    text: str, mark: re.Match[str], left: int, start: int, end: int, language: str | None
) -> bool:
    """Return whether a sentence that began at `left` ends with `mark`, which is not the last of its line from `start` to `end`."""
    run = mark.group(1)
    full_stop = run == "."
    if not full_stop and _FULL_WIDTH.intersection(run):
        return True
    at = mark.end()
    if not text[at].isspace():
        return _ends_without_space(text, mark, left, language)
    # Mostly one space and the next word.
    at += 1
    if at >= end:
        return True
    follower = text[at]
    if not follower.isalnum():
        opening = _OPENING.match(text, at, end)
        at = opening.end() if opening else at
        if at >= end:
            return True
        follower = text[at]
        if follower in ",;:،؛" or follower in _FINAL_MARKS:
            return False
    if follower.islower() and _word_at(text, at, end).islower() and not _is_small(text, start, end):
        return False
    if full_stop:
        return _full_stop_ends(text, mark.start(), left, at, end, language)
    if _QUESTIONS.intersection(run):
        # A mark inside brackets that opened within the sentence is an aside.
        return not (set(mark.group()) & {")", "]"} and text[left : mark.start()].lstrip()[:1] not in ("(", "["))
    if run == "۔":
        return True
    if len(run) > 1 or run == "…":
        # A line without a final mark at its end is a headline; dots inside it are pauses.
        return run != ".." and _LINE_CLOSE.search(text, max(start, end - 40), end) is not None
    return _full_stop_ends(text, mark.start(), left, at, end, language)


@lru_cache(maxsize=1)
def _is_small(text: str, start: int, end: int) -> bool:
    """Return whether a line has no capital letter; remembered, since each mark of the line asks."""
    line = text[start:end]
    return line == line.lower()


def _word_at(text: str, at: int, end: int) -> str:
    match = _WORD.match(text, at, end)
    return match.group() if match else ""


def _left_word(text: str, stop: int, left: int) -> str:
    match = _LEFT_WORD.search(text, max(left, stop - 40), stop)
    return match.group() if match else ""


def _starts_sentence(text: str, stop: int, left: int) -> bool:
    """Return whether nothing but one short mark stands between the start of the sentence and the stop."""
    return _LIST_NUMBER.fullmatch(text[left:stop].strip()) is not None


class _Left(NamedTuple):
    """What the word to the left of a full stop is.

    Attributes:
        never: Whether its full stop never ends a sentence.
        before_numbers: Whether it ends none before a number.
        name: Whether it may be an initial or an acronym, or one of the abbreviations that may end a sentence.
        arabic: Whether it is an initial or an acronym in Arabic script.
    """

    never: bool
    before_numbers: bool
    name: bool
    arabic: bool


@lru_cache(maxsize=1 << 14)
def _left(word: str, language: str | None) -> _Left | None:
    """Return what the word to the left of a full stop is, or None where it leaves no doubt that a sentence ends, as most do."""
    key = fold_word(word)
    if not key:
        return None
    rules = _rules(language)
    name = len(word) == 1 and word.isalpha()
    if not name and "." in word:
        name = _ACRONYM.fullmatch(word) is not None
    arabic = name and _ARABIC.match(word) is not None
    left = _Left(key in rules.never, key in rules.before_numbers, name or key in rules.closing, arabic)
    return left if any(left) else None


def _full_stop_ends(text: str, stop: int, left: int, at: int, end: int, language: str | None) -> bool:
    """Return whether a full stop at `stop` ends a sentence; the next word begins at `at`, and its line ends at `end`."""
    before = text[max(left, stop - 40) : stop].strip()
    if len(before) <= _LONGEST_LIST_NUMBER and _LIST_NUMBER.fullmatch(text[left:stop].strip()):
        return False
    left_word = before.rsplit(None, 1)[-1] if before else ""
    # A word of letters alone that stands right before the full stop needs no further look.
    if not left_word.isalpha() or text[stop - 1].isspace():
        left_word = _left_word(text, stop, left)
    known = _left(left_word, language)
    if known is None:
        return True
    follower = text[at]
    if known.never or (follower.isdigit() and known.before_numbers) or known.arabic:
        return False
    if known.name:
        # A change of script ends the name; else only a word that names are not made of shows a new sentence.
        word = _word_at(text, at, end)
        return _ARABIC.match(follower) is not None or (word[:1].isupper() and fold_word(word) in _rules(language).common)
    return True


def _ends_without_space(text: str, mark: re.Match[str], left: int, language: str | None) -> bool:
    """Return whether a mark directly before an Arabic letter ends a sentence: the space was forgotten."""
    run = mark.group("run")
    if mark.end() != mark.end("run") or not _ARABIC.match(text, mark.end()) or len(run) > 1 or run == "…":
        return False
    if run != ".":
        return text[mark.start() - 1 : mark.start()] != "("
    left_word = _left_word(text, mark.start(), left)
    if not left_word or _starts_sentence(text, mark.start(), left):
        return False
    short = len(left_word) == 1 and _ARABIC.match(left_word)
    return not (short or _ACRONYM.fullmatch(left_word) or fold(left_word) in _rules(language).never)
