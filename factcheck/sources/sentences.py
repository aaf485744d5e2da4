"""Text to sentence spans, for any mix of scripts.

A line end is always a boundary. Inside a line a final mark is one, with the quotation marks and brackets that
close behind it, unless what stands to its left (an abbreviation, an initial, a list number) or to its right (a
small letter, a comma) says otherwise. Quotation marks are never balanced: newsrooms mix and forget them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from factcheck.language.folding import fold
from factcheck.language.knowledge import codes, section

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
_LIST_NUMBER = re.compile(r"(?:\d{1,3}|[^\W\d_]|[ivxIVX]{1,5})$")
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
    spans = []
    for line_start, line_end in lines:
        for left, right in _pieces(text, line_start, line_end, _rules(language)):
            piece = text[left:right]
            stripped = piece.strip()
            if stripped:
                begin = left + piece.index(stripped[0])
                spans.append((begin, begin + len(stripped)))
    return spans


def _pieces(text: str, start: int, end: int, rules: _Rules) -> list[tuple[int, int]]:
    pieces = []
    left = start
    # A line without a final mark at its end is a headline; dots inside it are pauses.
    headline = not _LINE_CLOSE.search(text, max(start, end - 40), end)
    small = text[start:end] == text[start:end].lower()
    for mark in _MARK.finditer(text, start, end):
        if mark.end() < end and _ends_sentence(text, mark, left, end, rules, headline=headline, small=small):
            pieces.append((left, mark.end()))
            left = mark.end()
    pieces.append((left, end))
    return pieces


def _ends_sentence(text: str, mark: re.Match[str], left: int, end: int, rules: _Rules, *, headline: bool, small: bool) -> bool:  # noqa: PLR0911 - one return a rule
    """Return whether a sentence that began at `left` ends with `mark`, which is not the last of its line."""
    run = mark.group("run")
    if _FULL_WIDTH.intersection(run):
        return True
    if not text[mark.end()].isspace():
        return _ends_without_space(text, mark, left, rules)
    opening = _OPENING.match(text, mark.end(), end)
    at = opening.end() if opening else mark.end()
    if at >= end:
        return True
    follower = text[at]
    if follower in ",;:،؛" or follower in _FINAL_MARKS:
        return False
    word_match = _WORD.match(text, at, end)
    word = word_match.group() if word_match else ""
    if not small and follower.islower() and word.islower():
        return False
    if _QUESTIONS.intersection(run):
        # A mark inside brackets that opened within the sentence is an aside.
        return not (set(mark.group()) & {")", "]"} and text[left : mark.start()].lstrip()[:1] not in ("(", "["))
    if run == "۔":
        return True
    if len(run) > 1 or run == "…":
        return run != ".." and not headline
    return _full_stop_ends(_left_word(text, mark.start(), left), follower, word, rules, starts=_starts_sentence(text, mark.start(), left))


def _left_word(text: str, stop: int, left: int) -> str:
    match = _LEFT_WORD.search(text, max(left, stop - 40), stop)
    return match.group() if match else ""


def _starts_sentence(text: str, stop: int, left: int) -> bool:
    """Return whether nothing but one short mark stands between the start of the sentence and the stop."""
    return _LIST_NUMBER.fullmatch(text[left:stop].strip()) is not None


def _full_stop_ends(left_word: str, follower: str, word: str, rules: _Rules, *, starts: bool) -> bool:
    key = fold(left_word)
    if starts or not key:
        return not starts
    if key in rules.never or (follower.isdigit() and key in rules.before_numbers):
        return False
    arabic_follows = _ARABIC.match(follower) is not None
    acronym = _ACRONYM.fullmatch(left_word) is not None
    initial = len(left_word) == 1 and left_word.isalpha()
    if (acronym or initial) and _ARABIC.match(left_word):
        return False
    if acronym or initial or key in rules.closing:
        # A change of script ends the name; else only a word that names are not made of shows a new sentence.
        return arabic_follows or (word[:1].isupper() and fold(word) in rules.common)
    return True


def _ends_without_space(text: str, mark: re.Match[str], left: int, rules: _Rules) -> bool:
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
    return not (short or _ACRONYM.fullmatch(left_word) or fold(left_word) in rules.never)
