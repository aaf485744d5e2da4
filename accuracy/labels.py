"""The labelled sentences in `sentences/`: what a careful reader takes from each of them, alone.

A file holds a small catalogue in one language and, below each of its questions, sentences with their labels; its name
begins with the code of the language. All events and names in them are invented.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.catalogue import read_catalogue
from factcheck.model import Catalogue
from factcheck.problems import Problem

SENTENCES = Path(__file__).parent / "sentences"
LEVELS = ("easy", "medium")
_FILE = {"held_out", "names", "questions"}
_QUESTION = {"id", "question", "type", "claims", "sentences"}
_SENTENCE = {"text", "before", "supports", "denies", "none", "level"}


@dataclass(frozen=True, slots=True)
class LabelledSentence:
    """One sentence, with what it says on its question.

    Attributes:
        id: Id of its question and its number there, from 1: `buyer/3`.
        question: Id of its question.
        text: The sentence.
        before: The sentence before it in the article, which labels do not concern, or None.
        supports: Ids of the claims that it puts forward.
        denies: Ids of the claims that it says are false.
        trap: Why it says nothing on the question although it looks so; None where it says something.
        level: How it puts what it supports, one of `LEVELS`: nearly in the claim's words, or in others. None where it
            supports nothing, and where it does so only along with a denial.
    """

    id: str
    question: str
    text: str
    before: str | None
    supports: frozenset[str]
    denies: frozenset[str]
    trap: str | None
    level: str | None


@dataclass(frozen=True, slots=True)
class SentenceFile:
    """One file of labelled sentences.

    Attributes:
        name: Its name without the extension.
        language: ISO 639-1 code of all its sentences.
        held_out: Whether nobody may look at it while the program is being improved.
        names: Spellings of each name.
        questions: The questions as the file has them, but for the sentences.
        sentences: In file order.
    """

    name: str
    language: str
    held_out: bool
    names: tuple[tuple[str, ...], ...]
    questions: tuple[dict[str, Any], ...]
    sentences: tuple[LabelledSentence, ...]

    def catalogue(self) -> tuple[Catalogue, tuple[Problem, ...]]:
        """Return the catalogue of the whole file, and its warnings; raises FactcheckError."""
        import yaml

        names = {f"name-{number}": list(spellings) for number, spellings in enumerate(self.names, 1)}
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"{self.name}.yaml"
            path.write_text(yaml.safe_dump({"names": names, "questions": list(self.questions)}, allow_unicode=True), encoding="utf-8")
            return read_catalogue(str(path))


def read_sentence_file(path: Path) -> SentenceFile:
    """Return the labelled sentences at `path`.

    Raises:
        OSError, KeyError, ValueError: The file is missing or is not of the described form.
    """
    import yaml

    try:
        content = _keys(yaml.safe_load(path.read_text(encoding="utf-8")), _FILE, "the file")
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error
    if not isinstance(content["held_out"], bool):
        raise ValueError("'held_out' is neither true nor false")
    questions = [_keys(row, _QUESTION, "a question") for row in _list(content["questions"], "'questions'")]
    return SentenceFile(
        name=path.stem,
        language=path.stem.partition("-")[0],
        held_out=content["held_out"],
        names=tuple(_texts(row, "a name") for row in _list(content["names"], "'names'")),
        questions=tuple({key: value for key, value in row.items() if key != "sentences"} for row in questions),
        sentences=tuple(sentence for row in questions for sentence in _sentences(row)),
    )


def read_sentence_files(folder: Path = SENTENCES) -> list[SentenceFile]:
    """Return all files of labelled sentences in a folder, in name order; raises what `read_sentence_file` raises."""
    return [read_sentence_file(path) for path in sorted(folder.glob("*.yaml"))]


def _sentences(question: dict[str, Any]) -> Iterator[LabelledSentence]:
    for number, each in enumerate(_list(question["sentences"], f"'sentences' of {question['id']}"), 1):
        where = f"{question['id']}/{number}"
        row = _keys(each, _SENTENCE, where)
        yield LabelledSentence(
            id=where,
            question=question["id"],
            text=_text(row["text"], f"'text' of {where}"),
            before=_text(row["before"], f"'before' of {where}") if "before" in row else None,
            supports=frozenset(_texts(row.get("supports", []), f"'supports' of {where}")),
            denies=frozenset(_texts(row.get("denies", []), f"'denies' of {where}")),
            trap=_text(row["none"], f"'none' of {where}") if "none" in row else None,
            level=row.get("level"),
        )


def _keys(value: Any, known: set[str], where: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ValueError(f"{where} has no keys")
    if unknown := set(value) - known:
        raise ValueError(f"{where}: there is no key {', '.join(sorted(map(str, unknown)))}")
    return value


def _list(value: Any, where: str) -> list[Any]:
    if not isinstance(value, list):
        raise ValueError(f"{where} is no list")
    return value


def _texts(value: Any, where: str) -> tuple[str, ...]:
    return tuple(_text(each, where) for each in _list(value, where))


def _text(value: Any, where: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{where} is no text")
    return value
