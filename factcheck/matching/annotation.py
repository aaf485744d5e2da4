"""A sentence as the matcher sees it: tokens, typed values, terms with features, clauses and scopes.

Nothing is cut away: clauses are numbered, and the distance between two numbers says how far apart two
words stand. Scopes are flags on tokens, never on whole sentences: what a negator, a denial or a "may"
reaches is decided here, once, from the cues of the language's data file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from factcheck.language.cues import Cue, cue_index
from factcheck.language.knowledge import section
from factcheck.language.phrases import Found
from factcheck.language.tokens import Kind, Token, tokenise
from factcheck.language.value_search import find_values
from factcheck.language.values import Value
from factcheck.matching.clauses import Clauses, coordinator_before, find_clauses
from factcheck.matching.flagging import NEGATORS
from factcheck.matching.scopes import Scopes
from factcheck.matching.vocabulary import Vocabulary, credit

_COMMAS = frozenset(",;")
# What a word inside a longer phrase is worth that has nothing to do with what the phrase says: where ground was broken, nothing
# broke, and in "board of directors" a director is only hinted at. The wording's own word is itself all the same.
_INNER = 0.79


class Term(NamedTuple):
    """One word, phrase or name of a sentence with its features.

    Attributes:
        first, last: Its tokens, `last` exclusive.
        features: Feature to credit from 0 to 1.
        is_name: Whether it is a name of the catalogue.
        inner: Whether it is a single word inside a longer phrase that is a term too.
    """

    first: int
    last: int
    features: dict[str, float]
    is_name: bool = False
    inner: bool = False


@dataclass(slots=True)
class Annotation:
    """One sentence, annotated.

    Attributes:
        tokens: Offsets count in the source's text.
        language: Of the article, or None.
        values: Typed values in text order.
        terms: Names, phrases and content words in text order.
        clauses: Which clause each token stands in.
        cues: All cues found, in text order; `Found.payload` is the name of the cue.
        scopes: What the cues reach.
        features: Every feature of the sentence with its best credit.
        holders: Every feature with the indexes of the terms that have it.
        matches: What `matching.alignment` has found out about slots, by the slot's identity; empty at first.
        coordinators: What `coordinator` has found out; empty at first.
        words_before, commas_before: How many words, and how many commas and semicolons, stand before each token, and before
            the end.
        outer_words_before, outer_commas_before: The same without those of asides.
    """

    tokens: list[Token]
    language: str | None
    values: list[Value]
    terms: list[Term]
    clauses: Clauses
    cues: list[Found]
    scopes: Scopes
    features: dict[str, float] = field(default_factory=dict)
    holders: dict[str, list[int]] = field(default_factory=dict)
    matches: dict[int, list[tuple[int, float, bool]]] = field(default_factory=dict)
    coordinators: dict[int, int | None] = field(default_factory=dict)
    words_before: list[int] = field(init=False)
    commas_before: list[int] = field(init=False)
    outer_words_before: list[int] = field(init=False)
    outer_commas_before: list[int] = field(init=False)

    def apart(self, a: int, b: int) -> int:
        """Return how many clause boundaries lie between the tokens `a` and `b`; an aside does not part what it interrupts."""
        return self.clauses.between(a, b)

    def coordinator(self, i: int) -> int | None:
        """Return the token of the "and" that puts the word at token `i` beside what stands before it, or None."""
        if i not in self.coordinators:
            self.coordinators[i] = coordinator_before(self.tokens, i, self.language)
        return self.coordinators[i]

    def __post_init__(self) -> None:
        """Count what distances are made of."""
        words = [token.kind is Kind.WORD for token in self.tokens]
        commas = [token.norm in _COMMAS for token in self.tokens]
        self.words_before, self.commas_before = _before(words), _before(commas)
        self.outer_words_before, self.outer_commas_before = self.words_before, self.commas_before
        aside = self.clauses.aside
        if any(aside):
            # The comma that closes an aside belongs to it.
            outer = [not aside[i] and not (i and aside[i - 1]) for i in range(len(self.tokens))]
            self.outer_words_before = _before([word and o for word, o in zip(words, outer, strict=True)])
            self.outer_commas_before = _before([comma and o for comma, o in zip(commas, outer, strict=True)])


def _before(flags: Sequence[bool]) -> list[int]:
    """Return how many of the flags are set before each place, and before the end."""
    return list(accumulate(flags, initial=0))


@dataclass(slots=True)
class Draft:
    """A sentence as far as others borrow from it: its terms and their features, without clauses and scopes; `finish` adds them.

    Attributes:
        tokens, language, values, terms, cues, features, holders: As in `Annotation`.
        in_value: Whether each token is a part of a value.
    """

    tokens: list[Token]
    language: str | None
    values: list[Value]
    terms: list[Term]
    cues: list[Found]
    features: dict[str, float]
    holders: dict[str, list[int]]
    in_value: list[bool]

    def finish(self) -> Annotation:
        """Return the whole annotation."""
        clauses = find_clauses(self.tokens, self.cues, self.in_value, self.language)
        return Annotation(
            tokens=self.tokens,
            language=self.language,
            values=self.values,
            terms=self.terms,
            clauses=clauses,
            cues=self.cues,
            scopes=Scopes(self.tokens, self.cues, clauses.number, self.language),
            features=self.features,
            holders=self.holders,
        )


def annotate(text: str, start: int, end: int, language: str | None, vocabulary: Vocabulary) -> Annotation:
    """Annotate `text[start:end]`, one sentence of a text in `language` (None where it has no data)."""
    return draft(text, start, end, language, vocabulary).finish()


def annotate_tokens(tokens: list[Token], values: list[Value], language: str | None, vocabulary: Vocabulary) -> Annotation:
    """Annotate a run of tokens with the values found in it; `language` is one of the vocabulary's."""
    return _draft(tokens, values, language, vocabulary).finish()


