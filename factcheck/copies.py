"""Which articles repeat another nearly word for word: wire stories, reprints.

A source is a copy where half of the five-word runs of the shorter body stand in the other one too.
Ten sources that print one wire story are one voice.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from factcheck.language.folding import fold
from factcheck.model import Part, Source

_WORD = re.compile(r"\w+")
_RUN = 5
# Share of the shorter body's runs; measured on wire stories of the tuning set (copies from .6, others below .1).
_CONTAINED = 0.5
# Bodies shorter than this share runs by chance.
_LEAST_RUNS = 20
# A run that stands in so many sources is a stock phrase.
_MOST_SOURCES = 50


def find_copies(sources: Sequence[Source]) -> dict[str, str]:
    """Return, for each copy, the id of the earliest source that it repeats.

    Earlier is by date of publication, where both are known, else by order of `sources`. A copy of a copy is
    a copy of the first. Sources in different languages are never copies.
    """
    order = sorted(range(len(sources)), key=lambda i: (sources[i].published or "9999", i))
    rank = {i: place for place, i in enumerate(order)}
    runs = [_runs(source) for source in sources]
    holders: dict[tuple[str, ...], list[int]] = {}
    copies: dict[str, str] = {}
    for i in order:
        shared: Counter[int] = Counter()
        for run in runs[i]:
            for j in holders.get(run, ())[:_MOST_SOURCES]:
                shared[j] += 1
        best = max(shared.items(), key=lambda pair: (pair[1], -rank[pair[0]]), default=None)
        if best is not None and _is_copy(best[1], len(runs[i]), len(runs[best[0]])) and sources[i].language == sources[best[0]].language:
            original = sources[best[0]].id
            copies[sources[i].id] = copies.get(original, original)
        for run in runs[i]:
            holders.setdefault(run, []).append(i)
    return {source.id: copies[source.id] for source in sources if source.id in copies}


def _is_copy(shared: int, one: int, other: int) -> bool:
    shorter = min(one, other)
    return shorter >= _LEAST_RUNS and shared >= _CONTAINED * shorter


def _runs(source: Source) -> set[tuple[str, ...]]:
    text = "\n".join(source.text[s.start : s.end] for s in source.sentences if s.part is Part.BODY)
    words = _WORD.findall(fold(text))
    return set(zip(*(words[i:] for i in range(_RUN)), strict=False))
