"""What a name or noun of the claim hangs on in a sentence: "the guard of the president" is not the president.

Without a grammar, a word is taken to hang on the noun that stands before it where a genitive, or nothing at all, joins the
two, as the writing of its language has it, and on the noun behind its own possessive mark ("the president's guard").
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.cues import Cue, is_stop, marker
from factcheck.language.knowledge import section
from factcheck.language.lexicon import concepts, concepts_of
from factcheck.language.tokens import Kind, Token, tokenise
from factcheck.language.value_words import first as phrase_at
from factcheck.language.value_words import phrases, words
from factcheck.matching.alignment import SAME_WORD, SPOKEN, Fill, candidates_for
from factcheck.matching.annotation import Annotation, Term
from factcheck.matching.questions import Template
from factcheck.matching.weak_words import is_generic, says_little
from factcheck.matching.wordings import Slot, Wording
from factcheck.model import Step
from factcheck.stance.namesakes import is_capital

_JOINED_MARK = "'"
# Who does it, what is done and to whom stand first in a claim; what comes behind is told of in many ways.
_LAST_ROLE = 2
# So many words a noun may have with what describes it.
_BETWEEN = 5
_SHORTEST = 2
# A word that says so much of the claim is its own, and no noun that another one is of.
_FAINT = 0.25
_NEVER = ("\n",)


def only_of_it(template: Template, fills: Sequence[Fill], annotation: Annotation, place: int) -> Step | None:
    """Return the step that says so where what does it, or what it is done to, is only said to be of the claim's.

    Args:
        template: The wording; what stands behind a preposition there is nobody who acts and nothing acted on.
        fills: How its slots are filled.
        annotation: The sentence.
        place: The token around which the claim was found.
    """
    if annotation.language is None or template.wording.language is None:
        return None
    filled = {i for f in fills if f.term is not None and f.credit >= _FAINT for i in range(f.term.first, f.term.last)}
    for fill in fills:
        term = fill.term
        if (
            fill.slot.place > _LAST_ROLE
            or term is None
            or fill.credit < SPOKEN
            or fill.slot.generic
            or (annotation.apart(term.first, place) != 0 and not _parted_by_apposition(annotation, term.first, place))
        ):
            continue
        if _takes_no_part(template.wording, fill.slot):
            continue
        before = next((f.term for f in fills if f.slot.place == fill.slot.place - 1 and f.credit >= SAME_WORD), None)
        of_whom = fill.slot.is_name and not fill.slot.is_place
        head = _head(annotation, term, filled, of_whom=of_whom)
        if head is None:
            head = _object_between(annotation, term, before, filled)
        if head is None and not fill.slot.is_place:
            head = _circumstance_of(annotation, template.wording, fills, fill, filled)
        # The agreement of takeover is the claim's own "agreement of takeover", whichever of its words are looked at.
        if head is not None and _is_own_word(template.wording, annotation, head):
            continue
        # "The plant of Mansura" is Mansura itself where that is short for "the Mansura plant".
        if head is not None and fill.slot.is_name and annotation.tokens[head].norm in {t.norm for t in tokenise(fill.slot.text)}:
            continue
        if head is not None and not _stands_alone(fill, annotation, place, filled):
            first, last = min(head, term.first), max(head + 1, term.last)
            return Step("roles", "only of it", " ".join(t.text for t in annotation.tokens[first:last]))
    return None


def _parted_by_apposition(annotation: Annotation, first: int, place: int) -> bool:
    """Return whether an apposition between two commas is all that parts a token at the head of the sentence from what is told.

    The brother-in-law of X, the builder Y, serves ….
    """
    number, tokens = annotation.clauses.number, annotation.tokens
    if number[first] != 0 or number[place] != 2 or place < first:
        return False
    inside = [i for i, n in enumerate(number) if n == 1]
    return tokens[inside[0]].norm == "," and tokens[inside[-1] + 1].norm == ","


def _is_own_word(wording: Wording, annotation: Annotation, i: int) -> bool:
    """Return whether the word at token `i` is one of the wording's, with or without its article."""
    if wording.language != annotation.language:
        return False
    definite = sorted(words(annotation.language, "definite"), key=len, reverse=True)

    def bare(norm: str) -> str:
        return next((norm.removeprefix(d) for d in definite if norm.startswith(d) and len(norm) > len(d) + _SHORTEST), norm)

    return bare(annotation.tokens[i].norm) in {bare(t.norm) for t in wording.tokens if t.kind is Kind.WORD}


