"""A claim and a sentence side by side: which piece of the one says what in the other.

Unlike `matching.alignment`, which asks what a wording needs and looks for it in a sentence, both texts are taken apart
here, so that what only one of them says is seen too. Each piece has one counterpart at most.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from factcheck.language.lexicon import concept_phrases, concepts, concepts_of
from factcheck.language.tokens import Kind, tokenise
from factcheck.matching.annotation import Annotation, Term, annotate
from factcheck.matching.keywords import grams
from factcheck.matching.learnt_names import learn_names
from factcheck.matching.vocabulary import Vocabulary, content_words
from factcheck.matching.wordings import ITSELF, Slot, slot_of
from factcheck.model import Catalogue, Claim, Question
from factcheck.stance.assertion import turned

# Words that share this much of their letter runs are taken for forms of one word.
_LETTERS = 0.5
# What is less alike than this has nothing to do with each other; from the second on it is the same thing said.
RELATED = 0.3
SAME = 0.6
# Of several words that could be the counterpart, the one whose neighbour has its own beside it.
_NEIGHBOUR = 0.15
# How far two names that are one concept say the same.
_ONE_CONCEPT = 0.9
# One in so many senses of a word must undo.
_UNDOING = 3
# What an opposite says of a claim's piece: the same matter, the other way round.
_OPPOSITE = 0.75
# Where more than this share of the words begins with a capital, capitals tell no names: a headline in title case.
_TITLE_CASE = 0.6


@dataclass(frozen=True, slots=True)
class Piece:
    """One name, phrase or content word of a text.

    Attributes:
        slot: What it says.
        first, last: Its tokens, `last` exclusive.
        turned: Whether an odd number of negators, denials and failures reaches it.
        senses: The features of itself and, of a phrase, of its words.
        opposites: The features that contradict them.
        kinds: Of a place `country`, `city` or `region`, of an organisation `organisation`; else empty.
        undoes: Whether it says that what stands beside it does not happen.
        named: The concepts that it names.
    """

    slot: Slot
    first: int
    last: int
    turned: bool
    senses: frozenset[str]
    opposites: frozenset[str]
    kinds: frozenset[str]
    undoes: bool
    named: frozenset[str]


@dataclass(slots=True)
class Side:
    """One of the two texts.

    Attributes:
        annotation: Its tokens, values, cues and scopes.
        pieces: In text order.
        counterpart: For each piece the index of its counterpart in the other text, or None.
        credit: For each piece how far the counterpart says the same, 0 to 1.
        opposed: For each piece whether the counterpart says the opposite.
        coverage: How much of the text the other one says too, from 0 to 1.
    """

    annotation: Annotation
    pieces: list[Piece]
    counterpart: list[int | None]
    credit: list[float]
    opposed: list[bool]
    coverage: float = 0.0


def side_by_side(
    claim: str,
    sentence: str,
    names: Sequence[tuple[str, tuple[str, ...]]] = (),
    synonyms: Sequence[tuple[str, ...]] = (),
    languages: tuple[str | None, str | None] = (None, None),
) -> tuple[Side, Side]:
    """Return a claim and a sentence, each with its counterparts in the other.

    Args:
        claim: One wording of the claim.
        sentence: The sentence.
        names: The names of the catalogue, as `Catalogue.names`.
        synonyms: The synonyms of the catalogue, as `Catalogue.synonyms`.
        languages: Those of claim and sentence; None where they are to be told from the two texts.
    """
    texts = (claim, sentence)
    question = Question("", "", claims=tuple(Claim(text, text) for text in texts))
    vocabulary = Vocabulary(Catalogue((question,), tuple(names), tuple(synonyms)))
    read = [
        (text, known or vocabulary.language_of(text) or vocabulary.likely_language(text))
        for text, known in zip(texts, languages, strict=True)
    ]
    learn_names([(text, language) for text, language in read if not _is_title_case(text)], vocabulary)
    for text, language in read:
        for token in content_words(tokenise(text), language):
            vocabulary.add_word(token, language)
    first, second = (_side(text, language, vocabulary) for text, language in read)
    _pair(first, second)
    return first, second


def _is_title_case(text: str) -> bool:
    words = [t.text for t in tokenise(text) if t.kind is Kind.WORD and len(t.text) > 1]
    return sum(word[0].isupper() for word in words) > _TITLE_CASE * len(words)


def _side(text: str, language: str | None, vocabulary: Vocabulary) -> Side:
    annotation = annotate(text, 0, len(text), language, vocabulary)
    groups: list[list[Term]] = []
    end = 0
    for term in annotation.terms:
        # Of two phrases that overlap ("gold prices", "prices rise") each says something of its own.
        if term.last > end:
            groups.append([term])
            end = term.last
        else:
            groups[-1].append(term)
    pieces = [_piece(group, annotation, number, vocabulary) for number, group in enumerate(groups)]
    size = len(pieces)
    return Side(annotation, pieces, [None] * size, [0.0] * size, [False] * size)


def _piece(group: Sequence[Term], annotation: Annotation, number: int, vocabulary: Vocabulary) -> Piece:
    """Return the piece that a term makes, with the words inside it."""
    slot, *inner = [slot_of(term, annotation, number, vocabulary) for term in group]
    parts = [slot, *inner]
    named = [concepts()[concept] for concept in _concepts(group[0], slot, annotation)]
    return Piece(
        slot=slot,
        first=group[0].first,
        last=group[0].last,
        turned=turned(annotation, group[0].first),
        senses=frozenset().union(*(part.own for part in parts)),
        opposites=frozenset().union(*(part.opposites for part in parts)),
        kinds=frozenset(c.sort or (c.id.split("-")[0] if c.kind == "place" else c.kind) for c in named if c.kind or c.sort),
        # A form of many senses that undoes in a few of them only is mostly used in the others.
        undoes=_UNDOING * sum(c.undoes for c in named) >= len(named) > 0 and not any(c.kind for c in named),
        named=frozenset(c.id for c in named),
    )


def _concepts(term: Term, slot: Slot, annotation: Annotation) -> list[str]:
    """Return the concepts that a piece names; of a name those of its words, since a name has no other sense."""
    if not slot.is_name:
        return sorted(feature[2:] for feature in slot.own if feature[2:] in concepts() and feature.startswith("c:"))
    tokens, language = annotation.tokens[term.first : term.last], annotation.language
    if len(tokens) == 1:
        return sorted(concepts_of(tokens[0].word, language))
    return sorted(f.payload for f in concept_phrases(language).at(tokens, 0) if f.last == len(tokens)) if language is not None else []


@lru_cache(maxsize=1 << 14)
def _letters(one: str, other: str) -> float:
    a, b = grams(one.casefold()), grams(other.casefold())
    return 2 * len(a & b) / (len(a) + len(b))


def _likeness(a: Piece, b: Piece) -> float:
    mine, theirs = a.slot.features, b.slot.features
    best = max((mine[f] * theirs[f] for f in mine.keys() & theirs.keys()), default=0.0)
    if a.slot.is_name or b.slot.is_name:
        best = max(best, _as_concepts(a, b))
    if best < ITSELF and not _are_opposed(a, b) and not a.slot.text[0].isdigit():
        letters = _letters(a.slot.text, b.slot.text)
        best = max(best, letters) if letters >= _LETTERS else best
    return best


def _as_concepts(a: Piece, b: Piece) -> float:
    """Return how near two pieces are by what the lexicon knows of them: Scottish and Scotland are two names and one place."""
    if not a.named.isdisjoint(b.named):
        return _ONE_CONCEPT
    return max((concepts()[one].near.get(other, 0.0) for one in a.named for other in b.named), default=0.0)


def _are_opposed(a: Piece, b: Piece) -> bool:
    return not (b.senses.isdisjoint(a.opposites) and a.senses.isdisjoint(b.opposites))


def _pair(one: Side, other: Side) -> None:
    """Give each piece its counterpart: first what says the same, then opposites, then what is only near."""
    likeness = [[_likeness(a, b) for b in other.pieces] for a in one.pieces]

    def beside(i: int, j: int) -> bool:
        return any(
            0 <= i + d < len(one.pieces) and 0 <= j + e < len(other.pieces) and likeness[i + d][j + e] >= SAME
            for d in (-1, 1)
            for e in (-1, 1)
        )

    ranked: list[tuple[float, int, int, bool]] = []
    for i, a in enumerate(one.pieces):
        for j, b in enumerate(other.pieces):
            near = _NEIGHBOUR if beside(i, j) else 0.0
            if likeness[i][j] >= RELATED:
                ranked.append((likeness[i][j] + near, i, j, False))
            # An opposite goes before what is only near, and after what is the same.
            if _are_opposed(a, b) and likeness[i][j] < SAME:
                ranked.append((SAME - 0.01 + near, i, j, True))
    for _, i, j, opposite in sorted(ranked, key=lambda row: (-row[0], row[1], row[2])):
        if one.counterpart[i] is None and other.counterpart[j] is None:
            one.counterpart[i], other.counterpart[j] = j, i
            one.credit[i] = other.credit[j] = _OPPOSITE if opposite else likeness[i][j]
            one.opposed[i] = other.opposed[j] = opposite
    # What is said twice in one text has its say, though its counterpart is taken: "the bank … the central bank".
    for i in range(len(one.pieces)):
        if one.counterpart[i] is None:
            one.credit[i] = max((value for value in likeness[i] if value >= SAME), default=0.0)
    for j in range(len(other.pieces)):
        if other.counterpart[j] is None:
            other.credit[j] = max((row[j] for row in likeness if row[j] >= SAME), default=0.0)
    for side in (one, other):
        whole = sum(piece.slot.weight for piece in side.pieces) or 1.0
        side.coverage = sum(piece.slot.weight * credit for piece, credit in zip(side.pieces, side.credit, strict=True)) / whole
