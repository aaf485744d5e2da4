"""Ids: those that the user wrote, and for the other articles one made of the path, or of the path and the line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from factcheck.problems import Location, Problem, Severity
from factcheck.sources.folder import Found


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
    return found.stem


def _with_suffix(found: Found) -> str:
    return found.below


def _as_shown(found: Found) -> str:
    return found.shown


class LineIds:
    """The ids of articles that have no file of their own; none is given twice.

    Args:
        files: The files with an article on each line, in order of path.
        bases: For some of them by path, what the user wrote that ids are to be made of.
        taken: The ids of all other articles, with their paths.

    Attributes:
        problems: What is wrong with `bases`.
    """

    def __init__(self, files: Sequence[Found], bases: Mapping[str, tuple[str, Location]], taken: Iterable[tuple[str, str]]) -> None:
        self._owners: dict[str, tuple[str, int | None]] = {name: (path, None) for name, path in taken}
        names, self.problems = give_ids(files, [bases.get(found.shown, (None, None)) for found in files])
        self._bases = dict(zip((found.shown for found in files), names, strict=True))

    def give(self, found: Found, line: int, written: str | None) -> tuple[str, Location | None]:
        """Return the id of the article on a line, and where the article stands that has the written id already.

        Args:
            found: The file.
            line: From 1.
            written: What the line itself gives as its id, or None.
        """
        earlier = None
        if written is not None:
            owner = self._owners.setdefault(written, (found.shown, line))
            if owner == (found.shown, line):
                return written, None
            earlier = Location(*owner)
        name = f"{self._bases[found.shown]}-{line}"
        if name in self._owners:
            name = f"{found.shown}-{line}"
        while name in self._owners:
            name += "'"
        self._owners[name] = (found.shown, line)
        return name, earlier
