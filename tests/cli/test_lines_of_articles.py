"""The commands over articles that stand in lines: of a file, and of standard input."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

CLAIMS = """questions:
  - id: departure
    question: When did Musk leave OpenAI?
    claims:
      - {id: in-2018, text: Elon Musk left OpenAI in 2018}
      - {id: in-2019, text: Elon Musk left OpenAI in 2019}
"""
ROWS = [
    {"id": "monday", "text": "Elon Musk left OpenAI in 2018.", "title": "Musk leaves", "published": "2025-03-02"},
    {"text": "Much has been said of it.\nElon Musk left OpenAI in 2019. \ud83d"},
]
LINES = "".join(json.dumps(row) + "\n" for row in ROWS)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "claims.yaml").write_text(CLAIMS, encoding="utf-8")
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "wire.jsonl").write_text(LINES, encoding="utf-8")
    return tmp_path


def run(folder: Path, *arguments: str, piped: str = "") -> subprocess.CompletedProcess[str]:
    settings = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    return subprocess.run(
        [sys.executable, "-m", "factcheck", *arguments, "--claims", "claims.yaml"],
        cwd=folder, env=settings | {"PYTHONPATH": str(Path(__file__).parents[2])}, input=piped, capture_output=True, text=True,
        encoding="utf-8", check=False, timeout=60,
    )  # fmt: skip


@pytest.mark.parametrize(("path", "piped", "second"), [("news", "", "wire-2"), ("-", LINES, "stdin-2")])
def test_the_report_quotes_each_article_by_its_own_offsets(folder: Path, path: str, piped: str, second: str):
    result = run(folder, "list", "--sources", path, "--format", "json", piped=piped)
    assert (result.returncode, result.stderr) == (0, "")
    report = json.loads(result.stdout)
    assert [(source["id"], source["title"], source["published"]) for source in report["sources"]] == [
        ("monday", "Musk leaves", "2025-03-02"), (second, None, None),
    ]  # fmt: skip
    assert {source["path"] for source in report["sources"]} == {"-" if piped else "news/wire.jsonl"}
    texts = dict(zip(("monday", second), (row["text"] for row in ROWS), strict=True))
    supports = [each for each in report["evidence"] if each["stance"] == "supports"]
    assert [(each["source"], each["claim"], each["line"], each["column"]) for each in supports] == [
        ("monday", "in-2018", 1, 1), (second, "in-2019", 2, 1),
    ]  # fmt: skip
    assert all(texts[each["source"]][each["start"] : each["end"]] == each["quote"] for each in report["evidence"])


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        (["conflicts"], "Elon Musk left OpenAI in 2019."),
        (["show", "departure"], "monday"),
        (["explain", "departure", "monday"], "Elon Musk left OpenAI in 2018."),
        (["sources"], "wire-2"),
        (["sources", "monday"], "Musk leaves"),
        (["sources", "wire-2", "--text"], "Much has been said of it.\nElon Musk left OpenAI in 2019. "),
    ],
)
def test_every_command_reads_them(folder: Path, arguments: list[str], shown: str):
    result = run(folder, *arguments, "--sources", "news")
    assert (result.returncode, result.stderr) == (0, "")
    assert shown in result.stdout


def test_the_path_of_a_file_with_many_articles_names_none_of_them(folder: Path):
    result = run(folder, "sources", "news/wire.jsonl", "--sources", "news")
    assert (result.returncode, result.stdout) == (2, "")
    assert "unknown-id" in result.stderr


def test_bad_lines_are_told_on_standard_error(folder: Path):
    result = run(folder, "list", "--sources", "-", piped=LINES + "{\n")
    assert result.returncode == 0
    assert result.stderr.startswith("-:3:2: warning[not-json]: the line is not JSON")


def test_standard_input_without_an_article_is_nothing_to_do(folder: Path):
    result = run(folder, "list", "--sources", "-")
    assert (result.returncode, result.stdout) == (3, "")
    assert "error[no-sources]: no article could be read from -" in result.stderr
    assert run(folder, "list", "--sources", "-", "--sources", "-", piped=LINES).returncode == 2
