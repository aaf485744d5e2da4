"""A sentence that rejects what the sentence before it said: "A spokesman denied this", نفت الشركة ذلك.

It tells nothing of the event itself; what it rejects is the nearest claim just before it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.language.cues import Cue
from factcheck.matching.annotation import Annotation
from factcheck.model import Stance, Step
from factcheck.stance.findings import Finding

# How many sentences back the rejected claim may stand.
_BACK = 2
# A longer sentence has more to say than that it rejects something.
_SHORT = 22


def rejections(annotations: Sequence[Annotation]) -> dict[int, tuple[int, str]]:
    """Return the sentences of an article that do nothing but reject, by index: place and words of the rejection."""
    found = {number: _rejection(annotation) for number, annotation in enumerate(annotations)}
    return {number: rejection for number, rejection in found.items() if rejection is not None}


def reject_previous(findings: Sequence[Finding], rejecting: Mapping[int, tuple[int, str]], yesno: bool) -> list[Finding]:
    """Return what the article's sentences reject of the claims put forward just before them.

    Args:
        findings: What the sentences say on one question, in text order.
        rejecting: From `rejections`.
        yesno: Whether denying one claim of the question supports the other.
    """
    spoken = {f.sentence for f in findings}
    added = []
    for number, rejection in rejecting.items():
        if number in spoken:
            continue
        before = next((n for n in range(number - 1, max(-1, number - 1 - _BACK), -1) if n in spoken), None)
        for finding in findings:
            if finding.sentence == before and finding.stance is Stance.SUPPORTS and finding.claim is not None:
                added += _denials(finding, number, rejection, yesno)
    return added


def _rejection(annotation: Annotation) -> tuple[int, str] | None:
    """Return the place and words of a rejection that is all a sentence has to say, or None."""
    words = [t for t in annotation.tokens if t.norm[0].isalnum()]
    for found in annotation.cues:
        if (
            found.payload == Cue.REJECTION
            and len(words) <= _SHORT
            and not annotation.scopes.possible[found.first]
            and not annotation.scopes.asked[found.first]
        ):
            return found.first, " ".join(t.text for t in annotation.tokens[found.first : found.last])
    return None


def _denials(finding: Finding, number: int, rejection: tuple[int, str], yesno: bool) -> list[Finding]:
    place, words = rejection
    step = Step("negation", "rejected", words)
    # The value and words stand in the sentence before; here there is only the rejection.
    denial = Finding(
        finding.claim, number, Stance.DENIES, finding.score, 0.0, place, None, (), steps=(Step("match", "sentence before"), step)
    )
    if not yesno or finding.claim is None:
        return [denial]
    other = denial.turned_into(Stance.SUPPORTS, Step("polarity", "denies the rival"), claim=1 - finding.claim)
    return [denial, other]
