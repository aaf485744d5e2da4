"""The screen of `factcheck list`: every question with its status, its claims, and the sources behind each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.model import QuestionFinding, Report
from factcheck.reports.layout import BLANK, Piece, Row, Style, View, foreign, row
from factcheck.reports.lookup import Lookup
from factcheck.reports.phrases import backing, counted, in_order, named, next_steps, question_heading, totals
from factcheck.reports.selection import CONTESTED

# So many ids can be taken in at a glance; `show` names them all.
_NAMED = 12


def rows(report: Report, view: View) -> Iterator[Row]:
    """Yield the whole screen."""
    lookup = Lookup(report)
    ordered = in_order(report.findings)
    for finding in ordered:
        yield from _question(finding, lookup)
        yield BLANK
    if not ordered:
        yield row("No question fits what you asked for.")
        yield BLANK
        yield next_steps(view, ["list"])
        return
    yield row(totals(report), style=Style.STRONG, hang=2)
    first = ordered[0]
    commands = [["conflicts"]] if first.status in CONTESTED else []
    yield next_steps(view, *commands, ["show", first.question.id])


def _question(finding: QuestionFinding, lookup: Lookup) -> Iterator[Row]:
    yield from question_heading(finding, lookup)
    # Where the answer changes with time, a source means little without its date.
    dated = lookup if finding.question.evolves else None
    for each in finding.claims:
        yield row("- ", foreign(each.claim.text), indent=4, hang=2)
        yield _sources(backing(len(each.supported_by), each.independent), each.supported_by, dated)
        if each.denied_by:
            yield _sources(f"denied by {counted(len(each.denied_by), 'source')}", each.denied_by, dated)
    for value, sources in finding.other_values:
        yield row("- ", foreign(value), " (a value that no claim lists)", indent=4, hang=2)
        yield _sources(backing(len(sources), len(lookup.voices(sources))), sources, dated)
    for source in finding.self_contradicting:
        both = lookup.reports_both_only(finding.question.id, [source])
        yield row(foreign(source), " reports both" if both else " contradicts itself", indent=4, hang=2, style=Style.STRONG)


def _sources(count: str, sources: Sequence[str], dated: Lookup | None) -> Row:
    parts: list[str | Piece] = [f"{count}: ", *named(sources, _NAMED, dated=dated)] if sources else [Piece(count, Style.FAINT)]
    return row(*parts, indent=6, hang=2)
