"""Who does it to whom: whether two names or nouns stand at a verb as the claim has them, in the active or in the passive."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from factcheck.language.cues import Cue, cues_among, is_stop
from factcheck.language.knowledge import section
from factcheck.language.phrases import Found
from factcheck.language.tokens import Kind, Token
from factcheck.language.value_words import words
from factcheck.matching.alignment import SAME_WORD, SPOKEN, Fill, likeness
from factcheck.matching.annotation import Annotation
from factcheck.matching.questions import Template
from factcheck.matching.wordings import Wording
from factcheck.model import Step
from factcheck.stance.arguments import is_agent
from factcheck.stance.main_word import main_slot

# A verb, and what stands on either side of it.
_DEED = 3
# So many words may stand between "by" and who did it: by the chief minister.
_TO_AGENT = 3
# So many auxiliaries and adverbs may stand between who does it and the verb.
_TO_DEED = 2
# Behind one of these stands somebody else's deed, or who did it.
_LEADS = (Cue.PASSIVE_BY, Cue.RELATIVE, Cue.THAT, Cue.SAY, Cue.ACCORDING)


def turned_round(template: Template, fills: Sequence[Fill], annotation: Annotation) -> Step | None:
    """Return the step that says so where the two names of a claim stand the other way round at its verb: B bought of A.

    Where a rival has the same two things in the other order, their order must be the claim's. Elsewhere only two names in one clause
    count, with nothing that leads back to what stands before (which A bought). Where "by" leads to the second name, it is the one
    that did it.
    """
    by_place = {f.slot.place: f for f in fills}
    if not _in_order(template, by_place, annotation):
        return Step("roles", "other roles")
    if annotation.language is None or template.wording.language is None:
        return None
    filled = {place: f.term for place, f in by_place.items() if f.term is not None and f.credit >= SPOKEN}
    behind = bool(section(annotation.language, "verb_first"))
    for subject, verb, object_ in _deeds(template.wording):
        doer, deed, other = filled.get(subject), filled.get(verb), filled.get(object_)
        if doer is None or deed is None or other is None or doer.first == other.first:
            continue
        if is_agent(annotation, by_place[object_], [by_place[verb]]):
            return Step("roles", "other roles", _printed(annotation, min(deed.first, doer.first), other.last))
        order = (deed.first, other.first, doer.first) if behind else (other.first, deed.first, doer.first)
        if list(order) != sorted(order) or annotation.apart(other.first, doer.first) != 0:
            continue
        low, high = order[0], order[-1]
        if any(f.payload in _LEADS and low <= f.first <= high for f in annotation.cues):
            continue
        if behind and not _right_behind(annotation, deed.last, other.first):
            continue
        return Step("roles", "other roles", _printed(annotation, low, high + 1))
    return _brought_about_by_it(template.wording, by_place, annotation) or _done_to_it(template.wording, by_place, annotation)


def _done_to_it(wording: Wording, by_place: Mapping[int, Fill], annotation: Annotation) -> Step | None:
    """Return the step that says so where another name does to the claim's subject what the claim says in another word: A beat B.

    Who won the final is not the one who was beaten in it, though "beat" may stand for "won".
    """
    verb = main_slot(wording)
    if verb is None or any(section(language or "", "verb_first") for language in (wording.language, annotation.language)):
        return None
    subject, deed = by_place.get(verb.place - 1), by_place.get(verb.place)
    if subject is None or deed is None or subject.term is None or deed.term is None or not subject.slot.is_name:
        return None
    own_verb = any(feature.startswith("w:") for feature in deed.term.features.keys() & verb.own)
    passive = _led_by(wording.tokens, cues_among(wording.tokens, wording.language), wording.language, subject.slot.first)
    between = annotation.tokens[deed.term.last : subject.term.first]
    behind = deed.term.last <= subject.term.first and {t.norm for t in between} <= words(annotation.language, "articles") | {"'"}
    if own_verb or passive or not behind or likeness(deed, annotation) < SAME_WORD:
        return None
    own = {feature for slot in wording.slots if slot.is_name for feature in slot.features}
    others = (term for term in annotation.terms if term.is_name and own.isdisjoint(term.features))
    doer = next((t for t in others if 0 <= deed.term.first - t.last <= _TO_DEED and annotation.apart(t.first, deed.term.first) == 0), None)
    return None if doer is None else Step("roles", "other roles", _printed(annotation, doer.first, subject.term.last))


def _brought_about_by_it(wording: Wording, by_place: Mapping[int, Fill], annotation: Annotation) -> Step | None:
    """Return the step that says so where what the claim's subject does something to does it to the subject: the blackout caused a fault.

    Only where verbs stand between the two, and nothing but articles between the verb and what it is done to.
    """
    verb = main_slot(wording)
    if verb is None or any(section(language or "", "verb_first") for language in (wording.language, annotation.language)):
        return None
    fills = [by_place[place] for place in (wording.slots[0].place, verb.place, verb.place + 1) if place in by_place]
    terms = [f.term for f in fills if f.term is not None and f.credit >= SAME_WORD]
    if len(terms) < _DEED:
        return None
    # In the passive the claim's subject is what it is done to: "Lumbrex was bought by Menzal", of "Menzal bought Lumbrex".
    passive = _led_by(wording.tokens, cues_among(wording.tokens, wording.language), wording.language, fills[-1].slot.first)
    subject, deed, other = terms[::-1] if passive else terms
    # "Is due to" says of the effect what "caused" says of the cause: only the claim's own verb tells who does it.
    own_verb = any(feature.startswith("w:") for feature in deed.features.keys() & verb.own)
    if not own_verb or not other.first < deed.first < subject.first or annotation.apart(other.first, subject.first) != 0:
        return None
    articles = words(annotation.language, "articles") | {"'"}
    led = any(t.norm not in articles for t in annotation.tokens[deed.last : subject.first])
    led = led or any(f.payload in _LEADS and other.first <= f.first <= subject.first for f in annotation.cues)
    # "The portrait, it was Maes who painted it": el retrato lo pintó Maes.
    taken_up = set((section(annotation.language or "", "pronouns") or {}).get("before_verbs", ()))
    small = takewhile(lambda t: t.norm == "'" or is_stop(t.word, annotation.language), reversed(annotation.tokens[other.last : deed.first]))
    if led or any(t.norm in taken_up for t in small):
        return None
    return Step("roles", "other roles", _printed(annotation, other.first, subject.last))


def _printed(annotation: Annotation, first: int, last: int) -> str:
    return " ".join(t.text for t in annotation.tokens[first:last])


def _deeds(wording: Wording) -> Iterator[tuple[int, int, int]]:
    """Yield the places of a verb's subject, of the verb and of its object, where a wording has two names right beside it."""
    behind = bool(wording.language and section(wording.language, "verb_first"))
    articles = words(wording.language, "articles") | {"'"}
    for first, second, third in zip(wording.slots, wording.slots[1:], wording.slots[2:], strict=False):
        subject, verb, object_ = (second, first, third) if behind else (first, second, third)
        if not (subject.is_name and verb.is_predicate() and object_.is_name):
            continue
        between = {t.norm for t in wording.tokens[(subject if behind else verb).last : object_.first]}
        if between <= articles:
            yield subject.place, verb.place, object_.place


