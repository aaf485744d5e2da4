"""The `names` and `synonyms` of a catalogue: spellings of one name, and words that mean the same."""

from __future__ import annotations

from factcheck.catalogue.fields import Page, is_empty, named_pairs, read_list, read_text, refused
from factcheck.catalogue.nodes import Mapping, Node, Scalar
from factcheck.catalogue.wording import shown
from factcheck.language.folding import fold
from factcheck.problems import Location

_NAMES_EXAMPLE = "musk: [Elon Musk, Musk, إيلون ماسك]"
# What parts the items of a list in other writing than that of YAML.
_PARTING = ("،", "؛", ";")
_SYNONYMS_EXAMPLE = "- [leave, quit, step down]"


class Names:
    """The names of all files together, in file order."""

    def __init__(self) -> None:
        self._spellings: dict[str, dict[str, None]] = {}
        self._owners: dict[str, tuple[str, Location]] = {}

    def read(self, page: Page, node: Node) -> None:
        """Add the `names` of one file; a spelling of two names is noted as a warning."""
        if is_empty(node) or refused(node):
            return
        if not isinstance(node, Mapping):
            message = "'names' must be lines of one name each, with an id and its spellings"
            page.error("wrong-kind", node, message, f"for example: {_NAMES_EXAMPLE}")
            return
        for name, key, value in named_pairs(page, node):
            if not name:
                page.error("empty-text", key, "the id of this name is empty", f"for example: {_NAMES_EXAMPLE}")
                continue
            spellings = self._spellings.setdefault(name, {})
            items = (
                [value]
                if isinstance(value, Scalar) and value.value
                else read_list(page, value, f"the name {shown(name)}", _NAMES_EXAMPLE) or []
            )
            for item in items:
                spelling = read_text(page, item, f"a spelling of the name {shown(name)}", _NAMES_EXAMPLE)
                if spelling is not None:
                    _check_marks(page, spelling, item, alone=item is value)
                    spellings[spelling] = None
                    self._check_owner(page, name, spelling, item)

    def joined(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return each name's id and its spellings, of all files read so far."""
        return tuple((name, tuple(spellings)) for name, spellings in self._spellings.items())

    def _check_owner(self, page: Page, name: str, spelling: str, node: Node) -> None:
        owner, place = self._owners.setdefault(" ".join(fold(spelling).split()), (name, page.place(node)))
        if owner != name:
            message = f"{shown(spelling)} is a spelling of two names: {shown(name)} here, and {shown(owner)} at {place}"
            page.warn("shared-spelling", node, message, "keep it under the name that it usually means, or join the two names")


def _check_marks(page: Page, spelling: str, node: Node, *, alone: bool) -> None:
    """Warn of a spelling that looks like several: a list without its brackets, or with Arabic commas in it."""
    # "Acme, Inc." may stand in a list.
    mark = next((mark for mark in (*_PARTING, *([","] if alone else [])) if mark in spelling), None)
    if mark is not None:
        message = f"{shown(spelling)} is read as one spelling with '{mark}' in it"
        page.warn("list-as-text", node, message, "write a list in brackets, parted by commas: [first, second]")


def read_synonyms(page: Page, node: Node) -> list[tuple[str, ...]]:
    """Return the groups of one file."""
    items = read_list(page, node, "'synonyms'", _SYNONYMS_EXAMPLE) or []
    if items and all(isinstance(item, Scalar) and not item.refused for item in items):
        message = "each group of synonyms is a list of its own, but single words stand here"
        page.error("wrong-kind", items[0], message, f"put each group in square brackets: {_SYNONYMS_EXAMPLE}")
        return []
    groups = []
    for item in items:
        words = read_list(page, item, "a group of synonyms", _SYNONYMS_EXAMPLE)
        if words is None:
            continue
        group = [word for each in words if (word := read_text(page, each, "a synonym", _SYNONYMS_EXAMPLE)) is not None]
        if len(words) < 2:
            page.error("too-few-synonyms", item, "a group of synonyms needs two words or more", f"for example: {_SYNONYMS_EXAMPLE}")
        groups.append(tuple(group))
    return groups
