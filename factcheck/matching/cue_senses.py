"""Whether a word that may be a cue is one in its sentence: a negator without its other half negates nothing, قد غادر is no "may"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcheck.language.cues import is_stop, marker
from factcheck.language.knowledge import section
from factcheck.language.lexicon import lists
from factcheck.language.phrases import Found
from factcheck.language.tokens import Kind, Token, fold_word
from factcheck.language.value_words import words

# How many function words may stand between a cue and the verb in its noun form that it asks for: "évite de la vendre".
_TO_VERB = 2
_SHORTEST_VERB = 3
# So many tokens may stand between the halves of a negation, or before the one that is no negation.
_HALVES = 8


@cache
def circumstance_words(language: str | None) -> frozenset[str]:
    """Return the folded words that open a circumstance: how, when or why something was done."""
    return frozenset(fold_word(str(word)) for word in section(language, "circumstance_words") or ()) if language else frozenset()


def is_half(tokens: Sequence[Token], found: Found, language: str | None) -> bool:
    """Return whether a negator lacks its other half, and so negates nothing: "avant qu'il n'ait signé", "ne vend qu'à regret"."""
    halves = section(language, "half_negators") if language else {}
    if not halves or tokens[found.first].norm not in halves["first"] or found.last - found.first > 2:
        return False
    behind = [t.norm for t in tokens[found.last : found.last + _HALVES]]
    before = [t.norm for t in tokens[max(0, found.first - _HALVES) : found.first]]
    # "N'a pu", "n'ose": these verbs need no other half.
    if not set(halves["second"]).isdisjoint(behind + before) or not set(halves["verbs"]).isdisjoint(behind[:_TO_VERB]):
        return False
    if any(before[i : i + 2] == opening.split() for opening in halves["after"] for i in range(len(before))):
        return True
    return any(
        norm in halves["only"] and any(after in circumstance_words(language) for after in behind[i + 1 : i + 3])
        for i, norm in enumerate(behind)
    )


def is_within_negation(tokens: Sequence[Token], found: Found, language: str | None) -> bool:
    """Return whether a word stands right before the second half of a negation, and so opens nothing: ne cache pourtant pas."""
    halves = section(language, "half_negators") if language else {}
    return bool(halves) and found.last < len(tokens) and tokens[found.last].norm in halves["second"]


def takes_for_granted(tokens: Sequence[Token], found: Found, language: str | None) -> bool:
    """Return whether what is there is only thought away: without the loan, it would not have lasted the summer."""
    if language is None or found.first > 0 or tokens[0].norm not in words(language, "without"):
        return False
    return not words(language, "conditionals").isdisjoint(token.norm for token in tokens)


def is_before_verb(tokens: Sequence[Token], i: int, language: str | None) -> bool:
    """Return whether a verb in its noun form stands at token `i` or behind function words: selling, de vendre."""
    endings = tuple(section(language, "verb_noun_endings") or ()) if language else ()
    for token in tokens[i : i + 1 + _TO_VERB]:
        if token.kind is Kind.WORD and endings and len(token.norm) > _SHORTEST_VERB and token.norm.endswith(endings):
            return True
        if token.norm != "'" and (token.kind is not Kind.WORD or not is_stop(token.word, language)):
            return False
    return False


def is_possibility(tokens: Sequence[Token], found: Found, language: str | None) -> bool:
    """Return whether a word that is a possibility only before a verb of the present stands before one: قد يغادر."""
    word = tokens[found.first].norm
    needs = section(language, "needs_present") if language else ()
    if not any(word.endswith(cue) for cue in needs or ()):
        return True
    after = tokens[found.last].norm if found.last < len(tokens) else ""
    if after.startswith(marker(language, "present_verb")):
        return True
    return after.startswith(marker(language, "present_verb_unless_listed")) and not lists(after, language)
