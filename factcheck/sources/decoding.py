"""Bytes to text: byte-order marks, UTF-8, UTF-16 without a mark, and the single-byte encodings that newsrooms left behind.

The order matters: a mark is believed, then what a page declares, then UTF-8 when every byte fits, then UTF-16
where zeros stand in every other byte, and only then a guess among the single-byte encodings.
"""

from __future__ import annotations

import codecs
import re

# What old Arabic, Western European and Russian news text comes in. More candidates make the guess worse, not better.
_SINGLE_BYTE = ["cp1256", "iso8859_6", "cp1252", "cp1251"]
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.\-]{2,40})""", re.IGNORECASE)
_CONTROLS = bytes(set(range(0x20)) - {0x09, 0x0A, 0x0C, 0x0D})
_WORD = re.compile(r"[^\W\d_]+")
_WELL_FORMED = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


class UndecodableError(ValueError):
    """The bytes are no text in any encoding that is read; the message says in one line what was found."""


def declared_encoding(data: bytes) -> str | None:
    """Return the encoding that a web page declares in its first 4096 bytes, or None where it declares none that exists."""
    match = _DECLARED.search(data[:4096])
    if not match:
        return None
    try:
        name = codecs.lookup(match.group(1).decode("ascii")).name
        b"".decode(name)
    except (LookupError, ValueError):
        return None
    # Browsers read the wider encodings where the narrower ones are declared; pages rely on it.
    return {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254"}.get(name, name)


def decode(data: bytes, declared: str | None = None) -> str:
    """Return the text of a file, without its byte-order mark and with its line ends as they are.

    Args:
        data: The whole file; not empty.
        declared: The encoding that the file itself names, believed only when every byte fits.

    Raises:
        UndecodableError: The bytes are no text, or text with broken bytes.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _whole(data[len(mark) :], encoding)
    if declared and not declared.startswith(("utf-16", "utf-32")):
        try:
            return data.decode(declared)
        except (UnicodeDecodeError, LookupError, ValueError):
            pass
    if b"\0" in data or _share_of_controls(data) > 0.02:
        return _utf16_without_mark(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse_broken_utf8(data, error)
    return _single_byte(data)


def _whole(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UndecodableError(f"the file is marked as {encoding.upper()}, but byte {error.start + 1} does not fit") from None


def _share_of_controls(data: bytes) -> float:
    sample = data[:4096]
    return 1 - len(sample.translate(None, _CONTROLS)) / len(sample)


def _utf16_without_mark(data: bytes) -> str:
    best, best_share = "", 0.0
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        share = sum(map(_belongs_to_news, text[:4096])) / min(len(text), 4096) if text else 0.0
        if share > best_share:
            best, best_share = text, share
    if best_share < 0.95 or "\0" in best:
        raise UndecodableError("the file holds bytes that no text has; it may be a picture, a document or an archive")
    return best


def _belongs_to_news(character: str) -> bool:
    """Return whether a character is white space or stands in the Latin, Greek, Cyrillic, Hebrew, Arabic or punctuation blocks."""
    code = ord(character)
    return character.isspace() or 0x20 <= code < 0x0780 or 0x2000 <= code < 0x2070 or 0x20A0 <= code < 0x20D0


def _refuse_broken_utf8(data: bytes, error: UnicodeDecodeError) -> None:
    """Raise where the bytes are UTF-8 but for a few: another encoding would turn the whole text to nonsense."""
    whole = len(_WELL_FORMED.findall(data))
    high = sum(byte >= 0x80 for byte in data)
    if whole and whole * 2 >= 0.8 * high:
        line = data.count(b"\n", 0, error.start) + 1
        raise UndecodableError(f"the file is UTF-8 with broken bytes, the first on line {line}") from None


def _single_byte(data: bytes) -> str:
    from charset_normalizer import from_bytes

    candidates = [encoding for encoding in _SINGLE_BYTE if _keeps_scripts_apart(data, encoding)]
    best = from_bytes(data, cp_isolation=candidates, preemptive_behaviour=False, enable_fallback=False).best() if candidates else None
    if best is None:
        raise UndecodableError("the encoding of the file could not be told")
    try:
        return data.decode(best.encoding)
    except (UnicodeDecodeError, LookupError):
        raise UndecodableError("the encoding of the file could not be told") from None


def _keeps_scripts_apart(data: bytes, encoding: str) -> bool:
    """Return whether an encoding fits and puts no Arabic or Cyrillic letters inside Latin words, as the wrong one does.

    A few such words are usual in the right one: Arabic joins its short words to Latin names.
    """
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return False
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    mixed = sum(any(character.isascii() for character in word) and any(character >= "\u0370" for character in word) for word in words)
    return mixed <= 0.2 * len(words)
