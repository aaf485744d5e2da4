"""How a sentence falls into clauses, and which of them are asides: who stands far from whom.

Clauses are numbered; the difference of two numbers says how far apart two words stand. An aside ("…, which opened in
1998, …", a bracket, "…, according to X, …") is bracketed out of its clause: the words before and after it are one clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice, pairwise

from factcheck.language.cues import Cue, is_stop
from factcheck.language.knowledge import section
from factcheck.language.lexicon import lists
from factcheck.language.phrases import Found
from factcheck.language.tokens import Kind, Token
from factcheck.language.value_words import words

_CLAUSE_MARKS = frozenset(",;:-()[]…")
# What may open an aside, with what closes it.
_CLOSING = {",": ",", "(": ")", "[": "]", "-": "-"}
# What is longer is no aside, but a clause of its own.
_LONGEST_ASIDE = 25
# An adverbial that stands between commas has no more words than this.
_LONGEST_ADVERBIAL = 7
# So many words at least stand before an aside and after it.
_AROUND = 2
# A participle has this many letters at least.
_PARTICIPLE = 5
# How many tokens may stand between a verb of saying and the "that" of what is said.
_TO_THAT = 9
# How many function words may stand between "and" and its word, and the letters of a word that "and" can be joined to.
_TO_COORDINATOR = 2
_JOINED = 3


@dataclass(frozen=True, slots=True)
class Clauses:
    """The clauses of a sentence.

    Attributes:
        number: Of each token, from 0, never falling: every boundary counts.
        main: Of each token, with asides bracketed out; the tokens of an aside have the number of the clause they stand in.
        aside: Of each token, the number of its aside from 1, or 0.
    """

    number: list[int]
    main: list[int]
    aside: list[int]

    def between(self, a: int, b: int) -> int:
        """Return how many boundaries lie between the tokens `a` and `b`."""
        if self.aside[a] == self.aside[b]:
            return abs(self.number[a] - self.number[b]) if self.aside[a] else abs(self.main[a] - self.main[b])
        return abs(self.main[a] - self.main[b]) + (2 if self.aside[a] and self.aside[b] else 1)


def find_clauses(tokens: Sequence[Token], cues: Sequence[Found], in_value: Sequence[bool], language: str | None) -> Clauses:
    """Return the clauses of a run of tokens.

    Args:
        tokens: The tokens.
        cues: All cues found in them.
        in_value: Whether each token is a part of a typed value, which never ends a clause.
        language: ISO code, or None.
    """
    marks = [i for i, token in enumerate(tokens) if token.kind is Kind.MARK]
    bounds = _boundaries(tokens, cues, marks, in_value)
    aside = [0] * len(tokens)
    for number, (first, last) in enumerate(_asides(tokens, cues, marks, in_value, language), start=1):
        aside[first:last] = [number] * (last - first)
    numbers, main, number, outer = [], [], 0, 0
    for i in range(len(tokens)):
        if i in bounds:
            number += 1
            # The comma that closes an aside leads back into the clause that it interrupted.
            if not aside[i] and not (i and aside[i - 1]):
                outer += 1
        numbers.append(number)
        main.append(outer)
    return Clauses(numbers, main, aside)


@cache
def _coordinators(language: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the words for "and" of a language, and the letters that are joined to the next word."""
    return words(language, "coordinators"), tuple(section(language, "joined_and") or ())


def coordinator_before(tokens: Sequence[Token], i: int, language: str | None) -> int | None:
    """Return the token of the "and" that puts the word at token `i` beside what stands before it, or None.

    Function words may stand between them; where "and" is joined to its word (وباعته), that is the token itself.
    """
    if language is None:
        return None
    listed, joined = _coordinators(language)
    norm = tokens[i].norm
    if joined and len(norm) > _JOINED and norm.startswith(joined) and not lists(norm, language):
        return i
    for k in range(i - 1, max(-1, i - 1 - _TO_COORDINATOR), -1):
        if tokens[k].norm in listed:
            return k
        if not (tokens[k].kind is Kind.WORD and is_stop(tokens[k].word, language)):
            return None
    return None


