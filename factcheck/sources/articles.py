"""One article that was read and named to a source: its language, what is no part of it, its sentences and their places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.language.datelines import published_date
from factcheck.language.identify import identify, identify_running_text
from factcheck.model import LeftOut, Part, Sentence, Source
from factcheck.sources.boilerplate import article_blocks
from factcheck.sources.document import UNKNOWN, Block, Document, Metadata, Stretch
from factcheck.sources.parts import parts_of
from factcheck.sources.places import Places
from factcheck.sources.sentences import split_sentences

_SPACES = re.compile(r"\s+")


class Article(NamedTuple):
    """One article, read and named; `source_of` divides it.

    It needs nothing beside itself, so that articles can be handed to other processes.

    Attributes:
        id: No other article has it.
        path: Of its file, as shown.
        document: What its reader made of it.
        listed: What `sources.yaml` says of it.
    """

    id: str
    path: str
    document: Document
    listed: Metadata = UNKNOWN


def source_of(article: Article) -> Source:
    """Return an article as it is read: with what is known of it, and its sentences."""
    document = article.document
    text = document.text
    known = document.written.or_else(article.listed).or_else(document.found)
    language = known.language or _language(document)
    blocks, left_out = (document.blocks, ()) if document.whole else article_blocks(text, document.blocks, language, known.publisher)
    parts = parts_of(text, blocks, known.title)
    places = Places(text)
    return Source(
        id=article.id,
        path=article.path,
        text=text,
        sentences=_sentences(text, blocks, parts, language, places, lines=document.whole),
        left_out=_left_out((*document.left_out, *left_out), places),
        title=known.title or _title(document, blocks, parts),
        publisher=known.publisher,
        published=known.published or _published(document, left_out, language),
        language=language,
        url=known.url,
    )


def _language(document: Document) -> str | None:
    text = document.text
    if document.whole:
        return identify_running_text(text)
    return identify("\n".join(text[block.start : block.end] for block in document.blocks))


def _title(document: Document, blocks: Sequence[Block], parts: Sequence[Part]) -> str | None:
    if Part.TITLE not in parts:
        return None
    block = blocks[parts.index(Part.TITLE)]
    title = document.text[block.start : block.end]
    if document.marked_up:
        from factcheck.sources.markdown import without_marks

        title = without_marks(title)
    return _SPACES.sub(" ", title) or None


def _sentences(
    text: str, blocks: Sequence[Block], parts: Sequence[Part], language: str | None, places: Places, *, lines: bool
) -> tuple[Sentence, ...]:
    """Return the sentences of the blocks in order; `lines` says that no block has a line end in it, unless it is wrapped."""
    sentences: list[Sentence] = []
    line, begin, after = 0, 0, 0
    for paragraph, (block, part) in enumerate(zip(blocks, parts, strict=True)):
        for start, end in split_sentences(text, block.start, block.end, language, wrapped=lines or block.wrapped):
            if start >= after:
                line, begin, after = places.line_around(start)
            sentences.append(Sentence(len(sentences), start, end, line, start - begin + 1, part, paragraph))
    return tuple(sentences)


def _left_out(stretches: Sequence[Stretch], places: Places) -> tuple[LeftOut, ...]:
    """Return what was left out in order; a stretch inside another one is part of it."""
    result: list[LeftOut] = []
    for stretch in sorted(stretches, key=lambda stretch: (stretch.start, -stretch.end)):
        if not result or stretch.start >= result[-1].end:
            result.append(LeftOut(stretch.start, stretch.end, places.line(stretch.start), stretch.reason))
    return tuple(result)


def _published(document: Document, left_out: Sequence[Stretch], language: str | None) -> str | None:
    """Return the date of a page's byline or of the article's own dateline; a second article does not date the first."""
    for line in document.bylines:
        found = published_date(line, language)
        if found:
            return found
    start = document.blocks[0].start
    end = next((stretch.start for stretch in left_out if stretch.reason == "second-article"), len(document.text))
    return published_date(document.text[start:end], language)
