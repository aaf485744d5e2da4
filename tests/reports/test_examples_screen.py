"""The screen of `factcheck test`."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model import Example
from factcheck.problems import Location
from factcheck.reports.layout import View
from factcheck.reports.text_examples import render


@dataclass
class Result:
    question: str
    example: Example
    got: tuple[str, ...]
    passed: bool


def test_examples_that_hold_and_fail_read_as_agreed(golden):
    results = [
        Result("musk-departure", Example("غادر ماسك أوبن إيه آي سنة ٢٠١٩", "musk-left-2019"), ("musk-left-2019",), True),
        Result("musk-departure", Example("He left in 2018.", "musk-left-2018", Location("claims/musk.yaml", 30, 9)), (), False),
        Result("musk-departure", Example("He may leave.", None), ("musk-left-2018", "musk-left-2019"), False),
    ]
    golden("examples.txt", render(results, View()))


def test_a_catalogue_without_examples_says_how_to_write_one():
    assert "examples:" in render([], View())
