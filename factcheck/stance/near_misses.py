"""Which sentences came near a claim and still say nothing of it: one miss a sentence and claim, best first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.language.values import normal_form
from factcheck.matching.questions import QuestionModel
from factcheck.model import Stance, Step
from factcheck.stance.competition import mention_of
from factcheck.stance.findings import Finding, Miss
from factcheck.stance.value_company import listed

# Steps that stop a sentence only after all that the wording asks for was found in it; they tell more than that another
# wording was not met.
_LATE = frozenset(
    {
        ("value", "weaker"),
        ("value", "not put forward"),
        ("value", "another question"),
        ("rivals", "another nearer"),
        ("rivals", "weaker"),
        ("negation", "opposite"),
        ("negation", "too little denied"),
    }
)
# A value that stands so to all claims is none of theirs.
_NO_CLAIMS = ("different", "incomparable")


def claim_of(model: QuestionModel, miss: Miss) -> int | None:
    """Return the claim that a miss would have spoken of: where values decide, the one that lists the value, or None.

    A wording serves all rivals of such a question, so that its own claim says nothing.
    """
    if miss.value is None:
        return miss.claim
    claim, relation = listed(model, miss.value)
    return None if relation in _NO_CLAIMS else claim


def nearest(model: QuestionModel, misses: Iterable[Miss], evidence: Sequence[Finding], most: int) -> list[Miss]:
    """Return the `most` nearest misses, best score first, then in text order.

    Left out are sentences that say no word of the wording, those that have evidence for the claim, and values that have
    evidence for any.

    Args:
        model: The question.
        misses: All misses of one article on it.
        evidence: What became evidence on it in this article.
        most: How many to return at most.
    """
    told = {(f.sentence, f.claim) for f in evidence if f.claim is not None}
    bound = {mention_of(f) for f in evidence if f.value is not None}
    best: dict[tuple[int, int | str | None], Miss] = {}
    for miss in misses:
        claim = claim_of(model, miss)
        mention = None if miss.value is None else (miss.sentence, miss.value.first, miss.value.kind)
        if (miss.sentence, claim) in told or mention in bound or all(f.term is None for f in miss.fills):
            continue
        key = miss.sentence, normal_form(miss.value) if claim is None and miss.value is not None else claim
        if key not in best or _nearness(miss) > _nearness(best[key]):
            best[key] = miss
    return sorted(best.values(), key=lambda m: (-m.score, m.sentence))[:most]


def _nearness(miss: Miss) -> tuple[bool, float]:
    return (miss.step.name, miss.step.outcome) in _LATE, miss.score


def given_away(models: Sequence[QuestionModel], before: Sequence[list[Finding]], after: Sequence[list[Finding]], asked: int) -> list[Miss]:
    """Return the findings of one question whose value went to another question, which the step names.

    Args:
        models: All questions.
        before: The findings on each, before values were shared out.
        after: The same afterwards.
        asked: Index of the question.
    """
    kept = {id(f) for f in after[asked]}
    misses = []
    for finding in before[asked]:
        if id(finding) not in kept and finding.value is not None:
            holders = [
                (f.claim is not None, f.mass, model.question.id)
                for number, (model, row) in enumerate(zip(models, after, strict=True))
                for f in row
                if number != asked and f.value is not None and mention_of(f) == mention_of(finding)
            ]
            if holders:
                taker = max(holders, key=lambda holder: holder[:2])[2]
                misses.append(_miss(finding, Step("value", "another question", taker)))
    return misses


def outdone(before: Sequence[Finding], after: Sequence[Finding]) -> Iterator[Miss]:
    """Yield the values that no claim lists and that went when the rivals of a question were settled.

    Args:
        before: The findings on the question, before its rivals were settled.
        after: The same afterwards.
    """
    kept = {id(f) for f in after}
    for finding in before:
        if id(finding) not in kept and finding.claim is None and finding.stance is Stance.SUPPORTS:
            yield _miss(finding, Step("rivals", "weaker"))


def _miss(finding: Finding, step: Step) -> Miss:
    return Miss(finding.claim or 0, finding.sentence, finding.steps[0].detail, finding.score, finding.fills, step, finding.value)
