"""Words that are one or two letters apart: typing errors, and names that are written in several ways."""

from __future__ import annotations

from collections.abc import Iterable


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


def _one_edit_apart(one: str, other: str) -> bool:
    start, shorter = 0, min(len(one), len(other))
    while start < shorter and one[start] == other[start]:
        start += 1
    end = 0
    while end < shorter - start and one[-1 - end] == other[-1 - end]:
        end += 1
    rests = one[start : len(one) - end], other[start : len(other) - end]
    return max(map(len, rests)) <= 1 or (len(rests[0]) == 2 and rests[0] == rests[1][::-1])
