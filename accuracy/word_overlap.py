"""Plain word overlap: what counting the words that a sentence shares with a claim would find, and nothing else."""

from __future__ import annotations

from rapidfuzz import fuzz

from factcheck.model import Question

_THRESHOLD = 70


def closest_claim(sentence: str, question: Question) -> str | None:
    """Return the id of the claim of a question that is most like a sentence, None where none is like it."""
    scores = [max(fuzz.token_set_ratio(sentence, text) for text in (claim.text, *claim.wordings)) for claim in question.claims]
    return question.claims[scores.index(max(scores))].id if max(scores) >= _THRESHOLD else None
