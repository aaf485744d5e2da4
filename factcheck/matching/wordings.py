"""A wording of a claim as slots: what a sentence must say, piece by piece, to say the same.

One slot for each name, phrase or content word; any feature of the piece fills it. Values are kept apart.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from factcheck.language.cues import Cue
from factcheck.language.knowledge import section
from factcheck.language.lexicon import concepts
from factcheck.language.tokens import Kind, Token
from factcheck.language.value_words import words
from factcheck.language.values import Value
from factcheck.matching.annotation import Annotation, Term, annotate_tokens, negated_at
from factcheck.matching.learnt_names import read_text
from factcheck.matching.vocabulary import Vocabulary, content_words
from factcheck.matching.weak_words import is_generic

# How much of a claim each kind of piece carries. Verbs and nouns decide; names recur all over an article;
# "company" or "people" say little; "said" says nothing of the event.
_NAME_WEIGHT = 0.7
_GENERIC_WEIGHT = 0.35
_SPEECH_WEIGHT = 0.15
_WORD_WEIGHT = 1.0
# A feature as credible as this is the thing itself; what is less is only near it.
ITSELF = 0.7
# The concepts of the lexicon for saying something and no more.
_PLAIN_SPEECH = ("say", "state-firmly", "claim")
# How many tokens may stand between a verb of saying and "that": the speaker's name.
_TO_THAT = 4
# A single word of a phrase fills its slot for this much of it.
_PART_OF_PHRASE = 0.6
# Its opposite fills the slot too, with the sign turned.
_OPPOSITE_CREDIT = 0.75


@lru_cache(maxsize=1 << 14)
def shared(features: frozenset[str]) -> frozenset[str]:
    """Return the first set that was equal to `features`: many wordings have the same words, which then take up no more room."""
    return features


@lru_cache(maxsize=1 << 14)
def _row(features: tuple[tuple[str, float], ...]) -> dict[str, float]:
    """Return features with their credits, of equal ones the first; nobody may change it."""
    return dict(features)


def forget_equal_ones() -> None:
    """Forget which sets and rows were met, after many wordings were read: what none of them has takes up no more room."""
    shared.cache_clear()
    _row.cache_clear()


@dataclass(frozen=True, slots=True)
class Slot:
    """One piece of a wording.

    Attributes:
        text: As printed in the wording.
        features: Feature to credit; a term that has one of them fills the slot.
        opposites: Features that fill it with the opposite sense, with their credit.
        weight: From 0 to 1.
        is_name: Whether it is a name of the catalogue or a capitalised word taken for one.
        is_place: Whether it is the name of a country, city or region, which news often leaves unsaid.
        generic: Whether it says little of its own (company, people).
        negated: Whether the wording negates it.
        adjectival: Whether a prefix-like negator (non-, غير) stands right before it.
        first, last: Its tokens in the wording, `last` exclusive.
        is_topic: Whether so many questions of the catalogue speak of it that sentences need not.
        is_title: Whether it says what the name beside it is called by: President Vero.
        place: Its place among the slots of its wording, from 0.
        own: The features of the thing itself, without those that are only near it.
        any_sense: All features that fill it, in either sense.
    """

    text: str
    features: dict[str, float]
    opposites: dict[str, float]
    weight: float
    is_name: bool
    is_place: bool
    generic: bool
    negated: bool
    adjectival: bool
    is_title: bool
    place: int
    first: int = 0
    last: int = 0
    is_topic: bool = False
    own: frozenset[str] = field(init=False)
    any_sense: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Gather the features that every sentence is asked for."""
        object.__setattr__(self, "any_sense", shared(frozenset((*self.features, *self.opposites))))
        object.__setattr__(self, "own", shared(frozenset(feature for feature, credit in self.features.items() if credit >= ITSELF)))

    def is_predicate(self) -> bool:
        """Return whether it is a verb or noun that says what happened, not who or how many."""
        return not self.is_name and not self.generic and self.weight > _SPEECH_WEIGHT


@dataclass(frozen=True, slots=True)
class Wording:
    """One text of a claim, in slots.

    Attributes:
        claim: Index of its claim among the question's rivals.
        text: As typed.
        language: Or None where it has no data.
        slots: In text order, without the values.
        values: Typed values of the text, in text order.
        tokens: Offsets count in `text`.
        future: Whether the text speaks of what is to come.
        supposed: Whether the text itself carries a "may", "plans to" or other cue that would else weaken evidence.
    """

    claim: int
    text: str
    language: str | None
    slots: tuple[Slot, ...]
    values: tuple[Value, ...]
    tokens: tuple[Token, ...]
    future: bool
    supposed: bool


def read_wording(text: str, claim: int, language: str | None, vocabulary: Vocabulary) -> Wording:
    """Return the slots of one wording; `claim` is the index of its claim among the rivals. The vocabulary has its words."""
    tokens, values = read_text(text, language)
    annotation = annotate_tokens(tokens, values, language, vocabulary)
    slots: list[Slot] = []
    for term in annotation.terms:
        # "LinkedIn (لينكد إن)" is one name, not two.
        repeated = term.is_name and any(s.is_name and not s.features.keys().isdisjoint(term.features) for s in slots)
        if not term.inner and not repeated:
            slots.append(slot_of(term, annotation, len(slots), vocabulary))
    future = any(found.payload == Cue.FUTURE for found in annotation.cues)
    supposed = any(found.payload in (Cue.INTENTION, Cue.POSSIBILITY) for found in annotation.cues)
    return Wording(claim, text, language, tuple(slots), tuple(annotation.values), tuple(annotation.tokens), future, supposed)


