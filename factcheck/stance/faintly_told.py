"""A claim's very value in a sentence that says little of the event: taken up only where an article has nothing better.

"The gauge had collected 186 millimetres", for "186 millimetres of rain fell": other words than the claim's are endless, and a
value that one claim lists is seldom that of something else in an article that is about the event. Wherever the sentence shows
that it speaks of another thing or time, it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.language.cues import Cue
from factcheck.language.knowledge import section
from factcheck.language.relative_dates import is_told_by_distance
from factcheck.language.tokens import Kind
from factcheck.language.value_words import first, phrases, words
from factcheck.language.values import Value
from factcheck.matching.alignment import Fill, any_name_heard, names_present
from factcheck.matching.annotation import Annotation
from factcheck.matching.context import Context
from factcheck.matching.questions import QuestionModel, Template
from factcheck.matching.ways import BOTH_NAMES
from factcheck.model import Stance, Step
from factcheck.stance.contrasted_values import is_set_aside
from factcheck.stance.event_told import Event, event_of
from factcheck.stance.findings import Finding
from factcheck.stance.main_word import lacks_main_word, main_slot
from factcheck.stance.namesakes import has_new_name
from factcheck.stance.novelty import brought_in_anew
from factcheck.stance.value_alone import stands_alone
from factcheck.stance.value_company import COUNTING, counts_people, foreign_noun, listed
from factcheck.stance.value_requirements import of_something_else
from factcheck.stance.value_surroundings import together

# One word of the event must be said as surely as this: the index asks for no less.
_SAID = 0.4
# Cues of a clause that speaks of something else, or of what is still to come.
_ELSEWHERE = (Cue.OTHER, Cue.ANOTHER_TIME, Cue.EARLIER_TIME, Cue.CONDITION)


def faintly_told(
    model: QuestionModel, annotation: Annotation, value: Value, template: Template, fills: list[Fill], context: Context
) -> bool:
    """Return whether a value that is not bound to the event may be its own all the same.

    Args:
        model: The question.
        annotation: The sentence.
        value: A value of it that `value_requirements.unbound` does not bind, for lack of words for the event.
        template: The wording that was laid over the sentence.
        fills: How its slots are filled.
        context: What stands before the sentence.
    """
    if listed(model, value)[1] != "equal" or value.kind != model.value_kind or foreign_noun(annotation, value, fills, template.wording):
        return False
    said = [f for f in fills if f.term is not None and f.slot.is_predicate() and f.credit >= _SAID]
    # Percentages are few, and all that is measured in them shares them. And a value is rather of a place or a person that comes in
    # anew: the deadliest accident since the one at Varn bridge.
    if value.kind == "percent" or not names_present(fills) or not any_name_heard(fills) or has_new_name(annotation, fills, context):
        return False
    if not said and not _between_its_names(annotation, value, fills) and not stands_alone(annotation, value, template.wording, fills):
        return False
    # Who visited the mill in 1987 did not sell it: of a date, the verb is what matters. And people are counted everywhere: the noun
    # that a number counts tells nothing of what became of them.
    counted = value.noun is not None and (
        any(f.term is not None and f.term.first <= value.noun < f.term.last for f in said)
        or (annotation.tokens[value.noun].norm in words(annotation.language, "people_words") and not counts_people(template.wording))
    )
    if (value.kind == "date" and not _verb_told(template, fills, annotation)) or (value.kind in COUNTING and counted):
        return False
    if any(f.payload in _ELSEWHERE for f in annotation.cues) or (not template.wording.future and _is_to_come(annotation, value)):
        return False
    anew = brought_in_anew(template.wording, fills, annotation, context, described=True)
    return anew is None and of_something_else(annotation, value, template, fills) is None


def _between_its_names(annotation: Annotation, value: Value, fills: list[Fill]) -> bool:
    """Return whether a value stands by all names of the claim, two of them at least, and nobody speaks of an offer.

    "The Pinnick family received 430 million from Tarrow", for what Tarrow paid for Pinnick.
    """
    names = [f for f in fills if f.slot.is_name]
    near = [f.term.first for f in names if f.term is not None and annotation.apart(f.term.first, value.first) <= 1]
    if len(near) < len(names) or len(near) < BOTH_NAMES or any(annotation.scopes.temporal[i] for i in near):
        return False
    offers = phrases(annotation.language, "offers")
    return all(first(offers, annotation.tokens, i) is None or annotation.apart(i, value.first) > 1 for i in range(len(annotation.tokens)))


def _verb_told(template: Template, fills: list[Fill], annotation: Annotation) -> bool:
    """Return whether the word that the claim hangs on is said: what is but a part of the date ("by the end of 2027") is no such word."""
    main = main_slot(template.wording)
    unsaid = main is not None and any(f.slot.place == main.place and not f.slot.generic and f.credit < _SAID for f in fills)
    return not unsaid and lacks_main_word(template.wording, fills, annotation) is None


def told_by_day(model: QuestionModel, annotation: Annotation, value: Value, context: Context) -> Event | None:
    """Return what a sentence tells of the event where a day that must be worked out ("on Tuesday", "six days ago") may be the event's.

    That such a day is one of the catalogue's few is seldom by chance. In the stories, those learnt from and those set aside, 38 of
    39 were those of the claim.
    """
    if not is_told_by_distance(value) or is_set_aside(annotation, value):
        return None
    event = event_of(model, annotation, value, context, near=False)
    return None if event is None or _is_of_the_article(annotation, value, event.fills) else event


def _is_of_the_article(annotation: Annotation, value: Value, fills: Sequence[Fill]) -> bool:
    """Return whether a day is that of what the article reports rather: she said over coffee on Tuesday.

    Of the day before it appears and of that very day an article has much to tell. A word for the event beside the day overrules.
    """
    if any(f.term is not None and f.slot.is_predicate() and together(annotation, f.term.first, value.first) for f in fills):
        return False
    latest = value.offset is not None and value.offset.unit == "day" and abs(value.offset.number) <= 1
    return latest or any(f.payload == Cue.SAY and together(annotation, f.first, value.first) for f in annotation.cues)


def _is_to_come(annotation: Annotation, value: Value) -> bool:
    """Return whether the value's clause speaks of what is still to come: rebuilding will cost 60 million."""
    if any(f.payload == Cue.FUTURE and annotation.apart(f.first, value.first) == 0 for f in annotation.cues):
        return True
    endings = tuple(section(annotation.language or "", "future_endings") or ())
    return bool(endings) and any(
        t.kind is Kind.WORD and t.text.endswith(endings) and annotation.apart(i, value.first) == 0 for i, t in enumerate(annotation.tokens)
    )


def as_faint(finding: Finding) -> Finding:
    """Return a finding with the step that says how it came about."""
    return replace(finding, steps=(*finding.steps, Step("event", "faintly told")))


def is_faint(finding: Finding) -> bool:
    """Return whether a finding rests on a value of which the sentence tells little."""
    return any(step.outcome == "faintly told" for step in finding.steps)


def without_faint(findings: Sequence[Finding]) -> list[Finding]:
    """Return what an article says on a question without what it only faintly tells, where it tells anything more clearly."""
    clear = any(f.stance is Stance.SUPPORTS and f.claim is not None and not is_faint(f) for f in findings)
    return [f for f in findings if not clear or not is_faint(f)]
