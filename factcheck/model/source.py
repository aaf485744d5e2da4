"""An article as it is read: its sentences, and what was left out of its file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """Which part of an article a sentence belongs to."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article.

    Attributes:
        index: Its place in the article, from 0.
        start: First code point in the source's text.
        end: One past the last code point; `text[start:end]` is the sentence.
        line: Line of `start`, from 1.
        column: Column of `start` in code points, from 1.
        part: Title, heading, or body.
        paragraph: Number of its paragraph, from 0; sentences of one paragraph share it.
    """

    index: int
    start: int
    end: int
    line: int
    column: int
    part: Part = Part.BODY
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A stretch of text that is no part of the article and therefore says nothing.

    Attributes:
        start: First code point of the stretch.
        end: One past its last code point.
        line: Line of `start`, from 1.
        reason: Short stable word for why: `second-article`, `related-links`, `keywords`, `source-line`,
            `byline`, `dateline`, `advertising`, `front-matter`, `menu`, `markup`.
    """

    start: int
    end: int
    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Source:
    """One article.

    Attributes:
        id: Given by front matter or `sources.yaml`, else its path below the sources folder.
        path: As the user gave the folder, joined with `/`.
        text: The decoded text that all offsets count in.
        sentences: The article's sentences in order; what was left out is not among them.
        left_out: What was left out, in order.
        title: Or None where unknown.
        publisher: Or None where unknown.
        published: ISO date (`2025-02-12`, `2025-02` or `2025`), or None where unknown.
        language: ISO 639-1 code, or None where it could not be told.
        url: Or None where unknown.
    """

    id: str
    path: str
    text: str
    sentences: tuple[Sentence, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None
