"""JSON as text, piece by piece: a report of a hundred megabytes never stands in memory as one text.

The text is that of `json.dumps` with an indent of two, which spells every value in Python. Here a row of plain values is spelled
at once, by the encoder in C; most of a report is made of such rows.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from json.encoder import encode_basestring
from typing import Any

# Delete, C1 controls and directional overrides: JSON allows them bare, but a terminal obeys them.
# Escaped they are the same text to every reader of JSON.
_UNSAFE = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
# A piece has so many characters or more, but for the last one.
_PIECE = 1 << 16

_spell = json.JSONEncoder(ensure_ascii=False).encode


def dumps(value: Mapping[str, Any]) -> str:
    """Return a value as JSON text that ends in a line feed and that no terminal obeys."""
    return "".join(pieces(value))


def pieces(value: Mapping[str, Any]) -> Iterator[str]:
    """Yield what `dumps` returns, in pieces.

    Args:
        value: Keys with values of JSON; an iterator stands for the list of what it yields, which is asked for row by row.
    """
    waiting: list[str] = []
    size = 0
    for part in _parts(value):
        waiting.append(part)
        size += len(part)
        if size >= _PIECE:
            yield _safe("".join(waiting))
            waiting, size = [], 0
    yield _safe("".join((*waiting, "\n")))


def _safe(text: str) -> str:
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def _parts(value: Mapping[str, Any]) -> Iterator[str]:
    before = "{\n  "
    for key, each in value.items():
        yield before + _key(key)
        if isinstance(each, Iterator):
            yield from _rows(each)
        else:
            yield _spelled(each, 1)
        before = ",\n  "
    yield "{}" if not value else "\n}"


def _rows(rows: Iterable[Any]) -> Iterator[str]:
    before = "[\n    "
    for row in rows:
        yield before
        yield _spelled(row, 2)
        before = ",\n    "
    yield "[]" if before.startswith("[") else "\n  ]"


def _spelled(value: Any, depth: int) -> str:
    """Return the text of a value that stands so many levels deep."""
    if isinstance(value, str):
        return encode_basestring(value)
    if not isinstance(value, dict | list) or not value:
        return _spell(value)
    inside, outside = "\n" + "  " * (depth + 1), "\n" + "  " * depth
    for each in value.values() if isinstance(value, dict) else value:
        if isinstance(each, dict | list) and each:
            break
    else:
        flat: str = _flat(depth + 1)(value)
        return f"{flat[0]}{inside}{flat[1:-1]}{outside}{flat[-1]}"
    if isinstance(value, dict):
        rows = [f"{_key(key)}{_spelled(each, depth + 1)}" for key, each in value.items()]
        return f"{{{inside}{f',{inside}'.join(rows)}{outside}}}"
    return f"[{inside}{f',{inside}'.join([_spelled(each, depth + 1) for each in value])}{outside}]"


@cache
def _key(key: str) -> str:
    """Return the text of a key, up to its value; a report has few keys."""
    return f"{_spell(key)}: "


@cache
def _flat(depth: int) -> Any:
    """Return a function that spells a row of plain values, each on a line of its own that is so many levels deep."""
    return json.JSONEncoder(ensure_ascii=False, separators=(",\n" + "  " * depth, ": ")).encode
