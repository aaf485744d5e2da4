"""Denials of a bare figure, where the event is told in the sentences around: "she denied the figure of 210"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.cues import Cue, is_stop
from factcheck.language.tokens import Kind
from factcheck.language.value_words import first as phrase_at
from factcheck.language.value_words import phrases, words
from factcheck.language.values import Value
from factcheck.matching.alignment import Fill, align, heard_share, names_present
from factcheck.matching.annotation import Annotation
from factcheck.matching.context import Context
from factcheck.matching.questions import QuestionModel
from factcheck.model import Stance, Step
from factcheck.stance.called_false import rejected_after
from factcheck.stance.findings import Finding
from factcheck.stance.value_company import dressed, foreign_noun, listed, of_its_kind

# How many function words may stand between "the figure" and its value: "the figure of some".
_TO_VALUE = 3
# How many tokens may stand between "the figure" and what calls it false: "the figure was simply".
_TO_FALSITY = 4
# How many words a denial verb may stand before what it denies.
_TO_DENIED = 7
# How far from the beginning of its sentence a figure is the subject, and how far behind it a verdict may stand.
_TO_SUBJECT = 6
_TO_VERDICT = 18
# And how far before the verdict "is" may stand: is, the judges say, a mere error.
_TO_COPULA = 7
# A verdict before a figure's name stands so near to it.
_TO_NAMED = 6
_ENDS = frozenset(".;:!?؛؟")


def deny_figure(model: QuestionModel, annotation: Annotation, sentence: int, context: Context, told: Sequence[Finding]) -> list[Finding]:
    """Return the denials of claims whose value a sentence calls false without telling the event.

    Args:
        model: The question; a value decides it.
        annotation: The sentence.
        sentence: Its index.
        context: What it may borrow.
        told: What the sentence is found to say already.
    """
    spoken = {f.claim for f in told}
    findings = []
    for value in of_its_kind(model, (dressed(model, v) for v in annotation.values)):
        claim, relation = listed(model, value)
        if relation != "equal" or claim is None or claim in spoken:
            continue
        denying = _denying_words(annotation, value)
        fills = None if denying is None else _event(model, annotation, value, context)
        if denying is None or fills is None:
            continue
        steps = (Step("match", "sentence before"), Step("negation", "rejected", denying))
        findings.append(Finding(claim, sentence, Stance.DENIES, heard_share(fills), 0.0, value.first, value, tuple(fills), steps=steps))
        spoken.add(claim)
    return findings


def _denying_words(annotation: Annotation, value: Value) -> str | None:
    """Return the words that call the figure false, or None."""
    figures = words(annotation.language, "figure_words")
    tokens, scopes = annotation.tokens, annotation.scopes
    named = [i for i, token in enumerate(tokens) if token.norm in figures]
    before = any(
        0 <= value.first - i - 1 <= _TO_VALUE
        and all(t.kind is Kind.WORD and is_stop(t.word, annotation.language) for t in tokens[i + 1 : value.first])
        for i in named
    )
    for found in annotation.cues:
        gap = value.first - found.last
        if (
            (before or value.noun is None)
            and found.payload == Cue.DENIAL
            and 0 <= gap <= _TO_DENIED
            and scopes.denied[value.first]
            and not scopes.negated[value.first]
        ):
            return " ".join(t.text for t in tokens[found.first : found.last])
    falsities = [f.first for f in annotation.cues if f.payload == Cue.FALSITY and f.first >= value.last]
    behind = any(0 < first - i <= _TO_FALSITY and i > value.first for first in falsities for i in named)
    rejected = rejected_after(annotation, value.first) if before or behind else None
    return (
        rejected
        or verdict_before(annotation, value)
        or figure_called_false(annotation, value, named=before)
        or _put_aside(annotation, value)
    )


def verdict_before(annotation: Annotation, value: Value) -> str | None:
    """Return the words that call a figure false before it is named, or None: denounced as a lie the figure of 61 percent."""
    tokens, language, scopes = annotation.tokens, annotation.language, annotation.scopes
    figures = words(language, "figure_words")
    name = next((i for i in range(value.first - 1, max(-1, value.first - 2 - _TO_VALUE), -1) if tokens[i].norm in figures), None)
    if name is None or not all(is_stop(t.word, language) for t in tokens[name + 1 : value.first]):
        return None
    kinds = (Cue.DENIAL, Cue.DEBUNK, Cue.FALSITY)
    for i in range(max(0, name - _TO_NAMED), name):
        found = phrase_at(phrases(language, "falsehoods"), tokens, i) or next(
            (f for f in annotation.cues if f.first == i and f.payload in kinds), None
        )
        between = tokens[found.last : name] if found is not None else []
        if found is not None and not scopes.negated[i] and all(t.kind is not Kind.WORD or is_stop(t.word, language) for t in between):
            return " ".join(t.text for t in tokens[found.first : found.last])
    return None


def figure_called_false(annotation: Annotation, value: Value, *, named: bool) -> str | None:
    """Return the words that call false a figure that is the subject of its sentence: the 8 percent that go round are an invention."""
    tokens, language = annotation.tokens, annotation.language
    if not named and not _is_known(annotation, value):
        return None
    begin = next((i + 1 for i in range(value.first - 1, -1, -1) if tokens[i].norm in _ENDS), 0)
    if value.first - begin > _TO_SUBJECT:
        return None
    others = [v.first for v in annotation.values if v.kind == value.kind and v.first > value.first]
    last = min(
        [*others, value.last + _TO_VERDICT, *(i for i in range(value.last, len(tokens)) if tokens[i].norm in _ENDS)], default=len(tokens)
    )
    for i in range(value.last, min(last, len(tokens))):
        found = phrase_at(phrases(language, "falsehoods"), tokens, i)
        if found is None or annotation.scopes.negated[i] or annotation.scopes.possible[i]:
            continue
        # "Are an invention", and not "given by mistake".
        copulas = words(language, "copulas")
        if not copulas or any(t.norm in copulas for t in tokens[max(0, i - _TO_COPULA) : i]):
            return " ".join(t.text for t in tokens[found.first : found.last])
    return None


def _put_aside(annotation: Annotation, value: Value) -> str | None:
    """Return the words that set a known figure aside: not the 240,000 that she had reported; no son los 6,8 millones."""
    tokens, language = annotation.tokens, annotation.language
    for found in annotation.cues:
        between = tokens[found.last : value.first]
        if (
            found.payload in (Cue.SET_ASIDE, Cue.NEGATION)
            and 0 <= value.first - found.last <= _TO_VALUE
            and all(t.kind is Kind.WORD and is_stop(t.word, language) for t in between)
            and _is_known(annotation, value)
        ):
            return " ".join(t.text for t in tokens[found.first : found.last])
    return None


def _is_known(annotation: Annotation, value: Value) -> bool:
    """Return whether the figure is one that was spoken of: the 18,000, or a bare one that somebody is said to have given (as reported)."""
    tokens, language, i = annotation.tokens, annotation.language, value.first - 1
    definite = tuple(words(language, "definite"))
    known = words(language, "articles") - words(language, "articles_as_one")
    before = i >= 0 and (tokens[i].norm in known or (bool(definite) and tokens[value.first].norm.startswith(definite)))
    behind = value.last + 1 if value.last < len(tokens) and tokens[value.last].norm == "," else value.last
    return before or phrase_at(phrases(language, "as_reported"), tokens, behind) is not None


def _event(model: QuestionModel, annotation: Annotation, value: Value, context: Context) -> list[Fill] | None:
    """Return the fullest fills of the event, where the words around speak of it, or None."""
    best: list[Fill] | None = None
    for template in model.templates:
        fills = align(template.core, annotation, value.first, context)
        predicates = [f for f in fills if f.slot.is_predicate()]
        # Of the article's own figures, one that is a claim's very value is hardly that of something else.
        told = predicates and any(not f.unheard for f in predicates) and names_present(fills)
        if told and not foreign_noun(annotation, value, fills) and (best is None or heard_share(fills) > heard_share(best)):
            best = fills
    return best
