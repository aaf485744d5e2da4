"""From what a user typed to an id that exists, or to an error that names the nearest ones."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.language.folding import fold
from factcheck.model import Question, Report, Source
from factcheck.problems import FactcheckError, Problem, Severity

# Of 100. Below this, what rapidfuzz finds has little but its letters in common with what was typed.
_LIKE = 60
_SUGGESTIONS = 3


def find_question(typed: str, questions: Iterable[Question]) -> str:
    """Return the id of the question that was typed.

    Raises:
        FactcheckError: Where there is none; the error names the nearest ids.
    """
    return _find(typed, "question", "`factcheck list` names every one", [question.id for question in questions])


def find_subject(typed: str, report: Report) -> str:
    """Return the id of the question or claim that was typed; raises as `find_question` does."""
    questions = [finding.question.id for finding in report.findings]
    claims = [each.claim.id for finding in report.findings for each in finding.claims]
    help_text = "`factcheck list` names every question, and `factcheck show QUESTION` its claims"
    return _find(typed, "question or claim", help_text, questions + claims)


def find_source(typed: str, sources: Iterable[Source]) -> str:
    """Return the id of the source that was typed, as an id or as the path of its file; raises as `find_question` does."""
    listed = list(sources)
    # A file may hold many articles; then its path names none of them.
    there = [source.id for source in listed if source.path == typed]
    if len(there) == 1 and all(typed != source.id for source in listed):
        return there[0]
    return _find(typed, "source", "`factcheck sources` names every one", [source.id for source in listed])


def _find(typed: str, noun: str, where: str, ids: list[str]) -> str:
    if typed in ids:
        return typed
    # The same word in another case, or Arabic letters typed another way, is no mistake where only one id fits.
    same = list(dict.fromkeys(known for known in ids if fold(known) == fold(typed)))
    if len(same) == 1:
        return same[0]
    nearest = _nearest(typed, ids)
    help_text = "did you mean " + " or ".join(f"'{each}'" for each in nearest) + "?" if nearest else where
    raise FactcheckError((Problem(Severity.ERROR, "unknown-id", f"there is no {noun} '{typed}'", help_text),))


def _nearest(typed: str, ids: list[str]) -> list[str]:
    from rapidfuzz import fuzz, process

    known = list(dict.fromkeys(ids))
    found = process.extract(fold(typed), [fold(each) for each in known], scorer=fuzz.WRatio, limit=_SUGGESTIONS, score_cutoff=_LIKE)
    return [known[index] for _, _, index in found]
