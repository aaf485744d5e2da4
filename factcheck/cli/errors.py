"""How a run ends: what is said on standard error, and the exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

import click

from factcheck.cli.output import leave_quietly, print_problems
from factcheck.problems import FactcheckError

DONE = 0
FINDINGS = 1
INTERNAL_ERROR = 70  # EX_SOFTWARE of sysexits.h
INTERRUPTED = 130  # 128 + SIGINT, as shells count


def exit_code_of(run: Callable[[], None]) -> int:
    """Call `run` and return the code to exit with, having told the user of whatever went wrong."""
    try:
        code = _code_of(run)
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        # The reader has seen enough (`factcheck list | head`).
        leave_quietly()
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _code_of(run: Callable[[], None]) -> int:
    try:
        run()
    except FactcheckError as error:
        print_problems(error.problems)
        return error.exit_code
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo("interrupted", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001 - the last resort: a bug is called a bug, without a traceback
        return _internal_error(error)
    return DONE


def _internal_error(error: Exception) -> int:
    if os.environ.get("FACTCHECK_DEBUG") == "1":
        import traceback

        traceback.print_exc()
    message = " ".join(str(error).split())
    click.echo(
        f"internal error: {type(error).__name__}: {message} (a fault of factcheck, not yours; please report it)",
        err=True,
    )
    return INTERNAL_ERROR
