"""Whether a value is that of another time than the claims are about: an earlier year, ten years ago, the largest since."""

from __future__ import annotations

from collections.abc import Container, Sequence

from factcheck.language.cues import Cue, cues_among, is_stop
from factcheck.language.phrases import Found
from factcheck.language.tokens import Token
from factcheck.language.value_words import ends_at, first, phrases, words
from factcheck.language.values import Value
from factcheck.matching.alignment import SPOKEN, Fill
from factcheck.matching.annotation import Annotation
from factcheck.matching.questions import QuestionModel, Template
from factcheck.matching.wordings import Wording
from factcheck.stance.value_surroundings import beside, claimed, cue_beside, goes_with, together

_LONG_AGO = frozenset({"year", "decade"})
# So many tokens may stand between the two words of a past perfect.
_TO_MARK = 7
# So many tokens may stand between "since" and a date, and between it and another value.
_SINCE_DATE = 12
_SINCE_FIGURE = 2
# The first word of what opens a sentence: in the last season.
_OPENING = 1
# An adjunct that opens a sentence has so many tokens at most.
_OPENING_LENGTH = 8
# And is of no more than so many clauses behind it.
_OPENED_CLAUSES = 2
# What happened so many years before publication is of another time.
OLD_YEARS = 2


def at_another_time(model: QuestionModel, annotation: Annotation, value: Value) -> bool:
    """Return whether the value's clause says that it is of an earlier time, where no claim says so."""
    if any(_years_ago(annotation, v, value) for v in annotation.values):
        return not any(v.kind == "duration" for t in model.templates for v in t.wording.values)
    than = phrases(annotation.language, "than")
    earlier = (f for f in beside(annotation, value, Cue.EARLIER_TIME) if ends_at(than, annotation.tokens, f.first) is None)
    if any(True for _ in earlier) and not claimed(model, Cue.EARLIER_TIME):
        return True
    # "Last year" is the time of many figures; before the events that are told it is only in the past perfect, or with a year.
    past = _in_past_perfect(annotation, value)
    dated = any(v.kind == "date" and v.year is not None and together(annotation, v.first, value.first) for v in annotation.values)
    asked = any(v.kind == "date" for t in model.templates for v in t.wording.values)
    other = any(f.last <= value.first for f in beside(annotation, value, Cue.OTHER))
    return past and (other or cue_beside(model, annotation, value, Cue.ANOTHER_TIME) or (dated and not asked))


def _years_ago(annotation: Annotation, value: Value, figure: Value) -> bool:
    """Return whether a duration beside another value says how many years back something was: ten years ago, il y a dix ans."""
    if value.kind != "duration" or not _is_ago(annotation, value):
        return False
    # "Four years ago the party came away with 54 seats": what opens a sentence without a comma is of the clause behind "with" too.
    if value.first <= _OPENING and annotation.clauses.number[figure.first] <= 1 and not _comma_between(annotation, value, figure):
        return True
    before = ends_at(phrases(annotation.language, "ago_before"), annotation.tokens, value.first)
    after = first(phrases(annotation.language, "ago_after"), annotation.tokens, value.last)
    return (before is not None and goes_with(annotation, before.first, figure)) or (
        after is not None and goes_with(annotation, value.first, figure)
    )


def only_tells_when(template: Template, annotation: Annotation, value: Value, fills: Sequence[Fill]) -> bool:
    """Return whether a duration tells how far a time lies back or behind another one, and the claim's does not: killed 60 days ago.

    Not where the word for what lasts stands right before it (it lasted nine days before the walls fell), nor where "after" belongs
    to a word of the claim (años tras las rejas).
    """
    wording = template.wording
    own = [v for v in wording.values if v.kind == "duration"]
    if value.kind != "duration" or any(_tells_when(wording.tokens, v, wording.language) for v in own):
        return False
    said = [f for f in fills if f.term is not None and not f.slot.is_name]
    # Of "sentenced to nine years" the "to" is missing in "sentenced nine years after".
    ends = [f.slot.last for f in said if f.term is not None and f.term.last == value.first]
    lasts = any(not is_stop(wording.tokens[end - 1].word, wording.language) for end in ends)
    behind = any(f.term.first == value.last for f in said if f.term is not None)
    return not lasts and not behind and _tells_when(annotation.tokens, value, annotation.language)


