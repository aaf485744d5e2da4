"""One article against all questions: laws that hold for any text, and what questions do to each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tunnel_catalogue import CATALOGUE, article

from factcheck.matching.alignment import Fill, align
from factcheck.matching.index import CatalogueIndex
from factcheck.matching.questions import question_models
from factcheck.matching.vocabulary import Vocabulary
from factcheck.matching.wordings import Slot
from factcheck.model import Catalogue, Claim, Evidence, Question, Stance
from factcheck.pipeline import gather_evidence
from factcheck.stance import by_value
from factcheck.stance.judge import judge

Judge = Callable[..., list[Evidence]]
VOCABULARY = Vocabulary(CATALOGUE)
INDEX = CatalogueIndex(question_models(CATALOGUE, VOCABULARY), VOCABULARY)
PIECES = """the harbour tunnel was opened flooded closed built by in 2019 2021 not never denied that may might plans to close
Orvix Kestrel smelter has sued 40 million euros 52 between and about said according to , . ? ! " ( ; : - but which instead of
wrong false 3 March افتتح نفق الميناء عام ٢٠١٩ لم أورفكس نفى أن بل قال ؟ ، tunnel du port a ouvert selon ne pas el túnel no
abrió según"""
ARTICLES = st.one_of(
    st.text(max_size=120),
    st.lists(st.one_of(st.sampled_from(PIECES.split()), st.just("\n")), max_size=40).map(" ".join),
)


def stances(evidence: list[Evidence], question: str) -> set[tuple[str | None, str]]:
    return {(row.claim, row.stance.value) for row in evidence if row.question == question}


@settings(deadline=None)
@given(ARTICLES, st.sampled_from(["en", "ar", "fr", "es", "de", None]), st.sampled_from([None, "2025", "2025-03", "2025-03-04"]))
def test_any_article_can_be_judged_and_every_quote_is_true(text: str, language: str | None, published: str | None) -> None:
    source = article(text, language, published)
    evidence = judge(source, INDEX)
    order = [question.id for question in CATALOGUE.questions]
    places = [(order.index(row.question), row.start) for row in evidence]
    assert places == sorted(places)
    claims = {claim.id: question.id for question in CATALOGUE.questions for claim in question.claims}
    for row in evidence:
        assert text[row.start : row.end] == row.quote
        assert 0 <= row.score <= 100
        assert all(row.start <= start < end <= row.end for start, end in row.marks)
        assert row.attributed_to is None or row.attributed_to in row.quote
        assert row.steps
        if row.claim is None:
            assert row.value
            assert row.stance is Stance.SUPPORTS
        else:
            assert claims[row.claim] == row.question


@settings(deadline=None)
@given(ARTICLES)
def test_judging_twice_gives_the_same(text: str) -> None:
    fresh = Vocabulary(CATALOGUE)
    assert judge(article(text), CatalogueIndex(question_models(CATALOGUE, fresh), fresh)) == judge(article(text), INDEX)


def test_one_mention_of_a_value_answers_one_question(judged: Judge) -> None:
    evidence = judged("The harbour tunnel was flooded in 2021.")
    assert stances(evidence, "flooded") == {("flooded-2", "supports")}
    assert stances(evidence, "opened") == set()


def test_a_sentence_may_answer_several_questions(judged: Judge) -> None:
    evidence = judged("The harbour tunnel was opened in 2019 and has cost 52 million euros.")
    assert stances(evidence, "opened") == {("opened-1", "supports")}
    assert stances(evidence, "cost") == {("cost-2", "supports")}


def test_a_sentence_about_something_else_says_nothing(judged: Judge) -> None:
    assert judged("The olives were brought in a month early in 2019, and 40 million euros changed hands.") == []


def test_an_article_that_states_two_rivals_as_plainly_backs_both(judged: Judge) -> None:
    evidence = judged("The harbour tunnel was opened in 2019. The harbour tunnel was opened in 2021.")
    assert stances(evidence, "opened") == {("opened-1", "supports"), ("opened-2", "supports")}
    assert [row.quote for row in evidence] == ["The harbour tunnel was opened in 2019.", "The harbour tunnel was opened in 2021."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orvix has closed the smelter.", {("closed-1", "supports")}),
        ("Orvix has not closed the smelter.", {("closed-1", "denies"), ("closed-2", "supports")}),
        ("Has Orvix closed the smelter?", {("closed-1", "mentions")}),
    ],
)
def test_to_deny_one_side_of_yes_or_no_is_to_support_the_other(judged: Judge, text: str, expected: set[tuple[str, str]]) -> None:
    assert {pair for pair in stances(judged(text), "closed") if pair != ("closed-2", "mentions")} == expected


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Orvix has sued Kestrel in the high court.", "sued-1"),
        ("Kestrel has sued Orvix in the high court.", "sued-2"),
        ("Kestrel was sued by Orvix in the high court.", "sued-1"),
    ],
)
def test_who_did_it_to_whom_follows_the_order_or_the_passive(judged: Judge, text: str, claim: str) -> None:
    assert stances(judged(text), "sued") == {(claim, "supports")}


def test_wordings_that_differ_in_the_figure_alone_are_laid_over_a_sentence_once(monkeypatch: pytest.MonkeyPatch) -> None:
    laid = []

    def counted(slots: Sequence[Slot], *rest: Any) -> list[Fill]:
        laid.append(slots)
        return align(slots, *rest)

    monkeypatch.setattr(by_value, "align", counted)
    claims = tuple(Claim(year, f"The harbour tunnel opened in {year}") for year in ("2017", "2019", "2021"))
    (found,) = gather_evidence(
        Catalogue((Question("opened", "When did it open?", claims=claims),)), [article("The harbour tunnel opened in 2021.")]
    )
    assert (found.claim, found.stance, len(laid)) == ("2021", Stance.SUPPORTS, 1)


def test_a_date_without_a_year_is_read_in_the_year_of_the_article(judged: Judge) -> None:
    text = "The ferry sank on 3 March."
    assert stances(judged(text, published="2025-03-05"), "day") == {("day-1", "supports")}
    assert stances(judged(text, published="2019-03-05"), "day") != {("day-1", "supports")}


def test_a_value_that_no_claim_lists_is_reported_with_its_normal_form(judged: Judge) -> None:
    evidence = judged("The harbour tunnel has cost 61 million euros.")
    assert [(row.claim, row.value, row.stance) for row in evidence] == [(None, "61000000 EUR", Stance.SUPPORTS)]


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("The state has invested 67 million pounds in the Dorvik tunnel.", "67000000 GBP"),
        ("The state has invested about 67 million pounds in the Dorvik tunnel.", "67000000 GBP"),
        ("The Dorvik tunnel, people hear, and who would doubt it, cost, all told, 67 million pounds.", "67000000 GBP"),
        # Far from what the claims say, it must be told in the claim's own words, and right beside them.
        ("The state has invested 4 million pounds in the Dorvik tunnel.", None),
        ("The Dorvik tunnel, people hear, and who would doubt it, cost, all told, 4 million pounds.", None),
        ("The Dorvik tunnel cost the state 4 million pounds.", "4000000 GBP"),
        ("The state has invested 67 million dollars in the Dorvik tunnel.", None),
    ],
)
def test_an_unlisted_value_near_that_of_a_claim_needs_fewer_words(said: str, value: str | None) -> None:
    claims = (Claim("52", "The Dorvik tunnel cost 52 million pounds"), Claim("58", "The Dorvik tunnel cost 58 million pounds"))
    evidence = gather_evidence(Catalogue((Question("cost", "What did it cost?", claims=claims),)), [article(said)])
    assert [(row.claim, row.value) for row in evidence] == ([] if value is None else [(None, value)])


@pytest.mark.parametrize(
    "text",
    [
        "The harbour tunnel has cost between 60 and 70 million euros.",
        "The harbour tunnel may have cost 61 million euros.",
        "The harbour tunnel has not cost 61 million euros.",
        "Has the harbour tunnel cost 61 million euros?",
    ],
)
def test_a_range_a_possibility_a_negation_or_a_question_gives_no_unlisted_value(judged: Judge, text: str) -> None:
    assert [row for row in judged(text) if row.claim is None] == []


def test_the_steps_tell_how_a_stance_came_about(judged: Judge) -> None:
    denial = next(row for row in judged("The harbour tunnel was not opened in 2019.") if row.stance is Stance.DENIES)
    assert [step.name for step in denial.steps] == ["match", "value", "negation", "attribution"]
    assert denial.steps[1].detail == "2019"


@pytest.mark.parametrize(
    ("language", "claims", "text"),
    [
        ("en", ("Ines Toral directs the museum", "Pavel Rusk directs the museum"), "Ines Toral directed the museum until 2019."),
        ("fr", ("Ines Toral dirige le musée", "Pavel Rusk dirige le musée"), "Ines Toral a dirigé le musée jusqu'en 2019."),
        ("es", ("Ines Toral dirige el museo", "Pavel Rusk dirige el museo"), "Ines Toral dirigió el museo hasta 2019."),
        ("ar", ("تدير إيناس تورال المتحف", "يدير بافل روسك المتحف"), "أدارت إيناس تورال المتحف حتى عام 2019."),
    ],
)
def test_an_office_that_ended_before_the_article_is_nobodys_now(language: str, claims: tuple[str, str], text: str) -> None:
    question = Question("head", "", claims=tuple(Claim(str(number), claim) for number, claim in enumerate(claims)))
    names = (("toral", ("Ines Toral", "إيناس تورال")), ("rusk", ("Pavel Rusk", "بافل روسك")))
    for published, held in (("2025-03-05", set()), ("2017-03-05", {("0", "supports")})):
        evidence = gather_evidence(Catalogue((question,), names), [article(text, language, published)])
        assert stances(evidence, "head") == held
