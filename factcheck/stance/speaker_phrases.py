"""The noun phrase that names a speaker, behind a verb of saying or before it."""

from __future__ import annotations

from factcheck.language.cues import Cue, is_stop
from factcheck.language.folding import fold
from factcheck.language.knowledge import section
from factcheck.language.tokens import Kind
from factcheck.language.value_words import words
from factcheck.matching.annotation import Annotation

# A speaker is a short noun phrase; what is longer is a clause that was not recognised as one.
_LONGEST = 7
# An aside between a speaker and the verb has so many tokens at most; a name in it so many.
_LONGEST_ASIDE = 16
_LONGEST_NAME = 4
_COMMAS = frozenset(",،")
# Of a phrase without capitals, the noun or the one that it is of must be definite: the minister, residents of the quarter.
_DEFINITE_WITHIN = 2


def noun_phrase(annotation: Annotation, first: int, limit: int | None = None, *, says: bool = True) -> tuple[int, int] | None:
    """Return the noun phrase that starts at `first`: up to a mark, a value, a function word or a verb of saying."""
    tokens = annotation.tokens
    pronoun = _inverted_pronoun(annotation, first)
    if pronoun is not None:
        return pronoun, pronoun + 1
    values = {i for value in annotation.values for i in range(value.first, value.last)}
    verb_first = bool(annotation.language and section(annotation.language, "verb_first"))
    # No verb has an article: وزيرة النقل is the minister of transport.
    definite = tuple(words(annotation.language, "definite")) if verb_first else ()
    spoken = {f.first for f in annotation.cues if f.payload == Cue.SAY and not tokens[f.first].norm.startswith(definite)} if says else set()
    named = {i for term in annotation.terms if term.is_name for i in range(term.first, term.last)}
    # "Announced on Wednesday the minister": when it was said is no part of who said it.
    days = [v for v in annotation.values if v.weekday is not None or v.offset is not None]
    when = {i for v in days for i in range(v.first, v.last)}
    when |= {i for i, t in enumerate(tokens) if t.norm in words(annotation.language, "beside_speaker")}
    # Where the subject follows its verb at once, a preposition there means that it is left out ("said in a tweet").
    while first < len(tokens) and first not in named:
        if tokens[first].norm != '"' and first not in when and (verb_first or not _is_article(annotation, first)):
            break
        first += 1
    last = first
    if section(annotation.language or "", "subject_behind") and first < (limit or len(tokens)):
        # "A précisé son directeur": a pronoun may open it.
        last += any(f.payload == Cue.ANAPHOR and f.first == first for f in annotation.cues)
    end = min(len(tokens) if limit is None else limit, first + _LONGEST)
    while last < end and last not in values and last not in spoken:
        if tokens[last].kind is Kind.MARK and tokens[last].norm not in ('"', "-", "'", "."):
            break
        if last not in named and (_ends_name(annotation, last) or (last > first and _is_adverb(annotation, last))):
            break
        if (
            last > first
            and any(t.is_name and t.first == last for t in annotation.terms)
            and any(t.is_name and first <= t.first < last for t in annotation.terms)
        ):
            # A second name is the object: accused Musk of …
            break
        last += 1
    if last < len(tokens) and tokens[last].norm in words(annotation.language, "described_as"):
        # "Described Altman as": where the subject is left out, the one name behind the verb is the object.
        return None
    return _trimmed(annotation, first, last)


def is_described(annotation: Annotation, first: int) -> bool:
    """Return whether what stands at token `first` is who is described, and not who describes: وصف ألتمان بأنه."""
    marks = words(annotation.language, "described_as")
    return any(token.norm in marks for token in annotation.tokens[first : first + _LONGEST])


