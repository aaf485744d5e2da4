"""Which cues of a sentence bear on what is told, where one stands inside another: "is expected to" is no expectation."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.cues import Cue
from factcheck.language.phrases import Found

NEGATORS = (Cue.NEGATION, Cue.NEGATION_NOUN, Cue.NEGATION_NEXT)
# What turns a statement into its contrary.
TURNING = (*NEGATORS, Cue.DENIAL, Cue.FAILURE)
# The cues that set flags; the others only bear on how far these reach.
_FLAGGING = frozenset((
    *TURNING, Cue.FICTION, Cue.FALSITY, Cue.POSSIBILITY, Cue.CONTRARY, Cue.HEDGE, Cue.PART_OF, Cue.INTENTION, Cue.REFUSAL, Cue.UNREAL,
    Cue.UNREAL_VERB, Cue.FAILED_VERB, Cue.COUNTERFACTUAL, Cue.SUPERSEDED, Cue.COMPARED, Cue.TEMPORAL,
))  # fmt: skip


def outermost(cues: Sequence[Found]) -> list[Found]:
    """Return the cues that set flags, without those that a longer one takes in.

    Those of negation inside a longer one (دون in من دون), "expects to" inside the hedge "is expected to", and all that stand
    inside a phrase that is listed as none (من خلال is no time, se in tornou-se o is no "if").
    """
    phrases = [f for f in cues if f.last - f.first > 1]

    def inside(f: Found, *kinds: Cue) -> bool:
        return any(o.payload in kinds and o.first <= f.first and f.last <= o.last and o.last - o.first > f.last - f.first for o in phrases)

    kept: list[Found] = []
    for f in cues:
        if f.payload not in _FLAGGING:
            continue
        turning = f.payload in TURNING and (
            any(k.first == f.first and k.last == f.last and k.payload in TURNING for k in kept)
            or inside(f, *TURNING, Cue.NO_NEGATION, Cue.FALSITY, Cue.NO_CAUSE)
        )
        hedged = f.payload in (Cue.POSSIBILITY, Cue.INTENTION) and inside(f, Cue.HEDGE)
        refuted = f.payload in (Cue.REFUSAL, Cue.FAILED_VERB) and any(o.payload == Cue.DENIAL and o.first == f.first for o in cues)
        # "Nobody doubts that": the doubt is a part of what is no doubt.
        cut = f.payload in (Cue.UNREAL, Cue.UNREAL_VERB, Cue.DENIAL) and any(
            o.payload == Cue.NO_NEGATION and o.first < f.first < o.last for o in cues
        )
        if not (turning or hedged or refuted or cut or inside(f, Cue.NO_NEGATION)):
            kept.append(f)
    return kept
