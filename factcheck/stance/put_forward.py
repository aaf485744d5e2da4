"""What a sentence does with a value that is bound to the event: puts it forward, denies it, or only mentions it."""

from __future__ import annotations

from datetime import date

from factcheck.language.cues import Cue, is_stop
from factcheck.language.tokens import Kind
from factcheck.language.values import Value
from factcheck.matching.alignment import Fill
from factcheck.matching.annotation import Annotation
from factcheck.matching.questions import QuestionModel, Template
from factcheck.model import Stance, Step
from factcheck.stance.assertion import negation_of, of_another, turned, weakening
from factcheck.stance.called_false import rejected_after
from factcheck.stance.complements import asked_for_behind, is_one_of_several
from factcheck.stance.figure_denied import figure_called_false, verdict_before
from factcheck.stance.other_times import OLD_YEARS, only_tells_when
from factcheck.stance.set_aside import setting_aside
from factcheck.stance.value_circumstances import elsewhere, only_offered
from factcheck.stance.value_company import corrected

# A year so many words behind a figure is that of the figure: cut 850 jobs in Ribalba during the crisis of 2013.
_TO_YEAR = 9


def put_forward(
    model: QuestionModel, annotation: Annotation, published: date | None, value: Value, template: Template, fills: list[Fill]
) -> tuple[Stance, bool, Step]:
    """Return what the sentence does with the value, whether it is hedged, and the step that decided."""
    rejection = (
        rejected_after(annotation, value.first, fills)
        or figure_called_false(annotation, value, named=False)
        or verdict_before(annotation, value)
    )
    if rejection:
        return Stance.DENIES, False, Step("negation", "rejected", rejection)
    weak, hedged = weakening(annotation, template.wording, fills, value.first)
    aside = setting_aside(annotation, value.first)
    if weak is None and aside is not None:
        return Stance.DENIES, False, Step("negation", "set aside", aside)
    checks = (
        ("replaced", annotation.scopes.superseded[value.first]),
        ("plan", not template.wording.supposed and asked_for_behind(annotation, value) is not None),
        ("plan", not template.wording.supposed and only_offered(model, annotation, value)),
        ("part", is_one_of_several(annotation, value)),
        ("part", annotation.scopes.part[value.first] or _of_one_alone(annotation, value, fills)),
        ("another year", _of_old(model, annotation, value, published)),
        ("another time", only_tells_when(template, annotation, value, fills)),
        ("another thing", of_another(annotation, value.first, template.wording, fills)),
    )
    weak = (
        weak or next((Step("assertion", outcome) for outcome, holds in checks if holds), None) or elsewhere(model, annotation, value, fills)
    )
    if weak is not None:
        return Stance.MENTIONS, hedged, weak
    negative, word = negation_of(annotation, fills, value.first)
    if negative and not turned(annotation, value.first) and _behind_colon(annotation, value, fills):
        negative = False
    reached = turned(annotation, value.first) and not _negated_in_claim(annotation, value, fills)
    if (reached or negative) and _of_another_word(annotation, value, fills):
        return Stance.MENTIONS, hedged, Step("negation", "of another word")
    if reached or (negative and not corrected(annotation, value)):
        return Stance.DENIES, False, Step("negation", "negated", word)
    return Stance.SUPPORTS, hedged, Step("assertion", "asserted")


def _negated_in_claim(annotation: Annotation, value: Value, fills: list[Fill]) -> bool:
    """Return whether what reaches the value is what the claim itself negates: it stopped answering on 9 October."""
    return any(
        f.term is not None
        and f.slot.negated
        and f.slot.is_predicate()
        and turned(annotation, f.term.first)
        and annotation.apart(f.term.first, value.first) == 0
        for f in fills
    )


def _of_another_word(annotation: Annotation, value: Value, fills: list[Fill]) -> bool:
    """Return whether what is negated before a value is none of the claim's: may not race for four years, for "a ban of four years".

    A correction behind it shows that it is the value after all: did not put in 38 million, but 45.
    """
    tokens, language = annotation.tokens, annotation.language
    cues = [
        f for f in annotation.cues if f.payload == Cue.NEGATION and f.last <= value.first and annotation.apart(f.first, value.first) == 0
    ]
    if not cues or any(f.payload == Cue.CONTRAST and value.last <= f.first for f in annotation.cues):
        return False
    own = {i for f in fills if f.term is not None for i in range(f.term.first, f.term.last)}
    between = range(max(f.last for f in cues), value.first)
    content = [i for i in between if tokens[i].kind is Kind.WORD and len(tokens[i].norm) > 1 and not is_stop(tokens[i].word, language)]
    return bool(content) and own.isdisjoint(content)


def _behind_colon(annotation: Annotation, value: Value, fills: list[Fill]) -> bool:
    """Return whether a colon or semicolon parts the value from all words for the event: they did not go far: thirty kilometres."""
    told = [f.term.first for f in fills if f.term is not None and f.slot.is_predicate()]
    marks = [i for i, t in enumerate(annotation.tokens[: value.first]) if t.norm in (":", ";", "؛")]
    return bool(marks and told) and max(told) < marks[-1]


def _of_one_alone(annotation: Annotation, value: Value, fills: list[Fill]) -> bool:
    """Return whether the value is that of one thing alone, and not of the claim's own: 92 million in the 2024 round alone."""
    own = {f.term.last for f in fills if f.term is not None and f.slot.is_predicate()}
    return any(f.payload == Cue.ALONE and annotation.apart(f.first, value.first) == 0 and f.first not in own for f in annotation.cues)


def _of_old(model: QuestionModel, annotation: Annotation, value: Value, published: date | None) -> bool:
    """Return whether a year before the value, or in its clause, places it years before the article: "in 1993, when it ended 3-2".

    Not where the claims themselves speak of that year.
    """
    if published is None or value.kind == "date":
        return False
    asked = {v.year for template in model.templates for v in template.wording.values if v.kind == "date"}
    dated = [v for v in annotation.values if v.kind == "date" and v.year is not None]
    # "Founded in 2016, it raised 85 million in March 2024": the year in the value's own clause speaks for it.
    if any(v.year in asked and annotation.apart(v.first, value.first) == 0 for v in dated):
        return False
    # "Eleven failed to between 2022 and 2025": what lasts until now is not of old.
    if any(v.year is not None and v.year > published.year - OLD_YEARS and annotation.apart(v.first, value.first) == 0 for v in dated):
        return False
    return any(
        v.year is not None
        and v.year <= published.year - OLD_YEARS
        and v.year not in asked
        and (v.first < value.first or (annotation.apart(v.first, value.first) == 0 and v.first - value.last <= _TO_YEAR))
        for v in dated
    )
