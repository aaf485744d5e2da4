"""Dataclasses of the model to JSON and back: each as the list of its fields, in their order.

What is read back is the same value, field by field; what does not fit the type raises ValueError.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

_Type = TypeVar("_Type")
_Convert = Callable[[Any], Any]


def dumps(value: Any) -> bytes:
    """Return a value of dataclasses, tuples, lists, dicts, enums and plain values as JSON in UTF-8."""
    # A line of JSON can hold half of a pair of code units, which UTF-8 alone has no bytes for.
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def loads(kind: type[_Type], data: bytes) -> _Type:
    """Return the value of type `kind` (also a generic one) that `dumps` made the bytes of.

    Raises:
        ValueError: The bytes are not such a value.
    """
    try:
        value: _Type = _reader(cast(Hashable, kind))(json.loads(data.decode("utf-8", "surrogatepass")))
    except (TypeError, KeyError, IndexError, AttributeError, json.JSONDecodeError) as error:
        raise ValueError(f"not a stored {kind}") from error
    return value


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return [_plain(getattr(value, name)) for name in _names(cast(Hashable, type(value)))]
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return value.value if isinstance(value, Enum) else value


@cache
def _names(kind: Hashable) -> tuple[str, ...]:
    assert isinstance(kind, type)  # noqa: S101 - asked of dataclasses only
    return tuple(each.name for each in fields(kind))


@cache
def _reader(kind: Any) -> _Convert:
    """Return the function that makes a value of a type out of what JSON has for it."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        (some,) = (_reader(each) for each in inner if each is not NoneType)
        return lambda value: None if value is None else some(value)
    if origin in (tuple, list, dict):
        return _row_reader(origin, inner)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if is_dataclass(kind):
        make: _Convert = kind  # type: ignore[assignment]
        hints = get_type_hints(kind)
        return _dataclass_reader(make, [hints[name] for name in _names(cast(Hashable, kind))])
    return float if kind is float else _checked(kind)


def _dataclass_reader(make: _Convert, kinds: Sequence[Any]) -> _Convert:
    """Return the same for a dataclass with fields of these types; plain values are only looked at, which is most of the work."""
    plain = [(place, _plain_types(kind)) for place, kind in enumerate(kinds) if _plain_types(kind)]
    others = [(place, _reader(kind)) for place, kind in enumerate(kinds) if not _plain_types(kind)]

    def read(value: Any) -> Any:
        row = list(value)
        if len(row) != len(kinds):
            raise TypeError(f"{len(row)} fields for {len(kinds)}")
        for place, types in plain:
            if type(row[place]) not in types:
                raise TypeError(f"{row[place]!r} is none of {types}")
        for place, convert in others:
            row[place] = convert(row[place])
        return make(*row)

    return read


def _plain_types(kind: Any) -> tuple[type, ...]:
    """Return the types that a value of `kind` can have in JSON, where it is read as it stands there; else nothing."""
    kinds = get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)
    return kinds if all(each in (str, int, bool, NoneType) for each in kinds) else ()


def _row_reader(origin: type, inner: tuple[Any, ...]) -> _Convert:
    """Return the same for a tuple, a list or a dict with keys of text."""
    if origin is dict:
        of = _reader(inner[1])
        return lambda value: {key: of(one) for key, one in value.items()}
    if origin is list or (len(inner) == 2 and inner[1] is Ellipsis):
        each = _reader(inner[0])
        return lambda value: origin(map(each, value))
    readers = tuple(map(_reader, inner))
    return lambda value: tuple(read(one) for read, one in zip(readers, value, strict=True))


def _checked(kind: type) -> _Convert:
    def read(value: Any) -> Any:
        if type(value) is not kind:
            raise TypeError(f"{value!r} is no {kind}")
        return value

    return read
