"""Article after article: what is remembered, and what must be read; in the order of the articles, whoever read them."""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from factcheck.copies import Print
from factcheck.gathering.generation import Drawn, Generation, Words
from factcheck.gathering.reading import Outcome, Reader, Task
from factcheck.gathering.sharing import Sharing
from factcheck.language.identify import may_change_language
from factcheck.matching.reached import Reached
from factcheck.model import Catalogue, Evidence, Source
from factcheck.problems import Problem
from factcheck.sources.articles import Article
from factcheck.stance.findings import Told
from factcheck.stance.judge import decide
from factcheck.store import Store
from factcheck.store.codec import dumps, loads
from factcheck.store.places import digest, rules_version

# Articles that are looked up, read and kept together.
_BATCH = 32
# Articles that are written together.
_TOGETHER = 256
# Other processes take over after so many articles were read here: then the commonest words are known, and less work is not worth it.
# Four times as many bring hardly a word more, and are read while the others wait.
_ALONE = 32

# Called with the number of articles that are done and the bytes of their texts.
Progress = Callable[[int, int], None]


class Gathered(NamedTuple):
    """What one article says.

    Attributes:
        source: Without its text, sentences, and what was left out.
        evidence: As `stance.judge.judge` has it.
        print: What decides whether it is a copy.
    """

    source: Source
    evidence: list[Evidence]
    print: Print


@dataclass(frozen=True)
class _Kept:
    """An article as the store has it.

    Attributes:
        source: As in `Gathered`.
        runs: Those of its `Print`, in hexadecimal digits.
        told: By id of the question, what stands for the question then, and what the article says on it.
    """

    source: Source
    runs: str
    told: dict[str, tuple[str, tuple[Told, ...]]]


class _Pending(NamedTuple):
    """An article on its way: a problem, or what was kept of it and the catalogue it was held against, with what must still be read."""

    problem: Problem | None = None
    key: bytes = b""
    kept: _Kept | None = None
    held: str = ""
    task: Task | None = None


def gather(
    articles: Iterable[Article | Problem],
    catalogue: Catalogue,
    store: Store | None,
    jobs: int,
    progress: Progress,
) -> Iterator[Gathered | Problem]:
    """Yield what each article says, and the problems between them, in order.

    Args:
        articles: In order.
        catalogue: The questions.
        store: Where to look for what was read before, and where to keep what is read; None for neither.
        jobs: How many processes may read, 1 or more.
        progress: Told of every article.
    """
    work = _Work(catalogue, store)
    done = size = 0
    for pending, outcome in _read(map(work.prepare, _batches(articles)), work, jobs):
        if pending.problem is not None:
            yield pending.problem
            continue
        yield work.finish(pending, outcome)
        done += 1
        size += 0 if pending.task is None else len(pending.task.article.document.text.encode("utf-8", "surrogatepass"))
        progress(done, size)
    work.keep_all()


def _batches(articles: Iterable[Article | Problem]) -> Iterator[list[Article | Problem]]:
    rest = iter(articles)
    while batch := list(islice(rest, _BATCH)):
        yield batch


def _read(batches: Iterator[list[_Pending]], work: _Work, jobs: int) -> Iterator[tuple[_Pending, Outcome | None]]:
    """Yield everything that is on its way with what was read of it, in order: first here, then in other processes."""
    read = 0
    for batch in batches:
        for pending in batch:
            yield pending, None if pending.task is None else work.reader.read(pending.task)
        read += sum(pending.task is not None for pending in batch)
        if jobs > 1 and read >= _ALONE:
            yield from _read_together(batches, work, jobs)


def _read_together(batches: Iterator[list[_Pending]], work: _Work, jobs: int) -> Iterator[tuple[_Pending, Outcome | None]]:
    from factcheck.gathering.workers import Workers

    handed: deque[list[_Pending]] = deque()

    def tasks() -> Iterator[list[Task]]:
        for batch in batches:
            handed.append(batch)
            yield [pending.task for pending in batch if pending.task is not None]

    with Workers(work.reader, jobs) as workers:
        for outcomes in workers.outcomes(tasks()):
            rest = iter(outcomes)
            for pending in handed.popleft():
                yield pending, None if pending.task is None else next(rest)


