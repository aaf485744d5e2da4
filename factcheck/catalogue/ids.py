"""Ids for questions and claims that were given none: made from the text, each once in the catalogue."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from factcheck.catalogue.keys import BIDI_MARKS

NONE = "none"
"""What an example supports when it supports no claim; therefore no claim's id."""

# Joiners and direction marks are inside words, not between them.
_INSIDE = frozenset(BIDI_MARKS + "\u200b\u200c\u200d\u2060\u00ad\ufeff")


def slug(text: str) -> str:
    """Return the letters (of any script), their marks and the digits of `text`, lower case, joined by `-`.

    Empty where the text has neither letter nor digit.
    """
    return "-".join(unicodedata.normalize("NFC", text).lower().translate(_KEPT).split())


class _Kept(dict[int, str]):
    """A translation table that learns each character the first time it is met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = "" if character in _INSIDE else character if unicodedata.category(character)[0] in "LMN" else " "
        return self[code]


_KEPT = _Kept()


class IdMaker:
    """Makes ids that are not taken yet; the second of one text ends in `-2`, the third in `-3`.

    Args:
        taken: The ids that authors gave.
        otherwise: The id for a text without letter or digit.
    """

    def __init__(self, taken: Iterable[str], otherwise: str) -> None:
        self._taken = {NONE, *taken}
        self._otherwise = otherwise
        self._next: dict[str, int] = {}

    def make(self, text: str) -> str:
        """Return a new id for `text`."""
        base = slug(text) or self._otherwise
        made, number = base, self._next.get(base, 2)
        while made in self._taken:
            made = f"{base}-{number}"
            number += 1
        self._next[base] = number
        self._taken.add(made)
        return made
