"""What must be said of an event before one of a sentence's values is taken for it."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.language.knowledge import section
from factcheck.language.values import Value
from factcheck.matching.alignment import Fill, any_name_heard, names_present, own_share, predicate_share
from factcheck.matching.annotation import Annotation
from factcheck.matching.questions import QuestionModel, Template
from factcheck.matching.ways import SURE_PREDICATES, WITHOUT_NAMES
from factcheck.model import Step
from factcheck.stance.arguments import another_object, anothers
from factcheck.stance.complements import led_to_another
from factcheck.stance.described_by import only_a_landmark, only_describes, placed_elsewhere
from factcheck.stance.heads import only_of_it
from factcheck.stance.main_word import lacks_main_word, main_slot
from factcheck.stance.namesakes import another_name
from factcheck.stance.numbered import another_number
from factcheck.stance.passed_over import another_beside_verb
from factcheck.stance.quantities import another_direction, another_quantity, only_a_change
from factcheck.stance.roles import turned_round
from factcheck.stance.subjects import another_subject
from factcheck.stance.titles import another_title
from factcheck.stance.value_company import foreign_noun, listed

# Gates, from trials on the tuning stories; moving any of them by a tenth moves F1 by less than a point.
_PREDICATE_SHARE = 0.4
_SCORE = 0.4
# Less will do for just the value of a claim, where one word of the event is there and the sentences around tell the rest.
_EXACT_SHARE = 0.2
_ONE_WORD = 0.5
# The same for a value that is not exactly what a claim lists: a bound, a rounding, a month without its year.
_INEXACT_SCORE = 0.58
OWN_SHARE = 0.25
_INEXACT_OWN_SHARE = 0.45
# The same for a date whose verb is not said.
_VERBLESS_SCORE = 0.72
# A verb filled less than this is not said.
_TOLD = 0.3
# A slot filled less than this is named as missing.
_FILLED = 0.5


def unbound(model: QuestionModel, annotation: Annotation, value: Value, template: Template, fills: list[Fill], score: float) -> Step | None:
    """Return the step that keeps the value from being bound to the event, or None where it is bound."""
    if value.kind != model.value_kind and not _counts_told(value, fills):
        return Step("value", "another kind", value.kind)
    if foreign_noun(annotation, value, fills, template.wording):
        return Step("value", "counts other things", annotation.tokens[value.noun or 0].text)
    predicates = predicate_share(fills)
    exact = listed(model, value)[1] == "equal"
    least = _SCORE if exact else _INEXACT_SCORE
    if not _verb_told(model, value, template, fills):
        least = _VERBLESS_SCORE
    told = any(f.slot.is_predicate() and not f.borrowed and f.credit >= _ONE_WORD for f in fills)
    if predicates < (_EXACT_SHARE if told and exact else _PREDICATE_SHARE):
        return Step("event", "predicate missing", _named(f for f in fills if f.slot.is_predicate() and f.credit < _FILLED))
    lacking = lacks_main_word(template.wording, fills, annotation)
    if lacking is not None:
        return Step("event", "predicate missing", lacking)
    requirements = (
        ("event", "too little said", score >= least, [f for f in fills if f.credit < _FILLED]),
        ("event", "too much borrowed", own_share(fills) >= (OWN_SHARE if exact else _INEXACT_OWN_SHARE), [f for f in fills if f.borrowed]),
        (
            "names",
            "missing",
            names_present(fills, unheard=predicates >= SURE_PREDICATES and not template.told_apart)
            and (any_name_heard(fills) or _specific(fills)),
            [f for f in fills if f.slot.is_name and not f.credit],
        ),
    )
    unmet = next((Step(name, outcome, _named(wanting)) for name, outcome, met, wanting in requirements if not met), None)
    return unmet or of_something_else(annotation, value, template, fills)


def of_something_else(annotation: Annotation, value: Value, template: Template, fills: list[Fill]) -> Step | None:
    """Return the step that says so where the words of the claim that the sentence has are said of another thing, name or place."""
    return (
        anothers(template, fills, annotation)
        or another_quantity(annotation, value, template, fills)
        or only_a_change(annotation, value, template)
        or only_of_it(template, fills, annotation, value.first)
        or another_name(template, fills, annotation)
        or another_subject(template, fills, annotation)
        or only_describes(template, fills, annotation, value.first)
        or placed_elsewhere(template, fills, annotation, value.first)
        or only_a_landmark(template, fills, annotation)
        or turned_round(template, fills, annotation)
        or another_beside_verb(template, fills, annotation)
        or led_to_another(template, fills, annotation, value.first)
        or another_title(template, fills, annotation, value.first)
        or another_number(template, fills, annotation)
        or another_direction(annotation, value, fills)
        or another_object(template, {f.slot.place: f for f in fills}, annotation, said=True)
    )


def _verb_told(model: QuestionModel, value: Value, template: Template, fills: list[Fill]) -> bool:
    """Return whether the verb of a date is said: the word that stands next to it, or the first where verbs stand first."""
    own = next((v for v in template.wording.values if v.kind == model.value_kind), None)
    predicates = [f for f in fills if f.slot.is_predicate()]
    if value.kind != "date" or own is None or not predicates:
        return True
    verb = main_slot(template.wording) if section(template.wording.language or "", "verb_first") else None
    nearest = min(predicates, key=lambda f: abs(f.slot.first - own.first))
    return any(f.credit >= _TOLD and not f.borrowed for f in (nearest, *(f for f in predicates if f.slot is verb)))


def _specific(fills: Iterable[Fill]) -> bool:
    """Return whether the sentence tells the event in so many words that it is known without any of its names.

    Many firms buy another in some year.
    """
    return sum(f.slot.is_predicate() and not f.borrowed and f.credit >= _ONE_WORD for f in fills) >= WITHOUT_NAMES


def _named(fills: Iterable[Fill]) -> str:
    return ", ".join(f.slot.text for f in fills)


def _counts_told(value: Value, fills: list[Fill]) -> bool:
    """Return whether the noun that a number counts is one of the wording's: a sixth title for six titles."""
    return value.noun is not None and any(f.term is not None and f.term.first <= value.noun < f.term.last for f in fills)
