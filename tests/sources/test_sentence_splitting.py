from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.knowledge import codes
from factcheck.sources import split_sentences

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "sentences.yaml").read_text(encoding="utf-8"))
NASTY = st.text(
    alphabet=st.sampled_from(list("اأبل دو.. !?؟۔…،؛:\"'“”«»()[]*_-–\n\r\t\u2028\u200f\u200e\u0651eéEA09٣ X1,。🙂\u00a0"))
    | st.characters(codec="utf-8"),
    max_size=120,
)


def test_every_case_has_only_known_keys() -> None:
    for case in CASES:
        assert {"text", "sentences"} <= set(case) <= {"text", "sentences", "language"}, case
    assert len(CASES) >= 40


@pytest.mark.parametrize("case", CASES, ids=[f"case-{number}" for number in range(1, len(CASES) + 1)])
def test_a_text_is_divided_into_the_sentences_that_its_case_lists(case: dict[str, Any]) -> None:
    text = case["text"]
    spans = split_sentences(text, 0, len(text), case.get("language"))
    assert [text[start:end] for start, end in spans] == case["sentences"].splitlines()


@given(NASTY, st.sampled_from([None, *codes(), "xx"]), st.booleans(), st.data())
def test_spans_are_ordered_trimmed_and_cover_all_that_is_not_white_space(
    text: str, language: str | None, wrapped: bool, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    spans = split_sentences(text, start, end, language, wrapped=wrapped)
    covered = [False] * len(text)
    last = start
    for left, right in spans:
        assert last <= left < right <= end
        assert text[left:right] == text[left:right].strip()
        covered[left:right] = [True] * (right - left)
        last = right
    assert all(covered[index] or text[index].isspace() for index in range(start, end))


@given(NASTY)
def test_no_sentence_holds_a_line_end(text: str) -> None:
    for start, end in split_sentences(text, 0, len(text), "en"):
        assert not set(text[start:end]) & set("\r\n")


def test_offsets_count_in_the_whole_text_when_only_a_part_is_divided() -> None:
    text = "First. Second. Third."
    assert split_sentences(text, 7, len(text), "en") == [(7, 14), (15, 21)]


def test_a_wrapped_sentence_goes_over_the_line_end() -> None:
    text = "Musk left\nthe board. He\nstayed on."
    spans = split_sentences(text, 0, len(text), "en", wrapped=True)
    assert [text[start:end] for start, end in spans] == ["Musk left\nthe board.", "He\nstayed on."]


def test_what_is_longer_than_any_sentence_falls_into_pieces_that_lose_nothing() -> None:
    text = "Musk left OpenAI, " + "in 1963 Acton left, " * 500 + "and that was all"
    spans = split_sentences(text, 0, len(text), "en")
    assert len(spans) > 1
    assert all(0 < end - start <= 2000 for start, end in spans)
    assert " ".join(text[start:end] for start, end in spans) == text
    unbroken = "a" * 4500
    assert split_sentences(unbroken, 0, len(unbroken), "en") == [(0, 2000), (2000, 4000), (4000, 4500)]
