"""Whether anything changed since a run: the state of every file that a run may read, without reading one."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from factcheck.store.places import digest, rules_version

# Beside a file it may be described.
_LISTING = "sources.yaml"
# A file that changed less than so many nanoseconds before may change again without a trace in its times.
_SETTLED = 2_000_000_000


def state_of(claims: str, sources: Sequence[str], *rest: object) -> tuple[bytes, int] | None:
    """Return what stands for all that a run of a command rests on, and the time of the latest change in nanoseconds.

    Args:
        claims: Catalogue, a file or folder.
        sources: Files and folders.
        rest: All else that decides what is printed.

    Returns:
        None where it cannot be told: standard input, or what cannot be opened.
    """
    if "-" in sources:
        return None
    states: list[object] = []
    latest = 0
    try:
        for path in (claims, *sources):
            for name, stat in _files(path):
                states.append((name, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino))
                latest = max(latest, stat.st_mtime_ns, stat.st_ctime_ns)
    except (OSError, ValueError):
        return None
    return digest(rules_version(), Path.cwd(), claims, tuple(sources), tuple(rest), *states), latest


def is_settled(latest: int, now: int) -> bool:
    """Return whether a change after `now`, in nanoseconds, would be seen in a file whose latest change was at `latest`."""
    return latest < now - _SETTLED


def _files(path: str) -> Iterator[tuple[str, os.stat_result]]:
    if not Path(path).is_dir():
        yield path, Path(path).stat()
        listing = Path(path).parent / _LISTING
        if listing.exists():
            yield str(listing), listing.stat()
        return
    entered = set()
    pending = [path]
    while pending:
        folder = pending.pop()
        real = os.path.realpath(folder)
        if real in entered:
            continue
        entered.add(real)
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda each: each.name):
                if entry.name.startswith("."):
                    continue
                if entry.is_dir():
                    pending.append(entry.path)
                else:
                    yield entry.path, entry.stat()
