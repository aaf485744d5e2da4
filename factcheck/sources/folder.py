"""Finds the articles: walks folders, passes over what is hidden or of another kind, and gives every article its id."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from factcheck.problems import FactcheckError, Location, Problem, Severity
from factcheck.sources.formats import FORMATS
from factcheck.sources.listing import FILE_NAME


class Found(NamedTuple):
    """One article file.

    Attributes:
        file: Where it is.
        shown: Its path as the user gave the folder, joined with `/`.
        below: Its path below the sources folder, joined with `/`.
    """

    file: Path
    shown: str
    below: str


class Findings(NamedTuple):
    """What stands at the paths that the user gave.

    Attributes:
        articles: In order of `shown`.
        listings: Each `sources.yaml`, with its path as shown, and the folder it stands in as shown.
        problems: Files of other kinds, in one warning.
    """

    articles: tuple[Found, ...]
    listings: tuple[tuple[Path, str, str], ...]
    problems: tuple[Problem, ...]


def find_articles(paths: Sequence[str]) -> Findings:
    """Return the articles at the given files and folders; sub-folders belong to their folder.

    A file that is reached twice is one article. Hidden files and folders are passed over.

    Raises:
        FactcheckError: A path does not exist, or is neither file nor folder, or a folder cannot be opened.
    """
    missing = tuple(problem for path in paths for problem in _missing(path))
    if missing:
        raise FactcheckError(missing)
    candidates: list[Found] = []
    listings: dict[str, tuple[Path, str, str]] = {}
    other: list[str] = []
    problems: list[Problem] = []
    for path in paths:
        for found in _walk(path, problems):
            folder = found.shown.rpartition("/")[0]
            listing = found.file.parent / FILE_NAME
            if listing.is_file():
                shown = f"{folder}/{FILE_NAME}" if folder or found.shown.startswith("/") else FILE_NAME
                listings.setdefault(os.path.realpath(listing), (listing, shown, folder))
            if found.file.name == FILE_NAME:
                continue
            if found.file.suffix.lower() in FORMATS:
                candidates.append(found)
            else:
                other.append(found.shown)
    articles = _each_once(candidates)
    if other:
        problems.append(_other_kinds(sorted(set(other))))
    return Findings(
        tuple(sorted(articles, key=lambda found: found.shown)),
        tuple(sorted(listings.values(), key=lambda listing: listing[1])),
        tuple(problems),
    )


def _missing(path: str) -> Iterator[Problem]:
    place = Path(path)
    try:
        exists, usable = place.exists(), place.is_dir() or place.is_file()
    except (OSError, ValueError):
        exists, usable = False, False
    if not path or not exists:
        neighbours = _names_beside(place)
        guess = get_close_matches(place.name, neighbours, 1)
        help_ = f"did you mean {_slashes(str(place.parent / guess[0]))}?" if guess else "give a file or a folder of articles with --sources"
        yield Problem(Severity.ERROR, "no-such-path", f"there is no file or folder {path or '(empty)'}", help_)
    elif not usable:
        yield Problem(Severity.ERROR, "no-article-path", f"{path} is neither a file nor a folder", "save the article to a file first")


def _names_beside(place: Path) -> list[str]:
    try:
        return sorted(entry.name for entry in os.scandir(place.parent))
    except (OSError, ValueError):
        return []


def _walk(path: str, problems: list[Problem]) -> Iterator[Found]:
    """Yield every file at a path that is not hidden, folder by folder in name order; loops of links are entered once."""
    root = _slashes(path)
    if Path(path).is_file():
        yield Found(Path(path), root, Path(path).name)
        return
    root = root.rstrip("/") or "/"
    entered: set[str] = set()
    pending = [(Path(path), "")]
    while pending:
        folder, below = pending.pop(0)
        real = os.path.realpath(folder)
        if real in entered:
            continue
        entered.add(real)
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            shown = f"{root}/{below}".rstrip("/")
            problems.append(_unreadable_folder(shown, error))
            continue
        folders = []
        for entry in entries:
            if entry.name.startswith("."):
                continue
            name = f"{below}/{entry.name}" if below else entry.name
            if entry.is_dir():
                folders.append((Path(entry.path), name))
            else:
                yield Found(Path(entry.path), f"{root.rstrip('/')}/{name}", name)
        pending = folders + pending


def _each_once(candidates: list[Found]) -> list[Found]:
    """Return each file once: the file itself before a link to it, else the first path that leads there."""
    chosen: dict[str, Found] = {}
    for found in candidates:
        real = os.path.realpath(found.file)
        if real not in chosen or (chosen[real].file.is_symlink() and not found.file.is_symlink()):
            chosen[real] = found
    return list(chosen.values())


def _unreadable_folder(shown: str, error: OSError) -> Problem:
    message = f"the folder cannot be opened: {error.strerror or 'unknown reason'}"
    return Problem(Severity.WARNING, "unreadable-folder", message, "check who may read it", Location(shown))


def _other_kinds(shown: list[str]) -> Problem:
    names = ", ".join(shown[:5]) + (", …" if len(shown) > 5 else "")
    count = "1 file of another kind was" if len(shown) == 1 else f"{len(shown)} files of other kinds were"
    kinds = ", ".join(sorted(FORMATS))
    return Problem(Severity.WARNING, "other-file-kinds", f"{count} passed over: {names}", f"articles are read from {kinds}")


def _slashes(path: str) -> str:
    return path.replace(os.sep, "/")


def give_ids(
    articles: Sequence[Found], written: Sequence[tuple[str | None, Location | None]]
) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Return the id of each article, with a problem for every written id that another article already has.

    A written id is kept. The others get the first of these that no other article has: the path below the sources folder
    without its suffix, the same with it, the path as shown.

    Args:
        articles: In order of path.
        written: For each article the id that the user wrote and where, or None for both.
    """
    ids: list[str | None] = [None] * len(articles)
    owner: dict[str, int] = {}
    problems = []
    for index, (name, place) in enumerate(written):
        if name is None:
            continue
        if name in owner:
            message = f"{articles[index].shown} has the id {name}, which {articles[owner[name]].shown} has already"
            problems.append(Problem(Severity.WARNING, "duplicate-id", message, "give each article an id of its own", place))
            continue
        owner[name] = index
        ids[index] = name
    pending = [index for index, name in enumerate(ids) if name is None]
    for form in (_without_suffix, _with_suffix, _as_shown):
        names = {index: form(articles[index]) for index in pending}
        count = Counter(names.values())
        for index, name in names.items():
            if count[name] == 1 and name not in owner:
                owner[name] = index
                ids[index] = name
        pending = [index for index in pending if ids[index] is None]
    for index in pending:
        # Only a written id that looks like another article's path leads here.
        name = articles[index].shown
        while name in owner:
            name += "'"
        owner[name] = index
        ids[index] = name
    return tuple(name for name in ids if name is not None), tuple(problems)


def _without_suffix(found: Found) -> str:
    return found.below[: -len(found.file.suffix)]


def _with_suffix(found: Found) -> str:
    return found.below


def _as_shown(found: Found) -> str:
    return found.shown
