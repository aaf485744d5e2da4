"""`factcheck test`."""

from __future__ import annotations

import click

from factcheck.cli.errors import FINDINGS
from factcheck.cli.examples import ExampleCommand
from factcheck.cli.options import claims_option
from factcheck.cli.output import view_of, write
from factcheck.reports.text_examples import render

_EXAMPLES = (
    "factcheck test",
    "factcheck test --claims claims/openai-history.yaml",
)


@click.command("test", cls=ExampleCommand, examples=_EXAMPLES)
@claims_option
def command(claims: str) -> None:
    """Run the examples that stand in the catalogue.

    Each example is a sentence and the claim that it must support. Ends with 1 where one of them fails. No article
    is read.
    """
    from factcheck import pipeline

    results = pipeline.run_examples(claims)
    view = view_of()
    write((render(results, view),), view)
    if not all(result.passed for result in results):
        click.get_current_context().exit(FINDINGS)
