"""Rows of a text screen, and how they become lines: wrapped first, then isolated and coloured line by line.

A screen is rows below one another, never a table: right-to-left text then has no column at its right that the
terminal could drag into it. Text that comes from an article or a catalogue enters through `foreign`, which cleans
it; only such text is isolated, and no isolate stands in the first column, where some terminals drop it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from factcheck.reports.bidi import Direction, clean, direction, isolate

# Below this, indented text would stand one word a line; above it, the eye loses the way back.
NARROWEST = 40
WIDEST = 200
PIPED_WIDTH = 100

# A number stays with what it counts, and a separating dot with the word before it, so that no line begins with one.
_WORD = re.compile(r"(?:\d+ (?=\S))?\S+(?: ·(?= ))?\s*")
_LEAST_ROOM = 10
_ISOLATES = tuple(towards.value for towards in Direction)


class Style(StrEnum):
    """What a stretch of text is, in the words in which rich describes how it looks.

    Yellow and cyan are left out: on a light background nobody can read them.
    """

    PLAIN = ""
    STRONG = "bold"
    FAINT = "dim"
    MARK = "bold magenta"
    ALARM = "bold red"
    GOOD = "green"


@dataclass(frozen=True, slots=True)
class View:
    """How a screen is to look.

    Attributes:
        width: Columns, clamped to 40 to 200.
        colour: Whether to write ANSI colours.
        isolate: Whether to put isolates round text that comes from articles and catalogues.
        options: The options that commands in hints must repeat, such as ` --claims c`, with a leading space; else empty.
    """

    width: int = PIPED_WIDTH
    colour: bool = False
    isolate: bool = False
    options: str = ""

    @property
    def columns(self) -> int:
        """The width that rows are wrapped to."""
        return min(max(self.width, NARROWEST), WIDEST)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text of one look.

    Attributes:
        text: One line, clean.
        style: How it looks.
        foreign: Whether it comes from an article or a catalogue and can run in either direction.
        forward: Whether it runs from left to right whatever its letters are: a path, folder before file.
    """

    text: str
    style: Style = Style.PLAIN
    foreign: bool = False
    forward: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph of a screen; without pieces, an empty line.

    Attributes:
        pieces: Its text from left to right. Foreign pieces side by side are one stretch of one direction.
        indent: Columns before each of its lines.
        hang: Further columns before its second and later lines.
        whole: Never broken, so that a terminal can open it and a search can find it: a path with line and column.
    """

    pieces: tuple[Piece, ...] = ()
    indent: int = 0
    hang: int = 0
    whole: bool = False


BLANK = Row()


def foreign(text: str, style: Style = Style.PLAIN) -> Piece:
    """Return text of an article or a catalogue as a piece, cleaned."""
    return Piece(clean(text), style, foreign=True)


def path(text: str, style: Style = Style.FAINT) -> Piece:
    """Return a path or an address as a piece, cleaned."""
    return Piece(clean(text), style, foreign=True, forward=True)


def row(*parts: str | Piece, indent: int = 0, hang: int = 0, style: Style = Style.PLAIN, whole: bool = False) -> Row:
    """Return a row of pieces and of this program's own words, which take `style`."""
    pieces = tuple(part if isinstance(part, Piece) else Piece(part, style) for part in parts)
    return Row(pieces, indent=indent, hang=hang, whole=whole)


def joined(groups: Iterable[Sequence[str | Piece]], separator: str = " · ") -> list[str | Piece]:
    """Return the parts of all groups that have any, with `separator` between groups."""
    parts: list[str | Piece] = []
    for group in groups:
        if group:
            parts += [separator, *group] if parts else group
    return parts


def wrap(text: str, first: int, rest: int) -> list[tuple[int, int]]:
    """Return where each line of `text` starts and ends, in code points, without the spaces between lines.

    Args:
        text: One paragraph.
        first: Columns that the first line may fill.
        rest: Columns that each later line may fill.

    Words are kept whole where a line can hold them. A longer one is folded, and never between a letter and the
    marks on it.
    """
    from rich.cells import cell_len

    lines: list[tuple[int, int]] = []
    start, used, room = len(text) - len(text.lstrip()), 0, first

    def close(end: int, following: int) -> None:
        nonlocal start, used, room
        lines.append((start, start + len(text[start:end].rstrip())))
        start, used, room = following, 0, rest

    for match in _WORD.finditer(text):
        width = cell_len(match.group().rstrip())
        if used and used + width > room and width <= rest:
            close(match.start(), match.start())
        if used + width <= room:
            used += cell_len(match.group())
            continue
        for offset in range(match.start(), match.end()):
            cells = cell_len(text[offset])
            if cells and used + cells > room and offset > start and not text[offset].isspace():
                close(offset, offset)
            used += cells
    close(len(text), len(text))
    return lines


def paint(rows: Iterable[Row], view: View) -> str:
    """Return the lines of `rows`, each ending in a line feed."""
    return "".join(f"{line}\n" for each in rows for line in _lines(each, view))


def _lines(each: Row, view: View) -> Iterator[str]:
    text = "".join(piece.text for piece in each.pieces)
    if not text.strip():
        yield ""
        return
    room = max(view.columns - each.indent, _LEAST_ROOM)
    spans = [(0, len(text))] if each.whole else wrap(text, room, max(room - each.hang, _LEAST_ROOM))
    stretches = _stretches(each.pieces)
    for number, (start, end) in enumerate(spans):
        margin = each.indent + (each.hang if number else 0)
        line = _line(stretches, start, end, view)
        yield " " * (margin or int(line.startswith(_ISOLATES))) + line


def _stretches(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return the pieces in groups: foreign ones side by side make one group, every other piece one of its own."""
    groups: list[list[Piece]] = []
    for piece in pieces:
        if groups and piece.foreign and groups[-1][-1].foreign:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def _line(stretches: Sequence[Sequence[Piece]], start: int, end: int, view: View) -> str:
    """Return what stands between two offsets into the text of all pieces together."""
    line: list[str] = []
    offset = 0
    for stretch in stretches:
        shown: list[str] = []
        for piece in stretch:
            part = piece.text[max(start - offset, 0) : max(end - offset, 0)]
            offset += len(piece.text)
            if part:
                shown.append(_coloured(part, piece.style) if view.colour else part)
        # The direction is that of the whole stretch, on each of its lines.
        towards = direction("".join(piece.text for piece in stretch)) if view.isolate and shown and stretch[0].foreign else None
        if towards and stretch[0].forward:
            towards = Direction.LEFT_TO_RIGHT
        line.append(isolate("".join(shown), towards) if towards else "".join(shown))
    return "".join(line)


def _coloured(text: str, style: Style) -> str:
    if not style:
        return text
    from rich.color import ColorSystem
    from rich.style import Style as RichStyle

    # The sixteen colours of the user's own theme: readable on dark and on light.
    return RichStyle.parse(style.value).render(text, color_system=ColorSystem.STANDARD)
