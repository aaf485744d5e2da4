"""One article against all questions: from its sentences to evidence, and to what only came near it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from factcheck.language.values import Value, normal_form
from factcheck.matching.alignment import Fill
from factcheck.matching.annotation import Annotation, annotate
from factcheck.matching.context import contexts
from factcheck.matching.questions import QuestionModel
from factcheck.matching.vocabulary import Vocabulary
from factcheck.model import Evidence, NearMiss, ScorePart, Source, Step
from factcheck.stance.attribution import speaker
from factcheck.stance.by_value import judge_values
from factcheck.stance.by_words import judge_words
from factcheck.stance.competition import settle_rivals, share_out_values
from factcheck.stance.denied_alone import deny_alone
from factcheck.stance.denied_broadly import deny_broadly
from factcheck.stance.figure_denied import deny_figure
from factcheck.stance.findings import Finding, Miss, Misses, best_by_claim
from factcheck.stance.near_misses import claim_of, given_away, nearest, outdone
from factcheck.stance.rejection import reject_previous, rejections
from factcheck.stance.score_parts import points_of, printed, score_parts
from factcheck.stance.set_aside import deny_set_aside


def judge(source: Source, models: Sequence[QuestionModel], vocabulary: Vocabulary) -> list[Evidence]:
    """Return all evidence of one source, in catalogue order of the questions, then in text order.

    Args:
        source: The article.
        models: The questions of the catalogue.
        vocabulary: The vocabulary that the models were built with.
    """
    annotations = _annotations(source, vocabulary)
    evidence = []
    for model, row in zip(models, share_out_values(_findings(source, models, annotations)), strict=True):
        for finding in settle_rivals(best_by_claim(row), model.question.exclusive):
            evidence.append(_evidence(source, model, finding, annotations[finding.sentence]))
    return evidence


def explain(
    source: Source, models: Sequence[QuestionModel], vocabulary: Vocabulary, question: str, most: int
) -> tuple[tuple[Evidence, ...], tuple[NearMiss, ...]]:
    """Return the evidence of one source on one question, as `judge` does, and its nearest misses, best score first.

    Args:
        source: The article.
        models: All questions of the catalogue: they share the values of the article out among them.
        vocabulary: The vocabulary that the models were built with.
        question: Id of one of them.
        most: How many misses to return at most.
    """
    asked = next(number for number, model in enumerate(models) if model.question.id == question)
    model = models[asked]
    annotations = _annotations(source, vocabulary)
    misses: list[Miss] = []
    before = _findings(source, models, annotations, {asked: misses})
    after = share_out_values(before)
    rivals = best_by_claim(after[asked])
    settled = settle_rivals(rivals, model.question.exclusive)
    misses += [*given_away(models, before, after, asked), *outdone(rivals, settled)]
    return (
        tuple(_evidence(source, model, finding, annotations[finding.sentence]) for finding in settled),
        tuple(_near_miss(source, model, miss, annotations[miss.sentence]) for miss in nearest(model, misses, settled, most)),
    )


def _annotations(source: Source, vocabulary: Vocabulary) -> list[Annotation]:
    return [annotate(source.text, s.start, s.end, source.language, vocabulary) for s in source.sentences]


def _findings(
    source: Source, models: Sequence[QuestionModel], annotations: Sequence[Annotation], misses: Mapping[int, Misses] | None = None
) -> list[list[Finding]]:
    """Return what the sentences say on each question by itself; `misses` has lists to note misses in, by index of the question."""
    lent = contexts(source, annotations)
    published = _day(source.published)
    rejecting = rejections(annotations)
    rows: list[list[Finding]] = []
    for index, model in enumerate(models):
        noted = (misses or {}).get(index)
        row: list[Finding] = []
        for number, annotation in enumerate(annotations):
            if model.value_kind is not None:
                told = judge_values(model, annotation, number, lent[number], published, noted)
                row += [*told, *deny_figure(model, annotation, number, lent[number], told)]
            else:
                told = judge_words(model, annotation, number, lent[number], noted)
                spoken = {f.claim for f in told}
                told += [f for f in deny_alone(model, annotation, number, lent[number]) if f.claim not in spoken]
                told = told or deny_broadly(model, annotation, number, lent[number])
                row += told
                row += deny_set_aside(model, annotation, number, lent[number], told)
        rows.append(row)
    telling = frozenset(f.sentence for row in rows for f in row if f.claim is not None)
    rows = [reject_previous(row, rejecting, model.yesno, telling) for model, row in zip(models, rows, strict=True)]
    return [[replace(f, speaker=speaker(annotations[f.sentence], f.place, source.text)) for f in row] for row in rows]


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
        score=points_of(finding.score),
        value=normal_form(finding.value) if finding.value else None,
        attributed_to=who,
        hedged=finding.hedged,
        marks=_marks(finding.value, finding.fills, annotation),
        steps=steps,
        parts=_parts(source, model, finding.steps[0].detail, finding, annotation),
    )


def _near_miss(source: Source, model: QuestionModel, miss: Miss, annotation: Annotation) -> NearMiss:
    sentence = source.sentences[miss.sentence]
    claim = claim_of(model, miss)
    value = miss.value
    return NearMiss(
        question=model.question.id,
        claim=None if claim is None else model.question.claims[claim].id,
        source=source.id,
        start=sentence.start,
        end=sentence.end,
        line=sentence.line,
        column=sentence.column,
        quote=source.text[sentence.start : sentence.end],
        wording=miss.wording,
        score=points_of(miss.score),
        stopped_by=miss.step,
        value=None if value is None else printed(annotation.tokens, value.first, value.last, source.text),
        marks=_marks(value, miss.fills, annotation),
        parts=_parts(source, model, miss.wording, miss, annotation),
    )


def _parts(source: Source, model: QuestionModel, wording: str, found: Finding | Miss, annotation: Annotation) -> tuple[ScorePart, ...]:
    """Return the parts of the score of a finding or a miss; `wording` is the text that its fills are of."""
    read = next((t.wording for t in model.templates if t.wording.text == wording), None)
    by_value = model.value_kind is not None
    return score_parts(found.score, found.fills, read, annotation, source.text, found.value, by_value=by_value)


def _marks(value: Value | None, fills: Sequence[Fill], annotation: Annotation) -> tuple[tuple[int, int], ...]:
    """Return the offsets of the deciding words: the value, else the words that filled slots."""
    spans = set()
    if value is not None:
        spans.add((value.first, value.last))
    spans |= {(f.term.first, f.term.last) for f in fills if f.term is not None and f.slot.is_predicate() and f.credit >= 0.4}
    return tuple(sorted((annotation.tokens[first].start, annotation.tokens[last - 1].end) for first, last in spans))
