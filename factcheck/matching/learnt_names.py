"""Names that a catalogue does not list: read off its wordings, where the writing tells a name from other words.

Some languages write names with capitals. In one that has none, a run of words that the lexicon does not know is a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from factcheck.language.cues import cue_index, is_stop
from factcheck.language.knowledge import section
from factcheck.language.lexicon import concept_phrases, concepts, concepts_of
from factcheck.language.tokens import Kind, Token, fold_word, tokenise
from factcheck.language.value_search import find_values
from factcheck.language.values import Value
from factcheck.matching.vocabulary import Vocabulary

# Concepts of these kinds are written as names are.
_NAMING = ("place", "organisation")
# So many unknown words in a row are a name, and a word of a name has so many letters at least.
_RUN = 2
_LETTERS = 3
# After one of these a capital is that of a sentence.
_OPENERS = frozenset('.?!:"¿¡«“')


# By language and text, the names that are read off the text, as printed.
Runs = dict[str, tuple[str, ...]]


def learn_names(texts: Sequence[tuple[str, str | None]], vocabulary: Vocabulary, known: Runs | None = None) -> Runs:
    """Take runs inside the wordings for names, where the catalogue lists no such name; return what was found in each text.

    A capitalised run at the start of a text needs to recur inside another one. The last word of a run of two or more stands
    for the whole (Helen Marsh, Marsh). Texts that are `known`, as an earlier call returned them, are not read again.
    """
    known = known or {}
    found: Runs = {}
    runs: dict[tuple[str, ...], tuple[str, str]] = {}
    for text, language in texts:
        key = f"{language or ''}:{text}"
        if key not in found:
            found[key] = known[key] if key in known else tuple(" ".join(t.text for t in run) for run in _runs(text, language))
        for printed in found[key]:
            runs.setdefault(tuple(map(fold_word, printed.split(" "))), (printed, language or ""))
    for norms, (printed, language) in sorted(runs.items()):
        tokens = tokenise(printed)
        if any(vocabulary.names_at(tokens, i, language) for i in range(len(tokens))):
            continue
        feature = "n:" + "-".join(norms)
        vocabulary.add_name(feature, printed)
        if len(norms) > 1 and len(norms[-1]) > _LETTERS and not any(other != norms and other[-1] == norms[-1] for other in runs):
            vocabulary.add_name(feature, tokens[-1].text)
    return found


@lru_cache(maxsize=1 << 14)
def read_text(text: str, language: str | None) -> tuple[list[Token], list[Value]]:
    """Return the tokens and values of a wording, remembered: names are learnt from all wordings before any is taken apart."""
    tokens = tokenise(text)
    return tokens, find_values(tokens, language)


def _runs(text: str, language: str | None) -> Iterator[list[Token]]:
    """Yield the runs of a text that are names by the way its language is written."""
    if language is None:
        return
    tokens, values = read_text(text, language)
    valued = {i for value in values for i in range(value.first, value.last)}
    if section(language, "capitals") == "names":
        yield from _capital_runs([t for i, t in enumerate(tokens) if i not in valued], language)
    elif section(language, "unlisted_runs") == "names":
        yield from _unlisted_runs(tokens, valued, language)


def _unlisted_runs(tokens: Sequence[Token], valued: set[int], language: str) -> Iterator[list[Token]]:
    known = {i for start in range(len(tokens)) for f in concept_phrases(language).at(tokens, start) for i in range(f.first, f.last)}
    known |= {i for start in range(len(tokens)) for f in cue_index(language).at(tokens, start) for i in range(f.first, f.last)}
    run: list[Token] = []
    for i, token in enumerate(tokens):
        unlisted = token.kind is Kind.WORD and len(token.norm) >= _LETTERS and i not in valued and i not in known
        if unlisted and not is_stop(token.word, language) and not concepts_of(token.word, language):
            run.append(token)
            continue
        if len(run) >= _RUN:
            yield run
        run = []
    if len(run) >= _RUN:
        yield run


def _capital(token: Token) -> bool:
    return token.kind is Kind.WORD and token.text[0].isupper() and token.norm.isascii()


def _is_common(token: Token, language: str) -> bool:
    """Return whether a capitalised word is a word of the lexicon all the same: CEO, President, Friday's Court."""
    found = concepts_of(token.word, language)
    return bool(found) and not any(concepts()[concept].kind in _NAMING for concept in found)


def _capital_runs(tokens: list[Token], language: str) -> list[list[Token]]:
    runs: list[list[Token]] = []
    run: list[Token] = []
    for i, token in enumerate(tokens):
        starts = i == 0 or tokens[i - 1].norm in _OPENERS
        # The first word of a sentence is a name only where another capital follows it (Helen Marsh).
        likely = not starts or (not is_stop(token.norm, language) and i + 1 < len(tokens) and _capital(tokens[i + 1]))
        if (
            _capital(token)
            and (likely or run)
            and (run or not _is_common(token, language) or (i + 1 < len(tokens) and _capital(tokens[i + 1])))
        ):
            run.append(token)
            continue
        if run:
            runs.append(run)
        run = []
    return [r for r in [*runs, run] if r]
