"""Where the store of a catalogue lies, and what version of the rules its contents were made by."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from pathlib import Path

from factcheck.language.compiled import installed

FOLDER = ".factcheck"
FILE = "store.sqlite"
# What reads files, tells encodings, compares and stems; some are there only where somebody installed them.
_PACKAGES = ("Stemmer", "charset_normalizer", "rapidfuzz", "trafilatura", "zstandard")


def default_place(claims: str) -> Path:
    """Return the place of the store: in `.factcheck/` beside the catalogue, which is a file or a folder."""
    return Path(claims).resolve().parent / FOLDER / FILE


@cache
def rules_version() -> bytes:
    """Return what changes with every change of the program or its data: what was made by other rules is worth nothing.

    It is made of the path, size and time of each file of the package, as the cached builds of its data are, and of the packages
    that decide how articles are read.
    """
    root = Path(__file__).parent.parent
    files = sorted(path for path in root.rglob("*") if path.suffix in (".py", ".yaml") and path.is_file())
    state = ((str(path.relative_to(root)), path.stat().st_size, path.stat().st_mtime_ns) for path in files)
    return digest(*(part for row in state for part in row), *map(installed, _PACKAGES))


def digest(*parts: object) -> bytes:
    """Return 16 bytes that stand for the text of all parts in their order."""
    hashed = blake2b(digest_size=16)
    for part in parts:
        data = part if isinstance(part, bytes) else str(part).encode("utf-8", "surrogatepass")
        hashed.update(len(data).to_bytes(8, "big"))
        hashed.update(data)
    return hashed.digest()
