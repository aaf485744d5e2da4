"""Who says it: the speaker that a sentence names for the words around a token, as printed.

Somebody is made the speaker only where the sentence shows that these words are what was said: they follow
"X said that", "X said:" or "X said" and an opening quotation mark; they stand before ", X said"; or they
stand beside "according to X". A verb of saying elsewhere in the sentence attributes nothing.
"""

from __future__ import annotations

from factcheck.language.cues import Cue
from factcheck.language.knowledge import section
from factcheck.language.phrases import Found
from factcheck.language.tokens import Kind
from factcheck.language.value_words import first, phrases, words
from factcheck.matching.annotation import Annotation
from factcheck.stance.speaker_phrases import is_described, joined_preposition, noun_phrase, noun_phrase_before

# How many tokens may stand between a verb of saying and what opens its complement: the speaker and a little more.
_TO_COMPLEMENT = 9
# An aside between a subject and its complement has so many tokens at most.
_ASIDE = 20
_COMMAS = frozenset(",،")
# What may stand between what is said and a verb of saying behind it.
_PARTING = (",", "،", '"')
# A verb whose subject stands behind it has a mark so near before it: ", a annoncé le ministre".
_TO_MARK = 3
# A phrase that says so of nobody begins so many tokens before its verb at most.
_IMPERSONAL = 3
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
        elif found.payload == Cue.SAY and _is_of_somebody(annotation, found):
            span = _introduces(annotation, found, place) or _follows(annotation, found, place)
        if span is not None and not span[0] <= place < span[1]:
            distance = abs(found.first - place)
            if best is None or distance < best[0]:
                best = (distance, span)
    return None if best is None else _printed(annotation, best[1], text)


def _is_of_somebody(annotation: Annotation, found: Found) -> bool:
    """Return whether a verb of saying can have a subject: not in "it is worth mentioning that", nor with an article (التابعة)."""
    tokens, language = annotation.tokens, annotation.language
    if section(language or "", "verb_first") and tokens[found.first].norm.startswith(tuple(words(language, "definite"))):
        return False
    impersonal = phrases(language, "impersonal_says")
    starts = range(max(0, found.first - _IMPERSONAL), found.first + 1)
    return not any((f := first(impersonal, tokens, i)) is not None and f.last >= found.last for i in starts)


def names_nobody(annotation: Annotation, place: int) -> bool:
    """Return whether a sentence begins with a verb of saying that leaves out who says it, as some languages do: وأضاف أن."""
    language = annotation.language or ""
    if not section(language, "drops_subjects"):
        return False
    found = next((f for f in annotation.cues if f.payload == Cue.SAY and f.first == 0 and _is_of_somebody(annotation, f)), None)
    # "As we wrote": the article speaks of itself; يُذكر أن is nobody's.
    own = tuple(section(language, "first_person_endings") or ())
    if (
        found is None
        or any(f.payload == Cue.HEDGE and f.first == 0 for f in annotation.cues)
        or annotation.tokens[found.last - 1].norm.endswith(own)
    ):
        return False
    opening = _opening(annotation, found)
    return _is_behind(annotation, opening, place) and _subject(annotation, found, opening) is None


def first_named(annotation: Annotation, text: str) -> str | None:
    """Return the speaker of the first verb of saying that has a complement, whatever it is; None where a sentence has none."""
    for found in annotation.cues:
        opening = _opening(annotation, found) if found.payload == Cue.SAY else None
        if opening is not None:
            span = _subject(annotation, found, opening)
            return None if span is None else _printed(annotation, span, text)
    return None


def _printed(annotation: Annotation, span: tuple[int, int], text: str) -> str:
    start, end = span
    quotes = sum(token.norm == '"' for token in annotation.tokens[start:end])
    # A name in quotation marks ends with one: شركة «إنفيديا».
    if quotes % 2 and end < len(annotation.tokens) and annotation.tokens[end].norm == '"':
        end += 1
    return text[annotation.tokens[start].start + joined_preposition(annotation, start) : annotation.tokens[end - 1].end]


def _beside(annotation: Annotation, found: Found, place: int) -> tuple[int, int] | None:
    if annotation.apart(found.first, place) > _BESIDE:
        return None
    who = found.last
    # "According to what the police announced": بحسب ما أعلنت الشرطة.
    if who < len(annotation.tokens) and annotation.tokens[who].norm in words(annotation.language, "what_is_said"):
        who = next((f.last for f in annotation.cues if f.payload == Cue.SAY and f.first == who + 1), who)
    return noun_phrase(annotation, who, says=False)


def _introduces(annotation: Annotation, found: Found, place: int) -> tuple[int, int] | None:
    """Return the subject of a verb of saying whose complement `place` stands in, or None."""
    opening = _opening(annotation, found)
    if opening is None and _leaves_out_that(annotation, found, place):
        return noun_phrase_before(annotation, found.first)
    if not _is_behind(annotation, opening, place):
        return None
    return _subject(annotation, found, opening)


