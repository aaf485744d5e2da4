"""What the words of an article may stand for, in few bytes: enough to tell later that it cannot speak of a question.

A feature is kept as a number of 32 bits. Two features may have one number; then an article is read in vain, and none is missed.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple, Self
from zlib import crc32

_Codes = frozenset[int]


class Reached(NamedTuple):
    """What an article reaches.

    Attributes:
        codes: The numbers of features that its words may stand for, alone or with others.
        whole: Whether all features are among them; else only names of the catalogue are.
    """

    codes: _Codes
    whole: bool

    def as_bytes(self) -> bytes:
        """Return it as `from_bytes` reads it."""
        return (b"w" if self.whole else b"n") + array("I", sorted(self.codes)).tobytes()

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Return what `as_bytes` was made of; ValueError where that is nothing."""
        codes = array("I")
        codes.frombytes(data[1:])
        return cls(frozenset(codes), data[:1] == b"w")


NOTHING = Reached(frozenset(), whole=False)


class Asked(NamedTuple):
    """What an article must reach to speak of a question in one way.

    Attributes:
        names: Of each of these groups, all of names, it must have one.
        others: And of each of these.
        two: Of these groups it must have features of two at least, where there are any.
    """

    names: tuple[_Codes, ...]
    others: tuple[_Codes, ...]
    two: tuple[_Codes, ...]

    def met_by(self, reached: Reached) -> bool:
        """Return whether an article may have all that is asked for."""
        missed = reached.codes.isdisjoint
        if any(map(missed, self.names)):
            return False
        if not reached.whole:
            return True
        return not any(map(missed, self.others)) and (not self.two or sum(not missed(group) for group in self.two) > 1)


def asked_of(groups: Iterable[frozenset[str]], two: Iterable[frozenset[str]]) -> Asked:
    """Return what is asked of an article that must have a feature of each group, and features of two groups of `two`."""
    names: list[_Codes] = []
    others: list[_Codes] = []
    for group in groups:
        (names if all(feature.startswith("n:") for feature in group) else others).append(codes_of(group))
    return Asked(tuple(names), tuple(others), tuple(map(codes_of, two)))


def codes_of(features: Iterable[str]) -> _Codes:
    """Return the numbers of features."""
    return frozenset(map(code_of, features))


@lru_cache(maxsize=1 << 15)
def code_of(feature: str) -> int:
    """Return the number of a feature."""
    return crc32(feature.encode("utf-8", "surrogatepass"))
