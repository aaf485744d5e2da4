"""Text to tokens: words of one script, numbers, and single punctuation marks, each with its offsets.

A change of script ends a word, so the clitic in `لـOpenAI` is a token of its own. Apostrophes and hyphens
are tokens too, and a web address is one mark; data files list `didn't` or `non-profit` as the sequences that this module makes of them.
"""

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from factcheck.language.folding import fold


class Kind(IntEnum):
    """What a token is made of."""

    WORD = 0
    NUMBER = 1
    MARK = 2


class Token(NamedTuple):
    """One token.

    Attributes:
        text: As printed.
        start: First code point in the text that was tokenised.
        end: One past the last.
        norm: The folded text; never empty.
        word: The text in lower case with its accents, from which stems are taken; `norm` in other scripts.
        kind: Word, number or punctuation mark.
    """

    text: str
    start: int
    end: int
    norm: str
    kind: Kind
    word: str


# Letters of Arabic script may carry vowel signs, tatweel and invisible joiners inside a word.
_ARABIC = r"\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc\u200c\u200d\u0640"
# A thousands group is exactly three digits; a decimal part follows a point, a comma or the Arabic mark.
_NUMBER = r"\d+(?:[.,\u066b\u066c\u2019'\u00a0\u202f]\d{3}(?!\d))*(?:[.,\u066b]\d+)?"
_LETTERS = rf"[^\W\d_{_ARABIC}]+"
# A web address is one mark, and no words; so is the target of a Markdown link with the bracket before it.
_ADDRESS = r"(?:https?://|www\.)[^\s<>\"'()\[\]«»“”]*(?:\([^\s()]*\)[^\s<>\"'()\[\]«»“”]*)*(?<![.,;:!?،؛؟])"
_TOKEN = re.compile(
    rf"(?P<address>\]\({_ADDRESS}\)|(?<!\w){_ADDRESS})|(?P<number>{_NUMBER})|(?P<arabic>[{_ARABIC}]+)|(?P<word>{_LETTERS}(?:[\u0300-\u036f]+(?:{_LETTERS})?)*)|(?P<mark>[^\s])"
)


@lru_cache(maxsize=1 << 14)
def fold_word(word: str) -> str:
    """Return `fold(word)`, remembered: a vocabulary is far smaller than a text."""
    folded = fold(word)
    # Most words are folded already, and need not stand in memory twice.
    return word if folded == word else folded


# White space that may stand inside a number.
_NO_BREAK, _NARROW = "\u00a0", "\u202f"
# A longer stretch without white space is an address, or a sentence in a script that has none; neither recurs.
_LONGEST_KNOWN = 40
# Beyond so many all stretches are forgotten.
_MOST_KNOWN = 1 << 15


@lru_cache(maxsize=1 << 14)
def _read(text: str) -> tuple[str, str, Kind, str] | None:
    """Return what a token with this text has beside its place: `text`, `norm`, `kind`, `word`; None where it folds to nothing.

    All tokens with one text share what is returned.
    """
    norm = fold_word(text)
    if not norm or norm.isspace():
        return None
    # Its first character alone decides what a token is made of.
    match = _TOKEN.match(text)
    group = match.lastgroup if match else None
    kind = Kind.NUMBER if group == "number" else Kind.MARK if group in ("mark", "address") else Kind.WORD
    if group != "word" or text.isascii():
        return text, norm, kind, norm
    word = unicodedata.normalize("NFC", text.casefold())
    return text, norm, kind, norm if word == norm else word


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of `text[start:end]` in order, with offsets that count in the whole of `text`.

    Characters that fold to nothing (vowel signs alone, bidirectional marks) make no token. Never raises.
    """
    stretch = text[start:end]
    # White space parts tokens, but for that inside a number.
    pieces = stretch.split() if _NO_BREAK not in stretch and _NARROW not in stretch else [stretch]
    tokens = []
    at = 0
    for piece in pieces:
        at = stretch.index(piece, at)
        place = start + at
        for printed, first, last, norm, kind, word in _known[piece]:
            # What `Token` does in Python: so it is three times as fast.
            tokens.append(_new(Token, (printed, place + first, place + last, norm, kind, word)))
        at += len(piece)
    return tokens


# A token as `Token` has it.
_Row = tuple[str, int, int, str, Kind, str]
_new = tuple.__new__


def _divided(text: str) -> tuple[_Row, ...]:
    """Return the tokens of a text."""
    rows = []
    for match in _TOKEN.finditer(text):
        read = _read(match.group())
        if read is not None:
            printed, norm, kind, word = read
            rows.append((printed, *match.span(), norm, kind, word))
    return tuple(rows)


class _Pieces(dict[str, tuple[_Row, ...]]):
    """The tokens of stretches without white space: no other than that of numbers stands inside a token, and most stretches recur."""

    def __missing__(self, piece: str) -> tuple[_Row, ...]:
        """Find them; so often is it asked for that a function with a cache would take longer."""
        if len(self) >= _MOST_KNOWN:
            self.clear()
        found = _divided(piece)
        if len(piece) <= _LONGEST_KNOWN:
            self[piece] = found
        return found


_known = _Pieces()
