"""A thing that a text brings in anew though it has spoken of one before is another one: the van … had lost a van.

Who means the one that was spoken of says "the van", and needs no name that nobody has heard to tell which: the van of
Ribaseca. Only languages with an article for one of many, or with capitals, show it.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.cues import Cue, is_stop
from factcheck.language.tokens import Kind, Token
from factcheck.language.value_words import words
from factcheck.matching.alignment import SAME_WORD, Fill, likeness
from factcheck.matching.annotation import Annotation, Term
from factcheck.matching.context import Context
from factcheck.matching.wordings import Slot, Wording
from factcheck.model import Step
from factcheck.stance.namesakes import Span, is_other_name

# So many words of its own may stand between an article and a noun: a temporary export licence.
_BETWEEN = 3


def brought_in_anew(
    wording: Wording, fills: Sequence[Fill], annotation: Annotation, context: Context, *, described: bool = False
) -> Step | None:
    """Return the step that says so where the text spoke of what the claim calls "the van", and the sentence has "a van".

    Args:
        wording: The wording.
        fills: How its slots are filled.
        annotation: The sentence.
        context: What stands before it.
        described: Whether a relative clause may yet describe what was spoken of: he inherits a club that has 19,000 members.
    """
    one = words(annotation.language, "articles_as_one")
    for fill in fills:
        term, slot = fill.term, fill.slot
        if term is None or likeness(fill, annotation) < SAME_WORD or annotation.scopes.negated[term.first]:
            continue
        if slot.is_name or slot.own.isdisjoint(context.before) or not _is_known(wording, slot):
            continue
        span = _with_new_name(fill, term, annotation, context)
        article = _article(annotation.tokens, term.first, annotation.language)
        if article is not None and annotation.tokens[article].norm in one and not (described and _is_described(annotation, term.last)):
            span = article, term.last
        if _is_indefinite(annotation, term) and not (described and _is_described(annotation, term.last)):
            span = term.first, term.last
        if span is not None:
            return Step("names", "another's", " ".join(t.text for t in annotation.tokens[span[0] : span[1]]))
    return None


def _is_known(wording: Wording, slot: Slot) -> bool:
    """Return whether the wording has a noun as known: the van."""
    definite = tuple(words(wording.language, "definite"))
    if definite:
        return wording.tokens[slot.first].norm.startswith(definite)
    own = _article(wording.tokens, slot.first, wording.language)
    return own is not None and wording.tokens[own].norm in words(wording.language, "articles") - words(wording.language, "articles_as_one")


def _is_indefinite(annotation: Annotation, term: Term) -> bool:
    """Return whether the ending of a noun that has no article shows that it is one of many: متحفا."""
    definite, endings = words(annotation.language, "definite"), words(annotation.language, "accusative_endings")
    token = annotation.tokens[term.first]
    return bool(definite and endings) and not token.norm.startswith(tuple(definite)) and token.norm.endswith(tuple(endings))


def _article(tokens: Sequence[Token], noun: int, language: str | None) -> int | None:
    """Return the token of the function word that opens what the word at token `noun` belongs to, or None."""
    for i in range(noun - 1, max(-1, noun - 2 - _BETWEEN), -1):
        if tokens[i].kind is not Kind.WORD and tokens[i].norm != "'":
            return None
        if tokens[i].kind is Kind.WORD and is_stop(tokens[i].word, language):
            return i
    return None


def _is_described(annotation: Annotation, i: int) -> bool:
    return any(f.first == i and f.payload in (Cue.RELATIVE, Cue.THAT) for f in annotation.cues)


def _is_new_name(fill: Fill, i: int, annotation: Annotation, context: Context) -> bool:
    """Return whether token `i` begins a name that no sentence before has, and that is none of the catalogue's."""
    # A name of the catalogue belongs to what all its claims are about.
    known = any(t.is_name and t.first <= i < t.last for t in annotation.terms)
    return not known and annotation.tokens[i].norm not in context.heard and is_other_name(annotation, fill.slot, i, whole=True)


def _with_new_name(fill: Fill, term: Term, annotation: Annotation, context: Context) -> Span | None:
    """Return the tokens of a noun and of the name it is of, where no sentence before has the name: the van of Ribaseca."""
    tokens, language = annotation.tokens, annotation.language
    if term.last >= len(tokens) or tokens[term.last].norm not in words(language, "genitive"):
        return None
    i = term.last + 1
    while i < len(tokens) and tokens[i].norm in words(language, "articles") | {"'"}:
        i += 1
    if i >= len(tokens) or not _is_new_name(fill, i, annotation, context):
        return None
    return term.first, i + 1
