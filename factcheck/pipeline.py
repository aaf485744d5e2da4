"""The whole way, on one screen: catalogue and sources, matching and stance, comparison."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.model import Catalogue, Evidence, Example, Explanation, Matched, Report, Sentence, Source, Stance
from factcheck.problems import Problem

if TYPE_CHECKING:
    from factcheck.matching.index import CatalogueIndex
    from factcheck.store import Store


@dataclass(frozen=True, slots=True)
class Memory:
    """How articles are read.

    Attributes:
        store: Where to look for what earlier runs found, or None.
        jobs: How many processes may read, 1 or more.
        progress: Told of every article: how many are done, and the bytes of those that were read.
    """

    store: Store | None = None
    jobs: int = 1
    progress: Callable[[int, int], None] = lambda _done, _size: None


def load_catalogue(claims: str) -> tuple[Catalogue, tuple[Problem, ...]]:
    """Return the catalogue at `claims` (a file or folder) and its warnings; raises FactcheckError."""
    from factcheck.catalogue import read_catalogue

    return read_catalogue(claims)


def load_sources(sources: Sequence[str]) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """Return the articles at `sources` (files or folders) and what was wrong with any; raises FactcheckError."""
    from factcheck.sources import read_sources

    return read_sources(sources)


def run(claims: str, sources: Sequence[str], memory: Memory | None = None) -> Report:
    """Return the report on the catalogue at `claims` over the articles at `sources`.

    Articles are read one after the other, and not kept: the sources of the report have neither text nor sentences. For those
    see `run_whole`.

    Args:
        claims: A file or folder.
        sources: Files and folders.
        memory: How to read; None for one process, no store and nobody who watches.

    Raises:
        FactcheckError: The catalogue or a path cannot be used; NothingToDo where there is no question or no source.
    """
    from factcheck.comparison import compare_sources
    from factcheck.gathering import gather
    from factcheck.gathering.kept_copies import copies_among
    from factcheck.sources import iter_articles

    memory = memory or Memory()
    catalogue, warnings = load_catalogue(claims)
    if memory.store is not None:
        memory.store.begin_run()
    problems, read, evidence, prints = list(warnings), [], [], []
    for each in gather(iter_articles(sources), catalogue, memory.store, memory.jobs, memory.progress):
        if isinstance(each, Problem):
            problems.append(each)
            continue
        read.append(each.source)
        evidence += each.evidence
        prints.append(each.print)
    return compare_sources(catalogue, read, evidence, copies_among(prints, memory.store), tuple(problems))


def run_whole(claims: str, sources: Sequence[str]) -> Report:
    """Return what `run` returns, with sources that have their text and sentences; raises what it raises."""
    catalogue, warnings = load_catalogue(claims)
    articles, problems = load_sources(sources)
    return report_on(catalogue, articles, (*warnings, *problems))


def report_on(catalogue: Catalogue, sources: Sequence[Source], problems: tuple[Problem, ...] = ()) -> Report:
    """Return the report on a catalogue over articles that are read already."""
    from factcheck.comparison import compare_sources
    from factcheck.copies import find_copies, print_of

    copies = find_copies([print_of(source) for source in sources])
    return compare_sources(catalogue, sources, gather_evidence(catalogue, sources), copies, problems)


def gather_evidence(catalogue: Catalogue, sources: Sequence[Source]) -> list[Evidence]:
    """Return what each article says about each claim, article by article."""
    from factcheck.stance.judge import judge

    index = _index(catalogue)
    return [evidence for source in sources for evidence in judge(source, index)]


def _index(catalogue: Catalogue) -> CatalogueIndex:
    from factcheck.matching.index import CatalogueIndex
    from factcheck.matching.questions import question_models
    from factcheck.matching.vocabulary import Vocabulary

    vocabulary = Vocabulary(catalogue)
    return CatalogueIndex(question_models(catalogue, vocabulary), vocabulary)


def explain(catalogue: Catalogue, source: Source, question: str, misses: int) -> Explanation:
    """Return what one article says on one question, how that came about, and what it nearly says.

    Args:
        catalogue: The whole catalogue: its questions share the values of an article out among them.
        source: The article.
        question: Id of a question of the catalogue.
        misses: How many of the nearest misses to return at most.
    """
    from factcheck.stance.judge import explain as explain_one

    evidence, near = explain_one(source, _index(catalogue), question, misses)
    asked = next(each for each in catalogue.questions if each.id == question)
    return Explanation(asked, source, evidence, near)


def match(claims: str, sentences: Sequence[str], limit: int) -> tuple[tuple[Matched, ...], tuple[Problem, ...]]:
    """Return each sentence with the claims of the catalogue at `claims` that it concerns, and the catalogue's warnings.

    Args:
        claims: A file or folder.
        sentences: Sentences in any languages.
        limit: How many claims at most for each.

    Raises:
        FactcheckError: The catalogue cannot be used; NothingToDo where there is no question.
    """
    from factcheck.matching.ranking import ClaimIndex
    from factcheck.stance.towards import matched

    catalogue, warnings = load_catalogue(claims)
    index = ClaimIndex(catalogue)
    return tuple(matched(sentence, catalogue, index, limit) for sentence in sentences), warnings


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """One example of the catalogue, tried.

    Attributes:
        question: Question id.
        example: The example.
        got: Ids of the claims that the sentence was taken to support, in catalogue order.
        passed: Whether that is just what the example says.
    """

    question: str
    example: Example
    got: tuple[str, ...]
    passed: bool


def run_examples(claims: str) -> tuple[ExampleResult, ...]:
    """Return what became of each example in the catalogue at `claims`; raises FactcheckError."""
    catalogue, _ = load_catalogue(claims)
    results = []
    for question in catalogue.questions:
        for example in question.examples:
            evidence = gather_evidence(catalogue, [_article(example.says)])
            backed = {e.claim for e in evidence if e.question == question.id and e.stance is Stance.SUPPORTS}
            got = tuple(c.id for c in question.claims if c.id in backed)
            results.append(ExampleResult(question.id, example, got, got == ((example.supports,) if example.supports else ())))
    return tuple(results)


def _article(text: str) -> Source:
    """Return an article of one sentence."""
    from factcheck.language.identify import identify

    return Source("example", "example", text, (Sentence(0, 0, len(text), 1, 1),), language=identify(text))
