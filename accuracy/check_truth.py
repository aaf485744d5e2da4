"""Check that the annotated stories are sound: `python accuracy/check_truth.py`.

Every catalogue is read without a problem, every id exists, every quoted sentence stands in its article, and the
listed conflicts, updates and self-contradictions are those that follow from the positions. Exit code 1 where not.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import combinations

import click
from truth import DIFFICULTIES, Story, TruePosition, article_text, read_stories

from factcheck.catalogue import read_catalogue
from factcheck.model import Catalogue
from factcheck.problems import FactcheckError

_FEWEST_TRAPS = 6


def check(story: Story) -> Iterator[str]:
    """Yield everything that is wrong with a story, one sentence each."""
    try:
        catalogue, warnings = read_catalogue(str(story.claims))
    except FactcheckError as error:
        yield f"claims.yaml: {error}"
        return
    yield from (f"claims.yaml: {warning.message}" for warning in warnings)
    texts = {path.stem: article_text(path) for path in sorted(story.articles.iterdir())}
    if set(texts) != set(story.dates):
        yield f"'dates' names {sorted(story.dates)}, the articles are {sorted(texts)}"
    yield from _check_positions(story, catalogue, texts)
    yield from _check_traps(story, catalogue, texts)
    yield from _check_lists(story, catalogue)
    if unknown := {source for pair in story.copies for source in pair} - set(texts):
        yield f"'copies' names {sorted(unknown)}, which are no articles"


def _check_positions(story: Story, catalogue: Catalogue, texts: dict[str, str]) -> Iterator[str]:
    claims = {question.id: {claim.id for claim in question.claims} for question in catalogue.questions}
    seen: set[tuple[str, str]] = set()
    for position in story.positions:
        where = f"position of {position.source} on {position.question}"
        if (position.source, position.question) in seen:
            yield f"{where} stands twice"
        seen.add((position.source, position.question))
        if unknown := (position.supports | position.denies) - claims.get(position.question, set()):
            yield f"{where}: {sorted(unknown)} are no claims of the question"
        if not (position.supports or position.denies or position.unlisted):
            yield f"{where} says nothing"
        if position.difficulty not in DIFFICULTIES:
            yield f"{where}: '{position.difficulty}' is no difficulty"
        yield from (f"{where}: not in the article: {s}" for s in position.sentences if s not in texts.get(position.source, ""))


def _check_traps(story: Story, catalogue: Catalogue, texts: dict[str, str]) -> Iterator[str]:
    question_of = {claim.id: question.id for question in catalogue.questions for claim in question.claims}
    backing = {(p.source, claim, s) for p in story.positions for claim in p.supports for s in p.sentences if len(p.supports) == 1}
    if len(story.traps) < _FEWEST_TRAPS:
        yield f"only {len(story.traps)} traps"
    for trap in story.traps:
        if trap.claim not in question_of:
            yield f"trap in {trap.source}: '{trap.claim}' is no claim"
        if trap.sentence not in texts.get(trap.source, ""):
            yield f"trap in {trap.source}: not in the article: {trap.sentence}"
        if (trap.source, trap.claim, trap.sentence) in backing:
            yield f"trap in {trap.source}: the sentence is also given as support: {trap.sentence}"


def _check_lists(story: Story, catalogue: Catalogue) -> Iterator[str]:
    conflicts, updates = set(), set()
    for question in catalogue.questions:
        rows = [p for p in story.positions if p.question == question.id]
        differing = [(a, b) for a, b in combinations(rows, 2) if _differ(a, b)]
        if question.evolves and differing and all(story.dates[a.source] != story.dates[b.source] for a, b in differing):
            updates.add(question.id)
        elif differing:
            conflicts.add(question.id)
    contradicting = {(p.source, p.question) for p in story.positions if len(_answers(p)) > 1 or p.supports & p.denies}
    yield from _compare("conflicts", sorted(story.conflicts), sorted(conflicts))
    yield from _compare("updates", sorted(story.updates), sorted(updates))
    yield from _compare("self_contradictions", sorted(map(str, story.self_contradictions)), sorted(map(str, contradicting)))


def _compare(name: str, listed: list[str], found: list[str]) -> Iterator[str]:
    if listed != found:
        yield f"'{name}': from the positions follows {found}, listed is {listed}"


def _answers(position: TruePosition) -> set[str]:
    """Return what a source backs; an unlisted value counts as a rival."""
    return {*position.supports, *([f"unlisted {position.unlisted}"] if position.unlisted else [])}


def _differ(a: TruePosition, b: TruePosition) -> bool:
    """Return whether two sources back different rivals, or one backs what the other denies."""
    rivals = any(x != y for x in _answers(a) for y in _answers(b))
    return rivals or bool(a.supports & b.denies or b.supports & a.denies)


def main() -> int:
    """Print what is wrong and how large the set is; return the exit code."""
    wrong = 0
    stories = read_stories()
    for story in stories:
        for message in check(story):
            wrong += 1
            click.echo(f"{story.name}: {message}")
    positions = sum(len(story.positions) for story in stories)
    traps = sum(len(story.traps) for story in stories)
    click.echo(f"{len(stories)} stories, {positions} positions, {traps} traps: {f'{wrong} mistakes' if wrong else 'sound'}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
