"""A claim's very value in a sentence that says no word of the event: the article that tells the event elsewhere may mean it here.

"It has climbed to 66 million", in an article about a club's debts. Figures with a unit that one claim lists are seldom those of
something else in an article that tells the event; dates and bare counts are.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.cues import Cue
from factcheck.language.knowledge import section
from factcheck.language.tokens import Kind
from factcheck.language.values import Value
from factcheck.matching.alignment import Fill
from factcheck.matching.annotation import Annotation
from factcheck.matching.ways import WITH_UNIT
from factcheck.matching.wordings import Wording

# So much of the event the article must tell somewhere.
_HEARD_SHARE = 0.5
# Cues of a clause that tells of something before or beside what the article is about.
_ASIDE = (Cue.PAST_PERFECT, Cue.NEGATION, Cue.NEGATION_NOUN, Cue.COMPARED)
# Marks that part what stands before them from what stands behind.
_STOPS = frozenset(",;:.!?()،؛")


def stands_alone(annotation: Annotation, value: Value, wording: Wording, fills: Sequence[Fill]) -> bool:
    """Return whether a value that a claim lists may answer it though the sentence says no word of the event.

    Args:
        annotation: The sentence.
        value: The value, the very one of the claim.
        wording: The wording that was laid over the sentence.
        fills: How its slots are filled: none by a word for the event.
    """
    if value.kind not in WITH_UNIT or not _told_elsewhere(fills):
        return False
    scopes = annotation.scopes
    if scopes.temporal[value.first] or scopes.hedged[value.first] or _is_to_come(annotation, wording):
        return False
    if any(f.payload in _ASIDE and annotation.apart(f.first, value.first) == 0 for f in annotation.cues):
        return False
    if _of_what_is_denied(annotation, value) or _of_a_stranger(annotation, value, fills):
        return False
    return not any(_sets_apart(other) and annotation.apart(other.first, value.first) == 0 for other in annotation.values)


def _told_elsewhere(fills: Sequence[Fill]) -> bool:
    """Return whether the article uses a name of the claim and half of its words for the event.

    A claim without a name would be found in any article about such events.
    """
    predicates = [f for f in fills if f.slot.is_predicate()]
    heard = sum(not f.unheard for f in predicates)
    named = any(f.slot.is_name and not f.unheard for f in fills)
    return named and heard >= max(1, len(predicates) * _HEARD_SHARE)


def _is_to_come(annotation: Annotation, wording: Wording) -> bool:
    """Return whether any verb of the sentence is of what is still to come, and the claim's are not."""
    endings = tuple(section(annotation.language or "", "future_endings") or ())
    return not wording.future and bool(endings) and any(t.kind is Kind.WORD and t.text.endswith(endings) for t in annotation.tokens)


def _of_what_is_denied(annotation: Annotation, value: Value) -> bool:
    """Return whether the value is of what a negated verb behind it tells: the 95 million that were announced do not include it."""
    negators = (f.first for f in annotation.cues if f.payload == Cue.NEGATION and f.first >= value.last)
    return any(not any(t.norm in _STOPS for t in annotation.tokens[value.last : first]) for first in negators)


def _of_a_stranger(annotation: Annotation, value: Value, fills: Sequence[Fill]) -> bool:
    """Return whether the value stands in a relative clause on a name that is none of the claim's: Orbital, which won 120 million, ...."""
    own = {i for f in fills if f.term is not None for i in range(f.term.first, f.term.last)}
    strangers = {t.last for t in annotation.terms if t.is_name and own.isdisjoint(range(t.first, t.last))}
    strangers |= {i + 1 for i, t in enumerate(annotation.tokens) if t.text[:1].isupper() and i not in own}
    openings = (f.first for f in annotation.cues if f.payload == Cue.RELATIVE and f.last <= value.first)
    return any(
        annotation.apart(first, value.first) == 0
        and not strangers.isdisjoint((first, first - 1 if _is_comma(annotation, first - 1) else first))
        for first in openings
    )


def _is_comma(annotation: Annotation, i: int) -> bool:
    return i >= 0 and annotation.tokens[i].norm in _STOPS


def _sets_apart(other: Value) -> bool:
    """Return whether a value beside another makes it that of another time or of one among several: the first slice of 1.4 billion."""
    return other.kind == "ordinal" or (other.kind == "date" and (other.year is not None or other.month is not None))
