"""What a sentence may borrow from the words around it: the title, the sentences just before, names that recur.

Pronouns, dropped subjects and "the company" point back; what they point to is worth less than a word
that stands in the sentence itself, and less the further away it stands.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field

from factcheck.language.tokens import tokenise
from factcheck.model import Part, Source

# Worth of a borrowed name and of a borrowed word, by where it stands.
_TITLE = (0.75, 0.35)
_BEFORE = ((0.8, 0.4), (0.5, 0.25))
# What stands in this share of the sentences, and in three at least, is what the article is about; so is what
# stands in the title and in another sentence.
_FREQUENT_SHARE = 0.2
_FREQUENT_LEAST = 3
_FREQUENT = (0.7, 0.5)
# What stands anywhere else in the article is still what it speaks of, less than all that stands near or recurs.
_ANYWHERE = (0.45, 0.0)
# So many sentences say again what the title says.
_LEAD = 2


@dataclass(frozen=True, slots=True)
class Context:
    """What one sentence may borrow.

    Attributes:
        worth: Feature to what it is worth, from 0 to 1.
        anywhere: Features that stand anywhere in the article.
        before: Features that stand in an earlier sentence; those of its title only once the lead is over, which tells it anew.
        heard: Folded words of earlier sentences.
        year: That of the article's publication, or None.
        lent: What `matching.alignment` has found out about slots that the sentence leaves empty, by the slot's identity:
            what the slot may borrow, and whether the article never uses its words; empty at first.
    """

    worth: dict[str, float]
    anywhere: frozenset[str]
    before: frozenset[str] = frozenset()
    heard: Container[str] = frozenset()
    year: int | None = None
    lent: dict[int, tuple[float, bool]] = field(default_factory=dict)


class Contexts:
    """What each sentence of an article may borrow; worked out for a sentence when it is asked for."""

    def __init__(self, source: Source, features: Mapping[int, Mapping[str, float]]) -> None:
        """Gather what holds over the whole article.

        Args:
            source: The article.
            features: By index of the sentence, its features with their credits. A sentence may be left out where none of its
                features is ever asked for.
        """
        self._source = source
        self._features = features
        self._anywhere = frozenset(feature for row in features.values() for feature in row)
        self._standing = _standing(source, features)
        _lend(self._standing, dict.fromkeys(sorted(self._anywhere), 1.0), _ANYWHERE)
        self._year = int(source.published[:4]) if source.published else None
        self._rows: dict[int, Context] = {}

    def of(self, number: int) -> Context:
        """Return what the sentence with this index may borrow."""
        if number not in self._rows:
            row = dict(self._standing)
            for back, worth in enumerate(_BEFORE, start=1):
                _lend(row, self._features.get(number - back, {}), worth)
            self._rows[number] = Context(row, self._anywhere, self._before(number), Heard(self._source, number), self._year)
        return self._rows[number]

    def _before(self, number: int) -> frozenset[str]:
        parts = [sentence.part for sentence in self._source.sentences[:number]]
        led = sum(part is not Part.TITLE for part in parts) >= _LEAD
        earlier = (i for i, part in enumerate(parts) if i in self._features and (led or part is not Part.TITLE))
        return frozenset().union(*(self._features[i].keys() for i in earlier))


class Heard(Container[str]):
    """The folded words of the sentences before one; gathered when the first of them is asked for, which is seldom."""

    def __init__(self, source: Source, number: int) -> None:
        """Take an article and the index of the sentence before which the words stand."""
        self._source = source
        self._number = number
        self._words: frozenset[str] | None = None

    def __contains__(self, word: object) -> bool:
        if self._words is None:
            text, earlier = self._source.text, self._source.sentences[: self._number]
            self._words = frozenset(token.norm for s in earlier for token in tokenise(text, s.start, s.end))
        return word in self._words


def _standing(source: Source, features: Mapping[int, Mapping[str, float]]) -> dict[str, float]:
    """Return what holds over the whole article: words of the title, words that recur."""
    row: dict[str, float] = {}
    titled: set[str] = set()
    counts: dict[str, int] = {}
    for number, told in features.items():
        if source.sentences[number].part is Part.TITLE:
            _lend(row, told, _TITLE)
            titled |= told.keys()
        for feature in told:
            counts[feature] = counts.get(feature, 0) + 1
    least = max(_FREQUENT_LEAST, _FREQUENT_SHARE * len(source.sentences))
    topic = {feature for feature, count in counts.items() if count >= least or (feature in titled and count > 1)}
    _lend(row, dict.fromkeys(topic, 1.0), _FREQUENT)
    return row


def _lend(row: dict[str, float], features: Mapping[str, float], worth: tuple[float, float]) -> None:
    for feature, credit in features.items():
        value = credit * worth[0 if feature.startswith("n:") else 1]
        if value and value > row.get(feature, 0.0):
            row[feature] = value
