"""One article against all questions: from its sentences to evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from factcheck.language.values import normal_form
from factcheck.matching.annotation import Annotation, annotate
from factcheck.matching.context import contexts
from factcheck.matching.questions import QuestionModel
from factcheck.matching.vocabulary import Vocabulary
from factcheck.model import Evidence, Source, Step
from factcheck.stance.attribution import speaker
from factcheck.stance.by_value import judge_values
from factcheck.stance.by_words import judge_words
from factcheck.stance.competition import settle_rivals, share_out_values
from factcheck.stance.denied_alone import deny_alone
from factcheck.stance.findings import Finding, best_by_claim
from factcheck.stance.rejection import reject_previous, rejections


def judge(source: Source, models: Sequence[QuestionModel], vocabulary: Vocabulary) -> list[Evidence]:
    """Return all evidence of one source, in catalogue order of the questions, then in text order.

    Args:
        source: The article.
        models: The questions of the catalogue.
        vocabulary: The vocabulary that the models were built with.
    """
    annotations = [annotate(source.text, s.start, s.end, source.language, vocabulary) for s in source.sentences]
    lent = contexts(source, annotations)
    published = _day(source.published)
    rejecting = rejections(annotations)
    rows = []
    for model in models:
        row: list[Finding] = []
        for number, annotation in enumerate(annotations):
            if model.value_kind is not None:
                row += judge_values(model, annotation, number, lent[number], published)
            else:
                told = judge_words(model, annotation, number, lent[number])
                row += told or deny_alone(model, annotation, number, lent[number])
        row = reject_previous(row, rejecting, model.yesno)
        rows.append([replace(f, speaker=speaker(annotations[f.sentence], f.place, source.text)) for f in row])
    rows = share_out_values(rows)
    evidence = []
    for model, row in zip(models, rows, strict=True):
        for finding in settle_rivals(best_by_claim(row), model.question.exclusive):
            evidence.append(_evidence(source, model, finding, annotations[finding.sentence]))
    return evidence


def _day(published: str | None) -> date | None:
    """Return the day of an ISO date, or None where a part of it is unknown."""
    return date.fromisoformat(published) if published is not None and len(published) == 10 else None


def _evidence(source: Source, model: QuestionModel, finding: Finding, annotation: Annotation) -> Evidence:
    sentence = source.sentences[finding.sentence]
    who = finding.speaker
    claim = None if finding.claim is None else model.question.claims[finding.claim]
    steps = (*finding.steps, Step("attribution", "attributed", who) if who else Step("attribution", "own voice"))
    return Evidence(
        question=model.question.id,
        claim=claim.id if claim else None,
        source=source.id,
        stance=finding.stance,
        start=sentence.start,
        end=sentence.end,
        line=sentence.line,
        column=sentence.column,
        quote=source.text[sentence.start : sentence.end],
        score=round(100 * finding.score, 1),
        value=normal_form(finding.value) if finding.value else None,
        attributed_to=who,
        hedged=finding.hedged,
        marks=_marks(finding, annotation),
        steps=steps,
    )


def _marks(finding: Finding, annotation: Annotation) -> tuple[tuple[int, int], ...]:
    """Return the offsets of the deciding words: the value, else the words that filled slots."""
    spans = set()
    if finding.value is not None:
        spans.add((finding.value.first, finding.value.last))
    spans |= {(f.term.first, f.term.last) for f in finding.fills if f.term is not None and f.slot.is_predicate() and f.credit >= 0.4}
    return tuple(sorted((annotation.tokens[first].start, annotation.tokens[last - 1].end) for first, last in spans))
