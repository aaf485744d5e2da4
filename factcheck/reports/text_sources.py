"""The screens of `factcheck sources`: every article, or what one article says and what of it was left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from factcheck.model import Evidence, QuestionFinding, Report, Source
from factcheck.reports.bidi import clean
from factcheck.reports.layout import BLANK, Piece, Row, Style, View, foreign, joined, path, row
from factcheck.reports.lookup import Lookup
from factcheck.reports.phrases import counted, named, next_steps
from factcheck.reports.text_evidence import sentence_rows

# Enough of a left-out stretch to recognise it by, in code points.
_FIRST_WORDS = 60


def rows(report: Report, view: View) -> Iterator[Row]:
    """Yield the list of all sources."""
    lookup = Lookup(report)
    for source in report.sources:
        yield from _about(source, report, lookup)
        yield BLANK
    copies = len(report.copy_of)
    totals = [counted(len(report.sources), "source"), *([counted(copies, "copy", "copies")] if copies else [])]
    yield row(" · ".join(totals), style=Style.STRONG)
    if report.sources:
        yield next_steps(view, ["sources", report.sources[0].id])


def rows_of_one(report: Report, view: View, subject: str) -> Iterator[Row]:
    """Yield what the source with the id `subject` says on each question, and what of its text was left out."""
    lookup = Lookup(report)
    source = lookup.source(subject)
    if source is None:
        return
    yield from _about(source, report, lookup)
    yield BLANK
    silent = []
    for finding in report.findings:
        evidence = lookup.evidence(finding.question.id, subject)
        if evidence:
            yield from _says(finding, evidence, lookup)
        else:
            silent.append(finding.question.id)
    if silent:
        yield row(f"silent on {counted(len(silent), 'question')}: ", *named(silent), indent=2, hang=2)
        yield BLANK
    if source.left_out:
        yield row("left out, because it is no part of the article:", indent=2)
        for gap in source.left_out:
            yield row(f"line {gap.line}, {clean(gap.reason)}: ", foreign(_first_words(source.text[gap.start : gap.end])), indent=4, hang=2)
        yield BLANK
    yield next_steps(view, ["sources", subject, "--text"])


def _about(source: Source, report: Report, lookup: Lookup) -> Iterator[Row]:
    yield row("source  ", foreign(source.id, Style.STRONG), whole=True)
    if source.title:
        yield row(foreign(source.title), indent=2)
    facts: list[list[str | Piece]] = [
        [foreign(source.published)] if source.published else ["undated"],
        [f"language {clean(source.language)}"] if source.language else ["language unknown"],
        [counted(len(source.sentences), "sentence")],
    ]
    facts += [[foreign(source.publisher)]] if source.publisher else []
    yield row(*joined(facts), indent=2, hang=2)
    yield row(path(source.path), indent=2, whole=True)
    if source.url:
        yield row(path(source.url), indent=2, whole=True)
    if (origin := lookup.copied_from(source.id)) is not None:
        yield row("a copy of ", foreign(origin), indent=2)
    copies = [copy for copy, original in report.copy_of.items() if original == source.id]
    if copies:
        yield row("copied by ", *named(copies), indent=2, hang=2)
    if source.left_out:
        reasons = Counter(gap.reason for gap in source.left_out)
        yield row("left out: " + ", ".join(f"{number} {clean(reason)}" for reason, number in reasons.items()), indent=2, hang=2)


def _says(finding: QuestionFinding, evidence: tuple[Evidence, ...], lookup: Lookup) -> Iterator[Row]:
    """Yield one question with what the source says on each claim."""
    texts = {each.claim.id: each.claim.text for each in finding.claims}
    yield row(foreign(finding.question.text, Style.STRONG), indent=2, hang=2)
    yield row(foreign(finding.question.id, Style.FAINT), indent=2, whole=True)
    source = evidence[0].source
    if source in finding.self_contradicting:
        both = lookup.reports_both_only(finding.question.id, [source])
        yield row("reports both" if both else "contradicts itself", indent=2, style=Style.STRONG)
    for stance, claim in dict.fromkeys((found.stance, found.claim) for found in evidence):
        group = [found for found in evidence if (found.stance, found.claim) == (stance, claim)]
        if claim is None:
            for value in dict.fromkeys(found.value or "" for found in group):
                yield row(f"{stance.value} a value that no claim lists: ", foreign(value), indent=4, hang=2)
        else:
            yield row(f"{stance.value} ", foreign(texts.get(claim, claim)), indent=4, hang=2)
        for found in group:
            yield from sentence_rows(found, lookup, 6)
    yield BLANK


def _first_words(text: str) -> str:
    """Return the beginning of a stretch, cut between words."""
    line = clean(text[: 4 * _FIRST_WORDS]).strip()
    if len(line) <= _FIRST_WORDS:
        return line
    return line[:_FIRST_WORDS].rsplit(" ", 1)[0] + " …"
