"""The screen of `factcheck test`: which of the catalogue's own examples hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from factcheck.model import Example
from factcheck.reports.layout import BLANK, Row, Style, View, foreign, joined, paint, row
from factcheck.reports.phrases import counted
from factcheck.reports.text_evidence import location_row


class ExampleResult(Protocol):
    """What running one example gave."""

    @property
    def question(self) -> str:
        """Id of the question that the example ships with."""

    @property
    def example(self) -> Example:
        """The sentence, and the claim that it must support."""

    @property
    def got(self) -> tuple[str, ...]:
        """Ids of the claims that the sentence was found to support, in catalogue order."""

    @property
    def passed(self) -> bool:
        """Whether that is what the example says."""


def render(results: Sequence[ExampleResult], view: View) -> str:
    """Return the screen: each example with its sentence, those that fail with what was found, then the totals."""
    return paint(_rows(results), view)


def _rows(results: Sequence[ExampleResult]) -> Iterator[Row]:
    if not results:
        yield row("The catalogue has no examples.")
        yield row("An example is a sentence and the claim that it must support; it stands under `examples:` of a question.", hang=2)
        return
    for result in results:
        yield from _result(result)
    yield BLANK
    failed = sum(not result.passed for result in results)
    held = len(results) - failed
    total = f"{counted(held, 'example')} {'holds' if held == 1 else 'hold'}"
    yield row(total + (f" · {failed} failed" if failed else ""), style=Style.ALARM if failed else Style.GOOD)


def _result(result: ExampleResult) -> Iterator[Row]:
    example = result.example
    if result.passed:
        yield row("holds   ", foreign(example.says), hang=8, style=Style.GOOD)
        return
    yield row("failed  ", foreign(example.says), hang=8, style=Style.ALARM)
    wanted = foreign(example.supports) if example.supports is not None else "no claim"
    yield row("must support ", wanted, indent=8, hang=2)
    yield row("supports ", *(joined([[foreign(claim)] for claim in result.got], ", ") or ["no claim"]), indent=8, hang=2)
    yield row("question ", foreign(result.question), indent=8, hang=2)
    if example.location is not None:
        yield location_row(example.location, 8)
