"""How far the cues of a sentence reach: flags on tokens for negation, denial, possibility, plans and the rest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from factcheck.language.cues import Cue, is_stop
from factcheck.language.knowledge import section
from factcheck.language.lexicon import lists
from factcheck.language.phrases import Found
from factcheck.language.tokens import Kind, Token
from factcheck.language.value_words import words
from factcheck.matching.cue_senses import (
    circumstance_words,
    is_before_verb,
    is_half,
    is_possibility,
    is_within_negation,
    takes_for_granted,
)
from factcheck.matching.flagging import NEGATORS, outermost

# A cue without a clause end near it is about its own surroundings; further than this it reaches nothing.
_REACH = 14
# How many words may stand between "not true" and "that": "not true either that".
_TO_THAT = 1
# So many tokens may stand between "false" and "that" where they name what passes it on: "an invention, the reports that".
_TO_REPORTED = 6
# A condition at the head of a sentence has so many tokens at most.
_CONDITION = 10
# Over so many clause boundaries a negator waits for its exception: nothing was left of the houses, it is said, but rubble.
_EXCEPTED = 2
# How many words may stand between "up from" and its number: an earlier toll of.
_TO_VALUE = 5
# What is refused stands so near: denied two of the inspectors access.
_TO_REFUSED = 5
# Marks that end what a negator before them may be of.
_STOPS = frozenset(",;:.!?()")
_QUOTES = frozenset('"')


@cache
def _inverting(language: str | None) -> frozenset[str]:
    return frozenset(section(language, "inverted_condition") or ()) if language else frozenset()


class Scopes:
    """Flags on tokens, set cue by cue: one flag a token in each list.

    Attributes:
        negated: Inside the scope of a negation.
        denied: Inside what somebody calls false.
        failed: Inside what was tried or refused, and did not happen.
        possible: Inside a mere possibility.
        intended: Inside a plan, wish, demand or offer.
        refusals: The first tokens of the refusals that the token is inside of; who refuses need not be the one to do it.
        governors: The first tokens of the words that make the token unreal: accused of, avoided, candidate for.
        spared: Behind a negator that may be of a circumstance only.
        fictional: In a sentence about a film, a novel or a joke.
        superseded: Given as overtaken.
        part: Given as a part of what is asked for.
        temporal: In a clause that only dates another one.
        asked: In a question.
        quoted: In direct speech.
        hedged: Inside a hedge that commits all the same.
        adjectival: The word itself is negated by a prefix-like negator: non-profit.
    """

    def __init__(self, tokens: Sequence[Token], cues: Sequence[Found], clause: Sequence[int], language: str | None) -> None:
        """Set the flags of a run of tokens from its cues; `clause` has the clause number of each token."""
        self._tokens, self._clause, self._language = tokens, clause, language
        by_kind: defaultdict[str, list[Found]] = defaultdict(list)
        for found in cues:
            by_kind[found.payload].append(found)
        self._thats = {found.first for found in by_kind[Cue.THAT] if tokens[found.first].kind is Kind.WORD}
        contrasts = [found for found in by_kind[Cue.CONTRAST] if not is_within_negation(tokens, found, language)]
        self._contrasts = sorted(found.first for found in contrasts)
        self._says = sorted(found.first for found in by_kind[Cue.SAY])
        self._asks = {found.first for found in by_kind[Cue.ASKS_WHAT]}
        self._adjuncts = [found.first for found in by_kind[Cue.ONLY_ADJUNCT]]
        self._whole_contrasts = {found.first: found.last for found in contrasts}
        self._exceptives = [f.first for f in by_kind[Cue.EXCEPTIVE] if self._whole_contrasts.get(f.first, 0) <= f.last]
        self._negators = [found.first for found in by_kind[Cue.NEGATION]]
        self._norms = [token.norm for token in tokens]
        n = len(tokens)
        self.negated, self.denied, self.failed, self.possible = [False] * n, [False] * n, [False] * n, [False] * n
        self.intended, self.superseded, self.part = [False] * n, [False] * n, [False] * n
        self.temporal, self.asked, self.quoted, self.hedged = [False] * n, [False] * n, [False] * n, [False] * n
        self.adjectival = [False] * n
        # What a cue sets from its end to the end of its clause.
        self._clause_flags: dict[str, list[bool]] = {
            Cue.CONTRARY: self.denied,
            Cue.FAILURE: self.failed,
            Cue.HEDGE: self.hedged,
            Cue.PART_OF: self.part,
        }
        # What most tokens have none of is one list for all of them, until `_note` puts another in its place.
        self.governors: list[list[int]] = [[]] * n
        self.refusals: list[list[int]] = [[]] * n
        self.spared = [False] * n
        flagging = outermost(cues)
        self.fictional = [any(found.payload == Cue.FICTION for found in flagging)] * n
        protected = {i for found in by_kind[Cue.NO_NEGATION] for i in range(found.first, found.last)}
        for found in flagging:
            self._apply(found, protected)
        self._conditions(by_kind)
        self._questions()
        self._quotations()

    def _apply(self, found: Found, protected: set[int]) -> None:
        """Set the flags of one cue over what it reaches."""
        cue, after = found.payload, found.last
        if cue in NEGATORS and (found.first in protected or self._excepts(after) or self._negates_nothing(found)):
            return
        if cue in (Cue.NEGATION, Cue.NEGATION_NOUN):
            self._negate(found)
        elif cue == Cue.NEGATION_NEXT:
            self._negate_next(after)
        elif (cue == Cue.DENIAL and self._is_of_report(found)) or (cue == Cue.FALSITY and self._calls_false(after)):
            self._set(self.denied, after, self._denial_end(after))
        elif self._ends_clause(after):
            # "Contrary to reports, …": what stands after the comma is another matter.
            return
        elif cue == Cue.POSSIBILITY:
            if is_possibility(self._tokens, found, self._language):
                self._set(self.possible, after, self._complement_end(after))
        elif cue in self._clause_flags:
            # "Contrary to the claim that …": what is claimed is what is contradicted.
            end = self._complement_end(after) if cue == Cue.CONTRARY else self._clause_end(after)
            self._set(self._clause_flags[cue], after, end)
        elif cue == Cue.INTENTION:
            self._set(self.intended, after, self._complement_end(after))
        else:
            self._apply_other(found)

    def _apply_other(self, found: Found) -> None:
        """Set the flags of a cue that neither turns nor supposes: what governs an act, what is overtaken, what only dates."""
        cue, after = found.payload, found.last
        if cue == Cue.REFUSAL:
            self._note(self.refusals, after, found.first)
        elif cue == Cue.UNREAL or (cue == Cue.UNREAL_VERB and is_before_verb(self._tokens, after, self._language)):
            self._note(self.governors, after, found.first)
        elif cue == Cue.FAILED_VERB and is_before_verb(self._tokens, after, self._language):
            self._set(self.failed, after, self._clause_end(after))
        elif cue == Cue.COUNTERFACTUAL:
            here = self._clause[found.first]
            first = next(j for j in range(len(self._tokens)) if self._clause[j] >= here - 1)
            for i in range(first, self._clause_end(self._clause_end(after))):
                self.possible[i] = not self.failed[i]
        elif cue == Cue.SUPERSEDED:
            self._set(self.superseded, found.first, self._complement_end(after))
        elif cue == Cue.COMPARED:
            self._set(self.superseded, after, self._value_end(after))
        elif cue == Cue.TEMPORAL:
            self._set(self.temporal, found.first, self._clause_end(after))

    def _note(self, lists: list[list[int]], after: int, cue: int) -> None:
        """Note the first token of a cue for all tokens of the complement that begins at token `after`."""
        for i in range(after, self._complement_end(after)):
            lists[i] = [*lists[i], cue]

    @property
    def turns(self) -> bool:
        """Whether anything in the sentence is negated, denied or failed."""
        return True in self.negated or True in self.denied or True in self.failed

    def _negate(self, found: Found) -> None:
        """Negate what follows in the clause. Negators of one clause agree (neither … nor, no … nadie); "not without" is none."""
        after = found.last
        # "No llegó a ningún acuerdo": the failure has said so already.
        if self._ends_clause(after) or self.failed[found.first]:
            return
        end = self._phrase_end(after)
        if found.payload == Cue.NEGATION:
            self._set(self.spared, after, self._spared_end(after, end))
            self._set(self.negated, after, end)
        else:
            self._flip(self.negated, after, end)

    def _negates_nothing(self, found: Found) -> bool:
        return is_half(self._tokens, found, self._language) or takes_for_granted(self._tokens, found, self._language)

    def _spared_end(self, i: int, end: int) -> int:
        """Return the end of what the negator before token `i` may leave untouched, or `i`.

        It may be of a circumstance only: did not sell it alone, did not sell it for money but for love. Of the event itself nothing
        is known then; the circumstance is denied.
        """
        mark = next((j for j in range(i, len(self._tokens)) if self._tokens[j].norm in _STOPS), end)
        limit = min(mark, i + _REACH)
        adjunct = next((first for first in self._adjuncts if i < first <= limit), None)
        if adjunct is not None:
            return max(end, adjunct)
        first, last = next(((f, n) for f, n in sorted(self._whole_contrasts.items()) if i < f <= limit + 1), (end, len(self._tokens)))
        if last >= len(self._tokens) or self._tokens[last].norm not in circumstance_words(self._language):
            return i
        found = [j for j in range(i + 1, first) if self._tokens[j].norm in circumstance_words(self._language)]
        return max([j for j in found if self._tokens[j].norm == self._tokens[last].norm] or found, default=i)

    def _negate_next(self, i: int) -> None:
        """Negate the next word alone: non-profit."""
        word = self._next_word(i)
        if word is not None:
            self._flip(self.negated, i, word + 1)
            self.adjectival[word] = True

    def _ends_clause(self, i: int) -> bool:
        return i < len(self._tokens) and self._tokens[i].kind is Kind.MARK and self._clause[i] != self._clause[i - 1]

    def _excepts(self, i: int) -> bool:
        """Return whether what the negator before token `i` reaches is excepted: did not open until 2029.

        What stands behind the negator of another clause is excepted from that: cannot have opened in 1911, as there was no licence
        until 1912.
        """
        here = self._clause[i] if i < len(self._tokens) else -1 - _EXCEPTED
        last = here + _EXCEPTED
        reach = min((first for first in self._negators if first >= i and self._clause[first] > here), default=i + _REACH)
        return any(i <= first <= min(reach, i + _REACH) and self._clause[first] <= last for first in self._exceptives)

    def _clause_end(self, i: int) -> int:
        """Return the first token after the clause that token `i` is in, at most `_REACH` tokens on."""
        if i >= len(self._tokens):
            return i
        end = i
        while end < len(self._tokens) and self._clause[end] == self._clause[i] and end - i < _REACH:
            end += 1
        return end

    def _complement_end(self, i: int) -> int:
        """Return the end of the clause, and of the clause that follows it: recommended that it be granted, nobody knows who won."""
        end = self._clause_end(i)
        return self._clause_end(end) if end in self._thats or (end == i and i in self._asks) else end

    def _phrase_end(self, i: int) -> int:
        """Return the end of the clause, or of the part of it before a word with a joined "and" (ووصف)."""
        end = self._clause_end(i)
        return next((j for j in range(i + 1, end) if self._joined(j)), end)

    def _joined(self, i: int) -> bool:
        joins = section(self._language, "joined_and") if self._language else ()
        norm = self._tokens[i].norm
        return any(norm.startswith(a) and len(norm) > len(a) + 2 for a in joins) and not lists(norm, self._language)

    def _contrast_after(self, i: int) -> int:
        return next((first for first in self._contrasts if first > i), len(self._tokens))

    def _is_of_report(self, found: Found) -> bool:
        """Return whether a denial is of something said or reported, where its language tells: "denied them entry" is none."""
        if self._language is None or found.last - found.first > 1:
            return True
        if self._tokens[found.first].norm not in section(self._language, "denials"):
            return True
        behind = [t.norm for t in self._tokens[found.last : found.last + _TO_REFUSED] if t.kind is Kind.WORD]
        refused = set(section(self._language, "refused_things"))
        return refused.isdisjoint(behind) or any(found.last <= that <= found.last + _TO_REFUSED for that in self._thats)

    def _calls_false(self, after: int) -> bool:
        """Return whether a "that" leads to what is false, behind what may pass it on: « an invention », the reports that she had left."""
        that = min((that for that in self._thats if that >= after), default=None)
        if that is None or that <= after + _TO_THAT or that > after + _TO_REPORTED:
            return that is not None and that <= after + _TO_THAT
        reports = words(self._language, "report_words")
        between = [token for token in self._tokens[after:that] if token.kind is Kind.WORD]
        named = [token for token in between if not is_stop(token.word, self._language)]
        return bool(named) and all(token.norm in reports for token in named)

    def _value_end(self, i: int) -> int:
        """Return the end of a number that begins at most a few words behind token `i`, or `i` where there is none."""
        number = next((j for j in range(i, min(i + _TO_VALUE, len(self._tokens))) if self._tokens[j].kind is Kind.NUMBER), None)
        return i if number is None or self._clause[number] != self._clause[i] else number + 1

    def _denial_end(self, i: int) -> int:
        """Return the end of what a denial before token `i` reaches: a contrast, a colon, or the next thing that is said."""
        ends = [self._contrast_after(i)]
        ends += [j for j in range(i, len(self._tokens)) if self._tokens[j].norm in (":", ";")][:1]
        # What is denied follows at once, or after "that"; what is said in a later clause is another matter.
        here = self._clause[min(i, len(self._tokens) - 1)]
        that = next((t for t in sorted(self._thats) if t >= i), i)
        denied = self._clause[min(that, len(self._tokens) - 1)]
        ends += [said for said in self._says if said > i and (self._clause[said] > denied or (said < that and self._clause[said] > here))][
            :1
        ]
        return min(ends)

    def _conditions(self, by_kind: Mapping[str, Sequence[Found]]) -> None:
        """What hangs on a condition is a mere possibility: if the river rises, 3,000 people will leave; aurait vendu si ...."""
        for found in by_kind[Cue.CONDITION]:
            clause = self._clause[found.first]
            if found.first <= 1:
                end = self._clause_end(found.last)
                self._set(self.possible, end, self._clause_end(end + 1) if end + 1 < len(self._tokens) else end)
                # What hangs on it stands behind the comma, however many clauses the condition has.
                near = range(found.last, min(found.last + _CONDITION, len(self._tokens)))
                comma = next((i for i in near if self._norms[i] == ","), len(self._tokens))
                self._set(self.possible, comma, next((i for i in range(comma + 1, len(self._tokens)) if self._norms[i] in _STOPS), comma))
            elif self._is_to_come(clause, found.first) or any(
                self._clause[f.first] in (clause - 1, clause) and f.first < found.first for f in (*by_kind[Cue.FUTURE], *by_kind[Cue.HEDGE])
            ):
                first = next(j for j in range(len(self._tokens)) if self._clause[j] >= clause - 1)
                self._set(self.possible, first, found.first)
        self._inverted_condition()

    def _is_to_come(self, clause: int, last: int) -> bool:
        """Return whether a verb of the clause, or of the one before it, has the ending of what is still to come: acceptera, si …."""
        endings = tuple(section(self._language, "future_endings") or ()) if self._language else ()
        return bool(endings) and any(
            token.kind is Kind.WORD and token.text.endswith(endings) and self._clause[i] in (clause - 1, clause)
            for i, token in enumerate(self._tokens[:last])
        )

    def _inverted_condition(self) -> None:
        """A verb that opens a clause, and no question, makes both what it tells and what follows unreal: had she resigned, …."""
        opens = _inverting(self._language)
        if opens.isdisjoint(self._norms) or "?" in self._norms:
            return
        for i, norm in enumerate(self._norms):
            if norm in opens and (i == 0 or self._tokens[i - 1].kind is Kind.MARK):
                end = self._clause_end(i + 1)
                if end < len(self._tokens) and self._tokens[end].norm == ",":
                    self._set(self.possible, i, self._clause_end(end + 1))

    def _next_word(self, i: int) -> int | None:
        return next((j for j in range(i, min(i + 3, len(self._tokens))) if self._tokens[j].kind is Kind.WORD), None)

    def _set(self, flags: list[bool], first: int, last: int) -> None:
        flags[first:last] = [True] * (last - first)

    def _flip(self, flags: list[bool], first: int, last: int) -> None:
        flags[first:last] = [not flag for flag in flags[first:last]]

    def _questions(self) -> None:
        """A question mark asks what stands in the last two clauses before it; a lead before that still asserts."""
        for i, norm in enumerate(self._norms):
            if norm == "?":
                last = self._clause[max(i - 1, 0)]
                for j in range(i, -1, -1):
                    if self._clause[j] < last - 1 or (j < i and self._norms[j] in (".", "!", "?")):
                        break
                    self.asked[j] = True

    def _quotations(self) -> None:
        """Direct speech: what stands between quotation marks with five words or more in it."""
        opened = None
        for i, norm in enumerate(self._norms):
            if norm in _QUOTES:
                if opened is None:
                    opened = i
                else:
                    if i - opened > 5:
                        self._set(self.quoted, opened, i + 1)
                    opened = None
        if opened is not None and len(self._tokens) - opened > 5:
            self._set(self.quoted, opened, len(self._tokens))
