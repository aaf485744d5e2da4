"""One question as the matcher sees it: its wordings as slots, and what tells the rivals apart.

Where all rivals carry a value of one kind and the values differ, the value decides and every wording of
every rival serves as a template with the value left open. Elsewhere the words decide: slots that a rival
lacks (discriminators), and slots that a rival has with the opposite sense (polarity). What no rival
lacks is the core: the event that all rivals speak of.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from factcheck.language.cues import Cue, cue_index
from factcheck.language.dates import date_part
from factcheck.language.tokens import tokenise
from factcheck.language.values import Value
from factcheck.matching.rival_wordings import deciding_values, figures_apart, has_words_of, in_part, nearest, opposed, other_order, same
from factcheck.matching.vocabulary import Vocabulary
from factcheck.matching.weak_words import is_light
from factcheck.matching.wordings import Slot, Wording, shared
from factcheck.model import Question, QuestionType

# How many words a question may open with before its question word: "In which year".
_OPENING = 4
_LIGHT_WEIGHT = 0.35
# With words of less credit alone, no value is bound: see the gates of `stance.value_requirements`.
_TELLING = 0.4


@lru_cache(maxsize=1 << 10)
def _same_places(places: frozenset[int]) -> frozenset[int]:
    """Return the first set that was equal to `places`: there are few of them, and two in each wording."""
    return places


@dataclass(slots=True)
class Template:
    """One wording with its slots sorted by what they are for.

    Attributes:
        wording: The wording.
        core: Slots that all rivals share.
        discriminators: By rival index, the slots that this rival lacks.
        polarity: By rival index, the slots that this rival has with the opposite sense.
        gates: Sets of features; a sentence without any feature of one of them cannot say what the wording says.
        decisive: All slots that tell this claim from some rival, in text order.
        slots: The core and what is decisive, in text order.
        closed: Places of the decisive slots.
        polar: Places of the slots that some rival has with the opposite sense.
        figures: Where words decide, the values of the wording that some rival does not have: voted five to two, beside unanimously.
        told_apart: Whether another question tells an event in the same words, so that only the names tell the two apart.
        swapped: Places of the two slots that a rival with the same slots has in the other order (A sued B, B sued A), or None.
    """

    wording: Wording
    core: tuple[Slot, ...]
    discriminators: dict[int, tuple[Slot, ...]] = field(default_factory=dict)
    polarity: dict[int, tuple[Slot, ...]] = field(default_factory=dict)
    swapped: tuple[int, int] | None = None
    gates: tuple[frozenset[str], ...] = ()
    figures: tuple[Value, ...] = ()
    told_apart: bool = False

    decisive: tuple[Slot, ...] = field(init=False)
    slots: tuple[Slot, ...] = field(init=False)
    closed: frozenset[int] = field(init=False)
    polar: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        """Gather what every sentence is asked for."""
        slots = {s.place: s for group in (self.discriminators, self.polarity) for row in group.values() for s in row}
        self.decisive = tuple(slots[place] for place in sorted(slots))
        self.slots = tuple(sorted((*self.core, *self.decisive), key=lambda s: s.place))
        self.closed = _same_places(frozenset(slots))
        self.polar = _same_places(frozenset(s.place for row in self.polarity.values() for s in row))


@dataclass(slots=True)
class QuestionModel:
    """A question, ready to be held against sentences.

    Attributes:
        question: The question.
        value_kind: Kind of the deciding values, or None where words decide.
        values: For each claim its values in all wordings; empty rows where words decide.
        templates: One for each wording, in catalogue order.
        yesno: Whether the two rivals deny each other.
        years: The years that this question's claims give, and those of other questions that share a name with it.
        gate: Features of which a sentence has one if it says any of the wordings; None where all sentences may.
    """

    question: Question
    value_kind: str | None
    values: list[list[Value]]
    templates: list[Template]
    yesno: bool
    years: frozenset[int] = frozenset()

    gate: frozenset[str] | None = field(init=False)

    def __post_init__(self) -> None:
        """Gather what a sentence needs a part of to say any wording; None where some wording has no gate."""
        firsts = [t.gates[0] for t in self.templates if t.gates]
        self.gate = shared(frozenset().union(*firsts)) if len(firsts) == len(self.templates) else None

    def templates_for(self, features: Mapping[str, float]) -> list[Template]:
        """Return the wordings that a sentence with these features may say: it has a feature of each of their gates."""
        if self.gate is not None and features.keys().isdisjoint(self.gate):
            return []
        return [t for t in self.templates if not any(map(features.keys().isdisjoint, t.gates))]


def question_model(question: Question, wordings: Sequence[Wording], vocabulary: Vocabulary) -> QuestionModel:
    """Return the model of a question whose wordings were read; `Template.told_apart` and `years` are left to whoever knows the others."""
    if any(w.supposed for w in wordings):
        # A question about a demand or a plan is about it in all its wordings.
        wordings = [replace(w, supposed=True) for w in wordings]
    kind, values = deciding_values(question, wordings)
    if kind is not None:
        return QuestionModel(
            question,
            kind,
            values,
            [Template(w, slots, gates=_value_gates(slots)) for w in wordings for slots in (_asked_slots(w),)],
            yesno=False,
        )
    templates = [_template(w, wordings, len(question.claims)) for w in wordings]
    opposed_rivals = any(any(t.polarity.values()) for t in templates)
    opposed = opposed_rivals or _one_is_negated(wordings)
    asks = question.type is QuestionType.YESNO or (question.type is None and opposed and _asks_yes_or_no(question, vocabulary))
    # Who was not convicted is not acquitted yet: only a negation leaves nothing between the two.
    negated = any(s.negated for t in templates for row in t.polarity.values() for s in row)
    only_polarity = opposed_rivals and negated and not any(any(t.discriminators.values()) for t in templates)
    yesno = len(question.claims) == 2 and (asks or only_polarity)
    return QuestionModel(question, None, [[] for _ in question.claims], templates, yesno)


def _one_is_negated(wordings: Sequence[Wording]) -> bool:
    """Return whether all wordings of one claim say that something is not so, and those of no other claim do, whatever their words."""
    signs: dict[int, set[bool]] = {}
    for wording in wordings:
        signs.setdefault(wording.claim, set()).add(any(s.negated and s.is_predicate() for s in wording.slots))
    return sorted(map(sorted, signs.values())) == [[False], [True]]


def _asked_slots(wording: Wording) -> tuple[Slot, ...]:
    """Return the slots without the noun that only says what is counted where it says little: 300 people.

    Verbs that carry little of their own weigh little beside a word that says what happened: the quake struck at a depth of.
    The end of 2027 is no end.
    """
    dates = {date_part(wording.tokens, v, wording.language) for v in wording.values if v.kind == "date"}
    told = tuple(s for s in wording.slots if s.first not in dates) or wording.slots
    specific = tuple(s for s in told if not s.generic)
    slots = specific if any(s.is_predicate() for s in specific) else told
    return _aside(slots, [s.is_predicate() and (s.is_title or is_light(s.text, wording.language)) for s in slots])


def _aside(slots: Sequence[Slot], minor: Sequence[bool]) -> tuple[Slot, ...]:
    """Let the slots marked as minor weigh little, where another one says what happened."""
    if not any(s.is_predicate() and not is_ for s, is_ in zip(slots, minor, strict=True)):
        return tuple(slots)
    return _lightened(slots, minor)


def _lightened(slots: Sequence[Slot], minor: Sequence[bool]) -> tuple[Slot, ...]:
    return tuple(replace(s, generic=True, weight=_LIGHT_WEIGHT) if is_ else s for s, is_ in zip(slots, minor, strict=True))


def _asks_yes_or_no(question: Question, vocabulary: Vocabulary) -> bool:
    """Return whether no question word (who, when, كم) stands among the first words of the question."""
    tokens = tokenise(question.text)
    index = cue_index(vocabulary.language_of(question.text))
    return not any(found.payload == Cue.ASKS_WHAT for i in range(min(_OPENING, len(tokens))) for found in index.at(tokens, i))


def _template(wording: Wording, wordings: Sequence[Wording], rivals: int) -> Template:
    discriminators: dict[int, tuple[Slot, ...]] = {}
    polarity: dict[int, tuple[Slot, ...]] = {}
    apart: set[int] = set()
    swapped = None
    for rival in range(rivals):
        if rival == wording.claim:
            continue
        near = nearest(wording, [w for w in wordings if w.claim == rival])
        turned = tuple(
            s
            for s in wording.slots
            if any(opposed(s, other) for other in near.slots) and not any(same(s, o) and s.negated == o.negated for o in near.slots)
        )
        lacking = tuple(s for s in wording.slots if s not in turned and not has_words_of(near, s, wording))
        if lacking and all(s.negated and s.is_predicate() and in_part(near, s) for s in lacking) and not any(o.negated for o in near.slots):
            # "The dam did not collapse" is told apart by its negation, though the lexicon has "dam collapsed" for one thing.
            turned, lacking = (*turned, *lacking), ()
        # Of what a negator reaches, verbs and nouns are negated; names stay what they are.
        if any(s.is_predicate() for s in turned):
            turned = tuple(s for s in turned if s.is_predicate())
        # A generic word alone tells nobody apart while there is a better one.
        if any(not s.generic for s in lacking):
            lacking = tuple(s for s in lacking if not s.generic)
        polarity[rival], discriminators[rival] = turned, lacking
        apart |= {s.place for s in (*turned, *lacking)}
        if not turned and not lacking:
            swapped = swapped or other_order(wording, near)
    core = tuple(s for s in wording.slots if s.place not in apart)
    if any(s.is_predicate() and not s.is_title for s in wording.slots):
        core = _lightened(core, [s.is_title for s in core])
    return Template(
        wording, core, discriminators, polarity, swapped, _gates(core, discriminators, polarity), figures_apart(wording, wordings)
    )


def _gates(
    core: Sequence[Slot], discriminators: Mapping[int, Sequence[Slot]], polarity: Mapping[int, Sequence[Slot]]
) -> tuple[frozenset[str], ...]:
    """Return what a sentence must have a part of: a predicate of the event, and the words against each rival."""
    opposed_slots = [s for row in polarity.values() for s in row]
    event = [s for s in (*core, *opposed_slots) if s.is_predicate()]
    rows = [event, *discriminators.values(), *([row[0]] for row in polarity.values() if row)]
    gates = [shared(frozenset().union(*(s.any_sense for s in row))) for row in rows if row]
    # The narrowest turns most sentences away.
    return tuple(sorted(gates, key=len))


def _value_gates(core: Sequence[Slot]) -> tuple[frozenset[str], ...]:
    """Return what a sentence must have a part of to bind a value: a word for the event that is not too far from it."""
    predicates = [s for s in core if s.is_predicate()]
    near = frozenset(feature for s in predicates for feature, credit in s.features.items() if credit >= _TELLING)
    return (shared(near),) if predicates else ()
