"""Which questions each sentence of an article may speak of: found without reading the sentence closely, and without missing one.

Most sentences of most articles have nothing to do with any claim. What a sentence would have to say for a wording to be
found in it (`Alternative`) is known before any sentence is seen: the names, a word for the event, a value. Each word form is
looked up once, for everything that it could possibly stand for; an article or a sentence without one of the things asked
for is passed over. The bound errs on one side only: what is passed over would have come to nothing, so that the outcome
is that of holding every wording against every sentence.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from factcheck.language.cues import Cue, cue_index
from factcheck.language.dates import may_tell_day
from factcheck.language.identify import language_of_sentence, may_change_language
from factcheck.language.stems import costs_of
from factcheck.language.tokens import Token, tokenise
from factcheck.language.value_words import may_begin, phrases, words
from factcheck.matching.questions import QuestionModel
from factcheck.matching.reached import NOTHING, Asked, Reached, asked_of, code_of, codes_of
from factcheck.matching.vocabulary import Vocabulary
from factcheck.matching.ways import DAY, DENIAL, FIGURE, VALUE, Alternative, ways_of
from factcheck.model import Source

# Beyond so many word forms those that stand for nothing are forgotten, or all: memory then no longer grows with what is read.
_MOST_FORMS = 50_000
_MOST_WITH_FORMS = 1 << 14
# A word of the lexicon stands in far more articles than a name does; groups without one are asked for first.
_WORD_COST = 50
# Cues that may deny a claim of which nothing but its own words is said.
_DENYING = frozenset((Cue.DENIAL, Cue.FALSITY, Cue.NEGATION, Cue.NEGATION_NOUN, Cue.NO_CAUSE, Cue.SET_ASIDE))

_Features = frozenset[str]
_NO_FEATURES: _Features = frozenset()


@dataclass(slots=True, eq=False)
class _Word:
    """What a word form may stand for in articles of one language. All but the names is found when it is first needed.

    Attributes:
        names: Names that it may have, alone or with other words, and perhaps some more.
        read: Whether all but the names was found.
        codes: The numbers of all that it may stand for, whether a question asks for it or not; empty where nobody will ask.
        features: Those that it has alone, of what a slot of the catalogue asks for.
        longer: Those that it has together with other words: with each, the forms of those words.
        seconds: All forms that the first of those words may have.
        begins: What begins with it: `VALUE`, `DENIAL`, `FIGURE` and `DAY` of `matching.ways`, added up.
    """

    names: _Features
    read: bool = False
    codes: tuple[int, ...] = ()
    features: _Features = _NO_FEATURES
    longer: tuple[tuple[str, tuple[_Features, ...]], ...] = ()
    seconds: _Features = _NO_FEATURES
    begins: int = 0


# Nearly all word forms have no name, and of those that were read most stand for nothing: one of these serves all of them.
_UNREAD, _PLAIN = _Word(_NO_FEATURES), _Word(_NO_FEATURES, read=True)


@dataclass(slots=True)
class Picked:
    """What of an article is worth a closer look.

    Attributes:
        sentences: Index of each question that may be spoken of, in order, with the indexes of its sentences, in order.
        around: Indexes of all sentences from which those may borrow, in order; they include them.
        reached: What the words of the article may stand for; `NOTHING` where the index was told that nobody will ask.
    """

    sentences: dict[int, list[int]] = field(default_factory=dict)
    around: list[int] = field(default_factory=list)
    reached: Reached = NOTHING


class CatalogueIndex:
    """The questions of a catalogue, ready to be asked which of them an article speaks of."""

    def __init__(
        self, models: Sequence[QuestionModel], vocabulary: Vocabulary, asked: Collection[int] | None = None, *, remembers: bool = True
    ) -> None:
        """Index the wordings of `models`, which were built with `vocabulary`.

        Args:
            models: The questions.
            vocabulary: Theirs.
            asked: Indexes of the questions that articles are held against; None for all.
            remembers: Whether it must be told of each article what its words may stand for.
        """
        self.models = models
        self.vocabulary = vocabulary
        self._remembers = remembers
        # Wordings of one kind ask for the same words: one set serves all of them.
        same: dict[_Features, _Features] = {}
        ways = [
            way.sharing(same)
            for number in (range(len(models)) if asked is None else sorted(asked))
            for template in models[number].templates
            for way in ways_of(number, models[number], template)
        ]
        self._relevant = frozenset[str]().union(*(_features_of(models[number]) for number in {way.model for way in ways}))
        held = Counter(feature for way in ways for group in {*way.article, *way.sentence} for feature in group)
        self._by_feature: defaultdict[str, list[Alternative]] = defaultdict(list)
        self._always: list[Alternative] = []
        for way in ways:
            groups = (*way.article, *way.sentence)
            if not groups:
                self._always.append(way)
                continue
            for feature in min(groups, key=lambda group: sum(held[f] if f.startswith("n:") else _WORD_COST + held[f] for f in group)):
                self._by_feature[feature].append(way)
        # Where every way asks for names, an article without all names of some way is passed over before its other words are looked up.
        named = not self._always and all(feature.startswith("n:") for feature in self._by_feature)
        self._names = {name: _names_asked(rows) for name, rows in self._by_feature.items()} if named else None
        self._ways = ways
        self._words: dict[str | None, dict[str, _Word]] = {language: {} for language in vocabulary.languages}
        self._forms = {language: _Forms(language) for language in vocabulary.languages}
        self._latest: tuple[Source, Picked] | None = None

    @cached_property
    def _asked(self) -> list[Asked]:
        return list(dict.fromkeys(asked_of((*way.article, *way.sentence), way.two) for way in self._ways))

    def may_concern(self, reached: Reached) -> bool:
        """Return False where an article whose words may stand for just this can speak of no question."""
        return any(asked.met_by(reached) for asked in self._asked)

    def pick(self, source: Source) -> Picked:
        """Return what of an article may speak of any question; of the same article again, the same."""
        if self._latest is None or self._latest[0] is not source:
            self._latest = source, self._pick(source, source.language if source.language in self._words else None)
        return self._latest[1]

    def _pick(self, source: Source, language: str | None) -> Picked:
        sentences = [source.text[s.start : s.end].split() for s in source.sentences]
        spoken = self._spoken(source, language)
        words: dict[str | None, dict[str, _Word]] = {}
        fresh: dict[str | None, dict[str, list[Token]]] = {}
        for code in sorted(set(spoken), key=str):
            seen = set(chain.from_iterable(s for s, here in zip(sentences, spoken, strict=True) if here == code))
            words[code], fresh[code] = self._look_up(seen, code)
        if self._names is not None:
            names = frozenset().union(*[word.names for word in _every(words) if word.names])
            if not self._open_by_names(names):
                return Picked(reached=Reached(codes_of(names), whole=False) if self._remembers else NOTHING)
        for code, table in words.items():
            for printed in [printed for printed, word in table.items() if not word.read]:
                tokens = fresh[code][printed] if printed in fresh[code] else tokenise(printed)
                table[printed] = self._words[code][printed] = self._read(table[printed].names, tokens, code)
        told = frozenset().union(*[word.features for word in _every(words) if word.features])
        ways = self._open_to(told.union([feature for word in _every(words) if word.longer for feature, _ in word.longer]))
        picked = Picked()
        if self._remembers:
            picked.reached = Reached(frozenset(chain.from_iterable(word.codes for word in _every(words))), whole=True)
        if not ways:
            return picked
        asked_for = [(way, way.begun) for way in ways]
        features: list[_Features] = []
        found: defaultdict[int, set[int]] = defaultdict(set)
        for number, (sentence, code) in enumerate(zip(sentences, spoken, strict=True)):
            told, begun = _told(sentence, words[code], self._forms[code])
            features.append(told)
            for way, needed in asked_for:
                if begun & needed == needed and way.met_by(told):
                    found[way.model].add(number)
        if not found:
            return picked
        picked.sentences = {model: sorted(found[model]) for model in sorted(found)}
        asked = frozenset().union(*(_features_of(self.models[model]) for model in found))
        speaking = set().union(*found.values())
        picked.around = [i for i, told in enumerate(features) if i in speaking or not told.isdisjoint(asked)]
        return picked

    def _spoken(self, source: Source, language: str | None) -> list[str | None]:
        """Return the language that each sentence of an article in `language` is read in."""
        if not may_change_language(source.text, language):
            return [language] * len(source.sentences)
        spoken = (language_of_sentence(source.text[s.start : s.end], language) for s in source.sentences)
        return [code if code in self._words else None for code in spoken]

    def _open_by_names(self, names: _Features) -> bool:
        """Return whether an article with these names has all names that some way asks for; every way asks for one."""
        asked = self._names or {}
        return any(not any(map(names.isdisjoint, groups)) for name in names & asked.keys() for groups in asked[name])

    def _open_to(self, told: _Features) -> list[Alternative]:
        """Return the ways for which an article with these features has all that is asked."""
        ways = (self._by_feature[feature] for feature in sorted(told & self._by_feature.keys()))
        reached = dict.fromkeys(chain(self._always, *ways))
        return [way for way in reached if not any(map(told.isdisjoint, way.article)) and way.met_by(told)]

    def _look_up(self, seen: Collection[str], language: str | None) -> tuple[dict[str, _Word], dict[str, list[Token]]]:
        """Return the word forms with what is known of them by now, and the tokens of those that were not met before."""
        table = self._words[language]
        if len(table) > _MOST_FORMS:
            telling = {printed: word for printed, word in table.items() if word is not _PLAIN and word is not _UNREAD}
            table.clear()
            if len(telling) < _MOST_FORMS // 2:
                table.update(telling)
        fresh = {printed: tokenise(printed) for printed in seen if printed not in table}
        for printed, tokens in fresh.items():
            names = [reached for token in tokens if (reached := self.vocabulary.names_reached(token, language))]
            table[printed] = _Word(frozenset().union(*names)) if names else _UNREAD
        return {printed: table[printed] for printed in seen}, fresh

    def _read(self, names: _Features, tokens: Iterable[Token], language: str | None) -> _Word:
        """Return what a word form with these names and tokens may stand for."""
        begins = 0
        alone: set[str] = set()
        longer: dict[tuple[str, tuple[_Features, ...]], None] = {}
        everything: set[str] = set()
        for token in tokens:
            reached = self.vocabulary.reach(token, language)
            if self._remembers:
                everything.update([feature for feature, _ in reached])
            for feature, rest in reached:
                if feature in self._relevant:
                    if rest:
                        longer[feature, rest] = None
                    else:
                        alone.add(feature)
            if may_begin(token, language):
                begins |= VALUE
            if any(payload in _DENYING for payload, _ in cue_index(language).opened_by(token.word)):
                begins |= DENIAL
            if token.norm in words(language, "figure_words") or phrases(language, "falsehoods").opened_by(token.word):
                begins |= FIGURE
            if may_tell_day(token.word, language):
                begins |= DAY
        if not (names or everything or alone or longer or begins):
            return _PLAIN
        features = frozenset(alone) if alone else _NO_FEATURES
        together = tuple(each for each in longer if each[0] not in alone)
        seconds = frozenset().union(*(forms[0] for _, forms in together)) if together else _NO_FEATURES
        return _Word(names, True, tuple(map(code_of, everything)), features, together, seconds, begins)


def _every(words: Mapping[str | None, Mapping[str, _Word]]) -> Iterator[_Word]:
    return chain.from_iterable(table.values() for table in words.values())


def _told(sentence: Sequence[str], known: Mapping[str, _Word], forms_of: _Forms) -> tuple[_Features, int]:
    """Return the features that a sentence may have, and what begins in it.

    Features are those of its words, and of phrases all words of which stand in it.
    """
    alone: set[str] = set()
    openers: list[_Word] = []
    begun = 0
    for word in map(known.__getitem__, sentence):
        if word is _PLAIN:
            continue
        begun |= word.begins
        if word.features:
            alone |= word.features
        if word.longer:
            openers.append(word)
    if openers:
        forms: set[str] = set().union(*map(forms_of.__getitem__, sentence))
        for word in openers:
            # Most openers, such as "the", stand in most sentences without any word that could be the second.
            if not forms.isdisjoint(word.seconds):
                alone.update([feature for feature, rest in word.longer if not any(map(forms.isdisjoint, rest))])
    return frozenset(alone), begun


class _Forms(dict[str, _Features]):
    """The forms that the words of printed word forms may have in articles of one language; found when they are first asked for."""

    def __init__(self, language: str | None) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, printed: str) -> _Features:
        if len(self) >= _MOST_WITH_FORMS:
            self.clear()
        tokens = tokenise(printed)
        found = self[printed] = frozenset(form for token in tokens for form in (token.norm, *costs_of(token.word, self._language)))
        return found


def _names_asked(ways: Iterable[Alternative]) -> list[tuple[_Features, ...]]:
    """Return the groups of names of which an article must have one each, way by way, each such row once."""
    rows = (tuple(group for group in way.article if all(feature.startswith("n:") for feature in group)) for way in ways)
    return list(dict.fromkeys(rows))


def _features_of(model: QuestionModel) -> _Features:
    """Return every feature that fills a slot of a question's wordings, in either sense."""
    return frozenset(chain.from_iterable(s.any_sense for t in model.templates for s in t.slots))
