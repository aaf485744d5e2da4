"""Commands whose help ends with examples that can be copied."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click


def write_examples(formatter: click.HelpFormatter, examples: Sequence[str]) -> None:
    """Write the examples, one a line and never wrapped."""
    with formatter.section("Examples"):
        for example in examples:
            formatter.write(f"{'':{formatter.current_indent}}{example}\n")


class ExampleCommand(click.Command):
    """A command with examples.

    Args:
        examples: Command lines, as typed.
        settings: Whatever `click.Command` takes.
    """

    def __init__(self, *, examples: Sequence[str], **settings: Any) -> None:
        super().__init__(**settings)
        self.examples = tuple(examples)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """End the help with the examples."""
        write_examples(formatter, self.examples)
