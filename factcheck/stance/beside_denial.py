"""What an article holds against an answer that it denies, in the sentence beside: "It was never 2028. We hand it over in 2030"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.matching.alignment import mass
from factcheck.matching.annotation import Annotation
from factcheck.matching.context import Context
from factcheck.matching.questions import QuestionModel
from factcheck.model import Stance, Step
from factcheck.stance.assertion import weakening
from factcheck.stance.contrasted_values import is_set_aside
from factcheck.stance.event_told import event_of
from factcheck.stance.findings import Finding
from factcheck.stance.namesakes import has_new_name
from factcheck.stance.value_company import listed_values


def places_beside(told: Sequence[Finding], count: int) -> list[int]:
    """Return the indexes of the sentences next to one that denies a claim, of `count`, that say nothing of any claim themselves."""
    speaking = {f.sentence for f in told if f.stance is not Stance.MENTIONS}
    denying = {f.sentence for f in told if f.stance is Stance.DENIES}
    return sorted({i for n in denying for i in (n - 1, n + 1) if 0 <= i < count} - speaking)


def told_beside(model: QuestionModel, annotation: Annotation, sentence: int, context: Context, told: Sequence[Finding]) -> list[Finding]:
    """Return the support of the one claim whose value stands in a sentence next to one that denies another, or an empty list.

    Args:
        model: The question; a value decides it.
        annotation: A sentence of `places_beside`.
        sentence: Its index.
        context: What it may borrow.
        told: What the article is found to say of claims already.
    """
    known = {f.claim for f in told if f.stance is not Stance.MENTIONS}
    values = [(claim, v) for claim, v in listed_values(model, annotation) if not is_set_aside(annotation, v)]
    if len({claim for claim, _ in values}) != 1 or values[0][0] in known:
        return []
    claim, value = values[0]
    event = event_of(model, annotation, value, context, near=False)
    if event is None:
        return []
    template, fills, score = event
    if has_new_name(annotation, fills, context) or weakening(annotation, template.wording, fills, value.first)[0] is not None:
        return []
    printed = " ".join(t.text for t in annotation.tokens[value.first : value.last])
    steps = (Step("match", "wording", template.wording.text), Step("value", "equal", printed), Step("rivals", "beside a denial"))
    return [Finding(claim, sentence, Stance.SUPPORTS, score, mass(fills), value.first, value, tuple(fills), steps=steps)]
