"""A line that YAML cannot read, what its author meant by it, and the line as it should be."""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck.catalogue.files import error
from factcheck.catalogue.keys import ALL, BIDI_MARKS, clean
from factcheck.catalogue.nodes import Fault
from factcheck.catalogue.wording import quoted, quoted_whole, shown
from factcheck.problems import Location, Problem

_LEAD = re.compile(r"[ \t]*(?P<dashes>(?:-[ \t]+)*)")
_KEY = re.compile(r"(?P<key>[^\s:#\"'\[\]{}][^:#\"'\[\]{}]*?)[ \t]*:[ \t]+(?=\S)")
_COMMENT = re.compile(r"[ \t]{2,}# .*$")
_AFTER_TEXT = re.compile(r"[ \t]+#")
_NO_SPACE = re.compile(rf"[ \t]*(?:-[ \t]+)*[{BIDI_MARKS}]*(?P<key>{'|'.join(sorted(ALL))}):(?=\S)")
_TYPOGRAPHIC = re.compile("[“”„«»‘’]")
# A value of any kind that is refused wherever it stands, and so hides nothing but itself.
_UNREADABLE = "! ''"


class Finding(NamedTuple):
    """What a fault means.

    Attributes:
        problem: In plain words.
        line: The line that `mended` is for, from 1.
        mended: The line as it should be, or None where nobody can know.
        unreadable: Whether `mended` only steps over a value instead of putting it right.
    """

    problem: Problem
    line: int = 0
    mended: str | None = None
    unreadable: bool = False


class Slot(NamedTuple):
    """The value on a line.

    Attributes:
        start: Where it starts, in code points from 0.
        value: The value as typed, without a comment set apart from it.
        before: The key or dash before it, as help shows it.
    """

    start: int
    value: str
    before: str


def find_slot(lines: list[str], number: int) -> Slot | None:
    """Return the value that stands on a line after its key or dash, or None where there is none."""
    line = line_at(lines, number)
    lead = _LEAD.match(line)
    start = lead.end() if lead else 0
    before = "- " if lead and lead["dashes"] else ""
    key = _KEY.match(line, start)
    if key and (clean(key["key"]) in ALL or not before):
        start, before = key.end(), f"{clean(key['key'])}: "
    elif not before:
        return None
    value = _COMMENT.sub("", line[start:]).rstrip()
    return Slot(start, value, before) if value else None


def line_at(lines: list[str], number: int) -> str:
    """Return a line by its number from 1, or an empty line past the end."""
    return lines[number - 1] if 0 < number <= len(lines) else ""


def character_at(lines: list[str], line: int, column: int) -> str:
    """Return the character at a place, or nothing where there is none."""
    return line_at(lines, line)[column - 1 : column]


def as_text(problem: Problem, slot: Slot, number: int, lines: list[str], text: str | None = None) -> Finding:
    """Return a finding that puts the value on a line in quotes, or `text` in its place."""
    return Finding(problem, number, lines[number - 1][: slot.start] + quoted_whole(slot.value if text is None else text))


def stepped_over(problem: Problem, number: int, column: int, lines: list[str]) -> Finding:
    """Return a finding that steps over the value in brackets that opens at a place, if it fills its line.

    So it does where the line after it begins an item or a key of its own.
    """
    slot = find_slot(lines, number)
    after = next((line for line in lines[number:] if line.strip()), "- ")
    if slot is None or slot.start != column - 1 or not (find_slot(["- ", after], 2) or after.rstrip().endswith((":", "-"))):
        return Finding(problem)
    return Finding(problem, number, lines[number - 1][: slot.start] + _UNREADABLE, unreadable=True)


def quotes_advice(value: str, before: str = "") -> str:
    """Return how to write `value` so that YAML takes it for text, after the key or dash `before`."""
    quote = value[:1]
    if quote in ('"', "'") and value.endswith(quote) and value.count(quote) % 2:
        # The author quoted it already, and an apostrophe inside ended the text too soon.
        value = value[1:-1]
    advice = f"put the whole text in straight quotes: {before}{quoted(value)}"
    if _TYPOGRAPHIC.search(value):
        advice += " (quotes like “ ” are part of the text; they do not quote)"
    return advice


def no_space(line: str) -> str | None:
    """Return the key that stands on `line` with its value but no space after the colon, or None."""
    match = _NO_SPACE.match(line)
    return match["key"] if match else None


def cut_before(fault: Fault, lines: list[str], path: str) -> Problem | None:
    """Explain a fault that comes from ' #' cutting the text right before it; None where it does not."""
    last = fault.last
    if not last or not last.plain:
        return None
    match = _AFTER_TEXT.match(line_at(lines, last.end_line), last.end_column - 1)
    if not match:
        return None
    message = f"' #' begins a comment, so the text ends at {shown(last.value)}"
    advice = 'put the text in quotes, for example: "Musk is #1", or move the comment to a line of its own'
    return error("comment-cuts-text", Location(path, last.end_line, match.end()), message, advice)
