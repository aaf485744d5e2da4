"""Under which names the lines of a file keep what is read of them: those of the contract, or what `sources.yaml` says."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING

from factcheck.problems import Location, Problem, Severity
from factcheck.sources.metadata import KEYS

if TYPE_CHECKING:
    from yaml.nodes import MappingNode, Node

# The key of an entry of `sources.yaml` that gives them.
KEY = "fields"
FIELDS = ("text", *KEYS)


def take_field_names(node: MappingNode, path: str) -> tuple[Mapping[str, str], MappingNode, tuple[Problem, ...]]:
    """Return the field names that an entry gives, the entry without them, and what is wrong with them.

    Args:
        node: The entry of a file with an article on each line.
        path: Of `sources.yaml`, for the problems.
    """
    import yaml

    names: dict[str, str] = {}
    problems: list[Problem] = []
    rest = [(key, value) for key, value in node.value if key.value != KEY]
    for key, value in node.value:
        if key.value != KEY:
            continue
        if not isinstance(value, yaml.MappingNode):
            help_ = f"write it as `{KEY}: {{text: body}}`, where body is what the lines call it"
            problems.append(Problem(Severity.WARNING, "not-field-names", f"{KEY} must give names of fields", help_, _place(path, key)))
            continue
        for field, name in value.value:
            if field.value not in FIELDS:
                problems.append(_unknown(str(field.value), _place(path, field)))
            elif not isinstance(name, yaml.ScalarNode) or not name.value:
                message = f"{field.value} must be the name of one field"
                problems.append(Problem(Severity.WARNING, "not-field-names", message, None, _place(path, field)))
            else:
                names[field.value] = name.value
    return names, yaml.MappingNode(node.tag, rest, node.start_mark, node.end_mark), tuple(problems)


def _unknown(field: str, place: Location) -> Problem:
    guess = get_close_matches(field, FIELDS, 1)
    help_ = (f"did you mean {guess[0]}? " if guess else "") + f"the fields are {', '.join(FIELDS)}"
    return Problem(Severity.WARNING, "unknown-field", f"there is no field {field}", help_, place)


def _place(path: str, node: Node) -> Location:
    return Location(path, node.start_mark.line + 1, node.start_mark.column + 1)
