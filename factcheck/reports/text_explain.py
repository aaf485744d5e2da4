"""The screen of `factcheck explain`: why each sentence of an article counts as it does, and what stopped the nearest others."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Evidence, Explanation, NearMiss, ScorePart
from factcheck.reports.bidi import clean
from factcheck.reports.layout import BLANK, Piece, Row, Style, View, foreign, joined, path, row
from factcheck.reports.phrases import counted, next_steps
from factcheck.reports.step_phrases import step_phrase
from factcheck.reports.text_evidence import place_row, quoted

# As wide as "100.0" and as the longest word of `_state`.
_NUMBER = 5
_STATE = 8
_NOTE = (
    "What happened weighs more than names. A piece gets fewer points where the sentence says only something near it in meaning, says "
    "it far from the rest or beside another value, or where it is borrowed: it stands only elsewhere in the article."
)


def rows(explanation: Explanation, view: View) -> Iterator[Row]:
    """Yield the whole screen."""
    question, source = explanation.question, explanation.source
    yield row(foreign(question.text, Style.STRONG), hang=2)
    yield row(foreign(question.id, Style.FAINT), indent=2, whole=True)
    facts = [[foreign(each)] for each in (source.published, source.publisher or source.title) if each]
    yield row("source ", *joined([[foreign(source.id, Style.STRONG)], *facts]), indent=2, hang=2)
    yield row(path(source.path), indent=2, whole=True)
    yield BLANK
    if not explanation.evidence:
        yield row("No sentence of this article counts on this question" + ("." if explanation.misses else ", and none comes near."))
        yield BLANK
    claims = {claim.id: claim.text for claim in question.claims}
    for number, found in enumerate(explanation.evidence, 1):
        yield from _counts(number, found, claims, explanation)
    if explanation.misses:
        yield row("Nearest misses", style=Style.STRONG)
        yield BLANK
    shown = {(found.start, found.end) for found in explanation.evidence}
    for number, miss in enumerate(explanation.misses, 1):
        yield from _missed(number, miss, claims, explanation, again=(miss.start, miss.end) in shown)
        shown.add((miss.start, miss.end))
    if explanation.evidence or explanation.misses:
        yield from _totals(explanation)
    yield next_steps(view, ["show", question.id], ["sources", source.id])


def _totals(explanation: Explanation) -> Iterator[Row]:
    yield row(_NOTE, style=Style.FAINT)
    yield BLANK
    counting = len({(found.start, found.end) for found in explanation.evidence})
    totals = [f"{counted(counting, 'sentence')} {'counts' if counting == 1 else 'count'}"]
    totals += [counted(len(explanation.misses), "near miss", "near misses")] if explanation.misses else []
    yield row(" · ".join(totals), style=Style.STRONG)


def _counts(number: int, found: Evidence, claims: dict[str, str], explanation: Explanation) -> Iterator[Row]:
    stance = "gives" if found.claim is None else found.stance.value
    yield row(Piece(f"{number}. {stance}  ", Style.STRONG), *_claim(found.claim, found.value, claims), hang=3)
    yield row(*quoted(found), indent=3)
    yield place_row(found, explanation.source, 3)
    yield from _score(found)
    yield row("how it came to count:", indent=3)
    for place, step in enumerate(found.steps, 1):
        yield row(f"{place}. ", *step_phrase(step), indent=5, hang=3)
    if found.hedged:
        yield row("It commits only with a hedge.", indent=5)
    yield BLANK


def _missed(number: int, miss: NearMiss, claims: dict[str, str], explanation: Explanation, *, again: bool) -> Iterator[Row]:
    """Yield one miss; `again` where its sentence stands on the screen already."""
    yield row(Piece(f"{number}. near  ", Style.STRONG), *_claim(miss.claim, miss.value, claims), hang=3)
    yield row("the sentence above, once more", indent=3) if again else row(*quoted(miss), indent=3)
    yield place_row(miss, explanation.source, 3)
    yield row("stopped: ", *step_phrase(miss.stopped_by), indent=3, hang=2, style=Style.STRONG)
    yield row("held against the wording: ", foreign(miss.wording), indent=3, hang=2)
    yield from _score(miss)
    yield BLANK


def _claim(claim: str | None, value: str | None, claims: dict[str, str]) -> list[str | Piece]:
    """Return the claim in words, or the value that no claim lists."""
    if claim is None:
        return [foreign(value or "", Style.STRONG), ", a value that no claim lists"]
    return [foreign(claims.get(claim, claim), Style.STRONG)]


def _score(found: Evidence | NearMiss) -> Iterator[Row]:
    """Yield the parts of a score below one another and what they add up to: numbers first, since text may run leftwards."""
    # One wording serves all rivals that differ in a value, so that its own value says nothing.
    yield row(f"points for each piece of the wording{', its value left open' if found.value else ''}:", indent=3)
    for part in found.parts:
        yield _numbers(part.points, part.of, *_part(part))
    yield _numbers(found.score, 100.0, "score", style=Style.STRONG)


def _numbers(points: float, of: float, *what: str | Piece, style: Style = Style.PLAIN) -> Row:
    first = f"{points:.1f}".rjust(_NUMBER)
    figures = f"{first} of {of:5.1f}  " if of else f"{first}{'':{_NUMBER + 6}}"
    # A row does not keep the spaces that it begins with.
    pad = len(figures) - len(figures.lstrip())
    return row(figures.lstrip(), *what, indent=5 + pad, hang=len(figures) - pad + 2, style=style)


def _part(part: ScorePart) -> list[str | Piece]:
    said = clean(part.said or "").strip()
    if part.wording is None:
        if part.borrowed:
            return ["told by the sentence before"]
        words: list[str | Piece] = [": ", foreign(said)] if said else []
        return ["taken off, since it speaks of another time", *words]
    same = said == clean(part.wording).strip()
    in_words: list[str | Piece] = [" in the words ", foreign(said, Style.MARK)] if said and not same else []
    return [f"{_state(part):<{_STATE}}  ", foreign(part.wording), *in_words]


def _state(part: ScorePart) -> str:
    if part.said is not None:
        return "opposite" if part.opposite else "said"
    return "borrowed" if part.borrowed else "missing"
