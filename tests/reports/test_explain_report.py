"""The screen and the JSON of `factcheck explain`."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from rich.cells import cell_len
from sample_report import sample_explanation, sample_report
from test_hostile_text import FORBIDDEN, HOSTILE, report_saying

from factcheck.model import Explanation, NearMiss, ScorePart, Source, Step
from factcheck.reports import formats
from factcheck.reports.explain_report import build, render
from factcheck.reports.json_report import build as build_report
from factcheck.reports.layout import View


def text(explanation: Explanation, view: View | None = None) -> str:
    return render("text", explanation, (), view or View())


def test_the_screen_reads_as_agreed(golden):
    golden("explain.txt", text(sample_explanation()))


def test_a_terminal_gets_colours_and_isolates_as_agreed(golden):
    golden("explain-terminal.txt", text(sample_explanation(), View(width=80, colour=True, isolate=True)))


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_no_line_is_wider_than_the_window(width):
    lines = text(sample_explanation(), View(width=width, isolate=True)).splitlines()
    assert [line for line in lines if cell_len(line) > width] == []
    assert [line for line in lines if line != line.rstrip()] == []


def test_isolates_open_and_close_on_one_line_and_never_in_the_first_column():
    for line in text(sample_explanation(), View(width=60, isolate=True)).splitlines():
        assert not line.startswith(("\u2066", "\u2067"))
        assert line.count("\u2066") + line.count("\u2067") == line.count("\u2069")


def test_nobody_is_called_right_or_wrong():
    assert not re.search(r"\b(true|false|lie[sd]?|wrong|correct)\b", text(sample_explanation()))


def test_the_points_stand_below_one_another_and_the_score_below_them():
    figures = re.findall(r"^ +(-?[\d.]+)(?: of +[\d.]+)?  +(\w+)", text(sample_explanation()), re.MULTILINE)
    total = 0.0
    for points, word in figures:
        if word == "score":
            assert round(total, 1) == float(points)
            total = 0.0
        else:
            total += float(points)
    assert {"said", "borrowed", "missing", "opposite", "taken", "told", "score"} <= {word for _, word in figures}


def test_a_sentence_that_stands_on_the_screen_already_is_not_printed_again():
    explanation = sample_explanation()
    flat = " ".join(text(explanation, View(width=200)).split())
    assert flat.count(explanation.misses[0].quote) == 1
    assert "the sentence above, once more" in flat


def test_where_nothing_counts_the_screen_says_so():
    explanation = replace(sample_explanation(), evidence=())
    assert "No sentence of this article counts on this question.\n" in text(explanation)
    nothing = text(replace(explanation, misses=()))
    assert "and none comes near." in nothing
    assert "Nearest misses" not in nothing


def test_every_format_renders_an_explanation():
    for name in formats():
        assert render(name, sample_explanation(), (), View()).endswith("\n")


def test_json_has_the_keys_of_the_report_and_the_same_record_of_why():
    explanation = sample_explanation()
    whole = json.loads(render("json", explanation, sample_report().problems, View()))
    assert whole == build(explanation, sample_report().problems)
    assert list(whole) == ["version", "source", "question", "evidence", "misses", "problems"]
    reported = build_report(sample_report())
    assert list(whole["evidence"][0]) == list(reported["evidence"][0])
    assert set(whole["source"]) == set(reported["sources"][0]) - {"copy_of"}
    assert whole["problems"] == reported["problems"]
    assert list(whole["misses"][0]) == [
        "question", "claim", "source", "start", "end", "line", "column", "quote", "value", "wording", "score", "stopped_by", "parts",
    ]  # fmt: skip
    assert whole["misses"][0]["stopped_by"] == {"name": "event", "outcome": "predicate missing", "detail": "left"}
    assert list(whole["misses"][0]["parts"][0]) == list(whole["evidence"][0]["why"]["parts"][0])


def saying(words: str) -> Explanation:
    """Return an explanation in which everything that a user or an article can write is `words`."""
    report = report_saying(words)
    parts = (
        ScorePart(words, words + "x", borrowed=False, opposite=False, points=50.0, of=100.0),
        ScorePart(words, None, borrowed=True, opposite=False, points=1.0, of=1.0),
        ScorePart(None, words, borrowed=False, opposite=False, points=-1.0, of=0.0),
    )
    steps = (Step("names", "missing", words), Step(words, words, words))
    evidence = tuple(replace(each, parts=parts, steps=steps) for each in report.evidence)
    misses = tuple(
        NearMiss(words, name, words, 0, len(words), 1, 1, words, words, 50.0, step, words, ((0, len(words) // 2),), parts)
        for name in (words, None)
        for step in steps
    )
    source: Source = report.sources[0]
    return Explanation(report.findings[0].question, source, evidence, misses)


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_no_control_character_of_an_article_reaches_the_screen_or_the_file(words):
    for name in formats():
        assert not FORBIDDEN & set(render(name, saying(words), (), View(width=60)))