def _right_behind(annotation: Annotation, first: int, last: int) -> bool:
    return all(is_stop(t.word, annotation.language) for t in annotation.tokens[first:last])


def _in_order(template: Template, by_place: Mapping[int, Fill], annotation: Annotation) -> bool:
    """Return whether two names or nouns stand in the wording's order, or turned round in the passive (B was sued by A)."""
    if template.swapped is None:
        return True
    terms = [by_place[place].term for place in template.swapped]
    first, second = (-1 if term is None else term.first for term in terms)
    if min(first, second) < 0:
        return False
    passive = _led_by(annotation.tokens, annotation.cues, annotation.language, max(first, second))
    wording = template.wording
    last = max(wording.slots[place].first for place in template.swapped)
    return (first < second) ^ passive ^ _led_by(wording.tokens, cues_among(wording.tokens, wording.language), wording.language, last)


def _led_by(tokens: Sequence[Token], cues: Sequence[Found], language: str | None, i: int) -> bool:
    """Return whether "by" leads to who did it, at token `i`: fue demandada por la empresa Tarvia, not demandó por fraude a Tarvia."""
    others = words(language, "prepositions") | words(language, "genitive")
    leads = (f for f in cues if f.payload == Cue.PASSIVE_BY and 0 <= i - f.last <= _TO_AGENT)
    return any(all((t.kind is Kind.WORD and t.norm not in others) or t.norm == "'" for t in tokens[f.last : i]) for f in leads)
