"""What QUERY, --source and --status keep."""

from __future__ import annotations

import pytest

from factcheck.model import Report, Status
from factcheck.reports.selection import narrowed


def ids(report: Report) -> list[str]:
    return [finding.question.id for finding in report.findings]


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("FLOOD", ["flood-dead"]),
        ("bid-44", ["musk-bid"]),
        ("مجلس ادارة", ["musk-departure"]),  # a wording, without its hamza
        ("متى تأسّست", ["التأسيس"]),  # with a vowel sign
        ("no such words", []),
        ("", ["musk-departure", "musk-bid", "flood-dead", "التأسيس", "lawyer", "is-lawsuit"]),
    ],
)
def test_a_query_is_looked_for_in_question_id_and_claims_whatever_the_spelling(report: Report, query, kept):
    assert ids(narrowed(report, query, (), ())) == kept


def test_a_source_keeps_the_questions_on_which_it_says_something(report: Report):
    assert ids(narrowed(report, None, {"002"}, ())) == ["musk-departure", "musk-bid"]


def test_a_status_keeps_the_questions_that_stand_so(report: Report):
    assert ids(narrowed(report, None, (), {Status.UPDATED, Status.SILENT})) == ["flood-dead", "التأسيس"]


def test_what_is_asked_for_must_all_fit_and_the_rest_of_the_report_follows(report: Report):
    kept = narrowed(report, "musk", {"002"}, {Status.CONFLICT})
    assert ids(kept) == ["musk-departure"]
    assert {each.question for each in (*kept.positions, *kept.evidence)} == {"musk-departure"}
    assert kept.sources == report.sources
