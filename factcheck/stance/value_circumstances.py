"""What a value's clause speaks of beside the value: another time, a part of the time, what is needed, what is only announced."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.cues import Cue, is_stop
from factcheck.language.knowledge import section
from factcheck.language.phrases import Found
from factcheck.language.tokens import Kind
from factcheck.language.value_words import first, phrases, words
from factcheck.language.values import Value
from factcheck.matching.alignment import Fill
from factcheck.matching.annotation import Annotation
from factcheck.matching.questions import QuestionModel
from factcheck.model import Step
from factcheck.stance.other_times import at_another_time, in_another_month, in_another_year, since_then
from factcheck.stance.value_surroundings import claimed, cue_beside, goes_with, together

# A slot filled less than this does not speak for what happened.
_FILLED = 0.4
_MONTHS = frozenset({"day", "week", "month"})
# So many tokens may stand between a participle and its date, and the letters that it has at least.
_TO_PARTICIPLE = 3
_PARTICIPLE = 5
# So many words may stand between "first" and its months.
_TO_FIRST = 1
# So many words may stand between "of the" and the noun.
_TO_WHOLE = 2


def elsewhere(model: QuestionModel, annotation: Annotation, value: Value, fills: Sequence[Fill]) -> Step | None:
    """Return the step that says so where the value is not that of the event at its time, or None.

    What a claim of the question says itself ("in the first half", "ten years ago", the year) is no matter of another time.
    """
    if since_then(annotation, value):
        return Step("assertion", "another time")
    if _of_another_clause(annotation, value, fills):
        return Step("assertion", "another clause")
    if value.kind == "date":
        return _after_event(annotation, value, fills) or _of_statement(annotation, value, fills)
    checks = (
        ("another time", at_another_time(model, annotation, value)),
        ("another year", in_another_year(model, annotation, value)),
        ("another time", in_another_month(model, annotation, value)),
        ("part", _in_part_of_time(model, annotation, value)),
        ("part", value.kind == "number" and _of_those(annotation, value, fills)),
        ("part", value.kind == "percent" and cue_beside(model, annotation, value, Cue.SUBGROUP)),
        ("of several", cue_beside(model, annotation, value, Cue.COMBINED)),
        ("needed", cue_beside(model, annotation, value, Cue.NEEDED)),
    )
    return next((Step("assertion", outcome) for outcome, holds in checks if holds), None)


def only_offered(model: QuestionModel, annotation: Annotation, value: Value) -> bool:
    """Return whether the value's clause says before it that it was offered, and no claim speaks of an offer: offered 120 million."""
    wordings = [template.wording for template in model.templates]
    if any(first(phrases(w.language, "offering_verbs"), w.tokens, i) is not None for w in wordings for i in range(len(w.tokens))):
        return False
    offering = phrases(annotation.language, "offering_verbs")
    return any(annotation.apart(i, value.first) == 0 and first(offering, annotation.tokens, i) is not None for i in range(value.first))


def _after_event(annotation: Annotation, value: Value, fills: Sequence[Fill]) -> Step | None:
    """Return the step that says so where the event only tells the time of what the date is of: in May, days after the launch."""
    told = [f.term.first for f in fills if f.term is not None and f.slot.is_predicate() and f.credit >= _FILLED]
    temporal = annotation.scopes.temporal
    leads = phrases(annotation.language, "at_another_time_than")
    after = any(first(leads, annotation.tokens, i) is not None for i in range(value.last, min(told, default=0)))
    if not told or not after or temporal[value.first] or not all(temporal[i] and i > value.last for i in told):
        return None
    return Step("assertion", "another clause")


def _of_those(annotation: Annotation, value: Value, fills: Sequence[Fill]) -> bool:
    """Return whether a count is of some of those that the event befell: of those hurt, 46 are at home; 19 of the dead were women."""
    tokens, language = annotation.tokens, annotation.language
    whole, those = phrases(language, "partitives"), words(language, "those")
    told = [f.term for f in fills if f.term is not None and f.slot.is_predicate() and f.credit >= _FILLED]
    if not told:
        return False
    behind = first(whole, tokens, value.last)
    if behind is not None and behind.last < len(tokens) and tokens[behind.last].norm in those:
        return any(behind.last < t.first <= behind.last + _TO_WHOLE for t in told)
    # At the head of the sentence, or right behind a mark.
    for i in range(value.first):
        opened = first(whole, tokens, i) if i == 0 or tokens[i - 1].kind is Kind.MARK else None
        if opened is not None and opened.last < value.first and tokens[opened.last].norm in those:
            # "Of those hurt, 46", "of those who died in the floods, 37".
            comma = next((j for j in range(opened.last, value.first) if tokens[j].norm in (",", "،")), 0)
            return all(opened.last < t.first < comma for t in told) and annotation.apart(i, value.first) > 0
    return False


def _in_part_of_time(model: QuestionModel, annotation: Annotation, value: Value) -> bool:
    """Return whether the value is that of a half, a quarter, the first months or a first count, where no claim says so."""
    own = [v for t in model.templates for v in t.wording.values]
    quarters = any(v.quarter is not None and goes_with(annotation, v.first, value) for v in annotation.values)
    months = any(v is not value and _first_months(annotation, v) and goes_with(annotation, v.first, value) for v in annotation.values)
    if cue_beside(model, annotation, value, Cue.EARLY_COUNT):
        return True
    # An undated figure is that of whatever time the article is about.
    if not any(v.kind == "date" and v.year is not None for v in own) and not claimed(model, Cue.ANOTHER_TIME):
        return False
    return (
        (quarters and not any(v.quarter is not None for v in own))
        or (months and not any(v.kind == "duration" for v in own))
        or cue_beside(model, annotation, value, Cue.PERIOD_PART)
    )


