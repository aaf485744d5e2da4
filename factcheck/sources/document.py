"""What every reader of a file format hands over: the text, its blocks, and what the file says of itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from factcheck.problems import Problem


class BlockKind(StrEnum):
    """What the markup of a file says of a block; plain text says nothing, and all its blocks are lines."""

    LINE = "line"
    TITLE = "title"
    HEADING = "heading"
    ITEM = "item"


class Block(NamedTuple):
    """A paragraph, heading, list item or table row.

    Attributes:
        start: First code point in the document's text; not white space.
        end: One past the last; the character before it is not white space.
        kind: What the markup says.
        wrapped: Whether line ends inside it are only the edge of the page.
        gap: Whether a blank line, or the start of the text, stands before it.
    """

    start: int
    end: int
    kind: BlockKind = BlockKind.LINE
    wrapped: bool = False
    gap: bool = True


class Stretch(NamedTuple):
    """A stretch of text that is no part of the article.

    Attributes:
        start: First code point.
        end: One past the last.
        reason: See `factcheck.model.LeftOut`.
    """

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of an article besides its text; None where it is not known."""

    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None

    def or_else(self, other: Metadata) -> Metadata:
        """Return this metadata with what it does not know taken from `other`."""
        if other is UNKNOWN:
            return self
        return replace(self, **{name: getattr(other, name) for name in self.__slots__ if getattr(self, name) is None})


UNKNOWN = Metadata()


class Document(NamedTuple):
    """One file, read.

    Attributes:
        text: The text that all offsets count in.
        blocks: What may be part of the article, in order.
        left_out: What the markup already rules out, in order.
        written: What the author of the file says of it (front matter); it wins over all else.
        found: What a page says of itself; it comes after what the user says in `sources.yaml`.
        bylines: Lines of a page that are in no block and may date it.
        problems: What the user should know.
        whole: Whether all of it is the article; then nothing is looked for that is to be left out, and each block is a line
            or is wrapped.
        marked_up: Whether marks of Markdown stand inside the blocks.
    """

    text: str
    blocks: tuple[Block, ...]
    left_out: tuple[Stretch, ...] = ()
    written: Metadata = UNKNOWN
    found: Metadata = UNKNOWN
    bylines: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    whole: bool = False
    marked_up: bool = False
