"""Which language each text of a catalogue is in: claims are too short to tell by their common words alone.

Where common words do not tell, the language decides whose lexicon and function words know most of the
text; where two know as much, the one that more of the catalogue's texts are in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from factcheck.language.cues import is_stop
from factcheck.language.identify import identify
from factcheck.language.knowledge import codes, section
from factcheck.language.lexicon import concepts_of
from factcheck.language.tokens import Kind, Token, tokenise

# A language that knows fewer of a text's words than this is not the text's: it may be none that has data.
_LEAST_KNOWN = 0.4
# Unless the catalogue is in that language: then this will do for a text of names and figures ("Wardline cost 34 million pounds").
_LEAST_OF_CATALOGUE = 0.25


def languages_of(texts: Iterable[str]) -> dict[str, str | None]:
    """Return the language of each text, or None where it is in none that has data."""
    told = {text: identify(text) for text in dict.fromkeys(texts)}
    frequent = Counter(code for code in told.values() if code is not None)
    return {text: (code if code in codes() else None) if code is not None else _by_words(text, frequent) for text, code in told.items()}


def _by_words(text: str, frequent: Counter[str]) -> str | None:
    tokens = [t for t in tokenise(text) if t.kind is Kind.WORD]
    candidates = [code for code in codes() if section(code, "script") == "Latin"]
    if not tokens or not all(t.norm.isascii() for t in tokens) or not candidates:
        return None
    # A capital inside a text is a name's, in whatever language; the first word may be one.
    words = [t for i, t in enumerate(tokens) if not t.text[0].isupper() or i == 0]
    known = {code: _known(words, code) for code in candidates}
    # What may be a name (Tom, Arden) tells a language only where nothing else does.
    surely = {code: _known(words[1:], code) for code in candidates}
    best = max(candidates, key=lambda code: (surely[code], frequent[code], known[code], code))
    usual = frequent[best] > 0 and frequent[best] == max(frequent.values())
    return best if known[best] >= (_LEAST_OF_CATALOGUE if usual else _LEAST_KNOWN) * len(words) else None


def _known(words: Sequence[Token], code: str) -> int:
    value_words = _value_words(code)
    return sum(1 for t in words if is_stop(t.word, code) or t.norm in value_words or concepts_of(t.word, code))


@cache
def _value_words(code: str) -> frozenset[str]:
    """Return the folded words that a language writes values with: numbers, magnitudes, currencies, units, months."""
    lists = ("numbers", "magnitudes", "currencies", "units", "months", "percent")
    return frozenset(token.norm for name in lists for phrase in section(code, name) for token in tokenise(str(phrase)))
