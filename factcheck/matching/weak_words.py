"""Words that say little of their own beside the words that say what happened: people, company; took place, reached."""

from __future__ import annotations

from functools import cache, lru_cache

from factcheck.language.knowledge import section
from factcheck.language.phrases import PhraseIndex, phrase_index
from factcheck.language.stems import candidates
from factcheck.language.tokens import tokenise


@lru_cache(maxsize=1 << 14)
def is_generic(norm: str, language: str | None) -> bool:
    """Return whether a folded word or phrase says little of its own in its language: people, company, number."""
    return any(form in _generic_forms(language) for form, cost in candidates(norm, language) if cost <= 0.6)


@cache
def _generic_forms(language: str | None) -> frozenset[str]:
    words = section(language, "generic") if language else ()
    phrases = {" ".join(t.norm for t in tokenise(word)) for word in words}
    return frozenset(phrases)


@lru_cache(maxsize=1 << 14)
def is_light(text: str, language: str | None) -> bool:
    """Return whether a word or phrase is a verb that carries little of its own: happen, reach, announce."""
    tokens = tokenise(text)
    return language is not None and any(found.last == len(tokens) for found in _light(language).at(tokens, 0))


@cache
def _light(language: str) -> PhraseIndex:
    return phrase_index(language, [("light", section(language, "light"))])
