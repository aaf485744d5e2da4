"""The keys of the catalogue's form, level by level, and the words that authors write in their place."""

from __future__ import annotations

from functools import lru_cache

from factcheck.catalogue.wording import nearest

TOP = ("names", "synonyms", "questions")
QUESTION = ("id", "question", "type", "exclusive", "evolves", "claims", "examples")
CLAIM = ("id", "text", "wordings")
EXAMPLE = ("says", "supports")
ALL = frozenset((*TOP, *QUESTION, *CLAIM, *EXAMPLE))

BIDI_MARKS = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Marks that editors of Arabic and Hebrew leave around words; they are no part of a key or an id."""

# Near in meaning rather than in spelling, so that difflib would not find them.
_MEANT = {
    QUESTION: {"text": "question", "title": "question", "ask": "question", "answers": "claims", "options": "claims", "rivals": "claims",
               "kind": "type", "tests": "examples", "name": "id"},
    CLAIM: {"claim": "text", "statement": "text", "answer": "text", "says": "text", "question": "text", "name": "id",
            "phrasings": "wordings", "variants": "wordings", "translations": "wordings"},
    EXAMPLE: {"text": "says", "sentence": "says", "quote": "says", "claim": "supports", "expect": "supports", "expected": "supports"},
    TOP: {"aliases": "names", "entities": "names"},
}  # fmt: skip
_HOMES = {TOP: "the file, at its left edge", QUESTION: "a question, in the list below 'questions:'", CLAIM: "a claim, below '- text: …'",
          EXAMPLE: "an example"}  # fmt: skip


def clean(word: str) -> str:
    """Return a key or id without the blanks and direction marks around it."""
    return word.strip(BIDI_MARKS + " \t\r\n\u00a0\ufeff\u2060")


@lru_cache(maxsize=1024)
def meant(key: str, known: tuple[str, ...]) -> str | None:
    """Return the one of `known` that an unknown `key` probably stands for, or None."""
    word = key.casefold()
    return _MEANT[known].get(word) or (None if word in ALL - {*known} else nearest(key, known))


def home(key: str) -> str | None:
    """Return where a key belongs, in words, or None where no level has such a key."""
    return next((words for level, words in _HOMES.items() if key.casefold() in level), None)
