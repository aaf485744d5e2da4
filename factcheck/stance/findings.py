"""A finding: what one sentence may say about one claim, while the decision is still being made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol, Self, TypeVar

from factcheck.language.values import Value
from factcheck.matching.alignment import Fill
from factcheck.model import Evidence, Stance, Step


class Mentioned(Protocol):
    """Where the mention of a value stands: the tokens `first` to `last`, exclusive, of its sentence; and its kind."""

    @property
    def first(self) -> int: ...  # noqa: D102
    @property
    def last(self) -> int: ...  # noqa: D102
    @property
    def kind(self) -> str: ...  # noqa: D102


class Side(Protocol):
    """What is compared between findings: the attributes of `Finding` that say so, whatever else is known of it."""

    @property
    def claim(self) -> int | None: ...  # noqa: D102
    @property
    def sentence(self) -> int: ...  # noqa: D102
    @property
    def stance(self) -> Stance: ...  # noqa: D102
    @property
    def score(self) -> float: ...  # noqa: D102
    @property
    def mass(self) -> float: ...  # noqa: D102
    @property
    def place(self) -> int: ...  # noqa: D102
    @property
    def value(self) -> Mentioned | None: ...  # noqa: D102
    @property
    def speaker(self) -> str | None: ...  # noqa: D102
    @property
    def rejects(self) -> int | None: ...  # noqa: D102

    def turned_into(self, stance: Stance, *steps: Step) -> Self:
        """Return the same with another stance and further steps."""
        ...


AnySide = TypeVar("AnySide", bound=Side)


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence held against one claim.

    Attributes:
        claim: Index of the claim among the rivals, or None for a value that no claim lists.
        sentence: Index of the sentence.
        stance: What it says, as far as decided.
        score: From 0 to 1.
        mass: How much of the event the sentence tells; compared between questions only.
        place: The token around which the claim was found.
        value: The deciding value, or None.
        fills: How the slots were filled.
        hedged: Whether the sentence commits only with a hedge.
        steps: The decisions so far.
        speaker: Who says it, as printed, or None for the article's own voice.
        rejects: Index of the sentence before that it rejects, where it does no more than that; else None.
    """

    claim: int | None
    sentence: int
    stance: Stance
    score: float
    mass: float
    place: int
    value: Value | None = None
    fills: tuple[Fill, ...] = ()
    hedged: bool = False
    steps: tuple[Step, ...] = ()
    speaker: str | None = None
    rejects: int | None = None

    def turned_into(self, stance: Stance, *steps: Step, claim: int | None = None) -> Finding:
        """Return the finding with another stance and further steps, for another claim where one is given."""
        return replace(self, stance=stance, steps=(*self.steps, *steps), claim=self.claim if claim is None else claim)


@dataclass(frozen=True, slots=True)
class Mention:
    """Where the mention of a value stands in its sentence, and its kind; see `Mentioned`."""

    first: int
    last: int
    kind: str


@dataclass(frozen=True, slots=True)
class Told:
    """A finding as it is kept: what decides between it and others, and the evidence that it is, should it stand.

    Attributes:
        claim, sentence, stance, score, mass, place, steps, speaker, rejects: As in `Finding`.
        value: Where the deciding value stands, or None.
        evidence: As the sentence alone has it; `steps` there holds only what comes after those of the finding.
    """

    claim: int | None
    sentence: int
    stance: Stance
    score: float
    mass: float
    place: int
    value: Mention | None
    speaker: str | None
    rejects: int | None
    steps: tuple[Step, ...]
    evidence: Evidence

    def turned_into(self, stance: Stance, *steps: Step) -> Told:
        """Return the same with another stance and further steps."""
        return replace(self, stance=stance, steps=(*self.steps, *steps))

    def as_evidence(self) -> Evidence:
        """Return the evidence that it is in the end."""
        return replace(self.evidence, stance=self.stance, steps=(*self.steps, *self.evidence.steps))


@dataclass(frozen=True, slots=True)
class Miss:
    """One sentence that was held against one wording and came to nothing, with the step that stopped it.

    Attributes:
        claim: Index of the wording's claim among the rivals.
        sentence: Index of the sentence.
        wording: The wording, as typed.
        score: From 0 to 1: how full the wording's slots were.
        fills: How the slots were filled.
        step: What stood in the way.
        value: The value that was tried, or None.
    """

    claim: int
    sentence: int
    wording: str
    score: float
    fills: tuple[Fill, ...]
    step: Step
    value: Value | None = None


# Where misses are gathered for a reader who asks why; None in an ordinary run, which then spares the work.
Misses = list[Miss] | None


def best_by_claim(findings: Sequence[AnySide]) -> list[AnySide]:
    """Return the strongest finding for each claim, stance, sentence and value, in order of sentence and place."""
    best: dict[tuple[object, ...], AnySide] = {}
    for finding in findings:
        value = None if finding.claim is not None or finding.value is None else (finding.value.first, finding.value.last)
        key = (finding.claim, finding.stance, finding.sentence, value)
        if key not in best or finding.score > best[key].score:
            best[key] = finding
    return sorted(best.values(), key=lambda f: (f.sentence, -1 if f.claim is None else f.claim, f.place, f.stance))
