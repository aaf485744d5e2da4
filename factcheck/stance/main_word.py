"""The word that a claim hangs on: its verb, or the noun that it is about where its verb says little.

Who visited the mill did not sell it, though all but one word is the claim's.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcheck.language.cues import Cue, cues_among, is_stop
from factcheck.language.knowledge import section
from factcheck.language.tokens import Kind
from factcheck.matching.alignment import Fill, candidates_for
from factcheck.matching.annotation import Annotation
from factcheck.matching.weak_words import is_weak_verb
from factcheck.matching.wordings import Slot, Wording

# A word that is less like the claim's is none for it.
_LIKE = 0.3
_BEFORE_NOUNS = ("articles", "prepositions", "genitive", "determiners")


def lacks_main_word(wording: Wording, fills: Sequence[Fill], annotation: Annotation) -> str | None:
    """Return the wording's main word where nothing in the sentence says it, or None where something does or none is known.

    Args:
        wording: The wording.
        fills: How those of its slots are filled that are asked for; a word that is not asked for is not missed.
        annotation: The sentence.
    """
    slot = main_slot(wording)
    # Of a word that the lexicon does not know nobody can say what else may stand for it.
    if (
        slot is None
        or not any(feature.startswith("c:") for feature in slot.features)
        or is_weak_verb(slot.text, wording.language)
        or not any(f.slot.place == slot.place and not f.slot.generic for f in fills)
    ):
        return None
    said = any(alike >= _LIKE for _, alike, _ in candidates_for(slot, annotation))
    return None if said else slot.text


def main_slot(wording: Wording) -> Slot | None:
    """Return the slot of the main word: the first one where verbs stand first, else what stands between a subject and an object."""
    if wording.language is not None and section(wording.language, "verb_first"):
        first = next(iter(wording.slots), None)
        return first if first is not None and first.is_predicate() else None
    dating = next((f.first for f in cues_among(wording.tokens, wording.language) if f.payload == Cue.TEMPORAL), len(wording.tokens))
    for slot in wording.slots[1:]:
        # The verb of a clause that only dates the claim is not what it hangs on: had 200 customers when she left.
        if slot.first < dating and slot.is_predicate() and _is_verb(wording, slot):
            return slot
    return None


def _is_verb(wording: Wording, slot: Slot) -> bool:
    """Return whether a word has no article or preposition before it, and an article, preposition, value or name behind it."""
    language, tokens = wording.language, wording.tokens
    opening = _before_nouns(language)
    if tokens[slot.first - 1].word in opening:
        return False
    # An adjective or compound before a noun has no function word before it either, but one behind its noun.
    before = tokens[slot.first - 1]
    named = any(s.last == slot.first for s in wording.slots)
    if not named and not (before.kind is Kind.WORD and is_stop(before.word, language)):
        return False
    if slot.last >= len(tokens):
        return True
    behind = tokens[slot.last]
    valued = any(v.first == slot.last for v in wording.values)
    return valued or behind.word in opening or any(s.is_name and s.first == slot.last for s in wording.slots)


@cache
def _before_nouns(language: str | None) -> frozenset[str]:
    # With their accents: "à" leads to a noun, "a" to a verb.
    return frozenset(str(word) for name in _BEFORE_NOUNS for word in section(language, name)) if language else frozenset()
