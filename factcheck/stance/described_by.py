"""Names of the claim that only tell which other thing a sentence speaks of: the school of Bonnet, near that of Villemorte, closes.

The name is there, and so are the claim's other words; but between two commas behind another name it says no more than what
that one is like, or where. Who is said to do it, or what it is done to, is the other one.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.cues import Cue
from factcheck.language.phrases import Found
from factcheck.language.tokens import Kind, Token
from factcheck.language.value_words import ends_at, phrases, words
from factcheck.matching.alignment import SPOKEN, Fill, candidates_for
from factcheck.matching.annotation import Annotation
from factcheck.matching.questions import Template
from factcheck.matching.wordings import Slot
from factcheck.model import Step
from factcheck.stance.heads import behind_preposition
from factcheck.stance.namesakes import is_other_name, own_tokens

# So many words an aside has at the most.
_LONGEST_ASIDE = 14


def only_describes(template: Template, fills: Sequence[Fill], annotation: Annotation, place: int) -> Step | None:
    """Return the step that says so where a name of the claim stands only in an aside that tells what another name is like.

    Args:
        template: The wording.
        fills: How its slots are filled.
        annotation: The sentence.
        place: The token around which the claim was found, or that of the deciding value.
    """
    own: set[int] | None = None
    for fill in fills:
        if fill.term is None or not fill.slot.is_name or fill.credit < SPOKEN or annotation.scopes.negated[fill.term.first]:
            continue
        aside = _between_commas(annotation, fill.term.first)
        if aside is None or aside[0] <= place < aside[1] or _speaks_behind(annotation, aside[1], place):
            continue
        first, last = aside
        # What has a date in it tells when something was done.
        if any(v.kind == "date" and first < v.first < last for v in annotation.values):
            continue
        # What goes on with "which" or "and" is about the name itself: through the firm A, which launched it.
        if any(f.first == last + 1 and f.payload in (Cue.RELATIVE, Cue.OPENER) for f in annotation.cues):
            continue
        # "X, its director, …" says who X is; "the dam X, below Y, …" says where.
        if not _leads_to_it(annotation, first + 1, fill.term.first) or _said_outside(fill.slot, annotation, aside):
            continue
        if any(f.term is not None and f.slot.is_predicate() and f.credit >= SPOKEN and first < f.term.first < last for f in fills):
            continue
        own = own_tokens(template, annotation) if own is None else own
        if first - 1 not in own and is_other_name(annotation, fill.slot, first - 1, whole=True):
            return Step("names", "another's", annotation.tokens[first - 1].text)
    return None


def _between_commas(annotation: Annotation, i: int) -> tuple[int, int] | None:
    """Return the two commas around token `i`, or None where one is missing or they stand far apart."""
    tokens = annotation.tokens
    first = next((j for j in range(i - 1, max(-1, i - _LONGEST_ASIDE), -1) if tokens[j].kind is Kind.MARK and tokens[j].norm == ","), None)
    last = next((j for j in range(i + 1, min(len(tokens), i + _LONGEST_ASIDE)) if tokens[j].norm == ","), None)
    return (first, last) if first is not None and first > 0 and last is not None else None


def _leads_to_it(annotation: Annotation, first: int, name: int) -> bool:
    """Return whether something stands between the comma and the name beside articles: near, which, a rival of."""
    light = words(annotation.language, "articles")
    return any(annotation.tokens[i].kind is Kind.WORD and annotation.tokens[i].norm not in light for i in range(first, name))


def _speaks_behind(annotation: Annotation, last: int, place: int) -> bool:
    """Return whether a verb of saying stands behind an aside, before what is told: Marsh, the head of Ashcombe, said that …."""
    return any(f.payload in (Cue.SAY, Cue.ACCORDING, Cue.DENIAL) and last < f.first <= place for f in annotation.cues)


def _said_outside(slot: Slot, annotation: Annotation, aside: tuple[int, int]) -> bool:
    places = (annotation.terms[i].first for i, _, _ in candidates_for(slot, annotation))
    return any(not aside[0] < i < aside[1] for i in places)


def placed_elsewhere(template: Template, fills: Sequence[Fill], annotation: Annotation, place: int) -> Step | None:
    """Return the step that says so where a sentence opens with another place than the one where the claim has the event.

    "At the Hydromont plant, wages will rise …, which Borealis watches", for "wages will rise at Borealis".
    """
    tokens, language = annotation.tokens, annotation.language
    if not tokens or tokens[0].norm not in words(language, "prepositions"):
        return None
    comma = next((i for i in range(1, min(len(tokens), _LONGEST_ASIDE)) if tokens[i].norm == ","), None)
    if comma is None or place < comma:
        return None
    own = own_tokens(template, annotation)
    for fill in fills:
        if not fill.slot.is_name or not behind_preposition(template.wording, fill.slot.first):
            continue
        if fill.term is not None and (fill.term.first < comma or annotation.apart(fill.term.first, place) == 0):
            continue
        other = next((i for i in range(1, comma) if i not in own and is_other_name(annotation, fill.slot, i, whole=True)), None)
        if other is not None and own.isdisjoint(
            i for i in range(comma) if any(t.is_name and t.first <= i < t.last for t in annotation.terms)
        ):
            return Step("names", "another's", tokens[other].text)
    return None


def only_a_landmark(template: Template, fills: Sequence[Fill], annotation: Annotation) -> Step | None:
    """Return the step that says so where a name of the claim only tells what another thing stands beside or competes with.

    "Across the road from the Alcazar stands the hotel, which opened in 1911", for "the Alcazar opened in 1911". Nothing is said of
    names of places, beside which events happen, nor of what the claim itself has behind a preposition.
    """
    wording = template.wording
    for fill in fills:
        slot = fill.slot
        if fill.term is None or not slot.is_name or slot.is_place or behind_preposition(wording, slot.first):
            continue
        if _behind_landmark(wording.tokens, slot.first, wording.language) is not None:
            continue
        places = {fill.term.first, *(annotation.terms[i].first for i, _, _ in candidates_for(slot, annotation))}
        leads = [_behind_landmark(annotation.tokens, i, annotation.language) for i in places]
        if all(leads) and leads[0] is not None:
            return Step("names", "another's", " ".join(t.text for t in annotation.tokens[leads[0].first : leads[0].last]))
    return None


def _behind_landmark(tokens: Sequence[Token], i: int, language: str | None) -> Found | None:
    """Return the words that end before token `i`, but for articles, and tell what stands beside it; or None."""
    light = words(language, "articles") | {"'"}
    while i > 0 and tokens[i - 1].norm in light:
        i -= 1
    return ends_at(phrases(language, "landmarks"), tokens, i)
