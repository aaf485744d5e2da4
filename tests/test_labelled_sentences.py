"""The labelled sentences of `accuracy/sentences` are sound, and are counted as they should be."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ACCURACY = ROOT / "accuracy"
sys.path.insert(0, str(ACCURACY))

from check_sentences import check  # noqa: E402
from labels import SENTENCES, read_sentence_file, read_sentence_files  # noqa: E402
from sentences import article, measure  # noqa: E402

FILE = """\
held_out: false
names:
  - [Orvane Steel, Orvane]
questions:
  - id: year
    question: When did Orvane Steel close its mill?
    type: year
    claims:
      - {id: y18, text: Orvane Steel closed its mill in 2018}
      - {id: y19, text: Orvane Steel closed its mill in 2019}
    sentences:
      - text: Orvane Steel closed its mill in 2018, the mayor said.
        supports: [y18]
        level: easy
      - before: Orvane Steel closed its mill in 2019.
        text: The mayor opened a school in 2018.
        none: another event
      - text: It is not true that Orvane Steel closed its mill in 2019.
        denies: [y19]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "en-1.yaml"
    path.write_text(FILE, encoding="utf-8")
    return path


def test_the_files_are_sound():
    assert list(check(sorted(SENTENCES.glob("*.yaml")))) == []


def test_two_files_of_six_in_every_language_are_set_aside():
    files = read_sentence_files()
    assert len(files) == 24
    assert [file.name for file in files if file.held_out] == [f"{language}-{n}" for language in ("ar", "en", "es", "fr") for n in (4, 5)]


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("held_out: false\n", "", "a key is missing: held_out"),
        ("held_out: false", "held_out: maybe", "'held_out' is neither true nor false"),
        ("text: The mayor opened a school in 2018.", "says: The mayor.", "year/2: there is no key says"),
        ("        text: The mayor opened a school in 2018.\n", "", "a key is missing: text"),
        ("text: The mayor opened a school in 2018.", "text: ''", "'text' of year/2 is no text"),
        ("supports: [y18]", "supports: y18", "'supports' of year/1 is no list"),
        ("supports: [y18]", "supports: [y17]", "year/1: y17: no claim of the question"),
        ("supports: [y18]", "supports: []", "year/1: there must be either 'none', or 'supports' or 'denies'"),
        ("denies: [y19]", "denies: [y19]\n        none: a denial", "year/3: there must be either 'none', or 'supports' or 'denies'"),
        ("denies: [y19]", "denies: [y19]\n        supports: [y19]", "year/3: y19: supported and denied"),
        ("level: easy", "level: plain", "year/1: 'plain' is no level"),
        ("        level: easy\n", "", "year/1: a support without a level"),
        ("denies: [y19]", "denies: [y19]\n        level: easy", "year/3: a level without a support"),
        ("    type: year\n", "", "year has no type"),
        (
            "text: The mayor opened a school in 2018.",
            "text: orvane steel closed its mill in  2018, the mayor said.",
            "is the same sentence as",
        ),
        ("id: y19", "id: y18", "y18"),
        ("names:", "names: [", "while parsing"),
    ],
)
def test_what_is_wrong_with_a_file_is_told(file: Path, before: str, after: str, message: str):
    assert FILE.count(before) == 1
    file.write_text(FILE.replace(before, after, 1), encoding="utf-8")
    found = list(check([file]))
    assert found
    assert all(each.startswith("en-1: ") for each in found)
    assert any(message in each for each in found), found


def test_a_file_in_an_unknown_language_is_told(file: Path):
    moved = file.rename(file.with_name("xx-1.yaml"))
    assert list(check([moved])) == ["xx-1: 'xx' is no language that factcheck reads"]


def test_the_sentence_before_is_a_sentence_of_its_own(file: Path):
    made = article(read_sentence_file(file).sentences[1], "en")
    assert [made.text[each.start : each.end] for each in made.sentences] == [
        "Orvane Steel closed its mill in 2019.",
        "The mayor opened a school in 2018.",
    ]


def test_supports_denials_and_traps_are_counted_and_the_sentence_before_is_not(file: Path):
    lines = [re.split(r" {2,}", line.strip()) for line in measure([read_sentence_file(file)])]
    figures = {name: cells for name, *cells in lines}
    assert figures["support (1)"][:3] == ["100.0", "100.0", "100.0"]
    assert figures["by value (1)"] == figures["support (1)"] == figures["en (1)"]
    assert figures["by words (0)"] == ["-"] * 6
    assert figures["easy (1)"] == ["100.0", "100.0"]
    assert figures["medium (0)"] == ["-", "-"]
    assert figures["denials (1)"] == ["100.0", "100.0", "100.0"]
    assert figures["traps taken"][:2] == ["0 of 1", "0.0"]
