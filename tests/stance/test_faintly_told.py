"""What a sentence only faintly tells is heard where its article says nothing more clearly, and there alone."""

from __future__ import annotations

from factcheck.model import Stance, Step
from factcheck.stance.faintly_told import as_faint, is_faint, without_faint
from factcheck.stance.findings import Finding


def finding(claim: int | None, sentence: int, stance: Stance = Stance.SUPPORTS) -> Finding:
    return Finding(claim, sentence, stance, 1.0, 1.0, 0, None, (), False, (Step("assertion", "asserted"),))


def test_what_is_faintly_told_is_dropped_beside_a_clear_support() -> None:
    clear, faint = finding(0, 1), as_faint(finding(1, 3))
    assert without_faint([faint, clear]) == [clear]


def test_what_is_faintly_told_stands_where_nothing_is_clearer() -> None:
    faint, denial, other = as_faint(finding(1, 3)), finding(0, 1, Stance.DENIES), finding(None, 2)
    assert is_faint(faint)
    assert without_faint([faint, denial, other]) == [faint, denial, other]
