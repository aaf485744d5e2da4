"""What `factcheck match` prints: each sentence with the claims that it concerns, as a text screen and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from factcheck.model import Match, Matched, Stance, Step
from factcheck.problems import Problem
from factcheck.reports.bidi import clean
from factcheck.reports.json_report import VERSION, dumps, problem_rows
from factcheck.reports.layout import BLANK, Piece, Row, Style, View, foreign, joined, paint, row
from factcheck.reports.phrases import counted, next_steps

_STYLES = {Stance.SUPPORTS: Style.GOOD, Stance.DENIES: Style.ALARM, Stance.MENTIONS: Style.PLAIN}
# So many shared words can be taken in at a glance.
_NAMED = 6
# A few reasons are enough on a screen; JSON has all of them. The speaker has a line of its own, and the wording says little.
_REASONS = 3
_SAID_ELSEWHERE = ("match", "attribution")


def render(format_name: str, sentences: Sequence[Matched], problems: Sequence[Problem], view: View) -> str:
    """Return the sentences in one format, `json` or `text`, each line ending in a line feed."""
    if format_name == "json":
        return dumps({"version": VERSION, "matches": [_sentence(each) for each in sentences], "problems": problem_rows(problems)})
    return paint(_rows(sentences, view), view)


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
        "why": [{"step": step.name, "outcome": step.outcome, "detail": step.detail} for step in match.steps],
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
    details: list[list[str | Piece]] = [[f"score {match.score:.1f}"]]
    details += [["hedged"]] if match.hedged else []
    details += [["value ", foreign(match.value)]] if match.value else []
    details += [["said by ", foreign(match.attributed_to)]] if match.attributed_to and clean(match.attributed_to).strip() else []
    yield row(*joined(details), indent=4, hang=2)
    if match.shared:
        more = len(match.shared) - _NAMED
        words = joined([[foreign(word)] for word in match.shared[:_NAMED]], ", ")
        yield row("shares ", *words, f" and {more} more" if more > 0 else "", indent=4, hang=2, style=Style.FAINT)
    reasons = [_reason(step) for step in match.steps if step.name not in _SAID_ELSEWHERE][:_REASONS]
    if reasons:
        yield row("why: ", *joined(reasons, "; "), indent=4, hang=5, style=Style.FAINT)


def _reason(step: Step) -> list[str | Piece]:
    detail: list[str | Piece] = [" ", foreign(step.detail)] if clean(step.detail).strip() else []
    return [Piece(f"{clean(step.name)}: {clean(step.outcome)}", Style.FAINT), *detail]
