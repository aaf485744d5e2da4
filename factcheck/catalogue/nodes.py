"""YAML text to a tree of plain nodes, each with its place; no value is ever given a type.

The tree is built from parser events, so that aliases, anchors, tags, a second document and runaway nesting
are met and refused one by one, before anything could grow out of them. Both of PyYAML's parsers give the
same tree; the fast one is taken where it is there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from factcheck.catalogue.files import control_in, error, split_lines
from factcheck.catalogue.wording import quoted, shown
from factcheck.problems import Location, Problem

if TYPE_CHECKING:
    import yaml

MAX_DEPTH = 50
"""Deepest nesting that is read; the catalogue's own form needs eight levels."""


@dataclass(slots=True)
class Scalar:
    """A word or text as it was typed.

    Attributes:
        value: The text; never typed, so `no` and `2018` stay text.
        plain: Whether it stands without quotes.
        line, column: Where it begins, in code points from 1.
        end_line, end_column: One past its last character.
        refused: Whether a problem with it has been reported, so that no second one need be.
    """

    value: str
    plain: bool
    line: int
    column: int
    end_line: int
    end_column: int
    refused: bool = False


@dataclass(slots=True)
class Sequence:
    """A list; `flow` tells `[a, b]` from lines with dashes."""

    flow: bool
    line: int
    column: int
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """Keys with their values, in file order and with duplicates; `flow` tells `{a: b}` from lines."""

    flow: bool
    line: int
    column: int
    pairs: list[tuple[Node, Node]] = field(default_factory=list)


Node = Scalar | Sequence | Mapping


class Fault(NamedTuple):
    """Where and why the parser gave up, in its own words; lines and columns from 1, 0 where it names none.

    Attributes:
        problem, line, column: What it met.
        context, context_line, context_column: What it was doing, and since where.
        opened: Line and column of the innermost bracket that is open.
        last: The last text or word before.
    """

    problem: str
    context: str
    line: int
    column: int
    context_line: int
    context_column: int
    opened: tuple[int, int]
    last: Scalar | None


@dataclass(slots=True)
class Tree:
    """What one file holds.

    Attributes:
        root: The top node, or None where the file is empty or broken.
        lines: The file's lines without their ends.
        problems: What was refused on the way.
        fault: Why the parser gave up, or None.
    """

    root: Node | None
    lines: list[str]
    problems: list[Problem]
    fault: Fault | None = None


def loader() -> type[yaml.SafeLoader | yaml.CSafeLoader]:
    """Return PyYAML's fast loader where it was built, else the one in Python."""
    import yaml

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def build_tree(text: str, path: str, unreadable: frozenset[int] = frozenset()) -> Tree:
    """Return the tree of `text`; raises nothing that `text` could cause.

    Args:
        text: The file.
        path: For the places of problems.
        unreadable: Lines on which a value stands tagged in the place of one that could not be read; it is
            refused without another problem.
    """
    import yaml

    builder = _Builder(path, split_lines(text), unreadable)
    fault = None
    try:
        for event in yaml.parse(text, Loader=loader()):
            if not builder.take(event):
                break
    except yaml.MarkedYAMLError as reason:
        fault = _fault(reason, builder)
    except (yaml.YAMLError, ValueError, OverflowError):
        # The parser in Python lets these through for escapes and version numbers beyond all bounds.
        last = builder.last
        line, column = (last.line, last.column) if last else (1, 1)
        fault = Fault("a number behind a backslash or % is too large", "", line, column, 0, 0, (0, 0), last)
    root = None if fault or builder.stopped else builder.root
    return Tree(root, builder.lines, builder.problems, fault)


def _place(mark: yaml.error.Mark | yaml._yaml.Mark | None) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark else (0, 0)


def _fault(reason: yaml.MarkedYAMLError, builder: _Builder) -> Fault:
    line, column = _place(reason.problem_mark)
    context_line, context_column = _place(reason.context_mark)
    words = str(reason.problem or reason.context or "unknown").rstrip(".")
    return Fault(
        problem=words,
        context=str(reason.context or ""),
        line=line or context_line or 1,
        column=column or context_column or 1,
        context_line=context_line,
        context_column=context_column,
        opened=builder.opened(),
        last=builder.last,
    )


