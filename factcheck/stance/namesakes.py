"""Whether a sentence says the claim's event of somebody or something else: the bridge of Lorient, his rival Motra.

The name of the claim may be lent by the words before a sentence. It is not where another name stands in its place: beside
the noun that the claim has it beside, or where its language puts the subject of the claim's verb.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.cues import Cue, is_stop
from factcheck.language.knowledge import section
from factcheck.language.lexicon import concepts, concepts_of, lists
from factcheck.language.tokens import Kind, tokenise
from factcheck.language.value_words import entry, words
from factcheck.matching.alignment import Fill, candidates_for
from factcheck.matching.annotation import Annotation
from factcheck.matching.questions import Template
from factcheck.matching.weak_words import is_generic
from factcheck.matching.wordings import Slot, Wording
from factcheck.model import Step

# A name of a person in full has two words at least.
_FULL_NAME = 2
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
    if annotation.language is None or template.wording.language is None:
        return None
    by_place = {f.slot.place: f for f in fills}
    slots = template.wording.slots
    own = {token for slot in slots for i, _, _ in candidates_for(slot, annotation) for token in _tokens(annotation, i)}
    same_language = annotation.language == template.wording.language
    agent, verb = (1, 0) if words(template.wording.language, "subject_behind") else (0, 1)
    find_subject = _subject_behind if words(annotation.language, "subject_behind") else _subject
    for slot in slots:
        fill = by_place.get(slot.place)
        other = None
        if same_language and (slot.is_name or (fill is not None and fill.term is None)):
            other = _beside(template.wording, slot, annotation, own, said=fill is not None and fill.term is not None)
        if other is None and slot.is_name and fill is not None and fill.term is not None:
            other = _of_the_family(fill, annotation)
        if other is None and slot.place == agent and fill is not None and verb in by_place and (slot.is_name or verb == 0):
            other = find_subject(fill, by_place[verb], annotation, own)
        if other is not None:
            return Step("names", "another's", " ".join(t.text for t in annotation.tokens[other[0] : other[1]]))
    return None


def _tokens(annotation: Annotation, term: int) -> range:
    return range(annotation.terms[term].first, annotation.terms[term].last)


def _beside(wording: Wording, slot: Slot, annotation: Annotation, own: set[int], *, said: bool) -> tuple[int, int] | None:
    """Return the tokens of the claim's noun and of another name joined to it, where the claim's name is joined to it nowhere."""
    noun = next((s for s in wording.slots if s.place == slot.place - 1 and not s.is_name), None)
    if noun is None or slot.first - noun.last > _JOINERS:
        return None
    between = {t.norm for t in wording.tokens[noun.last : slot.first]}
    joiners = words(wording.language, "genitive") | words(wording.language, "articles") | {_JOINED_MARK}
    if not said:
        joiners |= between & words(wording.language, "prepositions")
    if not between <= joiners:
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
    cued = any(f.first <= i < f.last for f in annotation.cues) or any(v.first <= i < v.last for v in annotation.values)
    weak = is_stop(token.word, language) or is_generic(token.norm, language) or cued
    return not weak and (origin or not tokens[noun].norm.startswith(definite))


def _is_other_name(annotation: Annotation, slot: Slot, i: int) -> bool:
    """Return whether the word at token `i` is a name by the way its language is written, and none of the words of `slot`."""
    if i >= len(annotation.tokens) or annotation.tokens[i].kind is not Kind.WORD:
        return False
    token, language = annotation.tokens[i], annotation.language
    if is_stop(token.word, language) or any(v.first <= i < v.last for v in annotation.values):
        return False
    if any(f.first <= i < f.last and f.payload in (Cue.SAY, Cue.ACCORDING) for f in annotation.cues):
        return False
    if any(t.is_name and t.first <= i < t.last and slot.own.isdisjoint(t.features) for t in annotation.terms):
        return True
    if not _is_capital(annotation, i):
        return False
    first = last = i
    while first > 0 and _is_capital(annotation, first - 1):
        first -= 1
    while last + 1 < len(annotation.tokens) and _is_capital(annotation, last + 1):
        last += 1
    own = {t.norm for t in tokenise(slot.text)}
    return any(_is_strange(annotation, j, own) for j in range(first, last + 1))


def _is_capital(annotation: Annotation, i: int) -> bool:
    token = annotation.tokens[i]
    capital = token.kind is Kind.WORD and token.text[0].isupper() and not is_stop(token.word, annotation.language)
    return capital and section(annotation.language or "", "capitals") == "names"


def _is_strange(annotation: Annotation, i: int, own: set[str]) -> bool:
    """Return whether the word at token `i` is none of a name's words and no word of the lexicon that is but written large."""
    token, language = annotation.tokens[i], annotation.language
    found = concepts_of(token.word, language)
    common = bool(found) and not any(concepts()[concept].kind in _NAMING for concept in found)
    return token.norm not in own and not common


