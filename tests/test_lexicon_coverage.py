"""How the words are counted that the lexicon knows of a set of claims."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[1] / "accuracy" / "lexicon_coverage.py"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    specification = importlib.util.spec_from_file_location("lexicon_coverage", SCRIPT)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def test_stop_words_numbers_and_names_are_not_counted(script: ModuleType) -> None:
    # Counted: minister, resigned.
    assert script.coverage(["The minister Orvane resigned in 2019 after 12 years"], "en") == (2, 2)


def test_words_that_name_no_concept_are_counted_as_unknown(script: ModuleType) -> None:
    assert script.coverage(["The minister grumphled"], "en") == (2, 1)


def test_a_first_word_is_a_name_only_if_other_claims_show_it(script: ModuleType) -> None:
    assert script.coverage(["Orvane resigned"], "en") == (2, 1)
    assert script.coverage(["Orvane resigned", "The minister met Orvane"], "en") == (3, 3)


def test_claims_in_the_capitals_of_headlines_are_left_out(script: ModuleType) -> None:
    assert script.coverage(["Minister Resigned Over Grumphle Affair"], "en") == (0, 0)


def test_words_of_a_listed_phrase_are_known(script: ModuleType) -> None:
    known = script.coverage(["The minister threw in the towel"], "en")
    assert known.known == known.counted


def test_an_arabic_word_is_a_name_where_the_lexicon_lists_it_as_one(script: ModuleType) -> None:
    assert script.coverage(["استقال الوزير في بيروت"], "ar") == (2, 2)


def test_claims_are_counted_once_and_by_language(script: ModuleType, tmp_path: Path) -> None:
    rows = [{"lang": "en", "claim": "The dam burst"}, {"lang": "en", "claim": "The dam burst"}, {"lang": "ar", "claim": "انهار السد"}]
    (tmp_path / "emergent").mkdir()
    (tmp_path / "emergent" / "dev.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert script.claims_of(tmp_path / "emergent", "en") == {"The dam burst"}
    lines = script.measure(tmp_path)
    assert any("emergent (1 claims)" in line and "of 2 words" in line for line in lines)
    assert any(line.startswith("lexicon, ar") and " - " in line for line in lines)