def _stands_alone(fill: Fill, annotation: Annotation, place: int, filled: set[int]) -> bool:
    """Return whether the sentence has the slot's words a second time, near and hanging on nothing."""
    own = fill.term
    return any(
        term is not own
        and not term.inner
        and annotation.apart(term.first, place) == 0
        and _head(annotation, term, filled, of_whom=False) is None
        for term in (annotation.terms[i] for i, alike, _ in candidates_for(fill.slot, annotation) if alike >= SAME_WORD)
        if own is None or term.first >= own.last or term.last <= own.first
    )


def _takes_no_part(wording: Wording, slot: Slot) -> bool:
    """Return whether the wording has the slot behind a preposition, or a name behind a genitive: it neither acts nor is acted on."""
    first = slot.first
    if slot.is_name and _behind_genitive(wording, first):
        return True
    joined = tuple(words(wording.language, "joined_prepositions"))
    return behind_preposition(wording, first) or (bool(joined) and wording.tokens[first].norm.startswith(joined))


def behind_preposition(wording: Wording, first: int) -> bool:
    """Return whether a wording has what begins at token `first` behind a preposition that is a word of its own: at Borealis."""
    before = _skipped(wording.tokens, first - 1, wording.language, "articles", "genitive")
    return before >= 0 and wording.tokens[before].norm in words(wording.language, "prepositions")


def _behind_genitive(wording: Wording, first: int) -> bool:
    """Return whether the wording itself says of another noun that it is of the name at token `first`: the election of Lannec."""
    before = _skipped(wording.tokens, first - 1, wording.language, "articles")
    return before >= 0 and wording.tokens[before].norm in words(wording.language, "genitive")


def _skipped(tokens: Sequence[Token], i: int, language: str | None, *names: str) -> int:
    """Return the token before those up to `i` that are words of some lists or an apostrophe: of the, de l'; -1 where all are."""
    light = {_JOINED_MARK}.union(*(words(language, name) for name in names))
    while i >= 0 and tokens[i].norm in light:
        i -= 1
    return i


def _head(annotation: Annotation, term: Term, filled: set[int], *, of_whom: bool) -> int | None:
    """Return the token of the noun that a term hangs on and that is none of the claim's own words, or None.

    Where `of_whom`, for a person's or company's name, that may be a noun which says little of its own: the wife of, the city of.
    """
    tokens, language = annotation.tokens, annotation.language
    mark = phrase_at(phrases(language, "possessive_marks"), tokens, term.last)
    if mark is not None:
        # "Her former partner" is a partner.
        owned = next((f.last for f in annotation.cues if f.payload == Cue.OTHER and f.first == mark.last), mark.last)
        if _is_noun(annotation, owned, filled):
            return owned
    before = _skipped(tokens, term.first - 1, language, "articles")
    # "The post of director" names what the post is; "the driver of the director" is somebody else.
    definite = term.is_name or before < term.first - 1 or (before >= 0 and tokens[before].norm in words(language, "definite_genitive"))
    if before >= 1 and tokens[before].norm in words(language, "genitive"):
        if not definite or not _is_noun(annotation, before - 1, filled, weak=of_whom):
            return None
        return None if _is_described(annotation, before - 1, filled) or _acts_for(annotation, before - 1) else before - 1
    if words(language, "definite") and _in_construct(annotation, term, filled):
        return term.first - 1
    return None


def _is_described(annotation: Annotation, i: int, filled: set[int]) -> bool:
    """Return whether the word at token `i` only describes the noun before it, and that one is the claim's or stands for what it is of.

    L'alunissage réussi d'Hermine, le bilan humain des inondations: where adjectives follow their nouns.
    """
    tokens, language = annotation.tokens, annotation.language
    if i < 1 or not section(language or "", "adjectives_follow") or tokens[i - 1].kind is not Kind.WORD:
        return False
    return i - 1 in filled or (not is_stop(tokens[i - 1].word, language) and says_little(tokens[i - 1], language))


def _acts_for(annotation: Annotation, i: int) -> bool:
    """Return whether somebody's name stands at token `i`, who acts for what he or she is of: Justice Pillai of the High Court."""
    return i > 0 and is_capital(annotation, i) and is_capital(annotation, i - 1)


def _is_agent(annotation: Annotation, i: int) -> bool:
    """Return whether the preposition at token `i` leads to who did it: adopted by."""
    return any(f.payload in (Cue.PASSIVE_BY, Cue.ACCORDING) and f.first <= i < f.last for f in annotation.cues)


