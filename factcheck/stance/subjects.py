"""Who does it in a sentence that does not name whom the claim has for it: his rival Motra, a fund from Basel.

The name of the claim may be lent by the words before a sentence. It is not where the sentence has somebody else for the
subject of the claim's verb, where its language puts that: before the verb, or right behind it.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.cues import Cue, is_stop
from factcheck.language.knowledge import section
from factcheck.language.lexicon import concepts_of
from factcheck.language.tokens import Kind
from factcheck.language.value_words import words
from factcheck.matching.alignment import SAME_WORD, Fill, likeness
from factcheck.matching.annotation import Annotation, Term
from factcheck.matching.questions import Template
from factcheck.matching.weak_words import says_little
from factcheck.model import Step
from factcheck.stance.namesakes import Span, is_other_name, own_tokens

# So many auxiliaries and adverbs stand between a subject and its verb, and so many words make up a subject.
_TO_SUBJECT = 6
_SUBJECT = 5
# Between a noun and its relative pronoun a comma may stand.
_TO_RELATIVE = 2
# What a name in apposition has at the most.
_APPOSITION = 6


def another_subject(template: Template, fills: Sequence[Fill], annotation: Annotation, *, far: bool = False) -> Step | None:
    """Return the step that says so where somebody else than the claim's subject does what the claim's verb says.

    Args:
        template: The wording; its subject is taken to be its first word, or its second in a language with verbs first.
        fills: How its slots are filled.
        annotation: The sentence.
        far: Whether a verb that stands far from the rest of the claim is the claim's all the same.
    """
    if annotation.language is None or template.wording.language is None:
        return None
    filled = {f.slot.place: f for f in fills}
    behind = bool(section(template.wording.language, "verb_first"))
    subject, verb = filled.get(1 if behind else 0), filled.get(0 if behind else 1)
    if subject is None or verb is None or verb.term is None or verb.slot.is_name:
        return None
    if (likeness(verb, annotation) if far else verb.credit) < SAME_WORD:
        return None
    if subject.term is not None and annotation.apart(subject.term.first, verb.term.first) == 0:
        return None
    own = own_tokens(template, annotation)
    find = _behind if section(annotation.language, "verb_first") else _before
    other = find(subject, verb.term, annotation, own)
    if other is None:
        return None
    return Step("names", "another's", " ".join(t.text for t in annotation.tokens[other[0] : other[1]]))


def _before(subject: Fill, verb: Term, annotation: Annotation, own: set[int]) -> Span | None:
    """Return the tokens of a subject that stands before its verb and is surely another: a name, a new thing, somebody's."""
    if subject.slot.is_name and (subject.term is None or subject.term.first > verb.first):
        named = _in_apposition(subject, verb.first, annotation)
        if named is not None:
            return named
    last = _last_of_subject(annotation, verb.first)
    # "Not Bel but Ardo bought": whom the sentence rules out takes nobody's place.
    if last is None or last in own or annotation.scopes.negated[last]:
        return None
    if subject.slot.is_name and is_other_name(annotation, subject.slot, last):
        return last, last + 1
    if subject.slot.is_name:
        return _new_thing(annotation, last, own)
    # "The smelter, which opened in 1984": of a noun that is not the claim's a relative clause tells nothing of the claim.
    related = any(f.payload is Cue.RELATIVE and last < f.first <= last + _TO_RELATIVE for f in annotation.cues)
    return (last, last + 1) if related and _says_something(annotation, last) else None


def _in_apposition(subject: Fill, verb: int, annotation: Annotation) -> Span | None:
    """Return the tokens of another name between two commas right before a verb: her deputy, Alan Roe, 54, resigned."""
    tokens, close = annotation.tokens, verb - 1
    while close >= 0 and verb - close <= _TO_SUBJECT and is_stop(tokens[close].word, annotation.language):
        close -= 1
    while close >= 0 and tokens[close].norm == ",":
        opening = next((i for i in range(close - 1, max(-1, close - _APPOSITION - 1), -1) if tokens[i].norm == ","), None)
        if opening is None or opening + 1 == close:
            return None
        if all(any(v.first <= i < v.last for v in annotation.values) for i in range(opening + 1, close)):
            close = opening
            continue
        return (opening + 1, close) if all(is_other_name(annotation, subject.slot, i) for i in range(opening + 1, close)) else None
    return None


def _says_something(annotation: Annotation, i: int) -> bool:
    token, language = annotation.tokens[i], annotation.language
    return not says_little(token, language) and bool(concepts_of(token.word, language))


def _last_of_subject(annotation: Annotation, verb: int) -> int | None:
    """Return the token of the word that auxiliaries and adverbs, or a relative pronoun, part from a verb, or None."""
    tokens, language, last = annotation.tokens, annotation.language, verb - 1
    # "Which is 1,240 metres high".
    last = next((v.first - 1 for v in annotation.values if v.last == verb and v.kind == "measure"), last)
    endings = tuple(words(language, "adverb_endings"))
    while last >= 0 and verb - last <= _TO_SUBJECT and annotation.apart(last, verb) == 0:
        token = tokens[last]
        cues = {f.payload for f in annotation.cues if f.first <= last < f.last}
        if Cue.THAT in cues and Cue.RELATIVE not in cues:
            return None
        if Cue.RELATIVE in cues:
            # "Great Stannock, which is 921 metres high": the word before it is who or what.
            last -= 2 if last and tokens[last - 1].kind is Kind.MARK else 1
            return last if last >= 0 and tokens[last].kind is Kind.WORD else None
        if token.kind is not Kind.WORD or not (is_stop(token.word, language) or (endings and token.norm.endswith(endings))):
            return last if token.kind is Kind.WORD else None
        last -= 1
    return None


def _new_thing(annotation: Annotation, last: int, own: set[int]) -> Span | None:
    """Return the tokens of a noun that ends at token `last` and is somebody's, or not spoken of before: his rival, a fund."""
    tokens, language, first = annotation.tokens, annotation.language, last
    while first > 0 and last - first < _SUBJECT and tokens[first].kind is Kind.WORD and not is_stop(tokens[first].word, language):
        first -= 1
    head = tokens[min(first + 1, last)]
    weak = says_little(head, language) or not own.isdisjoint(range(first, last))
    marked = tokens[first].norm in words(language, "possessives") | words(language, "articles_as_one")
    return (first, last + 1) if marked and not weak else None


def _behind(subject: Fill, verb: Term, annotation: Annotation, own: set[int]) -> Span | None:
    """Return the tokens of a subject right behind its verb that is surely another: a name, or a noun with what says which."""
    tokens, language, first = annotation.tokens, annotation.language, verb.last
    if first + 1 >= len(tokens) or first in own or annotation.apart(first, first - 1) != 0:
        return None
    if any(f.first <= first < f.last for f in annotation.cues) or any(v.first <= first + 1 and first < v.last for v in annotation.values):
        return None
    if subject.slot.is_name and is_other_name(annotation, subject.slot, first):
        return first, first + 1
    token, which = tokens[first], tokens[first + 1]
    definite = tuple(words(language, "definite"))
    accusative = token.norm.endswith(tuple(words(language, "accusative_endings")))
    if says_little(token, language) or accusative or token.kind is not Kind.WORD or token.norm.startswith(definite):
        return None
    told = which.norm.startswith(definite) or which.norm.endswith(tuple(words(language, "adjective_endings")))
    return (first, first + 2) if told and which.kind is Kind.WORD and first + 1 not in own else None