def slot_of(term: Term, annotation: Annotation, place: int, vocabulary: Vocabulary) -> Slot:
    """Return the slot that a term of a wording makes; `place` is its place among the slots of its wording."""
    tokens = annotation.tokens[term.first : term.last]
    features = dict(term.features)
    if not term.is_name:
        for token in content_words(tokens, annotation.language):
            for feature, credit in vocabulary.features(token.word, annotation.language).items():
                if len(tokens) > 1:
                    # One word of a phrase says a part of it.
                    features.setdefault(feature, _PART_OF_PHRASE * credit)
                elif feature.startswith("w:"):
                    # A verb that its subject parts from the rest of a phrase is still itself: سترفع الحكومة الضريبة.
                    features.setdefault(feature, credit)
    opposites: dict[str, float] = {}
    for feature in list(term.features):
        concept = concepts().get(feature[2:]) if feature.startswith("c:") else None
        if concept is None:
            continue
        for near, credit in concept.near.items():
            features[f"c:{near}"] = max(features.get(f"c:{near}", 0.0), credit * term.features[feature])
        for opposite in concept.opposite:
            opposites[f"c:{opposite}"] = _OPPOSITE_CREDIT
    opposites = {feature: value for feature, value in opposites.items() if features.get(feature, 0.0) < value}
    printed = " ".join(t.text for t in tokens)
    generic = not term.is_name and is_generic(" ".join(t.norm for t in tokens), annotation.language)
    weight = _GENERIC_WEIGHT if generic else _WORD_WEIGHT
    if term.is_name:
        weight = _GENERIC_WEIGHT if vocabulary.is_place(term.features) else _NAME_WEIGHT
    elif _only_reports(term, annotation):
        weight = _SPEECH_WEIGHT
    scopes, first = annotation.scopes, term.first
    return Slot(
        text=printed,
        features=_row(tuple(features.items())),
        opposites=_row(tuple(opposites.items())),
        weight=weight,
        is_name=term.is_name,
        is_place=term.is_name and vocabulary.is_place(term.features),
        generic=generic,
        # A name is not negated with the verb that it stands by, only by a negator of its own ("without Musk").
        negated=negated_at(annotation, first) if term.is_name else scopes.negated[first] or scopes.failed[first],
        adjectival=scopes.adjectival[first],
        is_title=not term.is_name and _is_title(term, annotation),
        place=place,
        first=first,
        last=term.last,
    )


def _is_title(term: Term, annotation: Annotation) -> bool:
    """Return whether a noun says what people are called by, beside a name, or belongs to such a noun.

    President Vero; Infrastructure minister Karel Voss; le PDG d'Alcyane, Bertrand Aulnoy.
    """
    if _calls(term):
        return _names_follow(term.last, annotation)
    # Where adjectives come first, what stands right before a title is a part of it; where they do not, what stands right behind it.
    for other in annotation.terms:
        if other.is_name or not _calls(other) or not _names_follow(other.last, annotation):
            continue
        follows = bool(section(annotation.language or "", "adjectives_follow") or words(annotation.language, "definite"))
        if other.first == term.last if not follows else other.last == term.first:
            return True
    return False


def _calls(term: Term) -> bool:
    """Return whether a term is a word for what people are called by, and nothing else."""
    kinds = {concepts()[f[2:]].kind for f in term.features if f.startswith("c:") and f[2:] in concepts()}
    # قاضى is a judge and also "sued": what may be a verb is none.
    return kinds == {"title"}


def _names_follow(i: int, annotation: Annotation) -> bool:
    """Return whether a name stands at token `i`, or behind the body that a title is of and a comma."""
    tokens, language = annotation.tokens, annotation.language
    light = words(language, "genitive") | words(language, "definite_genitive") | words(language, "articles") | {"'"}
    names = {n: term.last for term in annotation.terms if term.is_name for n in (term.first,)}
    content = {n: term.last for term in annotation.terms if not term.is_name and words(language, "definite") for n in (term.first,)}
    if i in names:
        # "The chief executive of OpenAI" has a preposition joined to the name: المدير التنفيذي لأوبن إيه آي.
        joined = (*words(language, "joined_prepositions"), *words(language, "joined_genitive"))
        return not (joined and tokens[i].norm.startswith(joined))
    if i + 1 in names and tokens[i].norm == ",":
        return True
    while i < len(tokens) and tokens[i].norm in light:
        i += 1
    of_body = names.get(i) or content.get(i)
    if of_body is None:
        return False
    return of_body in names or (of_body + 1 in names and tokens[of_body].norm == ",")


def _only_reports(term: Term, annotation: Annotation) -> bool:
    """Return whether a verb of saying only introduces what is claimed ("Musk said that …"), and is not itself the event.

    A plain "said" introduces it without "that" too, where a verb or noun of its own follows.
    """
    speech = any(f.payload == Cue.SAY and f.first == term.first for f in annotation.cues)
    that = any(
        f.payload == Cue.THAT and term.last <= f.first <= term.last + _TO_THAT and annotation.tokens[f.first].kind is Kind.WORD
        for f in annotation.cues
    )
    plain = any(f"c:{concept}" in term.features for concept in _PLAIN_SPEECH)
    return speech and (that or (plain and any(t.first >= term.last and not t.is_name for t in annotation.terms)))
