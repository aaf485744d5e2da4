"""What the judgement of each question rests on, in short: two catalogues are told apart question by question.

What a source says on a question depends on the question's own wordings as they were read, on names, synonyms and languages of the
whole catalogue, and, for articles that have such words, on which words the other questions are made of.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from factcheck.language.spelling import Spellings
from factcheck.language.stems import costs_of
from factcheck.language.tokens import fold_word, tokenise
from factcheck.matching.index import CatalogueIndex
from factcheck.matching.questions import QuestionModel, Template
from factcheck.matching.wordings import Slot
from factcheck.store.places import digest, rules_version


@dataclass(frozen=True)
class Generation:
    """A catalogue as far as it decides what articles say.

    Attributes:
        shared: Stands for all that every question rests on.
        questions: By id of the question, what stands for all that it alone rests on.
        listed: The words of all wordings, each with its language or an empty text.
    """

    shared: str
    questions: dict[str, str]
    listed: tuple[tuple[str, str], ...]

    def changed(self, before: Generation) -> frozenset[str]:
        """Return the ids of the questions whose judgement may differ from that under another catalogue, apart from `Words`."""
        if self.shared != before.shared:
            return frozenset(self.questions)
        return frozenset(name for name, key in self.questions.items() if before.questions.get(name) != key)


class Words:
    """The words that only one of two catalogues has: an article that has one may be read differently on any question."""

    def __init__(self, one: Generation, other: Generation) -> None:
        """Take two catalogues of the same names, synonyms and languages."""
        self._words = set(one.listed) ^ set(other.listed)
        self._met: dict[tuple[str, str | None], bool] = {}

    def meet(self, text: str, languages: Sequence[str | None]) -> bool:
        """Return whether a text has one of the words in any form or spelling that counts, read in one of `languages`."""
        return bool(self._words) and any(self._meets(word, language) for word in set(text.split()) for language in languages)

    def _meets(self, word: str, language: str | None) -> bool:
        key = (word, language)
        if key not in self._met:
            forms, spellings = self._forms
            tokens = tokenise(word)
            self._met[key] = any(
                not forms.isdisjoint(costs_of(t.word, language)) or spellings.nearest(fold_word(t.word), 1) is not None for t in tokens
            )
        return self._met[key]

    @cached_property
    def _forms(self) -> tuple[frozenset[str], Spellings]:
        spellings = Spellings(1)
        forms: set[str] = set()
        for word, language in sorted(self._words):
            forms.update(costs_of(word, language or None))
            spellings.add(fold_word(word))
        return frozenset(forms), spellings


def generation_of(index: CatalogueIndex, synonyms: Iterable[tuple[str, ...]]) -> Generation:
    """Return what the judgement of an index's questions rests on; `synonyms` are those of the catalogue."""
    vocabulary = index.vocabulary
    shared = digest(rules_version(), vocabulary.named, vocabulary.spoken, tuple(synonyms)).hex()
    questions = {model.question.id: digest(*_parts(model)).hex() for model in index.models}
    return Generation(shared, questions, tuple(sorted((word, language or "") for word, language in vocabulary.listed)))


def _parts(model: QuestionModel) -> Iterable[object]:
    question = model.question
    yield question.id, question.type, tuple(claim.id for claim in question.claims), model.value_kind, model.yesno, model.values
    yield sorted(model.years)
    for template in model.templates:
        yield from _template_parts(template)


def _template_parts(template: Template) -> Iterable[object]:
    wording = template.wording
    yield wording.text, wording.claim, wording.language, wording.future, wording.supposed, template.told_apart, template.swapped
    yield [slot.place for slot in template.core], [[slot.place for slot in row] for row in template.discriminators.values()]
    yield [[slot.place for slot in row] for row in template.polarity.values()]
    for slot in (*wording.slots, *template.slots):
        yield from _slot_parts(slot)


def _slot_parts(slot: Slot) -> Iterable[object]:
    yield slot.text, slot.weight, slot.place, slot.first, slot.last, sorted(slot.features.items()), sorted(slot.opposites.items())
    yield slot.is_name, slot.is_place, slot.generic, slot.negated, slot.adjectival, slot.is_title, slot.is_topic
