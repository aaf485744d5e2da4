"""Evidence in little room: what many sentences have in common stands in memory once.

What other processes or the store hand over has a copy of its own of every text; of forty thousand sentences, these are half of what
they take up.
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.model import Evidence, ScorePart, Step


class Sharing:
    """What was met so far, of equal ones the first."""

    def __init__(self) -> None:
        """Start with nothing."""
        self._texts: dict[str, str] = {}
        self._steps: dict[Step, Step] = {}
        self._points: dict[float, float] = {}
        self._numbers: dict[int, int] = {}
        self._parts: dict[ScorePart, ScorePart] = {}

    def of(self, evidence: Evidence) -> Evidence:
        """Return equal evidence that has its ids, places, steps and parts in common with what was asked before."""
        number = self._numbers.setdefault
        return replace(
            evidence,
            start=number(evidence.start, evidence.start),
            end=number(evidence.end, evidence.end),
            line=number(evidence.line, evidence.line),
            column=number(evidence.column, evidence.column),
            marks=tuple([(number(first, first), number(last, last)) for first, last in evidence.marks]),
            question=self._text(evidence.question),
            claim=self._known(evidence.claim),
            source=self._text(evidence.source),
            value=self._known(evidence.value),
            steps=tuple([self._steps.setdefault(step, step) for step in evidence.steps]),
            parts=tuple([self._parts.get(part) or self._part(part) for part in evidence.parts]),
        )

    def _text(self, text: str) -> str:
        return self._texts.setdefault(text, text)

    def _known(self, text: str | None) -> str | None:
        return None if text is None else self._text(text)

    def _part(self, part: ScorePart) -> ScorePart:
        points, of = (self._points.setdefault(each, each) for each in (part.points, part.of))
        shared = replace(part, wording=self._known(part.wording), said=self._known(part.said), points=points, of=of)
        return self._parts.setdefault(shared, shared)
