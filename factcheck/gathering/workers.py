"""Several processes that read articles: results come in the order of the tasks, whoever did them and whatever happened to whom.

The processes are copies of this one at the moment when they are first needed, so that they know every word that it has
met by then. One that dies is replaced, and what it had not finished is done again.
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from factcheck.gathering.reading import Outcome, Reader, Task

# So many batches wait for each process, so that none is idle while this one is at work.
_AHEAD = 3
# A batch at which processes die so often is done here, where its error can be seen.
_TRIES = 3

# The reader of a worker process; processes share nothing else.
_reader: list[Reader] = []

Batch = Sequence[Task]


class Workers:
    """A number of processes with one reader each. Usable in a `with` block, at the end of which they are gone."""

    def __init__(self, reader: Reader, count: int) -> None:
        """Take the reader that each of `count` processes starts from."""
        self._reader = reader
        self._count = count
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def outcomes(self, batches: Iterable[Batch]) -> Iterator[list[Outcome]]:
        """Yield the outcomes of each batch, in order; batches are taken from `batches` as they are needed."""
        waiting: deque[tuple[Batch, Future[list[Outcome]]]] = deque()
        for batch in batches:
            waiting.append((batch, self._submit(batch)))
            if len(waiting) > self._count * _AHEAD:
                yield self._first(waiting)
        while waiting:
            yield self._first(waiting)

    def _submit(self, batch: Batch) -> Future[list[Outcome]]:
        if self._pool is None:
            self._pool = self._start()
        try:
            return self._pool.submit(_read_all, batch)
        except BrokenProcessPool as error:
            failed: Future[list[Outcome]] = Future()
            failed.set_exception(error)
            return failed

    def _first(self, waiting: deque[tuple[Batch, Future[list[Outcome]]]]) -> list[Outcome]:
        """Return the outcomes of the batch that waits longest; where its process died, all that waits is handed out anew."""
        for _ in range(_TRIES):
            try:
                outcomes = waiting[0][1].result()
            except BrokenProcessPool:
                self._stop()
                for place, (batch, future) in enumerate(waiting):
                    done = future.done() and not future.cancelled() and future.exception() is None
                    waiting[place] = (batch, future if done else self._submit(batch))
            else:
                waiting.popleft()
                return outcomes
        batch, _ = waiting.popleft()
        return [self._reader.read(task) for task in batch]

    def _start(self) -> ProcessPoolExecutor:
        methods = multiprocessing.get_all_start_methods()
        # What is known by now stays: if its garbage were looked for, each process would get a copy of all of it.
        gc.freeze()
        context = multiprocessing.get_context("fork" if "fork" in methods else "spawn")
        return ProcessPoolExecutor(self._count, context, initializer=_begin, initargs=(self._reader,))

    def _stop(self) -> None:
        if self._pool is None:
            return
        # Nobody waits for work that nobody wants any more: an interrupt ends at once.
        for process in list((self._pool._processes or {}).values()):
            process.kill()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._pool = None


def _begin(reader: Reader) -> None:
    """Make a new process ready."""
    # The process that was called decides what an interrupt means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _reader[:] = [reader]


def _read_all(batch: Batch) -> list[Outcome]:
    return [_reader[0].read(task) for task in batch]
