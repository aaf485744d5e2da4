"""Whether line ends inside a paragraph are only the edge of the page: text wrapped by hand or by a mail program."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

# Wider lines are paragraphs; fewer breaks than this prove nothing.
WIDEST, _ENOUGH_BREAKS = 120, 3


def wrap_width(paragraphs: Sequence[Sequence[str]]) -> int | None:
    """Return the width in code points that the lines of a text were wrapped at, or None where they were not.

    A line was wrapped when the first word of the next line would not have fitted behind it. All but one in twenty
    breaks inside paragraphs must be of that kind, and there must be at least three.

    Args:
        paragraphs: The lines of each paragraph, without their line ends; no line is blank.
    """
    lines = [line for paragraph in paragraphs for line in paragraph]
    breaks = [(line, follower) for paragraph in paragraphs for line, follower in pairwise(paragraph)]
    width = max(map(len, lines), default=0)
    if width > WIDEST or width < 40 or len(breaks) < _ENOUGH_BREAKS:
        return None
    wrapped = sum(is_wrapped(line, follower, width) for line, follower in breaks)
    return width if wrapped >= 0.95 * len(breaks) else None


def is_wrapped(line: str, follower: str, width: int | None) -> bool:
    """Return whether `follower` goes on with `line`: its first word would not have fitted behind it in `width` code points."""
    if width is None:
        return False
    first_word = follower.split(maxsplit=1)[0] if follower.strip() else ""
    return len(line.rstrip()) + 1 + len(first_word) > width
