"""`factcheck sources`."""

from __future__ import annotations

import click

from factcheck.cli.examples import ExampleCommand
from factcheck.cli.identifiers import find_source
from factcheck.cli.options import claims_option, complete_source, format_option, options_given, sources_option
from factcheck.cli.output import print_problems, view_of, write, write_article
from factcheck.reports import Screen, formats, pieces

_EXAMPLES = (
    "factcheck sources",
    "factcheck sources 002",
    "factcheck sources 002 --text",
)


@click.command("sources", cls=ExampleCommand, examples=_EXAMPLES)
@click.argument("source", required=False, metavar="[ID]", shell_complete=complete_source)
@click.option("--text", "as_text", is_flag=True, help="Print the text of ID that offsets, lines and columns count in.")
@claims_option
@sources_option
@format_option
def command(source: str | None, as_text: bool, claims: str, sources: tuple[str, ...], format_name: str) -> None:
    """The articles, or what one article says.

    Without ID, every article with its title, date, language and copies. With ID (or the path of an article), what it
    says on each question, and which stretches of it were left out.
    """
    from factcheck import pipeline

    if as_text:
        if source is None:
            message = "--text needs the ID of a source."
            raise click.UsageError(message)
        if format_name != formats()[0]:
            message = "--text prints the text itself, and has no --format."
            raise click.UsageError(message)
        read, problems = pipeline.load_sources(sources)
        found = find_source(source, read)
        write_article(next(each.text for each in read if each.id == found))
        print_problems(problems)
        return
    report = pipeline.run_whole(claims, sources)
    screen = Screen.SOURCES if source is None else Screen.SOURCE
    subject = None if source is None else find_source(source, report.sources)
    view = view_of(options_given())
    write(pieces(format_name, screen, report, view, subject), view)
    print_problems(report.problems)
