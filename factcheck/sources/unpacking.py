"""Bytes of a file to its lines, one after the other, never the whole file at once; packed files are unpacked on the way.

Whether a file is packed is told by its first bytes, so that standard input may be packed too.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO, Protocol

# A line of this size is no article; keeping it would only fill the memory.
LONGEST = 50 * 1024 * 1024
# How much is read at a time. What is packed grows, text to about five times its size.
_PLAIN, _PACKED = 1 << 20, 1 << 16
# zstd may look back this far: what is packed with `--long=31` needs it, and nothing else takes the memory.
_FARTHEST = 1 << 31


class BrokenFileError(ValueError):
    """A packed file cannot be unpacked to its end; the message says why."""


class NoUnpackerError(Exception):
    """The package that unpacks such files is not installed."""


class _Unpacker(Protocol):
    """What zlib and zstandard have in common."""

    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, /) -> bytes: ...


def lines_of(file: BinaryIO) -> Iterator[bytes | None]:
    """Yield the lines of a file without their line feeds; None for a line of more than `LONGEST` bytes.

    Raises:
        BrokenFileError: A packed file is damaged or cut off; the lines before that place were yielded.
        NoUnpackerError: The file is packed with zstd, and the package `zstandard` is not there.
        OSError: The file cannot be read on.
    """
    begun: list[bytes] = []
    size = 0
    for chunk in _chunks(file):
        first, *others = chunk.split(b"\n")
        size += len(first)
        if size <= LONGEST:
            begun.append(first)
        else:
            begun.clear()
        if not others:
            continue
        yield b"".join(begun) if size <= LONGEST else None
        last = others.pop()
        yield from others
        begun, size = [last], len(last)
    if size:
        yield b"".join(begun) if size <= LONGEST else None


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    chunk = file.read(_PACKED)
    unpacker = next((make for mark, make in _UNPACKERS.items() if chunk.startswith(mark)), None)
    if unpacker:
        yield from _unpacked(file, chunk, unpacker)
        return
    while chunk:
        yield chunk
        chunk = file.read(_PLAIN)


def _unpacked(file: BinaryIO, chunk: bytes, new: Callable[[], _Unpacker]) -> Iterator[bytes]:
    unpacker = new()
    begun = False
    while chunk:
        try:
            data = unpacker.decompress(chunk)
        except Exception as error:  # noqa: BLE001 - each package has errors of its own, and none of them says more
            raise BrokenFileError(f"it is damaged ({error})") from None
        if data:
            yield data
        begun = not unpacker.eof
        chunk = b""
        if unpacker.eof:
            # A file may hold several packed ones, with zeros between them, each written behind the last.
            chunk = unpacker.unused_data.lstrip(b"\0")
            unpacker = new()
        chunk = chunk or file.read(_PACKED)
    if begun:
        raise BrokenFileError("it ends too early")


def _gzip() -> _Unpacker:
    return zlib.decompressobj(wbits=31)


def _zstd() -> _Unpacker:
    try:
        from zstandard import ZstdDecompressor
    except ImportError:
        raise NoUnpackerError from None
    unpacker: _Unpacker = ZstdDecompressor(max_window_size=_FARTHEST).decompressobj()
    return unpacker


_UNPACKERS = {b"\x1f\x8b": _gzip, b"\x28\xb5\x2f\xfd": _zstd}
