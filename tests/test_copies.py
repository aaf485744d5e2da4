"""Which articles repeat another one nearly word for word."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

import pytest

import factcheck.copies
from factcheck.copies import find_copies as copies_among
from factcheck.copies import print_of
from factcheck.model import Part, Sentence, Source

WIRE = (
    "The harbour tunnel opened on Tuesday after nine years of work. "
    "Some two thousand people walked through it before the first lorries did. "
    "The mayor thanked the crews, of whom three lost their lives, and promised a memorial near the northern gate. "
    "Tolls start at four euros for cars and at eleven euros for lorries, and residents pay half of that."
)
OTHER = (
    "Farmers along the upper river have begun to bring in the olives a month early this year. "
    "A dry spring and a hot summer left the fruit small but rich, the cooperative said. "
    "Prices at the mill rose for the fourth season in a row, and buyers from abroad came sooner than they used to do."
)
ARABIC = (
    "افتتح نفق الميناء يوم الثلاثاء بعد تسع سنوات من العمل المتواصل. "
    "وسار فيه نحو ألفي شخص قبل أن تعبره الشاحنات الأولى. "
    "وشكر رئيس البلدية العمال الذين فقد ثلاثة منهم حياتهم ووعد بإقامة نصب تذكاري قرب البوابة الشمالية للنفق الجديد."
)


def find_copies(sources: Sequence[Source]) -> dict[str, str]:
    return copies_among([print_of(source) for source in sources])


def article(name: str, text: str, *, published: str | None = None, language: str | None = "en", part: Part = Part.BODY) -> Source:
    return Source(name, f"{name}.txt", text, (Sentence(0, 0, len(text), 1, 1, part),), published=published, language=language)


def test_a_reprint_is_a_copy_of_the_article_before_it() -> None:
    assert find_copies([article("a", WIRE), article("b", WIRE)]) == {"b": "a"}


def test_two_articles_on_different_things_are_no_copies() -> None:
    assert find_copies([article("a", WIRE), article("b", OTHER)]) == {}


def test_a_copy_with_another_figure_is_still_a_copy() -> None:
    assert find_copies([article("a", WIRE), article("b", WIRE.replace("nine years", "eleven years"))]) == {"b": "a"}


def test_a_copy_may_be_cut_or_have_a_paragraph_of_its_own() -> None:
    assert find_copies([article("a", WIRE), article("b", WIRE[: len(WIRE) // 2])]) == {"b": "a"}
    assert find_copies([article("a", WIRE), article("b", f"{WIRE} {OTHER}")]) == {"b": "a"}


def test_spelling_marks_and_quotation_marks_do_not_hide_a_copy() -> None:
    changed = ARABIC.replace("أ", "ا").replace("الميناء", "المِيناء")
    assert find_copies([article("a", ARABIC, language="ar"), article("b", changed, language="ar")]) == {"b": "a"}


def test_the_earlier_date_of_publication_makes_the_original() -> None:
    copies = find_copies([article("a", WIRE, published="2025-03-02"), article("b", WIRE, published="2025-03-01")])
    assert copies == {"a": "b"}


def test_a_copy_of_a_copy_is_a_copy_of_the_first() -> None:
    dates = ("2025-03-01", "2025-03-02", "2025-03-03")
    for order in permutations(zip("abc", dates, strict=True)):
        sources = sorted((article(name, WIRE, published=date) for name, date in order), key=lambda source: source.id)
        copies = find_copies(sources)
        first = next(name for name, date in order if date == dates[0])
        assert copies == {name: first for name in "abc" if name != first}


@pytest.mark.parametrize("text", ["", "The tunnel opened on Tuesday.", "Copyright. All rights reserved. Do not reprint without leave."])
def test_what_is_too_short_to_tell_is_no_copy(text: str) -> None:
    assert find_copies([article("a", text), article("b", text)]) == {}


def test_articles_in_different_languages_are_never_copies() -> None:
    assert find_copies([article("a", WIRE, language="en"), article("b", WIRE, language="fr")]) == {}


def test_only_the_body_counts() -> None:
    assert find_copies([article("a", WIRE, part=Part.TITLE), article("b", WIRE, part=Part.TITLE)]) == {}


def test_a_paragraph_of_background_that_two_articles_share_makes_no_copy() -> None:
    background = WIRE.split(". ", maxsplit=1)[0]
    more = " ".join(f"{OTHER} And so on the {ordinal} day too." for ordinal in ("first", "second"))
    assert find_copies([article("a", f"{background}. {OTHER}"), article("b", f"{background}. {ARABIC} {more[::-1]}")]) == {}


def test_copies_stand_in_source_order_and_no_source_is_a_copy_of_itself() -> None:
    copies = find_copies([article(name, WIRE) for name in "dcba"])
    assert copies == {"c": "d", "b": "d", "a": "d"}
    assert list(copies) == ["c", "b", "a"]
    assert find_copies([]) == {}


@pytest.mark.parametrize("at_a_time", [1, 7, 60])
def test_copies_are_the_same_however_few_runs_are_held_at_a_time(monkeypatch: pytest.MonkeyPatch, at_a_time: int) -> None:
    texts = [WIRE, OTHER, f"{WIRE} {OTHER}", WIRE, f"{OTHER} {WIRE} {ARABIC}", ARABIC]
    sources = [article(f"s{number}", text) for number, text in enumerate(texts)]
    expected = find_copies(sources)
    monkeypatch.setattr(factcheck.copies, "_AT_A_TIME", at_a_time)
    assert find_copies(sources) == expected
    assert expected
