"""What the words of a catalogue and of the lexicon are called: words and phrases to features.

A feature is a string: `n:<id>` a name of the catalogue, `c:<concept>` a concept of the lexicon or of the
catalogue's own `synonyms:`, `w:<word>` a word that some wording uses. Two texts meet where they share a
feature; each feature of a word has a credit from 0 to 1, less than 1 where the form is not exact.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from factcheck.language.cues import is_stop
from factcheck.language.folding import fold
from factcheck.language.knowledge import codes, section
from factcheck.language.lexicon import concept_phrases, concepts, concepts_of
from factcheck.language.phrases import Found, PhraseIndex, read_phrase
from factcheck.language.spelling import Spellings
from factcheck.language.stems import candidates, costs_of
from factcheck.language.tokens import Kind, Token, fold_word, tokenise
from factcheck.matching.wording_languages import languages_of
from factcheck.model import Catalogue

# What one unit of form cost (a stripped clitic or ending) takes off the credit of a match.
_COST_TO_CREDIT = 0.08
# One letter may differ (ماسط for ماسك) in a name of four letters and more, two from eight on; in other words
# one from six on. Short words are never forgiven: one letter makes another word of them.
_FUZZY_LENGTH = 4
_LONG = 8
_FUZZY_CREDIT = 0.85
_NAME_EDITS = 2
# Beyond so many words of a language all that is known of them is thrown away: memory does not grow with what is read.
_MOST_WORDS = 1 << 15
_MOST_NEAR = 4096
# What nearly all of these words have, in one place for all; nobody may change it.
_NO_FEATURES: dict[str, float] = {}


def credit(cost: float) -> float:
    """Return the credit of a match whose word forms cost `cost`."""
    return max(0.5, 1.0 - _COST_TO_CREDIT * cost)


def _with_concepts(synonyms: list[Found], concepts_here: Sequence[Found]) -> list[Found]:
    """Return the phrases of the catalogue and the concepts that start at one token, longest first."""
    if not concepts_here:
        return synonyms
    both = [*synonyms, *(Found(f.first, f.last, f"c:{f.payload}", f.cost) for f in concepts_here)]
    return sorted(both, key=lambda f: (-f.last, f.cost, f.payload)) if len(both) > 1 else both


class Vocabulary:
    """The features of words, for one catalogue. Looked up once per distinct word."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Index the catalogue's names, synonyms and content words over the lexicon."""
        self.languages = (*codes(), None)
        texts = [t for q in catalogue.questions for t in (q.text, *(w for c in q.claims for w in (c.text, *c.wordings)))]
        self._language_of = languages_of(texts)
        # Only languages that some text is in are loaded.
        self._spoken = sorted({code for code in self._language_of.values() if code is not None})
        # Of each language, whether it is written in Arabic script, and the language of words in the other one.
        self._scripts = {language: (self.is_arabic(language), self.foreign(language) if language else None) for language in self.languages}
        # A name is not inflected: one table of names serves the index of every language.
        self._names = PhraseIndex(None)
        self._names_in: dict[str | None, PhraseIndex] = {}
        self._synonyms: dict[str | None, PhraseIndex] = {language: PhraseIndex(language) for language in self.languages}
        # By form of a word its features, each with the cost of the form: two of one form are rare.
        self._words: dict[str | None, dict[str, tuple[tuple[str, float], ...]]] = {language: {} for language in self.languages}
        self._places: set[str] = set()
        # What a longer word may be another spelling of: words of names with their features, and words of wordings.
        self._name_words: dict[str, set[str]] = {}
        self._name_spellings, self._spellings = Spellings(_NAME_EDITS), Spellings(1)
        self._near_names: dict[str, str | None] = {}
        self._known: dict[str | None, dict[str, dict[str, float]]] = {language: {} for language in self.languages}
        self._named: list[tuple[str, str]] = []
        self._listed: set[tuple[str, str | None]] = set()
        for name, spellings in catalogue.names:
            for spelling in spellings:
                self.add_name(f"n:{name}", spelling)
        for number, group in enumerate(catalogue.synonyms):
            for phrase in group:
                for language in self.languages:
                    self._synonyms[language].add(phrase, f"c:synonym-{number}", inflected=True)

    def add_name(self, feature: str, spelling: str) -> None:
        """Let `spelling` be a way to write the name behind `feature`, in text of any language."""
        tokens = tokenise(spelling)
        self._named.append((feature, spelling))
        read = read_phrase(spelling, None)
        if read is not None:
            self._names.add_read(read, feature)
            # What the others have looked up may have changed.
            self._names_in.clear()
        if self._names_place(tokens):
            self._places.add(feature)
        if len(tokens) == 1 and len(tokens[0].norm) >= _FUZZY_LENGTH:
            norm = tokens[0].norm
            self._name_words.setdefault(norm, set()).add(feature)
            self._name_spellings.add(norm)
            self._near_names.clear()

    def add_word(self, token: Token, language: str | None) -> None:
        """Let a word of a wording be recognised in articles of its language; known words stay as they are."""
        norm = token.norm
        self._listed.add((token.word, language))
        words, feature = self._words[language], f"w:{norm}"
        for form, cost in candidates(token.word, language):
            if cost <= 0.6:
                row = dict(words.get(form, ()))
                row[feature] = min(cost, row.get(feature, 9.0))
                words[form] = tuple(row.items())
        if len(norm) > _FUZZY_LENGTH:
            self._spellings.add(norm)

    def _names_place(self, tokens: Sequence[Token]) -> bool:
        for code in self._spoken:
            if len(tokens) == 1:
                found = set(concepts_of(tokens[0].word, code))
            else:
                found = {f.payload for f in concept_phrases(code).at(tokens, 0) if f.last == len(tokens)} if tokens else set()
            if any(concepts()[concept].kind == "place" for concept in found):
                return True
        return False

    @property
    def named(self) -> tuple[tuple[str, str], ...]:
        """All names in the order in which they were added: feature and spelling."""
        return tuple(self._named)

    @property
    def listed(self) -> frozenset[tuple[str, str | None]]:
        """All words of wordings (`Token.word`), each with its language."""
        return frozenset(self._listed)

    @property
    def spoken(self) -> tuple[str, ...]:
        """The languages of the catalogue's texts, in order."""
        return tuple(self._spoken)

    def is_place(self, features: Mapping[str, float]) -> bool:
        """Return whether a name is that of a country, city or region known to the lexicon."""
        return any(feature in self._places for feature in features)

    @staticmethod
    @lru_cache(maxsize=1 << 12)
    def near(features: frozenset[str]) -> frozenset[str]:
        """Return the features of concepts that are near some of the concepts behind `features`."""
        names = (feature.removeprefix("c:") for feature in features)
        return frozenset(f"c:{other}" for name in names if name in concepts() for other in concepts()[name].near)

    def names_at(self, tokens: Sequence[Token], i: int, language: str | None) -> list[Found]:
        """Return the catalogue's names that start at token `i`, longest first."""
        return self._names_of(language).at(tokens, i)

    def _names_of(self, language: str | None) -> PhraseIndex:
        if language not in self._names_in:
            self._names_in[language] = PhraseIndex(language, self._names.entries)
        return self._names_in[language]

    def names_in(self, tokens: Sequence[Token], language: str | None) -> dict[int, list[Found]]:
        """Return what `names_at` returns for each token where it finds anything."""
        return self._names_of(language).by_place(tokens)

    def phrases_at(self, tokens: Sequence[Token], i: int, language: str | None) -> list[Found]:
        """Return the concepts of several words (or synonyms of any length) that start at token `i`, longest first."""
        found = self._synonyms[language].at(tokens, i)
        return _with_concepts(found, concept_phrases(language).at(tokens, i)) if language is not None else found

    def phrases_in(self, tokens: Sequence[Token], language: str | None) -> dict[int, list[Found]]:
        """Return what `phrases_at` returns for each token where it finds anything."""
        found = self._synonyms[language].by_place(tokens)
        for i, concepts_here in concept_phrases(language).by_place(tokens).items() if language is not None else ():
            found[i] = _with_concepts(found.get(i, []), concepts_here)
        return found

    def features_of(self, token: Token, language: str | None) -> dict[str, float]:
        """Return the features of a word of an article in `language`; see `features` and `word_language`."""
        return self.features(token.word, self.word_language(token, language))

    def features(self, word: str, language: str | None) -> dict[str, float]:
        """Return the features of a word (`Token.word`) with their credits; empty for a word without content.

        The mapping is shared: do not change it.
        """
        table = self._known[language]
        known = table.get(word)
        if known is None:
            if len(table) > _MOST_WORDS:
                table.clear()
            known = table[word] = self._look_up(word, language)
        return known

    def _look_up(self, word: str, language: str | None) -> dict[str, float]:
        if len(word) < 2 or is_stop(word, language):
            return {}
        found: dict[str, float] = {}
        words = self._words[language]
        if not words.keys().isdisjoint(costs_of(word, language).keys()):
            for form, cost in candidates(word, language):
                for feature, more in words.get(form, ()):
                    found[feature] = max(found.get(feature, 0.0), credit(cost + more))
            best = max(found.values(), default=0.0) - 0.05
            found = {feature: value for feature, value in found.items() if value >= best}
        for concept, cost in concepts_of(word, language).items():
            found[f"c:{concept}"] = credit(cost)
        return found or self._spelling_variant(fold(word)) or _NO_FEATURES

    def _spelling_variant(self, word: str) -> dict[str, float]:
        """Forgive a typing error or another spelling, of longer words and names only, same first letter."""
        if len(word) < _FUZZY_LENGTH:
            return {}
        name = self._nearest_name(word)
        if name is not None:
            return dict.fromkeys(sorted(self._name_words[name]), _FUZZY_CREDIT)
        near = self._spellings.nearest(word, 1) if len(word) >= _LONG - 2 else None
        return {} if near is None else {f"w:{near}": _FUZZY_CREDIT}

    def _nearest_name(self, word: str) -> str | None:
        """Return the name of one word that a folded word may be another spelling of; a word is asked about twice in short order."""
        known = self._near_names
        if word not in known:
            if len(known) > _MOST_NEAR:
                known.clear()
            known[word] = self._name_spellings.nearest(word, 1 if len(word) < _LONG else _NAME_EDITS)
        return known[word]

    def word_language(self, token: Token, language: str | None) -> str | None:
        """Return the language in which a word of an article in `language` is looked up.

        A word in another script than the article's is a name, or a foreign term.
        """
        arabic, foreign = self._scripts[language]
        return foreign if language is not None and token.norm.isascii() == arabic else language

    def reach(self, token: Token, language: str | None) -> list[tuple[str, tuple[frozenset[str], ...]]]:
        """Return every feature that a term which starts at the token can have, whatever stands beside it.

        With each, the forms of the further words that must stand in the sentence for it; nothing for the word alone.
        """
        if token.kind is Kind.MARK:
            return []
        forms = costs_of(token.word, language)
        reached = [*self._names_of(language).opened_by_any(forms), *self._synonyms[language].opened_by_any(forms)]
        if language is not None:
            reached += [(f"c:{concept}", rest) for concept, rest in concept_phrases(language).opened_by_any(forms)]
        if token.kind is Kind.WORD:
            reached += [(feature, ()) for feature in self.features_of(token, language)]
        return reached

    def names_reached(self, token: Token, language: str | None) -> frozenset[str]:
        """Return the names among the features that `reach` returns, and perhaps some more; found in a fraction of the time."""
        if token.kind is Kind.MARK:
            return frozenset()
        found = {payload for payload, _ in self._names_of(language).opened_by(token.word)}
        word = fold_word(token.word)
        if token.kind is Kind.WORD and len(word) >= _FUZZY_LENGTH:
            near = self._nearest_name(word)
            found.update(() if near is None else self._name_words[near])
        return frozenset(found)

    def foreign(self, language: str) -> str | None:
        """Return the catalogue's language of the other script, for words of that script in an article, or None."""
        return next((code for code in self._spoken if self.is_arabic(code) != self.is_arabic(language)), None)

    def is_arabic(self, language: str | None) -> bool:
        """Return whether a language is written in Arabic script."""
        return language is not None and section(language, "script") == "Arabic"

    def language_of(self, text: str) -> str | None:
        """Return the language of a text of the catalogue, or None where it has no data."""
        return self._language_of[text]

    def likely_language(self, text: str) -> str | None:
        """Return the commonest language of the catalogue in the script of `text`, whose own language nobody can tell."""
        arabic = sum(not token.norm.isascii() for token in tokenise(text)) * 2 > sum(token.norm.isascii() for token in tokenise(text))
        spoken = Counter(code for code in self._language_of.values() if code is not None and self.is_arabic(code) == arabic)
        return max(spoken, key=lambda code: (spoken[code], code), default=None)


def content_words(tokens: Iterable[Token], language: str | None) -> list[Token]:
    """Return the tokens that carry content: words that are no stop words."""
    return [t for t in tokens if t.kind is Kind.WORD and len(t.norm) > 1 and not is_stop(t.norm, language)]
