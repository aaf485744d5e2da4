"""Offsets to lines and columns: a line feed, a carriage return, or both together end a line, and nothing else does."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate

_LINE_END = re.compile(r"\r\n|\r|\n")


class Places:
    """The lines of one text.

    Args:
        text: The decoded text that offsets count in.
    """

    def __init__(self, text: str) -> None:
        if "\r" in text:
            self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
        else:
            self._starts = [0, *accumulate(len(line) + 1 for line in text.split("\n")[:-1])]
        self._end = len(text) + 1

    def line_around(self, offset: int) -> tuple[int, int, int]:
        """Return the line of a code point, the first code point of that line, and the first behind it."""
        line = bisect_right(self._starts, offset)
        return line, self._starts[line - 1], self._starts[line] if line < len(self._starts) else self._end

    def line(self, offset: int) -> int:
        """Return the line of a code point, from 1."""
        return bisect_right(self._starts, offset)
