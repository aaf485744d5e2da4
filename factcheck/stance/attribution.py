"""Who says it: the speaker that a sentence names for the words around a token, as printed.

Somebody is made the speaker only where the sentence shows that these words are what was said: they follow
"X said that", "X said:" or "X said" and an opening quotation mark; they stand before ", X said"; or they
stand beside "according to X". A verb of saying elsewhere in the sentence attributes nothing.
"""

from __future__ import annotations

from factcheck.language.cues import Cue, is_stop
from factcheck.language.folding import fold
from factcheck.language.knowledge import section
from factcheck.language.phrases import Found
from factcheck.language.tokens import Kind
from factcheck.language.value_words import words
from factcheck.matching.annotation import Annotation

# A speaker is a short noun phrase; what is longer is a clause that was not recognised as one.
_LONGEST = 7
# How many tokens may stand between a verb of saying and what opens its complement: the speaker and a little more.
_TO_COMPLEMENT = 9
# "According to X" speaks for its own clause and the one next to it.
_BESIDE = 1
# A conjunction may be joined to "that"; a preposition makes "because" of it (لأنه).
_CONJUNCTION = 0.3


def speaker(annotation: Annotation, place: int, text: str) -> str | None:
    """Return the speaker of what stands at token `place`, or None for the article's own voice.

    Args:
        annotation: The sentence.
        place: Index of a token of what is said.
        text: The source's text, to quote from.
    """
    best: tuple[int, tuple[int, int]] | None = None
    for found in annotation.cues:
        span = None
        if found.payload == Cue.ACCORDING:
            span = _beside(annotation, found, place)
        elif found.payload == Cue.SAY:
            span = _introduces(annotation, found, place) or _follows(annotation, found, place)
        if span is not None and not span[0] <= place < span[1]:
            distance = abs(found.first - place)
            if best is None or distance < best[0]:
                best = (distance, span)
    if best is None:
        return None
    first, last = best[1]
    start = annotation.tokens[first].start + _joined_preposition(annotation, first)
    return text[start : annotation.tokens[last - 1].end]


def _beside(annotation: Annotation, found: Found, place: int) -> tuple[int, int] | None:
    if annotation.apart(found.first, place) > _BESIDE:
        return None
    first = found.last
    # "According to what the police announced": بحسب ما أعلنت الشرطة.
    if first < len(annotation.tokens) and annotation.tokens[first].norm in words(annotation.language, "what_is_said"):
        first = next((f.last for f in annotation.cues if f.payload == Cue.SAY and f.first == first + 1), first)
    return _noun_phrase(annotation, first, says=False)


def _introduces(annotation: Annotation, found: Found, place: int) -> tuple[int, int] | None:
    """Return the subject of a verb of saying whose complement `place` stands in, or None."""
    opening = next(
        (i for i in range(found.last, min(found.last + _TO_COMPLEMENT, len(annotation.tokens))) if _opens_complement(annotation, i)), None
    )
    if opening is None and _leaves_out_that(annotation, found, place):
        return _noun_phrase_before(annotation, found.first)
    if opening is None or place <= opening:
        return None
    # A contrast after the complement goes back to the article's own voice.
    if any(f.payload == Cue.CONTRAST and opening < f.first <= place and not annotation.scopes.quoted[f.first] for f in annotation.cues):
        return None
    after = _noun_phrase(annotation, found.last, opening)
    before = _noun_phrase_before(annotation, found.first)
    if annotation.language is not None and section(annotation.language, "verb_first"):
        return after
    return before or after


def _leaves_out_that(annotation: Annotation, found: Found, place: int) -> bool:
    """Return whether what is said follows its verb at once, in one clause with it: Marsh said 14 people died."""
    if annotation.tokens[found.first].norm not in words(annotation.language, "that_left_out") or found.last >= len(annotation.tokens):
        return False
    return place >= found.last and annotation.tokens[found.last].kind is not Kind.MARK and annotation.apart(found.first, place) == 0


def _follows(annotation: Annotation, found: Found, place: int) -> tuple[int, int] | None:
    """Return the subject of a verb of saying that stands after what was said: "…, Marsh said", "…, said Marsh"."""
    if found.first <= place or annotation.clauses.number[found.first] <= annotation.clauses.number[place]:
        return None
    rest = range(found.last, min(found.last + _TO_COMPLEMENT, len(annotation.tokens)))
    if (
        any(_opens_complement(annotation, i) for i in rest)
        or annotation.clauses.number[found.first] - annotation.clauses.number[place] > _BESIDE + 1
    ):
        return None
    if annotation.language is not None and section(annotation.language, "verb_first"):
        return None
    before = _noun_phrase_before(annotation, found.first)
    return before or _noun_phrase(annotation, found.last)


