"""What each word of a sentence counts for one of its values: what stands nearer to another value belongs to that one."""

from __future__ import annotations

from factcheck.language.cues import Cue
from factcheck.language.dates import date_part
from factcheck.language.values import Value
from factcheck.matching.alignment import candidates_for
from factcheck.matching.annotation import Annotation, Term
from factcheck.matching.questions import Template

# A word nearer to another value of the kind belongs to that one rather.
_NEARER_OTHER = 0.55
_NEARER_OTHER_NAME = 0.8
# So many tokens may stand between "by" and a name: par l'Autorité.
_TO_AGENT = 2
# A word as like as this is the wording's own.
_SURELY = 0.8
# A word outside the aside that a value stands in.
_OUTSIDE = 0.75
# So is a value with another name nearer to it than the claim's.
_STRANGER = 0.7
# A word of a clause that only dates the main one counts less for a date outside it.
_TEMPORAL = 0.65
# So does a word that "and" puts beside another one, for a value before the "and".
_BEFORE_AND = 0.5
# And a word of the statement before or behind a semicolon.
_OTHER_STATEMENT = 0.45
_SEMICOLONS = frozenset(";؛")
# And a name behind the "and", which has a value of its own there.
_OTHERS = 0.2


def factors_for(annotation: Annotation, template: Template, value: Value, fitting: list[Value]) -> dict[int, float]:
    """Return by token what a term counts for the value: less where it belongs to another value, clause or name rather."""
    own_names = {feature for slot in template.core if slot.is_name for feature in slot.features}
    distances = [_distance(value, term.first) for term in annotation.terms]
    # Who did it or who says it is no rival for the value: fined 2.5 million by the regulator.
    agents = {f.last for f in annotation.cues if f.payload in (Cue.PASSIVE_BY, Cue.SAY, Cue.ACCORDING)}
    strangers = [
        own
        for term, own in zip(annotation.terms, distances, strict=True)
        if term.is_name and own_names.isdisjoint(term.features) and agents.isdisjoint(range(term.first - _TO_AGENT, term.first + 1))
    ]
    nearest = min(strangers, default=99)
    start = _conjunct(annotation, template, value)
    factors = {}
    dating = date_part(annotation.tokens, value, annotation.language) if value.kind == "date" else None
    told = {annotation.terms[i].first for s in template.wording.slots if not s.is_name for i, _, _ in candidates_for(s, annotation)}
    # "The strike ended; it had lasted 11 days": a statement with a word of the event in it goes on with what stands before it.
    alone = not any(not _semicolon_between(annotation, i, value) for i in told)
    for term, own in zip(annotation.terms, distances, strict=True):
        if term.first == dating:
            factors[term.first] = 0.0
            continue
        factor = 1.0
        if any(_distance(v, term.first) < own and not _parted(annotation, v, value, term, start) for v in fitting if v is not value):
            factor *= _NEARER_OTHER_NAME if term.is_name else _NEARER_OTHER
        inside = annotation.clauses.aside[value.first]
        if not term.is_name:
            if alone and _semicolon_between(annotation, term.first, value):
                factor *= _OTHER_STATEMENT
            if inside and annotation.clauses.aside[term.first] != inside and not _is_head(annotation, term, inside):
                factor *= _OUTSIDE
            # The "before" of قبل سبع سنوات, seven years ago, is a part of the date.
            if (
                value.kind == "date"
                and value.offset is None
                and annotation.scopes.temporal[term.first] != annotation.scopes.temporal[value.first]
            ):
                factor *= _TEMPORAL
        elif nearest < own:
            factor *= _STRANGER
        joined = annotation.coordinator(term.first)
        if joined is not None and value.first < joined:
            # "Portugal took in 4,300 and Spain 11,700."
            if not term.is_name:
                factor *= _BEFORE_AND
            elif any(v.first > term.first for v in fitting):
                factor *= _OTHERS
        factors[term.first] = factor
    return factors


def _semicolon_between(annotation: Annotation, token: int, value: Value) -> bool:
    """Return whether a semicolon parts a word from the value: ground was broken in 1962; the dam was finished six years later."""
    low, high = sorted((token, value.first))
    return any(annotation.tokens[i].norm in _SEMICOLONS for i in range(low, high))


def _conjunct(annotation: Annotation, template: Template, value: Value) -> int:
    """Return the token of the last "and" before the value that opens a statement of its own, or 0.

    It does where one of the wording's predicates stands right behind it: bought it in 2009 and sold it in 2016.
    """
    slots = [s for s in template.core if s.is_predicate() or s.is_name]
    terms = {annotation.terms[i].first for slot in slots for i, alike, _ in candidates_for(slot, annotation) if alike >= _SURELY}
    opened = [joined for term in terms if term < value.first and (joined := annotation.coordinator(term)) is not None]
    return max(opened, default=0)


def _parted(annotation: Annotation, other: Value, value: Value, term: Term, start: int) -> bool:
    """Return whether another value has no claim to a term, however near it stands.

    It stands before the "and" that opens the value's own statement, or in an aside that has neither the value nor the term.
    """
    aside = annotation.clauses.aside
    inside = aside[other.first]
    return other.first < start or bool(
        inside and inside not in (aside[value.first], aside[term.first]) and not _is_head(annotation, term, inside)
    )


def _is_head(annotation: Annotation, term: Term, inside: int) -> bool:
    """Return whether a term stands right before an aside, which then speaks of it: the quake, which had a magnitude of 6.1."""
    return term.last < len(annotation.tokens) and annotation.clauses.aside[term.last] == inside


def _distance(value: Value, token: int) -> int:
    return value.first - token if token < value.first else max(0, token - value.last + 1)