class _Builder:
    """Takes parser events one by one and keeps the tree so far."""

    def __init__(self, path: str, lines: list[str], unreadable: frozenset[int]) -> None:
        import yaml

        self.path = path
        self.lines = lines
        self.unreadable = unreadable
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self.last: Scalar | None = None
        self.stopped = False
        self._open: list[Sequence | Mapping] = []
        self._keys: list[Node | None] = []
        self._documents = 0
        self._scalar, self._alias = yaml.ScalarEvent, yaml.AliasEvent
        self._sequence, self._mapping = yaml.SequenceStartEvent, yaml.MappingStartEvent
        self._end, self._document = yaml.CollectionEndEvent, yaml.DocumentStartEvent

    def take(self, event: yaml.Event) -> bool:
        """Add one event to the tree; False where reading this file must end."""
        if isinstance(event, self._scalar):
            self._add(self._take_scalar(event))
        elif isinstance(event, self._end):
            self._open.pop()
            self._keys.pop()
        elif isinstance(event, (self._sequence, self._mapping)):
            return self._take_collection(event)
        elif isinstance(event, self._alias):
            self._take_alias(event)
        elif isinstance(event, self._document):
            return self._take_document(event)
        return True

    def opened(self) -> tuple[int, int]:
        """Return line and column of the innermost open bracket, (0, 0) where none is open."""
        inner = self._open[-1] if self._open else None
        return (inner.line, inner.column) if inner and inner.flow else (0, 0)

    def _take_scalar(self, event: yaml.ScalarEvent) -> Scalar:
        start, end = _place(event.start_mark), _place(event.end_mark)
        # A plain scalar has no style; one parser says None, the other an empty string.
        # The line end that closes a block of text (`|` or `>`) is none of the text.
        value = event.value.rstrip("\n") if event.style in ("|", ">") else event.value
        node = Scalar(value, not event.style, *start, *end)
        if event.anchor is not None or event.tag is not None:
            node.refused = True
            if node.line not in self.unreadable:
                self._refuse(event)
        elif event.style == '"' and (control := control_in(event.value)):
            node.refused = True
            what = f"this text holds the control character {control}, written with a backslash"
            self._problem("control-character", start, what, "delete the backslash and what belongs to it, or use single quotes: 'text'")
        self.last = node
        return node

    def _take_collection(self, event: yaml.CollectionStartEvent) -> bool:
        place = _place(event.start_mark)
        if len(self._open) >= MAX_DEPTH:
            what = f"lists and groups are nested more than {MAX_DEPTH} deep here"
            self._problem("nested-too-deep", place, what, "a catalogue needs no more than: questions, claims, wordings")
            self.stopped = True
            return False
        if event.anchor is not None or event.tag is not None:
            self._refuse(event)
        kind = Sequence if isinstance(event, self._sequence) else Mapping
        node = kind(bool(event.flow_style), *place)
        self._add(node)
        self._open.append(node)
        self._keys.append(None)
        return True

    def _take_alias(self, event: yaml.AliasEvent) -> None:
        place = _place(event.start_mark)
        written = self._written(place)
        what = f"{shown(written)} starts with '*', which in YAML repeats another place; a catalogue does not use it"
        self._problem("alias", place, what, f"if it is text, put it in quotes: {quoted(written)}; else write out what it stands for")
        self._add(Scalar(written, True, *place, *_place(event.end_mark), refused=True))

    def _take_document(self, event: yaml.DocumentStartEvent) -> bool:
        self._documents += 1
        if self._documents == 1:
            return True
        what = "a second document begins at this '---'; only one may stand in a file"
        self._problem(
            "several-documents", _place(event.start_mark), what, "delete the line '---', or put what follows it into a file of its own"
        )
        return False

    def _refuse(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        place = _place(event.start_mark)
        written = self._written(place)
        if event.anchor is not None:
            code, what = "anchor", "starts with '&', which in YAML names a place to repeat it later"
        else:
            code, what = "tag", "starts with '!', which in YAML names a data type"
        advice = f"if it is text, put it in quotes: {quoted(written)}; else delete the word with the mark"
        self._problem(code, place, f"{shown(written)} {what}; a catalogue does not use it", advice)

    def _written(self, place: tuple[int, int]) -> str:
        line, column = place
        return self.lines[line - 1][column - 1 :].strip() if line <= len(self.lines) else ""

    def _problem(self, code: str, place: tuple[int, int], message: str, advice: str) -> None:
        self.problems.append(error(code, Location(self.path, *place), message, advice))

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
            return
        key = self._keys[-1]
        if key is None:
            self._keys[-1] = node
        else:
            parent.pairs.append((key, node))
            self._keys[-1] = None
