"""Reads what is known of each language from its data file.

`data/<code>.yaml` holds everything known of one language, in named sections; code asks for a section and
never for a word. A language is added by adding its file.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from factcheck.language.compiled import compiled

_FOLDER = Path(__file__).parent / "data"


@cache
def codes() -> tuple[str, ...]:
    """Return the ISO 639-1 codes of all languages with a data file, in alphabetical order."""
    return tuple(sorted({path.name.split(".")[0] for path in _FOLDER.glob("*.yaml")}))


@cache
def language(code: str) -> dict[str, Any]:
    """Return all sections of one language's data file; empty for a language without one.

    Every scalar is text as it stands in the file: `no` and `1` are "no" and "1".
    """
    paths = data_files(code)
    sections: dict[str, Any] = compiled(f"data-{code}", paths, lambda: dict(read_data(paths)))
    return sections


@cache
def data_files(code: str = "*") -> list[Path]:
    """Return the data files of one language, or of all."""
    return sorted({*_FOLDER.glob(f"{code}.yaml"), *_FOLDER.glob(f"{code}.*.yaml")})


def read_data(paths: Sequence[Path]) -> Any:
    """Return the joined top level of data files: mappings merged, lists appended; scalars are text."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    joined: Any = None
    for path in paths:
        part = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 - builds text, lists, mappings only
        joined = part if joined is None else joined | part if isinstance(part, dict) else joined + part
    return {} if joined is None else joined


def section(code: str, name: str) -> Any:
    """Return one section of a language's data, or an empty mapping where the language has none of that name."""
    return language(code).get(name, {})