def _tells_when(tokens: Sequence[Token], value: Value, language: str | None) -> bool:
    before = ends_at(phrases(language, "ago_before"), tokens, value.first)
    # "Desde hace 60 días" is how long it has been so.
    if before is not None:
        return ends_at(phrases(language, "since"), tokens, before.first) is None
    return any(first(phrases(language, name), tokens, value.last) is not None for name in ("ago_after", "at_another_time_than"))


def _comma_between(annotation: Annotation, one: Value, other: Value) -> bool:
    return any(t.norm in (",", "،", ";", "؛", ":") for t in annotation.tokens[one.last : other.first])


def _in_past_perfect(annotation: Annotation, value: Value) -> bool:
    """Return whether the value's clause is in the past perfect; its two words may stand apart (كانت الشركة قد أعلنت)."""
    if any(True for _ in beside(annotation, value, Cue.PAST_PERFECT)):
        return True
    return _parted_past_perfect(annotation, value.first) is not None


def _parted_past_perfect(annotation: Annotation, place: int) -> int | None:
    """Return the auxiliary, before `place` in its clause, of a past perfect whose two words stand apart, or None: كانت الشركة قد أعلنت."""
    auxiliary, mark = phrases(annotation.language, "past_auxiliary"), words(annotation.language, "past_mark")
    tokens = annotation.tokens
    return next(
        (
            i
            for i in range(min(place, len(tokens)))
            if mark
            and annotation.apart(i, place) == 0
            and first(auxiliary, tokens, i) is not None
            and any(t.norm in mark for t in tokens[i + 1 : i + 1 + _TO_MARK])
        ),
        None,
    )


def since_then(annotation: Annotation, value: Value) -> bool:
    """Return whether the value is what a superlative compares with: the largest since 1954, the largest since the 600 jobs of 2018."""
    since, most = phrases(annotation.language, "since"), phrases(annotation.language, "superlatives")
    tokens = annotation.tokens
    reach = _SINCE_DATE if value.kind == "date" else _SINCE_FIGURE
    for i in range(max(0, value.first - reach - 1), value.first):
        opened = first(since, tokens, i)
        if opened is None or any(opened.last <= v.first < value.first for v in annotation.values):
            continue
        if annotation.apart(opened.last - 1, value.first) == 0 and any(first(most, tokens, j) is not None for j in range(i)):
            return True
    return False


def in_another_year(model: QuestionModel, annotation: Annotation, value: Value) -> bool:
    """Return whether the clause gives years, and none of those that the claims give: made 340 million in 2022."""
    asked = {v.year for t in model.templates for v in t.wording.values if v.kind == "date" and v.year is not None}
    told = {
        v.year
        for v in annotation.values
        if v.kind == "date" and v.year is not None and v.month is None and together(annotation, v.first, value.first)
    }
    return bool(asked and told) and asked.isdisjoint(told)


def in_another_month(model: QuestionModel, annotation: Annotation, value: Value) -> bool:
    """Return whether the clause gives a month, and none that the claims give: was 3.4 percent in April, for the inflation of May.

    A day of a month may be that on which the figure was published.
    """
    dates = [v for t in model.templates for v in t.wording.values if v.kind == "date" and v.month is not None]
    told = {
        v.month
        for v in annotation.values
        if v.kind == "date" and v.month is not None and v.day is None and goes_with(annotation, v.first, value)
    }
    return bool(dates and told) and told.isdisjoint({v.month for v in dates})


def dated_otherwise(annotation: Annotation, wording: Wording, place: int, year: int | None) -> bool:
    """Return whether a wording names a year, and what is told is of an earlier one: won the prize in 2021, for that of 2026.

    Not where the sentence speaks of the wording's year too.

    Args:
        annotation: The sentence.
        wording: The wording.
        place: The token around which the claim was found.
        year: That of publication, which a sentence may give for anything; or None.
    """
    asked = {v.year for v in wording.values if v.kind == "date" and v.year is not None}
    told = [v for v in annotation.values if v.kind == "date" and v.year is not None]
    if not asked or any(v.year in asked for v in told):
        return False
    return any(
        v.year != year and v.year < min(asked) and (together(annotation, v.first, place) or _opens(annotation, v.first, place))
        for v in told
        if v.year
    )


