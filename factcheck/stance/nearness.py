"""How many words stand between two places of a sentence; what is said of an event stands near it."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.matching.alignment import Fill
from factcheck.matching.annotation import Annotation

# A comma parts more than a word does.
_COMMA = 1.5


def gap(annotation: Annotation, a: int, b: int) -> float:
    """Return the words between tokens `a` and `b`, with commas and clauses counted as words."""
    low, high = sorted((a, b))
    if low == high:
        return 0.0
    inside = annotation.clauses.aside[low] or annotation.clauses.aside[high]
    words_before = annotation.words_before if inside else annotation.outer_words_before
    commas_before = annotation.commas_before if inside else annotation.outer_commas_before
    words = words_before[high] - words_before[low + 1]
    commas = commas_before[high] - commas_before[low + 1]
    return words + _COMMA * commas + max(0, annotation.apart(low, high) - commas)


def mean_gap(annotation: Annotation, place: int, fills: Sequence[Fill]) -> float:
    """Return the mean gap between token `place` and the terms that fill slots; 0 where none does."""
    gaps = [gap(annotation, place, f.term.first if f.term.first >= place else f.term.last - 1) for f in fills if f.term is not None]
    return sum(gaps) / len(gaps) if gaps else 0.0
