"""The lexicon of newsroom language: which words and phrases of any language name the same concept.

`lexicon/<domain>.yaml` lists concepts with their forms by language, the concepts they contradict (`opposite`), those
that say the same in another part of speech or domain (`same`), those near them (`related`), whether they undo what
stands beside them (`undoes`), and what sort of things they are of which one excludes another (`sort`). Concepts that
share many forms count as near; `distinct` names those that share no more than the ambiguity of a word. A language
file can add forms of its own to any concept in a section `lexicon: {concept: [forms]}`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from factcheck.language.compiled import Packed, compiled, pack
from factcheck.language.folding import fold
from factcheck.language.knowledge import codes, data_files, read_data, section
from factcheck.language.phrases import Entry, PhraseIndex
from factcheck.language.stems import candidates, costs_of
from factcheck.language.tokens import tokenise

_FOLDER = Path(__file__).parent / "lexicon"
# Word forms on the lexicon's side may lose one cheap ending, no more: two-sided stripping met foreign words.
_LISTED_COST = 0.6
_EQUALLY_CHEAP = 0.15
# Credit of a concept that another names as `related`.
_RELATED = 0.6
# Credit of a concept that another names as `same`: the noun of a verb, one meaning listed in two domains.
_SAME = 0.92
# Concepts of two domains that share this many forms, in two languages or more, are near each other: the more
# the larger the shared part is.
_SHARED_FORMS = 3
_KIN_CREDIT = ((0.5, 0.85), (0.3, 0.7))
_TWIN = 0.85

# Word form to the concepts that it names, each with its cost; and the phrases as `PhraseIndex.entries`.
_Forms = tuple[Packed[dict[str, float]], Packed[list[Entry]]]


class Concept(NamedTuple):
    """One concept.

    Attributes:
        id: English kebab-case.
        kind: `place`, `organisation`, `title` (what people are called by, beside their names), or empty for any other.
        opposite: Concepts that contradict it on the same subject; the relation holds both ways.
        near: Concepts near it, each with its credit from 0 to 1; the relation holds both ways.
        undoes: Whether it says that what stands beside it does not happen, or no longer: fail, refuse, cancel.
        sort: Of things that exclude each other in one place (oil, gold; plane, train), what they are; else empty.
    """

    id: str
    kind: str = ""
    opposite: frozenset[str] = frozenset()
    near: Mapping[str, float] = {}
    undoes: bool = False
    sort: str = ""


@cache
def _files() -> list[Path]:
    return sorted(_FOLDER.glob("*.yaml"))


@cache
def _lexicon_rows() -> list[dict[str, Any]]:
    return list(read_data(_files()) or ())


@cache
def _rows() -> list[dict[str, Any]]:
    return [
        *_lexicon_rows(),
        *({"id": concept, code: forms} for code in codes() for concept, forms in section(code, "lexicon").items()),
    ]


@cache
def concepts() -> dict[str, Concept]:
    """Return all concepts by id."""
    links = compiled("concepts", [*_files(), *data_files()], _links)
    return {name: Concept(name, *row) for name, row in links.items()}


def _links() -> dict[str, tuple[str, frozenset[str], dict[str, float], bool, str]]:
    kinds: dict[str, str] = {}
    undoing: set[str] = set()
    sorts: dict[str, str] = {}
    opposite: dict[str, set[str]] = {}
    near: dict[str, dict[str, float]] = {}
    for row in _rows():
        kinds[row["id"]] = row.get("kind", kinds.get(row["id"], ""))
        if row.get("undoes") == "true":
            undoing.add(row["id"])
        if "sort" in row:
            sorts[row["id"]] = row["sort"]
        opposite.setdefault(row["id"], set()).update(row.get("opposite", ()))
        known = near.setdefault(row["id"], {})
        for key, credit in (("related", _RELATED), ("same", _SAME)):
            for other in row.get(key, ()):
                known[other] = max(credit, known.get(other, 0.0))
    for one, other, credit in _kin():
        near[one][other] = near[other][one] = max(credit, near[one].get(other, 0.0), near[other].get(one, 0.0))
    for name in kinds:
        for other in opposite[name] & kinds.keys():
            opposite[other].add(name)
        for other in near[name].keys() & kinds.keys():
            near[other][name] = max(near[name][other], near[other].get(name, 0.0))
    # What is the opposite of a word is the opposite of its twin too.
    twins = {name: {other for other, credit in near[name].items() if credit >= _TWIN} for name in kinds}
    opposite = {name: opposite[name].union(*(twins.get(other, set()) for other in opposite[name])) & kinds.keys() for name in kinds}
    for name in kinds:
        for other in opposite[name]:
            opposite[other] = opposite[other] | {name}
    return {
        name: (
            kind,
            frozenset(opposite[name] - twins[name]),
            {o: c for o, c in sorted(near[name].items()) if o in kinds and o not in opposite[name]},
            name in undoing,
            sorts.get(name, ""),
        )
        for name, kind in kinds.items()
    }


def _kin() -> list[tuple[str, str, float]]:
    """Return the pairs of concepts that share many of their forms: one meaning, listed in two domains.

    Forms of language files do not count: one more language must not change what the words of the others mean.
    """
    holders: dict[tuple[str, str], set[str]] = {}
    sizes: Counter[str] = Counter()
    for row in _lexicon_rows():
        for language in codes():
            for form in row.get(language, ()):
                if row["id"] not in holders.setdefault((language, fold(form)), set()):
                    holders[language, fold(form)].add(row["id"])
                    sizes[row["id"]] += 1
    shared: Counter[tuple[str, str]] = Counter()
    languages: dict[tuple[str, str], set[str]] = {}
    for (language, _), names in holders.items():
        for pair in combinations(sorted(names), 2):
            shared[pair] += 1
            languages.setdefault(pair, set()).add(language)
    distinct = {frozenset((row["id"], other)) for row in _rows() for other in row.get("distinct", ())}
    kin = []
    for (one, other), count in shared.items():
        if frozenset((one, other)) in distinct:
            continue
        part = count / min(sizes[one], sizes[other])
        if count >= _SHARED_FORMS and len(languages[one, other]) > 1:
            kin += [(one, other, credit) for least, credit in _KIN_CREDIT if part >= least][:1]
    return kin


@cache
def _forms(language: str) -> _Forms:
    words, phrases = compiled(f"lexicon-{language}", [*_files(), *data_files(language)], lambda: _read_forms(language))
    return Packed(words), Packed(phrases)


def _read_forms(language: str) -> tuple[tuple[dict[str, int], bytes], tuple[dict[str, int], bytes]]:
    words: dict[str, dict[str, float]] = {}
    phrases = PhraseIndex(language)
    for row in _rows():
        for form in row.get(language, ()):
            tokens = tokenise(form)
            if len(tokens) > 1:
                phrases.add(form, row["id"], inflected=True)
                continue
            for key, cost in candidates(tokens[0].word, language) if tokens else ():
                if cost <= _LISTED_COST:
                    known = words.setdefault(key, {})
                    known[row["id"]] = min(cost, known.get(row["id"], 9.0))
    return pack(words), pack(phrases.entries)


@cache
def concept_phrases(language: str) -> PhraseIndex:
    """Return the index of a language's phrases of two words and more; payloads are concept ids."""
    return PhraseIndex(language, _forms(language)[1])


def concepts_of(word: str, language: str | None) -> dict[str, float]:
    """Return the concepts that a folded word can name, each with its cost; the cheapest readings only."""
    if language is None:
        return {}
    words = _forms(language)[0]
    if words.keys().isdisjoint(costs_of(word, language).keys()):
        return {}
    found: dict[str, float] = {}
    for form, cost in candidates(word, language):
        for concept, more in words.get(form, {}).items():
            total = cost + more
            if total < found.get(concept, 9.0):
                found[concept] = total
    limit = min(found.values()) + _EQUALLY_CHEAP
    return {concept: cost for concept, cost in sorted(found.items()) if cost <= limit}


def lists(word: str, language: str | None) -> bool:
    """Return whether the folded word stands in the lexicon in just this form."""
    words = _forms(language)[0] if language is not None else {}
    return 0.0 in words.get(word, {}).values()
