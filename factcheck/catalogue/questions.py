"""The `questions` of one file: each question with its claims and examples, as far as they can be read.

What concerns the whole catalogue (ids, which claim an example means) is left open here; see `assembly`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from factcheck.catalogue.fields import (
    Page,
    is_plain_text_with_colon,
    read_boolean,
    read_keys,
    read_list,
    read_text,
    read_word,
    refused,
    require,
)
from factcheck.catalogue.ids import NONE
from factcheck.catalogue.keys import CLAIM, EXAMPLE, QUESTION
from factcheck.catalogue.mending import no_space
from factcheck.catalogue.nodes import Mapping, Node, Scalar, Sequence
from factcheck.catalogue.rivals import alike
from factcheck.catalogue.wording import did_you_mean, shown
from factcheck.model import QuestionType
from factcheck.problems import Location

_QUESTION_EXAMPLE = "- question: When did Musk leave OpenAI?"
_CLAIM_EXAMPLE = "- Musk left OpenAI in 2018"
_EXAMPLE_EXAMPLE = '- {says: "Musk left in 2018", supports: none}'


@dataclass(slots=True)
class ClaimDraft:
    """One claim as read; `id` is None where it was left out, `places` has one place per text, its own first."""

    id: str | None
    id_place: Location
    text: str
    wordings: list[str]
    places: list[Location]
    place: Location


@dataclass(slots=True)
class ExampleDraft:
    """One example as read; `supports` is the word as typed."""

    says: str
    supports: str
    supports_place: Location
    place: Location


@dataclass(slots=True)
class QuestionDraft:
    """One question as read; `complete` is False where a claim of it could not be read."""

    page: Page
    place: Location
    id: str | None = None
    id_place: Location | None = None
    text: str = ""
    type: QuestionType | None = None
    exclusive: bool = True
    evolves: bool = False
    claims: list[ClaimDraft] = field(default_factory=list)
    examples: list[ExampleDraft] = field(default_factory=list)
    complete: bool = True


def read_questions(page: Page, node: Node) -> list[QuestionDraft]:
    """Return the questions of one file in order."""
    drafts = []
    for item in read_list(page, node, "'questions'", _QUESTION_EXAMPLE) or []:
        if isinstance(item, Mapping):
            drafts.append(_read_question(page, item))
        elif not refused(item):
            kind = "a list" if isinstance(item, Sequence) else f"the text {shown(item.value)}"
            advice = f"write: {_QUESTION_EXAMPLE}, and below it: claims:"
            page.error("wrong-kind", item, f"a question is written with the keys 'question' and 'claims', but {kind} stands here", advice)
    return drafts


def _read_question(page: Page, node: Mapping) -> QuestionDraft:
    values = read_keys(page, node, QUESTION, "a question")
    draft = QuestionDraft(page, page.place(node))
    text = require(page, node, values, "question", what="this question", example=_QUESTION_EXAMPLE[2:])
    if text is not None:
        draft.text = read_text(page, text, "the question", _QUESTION_EXAMPLE[2:]) or ""
    if "id" in values:
        draft.id = read_word(page, values["id"], "the id of a question", "id: musk-departure")
        draft.id_place = page.place(values["id"])
    if "type" in values:
        draft.type = _read_type(page, values["type"])
    if "exclusive" in values:
        draft.exclusive = read_boolean(page, values["exclusive"], "exclusive", default=True)
    if "evolves" in values:
        draft.evolves = read_boolean(page, values["evolves"], "evolves", default=False)
    claims = require(
        page, node, values, "claims", what="this question", example="claims:, and below it two or more lines like: - Musk left in 2018"
    )
    draft.complete = claims is not None
    if claims is not None:
        _read_claims(page, node, claims, draft)
    if "examples" in values:
        for item in read_list(page, values["examples"], "'examples'", _EXAMPLE_EXAMPLE) or []:
            example = _read_example(page, item)
            if example:
                draft.examples.append(example)
    return draft


def _read_type(page: Page, node: Node) -> QuestionType | None:
    known = [each.value for each in QuestionType]
    word = read_word(page, node, "the type of a question", "type: year")
    if word is None or refused(node):
        return None
    if word.lower() in known:
        return QuestionType(word.lower())
    advice = did_you_mean(word, known, f"write one of {', '.join(known)}, or leave the line out")
    page.error("unknown-type", node, f"there is no type {shown(word)}", advice)
    return None


def _read_claims(page: Page, question: Mapping, node: Node, draft: QuestionDraft) -> None:
    items = read_list(page, node, "'claims'", _CLAIM_EXAMPLE)
    if items is None:
        draft.complete = False
        return
    if len(items) < 2:
        count = "only one claim" if items else "no claims"
        name = f"the question {shown(draft.text)}" if draft.text else "this question"
        advice = f"add a rival answer on a line of its own, for example: {_CLAIM_EXAMPLE}"
        page.error("too-few-claims", question, f"{name} has {count}; there must be two or more rivals", advice)
    for item in items:
        claim = _read_claim(page, item)
        if claim:
            draft.claims.append(claim)
        else:
            draft.complete = False
    _check_rivals(page, draft)


def _check_rivals(page: Page, draft: QuestionDraft) -> None:
    texts = [[claim.text, *claim.wordings] for claim in draft.claims]
    for rival, index, earlier, there in alike(texts):
        what = f"this {'wording' if index else 'claim'} {shown(texts[rival][index])}"
        message = f"{what} cannot be told apart from a rival's {shown(texts[earlier][there])} at {draft.claims[earlier].places[there]}"
        advice = "say what makes the two claims different; case, spelling variants and punctuation do not count"
        if index or there:
            advice = "keep it under the one claim that it means; a wording may belong to one rival only"
        page.error("rivals-alike", draft.claims[rival].places[index], message, advice)


def _read_claim(page: Page, node: Node) -> ClaimDraft | None:
    place = page.place(node)
    if not isinstance(node, Mapping) or is_plain_text_with_colon(page, node, CLAIM):
        text = read_text(page, node, "a claim", _CLAIM_EXAMPLE)
        if text is None:
            return None
        if isinstance(node, Scalar) and node.plain and (key := no_space(text)):
            page.warn(
                "no-space",
                node,
                f"this claim begins with '{key}:' because a space is missing",
                f"write it as: {key}: {text[len(key) + 1 :]}",
            )
        return ClaimDraft(None, place, text, [], [place], place)
    values = read_keys(page, node, CLAIM, "a claim")
    claim_id, id_place = None, place
    if "id" in values:
        claim_id = read_word(page, values["id"], "the id of a claim", "id: musk-left-2018")
        id_place = page.place(values["id"])
        if claim_id and claim_id.casefold() == NONE:
            page.error(
                "reserved-id", values["id"], f"'{NONE}' is no id for a claim; in examples it means no claim at all", "choose another id"
            )
    node_of_text = require(page, node, values, "text", what="this claim", example=f"text: {_CLAIM_EXAMPLE[2:]}")
    text = None if node_of_text is None else read_text(page, node_of_text, "the text of a claim", f"text: {_CLAIM_EXAMPLE[2:]}")
    wordings, places = _read_wordings(page, values, text)
    if node_of_text is None or text is None:
        return None
    return ClaimDraft(claim_id, id_place, text, wordings, [page.place(node_of_text), *places], place)


def _read_wordings(page: Page, values: dict[str, Node], text: str | None) -> tuple[list[str], list[Location]]:
    wordings: list[str] = []
    places: list[Location] = []
    seen = {text}
    for item in read_list(page, values["wordings"], "'wordings'", _CLAIM_EXAMPLE) or [] if "wordings" in values else []:
        wording = read_text(page, item, "a wording", _CLAIM_EXAMPLE)
        # The same words twice say nothing more about the claim.
        if wording is not None and wording not in seen:
            seen.add(wording)
            wordings.append(wording)
            places.append(page.place(item))
    return wordings, places


def _read_example(page: Page, node: Node) -> ExampleDraft | None:
    if not isinstance(node, Mapping):
        if not refused(node):
            kind = "a list" if isinstance(node, Sequence) else "a text"
            message = f"an example is written with the keys 'says' and 'supports', but {kind} stands here"
            page.error("wrong-kind", node, message, f"for example: {_EXAMPLE_EXAMPLE}")
        return None
    values = read_keys(page, node, EXAMPLE, "an example")
    says_node = require(page, node, values, "says", what="this example", example=_EXAMPLE_EXAMPLE)
    supports_node = require(page, node, values, "supports", what="this example", example="supports: none")
    says = None if says_node is None else read_text(page, says_node, "the sentence of an example", 'says: "Musk left in 2018"')
    supports = None
    if supports_node is not None:
        supports = read_word(page, supports_node, "what an example supports", "supports: none")
    if says is None or supports is None or supports_node is None or refused(supports_node):
        return None
    return ExampleDraft(says, supports, page.place(supports_node), page.place(node))
