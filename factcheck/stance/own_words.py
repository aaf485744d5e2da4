"""The words that set a claim apart from its rivals, as one sentence has them, and what it has of the event beside them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.matching.alignment import Fill, align, candidates_for, share
from factcheck.matching.annotation import Annotation, Term
from factcheck.matching.context import Context
from factcheck.matching.questions import Template
from factcheck.matching.ways import OWN_WORDS
from factcheck.matching.wordings import Slot


class OwnWords(NamedTuple):
    """All own words of a wording in a sentence.

    Attributes:
        place: Token of the first of them, from which all slots were filled.
        fills: How all slots of the wording are filled, in order.
        said: The fills of the own words; each has a term.
        core: The fills of what all rivals share.
    """

    place: int
    fills: list[Fill]
    said: list[Fill]
    core: list[Fill]

    def terms(self) -> list[Term]:
        """Return the terms that say the own words, in the order of the wording."""
        return [f.term for f in self.said if f.term is not None]

    def names_told(self) -> bool:
        """Return whether every name of the event, but that of a place, is in the sentence or in the words that it may borrow from."""
        return all(f.credit > 0.0 for f in self.core if f.slot.is_name and not f.slot.is_place)


def own_words(template: Template, annotation: Annotation, context: Context) -> OwnWords | None:
    """Return the own words of a wording where a sentence has all of them; None elsewhere, and where nothing sets the claim apart."""
    own = own_slots(template)
    rows = [_places_of(slot, annotation) for slot in own]
    if not rows or not all(rows) or not all(template.discriminators.values()):
        return None
    place = rows[0][0]
    fills = align(template.slots, annotation, place, context, closed=template.closed)
    said = [f for f in fills if f.slot in own and f.term is not None]
    if len(said) < len(own) or share(said) < OWN_WORDS:
        return None
    return OwnWords(place, fills, said, [f for f in fills if f.slot.place not in template.closed])


def own_slots(template: Template) -> list[Slot]:
    """Return the slots that set a claim apart, without those that say little; none where rivals differ in a negation."""
    return [s for s in template.decisive if not s.generic] if not any(template.polarity.values()) else []


def _places_of(slot: Slot, annotation: Annotation) -> Sequence[int]:
    """Return the first tokens of the terms that say the very thing of a slot, in text order."""
    found = (i for i, alike, turned in candidates_for(slot, annotation) if alike >= OWN_WORDS and not turned)
    return sorted(annotation.terms[i].first for i in found)
