"""The nouns of factcheck: plain frozen values that every other module shares.

Nothing here reads a file, prints, or decides. Offsets everywhere are code points in a source's decoded
text, counted from 0, with an exclusive end; lines and columns count from 1.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from factcheck.problems import Location, Problem


class QuestionType(StrEnum):
    """What kind of answer a question asks for."""

    YEAR = "year"
    DATE = "date"
    MONEY = "money"
    COUNT = "count"
    PERCENT = "percent"
    NUMBER = "number"
    ENTITY = "entity"
    CHOICE = "choice"
    YESNO = "yesno"


class Stance(StrEnum):
    """What one sentence does with one claim."""

    SUPPORTS = "supports"
    DENIES = "denies"
    MENTIONS = "mentions"


class Status(StrEnum):
    """How the sources stand on one question; the first that fits, in this order."""

    CONFLICT = "conflict"
    SELF_CONTRADICTION = "self-contradiction"
    UPDATED = "updated"
    AGREEMENT = "agreement"
    SINGLE = "single"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Claim:
    """One rival answer to a question.

    Attributes:
        id: Unique in the catalogue.
        text: The claim as its author typed it.
        wordings: The same claim in other words or languages, in file order; `text` is not repeated here.
        location: Where the claim stands in its catalogue file.
    """

    id: str
    text: str
    wordings: tuple[str, ...] = ()
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with the claim it must support; a test that ships with the question.

    Attributes:
        says: The sentence.
        supports: The id of the claim that it supports, or None where it must support none.
        location: Where the example stands in its catalogue file.
    """

    says: str
    supports: str | None
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A point on which sources may differ, with its rival claims in catalogue order.

    Attributes:
        id: Unique in the catalogue.
        text: The question as typed.
        type: The kind of answer, or None where the author left it out (then it is worked out).
        exclusive: Whether a source that backs two rivals contradicts itself.
        evolves: Whether the answer changes with time (a death toll).
        claims: Two or more rivals.
        examples: Tests that ship with the question.
        location: Where the question stands in its catalogue file.
    """

    id: str
    text: str
    type: QuestionType | None = None
    exclusive: bool = True
    evolves: bool = False
    claims: tuple[Claim, ...] = ()
    examples: tuple[Example, ...] = ()
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All questions of a run, with the names and synonyms of all its files together.

    Attributes:
        questions: In file-name order, then order in the file.
        names: Name id to its spellings in any script, in file order. Spellings of one id in several files are joined.
        synonyms: Groups of words or phrases that mean the same in this catalogue.
        paths: The catalogue files that were read, in order, as the user gave them.
    """

    questions: tuple[Question, ...] = ()
    names: tuple[tuple[str, tuple[str, ...]], ...] = ()
    synonyms: tuple[tuple[str, ...], ...] = ()
    paths: tuple[str, ...] = ()


class Part(StrEnum):
    """Which part of an article a sentence belongs to."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article.

    Attributes:
        index: Its place in the article, from 0.
        start: First code point in the source's text.
        end: One past the last code point; `text[start:end]` is the sentence.
        line: Line of `start`, from 1.
        column: Column of `start` in code points, from 1.
        part: Title, heading, or body.
        paragraph: Number of its paragraph, from 0; sentences of one paragraph share it.
    """

    index: int
    start: int
    end: int
    line: int
    column: int
    part: Part = Part.BODY
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A stretch of text that is no part of the article and therefore says nothing.

    Attributes:
        start: First code point of the stretch.
        end: One past its last code point.
        line: Line of `start`, from 1.
        reason: Short stable word for why: `second-article`, `related-links`, `keywords`, `source-line`,
            `byline`, `dateline`, `advertising`, `front-matter`, `menu`, `markup`.
    """

    start: int
    end: int
    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Source:
    """One article.

    Attributes:
        id: Given by front matter or `sources.yaml`, else its path below the sources folder.
        path: As the user gave the folder, joined with `/`.
        text: The decoded text that all offsets count in.
        sentences: The article's sentences in order; what was left out is not among them.
        left_out: What was left out, in order.
        title: Or None where unknown.
        publisher: Or None where unknown.
        published: ISO date (`2025-02-12`, `2025-02` or `2025`), or None where unknown.
        language: ISO 639-1 code, or None where it could not be told.
        url: Or None where unknown.
    """

    id: str
    path: str
    text: str
    sentences: tuple[Sentence, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None


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


@dataclass(frozen=True, slots=True)
class Position:
    """What one source says on one question, from all its evidence.

    Attributes:
        supports: Claim ids in catalogue order.
        denies: Claim ids in catalogue order.
        other_values: Values in normal form that no claim lists, in text order.
        self_contradicting: Whether the source backs two rivals, or backs and denies one claim.
        reports_both: Whether the two sides of a self-contradiction are two different speakers.
    """

    question: str
    source: str
    supports: tuple[str, ...] = ()
    denies: tuple[str, ...] = ()
    other_values: tuple[str, ...] = ()
    self_contradicting: bool = False
    reports_both: bool = False


@dataclass(frozen=True, slots=True)
class ClaimFinding:
    """One claim with the sources behind and against it.

    Attributes:
        claim: The claim.
        supported_by: Source ids in source order.
        denied_by: Source ids in source order.
        independent: How many of the supporting sources are no copies of one another.
    """

    claim: Claim
    supported_by: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()
    independent: int = 0


@dataclass(frozen=True, slots=True)
class QuestionFinding:
    """How all sources stand on one question.

    Attributes:
        other_values: Unlisted values, each with the ids of the sources that give it.
        self_contradicting: Ids of the sources that contradict themselves.
        silent: Ids of the sources that neither support nor deny any claim nor give an unlisted value.
    """

    question: Question
    status: Status
    claims: tuple[ClaimFinding, ...] = ()
    other_values: tuple[tuple[str, tuple[str, ...]], ...] = ()
    self_contradicting: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """Everything one run found.

    Attributes:
        sources: In path order.
        copy_of: Source id to the id of the source it repeats nearly word for word.
        findings: One per question, in catalogue order.
        positions: Those that say anything, in catalogue order, then source order.
        evidence: In catalogue order of the question, then source order, then `start`.
        problems: Everything that a reader should know went wrong or was passed over.
    """

    sources: tuple[Source, ...] = ()
    copy_of: dict[str, str] = field(default_factory=dict)
    findings: tuple[QuestionFinding, ...] = ()
    positions: tuple[Position, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    problems: tuple[Problem, ...] = ()
