"""Rows as they lie in the store: packed where they are large, and piece by piece where one piece would fill the memory."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from factcheck.store.places import digest

# A row of this size is packed.
_PACKED = 512
# So many bytes of a packed row are unpacked at once.
_STEP = 1 << 16


def packed(body: bytes) -> tuple[bytes, bytes]:
    """Return a row as it is kept, and its checksum."""
    kept = b"z" + zlib.compress(body, 1) if len(body) > _PACKED else b"p" + body
    return kept, digest(kept)


def unpacked(kept: object, mark: object) -> bytes | None:
    """Return the row that was kept, or None where it is not what its checksum says."""
    if not isinstance(kept, bytes) or digest(kept) != mark:
        return None
    return zlib.decompress(kept[1:]) if kept[:1] == b"z" else kept[1:]


def unpacked_pieces(kept: object, mark: object) -> Iterator[bytes] | None:
    """Return the pieces of a row that a `Packer` packed, or None where it is not what its checksum says."""
    return _pieces(kept) if isinstance(kept, bytes) and digest(kept) == mark and kept[:1] == b"z" else None


def _pieces(kept: bytes) -> Iterator[bytes]:
    unpacking = zlib.decompressobj()
    for place in range(1, len(kept), _STEP):
        yield unpacking.decompress(kept[place : place + _STEP])
    yield unpacking.flush()


class Packer:
    """Packs a row as its pieces come."""

    def __init__(self) -> None:
        """Start with an empty row."""
        self._packing = zlib.compressobj(1)
        self._kept = [b"z"]

    def add(self, piece: bytes) -> None:
        """Take the next piece."""
        self._kept.append(self._packing.compress(piece))

    def row(self) -> tuple[bytes, bytes]:
        """Return the row as it is kept, and its checksum; nothing can be added then."""
        kept = b"".join((*self._kept, self._packing.flush()))
        return kept, digest(kept)
