"""What a score is made of: the points of each piece of a wording, which add up to the score exactly."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.cues import Cue
from factcheck.language.phrases import Found
from factcheck.language.tokens import Token
from factcheck.language.values import Value
from factcheck.matching.alignment import Fill, heard_share, share, weights
from factcheck.matching.annotation import Annotation
from factcheck.matching.wordings import Wording
from factcheck.model import ScorePart

# A point has ten tenths: scores are reported with one decimal.
_TENTHS = 10
_WHOLE = 100 * _TENTHS


def score_parts(
    score: float,
    fills: Sequence[Fill],
    wording: Wording | None,
    annotation: Annotation,
    text: str,
    value: Value | None = None,
    *,
    by_value: bool = False,
) -> tuple[ScorePart, ...]:
    """Return the parts of a score in the order of `fills`, then what was taken off; their points add up to it in tenths.

    Args:
        score: From 0 to 1.
        fills: How the wording's slots were filled; empty where the claim is told by the sentence before.
        wording: The wording, or None where it is not known.
        annotation: The sentence.
        text: The text that the offsets of the sentence's tokens count in.
        value: The deciding value, or None.
        by_value: Whether a value decides the question; then words that the article never uses weigh less.
    """
    wanted = round(_TENTHS * points_of(score))
    if not fills:
        return (ScorePart(None, None, borrowed=True, opposite=False, points=wanted / _TENTHS, of=_WHOLE / _TENTHS),)
    weighed = weights(fills, heard=by_value)
    total = sum(weighed)
    filled = round(_TENTHS * points_of(heard_share(fills) if by_value else share(fills)))
    gained = apportion([_WHOLE * weight * f.credit / total for weight, f in zip(weighed, fills, strict=True)], filled)
    lost = apportion([_WHOLE * weight * (1.0 - f.credit) / total for weight, f in zip(weighed, fills, strict=True)], _WHOLE - filled)
    parts = [
        ScorePart(
            wording=f.slot.text if wording is None else printed(wording.tokens, f.slot.first, f.slot.last, wording.text),
            said=None if f.term is None else printed(annotation.tokens, f.term.first, f.term.last, text),
            borrowed=f.borrowed,
            opposite=f.turned,
            points=mine / _TENTHS,
            of=(mine + rest) / _TENTHS,
        )
        for f, mine, rest in zip(fills, gained, lost, strict=True)
    ]
    if wanted != filled:
        cue = None if value is None else _another_time(annotation, value)
        said = None if cue is None else printed(annotation.tokens, cue.first, cue.last, text)
        parts.append(ScorePart(None, said, borrowed=False, opposite=False, points=(wanted - filled) / _TENTHS, of=0.0))
    return tuple(parts)


def points_of(score: float) -> float:
    """Return a score from 0 to 1 as points from 0 to 100, with one decimal."""
    return round(100 * score, 1)


def printed(tokens: Sequence[Token], first: int, last: int, text: str) -> str:
    """Return the tokens from `first` to `last` (exclusive) as they stand in `text`, which their offsets count in."""
    return text[tokens[first].start : tokens[last - 1].end]


def apportion(exact: Sequence[float], total: int) -> list[int]:
    """Return the numbers of `exact`, none negative, rounded to whole ones that add up to `total`.

    Each is rounded down, and what is left goes to those that lost most by it; of equals, to the first. What is 0 stays 0.

    Args:
        exact: Numbers whose sum rounds to `total`.
        total: What the result adds up to.
    """
    whole = [int(number) for number in exact]
    order = sorted((i for i, number in enumerate(exact) if number), key=lambda i: (whole[i] - exact[i], i))
    for i in order[: total - sum(whole)]:
        whole[i] += 1
    return whole


def _another_time(annotation: Annotation, value: Value) -> Found | None:
    """Return the words of the value's clause that speak of another time, or None."""
    return next((f for f in annotation.cues if f.payload == Cue.ANOTHER_TIME and annotation.apart(f.first, value.first) == 0), None)
