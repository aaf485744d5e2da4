"""Text to tokens: words of one script, numbers, and single punctuation marks, each with its offsets.

A change of script ends a word, so the clitic in `لـOpenAI` is a token of its own. Apostrophes and hyphens
are tokens too; data files list `didn't` or `non-profit` as the sequences that this module makes of them.
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
_TOKEN = re.compile(
    rf"(?P<number>{_NUMBER})|(?P<arabic>[{_ARABIC}]+)|(?P<word>{_LETTERS}(?:[\u0300-\u036f]+(?:{_LETTERS})?)*)|(?P<mark>[^\s])"
)


@lru_cache(maxsize=1 << 16)
def fold_word(word: str) -> str:
    """Return `fold(word)`, remembered: a vocabulary is far smaller than a text."""
    folded = fold(word)
    # Most words are folded already, and need not stand in memory twice.
    return word if folded == word else folded


@lru_cache(maxsize=1 << 16)
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
    kind = Kind.NUMBER if group == "number" else Kind.MARK if group == "mark" else Kind.WORD
    if group != "word" or text.isascii():
        return text, norm, kind, norm
    word = unicodedata.normalize("NFC", text.casefold())
    return text, norm, kind, norm if word == norm else word


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of `text[start:end]` in order, with offsets that count in the whole of `text`.

    Characters that fold to nothing (vowel signs alone, bidirectional marks) make no token. Never raises.
    """
    tokens = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        read = _read(match.group())
        if read is not None:
            printed, norm, kind, word = read
            tokens.append(Token(printed, *match.span(), norm, kind, word))
    return tokens