def _boundaries(tokens: Sequence[Token], cues: Sequence[Found], marks: Sequence[int], in_value: Sequence[bool]) -> set[int]:
    openers = {found.first for found in cues if found.payload in (Cue.OPENER, Cue.CONTRAST)}
    says = [found.last for found in cues if found.payload == Cue.SAY]
    for found in cues:
        # "In a statement of 14 June he said that …": what is said is a clause of its own.
        if found.payload == Cue.THAT and tokens[found.first].kind is Kind.WORD and any(0 <= found.first - s <= _TO_THAT for s in says):
            openers.add(found.first)
    bounds: set[int] = set()
    links = _links(tokens, marks)
    opened = -9
    for i in sorted(openers.union(marks)):
        token = tokens[i]
        opens = i in openers and i > 0
        closes = token.kind is Kind.MARK and token.norm in _CLAUSE_MARKS and not in_value[i] and i not in links
        if closes and token.norm == "-" and _joins(tokens, i):
            closes = False
        # A comma and the conjunction after it are one boundary, not two.
        if (opens or closes) and i - opened > 1:
            bounds.add(i)
        if opens or closes:
            opened = i
    return bounds


def _links(tokens: Sequence[Token], marks: Sequence[int]) -> set[int]:
    """Return the brackets that open the text of a Markdown link: in [2018](https://…) nothing is parted from what stands around."""
    brackets = [i for i in marks if tokens[i].norm[0] in "[]"]
    return {i for i, after in pairwise(brackets) if tokens[i].norm == "[" and tokens[after].norm.startswith("](")}


def _joins(tokens: Sequence[Token], i: int) -> bool:
    """Return whether the mark at `i` stands between two tokens without any space: a hyphen."""
    return 0 < i < len(tokens) - 1 and tokens[i - 1].end == tokens[i].start and tokens[i].end == tokens[i + 1].start


def _asides(
    tokens: Sequence[Token], cues: Sequence[Found], marks: Sequence[int], in_value: Sequence[bool], language: str | None
) -> Iterator[tuple[int, int]]:
    """Yield the asides in text order, first token and one past the last; the mark that closes one is not in it."""
    relative = {i for found in cues if found.payload in (Cue.RELATIVE, Cue.ACCORDING) for i in range(found.first, found.last)}
    endings = tuple(section(language, "aside_endings")) if language else ()
    # "…, on the other hand, …"
    alone = {f.first for f in cues if f.payload == Cue.CONTRAST and f.last < len(tokens) and tokens[f.last].norm == ","}
    end = 0
    for i in marks:
        closing = _CLOSING.get(tokens[i].norm)
        if i < end or i + 1 >= len(tokens) or in_value[i]:
            continue
        if closing is None or (closing == "-" and _joins(tokens, i)):
            continue
        opened = closing != "," or i + 1 in alone or _opens(tokens, i + 1, relative, endings)
        if not opened and not _is_adverbial(tokens, i, cues, in_value, language):
            continue
        close = next((j for j in range(i + 2, min(i + _LONGEST_ASIDE, len(tokens))) if tokens[j].norm == closing and not in_value[j]), None)
        if close is not None and not (closing == "-" and _joins(tokens, close)) and _stands_between(tokens, i, close):
            yield i, close
            end = close + 1


def _opens(tokens: Sequence[Token], i: int, relative: set[int], endings: tuple[str, ...]) -> bool:
    """Return whether a relative word ("who", "for which") or a participle ("financed since 2011") stands at token `i`."""
    if i in relative or (i + 1 in relative and tokens[i].kind is Kind.WORD and len(tokens[i].norm) <= _PARTICIPLE):
        return True
    word = tokens[i]
    return (
        bool(endings) and word.kind is Kind.WORD and len(word.norm) >= _PARTICIPLE and word.text.islower() and word.word.endswith(endings)
    )


def _stands_between(tokens: Sequence[Token], first: int, last: int) -> bool:
    before = any(tokens[i].kind is Kind.WORD for i in range(first))
    behind = islice((i for i in range(last, len(tokens)) if tokens[i].kind is not Kind.MARK), _AROUND)
    return before and len(list(behind)) >= _AROUND


def _is_adverbial(tokens: Sequence[Token], i: int, cues: Sequence[Found], in_value: Sequence[bool], language: str | None) -> bool:
    """Return whether the comma at token `i` opens a short adverbial that says no more than where or how: ", in the boardroom,"."""
    close = next((j for j in range(i + 2, min(i + 2 + _LONGEST_ADVERBIAL, len(tokens))) if tokens[j].kind is Kind.MARK), None)
    if close is None or language is None or tokens[close].norm != "," or tokens[i + 1].norm not in words(language, "prepositions"):
        return False
    listed, _ = _coordinators(language)
    plain = not any(in_value[i + 1 : close]) and not any(f.first < close and f.last > i + 1 for f in cues)
    # "In Brest, in Nantes, and in Lorient" is a list.
    return plain and not any(tokens[j].norm in listed for j in range(i + 1, min(close + 2, len(tokens))))
