"""Plain text: every line is a paragraph, unless the lines were wrapped at the edge of a page."""

from __future__ import annotations

import re

from factcheck.sources.document import Block, BlockKind, Document
from factcheck.sources.wrapping import WIDEST, is_wrapped, wrap_width

_OTHER_LINE_ENDS = "\r\u2028\u2029\x0b\x0c\x85"
_LINE = re.compile("[^\n\r\u2028\u2029\x0b\x0c\x85]+")


def read_plain(text: str, path: str) -> Document:  # noqa: ARG001 - every reader takes the path for its problems
    """Return the blocks of a plain text.

    Args:
        text: The decoded file.
        path: As the user gave it; plain text gives no problems.
    """
    return Document(text, tuple(line_blocks(text, 0, len(text))))


def line_blocks(text: str, start: int, end: int) -> list[Block]:
    """Return one block for each line of `text[start:end]` that is not blank; wrapped lines of a paragraph make one block."""
    if end == len(text) and not any(line_end in text for line_end in _OTHER_LINE_ENDS):
        return join_wrapped(text, _blocks_between_line_feeds(text, start))
    blocks: list[Block] = []
    gap = True
    last_end = start
    for match in _LINE.finditer(text, start, end):
        line = match.group()
        content = line.strip()
        # Between two lines of one paragraph stands one line end, of one or two characters.
        line_start = match.start()
        if not gap and line_start - last_end > 1:
            gap = text.count("\n", last_end, line_start) > 1 or text.count("\r", last_end, line_start) > 1
        last_end = match.end()
        if not content:
            gap = True
            continue
        begin = line_start + line.index(content[0])
        blocks.append(Block(begin, begin + len(content), gap=gap))
        gap = False
    return join_wrapped(text, blocks)


def _blocks_between_line_feeds(text: str, start: int) -> list[Block]:
    """Return what `line_blocks` finds before it joins, where nothing but line feeds ends the lines."""
    blocks: list[Block] = []
    gap = True
    for line in (text[start:] if start else text).split("\n"):
        content = line.strip()
        if content:
            begin = start + line.index(content[0])
            blocks.append(Block(begin, begin + len(content), BlockKind.LINE, False, gap))
        gap = not content
        start += len(line) + 1
    return blocks


def join_wrapped(text: str, blocks: list[Block]) -> list[Block]:
    """Return the blocks with those joined that one paragraph was wrapped into; list items and headings stay apart."""
    if any(block.end - block.start > WIDEST and block.kind is BlockKind.LINE for block in blocks):
        return blocks
    paragraphs: list[list[str]] = []
    for block in blocks:
        if block.kind is not BlockKind.LINE:
            continue
        if block.gap or not paragraphs:
            paragraphs.append([])
        paragraphs[-1].append(text[block.start : block.end])
    width = wrap_width(paragraphs)
    joined: list[Block] = []
    for block in blocks:
        before = joined[-1] if joined else None
        if before and not block.gap and block.kind is BlockKind.LINE and before.kind in (BlockKind.LINE, BlockKind.ITEM):
            begin = max(text.rfind(mark, before.start, before.end) for mark in "\r\n")
            if is_wrapped(text[max(begin + 1, before.start) : before.end], text[block.start : block.end], width):
                joined[-1] = Block(before.start, block.end, before.kind, wrapped=True, gap=before.gap)
                continue
        joined.append(block)
    return joined
