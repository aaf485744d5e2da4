"""Finds the files that hold articles: walks folders, and passes over what is hidden or of another kind."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from factcheck.problems import FactcheckError, Location, Problem, Severity
from factcheck.sources.formats import LINES, ending_of, holds_lines, kinds
from factcheck.sources.listing import FILE_NAME

# The path that stands for standard input, and the name that ids are made of for what comes from there.
STANDARD_INPUT = "-"
_NAME_OF_INPUT = f"stdin{LINES[0]}"


class Found(NamedTuple):
    """One file that holds an article, or one on each line; or standard input, which is read as the latter.

    Attributes:
        file: Where it is.
        shown: Its path as the user gave the folder, joined with `/`.
        below: Its path below the sources folder, joined with `/`.
    """

    file: Path
    shown: str
    below: str

    @property
    def holds_lines(self) -> bool:
        """Whether there is an article on each line."""
        return holds_lines(self.below)

    @property
    def stem(self) -> str:
        """Its path below the sources folder without the ending."""
        return self.below.removesuffix(ending_of(self.below) or "")


class Findings(NamedTuple):
    """What stands at the paths that the user gave.

    Attributes:
        files: In order of `shown`.
        listings: Each `sources.yaml`, with its path as shown.
        problems: Files of other kinds, in one warning.
    """

    files: tuple[Found, ...]
    listings: tuple[tuple[Path, str], ...]
    problems: tuple[Problem, ...]


def find_articles(paths: Sequence[str]) -> Findings:
    """Return the files with articles at the given files and folders; sub-folders belong to their folder.

    A file that is reached twice is read once. Hidden files and folders are passed over.

    Args:
        paths: As the user gave them; `-` is standard input.

    Raises:
        FactcheckError: A path does not exist, or is neither file nor folder, or a folder cannot be opened; standard input is
            a terminal, or is asked for twice.
    """
    unusable = tuple(problem for path in paths if path != STANDARD_INPUT for problem in _missing(path)) + tuple(_bad_input(paths))
    if unusable:
        raise FactcheckError(unusable)
    candidates: list[Found] = []
    listings: dict[str, tuple[Path, str]] = {}
    asked: set[Path] = set()
    other: list[str] = []
    problems: list[Problem] = []
    for path in paths:
        for found in _walk(path, problems) if path != STANDARD_INPUT else ():
            folder = found.shown.rpartition("/")[0]
            parent = found.file.parent
            if parent not in asked:
                asked.add(parent)
                listing = parent / FILE_NAME
                if listing.is_file():
                    shown = f"{folder}/{FILE_NAME}" if folder or found.shown.startswith("/") else FILE_NAME
                    listings.setdefault(os.path.realpath(listing), (listing, shown))
            if found.file.name == FILE_NAME:
                continue
            if ending_of(found.file.name):
                candidates.append(found)
            else:
                other.append(found.shown)
    if other:
        problems.append(_other_kinds(sorted(set(other))))
    piped = [Found(Path(STANDARD_INPUT), STANDARD_INPUT, _NAME_OF_INPUT)] if STANDARD_INPUT in paths else []
    return Findings(
        tuple(sorted([*piped, *_each_once(candidates)], key=lambda found: found.shown)),
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


def _bad_input(paths: Sequence[str]) -> Iterator[Problem]:
    uses = paths.count(STANDARD_INPUT)
    if uses > 1:
        message = f"standard input ({STANDARD_INPUT}) can be read once only"
        yield Problem(Severity.ERROR, "input-twice", message, f"give --sources {STANDARD_INPUT} once")
    elif uses and sys.stdin.isatty():
        help_ = f"pipe in articles, one JSON object a line: factcheck list --sources {STANDARD_INPUT} < articles.jsonl"
        yield Problem(Severity.ERROR, "no-input", "nothing is piped into standard input", help_)


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
            if _is_folder(entry):
                folders.append((Path(entry.path), name))
            else:
                yield Found(Path(entry.path), f"{root.rstrip('/')}/{name}", name)
        pending = folders + pending


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Return whether a name in a folder is one itself, or leads to one; a link that leads to itself leads nowhere."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _each_once(candidates: list[Found]) -> list[Found]:
    """Return each file once: the file itself before a link to it, else the first path that leads there."""
    chosen: dict[str, tuple[Found, bool]] = {}
    folders: dict[Path, Path] = {}
    for found in candidates:
        folder, linked = found.file.parent, found.file.is_symlink()
        # Of what is no link itself only the folder can be reached by several paths.
        if folder not in folders:
            folders[folder] = Path(os.path.realpath(folder))
        real = os.path.realpath(found.file) if linked else str(folders[folder] / found.file.name)
        if real not in chosen or (chosen[real][1] and not linked):
            chosen[real] = found, linked
    return [found for found, _ in chosen.values()]


def _unreadable_folder(shown: str, error: OSError) -> Problem:
    message = f"the folder cannot be opened: {error.strerror or 'unknown reason'}"
    return Problem(Severity.WARNING, "unreadable-folder", message, "check who may read it", Location(shown))


def _other_kinds(shown: list[str]) -> Problem:
    names = ", ".join(shown[:5]) + (", …" if len(shown) > 5 else "")
    count = "1 file of another kind was" if len(shown) == 1 else f"{len(shown)} files of other kinds were"
    return Problem(Severity.WARNING, "other-file-kinds", f"{count} passed over: {names}", f"articles are read from {kinds()}")


def _slashes(path: str) -> str:
    return path.replace(os.sep, "/")
