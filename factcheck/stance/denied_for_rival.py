"""Denials of a claim in an article that supports a rival of it: "Rourke denied having sold a single share to Nordhavn Sport".

What a sentence negates of one answer has few words for the event where the article has told already which answer holds.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.matching.alignment import share
from factcheck.matching.annotation import Annotation
from factcheck.matching.context import Context
from factcheck.matching.questions import QuestionModel, Template
from factcheck.model import Stance, Step
from factcheck.stance.assertion import turned, weakening
from factcheck.stance.denied_alone import denying_words
from factcheck.stance.findings import Finding
from factcheck.stance.own_words import OwnWords, own_words


def deny_for_rival(model: QuestionModel, annotation: Annotation, sentence: int, context: Context, told: Sequence[Finding]) -> list[Finding]:
    """Return the denials of claims all own words of which a sentence negates, where the article supports a rival.

    Args:
        model: The question; words decide it.
        annotation: The sentence.
        sentence: Its index.
        context: What it may borrow.
        told: What the whole article is found to say of claims already.
    """
    known = {f.claim for f in told if f.stance is not Stance.MENTIONS}
    if model.yesno or not any(f.stance is Stance.SUPPORTS and f.claim is not None for f in told):
        return []
    best: dict[int, Finding] = {}
    for template in model.templates:
        claim = template.wording.claim
        finding = None if claim in known else _denial(template, annotation, sentence, context)
        if finding is not None and (claim not in best or finding.score > best[claim].score):
            best[claim] = finding
    return list(best.values())


def _denial(template: Template, annotation: Annotation, sentence: int, context: Context) -> Finding | None:
    own = own_words(template, annotation, context)
    if own is None or not own.names_told() or not _is_negated_event(own, annotation):
        return None
    words = denying_words(annotation, own.said, own.place)
    if words is None and all(turned(annotation, t.first) and not annotation.scopes.failed[t.first] for t in own.terms()):
        words = ", ".join(f.slot.text for f in own.said)
    if words is None or weakening(annotation, template.wording, own.fills, own.place)[0] is not None:
        return None
    steps = (Step("match", "wording", template.wording.text), Step("negation", "denied for a rival", words))
    return Finding(template.wording.claim, sentence, Stance.DENIES, share(own.fills), 0.0, own.place, None, tuple(own.fills), steps=steps)


def _is_negated_event(own: OwnWords, annotation: Annotation) -> bool:
    """Return whether a word for the event is there.

    Where names set a claim apart, that word must be negated too: who does not know Feld does not say that Feld accused nobody.
    """
    predicates = [f for f in own.core if f.slot.is_predicate() and f.credit > 0.0]
    if all(f.slot.is_name for f in own.said):
        return any(f.term is not None and turned(annotation, f.term.first) for f in predicates)
    return bool(predicates)
