"""Questions of all files to one catalogue: ids that stand once, and examples that name a claim there is."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from factcheck.catalogue.fields import Page
from factcheck.catalogue.ids import NONE, IdMaker
from factcheck.catalogue.questions import ClaimDraft, ExampleDraft, QuestionDraft
from factcheck.catalogue.wording import did_you_mean, shown
from factcheck.model import Claim, Example, Question
from factcheck.problems import Location

_FEW = 5
"""So many claim ids are listed where an example names none of them."""


def assemble(drafts: list[QuestionDraft]) -> tuple[Question, ...]:
    """Return the questions in order, with ids made where none were given; problems are noted on the drafts' pages.

    The result may be used only where no error was noted.
    """
    _check_once("question", ((draft.page, draft.id, draft.id_place or draft.place) for draft in drafts))
    _check_once("claim", ((draft.page, claim.id, claim.id_place) for draft in drafts for claim in draft.claims))
    new_question = IdMaker((draft.id for draft in drafts if draft.id), "question").make
    new_claim = IdMaker((claim.id for draft in drafts for claim in draft.claims if claim.id), "claim").make
    claim_ids = [[claim.id or new_claim(claim.text) for claim in draft.claims] for draft in drafts]
    owners = {claim_id: draft for draft, ids in zip(drafts, claim_ids, strict=True) for claim_id in ids}
    return tuple(_question(draft, ids, owners, new_question) for draft, ids in zip(drafts, claim_ids, strict=True))


def _check_once(what: str, given: Iterable[tuple[Page, str | None, Location]]) -> None:
    first: dict[str, Location] = {}
    for page, given_id, place in given:
        if not given_id:
            continue
        earlier = first.setdefault(given_id, place)
        if earlier is not place:
            message = f"the {what} id {shown(given_id)} stands twice in the catalogue; the first is at {earlier}"
            page.error("duplicate-id", place, message, f"give one of the two another id, for example: id: {given_id}-2")


def _question(draft: QuestionDraft, ids: list[str], owners: dict[str, QuestionDraft], new_id: Callable[[str], str]) -> Question:
    return Question(
        id=draft.id or new_id(draft.text),
        text=draft.text,
        type=draft.type,
        exclusive=draft.exclusive,
        evolves=draft.evolves,
        claims=tuple(_claim(claim, claim_id) for claim, claim_id in zip(draft.claims, ids, strict=True)),
        examples=tuple(_example(draft, example, ids, owners) for example in draft.examples),
        location=draft.place,
    )


def _claim(claim: ClaimDraft, claim_id: str) -> Claim:
    return Claim(claim_id, claim.text, tuple(claim.wordings), claim.place)


def _example(draft: QuestionDraft, example: ExampleDraft, ids: list[str], owners: dict[str, QuestionDraft]) -> Example:
    word = example.supports
    if word in ids:
        return Example(example.says, word, example.place)
    if word.casefold() != NONE and draft.complete:
        _note_unknown_claim(draft, example, ids, owners.get(word))
    return Example(example.says, None, example.place)


def _note_unknown_claim(draft: QuestionDraft, example: ExampleDraft, ids: list[str], owner: QuestionDraft | None) -> None:
    if owner:
        message = f"the claim {shown(example.supports)} belongs to another question, {shown(owner.text)} at {owner.place}"
    else:
        message = f"this question has no claim with the id {shown(example.supports)}"
    listed = ", ".join([*ids[:_FEW], *(["…"] if len(ids) > _FEW else []), NONE])
    advice = did_you_mean(example.supports, [*ids, NONE], f"write one of: {listed}")
    draft.page.error("unknown-claim", example.supports_place, message, advice)