def _of_the_family(name: Fill, annotation: Annotation) -> tuple[int, int] | None:
    """Return the tokens of a name that only shares its last word with the claim's: Otto Grau, for Ilse Grau."""
    term, own = name.term, {t.norm for t in tokenise(name.slot.text)}
    if term is None or term.last - term.first > 1 or len(own) < _FULL_NAME or term.first == 0:
        return None
    before = term.first - 1
    if (
        not _is_capital(annotation, before)
        or not _is_strange(annotation, before, own)
        or section(annotation.language or "", "capitals") != "names"
    ):
        return None
    initial = before == 0 or annotation.tokens[before - 1].kind is Kind.MARK
    return None if initial and lists(annotation.tokens[before].word, annotation.language) else (before, term.last)


def _subject(name: Fill, verb: Fill, annotation: Annotation, own: set[int]) -> tuple[int, int] | None:
    """Return the tokens of a subject that is surely another than `name`, the claim's: a name, or somebody of somebody's."""
    if verb.term is None or verb.slot.is_name or verb.credit < _ITSELF:
        return None
    if name.term is not None and annotation.apart(name.term.first, verb.term.first) == 0:
        return None
    last = _before_verb(annotation, verb.term.first)
    # "Not Bel but Ardo bought": whom the sentence rules out takes nobody's place.
    if last is None or last in own or annotation.scopes.negated[last]:
        return None
    if _is_other_name(annotation, name.slot, last):
        return last, last + 1
    return _of_somebody(annotation, last) if annotation.apart(last, verb.term.first) == 0 else None


def _before_verb(annotation: Annotation, verb: int) -> int | None:
    """Return the token of the word that auxiliaries and adverbs, or a relative pronoun, part from a verb, or None."""
    tokens, language, last = annotation.tokens, annotation.language, verb - 1
    endings = tuple(words(language, "adverb_endings"))
    while last >= 0 and verb - last <= _TO_SUBJECT and annotation.apart(last, verb) == 0:
        token = tokens[last]
        cues = {f.payload for f in annotation.cues if f.first <= last < f.last}
        if Cue.THAT in cues:
            return None
        if Cue.RELATIVE in cues:
            # "Great Stannock, which is 921 metres high": the word before it is who or what.
            last -= 2 if last and tokens[last - 1].kind is Kind.MARK else 1
            return last if last >= 0 and tokens[last].kind is Kind.WORD else None
        if token.kind is not Kind.WORD or not (is_stop(token.word, language) or (endings and token.norm.endswith(endings))):
            return last if token.kind is Kind.WORD else None
        last -= 1
    return None


def _of_somebody(annotation: Annotation, last: int) -> tuple[int, int] | None:
    """Return the tokens of a noun that ends at token `last` and is said to be somebody's: his rival."""
    tokens, language, first = annotation.tokens, annotation.language, last
    while first > 0 and last - first < _SUBJECT and tokens[first].kind is Kind.WORD and not is_stop(tokens[first].word, language):
        first -= 1
    head = tokens[min(first + 1, last)]
    weak = is_generic(head.norm, language) or entry(head.norm, language or "", "standing_for")
    return (first, last + 1) if tokens[first].norm in words(language, "possessives") and not weak else None


def _subject_behind(name: Fill, verb: Fill, annotation: Annotation, own: set[int]) -> tuple[int, int] | None:
    """Return the same for a language that puts the subject right behind its verb: a name, or a noun with what says which."""
    if verb.term is None or verb.slot.is_name or verb.credit < _ITSELF:
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
    valued = any(v.first <= first + 1 and first < v.last for v in annotation.values)
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
