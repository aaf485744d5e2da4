"""Names that are not the claim's: the bridge of Lorient for that of Kervel, Otto Grau for Ilse Grau.

The name of the claim may be lent by the words before a sentence. It is not where another one stands beside the noun that the
claim has it beside, or before the word that the two share.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from factcheck.language.cues import Cue, is_stop
from factcheck.language.dates import may_tell_day
from factcheck.language.knowledge import section
from factcheck.language.lexicon import concepts, concepts_of, lists
from factcheck.language.tokens import Kind, Token, tokenise
from factcheck.language.value_words import words
from factcheck.matching.alignment import SAME_WORD, Fill, candidates_for
from factcheck.matching.annotation import Annotation
from factcheck.matching.context import Context
from factcheck.matching.questions import Template
from factcheck.matching.weak_words import is_generic
from factcheck.matching.wordings import Slot, Wording
from factcheck.model import Step

# A name of a person in full has two words at least.
_FULL_NAME = 2
# So many words stand between a noun and the name it is joined to: of the, de l'.
_JOINERS = 3
_JOINED_MARK = "'"
_COMMAS = (",", "،")
_QUOTE = '"'
# So many words in quotation marks are still a name, no sentence.
_QUOTED = 4
# Words that are no names though a capital or a place at the head of the sentence makes them look so: Nobody dismissed me.
_NO_NAMES = (Cue.SAY, Cue.ACCORDING, Cue.NEGATION, Cue.NEGATION_NOUN)
_NAMING = ("place", "organisation")

Span = tuple[int, int]


def another_name(template: Template, fills: Sequence[Fill], annotation: Annotation) -> Step | None:
    """Return the step that says so where another name stands where the claim has one of its own.

    Args:
        template: The wording.
        fills: How its slots are filled.
        annotation: The sentence.
    """
    if annotation.language is None or template.wording.language is None:
        return None
    own = own_tokens(template, annotation)
    filled = {f.slot.place: f for f in fills}
    for slot in template.wording.slots:
        fill = filled.get(slot.place)
        said = fill is not None and fill.term is not None
        other = None
        if annotation.language == template.wording.language and (slot.is_name or (fill is not None and not said)):
            other = _beside(template.wording, slot, annotation, own, said=said)
        if other is None and slot.is_name and fill is not None:
            other = _of_the_family(fill, annotation)
        if other is not None:
            return Step("names", "another's", " ".join(t.text for t in annotation.tokens[other[0] : other[1]]))
    return None


def own_tokens(template: Template, annotation: Annotation) -> set[int]:
    """Return the tokens of the sentence that say something of what the wording says."""
    terms = (annotation.terms[i] for slot in template.wording.slots for i, _, _ in candidates_for(slot, annotation))
    return {token for term in terms for token in range(term.first, term.last)}


def _beside(wording: Wording, slot: Slot, annotation: Annotation, own: set[int], *, said: bool) -> Span | None:
    """Return the tokens of the claim's noun and of another name joined to it, where the claim's name is joined to it nowhere."""
    noun = next((s for s in wording.slots if s.place == slot.place - 1 and not s.is_name), None)
    # Where verbs stand first, the first word may be one, and a name right behind it one of several that did it.
    verb = said and noun is not None and noun.place == 0 and bool(wording.language and section(wording.language, "verb_first"))
    if noun is None or verb or slot.first - noun.last > _JOINERS:
        return None
    between = {t.norm for t in wording.tokens[noun.last : slot.first]}
    joiners = words(wording.language, "genitive") | words(wording.language, "articles") | {_JOINED_MARK}
    if noun.is_title:
        # "The interior minister, Leticia Iturralde,": a comma may part a title from who has it.
        joiners |= {","}
    if not said:
        joiners |= between & words(wording.language, "prepositions")
    if not between <= joiners:
        return None
    names = {annotation.terms[i].first for i, _, _ in candidates_for(slot, annotation)}
    found = None
    for i, alike, turned in candidates_for(noun, annotation):
        term = annotation.terms[i]
        if alike < SAME_WORD or turned:
            continue
        j = term.last
        while j < len(annotation.tokens) and j - term.last < _JOINERS and annotation.tokens[j].norm in joiners:
            j += 1
        if not names.isdisjoint((j, *range(term.first - _JOINERS, term.first))):
            return None
        if j in own:
            continue
        if slot.is_name and j > term.last and _is_word(annotation, j) and is_other_name(annotation, slot, j + 1, whole=True):
            # The parliament of neighbouring Sivia.
            found = (term.first, j + 2)
        elif is_other_name(annotation, slot, j, whole=True) if slot.is_name else _is_other_kind(annotation, term.first, j):
            found = (term.first, j + 1)
    return found


def _is_word(annotation: Annotation, i: int) -> bool:
    """Return whether a word that is written small and says something stands at token `i`."""
    if i >= len(annotation.tokens) or annotation.tokens[i].kind is not Kind.WORD:
        return False
    token = annotation.tokens[i]
    return not is_stop(token.word, annotation.language) and not token.text[0].isupper()


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
    taken = any(f.first <= i < f.last for f in annotation.cues) or any(v.first <= i < v.last for v in annotation.values)
    weak = is_stop(token.word, language) or is_generic(token.norm, language) or taken
    return not weak and (origin or not tokens[noun].norm.startswith(definite))


def is_other_name(annotation: Annotation, slot: Slot, i: int, *, whole: bool = False) -> bool:
    """Return whether the word at token `i` is a name by the way its language is written, and not that of `slot`.

    Args:
        annotation: The sentence.
        slot: A name of the claim.
        i: The token.
        whole: Whether two words of the lexicon that are written large are a name too: the Opera House.
    """
    if not 0 <= i < len(annotation.tokens) or annotation.tokens[i].kind is not Kind.WORD:
        return False
    token, language = annotation.tokens[i], annotation.language
    valued = any(v.first <= i < v.last for v in annotation.values)
    speaks = any(f.first <= i < f.last and f.payload in _NO_NAMES for f in annotation.cues)
    if valued or speaks or is_stop(token.word, language):
        return False
    if any(t.is_name and t.first <= i < t.last and slot.own.isdisjoint(t.features) for t in annotation.terms):
        return True
    return is_capital(annotation, i) and _run_is_other(annotation, slot, i, whole=whole)


def _run_is_other(annotation: Annotation, slot: Slot, i: int, *, whole: bool) -> bool:
    """Return whether the words written large around token `i` are a name other than that of `slot`."""
    first = last = i
    while is_capital(annotation, first - 1):
        first -= 1
    while is_capital(annotation, last + 1):
        last += 1
    own = {t.norm for t in tokenise(slot.text)}
    run = [j for j in range(first, last + 1) if annotation.tokens[j].norm not in own]
    if any(not _is_common(annotation, j) for j in run):
        return True
    # "Kiel Rail" shares a word with Kiel Motors; "the Opera House" is a name for being written large.
    of_two = last > first and (whole or len(run) <= last - first)
    return bool(run) and of_two and not any(_is_title(annotation, j) for j in range(first, last + 1))


def is_capital(annotation: Annotation, i: int) -> bool:
    """Return whether the word at token `i` is written as a name is: large, or in quotation marks where a language has no capitals."""
    language = annotation.language or ""
    if not 0 <= i < len(annotation.tokens) or annotation.tokens[i].kind is not Kind.WORD or is_stop(annotation.tokens[i].word, language):
        return False
    large = section(language, "capitals") == "names" and annotation.tokens[i].text[0].isupper()
    return large or (section(language, "quotes") == "names" and _is_quoted(annotation.tokens, i))


def _is_quoted(tokens: Sequence[Token], i: int) -> bool:
    """Return whether a few words in quotation marks have the one at token `i` among them: لوحة «عازفة الناي»."""
    first = next((j for j in range(i - 1, max(-1, i - 1 - _QUOTED), -1) if tokens[j].kind is Kind.MARK), None)
    last = next((j for j in range(i + 1, min(len(tokens), i + 1 + _QUOTED)) if tokens[j].kind is Kind.MARK), None)
    return first is not None and last is not None and last - first <= _QUOTED + 1 and tokens[first].norm == tokens[last].norm == _QUOTE


def has_new_name(annotation: Annotation, fills: Sequence[Fill], context: Context) -> bool:
    """Return whether a sentence has a name that no sentence before has: the gauge at Dorn read 186 millimetres.

    Neither that of a speaker nor that of what a word of the claim stands for: the winner, Abel Tessara, took 2 hours and 7 minutes.

    Args:
        annotation: The sentence.
        fills: How the slots of a wording are filled.
        context: What stands before the sentence.
    """
    says = [f.first for f in annotation.cues if f.payload in (Cue.SAY, Cue.ACCORDING)]
    told = {f.term.last for f in fills if f.term is not None}
    new = (i for i in range(len(annotation.tokens)) if _is_new(annotation, i, context))
    return any(all(annotation.apart(i, said) > 0 for said in says) and not _stands_for(annotation, i, told) for i in new)


def _is_new(annotation: Annotation, i: int, context: Context) -> bool:
    token = annotation.tokens[i]
    known = token.norm in context.heard or any(t.is_name and t.first <= i < t.last for t in annotation.terms)
    dates = may_tell_day(token.word, annotation.language) or any(v.first <= i < v.last for v in annotation.values)
    # What stands first, or opens a quotation or an item of a list, is written large whatever it is.
    initial = i == 0 or (annotation.tokens[i - 1].kind is Kind.MARK and annotation.tokens[i - 1].norm not in _COMMAS)
    return not (known or dates or initial) and is_capital(annotation, i) and not _is_common(annotation, i) and not _is_title(annotation, i)


def _stands_for(annotation: Annotation, i: int, told: Container[int]) -> bool:
    """Return whether the name at token `i` stands in apposition behind one of the words that end before the tokens `told`."""
    while is_capital(annotation, i - 1):
        i -= 1
    return annotation.tokens[i - 1].norm in _COMMAS and i - 1 in told


def _is_common(annotation: Annotation, i: int) -> bool:
    """Return whether the word at token `i` is one of the lexicon that is but written large."""
    found = concepts_of(annotation.tokens[i].word, annotation.language)
    return bool(found) and not any(concepts()[concept].kind in _NAMING for concept in found)


def _is_title(annotation: Annotation, i: int) -> bool:
    token, language = annotation.tokens[i], annotation.language
    titles = any(concepts()[concept].kind == "title" for concept in concepts_of(token.word, language))
    return titles or is_generic(token.norm, language)


def _of_the_family(name: Fill, annotation: Annotation) -> Span | None:
    """Return the tokens of a name that only shares its last word with the claim's: Otto Grau, for Ilse Grau."""
    term, own = name.term, {t.norm for t in tokenise(name.slot.text)}
    if term is None or term.last - term.first > 1 or len(own) < _FULL_NAME:
        return None
    before = term.first - 1
    if not is_capital(annotation, before) or annotation.tokens[before].norm in own or _is_title(annotation, before):
        return None
    # The first word of a sentence is written large whatever it is.
    initial = before == 0 or annotation.tokens[before - 1].kind is Kind.MARK
    return None if initial and lists(annotation.tokens[before].word, annotation.language) else (before, term.last)
