"""Sentences on a text screen: who says it, the sentence with its deciding words, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.model import Evidence, Match, NearMiss, Source, Step
from factcheck.problems import Location
from factcheck.reports.bidi import clean
from factcheck.reports.layout import Piece, Row, Style, foreign, joined, path, row
from factcheck.reports.lookup import Lookup, Voice
from factcheck.reports.phrases import counted, named
from factcheck.reports.step_phrases import step_phrase


def source_row(source_id: str, stance: str, lookup: Lookup, indent: int) -> Row:
    """Return the row that names a source: id, date, stance, and last its publisher or title, in whatever script."""
    source = lookup.source(source_id)
    groups: list[list[str | Piece]] = [[foreign(source_id, Style.STRONG)]]
    if source and source.published:
        groups.append([foreign(source.published)])
    groups.append([stance])
    if source and (name := source.publisher or source.title):
        groups.append([foreign(name, Style.FAINT)])
    return row(*joined(groups), indent=indent, hang=2)


def copies_row(voice: Voice, indent: int) -> Iterator[Row]:
    """Yield the row that names the copies of a voice, if it has any."""
    if voice.copies:
        count = counted(len(voice.copies), "copy", "copies")
        yield row(f"+ {count} of it: ", *named(voice.copies), indent=indent, hang=2, style=Style.FAINT)


def sentence_rows(evidence: Evidence, lookup: Lookup, indent: int, *, reasons: bool = False) -> Iterator[Row]:
    """Yield one sentence: its speaker, the sentence itself, and the place to open it at.

    Args:
        evidence: The sentence.
        lookup: Finds its source.
        indent: Columns before it.
        reasons: Whether score, value and the steps to the stance follow.
    """
    yield from speaker_row(evidence, indent)
    yield row(*quoted(evidence), indent=indent)
    yield place_row(evidence, lookup.source(evidence.source), indent)
    if reasons:
        yield details_row(evidence, indent)
        yield from step_rows(evidence.steps, indent)


def speaker_row(said: Evidence | Match, indent: int) -> Iterator[Row]:
    """Yield the row that names who says it, where somebody is named."""
    if said.attributed_to and clean(said.attributed_to).strip():
        yield row("said by ", foreign(said.attributed_to), indent=indent, hang=2)


def details_row(said: Evidence | Match, indent: int) -> Row:
    """Return the row with the score, and with hedge and value where there are any."""
    details: list[list[str | Piece]] = [[f"score {said.score:.1f}"]]
    details += [["hedged"]] if said.hedged else []
    details += [["value ", foreign(said.value)]] if said.value else []
    return row(*joined(details), indent=indent, hang=2)


def step_rows(steps: Iterable[Step], indent: int) -> Iterator[Row]:
    """Yield a row for each step to a stance."""
    for step in steps:
        yield row("why: ", *step_phrase(step, Style.FAINT), indent=indent, hang=5, style=Style.FAINT)


def quoted(evidence: Evidence | NearMiss) -> list[Piece]:
    """Return the sentence in pieces, its deciding words marked; marks that do not lie inside it are passed over."""
    pieces: list[Piece] = []
    done = evidence.start
    for start, end in sorted(evidence.marks):
        if done <= start < end <= evidence.end:
            pieces.append(foreign(evidence.quote[done - evidence.start : start - evidence.start]))
            pieces.append(foreign(evidence.quote[start - evidence.start : end - evidence.start], Style.MARK))
            done = end
    pieces.append(foreign(evidence.quote[done - evidence.start :]))
    pieces = [piece for piece in pieces if piece.text]
    if pieces:
        pieces[0] = Piece(pieces[0].text.lstrip(), pieces[0].style, foreign=True)
    return pieces


def place_row(evidence: Evidence | NearMiss, source: Source | None, indent: int) -> Row:
    """Return the row `path:line:column` of a sentence, which editors and terminals open."""
    return location_row(Location(source.path if source else evidence.source, evidence.line, evidence.column), indent)


def location_row(location: Location, indent: int) -> Row:
    """Return the row for a place in a file."""
    numbers = "".join(f":{number}" for number in (location.line, location.column) if number is not None)
    return row(path(location.path), numbers, indent=indent, style=Style.FAINT, whole=True)


def best(evidence: Sequence[Evidence], limit: int) -> list[Evidence]:
    """Return the `limit` fullest sentences in text order; a stretch that stands twice counts once."""
    stretches = {(each.start, each.end): each for each in sorted(evidence, key=lambda each: each.score)}
    fullest = sorted(stretches.values(), key=lambda each: (-each.score, each.start))
    return sorted(fullest[:limit], key=lambda each: each.start)
