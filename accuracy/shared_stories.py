"""Measure factcheck against the annotated stories that stand beside the project, where they do: `python accuracy/shared_stories.py`.

Those stories are nobody's to tune on alone: some are set aside, and of them only totals are printed. Their own scorer runs
the command, once as it is and once without the names of the catalogue; word overlap is scored beside it.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import click

_SCORER = Path(__file__).parents[2] / "shared" / "tools" / "score.py"
# Heading, and what the scorer is asked for.
_RUNS = (("factcheck", ()), ("factcheck, catalogues without names", ("--no-names",)), ("word overlap", ("--naive", "token_set")))


@click.command()
def main() -> None:
    """Measure factcheck against the annotated stories that stand beside the project."""
    if not _SCORER.exists():
        click.echo("no stories beside the project: nothing more to measure")
        return
    here = os.environ | {"FACTCHECK": shlex.join([sys.executable, "-m", "factcheck"]), "PYTHONPATH": str(Path(__file__).parents[1])}
    for heading, options in _RUNS:
        click.echo(f"\nstories beside the project: {heading}")
        subprocess.run([sys.executable, str(_SCORER), *options], env=here, check=True)


if __name__ == "__main__":
    main()
