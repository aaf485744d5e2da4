"""One spelling for what readers take to be the same: for search and comparison only, never for quoting.

Folded away: case, Latin accents, Arabic vowel signs and tatweel, the forms of alef, hamza seats, ya and
ta marbuta, Persian and Urdu twins of Arabic letters, digit scripts, kinds of quotation marks and dashes,
invisible and bidirectional marks. Folding twice is folding once.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Letters that Unicode keeps apart but that newsrooms use for one another.
_LETTERS = {
    "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ة": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه", "ک": "ك", "ڪ": "ك", "ٺ": "ت",
    "ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th",
}  # fmt: skip
_PUNCTUATION = dict.fromkeys("“”„‟«»‹›〝〞", '"')
_PUNCTUATION |= dict.fromkeys("‘’‚‛ʼ′`", "'")
_PUNCTUATION |= dict.fromkeys("‐‒–—―−", "-")
_PUNCTUATION |= {"٫": ".", "٬": ",", "،": ",", "؛": ";", "؟": "?", "٪": "%", "۔": "."}
# An accent by itself stands for an apostrophe (l´eau); decomposed it would be a space and a mark.
_ACUTE = "\u00b4"
# Marks that change how text is laid out, not what it says.
_INVISIBLE = frozenset("\u200b\u200c\u200d\u200e\u200f\u061c\u2060\ufeff\u00ad\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u0640")


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    if character in _INVISIBLE:
        return ""
    if character == _ACUTE:
        return "'"
    folded = []
    for part in unicodedata.normalize("NFKD", character).casefold():
        if part in _INVISIBLE or unicodedata.combining(part) or unicodedata.category(part) == "Mn":
            continue
        if part.isdecimal():
            folded.append(str(unicodedata.decimal(part)))
            continue
        folded.append(_LETTERS.get(part) or _PUNCTUATION.get(part) or part)
    return "".join(folded)


class _Table(dict[int, str]):
    """A translation table that learns each character the first time it is met."""

    def __missing__(self, code: int) -> str:
        self[code] = _fold_character(chr(code))
        return self[code]


_TABLE = _Table()


def fold(text: str) -> str:
    """Return `text` folded; it can be shorter or longer, so offsets into it mean nothing in `text`.

    Composed and decomposed letters fold alike: `fold("é") == fold("e\u0301")`.
    """
    if text.isascii() and "`" not in text:
        # Of its characters folding changes only capitals, and that quotation mark.
        return text.lower()
    # Hamza seats are composed letters; compose first so that both spellings meet the same table row.
    return unicodedata.normalize("NFC", text).translate(_TABLE)
