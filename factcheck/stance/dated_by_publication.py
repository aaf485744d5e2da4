"""What the day of publication tells of a date: its year, and the day that "yesterday", "on Friday" or "six days ago" is."""

from __future__ import annotations

from datetime import date

from factcheck.language.cues import Cue
from factcheck.language.relative_dates import settled
from factcheck.language.value_words import first, phrases
from factcheck.language.values import Value, with_year
from factcheck.matching.annotation import Annotation
from factcheck.matching.questions import QuestionModel
from factcheck.stance.value_company import listed


def by_publication(
    model: QuestionModel, annotation: Annotation, value: Value, published: date | None, *, future: bool
) -> tuple[int | None, str, Value]:
    """Return the claim that lists a value, how the two compare, and the value, with all that the day of publication tells of it.

    Args:
        model: The question; a value decides it.
        annotation: The sentence.
        value: A value of it.
        published: Day on which the article was published, or None.
        future: Whether the claim speaks of what is still to come.
    """
    claim, relation = listed(model, value)
    if relation != "partial":
        return claim, relation, value
    if published is None:
        weekdays = any(v.weekday for values in model.values for v in values)
        # Without the day of publication, "yesterday" and "on Friday" may be any day.
        return claim, "partial" if value.month is not None or weekdays else "incomparable", value
    ahead = future or any(f.payload == Cue.FUTURE and annotation.apart(f.first, value.first) == 0 for f in annotation.cues)
    dates = _of_that_year(annotation, value) or _dated(value, published, ahead=ahead)
    rows = [(*listed(model, dated), dated) for dated in dates]
    claim, relation, dated = next((row for row in rows if row[1] == "equal"), rows[0])
    if relation == "partial" and dated.month is None:
        # A day that no calendar has is none.
        relation = "incomparable"
    # What only the day of publication settles is reported as the date that it is.
    return claim, relation, dated if value.month is None and relation == "equal" else value


def _dated(value: Value, published: date, *, ahead: bool) -> list[Value]:
    """Return a date with what the article's own date tells of it, the likeliest first; `ahead` where it is still to come.

    An article of January that speaks of 19 October means the one before; of one still to come, the next.
    """
    if value.month is not None:
        this, other = with_year(value, published.year), published.year + (1 if _is_before(value, published) else -1)
        return [this, with_year(value, other)]
    return settled(value, published, ahead=ahead) or [value]


def _of_that_year(annotation: Annotation, value: Value) -> list[Value]:
    """Return a date with the year of the one before it in the sentence, where "of that year" follows; an empty list elsewhere."""
    follows = any(
        (found := first(phrases(annotation.language, "that_year"), annotation.tokens, i)) is not None and found.first <= value.last + 1
        for i in range(value.last, min(value.last + 2, len(annotation.tokens)))
    )
    years = [v.year for v in annotation.values if v.kind == "date" and v.year is not None and v.first < value.first]
    return [with_year(value, years[-1])] if follows and years else []


def _is_before(value: Value, published: date) -> bool:
    """Return whether a day without its year comes earlier in the year than the day of publication."""
    return (value.month or 0, value.day or 0) < (published.month, published.day)
