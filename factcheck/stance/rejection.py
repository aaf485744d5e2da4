"""A sentence that rejects what the sentence before it said: "A spokesman denied this", نفت الشركة ذلك.

It tells nothing of the event itself; what it rejects is the nearest claim just before it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from factcheck.language.cues import Cue, cue_index
from factcheck.language.knowledge import section
from factcheck.language.phrases import Found
from factcheck.language.stems import costs_of
from factcheck.language.tokens import Kind, tokenise
from factcheck.language.values import Value, compare
from factcheck.matching.annotation import Annotation
from factcheck.model import Stance, Step
from factcheck.stance.findings import Finding

# How many sentences back the rejected claim may stand.
_BACK = 2
# A longer sentence has more to say than that it rejects something.
_SHORT = 22
# "No, he wasn't": so many tokens may stand before it.
_TO_DENIAL = 3


class Rejection(NamedTuple):
    """What a sentence that only rejects says.

    Attributes:
        place: Its token.
        words: As printed.
        own: Whether the article itself rejects, and not somebody it quotes.
        values: What the sentence itself gives before it rejects: "the 8 percent that go round are an invention".
        parted: Whether a mark parts the rejection from what the sentence says besides: "That is wrong: it was 4 million".
    """

    place: int
    words: str
    own: bool
    values: tuple[Value, ...] = ()
    parted: bool = False


def rejecting_places(sentence: int, count: int) -> range:
    """Return the indexes of the sentences that may reject what sentence `sentence` of an article of `count` sentences says."""
    return range(sentence + 1, min(count, sentence + 1 + _BACK))


def may_reject(sentence: str, language: str | None) -> bool:
    """Return False where no rejection has all its words in a sentence: nearly all are passed over so, without reading them closely."""
    words = set(sentence.split())
    forms = frozenset().union(*(_forms(word, language) for word in words))
    for word in words:
        opened = _opened_by(word, language)
        if opened is None:
            continue
        seconds, rests = opened
        # Most openers, such as "the", stand in most sentences without any word that could be the second.
        if not (seconds and forms.isdisjoint(seconds)) and any(not any(map(forms.isdisjoint, rest)) for rest in rests):
            return True
    return False


@lru_cache(maxsize=1 << 14)
def _opened_by(word: str, language: str | None) -> tuple[frozenset[str], tuple[tuple[frozenset[str], ...], ...]] | None:
    """Return, for the rejections that a word opens, the forms that each of their further words may have, or None where it opens none.

    Before them stand all forms that a second word may have; nothing where some rejection has no second word.
    """
    opened = (cue_index(language).opened_by(token.word) for token in tokenise(word))
    rests = tuple(rest for each in opened for payload, rest in each if payload == Cue.REJECTION)
    if not rests:
        return None
    return frozenset().union(*(rest[0] for rest in rests)) if all(rests) else frozenset(), rests


@lru_cache(maxsize=1 << 14)
def _forms(word: str, language: str | None) -> frozenset[str]:
    return frozenset(form for token in tokenise(word) for form in (token.norm, *costs_of(token.word, language)))


def rejections(annotations: Mapping[int, Annotation]) -> dict[int, Rejection]:
    """Return those sentences that do nothing but reject, by index, in the order given."""
    found = {number: _rejection(annotation) for number, annotation in annotations.items()}
    return {number: rejection for number, rejection in found.items() if rejection is not None}


def reject_previous(findings: Sequence[Finding], rejecting: Mapping[int, Rejection], yesno: bool) -> list[Finding]:
    """Return the findings with what the article's sentences reject of the claims told just before them.

    Each rejected claim is denied by the rejecting sentence. What the article itself rejects is put forward no longer;
    what somebody rejects stays a side of its own.

    Args:
        findings: What the sentences say on one question, in text order.
        rejecting: From `rejections`.
        yesno: Whether denying one claim of the question supports the other.
    """
    spoken = {f.sentence for f in findings}
    added: list[Finding] = []
    withdrawn: set[int] = set()
    for number, rejection in rejecting.items():
        # "That is wrong: it was 4 million" rejects what stands before and goes on with something of its own.
        if number in spoken and not all(
            f.place > rejection.place and rejection.place <= _TO_DENIAL for f in findings if f.sentence == number
        ):
            continue
        own = {f.claim for f in findings if f.sentence == number}
        before = next((n for n in range(number - 1, max(-1, number - 1 - _BACK), -1) if n in spoken), None)
        for finding in findings:
            if (
                finding.sentence == before
                and finding.claim is not None
                and _is_told(finding)
                and finding.claim not in own
                and not _is_of_its_own(rejection, finding)
            ):
                added += _denials(finding, number, rejection, yesno)
                if rejection.own and finding.stance is Stance.SUPPORTS:
                    withdrawn.add(id(finding))
    step = Step("negation", "rejected next", "the next sentence calls it false")
    return [f.turned_into(Stance.MENTIONS, step) if id(f) in withdrawn else f for f in findings] + added


def _is_of_its_own(rejection: Rejection, finding: Finding) -> bool:
    """Return whether a sentence rejects a figure that it gives itself, and not the one before it."""
    value = finding.value
    return value is not None and any(
        v.kind in (value.kind, "number") and compare(v, value) != "equal" and v.amount != value.amount
        for v in rejection.values
        if v.kind != "date" or value.kind == "date"
    )


def _is_told(finding: Finding) -> bool:
    """Return whether a sentence puts a claim forward, or passes it on as a mere possibility: a rumour."""
    if finding.stance is Stance.MENTIONS:
        return finding.steps[-1].outcome in ("possibility", "replaced")
    return finding.stance is Stance.SUPPORTS


def _rejection(annotation: Annotation) -> Rejection | None:
    """Return the rejection that is all a sentence has to say, or None."""
    words = [t for t in annotation.tokens if t.norm[0].isalnum()]
    for found in annotation.cues:
        if (
            found.payload == Cue.REJECTION
            and len(words) <= _SHORT
            and not _opens_clause(annotation, found)
            and _stands_alone(annotation, found)
            and not annotation.scopes.possible[found.first]
            and not annotation.scopes.asked[found.first]
        ):
            own = _is_own(annotation, found)
            before = tuple(v for v in annotation.values if v.last <= found.first)
            parted = found.last < len(annotation.tokens) and annotation.tokens[found.last].kind is Kind.MARK
            return Rejection(found.first, " ".join(t.text for t in annotation.tokens[found.first : found.last]), own, before, parted)
    return None


def _stands_alone(annotation: Annotation, found: Found) -> bool:
    """Return whether words that deny only where nothing follows them are all that a clause has: "He wasn't."; not "he wasn't late"."""
    tokens = annotation.tokens
    if " ".join(t.norm for t in tokens[found.first : found.last]) not in _bare_denials(annotation.language):
        return True
    ends = found.last >= len(tokens) or tokens[found.last].kind is Kind.MARK
    return ends and found.first <= _TO_DENIAL


@cache
def _bare_denials(language: str | None) -> frozenset[str]:
    listed = section(language, "bare_denials") if language else ()
    return frozenset(" ".join(t.norm for t in tokenise(str(phrase))) for phrase in listed)


def _is_own(annotation: Annotation, found: Found) -> bool:
    """Return whether the article itself rejects: "this account has no basis", "it turned out to be false, police said".

    "The bank denies it" and "that is false, the bank said" are the bank's words.
    """
    inside = [f for f in annotation.cues if found.first <= f.first < found.last]
    outside = [f for f in annotation.cues if not found.first <= f.first < found.last]
    denied = any(f.payload == Cue.DENIAL for f in inside)
    spoken = any(f.payload in (Cue.SAY, Cue.ACCORDING, Cue.DENIAL) for f in outside) or (
        denied and any(f.payload == Cue.SAY for f in inside)
    )
    shown = section(annotation.language, "shown_words") if annotation.language else ()
    return not spoken or any(annotation.tokens[i].norm in (shown or ()) for i in range(found.first, found.last))


def _opens_clause(annotation: Annotation, found: Found) -> bool:
    """Return whether a word opens what is rejected in the same sentence, in the rejection or behind it: denied that it leaked."""
    tokens = annotation.tokens
    opening = {f.last for f in annotation.cues if f.payload == Cue.THAT and tokens[f.first].kind is Kind.WORD}
    return any(i in opening and i < len(tokens) and tokens[i].kind is Kind.WORD for i in (found.last, found.last + 1))


def _denials(finding: Finding, number: int, rejection: Rejection, yesno: bool) -> list[Finding]:
    step = Step("negation", "rejected", rejection.words)
    # The value and words stand in the sentence before; here there is only the rejection.
    before = (Step("match", "sentence before"), step)
    denial = Finding(
        finding.claim, number, Stance.DENIES, finding.score, 0.0, rejection.place, None, (), steps=before, rejects=finding.sentence
    )
    if not yesno or finding.claim is None:
        return [denial]
    other = denial.turned_into(Stance.SUPPORTS, Step("polarity", "denies the rival"), claim=1 - finding.claim)
    return [denial, other]
