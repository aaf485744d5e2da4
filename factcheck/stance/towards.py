"""What one sentence says of the claims that it concerns.

The rivals of a question are judged as in an article, by what tells them apart. Where that says nothing, each claim is
held against the sentence alone; of rivals, only a denial is then believed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.matching.index import CatalogueIndex
from factcheck.matching.questions import question_models
from factcheck.matching.ranking import ClaimIndex, Ranked
from factcheck.matching.vocabulary import Vocabulary
from factcheck.model import Catalogue, Evidence, Match, Matched, Question, Sentence, Source, Stance, Step
from factcheck.stance.judge import judge
from factcheck.stance.lone import lone_stance

# How far a claim must stand out (`Ranked.lead`) to be shown; measured, see `accuracy/public_sets.py`. Headlines and
# paraphrases want it a little lower and higher.
_LEAD = 0.22
# So many claims are held against a sentence; what ranks lower concerns it by chance.
_TRIED = 12
# Steps of `lone_stance` that say that the claim itself is false, and not only that something else is so.
_DENYING = ("false", "negation", "undone")
_ORDER = {Stance.SUPPORTS: 0, Stance.DENIES: 1, Stance.MENTIONS: 2}


def matched(text: str, catalogue: Catalogue, index: ClaimIndex, limit: int) -> Matched:
    """Return a sentence with the claims that it concerns, best first.

    Args:
        text: The sentence.
        catalogue: The claims.
        index: The index over `catalogue`.
        limit: How many claims at most.
    """
    language = index.language_of(text)
    ranked = [each for each in index.rank(text, max(limit, _TRIED)) if each.lead >= _LEAD]
    judged = _judged(text, language, catalogue, ranked)
    matches = []
    for each in ranked:
        question = catalogue.questions[each.question]
        matches.append(_by_rivals(each, question, judged.get(question.id, [])) or _alone(each, question, text, language, catalogue))
    return Matched(text, language, tuple(_by_question(matches)[:limit]))


def _by_question(matches: Sequence[Match]) -> list[Match]:
    """Return matches by question, the one that fits best first; of its claims first what is supported, then what is denied."""
    place = {question: number for number, question in enumerate(dict.fromkeys(each.question for each in matches))}
    return sorted(matches, key=lambda each: (place[each.question], _ORDER[each.stance], -each.score))


def _judged(text: str, language: str | None, catalogue: Catalogue, ranked: Sequence[Ranked]) -> dict[str, list[Evidence]]:
    """Return the evidence of the sentence on the questions that have rivals, by question."""
    numbers = dict.fromkeys(each.question for each in ranked)
    questions = tuple(q for q in (catalogue.questions[number] for number in numbers) if len(q.claims) > 1)
    if not questions:
        return {}
    vocabulary = Vocabulary(replace(catalogue, questions=questions))
    # One by one: of a handful of questions about one sentence, all share its words, which makes none of them their topic.
    models = [model for question in questions for model in question_models(replace(catalogue, questions=(question,)), vocabulary)]
    source = Source("sentence", "sentence", text, (Sentence(0, 0, len(text), 1, 1),), language=language)
    evidence: dict[str, list[Evidence]] = {}
    for each in judge(source, CatalogueIndex(models, vocabulary)):
        evidence.setdefault(each.question, []).append(each)
    return evidence


def _by_rivals(ranked: Ranked, question: Question, evidence: Sequence[Evidence]) -> Match | None:
    """Return the match as the evidence has it, or None where there is no evidence on the question."""
    claim = question.claims[ranked.claim]
    own = sorted((each for each in evidence if each.claim == claim.id), key=lambda each: (_ORDER[each.stance], -each.score))
    if own:
        best = own[0]
        return replace(
            _match(ranked, question, best.stance, best.steps), value=best.value, attributed_to=best.attributed_to, hedged=best.hedged
        )
    rivals = [each for each in evidence if each.stance is Stance.SUPPORTS]
    if not rivals:
        return None
    rival = rivals[0]
    step = Step("rivals", "supported", rival.claim) if rival.claim else Step("value", "different", rival.value or "")
    return _match(ranked, question, Stance.MENTIONS, (step,))


def _alone(ranked: Ranked, question: Question, text: str, language: str | None, catalogue: Catalogue) -> Match:
    stance, steps = lone_stance(ranked.wording, text, catalogue.names, catalogue.synonyms, (ranked.language, language))
    if len(question.claims) > 1:
        if stance is Stance.SUPPORTS:
            # What the rivals share is not what the question asks.
            stance, steps = Stance.MENTIONS, (*steps, Step("rivals", "not told apart"))
        elif stance is Stance.DENIES and not any(step.name in _DENYING for step in steps):
            # Another answer than the claim's is a rival, which denies nothing.
            stance = Stance.MENTIONS
    return _match(ranked, question, stance, steps)


def _match(ranked: Ranked, question: Question, stance: Stance, steps: tuple[Step, ...]) -> Match:
    score = round(100 * ranked.score, 1)
    return Match(question.id, question.claims[ranked.claim], stance, score, ranked.shared, steps)
