"""Fixtures of all tests: the hand-made report, and golden screens (`--update-golden` writes them anew)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sample_report import sample_report

from factcheck.model import Report


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write golden files instead of comparing with them")


@pytest.fixture
def report() -> Report:
    return sample_report()


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare text with `golden/NAME` beside the test file."""

    def compare(name: str, text: str) -> None:
        path = Path(request.path).parent / "golden" / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.exists(), f"no golden file {path.name}; run pytest --update-golden and read what it wrote"
        assert text == path.read_text(encoding="utf-8")

    return compare
