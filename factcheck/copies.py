"""Which articles repeat another nearly word for word: wire stories, reprints.

A source is a copy where half of the five-word runs of the shorter body stand in the other one too.
Ten sources that print one wire story are one voice.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from struct import unpack
from typing import NamedTuple
from zlib import crc32

from factcheck.language.folding import fold
from factcheck.model import Part, Source

_WORD = re.compile(r"\w+")
# What the number of each word of a run counts in that of the run: odd, so that one other word always makes another number, and so
# small that no sum outgrows the bytes that a word has while runs are numbered.
_WEIGHTS = (1, 0x1000193, 0x1B873593, 0x19D699A5, 0x165667B1)
_RUN, _BYTES = len(_WEIGHTS), 8
# Share of the shorter body's runs; measured on wire stories of the tuning set (copies from .6, others below .1).
_CONTAINED = 0.5
# Bodies shorter than this share runs by chance.
_LEAST_RUNS = 20
# Beyond so many pieces of text all that is known of them is forgotten.
_MOST_PIECES = 1 << 15
# A run that stands in so many sources is a stock phrase.
_MOST_SOURCES = 50
# Of a longer body one run in eight is enough to be found by; what is found by so many is compared in full. Of two bodies with
# 150 runs in common, 19 are met on average, and fewer than three in one case of 500,000.
_LONG = 160
_SAMPLE = 8
_MET = 3
# Runs have numbers below this; of those that bodies are found by, so many are held at a time.
_NUMBERS = 1 << 32
_AT_A_TIME = 400_000


class Print(NamedTuple):
    """The part of a source that decides whether it is a copy.

    Attributes:
        id: Of the source.
        published: As in `Source`.
        language: As in `Source`.
        runs: A number for each run of words in its body, in ascending order, each once.
    """

    id: str
    published: str | None
    language: str | None
    runs: array[int]


def print_of(source: Source) -> Print:
    """Return what decides whether a source is a copy: much less than its text."""
    return Print(source.id, source.published, source.language, _runs(source))


def find_copies(prints: Sequence[Print]) -> dict[str, str]:
    """Return, for each copy, the id of the earliest source that it repeats.

    Earlier is by date of publication, and of one date or of none by order of `prints`; without a date comes last. A copy of a copy is
    a copy of the first. Sources in different languages are never copies.
    """
    order = sorted(range(len(prints)), key=lambda i: (prints[i].published or "9999", i))
    rank = {i: place for place, i in enumerate(order)}
    repeated = _repeated([prints[i].runs for i in order])
    holders: dict[int, list[int]] = {}
    copies: dict[str, str] = {}
    for i in order:
        mine = prints[i]
        runs = repeated.intersection(mine.runs) if repeated else ()
        met = Counter(chain.from_iterable([holders[run] for run in runs if run in holders]))
        long = len(mine.runs) > _LONG
        # Of two long ones several runs are met if one is a copy.
        near = [j for j, count in met.items() if count >= _MET or not long or len(prints[j].runs) <= _LONG]
        near = [j for j in near if prints[j].language == mine.language]
        best = _best(mine, near, prints, rank) if near else None
        if best is not None:
            original = prints[best].id
            copies[mine.id] = copies.get(original, original)
        for run in _sampled(runs) if long else runs:
            held = holders.setdefault(run, [])
            # Beyond so many the run is a stock phrase, by which nothing more is found.
            if len(held) < _MOST_SOURCES:
                held.append(i)
    return {each.id: copies[each.id] for each in prints if each.id in copies}


def _best(mine: Print, others: Iterable[int], prints: Sequence[Print], rank: dict[int, int]) -> int | None:
    """Return the source that shares most with `mine` of those that it is a copy of, of equals the earliest; None for none."""
    runs = set(mine.runs)
    shared = {j: len(runs.intersection(prints[j].runs)) for j in others}
    copied = [j for j, count in shared.items() if _is_copy(count, len(mine.runs), len(prints[j].runs))]
    return max(copied, key=lambda j: (shared[j], -rank[j]), default=None)


def _repeated(rows: Sequence[array[int]]) -> set[int]:
    """Return the runs by which a body can be found from a later one: nearly all runs stand in one body only.

    They are gone through stretch by stretch of the numbers, so that never more than a few of them are held at a time.
    """
    sizes = (len(runs) if len(runs) <= _LONG else len(runs) // _SAMPLE for runs in rows)
    stretch = _NUMBERS // (1 + sum(sizes) // _AT_A_TIME) + 1
    repeated: set[int] = set()
    for low in range(0, _NUMBERS, stretch):
        found: set[int] = set()
        for runs in rows:
            here = runs[bisect_left(runs, low) : bisect_left(runs, low + stretch)] if stretch < _NUMBERS else runs
            repeated.update(found.intersection(here))
            found.update(here if len(runs) <= _LONG else _sampled(here))
    return repeated


def _sampled(runs: Iterable[int]) -> list[int]:
    """Return the runs by which a longer body can be found."""
    return [run for run in runs if not run % _SAMPLE]


def _is_copy(shared: int, one: int, other: int) -> bool:
    shorter = min(one, other)
    return shorter >= _LEAST_RUNS and shared >= _CONTAINED * shorter


def _runs(source: Source) -> array[int]:
    text = "\n".join([source.text[s.start : s.end] for s in source.sentences if s.part is Part.BODY])
    line = b"".join(map(_words.__getitem__, text.split()))
    count = len(line) // _BYTES - _RUN + 1
    if count < 1:
        return array("I")
    # All sums at once: of the words as one long number, moved by a word for each place in a run.
    words = int.from_bytes(line, "little")
    sums = sum(weight * (words >> 8 * _BYTES * place) for place, weight in enumerate(_WEIGHTS))
    halves = unpack(f"<{2 * count}I", sums.to_bytes(len(line) + _BYTES, "little")[: _BYTES * count])
    return array("I", sorted(set(halves[::2])))


class _Words(dict[str, bytes]):
    """What stands for the words in a piece of text without white space, so many bytes for each; most have one word, and most recur."""

    def __missing__(self, piece: str) -> bytes:
        """Find it; so often is it asked for that a function with a cache would take much longer."""
        if len(self) >= _MOST_PIECES:
            self.clear()
        found = b"".join([crc32(word.encode()).to_bytes(_BYTES, "little") for word in _WORD.findall(fold(piece))])
        self[piece] = found
        return found


_words = _Words()
