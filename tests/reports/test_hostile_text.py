"""Articles cannot write to the terminal, whatever they contain."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from sample_report import sample_report

from factcheck.model import Claim, ClaimFinding, Evidence, Question, QuestionFinding, Report, Source, Stance, Status, Step
from factcheck.problems import Location
from factcheck.reports import Screen, render
from factcheck.reports.bidi import Direction, clean, clean_in_place, direction, terminal_isolates
from factcheck.reports.layout import View, foreign, paint, row, wrap

HOSTILE = [
    "[/red] and [bold]not bold[/bold] and [sic]",
    "\x1b[2J\x1b[31mred\x1b[0m \x1b]0;title\x07",
    "\x9b31mC1 \x9d0;title\x9c \x85next",
    "\u202eevil\u202c \u2066x \u2067y\u2069",
    "w" * 700,
    "عربي" * 200,
    "",
    "   ",
    "a\r\nb\rc\td\x00e",
    "lone \ud800 surrogate",
    "e" + "\u0301" * 300,
    "漢字" * 150,
]
FORBIDDEN = set(map(chr, [*range(32), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)])) - {"\n"}


def report_saying(text: str) -> Report:
    """Return a report in which everything that a user or an article can write is `text`."""
    source = Source(text, text, text, title=text, publisher=text, published=text, language=text, url=text)
    claim = Claim(text, text, (text,))
    question = Question(text, text, claims=(claim,), location=Location(text, 1, 1))
    evidence = tuple(
        Evidence(
            text,
            name,
            text,
            stance,
            0,
            len(text),
            1,
            1,
            text,
            50.0,
            text,
            text,
            marks=((0, len(text) // 2),),
            steps=(Step("s", text, text),),
        )
        for name in (text, None)
        for stance in Stance
    )
    finding = QuestionFinding(question, Status.CONFLICT, (ClaimFinding(claim, (text,), (text,), 1),), ((text, (text,)),), (text,), (text,))
    return Report((source,), {}, (finding,), (), evidence)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("screen", list(Screen))
def test_no_control_character_of_an_article_reaches_a_screen(text, screen):
    assert not FORBIDDEN & set(render("text", screen, report_saying(text), View(width=60), text))


@pytest.mark.parametrize("screen", list(Screen))
def test_markup_is_printed_as_it_stands(screen):
    assert "[/red] and [bold]not bold[/bold]" in render("text", screen, report_saying(HOSTILE[0]), View(width=200, colour=True), HOSTILE[0])


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_json_keeps_article_text_as_it_is(text):
    written = render("json", Screen.LIST, report_saying(text), View())
    assert json.loads(written)["evidence"][0]["quote"] == text
    assert not FORBIDDEN & set(written)


def test_marks_outside_the_sentence_are_passed_over():
    report = sample_report()
    odd = tuple(replace(each, marks=((0, 10**6), (each.start, each.start), (each.end, each.end + 3))) for each in report.evidence)
    plain = render("text", Screen.CONFLICTS, report, View())
    assert render("text", Screen.CONFLICTS, replace(report, evidence=odd), View()) == plain


def test_evidence_of_a_source_that_is_not_listed_is_still_shown():
    report = replace(sample_report(), sources=())
    for screen in (Screen.LIST, Screen.CONFLICTS):
        assert "002" in render("text", screen, report, View())


@given(st.text(), st.integers(10, 60), st.integers(10, 60))
def test_wrapping_loses_nothing_but_white_space(text, first, rest):
    text = clean(text)
    lines = wrap(text, first, rest)
    assert "".join("".join(text[start:end].split()) for start, end in lines) == "".join(text.split())
    assert all(cell_len(text[start:end]) <= max(first, rest) for start, end in lines)


@given(st.text())
def test_cleaning_in_place_keeps_every_offset(text):
    shown = clean_in_place(text)
    assert len(shown) == len(text)
    assert all(new in (old, "\ufffd") for old, new in zip(text, shown, strict=True))


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text):
    assert clean(clean(text)) == clean(text)


def test_a_long_word_is_never_cut_before_a_vowel_sign():
    text = "كَتَبَ" * 40
    for start, _ in wrap(text, 20, 20)[1:]:
        assert text[start] == "ك" or cell_len(text[start]) > 0


def test_the_direction_is_that_of_most_letters():
    assert direction("OpenAI أعلنت أن ماسك غادر") is Direction.RIGHT_TO_LEFT
    assert direction("The paper الشرق reported it") is Direction.LEFT_TO_RIGHT
    assert direction("musk-left-2018 (97.4)") is None


def test_a_wrapped_line_that_begins_in_latin_keeps_the_direction_of_its_sentence():
    text = paint([row(foreign("غادر ماسك مجلس إدارة الشركة قبل سنوات OpenAI، ثم عاد"), indent=2)], View(width=40, isolate=True))
    assert all(line.startswith("  \u2067") for line in text.splitlines())


def test_text_in_latin_letters_is_copied_without_invisible_characters():
    text = render("text", Screen.LIST, sample_report(), View(isolate=True))
    assert "factcheck show musk-departure\n" in text


@pytest.mark.parametrize(
    ("term", "takes"), [("xterm-256color", True), ("", True), ("mlterm", False), ("mlterm-256color", False), ("dumb", False)]
)
def test_isolates_are_kept_from_terminals_that_draw_them(term, takes):
    assert terminal_isolates(term) is takes
