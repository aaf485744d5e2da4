"""The project's own answers held against what careful readers found, where their notes lie beside the project.

What is known to differ stands in `gold_differences.txt`, a line each: a new difference fails, and so does a line
that no longer holds.
"""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
KNOWN = Path(__file__).parent / "gold_differences.txt"
LEAST_PRECISION = 0.85
HEAD = "# Where the report on the seeds differs from what careful readers found, as their tool prints it (pytest --update-golden)."
DIFFERENCES = ("differs: ", "wrong: ", "missed: ")

pytestmark = pytest.mark.skipif(not (SHARED / "tools" / "score.py").exists(), reason="the readers' notes do not lie beside the project")


def output(tool: str, *options: str) -> str:
    """Return what one of the readers' tools prints of this project."""
    environment = os.environ | {"FACTCHECK": f"{shlex.quote(sys.executable)} -m factcheck", "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    command = [sys.executable, str(SHARED / "tools" / tool), *options]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False)
    # Differences make exit 1; anything else is an error of the run.
    assert done.returncode in (0, 1), done.stderr
    assert not done.stderr, done.stderr
    return done.stdout


def known_differences() -> list[str]:
    lines = KNOWN.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


# One test for each tool, since each takes a while: tests that share its output would run it once for every process.
def test_the_seeds_are_read_as_careful_readers_do_but_for_the_known_differences(request: pytest.FixtureRequest) -> None:
    found = [line for line in output("own_catalogue.py").splitlines() if line.startswith(DIFFERENCES)]
    if request.config.getoption("--update-golden"):
        kept = [line for line in found if not line.startswith("wrong: ")]
        KNOWN.write_text("\n".join([HEAD, *kept, ""]), encoding="utf-8", newline="\n")
    assert [line for line in found if line.startswith("wrong: ")] == []
    assert sorted(set(found) - set(known_differences())) == [], "new differences"
    assert sorted(set(known_differences()) - set(found)) == [], "stale lines: these differences are gone"


def test_what_is_found_in_the_stories_is_mostly_right_and_every_quote_is_true() -> None:
    figures: dict[str, Any] = json.loads(output("score.py", "--json"))
    assert figures["quotes that are not text[start:end]"] == 0
    assert figures["support"]["precision"] >= LEAST_PRECISION
