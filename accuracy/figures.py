"""Figures and the rows of a table: what was found beside what is there, in percent."""

from __future__ import annotations

# What was found and where: the parts that tell one finding from another.
Finding = tuple[str, ...]


def percent(part: int, whole: int) -> str:
    """Return a share as a percentage with one decimal, `-` of nothing."""
    return f"{100 * part / whole:.1f}" if whole else "-"


def precision_recall(reported: set[Finding], true: set[Finding]) -> tuple[str, str, str]:
    """Return precision, recall and their harmonic mean, in percent."""
    right = len(reported & true)
    return percent(right, len(reported)), percent(right, len(true)), percent(2 * right, len(reported) + len(true))


def row(name: str, *cells: str) -> str:
    """Return one row of a table, without blanks at its end."""
    return f"{name:<26}{''.join(f'{cell:>13}' for cell in cells)}".rstrip()


def heading() -> list[str]:
    """Return the two rows above figures of factcheck and, beside them, of word overlap."""
    return [row("", "factcheck", "", "", "word overlap"), row("", "precision", "recall", "F1", "precision", "recall", "F1")]
