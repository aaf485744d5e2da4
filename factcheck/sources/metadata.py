"""What is known of an article besides its text: from front matter, from `sources.yaml`, or worked out from its dateline.

YAML is composed, not loaded: `no` stays a word and `2025-02-12` stays what was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.language.datelines import written_dates
from factcheck.problems import Location, Problem, Severity
from factcheck.sources.document import Metadata

if TYPE_CHECKING:
    from yaml.nodes import MappingNode, Node

KEYS = ("id", "title", "publisher", "published", "language", "url")
# What newsletters and site generators call the same; the contract's own keys win where both stand.
_ALIASES = {"date": "published", "lang": "language", "outlet": "publisher", "site": "publisher"}
_IGNORED = frozenset({"author", "authors", "tags"})
_DATE = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2})(?:[T\s].*)?)?)?")
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9-]+)?")
_PAIR = re.compile(r"""([A-Za-z_]+)\s*:\s*(.*?)\s*$""")


def read_front_matter(text: str, path: str) -> tuple[Metadata, tuple[Problem, ...]] | None:
    """Return what the YAML between the two `---` lines says, or None where it is no mapping (then the lines are rules).

    Broken YAML is read line by line, with a warning that names the place.

    Args:
        text: What stands between the lines; the first `---` is line 1 of the file.
        path: Of the file, for the problems.
    """
    import yaml

    try:
        node = compose(text)
    except yaml.YAMLError as error:
        pairs = [(match.group(1), match.group(2).strip("\"'"), line) for line, match in _pairs(text)]
        if not pairs:
            return None
        place = _error_place(error, path, 1)
        problem = Problem(
            Severity.WARNING, "broken-front-matter", "the front matter is not valid YAML; it was read line by line",
            "put text that holds ': ' or begins with a sign in quotation marks", place,
        )  # fmt: skip
        metadata, problems = _read(((key, value, Location(path, line)) for key, value, line in pairs))
        return metadata, (problem, *problems)
    if not isinstance(node, yaml.MappingNode):
        return None
    return read_mapping(node, path, line_offset=1)


def compose(text: str) -> Node | None:
    """Return the YAML node tree of a text, or None for an empty one.

    Raises:
        yaml.YAMLError: The text is not valid YAML, or holds aliases, which metadata has no use for.
    """
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    for event in yaml.parse(text, Loader=loader):
        if isinstance(event, yaml.AliasEvent):
            raise yaml.YAMLError("aliases (*name) are not read here")
    node: Node | None = yaml.compose(text, Loader=loader)
    return node


def read_mapping(node: MappingNode, path: str, *, line_offset: int = 0) -> tuple[Metadata, tuple[Problem, ...]]:
    """Return the metadata of a YAML mapping, with a problem for each key or value that cannot be used.

    Args:
        node: The mapping.
        path: Of the file, for the problems.
        line_offset: How many lines of the file stand before the YAML.
    """
    import yaml

    def pairs() -> Iterator[tuple[str, str | None, Location]]:
        for key, value in node.value:
            place = Location(path, key.start_mark.line + 1 + line_offset, key.start_mark.column + 1)
            yield str(key.value), value.value if isinstance(value, yaml.ScalarNode) else None, place

    return _read(pairs())


def _read(pairs: Iterator[tuple[str, str | None, Location]]) -> tuple[Metadata, tuple[Problem, ...]]:
    found: dict[str, str] = {}
    from_alias: set[str] = set()
    problems = []
    for key, value, place in pairs:
        key = key.strip("\u200e\u200f\u061c\ufeff ").lower()  # noqa: PLW2901 - invisible marks are no part of a key
        if key in _IGNORED:
            continue
        name = _ALIASES.get(key, key)
        if name not in KEYS:
            problems.append(_unknown_key(key, place))
            continue
        if value is None:
            problems.append(Problem(Severity.WARNING, "not-text", f"{key} must be text, not a list or a mapping", None, place))
            continue
        text = " ".join(value.split())
        if not text or text in ("~", "null"):
            continue
        usable, problem = usable_value(name, text, place)
        if problem:
            problems.append(problem)
        if usable and (name not in found or (name in from_alias and key == name)):
            found[name] = usable
            from_alias -= {name}
            from_alias |= {name} if key != name else set()
    return Metadata(**found), tuple(problems)


def usable_value(name: str, text: str, place: Location | None) -> tuple[str | None, Problem | None]:
    """Return the value of one of `KEYS` in its normal form, or None with the problem that it cannot be read."""
    if name == "published":
        published = iso_date(text)
        help_ = "write it as 2025-02-12, 2025-02 or 2025"
        return published, None if published else Problem(
            Severity.WARNING, "unreadable-date", f'no date can be read from "{text}"', help_, place
        )
    if name == "language":
        language = language_code(text)
        help_ = "write its two-letter code, such as ar, en, fr, es or pt"
        return language, None if language else Problem(Severity.WARNING, "unknown-language", f'"{text}" is no language code', help_, place)
    return text, None


@lru_cache(maxsize=1 << 12)
def iso_date(text: str) -> str | None:
    """Return a written date as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, or None where none can be read.

    Time of day is dropped. Any digits and the month names of all languages are read; `03/04/2025` is not, since it is
    two days.
    """
    western = text.strip()
    if not western.isascii():
        western = "".join(str(int(character)) if character.isdecimal() else character for character in western)
    match = _DATE.fullmatch(western)
    if not match:
        return next((written.iso for written in written_dates(text, None)), None)
    year, month, day = match.groups()
    try:
        whole = date(int(year), int(month or 1), int(day or 1)).isoformat()
    except ValueError:
        return None
    return whole if day else whole[:7] if month else whole[:4]


def language_code(text: str) -> str | None:
    """Return the language of a tag such as `ar-EG` in small letters, or None where it is none."""
    match = _LANGUAGE.fullmatch(text.strip().lower())
    return match.group(1) if match else None


def _unknown_key(key: str, place: Location) -> Problem:
    guess = get_close_matches(key, KEYS, 1)
    help_ = f"did you mean {guess[0]}?" if guess else f"the keys are {', '.join(KEYS)}"
    return Problem(Severity.WARNING, "unknown-key", f"unknown key {key}", help_, place)


def _pairs(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    for index, line in enumerate(text.splitlines()):
        match = _PAIR.match(line)
        if match:
            yield index + 2, match


def _error_place(error: Exception, path: str, line_offset: int) -> Location:
    mark = getattr(error, "problem_mark", None)
    return Location(path, mark.line + 1 + line_offset, mark.column + 1) if mark else Location(path)
