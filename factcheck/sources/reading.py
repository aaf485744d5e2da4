"""Paths to sources: every article read, decoded, divided into sentences, and given what is known of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.language.datelines import published_date
from factcheck.language.identify import identify
from factcheck.model import LeftOut, Part, Sentence, Source
from factcheck.problems import Location, NothingToDo, Problem, Severity
from factcheck.sources.boilerplate import article_blocks
from factcheck.sources.decoding import UndecodableError, declared_encoding, decode
from factcheck.sources.document import Block, Document, Metadata, Stretch
from factcheck.sources.folder import Findings, Found, find_articles, give_ids
from factcheck.sources.formats import FORMATS
from factcheck.sources.listing import Listed, read_listing, unused_entries
from factcheck.sources.parts import parts_of
from factcheck.sources.places import Places
from factcheck.sources.sentences import split_sentences

# An article of this size is no article; reading it would only fill the memory.
_LARGEST = 50 * 1024 * 1024
_SPACES = re.compile(r"\s+")


class _Article(NamedTuple):
    """One article that could be read, before it has an id."""

    found: Found
    document: Document
    listed: Listed | None


def read_sources(paths: Sequence[str]) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """Return the articles at the given files and folders in path order, and what the user should know of single files.

    Args:
        paths: Files and folders as the user gave them; sources keep these paths, joined with `/`.

    Raises:
        FactcheckError: A path does not exist, or a `sources.yaml` cannot be used.
        NothingToDo: No article could be read; it carries the problems of those that were tried.
    """
    findings = find_articles(paths)
    listings, problems = _read_listings(findings)
    problems = [*findings.problems, *problems]
    articles: list[_Article] = []
    for found in findings.articles:
        document, problem = _read(found)
        if problem:
            problems.append(problem)
        if document is None:
            continue
        problems += document.problems
        if document.blocks:
            articles.append(_Article(found, document, _entry(found, listings)))
        elif not document.problems:
            problems.append(_empty(found))
    if not articles:
        raise NothingToDo((_nothing(paths), *problems))
    ids, doubled = give_ids([article.found for article in articles], [_written_id(article) for article in articles])
    problems += doubled
    return tuple(_source(article, name) for article, name in zip(articles, ids, strict=True)), tuple(problems)


def _read_listings(findings: Findings) -> tuple[dict[str, dict[str, Listed]], list[Problem]]:
    """Return the entries of every `sources.yaml` by the folder it stands in, with their problems."""
    listings: dict[str, dict[str, Listed]] = {}
    problems: list[Problem] = []
    for file, shown, folder in findings.listings:
        entries, found = read_listing(file, shown)
        listings[folder] = entries
        problems += found
        existing = {entry.relative_to(file.parent).as_posix() for entry in file.parent.rglob("*") if entry.is_file()}
        problems += unused_entries(entries, existing)
    return listings, problems


def _entry(found: Found, listings: dict[str, dict[str, Listed]]) -> Listed | None:
    """Return what a `sources.yaml` says of an article: the one in its own folder, else one further up."""
    folder, _, name = found.shown.rpartition("/")
    while True:
        entry = listings.get(folder, {}).get(name)
        if entry or not folder:
            return entry
        folder, _, above = folder.rpartition("/")
        name = f"{above}/{name}"


def _read(found: Found) -> tuple[Document | None, Problem | None]:
    """Return the document of a file, or None with the problem that it cannot be read."""
    place = Location(found.shown)
    try:
        if not found.file.is_file():
            return None, Problem(
                Severity.WARNING, "unreadable-file", "this is no file that can be read", "check where the link leads", place
            )
        if found.file.stat().st_size > _LARGEST:
            return None, Problem(
                Severity.WARNING, "file-too-large", "the file is larger than 50 MB", "save each article in a file of its own", place
            )
        data = found.file.read_bytes()
    except OSError as error:
        message = f"the file cannot be read: {error.strerror or 'unknown reason'}"
        return None, Problem(Severity.WARNING, "unreadable-file", message, "check who may read it", place)
    form = FORMATS[found.file.suffix.lower()]
    if not data.strip():
        return None, _empty(found)
    try:
        text = decode(data, declared_encoding(data) if form.declares_encoding else None)
    except UndecodableError as error:
        return None, Problem(Severity.WARNING, "unknown-encoding", str(error), "save the file again as UTF-8 text", place)
    return form.read(text, found.shown), None


def _empty(found: Found) -> Problem:
    return Problem(Severity.WARNING, "empty-file", "the file holds no text; it is passed over", None, Location(found.shown))


def _nothing(paths: Sequence[str]) -> Problem:
    help_ = f"put articles there as {', '.join(sorted(FORMATS))} files, or name another folder with --sources"
    return Problem(Severity.ERROR, "no-sources", f"no article could be read from {', '.join(paths) or 'no path'}", help_)


def _written_id(article: _Article) -> tuple[str | None, Location | None]:
    if article.document.written.id:
        return article.document.written.id, Location(article.found.shown)
    if article.listed and article.listed.metadata.id:
        return article.listed.metadata.id, article.listed.location
    return None, None


def _source(article: _Article, name: str) -> Source:
    document = article.document
    listed = article.listed.metadata if article.listed else Metadata()
    known = document.written.or_else(listed).or_else(document.found)
    text = document.text
    language = known.language or identify("\n".join(text[block.start : block.end] for block in document.blocks))
    blocks, left_out = article_blocks(text, document.blocks, language, known.publisher)
    parts = parts_of(text, blocks, known.title)
    places = Places(text)
    title = next((text[block.start : block.end] for block, part in zip(blocks, parts, strict=True) if part is Part.TITLE), None)
    if title and article.found.file.suffix.lower() in (".md", ".markdown"):
        from factcheck.sources.markdown import without_marks

        title = without_marks(title)
    return Source(
        id=name,
        path=article.found.shown,
        text=text,
        sentences=_sentences(text, blocks, parts, language, places),
        left_out=_left_out((*document.left_out, *left_out), places),
        title=known.title or (_SPACES.sub(" ", title) if title else None),
        publisher=known.publisher,
        published=known.published or _published(document, left_out, language),
        language=language,
        url=known.url,
    )


def _sentences(text: str, blocks: Sequence[Block], parts: Sequence[Part], language: str | None, places: Places) -> tuple[Sentence, ...]:
    sentences: list[Sentence] = []
    for paragraph, (block, part) in enumerate(zip(blocks, parts, strict=True)):
        for start, end in split_sentences(text, block.start, block.end, language, wrapped=block.wrapped):
            sentences.append(Sentence(len(sentences), start, end, *places.of(start), part, paragraph))
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
