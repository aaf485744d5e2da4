"""A catalogue written in the test itself, read as the file `c.yaml` of an empty folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.catalogue import read_catalogue
from factcheck.model import Catalogue
from factcheck.problems import FactcheckError


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def catalogue(folder: Path) -> Callable[[str], Catalogue]:
    def read(text: str) -> Catalogue:
        (folder / "c.yaml").write_text(text, encoding="utf-8", newline="")
        found, warnings = read_catalogue("c.yaml")
        assert not warnings
        return found

    return read


@pytest.fixture
def problems(folder: Path) -> Callable[[str | bytes], list[str]]:
    """Return all problems of a catalogue as they are printed."""

    def read(text: str | bytes) -> list[str]:
        (folder / "c.yaml").write_bytes(text.encode() if isinstance(text, str) else text)
        try:
            _, found = read_catalogue("c.yaml")
        except FactcheckError as error:
            found = error.problems
        return [str(problem) for problem in found]

    return read
