"""What a sentence, and the article around it, must have before a wording can be found in the sentence: way by way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from factcheck.matching.questions import QuestionModel, Template
from factcheck.matching.wordings import Slot

# A name that the article never uses is not missed where the words for the event are told as fully as this: `stance` goes by these
# bounds, and what lies beyond them is passed over here.
SURE_PREDICATES = 0.9
# So many words for the event must then be there where the article uses none of the names.
WITHOUT_NAMES = 2
# In a denial, a claim's own words count from this likeness on.
OWN_WORDS = 0.85
# A value with a unit of its own may stand alone in a sentence. Of percentages there are too few: in the stories, those learnt from
# and those set aside, every third that was told faintly was that of something else.
WITH_UNIT = ("money", "measure", "duration")
# So many names of a claim beside its value say whose it is.
BOTH_NAMES = 2
# What begins with a word of a sentence, beside features.
VALUE, DENIAL, FIGURE, DAY = 1, 2, 4, 8

_Features = frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Alternative:
    """One way in which a sentence may come to speak of a question, by one of its wordings.

    Attributes:
        model: Index of the question.
        article: Of each of these groups the article must have a feature.
        sentence: And of each of these the sentence.
        two: Of these groups the sentence must have features of two at least, where there are any.
        value: Whether the sentence must have a value.
        denies: Whether it must have a word that denies.
        figure: Whether it must call a value by what it is, or false.
        day: Whether it must tell a day by its weekday or by how far it lies from today.
    """

    model: int
    article: tuple[_Features, ...]
    sentence: tuple[_Features, ...]
    two: tuple[_Features, ...] = ()
    value: bool = False
    denies: bool = False
    figure: bool = False
    day: bool = False

    @property
    def begun(self) -> int:
        """What must begin somewhere in the sentence, `VALUE`, `DENIAL`, `FIGURE` and `DAY` added up."""
        return VALUE * self.value | DENIAL * self.denies | FIGURE * self.figure | DAY * self.day

    def sharing(self, same: dict[_Features, _Features]) -> Alternative:
        """Return the same with each group taken from `same` where an equal one is there, and put there where none is."""

        def shared(groups: tuple[_Features, ...]) -> tuple[_Features, ...]:
            return tuple(same.setdefault(group, group) for group in groups)

        return replace(self, article=shared(self.article), sentence=shared(self.sentence), two=shared(self.two))

    def met_by(self, told: _Features) -> bool:
        """Return whether a sentence with these features has all the words that are asked for."""
        if any(map(told.isdisjoint, self.sentence)):
            return False
        return not self.two or sum(not told.isdisjoint(group) for group in self.two) >= WITHOUT_NAMES


def ways_of(number: int, model: QuestionModel, template: Template) -> list[Alternative]:
    """Return the ways in which a sentence may come to speak of question `number` by one of its wordings."""
    if model.value_kind is None:
        return _ways_of_words(number, model, template)
    if not template.core:
        return []
    names = _names(template.core)
    predicates = [s for s in template.core if s.is_predicate()]
    # A figure alone may be denied where the article tells the event.
    event = frozenset(f for s in predicates for f in s.features)
    ways = []
    if event:
        ways.append(Alternative(number, (*names, event), (), value=True, figure=True))
        ways.append(Alternative(number, (*names, event), (), value=True, denies=True))
        if model.value_kind in WITH_UNIT:
            # A value may stand alone where the article tells the event.
            ways.append(Alternative(number, (*names, event), (), value=True))
        if model.value_kind == "date":
            # A day that the article's date settles may stand so too.
            ways.append(Alternative(number, (*names, event), (), value=True, day=True))
    named = tuple(frozenset(s.features) for s in template.core if s.is_name)
    if len(named) >= BOTH_NAMES and model.value_kind != "percent":
        # A value may stand by all names of the claim without a word for the event.
        ways.append(Alternative(number, named, named, value=True))
    any_name = frozenset(f for s in template.core if s.is_name for f in s.features)
    if not any_name:
        return [*ways, Alternative(number, (), template.gates, value=True)]
    ways.append(Alternative(number, (*names, any_name), template.gates, value=True))
    if template.told_apart:
        return ways
    # `value_requirements.unbound` lets an article do without the names where the event is told in full and in several words.
    needed = _needed(predicates)
    # A name that the article does use, and another that it does not.
    ways.append(Alternative(number, (any_name,), (*template.gates, *needed), value=True))
    if len(predicates) >= WITHOUT_NAMES:
        told = tuple(frozenset(s.features) for s in predicates)
        ways.append(Alternative(number, (), (*template.gates, *needed), two=told, value=True))
    return ways


def _ways_of_words(number: int, model: QuestionModel, template: Template) -> list[Alternative]:
    names = _names(template.core)
    ways = [Alternative(number, names, template.gates)]
    own = [s for s in template.decisive if not s.generic]
    if own and not model.yesno:
        # `denied_alone` and `set_aside` ask for nothing of the event in the sentence.
        told = frozenset(f for s in own for f, credit in s.features.items() if credit >= OWN_WORDS)
        ways.append(Alternative(number, names, (told,), denies=True))
    return ways


def _names(slots: Iterable[Slot]) -> tuple[_Features, ...]:
    """Return the features of each name that an article must use: that of a place is often left out."""
    return tuple(frozenset(s.features) for s in slots if s.is_name and not s.is_place)


def _needed(predicates: Sequence[Slot]) -> tuple[_Features, ...]:
    """Return the features of each predicate without which too little of the event is told to do without its names."""
    total = sum(s.weight for s in predicates)
    return tuple(frozenset(s.features) for s in predicates if not s.is_topic and total - s.weight < SURE_PREDICATES * total)
