"""Paths to sources: every article read, decoded, divided into sentences, and given what is known of it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence

from factcheck.model import Source
from factcheck.problems import Location, NothingToDo, Problem, Severity
from factcheck.sources.articles import Article, source_of
from factcheck.sources.decoding import UndecodableError, declared_encoding, decode
from factcheck.sources.document import UNKNOWN, Document
from factcheck.sources.folder import STANDARD_INPUT, Findings, Found, find_articles
from factcheck.sources.formats import FORMATS, ending_of, kinds
from factcheck.sources.ids import LineIds, give_ids
from factcheck.sources.listing import Listed, read_listing, unused_entries

# An article of this size is no article; reading it would only fill the memory.
_LARGEST = 50 * 1024 * 1024
# The problem of a page that says itself that it is passed over.
_NO_ARTICLE = "no-article"


def read_sources(paths: Sequence[str]) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """Return the articles at the given files and folders in path order, and what the user should know of single files.

    All of them are in memory at once; `iter_sources` yields them one by one.

    Args:
        paths: Files and folders as the user gave them; sources keep these paths, joined with `/`. `-` is standard input.

    Raises:
        FactcheckError: A path does not exist, or a `sources.yaml` cannot be used.
        NothingToDo: No article could be read; it carries the problems of those that were tried.
    """
    sources: list[Source] = []
    problems: list[Problem] = []
    for each in iter_sources(paths):
        if isinstance(each, Problem):
            problems.append(each)
        else:
            sources.append(each)
    return tuple(sources), tuple(problems)


def iter_sources(paths: Sequence[str]) -> Iterator[Source | Problem]:
    """Yield what `read_sources` returns, in the same order, one after the other; what was yielded is not kept.

    Sources stand in order of path, and of one file in order of line. Problems stand between them, each where it was met.
    Of what was read only the ids of lines are kept, each of which must be given once.

    Raises:
        FactcheckError: Before anything is yielded; a path does not exist, or a `sources.yaml` cannot be used.
        NothingToDo: At the end; no article could be read. It carries all problems, also those that were yielded.
    """
    for each in iter_articles(paths):
        yield each if isinstance(each, Problem) else source_of(each)


def iter_articles(paths: Sequence[str]) -> Iterator[Article | Problem]:
    """Yield what `iter_sources` yields, with articles in place of sources: read and named, but not divided into sentences.

    That is the lesser part of the work; `source_of` does the rest, article by article and in any process.
    """
    findings = find_articles(paths)
    listings, wrong = _read_listings(findings)
    tried = [*findings.problems, *wrong]
    none_yet = True
    yield from tried
    names, doubled = _ids([found for found in findings.files if not found.holds_lines], listings)
    bundles = [found for found in findings.files if found.holds_lines]
    bases = {found.shown: entry for found in bundles if (entry := _entry(found, listings)) and entry.metadata.id}
    ids = LineIds(
        bundles,
        {shown: (entry.metadata.id or "", entry.location) for shown, entry in bases.items()},
        ((name, shown) for shown, name in names.items()),
    )
    for found in findings.files:
        entry = _entry(found, listings)
        for each in _lines(found, entry, ids) if found.holds_lines else _file(found, entry, names):
            if none_yet and isinstance(each, Problem):
                tried.append(each)
            elif none_yet:
                none_yet = False
                tried.clear()
            yield each
    yield from doubled
    yield from ids.problems
    if none_yet:
        raise NothingToDo((_nothing(paths), *tried))


def _ids(files: Sequence[Found], listings: dict[str, dict[str, Listed]]) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """Return the id of each file by its path as shown, and what is wrong with written ids.

    Ids hang together: which one a file gets depends on which others hold an article. Where no two files ask for the same,
    nothing has to be read to know them, but for what can give an id itself.
    """
    written: list[tuple[str | None, Location | None]] = []
    for found in files:
        document = _read(found)[0] if FORMATS[_kind(found)].gives_id else None
        written.append(_written_id(found, document, _entry(found, listings)))
    asked = [name or found.stem for found, (name, _) in zip(files, written, strict=True)]
    if len(set(asked)) == len(files):
        return dict(zip((found.shown for found in files), asked, strict=True)), ()
    held = [(found, name) for found, name in zip(files, written, strict=True) if (document := _read(found)[0]) and document.blocks]
    ids, problems = give_ids([found for found, _ in held], [name for _, name in held])
    return dict(zip((found.shown for found, _ in held), ids, strict=True)), problems


def _file(found: Found, entry: Listed | None, names: dict[str, str]) -> Iterator[Article | Problem]:
    """Yield the article of a file, or what is wrong with it."""
    document, problem = _read(found)
    if problem:
        yield problem
    if document is None:
        return
    yield from document.problems
    if document.blocks:
        yield Article(names.get(found.shown, found.shown), found.shown, document, entry.metadata if entry else UNKNOWN)
    elif not any(problem.code == _NO_ARTICLE for problem in document.problems):
        yield _empty(found)


def _lines(found: Found, entry: Listed | None, ids: LineIds) -> Iterator[Article | Problem]:
    """Yield the articles of a file that has one on each line, and what is wrong with it."""
    from factcheck.sources.json_lines import read_articles

    listed = entry or Listed(UNKNOWN, Location(found.shown))
    if found.shown == STANDARD_INPUT:
        yield from read_articles(sys.stdin.buffer, found, ids, listed.metadata, listed.fields)
        return
    try:
        if not found.file.is_file():
            yield _no_file(found)
            return
        file = found.file.open("rb")
    except OSError as error:
        yield _unreadable(found, error)
        return
    with file:
        yield from read_articles(file, found, ids, listed.metadata, listed.fields)


def _read_listings(findings: Findings) -> tuple[dict[str, dict[str, Listed]], list[Problem]]:
    """Return the entries of every `sources.yaml` by the folder it stands in, however that is spelt, with their problems."""
    listings: dict[str, dict[str, Listed]] = {}
    problems: list[Problem] = []
    for file, shown in findings.listings:
        entries, found = read_listing(file, shown)
        listings[os.path.realpath(file.parent)] = entries
        problems += found
        existing = {entry.relative_to(file.parent).as_posix() for entry in file.parent.rglob("*") if entry.is_file()}
        problems += unused_entries(entries, existing)
    return listings, problems


def _entry(found: Found, listings: dict[str, dict[str, Listed]]) -> Listed | None:
    """Return what a `sources.yaml` says of an article: the one in its own folder, else one further up."""
    if not listings or found.shown == STANDARD_INPUT:
        return None
    folder, name = os.path.realpath(found.file.parent), found.file.name
    while True:
        entry = listings.get(folder, {}).get(name)
        above, below = os.path.split(folder)
        if entry or above == folder:
            return entry
        folder, name = above, f"{below}/{name}"


def _kind(found: Found) -> str:
    return (ending_of(found.file.name) or "").lower()


def _read(found: Found) -> tuple[Document | None, Problem | None]:
    """Return the document of a file, or None with the problem that it cannot be read."""
    place = Location(found.shown)
    try:
        if not found.file.is_file():
            return None, _no_file(found)
        if found.file.stat().st_size > _LARGEST:
            return None, Problem(
                Severity.WARNING, "file-too-large", "the file is larger than 50 MB", "save each article in a file of its own", place
            )
        data = found.file.read_bytes()
    except OSError as error:
        return None, _unreadable(found, error)
    form = FORMATS[_kind(found)]
    if not data.strip():
        return None, _empty(found)
    try:
        text = decode(data, declared_encoding(data) if form.declares_encoding else None)
    except UndecodableError as error:
        return None, Problem(Severity.WARNING, "unknown-encoding", str(error), "save the file again as UTF-8 text", place)
    return form.read(text, found.shown), None


def _no_file(found: Found) -> Problem:
    message = "this is no file that can be read"
    return Problem(Severity.WARNING, "unreadable-file", message, "check where the link leads", Location(found.shown))


def _unreadable(found: Found, error: OSError) -> Problem:
    message = f"the file cannot be read: {error.strerror or 'unknown reason'}"
    return Problem(Severity.WARNING, "unreadable-file", message, "check who may read it", Location(found.shown))


def _empty(found: Found) -> Problem:
    return Problem(Severity.WARNING, "empty-file", "the file holds no text; it is passed over", None, Location(found.shown))


def _nothing(paths: Sequence[str]) -> Problem:
    help_ = f"put articles there as {kinds()} files, or name another folder with --sources"
    return Problem(Severity.ERROR, "no-sources", f"no article could be read from {', '.join(paths) or 'no path'}", help_)


def _written_id(found: Found, document: Document | None, listed: Listed | None) -> tuple[str | None, Location | None]:
    if document and document.written.id:
        return document.written.id, Location(found.shown)
    if listed and listed.metadata.id:
        return listed.metadata.id, listed.location
    return None, None
