"""The content words of a text for search, and how alike two of them are.

Looser than the features of `vocabulary`: here a word only has to be found again, and nothing is decided about what
its sentence says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from factcheck.language.cues import is_stop
from factcheck.language.lexicon import concepts, concepts_of
from factcheck.language.stems import light_stem
from factcheck.language.tokens import Kind, Token, tokenise
from factcheck.language.years import is_year
from factcheck.matching.vocabulary import Vocabulary

# Addresses and the names of accounts in posts of social media say nothing of the event.
_ADDRESSES = re.compile(r"https?://\S+|www\.\S+|pic\.twitter\.com/\S*|(?<!\w)@\w+")
_GRAMS = (3, 4, 5)
# How alike words are that share a stem, a concept, neighbouring or opposite concepts (both concern one event), letters.
_STEM = 0.98
_CONCEPT = 0.85
_NEAR = 0.6
_OPPOSITE = 0.6
_LETTERS = 0.8
_LEAST_LETTERS = 0.35
# Figures as near as this are one figure, rounded.
_ROUNDED = 0.02
_FIGURE = 0.9


class Keyword(NamedTuple):
    """One content word.

    Attributes:
        text: As printed.
        norm: Folded.
        stem: Its light stem.
        senses: What it is called beyond its letters: concepts (`c:`) and names of the catalogue (`n:`).
    """

    text: str
    norm: str
    stem: str
    senses: frozenset[str]


def without_addresses(text: str) -> str:
    """Return a text without web addresses and account names."""
    return _ADDRESSES.sub(" ", text)


def keywords(text: str, language: str | None, vocabulary: Vocabulary) -> list[Keyword]:
    """Return the content words and figures of a text in order; `language` is one of the vocabulary's."""
    tokens = tokenise(text)
    covering: dict[int, frozenset[str]] = {}
    # A name of single letters (U.S.) has no word with content of its own.
    letters: dict[int, Keyword] = {}
    for i in range(len(tokens)):
        found = vocabulary.names_at(tokens, i, language) or vocabulary.phrases_at(tokens, i, language)
        for phrase in found:
            if phrase.last == found[0].last:
                for j in range(phrase.first, phrase.last):
                    covering[j] = covering.get(j, frozenset()) | {phrase.payload}
        if found and not any(_has_content(token, language) for token in tokens[i : found[0].last]):
            norm = "".join(token.norm for token in tokens[i : found[0].last])
            letters[i] = Keyword(text[tokens[i].start : tokens[found[0].last - 1].end], norm, norm, covering[i])
    words = []
    for i, token in enumerate(tokens):
        if _has_content(token, language):
            words.append(_keyword(token, language, covering.get(i)))
        elif i in letters:
            words.append(letters[i])
    return words


def _has_content(token: Token, language: str | None) -> bool:
    return token.kind is Kind.NUMBER or (token.kind is Kind.WORD and len(token.norm) > 1 and not is_stop(token.word, language))


def _keyword(token: Token, language: str | None, phrase: frozenset[str] | None) -> Keyword:
    senses = phrase if phrase is not None else _senses(token.word, language) if token.kind is Kind.WORD else frozenset[str]()
    return Keyword(token.text, token.norm, light_stem(token.word, language), senses)


@lru_cache(maxsize=1 << 16)
def _senses(word: str, language: str | None) -> frozenset[str]:
    return frozenset(f"c:{concept}" for concept in concepts_of(word, language))


@lru_cache(maxsize=1 << 16)
def grams(norm: str) -> frozenset[str]:
    """Return the runs of three to five letters of a folded word, its two ends marked by spaces."""
    word = f" {norm} "
    return frozenset(word[i : i + n] for n in _GRAMS for i in range(len(word) - n + 1))


@lru_cache(maxsize=1 << 18)
def alike(one: Keyword, other: Keyword) -> float:
    """Return how alike two words are: 1 the same word, 0 nothing in common."""
    if one.norm == other.norm:
        return 1.0
    if one.stem == other.stem:
        return _STEM
    if one.norm[0].isdigit() or other.norm[0].isdigit():
        return _FIGURE if _rounded(one.norm, other.norm) else 0.0
    best = _by_sense(one.senses, other.senses)
    shared = len(grams(one.norm) & grams(other.norm))
    letters = 2 * shared / (len(grams(one.norm)) + len(grams(other.norm)))
    return max(best, _LETTERS * letters) if letters >= _LEAST_LETTERS else best


def _by_sense(senses: frozenset[str], others: frozenset[str]) -> float:
    if not senses or not others:
        return 0.0
    if not senses.isdisjoint(others):
        return 1.0 if any(sense.startswith("n:") for sense in senses & others) else _CONCEPT
    best = 0.0
    for concept in (concepts().get(sense[2:]) for sense in senses):
        for other in (other[2:] for other in others):
            if concept is not None and other in concept.opposite:
                best = max(best, _OPPOSITE)
            elif concept is not None:
                best = max(best, _NEAR * concept.near.get(other, 0.0))
    return best


def _rounded(one: str, other: str) -> bool:
    try:
        a, b = (float(norm.replace(",", "")) for norm in (one, other))
    except ValueError:
        return False
    if all(map(is_year, (one, other))):
        # 2018 is no rounded 2019.
        return False
    return abs(a - b) <= _ROUNDED * max(abs(a), abs(b))


def shared_words(asked: Sequence[Keyword], listed: Sequence[Keyword], least: float) -> list[str]:
    """Return the words of `asked`, as printed and each once, that are at least so alike to a word of `listed`."""
    found = (word.text for word in asked if any(alike(word, other) >= least for other in listed))
    return list(dict.fromkeys(found))
