"""What a report says of one question, claim or source, found without going through all of it again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.model import Evidence, Position, Report, Source, Stance


@dataclass(frozen=True, slots=True)
class Voice:
    """An independent source with the sources that only repeat it.

    Attributes:
        source: Id of the original, or of the first copy where the original is not among them.
        copies: Ids of the others, in source order.
    """

    source: str
    copies: tuple[str, ...] = ()


class Lookup:
    """An index over one report."""

    def __init__(self, report: Report) -> None:
        self._copy_of = report.copy_of
        self._sources = {source.id: source for source in report.sources}
        self._positions = {(position.question, position.source): position for position in report.positions}
        self._evidence: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
        for evidence in report.evidence:
            self._evidence[evidence.question, evidence.source].append(evidence)

    def source(self, source_id: str) -> Source | None:
        """Return the source with this id, or None where the report lists none."""
        return self._sources.get(source_id)

    def position(self, question: str, source: str) -> Position | None:
        """Return what a source says on a question, or None where it says nothing."""
        return self._positions.get((question, source))

    def evidence(
        self, question: str, source: str, *, stance: Stance | None = None, claim: str | None = None, value: str | None = None
    ) -> tuple[Evidence, ...]:
        """Return a source's evidence on a question in text order.

        Args:
            question: Question id.
            source: Source id.
            stance: Only this stance; None for all.
            claim: Only on this claim; None for all.
            value: Only where no claim lists this value; None for all.
        """
        found: Iterable[Evidence] = self._evidence.get((question, source), ())
        if stance is not None:
            found = (each for each in found if each.stance is stance)
        if claim is not None:
            found = (each for each in found if each.claim == claim)
        if value is not None:
            found = (each for each in found if each.claim is None and each.value == value)
        return tuple(found)

    def original(self, source: str) -> str:
        """Return the id of the source that this one repeats in the end, or its own id."""
        seen = {source}
        while (earlier := self._copy_of.get(source)) is not None and earlier not in seen:
            seen.add(earlier)
            source = earlier
        return source

    def copied_from(self, source: str) -> str | None:
        """Return the id of the source that this one repeats nearly word for word, or None."""
        return self._copy_of.get(source)

    def voices(self, sources: Iterable[str]) -> tuple[Voice, ...]:
        """Return `sources` with copies folded under their original, in the order in which each voice is first met."""
        groups: dict[str, list[str]] = {}
        for source in sources:
            groups.setdefault(self.original(source), []).append(source)
        return tuple(
            Voice(head, tuple(source for source in group if source != head))
            for original, group in groups.items()
            for head in [original if original in group else group[0]]
        )

    def reports_both_only(self, question: str, sources: Iterable[str]) -> bool:
        """Tell whether each of `sources` (at least one) gives two answers only as the words of two speakers."""
        positions = [self.position(question, source) for source in sources]
        return bool(positions) and all(position is not None and position.reports_both for position in positions)