def _opens_complement(annotation: Annotation, i: int) -> bool:
    token = annotation.tokens[i]
    if token.norm in (":", '"'):
        return True
    return token.kind is Kind.WORD and any(f.payload == Cue.THAT and f.first == i and f.cost <= _CONJUNCTION for f in annotation.cues)


def _noun_phrase(annotation: Annotation, first: int, limit: int | None = None, *, says: bool = True) -> tuple[int, int] | None:
    """Return the noun phrase that starts at `first`: up to a mark, a value, a function word or a verb of saying."""
    tokens = annotation.tokens
    values = {i for value in annotation.values for i in range(value.first, value.last)}
    spoken = {f.first for f in annotation.cues if f.payload == Cue.SAY} if says else set()
    verb_first = bool(annotation.language and section(annotation.language, "verb_first"))
    named = {i for term in annotation.terms if term.is_name for i in range(term.first, term.last)}
    # Where the subject follows its verb at once, a preposition there means that it is left out ("said in a tweet").
    while first < len(tokens) and first not in named and (tokens[first].norm == '"' or (not verb_first and _is_article(annotation, first))):
        first += 1
    last = first
    end = min(len(tokens) if limit is None else limit, first + _LONGEST)
    while last < end and last not in values and last not in spoken:
        if tokens[last].kind is Kind.MARK and tokens[last].norm not in ('"', "-", "'", "."):
            break
        if last not in named and _ends_name(annotation, last):
            break
        if (
            last > first
            and any(t.is_name and t.first == last for t in annotation.terms)
            and any(t.is_name and first <= t.first < last for t in annotation.terms)
        ):
            # A second name is the object: accused Musk of …
            break
        last += 1
    return _trimmed(annotation, first, last)


def _ends_name(annotation: Annotation, i: int) -> bool:
    """Return whether a function word ends a name; "of" and "the" stand inside many."""
    token = annotation.tokens[i]
    if token.kind is not Kind.WORD or len(token.norm) < 2 or not is_stop(token.word, annotation.language):
        return False
    joiners = section(annotation.language, "name_joiners") if annotation.language else ()
    return token.norm not in {fold(str(word)) for word in joiners}


def _noun_phrase_before(annotation: Annotation, last: int) -> tuple[int, int] | None:
    """Return the noun phrase that ends before `last`, back to a mark or the start of its clause."""
    first = last
    values = {i for value in annotation.values for i in range(value.first, value.last)}
    # "The spokesman denied reports": another verb of saying ends what stands before this one.
    values |= {i for f in annotation.cues if f.payload in (Cue.SAY, Cue.DENIAL) for i in range(f.first, f.last)}
    number = annotation.clauses.number
    while first > 0 and last - first < _LONGEST and number[first - 1] == number[last - 1] and first - 1 not in values:
        if annotation.tokens[first - 1].kind is Kind.MARK and annotation.tokens[first - 1].norm not in ("-", "'"):
            break
        first -= 1
    return _trimmed(annotation, first, last)


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
    while first < last and (tokens[last - 1].kind is Kind.MARK or tokens[last - 1].norm in when or _is_article(annotation, last - 1)):
        last -= 1
    named = any(first <= term.first < last for term in annotation.terms) or any(t.text[0].isupper() for t in tokens[first:last])
    anaphor = any(f.payload == Cue.ANAPHOR and first <= f.first < last for f in annotation.cues)
    return (first, last) if first < last and (named or anaphor) else None


def _joined_preposition(annotation: Annotation, first: int) -> int:
    """Return the length of a preposition that the cue before the speaker requires, joined to its name (وفقا لبيان)."""
    takes = section(annotation.language, "joined_after") if annotation.language else {}
    before = annotation.tokens[first - 1].norm if first else ""
    preposition = next((str(p) for cue, p in takes.items() if fold(str(cue)) == before), "")
    token = annotation.tokens[first]
    return len(preposition) if preposition and token.text.startswith(preposition) and len(token.text) > len(preposition) + 2 else 0
