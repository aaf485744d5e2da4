"""The command `factcheck` itself: its options, and the table of its commands."""

from __future__ import annotations

from difflib import get_close_matches
from importlib import import_module

import click

from factcheck import __version__
from factcheck.cli.examples import write_examples

PROGRAM = "factcheck"

# Command to its module and its line in the help; `command` is the name that every module gives its command.
# The line stands here so that showing it imports no command.
COMMANDS = {
    "list": ("factcheck.cli.list_command", "Every question, its claims, and the sources behind each."),
    "conflicts": ("factcheck.cli.conflicts_command", "Where sources disagree, with their sentences."),
    "match": ("factcheck.cli.match_command", "Which claims a sentence concerns, and what it says of them."),
    "show": ("factcheck.cli.show_command", "Everything on one question or one claim."),
    "explain": ("factcheck.cli.explain_command", "Why an article counts on a question as it does."),
    "sources": ("factcheck.cli.sources_command", "The articles, or what one article says."),
    "test": ("factcheck.cli.test_command", "Run the examples that stand in the catalogue."),
    "store": ("factcheck.cli.store_command", "What is remembered between runs."),
    "completion": ("factcheck.cli.completion_command", "Print the script that completes ids in your shell."),
}

_EXAMPLES = (
    "factcheck list",
    "factcheck conflicts --claims claims --sources articles",
    "factcheck show musk-departure-year",
)


class LazyGroup(click.Group):
    """A group that imports the module of a command when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names in the order of the table: everyday ones first."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command, or None where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name][0]).command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the first argument names.

        Raises:
            click.UsageError: Where there is none; it names the nearest.
        """
        if args[0] not in COMMANDS and not args[0].startswith("-") and not ctx.resilient_parsing:
            nearest = get_close_matches(args[0], COMMANDS, n=1)
            hint = f" Did you mean {nearest[0]!r}?" if nearest else ""
            ctx.fail(f"No such command {args[0]!r}.{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the table of commands without importing one."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """End the help with examples."""
        write_examples(formatter, _EXAMPLES)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "--version", prog_name=PROGRAM, message="%(prog)s %(version)s")
def command_line() -> None:
    """Write rival claims as YAML, point at news articles, and read where sources agree and conflict.

    `factcheck COMMAND --help` tells more of each command.
    """
