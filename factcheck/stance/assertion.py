"""Whether a sentence puts forward what it says: negation, denial, rejection, possibility, plan, replaced figure.

Each is a step with a named outcome; the first that speaks decides.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.cues import Cue, cues_among, is_stop
from factcheck.language.knowledge import section
from factcheck.language.tokens import Kind
from factcheck.language.value_words import first, phrases, table, words
from factcheck.matching.alignment import Fill
from factcheck.matching.annotation import Annotation, Term
from factcheck.matching.wordings import Wording
from factcheck.model import Step
from factcheck.stance.other_times import long_past
from factcheck.stance.unreal import FILLED, printed, unreal_word

# A rejection ("…, which is wrong") concerns what stands at most so many clauses before it.
_REJECTION_CLAUSES = 3
# The units that time is told in.
_TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade"})
# How many function words may stand between a modal verb and its main verb.
_TO_LED = 3
# An apposition is short: "Marsh, the firm's Austrian-born boss,".
_APPOSITION = 6


def turned(annotation: Annotation, token: int) -> bool:
    """Return whether an odd number of negators, denials and failures reaches the token.

    What failed may begin with the last word of the cue, as the lexicon lists it: "renonce à porter plainte".
    """
    if any(f.payload == Cue.FAILURE and f.last - 1 == token > f.first for f in annotation.cues):
        token = min(token + 1, len(annotation.tokens) - 1)
    return annotation.scopes.negated[token] ^ annotation.scopes.denied[token] ^ annotation.scopes.failed[token]


def negation_of(annotation: Annotation, fills: Sequence[Fill], place: int) -> tuple[bool, str]:
    """Return whether the sentence negates what it says of the event, and the word that shows it.

    What counts is the predicate that stands nearest to `place`: nouns around a negated verb are not asked.
    """
    told = [f for f in fills if f.term is not None and f.slot.is_predicate() and f.credit >= FILLED]
    filled = [f for f in told if f.term is not None and not is_attribute(annotation, f.term)]
    if told and not filled:
        return False, annotation.tokens[place].text
    if not filled:
        return turned(annotation, place), annotation.tokens[place].text
    # The verb comes first in the wording, and the nearest clause speaks.
    nearest = min(filled, key=lambda f: (annotation.apart(f.term.first, place), f.slot.place) if f.term else (9, 9))
    assert nearest.term is not None  # noqa: S101 - filtered above
    term = nearest.term
    return turned(annotation, term.first) ^ nearest.slot.negated ^ nearest.turned, annotation.tokens[term.first].text


def is_attribute(annotation: Annotation, term: Term) -> bool:
    """Return whether a participle only says which one is meant, and so is taken for granted: refused to stop the ousted founder."""
    tokens, language = annotation.tokens, annotation.language
    if language is None or section(language, "adjectives_follow") or not 0 < term.first < term.last < len(tokens):
        return False
    known = words(language, "articles") - words(language, "articles_as_one")
    endings = tuple(section(language, "aside_endings") or ())
    behind = tokens[term.last]
    return (
        tokens[term.first - 1].norm in known
        and bool(endings)
        and tokens[term.last - 1].norm.endswith(endings)
        and behind.kind is Kind.WORD
        and not is_stop(behind.word, language)
    )


def weakening(
    annotation: Annotation, wording: Wording, fills: Sequence[Fill], place: int, deciding: Sequence[int] = ()
) -> tuple[Step | None, bool]:
    """Return the step that makes a mere mention of the sentence, or None, and whether it is hedged.

    Args:
        annotation: The sentence.
        wording: The wording that it was held against; what the wording itself supposes does not weaken.
        fills: How its slots were filled.
        place: The token around which the claim was found.
        deciding: Tokens of the words that the rivals have in opposite senses.
    """
    here = [place, *_predicates(annotation, fills, place), *deciding]
    if wording.future and _is_title(annotation, fills):
        return Step("assertion", "present title"), False
    hedged = any(annotation.scopes.hedged[i] for i in here)
    if any(annotation.scopes.asked[i] for i in here):
        return Step("assertion", "question"), hedged
    unreal = unreal_word(annotation, wording, fills, place, here)
    if unreal is not None:
        return Step("assertion", "possibility", unreal), hedged
    opened = min([place, *(f.term.first for f in fills if f.term is not None and not f.slot.is_name)])
    if any(f.payload == Cue.DOUBT and f.first > opened and annotation.apart(f.first, place) <= _REJECTION_CLAUSES for f in annotation.cues):
        return Step("assertion", "unconfirmed", printed(annotation, Cue.DOUBT)), hedged
    if any(annotation.scopes.intended[i] for i in here):
        wish = _wish(annotation, place)
        if not wording.supposed and (wish or not wording.future):
            return Step("assertion", "plan", wish or printed(annotation, Cue.INTENTION)), hedged
        hedged = True
    return (Step("assertion", "another time") if long_past(annotation, wording, place) else None), hedged


def _wish(annotation: Annotation, place: int) -> str | None:
    """Return the word by which somebody only wishes or asks for what stands at `place`, or None: fans want her to stay."""
    wishes = phrases(annotation.language, "wishes")
    return next(
        (
            " ".join(t.text for t in annotation.tokens[f.first : f.last])
            for f in annotation.cues
            if f.payload == Cue.INTENTION
            and f.last <= place
            and annotation.apart(f.first, place) <= 1
            and (wish := first(wishes, annotation.tokens, f.first)) is not None
            # "Expects to" is a plan of one's own, though "expects" may be a wish.
            and wish.last >= f.last
        ),
        None,
    )


def _predicates(annotation: Annotation, fills: Sequence[Fill], place: int) -> list[int]:
    """Return the tokens of the wording's first predicate near `place`, what all else hangs on, and of the one that follows it.

    A "may" stands before its verb and behind the subject: "the summit may be held in Quito".
    """
    filled = [f for f in fills if f.term is not None and f.slot.is_predicate() and f.credit >= FILLED]
    first = next((f for f in filled if f.term is not None and _near(annotation, f.term.first, place)), None)
    if first is None:
        return []
    heads = [first, *(f for f in filled if f is not first and (f.slot.place == first.slot.place + 1 or _is_led_to(annotation, f)))]
    return [f.term.first for f in heads if f.term is not None and (f is first or annotation.apart(f.term.first, place) == 0)]


def _is_led_to(annotation: Annotation, fill: Fill) -> bool:
    """Return whether a modal verb leads to a predicate, however long the subject before it: "the fire in the hall may have been set"."""
    if fill.term is None:
        return False
    first = fill.term.first
    return any(
        f.payload in (Cue.POSSIBILITY, Cue.INTENTION, Cue.UNREAL)
        and f.last <= first <= f.last + _TO_LED
        and all(is_stop(annotation.tokens[i].word, annotation.language) for i in range(f.first, first))
        for f in annotation.cues
    )


def _is_title(annotation: Annotation, fills: Sequence[Fill]) -> bool:
    """Return whether the predicate is but the title of a name beside it: "chief executive Marsh", "Marsh, its chief executive".

    A title says what somebody is, not what somebody will be; a word of the future in its clause says the latter.
    """
    names = [f.term for f in fills if f.term is not None and f.slot.is_name]
    predicates = [f.term for f in fills if f.term is not None and f.slot.is_predicate() and f.credit >= FILLED]
    if len(predicates) != 1 or any(f.payload == Cue.FUTURE and _near(annotation, f.first, predicates[0].first) for f in annotation.cues):
        return False
    title = predicates[0]
    tokens = annotation.tokens
    endings = tuple(section(annotation.language or "", "future_endings") or ())
    if endings and tokens[title.first].text.endswith(endings):
        return False
    before = any(title.last == name.first for name in names)
    behind = any(
        tokens[name.last].norm == ","
        and name.last < title.first <= name.last + _APPOSITION
        and title.last < len(tokens)
        and not any(tokens[i].norm == "," for i in range(name.last + 1, title.first))
        and any(tokens[i].norm == "," for i in range(title.last, min(title.last + _APPOSITION, len(tokens))))
        for name in names
        if name.last < len(tokens)
    )
    return before or behind


def _near(annotation: Annotation, token: int, place: int) -> bool:
    return annotation.apart(token, place) <= 1


def of_another(annotation: Annotation, place: int, wording: Wording, fills: Sequence[Fill]) -> bool:
    """Return whether the clause says that it speaks of something else: another, the previous, السابق; not of another night.

    It does where the claim's name is only borrowed, and where the word stands beside one of the claim's own (the next dam),
    unless the wording itself speaks of another one.
    """
    if wording.language == annotation.language and any(f.payload == Cue.OTHER for f in cues_among(wording.tokens, wording.language)):
        return False
    borrowed = any(f.borrowed and f.slot.is_name for f in fills)
    # "The former mayor" may well be whom the article speaks of.
    former = words(annotation.language, "former")
    edges = {i for f in fills if f.term is not None and not f.slot.is_name for i in (f.term.first - 1, f.term.last)}
    heads = {f.term.first for f in fills if f.term is not None and not f.slot.is_name}
    return any(
        f.payload == Cue.OTHER
        and annotation.apart(f.first, place) == 0
        and ((borrowed and annotation.tokens[f.first].norm not in former) or not edges.isdisjoint(range(f.first, f.last)))
        # "The former" may take up somebody named before, but not in "the former mayor".
        and not any(o.first < f.first and f.last <= o.last and not (o.payload == Cue.ANAPHOR and f.last in heads) for o in annotation.cues)
        and not (f.last < len(annotation.tokens) and _is_time(annotation, f.last))
        # "Another 112 people" are that many more, and "last Friday" is a day.
        and not any(v.kind in ("number", "date") and v.first == f.last for v in annotation.values)
        for f in annotation.cues
    )


def _is_time(annotation: Annotation, i: int) -> bool:
    return table(annotation.language, "units").get(annotation.tokens[i].norm) in _TIMES


def no_cause(annotation: Annotation, own: Sequence[int], place: int) -> str | None:
    """Return the words that say that one thing did not bring about another, or None: fog had nothing to do with the delay.

    Args:
        annotation: The sentence.
        own: Tokens of the words that name the one.
        place: Token of the other, which must stand on the other side of those words.
    """
    for found in annotation.cues:
        here = [i for i in own if annotation.apart(i, found.first) == 0]
        if found.payload != Cue.NO_CAUSE or not own or len(here) < len(own):
            continue
        before, behind = all(i < found.first for i in own), all(i >= found.last for i in own)
        if (before and place >= found.first) or (behind and place < found.last):
            return " ".join(t.text for t in annotation.tokens[found.first : found.last])
    return None
