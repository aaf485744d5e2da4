"""Options and arguments that several commands share, and what completes them in a shell."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, TypeVar

import click
from click.core import ParameterSource
from click.shell_completion import CompletionItem

from factcheck.reports import formats

DEFAULT_CLAIMS = "claims"
DEFAULT_SOURCES = ("seeds",)

_Command = TypeVar("_Command", bound=Callable[..., Any])


def claims_option(command: _Command) -> _Command:
    """Add `--claims PATH`."""
    return click.option(
        "--claims", type=click.Path(), default=DEFAULT_CLAIMS, show_default=True, metavar="PATH", help="Catalogue: a YAML file or a folder."
    )(command)


def sources_option(command: _Command) -> _Command:
    """Add `--sources PATH`, which may be given again."""
    return click.option(
        "--sources",
        type=click.Path(),
        multiple=True,
        default=DEFAULT_SOURCES,
        show_default=True,
        metavar="PATH",
        help="Articles: a file or a folder; - for JSON Lines on standard input. May be given again.",
    )(command)


def format_option(command: _Command) -> _Command:
    """Add `--format NAME`, one of the formats that exist."""
    return click.option(
        "--format", "format_name", type=click.Choice(formats()), default=formats()[0], show_default=True, help="How to print the report."
    )(command)


def run_options(command: _Command) -> _Command:
    """Add `--claims`, `--sources`, and how to run: `--store PATH`, `--no-store`, `--jobs N`, `--quiet`.

    The command gets them together as `run`, a `Run`.
    """

    @wraps(command)
    def together(*, claims: str, sources: tuple[str, ...], store: str | None, no_store: bool, jobs: int, quiet: bool, **rest: Any) -> Any:
        from factcheck.cli.running import Run

        return command(run=Run(claims, sources, store, not no_store, jobs, quiet), **rest)

    for option in (
        click.option("-q", "--quiet", is_flag=True, help="Show no progress."),
        click.option(
            "--jobs",
            type=click.IntRange(0),
            default=0,
            metavar="N",
            help="Processes that read articles; by default one a core.",
        ),
        click.option("--no-store", is_flag=True, help="Read everything anew, and remember nothing."),
        click.option(
            "--store",
            type=click.Path(dir_okay=False),
            metavar="PATH",
            help="File that remembers what was read; .factcheck/store.sqlite beside the catalogue by default.",
        ),
        sources_option,
        claims_option,
    ):
        together = option(together)
    return together  # type: ignore[return-value]


def options_given() -> str:
    """Return `--claims` and `--sources` as they were typed, ready for a shell, with a leading space; empty where they were not."""
    context = click.get_current_context()
    words: list[str] = []
    for name in ("claims", "sources"):
        if context.get_parameter_source(name) is ParameterSource.COMMANDLINE:
            value = context.params[name]
            for path in (value,) if isinstance(value, str) else value:
                words += [f"--{name}", path]
    return f" {shlex.join(words)}" if words else ""


def complete_subject(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the ids of questions and claims."""
    return _offer(incomplete, lambda: [*_questions(context), *_claims(context)])


def complete_question(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the ids of questions."""
    return _offer(incomplete, lambda: _questions(context))


def complete_source(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the ids of sources."""
    return _offer(incomplete, lambda: _sources(context))


def _offer(incomplete: str, candidates: Callable[[], Iterable[tuple[str, str]]]) -> list[CompletionItem]:
    try:
        return [CompletionItem(name, help=text) for name, text in candidates() if name.startswith(incomplete)]
    except Exception:  # noqa: BLE001 - a message in the middle of what somebody types helps nobody
        return []


def _questions(context: click.Context) -> list[tuple[str, str]]:
    from factcheck import pipeline

    catalogue, _ = pipeline.load_catalogue(context.params.get("claims") or DEFAULT_CLAIMS)
    return [(question.id, question.text) for question in catalogue.questions]


def _claims(context: click.Context) -> list[tuple[str, str]]:
    from factcheck import pipeline

    catalogue, _ = pipeline.load_catalogue(context.params.get("claims") or DEFAULT_CLAIMS)
    return [(claim.id, claim.text) for question in catalogue.questions for claim in question.claims]


def _sources(context: click.Context) -> list[tuple[str, str]]:
    from factcheck import pipeline
    from factcheck.sources.folder import STANDARD_INPUT

    # Here standard input is the terminal.
    paths = [path for path in context.params.get("sources") or DEFAULT_SOURCES if path != STANDARD_INPUT]
    sources, _ = pipeline.load_sources(paths)
    return [(source.id, source.title or source.path) for source in sources]
