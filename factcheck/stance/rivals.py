"""Which of two rivals a mention of the event belongs to, where the words of both stand in one sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.matching.alignment import SPOKEN
from factcheck.matching.annotation import Annotation
from factcheck.model import Stance
from factcheck.stance.arguments import is_agent, joined_subject
from factcheck.stance.findings import Finding
from factcheck.stance.nearness import gap, mean_gap

# Of rivals whose words stand equally near, one must score this much better.
_TIE = 0.045


def beaten(
    rank: float,
    finding: Finding,
    candidates: Sequence[tuple[float, Finding]],
    annotation: Annotation,
    decisive: Mapping[int, frozenset[int]],
) -> bool:
    """Return whether a rival's own words stand nearer to the same event, or as near and more fully."""
    for other_rank, other in candidates:
        if other.claim == finding.claim or other.stance is not Stance.SUPPORTS or not _same_event(finding, other):
            continue
        if not decisive[id(finding)]:
            # This claim says less than its rival, and the rival's further words are there too.
            return True
        mine, theirs = _distance(finding, annotation, decisive), _distance(other, annotation, decisive)
        if theirs < mine or (theirs == mine and other_rank > rank + _TIE):
            return True
    return False


def denied_instead(
    finding: Finding, candidates: Sequence[tuple[float, Finding]], annotation: Annotation, decisive: Mapping[int, frozenset[int]]
) -> bool:
    """Return whether what is denied is a rival's or a stranger's: their words stand in the negated clause, none of this claim's do."""

    def beside(denial: Finding) -> bool:
        own = [f.term.first for f in denial.fills if f.term is not None and f.slot.place in decisive[id(denial)]]
        return any(annotation.apart(term, denial.place) == 0 for term in own)

    if beside(finding):
        return False
    rivals = [other for _, other in candidates if other.claim != finding.claim and other.stance is Stance.DENIES]
    told = [f for f in finding.fills if f.term is not None]
    own = {f.term.first for f in told if f.term is not None}
    nearest = min(
        [gap(annotation, finding.place, f.term.first) for f in told if f.term and f.slot.place in decisive[id(finding)]], default=0.0
    )
    strangers = any(
        t.is_name
        and t.first not in own
        and annotation.apart(t.first, finding.place) <= 1
        and gap(annotation, finding.place, t.first) < nearest
        for t in annotation.terms
    )
    return strangers or any(map(beside, rivals))


def _same_event(one: Finding, other: Finding) -> bool:
    """Return whether two findings lean on the same mention of the event: one predicate, or one name, for both."""
    tokens = [{f.term.first for f in finding.fills if f.term is not None} for finding in (one, other)]
    return one.place == other.place or bool(tokens[0] & tokens[1])


def _distance(finding: Finding, annotation: Annotation, decisive: Mapping[int, frozenset[int]]) -> float:
    """Return how many words stand between the event and the rival's own words; a comma and a clause count too."""
    places = decisive[id(finding)]
    own = [f for f in finding.fills if f.term is not None and f.slot.place in places]
    if joined_subject(annotation, own, finding.place) or any(f.slot.is_name and is_agent(annotation, f, finding.fills) for f in own):
        return 0.0
    filled = [f for f in finding.fills if f.term is not None and f.credit >= SPOKEN]
    return sum(
        mean_gap(annotation, finding.place, row)
        for row in ([f for f in filled if f.slot.place in places], [f for f in filled if f.slot.place not in places])
    )
