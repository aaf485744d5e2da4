"""Sentences with known answers, in `cases/`: what each supports, denies and mentions, and who says so.

A case with `status: todo` is a known miss: it must fail, and the suite says so once it no longer does.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from factcheck.language.knowledge import codes
from factcheck.model import Catalogue, Claim, Evidence, Question, Sentence, Source, Stance
from factcheck.pipeline import gather_evidence
from factcheck.sources import split_sentences

FOLDER = Path(__file__).parent / "cases"
PHENOMENA = (
    "values-binding",
    "negation",
    "denial",
    "attribution",
    "hedging-possibility-plans",
    "contrasted-rivals",
    "relative-dates",
    "not-done",
    "rejected-and-superseded",
    "questions",
    "role-and-rivals",
    "rounding-and-bounds",
    "time-and-part",
    "date-of-a-statement",
    "whose",
    # What a second look at plain sentences brought up, and at such as only seem to tell it: most of the todo cases.
    "plainly-told",
    "not-told",
)
REQUIRED = {"question", "claims", "says", "supports"}
NUMBERS = ("supports", "denies", "mentions")
# A speaker is the same with its article and without.
ARTICLE = re.compile("^(?:(?:the|an?|le|la|les|el|los|las) |l['’])", re.IGNORECASE)
KEYS = REQUIRED | {"names", "denies", "mentions", "other", "attributed_to", "published", "status"}


class MalformedCaseError(ValueError):
    """A case that cannot be tried as it is written; the message begins with its place."""


@dataclass(frozen=True)
class Case:
    """One case, with `mentions` and `attributed_to` None where the case does not ask for them."""

    place: str
    language: str
    question: str
    names: tuple[tuple[str, tuple[str, ...]], ...]
    claims: tuple[str, ...]
    says: str
    supports: frozenset[int]
    denies: frozenset[int]
    mentions: frozenset[int] | None
    other: frozenset[str]
    attributed_to: str | None
    published: str | None
    todo: bool

    @property
    def catalogue(self) -> Catalogue:
        claims = tuple(Claim(str(number), text) for number, text in enumerate(self.claims, 1))
        return Catalogue((Question("q", self.question, claims=claims),), self.names)

    @property
    def source(self) -> Source:
        spans = split_sentences(self.says, 0, len(self.says), self.language)
        return Source(
            "a",
            "a.txt",
            self.says,
            tuple(Sentence(i, *span, 1, span[0] + 1) for i, span in enumerate(spans)),
            published=self.published,
            language=self.language,
        )


def plain(node: yaml.Node, place: str) -> Any:
    """Return a YAML node as text, lists and mappings: plain text is never typed, and no key may stand twice."""
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [plain(each, place) for each in node.value]
    keys = [key.value for key, _ in node.value]
    twice = [key for key, count in Counter(keys).items() if count > 1]
    if twice:
        raise MalformedCaseError(f"{place}: the key {twice[0]!r} stands twice")
    return {key.value: plain(value, place) for key, value in node.value}


def read_case(written: Any, place: str, language: str) -> Case:
    if not isinstance(written, dict) or not written:
        raise MalformedCaseError(f"{place}: this case is empty")
    unknown = sorted(written.keys() - KEYS)
    if unknown:
        raise MalformedCaseError(f"{place}: a case has no key {unknown[0]!r}")
    missing = sorted(key for key in REQUIRED if key not in written or written[key] == "")
    if missing:
        raise MalformedCaseError(f"{place}: {missing[0]!r} is missing")
    claims = written["claims"]
    if not isinstance(claims, list) or len(claims) < 2 or len(set(claims)) < len(claims):
        raise MalformedCaseError(f"{place}: two different claims or more must stand under 'claims'")
    numbers: dict[str, frozenset[int] | None] = {}
    for key in NUMBERS:
        listed = written.get(key)
        if listed is not None and not (
            isinstance(listed, list) and all(each.isdecimal() and 1 <= int(each) <= len(claims) for each in listed)
        ):
            raise MalformedCaseError(f"{place}: {key!r} lists the numbers of claims, 1 to {len(claims)}")
        numbers[key] = None if listed is None else frozenset(map(int, listed))
    if written.get("status", "todo") != "todo":
        raise MalformedCaseError(f"{place}: 'status' is left out, or 'todo'")
    if not isinstance(written.get("other", []), list):
        raise MalformedCaseError(f"{place}: 'other' is a list")
    return Case(
        place=place,
        language=language,
        question=written["question"],
        names=tuple((name, tuple(spellings)) for name, spellings in written.get("names", {}).items()),
        claims=tuple(claims),
        says=written["says"],
        supports=numbers["supports"] or frozenset(),
        denies=numbers["denies"] or frozenset(),
        mentions=numbers["mentions"],
        other=frozenset(written.get("other", ())),
        attributed_to=written.get("attributed_to"),
        published=written.get("published"),
        todo="status" in written,
    )


def read_cases(text: str, name: str) -> list[Case]:
    """Return the cases of a file, told by its name without extension: phenomenon, `-`, language."""
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if not isinstance(root, yaml.SequenceNode) or not root.value:
        raise MalformedCaseError(f"{name}: there is no case in this file")
    language = name.rpartition("-")[2]
    cases: list[Case] = []
    for node in root.value:
        place = f"{name}:{node.start_mark.line + 1}"
        case = read_case(plain(node, place), place, language)
        twin = next((c for c in cases if (c.says, c.claims) == (case.says, case.claims)), None)
        if twin:
            raise MalformedCaseError(f"{place}: this case stands at {twin.place} already")
        cases.append(case)
    return cases


def all_cases() -> list[Case]:
    return [case for path in sorted(FOLDER.glob("*.yaml")) for case in read_cases(path.read_text(encoding="utf-8"), path.stem)]


def params() -> list[Any]:
    rows = []
    for case in all_cases():
        marks = [pytest.mark.xfail(reason=f"todo: {case.says}", strict=True)] if case.todo else []
        rows.append(pytest.param(case, id=case.place, marks=marks))
    return rows


def claims_with(evidence: list[Evidence], *stances: Stance) -> set[int]:
    return {int(e.claim) for e in evidence if e.claim is not None and e.stance in stances}


def differences(case: Case) -> list[str]:
    """Return what the program makes of a case otherwise than a careful reader, one a line."""
    evidence = gather_evidence(case.catalogue, [case.source])
    told = [
        ("supports", case.supports, claims_with(evidence, Stance.SUPPORTS)),
        ("denies", case.denies, claims_with(evidence, Stance.DENIES)),
    ]
    if case.mentions is not None:
        stronger = claims_with(evidence, Stance.SUPPORTS, Stance.DENIES)
        told.append(("mentions", case.mentions, claims_with(evidence, Stance.MENTIONS) - stronger))
    told.append(("other", case.other, {e.value for e in evidence if e.claim is None and e.stance is Stance.SUPPORTS and e.value}))
    rows = []
    for key, wanted, got in told:
        rows += [f"{key}: {each} is missing" for each in sorted(wanted - got)]
        rows += [f"{key}: {each} is too much" for each in sorted(got - wanted)]
    if case.attributed_to is not None:
        voices = {ARTICLE.sub("", e.attributed_to or "nobody", count=1) for e in evidence if e.stance is not Stance.MENTIONS}
        if voices != {ARTICLE.sub("", case.attributed_to, count=1)}:
            rows.append(f"attributed_to: {case.attributed_to!r} expected, {sorted(voices)} found")
    return rows


@pytest.mark.parametrize("case", params())
def test_a_sentence_says_what_a_careful_reader_takes_from_it(case: Case) -> None:
    assert differences(case) == [], case.says


@pytest.mark.parametrize("language", codes())
@pytest.mark.parametrize("phenomenon", PHENOMENA)
def test_every_phenomenon_has_cases_in_every_language(phenomenon: str, language: str) -> None:
    cases = read_cases((FOLDER / f"{phenomenon}-{language}.yaml").read_text(encoding="utf-8"), f"{phenomenon}-{language}")
    assert len(cases) >= (6 if language in ("ar", "en") else 2)


def test_no_file_of_cases_has_another_name_than_a_phenomenon_and_a_language() -> None:
    assert {path.stem.rpartition("-")[0] for path in FOLDER.glob("*.yaml")} == set(PHENOMENA)


GOOD = "- question: Did it rain?\n  claims: [It rained, It did not rain]\n  says: It rained.\n  supports: [1]\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "there is no case"),
        ("question: Did it rain?\n", "there is no case"),
        ("- \n", "x-en:1: this case is empty"),
        ("- {}\n", "x-en:1: this case is empty"),
        (GOOD + "  suports: [1]\n", "x-en:1: a case has no key 'suports'"),
        (GOOD + "  says: It poured.\n", "x-en:1: the key 'says' stands twice"),
        (GOOD.replace("  supports: [1]\n", ""), "'supports' is missing"),
        (GOOD.replace("It rained.", ""), "'says' is missing"),
        (GOOD.replace("[1]", "[3]"), "'supports' lists the numbers of claims, 1 to 2"),
        (GOOD.replace("[1]", "1"), "'supports' lists the numbers of claims"),
        (GOOD.replace("[It rained, It did not rain]", "[It rained]"), "two different claims"),
        (GOOD.replace("[It rained, It did not rain]", "[It rained, It rained]"), "two different claims"),
        (GOOD + "  status: broken\n", "'status' is left out, or 'todo'"),
        (GOOD + "\n" + GOOD, "x-en:6: this case stands at x-en:1 already"),
    ],
)
def test_a_malformed_case_is_an_error_that_names_its_place(text: str, message: str) -> None:
    with pytest.raises(MalformedCaseError) as error:
        read_cases(text, "x-en")
    assert message in str(error.value)


def test_plain_text_in_a_case_is_never_typed() -> None:
    case = read_cases(GOOD.replace("[It rained, It did not rain]", "[2018, no]"), "x-en")[0]
    assert case.claims == ("2018", "no")
