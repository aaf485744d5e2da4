"""The JSON report, version 1: what scripts read.

Every key is written out here, in the order in which it stands in the file, so that a change of the model never
changes the report by accident. Keys may be added; those that are here stay. Same report, same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from factcheck.model import Evidence, Position, QuestionFinding, Report, ScorePart, Source, Step
from factcheck.problems import Problem
from factcheck.reports import json_text
from factcheck.reports.layout import View
from factcheck.reports.screens import Screen
from factcheck.reports.selection import in_conflict, one_question, one_source

VERSION = 1


def pieces(screen: Screen, report: Report, view: View, subject: str | None = None) -> Iterator[str]:  # noqa: ARG001
    """Return the report as JSON text that ends in a line feed, piece by piece.

    Args:
        screen: What to show: `LIST` the whole report, `CONFLICTS` only contested questions, `SHOW` one question,
            `SOURCES` the list of sources, `SOURCE` what one source says.
        report: The findings.
        view: Not used; JSON looks the same everywhere.
        subject: Id of a question, claim or source, where the screen shows one.
    """
    if screen is Screen.SOURCES:
        return json_text.pieces({"version": VERSION, "sources": _detailed_sources(report), "problems": _problems(report)})
    if screen is Screen.SOURCE:
        own = one_source(report, subject or "")
        return json_text.pieces(
            {
                "version": VERSION,
                "sources": _detailed_sources(own),
                "positions": [_position(each) for each in own.positions],
                "evidence": [evidence_row(each) for each in own.evidence],
                "problems": _problems(own),
            }
        )
    if screen is Screen.CONFLICTS:
        report = in_conflict(report)
    if subject is not None:
        report = one_question(report, subject)
    return json_text.pieces({"version": VERSION, **_rows(report)})


def build(report: Report) -> dict[str, Any]:
    """Return the whole report as the value that the JSON text spells out."""
    return {"version": VERSION, **{key: list(rows) for key, rows in _rows(report).items()}}


def _rows(report: Report) -> dict[str, Iterator[dict[str, Any]]]:
    """Return the lists of the whole report; each row is made when it is asked for."""
    return {
        "sources": (_source(each, report.copy_of) for each in report.sources),
        "questions": (_question(each) for each in report.findings),
        "positions": (_position(each) for each in report.positions),
        "evidence": (evidence_row(each) for each in report.evidence),
        "problems": iter(_problems(report)),
    }


def _source(source: Source, copy_of: dict[str, str]) -> dict[str, Any]:
    return {
        "id": source.id,
        "path": source.path,
        "title": source.title,
        "publisher": source.publisher,
        "published": source.published,
        "language": source.language,
        "copy_of": copy_of.get(source.id),
    }


def _detailed_sources(report: Report) -> list[dict[str, Any]]:
    return [
        _source(each, report.copy_of)
        | {
            "url": each.url,
            "sentences": len(each.sentences),
            "left_out": [{"reason": gap.reason, "start": gap.start, "end": gap.end, "line": gap.line} for gap in each.left_out],
        }
        for each in report.sources
    ]


def _question(finding: QuestionFinding) -> dict[str, Any]:
    return {
        "id": finding.question.id,
        "question": finding.question.text,
        "status": finding.status.value,
        "claims": [
            {
                "id": each.claim.id,
                "text": each.claim.text,
                "supported_by": list(each.supported_by),
                "denied_by": list(each.denied_by),
                "independent": each.independent,
            }
            for each in finding.claims
        ],
        "other_values": [{"value": value, "sources": list(sources)} for value, sources in finding.other_values],
        "self_contradicting": list(finding.self_contradicting),
    }


def _position(position: Position) -> dict[str, Any]:
    return {
        "question": position.question,
        "source": position.source,
        "supports": list(position.supports),
        "denies": list(position.denies),
        "other_values": list(position.other_values),
    }


def evidence_row(evidence: Evidence) -> dict[str, Any]:
    """Return a sentence as the report has it, with the record of how it came to its stance and its score."""
    return {
        "question": evidence.question,
        "claim": evidence.claim,
        "source": evidence.source,
        "stance": evidence.stance.value,
        "start": evidence.start,
        "end": evidence.end,
        "line": evidence.line,
        "column": evidence.column,
        "quote": evidence.quote,
        "value": evidence.value,
        "attributed_to": evidence.attributed_to,
        "score": round(float(evidence.score), 1),
        "hedged": evidence.hedged,
        "why": {"steps": [step_row(each) for each in evidence.steps], "parts": part_rows(evidence.parts)},
    }


def step_row(step: Step) -> dict[str, Any]:
    """Return a step as the report has it."""
    return {"name": step.name, "outcome": step.outcome, "detail": step.detail}


def part_rows(parts: Iterable[ScorePart]) -> list[dict[str, Any]]:
    """Return the parts of a score as the report has them."""
    return [
        {
            "wording": each.wording,
            "said": each.said,
            "borrowed": each.borrowed,
            "opposite": each.opposite,
            "points": round(float(each.points), 1),
            "of": round(float(each.of), 1),
        }
        for each in parts
    ]


def _problems(report: Report) -> list[dict[str, Any]]:
    return problem_rows(report.problems)


def problem_rows(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    """Return problems as the report has them."""
    return [_problem(each) for each in problems]


def _problem(problem: Problem) -> dict[str, Any]:
    place = problem.location
    return {
        "severity": problem.severity.value,
        "code": problem.code,
        "message": problem.message,
        "path": place.path if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
    }
