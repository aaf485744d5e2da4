"""The questions of a catalogue as the matcher sees them, and what each must know of the others.

That is little: which words so many questions share that they are the topic of all, whether another question tells an event in the
same words, and which years the catalogue gives for what a question names. Where it is known from an earlier run, a question's
wordings are read only when its model is asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import overload

from factcheck.language.tokens import tokenise
from factcheck.matching.learnt_names import Runs, learn_names, read_text
from factcheck.matching.other_script import link_scripts
from factcheck.matching.templates import QuestionModel, Template, question_model
from factcheck.matching.vocabulary import Vocabulary, content_words
from factcheck.matching.wordings import Slot, Wording, forget_equal_ones, read_wording
from factcheck.model import Catalogue, Question

__all__ = ["Known", "Outline", "QuestionModel", "QuestionModels", "Template", "claimed_texts", "list_words", "question_models"]

# A word of so many questions, and of such a share of them, is their common topic.
_TOPIC_LEAST = 3
_TOPIC_SHARE = 0.25
_TOPIC_WEIGHT = 0.45


@dataclass(frozen=True, slots=True)
class Outline:
    """What the other questions of a catalogue must know of a question.

    Attributes:
        subjects: What its wordings speak of: features of their names and of their words for the event, in order.
        events: For each template its event, as `_event` has it.
        names: Features of the names in its wordings, in order.
        years: The years that its claims give, in order.
    """

    subjects: tuple[str, ...]
    events: tuple[str, ...]
    names: tuple[str, ...]
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of some questions without reading their wordings.

    Attributes:
        outlines: By id of the question.
        topic: What the catalogue was about when the events were told; with another topic they are told anew.
    """

    outlines: Mapping[str, Outline] = field(default_factory=dict)
    topic: tuple[str, ...] = ()


class QuestionModels(Sequence[QuestionModel]):
    """The models of a catalogue's questions, in its order. One is built when it is asked for.

    What the questions share stands before: which features are their topic, and which events several of them tell.

    Attributes:
        outlines: Of each question.
        topic: Features that so many questions share that they are what the whole catalogue is about, in order.
    """

    def __init__(self, catalogue: Catalogue, vocabulary: Vocabulary, known: Known | None = None) -> None:
        """Take a catalogue; `vocabulary` has its names and words (`list_words`). What is not known of a question is read."""
        known = known or Known()
        self._catalogue = catalogue
        self._vocabulary = vocabulary
        self._read: dict[int, list[Wording]] = {}
        self._models: dict[int, QuestionModel] = {}
        outlines = [known.outlines.get(question.id) for question in catalogue.questions]
        subjects = [outline.subjects if outline else _subjects(self._wordings(number)) for number, outline in enumerate(outlines)]
        self.topic = _topic(subjects)
        self._topic = frozenset(self.topic)
        if self.topic != known.topic:
            outlines = [None] * len(outlines)
        self.outlines = [outline or _outline(subjects[number], self._model(number)) for number, outline in enumerate(outlines)]
        tellers = Counter(event for outline in self.outlines for event in set(outline.events))
        self._common = {event for event, count in tellers.items() if count > 1}
        self._years: dict[str, set[int]] = {}
        for outline in self.outlines:
            for name in outline.names if outline.years else ():
                self._years.setdefault(name, set()).update(outline.years)
        for number, model in self._models.items():
            self._tell_of_others(number, model)
        # What was read to find names and words is in the wordings now.
        read_text.cache_clear()
        forget_equal_ones()

    def __len__(self) -> int:
        return len(self._catalogue.questions)

    @overload
    def __getitem__(self, place: int) -> QuestionModel: ...
    @overload
    def __getitem__(self, place: slice) -> list[QuestionModel]: ...

    def __getitem__(self, place: int | slice) -> QuestionModel | list[QuestionModel]:
        """Return the model of a question."""
        if isinstance(place, slice):
            return [self[number] for number in range(len(self))[place]]
        number = range(len(self))[place]
        if number not in self._models:
            self._tell_of_others(number, self._model(number))
        return self._models[number]

    def told_apart(self, number: int) -> list[bool]:
        """Return `Template.told_apart` of each template of a question, without building its model."""
        return [event in self._common for event in self.outlines[number].events]

    def _wordings(self, number: int) -> list[Wording]:
        if number not in self._read:
            language_of = self._vocabulary.language_of
            claims = enumerate(self._catalogue.questions[number].claims)
            texts = ((text, claim) for claim, each in claims for text in (each.text, *each.wordings))
            self._read[number] = [read_wording(text, claim, language_of(text), self._vocabulary) for text, claim in texts]
        return self._read[number]

    def _model(self, number: int) -> QuestionModel:
        if number not in self._models:
            wordings = [_with_topic(wording, self._topic) for wording in self._wordings(number)]
            del self._read[number]
            self._models[number] = question_model(self._catalogue.questions[number], wordings, self._vocabulary)
        return self._models[number]

    def years(self, number: int) -> list[int]:
        """Return `QuestionModel.years` of a question, in order, without building its model."""
        outline = self.outlines[number]
        return sorted({*outline.years, *(year for name in outline.names for year in self._years.get(name, ()))})

    def _tell_of_others(self, number: int, model: QuestionModel) -> None:
        """Mark the wordings whose event another question of the catalogue tells in the same words, and note the known years."""
        model.years = frozenset(self.years(number))
        for template, apart in zip(model.templates, self.told_apart(number), strict=True):
            template.told_apart = apart


