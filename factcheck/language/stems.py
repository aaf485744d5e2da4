"""Word forms to the forms they may come from, each with a cost.

Two ways, chosen by a language's data: `stemmer` names a Snowball algorithm; `affixes` lists what can be
taken off a word (Arabic clitics and endings), giving several candidates instead of one damaged stem,
because a name such as ماسك must not lose its last letter. A language with neither keeps whole words.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from factcheck.language.folding import fold
from factcheck.language.knowledge import section
from factcheck.language.tokens import fold_word

# A stem costs a little, so that an exact form wins over a stemmed one.
STEM_COST = 0.5
# Two affixes at most; more strip-downs met foreign words too often in trials on Arabic news text.
MAX_COST = 2.0
_SHORTEST = 3
_CONJUNCTION = 0.3


class _Affixes:
    def __init__(self, data: dict[str, Any]) -> None:
        # By their first and last letter: of some dozens a word can only have those few that begin or end as it does.
        self.prefixes: dict[str, list[tuple[str, float]]] = {}
        for prefix, cost in data.get("prefixes", {}).items():
            beginning = fold(prefix)
            self.prefixes.setdefault(beginning[:1], []).append((beginning, float(cost)))
        self.suffixes: dict[str, list[tuple[str, list[str], float]]] = {}
        for suffix, row in data.get("suffixes", {}).items():
            ending = fold(suffix)
            becomes = [fold(form) for form in row.get("becomes", [""])]
            self.suffixes.setdefault(ending[-1:], []).append((ending, becomes, float(row.get("cost", 1.0))))

    def candidates(self, word: str) -> dict[str, float]:
        found = {word: 0.0}
        bare = [(word, 0.0)]
        for prefix, cost in self.prefixes.get(word[:1], ()):
            # A bare conjunction may also stand before a two-letter word: ولم, وقد.
            if word.startswith(prefix) and len(word) - len(prefix) >= (_SHORTEST - 1 if cost <= _CONJUNCTION else _SHORTEST):
                bare.append((word[len(prefix) :], cost))
        for base, before in bare:
            found[base] = min(before, found.get(base, 9.0))
            for suffix, replacements, cost in self.suffixes.get(base[-1:], ()):
                stem, total = base[: -len(suffix)], before + cost
                # Of a three-letter rest only a prefix may have gone: عن + ه is not a word's stem.
                if not base.endswith(suffix) or len(stem) < _SHORTEST - 1 or total > MAX_COST:
                    continue
                for replacement in replacements:
                    form = stem + replacement
                    if len(form) >= _SHORTEST and total < found.get(form, 9.0):
                        found[form] = total
        return found


@cache
def _stemmer(language: str) -> Any:
    name = section(language, "stemmer")
    if not name:
        return None
    import Stemmer

    # The words are cached here already.
    return Stemmer.Stemmer(name, 0)


@cache
def _affixes(language: str) -> _Affixes | None:
    data = section(language, "affixes")
    return _Affixes(data) if data else None


def candidates(word: str, language: str | None) -> tuple[tuple[str, float], ...]:
    """Return the forms that a word may come from, cheapest first, the word itself at cost 0.

    Args:
        word: A word in lower case (`Token.word`); accents matter to Snowball, and are folded afterwards.
        language: ISO code, or None for a language without data; then only the word itself is returned.

    Returns:
        Pairs of form and cost from 0 to `MAX_COST`. A Snowball stem is marked with a trailing `~`, because
        it is no word and must never meet one.
    """
    return tuple(costs_of(word, language).items())


@lru_cache(maxsize=1 << 14)
def costs_of(word: str, language: str | None) -> dict[str, float]:
    """Return `candidates` as a mapping from form to cost, in their order; shared, do not change it."""
    folded = fold_word(word)
    if language is None:
        return {folded: 0.0}
    affixes = _affixes(language)
    if affixes is not None and not word.isascii():
        return dict(sorted(affixes.candidates(folded).items(), key=lambda pair: (pair[1], pair[0])))
    stemmer = _stemmer(language)
    if stemmer is None or not word.isalpha():
        return {folded: 0.0}
    found = {folded: 0.0, fold_word(stemmer.stemWord(word)) + "~": STEM_COST}
    for ending, other in _stemmed_as(language).get(word[-1:], ()):
        if word == ending or (word.endswith(ending) and len(word) - len(ending) >= _SHORTEST - 1):
            found.setdefault(fold_word(stemmer.stemWord(word.removesuffix(ending) + other)) + "~", STEM_COST)
    return found


@cache
def _stemmed_as(language: str) -> dict[str, list[tuple[str, str]]]:
    """Return, by their last letter, endings that Snowball takes off too much of, or leaves, each with what is stemmed instead.

    Denunció as denunciar, emplois as emploi.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    for ending, other in section(language, "stemmed_as").items():
        found.setdefault(str(ending)[-1:], []).append((str(ending), str(other)))
    return found


@cache
def _light(language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    data = section(language, "light_stem")
    first, last = (sorted(map(fold, data.get(name, ())), key=len, reverse=True) for name in ("prefixes", "suffixes"))
    return tuple(first), tuple(last)


@lru_cache(maxsize=1 << 16)
def light_stem(word: str, language: str | None) -> str:
    """Return one rough stem, folded, on which the forms of a word meet: for search, where a damaged name does little harm.

    By the language's section `light_stem` (the longest affix of each list that leaves enough of the word), else by its
    Snowball stemmer; a word in another script, and one of a language with neither, is only folded.
    """
    stem = fold_word(word)
    if language is None:
        return stem
    prefixes, suffixes = _light(language)
    if prefixes and not word.isascii():
        prefix = next((p for p in prefixes if stem.startswith(p) and len(stem) - len(p) >= _left(p)), "")
        stem = stem[len(prefix) :]
        suffix = next((s for s in suffixes if stem.endswith(s) and len(stem) - len(s) >= _SHORTEST - 1), "")
        return stem[: len(stem) - len(suffix)]
    stemmer = _stemmer(language)
    return fold_word(stemmer.stemWord(word)) if stemmer is not None and word.isalpha() else stem


def _left(prefix: str) -> int:
    """Return how many letters a prefix must leave; a single letter is often the word's own."""
    return _SHORTEST if len(prefix) == 1 else _SHORTEST - 1
