"""Offsets to lines and columns: a line feed, a carriage return, or both together end a line, and nothing else does."""

from __future__ import annotations

import re
from bisect import bisect_right

_LINE_END = re.compile(r"\r\n|\r|\n")


class Places:
    """The lines of one text.

    Args:
        text: The decoded text that offsets count in.
    """

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def of(self, offset: int) -> tuple[int, int]:
        """Return line and column of a code point."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line(self, offset: int) -> int:
        """Return the line of a code point, from 1."""
        return bisect_right(self._starts, offset)
