"""`factcheck explain`."""

from __future__ import annotations

import click

from factcheck.cli.examples import ExampleCommand
from factcheck.cli.identifiers import find_question, find_source
from factcheck.cli.options import claims_option, complete_question, complete_source, format_option, options_given, sources_option
from factcheck.cli.output import print_problems, view_of, write

_MISSES = 5
_EXAMPLES = (
    "factcheck explain musk-departure-year 002",
    "factcheck explain musk-departure-year 002 --misses 20",
    "factcheck explain musk-departure-year 002 --format json",
)


@click.command("explain", cls=ExampleCommand, examples=_EXAMPLES)
@click.argument("question", metavar="QUESTION", shell_complete=complete_question)
@click.argument("source", metavar="SOURCE", shell_complete=complete_source)
@click.option(
    "--misses", type=click.IntRange(min=0), default=_MISSES, show_default=True, metavar="N", help="How many of the nearest misses to show."
)
@claims_option
@sources_option
@format_option
def command(question: str, source: str, misses: int, claims: str, sources: tuple[str, ...], format_name: str) -> None:
    """Why an article counts on a question as it does.

    Each sentence of SOURCE that counts on QUESTION, with the points for each piece of the claim and the steps that led to
    its stance; then the sentences that came nearest without counting, and what stopped each.
    """
    from factcheck import pipeline
    from factcheck.reports.explain_report import render

    catalogue, warnings = pipeline.load_catalogue(claims)
    articles, problems = pipeline.load_sources(sources)
    asked = find_question(question, catalogue.questions)
    wanted = find_source(source, articles)
    explanation = pipeline.explain(catalogue, next(each for each in articles if each.id == wanted), asked, misses)
    view = view_of(options_given())
    write((render(format_name, explanation, (*warnings, *problems), view),), view)
    print_problems((*warnings, *problems))
