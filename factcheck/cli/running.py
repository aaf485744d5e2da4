"""From the options of a command to its screen: remembered where nothing has changed, else made from a run."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable
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


def show(run: Run, asked: tuple[object, ...], view: View, make: Callable[[Report], Iterable[str]]) -> None:
    """Print a screen and the problems of its run.

    Args:
        run: How to run.
        asked: All that decides what the screen shows, beside `run` and `view`.
        view: How it looks.
        make: Returns the screen of a report, in pieces.
    """
    if not run.remember:
        report = _report(run, None)
        write(make(report), view)
        print_problems(report.problems)
        return
    from factcheck.store import Store, default_place

    place = Path(run.store) if run.store else default_place(run.claims)
    with Store(place) as store:
        problems = _recalled_or_made(run, (*asked, view), view, store, make)
    print_problems((*problems, *store.problems))


def _recalled_or_made(
    run: Run, asked: tuple[object, ...], view: View, store: Store, make: Callable[[Report], Iterable[str]]
) -> Iterable[Problem]:
    """Print the screen, and return the problems of the run that it shows."""
    from factcheck.cli.kept_screens import Screens
    from factcheck.store.states import is_settled, state_of

    now = time.time_ns()
    before = state_of(run.claims, run.sources, *asked)
    screens = Screens(store)
    kept = None if before is None else screens.recall(before[0])
    if kept is not None:
        problems, text = kept
        write(text, view)
        return problems
    report = _report(run, store)
    # Whoever reads the screen may take their time; no other command is to wait for that.
    store.commit()
    if before is None or not is_settled(before[1], now):
        write(make(report), view)
    else:
        write(screens.noted(report.problems, make(report)), view)
        if state_of(run.claims, run.sources, *asked) == before:
            screens.keep(before[0])
    return report.problems


def _report(run: Run, store: Store | None) -> Report:
    from factcheck import pipeline
    from factcheck.cli.progress import Watcher

    with Watcher(run.sources, shown=not run.quiet and sys.stderr.isatty()) as watcher:
        return pipeline.run(run.claims, run.sources, pipeline.Memory(store, run.jobs or _cores(), watcher.saw))


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
