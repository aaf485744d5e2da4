"""Titles in quotation marks: who painted "Girl with Lemons" beside "Girl with Pomegranate" did not paint the second."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.cues import is_stop
from factcheck.language.tokens import Kind, Token
from factcheck.matching.alignment import SAME_WORD, Fill, candidates_for
from factcheck.matching.annotation import Annotation
from factcheck.matching.questions import Template
from factcheck.matching.wordings import Slot
from factcheck.model import Step

# A title has so many tokens at most; what is longer is speech.
_LONGEST_TITLE = 8
_QUOTE = '"'


def another_title(template: Template, fills: Sequence[Fill], annotation: Annotation, place: int) -> Step | None:
    """Return the step that says so where another title stands between the event and the one that the claim names.

    Two titles that only "and" or a comma joins are both meant.

    Args:
        template: The wording.
        fills: How its slots are filled.
        annotation: The sentence.
        place: Where the event's predicate stands.
    """
    titles = _titles(annotation.tokens)
    if len(titles) < 2 or not _titles(template.wording.tokens):
        return None
    # The claim's own is the one that has most of its words.
    told = {title: sum(_says(title, slot, annotation) for slot in template.slots) for title in titles}
    most = max(told.values())
    outside = [
        f.term.first for f in fills if f.term is not None and f.slot.is_predicate() and not any(t[0] <= f.term.first < t[1] for t in titles)
    ]
    place = min(outside, default=place)
    nearest = next((t for t in titles if t[0] > place), None)
    own = next((t for t in titles if t[0] > place and most and told[t] == most), None)
    if nearest is None or own is None or nearest == own or not _parted(annotation, nearest[1], own[0]):
        return None
    return Step("names", "another's", " ".join(t.text for t in annotation.tokens[nearest[0] : nearest[1]]))


def _says(title: tuple[int, int], slot: Slot, annotation: Annotation) -> bool:
    terms = (annotation.terms[i] for i, alike, _ in candidates_for(slot, annotation) if alike >= SAME_WORD)
    return any(title[0] <= term.first < title[1] for term in terms)


def _titles(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Return the tokens of what stands between quotation marks and is short."""
    marks = [i for i, token in enumerate(tokens) if token.norm == _QUOTE]
    return [(a + 1, b) for a, b in zip(marks[::2], marks[1::2], strict=False) if 0 < b - a - 1 <= _LONGEST_TITLE]


def _parted(annotation: Annotation, first: int, last: int) -> bool:
    """Return whether a word that says something stands between two titles."""
    between = annotation.tokens[first:last]
    return any(t.kind is Kind.WORD and len(t.norm) > 1 and not is_stop(t.word, annotation.language) for t in between)