def long_past(annotation: Annotation, wording: Wording, place: int) -> bool:
    """Return whether years lie between what is told and the article: in 2014 he had won it; six years ago he won it.

    A time in the wording itself is that of the event. A date in a sentence may just be that of the event too; only one that
    opens it sets what follows in the past perfect apart.
    """
    if any(v.kind in ("date", "duration") for v in wording.values):
        return False
    if any(v.kind == "duration" and _is_ago(annotation, v) and together(annotation, v.first, place) for v in annotation.values):
        return True
    own = {f.payload for f in cues_among(wording.tokens, wording.language)}
    if any(_sets_apart(annotation, f, place) for f in annotation.cues if f.payload not in own):
        return True
    past = next((f.first for f in annotation.cues if f.payload == Cue.PAST_PERFECT and annotation.apart(f.first, place) == 0), None)
    kinds = (Cue.ANOTHER_TIME, Cue.EARLIER_TIME)
    if past is None:
        # The two words of a past perfect that stand apart take the time between or behind them.
        parted = _parted_past_perfect(annotation, place) is not None
        return parted and any(f.payload in kinds and together(annotation, f.first, place) for f in annotation.cues)
    dated = any(
        v.year is not None if v.kind == "date" else v.kind == "duration" and _is_ago(annotation, v)
        for v in annotation.values
        if v.last <= past and together(annotation, v.first, place)
    )
    return dated or any(f.payload in kinds and f.last <= past and together(annotation, f.first, place) for f in annotation.cues)


def is_over(annotation: Annotation, wording: Wording, place: int, year: int | None) -> bool:
    """Return whether what is told lasted until a year before that of publication: she directed the museum until 2019.

    Args:
        annotation: The sentence.
        wording: The wording; one that has a time of its own may mean that very one.
        place: The token around which the claim was found.
        year: That of publication; None where it is not known, and nothing is over then.
    """
    if year is None or any(v.kind in ("date", "duration") for v in wording.values):
        return False
    until = phrases(annotation.language, "until")
    ends = [
        ends_at(until, annotation.tokens, v.first) for v in annotation.values if v.kind == "date" and v.year is not None and v.year < year
    ]
    # "Until 1971, a ferry linked the two": what opens the sentence is of all of it.
    return any(end is not None and (end.first == 0 or (place < end.first and together(annotation, end.first, place))) for end in ends)


def is_of_old(annotation: Annotation, wording: Wording, fills: Sequence[Fill], place: int, year: int | None, known: Container[int]) -> bool:
    """Return whether what is told happened in a year long before that of publication: the dockers walked out over pay in 2017.

    Not where the catalogue itself speaks of that year, nor where it is not known when the article was published.

    Args:
        annotation: The sentence.
        wording: The wording; one that has a time of its own may mean that very one.
        fills: How its slots are filled.
        place: The token around which the claim was found.
        year: That of publication, or None.
        known: The years that the catalogue gives for what the claim names.
    """
    if year is None or any(v.kind in ("date", "duration") for v in wording.values):
        return False
    since = phrases(annotation.language, "since")
    old = [
        v
        for v in annotation.values
        if v.kind == "date" and v.year is not None and v.year <= year - OLD_YEARS and v.year not in known
        # "Has led it since 2009": what lasts is not of old.
        if ends_at(since, annotation.tokens, v.first) is None
    ]
    told = [place, *(f.term.first for f in fills if f.term is not None and f.slot.is_predicate() and f.credit >= SPOKEN)] if old else []
    return any(together(annotation, v.first, i) or _opens(annotation, v.first, i) for v in old for i in told)


def _opens(annotation: Annotation, token: int, place: int) -> bool:
    """Return whether a token stands in a short adjunct that opens the sentence before what is told: in the talks of 2021, the union ...."""
    tokens, language = annotation.tokens, annotation.language
    comma = next((i for i, t in enumerate(tokens[: _OPENING_LENGTH + 1]) if t.norm in (",", "،")), None)
    opened = tokens[0].norm in words(language, "prepositions")
    return comma is not None and opened and token < comma < place and annotation.apart(comma, place) <= _OPENED_CLAUSES


def _sets_apart(annotation: Annotation, time: Found, place: int) -> bool:
    """Return whether words for an earlier time stand beside what is told, or words that may mean one open the sentence before it."""
    if time.payload == Cue.EARLIER_TIME:
        return together(annotation, time.first, place)
    if time.payload == Cue.OTHER:
        # "In the previous exchange, in February, …"
        return _opens(annotation, time.first, place) and time.first > 0
    return time.payload == Cue.ANOTHER_TIME and time.first <= _OPENING and together(annotation, time.first, place)


def _is_ago(annotation: Annotation, value: Value) -> bool:
    before, after = phrases(annotation.language, "ago_before"), phrases(annotation.language, "ago_after")
    ago = ends_at(before, annotation.tokens, value.first) or first(after, annotation.tokens, value.last)
    return value.unit in _LONG_AGO and ago is not None
