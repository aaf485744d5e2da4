"""Things that are told apart by a number: line 4 is not line 5, the second round not the third."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.language.ordinals import read_ordinal
from factcheck.language.tokens import Kind, Token
from factcheck.matching.alignment import SAME_WORD, Fill, candidates_for
from factcheck.matching.annotation import Annotation
from factcheck.model import Step

if TYPE_CHECKING:
    from collections.abc import Collection

    from factcheck.matching.questions import Template

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
    kept = {"number"} if by_words else set()
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


def _number(tokens: Sequence[Token], first: int, last: int, language: str | None, values: Collection[int]) -> int | None:
    """Return the number that stands right beside a noun and is no value: line 5, fifth line, 5th line, الخط الخامس; None without one."""
    if last < len(tokens) and last not in values and tokens[last].kind is Kind.NUMBER and _is_short(tokens[last]):
        following = tokens[last + 1] if last + 1 < len(tokens) else None
        if following is None or following.norm not in ("%", ".", ",") or following.kind is not Kind.NUMBER:
            return int(tokens[last].norm)
    behind = read_ordinal(tokens, last, language)
    if behind is not None:
        return behind[1]
    before = next(
        (found for i in (first - 1, first - 2) if (found := read_ordinal(tokens, i, language)) is not None and found[0] == first), None
    )
    return None if before is None else before[1]


def _is_short(token: Token) -> bool:
    return token.norm.isdecimal() and len(token.norm) <= _MOST_DIGITS
