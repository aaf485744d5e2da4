"""Text that somebody wrote to bring the program to a stop: endless numbers, marks and names, and days that no calendar has."""

from __future__ import annotations

import pytest

from factcheck.language.datelines import published_date
from factcheck.model import Catalogue, Claim, Question, Sentence, Source
from factcheck.pipeline import gather_evidence

CLAIMS = Claim("1", "The bridge opened on 7 May 2021"), Claim("2", "The bridge opened on 9 May 2021")
DATES = Question("q", "When did the bridge open?", claims=CLAIMS)


def evidence(text: str, published: str | None = "2021-05-08") -> list[str]:
    source = Source("a", "a.txt", text, (Sentence(0, 0, len(text), 1, 1),), language="en", published=published)
    return [e.claim or "" for e in gather_evidence(Catalogue((DATES,), ()), [source])]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("The bridge opened 1000000 days ago.", "2021-05-08"),
        ("The bridge opened a million years ago.", "2021-05-08"),
        ("The bridge opened 200000 weeks ago.", "2021-05-08"),
        ("The bridge opened on Friday.", "0001-01-01"),
        ("The bridge opened yesterday.", "0001-01-01"),
        ("The bridge opens next Monday.", "9999-12-31"),
        ("The bridge opens tomorrow.", "9999-12-31"),
    ],
)
def test_a_day_that_no_calendar_has_is_no_day(text: str, published: str) -> None:
    assert evidence(text, published) == []


@pytest.mark.parametrize("text", ["file " + "1" * 5000, "1" * 5000 + "th", "at " + "1" * 5000 + ":30", "+" * 20000, "'" * 1500])
def test_endless_numbers_and_marks_stop_nothing(text: str) -> None:
    assert evidence(f"The bridge opened on 7 May 2021, they considered {text} the bridge.") is not None


def test_a_row_of_month_names_is_read_once() -> None:
    assert published_date("/".join(["May"] * 60) + " 3 2024", "en") is None
