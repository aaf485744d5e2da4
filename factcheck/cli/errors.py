"""How a run ends: what is said on standard error, and the exit code."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable

import click

from factcheck.cli.output import leave_quietly, print_problems
from factcheck.problems import FactcheckError

DONE = 0
FINDINGS = 1
UNUSABLE = FactcheckError.exit_code
INTERNAL_ERROR = 70  # EX_SOFTWARE of sysexits.h
# What a device answers that has no room left, or that fails.
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EFBIG)
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
    except OSError as error:
        if error.errno not in _NO_ROOM:
            raise
        code = _cannot_write(error)
        leave_quietly()
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
        full = isinstance(error, OSError) and error.errno in _NO_ROOM
        return _cannot_write(error) if full else _internal_error(error)
    return DONE


def _cannot_write(error: Exception) -> int:
    why = getattr(error, "strerror", None) or str(error)
    click.echo(f"error: the output cannot be written: {why}", err=True)
    click.echo("  help: make room, or send it elsewhere, and run it again", err=True)
    return UNUSABLE


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
