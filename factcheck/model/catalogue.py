"""The catalogue: questions with their rival claims."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from factcheck.problems import Location


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