def _inverted_pronoun(annotation: Annotation, i: int) -> int | None:
    """Return the token of a pronoun that hyphens join to the verb before token `i`, or None: assure-t-il."""
    tokens = annotation.tokens
    start = i
    while i < len(tokens) and (tokens[i].norm == "-" or (i > start and tokens[i].norm in words(annotation.language, "inversion_letters"))):
        i += 1
    joined = i > start and i < len(tokens)
    return i if joined and any(f.payload == Cue.ANAPHOR and f.first == i for f in annotation.cues) else None


def _is_adverb(annotation: Annotation, i: int) -> bool:
    """Return whether an ending that is written out makes an adverb of token `i`: سريعًا."""
    mark = section(annotation.language, "accusative_mark") if annotation.language else ""
    return bool(mark) and mark in annotation.tokens[i].text[-2:]


def _ends_name(annotation: Annotation, i: int) -> bool:
    """Return whether a function word ends a name; "of" and "the" stand inside many."""
    token = annotation.tokens[i]
    if token.kind is not Kind.WORD or len(token.norm) < 2 or not is_stop(token.word, annotation.language):
        return False
    joiners = section(annotation.language, "name_joiners") if annotation.language else ()
    return token.norm not in {fold(str(word)) for word in joiners}


def noun_phrase_before(annotation: Annotation, last: int, *, asides: bool = False) -> tuple[int, int] | None:
    """Return the noun phrase that ends before `last`, back to a mark or the start of its clause.

    Args:
        annotation: The sentence.
        last: The token behind the phrase.
        asides: Whether an aside between commas may stand between the two.
    """
    if last > 0 and annotation.tokens[last - 1].norm in _COMMAS:
        return _before_aside(annotation, last - 1) if asides else None
    first = last
    values = {i for value in annotation.values for i in range(value.first, value.last)}
    # "The spokesman denied reports": another verb of saying ends what stands before this one.
    # Right before it the same word is a noun: the report says.
    spoken = (f for f in annotation.cues if f.payload == Cue.DENIAL or (f.payload == Cue.SAY and f.last < last))
    values |= {i for f in spoken for i in range(f.first, f.last)}
    number = annotation.clauses.number
    while first > 0 and last - first < _LONGEST and number[first - 1] == number[last - 1] and first - 1 not in values:
        before = annotation.tokens[first - 1]
        if before.kind is Kind.MARK and before.norm not in ("-", "'"):
            break
        if section(annotation.language or "", "verb_first") and is_stop(before.word, annotation.language):
            # "Altman revealed letters that say": what stands before a preposition is another's.
            break
        first -= 1
    return _not_a_verb(annotation, _trimmed(annotation, first, last))


def _not_a_verb(annotation: Annotation, span: tuple[int, int] | None) -> tuple[int, int] | None:
    """Return the phrase, or None where it begins with a word that may be a verb, in a language where verbs stand first: امتنع الوزير."""
    if span is None or not (annotation.language and section(annotation.language, "verb_first")):
        return span
    first = span[0]
    if first > 0 and annotation.tokens[first - 1].norm in words(annotation.language, "prepositions"):
        return None
    behind = any(f.last == first and f.payload in (Cue.CONTRAST, Cue.THAT) for f in annotation.cues)
    definite = tuple(words(annotation.language, "definite"))
    return span if behind or _is_name(annotation, first) or annotation.tokens[first].norm.startswith(definite) else None


