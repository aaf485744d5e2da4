"""`factcheck match`."""

from __future__ import annotations

import sys

import click

from factcheck.cli.examples import ExampleCommand
from factcheck.cli.options import claims_option, format_option, options_given
from factcheck.cli.output import print_problems, view_of, write
from factcheck.problems import NothingToDo, Problem, Severity

_LIMIT = 5
_EXAMPLES = (
    'factcheck match "Elon Musk left OpenAI in 2018"',
    'factcheck match "غادر ماسك الشركة عام 2019" --limit 1',
    "factcheck match --format json < sentences.txt",
)


@click.command("match", cls=ExampleCommand, examples=_EXAMPLES)
@click.argument("sentences", nargs=-1, metavar="[SENTENCE]...")
@click.option(
    "--limit", type=click.IntRange(min=1), default=_LIMIT, show_default=True, metavar="N", help="How many claims at most for each sentence."
)
@claims_option
@format_option
def command(sentences: tuple[str, ...], limit: int, claims: str, format_name: str) -> None:
    """Which claims a sentence concerns, and what it says of them.

    Claims that fit come first, each with what the sentence says of it, and why. Nothing is listed where no claim
    fits. Without SENTENCE, standard input is read, one sentence a line. No article is read.
    """
    from factcheck import pipeline
    from factcheck.reports.match_report import render

    asked = [sentence for sentence in sentences or _lines() if sentence.strip()]
    if not asked:
        raise NothingToDo(
            (Problem(Severity.ERROR, "no-sentence", "there is no sentence to look for", "write one in quotes, or one a line"),)
        )
    found, problems = pipeline.match(claims, asked, limit)
    view = view_of(options_given())
    write((render(format_name, found, problems, view),), view)
    print_problems(problems)


def _lines() -> list[str]:
    """Return the lines of standard input.

    Raises:
        click.UsageError: Nothing is piped in: a terminal would only wait.
        NothingToDo: What is piped in is no text.
    """
    from factcheck.sources.decoding import UndecodableError, decode

    if sys.stdin.isatty():
        message = "Write a sentence in quotes, or pipe in sentences, one a line."
        raise click.UsageError(message)
    data = sys.stdin.buffer.read()
    try:
        return [line.strip() for line in decode(data).splitlines()] if data.strip() else []
    except UndecodableError as error:
        raise NothingToDo((Problem(Severity.ERROR, "no-sentence", f"standard input: {error}", "save the sentences as UTF-8"),)) from None
