"""What the judgement of each question rests on, in short: two catalogues are told apart question by question.

What a source says on a question depends on the question's own wordings as they were read, on names, synonyms and languages of the
whole catalogue, and, for articles that have such words, on which words the other questions are made of.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from factcheck.language.spelling import Spellings
from factcheck.language.stems import candidates
from factcheck.language.tokens import fold_word, tokenise
from factcheck.matching.questions import Known, Outline, QuestionModel, QuestionModels, Template, claimed_texts, list_words
from factcheck.matching.vocabulary import Vocabulary
from factcheck.matching.wordings import Slot
from factcheck.model import Catalogue, Question
from factcheck.store.places import digest, rules_version

_Listed = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A question of a generation.

    Attributes:
        typed: Stands for the question as it was typed, and the languages of its texts.
        outline: What other questions must know of it.
        read: Stands for its wordings as they were read.
        key: Stands for all that its judgement alone rests on.
    """

    typed: str
    outline: Outline
    read: str
    key: str


@dataclass(frozen=True)
class Generation:
    """A catalogue as far as it decides what articles say.

    Attributes:
        shared: Stands for all that every question rests on.
        listed: The words of all wordings, each with its language or an empty text.
        topic: As in `QuestionModels`.
        runs: The names that were read off its texts, as `learn_names` has them.
        questions: By id.
    """

    shared: str
    listed: _Listed
    topic: tuple[str, ...]
    runs: dict[str, tuple[str, ...]]
    questions: dict[str, Entry]

    def changed(self, before: Generation) -> frozenset[str]:
        """Return the ids of the questions whose judgement may differ from that under another catalogue, apart from `Words`."""
        if self.shared != before.shared:
            return frozenset(self.questions)
        old = before.questions
        return frozenset(name for name, entry in self.questions.items() if name not in old or old[name].key != entry.key)


class Words:
    """The words that only one of two catalogues has: a text that has one may be read differently, whatever it is held against."""

    def __init__(self, one: _Listed, other: _Listed) -> None:
        """Take the listed words of two catalogues that have the same names, synonyms and languages."""
        self._words = set(one) ^ set(other)
        # By the languages that were asked for: words that are known to be one of these, and words that are known to be none.
        self._seen: dict[tuple[str | None, ...], tuple[set[str], set[str]]] = {}

    def __bool__(self) -> bool:
        return bool(self._words)

    def meet(self, text: str, languages: Iterable[str | None]) -> bool:
        """Return whether a text has one of the words in any form or spelling that counts, read in one of `languages`."""
        key = tuple(sorted(set(languages), key=str))
        met, others = self._seen.setdefault(key, (set(), set()))
        words = set(text.split())
        if not met.isdisjoint(words):
            return True
        for word in words - others:
            if self._meets(word, key):
                met.add(word)
                return True
            others.add(word)
        return False

    def _meets(self, word: str, languages: Sequence[str | None]) -> bool:
        forms, spellings, letters = self._forms
        for token in tokenise(word):
            if any(form in forms for language in languages for form, _ in candidates(token.word, language)):
                return True
            norm = fold_word(token.word)
            if norm[:1] in letters and spellings.nearest(norm, 1) is not None:
                return True
        return False

    @cached_property
    def _forms(self) -> tuple[frozenset[str], Spellings, frozenset[str]]:
        """Return the forms of the words, their spellings, and the letters that these begin with."""
        spellings = Spellings(1)
        forms: set[str] = set()
        for word, language in sorted(self._words):
            forms.update(form for form, _ in candidates(word, language or None))
            spellings.add(fold_word(word))
        return frozenset(forms), spellings, frozenset(fold_word(word)[:1] for word, _ in self._words)


class Drawn:
    """A catalogue, read as far as it must be: of questions that are as in an earlier generation, that one knows enough."""

    def __init__(self, catalogue: Catalogue, before: Generation | None) -> None:
        """Take a catalogue, and an earlier generation where there is one."""
        self._catalogue = catalogue
        self.vocabulary = vocabulary = Vocabulary(catalogue)
        self._runs = list_words(catalogue, vocabulary, None if before is None else before.runs)
        self._typed = [_typed(question, vocabulary) for question in catalogue.questions]
        self._shared = digest(rules_version(), vocabulary.named, vocabulary.spoken, catalogue.synonyms).hex()
        self._listed = tuple(sorted((word, language or "") for word, language in vocabulary.listed))
        self._known = self._unchanged(before) if before is not None and before.shared == self._shared else {}
        topic = before.topic if before is not None else ()
        self.models = QuestionModels(catalogue, vocabulary, Known({name: each.outline for name, each in self._known.items()}, topic))
        if self.models.topic != topic:
            self._known = {}

    def _unchanged(self, before: Generation) -> dict[str, Entry]:
        """Return the questions that would be read as they were."""
        words = Words(self._listed, before.listed)
        unchanged = {}
        for question, typed in zip(self._catalogue.questions, self._typed, strict=True):
            entry = before.questions.get(question.id)
            if entry is not None and entry.typed == typed and not any(self._meet(words, text) for text in claimed_texts(question)):
                unchanged[question.id] = entry
        return unchanged

    def _meet(self, words: Words, text: str) -> bool:
        return bool(words) and words.meet(text, {self.vocabulary.language_of(text), *self.vocabulary.spoken, None})

    def generation(self) -> Generation:
        """Return what the judgement of the questions rests on."""
        questions = {}
        for number, (question, typed) in enumerate(zip(self._catalogue.questions, self._typed, strict=True)):
            known = self._known.get(question.id)
            read = known.read if known is not None else digest(*_parts(self.models[number])).hex()
            key = digest(read, self.models.told_apart(number), self.models.years(number)).hex()
            questions[question.id] = Entry(typed, self.models.outlines[number], read, key)
        return Generation(self._shared, self._listed, self.models.topic, self._runs, questions)


def _typed(question: Question, vocabulary: Vocabulary) -> str:
    texts = (question.text, *claimed_texts(question))
    claims = [(claim.id, claim.text, claim.wordings) for claim in question.claims]
    return digest(question.id, question.text, question.type, claims, [vocabulary.language_of(text) for text in texts]).hex()


def _parts(model: QuestionModel) -> Iterable[object]:
    question = model.question
    yield question.id, question.type, tuple(claim.id for claim in question.claims), model.value_kind, model.yesno, model.values
    for template in model.templates:
        yield from _template_parts(template)


def _template_parts(template: Template) -> Iterable[object]:
    wording = template.wording
    yield wording.text, wording.claim, wording.language, wording.future, wording.supposed, template.swapped
    yield [slot.place for slot in template.core], [[slot.place for slot in row] for row in template.discriminators.values()]
    yield [[slot.place for slot in row] for row in template.polarity.values()]
    for slot in (*wording.slots, *template.slots):
        yield from _slot_parts(slot)


def _slot_parts(slot: Slot) -> Iterable[object]:
    yield slot.text, slot.weight, slot.place, slot.first, slot.last, sorted(slot.features.items()), sorted(slot.opposites.items())
    yield slot.is_name, slot.is_place, slot.generic, slot.negated, slot.adjectival, slot.is_title, slot.is_topic