def _before_aside(annotation: Annotation, end: int) -> tuple[int, int] | None:
    """Return who is named before an aside that ends with the comma at token `end`: Mary Cole, who worked there, insists.

    Where the aside is but a name, it is the speaker: the foreman's widow, Mary Cole, insists.
    """
    tokens = annotation.tokens
    spoken = {i for f in annotation.cues if f.payload in (Cue.SAY, Cue.DENIAL) for i in range(f.first, f.last)}
    comma = next((i for i in range(end - 1, max(-1, end - _LONGEST_ASIDE), -1) if tokens[i].norm in _COMMAS), None)
    if comma is None or not spoken.isdisjoint(range(comma, end)):
        return None
    aside = range(comma + 1, end)
    if 1 < len(aside) <= _LONGEST_NAME and all(tokens[i].text[:1].isupper() or _is_name(annotation, i) for i in aside):
        return comma + 1, end
    first = comma
    while first > 0 and comma - first < _LONGEST and tokens[first - 1].kind is not Kind.MARK:
        first -= 1
    # Who is named begins where the sentence does, or behind a mark or a conjunction.
    openers = {f.last for f in annotation.cues if f.payload in (Cue.CONTRAST, Cue.THAT) and first <= f.first < comma}
    first = max([first, *(i for i in openers if i < comma)])
    begins = first == 0 or tokens[first - 1].kind is Kind.MARK or first in openers
    values = {i for value in annotation.values for i in range(value.first, value.last)}
    return _not_a_verb(annotation, _trimmed(annotation, first, comma)) if begins and values.isdisjoint(range(first, comma)) else None


def _is_name(annotation: Annotation, i: int) -> bool:
    return any(term.is_name and term.first <= i < term.last for term in annotation.terms)


def _is_article(annotation: Annotation, i: int) -> bool:
    token = annotation.tokens[i]
    return (
        token.kind is Kind.WORD
        and is_stop(token.word, annotation.language)
        and not any(f.payload == Cue.ANAPHOR and f.first == i for f in annotation.cues)
    )


def _trimmed(annotation: Annotation, first: int, last: int) -> tuple[int, int] | None:
    """Return the phrase without marks and function words at its ends, or None where nobody is named in it."""
    tokens = annotation.tokens
    # "Court sources said yesterday": when it was said is no part of who said it.
    when = words(annotation.language, "beside_speaker")
    while first < last and (tokens[first].kind is Kind.MARK or tokens[first].norm in when or _is_article(annotation, first)):
        first += 1
    # What is left of a preposition before a quotation mark is a letter: قال الرماحي لـ«الرأي».
    while first < last and (
        len(tokens[last - 1].norm) < 2
        or tokens[last - 1].kind is Kind.MARK
        or tokens[last - 1].norm in when
        or _is_article(annotation, last - 1)
    ):
        last -= 1
    named = any(first <= term.first < last for term in annotation.terms) or any(t.text[0].isupper() for t in tokens[first:last])
    anaphor = any(f.payload == Cue.ANAPHOR and first <= f.first < last for f in annotation.cues)
    named = named or _is_known(annotation, first)
    return (first, last) if first < last and (named or anaphor or _is_definite(annotation, first, last)) else None


def _is_known(annotation: Annotation, first: int) -> bool:
    """Return whether an article before token `first` shows that the reader knows who is meant: the trust said; not in the stands."""
    tokens, language = annotation.tokens, annotation.language
    known = words(language, "articles") - words(language, "articles_as_one")
    return first > 0 and tokens[first - 1].norm in known and not (first > 1 and tokens[first - 2].norm in words(language, "prepositions"))


def _is_definite(annotation: Annotation, first: int, last: int) -> bool:
    """Return whether a phrase names somebody in a language without capitals: the minister, residents of the quarter."""
    definite = tuple(words(annotation.language, "definite"))
    tokens = annotation.tokens[first : min(last, first + _DEFINITE_WITHIN)]
    return bool(definite) and tokens[0].kind is Kind.WORD and any(t.norm.startswith(definite) for t in tokens)


def joined_preposition(annotation: Annotation, first: int) -> int:
    """Return the length of a preposition that the cue before the speaker requires, joined to its name (وفقا لبيان)."""
    takes = section(annotation.language, "joined_after") if annotation.language else {}
    before = annotation.tokens[first - 1].norm if first else ""
    preposition = next((str(p) for cue, p in takes.items() if fold(str(cue)) == before), "")
    token = annotation.tokens[first]
    return len(preposition) if preposition and token.text.startswith(preposition) and len(token.text) > len(preposition) + 2 else 0
