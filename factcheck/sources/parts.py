"""Which block is the title, which are headings, and which the body."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.language.tokens import Kind, tokenise
from factcheck.model import Part
from factcheck.sources.cues import Line, normal
from factcheck.sources.document import Block, BlockKind

_LONGEST_TITLE, _LONGEST_TITLE_WORDS = 200, 30
_LONGEST_HEADING, _LONGEST_HEADING_WORDS = 90, 14
# What a heading stands above is clearly longer than the heading.
_LONGER = 1.5
# A letter that is always part of a word; most lines have one, and need not be divided into tokens to tell.
_LETTER = re.compile("[A-Za-z\u0621-\u063a\u0641-\u064a]")
_CONTINUED = (":", ",", "،", "؛", ";", "-", "–", "—")


def parts_of(text: str, blocks: Sequence[Block], title: str | None) -> tuple[Part, ...]:
    """Return the part that each block is, in order.

    Markup decides where there is any. Else the title is the first block when it is short, does not end with a full stop
    and something longer or sentence-like follows; a heading is a short line without a final mark above a longer one.

    Args:
        text: The document's text.
        blocks: The blocks of the article.
        title: What metadata calls the article, or None; a block that reads the same near the top is the title.
    """
    lines = [Line(block, text[block.start : block.end]) for block in blocks]
    title_index = _title_index(lines, title)
    return tuple(
        Part.TITLE if index == title_index else Part.HEADING if _may_be_heading(line) and _is_heading(lines, index) else Part.BODY
        for index, line in enumerate(lines)
    )


def _title_index(lines: Sequence[Line], title: str | None) -> int | None:
    marked = next((index for index, line in enumerate(lines) if line.block.kind is BlockKind.TITLE), None)
    if marked is not None:
        return marked
    if title:
        same = next((index for index, line in enumerate(lines[:6]) if line.normal == normal(title)), None)
        if same is not None:
            return same
    if not lines or lines[0].block.kind is not BlockKind.LINE or len(lines) < 2:
        return None
    first, second = lines[0], lines[1]
    if len(first.text) > _LONGEST_TITLE or len(first.words) > _LONGEST_TITLE_WORDS or first.text.endswith(_CONTINUED):
        return None
    if first.ends_sentence and not first.text.rstrip("\"'“”’»)").endswith(("?", "؟", "!")):
        return None
    body = any(len(line.text) > len(first.text) or line.ends_sentence or line.is_paragraph for line in lines[1:])
    # What was left out between them sets them apart as a blank line does.
    apart = second.block.gap or second.block.start - first.block.end > 2
    return 0 if body and (apart or len(second.text) > len(first.text)) else None


def _may_be_heading(line: Line) -> bool:
    """Return whether a line is marked as something or is short and open; most are neither."""
    return line.block.kind is not BlockKind.LINE or (len(line.text) <= _LONGEST_HEADING and not line.ends_sentence)


def _is_heading(lines: Sequence[Line], index: int) -> bool:
    line = lines[index]
    if line.block.kind in (BlockKind.HEADING, BlockKind.TITLE):
        return True
    if line.block.kind is not BlockKind.LINE or index + 1 == len(lines) or index == 0:
        return False
    if (
        len(line.text) > _LONGEST_HEADING
        or line.ends_sentence
        or line.text.endswith(_CONTINUED)
        or len(line.words) > _LONGEST_HEADING_WORDS
    ):
        return False
    before, after = lines[index - 1], lines[index + 1]
    # A line that goes on from an unfinished one is no heading.
    if before.text.endswith(_CONTINUED) and not line.block.gap:
        return False
    longer = len(after.text) > _LONGER * len(line.text) and after.is_paragraph
    return longer and _has_word(line.text)


def _has_word(text: str) -> bool:
    return _LETTER.search(text) is not None or any(token.kind is Kind.WORD for token in tokenise(text))
