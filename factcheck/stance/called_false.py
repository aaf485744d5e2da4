"""What a sentence tells and calls false itself: "…, which is wrong", "reports that she will return are baseless"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.cues import Cue
from factcheck.language.tokens import Kind
from factcheck.matching.alignment import Fill
from factcheck.matching.annotation import Annotation
from factcheck.matching.weak_words import is_generic

# A rejection ("…, which is wrong") concerns what stands at most so many clauses before it.
_REJECTION_CLAUSES = 3
# "Most of" concerns a rejection that begins at most so many words after it.
_PARTLY_REACH = 4
# So many words are the head of a sentence that passes something on: weekend reports that.
_REPORTS = 4
# "That" and a quotation mark may stand right before what something is called.
_TO_VERDICT = 1
_SEMICOLONS = frozenset(";؛")


def rejected_partly(annotation: Annotation, rejection: str) -> bool:
    """Return whether the words of a rejection call false a part only: "most of that is untrue"."""
    parts = [f.first for f in annotation.cues if f.payload == Cue.PARTLY]
    falsities = [f.first for f in annotation.cues if f.payload == Cue.FALSITY and rejection.startswith(annotation.tokens[f.first].text)]
    return any(0 < falsity - part <= _PARTLY_REACH for falsity in falsities for part in parts)


def _has_subject(annotation: Annotation, cue: int, place: int, told: frozenset[int]) -> bool:
    """Return whether "is false" at token `cue` says so of something else than what stands at `place`: the theory of a theft is false.

    What a clause before it tells is meant by "which", "that", "the figure", "the report"; a noun of its own is another matter.
    """
    number = annotation.clauses.number
    if number[cue] == number[place] or _is_of_reports(annotation, place, cue):
        return False
    # "Calling what was said of his release an invention": what is called so stands between the two words.
    openers = [f for f in annotation.cues if f.payload in (Cue.SAY, Cue.THAT) and place < f.first < cue]
    first = max([f.last for f in openers if f.payload == Cue.SAY or cue - f.last > _TO_VERDICT], default=place + 1)
    own = [t for t in annotation.terms if first <= t.first < cue and number[t.first] == number[cue] and t.first not in told]
    aside = (Cue.SAY, Cue.DENIAL, Cue.ANAPHOR, Cue.PARTLY, Cue.FALSITY)
    spoken = {i for f in annotation.cues if f.payload in aside for i in range(f.first, f.last)}
    return any(
        t.first not in spoken and not is_generic(" ".join(x.norm for x in annotation.tokens[t.first : t.last]), annotation.language)
        for t in own
    )


def _of_another_statement(annotation: Annotation, place: int, cue: int) -> bool:
    """Return whether a semicolon parts "is false" from what stands at `place`, and it has a figure or word of its own before it.

    Built in 1988; the year 1994 given in first reports is wrong.
    """
    marks = [i for i in range(place, cue) if annotation.tokens[i].norm in _SEMICOLONS]
    if not marks:
        return False
    behind = range(marks[-1] + 1, cue)
    if any(v.first in behind for v in annotation.values):
        return True
    return any(t.first in behind and not is_generic(annotation.tokens[t.first].norm, annotation.language) for t in annotation.terms)


def _is_of_reports(annotation: Annotation, place: int, cue: int) -> bool:
    """Return whether what is false is what a few words at the head of the sentence pass on: reports that she will return are false."""
    number = annotation.clauses.number
    return any(
        f.payload == Cue.THAT
        and annotation.tokens[f.first].kind is Kind.WORD
        and 0 < f.first <= _REPORTS
        and f.first < place < cue
        and number[f.first] == number[place] < number[cue]
        and all(annotation.tokens[i].kind is Kind.WORD for i in range(f.first))
        for f in annotation.cues
    )


def called_false(annotation: Annotation, place: int) -> bool:
    """Return whether what stands at `place` is denied and its own clause says that it is false: the rumour that he left is baseless."""
    here = any(f.payload == Cue.FALSITY and f.first > place and annotation.apart(f.first, place) == 0 for f in annotation.cues)
    return here and annotation.scopes.denied[place] and not annotation.scopes.negated[place]


def rejected_after(annotation: Annotation, place: int, fills: Sequence[Fill] = (), *, across_speech: bool = True) -> str | None:
    """Return the words that call false what stands at `place` in the same sentence, or None.

    Without `across_speech`, what stands in the clause of a verb of saying is the speaker, and not what is called false
    ("chief executive Marsh said the figure was wrong").
    """
    told = frozenset(f.term.first for f in fills if f.term is not None)
    for found in annotation.cues:
        if found.payload == Cue.FALSITY and found.first > place:
            distance = annotation.clauses.number[found.first] - annotation.clauses.number[place]
            spoken = any(
                f.payload == Cue.SAY and place < f.first < found.first and annotation.apart(f.first, place) == 0 for f in annotation.cues
            )
            if (
                distance <= _REJECTION_CLAUSES
                and not _has_subject(annotation, found.first, place, told)
                and (across_speech or not spoken)
                and not any(annotation.tokens[i].norm in (".", "!", "?") for i in range(place, found.first))
                and not _of_another_statement(annotation, place, found.first)
            ):
                return " ".join(t.text for t in annotation.tokens[found.first : found.last])
    return None
