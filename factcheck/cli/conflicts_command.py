"""`factcheck conflicts`."""

from __future__ import annotations

from collections.abc import Iterable

import click

from factcheck.cli.examples import ExampleCommand
from factcheck.cli.options import complete_question, format_option, options_given, run_options
from factcheck.cli.output import view_of
from factcheck.cli.running import Run, show
from factcheck.model import Report

_EXAMPLES = (
    "factcheck conflicts",
    "factcheck conflicts musk-departure-year",
    "factcheck conflicts --format json",
)


@click.command("conflicts", cls=ExampleCommand, examples=_EXAMPLES)
@click.argument("question", required=False, metavar="[ID]", shell_complete=complete_question)
@run_options
@format_option
def command(*, question: str | None, run: Run, format_name: str) -> None:
    """Where sources disagree, with their sentences.

    Also where one source contradicts itself, or reports two speakers who disagree. ID keeps one question.
    """
    view = view_of(options_given())

    def make(report: Report) -> Iterable[str]:
        from factcheck.cli.identifiers import find_question
        from factcheck.reports import Screen, pieces

        subject = None if question is None else find_question(question, (finding.question for finding in report.findings))
        return pieces(format_name, Screen.CONFLICTS, report, view, subject)

    show(run, ("conflicts", question, format_name), view, make)
