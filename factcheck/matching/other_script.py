"""Names that a catalogue writes in two scripts and lists in neither: Musk in one wording of a claim, ماسك in another.

Consonants survive where names are written in another script; vowels come and go, and some sounds share a letter. A name
that was read off one wording is taken to be the words of another wording of the same claim that sound like it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from factcheck.language.cues import is_stop
from factcheck.language.knowledge import codes, section
from factcheck.language.lexicon import concepts_of
from factcheck.language.tokens import Kind, Token, fold_word, tokenise
from factcheck.matching.vocabulary import Vocabulary

# So many consonants tell a word from others; of a name of several words two will do.
_CONSONANTS = 3
_CONSONANTS_OF_SEVERAL = 2
# A name has so many words in another script at the most: أوبن إيه آي.
_WORDS = 4


def link_scripts(claims: Iterable[Sequence[tuple[str, str | None]]], features: frozenset[str], vocabulary: Vocabulary) -> None:
    """Let words of one script be spellings of names that were read off texts in another.

    Args:
        claims: For each claim its texts, each with its language or None.
        features: The names in question; those that the catalogue lists have the spellings that it gives.
        vocabulary: It has the names, and gets the spellings.
    """
    scripted = {code for code in codes() if section(code, "sounds")}
    found: dict[tuple[str, str], None] = {}
    for texts in claims:
        foreign = [(tokenise(text), language) for text, language in texts if language is not None and language in scripted]
        others = [(tokenise(text), language) for text, language in texts if language is not None and language not in scripted]
        if not foreign or not others:
            continue
        names = {(name, feature) for tokens, code in others for name, feature in _names(tokens, code, features, vocabulary)}
        for name, feature in sorted(names):
            for tokens, language in foreign:
                spelling = _sounding_like(name, tokens, language)
                if spelling is not None:
                    found[feature, spelling] = None
    for feature, spelling in sorted(found):
        vocabulary.add_name(feature, spelling)


def _names(tokens: Sequence[Token], language: str | None, features: frozenset[str], vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    for i in range(len(tokens)):
        for name in vocabulary.names_at(tokens, i, language):
            if name.payload in features:
                yield " ".join(t.text for t in tokens[i : name.last]), name.payload


def _sounding_like(name: str, tokens: Sequence[Token], language: str) -> str | None:
    """Return the words of another script that sound like a name, longest first, without a joined article or conjunction; or None."""
    wanted = _sounds(name, language)
    for length in range(_WORDS, 0, -1):
        least = _CONSONANTS_OF_SEVERAL if length > 1 else _CONSONANTS
        if len(wanted) < least:
            continue
        for i in range(len(tokens) - length + 1):
            run = tokens[i : i + length]
            if any(t.kind is not Kind.WORD or is_stop(t.word, language) or concepts_of(t.word, language) for t in run):
                continue
            for text in _without_prefixes(" ".join(t.text for t in run), language):
                if _sounds(text, language) == wanted:
                    return text
    return None


def _without_prefixes(text: str, language: str) -> Iterator[str]:
    yield text
    yield from (text[len(prefix) :] for prefix in section(language, "name_prefixes") if text.startswith(prefix))


@cache
def _table(language: str) -> tuple[Mapping[str, str], int]:
    table = {fold_word(str(letters)): str(sound) for letters, sound in section(language, "sounds").items()}
    return table, max(map(len, table))


@lru_cache(maxsize=1 << 14)
def _sounds(text: str, language: str) -> str:
    """Return the consonants of a text in either script as the language's data has them; doubled letters count once."""
    table, longest = _table(language)
    word, sounds, i = fold_word(text), "", 0
    while i < len(word):
        # A doubled letter is one sound: the two of Twitter that stand together.
        if i and word[i] == word[i - 1]:
            i += 1
            continue
        size = next((n for n in range(longest, 0, -1) if word[i : i + n] in table), 0)
        sounds += table[word[i : i + size]] if size else ""
        i += size or 1
    return sounds
