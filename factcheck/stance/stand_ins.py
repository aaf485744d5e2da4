"""Pronouns that stand for a thing of the claim that was spoken of just before: the bridge is old; the council shut it.

Without a grammar, the object is looked for where its language puts a pronoun: right behind the verb, before it or joined to
it, and before the verb of a passive. A subject is looked for before the verb.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.cues import Cue, is_stop
from factcheck.language.folding import fold
from factcheck.language.knowledge import section
from factcheck.language.lexicon import lists
from factcheck.language.tokens import Kind
from factcheck.language.value_words import words
from factcheck.matching.alignment import SPOKEN, Fill, likeness, unsaid
from factcheck.matching.annotation import Annotation, Term
from factcheck.matching.context import Context
from factcheck.matching.questions import Template
from factcheck.matching.wordings import Slot, Wording
from factcheck.stance.main_word import main_slot

# What the sentence before, or the whole article, speaks of lends at least so much to a noun.
_SPOKEN_OF = 0.35
# A pronoun says its noun this fully.
_STOOD_FOR = 0.8
# So many auxiliaries and adverbs stand between a pronoun and its verb, and so many words before who did it.
_TO_PRONOUN = 5
_TO_AGENT = 2
_JOINED_MARK = "'"


def stood_for(template: Template, fills: Sequence[Fill], annotation: Annotation, context: Context) -> list[Fill]:
    """Return the fills, where a pronoun stands for the claim's subject or object with that filled by the pronoun.

    Args:
        template: The wording.
        fills: How its slots are filled.
        annotation: The sentence.
        context: What stands around it.
    """
    wording, language = template.wording, annotation.language
    by_place = {f.slot.place: f for f in fills}
    main = main_slot(wording)
    verb = None if main is None else by_place.get(main.place)
    if main is None or verb is None or verb.term is None or language is None or likeness(verb, annotation) < SPOKEN:
        return list(fills)
    first = 1 if wording.language is not None and section(wording.language, "verb_first") else -1
    subject, thing = by_place.get(main.place + first), by_place.get(main.place + max(first, 0) + 1)
    found = None
    if thing is not None and _is_missing(template, thing, context) and _is_object(wording, main, thing.slot):
        form = wording.tokens[main.first].norm if wording.language == language else None
        token, empty = _object(annotation, verb.term, form), thing
        found = None if token is None else (empty, token)
    if found is None and subject is not None and _is_missing(template, subject, context):
        token, empty = _subject(annotation, verb.term), subject
        found = None if token is None else (empty, token)
    if found is None:
        return list(fills)
    empty, i = found
    return [Fill(f.slot, Term(i, i + 1, {}), _STOOD_FOR) if f is empty else f for f in fills]


def has_pronoun(annotation: Annotation) -> bool:
    """Return whether any word of the sentence may be a pronoun that `stood_for` looks for."""
    pronouns = frozenset().union(words(annotation.language, "possessives"), *_pronouns(annotation.language).values())
    joined = tuple(words(annotation.language, "joined_pronouns"))
    return any(t.norm in pronouns or (bool(joined) and t.norm.endswith(joined)) for t in annotation.tokens)


def best_stood_for(template: Template, fills: Sequence[Fill], context: Context) -> list[Fill]:
    """Return the fills with all that a pronoun could stand for filled: no sentence with one fills a slot better."""
    return [
        Fill(f.slot, None, max(f.credit, _STOOD_FOR)) if f.credit < _STOOD_FOR and _is_missing(template, f, context) else f for f in fills
    ]


def _is_missing(template: Template, fill: Fill, context: Context) -> bool:
    """Return whether the sentence lacks a noun that the claim has as known, and that the text around has: the bridge."""
    slot, wording = fill.slot, template.wording
    # What a negator reaches in one claim only is no less common to both for that.
    own = any(s.place == slot.place for row in template.discriminators.values() for s in row)
    if fill.term is not None or slot.is_name or own or unsaid(slot, context, closed=False).credit < _SPOKEN_OF:
        return False
    known = words(wording.language, "articles") - words(wording.language, "articles_as_one") | words(wording.language, "possessives")
    before = [t.norm for t in wording.tokens[max(0, slot.first - 2) : slot.first] if t.norm != _JOINED_MARK]
    definite = tuple(words(wording.language, "definite"))
    return (bool(before) and before[-1] in known) or (bool(definite) and wording.tokens[slot.first].norm.startswith(definite))


def _is_object(wording: Wording, verb: Slot, thing: Slot) -> bool:
    """Return whether no preposition parts a noun from its verb."""
    leading = words(wording.language, "prepositions") | words(wording.language, "genitive")
    return leading.isdisjoint(t.norm for t in wording.tokens[verb.last : thing.first])


def _object(annotation: Annotation, verb: Term, form: str | None) -> int | None:
    """Return the token of a pronoun that is the object of a verb, or the subject of its passive; None without one.

    What may be an article is a pronoun before a verb, and a verb is what is finite or has the `form` of the wording's own.
    """
    tokens, language = annotation.tokens, annotation.language
    pronouns = _pronouns(language)
    if verb.last < len(tokens) and tokens[verb.last].norm in pronouns["objects"]:
        return verb.last
    joined = tuple(words(language, "joined_pronouns"))
    if joined and tokens[verb.first].norm.endswith(joined) and not lists(tokens[verb.first].norm, language):
        return verb.first
    # "Its director" is the director of what was spoken of.
    if verb.first and tokens[verb.first - 1].norm in words(language, "possessives"):
        return verb.first - 1
    finite = section(language or "", "finite") or {"before": [], "endings": []}
    auxiliaries = {fold(word) for word in finite["before"]}
    before = verb.first - 1
    helped = before >= 0 and tokens[before].norm in auxiliaries
    before -= helped
    before -= before >= 0 and tokens[before].norm == _JOINED_MARK
    sure = helped or tokens[verb.first].norm == form or tokens[verb.first].text.lower().endswith(tuple(finite["endings"]))
    if before >= 0 and tokens[before].norm in pronouns["before_verbs"] and sure:
        return before
    passive = any(f.payload == Cue.PASSIVE_BY and 0 <= f.first - verb.last < _TO_AGENT for f in annotation.cues)
    return _subject(annotation, verb) if passive else None


def _subject(annotation: Annotation, verb: Term) -> int | None:
    """Return the token of a pronoun that function words alone part from the verb behind it, or None."""
    tokens, language = annotation.tokens, annotation.language
    pronouns = _pronouns(language)["subjects"]
    for i in range(verb.first - 1, max(-1, verb.first - 1 - _TO_PRONOUN), -1):
        if tokens[i].norm in pronouns:
            return i
        if tokens[i].kind is not Kind.WORD or not is_stop(tokens[i].word, language):
            return None
    return None


def _pronouns(language: str | None) -> dict[str, frozenset[str]]:
    listed = (section(language, "pronouns") or {}) if language is not None else {}
    return {kind: frozenset(map(fold, listed.get(kind, ()))) for kind in ("subjects", "objects", "before_verbs")}
