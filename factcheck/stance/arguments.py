"""Who did it to what: whether the words around a predicate are those that the claim puts there.

Without a grammar, what stands right behind a verb or noun is taken for its object or complement, and the first name of a
sentence for the subject of verbs that "and" joins to the first one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.language.cues import Cue, is_stop
from factcheck.language.knowledge import section
from factcheck.language.lexicon import concepts_of
from factcheck.language.tokens import Kind
from factcheck.language.value_words import words
from factcheck.matching.alignment import SAME_WORD, SPOKEN, Fill, likeness
from factcheck.matching.annotation import Annotation
from factcheck.matching.questions import Template
from factcheck.matching.weak_words import is_generic
from factcheck.model import Step
from factcheck.stance.assertion import turned

# So many function words may stand between a verb and its object.
_TO_OBJECT = 3
_TO_GENITIVE = 3
_TO_APPOSITION = 8
# So many words may stand between a noun and the name of its owner: the debts of its rival Barzakh.
_TO_OWNER = 3


def another_object(template: Template, by_place: Mapping[int, Fill], annotation: Annotation, *, said: bool = False) -> Step | None:
    """Return the step that says so where another thing stands in the place of a predicate's object.

    "Froze its exports of rice" for "of wheat", "designed the library … where the opera house stands" for "designed the opera
    house": the same function words lead to another noun. "Sentenced the driver of the minister" for "the minister",
    "bought Fjordal, a rival of Aldex" for "bought Aldex": the object is but what another noun is said to be of.
    """
    filled = {i for f in by_place.values() if f.term is not None and f.credit >= SPOKEN for i in range(f.term.first, f.term.last)}
    for head, object_, link in _governed(template):
        verb, thing = by_place[head], by_place[object_]
        if verb.term is None or verb.credit < SAME_WORD or (thing.term is not None and turned(annotation, thing.term.first)):
            continue
        behind = _next_content(annotation, verb.term.last)
        if behind is None or behind in filled or annotation.apart(behind, verb.term.first) != 0:
            continue
        if is_generic(annotation.tokens[behind].norm, annotation.language):
            continue
        if said and thing.term is None:
            continue
        elsewhere = thing.term is None or annotation.apart(thing.term.first, verb.term.first) != 0
        same_link = bool(link) and _alike(link, _between(annotation, verb.term.last, behind), annotation.language)
        if (elsewhere and (same_link or _in_construct(template, annotation, verb, thing, behind))) or (
            thing.term is not None and not thing.turned and _is_of(annotation, thing.term.first, elsewhere, behind)
        ):
            return Step("roles", "another object", annotation.tokens[behind].text)
    return None


def _in_construct(template: Template, annotation: Annotation, head: Fill, thing: Fill, behind: int) -> bool:
    """Return whether a noun stands right before the definite one that it is of, in the claim and in the sentence: رواتب المعلمين.

    What the claim's noun is of is said elsewhere then: the salaries of the nurses rose, which made the teachers ask for as much.
    """
    tokens, language = annotation.tokens, annotation.language
    definite = tuple(words(language, "definite"))
    if not definite or thing.term is None or head.term is None or behind != head.term.last or thing.slot.first != head.slot.last:
        return False
    # A verb, which may have its subject right behind it, opens its clause.
    if not head.term.first or tokens[head.term.first - 1].kind is not Kind.WORD:
        return False
    wording = template.wording
    own = tuple(words(wording.language, "definite")) or ("\n",)
    claimed = wording.tokens[thing.slot.first].norm.startswith(own) and not wording.tokens[head.slot.first].norm.startswith(own)
    return claimed and tokens[behind].norm.startswith(definite) and not tokens[head.term.first].norm.startswith(definite)


def object_elsewhere(template: Template, by_place: Mapping[int, Fill], annotation: Annotation) -> Step | None:
    """Return the step that says so where the verb has an object of its own, and the claim's stands in another clause.

    "Bought the dairy, but the brewery went to others", for "bought the brewery".
    """
    filled = {i for f in by_place.values() if f.term is not None and f.credit >= SPOKEN for i in range(f.term.first, f.term.last)}
    for head, last, object_ in _direct_objects(template):
        verb, before, thing = by_place[head].term, by_place[last].term, by_place[object_].term
        if verb is None or before is None or thing is None or thing.is_name or not 0 <= before.first - verb.first <= 1:
            continue
        if annotation.apart(thing.first, verb.first) == 0 or _is_listed_with(annotation, thing.first):
            continue
        # However far off the rest of the claim is.
        if likeness(by_place[head], annotation) < SAME_WORD:
            continue
        behind = _next_content(annotation, before.last)
        if behind is None or behind in filled or annotation.apart(behind, verb.first) != 0:
            continue
        between = set(_between(annotation, before.last, behind))
        if between <= words(annotation.language, "articles") and _is_thing(annotation, behind, noun=bool(between)):
            return Step("roles", "another object", annotation.tokens[behind].text)
    return None


def object_brought_in(template: Template, by_place: Mapping[int, Fill], annotation: Annotation) -> Step | None:
    """Return the step that says so where the verb has "three dams" or "a dam" for its object, and the claim's name is only borrowed.

    Nobody means what has a name of its own, and was spoken of before, by a noun that is brought in anew.
    """
    tokens, language = annotation.tokens, annotation.language
    for head, last, object_ in _direct_objects(template):
        verb, before, thing = by_place[head], by_place[last].term, by_place[object_]
        if verb.term is None or not thing.slot.is_name or thing.term is not None or likeness(verb, annotation) < SAME_WORD:
            continue
        i = max(verb.term.last, before.last if before is not None and before.first - verb.term.first <= 1 else 0)
        if i + 1 >= len(tokens) or annotation.apart(i, verb.term.first) != 0:
            continue
        counted = next((v.last for v in annotation.values if v.first == i and v.kind == "number" and v.noun is not None), None)
        one = i + 1 if tokens[i].norm in words(language, "articles_as_one") else None
        noun = counted or one
        if noun is not None and noun < len(tokens) and tokens[noun].kind is Kind.WORD and not is_stop(tokens[noun].word, language):
            return Step("roles", "another object", tokens[noun].text)
    return None


def _direct_objects(template: Template) -> list[tuple[int, int, int]]:
    """Return the places of a predicate, of the last slot before its object, itself or its subject, and of the object."""
    language, tokens = template.wording.language, template.wording.tokens
    slots, asked = template.wording.slots, {s.place for s in template.slots}
    subject = 1 if language is not None and section(language, "verb_first") else 0
    articles = words(language, "articles") | {"'"}
    joined = tuple(words(language, "joined_prepositions")) or ("\n",)
    triples = []
    for head in slots:
        last, object_ = head.place + subject, head.place + subject + 1
        if object_ >= len(slots) or not asked.issuperset((head.place, last, object_)) or not head.is_predicate():
            continue
        between = {t.norm for t in tokens[slots[last].last : slots[object_].first]}
        own = all(slots[i].is_name for i in range(head.place + 1, object_))
        if own and between <= articles and not tokens[slots[object_].first].norm.startswith(joined):
            triples.append((head.place, last, object_))
    return triples


def _is_listed_with(annotation: Annotation, thing: int) -> bool:
    """Return whether only articles and an "and" part a word from the comma before it: bought the hotel, and the brewery."""
    passed = words(annotation.language, "articles") | words(annotation.language, "coordinators") | {"'"}
    turns = {i for f in annotation.cues if f.payload == Cue.CONTRAST for i in range(f.first, f.last)}
    before = next((i for i in range(thing - 1, -1, -1) if i in turns or annotation.tokens[i].norm not in passed), None)
    return before is not None and annotation.tokens[before].kind is Kind.MARK


def _is_thing(annotation: Annotation, i: int, *, noun: bool) -> bool:
    """Return whether the word at token `i` says something of its own; where it is not sure to be a noun, the lexicon must have it."""
    token, language = annotation.tokens[i], annotation.language
    cued = any(f.first <= i < f.last and f.payload != Cue.OTHER for f in annotation.cues)
    return not cued and not is_generic(token.norm, language) and (noun or bool(concepts_of(token.word, language)))


def _governed(template: Template) -> list[tuple[int, int, tuple[str, ...]]]:
    """Return the places of a predicate and of what stands right behind it in the wording, and the function words between."""
    slots = {s.place: s for s in template.slots}
    tokens = template.wording.tokens
    pairs = []
    for slot in template.slots:
        other = slots.get(slot.place + 1)
        if slot.is_predicate() and other is not None and other.first - slot.last <= _TO_OBJECT:
            pairs.append((slot.place, other.place, tuple(t.norm for t in tokens[slot.last : other.first])))
    return pairs


def _between(annotation: Annotation, first: int, last: int) -> tuple[str, ...]:
    """Return the words from token `first` to token `last` without those of asides."""
    here = annotation.clauses.aside[last]
    tokens = annotation.tokens
    return tuple(tokens[i].norm for i in range(first, last) if annotation.clauses.aside[i] == here and tokens[i].kind is Kind.WORD)


def _alike(link: tuple[str, ...], other: tuple[str, ...], language: str | None) -> bool:
    """Return whether two runs of function words lead to the same kind of object: a, a la, al, a su."""
    articles = words(language, "articles") | words(language, "possessives")
    plain, found = [t for t in link if t not in articles], [t for t in other if t not in articles]
    joined = len(plain) == len(found) == 1 and found[0].startswith(plain[0]) and found[0] in words(language, "prepositions")
    return bool(plain) and (plain == found or joined)


def _is_of(annotation: Annotation, thing: int, elsewhere: bool, behind: int) -> bool:
    """Return whether "of" stands before the word at token `thing`, right behind another noun or in a clause of its own."""
    joiners = set(section(annotation.language, "genitive")) if annotation.language else set()
    before = annotation.tokens[max(0, thing - _TO_GENITIVE) : thing]
    of = any(t.norm in joiners for t in before) and all(t.kind is Kind.MARK or is_stop(t.word, annotation.language) for t in before[1:])
    return of and 0 < thing - behind <= (_TO_APPOSITION if elsewhere else _TO_GENITIVE + 1)


def _next_content(annotation: Annotation, first: int) -> int | None:
    """Return the next word that is no function word, or None where a mark, a value or too many words come before it.

    What stands between, if it is but an aside, is passed over: investigates, on the other hand, the mayor.
    """
    tokens = annotation.tokens
    valued = {i for value in annotation.values for i in range(value.first, value.last)}
    aside, passed = annotation.clauses.aside, 0
    for i in range(first, len(tokens)):
        if aside[i] != aside[first - 1] or (i and aside[i - 1] and not aside[i]):
            continue
        if i in valued or passed > _TO_OBJECT or (tokens[i].kind is not Kind.WORD and tokens[i].norm != "'"):
            return None
        if len(tokens[i].norm) > 1 and not is_stop(tokens[i].word, annotation.language):
            return i
        passed += 1
    return None


def anothers(template: Template, fills: Sequence[Fill], annotation: Annotation) -> Step | None:
    """Return the step that says so where the claim's name is only borrowed, and a word of the event is said of another name.

    "The debts of its rival Barzakh reached 410 million", for the debts of Nawras. A name that did it (painted by Maes) or
    that says it is none of these, nor is one that the claim itself has: "the main contractor was Tecnosat", of Quilla.
    """
    names = [f for f in fills if f.slot.is_name and not f.slot.is_place]
    if not names or any(f.term is not None for f in names):
        return None
    own = {feature for slot in template.wording.slots if slot.is_name for feature in slot.features}
    words = [f.term for f in fills if f.term is not None and f.slot.is_predicate() and f.credit >= SPOKEN]
    agents = {f.last for f in annotation.cues if f.payload in (Cue.PASSIVE_BY, Cue.SAY, Cue.ACCORDING)}
    for term in annotation.terms:
        if not term.is_name or not own.isdisjoint(term.features) or not agents.isdisjoint((term.first, term.first - 1)):
            continue
        if any(0 <= term.first - word.last <= _TO_OWNER and annotation.apart(term.first, word.first) == 0 for word in words):
            return Step("names", "another's", " ".join(t.text for t in annotation.tokens[term.first : term.last]))
    return None


def is_agent(annotation: Annotation, name: Fill, fills: Sequence[Fill]) -> bool:
    """Return whether "by" leads from one of the claim's predicates to a name: painted by Maes."""
    if name.term is None:
        return False
    verbs = [f.term.last for f in fills if f.term is not None and f.slot.is_predicate() and f.credit >= SPOKEN]
    return any(
        f.payload == Cue.PASSIVE_BY and 0 <= name.term.first - f.last <= 1 and any(0 <= f.first - last <= 1 for last in verbs)
        for f in annotation.cues
    )


def joined_subject(annotation: Annotation, fills: Sequence[Fill], place: int) -> bool:
    """Return whether a predicate that "and" joins to another has a name of `fills` for its subject: the first of the sentence.

    "Mendes beat the champion, Tanabe, and reached the final."
    """
    if annotation.coordinator(place) is None:
        return False
    names = [t for t in annotation.terms if t.is_name and t.first < place and not annotation.clauses.aside[t.first]]
    return bool(names) and any(f.term is not None and f.slot.is_name and f.term.first == names[0].first for f in fills)
