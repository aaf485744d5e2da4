"""What a figure measures: 7.4 percent of unemployment is no 7.4 percent of inflation, though both are of one country and month."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.value_words import first, phrases
from factcheck.language.values import Value
from factcheck.matching.alignment import Fill, candidates_for
from factcheck.matching.annotation import Annotation
from factcheck.matching.questions import Template
from factcheck.model import Step

# The list of words that tell what a value of a kind measures: of what is counted, what became of it.
_LISTS = {"percent": "quantities", "money": "quantities", "measure": "quantities", "number": "fates"}
# A word as like to the claim's own as this may stand for it.
_LIKE = 0.65
# A slot filled less than this is not said.
_SAID = 0.6
# So many tokens may "by" have before a figure, and so far before it stands what rose or fell.
_TO_SIZE = 2
_CHANGED = 8


def another_quantity(annotation: Annotation, value: Value, template: Template, fills: Sequence[Fill]) -> Step | None:
    """Return the step that says so where the value's clause names something else that is measured, and not what the claim does.

    Args:
        annotation: The sentence.
        value: A value of it.
        template: The wording that was laid over the sentence.
        fills: How its slots are filled.
    """
    wording = template.wording
    name = _LISTS.get(value.kind)
    if name is None or wording.language is None or annotation.language is None:
        return None
    listed = phrases(wording.language, name)
    own = [s for s in wording.slots if any(first(listed, wording.tokens, i) is not None for i in range(s.first, s.last))]
    if not own:
        return None
    places = {s.place for s in own}
    if any(f.slot.place in places and f.term is not None and f.credit >= _SAID and _beside(annotation, f.term.first, value) for f in fills):
        return None
    # What comes near the claim's own word is no other: rescuers, for people who are rescued.
    alike = {
        i
        for slot in template.slots
        for i, likeness, turned in candidates_for(slot, annotation)
        if not turned and (likeness >= _LIKE or (value.kind == "number" and slot.place in places))
    }
    known = {token for i in alike for token in range(annotation.terms[i].first, annotation.terms[i].last)}
    named = phrases(annotation.language, name)
    for i in range(len(annotation.tokens)):
        found = first(named, annotation.tokens, i) if _beside(annotation, i, value) else None
        if found is not None and known.isdisjoint(range(found.first, found.last)):
            return Step("value", "another quantity", " ".join(t.text for t in annotation.tokens[found.first : found.last]))
    return None


def only_a_change(annotation: Annotation, value: Value, template: Template) -> Step | None:
    """Return the step that says so where a percentage is how much something rose or fell, and the claim says where it stands.

    Unemployment that rose by 7 percent is not at 7 percent.
    """
    tokens, language, wording = annotation.tokens, annotation.language, template.wording
    if value.kind != "percent" or language is None or wording.language is None:
        return None
    own = [phrases(wording.language, name) for name in ("change_words", "change_nouns")]
    if any(first(index, wording.tokens, i) is not None for index in own for i in range(len(wording.tokens))):
        return None
    by = phrases(language, "change_by")
    led = next(
        (f.first for i in range(max(0, value.first - _TO_SIZE), value.first) if (f := first(by, tokens, i)) and f.last == value.first), None
    )
    changing, to = phrases(language, "change_words"), phrases(language, "range_to")
    for i in range(max(0, value.first - _CHANGED), value.first):
        word = first(changing, tokens, i)
        if word is None or not (word.last == value.first or led is not None) or not _beside(annotation, i, value):
            continue
        # "A grimpé à plus de 7 %", "subió hasta un 9 %": that is where it stands.
        if all(first(to, tokens, k) is None for k in range(word.last, value.first)):
            return Step("value", "another quantity", " ".join(t.text for t in tokens[word.first : word.last]))
    return None


def another_direction(annotation: Annotation, value: Value, fills: Sequence[Fill]) -> Step | None:
    """Return the step that says so where a word of the claim is not said, and its opposite right behind the value: 8 percent *higher*.

    Of what is counted, other words are said beside: the 580 remaining employees have been dismissed.
    """
    if value.kind in ("date", "number"):
        return None
    for fill in fills:
        if fill.term is not None or not fill.slot.is_predicate() or not fill.slot.opposites:
            continue
        for i, alike, opposite in candidates_for(fill.slot, annotation):
            term = annotation.terms[i]
            if opposite and alike >= _LIKE and term.first == value.last:
                return Step("negation", "opposite", " ".join(t.text for t in annotation.tokens[term.first : term.last]))
    return None


def _beside(annotation: Annotation, token: int, value: Value) -> bool:
    return annotation.apart(token, value.first) == 0
