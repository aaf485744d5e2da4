from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from factcheck.model import Part, Source
from factcheck.sources import read_sources

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "left_out.yaml").read_text(encoding="utf-8"))
SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def seeds() -> dict[str, Source]:
    sources, problems = read_sources([str(SEEDS)])
    assert problems == ()
    return {source.id: source for source in sources}


def stretches(source: Source) -> list[tuple[str, str]]:
    return [(stretch.reason, source.text[stretch.start : stretch.end]) for stretch in source.left_out]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_what_is_no_part_of_the_article_is_left_out_and_all_else_is_kept(case: dict[str, Any], read: Callable[..., Any]) -> None:
    source, _ = read(case["text"])
    expected = [] if case["left_out"] == "none" else [line.split(": ", 1) for line in case["left_out"].splitlines()]
    found = stretches(source)
    assert [reason for reason, _ in found] == [reason for reason, _ in expected], found
    for (_, text), (_, beginning) in zip(found, expected, strict=True):
        assert text.startswith(beginning)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_every_word_is_in_a_sentence_or_left_out_and_never_in_both(case: dict[str, Any], read: Callable[..., Any]) -> None:
    source, _ = read(case["text"])
    covered = [0] * len(source.text)
    for span in (*source.sentences, *source.left_out):
        for index in range(span.start, span.end):
            covered[index] += 1
    assert all(count == 1 for count, character in zip(covered, source.text, strict=True) if character.isalnum())
    assert max(covered) == 1


def test_the_seeds_leave_out_what_a_reader_would(seeds: dict[str, Source]) -> None:
    assert stretches(seeds["000"]) == []
    assert stretches(seeds["004"]) == []
    assert [reason for reason, _ in stretches(seeds["001"])] == ["menu", "related-links"]
    assert stretches(seeds["001"])[1][1].startswith("لمن ستذهب")
    assert stretches(seeds["001"])[1][1].endswith("صائب؟")
    assert [reason for reason, _ in stretches(seeds["002"])] == [
        "dateline", "advertising", "advertising", "advertising", "source-line", "keywords", "second-article",
    ]  # fmt: skip
    assert [text for reason, text in stretches(seeds["002"]) if reason == "advertising"] == ["إعلان"] * 3
    assert [text for _, text in stretches(seeds["003"])] == [
        "الموقع الرسمي | القاهرة الاخبارية", "• مشاركة :", "post-title", "القاهرة الإخبارية - عبدالله علي عسكر",
    ]  # fmt: skip


def test_the_second_article_of_a_seed_gives_no_sentence(seeds: dict[str, Source]) -> None:
    text = seeds["002"].text
    assert not any("ناسا" in text[sentence.start : sentence.end] for sentence in seeds["002"].sentences)


def test_a_paragraph_with_a_glued_label_begins_behind_the_label(seeds: dict[str, Source]) -> None:
    text = seeds["002"].text
    beginnings = [text[sentence.start : sentence.start + 9] for sentence in seeds["002"].sentences]
    assert "حيث يبدو " in beginnings
    assert "ولكن بعد " in beginnings


def test_titles_and_headings_of_the_seeds_are_told_from_the_body(seeds: dict[str, Source]) -> None:
    def part(name: str, kind: Part) -> list[str]:
        source = seeds[name]
        return [source.text[sentence.start : sentence.end] for sentence in source.sentences if sentence.part is kind]

    assert part("000", Part.TITLE) == ["ماسك وألتمان يشعلان حرباً علنية حول OpenAI والتحول الربحي"]
    assert part("001", Part.HEADING) == ["تعاون قديم", "مغادرة", "تغير الحال", "رد ألتمان", "موقف ماسك"]
    assert part("003", Part.TITLE) == ["ساحة حرب مفتوحة.. معركة الذكاء الاصطناعي بين ماسك وألتمان"]
    assert part("004", Part.TITLE) == []
    assert len(part("004", Part.HEADING)) == 5


def test_sentences_of_the_seeds_end_where_a_reader_ends_them(seeds: dict[str, Source]) -> None:
    assert {name: len(source.sentences) for name, source in seeds.items()} == {"000": 11, "001": 20, "002": 35, "003": 20, "004": 20}
    for source in seeds.values():
        for sentence in source.sentences:
            assert "\n" not in source.text[sentence.start : sentence.end]


def test_the_list_of_the_seeds_says_what_the_articles_say(seeds: dict[str, Source]) -> None:
    assert seeds["002"].publisher == "الجزيرة"
    assert seeds["002"].published == "2025-02-12"
    assert {source.language for source in seeds.values()} == {"ar"}
    for source in seeds.values():
        assert source.title is None or source.title in source.text
