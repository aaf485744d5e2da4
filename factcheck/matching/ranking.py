"""Which claims of a catalogue a sentence concerns, best first.

Two steps. An inverted index over stems, senses and letter runs finds some dozens of claims that share anything worth
sharing. Those are then compared word by word: how much of the sentence the claim holds, how much of the claim the
sentence holds (rare words weigh more), and how alike their letter runs are. What each is worth was measured on the
development halves of three public sets, see `accuracy/public_sets.py`.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from factcheck.language.identify import identify
from factcheck.matching.keywords import Keyword, alike, grams, keywords, shared_words, without_addresses
from factcheck.matching.vocabulary import Vocabulary
from factcheck.model import Catalogue

# Of the common words: what is found by the index and compared word by word.
_COMPARED = 60
# Okapi BM25 with the constants of its authors.
_SATURATION, _BY_LENGTH = 1.5, 0.75
# What a shared sense is worth in the index beside a shared stem.
_SENSE = 0.3
# A word that the index does not know may be another spelling of words that share so many of their letter runs.
_SPELLING = 0.5
_COMMON_RUN = 400
# How much each of the three comparisons counts.
_SENTENCE, _CLAIM, _LETTERS = 1.0, 0.7, 1.0
# A claim of few words is soon found whole in a long sentence: as if each had so much more weight that is not found.
_UNSEEN = 12.0
# What fits must stand out from what the sentence shares with other questions by chance: a sentence that concerns none of
# the claims has a best claim too, little better than the next.
_BACKGROUND = 0.5
_OTHERS = 4
# Words as alike as this are named as the reason.
_NAMED = 0.55


@dataclass(frozen=True, slots=True)
class Ranked:
    """One claim that a sentence may concern.

    Attributes:
        question, claim: Indexes of the question in the catalogue and of the claim among its rivals.
        wording: Which text of the claim fits best.
        language: That of the wording, or None where it has no data.
        score: From 0 to 1.
        lead: How far the score stands out from the best of other questions, from less than 0 to 1.
        shared: The words of the sentence that the wording has too, as printed.
    """

    question: int
    claim: int
    wording: str
    language: str | None
    score: float
    lead: float
    shared: tuple[str, ...]


@dataclass(slots=True)
class _Entry:
    """One wording of a claim, with its keywords."""

    question: int
    claim: int
    text: str
    language: str | None
    words: list[Keyword]


class ClaimIndex:
    """The wordings of a catalogue, ready to be asked which of them a sentence concerns."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Read and index every wording of every claim."""
        self._vocabulary = Vocabulary(catalogue)
        self._entries = [
            self._read(number, place, text)
            for number, question in enumerate(catalogue.questions)
            for place, claim in enumerate(question.claims)
            for text in (claim.text, *claim.wordings)
        ]
        self._postings: dict[str, list[tuple[int, int]]] = {}
        self._stems: dict[str, Keyword] = {}
        for number, entry in enumerate(self._entries):
            for key, count in Counter(key for word in entry.words for key in _keys(word)).items():
                self._postings.setdefault(key, []).append((number, count))
            for word in entry.words:
                self._stems.setdefault(word.norm, word)
        self._lengths = [len(entry.words) for entry in self._entries]
        self._mean_length = sum(self._lengths) / max(1, len(self._lengths)) or 1.0

    def _read(self, question: int, claim: int, text: str) -> _Entry:
        language = self._vocabulary.language_of(text)
        return _Entry(question, claim, text, language, keywords(text, language, self._vocabulary))

    @cached_property
    def _runs(self) -> dict[str, list[Keyword]]:
        """Return the words of the catalogue that have a letter run."""
        runs: dict[str, list[Keyword]] = {}
        for word in self._stems.values():
            for run in grams(word.norm):
                runs.setdefault(run, []).append(word)
        return runs

    @cached_property
    def _run_weights(self) -> dict[str, float]:
        counts: Counter[str] = Counter()
        for entry in self._entries:
            for norm in {word.norm for word in entry.words}:
                counts.update(grams(norm))
        return {run: math.log((1 + len(self._entries)) / (1 + count)) + 1 for run, count in counts.items()}

    def language_of(self, text: str) -> str | None:
        """Return the language of a sentence; one too short to tell is taken to be in the language of the catalogue."""
        language = identify(text)
        if language in self._vocabulary.languages and language is not None:
            return language
        return self._vocabulary.likely_language(text)

    def rank(self, text: str, limit: int | None = None) -> list[Ranked]:
        """Return the claims that share anything with `text`, best first, at most `limit`; equals in catalogue order."""
        text = without_addresses(text)
        asked = keywords(text, self.language_of(text), self._vocabulary)
        weights = [self._weight(word) for word in asked]
        letters = self._letters(asked)
        best: dict[tuple[int, int], tuple[float, int]] = {}
        for number in self._candidates(asked, weights):
            entry = self._entries[number]
            score = self._compare(asked, weights, letters, entry)
            if score > best.get((entry.question, entry.claim), (0.0, 0))[0]:
                best[entry.question, entry.claim] = (score, number)
        ordered = sorted(best.items(), key=lambda pair: (-round(pair[1][0], 9), pair[0]))
        tops: dict[int, float] = {}
        for (question, _), (score, _) in ordered:
            tops.setdefault(question, score)
        background = _BACKGROUND * sum(list(tops.values())[1 : 1 + _OTHERS]) / _OTHERS
        return [self._ranked(place, score, score - background, number, asked) for place, (score, number) in ordered[:limit]]

    def _ranked(self, place: tuple[int, int], score: float, lead: float, number: int, asked: Sequence[Keyword]) -> Ranked:
        entry = self._entries[number]
        return Ranked(*place, entry.text, entry.language, score, lead, tuple(shared_words(asked, entry.words, _NAMED)))

    def _weight(self, word: Keyword) -> float:
        """Return how much a word tells: rare ones much. A word of another language counts as its sense does."""
        seen = [len(self._postings[key]) for key in _keys(word) if key in self._postings]
        count = seen[0] if f"w:{word.stem}" in self._postings else min(seen, default=0)
        return math.log(1 + (len(self._entries) - count + 0.5) / (count + 0.5))

    def _candidates(self, asked: Sequence[Keyword], weights: Sequence[float]) -> list[int]:
        """Return the numbers of the entries that are worth a closer look."""
        found: defaultdict[int, float] = defaultdict(float)
        for word, weight in zip(asked, weights, strict=True):
            for key, worth in self._sought(word):
                for number, count in self._postings.get(key, ()):
                    length = 1 - _BY_LENGTH + _BY_LENGTH * self._lengths[number] / self._mean_length
                    found[number] += worth * weight * count * (_SATURATION + 1) / (count + _SATURATION * length)
        return sorted(found, key=lambda number: (-found[number], number))[:_COMPARED]

    def _sought(self, word: Keyword) -> list[tuple[str, float]]:
        """Return the keys to look a word up by, each with its worth."""
        sought = [(key, 1.0 if key.startswith(("w:", "n:")) else _SENSE) for key in _keys(word)]
        if f"w:{word.stem}" in self._postings or word.norm[0].isdigit():
            return sought
        shared: Counter[str] = Counter()
        for run in grams(word.norm):
            holders = self._runs.get(run, ())
            if len(holders) <= _COMMON_RUN:
                shared.update({other.norm for other in holders})
        spellings = {
            f"w:{self._stems[norm].stem}": likeness
            for norm in shared
            if (likeness := 2 * shared[norm] / (len(grams(word.norm)) + len(grams(norm)))) >= _SPELLING
        }
        return sought + sorted(spellings.items())

    def _compare(self, asked: Sequence[Keyword], weights: Sequence[float], letters: dict[str, float], entry: _Entry) -> float:
        best = [0.0] * len(entry.words)
        held = 0.0
        for word, weight in zip(asked, weights, strict=True):
            likeness = [alike(word, other) for other in entry.words]
            held += weight * max(likeness, default=0.0)
            best = list(map(max, best, likeness))
        own = [self._weight(word) for word in entry.words]
        said = sum(map(float.__mul__, own, best))
        parts = (
            _SENTENCE * held / (sum(weights) or 1.0),
            _CLAIM * said / (sum(own) + _UNSEEN),
            _LETTERS * _cosine(letters, self._letters(entry.words)),
        )
        return sum(parts) / (_SENTENCE + _CLAIM + _LETTERS)

    def _letters(self, words: Sequence[Keyword]) -> dict[str, float]:
        """Return the letter runs of some words as a vector of length 1: each run by how rare it is."""
        counts: Counter[str] = Counter()
        for word in words:
            counts.update(grams(word.norm))
        rarest = math.log(1 + len(self._entries)) + 1
        vector = {run: (1 + math.log(count)) * self._run_weights.get(run, rarest) for run, count in counts.items()}
        length = math.sqrt(sum(value * value for value in vector.values())) or 1.0
        return {run: value / length for run, value in vector.items()}


def _keys(word: Keyword) -> list[str]:
    return [f"w:{word.stem}", *sorted(word.senses)]


def _cosine(one: dict[str, float], other: dict[str, float]) -> float:
    return sum(value * other[run] for run, value in one.items() if run in other)
