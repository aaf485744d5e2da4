"""Whether the rivals of a question can be told apart at all: by anything but spelling, case and punctuation."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from factcheck.language.folding import fold

_GAP = re.compile(r"[\W_]+")
_MEANINGFUL = frozenset("%#&@*")


def signature(text: str) -> str:
    """Return what is left of `text` when spelling variants, blanks and punctuation are folded away.

    Two texts with one signature cannot be told apart. Currency and other symbols stay, and so does what
    stands between or before digits: `97.4` is not `974`, `-5` is not `5`. Empty where nothing is left.
    """
    folded = fold(text)

    def closed(match: re.Match[str]) -> str:
        gap = match.group()
        start, end = match.span()
        before = folded[start - 1] if start else ""
        after = folded[end] if end < len(folded) else ""
        if before.isdigit() and after.isdigit():
            return "".join(gap.split()) or " "
        if gap == " ":
            return ""
        kept = "".join(character for character in gap if _kept(character))
        signed = after.isdigit() and gap[-1] == "-" and (len(gap) > 1 or not before)
        return f"{kept}-" if signed else kept

    return _GAP.sub(closed, folded)


@lru_cache(maxsize=4096)
def _kept(character: str) -> bool:
    # Vowel signs of Indic scripts are no letters to a regular expression, but they make words different.
    return character in _MEANINGFUL or unicodedata.category(character)[0] in "SM"


def alike(rivals: list[list[str]]) -> Iterator[tuple[int, int, int, int]]:
    """Yield each text of a rival that stands for an earlier rival too.

    Args:
        rivals: The texts of each rival, its own text first, then its wordings.

    Yields:
        Rival, text, earlier rival and its text, all as indexes into `rivals`.
    """
    seen: dict[str, tuple[int, int]] = {}
    for rival, texts in enumerate(rivals):
        for index, text in enumerate(texts):
            left = signature(text)
            earlier, there = seen.setdefault(left, (rival, index))
            if left and earlier != rival:
                yield rival, index, earlier, there
