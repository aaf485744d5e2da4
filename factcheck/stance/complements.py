"""What is joined to a value or a name of a claim: paid 14 million for another player, in place of her, the 300 asked for.

Where it is joined to somebody else, or only what was wished for, the sentence is no answer to the claim's question.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.cues import Cue
from factcheck.language.tokens import Kind
from factcheck.language.value_words import ends_at, first, phrases, words
from factcheck.language.values import Value
from factcheck.matching.alignment import Fill
from factcheck.matching.annotation import Annotation
from factcheck.matching.questions import Template
from factcheck.matching.wordings import Wording
from factcheck.model import Step
from factcheck.stance.namesakes import is_other_name, own_tokens

# So many words may stand between a preposition and a name in apposition to what it leads to: his partner, the Chilean Salas.
_TO_NAME = 8
# So many words may stand between a value and who asked for it: the 300 that the council had sought.
_TO_WISH = 4
# And so many between a value and what it is for.
_TO_PURPOSE = 3


def led_to_another(template: Template, fills: Sequence[Fill], annotation: Annotation, place: int) -> Step | None:
    """Return the step that says so where the preposition before a name of the claim leads to another name.

    Args:
        template: The wording.
        fills: How its slots are filled.
        annotation: The sentence.
        place: The token around which the claim was found, or that of the deciding value.
    """
    if annotation.language is None or annotation.language != template.wording.language:
        return None
    own: set[int] | None = None
    for fill in fills:
        if fill.term is not None or not fill.slot.is_name or fill.slot.is_place:
            continue
        leading = _preposition(template.wording, fill.slot.first)
        if leading is None:
            continue
        for i, token in enumerate(annotation.tokens):
            if token.norm != leading or annotation.apart(i, place) != 0:
                continue
            own = own_tokens(template, annotation) if own is None else own
            name = _name_behind(fill, annotation, i + 1, own)
            if name is not None:
                return Step("names", "another's", annotation.tokens[name].text)
    return None


def _preposition(wording: Wording, i: int) -> str | None:
    """Return the preposition that stands before token `i` of a wording, or None."""
    i -= 1
    while i > 0 and wording.tokens[i].norm in words(wording.language, "articles"):
        i -= 1
    return wording.tokens[i].norm if i >= 0 and wording.tokens[i].norm in words(wording.language, "prepositions") else None


def _name_behind(fill: Fill, annotation: Annotation, begin: int, own: set[int]) -> int | None:
    """Return the token of another name that a preposition before token `begin` leads to, at once or in apposition; else None."""
    commas = 0
    for i in range(begin, min(begin + _TO_NAME, len(annotation.tokens))):
        token = annotation.tokens[i]
        commas += token.norm == ","
        if i in own or commas > 1 or (token.kind is Kind.MARK and token.norm not in (",", "'")):
            return None
        if i > begin and token.norm in words(annotation.language, "prepositions"):
            return None
        if is_other_name(annotation, fill.slot, i, whole=True):
            return i
    return None


def asked_for_behind(annotation: Annotation, value: Value) -> str | None:
    """Return the words behind a value by which somebody only asks for it, or None: short of the 300 that the council sought."""
    wishes, tokens = phrases(annotation.language, "wishes"), annotation.tokens
    joined = words(annotation.language, "coordinators") | words(annotation.language, "prepositions")
    relative = any(f.payload == Cue.RELATIVE and value.last <= f.first <= value.last + 1 for f in annotation.cues)
    if not relative:
        return None
    for i in range(value.last, min(value.last + _TO_WISH + 1, len(tokens))):
        if tokens[i].kind is not Kind.WORD or tokens[i].norm in joined - {tokens[value.last].norm}:
            return None
        found = first(wishes, tokens, i)
        if found is not None:
            return " ".join(t.text for t in tokens[found.first : found.last])
    return None


def is_replaced(wording: Wording, annotation: Annotation, name: int) -> bool:
    """Return whether the name at token `name` is that of who makes way for another: succeeds Jabri, in place of Jabri.

    A wording that tells who succeeds whom means just that.
    """
    replacing = phrases(annotation.language, "replacing")
    if ends_at(replacing, annotation.tokens, name) is None:
        return False
    return all(first(phrases(wording.language, "replacing"), wording.tokens, i) is None for i in range(len(wording.tokens)))


def is_one_of_several(annotation: Annotation, value: Value) -> bool:
    """Return whether the same preposition follows two values that "and" joins: seven years for fraud and two for bribery.

    Each is then a part of what both come to.
    """
    tokens, language = annotation.tokens, annotation.language
    joins = words(language, "coordinators")
    others = [v for v in annotation.values if v is not value and v.kind in (value.kind, "number")]
    if value.kind not in ("duration", "money", "number", "percent"):
        return False
    leading = _purpose(annotation, value)
    return leading is not None and any(
        _purpose(annotation, other) == leading
        and tokens[max(value.first, other.first) - 1].norm in joins
        and annotation.apart(other.first, value.first) <= 1
        for other in others
    )


def _purpose(annotation: Annotation, value: Value) -> str | None:
    """Return the word that leads to what a value is for, at once or behind what it is of: seven years in prison for fraud."""
    tokens, purposes = annotation.tokens, words(annotation.language, "purposes")
    for token in tokens[value.last : value.last + _TO_PURPOSE]:
        if token.norm in purposes:
            return token.norm
        if token.kind is not Kind.WORD:
            return None
    return None
