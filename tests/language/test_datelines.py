from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.datelines import dateline_date, published_date, run_in_end

BODY = "\n\nSomething happened in the town on 1 January 2001, the mayor said.\n"


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("LONDON, 3 July 2024", "2024-07-03"),
        ("By Anselm Quayle, 7 February 2025", "2025-02-07"),
        ("ALMARA, November 6, 2025", "2025-11-06"),
        ("The Evening Dial, Friday 20 June 2025", "2025-06-20"),
        ("Published 3rd of July 2024, 10:30 GMT", "2024-07-03"),
        ("(Meridian, 2025-02-12)", "2025-02-12"),
        ("25/02/2025", "2025-02-25"),
        ("تاريخ النشر: 12th, February 2025 GMT", "2025-02-12"),
        ("الرباط – اقتصاد الضفتين – 16 سبتمبر/أيلول 2023", "2023-09-16"),
        ("دمشق – البيان الشامي – ١٣ أيلول ٢٠٢٣", "2023-09-13"),
        ("الميناء – وكالات – السبت ٨ تشرين الثاني ٢٠٢٥", "2025-11-08"),
        ("الرباط – المغرب الآن – السبت 9 شتنبر 2023", "2023-09-09"),
        ("El Meridiano, 3 de diciembre de 2025", "2025-12-03"),
        ("Cap Lindo, lundi 16 mars 2026", "2026-03-16"),
        ("LONDON, 14 March 2024 (Meridian) - The grocer announced that it had agreed to buy its rival", "2024-03-14"),
        ("Updated 5 July 2024, published 3 July 2024", "2024-07-05"),
        ("LONDON, March 14 (Meridian)", None),
        ("03/04/2025", None),
        ("31 February 2025", None),
        ("March 2025", None),
        ("What was said on 3 May 2025", None),
        ("The town was taken on 3 May 2025.", None),
        ("7 October 2023 – the day of the vote – was a bad day for everybody in the town", None),
    ],
)
def test_a_full_date_in_a_dateline_is_the_date_of_publication(line: str, published: str | None) -> None:
    assert published_date(f"The title of it\n\n{line}{BODY}", None) == published


def test_a_title_with_a_date_and_a_body_with_dates_date_nothing() -> None:
    assert published_date(f"What happened in Almara, 3 July 2024{BODY}", "en") is None


def test_the_last_line_dates_an_article_without_a_dateline() -> None:
    body = "".join(f"Sentence number {number} of the article ends here.\n" for number in range(8))
    assert published_date(f"{body}(Meridian, 3 July 2024)\n", "en") == "2024-07-03"


def test_a_dateline_without_a_year_is_still_a_dateline() -> None:
    found = dateline_date("LONDON, July 3 (Kestrel News Service)", "en")
    assert found is not None
    assert found.iso is None


def test_a_dateline_that_runs_into_the_text_ends_behind_its_dash() -> None:
    line = "LONDON, 14 March 2024 (Meridian) - The grocer announced that it had agreed to buy its rival"
    end = run_in_end(line, "en")
    assert end is not None
    assert line[end:].startswith("The grocer")


@given(st.text(max_size=150))
def test_no_line_fails(line: str) -> None:
    published_date(line, "en")
    run_in_end(line, "ar")
