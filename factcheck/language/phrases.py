"""Finds listed words and phrases in a run of tokens, longest first.

A list entry is matched as written (folded), after a clitic where its language has clitics, or in any form
of its words where the entry starts with `~`. Marks in an entry (`no-one`, `didn't`) are tokens of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from factcheck.language.knowledge import section
from factcheck.language.stems import candidates, costs_of
from factcheck.language.tokens import Kind, Token, tokenise

# How many words the object between the parts of a phrase may have, and what being parted costs.
_LONGEST_GAP = 3
_GAP_COST = 0.5
_SHORT = 2
# An exact entry may carry a joined conjunction or preposition (ولم, فلن), which costs at most this.
_CLITIC_COST = 0.4
# The words of an inflected entry may lose one cheap ending.
_FORM_COST = 0.6


class Found(NamedTuple):
    """One listed phrase in a text: `tokens[first:last]` is it, `cost` what its word forms cost together."""

    first: int
    last: int
    payload: str
    cost: float


def _rank(found: Found) -> tuple[int, float, str]:
    """Return what the longest comes first by, then the cheapest."""
    return -found.last, found.cost, found.payload


# What follows the first word of a phrase: the forms that each further word may have; the payload; whether words may be inflected.
Entry = tuple[tuple[frozenset[str], ...], str, bool]


# The forms that each word of a phrase may have, and whether its words may be inflected.
ReadPhrase = tuple[tuple[frozenset[str], ...], bool]


class _Longer(NamedTuple):
    """A phrase of two words and more, as seen from its first word."""

    words: tuple[frozenset[str], ...]
    payload: str
    inflected: bool
    cost: float


class _Opening(NamedTuple):
    """What a word opens: payloads that it has alone, with their costs; longer phrases, by each form of their second word.

    Those that words may stand in, before their second word, are in `parted` too.
    """

    alone: dict[str, float]
    longer: dict[str, list[_Longer]]
    parted: dict[str, list[_Longer]]


# A word that was not looked up yet; beyond so many words all of them are forgotten, so that memory does not grow with what is read.
_UNKNOWN = _Opening({}, {}, {})
_MOST_WORDS = 1 << 15


class _Particles(NamedTuple):
    """What a language parts its phrases before.

    Attributes:
        any_word: Whether any word may be the second of a parted phrase: where the subject follows its verb.
        words: Particles that are words.
        joined: Particles of one letter that are joined to the next word.
    """

    any_word: bool
    words: frozenset[str]
    joined: tuple[str, ...]

    def can_part(self, forms: frozenset[str]) -> bool:
        """Return whether something may stand before a second word that has these forms."""
        if self.any_word or not forms.isdisjoint(self.words):
            return True
        return bool(self.joined) and any(len(form) > 3 and form.startswith(self.joined) for form in forms)


@cache
def _particles(language: str | None) -> _Particles:
    words = frozenset(t.norm for word in (section(language, "particles") if language else ()) for t in tokenise(str(word)))
    joined = tuple(sorted(word for word in words if len(word) == 1 and not word.isascii()))
    return _Particles(bool(language and section(language, "verb_first")), words, joined)


def read_phrase(phrase: str, language: str | None, *, inflected: bool = False) -> ReadPhrase | None:
    """Return the words of a phrase in the forms that they may have, or None for a phrase without a word.

    Args:
        phrase: As listed; a leading `~` means the same as `inflected`.
        language: It decides which word forms there are; None for whole words only.
        inflected: Whether any form of the words will do.
    """
    if phrase.startswith("~"):
        phrase, inflected = phrase[1:], True
    words = tuple(frozenset(_forms(token, language) if inflected else (token.norm,)) for token in tokenise(phrase))
    return (words, inflected) if words else None


def _forms(token: Token, language: str | None) -> Iterator[str]:
    return (form for form, cost in candidates(token.word, language) if cost <= _FORM_COST)


def _by_second(phrases: Iterable[_Longer]) -> dict[str, list[_Longer]]:
    """Return phrases by each form of their second word."""
    table: dict[str, list[_Longer]] = {}
    for phrase in phrases:
        for form in phrase.words[0]:
            if form in table:
                table[form].append(phrase)
            else:
                table[form] = [phrase]
    return table


class PhraseIndex:
    """Phrases of one language, each with a payload."""

    def __init__(self, language: str | None, entries: Mapping[str, list[Entry]] | None = None) -> None:
        """Start empty, or with `entries` as another index gives them (by each form of the first word); then it cannot grow.

        `language` decides which word forms there are; None for whole words only.
        """
        self.language = language
        self.entries: Mapping[str, list[Entry]] = {} if entries is None else entries
        # By word: most words open nothing, most words recur, and so each is looked up once.
        self._openings: dict[str, _Opening | None] = {}

    def add(self, phrase: str, payload: str, *, inflected: bool = False) -> None:
        """List `phrase`; a leading `~` means the same as `inflected`. A phrase without a word is ignored.

        Raises:
            TypeError: The index was made over entries that are built already.
        """
        read = read_phrase(phrase, self.language, inflected=inflected)
        if read is not None:
            self.add_read(read, payload)

    def add_read(self, read: ReadPhrase, payload: str) -> None:
        """List a phrase that `read_phrase` has read for this language; raises as `add` does."""
        if not isinstance(self.entries, dict):
            raise TypeError("an index over built entries cannot grow")
        words, inflected = read
        for key in words[0]:
            self.entries.setdefault(key, []).append((words[1:], payload, inflected))
        self._openings.clear()

    def at(self, tokens: Sequence[Token], i: int) -> list[Found]:
        """Return what starts at token `i`, longest first, one per payload.

        A phrase whose second word is (or is joined to) a particle can be parted by its object: turned the
        offer down, أودت الكارثة بحياة. Then only its first word counts as its place.
        """
        opening = self._opening(tokens[i].word)
        return [] if opening is None else self._found(tokens, i, opening)

    def by_place(self, tokens: Sequence[Token]) -> dict[int, list[Found]]:
        """Return what `at` returns for each token where it finds anything, in text order."""
        places: dict[int, list[Found]] = {}
        if not self.entries:
            return places
        known = self._openings
        for i, token in enumerate(tokens):
            opening = known.get(token.word, _UNKNOWN)
            if opening is _UNKNOWN:
                opening = self._opening(token.word)
            if opening is not None:
                found = self._found(tokens, i, opening)
                if found:
                    places[i] = found
        return places

    def opens(self, word: str) -> bool:
        """Return whether a phrase may start at a word (`Token.word`); where none may, `at` finds nothing there."""
        return self._opening(word) is not None

    def _opening(self, word: str) -> _Opening | None:
        """Return what `_open` returns, remembered."""
        opening = self._openings.get(word, _UNKNOWN)
        if opening is _UNKNOWN:
            if len(self._openings) > _MOST_WORDS:
                self._openings.clear()
            opening = self._openings[word] = self._open(word)
        return opening

    def _found(self, tokens: Sequence[Token], i: int, opening: _Opening) -> list[Found]:
        """Return what `at` returns, for what the word at token `i` opens."""
        found = self._longer(tokens, i, opening) if opening.longer else []
        found += [Found(i, i + 1, payload, cost) for payload, cost in opening.alone.items()]
        if len(found) < 2:
            return found
        best: dict[str, Found] = {}
        for each in sorted(found, key=_rank):
            best.setdefault(each.payload, each)
        return list(best.values())

    def opened_by(self, word: str) -> list[tuple[str, tuple[frozenset[str], ...]]]:
        """Return every phrase that may start at a word (`Token.word`): its payload, and the forms that each further word may have.

        `at` finds no other there, and none of these unless each further word stands in the same run of tokens.
        """
        return self.opened_by_any(costs_of(word, self.language))

    def opened_by_any(self, forms: Mapping[str, float]) -> list[tuple[str, tuple[frozenset[str], ...]]]:
        """Return what `opened_by` returns for a word that may have these forms (`costs_of`)."""
        if not self.entries or self.entries.keys().isdisjoint(forms):
            return []
        return [(payload, rest) for form in forms if form in self.entries for rest, payload, _ in self.entries[form]]

    def _open(self, word: str) -> _Opening | None:
        """Return what a word opens in any of its forms, or None where no phrase begins with it."""
        if self.entries.keys().isdisjoint(costs_of(word, self.language).keys()):
            return None
        alone: dict[str, float] = {}
        phrases: list[_Longer] = []
        partable: list[_Longer] = []
        particles = _particles(self.language)
        for form, cost in candidates(word, self.language):
            for words, payload, inflected in self.entries.get(form, ()):
                if not inflected and cost > _CLITIC_COST:
                    continue
                if not words:
                    alone[payload] = min(cost, alone.get(payload, cost))
                    continue
                phrase = _Longer(words, payload, inflected, cost)
                phrases.append(phrase)
                if inflected and len(form.rstrip("~")) > _SHORT and particles.can_part(words[0]):
                    partable.append(phrase)
        if not (alone or phrases):
            return None
        longer = _by_second(phrases)
        return _Opening(alone, longer, longer if len(partable) == len(phrases) else _by_second(partable))

    def _longer(self, tokens: Sequence[Token], i: int, opening: _Opening) -> list[Found]:
        """Return the phrases of several words that start at token `i`: whole, else parted by as few words as can be."""
        found: list[Found] = []
        told: list[_Longer] = []
        wanted = opening.longer
        for place in range(i + 1, min(i + 2 + _LONGEST_GAP, len(tokens))):
            token = tokens[place]
            gap = place > i + 1
            forms = costs_of(token.word, self.language)
            for form in forms if not wanted.keys().isdisjoint(forms) else ():
                for phrase in wanted.get(form, ()):
                    if told and phrase in told:
                        continue
                    cost = self._rest(tokens, place, phrase, phrase.cost + (_GAP_COST if gap else 0.0))
                    if cost is not None:
                        told.append(phrase)
                        found.append(Found(i, i + 1 if gap else place + len(phrase.words), phrase.payload, cost))
            wanted = opening.parted
            if not wanted or token.kind is Kind.MARK:
                # Only words part a phrase.
                break
        return found

    def _rest(self, tokens: Sequence[Token], i: int, phrase: _Longer, cost: float) -> float | None:
        """Return `cost` with what the further words of a phrase cost where they stand at `i`, or None where one is another word."""
        end = i + len(phrase.words)
        # Many phrases begin with the same two words, "in the": the last one tells sooner that it is another.
        if end > len(tokens) or not self._may_be(tokens[end - 1], phrase.words[-1], phrase.inflected):
            return None
        for place, forms in enumerate(phrase.words, start=i):
            token = tokens[place]
            if token.norm in forms:
                continue
            if not phrase.inflected:
                return None
            costs = costs_of(token.word, self.language)
            shared = costs.keys() & forms
            if not shared:
                return None
            cost += min(costs[form] for form in shared)
        return cost

    def _may_be(self, token: Token, forms: frozenset[str], inflected: bool) -> bool:
        """Return whether a token is a word of a phrase that may have these forms."""
        return token.norm in forms or (inflected and not forms.isdisjoint(costs_of(token.word, self.language)))

    def scan(self, tokens: Sequence[Token]) -> list[Found]:
        """Return the listed phrases in text order; of two that overlap the longer, then the cheaper, stays."""
        found: list[Found] = []
        i = 0
        while i < len(tokens):
            here = self.at(tokens, i)
            if here:
                found.extend(f for f in here if f.last == here[0].last)
                i = here[0].last
            else:
                i += 1
        return found


def phrase_index(language: str | None, lists: Iterable[tuple[str, Iterable[str]]]) -> PhraseIndex:
    """Return an index over named lists of phrases; the payload of each phrase is the name of its list."""
    index = PhraseIndex(language)
    for name, phrases in lists:
        for phrase in phrases:
            index.add(phrase, name)
    return index
