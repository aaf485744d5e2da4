"""Words that say little of their own beside the words that say what happened: people, company; took place, reached."""

from __future__ import annotations

from functools import cache, lru_cache

from factcheck.language.cues import is_stop
from factcheck.language.knowledge import section
from factcheck.language.stems import candidates
from factcheck.language.tokens import Token, tokenise
from factcheck.language.value_words import entry, phrases


@lru_cache(maxsize=1 << 14)
def is_generic(norm: str, language: str | None) -> bool:
    """Return whether a folded word or phrase says little of its own in its language: people, company, number."""
    return any(form in _generic_forms(language) for form, cost in candidates(norm, language) if cost <= 0.6)


@cache
def _generic_forms(language: str | None) -> frozenset[str]:
    words = section(language, "generic") if language else ()
    return frozenset(" ".join(t.norm for t in tokenise(word)) for word in words)


def is_light(text: str, language: str | None) -> bool:
    """Return whether a word or phrase is a verb that carries little of its own: happen, reach, announce."""
    return _is_listed(text, language, "light")


def is_weak_verb(text: str, language: str | None) -> bool:
    """Return whether another verb may stand for a verb without another thing being said: obtained, won with, 12 votes."""
    return _is_listed(text, language, "weak_verbs")


def says_little(token: Token, language: str | None) -> bool:
    """Return whether a word is a function word, says little of its own, or stands for what it is of: the owners of."""
    return is_stop(token.word, language) or is_generic(token.norm, language) or entry(token.norm, language, "standing_for") is not None


@lru_cache(maxsize=1 << 14)
def _is_listed(text: str, language: str | None, name: str) -> bool:
    tokens = tokenise(text)
    return any(found.last == len(tokens) for found in phrases(language, name).at(tokens, 0))
