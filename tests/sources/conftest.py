from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.model import Source
from factcheck.problems import Problem
from factcheck.sources import read_sources

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Write files below a folder `news` of an empty working folder; text is written as UTF-8, bytes as they are."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()

    def writer(files: dict[str, str | bytes]) -> Path:
        for name, content in files.items():
            path = tmp_path / "news" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return tmp_path / "news"

    return writer


@pytest.fixture
def read(write: Callable[..., Path]) -> Callable[..., tuple[Source, tuple[Problem, ...]]]:
    """Read one text as `news/a.txt`, or under another name, and return its source and the problems."""

    def reader(content: str | bytes, name: str = "a.txt") -> tuple[Source, tuple[Problem, ...]]:
        write({name: content})
        sources, problems = read_sources(["news"])
        return sources[0], problems

    return reader
