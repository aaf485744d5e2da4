"""The nouns of factcheck: plain frozen values that every other module shares.

Nothing here reads a file, prints, or decides. Offsets everywhere are code points in a source's decoded
text, counted from 0, with an exclusive end; lines and columns count from 1.
"""

from __future__ import annotations

from factcheck.model.catalogue import Catalogue, Claim, Example, Question, QuestionType
from factcheck.model.evidence import Evidence, Explanation, Match, Matched, NearMiss, ScorePart, Stance, Step
from factcheck.model.report import ClaimFinding, Others, Position, QuestionFinding, Report, Status
from factcheck.model.source import LeftOut, Part, Sentence, Source

__all__ = [
    "Catalogue",
    "Claim",
    "ClaimFinding",
    "Evidence",
    "Example",
    "Explanation",
    "LeftOut",
    "Match",
    "Matched",
    "NearMiss",
    "Others",
    "Part",
    "Position",
    "Question",
    "QuestionFinding",
    "QuestionType",
    "Report",
    "ScorePart",
    "Sentence",
    "Source",
    "Stance",
    "Status",
    "Step",
]
