"""From the options of a command to its screen: remembered where nothing has changed, else made from a run."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.output import print_problems, write

if TYPE_CHECKING:
    from factcheck.model import Report
    from factcheck.problems import Problem
    from factcheck.reports.layout import View
    from factcheck.store import Store


@dataclass(frozen=True)
class Run:
    """What a command was told about how to run.

    Attributes:
        claims: Catalogue.
        sources: Articles.
        store: Path of the store, or None for the usual place.
        remember: Whether there is a store at all.
        jobs: How many processes may read; 0 for one a core.
        quiet: Whether progress is not shown.
    """

    claims: str
    sources: tuple[str, ...]
    store: str | None
    remember: bool
    jobs: int
    quiet: bool


def show(run: Run, asked: tuple[object, ...], view: View, make: Callable[[Report], str]) -> None:
    """Print a screen and the problems of its run.

    Args:
        run: How to run.
        asked: All that decides what the screen shows, beside `run` and `view`.
        view: How it looks.
        make: Returns the screen of a report.
    """
    if not run.remember:
        text, problems = _made(run, None, make)
    else:
        from factcheck.store import Store, default_place

        place = Path(run.store) if run.store else default_place(run.claims)
        with Store(place) as store:
            text, problems = _recalled_or_made(run, (*asked, view), store, make)
        problems = (*problems, *store.problems)
    write(text, view)
    print_problems(problems)


def _recalled_or_made(run: Run, asked: tuple[object, ...], store: Store, make: Callable[[Report], str]) -> tuple[str, tuple[Problem, ...]]:
    from factcheck.problems import Problem
    from factcheck.store.codec import dumps, loads
    from factcheck.store.states import is_settled, state_of

    now = time.time_ns()
    before = state_of(run.claims, run.sources, *asked)
    kept = None if before is None else store.get("screen", before[0])
    if kept is not None:
        text, problems = loads(tuple[str, tuple[Problem, ...]], kept)
        return text, problems
    text, problems = _made(run, store, make)
    if before is not None and is_settled(before[1], now) and state_of(run.claims, run.sources, *asked) == before:
        store.put_screen(before[0], dumps((text, problems)))
    return text, problems


def _made(run: Run, store: Store | None, make: Callable[[Report], str]) -> tuple[str, tuple[Problem, ...]]:
    from factcheck import pipeline
    from factcheck.cli.progress import Watcher

    with Watcher(run.sources, shown=not run.quiet and sys.stderr.isatty()) as watcher:
        report = pipeline.run(run.claims, run.sources, pipeline.Memory(store, run.jobs or _cores(), watcher.saw))
        text = make(report)
    return text, report.problems


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
