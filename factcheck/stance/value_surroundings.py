"""What stands beside a value: in its clause, or in a lead to it, with no other figure between the two."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.language.cues import Cue, cues_among, is_stop
from factcheck.language.phrases import Found
from factcheck.language.tokens import Kind
from factcheck.language.value_words import first, phrases
from factcheck.language.values import Value
from factcheck.matching.annotation import Annotation
from factcheck.matching.questions import QuestionModel

# Kinds of value that say when or which, and not how much.
_TIMES = frozenset({"date", "duration", "ordinal"})


def together(annotation: Annotation, token: int, place: int) -> bool:
    """Return whether a token stands in the clause of `place`, or in a lead without a verb before it: "Ten years ago, it won 31"."""
    if annotation.apart(token, place) == 0:
        return True
    number = annotation.clauses.number
    # What opens a clause of its own belongs to the one before it too: reached 38 percent until noon.
    before = token > 0 and number[token - 1] != number[token] and annotation.tokens[token].kind is Kind.WORD
    if before and annotation.tokens[token - 1].kind is Kind.WORD and annotation.apart(token - 1, place) == 0:
        return True
    return number[token] == 0 and number[place] == 1 and _is_lead(annotation)


def goes_with(annotation: Annotation, token: int, value: Value) -> bool:
    """Return whether a token stands in the value's clause, and no other figure between them: to 410 million from 340 a year ago."""
    low, high = (token, value.first) if token < value.first else (value.last - 1, token)
    figures = (v for v in annotation.values if v.kind not in _TIMES and v.first != value.first)
    return together(annotation, token, value.first) and not any(low < v.first < high for v in figures)


def _is_lead(annotation: Annotation) -> bool:
    """Return whether the first clause has nothing but a date, a duration or a cue in it: "It was in 2019 that", "Ten years ago,"."""
    number = annotation.clauses.number
    end = next((i for i, n in enumerate(number) if n > 0), 0)
    known = {i for v in annotation.values for i in range(v.first, v.last)}
    ago = [first(phrases(annotation.language, "ago_after"), annotation.tokens, v.last) for v in annotation.values if v.kind == "duration"]
    known |= {i for found in ago if found is not None for i in range(found.first, found.last)}
    kinds = (Cue.ANOTHER_TIME, Cue.EARLIER_TIME, Cue.PERIOD_PART, Cue.EARLY_COUNT, Cue.SUBGROUP, Cue.TEMPORAL, Cue.ALONE)
    known |= {i for f in annotation.cues if f.payload in kinds for i in range(f.first, f.last)}
    return all(i in known or t.kind is not Kind.WORD or is_stop(t.word, annotation.language) for i, t in enumerate(annotation.tokens[:end]))


def claimed(model: QuestionModel, cue: Cue) -> bool:
    """Return whether a claim of the question has the cue itself."""
    wordings = {t.wording.text: t.wording for t in model.templates}.values()
    return any(f.payload == cue for w in wordings for f in cues_among(w.tokens, w.language))


def beside(annotation: Annotation, value: Value, cue: Cue) -> Iterator[Found]:
    """Yield the cues of a kind that stand beside the value."""
    return (
        f
        for f in annotation.cues
        if f.payload == cue and (goes_with(annotation, f.first, value) or goes_with(annotation, f.last - 1, value))
    )


def cue_beside(model: QuestionModel, annotation: Annotation, value: Value, cue: Cue) -> bool:
    """Return whether a cue of a kind stands beside the value, and in no claim of the question."""
    return any(True for _ in beside(annotation, value, cue)) and not claimed(model, cue)
