"""What a sentence sets aside for a rival that it puts in its place: "705 kilometres, and not 830", "the rebels, not the army".

Both answers stand in one sentence, so that it need not tell the event once more for the one that it sets aside.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.language.cues import Cue, is_stop
from factcheck.language.tokens import Kind
from factcheck.language.values import Value
from factcheck.matching.annotation import Annotation
from factcheck.stance.assertion import turned

# How many function words may stand between the negator and what it sets aside: "and not in the".
_TO_IT = 3
# So many clauses may lie between what holds and what is set aside: "not, as first announced, to Poland".
_CLAUSES = 3
_LAST_DAY = 31
_LONGEST_ASIDE = 10


def setting_aside(annotation: Annotation, token: int) -> str | None:
    """Return the words that set aside what begins at token `token` ("not", "et non"), as printed, or None."""
    for found in annotation.cues:
        between = annotation.tokens[_past_aside(annotation, found.last) : token]
        if (
            found.payload == Cue.SET_ASIDE
            and 0 <= token - _past_aside(annotation, found.last) <= _TO_IT
            and all(t.kind is Kind.WORD and is_stop(t.word, annotation.language) for t in between)
            and not any(f.payload in (Cue.EXCEPTIVE, Cue.TEMPORAL) and found.last <= f.first < token for f in annotation.cues)
            and not any(f.payload == Cue.NO_NEGATION and f.first < found.last and found.first < f.last for f in annotation.cues)
        ):
            return " ".join(t.text for t in annotation.tokens[found.first : found.last])
    return None


def _past_aside(annotation: Annotation, i: int) -> int:
    """Return the token behind an aside that begins at token `i`, or `i` where none does: "not, as police had it, at 132"."""
    tokens = annotation.tokens
    if i >= len(tokens) or tokens[i].norm != ",":
        return i
    return next((j + 1 for j in range(i + 1, min(i + _LONGEST_ASIDE, len(tokens))) if tokens[j].norm == ","), i)


def values_set_aside(annotation: Annotation, value: Value, fitting: Sequence[Value]) -> Iterator[Value]:
    """Yield the values that the sentence sets aside for one that is bound to the event; a bare day has the month of that one."""
    if turned(annotation, value.first):
        return
    for other in (*fitting, *_bare_days(annotation, value)):
        if (
            other is not value
            and other.kind == value.kind
            and annotation.apart(other.first, value.first) <= _CLAUSES
            and setting_aside(annotation, other.first) is not None
        ):
            yield other


def _bare_days(annotation: Annotation, date: Value) -> Iterator[Value]:
    """Yield the numbers after a date that leave out its month: "on 3 January, and not the 9th"."""
    if date.kind != "date" or date.day is None:
        return
    for value in annotation.values:
        amount = value.amount or Decimal(0)
        if value.kind in ("number", "ordinal") and value.noun is None and value.first >= date.last and 1 <= amount <= _LAST_DAY:
            yield replace(date, first=value.first, last=value.last, day=int(amount), weekday=None)
