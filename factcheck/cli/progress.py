"""How far a long run is, on one line of standard error that leaves nothing behind."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

# Nothing is shown before so many seconds, nor more often than this.
_PATIENCE = 1.0
_EVERY = 0.2
_MEGABYTE = 1_000_000


class Watcher:
    """Shows the articles that are done, their size and the time that is left. Usable in a `with` block, which clears the line."""

    def __init__(self, sources: Sequence[str], *, shown: bool) -> None:
        """Take the files and folders that are read; where it is not `shown`, nothing is ever written."""
        self._sources = sources
        self._shown = shown
        self._start = time.monotonic()
        self._next = self._start + _PATIENCE
        self._total: int | None = None
        self._width = 0

    def __enter__(self) -> Watcher:
        return self

    def __exit__(self, *_: object) -> None:
        if self._width:
            sys.stderr.write(f"\r{' ' * self._width}\r")
            sys.stderr.flush()

    def saw(self, articles: int, size: int) -> None:
        """Hear that `articles` are done, of which those that had to be read have `size` bytes."""
        now = time.monotonic()
        if not self._shown or now < self._next:
            return
        self._next = now + _EVERY
        line = self._line(articles, size, now - self._start)
        sys.stderr.write(f"\r{line.ljust(self._width)}")
        sys.stderr.flush()
        self._width = len(line)

    def _line(self, articles: int, size: int, seconds: float) -> str:
        if self._total is None:
            self._total = sum(map(_size, self._sources))
        noun = "article" if articles == 1 else "articles"
        line = f"{articles:,} {noun}, {size / _MEGABYTE / seconds:.1f} MB/s"
        left = (self._total - size) * seconds / size if size and self._total > size else None
        return line if left is None else f"{line}, about {_time(left)} left"


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d} min" if minutes else f"{rest} s"


def _size(source: str) -> int:
    """Return the bytes at a file or folder; 0 where nobody can tell, as for what is packed or piped in."""
    path = Path(source)
    files = [path] if path.is_file() else [Path(folder, name) for folder, _, names in os.walk(source) for name in names]
    return sum(0 if file.suffix in (".gz", ".zst") else _bytes_in(file) for file in files)


def _bytes_in(file: Path) -> int:
    """Return the size of a file; 0 for a link that leads nowhere."""
    try:
        return file.stat().st_size
    except OSError:
        return 0
