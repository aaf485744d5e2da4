"""What stands above the first paragraph and is neither title nor text: menus, section labels, bylines, datelines.

The rules are careful: a line that might say something stays. A byline must be recognised by its opening words, by
an agency's name set apart, by a date set apart, or by holding names that the article never uses again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.language.datelines import dateline_date
from factcheck.language.folding import fold
from factcheck.sources.cues import Line, behind_label, folded_phrases, normal, phrases
from factcheck.sources.document import BlockKind

_SEPARATORS = re.compile(r"\s[-–—/]\s|[,،|():•·؛;]")
_DASH = re.compile(r"\s[-–—|]\s")
_LONGEST_BYLINE, _LONGEST_NAMES = 15, 8
_LONGEST_TITLE = 200
_LONGEST_MENU_SEGMENT = 3
# Fewer words than this in the body tell nothing about which words the article uses again.
_ENOUGH_BODY_WORDS = 40
# No article has more lines than this above its first paragraph.
_TOP_LINES = 12


def opening_reasons(lines: Sequence[Line], language: str | None, publisher: str | None) -> dict[int, str]:
    """Return why lines above the first paragraph are no part of the article, by index; the others are not named.

    Args:
        lines: All lines of the article, in order.
        language: ISO 639-1 code or None.
        publisher: Where metadata names it; a byline often does too.
    """
    first = first_paragraph(lines)
    top = range(min(first, _TOP_LINES))
    reasons = _menus(lines, top)
    remaining = [index for index in top if index not in reasons]
    for index in remaining:
        reason = _reason(lines[index], language, publisher, title=index == remaining[0] and len(lines) > 1)
        if reason:
            reasons[index] = reason
    last = [index for index in remaining if index not in reasons]
    if len(last) > 1 and first < len(lines) and _holds_only_names(lines[last[-1]], lines[first:]):
        reasons[last[-1]] = "byline"
    return reasons


def _menus(lines: Sequence[Line], top: range) -> dict[int, str]:
    """Return the lines that belong to the site: menus and advertising anywhere, labels of sections above the title."""
    reasons: dict[int, str] = {}
    for index in top:
        if lines[index].normal in phrases("menu_lines"):
            reasons[index] = "menu"
        elif lines[index].normal in phrases("advertising_labels"):
            reasons[index] = "advertising"
    for index in top:
        if index in reasons:
            continue
        following = next((lines[other] for other in top if other > index and other not in reasons), None)
        if following is None or lines[index].block.kind is not BlockKind.LINE or not _is_label(lines[index], following):
            break
        reasons[index] = "menu"
    return reasons


def _reason(line: Line, language: str | None, publisher: str | None, *, title: bool) -> str | None:
    """Return why a line above the first paragraph is no part of the article; one in the place of the title only for its date."""
    if line.block.kind in (BlockKind.TITLE, BlockKind.HEADING) or line.ends_sentence:
        return None
    if dateline_date(line.text, language, title=title):
        return "byline" if not title and _names_writer(line) else "dateline"
    if title:
        return None
    if is_dated(line):
        return "dateline"
    if behind_label("keyword_labels", fold(line.text)) is not None:
        return "keywords"
    return "byline" if is_byline(line) or _names_publisher(line, publisher) else None


def first_paragraph(lines: Sequence[Line]) -> int:
    """Return the index of the first line of running text; the number of lines where there is none."""
    for index, line in enumerate(lines):
        # A first line without a full stop may be a long title.
        title = index == 0 and len(lines) > 1 and not line.ends_sentence and len(line.text) <= _LONGEST_TITLE
        if line.is_paragraph and line.block.kind is BlockKind.LINE and not title:
            return index
    return len(lines)


def is_byline(line: Line) -> bool:
    """Return whether a short line names who wrote or gathered the article."""
    segments = [normal(segment) for segment in _SEPARATORS.split(line.text)]
    return _names_writer(line) or (len(line.words) <= _LONGEST_NAMES and any(_names_agency(segment) for segment in segments))


def is_dated(line: Line) -> bool:
    """Return whether a short line is a label such as `Published:` with figures behind it, whatever date they make."""
    rest = behind_label("published_labels", fold(line.text))
    return rest is not None and len(line.words) <= _LONGEST_NAMES and any(map(str.isdigit, rest))


def _names_writer(line: Line) -> bool:
    if len(line.words) > _LONGEST_BYLINE:
        return False
    text = line.text.strip("()[]*_ \u200e\u200f")
    folded = fold(text)
    if any(folded.startswith(opener) and _opens_names(text, folded, opener) for opener in folded_phrases("byline_openers")):
        return True
    if len(line.words) > _LONGEST_NAMES or ":" in folded:
        return False
    return any(re.match(rf"{re.escape(phrase)}(?!\w)", folded) for phrase in folded_phrases("byline_phrases"))


def _is_label(line: Line, following: Line) -> bool:
    """Return whether a line above the title names a section or the site, not the article."""
    if line.ends_sentence or not following.block.gap or len(following.words) < 3:
        return False
    if len(line.words) == 1:
        return True
    segments = [segment.split() for segment in line.text.split("|")]
    return len(segments) > 1 and all(0 < len(segment) <= _LONGEST_MENU_SEGMENT for segment in segments)


def _opens_names(text: str, folded: str, opener: str) -> bool:
    """Return whether an opening such as `By` is followed by names: capital letters where the script has them."""
    rest = folded[len(opener) :]
    if opener[-1].isalnum() and not re.match(r"[\s:]", rest):
        return False
    names = _SEPARATORS.split(rest.strip(" :-"))[0].split()
    if not names:
        return False
    if not re.search("[a-z]", rest):
        return len(names) <= _LONGEST_NAMES
    printed = re.split(r"[\s,;()]+", text)[len(opener.split()) :][: len(names)]
    common = phrases("common_words")
    capital = [word[:1].isupper() for word in printed]
    return bool(capital) and capital[0] and all(big or fold(word) in common for big, word in zip(capital, printed, strict=False))


def _names_agency(segment: str) -> bool:
    return any(segment == word or (" " in word and segment.endswith(f" {word}")) for word in phrases("byline_words"))


def _names_publisher(line: Line, publisher: str | None) -> bool:
    segments = [normal(segment) for segment in _DASH.split(line.text)]
    return publisher is not None and len(line.words) <= _LONGEST_NAMES and normal(publisher) in segments


def _holds_only_names(line: Line, body: Sequence[Line]) -> bool:
    """Return whether a line is `outlet - writer`: two short parts whose words the article never uses again.

    A second headline of the same shape (gold rises - the dollar falls) shares its words with the text.
    """
    parts = _DASH.split(line.text)
    if line.block.kind is not BlockKind.LINE or line.ends_sentence or len(parts) != 2 or len(line.words) > _LONGEST_NAMES:
        return False
    if any(not 1 <= len(part.split()) <= 4 for part in parts) or any(character.isdigit() for character in line.text):
        return False
    used = [word for other in body for word in other.words]
    vocabulary = set(used)
    return len(used) >= _ENOUGH_BODY_WORDS and sum(word in vocabulary for word in line.words) * 3 <= len(line.words)
