"""Words that are one or two letters apart: typing errors, and names that are written in several ways."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple
from zlib import crc32

# So many letters of a word are enough to be found by: what two words have in common but for as many letters, so have their beginnings.
_BEGINNING = 7
# At least so many places for each rest: then most words that are near none have no rest in a place that is taken.
_ROOM = 8


def nearest(word: str, listed: Iterable[str], most: int) -> str | None:
    """Return the first of the nearest listed words, or None where all are further away than `most` edits.

    An edit adds, drops or changes a letter, or swaps two that stand side by side.

    Args:
        word: A folded word.
        listed: Folded words.
        most: 1 or more.
    """
    # Words of other lengths or of other letters are further apart; hardly any word is left to be compared letter by letter.
    near = [other for other in listed if abs(len(other) - len(word)) <= most and len({*other} ^ {*word}) <= 2 * most]
    if word in near:
        return word
    by_one = next((other for other in near if _one_edit_apart(word, other)), None)
    if by_one is not None or most == 1 or not near:
        return by_one
    from rapidfuzz import process
    from rapidfuzz.distance import DamerauLevenshtein

    found = process.extractOne(word, near, scorer=DamerauLevenshtein.distance, score_cutoff=most)
    return found[0] if found else None


class _Rests(NamedTuple):
    """Which listed words have a rest of a number, in a few bytes for each rest: most lists have hundreds of thousands of them.

    Rests are sorted into many more places than there are rests. Two rests may share a place: then a word is tried in vain.

    Attributes:
        filled: For each place, whether any word is there.
        starts: For each `_ROOM` places in a row, where their words start in `words`; the next ones start where these end.
        words: Numbers of words, in the order of the places.
    """

    filled: bytearray
    starts: array[int]
    words: array[int]

    def words_at(self, rests: Iterable[int]) -> set[int]:
        """Return the numbers of the words that may have one of these rests."""
        filled, starts, last = self.filled, self.starts, len(self.filled) - 1
        rows = {(rest & last) // _ROOM for rest in rests if filled[rest & last]}
        return {word for row in rows for word in self.words[starts[row] : starts[row + 1]]} if rows else set()


class Spellings:
    """Listed words, ready to be asked for those near another one: what `nearest` finds among them, without trying each.

    Of words that are so many edits apart, the beginnings have a common rest after dropping as many letters from each; by their
    rests they are found. Only words that begin with the same letter are ever asked for.
    """

    def __init__(self, most: int) -> None:
        """Start empty; nobody will ask for words more than `most` edits apart, which is 1 or 2."""
        self._most = most
        # Each with its number, in the order of their listing.
        self._words: dict[str, int] = {}
        self._listed: list[str] = []
        self._by_rest: _Rests | None = None

    def add(self, word: str) -> None:
        """List a folded word; again is as good as once."""
        if word not in self._words:
            self._words[word] = len(self._words)
            self._by_rest = None

    def nearest(self, word: str, most: int) -> str | None:
        """Return what `nearest` returns among the listed words that begin with the same letter, in the order of their listing."""
        if self._by_rest is None:
            self._by_rest = self._sorted_in()
        found = self._by_rest.words_at(_rests(word, most))
        near = [other for other in map(self._listed.__getitem__, sorted(found)) if other[0] == word[0]] if found else []
        return nearest(word, near, most) if near else None

    def _sorted_in(self) -> _Rests:
        """Return the rests of all words that are listed by now."""
        self._listed = list(self._words)
        rests, holders = array("I"), array("I")
        for number, word in enumerate(self._listed):
            found = set(_rests(word, self._most))
            rests.extend(found)
            holders.extend([number] * len(found))
        size = 1 << (_ROOM * len(rests)).bit_length()
        filled, counts = bytearray(size), array("I", bytes(4 * (size // _ROOM + 1)))
        for rest in rests:
            filled[rest & size - 1] = 1
            counts[(rest & size - 1) // _ROOM] += 1
        # Where each row of places ends; while the words are put in, from behind, it moves to where the row starts.
        starts = array("I", accumulate(counts))
        words = array("I", bytes(4 * len(rests)))
        for rest, number in zip(rests, holders, strict=True):
            row = (rest & size - 1) // _ROOM
            starts[row] -= 1
            words[starts[row]] = number
        return _Rests(filled, starts, words)


def _rests(word: str, most: int) -> list[int]:
    """Return a number for each rest of the word's beginning without so many of its letters at most, the first always kept.

    Of two words with the same first letter the longest common rest can be told with that letter.
    """
    letters = word[:_BEGINNING].encode("utf-32-le", "surrogatepass")
    rests = [crc32(letters)]
    for i in range(4, len(letters), 4):
        before = crc32(letters[:i])
        rests.append(crc32(letters[i + 4 :], before))
        if most > 1:
            for j in range(i + 4, len(letters), 4):
                rests.append(crc32(letters[j + 4 :], before))
                before = crc32(letters[j : j + 4], before)
    return rests


def _one_edit_apart(one: str, other: str) -> bool:
    start, shorter = 0, min(len(one), len(other))
    while start < shorter and one[start] == other[start]:
        start += 1
    end = 0
    while end < shorter - start and one[-1 - end] == other[-1 - end]:
        end += 1
    rests = one[start : len(one) - end], other[start : len(other) - end]
    return max(map(len, rests)) <= 1 or (len(rests[0]) == 2 and rests[0] == rests[1][::-1])
