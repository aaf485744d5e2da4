"""Fills the slots of a wording with the terms of a sentence, around one place in it.

A term far from that place counts less; each term fills one slot; what the sentence leaves out can be
borrowed from the words just before it, but never the predicate and never what tells rivals apart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from factcheck.matching.annotation import Annotation, Term
from factcheck.matching.context import Context
from factcheck.matching.wordings import Slot

# What a clause of distance takes off a word's credit, and the least that remains.
_CLAUSE_DECAY = 0.13
_LEAST_WORD = 0.15
# Names hold over a whole sentence.
_NAME_DECAY = 0.04
_LEAST_NAME = 0.8
# A term as like to a slot as this is the wording's own word, and a slot filled at least so well is said by the sentence.
SAME_WORD = 0.8
SPOKEN = 0.5
# A word that the article never uses may just be its author's choice of words.
_UNHEARD = 0.5
# So much likelier is a word inside a phrase than the phrase only because of how the two are inflected.
_HARDLY = 0.05
# What a name that the sentence does not say takes off its claim to a value.
_ABSENT_NAME = 1.0


class Fill(NamedTuple):
    """How one slot is filled.

    Attributes:
        slot: The slot.
        term: The term that fills it, or None where it is borrowed or empty.
        credit: From 0 (empty) to 1.
        turned: Whether the term says the opposite of the slot.
        borrowed: Whether the words before the sentence fill it.
        unheard: Whether the article never says anything like it.
    """

    slot: Slot
    term: Term | None
    credit: float
    turned: bool = False
    borrowed: bool = False
    unheard: bool = False


def candidates_for(slot: Slot, annotation: Annotation) -> list[tuple[int, float, bool]]:
    """Return the terms that can fill the slot, in text order: index, likeness from 0 to 1, whether in the opposite sense.

    Likeness is the best product of credits that slot and term have for one feature.
    """
    # A model's slots live as long as the model, so that their identity is a safe key within one run.
    known = annotation.matches.get(id(slot))
    if known is None and annotation.holders.keys().isdisjoint(slot.any_sense):
        known = annotation.matches[id(slot)] = []
    if known is None:
        alike: dict[int, float] = {}
        opposed: dict[int, float] = {}
        for feature in annotation.holders.keys() & slot.any_sense:
            wanted, contrary = slot.features.get(feature, 0.0), slot.opposites.get(feature, 0.0)
            for i in annotation.holders[feature]:
                worth = annotation.terms[i].features[feature]
                alike[i] = max(wanted * worth, alike.get(i, 0.0))
                if contrary:
                    opposed[i] = max(contrary * worth, opposed.get(i, 0.0))
        known = [(i, max(alike[i], opposed.get(i, 0.0)), opposed.get(i, 0.0) > alike[i]) for i in sorted(alike)]
        annotation.matches[id(slot)] = known
    return known


def likeness(fill: Fill, annotation: Annotation) -> float:
    """Return how like its slot the term of a fill is, wherever it stands; 0 without one."""
    return max((alike for i, alike, _ in candidates_for(fill.slot, annotation) if annotation.terms[i] is fill.term), default=0.0)


def nearness(annotation: Annotation, first: int, place: int, is_name: bool) -> float:
    """Return the factor for a term at token `first` as seen from token `place`."""
    distance = annotation.apart(first, place)
    if is_name:
        return max(_LEAST_NAME, 1.0 - _NAME_DECAY * distance)
    return max(_LEAST_WORD, 1.0 - _CLAUSE_DECAY * distance)


def align(
    slots: Sequence[Slot],
    annotation: Annotation,
    place: int,
    context: Context,
    factors: Mapping[int, float] | None = None,
    closed: frozenset[int] = frozenset(),
    opposites: frozenset[int] = frozenset(),
) -> list[Fill]:
    """Fill `slots` from the sentence as seen from token `place`.

    Args:
        slots: The slots to fill, in text order.
        annotation: The sentence.
        place: Token index from which distance is measured.
        context: What the sentence may borrow; used for empty slots only.
        factors: Token index to a further factor for a term that starts there; 1 where absent.
        closed: Places of slots that must not borrow, and that only the thing itself fills.
        opposites: Places of slots that a word of the opposite sense fills too.

    Returns:
        One fill a slot, in the order of `slots`.
    """
    pairs: list[tuple[float, int, int, bool]] = []
    terms = annotation.terms
    factors = factors or {}
    for number, slot in enumerate(slots):
        whole, told = 0, 0.0
        for index, likest, turned in candidates_for(slot, annotation):
            term = terms[index]
            # Where the phrase is what is asked for, it goes before one of its words that is but inflected in a likelier way.
            alike = told if term.inner and term.last <= whole and told < likest <= told + _HARDLY else likest
            if _may_fill(slot, alike, turned, closed, opposites):
                whole, told = (term.last, alike) if term.last - term.first > 1 else (whole, told)
                worth = alike * nearness(annotation, term.first, place, slot.is_name) * factors.get(term.first, 1.0)
                pairs.append((-worth, number, index, turned))
    pairs.sort()
    filled: dict[int, Fill] = {}
    used: set[int] = set()
    for worth, number, index, turned in pairs:
        span = range(terms[index].first, terms[index].last)
        if number in filled or not used.isdisjoint(span):
            continue
        filled[number] = Fill(slots[number], terms[index], -worth, turned)
        used.update(span)
    return [filled.get(number) or unsaid(slot, context, slot.place in closed) for number, slot in enumerate(slots)]


def best_case(
    slots: Sequence[Slot],
    annotation: Annotation,
    context: Context,
    closed: frozenset[int] = frozenset(),
    opposites: frozenset[int] = frozenset(),
) -> list[Fill]:
    """Fill each slot as well as the sentence can, whatever place it is seen from and whatever the other slots take.

    No alignment fills a slot better, so that a sentence whose best case does not do need not be aligned, which takes
    much longer. Takes what `align` takes, and returns one fill a slot; `borrowed` only where the sentence has no term for it.
    """
    fills = []
    for slot in slots:
        said = 0.0
        for _, alike, turned in candidates_for(slot, annotation):
            if alike > said and _may_fill(slot, alike, turned, closed, opposites):
                said = alike
        left = unsaid(slot, context, slot.place in closed) if said < 1.0 else None
        fills.append(Fill(slot, None, said) if left is None else left if not said else Fill(slot, None, max(said, left.credit)))
    return fills


def _may_fill(slot: Slot, alike: float, turned: bool, closed: frozenset[int], opposites: frozenset[int]) -> bool:
    """Return whether a term as like to the slot as this may fill it."""
    # What tells rivals apart must be the thing itself; something near it will not do.
    return (not turned or slot.place in opposites) and (alike >= SAME_WORD or slot.place not in closed)


def unsaid(slot: Slot, context: Context, closed: bool) -> Fill:
    """Return the fill of a slot that the sentence has no term for: what the words around it lend, nothing where it is `closed`."""
    if closed:
        return Fill(slot, None, 0.0)
    lent = context.lent.get(id(slot))
    if lent is None:
        worths = [context.worth[feature] * credit for feature, credit in slot.features.items() if feature in context.worth]
        lent = context.lent[id(slot)] = max(worths, default=0.0), context.anywhere.isdisjoint(slot.features)
    worth, unheard = lent
    return Fill(slot, None, worth, borrowed=worth > 0.0, unheard=unheard)


def share(fills: Sequence[Fill]) -> float:
    """Return the filled share of the slots by weight, from 0 to 1; 1 where there is no slot."""
    total = sum(fill.slot.weight for fill in fills)
    return sum(fill.slot.weight * fill.credit for fill in fills) / total if total else 1.0


def predicate_share(fills: Sequence[Fill]) -> float:
    """Return the share of the predicates filled in the sentence itself, from 0 to 1; 1 where there is none.

    What the whole catalogue is about need not be said again in every sentence; but one predicate must be.
    """
    predicates = [f for f in fills if f.slot.is_predicate()]
    said = [Fill(f.slot, f.term, 0.0 if f.borrowed else f.credit) for f in predicates if not (f.slot.is_topic and f.term is None)]
    return share(said) if said or not predicates else 0.0


def own_share(fills: Sequence[Fill]) -> float:
    """Return the share by weight that the sentence fills itself, without anything borrowed."""
    total = sum(fill.slot.weight for fill in fills)
    return sum(fill.slot.weight * fill.credit for fill in fills if not fill.borrowed) / total if total else 1.0


def names_present(fills: Sequence[Fill], *, unheard: bool = False) -> bool:
    """Return whether every name but that of a place is in the sentence or in the words that it may borrow from.

    Args:
        fills: How the slots are filled.
        unheard: Whether a name that the article never uses is not asked for.
    """
    return all(fill.credit > 0.0 or (unheard and fill.unheard) for fill in fills if fill.slot.is_name and not fill.slot.is_place)


def any_name_heard(fills: Sequence[Fill]) -> bool:
    """Return whether the article uses one of the names at least; True where there is none."""
    names = [fill for fill in fills if fill.slot.is_name]
    return not names or not all(fill.unheard for fill in names)


def heard_share(fills: Sequence[Fill]) -> float:
    """Return the filled share by weight where words that the article never uses weigh half."""
    weighed = weights(fills, heard=True)
    return sum(w * fill.credit for w, fill in zip(weighed, fills, strict=True)) / sum(weighed) if fills else 1.0


def weights(fills: Sequence[Fill], *, heard: bool) -> list[float]:
    """Return what each fill weighs in a share: half where `heard` and the article never uses its words."""
    return [fill.slot.weight * (_UNHEARD if heard and fill.unheard else 1.0) for fill in fills]


def mass(fills: Sequence[Fill]) -> float:
    """Return how much of the event the sentence tells itself, on no fixed scale: filled weight less that of names not in it."""
    told = sum(fill.slot.weight * fill.credit for fill in fills if not fill.borrowed)
    return told - _ABSENT_NAME * sum(fill.slot.weight for fill in fills if fill.slot.is_name and fill.term is None)
