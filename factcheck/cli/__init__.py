"""The command line: the only layer that prints or exits.

`main` reads the arguments, lets one command run, and turns whatever comes of it into an exit code. The module of
a command is imported when it is called, and what it needs when it needs it, so that `factcheck --help` is quick.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from factcheck.cli.errors import exit_code_of
from factcheck.cli.group import PROGRAM, command_line
from factcheck.cli.output import use_utf8

__all__ = ["main"]

_OBJECTS_BETWEEN_COLLECTIONS = 1_000_000


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run `factcheck` and end the process.

    Args:
        arguments: What stands behind the command's name; None for those of this process.

    Raises:
        SystemExit: Always, with 0 done, 1 an example of `factcheck test` that fails, 2 wrong usage or an unusable
            catalogue, path or configuration, 3 nothing to work on, 70 internal error, 130 interrupted.
    """
    use_utf8()
    # Nearly all that a run makes lives until its end and hardly any of it is cyclic, so that looking for cycles is a third of
    # the work and frees nothing; only a run over very many articles is worth a look now and then.
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    code = exit_code_of(lambda: _run(list(sys.argv[1:] if arguments is None else arguments)))
    # The interpreter looks through all that is left as it ends, unless it is told to leave it alone.
    gc.freeze()
    sys.exit(code)


def _run(arguments: list[str]) -> None:
    variable = f"_{PROGRAM.upper()}_COMPLETE"
    if instruction := os.environ.get(variable):
        from click.shell_completion import shell_complete

        # The shell asks what could follow; the script that makes it ask comes from `factcheck completion`.
        sys.exit(shell_complete(command_line, {}, PROGRAM, variable, instruction))
    # Not click's own `main`, which ends with 1 where a reader closes the pipe.
    with command_line.make_context(PROGRAM, arguments) as context:
        command_line.invoke(context)