def _first_months(annotation: Annotation, value: Value) -> bool:
    if value.kind != "duration" or value.unit not in _MONTHS:
        return False
    opening = words(annotation.language, "first_of")
    return any(t.norm in opening for t in annotation.tokens[max(0, value.first - _TO_FIRST) : value.last + _TO_FIRST])


def _of_statement(annotation: Annotation, value: Value, fills: Sequence[Fill]) -> Step | None:
    """Return the step that says so where a date is that of a statement about the event, or of a ceremony for it.

    The verb of saying stands between the two, or the date between the verb and what is said of: announced on 10 March that.
    """
    told = [f.term for f in fills if f.term is not None and f.slot.is_predicate() and f.credit >= _FILLED]
    own = {i for f in fills if f.term is not None for i in range(f.term.first, f.term.last)}
    if not told:
        return None
    nearest = min(told, key=lambda t: (annotation.apart(t.first, value.first), abs(t.first - value.first)))
    for found in annotation.cues:
        if found.payload not in (Cue.SAY, Cue.ABOUT_EVENT, Cue.ABOUT_EVENT_NOUN) or not own.isdisjoint(range(found.first, found.last)):
            continue
        if together(annotation, value.first, found.first) and not _told_first(annotation, found, value, nearest.first):
            words_of = " ".join(t.text for t in annotation.tokens[found.first : found.last])
            return Step("assertion", "date of a statement", words_of)
    return None


def _told_first(annotation: Annotation, found: Found, value: Value, event: int) -> bool:
    """Return whether the date belongs to the event rather than to the statement at `found`."""
    if annotation.apart(event, value.first) == 0 and annotation.apart(event, found.first) > 0:
        return True
    # "In 2019 the book was published": a noun can be what the event happens to.
    if found.payload == Cue.ABOUT_EVENT_NOUN and value.first < found.first < event and annotation.apart(found.first, event) == 0:
        return True
    low, high = sorted((value.first, event))
    between = low < found.first < high
    return not between and not found.first < value.first < event


def _of_another_clause(annotation: Annotation, value: Value, fills: Sequence[Fill]) -> bool:
    """Return whether the value stands in a relative clause that says something else, or what happened in one that it is not in.

    Nordelec, which has sales of 340 million, was bought; the plant, closed by Hartel, reopened in 2021.
    """
    told = [f for f in fills if f.term is not None and f.slot.is_predicate() and f.credit >= _FILLED]
    if not told:
        return False
    own = {i for f in fills if f.term is not None for i in range(f.term.first, f.term.last)}
    number, aside = annotation.clauses.number, annotation.clauses.aside
    here = number[value.first]
    known = own | _cued(annotation)
    foreign = [t.first for t in annotation.terms if not t.is_name and t.first not in known]
    if value.kind == "date" and _behind_participle(annotation, value, foreign):
        return True
    # What is said of the claim's own noun is said of the event: the bid, which comes near 100 million.
    heads = {f.term.last for f in told if f.term is not None}
    relative = any(
        f.payload == Cue.RELATIVE and number[f.first] == here and f.first < value.first and heads.isdisjoint((f.first, f.first - 1))
        for f in annotation.cues
    )
    inside = aside[value.first]
    if relative and not any(f.term is not None and (number[f.term.first] == here or 0 < inside == aside[f.term.first]) for f in told):
        ends = {t.last for t in annotation.terms if t.first in foreign}
        return any(number[t] == here for t in foreign) or any(
            f.payload == Cue.RELATIVE and number[f.first] == here and not ends.isdisjoint((f.first, f.first - 1)) for f in annotation.cues
        )
    if inside and not any(f.term is not None and aside[f.term.first] == inside for f in told) and _is_participle(annotation, value):
        # "The opening, set for 2027, …" tells of the claim's own noun.
        opened = next(i for i, n in enumerate(aside) if n == inside)
        return opened - 1 not in own and opened not in heads
    verb = min(told, key=lambda f: f.slot.place).term
    if verb is None or not aside[verb.first] or aside[value.first] == aside[verb.first]:
        return False
    closed = max(i for i, n in enumerate(aside) if n == aside[verb.first])
    return any(closed < t < value.first for t in foreign)


def _is_participle(annotation: Annotation, value: Value) -> bool:
    """Return whether a value stands in an aside that a participle opens: Ferrer, born in 1961, wrote how it was built."""
    aside = annotation.clauses.aside
    return _participle_at(annotation, next(i for i, n in enumerate(aside) if n == aside[value.first]) + 1)


def _behind_participle(annotation: Annotation, value: Value, foreign: Sequence[int]) -> bool:
    """Return whether a participle that the claim knows nothing of stands right before a date: a book published in 2021."""
    for i in range(value.first - 1, max(-1, value.first - 1 - _TO_PARTICIPLE), -1):
        # "The launch is fixed for 14 March": who sets a date sets that of the event.
        if annotation.tokens[i].norm in words(annotation.language, "scheduling"):
            return False
        if i in foreign:
            return _participle_at(annotation, i)
        if not is_stop(annotation.tokens[i].word, annotation.language):
            return False
    return False


def _participle_at(annotation: Annotation, i: int) -> bool:
    endings = tuple(section(annotation.language, "aside_endings")) if annotation.language else ()
    word = annotation.tokens[i]
    long_enough = word.kind is Kind.WORD and len(word.norm) >= _PARTICIPLE
    return bool(endings) and long_enough and word.text.islower() and word.word.endswith(endings)


def _cued(annotation: Annotation) -> set[int]:
    kinds = (Cue.RELATIVE, Cue.SAY, Cue.ACCORDING, Cue.TEMPORAL, Cue.ANOTHER_TIME)
    return {i for f in annotation.cues if f.payload in kinds for i in range(f.first, f.last)}
