"""One value out of one node: text, a word, a list, yes or no, the keys of a group; and what is wrong with it.

Every function takes the node as it is in the file and returns None where it cannot be used, after noting a
problem in words that need no knowledge of YAML.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.catalogue.keys import clean, home, meant
from factcheck.catalogue.mending import quotes_advice
from factcheck.catalogue.nodes import Mapping, Node, Scalar, Sequence
from factcheck.catalogue.rivals import signature
from factcheck.catalogue.wording import one_line, quoted, shown
from factcheck.problems import Location, Problem, Severity

_CUT = re.compile(r"([ \t]+)#(.?)")
_BOOLEANS = {"true": True, "false": False}


@dataclass(slots=True)
class Page:
    """One file while it is read.

    Attributes:
        path: As messages print it.
        lines: Its lines without their ends.
        problems: What was found so far, in any order.
    """

    path: str
    lines: list[str]
    problems: list[Problem]

    def place(self, node: Node) -> Location:
        """Return where `node` begins."""
        return Location(self.path, node.line, node.column)

    def error(self, code: str, node: Node | Location, message: str, advice: str) -> None:
        """Note an error at `node`."""
        place = node if isinstance(node, Location) else self.place(node)
        self.problems.append(Problem(Severity.ERROR, code, message, advice, place))

    def warn(self, code: str, node: Node | Location, message: str, advice: str) -> None:
        """Note a warning at `node`."""
        place = node if isinstance(node, Location) else self.place(node)
        self.problems.append(Problem(Severity.WARNING, code, message, advice, place))

    def after(self, node: Scalar) -> str:
        """Return what stands on the line after `node`."""
        return self.lines[node.end_line - 1][node.end_column - 1 :] if node.end_line <= len(self.lines) else ""

    def at(self, node: Node) -> str:
        """Return the rest of the line from where `node` begins."""
        return self.lines[node.line - 1][node.column - 1 :].rstrip() if node.line <= len(self.lines) else ""


def is_empty(node: Node) -> bool:
    """Tell whether nothing was typed: `claims:` with nothing after it."""
    return isinstance(node, Scalar) and node.plain and not node.value and not node.refused


def refused(node: Node) -> bool:
    """Tell whether a problem with `node` has been noted already."""
    return isinstance(node, Scalar) and node.refused


def read_text(page: Page, node: Node, what: str, example: str) -> str | None:
    """Return a text exactly as it was typed.

    Args:
        page: The file that `node` stands in.
        node: Any node.
        what: What the text is, for messages, such as `a wording`.
        example: One line that is right in this place.
    """
    if isinstance(node, Scalar):
        if node.plain and not node.refused:
            _warn_of_cut(page, node)
        if node.refused or any(map(str.isalnum, node.value)) or signature(node.value):
            return node.value
        _note_empty(page, node, what, example)
        return None
    if isinstance(node, Sequence):
        advice = f"write plain text, for example: {example}"
        if page.at(node).startswith("["):
            advice = f"text that begins with '[' must be in quotes; {advice}"
        page.error("wrong-kind", node, f"{what} must be text, but a list stands here", advice)
        return None
    if not _note_colon(page, node):
        advice = f"write plain text, each on a line of its own, for example: {example}"
        page.error("wrong-kind", node, f"{what} must be text, but keys with values stand here", advice)
    return None


def read_word(page: Page, node: Node, what: str, example: str) -> str | None:
    """Return a word such as an id, without the blanks and direction marks around it."""
    if isinstance(node, Scalar):
        if clean(node.value) or node.refused:
            return clean(node.value)
        page.error("empty-text", node, f"{what} is empty", f"fill it in, for example: {example}")
        return None
    kind = "a list" if isinstance(node, Sequence) else "keys with values"
    page.error("wrong-kind", node, f"{what} must be one word, but {kind} stand{'s' * (kind == 'a list')} here", f"for example: {example}")
    return None


def read_boolean(page: Page, node: Node, key: str, default: bool) -> bool:
    """Return true or false, whatever its case; `default` where it is neither."""
    if isinstance(node, Scalar):
        value = _BOOLEANS.get(clean(node.value).lower())
        if value is not None:
            return value
        if node.refused:
            return default
        found = shown(node.value) if node.value.strip() else "nothing"
    else:
        found = "a list" if isinstance(node, Sequence) else "a group of keys"
    page.error("wrong-kind", node, f"'{key}' is either true or false, but {found} stands here", f"write {key}: true or {key}: false")
    return default


def read_list(page: Page, node: Node, what: str, example: str) -> list[Node] | None:
    """Return the items of a list; an empty list where nothing was typed."""
    if isinstance(node, Sequence):
        return node.items
    if is_empty(node):
        return []
    if refused(node):
        return None
    if isinstance(node, Mapping):
        message = f"{what} must be a list, but keys with values stand here"
    else:
        message = f"{what} must be a list, but the text {shown(node.value)} stands here"
        if isinstance(node, Scalar) and re.match(r"\W*-\S", node.value):
            message += "; a space is missing after '-'"
    page.error("wrong-kind", node, message, f"begin each item on a line of its own with '- ', for example: {example}")
    return None


def read_keys(page: Page, node: Mapping, known: tuple[str, ...], what: str) -> dict[str, Node]:
    """Return the values of a group by key; unknown and repeated keys are noted.

    An unknown key that was clearly meant for a known one is noted and then read as that one, so that one slip
    makes one message.
    """
    values: dict[str, Node] = {}
    guesses: list[tuple[str, Node]] = []
    for key, scalar, value in named_pairs(page, node):
        if key in known:
            values[key] = value
        elif (guess := _note_unknown(page, scalar, value, known, what)) is not None:
            guesses.append((guess, value))
    for key, value in guesses:
        values.setdefault(key, value)
    return values


def named_pairs(page: Page, node: Mapping) -> list[tuple[str, Scalar, Node]]:
    """Return each key as a clean word, its node and its value, the first of each; repeated keys are noted."""
    first: dict[str, Scalar] = {}
    pairs = []
    if page.at(node).startswith("? "):
        _note_question_mark(page, node)
        return []
    for key, value in node.pairs:
        if not isinstance(key, Scalar):
            page.error(
                "wrong-kind",
                key,
                "a key must be a word, but a list or group stands here",
                "for example: question: When did Musk leave OpenAI?",
            )
            continue
        word = clean(key.value)
        if word in first:
            message = f"the key {shown(word)} stands twice here; the first is at {page.place(first[word])}"
            page.error("duplicate-key", key, message, "keep one of the two, or begin a new item with '- '")
            continue
        first[word] = key
        pairs.append((word, key, value))
    return pairs


def require(page: Page, node: Mapping, values: dict[str, Node], key: str, *, what: str, example: str) -> Node | None:
    """Return the value of a key that must be there, or None after noting that it is missing."""
    value = values.get(key)
    if value is None:
        page.error("missing-key", node, f"{what} has no '{key}'", f"add it, for example: {example}")
    return value


def is_plain_text_with_colon(page: Page, node: Mapping, known: tuple[str, ...]) -> bool:
    """Tell whether a group is really one text with ': ' in it, or one that begins with '?'."""
    if page.at(node).startswith("? "):
        return True
    if len(node.pairs) != 1 or page.at(node).startswith("{"):
        return False
    key = node.pairs[0][0]
    return isinstance(key, Scalar) and clean(key.value) not in known and meant(clean(key.value), known) is None


def _note_empty(page: Page, node: Scalar, what: str, example: str) -> None:
    if node.plain and not node.value and _CUT.match(f" {page.after(node).lstrip()}"):
        advice = "text that begins with '#' must be in quotes, for example: - \"#1 in the list\""
        page.error("empty-text", node, f"{what} is empty, because '#' begins a comment", advice)
        return
    found = "is empty" if not node.value.strip() else f"has no letter or digit in it: {shown(node.value)}"
    page.error("empty-text", node, f"{what} {found}", f"fill it in or delete the line, for example: {example}")


def _note_colon(page: Page, node: Mapping) -> bool:
    """Note that a text with ': ' in it was taken for a key; False where this group is none such."""
    written = page.at(node)
    if written.startswith("? "):
        _note_question_mark(page, node)
        return True
    if len(node.pairs) != 1 or written.startswith("{"):
        return False
    key, value = node.pairs[0]
    if not isinstance(key, Scalar) or not isinstance(value, Scalar):
        return False
    text = f"{key.value}: {value.value}".strip() if node.flow else written
    message = f"text with ': ' in it must be in quotes; YAML takes {shown(key.value)} for a key"
    dash = "" if node.flow else "- "
    page.error("text-needs-quotes", Location(page.path, key.end_line, key.end_column), message, quotes_advice(text, dash))
    return True


def _note_question_mark(page: Page, node: Mapping) -> None:
    message = "a text that begins with '?' must be in quotes; YAML gives that mark a meaning of its own"
    page.error("text-needs-quotes", node, message, quotes_advice(page.at(node), "- "))


def _note_unknown(page: Page, key: Scalar, value: Node, known: tuple[str, ...], what: str) -> str | None:
    """Note an unknown key, and return the known one that it was meant for, or None."""
    word = clean(key.value)
    if word == "<<":
        page.error("alias", key, "'<<' copies keys from another place; a catalogue does not use it", "write the keys out")
        return None
    # Where YAML makes up a value, it puts it right behind the key; in lines there is a colon between them.
    if is_empty(value) and (value.line, value.column) == (key.end_line, key.end_column):
        message = f"{shown(word)} stands between commas without a value; a text with a comma inside {{ }} must be in quotes"
        page.error("text-needs-quotes", key, message, 'for example: {says: "In 2019, Musk left", supports: none}')
        return None
    guess = meant(word, known)
    advice = f"did you mean '{guess}'?" if guess else f"{what} can have: {', '.join(known)}"
    if guess is None and (place := home(word)):
        advice = f"{shown(word)} belongs to {place}; {advice}"
    page.error("unknown-key", key, f"{what} has no key {shown(word)}", advice)
    return guess


def _warn_of_cut(page: Page, node: Scalar) -> None:
    """Warn where ' #' ends a text, unless it stands apart as comments do: two spaces before and one after."""
    match = _CUT.match(page.after(node))
    if not match or not node.value or (len(match[1]) > 1 and match[2] in ("", " ")):
        return
    column = node.end_column + len(match[1])
    whole = one_line(node.value + page.after(node))
    message = f"' #' begins a comment, so the text ends at {shown(node.value)}"
    advice = f"put the text in quotes: {quoted(whole)}, or move the comment to a line of its own"
    page.warn("comment-cuts-text", Location(page.path, node.end_line, column), message, advice)
