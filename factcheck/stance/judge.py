"""One article against all questions: from its sentences to evidence, and to what only came near it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from factcheck.language.identify import language_of_sentence
from factcheck.language.values import Value, normal_form
from factcheck.matching.alignment import Fill
from factcheck.matching.annotation import Annotation, Draft, draft
from factcheck.matching.context import Contexts
from factcheck.matching.index import CatalogueIndex
from factcheck.matching.questions import QuestionModel
from factcheck.matching.vocabulary import Vocabulary
from factcheck.model import Evidence, NearMiss, Question, ScorePart, Source, Stance, Step
from factcheck.stance.attribution import first_named, names_nobody, speaker
from factcheck.stance.beside_denial import places_beside, told_beside
from factcheck.stance.by_value import judge_values
from factcheck.stance.by_words import judge_words
from factcheck.stance.competition import reject_last_told, settle_rivals, share_out_values
from factcheck.stance.contrasted_values import contrast_values
from factcheck.stance.contrasted_words import contrast_words
from factcheck.stance.denied_alone import deny_alone
from factcheck.stance.denied_broadly import deny_broadly
from factcheck.stance.denied_for_rival import deny_for_rival
from factcheck.stance.faintly_told import is_faint, without_faint
from factcheck.stance.figure_denied import deny_figure
from factcheck.stance.findings import Finding, Mention, Miss, Misses, Told, best_by_claim
from factcheck.stance.near_misses import claim_of, given_away, nearest, outdone
from factcheck.stance.rejection import may_reject, reject_previous, rejecting_places, rejections
from factcheck.stance.score_parts import points_of, printed, score_parts
from factcheck.stance.value_company import dressed, of_its_kind

# Who speaks on without being named was named so many sentences before at most.
_SPOKE_BEFORE = 2


def judge(source: Source, index: CatalogueIndex) -> list[Evidence]:
    """Return all evidence of one source, in catalogue order of the questions, then in text order.

    Args:
        source: The article.
        index: The questions of the catalogue.
    """
    told = tell(source, index)
    return decide([(index.models[number].question, told[number]) for number in sorted(told)])


def tell(source: Source, index: CatalogueIndex) -> dict[int, list[Told]]:
    """Return what the sentences of one source say on each question by itself, by index of the question, where they say anything."""
    picked = index.pick(source)
    if not picked.sentences:
        return {}
    reading = _Reading(source, index.vocabulary, picked.around)
    told: dict[int, list[Told]] = {}
    for number, sentences in picked.sentences.items():
        model = index.models[number]
        row = _findings(reading, model, sentences)
        if row:
            told[number] = [_told(source, model, finding, reading[finding.sentence]) for finding in row]
    return told


def decide(told: Sequence[tuple[Question, Sequence[Told]]]) -> list[Evidence]:
    """Return the evidence that is left of what one source says on each question once all are held against one another.

    Args:
        told: Questions with what the source says on each, in catalogue order.
    """
    evidence = []
    rows = share_out_values(reject_last_told([row for _, row in told]))
    for (question, _), row in zip(told, rows, strict=True):
        evidence += [each.as_evidence() for each in settle_rivals(best_by_claim(row), question.exclusive)]
    return evidence


def explain(source: Source, index: CatalogueIndex, question: str, most: int) -> tuple[tuple[Evidence, ...], tuple[NearMiss, ...]]:
    """Return the evidence of one source on one question, as `judge` does, and its nearest misses, best score first.

    Args:
        source: The article.
        index: All questions of the catalogue: they share the values of the article out among them.
        question: Id of one of them.
        most: How many misses to return at most.
    """
    asked = next(number for number, model in enumerate(index.models) if model.question.id == question)
    model = index.models[asked]
    everything = range(len(source.sentences))
    reading = _Reading(source, index.vocabulary, everything)
    misses: list[Miss] = []
    before = [_findings(reading, each, everything, misses if number == asked else None) for number, each in enumerate(index.models)]
    after = share_out_values(reject_last_told(before))
    rivals = best_by_claim(after[asked])
    settled = settle_rivals(rivals, model.question.exclusive)
    misses += [*given_away(index.models, before, after, asked), *outdone(rivals, settled)]
    return (
        tuple(_evidence(source, model, finding, reading[finding.sentence]) for finding in settled),
        tuple(_near_miss(source, model, miss, reading[miss.sentence]) for miss in nearest(model, misses, settled, most)),
    )


class _Reading:
    """The sentences of one article, annotated when they are asked for, with what they may borrow."""

    def __init__(self, source: Source, vocabulary: Vocabulary, around: Iterable[int]) -> None:
        """Take the indexes of all sentences from which those that are asked for may borrow."""
        self.source = source
        self.published = _day(source.published)
        self._vocabulary = vocabulary
        self._drafts: dict[int, Draft] = {}
        self._annotations: dict[int, Annotation] = {}
        self.contexts = Contexts(source, {number: self._draft(number).features for number in around})

    def __getitem__(self, number: int) -> Annotation:
        if number not in self._annotations:
            self._annotations[number] = self._draft(number).finish()
        return self._annotations[number]

    def values(self, number: int) -> list[Value]:
        """Return the values of a sentence, which are known before all of it is."""
        return self._draft(number).values

    def _draft(self, number: int) -> Draft:
        if number not in self._drafts:
            sentence, source = self.source.sentences[number], self.source
            spoken = language_of_sentence(source.text[sentence.start : sentence.end], source.language)
            self._drafts[number] = draft(source.text, sentence.start, sentence.end, spoken, self._vocabulary)
        return self._drafts[number]

    def may_reject(self, number: int) -> bool:
        """Return whether a sentence may be one that rejects another."""
        sentence = self.source.sentences[number]
        text = self.source.text[sentence.start : sentence.end]
        language = language_of_sentence(text, self.source.language)
        return may_reject(text, language if language in self._vocabulary.languages else None)


def _findings(reading: _Reading, model: QuestionModel, sentences: Iterable[int], misses: Misses = None) -> list[Finding]:
    """Return what the sentences with these indexes say on one question by itself, and those that reject it after them."""
    row: list[Finding] = []
    for number in sentences:
        if model.value_kind is not None and not _may_answer(model, reading.values(number)):
            continue
        annotation, context = reading[number], reading.contexts.of(number)
        if model.value_kind is not None:
            told = judge_values(model, annotation, number, context, reading.published, misses)
            denied = deny_figure(model, annotation, number, context, [f for f in told if not is_faint(f)])
            # What a sentence calls false it does not tell, however faintly, nor where it gives the value again.
            false = {f.claim for f in told if f.stance is Stance.DENIES}
            told = [f for f in told if f.stance is not Stance.SUPPORTS or f.claim is None or f.claim not in false]
            told = [*(f for f in told if f.claim not in {d.claim for d in denied}), *denied]
            row += [*told, *contrast_values(model, annotation, number, context, [f for f in told if f.stance is not Stance.MENTIONS])]
        else:
            told = judge_words(model, annotation, number, context, misses)
            spoken = {f.claim for f in told}
            told += [f for f in deny_alone(model, annotation, number, context) if f.claim not in spoken]
            told = told or deny_broadly(model, annotation, number, context)
            row += [*told, *contrast_words(model, annotation, number, context, told)]
    row += _around(reading, model, sentences, row)
    row = without_faint(row)
    if not row:
        return row
    after = sorted({n for f in row for n in rejecting_places(f.sentence, len(reading.source.sentences))})
    row = reject_previous(row, rejections({number: reading[number] for number in after if reading.may_reject(number)}), model.yesno)
    return [replace(f, speaker=_speaker(reading, f)) for f in row]


def _may_answer(model: QuestionModel, values: Iterable[Value]) -> bool:
    """Return whether one of a sentence's values may answer a question; a duration may tell a date: six years ago."""
    return any(of_its_kind(model, (dressed(model, v),)) or (model.value_kind == "date" and v.kind == "duration") for v in values)


