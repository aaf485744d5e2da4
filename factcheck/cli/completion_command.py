"""`factcheck completion`."""

from __future__ import annotations

import click
from click.shell_completion import ShellComplete, get_completion_class

from factcheck.cli.examples import ExampleCommand
from factcheck.cli.group import PROGRAM, command_line

_SHELLS = ("bash", "zsh", "fish")

_EXAMPLES = (
    'eval "$(factcheck completion bash)"            in ~/.bashrc',
    'eval "$(factcheck completion zsh)"             in ~/.zshrc',
    "factcheck completion fish > ~/.config/fish/completions/factcheck.fish",
)


@click.command("completion", cls=ExampleCommand, examples=_EXAMPLES)
@click.argument("shell", type=click.Choice(_SHELLS))
def command(shell: str) -> None:
    """Print the script that completes ids in your shell.

    Commands, options and the ids of your own questions, claims and sources are then completed with Tab.
    """
    kind = get_completion_class(shell)
    if kind is None:  # the list above names only shells that click knows
        raise click.UsageError(f"No completion for {shell}.")
    script = kind(command_line, {}, PROGRAM, f"_{PROGRAM.upper()}_COMPLETE")
    # Not bash's own `source`, which starts bash to ask for its version.
    click.echo(ShellComplete.source(script), nl=False)
