"""Short phrases that several text screens share: counts, labels, sources named in a row."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Iterable, Sequence

from factcheck.model import QuestionFinding, Report, Status
from factcheck.reports.bidi import clean
from factcheck.reports.layout import Piece, Row, Style, View, foreign, joined, row
from factcheck.reports.lookup import Lookup

# What a reader must look at first: contested, then thin, then settled, then nothing.
ORDER = (Status.CONFLICT, Status.SELF_CONTRADICTION, Status.UPDATED, Status.SINGLE, Status.AGREEMENT, Status.SILENT)

_STYLES = {
    Status.CONFLICT: Style.ALARM,
    Status.SELF_CONTRADICTION: Style.MARK,
    Status.UPDATED: Style.STRONG,
    Status.SINGLE: Style.PLAIN,
    Status.AGREEMENT: Style.GOOD,
    Status.SILENT: Style.FAINT,
}


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """Return `1 source`, `3 sources`; `plural` is for nouns that do not just take an s."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def backing(number: int, independent: int) -> str:
    """Return how many sources there are and how many are left when copies of one another count once."""
    if number == 0:
        return "no source"
    return counted(number, "source") + (f", {independent} independent" if number > 1 else "")


def status_label(finding: QuestionFinding, lookup: Lookup) -> Piece:
    """Return the status in a word; where only speakers inside a source differ, nobody is accused of contradiction."""
    status = finding.status
    word = status.value
    if status is Status.SELF_CONTRADICTION and lookup.reports_both_only(finding.question.id, finding.self_contradicting):
        word = "reports both"
    return Piece(word, _STYLES[status])


def question_heading(finding: QuestionFinding, lookup: Lookup) -> Iterable[Row]:
    """Yield the two rows that every question starts with: status and text, then its id."""
    yield row(status_label(finding, lookup), "  ", foreign(finding.question.text, Style.STRONG), hang=4)
    yield row(foreign(finding.question.id, Style.FAINT), indent=2, whole=True)


def named(sources: Sequence[str], limit: int | None = None, *, dated: Lookup | None = None) -> list[str | Piece]:
    """Return source ids with commas between them; after `limit` of them, how many more there are.

    With `dated`, each id is followed by the date of its source where that is known.
    """
    shown = sources[:limit]
    parts = joined(([foreign(source), *_date(source, dated)] for source in shown), ", ")
    return [*parts, f" and {len(sources) - len(shown)} more"] if len(shown) < len(sources) else parts


def _date(source_id: str, dated: Lookup | None) -> list[str | Piece]:
    source = dated.source(source_id) if dated else None
    return [" (", foreign(source.published), ")"] if source and source.published else []


def in_order(findings: Iterable[QuestionFinding]) -> list[QuestionFinding]:
    """Return findings with the contested ones first; of one status, in catalogue order."""
    return sorted(findings, key=lambda finding: ORDER.index(finding.status))


def totals(report: Report) -> str:
    """Return how many questions and sources there are, and how many questions have each status."""
    found = Counter(finding.status for finding in report.findings)
    parts = [counted(len(report.findings), "question"), counted(len(report.sources), "source")]
    return " · ".join(parts + [f"{found[status]} {status.value}" for status in ORDER if found[status]])


def next_steps(view: View, *commands: Sequence[str]) -> Row:
    """Return the row that names the commands to go on with, each ready to be copied."""
    options = [foreign(view.options)] if view.options else []
    lines = (joined([["factcheck"], *([foreign(shlex.quote(clean(word)))] for word in command)], " ") for command in commands)
    return row("next: ", *joined([*line, *options] for line in lines), hang=6)
