"""The work on one article, in whatever process it is done."""

from __future__ import annotations

from array import array
from dataclasses import replace
from typing import NamedTuple

from factcheck.copies import print_of
from factcheck.matching.index import CatalogueIndex
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
    """

    source: Source
    runs: array[int]
    told: dict[int, list[Told]]


class Reader:
    """Reads articles, and holds them against the questions of one catalogue."""

    def __init__(self, index: CatalogueIndex) -> None:
        """Take the questions."""
        self.index = index
        self._parts: dict[frozenset[int], CatalogueIndex] = {}

    def read(self, task: Task) -> Outcome:
        """Return what an article says."""
        source = source_of(task.article)
        return Outcome(replace(source, text="", sentences=(), left_out=()), print_of(source).runs, tell(source, self._asked(task.asked)))

    def may_open(self, asked: frozenset[int], text: str, language: str | None) -> bool:
        """Return False where no article with just these words can speak of one of the questions with these indexes."""
        return bool(asked) and self._asked(asked).may_open(text, language)

    def _asked(self, asked: frozenset[int] | None) -> CatalogueIndex:
        if asked is None:
            return self.index
        if asked not in self._parts:
            self._parts[asked] = CatalogueIndex(self.index.models, self.index.vocabulary, asked)
        return self._parts[asked]
