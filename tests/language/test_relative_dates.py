"""Dates that only the day of publication settles, in an article of Wednesday, 12 February 2025."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.language.relative_dates import settled, told_back
from factcheck.language.tokens import tokenise
from factcheck.language.value_search import find_values
from factcheck.language.values import normal_form

PUBLISHED = date(2025, 2, 12)


def dates(text: str, language: str, *, ahead: bool = False) -> list[str]:
    tokens = tokenise(text)
    values = find_values(tokens, language)
    told = [v for v in values if v.kind == "date"] + told_back(tokens, values, language)
    return [normal_form(d) for value in told for d in settled(value, PUBLISHED, ahead=ahead)[:1]]


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "She resigned yesterday.", "2025-02-11"),
        ("en", "She resigned the day before yesterday.", "2025-02-10"),
        ("en", "She resigned on Friday.", "2025-02-07"),
        ("en", "She resigned on Wednesday.", "2025-02-12"),
        ("en", "She resigned on Monday of last week.", "2025-02-03"),
        ("en", "The vote is next Monday.", "2025-02-17"),
        ("en", "She resigned on Friday the 24th.", "2025-01-24"),
        ("en", "She resigned on the 3rd of this month.", "2025-02-03"),
        ("en", "She resigned on the 30th of last month.", "2025-01"),
        ("en", "The dam was built fifty-seven years ago.", "1968"),
        ("en", "The dam broke ten days ago.", "2025-02-02"),
        ("en", "The union warned sixteen months ago.", "2023-10"),
        ("ar", "استقالت الوزيرة أمس.", "2025-02-11"),
        ("ar", "استقالت الوزيرة أول من أمس الاثنين.", "2025-02-10"),
        ("ar", "تجرى الانتخابات الأحد المقبل.", "2025-02-16"),
        ("ar", "استقالت الوزيرة يوم الأحد الثاني من الشهر الجاري.", "2025-02-02"),
        ("ar", "بني السد قبل سبع سنوات.", "2018"),
        ("es", "La ministra dimitió anteayer.", "2025-02-10"),
        ("es", "La ministra dimitió el jueves de la semana pasada.", "2025-02-06"),
        ("es", "La presa se construyó hace diez años.", "2015"),
        ("fr", "La ministre a démissionné avant-hier.", "2025-02-10"),
        ("fr", "Le vote aura lieu lundi prochain.", "2025-02-17"),
        ("fr", "Le barrage a été construit il y a dix-sept ans.", "2008"),
        ("pt", "A ministra demitiu-se ontem.", "2025-02-11"),
    ],
)
def test_the_day_of_publication_settles_what_is_told_by_its_distance_from_it(language: str, text: str, day: str) -> None:
    assert day in [d[: len(day)] for d in dates(text, language)]


def test_a_weekday_still_to_come_is_the_next_one() -> None:
    assert dates("The vote will be held on Friday.", "en", ahead=True) == ["2025-02-14"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "يتوقف المرشحون قبل يومين من التصويت."),
        ("en", "They stopped two days before the vote."),
        ("en", "It happened two years earlier."),
    ],
)
def test_what_counts_from_another_event_is_no_date(language: str, text: str) -> None:
    assert dates(text, language) == []


def test_a_number_behind_a_weekday_that_counts_something_is_no_day() -> None:
    assert dates("On Friday 10 people left.", "en") == ["2025-02-07"]


def test_a_date_with_its_month_is_none_that_publication_settles() -> None:
    assert dates("She resigned on 3 May.", "en") == []
