"""The annotated news stories in `stories/`: what a careful reader finds in each article.

A story is a folder with `claims.yaml` (a catalogue), `articles/` and `truth.yaml`. All events, outlets and people in
them are invented.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

STORIES = Path(__file__).parent / "stories"
DIFFICULTIES = ("easy", "medium", "hard")


@dataclass(frozen=True, slots=True)
class TruePosition:
    """What one article says on one question; a silent article has none.

    Attributes:
        source: File name of the article without its extension.
        question: Question id.
        supports: Ids of the claims that the article puts forward.
        denies: Ids of the claims that it says are false.
        unlisted: The value it gives that no claim lists, in the normal form of reports, or None.
        difficulty: One of `DIFFICULTIES`, that of its easiest evidence: plain, in paraphrase, only by inference.
        sentences: The sentences that decide, as printed.
    """

    source: str
    question: str
    supports: frozenset[str]
    denies: frozenset[str]
    unlisted: str | None
    difficulty: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trap:
    """A sentence that looks like support for a claim and is none, with the reason."""

    source: str
    claim: str
    sentence: str
    why: str


@dataclass(frozen=True, slots=True)
class Story:
    """One annotated story.

    Attributes:
        name: Name of its folder.
        folder: The folder.
        held_out: Whether nobody may look at it while the program is being improved.
        dates: Source to the ISO date of its publication.
        positions: In source order, then catalogue order.
        traps: In text order of each source.
        conflicts, updates: Question ids.
        self_contradictions: Pairs of source and question.
        copies: Pairs of original and copy.
    """

    name: str
    folder: Path
    held_out: bool
    dates: dict[str, str]
    positions: tuple[TruePosition, ...]
    traps: tuple[Trap, ...]
    conflicts: frozenset[str]
    updates: frozenset[str]
    self_contradictions: frozenset[tuple[str, str]]
    copies: frozenset[tuple[str, str]]

    @property
    def claims(self) -> Path:
        """The story's catalogue."""
        return self.folder / "claims.yaml"

    @property
    def articles(self) -> Path:
        """The folder with the story's articles and nothing else."""
        return self.folder / "articles"


def read_story(folder: Path) -> Story:
    """Return the story in `folder`.

    Raises:
        OSError, KeyError, ValueError: `truth.yaml` is missing or is not of the described form.
    """
    import yaml

    truth: dict[str, Any] = yaml.safe_load((folder / "truth.yaml").read_text(encoding="utf-8"))
    return Story(
        name=folder.name,
        folder=folder,
        held_out=truth["held_out"],
        dates=truth["dates"],
        positions=tuple(_position(row) for row in truth["positions"]),
        traps=tuple(Trap(**row) for row in truth["traps"]),
        conflicts=frozenset(truth["conflicts"]),
        updates=frozenset(truth["updates"]),
        self_contradictions=frozenset((row["source"], row["question"]) for row in truth["self_contradictions"]),
        copies=frozenset((original, copy) for original, copy in truth["copies"]),
    )


def read_stories(stories: Path = STORIES) -> list[Story]:
    """Return all stories below `stories` in name order; raises what `read_story` raises."""
    return [read_story(path.parent) for path in sorted(stories.glob("*/truth.yaml"))]


def article_text(path: Path) -> str:
    """Return the text of an article as a reader sees it: for web pages without tags, with entities resolved."""
    text = path.read_text(encoding="utf-8")
    return html.unescape(re.sub(r"<[^>]*>", "", text)) if path.suffix == ".html" else text


def _position(row: dict[str, Any]) -> TruePosition:
    sentence = row["sentence"]
    return TruePosition(
        source=row["source"],
        question=row["question"],
        supports=frozenset(row["supports"]),
        denies=frozenset(row["denies"]),
        unlisted=row["unlisted"],
        difficulty=row["difficulty"],
        sentences=(sentence,) if isinstance(sentence, str) else tuple(sentence),
    )
