"""What a sentence must show before it says anything about a claim that words decide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.language.lexicon import lists
from factcheck.language.value_words import words
from factcheck.language.values import Value, compare
from factcheck.matching.alignment import SPOKEN, Fill, best_case, names_present, own_share, predicate_share, share
from factcheck.matching.annotation import Annotation, negated_at
from factcheck.matching.context import Context
from factcheck.matching.questions import Template
from factcheck.model import Step
from factcheck.stance.arguments import another_object, anothers, object_brought_in, object_elsewhere
from factcheck.stance.assertion import of_another
from factcheck.stance.complements import led_to_another
from factcheck.stance.described_by import only_a_landmark, only_describes, placed_elsewhere
from factcheck.stance.heads import only_of_it
from factcheck.stance.namesakes import another_name
from factcheck.stance.nearness import gap, mean_gap
from factcheck.stance.numbered import another_number
from factcheck.stance.passed_over import another_beside_verb
from factcheck.stance.roles import turned_round
from factcheck.stance.stand_ins import best_stood_for, has_pronoun
from factcheck.stance.subjects import another_subject
from factcheck.stance.titles import another_title

# Shares of weight, from trials on the tuning stories: of what all rivals share, of its predicates (fewer where
# several words of the claim's own are there), of what sets the claim apart, of everything, of what is not borrowed.
_CORE_SHARE = 0.5
_PREDICATE_SHARE = 0.65
_PREDICATE_SHARE_MANY = 0.3
_PREDICATE_SHARE_NAMED = 0.4
_NAMED = 2
_MANY = 2
_DISCRIMINATOR_SHARE = 0.45
_POLARITY_SHARE = 0.5
_SCORE = 0.7
_OWN_SHARE = 0.45
# A deciding word further from the event than this is another event's.
_FAR_CLAUSES = 3
_FAR_WORDS = 20
# Names come in lists, and a list holds together over more words.
_FAR_NAME = 2
# Words spread wider than this over a sentence tell no one event.
_SPREAD_WORDS = 20
# A value of the claim's own says the same, as far as it goes.
_TOLD = ("equal", "partial")


def can_meet(template: Template, annotation: Annotation, context: Context) -> bool:
    """Return False where no alignment, however near, could pass: a bound that spares the work of aligning."""
    apart = best_case(template.decisive, annotation, context, template.closed, template.polar)
    core = best_case(template.core, annotation, context)
    if not names_present(core):
        return False
    if has_pronoun(annotation):
        apart, core = best_stood_for(template, apart, context), best_stood_for(template, core, context)
    if share(core) < _CORE_SHARE:
        return False
    # What sets a claim apart is what most sentences lack; a sentence that negates may deny it by a part of it.
    if _not_set_apart(template, {f.slot.place: f for f in apart}) is not None:
        return annotation.scopes.turns and _not_touched(template, apart) is None
    fills = sorted((*core, *apart), key=lambda f: f.slot.place)
    return annotation.scopes.turns or (share(fills) >= _SCORE and own_share(fills) >= _OWN_SHARE)


def obstacle(
    template: Template, fills: Sequence[Fill], annotation: Annotation, place: int, *, in_part: bool = False, broadly: bool = False
) -> Step | None:
    """Return the first requirement that a sentence falls short of, as seen from token `place`; None where it meets all.

    Args:
        template: The wording.
        fills: How all its slots are filled.
        annotation: The sentence.
        place: Where the event's predicate stands.
        in_part: Whether any one of the words that set the claim apart from a rival will do, as it does where the sentence
            negates the event: who says "not found in Normandy" denies "found in an attic in Normandy".
        broadly: Whether a part of the event will do.
    """
    by_place = {f.slot.place: f for f in fills}
    if in_part:
        fills = spoken_part(template, fills, annotation, place)
    core = [by_place[s.place] for s in template.core]
    # Names hold over a whole sentence.
    if mean_gap(annotation, place, [f for f in fills if f.term is not None and not f.slot.is_name]) > _SPREAD_WORDS:
        return Step("event", "scattered", "its words stand too far apart")
    return (
        (None if broadly else _event_untold(template, core, fills))
        or _about_another(template, core, annotation, place)
        or (_not_touched(template, fills) if in_part else _not_set_apart(template, by_place))
        or _misread(fills, annotation, template)
        or anothers(template, core, annotation)
        or only_of_it(template, fills, annotation, place)
        or another_name(template, fills, annotation)
        or another_subject(template, fills, annotation, far=True)
        or only_describes(template, fills, annotation, place)
        or placed_elsewhere(template, fills, annotation, place)
        or only_a_landmark(template, fills, annotation)
        or (None if in_part else another_object(template, by_place, annotation))
        or object_elsewhere(template, by_place, annotation)
        or object_brought_in(template, by_place, annotation)
        or turned_round(template, fills, annotation)
        or another_beside_verb(template, fills, annotation)
        or led_to_another(template, fills, annotation, place)
        or another_title(template, fills, annotation, place)
        or another_number(template, fills, annotation, by_words=True)
        or (None if in_part else _figure_untold(template, annotation))
    )


def _figure_untold(template: Template, annotation: Annotation) -> Step | None:
    """Return the step that says so where a value that sets the claim apart is not told: voted five to two."""

    def told(figure: Value) -> bool:
        return any(compare(figure, v) in _TOLD for v in annotation.values)

    untold = [f for f in template.figures if not told(f)]
    words = [t.text for f in untold for t in template.wording.tokens[f.first : f.last]]
    return Step("value", "not stated", " ".join(words)) if untold else None


def spoken_part(template: Template, fills: Sequence[Fill], annotation: Annotation, place: int) -> list[Fill]:
    """Return the fills without the words that set the claim apart and that the clause of token `place` does not say."""

    def said(fill: Fill) -> bool:
        return fill.credit >= SPOKEN and fill.term is not None and annotation.apart(fill.term.first, place) == 0

    return [f for f in fills if f.slot.place not in template.closed or said(f)]


def _missing(fills: Sequence[Fill]) -> str:
    """Return the slots that the sentence leaves empty or nearly so, as printed in the wording."""
    return ", ".join(f.slot.text for f in fills if f.credit < SPOKEN)


def _event_untold(template: Template, core: Sequence[Fill], fills: Sequence[Fill]) -> Step | None:
    """Return the step that says so where too little of the event, or of its predicates, is said."""
    apart = [f for f in fills if any(s.place == f.slot.place for row in template.discriminators.values() for s in row)]
    met = {f.slot.place for f in apart if f.credit >= _DISCRIMINATOR_SHARE and f.slot.is_predicate()}
    enough = _PREDICATE_SHARE_MANY if len(met) >= _MANY else _PREDICATE_SHARE
    names = [f for f in fills if f.slot.is_name and not f.slot.is_topic]
    if len(names) >= _NAMED and all(f.term is not None for f in names):
        enough = min(enough, _PREDICATE_SHARE_NAMED)
    event = list(core)
    if not any(f.slot.is_predicate() and not f.slot.is_topic for f in event):
        # "Stores will close" against "no stores will close": the word in question is the event.
        event += [f for f in fills if f.slot.place in template.polar]
    if not any(f.slot.is_predicate() for f in event):
        event = list(fills)
    if _unsaid(template, fills) or predicate_share(event) < enough:
        return Step("event", "predicate missing", _missing([f for f in event if f.slot.is_predicate()]))
    if share(core) < _CORE_SHARE or share(fills) < _SCORE:
        return Step("event", "too little said", _missing(fills))
    if own_share(fills) < _OWN_SHARE:
        return Step("event", "too much borrowed", _missing([Fill(f.slot, None, 0.0) if f.borrowed else f for f in fills]))
    return None


def _unsaid(template: Template, fills: Sequence[Fill]) -> list[Fill]:
    """Return the words of the event that neither the sentence nor the words around it say: where one is missing, it is another event."""
    return [f for f in fills if f.slot.is_predicate() and not f.slot.is_topic and not f.credit and f.slot.place not in template.closed]


def _about_another(template: Template, core: Sequence[Fill], annotation: Annotation, place: int) -> Step | None:
    """Return the step that says so where a name of the event is missing, or the clause speaks of another thing."""
    if not names_present(core):
        return Step("names", "missing", _missing([f for f in core if f.slot.is_name]))
    names = [f for f in core if f.slot.is_name and not f.slot.is_topic]
    unsaid = names and template.decisive and all(s.is_name for s in template.decisive) and all(f.term is None for f in names)
    if unsaid and not _has_joined_object(annotation, core):
        return Step("names", "not in the sentence", _missing([Fill(f.slot, None, 0.0) for f in names]))
    if of_another(annotation, place, template.wording, core):
        return Step("names", "another thing")
    return None


def _has_joined_object(annotation: Annotation, core: Sequence[Fill]) -> bool:
    """Return whether a pronoun joined to a verb of the event stands for who is not named: وتخلفه, and succeeds him."""
    joined = tuple(words(annotation.language, "joined_pronouns"))
    verbs = [f.term for f in core if f.term is not None and f.slot.is_predicate() and f.credit >= SPOKEN] if joined else []
    forms = [annotation.tokens[t.first].norm for t in verbs]
    return any(norm.endswith(joined) and not lists(norm, annotation.language) for norm in forms)


def _not_set_apart(template: Template, by_place: Mapping[int, Fill]) -> Step | None:
    """Return the step that says so where what sets the claim apart from one of its rivals is not said."""
    for row in template.discriminators.values():
        fills = [by_place[s.place] for s in row]
        # Of the names that set a claim apart, none may be missing.
        if row and (share(fills) < _DISCRIMINATOR_SHARE or any(f.slot.is_name and f.credit < SPOKEN for f in fills)):
            return Step("words", "not set apart", _missing(fills))
    for row in template.polarity.values():
        fills = [by_place[s.place] for s in row]
        # The first word that the negator reaches is the one that the rivals differ in; the rest hangs on it.
        if row and (fills[0].credit < _POLARITY_SHARE or share(fills) < _DISCRIMINATOR_SHARE):
            return Step("words", "not set apart", _missing(fills))
    return None


def _not_touched(template: Template, fills: Sequence[Fill]) -> Step | None:
    """Return the step that says so where nothing of what sets the claim apart from a rival is said: no name, where names do."""
    said = {f.slot.place for f in fills if f.credit >= SPOKEN}
    for row in (*template.discriminators.values(), *template.polarity.values()):
        wanted = [s for s in row if s.is_name] or row
        if wanted and not any(s.place in said for s in wanted):
            return Step("words", "not set apart", ", ".join(s.text for s in wanted))
    return None


def _misread(fills: Sequence[Fill], annotation: Annotation, template: Template) -> Step | None:
    """Return the step that says so where a slot says "profit" and the sentence "non-profit"."""
    fill = next((f for f in fills if _says_contrary(f, annotation, template)), None)
    return None if fill is None or fill.term is None else Step("words", "negated word", annotation.tokens[fill.term.first].text)


def _says_contrary(fill: Fill, annotation: Annotation, template: Template) -> bool:
    """Return whether the slot says "profit" and the sentence "non-profit", or the slot "without Musk" and the sentence "Musk"."""
    if fill.term is None:
        return False
    if fill.slot.place not in template.polar:
        return annotation.scopes.adjectival[fill.term.first] != fill.slot.adjectival
    return fill.slot.is_name and negated_at(annotation, fill.term.first) != fill.slot.negated


def near_enough(fill: Fill, annotation: Annotation, place: int) -> bool:
    """Return whether a deciding word stands near enough to the event to belong to it."""
    if fill.term is None:
        return True
    far = _FAR_NAME if fill.slot.is_name else 1
    clauses = annotation.apart(fill.term.first, place)
    return clauses <= _FAR_CLAUSES * far and gap(annotation, place, fill.term.first) <= _FAR_WORDS * far
