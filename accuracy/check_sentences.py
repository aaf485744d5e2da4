"""Check that the labelled sentences are sound: `python accuracy/check_sentences.py`.

Every catalogue is read without a problem, every id exists, every sentence either says something or is a trap, the level of
every plain support is known, and no sentence stands twice. Exit code 1 where not.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from labels import LEVELS, SENTENCES, LabelledSentence, SentenceFile, read_sentence_file

from factcheck.language.knowledge import codes
from factcheck.problems import FactcheckError


def check(paths: Iterable[Path]) -> Iterator[str]:
    """Yield everything that is wrong with files of labelled sentences, one sentence each."""
    places: dict[str, str] = {}
    for path in paths:
        try:
            file = read_sentence_file(path)
        except KeyError as error:
            yield f"{path.stem}: a key is missing: {error.args[0]}"
            continue
        except ValueError as error:
            yield f"{path.stem}: {error}"
            continue
        yield from (f"{file.name}: {message}" for message in check_file(file))
        for sentence in file.sentences:
            place = f"{file.name}: {sentence.id}"
            first = places.setdefault(" ".join(sentence.text.casefold().split()), place)
            if first != place:
                yield f"{place} is the same sentence as {first}"


def check_file(file: SentenceFile) -> Iterator[str]:
    """Yield everything that is wrong within one file, one sentence each."""
    if file.language not in codes():
        yield f"'{file.language}' is no language that factcheck reads"
    try:
        catalogue, warnings = file.catalogue()
    except FactcheckError as error:
        yield from (problem.message for problem in error.problems)
        return
    yield from (warning.message for warning in warnings)
    claims = {question.id: {claim.id for claim in question.claims} for question in catalogue.questions}
    for question in catalogue.questions:
        if question.type is None:
            yield f"{question.id} has no type"
    for sentence in file.sentences:
        yield from (f"{sentence.id}: {message}" for message in _check_labels(sentence, claims[sentence.question]))


def _check_labels(sentence: LabelledSentence, claims: set[str]) -> Iterator[str]:
    if unknown := (sentence.supports | sentence.denies) - claims:
        yield f"{', '.join(sorted(unknown))}: no claim of the question"
    if both := sentence.supports & sentence.denies:
        yield f"{', '.join(sorted(both))}: supported and denied"
    if bool(sentence.supports or sentence.denies) == (sentence.trap is not None):
        yield "there must be either 'none', or 'supports' or 'denies'"
    if sentence.level is not None and sentence.level not in LEVELS:
        yield f"'{sentence.level}' is no level"
    if sentence.level is None and sentence.supports and not sentence.denies:
        yield "a support without a level"
    if sentence.level is not None and not sentence.supports:
        yield "a level without a support"


def main() -> int:
    """Print what is wrong and how large the set is; return the exit code."""
    paths = sorted(SENTENCES.glob("*.yaml"))
    wrong = list(check(paths))
    click.echo("".join(f"{message}\n" for message in wrong), nl=False)
    click.echo(f"{len(paths)} files of labelled sentences: {f'{len(wrong)} mistakes' if wrong else 'sound'}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
