"""Which texts can be told apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.catalogue.rivals import alike, signature
from factcheck.language.folding import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Musk left.", "musk  LEFT"),
        ("استقال ماسك", "إستقال ماسك"),
        ("عام ٢٠١٨", "عام 2018"),
        ("“No”, he said", "'no' he said"),
        ("COVID-19", "Covid 19"),
        ("in 2018, he left", "in 2018 he left."),
        ("٩٧٫٤ مليار", "97.4 مليار"),
        ("non-profit", "nonprofit"),
    ],
)
def test_spelling_case_and_punctuation_tell_nothing_apart(one: str, other: str) -> None:
    assert signature(one) == signature(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("97.4 billion", "974 billion"), ("-5 degrees", "5 degrees"), ("it is -5", "it is 5"), ("$5", "€5"), ("5%", "5"), ("12:30", "1230"),
     ("1 2", "12"), ("C", "C++"), ("C", "C#"), ("2018-2019", "20182019"), ("हिन्दी", "हनद")],
)  # fmt: skip
def test_figures_and_symbols_do(one: str, other: str) -> None:
    assert signature(one) != signature(other)


def test_only_rivals_are_compared() -> None:
    assert list(alike([["one", "One!", "uno"], ["two", "UNO"], ["", "…"], ["?"]])) == [(1, 1, 0, 2)]


@given(st.text())
def test_folded_text_has_the_signature_of_its_text(text: str) -> None:
    assert signature(fold(text)) == signature(text)
