"""File formats by suffix. A format is added by adding its reader here.

Readers are imported when a file needs one: most folders hold files of one kind.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from factcheck.sources.document import Document
from factcheck.sources.plain import read_plain


class Format(NamedTuple):
    """How files of one kind are read.

    Attributes:
        read: Takes the decoded text and the path (for problems) and gives the document.
        declares_encoding: Whether the file can name its own encoding, as web pages do.
    """

    read: Callable[[str, str], Document]
    declares_encoding: bool = False


def _read_markdown(text: str, shown: str) -> Document:
    from factcheck.sources.markdown import read_markdown

    return read_markdown(text, shown)


def _read_webpage(text: str, shown: str) -> Document:
    from factcheck.sources.webpage import read_webpage

    return read_webpage(text, shown)


_MARKDOWN = Format(_read_markdown)
_WEBPAGE = Format(_read_webpage, declares_encoding=True)
FORMATS = {
    ".txt": Format(read_plain),
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
    ".html": _WEBPAGE,
    ".htm": _WEBPAGE,
    ".xhtml": _WEBPAGE,
}
