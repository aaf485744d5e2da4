"""Markdown: front matter, headings, lists and quotations; offsets stay those of the file.

Marks at the start of a line (`#`, `-`, `>`) stand outside the blocks, marks inside it stay: a quotation must be
found in the file letter for letter. Code, comments, pictures and link definitions are no part of an article.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from factcheck.problems import Problem
from factcheck.sources.document import UNKNOWN, Block, BlockKind, Document, Stretch
from factcheck.sources.metadata import read_front_matter
from factcheck.sources.plain import join_wrapped

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_FRONT_MATTER = re.compile(r"---[ \t]*(?:\r\n|\r|\n)(.*?)^(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)", re.DOTALL | re.MULTILINE)
_FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,})")
_LEADING = re.compile(r"\s*(?:>\s?)*\s*(?:(?P<heading>\#{1,6})\s+|(?P<item>[-*+]\s+(?:\[[ xX]\]\s+)?|\d{1,3}[.)]\s+|\|\s*))?")
_TRAILING = "# \t\r\n\\|\u00a0"
_UNDERLINE = re.compile(r"\s{0,3}(=+|-+)\s*$")
_RULE = re.compile(r"[\s>|:*_=+-]*$")
_MARKUP_ONLY = re.compile(r"(?:!\[[^\]]*\]\([^)]*\)|\[[^\]]+\]:\s*\S+.*|<[^>]+>|\s)+$")
_INLINE_LINK = re.compile(r"!?\[([^\]\[]*)\]\([^)]*\)")
_INLINE_MARK = re.compile(r"(?<!\w)[*_~`]+|[*_~`]+(?!\w)")


def read_markdown(text: str, path: str) -> Document:
    """Return the blocks of a Markdown text, with what its front matter says.

    Args:
        text: The decoded file.
        path: As the user gave it, for the problems.
    """
    start = 0
    written = UNKNOWN
    problems: tuple[Problem, ...] = ()
    left_out: list[Stretch] = []
    match = _FRONT_MATTER.match(text)
    if match:
        front = read_front_matter(match.group(1), path)
        if front is not None:
            written, problems = front
            start = match.end()
            left_out.append(Stretch(0, len(match.group().rstrip()), "front-matter"))
    cuts = _comments(text, start)
    left_out += [Stretch(*cut, "markup") for cut in cuts]
    blocks, markup = _blocks(text, start, cuts)
    left_out += [stretch for stretch in markup if not any(left <= stretch.start < right for left, right in cuts)]
    left_out.sort(key=lambda stretch: stretch.start)
    return Document(text, tuple(blocks), tuple(left_out), written=written, problems=problems, marked_up=True)


def without_marks(text: str) -> str:
    """Return one line of Markdown as a reader sees it: without emphasis marks and link targets."""
    return _INLINE_MARK.sub("", _INLINE_LINK.sub(r"\1", text)).strip()


def _blocks(text: str, start: int, cuts: list[tuple[int, int]]) -> tuple[list[Block], list[Stretch]]:
    blocks: list[Block] = []
    left_out: list[Stretch] = []
    fence, fence_start, gap, titled = "", 0, True, False
    for line in _LINE.finditer(text, start):
        content = line.group()
        opened = _FENCE.match(content)
        if fence or opened:
            if fence and opened and opened.group(1).startswith(fence):
                left_out.append(Stretch(fence_start, line.start() + len(content.rstrip()), "markup"))
                fence = ""
            elif not fence and opened:
                fence, fence_start = opened.group(1), line.start()
            gap = True
            continue
        if blocks and not gap and _UNDERLINE.match(content) and blocks[-1].kind is BlockKind.LINE:
            kind = BlockKind.HEADING if titled else BlockKind.TITLE
            titled = True
            blocks[-1] = Block(blocks[-1].start, blocks[-1].end, kind, gap=blocks[-1].gap)
            gap = True
            continue
        if _RULE.match(content):
            gap = True
            continue
        for block in _line_blocks(text, line.start(), line.end(), cuts, gap=gap):
            if _MARKUP_ONLY.match(text[block.start : block.end]):
                left_out.append(Stretch(block.start, block.end, "markup"))
                continue
            kind = block.kind
            if kind is BlockKind.TITLE and (
                titled or any(other.kind is BlockKind.LINE and other.end - other.start > 120 for other in blocks)
            ):
                kind = BlockKind.HEADING
            titled = titled or kind is BlockKind.TITLE
            blocks.append(Block(block.start, block.end, kind, gap=block.gap))
            # Two spaces or a backslash at the end of a line break it where it stands.
            gap = kind in (BlockKind.TITLE, BlockKind.HEADING) or re.search(r"(?:  |\\)[\r\n]*$", content) is not None
    if fence:
        left_out.append(Stretch(fence_start, len(text.rstrip()), "markup"))
    return join_wrapped(text, blocks), left_out


def _line_blocks(text: str, start: int, end: int, cuts: list[tuple[int, int]], *, gap: bool) -> list[Block]:
    """Return what stands in one line outside the comments, as blocks without their leading marks."""
    blocks = []
    for piece_start, piece_end in _outside(start, end, cuts):
        leading = _LEADING.match(text, piece_start, piece_end) if piece_start == start else None
        begin = leading.end() if leading else piece_start
        content = _without_trailing_marks(text[begin:piece_end])
        begin += len(content) - len(content.lstrip())
        content = content.strip()
        if not content:
            continue
        kind = BlockKind.LINE
        if leading and leading.group("heading"):
            kind = BlockKind.TITLE if leading.group("heading") == "#" else BlockKind.HEADING
        elif leading and leading.group("item"):
            kind = BlockKind.ITEM
        blocks.append(Block(begin, begin + len(content), kind, gap=gap or kind is BlockKind.ITEM))
    return blocks


def _without_trailing_marks(content: str) -> str:
    """Return a line without closing `#`, the edge of a table row, and the marks of a hard line break."""
    stripped = content.rstrip(_TRAILING)
    # A `#` that touches the text (`C#`, `#2018`) is part of it.
    touching = content[len(stripped) :][:1] == "#"
    return stripped + "#" if touching else stripped


def _comments(text: str, start: int) -> list[tuple[int, int]]:
    """Return the HTML comments behind `start`; one that is never closed is none."""
    comments = []
    while (opened := text.find("<!--", start)) >= 0 and (closed := text.find("-->", opened + 4)) >= 0:
        start = closed + 3
        comments.append((opened, start))
    return comments


def _outside(start: int, end: int, cuts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the parts of `start` to `end` that lie in no cut; cuts are in order and do not overlap."""
    pieces = []
    index = max(bisect_right(cuts, (start, -1)) - 1, 0)
    for left, right in cuts[index:]:
        if left >= end:
            break
        if right <= start:
            continue
        if left > start:
            pieces.append((start, left))
        start = max(start, right)
    if start < end:
        pieces.append((start, end))
    return pieces
