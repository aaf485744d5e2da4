"""The screen and the JSON of `factcheck match`."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from rich.cells import cell_len
from sample_report import sample_matches, sample_report
from test_hostile_text import FORBIDDEN, HOSTILE, report_saying

from factcheck.model import Match, Matched, Stance, Step
from factcheck.reports import formats
from factcheck.reports.json_report import build as build_report
from factcheck.reports.layout import View
from factcheck.reports.match_report import build, render


def text(view: View | None = None) -> str:
    return render("text", sample_matches(), (), view or View())


def test_the_screen_reads_as_agreed(golden):
    golden("match.txt", text())


def test_a_terminal_gets_colours_and_isolates_as_agreed(golden):
    golden("match-terminal.txt", text(View(width=80, colour=True, isolate=True)))


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_no_line_is_wider_than_the_window(width):
    lines = text(View(width=width, isolate=True)).splitlines()
    assert [line for line in lines if cell_len(line) > width] == []
    assert [line for line in lines if line != line.rstrip()] == []


def test_of_many_reasons_the_screen_gives_a_few_and_json_all():
    match = sample_matches()[0].matches[0]
    steps = tuple(Step("value", "equal", str(number)) for number in range(5))
    asked = (Matched("so", "en", (replace(match, steps=steps),)),)
    assert render("text", asked, (), View()).count("why: ") == 3
    assert len(build(asked)["matches"][0]["claims"][0]["why"]["steps"]) == 5


def test_json_gives_why_and_problems_as_the_report_does():
    whole = json.loads(render("json", sample_matches(), sample_report().problems, View()))
    assert whole == build(sample_matches(), sample_report().problems)
    assert list(whole) == ["version", "matches", "problems"]
    reported = build_report(sample_report())
    claim, evidence = whole["matches"][0]["claims"][0], reported["evidence"][0]
    assert list(claim["why"]["steps"][0]) == list(evidence["why"]["steps"][0])
    assert set(claim) - {"text", "shared"} <= set(evidence)
    assert whole["problems"] == reported["problems"]


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_no_control_character_of_a_sentence_or_claim_reaches_the_screen_or_the_file(words):
    claim = report_saying(words).findings[0].question.claims[0]
    steps = (Step("names", "missing", words), Step(words, words, words))
    found = tuple(Match(words, claim, stance, 50.0, (words,) * 8, steps, words, words, hedged=True) for stance in Stance)
    for name in formats():
        assert not FORBIDDEN & set(render(name, (Matched(words, words, found),), (), View(width=60)))
