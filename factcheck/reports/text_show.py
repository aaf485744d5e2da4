"""The screen of `factcheck show`: everything on one question or on one of its claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.model import ClaimFinding, Evidence, QuestionFinding, Report, Stance
from factcheck.reports.layout import BLANK, Row, Style, View, foreign, row
from factcheck.reports.lookup import Lookup
from factcheck.reports.phrases import backing, counted, named, next_steps, question_heading
from factcheck.reports.selection import CONTESTED, one_question
from factcheck.reports.text_evidence import copies_row, location_row, sentence_rows, source_row


def rows(report: Report, view: View, subject: str) -> Iterator[Row]:
    """Yield everything on the question that `subject` names; where it names a claim, only that claim's evidence."""
    report = one_question(report, subject)
    lookup = Lookup(report)
    for finding in report.findings:
        yield from question_heading(finding, lookup)
        yield from _about(finding)
        yield BLANK
        claims = finding.claims
        if finding.question.id != subject:
            claims = tuple(each for each in claims if each.claim.id == subject)
        for each in claims:
            yield from _claim(finding, each, report, lookup)
        if claims == finding.claims:
            yield from _other_values(finding, report, lookup)
        for source in finding.self_contradicting:
            both = lookup.reports_both_only(finding.question.id, [source])
            yield row(foreign(source), " reports both" if both else " contradicts itself", indent=2, style=Style.STRONG)
        if finding.silent:
            yield row("silent: ", *named(finding.silent), indent=2, hang=2)
        commands = [["conflicts", finding.question.id]] if finding.status in CONTESTED else [["list"]]
        yield BLANK
        yield next_steps(view, *commands)


def _about(finding: QuestionFinding) -> Iterator[Row]:
    question = finding.question
    if question.type is not None:
        yield row(f"type {question.type.value}", indent=2)
    if question.evolves:
        yield row("evolves: the answer changes with time, so that answers of different dates are updates", indent=2, hang=2)
    if not question.exclusive:
        yield row("not exclusive: one source can back several claims", indent=2, hang=2)
    if question.examples:
        yield row(f"{counted(len(question.examples), 'example')} to test it with", indent=2, hang=2)
    if question.location is not None:
        yield location_row(question.location, 2)


def _claim(finding: QuestionFinding, each: ClaimFinding, report: Report, lookup: Lookup) -> Iterator[Row]:
    yield row(foreign(each.claim.text, Style.STRONG), indent=2, hang=2)
    yield row(foreign(each.claim.id, Style.FAINT), indent=2, whole=True)
    for wording in each.claim.wordings:
        yield row("also: ", foreign(wording), indent=4, hang=6)
    yield row(f"supported by {backing(len(each.supported_by), each.independent)}", indent=2)
    if each.denied_by:
        yield row(f"denied by {backing(len(each.denied_by), len(lookup.voices(each.denied_by)))}", indent=2)
    yield BLANK
    for stance in Stance:
        evidence = [found for found in report.evidence if _belongs(found, finding, each, stance)]
        yield from _by_source(evidence, stance.value, lookup)


def _belongs(found: Evidence, finding: QuestionFinding, each: ClaimFinding, stance: Stance) -> bool:
    return found.question == finding.question.id and found.claim == each.claim.id and found.stance is stance


def _other_values(finding: QuestionFinding, report: Report, lookup: Lookup) -> Iterator[Row]:
    """Yield evidence on values that no claim lists, each value under its own heading."""
    unlisted = [found for found in report.evidence if found.question == finding.question.id and found.claim is None]
    for value in dict.fromkeys(found.value or "" for found in unlisted):
        given = [found for found in unlisted if (found.value or "") == value]
        yield row(foreign(value, Style.STRONG), ", a value that no claim lists", indent=2, hang=2)
        yield BLANK
        for stance in Stance:
            verb = "gives this value" if stance is Stance.SUPPORTS else stance.value
            yield from _by_source([found for found in given if found.stance is stance], verb, lookup)


def _by_source(evidence: Sequence[Evidence], stance: str, lookup: Lookup) -> Iterator[Row]:
    for voice in lookup.voices(dict.fromkeys(found.source for found in evidence)):
        for source in (voice.source, *voice.copies):
            yield source_row(source, stance, lookup, 4)
            if (origin := lookup.copied_from(source)) is not None:
                yield row("a copy of ", foreign(origin), indent=6, style=Style.FAINT)
            for found in evidence:
                if found.source == source:
                    yield from sentence_rows(found, lookup, 6, reasons=True)
            if source == voice.source:
                yield from copies_row(voice, 6)
            yield BLANK