def question_models(catalogue: Catalogue, vocabulary: Vocabulary) -> QuestionModels:
    """Return a model for each question of the catalogue, in its order; its names and words are added to the vocabulary."""
    list_words(catalogue, vocabulary)
    return QuestionModels(catalogue, vocabulary)


def list_words(catalogue: Catalogue, vocabulary: Vocabulary, known: Runs | None = None) -> Runs:
    """Add the names and words of a catalogue's texts to a vocabulary, before any wording is read; `known` as in `learn_names`.

    Returns:
        What `learn_names` returns.
    """
    asked = [(question.text, *claimed_texts(question)) for question in catalogue.questions]
    listed = frozenset(feature for feature, _ in vocabulary.named)
    runs = learn_names([(text, vocabulary.language_of(text)) for row in asked for text in row], vocabulary, known)
    learnt = frozenset(feature for feature, _ in vocabulary.named) - listed
    if learnt:
        claims = (claim for question in catalogue.questions for claim in question.claims)
        link_scripts(([(text, vocabulary.language_of(text)) for text in (c.text, *c.wordings)] for c in claims), learnt, vocabulary)
    words = {
        (token.word, language or ""): token
        for row in asked
        for text, language in ((text, vocabulary.language_of(text)) for text in row[1:])
        for token in content_words(tokenise(text), language)
    }
    # What a word stands for must not hang on the order of the wordings.
    for (_, language), token in sorted(words.items()):
        vocabulary.add_word(token, language or None)
    return runs


def claimed_texts(question: Question) -> list[str]:
    """Return the texts of a question's claims in all their wordings, in catalogue order."""
    return [text for claim in question.claims for text in (claim.text, *claim.wordings)]


def _event(model: QuestionModel, template: Template) -> str:
    """Return the event that a template tells: the same text wherever it is told in the same words."""
    words = {"\x1f".join(sorted(s.own)) for s in template.core if s.is_predicate()}
    return "\x1e".join((model.value_kind or "", *sorted(words)))


def _outline(subjects: tuple[str, ...], model: QuestionModel) -> Outline:
    wordings = [t.wording for t in model.templates]
    names = {feature for w in wordings for s in w.slots if s.is_name for feature in s.features}
    years = {v.year for w in wordings for v in w.values if v.kind == "date" and v.year is not None}
    return Outline(subjects, tuple(_event(model, t) for t in model.templates), tuple(sorted(names)), tuple(sorted(years)))


def _subjects(wordings: Sequence[Wording]) -> tuple[str, ...]:
    return tuple(sorted({feature for w in wordings for s in w.slots if s.is_predicate() or s.is_name for feature in s.own}))


def _topic(subjects: Sequence[Sequence[str]]) -> tuple[str, ...]:
    counts = Counter(feature for row in subjects for feature in row)
    least = max(_TOPIC_LEAST, _TOPIC_SHARE * len(subjects))
    return tuple(sorted(feature for feature, count in counts.items() if count >= least))


def _with_topic(wording: Wording, topic: frozenset[str]) -> Wording:
    return replace(wording, slots=tuple(s if topic.isdisjoint(s.own) else _topical(s) for s in wording.slots))


def _topical(slot: Slot) -> Slot:
    if slot.is_name:
        return replace(slot, is_topic=True)
    return replace(slot, is_topic=True, weight=min(slot.weight, _TOPIC_WEIGHT)) if slot.is_predicate() else slot
