"""Where a command's text goes: standard output or standard error, always UTF-8, as wide as the reader's window."""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from factcheck.reports.bidi import clean, clean_in_place, terminal_isolates

if TYPE_CHECKING:
    from factcheck.problems import Problem
    from factcheck.reports.layout import View

_LEFT_TO_RIGHT = "\u200e"


def use_utf8() -> None:
    """Make standard output and error UTF-8 whatever the locale says; what UTF-8 cannot hold is written as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def view_of(options: str = "") -> View:
    """Return how text on standard output is to look; `options` are those that hints must repeat, with a leading space."""
    from factcheck.reports.layout import View

    terminal = sys.stdout.isatty()
    term = os.environ.get("TERM", "")
    return View(
        width=_width(terminal),
        colour=_colour(terminal, term),
        isolate=terminal and terminal_isolates(term),
        options=options,
    )


def write(pieces: Iterable[str], view: View) -> None:
    """Write a screen on standard output, piece by piece; each ends where a line or a row does."""
    for piece in pieces:
        click.echo(piece, nl=False, color=view.colour)


def write_article(text: str) -> None:
    """Write an article's text as it is, so that offsets count in it; a terminal gets U+FFFD for control characters."""
    if sys.stdout.isatty():
        shown = clean_in_place(text)
        click.echo(shown, nl=not shown.endswith("\n"))
        return
    # As bytes, so that line ends stay what they are and no escape is taken for a colour.
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))


def print_problems(problems: Iterable[Problem]) -> None:
    """Write problems on standard error, one after the other, after everything that stands on standard output."""
    sys.stdout.flush()
    mark = _line_mark()
    for problem in problems:
        click.echo("\n".join(mark + clean_line(line) for line in str(problem).splitlines()), err=True)


def _line_mark() -> str:
    """Return what lays a line out from the left on a terminal, so that behind an Arabic file name line and column keep their place."""
    if not sys.stderr.isatty():
        return ""
    from factcheck.reports.bidi import terminal_isolates

    return _LEFT_TO_RIGHT if terminal_isolates(os.environ.get("TERM", "")) else ""


def clean_line(line: str) -> str:
    """Return one line without control characters, its indent kept."""
    return " " * (len(line) - len(line.lstrip(" "))) + clean(line).strip()


def leave_quietly() -> None:
    """Let nothing more be written to a closed pipe or a full disk: the interpreter flushes standard output once again as it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _width(terminal: bool) -> int:
    from factcheck.reports.layout import PIPED_WIDTH

    if terminal:
        return shutil.get_terminal_size((PIPED_WIDTH, 24)).columns
    columns = os.environ.get("COLUMNS", "")
    return int(columns) if columns.isdecimal() and int(columns) else PIPED_WIDTH


def _colour(terminal: bool, term: str) -> bool:
    """Follow no-color.org and force-color.org; NO_COLOR wins, and neither counts when empty."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return terminal and term not in ("dumb", "unknown")
