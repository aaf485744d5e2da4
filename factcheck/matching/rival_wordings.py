"""What tells rival wordings apart: the values they carry, the words that one lacks or has in the opposite sense, their order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from factcheck.language.values import Value, compare
from factcheck.matching.wordings import ITSELF, Slot, Wording
from factcheck.model import Question, QuestionType

_KINDS = {
    QuestionType.YEAR: ("date",),
    QuestionType.DATE: ("date",),
    QuestionType.MONEY: ("money",),
    QuestionType.PERCENT: ("percent",),
    QuestionType.COUNT: ("number", "ordinal", "duration", "measure", "score"),
    QuestionType.NUMBER: ("number", "measure", "duration", "ordinal", "percent", "score"),
}
_ANY_KIND = ("money", "percent", "measure", "duration", "score", "date", "number", "ordinal")


def deciding_values(question: Question, wordings: Sequence[Wording]) -> tuple[str | None, list[list[Value]]]:
    """Return the kind of the values that tell the rivals apart, and for each claim those values; None where words decide."""
    if question.type is not None and question.type not in _KINDS:
        return None, []
    kinds = _KINDS[question.type] if question.type is not None else _ANY_KIND
    for kind in kinds:
        rows: list[list[Value]] = []
        for number in range(len(question.claims)):
            rows.append([v for w in wordings if w.claim == number for v in w.values if v.kind == kind])
        # A value that every rival carries is common ground, not what is asked.
        own = [[v for v in row if not all(any(compare(v, other) == "equal" for other in rival) for rival in rows)] for row in rows]
        firsts = [row[0] for row in own if row]
        if len(firsts) < len(question.claims):
            continue
        differ = all(
            compare(a, b) in ("different", "incomparable", "compatible", "partial") for i, a in enumerate(firsts) for b in firsts[i + 1 :]
        )
        if differ:
            return kind, own
    return None, []


def figures_apart(wording: Wording, wordings: Sequence[Wording]) -> tuple[Value, ...]:
    """Return the values of a wording that some rival has in none of its own: what tells it apart beside its words."""
    rivals = {w.claim for w in wordings} - {wording.claim}

    def shared(value: Value) -> bool:
        return all(any(compare(value, v) == "equal" for w in wordings if w.claim == rival for v in w.values) for rival in rivals)

    return tuple(v for v in wording.values if not shared(v))


def same(a: Slot, b: Slot) -> bool:
    """Return whether two slots say the same, apart from negation."""
    return any(a.features[feature] * b.features[feature] >= ITSELF for feature in a.own & b.own)


def has_words_of(near: Wording, slot: Slot, wording: Wording) -> bool:
    """Return whether a rival's wording says the same as a slot of `wording`, or has its words in a phrase.

    The words of "pay" and "offer" are those of "accepted the pay offer", which the lexicon knows as one thing. What both wordings
    say in the same words is said of nothing else: that both have "bought" makes a collector no museum, though a collector buys.
    """
    words = _words(wording, slot)
    others = [_words(wording, s) for s in wording.slots if s is not slot]
    if any(same(slot, o) for o in near.slots if _words(near, o) not in others):
        return True
    return any(words <= _words(near, o) for o in near.slots if o.last - o.first > slot.last - slot.first)


def in_part(near: Wording, slot: Slot) -> bool:
    """Return whether a phrase of a rival's wording says in part what a slot does: to collapse, in "dam collapsed"."""
    return any(o.last - o.first > 1 and not slot.own.isdisjoint(o.features) for o in near.slots)


def _words(wording: Wording, slot: Slot) -> set[str]:
    return {t.norm for t in wording.tokens[slot.first : slot.last]}


def opposed(a: Slot, b: Slot) -> bool:
    """Return whether two slots say opposite things: one word negated, or two opposite words."""
    if not b.own.isdisjoint(a.opposites):
        return a.negated == b.negated
    return same(a, b) and a.negated != b.negated


def other_order(wording: Wording, near: Wording) -> tuple[int, int] | None:
    """Return the places of the two slots, as far apart as there are, that the rival's wording has in the other order, or None.

    Two names where there are two: who does it to whom.
    """
    there = {s.place: next((o.place for o in near.slots if same(s, o)), None) for s in wording.slots}
    turned = [
        (a, b)
        for a, b in combinations(wording.slots, 2)
        if (first := there[a.place]) is not None and (second := there[b.place]) is not None and first > second
    ]
    if not turned:
        return None
    a, b = max(turned, key=lambda pair: (pair[0].is_name and pair[1].is_name, pair[1].place - pair[0].place))
    return a.place, b.place


def nearest(wording: Wording, others: Sequence[Wording]) -> Wording:
    """Return the rival's wording that shares most with this one, in the same language where there is one."""
    local = [w for w in others if w.language == wording.language] or list(others)

    def shared(other: Wording) -> float:
        return sum(s.weight for s in wording.slots if any(same(s, o) for o in other.slots)) - 0.01 * len(other.slots)

    return max(local, key=shared)
