"""`factcheck list`."""

from __future__ import annotations

from collections.abc import Iterable

import click

from factcheck.cli.examples import ExampleCommand
from factcheck.cli.options import complete_source, format_option, options_given, run_options
from factcheck.cli.output import view_of
from factcheck.cli.running import Run, show
from factcheck.model import Report
from factcheck.reports.phrases import ORDER

_STATUSES = [status.value for status in ORDER]
_EXAMPLES = (
    "factcheck list",
    "factcheck list musk --status conflict",
    "factcheck list ماسك",
    "factcheck list --format json > report.json",
)


@click.command("list", cls=ExampleCommand, examples=_EXAMPLES)
@click.argument("query", required=False)
@click.option(
    "--source",
    "voices",
    multiple=True,
    metavar="ID",
    shell_complete=complete_source,
    help="Only questions on which this source says something. May be given again.",
)
@click.option(
    "--status",
    "statuses",
    multiple=True,
    type=click.Choice(_STATUSES),
    metavar="STATUS",
    help=f"Only questions that stand so: {', '.join(_STATUSES)}. May be given again.",
)
@run_options
@format_option
def command(*, query: str | None, voices: tuple[str, ...], statuses: tuple[str, ...], run: Run, format_name: str) -> None:
    """Every question, its claims, and the sources behind each.

    Contested questions come first. QUERY keeps the questions whose text, id or claims contain it; spelling
    variants and vowel signs do not matter.
    """
    view = view_of(options_given())

    def make(report: Report) -> Iterable[str]:
        from factcheck.cli.identifiers import find_source
        from factcheck.model import Status
        from factcheck.reports import Screen, pieces
        from factcheck.reports.selection import narrowed

        wanted = {find_source(voice, report.sources) for voice in voices}
        kept = narrowed(report, query, wanted, {Status(status) for status in statuses})
        return pieces(format_name, Screen.LIST, kept, view)

    show(run, ("list", query, voices, statuses, format_name), view, make)
