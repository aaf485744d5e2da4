"""The screen of `factcheck conflicts`: contested questions, one block a claim, with the sentences behind it.

It says who disagrees and shows their words; it never says who is right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from factcheck.model import Evidence, QuestionFinding, Report, Stance, Status
from factcheck.reports.layout import BLANK, Piece, Row, Style, View, foreign, row
from factcheck.reports.lookup import Lookup
from factcheck.reports.phrases import backing, counted, in_order, named, next_steps, question_heading, totals
from factcheck.reports.selection import in_conflict, one_question
from factcheck.reports.text_evidence import best, copies_row, place_row, sentence_rows, source_row

# Two sentences show a source's position; `show` has them all.
_SENTENCES = 2
_NAMED = 20


def rows(report: Report, view: View, subject: str | None = None) -> Iterator[Row]:
    """Yield the whole screen, or only the question that `subject` names."""
    asked = one_question(report, subject) if subject is not None else report
    contested = in_conflict(asked)
    lookup = Lookup(asked)
    ordered = in_order(contested.findings)
    for finding in ordered:
        yield from _question(finding, lookup, view)
    if ordered:
        yield row(_summary(ordered), style=Style.STRONG, hang=2)
        return
    if subject is not None and asked.findings:
        yield from question_heading(asked.findings[0], lookup)
        yield row("Sources do not disagree on this question.", indent=2)
        yield BLANK
        yield next_steps(view, ["show", asked.findings[0].question.id])
        return
    yield row("Sources disagree on no question, and none contradicts itself.")
    yield row(totals(asked), hang=2)
    yield BLANK
    yield next_steps(view, ["list"])


def _summary(findings: Sequence[QuestionFinding]) -> str:
    disagreeing = sum(finding.status is Status.CONFLICT for finding in findings)
    within = len(findings) - disagreeing
    parts = [f"sources disagree on {counted(disagreeing, 'question')}"] if disagreeing else []
    parts += [f"two answers within one source on {counted(within, 'question')}"] if within else []
    return " · ".join(parts)


def _question(finding: QuestionFinding, lookup: Lookup, view: View) -> Iterator[Row]:
    question = finding.question.id
    yield from question_heading(finding, lookup)
    yield row(_split(finding), indent=2, hang=2)
    yield BLANK

    for each in finding.claims:
        yield row(foreign(each.claim.text, Style.STRONG), indent=2, hang=2)
        count = len(each.supported_by)
        yield row(f"supported by {backing(count, each.independent)}", indent=2)
        yield BLANK
        yield from _voices(each.supported_by, "supports", _picker(lookup, question, Stance.SUPPORTS, each.claim.id), lookup)
    for value, sources in finding.other_values:
        yield row(foreign(value, Style.STRONG), ", a value that no claim lists", indent=2, hang=2)
        yield row(f"given by {backing(len(sources), len(lookup.voices(sources)))}", indent=2)
        yield BLANK
        yield from _voices(sources, "gives this value", _picker(lookup, question, Stance.SUPPORTS, None, value), lookup)

    for source in finding.self_contradicting:
        yield from _two_answers(finding, source, lookup)
    for each in finding.claims:
        if each.denied_by:
            yield row(foreign(each.claim.text, Style.STRONG), indent=2, hang=2)
            yield row(f"denied by {backing(len(each.denied_by), len(lookup.voices(each.denied_by)))}", indent=2)
            yield BLANK
            yield from _voices(each.denied_by, "denies", _picker(lookup, question, Stance.DENIES, each.claim.id), lookup)
    if finding.silent:
        yield row("silent: ", *named(finding.silent, _NAMED), indent=2, hang=2, style=Style.FAINT)
    yield _next_step(view, question)
    yield BLANK


def _split(finding: QuestionFinding) -> str:
    if finding.status is Status.CONFLICT:
        return "Sources disagree."
    within = len(finding.self_contradicting)
    return f"Sources do not disagree, but {'one gives' if within == 1 else f'{within} of them give'} two answers."


def _next_step(view: View, question: str) -> Row:
    """Return the hint below one question."""
    hint = next_steps(view, ["show", question])
    return Row(hint.pieces, indent=2, hang=hint.hang)


_Picker = Callable[[str], tuple[Evidence, ...]]


def _picker(lookup: Lookup, question: str, stance: Stance, claim: str | None, value: str | None = None) -> _Picker:
    """Return the function from a source id to that source's evidence for one claim or one unlisted value."""
    return lambda source: lookup.evidence(question, source, stance=stance, claim=claim, value=value)


def _voices(sources: Sequence[str], stance: str, evidence_of: _Picker, lookup: Lookup) -> Iterator[Row]:
    for voice in lookup.voices(sources):
        yield source_row(voice.source, stance, lookup, 4)
        evidence = evidence_of(voice.source)
        shown = best(evidence, _SENTENCES)
        for each in shown:
            yield from sentence_rows(each, lookup, 6)
        more = len({(each.start, each.end) for each in evidence}) - len(shown)
        if more > 0:
            yield row(f"and {counted(more, 'more sentence')}", indent=6, style=Style.FAINT)
        yield from copies_row(voice, 6)
        if (origin := lookup.copied_from(voice.source)) is not None:
            yield row("a copy of ", foreign(origin), indent=6, style=Style.FAINT)
        yield BLANK


def _two_answers(finding: QuestionFinding, source: str, lookup: Lookup) -> Iterator[Row]:
    """Yield the answers of a source that gives more than one, each with the place of its fullest sentence."""
    question = finding.question.id
    position = lookup.position(question, source)
    if position is None:
        return
    both = position.reports_both
    yield row(foreign(source, Style.STRONG), " reports both:" if both else " contradicts itself:", indent=2, style=Style.STRONG)
    for each in finding.claims:
        for stance, ids in ((Stance.SUPPORTS, position.supports), (Stance.DENIES, position.denies)):
            if each.claim.id in ids:
                evidence = lookup.evidence(question, source, stance=stance, claim=each.claim.id)
                yield from _answer(f"{stance.value} ", foreign(each.claim.text), evidence, lookup)
    for value in position.other_values:
        evidence = lookup.evidence(question, source, stance=Stance.SUPPORTS, value=value)
        yield from _answer("gives ", foreign(value), evidence, lookup)
    yield BLANK


def _answer(verb: str, what: Piece, evidence: Sequence[Evidence], lookup: Lookup) -> Iterator[Row]:
    yield row(verb, what, indent=4, hang=2)
    for each in best(evidence, 1):
        if each.attributed_to:
            yield row("said by ", foreign(each.attributed_to), indent=6, hang=2)
        yield place_row(each, lookup.source(each.source), 6)
