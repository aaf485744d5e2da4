"""Words that are one or two letters apart: typing errors, and names that are written in several ways."""

from __future__ import annotations

from collections.abc import Iterable

# Of a longer word there are too many rests; it is tried against every other long one.
_LONGEST = 30


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


class Spellings:
    """Listed words, ready to be asked for those near another one: what `nearest` finds among them, without trying each.

    Words that are so many edits apart have a common rest after dropping as many letters from each; by their rests they are
    found. Only words that begin with the same letter are ever asked for.
    """

    def __init__(self, most: int) -> None:
        """Start empty; nobody will ask for words more than `most` edits apart, which is 1 or 2."""
        self._most = most
        self._places: dict[str, int] = {}
        self._by_rest: dict[str, list[str]] = {}
        self._long: list[str] = []

    def add(self, word: str) -> None:
        """List a folded word; again is as good as once."""
        if word not in self._places:
            self._places[word] = len(self._places)
            if len(word) > _LONGEST:
                self._long.append(word)
                return
            for rest in _rests(word, self._most):
                self._by_rest.setdefault(rest, []).append(word)

    def nearest(self, word: str, most: int) -> str | None:
        """Return what `nearest` returns among the listed words that begin with the same letter, in the order of their listing."""
        rests = _rests(word, most) if len(word) <= _LONGEST + most else []
        found = {other for rest in filter(self._by_rest.__contains__, rests) for other in self._by_rest[rest]}
        found.update(other for other in self._long if other[0] == word[0])
        return nearest(word, sorted(found, key=self._places.__getitem__), most) if found else None


def _rests(word: str, most: int) -> list[str]:
    """Return the word without so many of its letters at most, the first always kept.

    Of two words with the same first letter the longest common rest can be told with that letter.
    """
    rests = [word, *(word[:i] + word[i + 1 :] for i in range(1, len(word)))]
    if most > 1:
        rests += [word[:i] + word[i + 1 : j] + word[j + 1 :] for i in range(1, len(word) - 1) for j in range(i + 1, len(word))]
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
