"""Evidence that shares its parts is the same evidence."""

from __future__ import annotations

import pickle

from factcheck.gathering.sharing import Sharing
from factcheck.model import Report


def test_shared_evidence_is_equal_and_has_its_parts_in_common(report: Report) -> None:
    sharing = Sharing()
    first = [sharing.of(each) for each in report.evidence]
    assert first == list(report.evidence)
    again = [sharing.of(each) for each in pickle.loads(pickle.dumps(report.evidence))]  # noqa: S301
    assert again == first
    for one, other in zip(first, again, strict=True):
        assert one.question is other.question
        assert all(a is b for a, b in zip(one.steps, other.steps, strict=True))
        assert all(a.wording is b.wording for a, b in zip(one.parts, other.parts, strict=True))
