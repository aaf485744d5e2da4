"""Whether an act is told as done, or hangs on a word after which it is not: accused of, avoided, refused, a novel.

What the claim itself is about does not weaken it: that somebody was accused is told by "accused".
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from factcheck.language.cues import Cue, cues_among, is_stop
from factcheck.language.knowledge import section
from factcheck.language.phrases import Found
from factcheck.language.stems import costs_of
from factcheck.language.tokens import Kind
from factcheck.matching.alignment import Fill
from factcheck.matching.annotation import Annotation
from factcheck.matching.clauses import coordinator_before
from factcheck.matching.weak_words import is_generic
from factcheck.matching.wordings import Wording

# A slot filled less than this does not speak for the claim's verb.
FILLED = 0.25
# What leaves an act that hangs on it untold.
_GOVERNING = (Cue.UNREAL, Cue.UNREAL_VERB, Cue.REFUSAL)


def unreal_word(annotation: Annotation, wording: Wording, fills: Sequence[Fill], place: int, here: Sequence[int]) -> str | None:
    """Return the word after which what the sentence tells is not told as done, or None.

    Args:
        annotation: The sentence.
        wording: The wording that it was held against; what the wording itself supposes is no matter.
        fills: How its slots were filled.
        place: The token around which the claim was found.
        here: That token, those of the claim's predicates beginning with the first, and of its deciding words.
    """
    scopes = annotation.scopes
    told = {i for f in fills if f.term is not None and f.credit >= FILLED for i in range(f.term.first, f.term.last)}
    if any(scopes.negated[i] and scopes.denied[i] for i in told):
        # "It is not true that she did not sign": too much to be read either way.
        return printed(annotation, Cue.DENIAL)
    if _is_spared(annotation, wording, place, here, told):
        return printed(annotation, Cue.NEGATION)
    if scopes.fictional[place] and not any(f.payload == Cue.FICTION for f in cues_among(wording.tokens, wording.language)):
        return printed(annotation, Cue.FICTION)
    return _governing_word(annotation, wording, here, told)


def printed(annotation: Annotation, cue: Cue) -> str:
    """Return the first cue of a kind as printed, or an empty text."""
    found = next((f for f in annotation.cues if f.payload == cue), None)
    return " ".join(t.text for t in annotation.tokens[found.first : found.last]) if found else ""


def _governing_word(annotation: Annotation, wording: Wording, here: Sequence[int], told: set[int]) -> str | None:
    scopes = annotation.scopes
    asserted = [i for i in here if not scopes.denied[i]]
    if not wording.supposed and any(scopes.possible[i] for i in asserted):
        return printed(annotation, Cue.POSSIBILITY)
    # "The mayor accused of fraud has sold it": what is finite does not hang on the accusation, unless "that" leads to it.
    finite = [i for i in here[1:] if _is_finite(annotation, i)]
    # "Le projet de loi a été adopté": the claim's own words govern nothing, whatever article stands before them.
    told = told | {f.first for f in annotation.cues if f.payload in _GOVERNING and _is_told(annotation, f, told)}
    told = told | {g for d in finite for g in (*scopes.governors[d], *scopes.refusals[d]) if not _leads(annotation, g, d)}
    if _is_refused(annotation, here, told):
        return printed(annotation, Cue.REFUSAL)
    if wording.supposed:
        return None
    governor = next((g for i in asserted for g in scopes.governors[i] if g not in told), None)
    if governor is not None:
        return annotation.tokens[governor].text
    return printed(annotation, Cue.GOVERNOR) if _governed(annotation, next(iter(here[1:]), None), told) else None


def _is_told(annotation: Annotation, cue: Found, told: Collection[int]) -> bool:
    """Return whether all words of a cue but those without content are the claim's own."""
    tokens, language = annotation.tokens, annotation.language
    content = [i for i in range(cue.first, cue.last) if tokens[i].kind is Kind.WORD and not is_stop(tokens[i].word, language)]
    return bool(content) and all(i in told for i in content)


def _is_spared(annotation: Annotation, wording: Wording, place: int, here: Sequence[int], told: Collection[int]) -> bool:
    """Return whether only a circumstance may be negated, and none that the claim tells: did not sell it alone."""
    if any(f.payload == Cue.ONLY_ADJUNCT for f in cues_among(wording.tokens, wording.language)):
        return False
    spared, negated = annotation.scopes.spared, annotation.scopes.negated
    reached = any(spared[i] and annotation.apart(i, place) == 0 for i in (*here, *told))
    return reached and not any(negated[i] and not spared[i] for i in (place, *told))


def _is_finite(annotation: Annotation, i: int) -> bool:
    """Return whether a verb in a finite form stands at token `i`, as far as its ending or the auxiliary before it tells."""
    finite = section(annotation.language, "finite") if annotation.language else {}
    if not finite:
        return False
    before = annotation.tokens[i - 1].text.lower() if i else ""
    return before in finite["before"] or annotation.tokens[i].text.lower().endswith(tuple(finite["endings"]))


def _leads(annotation: Annotation, governor: int, deed: int) -> bool:
    """Return whether a "that", a question word or a colon leads from a governing word to the deed."""
    leading = (Cue.THAT, Cue.ASKS_WHAT)
    return any(f.payload in leading and governor < f.first < deed and annotation.tokens[f.first].norm != "," for f in annotation.cues)


def _is_refused(annotation: Annotation, here: Sequence[int], told: Collection[int]) -> bool:
    """Return whether a refusal that is none of the claim's own words reaches what it tells; an offer that is refused was made."""
    offers = set(section(annotation.language, "offers") or ()) if annotation.language else set()
    return any(
        offers.isdisjoint(costs_of(annotation.tokens[i].word, annotation.language))
        and not annotation.scopes.failed[i]
        and any(r not in told for r in annotation.scopes.refusals[i])
        for i in here
    )


def _governed(annotation: Annotation, deed: int | None, told: Collection[int]) -> bool:
    """Return whether an act that is only studied, offered or asked for is the claim's own: between the two stand only words of the claim.

    So it is in درست الشركة بيع المصنع. In "studied law and founded …" another word stands between: that is what was studied.
    """
    governor = next((f for f in annotation.cues if f.payload == Cue.GOVERNOR and deed is not None and f.last <= deed), None)
    if deed is None or governor is None or governor.first in told or annotation.apart(governor.first, deed) > 0:
        return False
    between = range(governor.last, deed)
    joined = coordinator_before(annotation.tokens, deed, annotation.language) is not None
    # "Studied last year buying a stake": when it was studied is nothing else that was studied.
    times = {i for f in annotation.cues if f.payload in (Cue.ANOTHER_TIME, Cue.EARLIER_TIME) for i in range(f.first, f.last)}
    times |= {i for v in annotation.values if v.kind in ("date", "duration") for i in range(v.first, v.last)}
    passed = set(told) | times

    def adds_nothing(i: int) -> bool:
        token = annotation.tokens[i]
        return i in passed or is_stop(token.word, annotation.language) or is_generic(token.norm, annotation.language)

    return len(between) > 0 and not joined and all(map(adds_nothing, between))
