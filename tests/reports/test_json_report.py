"""The JSON report keeps the contract, key for key."""

from __future__ import annotations

import json
from dataclasses import replace

from factcheck.model import Report
from factcheck.reports import Screen, render
from factcheck.reports.layout import View


def read(report: Report, screen: Screen = Screen.LIST, subject: str | None = None) -> dict:
    return json.loads(render("json", screen, report, View(), subject))


def test_the_file_is_as_agreed(report: Report, golden):
    golden("report.json", render("json", Screen.LIST, report, View()))


def test_keys_stand_in_the_order_of_the_contract(report: Report):
    whole = read(report)
    assert list(whole) == ["version", "sources", "questions", "positions", "evidence", "problems"]
    assert whole["version"] == 1
    assert list(whole["sources"][0]) == ["id", "path", "title", "publisher", "published", "language", "copy_of"]
    question = whole["questions"][0]
    assert list(question) == ["id", "question", "status", "claims", "other_values", "self_contradicting"]
    assert list(question["claims"][0]) == ["id", "text", "supported_by", "denied_by", "independent"]
    assert question["other_values"] == [{"value": "2017", "sources": ["wire/004"]}]
    assert list(whole["positions"][0]) == ["question", "source", "supports", "denies", "other_values"]
    assert list(whole["evidence"][0]) == [
        "question", "claim", "source", "stance", "start", "end", "line", "column", "quote", "value", "attributed_to", "score", "hedged",
        "why",
    ]  # fmt: skip
    why = whole["evidence"][0]["why"]
    assert list(why) == ["steps", "parts"]
    assert list(why["steps"][0]) == ["name", "outcome", "detail"]
    assert list(why["parts"][0]) == ["wording", "said", "borrowed", "opposite", "points", "of"]
    assert list(whole["problems"][0]) == ["severity", "code", "message", "path", "line", "column"]


def test_every_quote_is_found_at_its_offsets(report: Report):
    texts = {source.id: source.text for source in report.sources}
    for evidence in read(report)["evidence"]:
        assert texts[evidence["source"]][evidence["start"] : evidence["end"]] == evidence["quote"]


def test_scores_have_one_decimal(report: Report):
    scores = {evidence["score"] for evidence in read(report)["evidence"]}
    assert scores == {93.1, 88.0, 41.2}


def test_what_is_unknown_is_null(report: Report):
    whole = read(report)
    assert whole["sources"][1]["publisher"] is None
    assert whole["sources"][1]["copy_of"] == "000"
    assert whole["problems"][1]["line"] is None
    assert next(each for each in whole["evidence"] if each["value"] == "2017")["claim"] is None


def test_conflicts_has_only_contested_questions_and_all_sources(report: Report):
    whole, contested = read(report), read(report, Screen.CONFLICTS)
    assert contested["sources"] == whole["sources"]
    assert contested["problems"] == whole["problems"]
    assert [question["id"] for question in contested["questions"]] == ["musk-departure", "lawyer"]
    assert {each["question"] for each in contested["positions"] + contested["evidence"]} == {"musk-departure", "lawyer"}


def test_show_has_one_question_whether_it_or_a_claim_is_named(report: Report):
    assert [question["id"] for question in read(report, Screen.SHOW, "musk-bid")["questions"]] == ["musk-bid"]
    assert read(report, Screen.SHOW, "bid-97") == read(report, Screen.SHOW, "musk-bid")


def test_sources_tells_what_was_left_out(report: Report):
    listed = read(report, Screen.SOURCES)
    assert list(listed) == ["version", "sources", "problems"]
    assert [gap["reason"] for gap in listed["sources"][1]["left_out"]] == ["related-links"]
    one = read(report, Screen.SOURCE, "001")
    assert [source["id"] for source in one["sources"]] == ["001"]
    assert {each["source"] for each in one["positions"] + one["evidence"]} == {"001"}


def test_the_same_report_gives_the_same_bytes_whatever_the_view(report: Report):
    assert render("json", Screen.LIST, report, View(width=40, colour=True, isolate=True)) == render("json", Screen.LIST, report, View())


def test_arabic_stands_in_the_file_as_letters(report: Report):
    assert "متى تأسست" in render("json", Screen.LIST, report, View())


def test_an_empty_report_is_a_report():
    assert read(Report()) == {"version": 1, "sources": [], "questions": [], "positions": [], "evidence": [], "problems": []}


def test_a_problem_without_a_place_has_nulls(report: Report):
    placeless = replace(report, problems=(replace(report.problems[0], location=None),))
    assert read(placeless)["problems"][0]["path"] is None
