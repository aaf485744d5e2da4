"""`factcheck show`."""

from __future__ import annotations

from collections.abc import Iterable

import click

from factcheck.cli.examples import ExampleCommand
from factcheck.cli.options import complete_subject, format_option, options_given, run_options
from factcheck.cli.output import view_of
from factcheck.cli.running import Run, show
from factcheck.model import Report

_EXAMPLES = (
    "factcheck show musk-departure-year",
    "factcheck show musk-left-2018",
    "factcheck show musk-departure-year --format json",
)


@click.command("show", cls=ExampleCommand, examples=_EXAMPLES)
@click.argument("subject", metavar="ID", shell_complete=complete_subject)
@run_options
@format_option
def command(*, subject: str, run: Run, format_name: str) -> None:
    """Everything on one question or one claim.

    All its wordings, and every sentence that supports, denies or mentions it, with the reasons why it counts so.
    """
    view = view_of(options_given())

    def make(report: Report) -> Iterable[str]:
        from factcheck.cli.identifiers import find_subject
        from factcheck.reports import Screen, pieces

        return pieces(format_name, Screen.SHOW, report, view, find_subject(subject, report))

    show(run, ("show", subject, format_name), view, make)
