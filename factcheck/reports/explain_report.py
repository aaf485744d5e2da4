"""What `factcheck explain` prints, in every format: one question and one source, with evidence and nearest misses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from factcheck.model import Explanation, NearMiss, Source
from factcheck.problems import Problem
from factcheck.reports.json_report import VERSION, evidence_row, part_rows, problem_rows, step_row
from factcheck.reports.json_text import dumps
from factcheck.reports.layout import View, paint


def render(format_name: str, explanation: Explanation, problems: Sequence[Problem], view: View) -> str:
    """Return an explanation in one format, `json` or `text`, each line ending in a line feed."""
    if format_name == "json":
        return dumps(build(explanation, problems))
    from factcheck.reports.text_explain import rows

    return paint(rows(explanation, view), view)


def build(explanation: Explanation, problems: Sequence[Problem] = ()) -> dict[str, Any]:
    """Return an explanation as the value that the JSON text spells out."""
    question = explanation.question
    return {
        "version": VERSION,
        "source": _source(explanation.source),
        "question": {
            "id": question.id,
            "question": question.text,
            "claims": [{"id": claim.id, "text": claim.text} for claim in question.claims],
        },
        "evidence": [evidence_row(each) for each in explanation.evidence],
        "misses": [_miss(each) for each in explanation.misses],
        "problems": problem_rows(problems),
    }


def _source(source: Source) -> dict[str, Any]:
    return {
        "id": source.id,
        "path": source.path,
        "title": source.title,
        "publisher": source.publisher,
        "published": source.published,
        "language": source.language,
    }


def _miss(miss: NearMiss) -> dict[str, Any]:
    return {
        "question": miss.question,
        "claim": miss.claim,
        "source": miss.source,
        "start": miss.start,
        "end": miss.end,
        "line": miss.line,
        "column": miss.column,
        "quote": miss.quote,
        "value": miss.value,
        "wording": miss.wording,
        "score": round(float(miss.score), 1),
        "stopped_by": step_row(miss.stopped_by),
        "parts": part_rows(miss.parts),
    }
