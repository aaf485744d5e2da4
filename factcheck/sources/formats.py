"""File formats by ending. A format is added by adding its reader here.

Readers are imported when a file needs one: most folders hold files of one kind.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from factcheck.sources.document import Document
from factcheck.sources.plain import read_plain


class Format(NamedTuple):
    """How files of one kind are read that hold one article each.

    Attributes:
        read: Takes the decoded text and the path (for problems) and gives the document.
        declares_encoding: Whether the file can name its own encoding, as web pages do.
        gives_id: Whether the file can give its article an id, as front matter does.
    """

    read: Callable[[str, str], Document]
    declares_encoding: bool = False
    gives_id: bool = False


def _read_markdown(text: str, shown: str) -> Document:
    from factcheck.sources.markdown import read_markdown

    return read_markdown(text, shown)


def _read_webpage(text: str, shown: str) -> Document:
    from factcheck.sources.webpage import read_webpage

    return read_webpage(text, shown)


_MARKDOWN = Format(_read_markdown, gives_id=True)
_WEBPAGE = Format(_read_webpage, declares_encoding=True)
FORMATS = {
    ".txt": Format(read_plain),
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
    ".html": _WEBPAGE,
    ".htm": _WEBPAGE,
    ".xhtml": _WEBPAGE,
}
# Files with an article on each line; `factcheck.sources.json_lines` reads them, packed or not.
LINES = (".jsonl", ".ndjson")
PACKED = (".gz", ".zst")
_LINES_ENDINGS = tuple(f"{ending}{packing}" for ending in LINES for packing in ("", *PACKED))


def ending_of(name: str) -> str | None:
    """Return the ending that says how a file is read, as it stands in the name, or None where such files are not read."""
    if holds_lines(name):
        lines = next(ending for ending in _LINES_ENDINGS if name.lower().endswith(ending))
        return name[-len(lines) :]
    dot = name.rfind(".")
    # A name that begins with its only full stop is a hidden file without an ending.
    suffix = name[dot:] if dot > name.rfind("/") + 1 else ""
    return suffix if suffix.lower() in FORMATS else None


def holds_lines(name: str) -> bool:
    """Return whether a file of this name holds an article on each line."""
    return name.lower().endswith(_LINES_ENDINGS)


def kinds() -> str:
    """Return the endings of all files that are read, for people."""
    return f"{', '.join(sorted((*FORMATS, *LINES)))} ({' and '.join(LINES)} also with {' or '.join(PACKED)})"
