"""Two figures of one sentence for the same: "the organisers say 38,000, the police put it at 42,000"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.cues import Cue, is_stop
from factcheck.language.tokens import Kind
from factcheck.language.value_words import first, phrases, words
from factcheck.language.values import Value
from factcheck.matching.alignment import SPOKEN, Fill
from factcheck.matching.annotation import Annotation
from factcheck.matching.questions import QuestionModel
from factcheck.stance.value_company import foreign_noun, listed

_VOICES = (Cue.SAY, Cue.ACCORDING)
# So many words name who gives a figure where no verb stands: the organisers 38,000, the city's police 42,000.
_MOST_NAMING = 4
# "42,000 spectators, according to": so many tokens may stand between a figure and that.
_TO_VOICE = 3


def answers_too(model: QuestionModel, annotation: Annotation, value: Value, other: Value, fills: Sequence[Fill]) -> bool:
    """Return whether another voice gives a rival's value beside one that is bound to the event.

    Args:
        model: The question; only a value that one of its other claims lists is taken for such an answer.
        annotation: The sentence.
        value: The value that is bound.
        other: Another one of a fitting kind.
        fills: How the slots of the wording are filled that bound the first.
    """
    if other is value or other.unit != value.unit or (claim := listed(model, other))[1] not in ("equal", "rounds", "bound"):
        return False
    if claim[0] == listed(model, value)[0]:
        return False
    low, high = sorted((value.first, other.first))
    if any(f.payload in (Cue.SUPERSEDED, Cue.TEMPORAL) and low < f.first < high for f in annotation.cues):
        return False
    own_voice = _attributed(annotation, other) if annotation.apart(other.first, value.first) == 0 else _told_by(annotation, other)
    if not own_voice and not _voice_alone(annotation, value, other, fills):
        return False
    return not foreign_noun(annotation, other, list(fills))


def _attributed(annotation: Annotation, other: Value) -> bool:
    """Return whether the figure has an "according to" of its own, though no clause: 38,000 according to them and 42,000 according to us."""
    voices = [f for f in annotation.cues if f.payload == Cue.ACCORDING]
    return len(voices) > 1 and any(0 <= f.first - other.last <= _TO_VOICE for f in voices)


def _told_by(annotation: Annotation, other: Value) -> bool:
    """Return whether the clause of the figure has a verb of saying or one that gives figures, or an "according to"."""
    number = annotation.clauses.number
    clause = number[other.first]
    hedges = {i for f in annotation.cues if f.payload == Cue.HEDGE for i in range(f.first, f.last)}
    if any(f.payload in _VOICES and number[f.first] == clause and f.first not in hedges for f in annotation.cues):
        return True
    # "Which was valued at 2 million" gives no voice.
    contrasts = {f.first for f in annotation.cues if f.payload in (Cue.CONTRAST, Cue.TEMPORAL)}
    relatives = [f.first for f in annotation.cues if f.payload == Cue.RELATIVE and f.first not in contrasts]
    if any(number[i] == clause and i < other.first for i in relatives):
        return False
    verbs = phrases(annotation.language, "figure_verbs")
    here = [i for i in range(other.first) if number[i] == clause]
    for i in here:
        found = first(verbs, annotation.tokens, i)
        if found is not None and found.last <= other.first:
            return any(j != found.first and _says_something(annotation, j) for j in here)
    return False


def _says_something(annotation: Annotation, i: int) -> bool:
    token = annotation.tokens[i]
    return token.kind is Kind.WORD and len(token.norm) > 1 and not is_stop(token.word, annotation.language)


def _voice_alone(annotation: Annotation, value: Value, other: Value, fills: Sequence[Fill]) -> bool:
    """Return whether nothing but who gives the second figure stands between the two, and the first has a voice too.

    "The organisers speak of 38,000 spectators, the police of 42,000." Where the claim itself names the one who is said to give the
    first, the second is somebody else's own: Spain counted 38,000, France 42,000.
    """
    tokens = annotation.tokens
    if other.first < value.last or not _told_by(annotation, value):
        return False
    between = range(value.last, other.first)
    start = next((i for i in between if tokens[i].kind is not Kind.WORD and tokens[i].norm in (",", ";", "،", "؛")), None)
    if start is None:
        return False
    language = annotation.language
    light = words(language, "articles") | words(language, "genitive") | words(language, "prepositions")
    passed = [t for t in tokens[start + 1 : other.first] if t.kind is Kind.WORD]
    naming = [t for t in passed if t.norm not in light and not is_stop(t.word, language)]
    if not 0 < len(naming) <= _MOST_NAMING:
        return False
    terms = [f.term for f in fills if f.term is not None and f.credit >= SPOKEN]
    named = [f.term for f in fills if f.term is not None and f.slot.is_name and f.term.first < value.first]
    return not named and not any(start < term.first < other.first for term in terms)
