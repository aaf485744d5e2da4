"""Denials that name only what sets a claim apart: "investigators ruled out sabotage", "this was no attack".

The event itself is told in the sentences around; here there are only the words of one rival, and that it is not so.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.cues import Cue, is_stop
from factcheck.language.tokens import Kind
from factcheck.matching.alignment import Fill, align, candidates_for, heard_share, share
from factcheck.matching.annotation import Annotation
from factcheck.matching.context import Context
from factcheck.matching.questions import QuestionModel, Template
from factcheck.matching.ways import OWN_WORDS
from factcheck.model import Stance, Step
from factcheck.stance.assertion import weakening
from factcheck.stance.called_false import rejected_after
from factcheck.stance.findings import Finding

# The rival's own words must all be there, and the event must be what the words around speak of.
_EVENT = 0.2
# Of the own words of a claim, so much picks it out where no rival has any of them.
_PART = 0.3
# An aside may stand between: wages, a favourite theory, had nothing to do with it.
_ASIDES = 2
# How many function words may stand between a negator and what it negates: "ce n'est pas un attentat".
_TO_NEGATED = 3
# How many words a denial verb may stand before what it denies: "ruled out any possibility of sabotage".
_TO_DENIED = 7


def deny_alone(model: QuestionModel, annotation: Annotation, sentence: int, context: Context) -> list[Finding]:
    """Return the denials of a sentence that names the rivals' own words and nothing of the event.

    Args:
        model: The question; words decide it, and it is not one of yes or no.
        annotation: The sentence.
        sentence: Its index.
        context: What it may borrow.
    """
    if model.yesno or not any(
        f.payload in (Cue.DENIAL, Cue.FALSITY, Cue.NEGATION, Cue.NEGATION_NOUN, Cue.NO_CAUSE) for f in annotation.cues
    ):
        return []
    best: dict[int, Finding] = {}
    for template in model.templates:
        finding = _denial(template, annotation, sentence, context)
        if finding is not None and finding.score > (best[template.wording.claim].score if template.wording.claim in best else 0.0):
            best[template.wording.claim] = finding
    return list(best.values()) or _no_cause_of_one(model, annotation, sentence, context)


def _no_cause_of_one(model: QuestionModel, annotation: Annotation, sentence: int, context: Context) -> list[Finding]:
    """Return the denial of the one claim that a part of its own words picks out: the wages had nothing to do with it."""
    cue = next((f for f in annotation.cues if f.payload == Cue.NO_CAUSE), None)
    if cue is None:
        return []
    touched: dict[int, Finding] = {}
    for template in model.templates:
        own = [s for s in template.decisive if not s.generic]
        here = [
            (s, annotation.terms[i].first)
            for s in own
            for i, alike, turned in candidates_for(s, annotation)
            if alike >= OWN_WORDS and not turned and annotation.apart(annotation.terms[i].first, cue.first) <= _ASIDES
        ]
        if not here or any(template.polarity.values()):
            continue
        place = min(i for _, i in here)
        fills = align(template.slots, annotation, place, context, closed=template.closed)
        core = [f for f in fills if f.slot.place not in template.closed]
        predicates = [f for f in core if f.slot.is_predicate()]
        part = sum(s.weight for s in {s.place: s for s, _ in here}.values()) / sum(s.weight for s in own)
        told = [s for s, _ in here if s.is_predicate()]
        if part < _PART or not told or not predicates or heard_share(predicates) < _EVENT:
            continue
        printed = _printed(annotation, cue.first, cue.last)
        steps = (Step("match", "wording", template.wording.text), Step("negation", "denied alone", printed))
        finding = Finding(template.wording.claim, sentence, Stance.DENIES, share(fills), 0.0, place, None, tuple(fills), steps=steps)
        if template.wording.claim not in touched or finding.score > touched[template.wording.claim].score:
            touched[template.wording.claim] = finding
    # Words that two rivals have pick out neither.
    return list(touched.values()) if len(touched) == 1 else []


def _denial(template: Template, annotation: Annotation, sentence: int, context: Context) -> Finding | None:
    """Return the denial of one wording's claim, or None.

    Names alone are not enough: who else did not do something else is told in the same words.
    """
    rows = template.discriminators.values()
    own = [s for s in template.decisive if not s.generic]
    if not all(rows) or any(template.polarity.values()) or not any(s.is_predicate() for s in own):
        return None
    places = [i for slot in own for i, alike, turned in candidates_for(slot, annotation) if alike >= OWN_WORDS and not turned]
    if not places:
        return None
    place = min(annotation.terms[i].first for i in places)
    fills = align(template.slots, annotation, place, context, closed=template.closed)
    told = [f for f in fills if f.slot.place in template.closed and not f.slot.generic]
    core = [f for f in fills if f.slot.place not in template.closed]
    if not _only_own_words(annotation, told, core, place):
        return None
    words = denying_words(annotation, told, place)
    if words is None or weakening(annotation, template.wording, fills, place)[0] is not None:
        return None
    steps = (Step("match", "wording", template.wording.text), Step("negation", "denied alone", words))
    return Finding(template.wording.claim, sentence, Stance.DENIES, share(fills), 0.0, place, None, tuple(fills), steps=steps)


def _only_own_words(annotation: Annotation, told: Sequence[Fill], core: Sequence[Fill], place: int) -> bool:
    """Return whether all of the rival's own words are there, and the event is what the words around speak of."""
    together = all(annotation.apart(f.term.first, place) == 0 for f in told if f.term is not None)
    predicates = [f for f in core if f.slot.is_predicate()]
    named = all(f.credit > 0.0 for f in core if f.slot.is_name and not f.slot.is_place)
    return together and named and bool(predicates) and share(told) >= OWN_WORDS and heard_share(predicates) >= _EVENT


def denying_words(annotation: Annotation, told: Sequence[Fill], place: int) -> str | None:
    """Return the words that deny what stands at token `place`, as printed, or None; `told` are the fills that they must reach."""
    scopes = annotation.scopes
    terms = [f.term for f in told if f.term is not None]
    for found in annotation.cues:
        gap = place - found.last
        if (
            found.payload == Cue.DENIAL
            and 0 <= gap <= _TO_DENIED
            and all(scopes.denied[t.first] and not scopes.negated[t.first] for t in terms)
        ):
            return _printed(annotation, found.first, found.last)
        if found.payload in (Cue.NEGATION, Cue.NEGATION_NOUN) and 0 <= gap <= _TO_NEGATED:
            between = annotation.tokens[found.last : place]
            joined = all(t.kind is Kind.WORD and is_stop(t.word, annotation.language) for t in between)
            if joined and all(scopes.negated[t.first] and not scopes.denied[t.first] for t in terms):
                return _printed(annotation, found.first, found.last)
    return rejected_after(annotation, max(t.first for t in terms), told, across_speech=False)


def _printed(annotation: Annotation, first: int, last: int) -> str:
    return " ".join(t.text for t in annotation.tokens[first:last])
