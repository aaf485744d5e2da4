"""A report cut down to some of its questions or to one source; the sources of the run stay listed."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from factcheck.language.folding import fold
from factcheck.model import QuestionFinding, Report, Status

CONTESTED = (Status.CONFLICT, Status.SELF_CONTRADICTION)


def in_conflict(report: Report) -> Report:
    """Return only the questions on which sources disagree or one contradicts itself."""
    return _keep(report, lambda finding: finding.status in CONTESTED)


def one_question(report: Report, subject: str) -> Report:
    """Return only the question with the id `subject`, or the one that has a claim with that id."""
    by_id = _keep(report, lambda finding: finding.question.id == subject)
    return by_id if by_id.findings else _keep(report, lambda finding: any(each.claim.id == subject for each in finding.claims))


def narrowed(report: Report, query: str | None, sources: Collection[str], statuses: Collection[Status]) -> Report:
    """Return only the questions that fit everything asked for.

    Args:
        report: The whole report.
        query: Words that stand, folded, in the question's text or id or in a claim's text, wordings or id; None for all.
        sources: Ids of which one must support, deny or give an unlisted value on the question; empty for all.
        statuses: Of which the question has one; empty for all.
    """
    needle = fold(query or "").strip()
    spoken = {position.question for position in report.positions if position.source in sources}
    return _keep(
        report,
        lambda finding: (
            (not statuses or finding.status in statuses)
            and (not sources or finding.question.id in spoken)
            and (not needle or any(needle in fold(text) for text in _texts(finding)))
        ),
    )


def one_source(report: Report, source: str) -> Report:
    """Return only what the source with this id says; all questions stay, for those on which it is silent."""
    return replace(
        report,
        sources=tuple(each for each in report.sources if each.id == source),
        positions=tuple(each for each in report.positions if each.source == source),
        evidence=tuple(each for each in report.evidence if each.source == source),
    )


def _texts(finding: QuestionFinding) -> list[str]:
    texts = [finding.question.text, finding.question.id]
    for each in finding.claims:
        texts += [each.claim.text, each.claim.id, *each.claim.wordings]
    return texts


def _keep(report: Report, fits: Callable[[QuestionFinding], bool]) -> Report:
    findings = tuple(finding for finding in report.findings if fits(finding))
    kept = {finding.question.id for finding in findings}
    return replace(
        report,
        findings=findings,
        positions=tuple(each for each in report.positions if each.question in kept),
        evidence=tuple(each for each in report.evidence if each.question in kept),
    )
