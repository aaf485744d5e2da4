"""The work on one article, in whatever process it is done."""

from __future__ import annotations

from array import array
from dataclasses import replace
from typing import NamedTuple

from factcheck.copies import print_of
from factcheck.matching.index import CatalogueIndex
from factcheck.matching.questions import QuestionModels
from factcheck.matching.reached import Reached
from factcheck.matching.vocabulary import Vocabulary
from factcheck.model import Source
from factcheck.sources.articles import Article, source_of
from factcheck.stance.findings import Told
from factcheck.stance.judge import tell


class Task(NamedTuple):
    """One article to be read.

    Attributes:
        article: The article.
        asked: Indexes of the questions that it is to be held against, or None for all.
    """

    article: Article
    asked: frozenset[int] | None = None


class Outcome(NamedTuple):
    """What was read.

    Attributes:
        source: Without its text, sentences, and what was left out.
        runs: As in `copies.Print`.
        told: By index of the question, what the article says on it; only what it was asked for.
        reached: What its words may stand for; `NOTHING` where the reader was told that nobody will ask.
    """

    source: Source
    runs: array[int]
    told: dict[int, list[Told]]
    reached: Reached


class Reader:
    """Reads articles, and holds them against the questions of one catalogue."""

    def __init__(self, models: QuestionModels, vocabulary: Vocabulary, *, remembers: bool) -> None:
        """Take the questions, and the vocabulary that they were built with; `remembers` as in `CatalogueIndex`."""
        self.vocabulary = vocabulary
        self._models = models
        self._remembers = remembers
        self._indexes: dict[frozenset[int] | None, CatalogueIndex] = {}

    def read(self, task: Task) -> Outcome:
        """Return what an article says."""
        source = source_of(task.article)
        index = self._index(task.asked)
        told = tell(source, index)
        return Outcome(replace(source, text="", sentences=(), left_out=()), print_of(source).runs, told, index.pick(source).reached)

    def may_concern(self, asked: frozenset[int], reached: Reached) -> bool:
        """Return False where no article whose words may stand for just this can speak of one of the questions with these indexes."""
        return bool(asked) and self._index(asked).may_concern(reached)

    def _index(self, asked: frozenset[int] | None) -> CatalogueIndex:
        if asked not in self._indexes:
            self._indexes[asked] = CatalogueIndex(self._models, self.vocabulary, asked, remembers=self._remembers)
        return self._indexes[asked]
