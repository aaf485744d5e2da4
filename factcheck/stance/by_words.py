"""Questions decided by words: which rival's own words stand with the event that all rivals share.

Clause by clause around the event's predicates: the shared words must be there, and so must the words that
set this rival apart from each of the others.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.cues import Cue
from factcheck.language.tokens import Kind
from factcheck.matching.alignment import SPOKEN, Fill, align, candidates_for, mass, share
from factcheck.matching.annotation import Annotation
from factcheck.matching.context import Context
from factcheck.matching.flagging import NEGATORS
from factcheck.matching.questions import QuestionModel, Template
from factcheck.model import Stance, Step
from factcheck.stance.alternatives import left_open
from factcheck.stance.assertion import is_attribute, negation_of, no_cause, turned, weakening
from factcheck.stance.called_false import called_false, rejected_after, rejected_partly
from factcheck.stance.complements import is_replaced
from factcheck.stance.findings import Finding, Miss, Misses
from factcheck.stance.main_word import main_slot
from factcheck.stance.nearness import mean_gap
from factcheck.stance.novelty import brought_in_anew
from factcheck.stance.other_times import dated_otherwise, is_of_old, is_over
from factcheck.stance.requirements import can_meet, near_enough, obstacle, spoken_part
from factcheck.stance.rivals import beaten, denied_instead
from factcheck.stance.stand_ins import stood_for

# What the words that set a claim apart add to its rank among rivals.
_DISCRIMINATOR_BONUS = 0.25
# What a word of distance takes off where one wording fits a sentence in several places.
_SPREAD = 0.01
# To deny a claim, a sentence must tell it this fully.
_DENIAL_SHARE = 0.75
# "B, not A, did it" has a comma, "not A but B who did it" a contrast, between the negated word and the event.
_CLEFT_CLAUSES = 2
_TO_NEGATED = 4
_TO_INSERTION = 2
_SPOKEN_POLAR = 0.4
# What a claim negates already is negated once more by a second negator.
_TWICE = 2
# A verb that is less like the claim's than this is another one.
_LIKE = 0.53
_OVER = Step("assertion", "another time")


def judge_words(model: QuestionModel, annotation: Annotation, sentence: int, context: Context, misses: Misses = None) -> list[Finding]:
    """Return what the sentence says about the claims of a question that words decide.

    Args:
        model: The question; `value_kind` is None.
        annotation: The sentence.
        sentence: Its index.
        context: What it may borrow.
        misses: Where to note the wordings that the sentence does not say, and why; None to spare the work.
    """
    candidates: list[tuple[float, Finding]] = []
    decisive: dict[int, frozenset[int]] = {}
    for template in model.templates if misses is not None else model.templates_for(annotation.features):
        if misses is None and not can_meet(template, annotation, context):
            continue
        best = _best_anchor(template, annotation, sentence, context, model.years, misses)
        if best is not None:
            candidates.append(best)
            decisive[id(best[1])] = frozenset(s.place for s in template.decisive) or frozenset(template.swapped or ())
    findings: list[Finding] = []
    for rank, finding in candidates:
        supports, denies = finding.stance is Stance.SUPPORTS, finding.stance is Stance.DENIES
        if not model.yesno and (
            (supports and beaten(rank, finding, candidates, annotation, decisive))
            or (denies and denied_instead(finding, candidates, annotation, decisive))
        ):
            if misses is not None:
                misses.append(_miss(finding, Step("rivals", "another nearer", "a rival's own words stand nearer to the event")))
            continue
        sides = _both_sides(model, finding, annotation)
        if not sides and misses is not None:
            last = finding.steps[-1]
            misses.append(_miss(finding, last if last.outcome == "opposite" else Step("negation", "too little denied", last.detail)))
        findings.extend(sides)
    return findings


def _both_sides(model: QuestionModel, finding: Finding, annotation: Annotation) -> list[Finding]:
    """Add, for a yes/no question, the support of the other side that a denial amounts to, and the denial that a "no" amounts to."""
    if finding.claim is None:
        return [finding]
    if finding.stance is Stance.SUPPORTS and model.yesno:
        return [finding, *_denied_with_it(finding, finding.claim, annotation)]
    if finding.stance is not Stance.DENIES or finding.steps[-1].outcome == "partly":
        return [finding]
    if finding.steps[-1].outcome == "opposite":
        # The rival's own wordings say so themselves where it is so.
        return []
    if not model.yesno:
        told = [f for f in finding.fills if f.slot.is_predicate()]
        return [finding] if share(told) >= _DENIAL_SHARE and finding.score >= _DENIAL_SHARE else []
    return [finding, finding.turned_into(Stance.SUPPORTS, Step("polarity", "denies the rival"), claim=1 - finding.claim)]


def _denied_with_it(finding: Finding, claim: int, annotation: Annotation) -> list[Finding]:
    """Return the denial of the other side where a claim that says no is told in its own words: the union was not asked."""
    verbs = [f.term.first for f in finding.fills if f.term is not None and f.slot.is_predicate() and f.slot.negated]
    words = [annotation.tokens[i].text for i in verbs if turned(annotation, i)]
    return [finding.turned_into(Stance.DENIES, Step("negation", "negated", words[0]), claim=1 - claim)] if words else []


def _anchors(template: Template, annotation: Annotation) -> list[int]:
    """Return one token per clause where the event's predicate (or, without one, a deciding word) stands.

    Where rivals say opposite things of one event (close, not close), the word in question is a predicate of the event too.
    """
    event = [s for s in template.slots if s.is_predicate() and (s.place not in template.closed or s.place in template.polar)]
    slots = event or [s for s in template.decisive if s.is_predicate()] or list(template.decisive)
    places: dict[int, int] = {}
    for index in sorted({i for slot in slots for i, _, _ in candidates_for(slot, annotation)}):
        term = annotation.terms[index]
        places.setdefault(annotation.clauses.number[term.first], term.first)
    return sorted(places.values())


def _miss(finding: Finding, step: Step) -> Miss:
    return Miss(finding.claim or 0, finding.sentence, finding.steps[0].detail, finding.score, finding.fills, step)


def _best_anchor(
    template: Template, annotation: Annotation, sentence: int, context: Context, years: frozenset[int], misses: Misses
) -> tuple[float, Finding] | None:
    best: tuple[float, Finding, float] | None = None
    for place in _anchors(template, annotation):
        fills = align(template.slots, annotation, place, context, closed=template.closed, opposites=template.polar)
        # A deciding word too far away is another event's, and this event lacks it.
        fills = [Fill(f.slot, None, 0.0) if f.slot.place in template.closed and not near_enough(f, annotation, place) else f for f in fills]
        fills = stood_for(template, fills, annotation, context)
        by_place = {f.slot.place: f for f in fills}
        score = share(fills)
        stopped = obstacle(template, fills, annotation, place) or brought_in_anew(template.wording, fills, annotation, context)
        if stopped is not None:
            denial = _denied_in_part(template, annotation, sentence, place, fills)
            if denial is not None and (best is None or denial[0] > best[2]):
                best = (denial[0], denial[1], denial[0])
                continue
            if misses is not None:
                misses.append(Miss(template.wording.claim, sentence, template.wording.text, score, tuple(fills), stopped))
            continue
        if (
            is_over(annotation, template.wording, place, context.year)
            or is_of_old(annotation, template.wording, fills, place, context.year, years)
            or dated_otherwise(annotation, template.wording, place, context.year)
        ):
            if misses is not None:
                misses.append(Miss(template.wording.claim, sentence, template.wording.text, score, tuple(fills), _OVER))
            continue
        rank = score + _DISCRIMINATOR_BONUS * mass([by_place[s.place] for s in template.decisive])
        finding = _decide(template, annotation, sentence, place, score, fills, by_place)
        near = rank - _SPREAD * mean_gap(annotation, place, [f for f in fills if f.term is not None])
        if best is None or near > best[2]:
            best = (rank, finding, near)
    return None if best is None else best[:2]


def _denied_in_part(
    template: Template, annotation: Annotation, sentence: int, place: int, fills: Sequence[Fill]
) -> tuple[float, Finding] | None:
    """Return the rank and the finding where the sentence denies a part of the claim, and so the claim; None elsewhere."""
    if not any(s.is_predicate() for s in template.core) or obstacle(template, fills, annotation, place, in_part=True) is not None:
        return None
    event = [f.term for f in fills if f.term is not None and f.slot.is_predicate() and f.slot.place not in template.closed]
    if _verb_unsaid(template, fills, annotation) or (event and all(is_attribute(annotation, term) for term in event)):
        return None
    told = spoken_part(template, fills, annotation, place)
    score = share(told)
    finding = _decide(template, annotation, sentence, place, score, told, {f.slot.place: f for f in fills})
    denies = finding.stance is Stance.DENIES and finding.steps[-1].outcome == "negated"
    return (score, finding) if denies else None


def _verb_unsaid(template: Template, fills: Sequence[Fill], annotation: Annotation) -> bool:
    """Return whether a verb sets the claim apart, and the sentence has only what stands behind it: no offer reached the board.

    Nothing is said then of who attended the board.
    """
    main = main_slot(template.wording)
    if main is None or main.place not in template.closed or any(alike >= _LIKE for _, alike, _ in candidates_for(main, annotation)):
        return False
    said = [f.slot.place for f in fills if f.slot.place in template.closed and f.credit >= SPOKEN]
    return all(place > main.place for place in said)


def _decide(
    template: Template,
    annotation: Annotation,
    sentence: int,
    place: int,
    score: float,
    fills: Sequence[Fill],
    by_place: dict[int, Fill],
) -> Finding:
    claim = template.wording.claim
    words = ", ".join(f.slot.text for f in (by_place[s.place] for s in template.decisive) if f.term is not None)
    steps = (Step("match", "wording", template.wording.text), Step("words", "found", words))
    finding = Finding(claim, sentence, Stance.SUPPORTS, score, mass(fills), place, None, tuple(fills), steps=steps)
    polar = [by_place[s.place] for row in template.polarity.values() for s in row]
    deciding = [f.term.first for f in polar if f.term is not None and f.slot.is_predicate() and f.credit >= SPOKEN]
    weak, hedged = weakening(annotation, template.wording, fills, place, deciding)
    if weak is None and annotation.scopes.superseded[place]:
        weak = Step("assertion", "replaced")
    apart_names = [by_place[s.place].term for s in template.decisive if s.is_name]
    if weak is None and any(term is not None and is_replaced(template.wording, annotation, term.first) for term in apart_names):
        weak = Step("assertion", "replaced")
    if weak is None and not polar:
        open_ = left_open(
            annotation, template.wording, [f.term.first for f in (by_place[s.place] for s in template.decisive) if f.term is not None]
        )
        weak = None if open_ is None else Step("assertion", "alternative", open_)
    rejection = rejected_after(annotation, place, fills, across_speech=False)
    if weak is not None and not (rejection and weak.outcome == "possibility" and not annotation.scopes.turns):
        # "The rumour that she left is baseless": what is only rumoured is denied all the same.
        return finding.turned_into(Stance.MENTIONS, weak)
    negative, opposite, word = _sign(template, annotation, polar, fills, place)
    apart = [by_place[s.place] for s in template.decisive if s.place not in {f.slot.place for f in polar}]
    if not negative and not polar and any(_set_aside(f, annotation, place) for f in apart):
        negative, opposite, word = True, False, words
    if negative and not opposite and apart and all(_corrects(f, annotation, place) for f in apart):
        negative = False
    causes = [f.term.first for f in apart if f.term is not None]
    excluded = no_cause(annotation, causes, place) if len(causes) == len(apart) else None
    if excluded:
        return finding.turned_into(Stance.DENIES, Step("negation", "negated", excluded))
    if rejection:
        # That a rumour is baseless denies it once, not twice.
        negative, opposite, word = negative ^ (not called_false(annotation, place)), False, rejection
    if negative:
        outcome = "opposite" if opposite else "partly" if rejection and rejected_partly(annotation, rejection) else "negated"
        return finding.turned_into(Stance.DENIES, Step("negation", outcome, word))
    return Finding(claim, sentence, Stance.SUPPORTS, score, finding.mass, place, None, tuple(fills), hedged, steps)


def _set_aside(fill: Fill, annotation: Annotation, place: int) -> bool:
    """Return whether a deciding word alone is negated, the event is not.

    "It belonged not to A but to B", "B, not A, did it", "it was not A who did it".
    """
    if fill.term is None or fill.credit < SPOKEN:
        return False
    word = fill.term.first
    # "Nor was it the lack of safety": a word that the claim itself negates is set aside by one more negator.
    if annotation.scopes.adjectival[word] or turned(annotation, word) == fill.slot.negated or turned(annotation, place):
        return False
    if fill.slot.negated and sum(f.payload in NEGATORS and annotation.apart(f.first, word) == 0 for f in annotation.cues) < _TWICE:
        return False
    distance = annotation.apart(word, place)
    return distance == 0 or (distance <= _CLEFT_CLAUSES and (_negated_alone(annotation, word, place) or _is_cleft(annotation, word, place)))


def _corrects(fill: Fill, annotation: Annotation, place: int) -> bool:
    """Return whether a contrast leads from the negated event to a deciding word: not dismissed for A but for B."""
    if fill.term is None or turned(annotation, fill.term.first):
        return False
    word = fill.term.first
    return any(
        f.payload == Cue.CONTRAST and place < f.first < word and word - f.last <= _TO_NEGATED and annotation.apart(f.first, word) == 0
        for f in annotation.cues
    )


def _negated_alone(annotation: Annotation, word: int, place: int) -> bool:
    """Return whether a negator is there for the word, a few words between them at the most.

    In another clause than the event, it opens an insertion ("Oduya, not her co-author Feld, found it") or a clause of its
    own ("sent off not because of a foul").
    """
    tokens, number = annotation.tokens, annotation.clauses.number
    for f in annotation.cues:
        if f.payload not in NEGATORS or not 0 <= word - f.last <= _TO_NEGATED:
            continue
        inserted = any(tokens[i].kind is Kind.MARK for i in range(max(0, f.first - _TO_INSERTION), f.first))
        opens = f.last < len(tokens) and number[f.last] != number[f.last - 1]
        joined = all(tokens[i].kind is not Kind.MARK or tokens[i].norm == "-" for i in range(f.last, word))
        if joined and (inserted or opens or annotation.apart(word, place) == 0):
            return True
    return False


def _is_cleft(annotation: Annotation, word: int, place: int) -> bool:
    """Return whether a relative word leads from the negated word to the event: "not A who did it"."""
    return word < place and any(
        f.payload == Cue.OPENER
        and word < f.first <= place
        and annotation.apart(f.first, place) == 0
        and all(annotation.apart(i, place) == 0 for i in range(f.first, place))
        and annotation.tokens[f.first - 1].kind is Kind.WORD
        for f in annotation.cues
    )


def _sign(template: Template, annotation: Annotation, polar: Sequence[Fill], fills: Sequence[Fill], place: int) -> tuple[bool, bool, str]:
    """Return whether the sentence says the contrary, whether by an opposite word alone, and the word."""
    spoken = [f for f in polar if f.term is not None and f.credit >= _SPOKEN_POLAR] if polar else []
    predicates = [f for f in spoken if f.slot.is_predicate()] or spoken
    if predicates:
        # Negated is what the negator reaches first: "no stores will close" and "stores will not close" are one.
        first = min(predicates, key=lambda f: (not (f.term is not None and turned(annotation, f.term.first)), f.slot.place))
        assert first.term is not None  # noqa: S101 - filtered above
        text_negates = turned(annotation, first.term.first)
        negative = text_negates ^ any(f.slot.negated for f in predicates) ^ first.turned
        return negative, negative and not text_negates, annotation.tokens[first.term.first].text
    # Who did not do it is not what is negated: "heat did not cause the failure".
    shared = [f for f in fills if f.slot.place not in template.closed]
    event = shared if any(f.term is not None and f.slot.is_predicate() for f in shared) else fills
    negative, word = negation_of(annotation, event, place)
    by_opposite = negative and any(f.turned for f in fills)
    return negative, by_opposite, word