def _object_between(annotation: Annotation, term: Term, verb: Term | None, filled: set[int]) -> int | None:
    """Return the token of the noun that alone parts a word behind a preposition from the claim's word `verb`, or None.

    "Bought an option on the chain": what was bought stands between the verb and the chain.
    """
    tokens, language = annotation.tokens, annotation.language
    end = term.first
    if not tokens[end].norm.startswith(tuple(words(language, "joined_genitive")) or _NEVER):
        end = _skipped(tokens, end - 1, language, "articles")
        together = end >= 0 and tokens[end].norm in words(language, "comitative")
        if end < 1 or together or tokens[end].norm not in words(language, "prepositions") or _is_agent(annotation, end):
            return None
    if verb is None or not 0 < end - verb.last <= _BETWEEN or not _is_noun(annotation, end - 1, filled):
        return None
    # "Was crowned champion of": an accusative without an article is what somebody became.
    if tokens[end - 1].norm.endswith(tuple(words(language, "accusative_endings")) or _NEVER):
        return None
    between = range(verb.last, end - 1)
    return end - 1 if all(tokens[i].norm in words(language, "articles") or _is_noun(annotation, i, filled) for i in between) else None


def _circumstance_of(annotation: Annotation, wording: Wording, fills: Sequence[Fill], subject: Fill, filled: set[int]) -> int | None:
    """Return the token of the noun that is the subject of the claim's verb, where the claim's subject only says where or what for.

    The fireworks planned for the festival were cancelled, for "the festival was cancelled".
    """
    tokens, language, term = annotation.tokens, annotation.language, subject.term
    first = bool(language and section(language, "verb_first"))
    own = bool(wording.language and section(wording.language, "verb_first"))
    verb = next((f.term for f in fills if f.slot.place == (0 if own else 1) and f.slot.is_predicate() and f.credit >= SAME_WORD), None)
    if term is None or verb is None or subject.slot.place != (1 if own else 0):
        return None
    end = _skipped(tokens, term.first - 1, language, "articles")
    joined = first and tokens[term.first].norm.startswith(tuple(words(language, "joined_prepositions")) or _NEVER)
    if joined:
        end = term.first
    elif end < 1 or tokens[end].norm not in words(language, "prepositions") or _is_agent(annotation, end):
        return None
    if tokens[end].norm in words(language, "comitative"):
        return None
    if first:
        return verb.last if verb.last < end and _is_noun(annotation, verb.last, filled) else None
    led = all(is_stop(tokens[i].word, language) for i in range(term.last, verb.first))
    if not led or not term.last <= verb.first or annotation.apart(end - 1, verb.first) != 0:
        return None
    said = {f.payload for f in annotation.cues if f.first <= end - 1 < f.last}
    planned = bool(said) and said <= {Cue.INTENTION, Cue.HEDGE, Cue.UNREAL}
    return end - 1 if _is_noun(annotation, end - 1, filled) or planned else None


def _is_noun(annotation: Annotation, i: int, filled: set[int], *, weak: bool = False) -> bool:
    """Return whether a word that says something stands at token `i` and is none of the claim's own."""
    if not 0 <= i < len(annotation.tokens) or i in filled or any(v.first <= i < v.last for v in annotation.values):
        return False
    token, language = annotation.tokens[i], annotation.language
    if (
        token.kind is not Kind.WORD
        or len(token.norm) < _SHORTEST
        or any(f.first <= i < f.last and f.payload not in (Cue.ANAPHOR, Cue.OTHER) for f in annotation.cues)
    ):
        return False
    if token.norm.endswith(tuple(words(language, "adverb_endings")) or _NEVER):
        return False
    # "The case was born of the complaint": a finite verb is no head of it.
    finite = section(language or "", "finite") or {"endings": ()}
    if token.text.endswith(tuple(finite["endings"]) or _NEVER):
        return False
    return (weak and is_generic(token.norm, language)) or not says_little(token, language)


def _in_construct(annotation: Annotation, term: Term, filled: set[int]) -> bool:
    """Return whether a bare noun stands right before a definite one or a name, which makes it the head of the two.

    It may be a verb as well; it is a noun where a predicate of the claim, a preposition or "that" stands before it.
    """
    tokens, language, i = annotation.tokens, annotation.language, term.first - 1
    definite = tuple(words(language, "definite"))
    # "His colleagues the founders": a noun with its owner's pronoun is definite itself.
    owned = tokens[i].text.endswith(tuple(section(language or "", "joined_pronouns")) or _NEVER)
    if owned or not _is_noun(annotation, i, filled) or tokens[i].norm.startswith(definite):
        return False
    if not term.is_name and not any(t.norm.startswith(definite) for t in tokens[term.first : term.last + 1]):
        return False
    kinds = {concepts()[concept].kind for concept in concepts_of(tokens[i].word, language)}
    if term.is_name and "title" in kinds:
        return False
    before = i - 1
    if before < 0:
        # A sentence that has its verb behind the name has none before it: the brother of X scores.
        return term.last in filled and tokens[term.last].norm.startswith(marker(language, "present_verb"))
    that = any(f.payload == Cue.THAT and f.first <= before < f.last for f in annotation.cues)
    return before in filled or that or tokens[before].norm in words(language, "prepositions")
