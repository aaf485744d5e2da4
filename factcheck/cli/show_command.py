"""`factcheck show`."""

from __future__ import annotations

import click

from factcheck.cli.examples import ExampleCommand
from factcheck.cli.identifiers import find_subject
from factcheck.cli.options import claims_option, complete_subject, format_option, options_given, sources_option
from factcheck.cli.output import print_problems, view_of, write
from factcheck.reports import Screen, render

_EXAMPLES = (
    "factcheck show musk-departure",
    "factcheck show musk-left-2018",
    "factcheck show musk-departure --format json",
)


@click.command("show", cls=ExampleCommand, examples=_EXAMPLES)
@click.argument("subject", metavar="ID", shell_complete=complete_subject)
@claims_option
@sources_option
@format_option
def command(subject: str, claims: str, sources: tuple[str, ...], format_name: str) -> None:
    """Everything on one question or one claim.

    All its wordings, and every sentence that supports, denies or mentions it, with the reasons why it counts so.
    """
    from factcheck import pipeline

    report = pipeline.run(claims, sources)
    found = find_subject(subject, report)
    view = view_of(options_given())
    write(render(format_name, Screen.SHOW, report, view, found), view)
    print_problems(report.problems)
