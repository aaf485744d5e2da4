"""A thing that a text brings in anew though it has spoken of one before is another one: the van … had lost a van.

Who means the one that was spoken of says "the van". Only languages with an article for one of many show it.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.cues import Cue, is_stop
from factcheck.language.tokens import Kind, Token
from factcheck.language.value_words import words
from factcheck.matching.alignment import SAME_WORD, Fill
from factcheck.matching.annotation import Annotation
from factcheck.matching.context import Context
from factcheck.matching.wordings import Wording
from factcheck.model import Step

# So many words of its own may stand between an article and a noun: a temporary export licence.
_BETWEEN = 3


def brought_in_anew(
    wording: Wording, fills: Sequence[Fill], annotation: Annotation, context: Context, *, described: bool = False
) -> Step | None:
    """Return the step that says so where the sentence has "a van", the claim "the van", and the text spoke of a van before.

    Args:
        wording: The wording.
        fills: How its slots are filled.
        annotation: The sentence.
        context: What stands before it.
        described: Whether a relative clause may yet describe what was spoken of: he inherits a club that has 19,000 members.
    """
    one, articles = words(annotation.language, "articles_as_one"), words(wording.language, "articles")
    if not one:
        return None
    known = articles - words(wording.language, "articles_as_one")
    for fill in fills:
        term, slot = fill.term, fill.slot
        if term is None or fill.credit < SAME_WORD or annotation.scopes.negated[term.first]:
            continue
        if slot.is_name or slot.own.isdisjoint(context.before):
            continue
        article = _article(annotation.tokens, term.first, annotation.language)
        if article is None or annotation.tokens[article].norm not in one or (described and _is_described(annotation, term.last)):
            continue
        own = _article(wording.tokens, slot.first, wording.language)
        if own is not None and wording.tokens[own].norm in known:
            return Step("names", "another's", " ".join(t.text for t in annotation.tokens[article : term.last]))
    return None


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