def _around(reading: _Reading, model: QuestionModel, sentences: Iterable[int], row: Sequence[Finding]) -> list[Finding]:
    """Return what sentences say in the light of what others say on the question: they answer beside a denial, or deny beside an answer."""
    found: list[Finding] = []
    if model.value_kind is not None:
        for number in places_beside(row, len(reading.source.sentences)):
            found += told_beside(model, reading[number], number, reading.contexts.of(number), [*row, *found])
    elif any(f.stance is Stance.SUPPORTS for f in row):
        for number in sentences:
            found += deny_for_rival(model, reading[number], number, reading.contexts.of(number), [*row, *found])
    return found


def _speaker(reading: _Reading, finding: Finding) -> str | None:
    """Return who says what a finding rests on: where a sentence leaves out who speaks, whoever spoke shortly before."""
    text, annotation = reading.source.text, reading[finding.sentence]
    who = speaker(annotation, finding.place, text)
    if who is not None or not names_nobody(annotation, finding.place):
        return who
    before = range(finding.sentence - 1, max(-1, finding.sentence - 1 - _SPOKE_BEFORE), -1)
    return next((name for number in before if (name := first_named(reading[number], text)) is not None), None)


def _day(published: str | None) -> date | None:
    """Return the day of an ISO date, or None where a part of it is unknown."""
    return date.fromisoformat(published) if published is not None and len(published) == 10 else None


def _told(source: Source, model: QuestionModel, finding: Finding, annotation: Annotation) -> Told:
    evidence = _evidence(source, model, finding, annotation)
    return Told(
        claim=finding.claim,
        sentence=finding.sentence,
        stance=finding.stance,
        score=finding.score,
        mass=finding.mass,
        place=finding.place,
        value=None if finding.value is None else Mention(finding.value.first, finding.value.last, finding.value.kind),
        speaker=finding.speaker,
        rejects=finding.rejects,
        steps=finding.steps,
        evidence=replace(evidence, steps=evidence.steps[len(finding.steps) :]),
    )


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
