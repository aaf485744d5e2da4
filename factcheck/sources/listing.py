"""`sources.yaml`: what the user knows of the articles beside it, by file name."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from factcheck.problems import FactcheckError, Location, Problem, Severity
from factcheck.sources.decoding import UndecodableError, decode
from factcheck.sources.document import Metadata
from factcheck.sources.field_names import take_field_names
from factcheck.sources.formats import holds_lines
from factcheck.sources.metadata import compose, read_mapping

FILE_NAME = "sources.yaml"


class Listed(NamedTuple):
    """One entry.

    Attributes:
        metadata: What it says.
        location: Where its file name stands.
        fields: Of a file with an article on each line, the names of fields that are not those of the contract.
    """

    metadata: Metadata
    location: Location
    fields: Mapping[str, str] = MappingProxyType({})


def read_listing(file: Path, shown: str) -> tuple[dict[str, Listed], tuple[Problem, ...]]:
    """Return the entries of one `sources.yaml` by file name as written there, with what is wrong in them.

    Args:
        file: The file.
        shown: Its path as the user gave it, for the problems.

    Raises:
        FactcheckError: The file cannot be read or is no mapping of file names.
    """
    import yaml

    try:
        text = decode(file.read_bytes() or b"\n")
        node = compose(text)
    except (OSError, UndecodableError) as error:
        raise _unusable(Location(shown), _reason(error)) from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = Location(shown, mark.line + 1, mark.column + 1) if mark else Location(shown)
        raise _unusable(place, str(getattr(error, "problem", None) or "the file is not valid YAML")) from None
    if node is None:
        return {}, ()
    if not isinstance(node, yaml.MappingNode):
        raise _unusable(Location(shown, 1, 1), "the file must list file names, each with what is known of the article")
    entries: dict[str, Listed] = {}
    problems: list[Problem] = []
    for key, value in node.value:
        place = Location(shown, key.start_mark.line + 1, key.start_mark.column + 1)
        name = str(key.value) if isinstance(key, yaml.ScalarNode) else ""
        if name in entries:
            problems.append(Problem(Severity.WARNING, "duplicate-file", f"{name} stands here twice; the first entry counts", None, place))
        elif not name or not isinstance(value, yaml.MappingNode):
            help_ = "write the file name, a colon, and below it indented lines such as `title: …`"
            problems.append(Problem(Severity.WARNING, "not-an-entry", f"{name or 'this entry'} has no keys below it", help_, place))
        else:
            fields: Mapping[str, str] = {}
            if holds_lines(name):
                fields, value, found = take_field_names(value, shown)  # noqa: PLW2901 - what is left is read as any other entry
                problems += found
            metadata, found = read_mapping(value, shown)
            entries[name] = Listed(metadata, place, fields)
            problems += found
    return entries, tuple(problems)


def unused_entries(entries: dict[str, Listed], files: set[str]) -> tuple[Problem, ...]:
    """Return a problem for each entry that names no file.

    Args:
        entries: Of one `sources.yaml`.
        files: Paths of all files below its folder, joined with `/`.
    """
    problems = []
    for name, entry in entries.items():
        if name not in files:
            guess = get_close_matches(name, sorted(files), 1)
            help_ = f"did you mean {guess[0]}?" if guess else None
            problems.append(Problem(Severity.WARNING, "no-such-file", f"there is no file {name} beside this list", help_, entry.location))
    return tuple(problems)


def _unusable(place: Location, message: str) -> FactcheckError:
    help_ = (
        "each entry is a file name, a colon, and below it indented lines such as `title: …`; put text that holds ': ' in quotation marks"
    )
    return FactcheckError((Problem(Severity.ERROR, "unusable-sources-list", f"{FILE_NAME} cannot be used: {message}", help_, place),))


def _reason(error: Exception) -> str:
    return (error.strerror or "it cannot be read") if isinstance(error, OSError) else str(error)
