"""Reading a file's YAML, and reading on past what cannot be read.

Most broken catalogues hold one text whose punctuation means something to YAML. Such a text is reported in
plain words, put in quotes, and the file is read again, so that one mistake does not hide the next. A fault
that leaves open what was meant ends the file.
"""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.catalogue.files import error
from factcheck.catalogue.keys import ALL
from factcheck.catalogue.layout import explain_layout, explain_tab, straightened
from factcheck.catalogue.mending import Finding, as_text, character_at, cut_before, find_slot, quotes_advice, stepped_over
from factcheck.catalogue.nodes import Fault, Node, build_tree
from factcheck.catalogue.wording import quoted, shown
from factcheck.problems import Location, Problem

# Code points read again in total while mending one file; keeps a large broken file from taking minutes.
_MENDING_BUDGET = 5_000_000
_LEADING = frozenset("?*&!@%`|>,]}[{\"'-")
_QUOTES = ('"', "'")


@dataclass(frozen=True, slots=True)
class Document:
    """One catalogue file as far as it could be read.

    Attributes:
        path: As messages print it.
        root: The top node, or None where the file is empty or broken.
        lines: The lines that `root` counts in.
        problems: Everything wrong with the file as YAML.
    """

    path: str
    root: Node | None
    lines: list[str]
    problems: list[Problem]


def parse(text: str, path: str) -> Document:
    """Return what the YAML of one file holds, with all its faults explained."""
    text, found = straightened(text, path)
    tree = build_tree(text, path)
    mended: set[int] = set()
    unreadable: set[int] = set()
    budget = _MENDING_BUDGET
    while tree.fault:
        finding = _explain(tree.fault, tree.lines, path)
        if finding.line not in mended:
            found.append(finding.problem)
        budget -= len(text)
        if finding.mended is None or finding.line in mended or budget < 0:
            break
        mended.add(finding.line)
        if finding.unreadable:
            unreadable.add(finding.line)
        lines = [*tree.lines]
        lines[finding.line - 1] = finding.mended
        tree = build_tree("\n".join(lines), path, frozenset(unreadable))
    return Document(path, tree.root, tree.lines, found + tree.problems)


def _explain(fault: Fault, lines: list[str], path: str) -> Finding:
    """Return what a fault means and, where it can be known, the line as it should be."""
    what, context = fault.problem, fault.context
    if "mapping values are not allowed" in what:
        return _colon(fault, lines, path)
    if "tab" in what or character_at(lines, fault.line, fault.column) == "\t":
        return explain_tab(fault, lines, path)
    if "quoted scalar" in context:
        return _quotes(fault, lines, path)
    if "parsing a flow" in context:
        return _brackets(fault, lines, path)
    last = fault.last
    if last and not last.plain and last.line < fault.line == last.end_line and "parsing a block" in context:
        # The quote that seems to open on this line closes one from further up.
        return _unclosed(last.line, last.column, lines, path)
    line = fault.context_line if "block scalar" in context else fault.line
    return _leading(line, lines, path) or explain_layout(fault, lines, path)


def _colon(fault: Fault, lines: list[str], path: str) -> Finding:
    slot = find_slot(lines, fault.line)
    if slot is None or fault.column <= slot.start or slot.value[0] in "[{":
        return explain_layout(fault, lines, path)
    message = "text with ': ' in it must be in quotes; YAML takes what stands before the colon for a key"
    place = Location(path, fault.line, fault.column)
    return as_text(error("text-needs-quotes", place, message, quotes_advice(slot.value, slot.before)), slot, fault.line, lines)


def _quotes(fault: Fault, lines: list[str], path: str) -> Finding:
    if "escape" not in fault.problem:
        return _unclosed(fault.context_line, fault.context_column, lines, path)
    message = "in double quotes a backslash begins a special character, and this one is none"
    place = Location(path, fault.line, fault.column)
    slot = find_slot(lines, fault.line)
    if slot and slot.value[0] == '"' == slot.value[-1] and len(slot.value) > 2:
        inner = slot.value[1:-1]
        advice = f"put the text in single quotes: {slot.before}{quoted(inner)}"
        return as_text(error("bad-escape", place, message, advice), slot, fault.line, lines, inner)
    return Finding(error("bad-escape", place, message, "put the text in single quotes, for example: - 'C:\\papers'"))


def _unclosed(line: int, column: int, lines: list[str], path: str) -> Finding:
    quote = character_at(lines, line, column)
    message = f"the quote {quote} that opens here is not closed at the end of its text"
    place = Location(path, line, column)
    slot = find_slot(lines, line)
    if slot is None or slot.start != column - 1 or slot.value[0] not in _QUOTES:
        return Finding(error("unclosed-quote", place, message, 'close it at the end of the text: "text"'))
    text = slot.value.strip(quote)
    advice = f"close it at the end of the text: {slot.before}{quoted(text)}"
    return as_text(error("unclosed-quote", place, message, advice), slot, line, lines, text)


def _brackets(fault: Fault, lines: list[str], path: str) -> Finding:
    line, column = fault.context_line, fault.context_column
    if character_at(lines, line, column) not in ("[", "{"):
        line, column = fault.opened
    return stepped_over(_explain_brackets(fault, (line, column), lines, path), line, column, lines)


def _explain_brackets(fault: Fault, opened: tuple[int, int], lines: list[str], path: str) -> Problem:
    cut = cut_before(fault, lines, path)
    if cut:
        return cut
    opening = character_at(lines, *opened)
    closing = "}" if opening == "{" else "]"
    example = '{says: "Musk said: no", supports: none}' if opening == "{" else '["Musk: left", "Musk: stayed"]'
    found = character_at(lines, fault.line, fault.column)
    if fault.line != opened[0] or not found.strip():
        place = Location(path, *opened)
        message = f"the '{opening}' that opens here is not closed, or a text after it needs quotes"
        return error("unclosed-bracket", place, message, f"close it with '{closing}', and put text with punctuation in quotes: {example}")
    message = f"between '{opening}' and '{closing}' a text with {shown(found)} in it must be in quotes"
    if found.isalnum():
        message = f"between '{opening}' and '{closing}' a comma is missing here, or a text goes on after its closing quote"
    return error("text-needs-quotes", Location(path, fault.line, fault.column), message, f"for example: {example}")


def _leading(number: int, lines: list[str], path: str) -> Finding | None:
    """Explain a text that begins with one of YAML's own marks, or goes on after a closing quote or bracket."""
    slot = find_slot(lines, number)
    if slot is None or slot.value[0] not in _LEADING or (slot.value[0] == "-" and not slot.value.startswith("- ")):
        return None
    first = slot.value[0]
    if first in "[{" and any(f"{key}:" in slot.value for key in ALL):
        return None
    message = f"a text that begins with '{first}' must be in quotes; YAML gives that mark a meaning of its own"
    if first in _QUOTES:
        if slot.value.find(first, 1) == len(slot.value) - 1:
            return None
        message = f"the text goes on after its closing quote {first}, so YAML cannot tell where it ends"
    problem = error("text-needs-quotes", Location(path, number, slot.start + 1), message, quotes_advice(slot.value, slot.before))
    return as_text(problem, slot, number, lines)
