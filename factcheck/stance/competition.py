"""What is decided only after every question has been held against an article.

A sentence rejects what was told last, on whatever question. One mention of a value answers one question: the one whose event
the sentence tells most of. And inside one article a second rival with clearly weaker evidence than the first is no position
of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Stance, Step
from factcheck.stance.findings import AnySide, Side

# A question whose event is told this much less fully than another's gives the value up.
_LESS_MASS = 0.93
# A second rival this far below the first is a mention: of such pairs, in stories kept aside, six in ten were one event and a stranger's.
_SECOND = 0.04
# The same where words decide: of ten such pairs of one voice eight were one claim and what merely has its words.
_SECOND_IN_WORDS = 0.01
# An article that backs three and more lists the accounts that go about, and tells some of them in fewer words.
_ONE_OF_MANY = 0.1
_MANY = 3


def share_out_values(findings: Sequence[Sequence[AnySide]]) -> list[list[AnySide]]:
    """Give each mention of a value to the question whose event its sentence tells most of.

    Args:
        findings: One list for each question, all of one source.

    Returns:
        The lists without the findings that lost their value.
    """
    best: dict[tuple[int, int, str], tuple[bool, float]] = {}
    for row in findings:
        for f in row:
            if f.value is not None:
                best[mention_of(f)] = max(_claim_to(f), best.get(mention_of(f), (False, 0.0)))
    kept = []
    for row in findings:
        kept.append([f for f in row if f.value is None or _holds(f, *best[mention_of(f)])])
    return kept


def reject_last_told(findings: Sequence[Sequence[AnySide]]) -> list[list[AnySide]]:
    """Take back what a sentence rejects where a sentence between the two says something on any question: it rejects that.

    Args:
        findings: One list for each question, all of one source.

    Returns:
        The lists without those denials.
    """
    telling = {f.sentence for row in findings for f in row if f.claim is not None and f.rejects is None}
    return [[f for f in row if f.rejects is None or telling.isdisjoint(range(f.rejects + 1, f.sentence))] for row in findings]


def mention_of(finding: Side) -> tuple[int, int, str]:
    """Return what the mention of a value is known by that a finding rests on."""
    assert finding.value is not None  # noqa: S101 - asked of findings with a value only
    return finding.sentence, finding.value.first, finding.value.kind


def _claim_to(finding: Side) -> tuple[bool, float]:
    """Return how strong a question's claim to a value is: a value that a claim lists goes before one that none lists."""
    return finding.claim is not None, finding.mass


def _holds(finding: Side, listed: bool, mass: float) -> bool:
    # A sentence that says none of the names tells less than nothing; the best of such is still the best.
    return (finding.claim is not None) == listed and finding.mass >= mass - (1.0 - _LESS_MASS) * abs(mass)


def settle_rivals(findings: Sequence[AnySide], exclusive: bool) -> list[AnySide]:
    """Turn the supports of a rival into mentions where another rival has clearly better evidence in the article.

    Args:
        findings: All findings of one question in one source.
        exclusive: Whether the question's rivals exclude each other; where they do not, nothing is changed.
    """
    if not exclusive:
        return list(findings)
    best: dict[int | None, float] = {}
    for f in findings:
        if f.stance is Stance.SUPPORTS:
            best[f.claim] = max(f.score, best.get(f.claim, 0.0))
    if len(best) < 2:
        return list(findings)
    in_words = all(f.value is None for f in findings if f.stance is Stance.SUPPORTS)
    least = max(best.values()) - (_ONE_OF_MANY if len(best) >= _MANY else _SECOND_IN_WORDS if in_words else _SECOND)
    voices = {f.speaker for f in findings if f.stance is Stance.SUPPORTS and best[f.claim] >= least}
    step = Step("rivals", "weaker", "another claim of this question has better evidence in the article")
    settled = []
    for f in findings:
        # Another speaker's account is a side of its own, however it is put.
        another = f.speaker is not None and f.speaker not in voices
        if f.stance is Stance.SUPPORTS and best[f.claim] < least and not another:
            if f.claim is not None:
                settled.append(f.turned_into(Stance.MENTIONS, step))
        else:
            settled.append(f)
    return settled