def draft(text: str, start: int, end: int, language: str | None, vocabulary: Vocabulary) -> Draft:
    """Return the beginning of what `annotate` returns for the same arguments."""
    language = language if language in vocabulary.languages else None
    tokens = tokenise(text, start, end)
    return _draft(tokens, find_values(tokens, language), language, vocabulary)


def _draft(tokens: list[Token], values: list[Value], language: str | None, vocabulary: Vocabulary) -> Draft:
    in_value = [False] * len(tokens)
    for value in values:
        # "First" and "second" are values and words at once: the first lawsuit is not the second.
        if value.kind != "ordinal":
            in_value[value.first : value.last] = [True] * (value.last - value.first)
    named = vocabulary.names_in(tokens, language)
    cues = _cues([found for here in cue_index(language).by_place(tokens).values() for found in here], tokens, in_value, language)
    if named:
        # The New Pledge is a party, and pledges nothing.
        inside = [(first, max(f.last for f in found)) for first, found in named.items() if max(f.last for f in found) - first > 1]
        cues = [cue for cue in cues if not any(first <= cue.first and cue.last <= last for first, last in inside)]
    terms = _terms(tokens, cues, in_value, language, vocabulary, named)
    features: dict[str, float] = {}
    holders: dict[str, list[int]] = {}
    for number, term in enumerate(terms):
        for feature, worth in term.features.items():
            if worth > features.get(feature, 0.0):
                features[feature] = worth
            holders.setdefault(feature, []).append(number)
    return Draft(tokens, language, values, terms, cues, features, holders, in_value)


@cache
def _twins(language: str | None) -> frozenset[str]:
    return frozenset(section(language, "accented_twins")) if language else frozenset()


def _cues(found: Sequence[Found], tokens: Sequence[Token], in_value: Sequence[bool], language: str | None) -> list[Found]:
    """Return the cues that are not words of a value (4 May), no failure before one ("almost 5 million"), and no twins.

    A twin is a word that only an accent tells from a cue: Spanish sí from si.
    """
    twins = _twins(language)

    def passed(cue: Found) -> bool:
        if any(in_value[cue.first : cue.last]) or (cue.last - cue.first == 1 and tokens[cue.first].text.lower() in twins):
            return False
        return not (cue.payload == Cue.FAILURE and cue.last < len(in_value) and in_value[cue.last])

    return [cue for cue in found if passed(cue)]


def _terms(
    tokens: Sequence[Token],
    cues: Sequence[Found],
    in_value: Sequence[bool],
    language: str | None,
    vocabulary: Vocabulary,
    named: Mapping[int, list[Found]],
) -> list[Term]:
    """Return the names, phrases and content words of a run of tokens, in text order, a phrase before its words; `named` has the names."""
    phrased = vocabulary.phrases_in(tokens, language)
    terms: list[Term] = []
    negators = {found.first for found in cues if found.payload in NEGATORS}
    taken = 0
    for i, token in enumerate(tokens):
        if token.kind is Kind.MARK:
            continue
        inside = i < taken
        names = [] if inside or i not in named else _outside_values(named[i], in_value)
        if names:
            terms.append(_longest_term(names, is_name=True))
            taken = names[0].last
            continue
        if in_value[i] or (inside and any(t.is_name and t.first <= i < t.last for t in terms[-4:])):
            continue
        phrases = _outside_values(phrased[i], in_value) if i in phrased else []
        if phrases:
            terms.append(_longest_term(phrases, inner=inside))
            taken = max(taken, phrases[0].last)
            inside = i < taken
        if token.kind is not Kind.WORD or i in negators:
            continue
        features = vocabulary.features_of(token, language)
        if not features:
            continue
        # Inside "non-profit" there is no "profit".
        if inside and negators and any(t.first <= i < t.last and not negators.isdisjoint(range(t.first, i)) for t in terms[-4:]):
            continue
        if inside:
            kin = vocabulary.near(frozenset(f for t in terms[-4:] if t.first <= i < t.last for f in t.features))
            features = {f: worth if f.startswith("w:") or f in kin else worth * _INNER for f, worth in features.items()}
        terms.append(Term(i, i + 1, features, any(f.startswith("n:") for f in features), inside))
    return terms


def _outside_values(found: list[Found], in_value: Sequence[bool]) -> list[Found]:
    """Return those that have no token of a value."""
    return [f for f in found if True not in in_value[f.first : f.last]]


def _longest_term(found: Sequence[Found], *, is_name: bool = False, inner: bool = False) -> Term:
    """Return the term that the longest of what starts at one token are together; they come first."""
    first, last = found[0].first, found[0].last
    return Term(first, last, {f.payload: credit(f.cost) for f in found if f.last == last}, is_name, inner)


def negated_at(annotation: Annotation, token: int) -> bool:
    """Return whether a negator stands directly before the token: "without Musk"."""
    return annotation.scopes.negated[token] and any(f.last == token and f.payload in NEGATORS for f in annotation.cues)
