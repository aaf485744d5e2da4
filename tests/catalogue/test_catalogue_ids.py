"""Ids that are made from texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.catalogue.ids import IdMaker, slug


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Musk left OpenAI in 2018", "musk-left-openai-in-2018"),
        ("  97.4 billion, he said! ", "97-4-billion-he-said"),
        ("غادر ماسك مجلس إدارة OpenAI عام ٢٠١٨", "غادر-ماسك-مجلس-إدارة-openai-عام-٢٠١٨"),
        ("هل استقال؟", "هل-استقال"),
        ("\u200fنعم\u200e", "نعم"),
        ("हिन्दी में", "हिन्दी-में"),
        ("Cafe\u0301_au lait", "café-au-lait"),
        ("???", ""),
    ],
)
def test_letters_of_any_script_and_digits_are_kept(text: str, made: str) -> None:
    assert slug(text) == made


def test_each_id_is_made_once() -> None:
    make = IdMaker(["yes-2", "given"], "claim").make
    assert [make(text) for text in ("Yes", "yes!", "YES", "given", "None", "…", "!")] == [
        "yes", "yes-3", "yes-4", "given-2", "none-2", "claim", "claim-2",
    ]  # fmt: skip


@given(st.lists(st.text(max_size=8), max_size=30), st.lists(st.text(max_size=4)))
def test_made_ids_never_meet(texts: list[str], taken: list[str]) -> None:
    make = IdMaker(taken, "claim").make
    made = [make(text) for text in texts]
    assert len({*made, *taken, "none"}) == len(made) + len({*taken, "none"})
    assert all(made)
