"""Text of articles and catalogues made safe for a terminal: nothing in it may move the cursor or turn a line round.

Right-to-left text beside left-to-right text is reordered by the terminal, line by line. A stretch between an
isolate mark and POP DIRECTIONAL ISOLATE (Unicode Standard Annex 9, section 2.4) keeps its own direction and leaves
its neighbours where they are; it must be opened and closed on the same printed line. The direction is said outright,
not left to the first letter of the line, since a wrapped line of an Arabic sentence can begin with a Latin name.
"""

from __future__ import annotations

import re
from enum import Enum

POP_ISOLATE = "\u2069"


class Direction(Enum):
    """Which way a stretch runs; the value is the mark that opens its isolate."""

    LEFT_TO_RIGHT = "\u2066"
    RIGHT_TO_LEFT = "\u2067"


# mlterm and the Linux console draw the isolates as boxes, and a dumb terminal promises nothing.
_TERMINALS_WITHOUT_ISOLATES = ("mlterm", "linux", "dumb", "unknown")

_SPACE = re.compile(r"\s+")
# C0 and C1 controls (escape among them), the explicit embeddings, overrides and isolates.
_UNSAFE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]")
# The blocks that Unicode sets aside for right-to-left scripts (DerivedBidiClass.txt), and the marks that act like them.
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
# As above, but line ends and tabs stay: this text is shown as it stands.
_UNSAFE_IN_LINES = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]|\r(?!\n)")


def clean(text: str) -> str:
    """Return `text` for one line of a screen.

    Control characters and explicit directional marks are dropped, a lone surrogate becomes U+FFFD, and every run
    of white space, line ends among it, becomes one space.
    """
    return _SURROGATE.sub("\ufffd", _SPACE.sub(" ", _UNSAFE.sub("", text)))


def clean_in_place(text: str) -> str:
    """Return `text` with every unsafe character replaced by U+FFFD, so that offsets and lines stay what they were."""
    return _UNSAFE_IN_LINES.sub("\ufffd", text)


def direction(text: str) -> Direction | None:
    """Return the direction of most letters in `text`, or None where nothing in it runs from right to left.

    Most letters, not the first: an Arabic sentence may begin with a Latin name. Text that runs from left to right
    throughout is better left alone: whoever copies an id or a path then copies no invisible character with it.
    """
    backward = len(_RIGHT_TO_LEFT.findall(text))
    if not backward:
        return None
    forward = sum(character.isalpha() for character in text) - backward
    return Direction.RIGHT_TO_LEFT if backward >= forward else Direction.LEFT_TO_RIGHT


def isolate(text: str, towards: Direction) -> str:
    """Return `text`, which must be one printed line or less, as an isolate that runs `towards` one side."""
    return f"{towards.value}{text}{POP_ISOLATE}"


def terminal_isolates(term: str) -> bool:
    """Tell whether a terminal with this `TERM` takes isolates without drawing them; an empty name does (Windows sets none)."""
    return not term.startswith(_TERMINALS_WITHOUT_ISOLATES)
