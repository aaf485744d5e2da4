"""What the sources say on each question, held against one another."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from factcheck.model.catalogue import Claim, Question
from factcheck.model.evidence import Evidence
from factcheck.model.source import Source
from factcheck.problems import Problem


class Status(StrEnum):
    """How the sources stand on one question; the first that fits, in this order."""

    CONFLICT = "conflict"
    SELF_CONTRADICTION = "self-contradiction"
    UPDATED = "updated"
    AGREEMENT = "agreement"
    SINGLE = "single"
    SILENT = "silent"


class Others(Sequence[str]):
    """All ids but some, in the order of all; equal to any sequence of the same ids.

    Of each of many questions nearly all of many sources say nothing: listing them for each would fill the memory.
    """

    def __init__(self, everything: Collection[str], without: frozenset[str]) -> None:
        """Take all ids, each once, and those of them that are not meant."""
        self._everything = everything
        self._without = without

    def __len__(self) -> int:
        return len(self._everything) - len(self._without)

    def __iter__(self) -> Iterator[str]:
        return (each for each in self._everything if each not in self._without)

    def __getitem__(self, place: Any) -> Any:
        return tuple(self)[place]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))


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
    silent: Sequence[str] = ()


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
