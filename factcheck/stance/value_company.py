"""Values of one sentence beside each other: which of them answers the question, and which belongs to something else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from factcheck.language.cues import Cue, is_stop
from factcheck.language.numbers import number_words, parse_digits
from factcheck.language.tokens import Kind
from factcheck.language.value_words import ends_at, first, phrases, words
from factcheck.language.values import Value, compare
from factcheck.matching.alignment import Fill
from factcheck.matching.annotation import Annotation
from factcheck.matching.questions import QuestionModel
from factcheck.matching.weak_words import is_generic
from factcheck.matching.wordings import Wording
from factcheck.stance.assertion import turned

# A bare number is read with the unit of a value at most so many clauses before it.
_BARE_CLAUSES = 2
_SEMICOLONS = frozenset(";؛")
# A number as large as this is nobody's but the claim's where it is the same.
_LARGE = 1000
# A sixth title is six titles.
COUNTING = ("number", "ordinal")
# "From 11.2 percent in 2021 to 8.4 percent": so many tokens may stand between the two values.
_TO_END = 12
# How far before "from" a word of change stands, in tokens.
_CHANGE_REACH = 8


def dressed(model: QuestionModel, value: Value) -> Value:
    """Return a large number that leaves out its unit with that of the claim whose very number it is: the 3.1 billion."""
    if value.kind != "number" or value.noun is not None or value.amount is None or value.amount < _LARGE:
        return value
    same = next((v for values in model.values for v in values if v.kind != "date" and v.amount == value.amount), None)
    return value if same is None else replace(value, kind=same.kind, unit=same.unit)


def of_its_kind(model: QuestionModel, values: Iterable[Value]) -> list[Value]:
    """Return the values that can answer a question which a value decides; a sentence without any says nothing of it."""
    kinds = COUNTING if model.value_kind in COUNTING else (model.value_kind,)
    return [value for value in values if value.kind in kinds]


def listed(model: QuestionModel, value: Value) -> tuple[int | None, str]:
    """Return the claim that lists the value and how the two compare; the best comparison wins, then the first claim."""
    order = ("equal", "rounds", "bound", "partial", "compatible", "different", "incomparable")
    best: tuple[int, int | None] = (len(order) - 1, None)
    for claim, values in enumerate(model.values):
        for own in values:
            rank = order.index(compare(own, value))
            if rank < best[0]:
                best = (rank, claim)
    return best[1], order[best[0]]


def listed_values(model: QuestionModel, annotation: Annotation) -> list[tuple[int, Value]]:
    """Return the values of a sentence that are those of a claim, each with its claim, in text order.

    A bare number behind one of them leaves out what it shares with it: 705 kilometres, and not at 830.
    """
    values = of_its_kind(model, (dressed(model, v) for v in annotation.values))
    known = [v for v in values if listed(model, v)[1] == "equal"]
    values += [bare for v in known for bare in without_unit(model, annotation, v) if all(bare.first != other.first for other in values)]
    rows = [(listed(model, v), v) for v in sorted(values, key=lambda v: v.first)]
    return [(claim, v) for (claim, relation), v in rows if relation == "equal" and claim is not None]


def foreign_noun(annotation: Annotation, value: Value, fills: list[Fill], wording: Wording | None = None) -> bool:
    """Return whether the value counts things that the wording does not speak of ("31,000 people" for jobs).

    Where a wording is given that counts just people, passengers and villagers are people.
    """
    if value.kind not in ("number", "ordinal") or value.noun is None:
        return False
    noun = next((t for t in annotation.terms if t.first <= value.noun < t.last), None)
    if noun is None or noun.is_name:
        return False
    if any(f.term is not None and f.term.first <= value.noun < f.term.last for f in fills):
        return False
    counted = annotation.tokens[value.noun].norm
    if wording is not None and counted in words(annotation.language, "people_nouns") and counts_people(wording):
        return False
    return not is_generic(counted, annotation.language)


def counts_people(wording: Wording) -> bool:
    """Return whether a wording counts people by no more than that: 34 people were hurt."""
    nouns = (wording.tokens[v.noun].norm for v in wording.values if v.noun is not None)
    return any(noun in words(wording.language, "people_words") for noun in nouns)


def without_unit(model: QuestionModel, annotation: Annotation, before: Value) -> Iterator[Value]:
    """Yield bare numbers after a value that leave out its unit: "705 kilometres, and not 830"."""
    own = [v for values in model.values for v in values]
    starts = starting_points(annotation)
    for value in annotation.values:
        follows = (
            before.last <= value.first and annotation.clauses.number[value.first] - annotation.clauses.number[before.first] <= _BARE_CLAUSES
        )
        counts = value.noun is not None and value.noun >= value.last
        overtaken = any(f.payload in (Cue.SUPERSEDED, Cue.TEMPORAL) and before.last <= f.first < value.first for f in annotation.cues)
        passed = annotation.tokens[before.last : value.first] if follows else []
        # "Six years, and her partner four": what belongs to somebody else has a noun of its own.
        follows = follows and not any(
            annotation.apart(before.first, value.first) == 0
            and t.kind is Kind.WORD
            and len(t.norm) > 1
            and not is_stop(t.word, annotation.language)
            for t in passed
        )
        if value in starts or value.kind != "number" or not follows or counts or overtaken or before.kind in (*COUNTING, "date"):
            continue
        for factor in (1, _scale(annotation, before)):
            dressed = replace(value, kind=before.kind, unit=before.unit, noun=None, amount=(value.amount or Decimal(0)) * factor)
            if any(compare(v, dressed) == "equal" for v in own):
                yield dressed
                break


def has_a_subject(annotation: Annotation, before: Value, value: Value) -> bool:
    """Return whether a semicolon parts two values, and the second has a word of its own that says whose it is: shops get 12,000.

    A negator or one who gives figures is no such word.
    """
    tokens = annotation.tokens
    marks = [i for i in range(before.last, value.first) if tokens[i].norm in _SEMICOLONS]
    if not marks:
        return False
    kinds = (Cue.SAY, Cue.ACCORDING, Cue.SET_ASIDE, Cue.NEGATION, Cue.CONTRAST)
    if any(f.payload in kinds and marks[-1] < f.first < value.first for f in annotation.cues):
        return False
    return any(
        t.kind is Kind.WORD and len(t.norm) > 1 and not is_stop(t.word, annotation.language) for t in tokens[marks[-1] : value.first]
    )


def where_it_led(model: QuestionModel, annotation: Annotation) -> Iterator[Value]:
    """Yield bare numbers that a change led to and that leave out the unit of what it started from: from 19 percent to 14."""
    closing = phrases(annotation.language, "range_to")
    for start in starting_points(annotation):
        for value in without_unit(model, annotation, start):
            if ends_at(closing, annotation.tokens, value.first) is not None:
                yield value


def _scale(annotation: Annotation, value: Value) -> Decimal:
    """Return what magnitude words ("million") make of the digits of a value."""
    digits = next(
        (
            parse_digits(t.norm, number_words(annotation.language).decimal_mark)
            for t in annotation.tokens[value.first : value.last]
            if t.kind is Kind.NUMBER
        ),
        None,
    )
    return (value.amount or Decimal(1)) / digits[0] if digits is not None and digits[0] else Decimal(1)


def corrected(annotation: Annotation, value: Value) -> bool:
    """Return whether the value corrects one that was negated before it: "not in 1987 but in 1989"."""
    return any(v.kind == value.kind and corrects(annotation, v, value) for v in annotation.values)


def corrects(annotation: Annotation, negated: Value, value: Value) -> bool:
    """Return whether a contrast leads from a negated value to one that is not negated."""
    if negated.last > value.first or not turned(annotation, negated.first) or turned(annotation, value.first):
        return False
    return any(f.payload == Cue.CONTRAST and negated.last <= f.first < value.first for f in annotation.cues)


def _is_moved(annotation: Annotation, value: Value) -> bool:
    """Return whether a date is said to be put back or brought forward: "from 2015 to 2018" alone is a time that lasted."""
    moving = phrases(annotation.language, "date_changes")
    return any(
        first(moving, annotation.tokens, i) is not None and annotation.apart(i, value.first) == 0
        for i in range(max(0, value.first - _CHANGE_REACH), value.first)
    )


def _of_one_scale(value: Value, other: Value) -> bool:
    """Return whether a change can lead from one value to the other: kilograms do not become kilometres; a bare number takes its unit."""
    bare = other.kind == "number" or (value.kind == "number" and value.noun is None)
    return bare or (other.kind == value.kind and (other.unit == value.unit or value.kind in ("date", "duration")))


def starting_points(annotation: Annotation) -> list[Value]:
    """Return the values that a change starts from, which answer no question about what it led to: fell from 11.2 to 8.4."""
    opening, closing = phrases(annotation.language, "range_from"), phrases(annotation.language, "range_to")
    alone, change = phrases(annotation.language, "range_from_alone"), phrases(annotation.language, "change_words")
    tokens = annotation.tokens
    found = []
    for value in annotation.values:
        if ends_at(opening, tokens, value.first) is None or (value.kind == "date" and not _is_moved(annotation, value)):
            continue
        ends = any(
            value.last < other.first <= value.last + _TO_END
            and _of_one_scale(value, other)
            and ends_at(closing, tokens, other.first) is not None
            for other in annotation.values
        )
        if value.kind == "date":
            found += [value] if ends else []
            continue
        # "To 410 million from 340 million", "raised from 9 percent, where it had stood for a year".
        opened = ends_at(alone, tokens, value.first)
        changed = opened is not None and any(
            first(change, tokens, i) is not None and annotation.apart(i, value.first) == 0
            for i in range(max(0, opened.first - _CHANGE_REACH), opened.first)
        )
        reversed_ = opened is not None and any(
            other.last <= opened.first <= other.last + 1
            and _of_one_scale(value, other)
            and ends_at(closing, tokens, other.first) is not None
            for other in annotation.values
        )
        if ends or changed or reversed_:
            found.append(value)
    return found
