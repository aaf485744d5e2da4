"""The text screens, word for word, and at every width."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from rich.cells import cell_len

from factcheck.model import Report, Status
from factcheck.reports import Screen, formats, render
from factcheck.reports.layout import View, foreign

SCREENS = [
    ("list", Screen.LIST, None),
    ("conflicts", Screen.CONFLICTS, None),
    ("conflicts-one", Screen.CONFLICTS, "lawyer"),
    ("conflicts-none", Screen.CONFLICTS, "musk-bid"),
    ("show-question", Screen.SHOW, "musk-departure"),
    ("show-claim", Screen.SHOW, "musk-left-2019"),
    ("sources", Screen.SOURCES, None),
    ("source-with-gaps", Screen.SOURCE, "001"),
    ("source-two-answers", Screen.SOURCE, "002"),
]
each_screen = pytest.mark.parametrize(("screen", "subject"), [each[1:] for each in SCREENS], ids=[name for name, _, _ in SCREENS])


@pytest.mark.parametrize(("name", "screen", "subject"), SCREENS, ids=[name for name, _, _ in SCREENS])
def test_the_screen_reads_as_agreed(report: Report, golden, name, screen, subject):
    golden(f"{name}.txt", render("text", screen, report, View(), subject))


def test_a_terminal_gets_colours_and_isolates_as_agreed(report: Report, golden):
    golden("conflicts-terminal.txt", render("text", Screen.CONFLICTS, report, View(width=80, colour=True, isolate=True), "musk-departure"))


@each_screen
@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_no_line_is_wider_than_the_window(report: Report, screen, subject, width):
    text = render("text", screen, report, View(width=width, isolate=True), subject)
    assert [line for line in text.splitlines() if cell_len(line) > width] == []
    assert [line for line in text.splitlines() if line != line.rstrip()] == []


@pytest.mark.parametrize("width", [0, 1, 39, 10_000])
def test_absurd_widths_are_clamped(report: Report, width):
    text = render("text", Screen.CONFLICTS, report, View(width=width))
    assert max(map(cell_len, text.splitlines())) <= 200
    assert "When did Musk leave OpenAI?" in text


@each_screen
def test_nobody_is_called_right_or_wrong(report: Report, screen, subject):
    text = render("text", screen, report, View(), subject)
    assert not re.search(r"\b(true|false|lie[sd]?|wrong|correct)\b", text)


def test_contested_questions_come_first_and_silent_ones_last(report: Report):
    lines = render("text", Screen.LIST, report, View()).splitlines()
    statuses = [line.split("  ")[0] for line in lines if "  " in line and not line.startswith(" ")]
    assert statuses == ["conflict", "self-contradiction", "updated", "single", "agreement", "silent"]


def test_a_source_with_two_speakers_is_not_accused(report: Report):
    for screen, subject in ((Screen.LIST, None), (Screen.CONFLICTS, None), (Screen.SHOW, "musk-departure"), (Screen.SOURCE, "002")):
        text = render("text", screen, report, View(), subject)
        assert "reports both" in text
        assert "002 contradicts itself" not in text


def test_a_question_where_speakers_alone_differ_is_labelled_so(report: Report):
    positions = tuple(replace(each, reports_both=each.self_contradicting) for each in report.positions)
    text = render("text", Screen.LIST, replace(report, positions=positions), View())
    assert "reports both  Who speaks for Musk?" in text
    assert "contradicts itself" not in text


def test_copies_stand_under_their_original_once(report: Report):
    text = render("text", Screen.CONFLICTS, report, View(), "musk-departure")
    assert "+ 1 copy of it: 001" in text
    assert "    001 ·" not in text


def test_a_copy_that_differs_from_its_original_speaks_for_itself(report: Report):
    text = render("text", Screen.CONFLICTS, replace(report, copy_of={"wire/004": "000"}), View(), "musk-departure")
    assert "a copy of 000" in text
    assert "    wire/004 ·" in text


def test_copies_that_copy_one_another_end(report: Report):
    assert "musk-departure" in render("text", Screen.CONFLICTS, replace(report, copy_of={"000": "001", "001": "000"}), View())


def test_without_a_conflict_the_screen_says_so(report: Report):
    calm = replace(report, findings=tuple(each for each in report.findings if each.status is Status.AGREEMENT))
    text = render("text", Screen.CONFLICTS, calm, View())
    assert "Sources disagree on no question" in text
    assert "1 agreement" in text


def test_an_empty_list_says_so(report: Report):
    assert "No question fits" in render("text", Screen.LIST, replace(report, findings=()), View())


def test_hints_repeat_the_options_that_the_user_gave(report: Report):
    text = render("text", Screen.LIST, report, View(options=" --claims 'my claims'"))
    assert "factcheck show musk-departure --claims 'my claims'" in text


def test_warnings_are_not_repeated_in_a_screen(report: Report):
    for _, screen, subject in SCREENS:
        assert "titel" not in render("text", screen, report, View(), subject)


def test_pipes_get_neither_escapes_nor_isolates(report: Report):
    for _, screen, subject in SCREENS:
        assert not re.search("[\x1b\u2066-\u2069]", render("text", screen, report, View(), subject))


def test_isolates_open_and_close_on_one_line_and_never_in_the_first_column(report: Report):
    for _, screen, subject in SCREENS:
        for line in render("text", screen, report, View(width=60, isolate=True), subject).splitlines():
            assert not line.startswith(("\u2066", "\u2067", "\u2068"))
            depth = 0
            for character in line:
                depth += (character in "\u2066\u2067\u2068") - (character == "\u2069")
                assert depth in (0, 1)
            assert depth == 0


def test_every_format_renders_every_screen(report: Report):
    for name in formats():
        for _, screen, subject in SCREENS:
            assert render(name, screen, report, View(), subject).endswith("\n")


def test_an_unknown_format_is_a_fault_of_the_caller(report: Report):
    with pytest.raises(KeyError):
        render("papyrus", Screen.LIST, report, View())


def test_foreign_text_is_one_line():
    assert foreign("a\n\tb\u2028c").text == "a b c"
