"""What went wrong, where, and what to do: problems, and the errors that carry them.

Library code returns problems or raises one of these errors; only the command layer prints them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """Whether a problem stops the run."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file.

    Attributes:
        path: As the user gave it, joined with `/`.
        line: From 1, or None where the whole file is meant.
        column: In code points from 1, or None where the whole line or file is meant.
    """

    path: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that a user should know or mend.

    Attributes:
        severity: Error stops the run; warning does not.
        code: Stable kebab-case word, such as `unknown-key`.
        message: What is wrong, in one line without the place.
        help: What to do, in one line, or None where nothing need be done.
        location: Where, or None where no file is concerned.
    """

    severity: Severity
    code: str
    message: str
    help: str | None = None
    location: Location | None = None

    def __str__(self) -> str:
        """Return `file:line:column: error[code]: what`, then an indented `help:` line where there is help."""
        place = f"{self.location}: " if self.location else ""
        first = f"{place}{self.severity}[{self.code}]: {self.message}"
        return f"{first}\n  help: {self.help}" if self.help else first


class FactcheckError(Exception):
    """Something that the user can mend stops the run.

    Attributes:
        problems: Every problem found, errors and warnings, in order of place; never empty.
        exit_code: What the command ends with: 2 for a catalogue, path or setting that cannot be used.
    """

    exit_code = 2

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))

    def __reduce__(self) -> tuple[type[FactcheckError], tuple[tuple[Problem, ...]]]:
        # An exception with fields of its own does not otherwise survive the way between processes.
        return type(self), (self.problems,)


class NothingToDo(FactcheckError):
    """There is no question in the whole catalogue, no source, or no sentence."""

    exit_code = 3
