"""Keeps what was built from data files beside the code, as Python keeps its bytecode.

Stemming every form of the lexicon takes seconds; reading the outcome takes milliseconds. A build carries the time
and size of every file that it was made of, as bytecode does, so that an edited data file is not answered from an
old build. Where the folder cannot be written, everything is built anew each time: slower, never wrong.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import sys
from collections.abc import Callable, Iterator, KeysView, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

_FOLDER = Path(__file__).parent / "__pycache__"
# The modules that decide what is built: an edit of one of them makes older builds worthless.
_BUILDERS = ("compiled.py", "folding.py", "tokens.py", "stems.py", "phrases.py", "lexicon.py", "cues.py", "value_words.py", "knowledge.py")

# So many rows of a table stay unpacked.
_MOST_ROWS = 4096

_Value = TypeVar("_Value")


class Packed(Mapping[str, _Value]):
    """A large table of which a run asks for few rows: a row is unpacked when it is asked for. Nobody may change it.

    Unpacking a whole lexicon makes some hundred thousand objects, and takes longer than reading five articles. Rows that were
    unpacked lately stay, so that the many words that lead to one row share it.
    """

    def __init__(self, table: tuple[dict[str, int], bytes]) -> None:
        """Take a table as `pack` gives it."""
        self._starts, self._rows = table[0], memoryview(table[1])
        self._unpacked: dict[str, _Value] = {}

    def __contains__(self, key: object) -> bool:
        return key in self._starts

    def __getitem__(self, key: str) -> _Value:
        if key in self._unpacked:
            return self._unpacked[key]
        # What is read ends where it says itself that it ends.
        value: _Value = marshal.loads(self._rows[self._starts[key] :])  # noqa: S302 - packed by `pack`, read by `compiled`
        if len(self._unpacked) >= _MOST_ROWS:
            self._unpacked.clear()
        self._unpacked[key] = value
        return value

    def get(self, key: str, default: Any = None) -> Any:
        """Return one row, or `default`; most that is asked for is not there, and `Mapping` would raise an error each time."""
        return self[key] if key in self._starts else default

    def __iter__(self) -> Iterator[str]:
        return iter(self._starts)

    def keys(self) -> KeysView[str]:
        """Return the keys as a dictionary gives them, which are compared with others much faster than those of a `Mapping`."""
        return self._starts.keys()

    def __len__(self) -> int:
        return len(self._starts)


def pack(table: Mapping[str, Any]) -> tuple[dict[str, int], bytes]:
    """Return `table` for a `Packed`: where each row starts, and all rows; values are such as `compiled` takes."""
    starts: dict[str, int] = {}
    rows = bytearray()
    for key, value in table.items():
        starts[key] = len(rows)
        rows += marshal.dumps(value)
    return starts, bytes(rows)


@cache
def _stamp(path: Path) -> tuple[str, int, int]:
    """Return what tells one state of a file from another: name, time of the last change in nanoseconds, size in bytes."""
    state = path.stat()
    return path.name, state.st_mtime_ns, state.st_size


@cache
def installed(package: str) -> tuple[str, int, int] | None:
    """Return what tells one installed version of a package from another without importing it, or None where there is none."""
    from importlib.util import find_spec

    found = find_spec(package)
    place = Path(found.origin) if found is not None and found.origin else None
    return _stamp(place) if place is not None and place.is_file() else None


@cache
def _builders() -> tuple[tuple[str, int, int], ...]:
    return tuple(_stamp(Path(__file__).parent / name) for name in _BUILDERS)


def compiled(name: str, inputs: Sequence[Path], build: Callable[[], Any]) -> Any:
    """Return what `build` returns, from the last build where nothing it was made of has changed.

    Args:
        name: A word for the file name.
        inputs: The files that `build` reads.
        build: Makes the outcome out of dicts, lists, tuples, frozensets, text, bytes and numbers.
    """
    made_of = (sys.version, installed("Stemmer"), _builders(), tuple(map(_stamp, inputs)))
    target = _FOLDER / f"{name}.data"
    with contextlib.suppress(OSError, ValueError, EOFError, TypeError):
        before, outcome = marshal.loads(target.read_bytes())  # noqa: S302 - the file is ours, beside our own bytecode
        if before == made_of:
            return outcome
    outcome = build()
    with contextlib.suppress(OSError):
        _FOLDER.mkdir(exist_ok=True)
        partial = target.with_suffix(f".{os.getpid()}")
        partial.write_bytes(marshal.dumps((made_of, outcome)))
        partial.replace(target)
    return outcome
