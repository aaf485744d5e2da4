"""What a sentence says of a claim, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from factcheck.model.catalogue import Claim, Question
from factcheck.model.source import Source


class Stance(StrEnum):
    """What one sentence does with one claim."""

    SUPPORTS = "supports"
    DENIES = "denies"
    MENTIONS = "mentions"


@dataclass(frozen=True, slots=True)
class Step:
    """One decision on the way from a sentence to a stance, for a reader who asks why.

    Attributes:
        name: Stable name of the step, such as `value`, `negation`, `attribution`.
        outcome: Stable word for what it found.
        detail: The words or figures behind the outcome; empty where there is nothing to add.
    """

    name: str
    outcome: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ScorePart:
    """What one piece of a wording adds to a score; the points of all parts together are the score, exactly.

    Attributes:
        wording: The piece, as typed; None where the part stands for no piece: points taken off because the sentence speaks
            of another time, or all points of a claim that the sentence before tells and this one only rejects.
        said: The words of the sentence that fill it, as printed, or None where none does. Without a piece, the words for
            which points are taken off.
        borrowed: Whether the words around the sentence fill it.
        opposite: Whether `said` is the opposite of the piece.
        points: Tenths of a point at the finest; negative where something is taken off.
        of: The points that it could have had; those of all pieces together are 100.
    """

    wording: str | None
    said: str | None
    borrowed: bool
    opposite: bool
    points: float
    of: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one sentence of one source says about one claim.

    Attributes:
        question: Question id.
        claim: Claim id, or None where the sentence gives a value that no claim lists.
        source: Source id.
        stance: Supports, denies or mentions.
        start, end: The quoted stretch; `source.text[start:end] == quote`.
        line, column: Of `start`, from 1.
        quote: The exact text.
        score: How fully the sentence says what the claim says, 0 to 100.
        value: The deciding value in normal form, or None for claims told apart by words.
        attributed_to: Who says it, as printed, or None for the article's own voice.
        hedged: Whether the sentence commits only with a hedge (reportedly, is expected to).
        marks: Offsets of the deciding words, in order, inside `start` to `end`.
        steps: The decisions that led here, in order.
        parts: What the score is made of, in the order of the wording; their points add up to `score`.
    """

    question: str
    claim: str | None
    source: str
    stance: Stance
    start: int
    end: int
    line: int
    column: int
    quote: str
    score: float
    value: str | None = None
    attributed_to: str | None = None
    hedged: bool = False
    marks: tuple[tuple[int, int], ...] = ()
    steps: tuple[Step, ...] = ()
    parts: tuple[ScorePart, ...] = ()


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A sentence that comes near a claim and says nothing of it that counts, with the step that stopped it.

    Attributes:
        question: Question id.
        claim: Claim id, or None where the sentence gives a value that no claim lists.
        source: Source id.
        start, end, line, column, quote, marks: As in `Evidence`.
        wording: The wording that the sentence was held against, as typed.
        score: How fully the sentence says what the wording says, 0 to 100.
        stopped_by: What stood in the way.
        value: The value that was tried, as printed, or None.
        parts: What the score is made of; their points add up to `score`.
    """

    question: str
    claim: str | None
    source: str
    start: int
    end: int
    line: int
    column: int
    quote: str
    wording: str
    score: float
    stopped_by: Step
    value: str | None = None
    marks: tuple[tuple[int, int], ...] = ()
    parts: tuple[ScorePart, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """What one source says on one question, and what it nearly says.

    Attributes:
        question: The question.
        source: The source.
        evidence: All its evidence on the question, in text order.
        misses: The nearest misses, best score first; never of a sentence and a claim that have evidence together.
    """

    question: Question
    source: Source
    evidence: tuple[Evidence, ...] = ()
    misses: tuple[NearMiss, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """One claim that a sentence concerns.

    Attributes:
        question: Question id.
        claim: The claim.
        stance: What the sentence says of it. Beyond evidence, it also denies what it states the contrary of.
        score: How much of one another sentence and claim say, 0 to 100.
        shared: The words of the sentence that the claim has too, as printed, in text order.
        steps: The decisions that led to the stance, in order.
        value: The deciding value in normal form, or None.
        attributed_to: Who says it, as printed, or None.
        hedged: Whether the sentence commits only with a hedge.
    """

    question: str
    claim: Claim
    stance: Stance
    score: float
    shared: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    value: str | None = None
    attributed_to: str | None = None
    hedged: bool = False


@dataclass(frozen=True, slots=True)
class Matched:
    """A sentence with the claims of the catalogue that it concerns.

    Attributes:
        text: The sentence.
        language: ISO 639-1 code, or None where it could not be told.
        matches: Best first; empty where it concerns no claim.
    """

    text: str
    language: str | None = None
    matches: tuple[Match, ...] = ()
