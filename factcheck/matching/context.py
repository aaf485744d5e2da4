"""What a sentence may borrow from the words around it: the title, the sentences just before, names that recur.

Pronouns, dropped subjects and "the company" point back; what they point to is worth less than a word
that stands in the sentence itself, and less the further away it stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.matching.annotation import Annotation
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
    heard: frozenset[str] = frozenset()
    year: int | None = None
    lent: dict[int, tuple[float, bool]] = field(default_factory=dict)


def contexts(source: Source, annotations: Sequence[Annotation]) -> list[Context]:
    """Return what each sentence of the article may borrow."""
    anywhere = frozenset(feature for annotation in annotations for feature in annotation.features)
    standing = _standing(source, annotations)
    _lend(standing, dict.fromkeys(sorted(anywhere), 1.0), _ANYWHERE)
    rows = []
    title: set[str] = set()
    before: set[str] = set()
    heard: set[str] = set()
    year = int(source.published[:4]) if source.published else None
    led = 0
    for number in range(len(annotations)):
        row = dict(standing)
        for back, worth in enumerate(_BEFORE, start=1):
            if number >= back:
                _lend(row, annotations[number - back].features, worth)
        rows.append(Context(row, anywhere, frozenset(before | title if led >= _LEAD else before), frozenset(heard), year))
        heard |= {t.norm for t in annotations[number].tokens}
        if source.sentences[number].part is not Part.TITLE:
            before |= annotations[number].features.keys()
            led += 1
        else:
            title |= annotations[number].features.keys()
    return rows


def _standing(source: Source, annotations: Sequence[Annotation]) -> dict[str, float]:
    """Return what holds over the whole article: words of the title, words that recur."""
    row: dict[str, float] = {}
    titled: set[str] = set()
    counts: dict[str, int] = {}
    for sentence, annotation in zip(source.sentences, annotations, strict=True):
        if sentence.part is Part.TITLE:
            _lend(row, annotation.features, _TITLE)
            titled |= annotation.features.keys()
        for feature in annotation.features:
            counts[feature] = counts.get(feature, 0) + 1
    least = max(_FREQUENT_LEAST, _FREQUENT_SHARE * len(annotations))
    topic = {feature for feature, count in counts.items() if count >= least or (feature in titled and count > 1)}
    _lend(row, dict.fromkeys(topic, 1.0), _FREQUENT)
    return row


def _lend(row: dict[str, float], features: dict[str, float], worth: tuple[float, float]) -> None:
    for feature, credit in features.items():
        value = credit * worth[0 if feature.startswith("n:") else 1]
        if value and value > row.get(feature, 0.0):
            row[feature] = value
