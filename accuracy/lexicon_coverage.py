"""Measure how much of real claims the lexicon knows: `python accuracy/lexicon_coverage.py [--data FOLDER]`.

The share of words in claims of public data sets, by language, that name a concept: alone, in any form that
the matcher takes them for, or as part of a listed phrase. The data are not part of the project; where their folder
(`../shared/data`) is not beside it, nothing is measured.

Not counted are stop words, single letters, numbers and dates, and names. A name is

- in a language whose capitals mark names: a word inside a sentence with a capital letter, whether the lexicon knows
  it or not, and a first word that has its capital inside other claims and is never without. Claims in the capitals of
  headlines, where four in five of the longer words have one, tell nothing of names and are left out;
- in Arabic, which has no capitals: a word that the lexicon lists as the name of a place or an organisation and as
  nothing else. Names of people are therefore counted, as words that the lexicon lacks, and with the misspelt words and
  the dialect of the claims taken from tweets they keep the share well below 100.

The words that the lexicon lacks are never printed: who widens it should do so blind, or the measure says nothing.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import click

from factcheck.language.cues import is_stop
from factcheck.language.knowledge import section
from factcheck.language.lexicon import concept_phrases, concepts, concepts_of
from factcheck.language.tokens import Kind, Token, tokenise
from factcheck.language.value_search import find_values

DATA = Path(__file__).parents[2] / "shared" / "data"
DATA_SETS = {"ar": ("ans", "clef2021_ar_pool"), "en": ("emergent", "fever_symmetric")}
_NAMES = {"place", "organisation"}
# Words as short as of, the, with keep their small letters in the capitals of headlines.
_LONGER = 4


class Coverage(NamedTuple):
    """Words counted, and those of them that name a concept."""

    counted: int
    known: int


def claims_of(folder: Path, language: str) -> set[str]:
    """Return the distinct claims of a data set's folder in one language; raises OSError or ValueError for other files."""
    found = set()
    for path in sorted(folder.glob("*.jsonl")):
        rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
        found |= {row["claim"] for row in rows if row["lang"] == language}
    # Where there are pairs as well, what is retrieved are the headlines of articles, no claims.
    for path in sorted(folder.glob("retrieval_*.json")) if not found else ():
        found |= {row["text"] for row in json.loads(path.read_text(encoding="utf-8"))["claims"] if row["lang"] == language}
    return found


def coverage(claims: Iterable[str], language: str) -> Coverage:
    """Count the words of claims that are neither stop words, numbers nor names, and how many of them name a concept."""
    texts = [tokens for tokens in map(tokenise, sorted(claims)) if not _in_capitals(tokens, language)]
    names = _names(texts, language)
    counted = known = 0
    for tokens in texts:
        covered = _in_phrases(tokens, language)
        for i in _counted(tokens, language, names):
            counted += 1
            known += i in covered or bool(concepts_of(tokens[i].word, language))
    return Coverage(counted, known)


def _counted(tokens: Sequence[Token], language: str, names: frozenset[str]) -> Iterator[int]:
    values = {i for value in find_values(tokens, language) for i in range(value.first, value.last)}
    for i, token in enumerate(tokens):
        if token.kind is not Kind.WORD or len(token.norm) < 2 or i in values or is_stop(token.norm, language):
            continue
        if token.norm in names if i == 0 else _marks_name(token, language):
            continue
        found = concepts_of(token.word, language)
        if not (found and all(concepts()[concept].kind in _NAMES for concept in found)):
            yield i


def _in_phrases(tokens: Sequence[Token], language: str) -> set[int]:
    found = (found for i in range(len(tokens)) for found in concept_phrases(language).at(tokens, i))
    return {i for phrase in found for i in range(phrase.first, phrase.last)}


def _marks_name(token: Token, language: str) -> bool:
    return section(language, "capitals") == "names" and token.text[:1].isupper()


def _in_capitals(tokens: Sequence[Token], language: str) -> bool:
    longer = [token for token in tokens[1:] if token.kind is Kind.WORD and len(token.norm) >= _LONGER]
    return bool(longer) and 5 * sum(_marks_name(token, language) for token in longer) >= 4 * len(longer)


def _names(texts: Iterable[Sequence[Token]], language: str) -> frozenset[str]:
    """Return the words that have a capital letter wherever they stand inside a sentence."""
    seen: Counter[tuple[str, bool]] = Counter((t.norm, _marks_name(t, language)) for tokens in texts for t in tokens[1:])
    return frozenset(word for word, capital in seen if capital and not seen[word, False])


def measure(data: Path) -> list[str]:
    """Return one line for each language and one for each of its data sets, `-` where nothing is there to measure."""
    lines = []
    for language, names in DATA_SETS.items():
        found = {name: claims_of(data / name, language) for name in names if (data / name).is_dir()}
        measured = {name: coverage(claims, language) for name, claims in found.items()}
        lines.append(
            _line(f"lexicon, {language}", Coverage(*(sum(column) for column in zip(Coverage(0, 0), *measured.values(), strict=True))))
        )
        lines += [_line(f"  {name} ({len(found[name])} claims)", share) for name, share in measured.items()]
    return lines


def _line(name: str, share: Coverage) -> str:
    return f"{name:<40}{f'{100 * share.known / share.counted:.1f}' if share.counted else '-':>6} % of {share.counted} words"


@click.command()
@click.option("--data", type=click.Path(file_okay=False, path_type=Path), default=DATA, help="Folder with the data sets.")
def main(data: Path) -> None:
    """Measure how much of real claims the lexicon knows."""
    click.echo("\n".join(measure(data)) if data.is_dir() else "lexicon: no data sets are beside the project, nothing measured")


if __name__ == "__main__":
    main()
