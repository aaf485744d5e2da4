"""Whether what tells a claim apart is but one of two things that a sentence leaves open: excessive speed or a broken rail."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcheck.language.knowledge import section
from factcheck.language.tokens import Kind
from factcheck.matching.annotation import Annotation
from factcheck.matching.wordings import Wording

# So many tokens may stand between "or" and what it joins: or perhaps a broken rail.
_TO_JOINED = 4


def left_open(annotation: Annotation, wording: Wording, deciding: Sequence[int]) -> str | None:
    """Return the "or" that joins the words that tell a claim apart to something else in their clause, or None.

    Args:
        annotation: The sentence.
        wording: The wording; one that leaves something open itself is told by a sentence that does.
        deciding: First tokens of the words that tell the claim apart.
    """
    joining = _joining(annotation.language)
    if not joining or not deciding or any(t.text.lower() in _joining(wording.language) for t in wording.tokens):
        return None
    tokens = annotation.tokens
    for i, token in enumerate(tokens):
        if token.text.lower() not in joining or i + 1 >= len(tokens) or tokens[i + 1].kind is not Kind.WORD:
            continue
        behind, before = min(deciding) - i, i - max(deciding)
        if (
            0 < max(behind, before) <= _TO_JOINED
            and annotation.apart(i, deciding[0]) <= 1
            and _joins(annotation, i, min(i, *deciding), max(i, *deciding))
        ):
            return token.text
    return None


@cache
def _joining(language: str | None) -> frozenset[str]:
    """Return the words of a language for "or" as they are written, unfolded: an accent tells où from ou."""
    return frozenset(map(str, section(language, "alternatives"))) if language else frozenset()


def _joins(annotation: Annotation, i: int, first: int, last: int) -> bool:
    """Return whether no mark parts an "or" from the words beside it."""
    return all(annotation.tokens[j].kind is not Kind.MARK or j == i for j in range(first, last))
