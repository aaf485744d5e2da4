"""The listed words that turn, weaken or attribute a statement: negators, denials, hedges, speakers.

Each language's data file has a section `cues` with one list for each `Cue`.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache, lru_cache

from factcheck.language.compiled import compiled
from factcheck.language.knowledge import data_files, section
from factcheck.language.phrases import Found, PhraseIndex, phrase_index
from factcheck.language.stems import candidates, costs_of
from factcheck.language.tokens import Token, fold_word, tokenise


class Cue(StrEnum):
    """The kinds of cue; the value is the name of the list in the data files."""

    NEGATION = "negation"
    NEGATION_NEXT = "negation_next"
    NEGATION_NOUN = "negation_noun"
    NO_NEGATION = "no_negation"
    EXCEPTIVE = "exceptive"
    SET_ASIDE = "set_aside"
    DENIAL = "denial"
    CONTRARY = "contrary"
    FALSITY = "falsity"
    REJECTION = "rejection"
    DEBUNK = "debunk"
    FAILURE = "failure"
    FAILED_VERB = "failed_verb"
    REFUSAL = "refusal"
    POSSIBILITY = "possibility"
    GOVERNOR = "governor"
    UNREAL = "unreal"
    UNREAL_VERB = "unreal_verb"
    COUNTERFACTUAL = "counterfactual"
    FICTION = "fiction"
    ONLY_ADJUNCT = "only_adjunct"
    CONDITION = "condition"
    INTENTION = "intention"
    HEDGE = "hedge"
    SUPERSEDED = "superseded"
    COMPARED = "compared"
    DOUBT = "doubt"
    NO_CAUSE = "no_cause"
    PART_OF = "part_of"
    ALONE = "alone"
    ANOTHER_TIME = "another_time"
    EARLIER_TIME = "earlier_time"
    PAST_PERFECT = "past_perfect"
    PERIOD_PART = "period_part"
    EARLY_COUNT = "early_count"
    SUBGROUP = "subgroup"
    COMBINED = "combined"
    NEEDED = "needed"
    ABOUT_EVENT = "about_event"
    ABOUT_EVENT_NOUN = "about_event_noun"
    CONTRAST = "contrast"
    OPENER = "opener"
    RELATIVE = "relative"
    TEMPORAL = "temporal"
    SAY = "say"
    ACCORDING = "according"
    THAT = "that"
    ASKS_WHAT = "asks_what"
    PASSIVE_BY = "passive_by"
    ANAPHOR = "anaphor"
    OTHER = "other"
    PARTLY = "partly"
    FUTURE = "future"


@cache
def cue_index(language: str | None) -> PhraseIndex:
    """Return the index of all cues of a language; the payload of a phrase is its cue's name."""
    if language is None:
        return PhraseIndex(None)
    entries = compiled(f"cues-{language}", data_files(language), lambda: phrase_index(language, section(language, "cues").items()).entries)
    return PhraseIndex(language, entries)


@lru_cache(maxsize=1 << 14)
def cues_among(tokens: tuple[Token, ...], language: str | None) -> tuple[Found, ...]:
    """Return the cues in a run of tokens, of two that overlap the longer; remembered, for wordings that are asked about anew."""
    return tuple(cue_index(language).scan(tokens))


_CONJUNCTION_COST = 0.3
_PRONOUN_COST = 0.6


@cache
def _stops(language: str | None) -> frozenset[str]:
    return frozenset(token.norm for word in (section(language, "stop") if language else ()) for token in tokenise(str(word)))


@cache
def _accented_stops(language: str | None) -> frozenset[str]:
    return frozenset(str(word).lower() for word in (section(language, "stop") if language else ()) if _is_accented(str(word)))


def _is_accented(word: str) -> bool:
    """Return whether a word has a Latin letter with an accent."""
    return any("\u00c0" <= letter <= "\u024f" for letter in word)


@lru_cache(maxsize=1 << 14)
def is_stop(word: str, language: str | None) -> bool:
    """Return whether a word (`Token.word`) has no content of its own, with or without a joined clitic.

    Accents count where the word has any: it is a function word only if the language lists it with them.
    """
    stops = _stops(language)
    if _is_accented(word) and word not in _accented_stops(language):
        # Spanish bajó is no bajo, French né no ne.
        return False
    # A pronoun may be joined to the end of a longer function word too (لكنه, لأنها).
    folded = fold_word(word)
    if folded in stops or stops.isdisjoint(costs_of(word, language)):
        return folded in stops
    return any(
        form in stops and (cost <= _CONJUNCTION_COST or (len(form) > 2 and folded.startswith(form)))
        for form, cost in candidates(word, language)
        if cost <= _PRONOUN_COST
    )


@cache
def marker(language: str | None, name: str) -> tuple[str, ...]:
    """Return the beginnings of words listed in section `prefix_cues` under `name`, such as future سي."""
    return tuple(section(language, "prefix_cues").get(name, ())) if language else ()