class _Work:
    """What is known of the catalogue and its store in one run."""

    def __init__(self, catalogue: Catalogue, store: Store | None) -> None:
        self._catalogue = catalogue
        self._store = store
        self._questions = {question.id: question for question in catalogue.questions}
        self._names = list(self._questions)
        self._places = {name: number for number, name in enumerate(self._names)}
        self._key = digest(rules_version(), dumps([catalogue.questions, catalogue.names, catalogue.synonyms]))
        self._generations: dict[str, Generation | None] = {}
        self._words: dict[str, Words] = {}
        self._changed: dict[str, frozenset[int]] = {}
        self._sharing = Sharing()
        self._new: list[tuple[bytes, bytes]] = []
        self._reached: list[tuple[bytes, bytes]] = []
        self._held: list[tuple[bytes, bytes]] = []
        if store is not None:
            # An unchanged run reads neither, and the next edit needs both.
            store.rest_on([("catalogue", self._key), ("latest", _latest_key())])

    @cached_property
    def _drawn(self) -> Drawn:
        """The catalogue, read; not asked for where everything is remembered."""
        latest = self._store.get("latest", _latest_key()) if self._store is not None else None
        return Drawn(self._catalogue, None if latest is None else self._generation(latest.hex()))

    @cached_property
    def reader(self) -> Reader:
        return Reader(self._drawn.models, self._drawn.vocabulary, remembers=self._store is not None)

    @property
    def generation(self) -> Generation:
        """That of this run's catalogue."""
        known = self._generation(self._key.hex())
        if known is None:
            known = self._drawn.generation()
            self._generations[self._key.hex()] = known
            if self._store is not None:
                self._store.put("catalogue", [(self._key, dumps(known))])
                self._store.put("latest", [(_latest_key(), self._key)])
                self._store.commit()
        return known

    @cached_property
    def _question_keys(self) -> dict[str, str]:
        return {name: entry.key for name, entry in self.generation.questions.items()}

    def _generation(self, name: str) -> Generation | None:
        if name not in self._generations:
            body = self._store.get("catalogue", bytes.fromhex(name)) if self._store is not None else None
            self._generations[name] = None if body is None else loads(Generation, body)
        return self._generations[name]

    def prepare(self, batch: list[Article | Problem]) -> list[_Pending]:
        """Return articles with what is kept of them and what must be read."""
        if self._store is None:
            return [_Pending(problem=each) if isinstance(each, Problem) else _Pending(task=Task(each)) for each in batch]
        keys = {id(each): _article_key(each) for each in batch if not isinstance(each, Problem)}
        rows = self._store.get_all("article", keys.values())
        held = self._store.get_all("held", rows)
        changed = [key for key in rows if held.get(key) != self._key]
        reached = self._store.get_all("reached", changed) if changed else {}
        pending = []
        for each in batch:
            if isinstance(each, Problem):
                pending.append(_Pending(problem=each))
                continue
            key = keys[id(each)]
            kept = _kept(rows.get(key))
            name = held.get(key, b"").hex()
            asked = self._still_asked(each, kept, name, reached.get(key))
            task = None if asked is not None and not asked else Task(each, asked)
            pending.append(_Pending(key=key, kept=kept if asked is not None else None, held=name, task=task))
        return pending

    def _still_asked(self, article: Article, kept: _Kept | None, held: str, reached: bytes | None) -> frozenset[int] | None:
        """Return the indexes of the questions that an article must still be held against, None for all of them.

        Args:
            article: The article.
            kept: What is kept of it.
            held: Name of the generation that it was held against.
            reached: What its words may stand for, or None where that is not known.
        """
        if kept is None or not held:
            return None
        if held == self._key.hex():
            return frozenset()
        before = self._generation(held)
        if before is None or before.shared != self.generation.shared:
            return None
        if held not in self._words:
            self._words[held] = Words(self.generation.listed, before.listed)
            changed = self.generation.changed(before)
            self._changed[held] = frozenset(number for number, name in enumerate(self._names) if name in changed)
        known = None if reached is None else Reached.from_bytes(reached)
        words = self._words[held]
        # Where an article had not all names that any way to speak of a question asks for, it has not now; other words are not heard.
        heard = known is None or known.whole
        text, vocabulary = article.document.text, self._drawn.vocabulary
        languages = vocabulary.languages if may_change_language(text, kept.source.language) else (kept.source.language, *vocabulary.spoken)
        if words and heard and words.meet(text, {*languages, None}):
            return None
        asked = self._changed[held]
        return asked if known is None or self.reader.may_concern(asked, known) else frozenset()

    def finish(self, pending: _Pending, outcome: Outcome | None) -> Gathered:
        """Return what an article says, kept and read together, and keep it."""
        kept = pending.kept
        # Where the catalogue is that of the row, so are its questions.
        same = pending.held == self._key.hex()
        keys = {} if same or self._store is None else self._question_keys
        told: dict[str, tuple[str, tuple[Told, ...]]] = {}
        if kept is not None:
            told = {name: (key, row) for name, (key, row) in kept.told.items() if same or keys.get(name) == key}
        if outcome is not None:
            for number, row in outcome.told.items():
                name = self._names[number]
                told[name] = (keys.get(name, ""), tuple(row))
            source, runs = outcome.source, outcome.runs
        else:
            assert kept is not None  # noqa: S101 - what is not read is kept
            source, runs = kept.source, _numbers(kept.runs)
        if self._store is not None:
            if outcome is not None or (kept is not None and len(told) < len(kept.told)):
                self._new.append((pending.key, dumps(_Kept(source, runs.tobytes().hex(), told))))
            if outcome is not None and (kept is None or outcome.reached.whole):
                self._reached.append((pending.key, outcome.reached.as_bytes()))
            if not same:
                self._held.append((pending.key, self._key))
                if len(self._held) >= _TOGETHER:
                    self.keep_all()
        evidence = decide([(self._questions[name], told[name][1]) for name in sorted(told, key=self._places.__getitem__)])
        evidence = [self._sharing.of(each) for each in evidence]
        return Gathered(source, evidence, Print(source.id, source.published, source.language, runs))

    def keep_all(self) -> None:
        """Write what is new."""
        if self._store is not None and self._held:
            # In one transaction: a row that was held against a catalogue is there.
            self._store.put("article", self._new)
            self._store.put("reached", self._reached)
            self._store.put("held", self._held)
            self._store.commit()
        self._new, self._reached, self._held = [], [], []


def _latest_key() -> bytes:
    """Return the key under which stands the catalogue that these rules read last."""
    return digest(rules_version(), "latest")


def _article_key(article: Article) -> bytes:
    document = article.document
    rest = (article.id, article.path, article.listed, document.blocks, document.left_out, document.written, document.found)
    return digest(rules_version(), document.text, *rest, document.bylines, document.whole)


def _kept(body: bytes | None) -> _Kept | None:
    try:
        return None if body is None else loads(_Kept, body)
    except ValueError:
        return None


def _numbers(text: str) -> array[int]:
    numbers = array("I")
    numbers.frombytes(bytes.fromhex(text))
    return numbers
