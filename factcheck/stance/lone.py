"""What a sentence says of a claim alone, without rivals: the same, the contrary, or something of the same matter.

The contrary is said where one text alone is called false or negated, where a word of the one has its opposite in the
other, where one alone says that the thing failed or was refused, and where all is the same but a figure or a thing of one
sort, such as a country. Few shared words are no sign of it, nor is one word more or less.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.language.cues import Cue
from factcheck.language.values import Value, compare, normal_form
from factcheck.matching.annotation import Annotation
from factcheck.matching.flagging import TURNING
from factcheck.model import Stance, Step
from factcheck.stance.counterparts import RELATED, SAME, Piece, Side, side_by_side

# What calls false whatever stands beside it.
_CALLS_FALSE = (Cue.DEBUNK, Cue.DENIAL, Cue.REJECTION)
# To say the same, a sentence must say this much of the claim; to say the contrary, this much of what else it says.
_AGREES = 0.7
_CONTRADICTS = 0.3
# What calls a claim false often repeats little of it; a claim that itself calls something false must be told.
_CALLED_FALSE = 0.15
# Where one thing stands for another, all else must be the same: this much of both texts.
_ALL_ELSE = 0.45
# Another figure contradicts where this much of the event is the same.
_EVENT = 0.5
# A piece of at least this weight tells something; less has what names alone or says little.
_CONTENT = 0.7
# A negator speaks for the first words that it reaches, not for all that follow.
_REACHED = 2
# A word that undoes is told from another sense of its letters by standing beside what it undoes.
_UNKNOWN = 0.45
# Figures as near as this are two accounts of one matter, and neither confirm nor contradict.
_CLOSE = Decimal("0.05")
_CONFIRMING = ("equal", "rounds", "bound", "partial")


def lone_stance(
    claim: str,
    sentence: str,
    names: Sequence[tuple[str, tuple[str, ...]]] = (),
    synonyms: Sequence[tuple[str, ...]] = (),
    languages: tuple[str | None, str | None] = (None, None),
) -> tuple[Stance, tuple[Step, ...]]:
    """Return what `sentence` says of `claim`, and why; the arguments are those of `side_by_side`.

    Returns:
        `SUPPORTS` for the same, `DENIES` for the contrary, `MENTIONS` for what is neither; with one step for each reason.
    """
    ours, theirs = side_by_side(claim, sentence, names, synonyms, languages)
    false = tuple(_called_false(ours, theirs))
    contrary = (*false, *_contrary(ours, theirs))
    if contrary:
        told = bool(false) or ours.coverage >= _CONTRADICTS
        # "Will not open on 15 April" says nothing against an opening in June.
        of_another = {"negation", "value"} <= {step.name for step in contrary}
        put_forward = not _is_asked(theirs.annotation) and not _is_weak(ours, theirs) and not of_another
        return Stance.DENIES if told and put_forward else Stance.MENTIONS, contrary
    doubts = tuple(_doubts(ours, theirs))
    if doubts:
        return Stance.MENTIONS, doubts
    return Stance.SUPPORTS, (Step("claim", "told", f"{100 * ours.coverage:.0f}%"),)


def _contrary(ours: Side, theirs: Side) -> Iterator[Step]:
    all_else = min(ours.coverage, theirs.coverage) >= _ALL_ELSE
    if all_else:
        yield from _swaps(ours, theirs)
    if any(_not_named(ours)):
        # Of somebody else the contrary may well be true.
        return
    yield from _opposites(ours, theirs)
    yield from _negations(ours, theirs)
    if all_else:
        yield from _undone(ours, theirs)
    if _is_same_event(ours):
        yield from _other_values(ours, theirs)


def _not_named(ours: Side) -> Iterator[Piece]:
    """Yield the names of the claim that the sentence does not have."""
    for piece, credit in zip(ours.pieces, ours.credit, strict=True):
        if credit < RELATED and piece.slot.is_name:
            yield piece


def _is_same_event(ours: Side) -> bool:
    """Return whether the sentence has most of what the claim says of its event: founded in 2015 is not left in 2018."""
    told = [(p.slot.weight, credit) for p, credit in zip(ours.pieces, ours.credit, strict=True) if p.slot.is_predicate() and not p.kinds]
    return sum(weight * credit for weight, credit in told) >= _EVENT * sum(weight for weight, _ in told) > 0


def _pairs(ours: Side, theirs: Side) -> Iterator[tuple[int, int]]:
    """Yield the indexes of each piece of the claim and of its counterpart, where both say what happened."""
    for i, j in enumerate(ours.counterpart):
        if j is not None and ours.pieces[i].slot.is_predicate() and theirs.pieces[j].slot.is_predicate():
            yield i, j


def _words(one: Piece, other: Piece) -> str:
    return f"{one.slot.text} / {other.slot.text}"


def _cues(side: Side, kinds: Sequence[Cue]) -> list[str]:
    """Return the words of all cues of some kinds."""
    tokens = side.annotation.tokens
    return [" ".join(t.text for t in tokens[f.first : f.last]) for f in side.annotation.cues if f.payload in kinds]


def _called_false(ours: Side, theirs: Side) -> Iterator[Step]:
    for one, other, least in ((theirs, ours, _CALLED_FALSE), (ours, theirs, _ALL_ELSE)):
        words = _cues(one, _CALLS_FALSE)
        if words and ours.coverage >= least and not _turns(other) and not _cues(other, _CALLS_FALSE):
            yield Step("false", "called false", words[0])


def _opposites(ours: Side, theirs: Side) -> Iterator[Step]:
    for i, j in _pairs(ours, theirs):
        one, other = ours.pieces[i], theirs.pieces[j]
        if ours.opposed[i] and one.turned == other.turned:
            yield Step("opposite", "opposite words", _words(one, other))


def _negations(ours: Side, theirs: Side) -> Iterator[Step]:
    # Where both negate something, or one negates and the other says that it failed, nobody knows how often it is turned.
    if _turns(ours) and _turns(theirs):
        return
    for i, j in _pairs(ours, theirs):
        one, other = ours.pieces[i], theirs.pieces[j]
        same = not ours.opposed[i] and ours.credit[i] >= SAME and not one.kinds
        if same and one.turned != other.turned and (_first_reached(ours, one) or _first_reached(theirs, other)):
            yield Step("negation", "negated in one only", _words(one, other))


def _turns(side: Side) -> bool:
    return bool(_cues(side, TURNING)) or any(piece.undoes for piece in side.pieces)


def _first_reached(side: Side, piece: Piece) -> bool:
    """Return whether a negator reaches a piece among the first."""
    return piece.turned and any(
        found.payload in TURNING
        and found.last <= piece.first
        and sum(found.last <= other.first < piece.first for other in side.pieces) < _REACHED
        for found in side.annotation.cues
    )


def _undone(ours: Side, theirs: Side) -> Iterator[Step]:
    for one, other in ((theirs, ours), (ours, theirs)):
        if _turns(other):
            continue
        for i, piece in enumerate(one.pieces):
            beside = any(one.credit[k] >= SAME for k in (i - 1, i + 1) if 0 <= k < len(one.pieces))
            if piece.undoes and not piece.turned and one.credit[i] < _UNKNOWN and beside:
                yield Step("undone", "did not come about in one only", piece.slot.text)


def _swaps(ours: Side, theirs: Side) -> Iterator[Step]:
    mine, others = ([p for p, credit in zip(s.pieces, s.credit, strict=True) if credit < RELATED and p.kinds] for s in (ours, theirs))
    for one in mine:
        for other in others:
            if not one.kinds.isdisjoint(other.kinds):
                yield Step("words", "another of its sort", _words(one, other))


def _other_values(ours: Side, theirs: Side) -> Iterator[Step]:
    for value in ours.annotation.values:
        stated = [v for v in theirs.annotation.values if v.kind == value.kind]
        if stated and all(compare(value, v) == "different" and not _close(value, v) for v in stated):
            yield Step("value", "another value", f"{normal_form(value)} / {', '.join(map(normal_form, stated))}")


def _close(one: Value, other: Value) -> bool:
    if one.amount is None or other.amount is None or one.kind == "ordinal":
        return False
    return abs(one.amount - other.amount) <= _CLOSE * max(abs(one.amount), abs(other.amount))


def _doubts(ours: Side, theirs: Side) -> Iterator[Step]:
    """Yield what keeps a sentence that does not contradict the claim from saying the same."""
    if ours.coverage < _AGREES:
        yield Step("claim", "told in part", f"{100 * ours.coverage:.0f}%")
    own, other = _words_of_its_own(ours), _words_of_its_own(theirs)
    if own and other:
        # One may stand in place of the other, and nothing tells whether they mean the same.
        yield Step("words", "of its own in each", f"{own[0]} / {other[0]}")
    for value in ours.annotation.values:
        if not any(compare(value, stated) in _CONFIRMING for stated in theirs.annotation.values):
            yield Step("value", "not stated", normal_form(value))
    missing = [p.slot.text for p, credit in zip(ours.pieces, ours.credit, strict=True) if credit < RELATED and (p.kinds or p.slot.is_name)]
    if missing:
        yield Step("names", "missing", ", ".join(missing))
    if _is_asked(theirs.annotation) and not _is_asked(ours.annotation):
        yield Step("assertion", "question")
    if _is_weak(ours, theirs):
        yield Step("assertion", "possibility or plan")


def _words_of_its_own(side: Side) -> list[str]:
    return [p.slot.text for p, credit in zip(side.pieces, side.credit, strict=True) if credit < RELATED and p.slot.weight >= _CONTENT]


def _is_asked(annotation: Annotation) -> bool:
    return any(annotation.scopes.asked)


def _is_weak(ours: Side, theirs: Side) -> bool:
    """Return whether the sentence puts forward as possible or planned what the claim puts forward as it is."""
    pairs = list(_pairs(ours, theirs))
    return any(_weakened(theirs, j) for _, j in pairs) and not any(_weakened(ours, i) for i, _ in pairs)


def _weakened(side: Side, index: int) -> bool:
    scopes, first = side.annotation.scopes, side.pieces[index].first
    return scopes.possible[first] or scopes.intended[first]
