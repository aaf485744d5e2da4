"""Whether a sentence says the claim's event of somebody or something else: the bridge of Lorient, his rival Motra.

The name of the claim may be lent by the words before a sentence. It is not where another name stands in its place: beside
the noun that the claim has it beside, or where its language puts the subject of the claim's verb.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.cues import Cue, is_stop
from factcheck.language.knowledge import section
from factcheck.language.lexicon import concepts, concepts_of
from factcheck.language.tokens import Kind
from factcheck.language.value_words import entry, words
from factcheck.matching.alignment import Fill, candidates_for
from factcheck.matching.annotation import Annotation
from factcheck.matching.questions import Template
from factcheck.matching.weak_words import is_generic
from factcheck.matching.wordings import Slot, Wording
from factcheck.model import Step

# A word as like as this is the wording's own.
_ITSELF = 0.8
# So many words stand between a noun and the name it is joined to: of the, de l'.
_JOINERS = 3
# So many auxiliaries and adverbs stand between a subject and its verb, and so many words make up a subject.
_TO_SUBJECT = 6
_SUBJECT = 5
_JOINED_MARK = "'"
_NAMING = ("place", "organisation")


def another_in_place(template: Template, fills: Sequence[Fill], annotation: Annotation) -> Step | None:
    """Return the step that says so where another name stands where the claim has one of its own.

    Args:
        template: The wording.
        fills: How its slots are filled.
        annotation: The sentence.
    """
    if annotation.language is None or annotation.language != template.wording.language:
        return None
    by_place = {f.slot.place: f for f in fills}
    slots = template.wording.slots
    own = {token for slot in slots for i, _, _ in candidates_for(slot, annotation) for token in _tokens(annotation, i)}
    verb_first = bool(words(annotation.language, "subject_behind"))
    for slot in slots:
        fill = by_place.get(slot.place)
        other = _beside(template.wording, slot, annotation, own) if slot.is_name or (fill is not None and fill.term is None) else None
        if other is None and slot.place in by_place:
            if slot.is_name and slot.place == 0:
                other = _subject(by_place[slot.place], by_place, annotation, own)
            elif verb_first and slot.place == 1:
                other = _subject_behind(by_place[slot.place], by_place, annotation, own)
        if other is not None:
            return Step("names", "another's", " ".join(t.text for t in annotation.tokens[other[0] : other[1]]))
    return None


def _tokens(annotation: Annotation, term: int) -> range:
    return range(annotation.terms[term].first, annotation.terms[term].last)


def _beside(wording: Wording, slot: Slot, annotation: Annotation, own: set[int]) -> tuple[int, int] | None:
    """Return the tokens of the claim's noun and of another name joined to it, where the claim's name is joined to it nowhere."""
    joiners = words(wording.language, "genitive") | words(wording.language, "articles") | {_JOINED_MARK}
    noun = next((s for s in wording.slots if s.place == slot.place - 1 and not s.is_name), None)
    if noun is None or any(t.norm not in joiners for t in wording.tokens[noun.last : slot.first]):
        return None
    names = {annotation.terms[i].first for i, _, _ in candidates_for(slot, annotation)}
    found = None
    for i, alike, turned in candidates_for(noun, annotation):
        term = annotation.terms[i]
        if alike < _ITSELF or turned:
            continue
        j = term.last
        while j < len(annotation.tokens) and j - term.last < _JOINERS and annotation.tokens[j].norm in joiners:
            j += 1
        if not names.isdisjoint((j, *range(term.first - _JOINERS, term.first))):
            return None
        if j not in own and (_is_other_name(annotation, slot, j) if slot.is_name else _is_other_kind(annotation, term.first, j)):
            found = (term.first, j + 1)
    return found


def _is_other_kind(annotation: Annotation, noun: int, i: int) -> bool:
    """Return whether the word at token `i` says which one of its kind the noun right before it is: the cup, for the league.

    Only where a language marks it: by a definite noun behind a bare one, or an adjective of origin beside a definite one.
    """
    tokens, language = annotation.tokens, annotation.language
    definite = tuple(words(language, "definite"))
    if not definite or i != noun + 1 or i >= len(tokens) or not tokens[i].norm.startswith(definite):
        return False
    token = tokens[i]
    origin = token.norm.endswith(tuple(words(language, "adjective_endings")))
    cued = any(f.first <= i < f.last for f in annotation.cues)
    weak = is_stop(token.word, language) or is_generic(token.norm, language) or cued
    return not weak and (origin or not tokens[noun].norm.startswith(definite))


def _is_other_name(annotation: Annotation, slot: Slot, i: int) -> bool:
    """Return whether the word at token `i` is a name by the way its language is written, and none of the words of `slot`."""
    if i >= len(annotation.tokens) or annotation.tokens[i].kind is not Kind.WORD:
        return False
    token, language = annotation.tokens[i], annotation.language
    if is_stop(token.word, language) or token.norm in slot.text.casefold() or any(v.first <= i < v.last for v in annotation.values):
        return False
    if any(f.first <= i < f.last and f.payload in (Cue.SAY, Cue.ACCORDING) for f in annotation.cues):
        return False
    if any(t.is_name and t.first <= i < t.last and slot.own.isdisjoint(t.features) for t in annotation.terms):
        return True
    if language is None or section(language, "capitals") != "names":
        return False
    found = concepts_of(token.word, language)
    common = bool(found) and not any(concepts()[concept].kind in _NAMING for concept in found)
    return token.text[0].isupper() and not common


def _subject(name: Fill, by_place: dict[int, Fill], annotation: Annotation, own: set[int]) -> tuple[int, int] | None:
    """Return the tokens of a subject that is surely another than `name`, the claim's: a name, or somebody of somebody's."""
    verb = by_place.get(name.slot.place + 1)
    if verb is None or verb.term is None or verb.slot.is_name or verb.credit < _ITSELF:
        return None
    if name.term is not None and annotation.apart(name.term.first, verb.term.first) == 0:
        return None
    tokens, language, last = annotation.tokens, annotation.language, verb.term.first - 1
    endings = tuple(words(language, "adverb_endings"))
    while last >= 0 and verb.term.first - last <= _TO_SUBJECT and annotation.apart(last, verb.term.first) == 0:
        token = tokens[last]
        if any(f.payload in (Cue.RELATIVE, Cue.THAT) and f.first <= last < f.last for f in annotation.cues):
            return None
        if token.kind is not Kind.WORD or not (is_stop(token.word, language) or (endings and token.norm.endswith(endings))):
            break
        last -= 1
    if last < 0 or tokens[last].kind is not Kind.WORD or last in own or annotation.apart(last, verb.term.first) != 0:
        return None
    if _is_other_name(annotation, name.slot, last):
        return last, last + 1
    first = last
    while first > 0 and last - first < _SUBJECT and tokens[first].kind is Kind.WORD and not is_stop(tokens[first].word, language):
        first -= 1
    head = tokens[first + 1] if first < last else tokens[last]
    weak = is_generic(head.norm, language) or entry(head.norm, language or "", "standing_for")
    return (first, last + 1) if tokens[first].norm in words(language, "possessives") and not weak else None


def _subject_behind(name: Fill, by_place: dict[int, Fill], annotation: Annotation, own: set[int]) -> tuple[int, int] | None:
    """Return the same for a language that puts the subject right behind its verb: a name, or a noun with what says which."""
    verb = by_place.get(name.slot.place - 1)
    if verb is None or verb.term is None or verb.slot.is_name or verb.credit < _ITSELF:
        return None
    tokens, language, first = annotation.tokens, annotation.language, verb.term.last
    if (name.term is not None and annotation.apart(name.term.first, verb.term.first) == 0) or first + 1 >= len(tokens) or first in own:
        return None
    if annotation.apart(first, verb.term.first) != 0 or any(f.first <= first < f.last for f in annotation.cues):
        return None
    if _is_other_name(annotation, name.slot, first):
        return first, first + 1
    token, behind = tokens[first], tokens[first + 1]
    definite = tuple(words(language, "definite"))
    valued = any(v.first <= first < v.last for v in annotation.values)
    weak = valued or is_stop(token.word, language) or is_generic(token.norm, language) or entry(token.norm, language or "", "standing_for")
    if (
        weak
        or token.kind is not Kind.WORD
        or token.norm.startswith(definite)
        or token.norm.endswith(tuple(words(language, "accusative_endings")))
    ):
        return None
    said = behind.kind is Kind.WORD and (
        behind.norm.startswith(definite) or behind.norm.endswith(tuple(words(language, "adjective_endings")))
    )
    return (first, first + 2) if said and first + 1 not in own and concepts_of(token.word, language) else None
