"""The format `text`: screens for people, in a terminal or in a file."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Report
from factcheck.reports import text_conflicts, text_list, text_show, text_sources
from factcheck.reports.layout import View, paint
from factcheck.reports.screens import Screen


def pieces(screen: Screen, report: Report, view: View, subject: str | None = None) -> Iterator[str]:
    """Yield one screen as lines of text.

    Args:
        screen: What to show.
        report: The findings.
        view: Width, colour and isolates.
        subject: Id of a question, claim or source, where the screen shows one.
    """
    match screen:
        case Screen.LIST:
            rows = text_list.rows(report, view)
        case Screen.CONFLICTS:
            rows = text_conflicts.rows(report, view, subject)
        case Screen.SHOW:
            rows = text_show.rows(report, view, subject or "")
        case Screen.SOURCES:
            rows = text_sources.rows(report, view)
        case Screen.SOURCE:
            rows = text_sources.rows_of_one(report, view, subject or "")
    yield paint(rows, view)
