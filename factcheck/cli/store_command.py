"""`factcheck store`."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli.examples import ExampleCommand
from factcheck.cli.options import claims_option
from factcheck.cli.output import print_problems

_EXAMPLES = ("factcheck store info", "factcheck store clear", "factcheck store info --claims claims")
_ENDINGS = ("", "-wal", "-shm")
_KILOBYTE = 1000


@click.command("store", cls=ExampleCommand, examples=_EXAMPLES)
@click.argument("action", type=click.Choice(("info", "clear")))
@claims_option
@click.option("--store", type=click.Path(dir_okay=False), metavar="PATH", help="The store, where it lies elsewhere.")
def command(action: str, claims: str, store: str | None) -> None:
    """What is remembered between runs.

    `info` tells where it lies and what is in it. `clear` deletes it; the next run reads everything anew.
    """
    from factcheck.store import Store, default_place

    place = Path(store) if store else default_place(claims)
    shown = store or _short(place)
    if not place.is_file():
        click.echo(f"{shown}: nothing is remembered")
        return
    with Store(place) as opened:
        articles, screens = opened.count("article"), opened.count("screen")
    if action == "clear" and not any(problem.code == "store-foreign" for problem in opened.problems):
        for ending in _ENDINGS:
            Path(f"{place}{ending}").unlink(missing_ok=True)
        click.echo(f"{shown}: cleared")
    elif not opened.problems:
        size = sum(path.stat().st_size for ending in _ENDINGS if (path := Path(f"{place}{ending}")).exists())
        click.echo(f"{shown}: {articles:,} readings of articles, {screens:,} screens, {size // _KILOBYTE:,} kB")
    print_problems(opened.problems)


def _short(place: Path) -> str:
    """Return a path below the working directory without the way to it."""
    here = Path.cwd()
    return place.relative_to(here).as_posix() if place.is_relative_to(here) else place.as_posix()
