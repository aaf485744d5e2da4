"""Things that are told apart by a number: line 4 is not line 5, the second round not the third."""

from __future__ import annotations

from collections.abc import Container, Sequence

from factcheck.language.ordinals import read_ordinal
from factcheck.language.tokens import Kind, Token
from factcheck.matching.alignment import SAME_WORD, Fill, candidates_for
from factcheck.matching.annotation import Annotation
from factcheck.matching.questions import Template
from factcheck.model import Step

# A number that tells a thing from its like is short; years and amounts are no such numbers.
_MOST_DIGITS = 2


def another_number(template: Template, fills: Sequence[Fill], annotation: Annotation, *, by_words: bool = False) -> Step | None:
    """Return the step that says so where the claim has a noun with a number of its own, and the sentence has another beside it.

    Not where the sentence has the noun a second time, with the claim's number or without any.

    Args:
        template: The wording.
        fills: How its slots are filled.
        annotation: The sentence.
        by_words: Whether words decide; then a count beside a noun may be its number too.
    """
    wording = template.wording
    kept = {"ordinal", "number"} if by_words else {"ordinal"}
    valued = {i for v in wording.values if v.kind not in kept for i in range(v.first, v.last)}
    told = {i for v in annotation.values if v.kind not in kept for i in range(v.first, v.last)}
    for fill in fills:
        if fill.term is None or fill.slot.is_name or fill.credit < SAME_WORD:
            continue
        own = _number(wording.tokens, fill.slot.first, fill.slot.last, wording.language, valued)
        if own is None:
            continue
        terms = [annotation.terms[i] for i, alike, _ in candidates_for(fill.slot, annotation) if alike >= SAME_WORD]
        numbers = [_number(annotation.tokens, t.first, t.last, annotation.language, told) for t in terms]
        if numbers and None not in numbers and own not in numbers:
            term = fill.term
            return Step("names", "another thing", " ".join(t.text for t in annotation.tokens[max(0, term.first - 1) : term.last + 1]))
    return None


def _number(tokens: Sequence[Token], first: int, last: int, language: str | None, values: Container[int]) -> int | None:
    """Return the number that stands right beside a noun and is no value: line 5, fifth line, 5th line, الخط الخامس; None without one."""
    if last < len(tokens) and last not in values and tokens[last].kind is Kind.NUMBER and _is_short(tokens[last]):
        return int(tokens[last].norm)
    behind = read_ordinal(tokens, last, language)
    if behind is not None and last not in values:
        return behind[1]
    # An ordinal may have two words: twenty-first.
    found = (read_ordinal(tokens, i, language) for i in (first - 1, first - 2, first - 3) if i not in values)
    return next((ordinal[1] for ordinal in found if ordinal is not None and ordinal[0] == first), None)


def _is_short(token: Token) -> bool:
    return token.norm.isdecimal() and len(token.norm) <= _MOST_DIGITS