def _subject(annotation: Annotation, found: Found, limit: int | None) -> tuple[int, int] | None:
    """Return who is named as the subject of a verb of saying, or None; `limit` is where its complement begins."""
    after = None if _is_participle(annotation, found) else noun_phrase(annotation, found.last, limit)
    if after is None and is_described(annotation, found.last):
        # "Claimed Musk … and described Altman as": who describes is who spoke before.
        earlier = [f for f in annotation.cues if f.payload == Cue.SAY and f.last <= found.first]
        return _subject(annotation, earlier[-1], found.first) if earlier else None
    before = noun_phrase_before(annotation, found.first, asides=True)
    return after or before if section(annotation.language or "", "verb_first") else before or after


def _is_participle(annotation: Annotation, found: Found) -> bool:
    """Return whether an ending that is written out makes a participle of a verb of saying: who is قائلًا was named before."""
    mark = section(annotation.language, "accusative_mark") if annotation.language else ""
    return bool(mark) and mark in annotation.tokens[found.last - 1].text


def _opening(annotation: Annotation, found: Found) -> int | None:
    """Return the token that opens the complement of a verb of saying, or None."""
    # "Found that": some verbs are of saying only together with what opens their complement.
    start = found.last - (found.last - found.first > 1 and _opens_complement(annotation, found.last - 1))
    tokens = annotation.tokens
    near = range(start, min(found.last + _TO_COMPLEMENT, len(tokens)))
    opening = next((i for i in near if _opens_complement(annotation, i)), None)
    comma = next((i for i in near if tokens[i].norm in _COMMAS), len(tokens))
    # "Said Mary Cole, widow of a man who died": behind a comma, only what follows one opens it.
    if opening is None or (opening > comma + 1 and tokens[opening].kind is Kind.WORD):
        return _opening_behind_aside(annotation, found)
    return opening


def _is_behind(annotation: Annotation, opening: int | None, place: int) -> bool:
    """Return whether a token is in the complement that another opens: a contrast goes back to the article's own voice."""
    if opening is None or place <= opening:
        return False
    contrasts = (f.first for f in annotation.cues if f.payload == Cue.CONTRAST and opening < f.first <= place)
    return all(annotation.scopes.quoted[i] for i in contrasts)


def _opening_behind_aside(annotation: Annotation, found: Found) -> int | None:
    """Return what opens the complement of a verb whose subject has an aside behind it: told Mary Cole, who worked there, that."""
    tokens = annotation.tokens
    comma = next((i for i in range(found.last, min(found.last + _TO_COMPLEMENT, len(tokens))) if tokens[i].norm in _COMMAS), None)
    if comma is None:
        return None
    for i in range(comma + 2, min(comma + 2 + _ASIDE, len(tokens))):
        if any(f.payload == Cue.SAY and f.first == i for f in annotation.cues):
            return None
        if tokens[i - 1].norm in _COMMAS and tokens[i].kind is Kind.WORD and _opens_complement(annotation, i):
            return i
    return None


def _leaves_out_that(annotation: Annotation, found: Found, place: int) -> bool:
    """Return whether what is said follows its verb at once, in one clause with it: Marsh said 14 people died."""
    if annotation.tokens[found.first].norm not in words(annotation.language, "that_left_out") or found.last >= len(annotation.tokens):
        return False
    return place >= found.last and annotation.tokens[found.last].kind is not Kind.MARK and annotation.apart(found.first, place) == 0


def _follows(annotation: Annotation, found: Found, place: int) -> tuple[int, int] | None:
    """Return the subject of a verb of saying that stands after what was said: "…, Marsh said", "…, said Marsh"."""
    if not _is_after(annotation, found, place) or _is_participle(annotation, found):
        return None
    if section(annotation.language or "", "verb_first"):
        preceding = annotation.tokens[found.first - 1].norm
        # "As the minister says", and a verb right behind a comma or a quotation that has no complement of its own.
        return noun_phrase(annotation, found.last) if preceding in (*_PARTING, *words(annotation.language, "as_said")) else None
    before = noun_phrase_before(annotation, found.first)
    if before is not None or all(t.kind is not Kind.MARK for t in annotation.tokens[max(0, found.first - _TO_MARK) : found.first]):
        return before
    return noun_phrase(annotation, found.last)


def _is_after(annotation: Annotation, found: Found, place: int) -> bool:
    """Return whether a verb of saying without a complement of its own stands in a clause soon after a token."""
    number = annotation.clauses.number
    if found.first <= place or not 0 < number[found.first] - number[place] <= _BESIDE + 1:
        return False
    # What the speaker got wrong is set right between the two: not 340 million, as the lawyers claimed.
    clause = (t.norm for i, t in enumerate(annotation.tokens[: found.first]) if number[i] == number[found.first])
    as_said = not words(annotation.language, "as_said").isdisjoint(clause)
    if as_said and any(f.payload == Cue.NEGATION and place < f.first < found.first for f in annotation.cues):
        return False
    return _opening(annotation, found) is None


def _opens_complement(annotation: Annotation, i: int) -> bool:
    token = annotation.tokens[i]
    if token.norm in (":", '"'):
        return True
    return token.kind is Kind.WORD and any(f.payload == Cue.THAT and f.first == i and f.cost <= _CONJUNCTION for f in annotation.cues)
