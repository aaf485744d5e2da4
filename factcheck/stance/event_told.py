"""What a sentence tells of a question's event as seen from a value in it, where the value is not bound to the event by its words."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.language.values import Value
from factcheck.matching.alignment import Fill, align, any_name_heard, heard_share
from factcheck.matching.annotation import Annotation
from factcheck.matching.context import Context
from factcheck.matching.questions import QuestionModel, Template
from factcheck.stance.value_company import foreign_noun


class Event(NamedTuple):
    """The wording that a sentence tells the most of, how its slots are filled, and how much of them by weight."""

    template: Template
    fills: list[Fill]
    told: float


def event_of(model: QuestionModel, annotation: Annotation, value: Value, context: Context, *, near: bool) -> Event | None:
    """Return what a sentence tells of the event as seen from a value; None where the article does not speak of it.

    Args:
        model: The question.
        annotation: The sentence.
        value: A value of it.
        context: What it may borrow.
        near: Whether the sentence itself must have a word for the event.
    """
    best: Event | None = None
    for template in model.templates_for(annotation.features) if near else model.templates:
        fills = align(template.core, annotation, value.first, context)
        heard = any(f.slot.is_predicate() and not f.unheard for f in fills)
        unnamed = any(f.slot.is_name and not f.slot.is_place and f.unheard for f in fills)
        if not heard or unnamed or (near and not any_name_heard(fills)) or foreign_noun(annotation, value, fills, template.wording):
            continue
        told = heard_share(fills)
        if best is None or told > best.told:
            best = Event(template, fills, told)
    return best
