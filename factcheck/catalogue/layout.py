"""Faults between lines: blanks that are no spaces, tabs, a missing colon or space, lines that do not line up."""

from __future__ import annotations

import re

from factcheck.catalogue.files import error, split_lines
from factcheck.catalogue.keys import ALL, BIDI_MARKS, clean
from factcheck.catalogue.mending import Finding, character_at, cut_before, line_at, no_space
from factcheck.catalogue.nodes import Fault
from factcheck.catalogue.wording import one_line, shown
from factcheck.problems import Location, Problem, Severity

# Blanks of other kinds, which come with text copied from web pages and are no indentation to YAML.
_FALSE_BLANKS = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
_ODD_LEAD = re.compile(rf"^[ \t]*[{_FALSE_BLANKS}{BIDI_MARKS}][ \t{_FALSE_BLANKS}{BIDI_MARKS}]*(?:-[ \t]+)*", re.MULTILINE)
_FALSE_BLANK = re.compile(f"[{_FALSE_BLANKS}]")
_MARK = re.compile(f"[{BIDI_MARKS}]")
_ITEM = re.compile(r" *(?P<dashes>(?:- +)*)(?=[^\s#])")
_LISTED_LINES = 5


def straightened(text: str, path: str) -> tuple[str, list[Problem]]:
    """Return `text` with lines that begin as their author sees them, and a warning where that changed a blank.

    Blanks of other kinds become spaces, and direction marks move behind the blanks and dashes before which
    they stand; no column of anything else moves.
    """
    blanks: list[re.Match[str]] = []

    def straight(match: re.Match[str]) -> str:
        lead = match.group()
        if _FALSE_BLANK.search(lead) and text[match.end() : match.end() + 1] not in ("", "\n", "\r", "#"):
            blanks.append(match)
        return _FALSE_BLANK.sub(" ", _MARK.sub("", lead)) + "".join(_MARK.findall(lead))

    changed = _ODD_LEAD.sub(straight, text)
    if not blanks:
        return changed, []
    more = f", like {len(blanks) - 1} more" if len(blanks) > 1 else ""
    message = f"this line begins with blanks that are no spaces{more}; they were read as spaces"
    advice = "delete the blanks at the beginning of the line and type spaces; they often come with copied text"
    line = len(split_lines(text[: blanks[0].start()]))
    return changed, [Problem(Severity.WARNING, "false-space", message, advice, Location(path, line, 1))]


def explain_tab(fault: Fault, lines: list[str], path: str) -> Finding:
    """Explain a tab where YAML wants spaces, and name the other lines that begin with one."""
    tabbed = [number for number, line in enumerate(lines, 1) if "\t" in line[: len(line) - len(line.lstrip())] and line.strip()]
    message = "a tab stands here where YAML wants a space"
    if fault.line in tabbed:
        others = [str(number) for number in tabbed if number != fault.line]
        more = f" and {len(others) - _LISTED_LINES} more" if len(others) > _LISTED_LINES else ""
        also = f" (also line {', '.join(others[:_LISTED_LINES])}{more})" if others else ""
        message = f"this line is indented with a tab; YAML wants spaces{also}"
    place = Location(path, fault.line, fault.column)
    return Finding(error("tab-indentation", place, message, "replace each tab with two spaces"))


def explain_layout(fault: Fault, lines: list[str], path: str) -> Finding:
    """Explain any fault that no single text accounts for."""
    cut = cut_before(fault, lines, path)
    if cut:
        return Finding(cut)
    first = fault.last.line if fault.last and fault.last.line < fault.line else fault.line - 1
    key = fault.context_line if "simple key" in fault.context else fault.line
    for number in sorted({first, key, fault.line}):
        finding = _slip(number, line_at(lines, number), path)
        if finding:
            return finding
    return Finding(_misplaced(fault, lines, path))


def _slip(number: int, line: str, path: str) -> Finding | None:
    """Find a slip on one line that breaks the lines around it."""
    key = no_space(line)
    if key:
        start = line.index(f"{key}:")
        value = line[start + len(key) + 1 :]
        problem = error(
            "no-space", Location(path, number, start + 1), f"a space is missing after '{key}:'", f"write it as: {key}: {one_line(value)}"
        )
        return Finding(problem, number, f"{line[:start]}{key}: {value}")
    bare = clean(line.strip().removeprefix("-"))
    if bare in ALL:
        place = Location(path, number, line.index(bare) + 1)
        return Finding(error("no-colon", place, f"a colon is missing after '{bare}'", f"write it as: {bare}:"), number, f"{line.rstrip()}:")
    return None


def _misplaced(fault: Fault, lines: list[str], path: str) -> Problem:
    place = Location(path, fault.line, fault.column)
    if "parsing a block" in fault.context:
        message = "this line does not line up with the lines above it"
        beside = _beside(fault.line, lines)
        advice = "begin it in the same column as the lines that it belongs to; indent with spaces only"
        if beside:
            advice = f"begin it in column {beside[1]} if it belongs beside line {beside[0]}; indent with spaces only"
        return error("bad-indentation", place, message, advice)
    if "mapping values are not allowed" in fault.problem:
        message = "a key stands here, but YAML is still reading the text of the line above"
        advice = "begin the key in the same column as the keys above it; put a text of several lines in quotes"
        return error("bad-indentation", place, message, advice)
    if "could not find expected ':'" in fault.problem:
        place = Location(path, fault.context_line or fault.line, fault.context_column or None)
        advice = "write '- ' before a claim, for example: - Musk left OpenAI in 2018"
        return error("yaml-syntax", place, "this line is neither 'key: value' nor '- text'", advice)
    seen = character_at(lines, fault.line, fault.column)
    at = f" at {shown(seen)}" if seen.strip() else ""
    advice = "each line is 'key: value' or '- text'; put text with punctuation in quotes: - \"Musk: I left\""
    return error("yaml-syntax", place, f"this cannot be read as YAML{at}: {fault.problem}", advice)


def _beside(number: int, lines: list[str]) -> tuple[int, int] | None:
    """Return line and column of the nearest line above of the same kind, an item or a key, or None."""
    wanted = line_at(lines, number).lstrip().startswith("- ")
    for above in range(number - 1, 0, -1):
        item = _ITEM.match(lines[above - 1])
        if item and (not wanted or item["dashes"]):
            return above, (item.start("dashes") if wanted else item.end()) + 1
    return None
