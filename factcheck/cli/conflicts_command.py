"""`factcheck conflicts`."""

from __future__ import annotations

import click

from factcheck.cli.examples import ExampleCommand
from factcheck.cli.identifiers import find_question
from factcheck.cli.options import claims_option, complete_question, format_option, options_given, sources_option
from factcheck.cli.output import print_problems, view_of, write
from factcheck.reports import Screen, render

_EXAMPLES = (
    "factcheck conflicts",
    "factcheck conflicts musk-departure",
    "factcheck conflicts --format json",
)


@click.command("conflicts", cls=ExampleCommand, examples=_EXAMPLES)
@click.argument("question", required=False, metavar="[ID]", shell_complete=complete_question)
@claims_option
@sources_option
@format_option
def command(question: str | None, claims: str, sources: tuple[str, ...], format_name: str) -> None:
    """Where sources disagree, with their sentences.

    Also where one source contradicts itself, or reports two speakers who disagree. ID keeps one question.
    """
    from factcheck import pipeline

    report = pipeline.run(claims, sources)
    subject = None if question is None else find_question(question, (finding.question for finding in report.findings))
    view = view_of(options_given())
    write(render(format_name, Screen.CONFLICTS, report, view, subject), view)
    print_problems(report.problems)
