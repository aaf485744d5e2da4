"""What a report can be asked to show."""

from __future__ import annotations

from enum import StrEnum


class Screen(StrEnum):
    """One kind of answer, in every format that has it."""

    LIST = "list"
    """Every question of the report."""
    CONFLICTS = "conflicts"
    """The contested questions with their sentences; of one question where a subject is named."""
    SHOW = "show"
    """Everything on the question or claim that is named."""
    SOURCES = "sources"
    """Every source."""
    SOURCE = "source"
    """What the source that is named says, and what of it was left out."""
