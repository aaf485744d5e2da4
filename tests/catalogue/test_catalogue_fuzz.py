"""Whatever a file holds, the reader ends with a catalogue or with problems, never with another error."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factcheck.catalogue import nodes, read_catalogue
from factcheck.problems import FactcheckError

FULL = (Path(__file__).parent / "fixtures" / "full.yaml").read_text(encoding="utf-8")
PIECES = st.sampled_from(
    ["\n", "  ", "- ", ": ", " #", "'", '"', "[", "]", "{", "}", ",", "?", "? ", "*a", "&a ", "!a ", "!!str ", "%", "@", "|", ">", "---\n",
     "...\n",
     "\t", "\r", "<<: ", "\\", "\\x", "\u200f", "\u00a0", "\u2028", "\ufeff", "none", "id: ", "text:", "claims:\n", "questions:\n",
     "names:\n", "~", "٢", "\0"]
)  # fmt: skip


def outcome(data: bytes, parser: str) -> str:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(nodes, "loader", lambda: getattr(yaml, parser))
        patch.chdir(folder)
        Path("c.yaml").write_bytes(data)
        try:
            found, problems = read_catalogue("c.yaml")
        except FactcheckError as error:
            found, problems = None, error.problems
            assert problems
        # Each can be printed, and says in one line what and in one line what to do.
        assert all(len(str(problem).encode().splitlines()) == 2 and problem.help for problem in problems)
        places = [(problem.location.line or 0, problem.location.column or 0) for problem in problems if problem.location]
        assert places[:-1] == sorted(places[:-1])
        return repr((found, problems))


def check(data: bytes) -> None:
    for parser in ("CSafeLoader", "SafeLoader"):
        assert outcome(data, parser) == outcome(data, parser)


@settings(deadline=None)
@given(st.text(max_size=200))
@example('a: "\\UFFFFFFFF"')
@example("%YAML 1." + "9" * 5000 + "\n---\na")
@example("!%FF x")
def test_any_text(text: str) -> None:
    check(text.encode())


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    check(data)


@settings(deadline=None)
@given(st.lists(PIECES | st.text(max_size=3), max_size=60))
def test_any_mixture_of_what_yaml_knows(pieces: list[str]) -> None:
    check("".join(pieces).encode())


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(FULL)), st.integers(0, 12), PIECES | st.text(max_size=3)), min_size=1, max_size=6))
def test_any_change_to_a_right_catalogue(changes: list[tuple[int, int, str]]) -> None:
    text = FULL
    for at, dropped, put in changes:
        text = text[:at] + put + text[at + dropped :]
    check(text.encode())
