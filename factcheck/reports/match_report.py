"""What `factcheck match` prints: each sentence with the claims that it concerns, as a text screen and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from factcheck.model import Match, Matched, Stance
from factcheck.problems import Problem
from factcheck.reports.json_report import VERSION, problem_rows, step_row
from factcheck.reports.json_text import dumps
from factcheck.reports.layout import BLANK, Piece, Row, Style, View, foreign, joined, paint, row
from factcheck.reports.phrases import counted, next_steps
from factcheck.reports.text_evidence import details_row, speaker_row, step_rows

_STYLES = {Stance.SUPPORTS: Style.GOOD, Stance.DENIES: Style.ALARM, Stance.MENTIONS: Style.PLAIN}
# So many shared words can be taken in at a glance.
_NAMED = 6
# A few reasons are enough on a screen; JSON has all of them. The speaker has a line of its own, and the wording says little.
_REASONS = 3
_SAID_ELSEWHERE = ("match", "attribution")


def render(format_name: str, sentences: Sequence[Matched], problems: Sequence[Problem], view: View) -> str:
    """Return the sentences in one format, `json` or `text`, each line ending in a line feed."""
    if format_name == "json":
        return dumps(build(sentences, problems))
    return paint(_rows(sentences, view), view)


def build(sentences: Sequence[Matched], problems: Sequence[Problem] = ()) -> dict[str, Any]:
    """Return the sentences as the value that the JSON text spells out."""
    return {"version": VERSION, "matches": [_sentence(each) for each in sentences], "problems": problem_rows(problems)}


def _sentence(each: Matched) -> dict[str, Any]:
    return {"sentence": each.text, "language": each.language, "claims": [_claim(match) for match in each.matches]}


def _claim(match: Match) -> dict[str, Any]:
    return {
        "question": match.question,
        "claim": match.claim.id,
        "text": match.claim.text,
        "stance": match.stance.value,
        "score": match.score,
        "shared": list(match.shared),
        "why": {"steps": [step_row(each) for each in match.steps]},
        "value": match.value,
        "attributed_to": match.attributed_to,
        "hedged": match.hedged,
    }


def _rows(sentences: Sequence[Matched], view: View) -> Iterator[Row]:
    for each in sentences:
        yield row(foreign(each.text, Style.STRONG), hang=2)
        if not each.matches:
            yield row("concerns no claim of the catalogue", indent=2, style=Style.FAINT)
        for match in each.matches:
            yield from _match(match)
        yield BLANK
    found = [match for each in sentences for match in each.matches]
    told = sum(1 for each in sentences if each.matches)
    if len(sentences) > 1:
        yield row(f"{told} of {counted(len(sentences), 'sentence')} concern a claim", style=Style.STRONG)
    if found:
        yield next_steps(view, ["show", found[0].claim.id])


def _match(match: Match) -> Iterator[Row]:
    yield row(Piece(match.stance.value, _STYLES[match.stance]), "  ", foreign(match.claim.text), indent=2, hang=2)
    yield row(foreign(match.claim.id, Style.FAINT), indent=4, whole=True)
    yield from speaker_row(match, 4)
    yield details_row(match, 4)
    if match.shared:
        more = len(match.shared) - _NAMED
        words = joined([[foreign(word)] for word in match.shared[:_NAMED]], ", ")
        yield row("shares ", *words, f" and {more} more" if more > 0 else "", indent=4, hang=2, style=Style.FAINT)
    yield from step_rows([step for step in match.steps if step.name not in _SAID_ELSEWHERE][:_REASONS], 4)
