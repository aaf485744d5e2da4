"""Reports for people and for scripts: one module a format, behind one registry.

A format is a module with `pieces(screen, report, view, subject) -> Iterator[str]` and one line in the table below.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from factcheck.reports.screens import Screen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Report
    from factcheck.reports.layout import View

__all__ = ["Screen", "formats", "pieces", "render"]

# Modules are imported when asked for: a JSON report needs nothing of the text screens.
_FORMATS = {
    "text": "factcheck.reports.text_report",
    "json": "factcheck.reports.json_report",
}


def formats() -> tuple[str, ...]:
    """Return the names of all formats, the default first."""
    return tuple(_FORMATS)


def pieces(format_name: str, screen: Screen, report: Report, view: View, subject: str | None = None) -> Iterator[str]:
    """Return one screen of `report`, each line ending in a line feed, in pieces that are made one after the other.

    Args:
        format_name: One of `formats()`.
        screen: What to show.
        report: The findings to show.
        view: How text is to look; JSON does not heed it.
        subject: Id of the question, claim or source that `SHOW` and `SOURCE` are about (`CONFLICTS` may have one);
            it must stand in the report.

    Raises:
        KeyError: For a format that does not exist.
    """
    made: Iterator[str] = import_module(_FORMATS[format_name]).pieces(screen, report, view, subject)
    return made


def render(format_name: str, screen: Screen, report: Report, view: View, subject: str | None = None) -> str:
    """Return what `pieces` returns as one text."""
    return "".join(pieces(format_name, screen, report, view, subject))
