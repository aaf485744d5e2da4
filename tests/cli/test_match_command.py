"""`factcheck match` from outside: sentences from arguments and standard input, text and JSON, silence."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from factcheck.cli import main

CLAIMS = """
questions:
  - id: departure
    question: When did Musk leave OpenAI?
    claims:
      - {id: left-2018, text: Musk left OpenAI in 2018, wordings: [غادر ماسك أوبن إيه آي عام 2018]}
      - {id: left-2019, text: Musk left OpenAI in 2019}
"""
Run = Callable[..., SimpleNamespace]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `factcheck match` over a small catalogue; `stdin` is what is piped in, None for a terminal."""
    (tmp_path / "claims.yaml").write_text(CLAIMS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str, stdin: bytes | None = None) -> SimpleNamespace:
        piped = io.TextIOWrapper(io.BytesIO(stdin or b""))
        piped.isatty = lambda: stdin is None
        monkeypatch.setattr(sys, "stdin", piped)
        with pytest.raises(SystemExit) as leave:
            main(["match", "--claims", "claims.yaml", *arguments])
        captured = capsys.readouterr()
        return SimpleNamespace(code=leave.value.code, out=captured.out, err=captured.err)

    return call


def test_a_sentence_is_shown_with_the_claims_that_it_concerns(run: Run):
    result = run("Musk left OpenAI in 2018")
    assert (result.code, result.err) == (0, "")
    lines = result.out.splitlines()
    assert lines[:3] == ["Musk left OpenAI in 2018", "  supports  Musk left OpenAI in 2018", "    left-2018"]
    assert "  mentions  Musk left OpenAI in 2019" in lines
    assert "    why: it gives the value of the claim: 2018" in lines
    assert lines[-1] == "next: factcheck show left-2018 --claims claims.yaml"


def test_silence_is_said_and_is_no_error(run: Run):
    result = run("Violin lessons for beginners start again on Thursday")
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines()[1] == "  concerns no claim of the catalogue"


def test_sentences_are_read_one_a_line(run: Run):
    result = run("--limit", "1", stdin="غادر ماسك أوبن إيه آي سنة ٢٠١٩\n\n  \r\nMusk left OpenAI in 2018\n".encode())
    assert result.code == 0
    assert [line for line in result.out.splitlines() if line.startswith("  supports")] == [
        "  supports  Musk left OpenAI in 2019",
        "  supports  Musk left OpenAI in 2018",
    ]
    assert "2 of 2 sentences concern a claim" in result.out


def test_standard_input_may_be_in_an_older_encoding(run: Run):
    result = run("--format", "json", stdin="استقال ماسك من شركة أوبن إيه آي في تلك السنة بعد خلافات طويلة حول الإدارة".encode("cp1256"))
    assert json.loads(result.out)["matches"][0]["language"] == "ar"


def test_json_has_the_documented_keys(run: Run):
    result = run("Musk left OpenAI in 2018", "Nothing of the kind was said", "--format", "json")
    report = json.loads(result.out)
    assert list(report) == ["version", "matches", "problems"]
    first, second = report["matches"]
    assert list(first) == ["sentence", "language", "claims"]
    keys = ["question", "claim", "text", "stance", "score", "shared", "why", "value", "attributed_to", "hedged"]
    assert list(first["claims"][0]) == keys
    assert (first["claims"][0]["claim"], first["claims"][0]["stance"], first["claims"][0]["value"]) == ("left-2018", "supports", "2018")
    assert list(first["claims"][0]["why"]) == ["steps"]
    assert {"name": "value", "outcome": "equal", "detail": "2018"} in first["claims"][0]["why"]["steps"]
    assert second["claims"] == []


def test_without_a_sentence_there_is_nothing_to_do(run: Run):
    result = run(stdin=b"\n \n")
    assert (result.code, result.out) == (3, "")
    assert "no-sentence" in result.err
    result = run(stdin=bytes(range(256)) * 4)
    assert (result.code, result.out) == (3, "")


def test_a_terminal_is_not_waited_for(run: Run):
    result = run()
    assert (result.code, result.out) == (2, "")
    assert "in quotes" in result.err


def test_a_catalogue_that_is_not_there_is_an_error(run: Run):
    result = run("Musk left", "--claims", "nowhere")
    assert (result.code, result.out) == (2, "")


def test_nothing_that_is_asked_can_move_the_cursor(run: Run):
    hostile = "Musk left OpenAI\x1b[2J\u202e in 2018 \x9b5A[red]x[/red]"
    for arguments in ([], ["--format", "json"]):
        shown = run(hostile, *arguments).out
        assert not {"\x1b", "\x9b", "\u202e"} & set(shown)
        assert "[red]x[/red]" in shown
