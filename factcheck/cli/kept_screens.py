"""Screens between runs: what was printed, and the problems that were told with it."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator, Sequence

from factcheck.problems import Problem
from factcheck.store import Store
from factcheck.store.codec import dumps, loads
from factcheck.store.packing import Packer


class Screens:
    """The screens of one store. A row is a line for the problems, and then the text."""

    def __init__(self, store: Store) -> None:
        """Take the store."""
        self._store = store
        self._packer = Packer()

    def recall(self, key: bytes) -> tuple[tuple[Problem, ...], Iterator[str]] | None:
        """Return problems and text of the screen with a key, the text in pieces; None where it is not kept."""
        pieces = self._store.screen(key)
        if pieces is None:
            return None
        head = b""
        while b"\n" not in head:
            head += next(pieces)
        line, _, rest = head.partition(b"\n")
        return loads(tuple[Problem, ...], line), _decoded(rest, pieces)

    def noted(self, problems: Sequence[Problem], text: Iterable[str]) -> Iterator[str]:
        """Yield the pieces of a text, and note them on the way, that they can be kept when all are through."""
        self._packer.add(dumps(list(problems)) + b"\n")
        for piece in text:
            self._packer.add(piece.encode("utf-8", "surrogatepass"))
            yield piece

    def keep(self, key: bytes) -> None:
        """Keep what was noted as the screen with a key."""
        self._store.put_screen(key, self._packer)


def _decoded(first: bytes, rest: Iterable[bytes]) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder("utf-8")("surrogatepass")
    yield decoder.decode(first)
    for piece in rest:
        yield decoder.decode(piece)
