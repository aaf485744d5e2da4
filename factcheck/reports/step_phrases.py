"""Each step from a sentence to a stance as a plain sentence; a step is a word and an outcome, which scripts read."""

from __future__ import annotations

from factcheck.model import Step
from factcheck.reports.bidi import clean
from factcheck.reports.layout import Piece, Style, foreign

# In place of … stand the words or figures behind the outcome; "(…)" is left out where there are none.
PHRASES = {
    ("match", "wording"): "the sentence is held against the wording: …",
    ("match", "sentence before"): "the claim stands in the sentence before; this one speaks of it",
    ("value", "equal"): "it gives the value of the claim: …",
    ("value", "rounds"): "it gives the value of the claim, rounded: …",
    ("value", "bound"): "it gives the value of the claim as a limit: …",
    ("value", "partial"): "it gives a part of the claim's date: …",
    ("value", "compatible"): "it gives a value that neither confirms the claim's nor excludes it: …",
    ("value", "different"): "it gives a value that no claim lists: …",
    ("value", "incomparable"): "its value cannot be compared with the claim's: …",
    ("value", "another kind"): "its value is not of the kind that the question asks for",
    ("value", "another quantity"): "its value is that of something else that is measured: …",
    ("value", "counts other things"): "its number counts something else: …",
    ("value", "weaker"): "another value of the sentence is nearer to what the claim tells",
    ("value", "not put forward"): "no claim lists its value, and it is not told so fully and plainly that it would count all the same: …",
    ("value", "another question"): "its value answers another question, of which the sentence tells more: …",
    ("value", "another value"): "it gives another value than the claim: …",
    ("value", "not stated"): "it does not give the value of the claim: …",
    ("claim", "told"): "it says what the claim says (…)",
    ("claim", "told in part"): "it says only a part of what the claim says (…)",
    ("event", "predicate missing"): "what happened is not said in it, or said of something else (…)",
    ("event", "too little said"): "it says too little of what the claim tells (wanting: …)",
    ("event", "too much borrowed"): "too much of what the claim tells stands only in the words around it (…)",
    ("negation", "of another word"): "what it negates is none of the words of the claim",
    ("event", "faintly told"): "it says little of what happened; but the value is the very one of the claim, and the article has no other",
    ("event", "scattered"): "the words of the claim stand too far apart in it",
    ("names", "missing"): "it does not name whom or what the claim is about (missing: …)",
    ("names", "not in the sentence"): "the names stand only in the words around it (…)",
    ("names", "another thing"): "it says that it speaks of another thing",
    ("roles", "only of it"): "it says this of somebody or something that only belongs to what the claim names: …",
    ("names", "another's"): "it says this of another name: …",
    ("words", "found"): "it has the words that tell this claim from its rivals (…)",
    ("words", "not set apart"): "it lacks the words that tell this claim from its rivals (missing: …)",
    ("words", "negated word"): "a word is negated by itself in one of the two, and not in the other: …",
    ("words", "another of its sort"): "it says this of another thing of the same sort: …",
    ("words", "of its own in each"): "each says something that the other does not: …",
    ("roles", "another object"): "it says this of something else: …",
    ("roles", "other roles"): "who does it and to whom is the other way round",
    ("assertion", "asserted"): "it puts the claim forward",
    ("assertion", "question"): "it only asks",
    ("assertion", "possibility"): "it gives the claim as a possibility (…)",
    ("assertion", "possibility or plan"): "it gives as possible or planned what the claim gives as it is",
    ("assertion", "unconfirmed"): "it leaves the claim in doubt (…)",
    ("assertion", "plan"): "it speaks of a plan, a wish or an offer (…)",
    ("assertion", "present title"): "it only calls somebody by a title of today",
    ("assertion", "replaced"): "it gives the claim as overtaken by something newer",
    ("assertion", "part"): "its value is a part of what is asked for",
    ("assertion", "another year"): "it speaks of an earlier year",
    ("assertion", "alternative"): "it leaves open whether it was this or something else: …",
    ("assertion", "another time"): "it speaks of another time",
    ("assertion", "another clause"): "its value stands in a clause that says something else",
    ("assertion", "of several"): "its value is that of several together",
    ("assertion", "needed"): "its value is what is needed, or what there is room for",
    ("assertion", "date of a statement"): "its date is that of a statement about what happened, or of a ceremony for it (…)",
    ("assertion", "another thing"): "it says that it speaks of another thing",
    ("negation", "negated"): "a negation reaches the claim (at …)",
    ("negation", "opposite"): "it says the opposite (…)",
    ("negation", "too little denied"): "it denies something, and says too little of the claim for that to count (…)",
    ("negation", "partly"): "it rejects a part of the claim (…)",
    ("negation", "rejected"): "it rejects the claim (…)",
    ("negation", "rejected next"): "the next sentence rejects it",
    ("negation", "denied alone"): "it denies just what tells this claim from its rivals (…)",
    ("negation", "denied for a rival"): "it denies just what tells this claim from a rival that the article supports (…)",
    ("negation", "set aside"): "it sets this claim aside for a rival (…)",
    ("negation", "negated in one only"): "this is negated in one of the two, and not in the other: …",
    ("undone", "did not come about in one only"): "one of the two says that it did not come about, and the other does not: …",
    ("false", "called false"): "one of the two is said not to be so, and the other is not: …",
    ("opposite", "opposite words"): "it has the opposite of a word of the claim: …",
    ("polarity", "denies the rival"): "to deny the rival is to say this claim",
    ("rivals", "supported"): "it supports a rival of this claim: …",
    ("rivals", "not told apart"): "it does not tell this claim from its rivals",
    ("rivals", "another nearer"): "the words of a rival stand nearer to what happened",
    ("rivals", "contrasted"): "it holds this claim against a rival that it sets aside, or that was so before",
    ("rivals", "beside a denial"): "it gives this claim's value beside a sentence that denies a rival",
    ("rivals", "weaker"): "the article tells another claim of this question clearly more fully",
    ("attribution", "attributed"): "somebody is quoted: …",
    ("attribution", "own voice"): "the article says so in its own voice",
}


def step_phrase(step: Step, style: Style = Style.PLAIN) -> list[str | Piece]:
    """Return the sentence for a step, with the words of the article in it as pieces of their own.

    A step that has no phrase is given by its name and outcome.
    """
    template = PHRASES.get((step.name, step.outcome), f"{clean(step.name)} {clean(step.outcome)} (…)")
    detail = clean(step.detail).strip()
    before, _, after = template.partition("…")
    if not detail:
        # What would introduce the words goes with them.
        before, after = before.rpartition(" (")[0] if after == ")" else before.rstrip(": "), ""
    said = [foreign(detail)] if detail and "…" in template else []
    return [piece for piece in (Piece(before, style), *said, Piece(after, style)) if piece.text]
