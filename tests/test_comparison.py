"""Evidence to positions and statuses: every status in its order, copies, dates, speakers, and the order of everything."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.comparison import compare_sources
from factcheck.model import Catalogue, Claim, Evidence, Question, QuestionFinding, Report, Source, Stance, Status
from factcheck.problems import Problem, Severity

S, D, M = Stance.SUPPORTS, Stance.DENIES, Stance.MENTIONS
CLAIMS = (Claim("one", "It opened in 2011"), Claim("two", "It opened in 2014"), Claim("three", "It opened in 2016"))


def row(
    source: str,
    claim: str | None,
    stance: Stance = S,
    *,
    start: int = 0,
    value: str | None = None,
    by: str | None = None,
    question: str = "q",
    quote: str = "quote",
    by_words: bool = False,
) -> Evidence:
    told = value if claim is None or by_words else value or "2011"
    return Evidence(question, claim, source, stance, start, start + 5, 1, start + 1, quote, 90.0, value=told, attributed_to=by)


def sources(names: str, dates: dict[str, str] | None = None) -> list[Source]:
    return [Source(name, f"{name}.txt", "quote quote quote", published=(dates or {}).get(name)) for name in names]


def compare(
    *rows: Evidence,
    exclusive: bool = True,
    evolves: bool = False,
    copies: dict[str, str] | None = None,
    dates: dict[str, str] | None = None,
    names: str = "abc",
) -> Report:
    question = Question("q", "When did it open?", exclusive=exclusive, evolves=evolves, claims=CLAIMS)
    return compare_sources(Catalogue((question,)), sources(names, dates), rows, copies or {})


def finding(*rows: Evidence, **known: object) -> QuestionFinding:
    return compare(*rows, **known).findings[0]  # type: ignore[arg-type]


def status(*rows: Evidence, **known: object) -> Status:
    return finding(*rows, **known).status


def test_what_words_decide_is_no_contradiction_in_the_own_voice_of_one_text() -> None:
    assert finding(row("a", "one", by_words=True), row("a", "two", by_words=True)).self_contradicting == ()
    assert finding(row("a", "one", by_words=True), row("a", "two", by_words=True, by="the mayor")).self_contradicting == ("a",)


def test_a_headline_may_contradict_its_text() -> None:
    question = Question("q", "Who opened it?", claims=CLAIMS)
    titled = [replace(source, title="headline") for source in sources("a")]
    rows = row("a", "one", by_words=True, quote="headline"), row("a", "two", by_words=True, start=9)
    assert compare_sources(Catalogue((question,)), titled, rows, {}).findings[0].self_contradicting == ("a",)


def test_two_sources_behind_two_rivals_are_in_conflict() -> None:
    assert status(row("a", "one"), row("b", "two")) is Status.CONFLICT


def test_a_source_that_backs_what_another_denies_is_in_conflict_with_it() -> None:
    assert status(row("a", "one"), row("b", "one", D)) is Status.CONFLICT


def test_a_denial_of_one_rival_and_the_support_of_another_are_no_conflict() -> None:
    assert status(row("a", "one"), row("b", "two", D)) is Status.SINGLE


def test_a_value_that_no_claim_lists_is_a_rival_of_every_claim() -> None:
    assert status(row("a", "one"), row("b", None, value="2009")) is Status.CONFLICT


def test_two_values_that_no_claim_lists_are_rivals_of_each_other() -> None:
    assert status(row("a", None, value="2009"), row("b", None, value="2010")) is Status.CONFLICT


def test_two_sources_with_the_same_unlisted_value_agree() -> None:
    found = finding(row("a", None, value="2009"), row("b", None, value="2009"))
    assert found.status is Status.AGREEMENT
    assert found.other_values == (("2009", ("a", "b")),)


def test_a_conflict_comes_before_a_self_contradiction() -> None:
    found = finding(row("a", "one"), row("a", "two", start=9), row("b", "one"))
    assert found.status is Status.CONFLICT
    assert found.self_contradicting == ("a",)


@pytest.mark.parametrize(
    "rows",
    [
        (row("a", "one"), row("a", "two", start=9)),
        (row("a", "one"), row("a", None, start=9, value="2009")),
        (row("a", None, value="2009"), row("a", None, start=9, value="2010")),
        (row("a", "one"), row("a", "one", D, start=9)),
    ],
)
def test_one_source_on_two_sides_contradicts_itself(rows: tuple[Evidence, ...]) -> None:
    found = finding(*rows)
    assert found.status is Status.SELF_CONTRADICTION
    assert found.self_contradicting == ("a",)


def test_two_sides_of_which_one_is_hardly_told_are_held_against_nobody() -> None:
    found = finding(row("a", "one"), replace(row("a", "two"), score=79.0))
    assert found.self_contradicting == ()
    assert [claim.supported_by for claim in found.claims][:2] == [("a",), ("a",)]


def test_what_a_named_voice_says_less_plainly_is_a_side_of_its_own() -> None:
    voiced = replace(row("a", "two", by="the union"), score=79.0)
    assert finding(row("a", "one"), voiced).self_contradicting == ("a",)
    assert finding(row("a", "one"), replace(voiced, score=39.0)).self_contradicting == ()


def test_backing_one_rival_and_denying_the_other_is_no_self_contradiction() -> None:
    assert finding(row("a", "one"), row("a", "two", D)).self_contradicting == ()


@pytest.mark.parametrize("second", [row("a", "two", start=9), row("a", "one", D, start=9), row("a", None, start=9, value="2009")])
def test_where_rivals_do_not_exclude_each_other_nobody_contradicts_himself(second: Evidence) -> None:
    report = compare(row("a", "one"), second, exclusive=False)
    assert report.findings[0].self_contradicting == ()
    assert not report.positions[0].self_contradicting


def test_two_independent_sources_with_one_answer_agree() -> None:
    assert status(row("a", "one"), row("b", "one")) is Status.AGREEMENT


def test_one_source_is_single_however_often_it_says_so() -> None:
    assert status(row("a", "one"), row("a", "one", start=9)) is Status.SINGLE


@pytest.mark.parametrize("rows", [(), (row("a", "one", M),), (row("a", "one", D), row("b", "one", D))])
def test_where_nobody_backs_anything_the_question_is_silent(rows: tuple[Evidence, ...]) -> None:
    assert status(*rows) is Status.SILENT


def test_denials_of_a_silent_question_are_listed_all_the_same() -> None:
    found = finding(row("b", "two", D), row("a", "two", D))
    assert [claim.denied_by for claim in found.claims] == [(), ("a", "b"), ()]
    assert found.silent == ("c",)


def test_a_mention_is_no_position() -> None:
    report = compare(row("a", "one", M), row("b", "two"))
    assert [position.source for position in report.positions] == ["b"]
    assert report.findings[0].silent == ("a", "c")
    assert [(e.source, e.stance) for e in report.evidence] == [("a", M), ("b", S)]


def test_copies_are_listed_but_count_once() -> None:
    found = finding(row("a", "one"), row("b", "one"), copies={"b": "a"})
    assert found.status is Status.SINGLE
    assert found.claims[0].supported_by == ("a", "b")
    assert found.claims[0].independent == 1


def test_two_copies_of_one_silent_original_are_one_voice() -> None:
    found = finding(row("b", "one"), row("c", "one"), copies={"b": "a", "c": "a"})
    assert (found.status, found.claims[0].independent) == (Status.SINGLE, 1)


def test_a_copy_and_an_independent_source_agree() -> None:
    assert status(row("a", "one"), row("b", "one"), row("c", "one"), copies={"b": "a"}) is Status.AGREEMENT


def test_a_copy_with_another_figure_conflicts_with_its_original() -> None:
    assert status(row("a", "one"), row("b", "two"), copies={"b": "a"}) is Status.CONFLICT
    assert status(row("a", "one"), row("b", None, value="2009"), copies={"b": "a"}) is Status.CONFLICT


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ({"a": "2025-02-01", "b": "2025-02-02"}, Status.UPDATED),
        ({"a": "2025-02-02", "b": "2025-02-02"}, Status.CONFLICT),
        ({"a": "2025-02-02"}, Status.UPDATED),
        ({}, Status.UPDATED),
    ],
)
def test_answers_that_change_with_time_conflict_only_on_one_date(dates: dict[str, str], expected: Status) -> None:
    assert status(row("a", "one"), row("b", "two"), evolves=True, dates=dates) is expected


def test_two_answers_of_one_date_conflict_even_where_a_third_is_of_another() -> None:
    dates = {"a": "2025-02-01", "b": "2025-02-02", "c": "2025-02-02"}
    assert status(row("a", "one"), row("b", "two"), row("c", "three"), evolves=True, dates=dates) is Status.CONFLICT


def test_one_answer_at_different_dates_is_an_agreement() -> None:
    dates = {"a": "2025-02-01", "b": "2025-02-02"}
    assert status(row("a", "one"), row("b", "one"), evolves=True, dates=dates) is Status.AGREEMENT


def test_without_evolves_different_dates_are_a_conflict() -> None:
    assert status(row("a", "one"), row("b", "two"), dates={"a": "2025-02-01", "b": "2025-02-02"}) is Status.CONFLICT


def test_a_self_contradiction_comes_before_an_update() -> None:
    dates = {"a": "2025-02-01", "b": "2025-02-02"}
    assert status(row("a", "one"), row("a", "two", start=9), row("b", "two"), evolves=True, dates=dates) is Status.SELF_CONTRADICTION


def test_a_source_with_two_speakers_on_two_sides_reports_both() -> None:
    position = compare(row("a", "one", by="the union"), row("a", "two", start=9, by="the company")).positions[0]
    assert position.self_contradicting
    assert position.reports_both


@pytest.mark.parametrize(("first", "second"), [(None, None), ("the union", "the union")])
def test_one_voice_on_two_sides_does_not_report_both(first: str | None, second: str | None) -> None:
    position = compare(row("a", "one", by=first), row("a", "two", start=9, by=second)).positions[0]
    assert position.self_contradicting
    assert not position.reports_both


def test_a_voice_that_stands_on_both_sides_beside_others_does_not_report_both() -> None:
    rows = (row("a", "one", by="the union"), row("a", "two", start=9, by="the company"), row("a", "two", start=19, by="the union"))
    assert not compare(*rows).positions[0].reports_both


def test_two_speakers_who_affirm_and_deny_one_claim_are_both_reported() -> None:
    position = compare(row("a", "one", by="the union"), row("a", "one", D, start=9, by="the company")).positions[0]
    assert position.self_contradicting
    assert position.reports_both


def test_a_source_that_does_not_contradict_itself_reports_no_both() -> None:
    assert not compare(row("a", "one", by="the union"), row("a", "one", start=9, by="the company")).positions[0].reports_both


def test_everything_stands_in_catalogue_then_source_then_text_order() -> None:
    questions = (Question("q", "?", claims=CLAIMS), Question("p", "?", claims=(Claim("five", "5"), Claim("six", "6"))))
    rows = [
        row("b", "six", question="p"),
        row("a", "five", question="p"),
        row("b", "one", start=3),
        row("b", None, start=9, value="2009"),
        row("b", "two", start=9),
        row("b", "one", D, start=9),
        row("b", "one", S, start=9),
        row("a", "three"),
    ]
    report = compare_sources(Catalogue(questions), sources("ab"), reversed(rows), {})
    assert [f.question.id for f in report.findings] == ["q", "p"]
    assert [(p.question, p.source) for p in report.positions] == [("q", "a"), ("q", "b"), ("p", "a"), ("p", "b")]
    assert report.positions[1].supports == ("one", "two")
    assert [(e.question, e.source, e.start, e.claim) for e in report.evidence] == [
        ("q", "a", 0, "three"),
        ("q", "b", 3, "one"),
        ("q", "b", 9, "one"),
        ("q", "b", 9, "one"),
        ("q", "b", 9, "two"),
        ("q", "b", 9, None),
        ("p", "a", 0, "five"),
        ("p", "b", 0, "six"),
    ]


def test_unlisted_values_stand_in_text_order_and_once() -> None:
    rows = (row("a", None, start=9, value="2009"), row("a", None, start=2, value="2010"), row("a", None, start=20, value="2009"))
    assert compare(*rows).positions[0].other_values == ("2010", "2009")


def test_the_order_in_which_evidence_comes_in_does_not_matter() -> None:
    rows = (row("a", "one"), row("a", "two", start=9), row("b", "one", D), row("c", None, value="2009"))
    assert len({repr(compare(*order)) for order in permutations(rows)}) == 1


def test_problems_and_copies_are_passed_on() -> None:
    problem = Problem(Severity.WARNING, "empty-file", "this file is empty")
    report = compare_sources(Catalogue((Question("q", "?", claims=CLAIMS),)), sources("ab"), [], {"b": "a"}, (problem,))
    assert report.problems == (problem,)
    assert report.copy_of == {"b": "a"}
    assert [source.id for source in report.sources] == ["a", "b"]


evidence = st.builds(
    lambda source, claim, stance, start, value: row(source, claim, stance if claim else S, start=start, value=None if claim else value),
    st.sampled_from("abc"),
    st.sampled_from(["one", "two", None]),
    st.sampled_from([S, D, M]),
    st.integers(0, 9),
    st.sampled_from(["2009", "2010"]),
)


@given(st.lists(evidence, max_size=8), st.booleans(), st.booleans())
def test_a_report_never_contradicts_itself(rows: list[Evidence], exclusive: bool, evolves: bool) -> None:
    report = compare(*rows, exclusive=exclusive, evolves=evolves)
    found = report.findings[0]
    backing = {p.source for p in report.positions if p.supports or p.other_values}
    assert (found.status is Status.SILENT) == (not backing)
    assert found.status is not Status.SINGLE or len(backing) == 1
    assert found.status is not Status.AGREEMENT or len(backing) > 1
    assert {p.source for p in report.positions} | set(found.silent) == {"a", "b", "c"}
    assert set(found.self_contradicting) == {p.source for p in report.positions if p.self_contradicting}
    assert all(p.self_contradicting for p in report.positions if p.reports_both)
    assert len(report.evidence) == len(rows)
