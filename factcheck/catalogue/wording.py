"""How messages show what an author typed: shortened, quoted as YAML wants it, or as the nearest right word."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_SHOWN_LENGTH = 60
# As get_close_matches itself proposes: below it, guesses mislead more often than they help.
_ALIKE = 0.6


def one_line(text: str) -> str:
    """Return `text` on one line, cut after 60 code points with `…`."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _SHOWN_LENGTH else f"{flat[: _SHOWN_LENGTH - 1].rstrip()}…"


def shown(text: str) -> str:
    """Return `text` on one line between single quotes, cut after 60 code points."""
    return f"'{one_line(text)}'"


def quoted(text: str) -> str:
    """Return `text` on one line, cut after 60 code points, as a YAML scalar in straight quotes."""
    return quoted_whole(one_line(text))


def quoted_whole(text: str) -> str:
    """Return `text`, which is a single line, as a YAML scalar in straight quotes."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the one of `known` that `word` was probably meant to be, whatever its case, or None."""
    by_case = {each.casefold(): each for each in known}
    matches = get_close_matches(word.casefold(), by_case, n=1, cutoff=_ALIKE)
    return by_case[matches[0]] if matches else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """Return `did you mean 'x'?` where one of `known` is near, else `otherwise`."""
    guess = nearest(word, known)
    return f"did you mean {shown(guess)}?" if guess else otherwise
