"""Which claims a sentence concerns: order, other languages, other spellings, and silence."""

from __future__ import annotations

import pytest

from factcheck.matching.keywords import alike, keywords, without_addresses
from factcheck.matching.ranking import ClaimIndex
from factcheck.matching.vocabulary import Vocabulary
from factcheck.model import Catalogue, Claim, Question

CLAIMS = {
    "dam": "The dam above Tarvos burst in the night",
    "strike": "Bus drivers in Tarvos have gone on strike over pay",
    "bridge": "The new bridge over the Selm will cost 40 million euros",
    "vaccine": "A vaccine against malaria was approved in Norland",
    "bank": "رفع البنك المركزي سعر الفائدة إلى سبعة في المئة",
    "mayor": "The mayor of Tarvos resigned over forged invoices",
}


def catalogue(claims: dict[str, str], names: tuple[tuple[str, tuple[str, ...]], ...] = ()) -> Catalogue:
    return Catalogue(tuple(Question(key, text, claims=(Claim(key, text),)) for key, text in claims.items()), names)


@pytest.fixture(scope="module")
def index() -> ClaimIndex:
    return ClaimIndex(catalogue(CLAIMS))


def first(index: ClaimIndex, text: str) -> str:
    return list(CLAIMS)[index.rank(text)[0].question]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("A dam has burst near Tarvos", "dam"),
        ("Strike: no buses run in Tarvos as drivers demand more pay", "strike"),
        ("40m euros for the bridge across the Selm", "bridge"),
        ("Malaria vaccine gets approval", "vaccine"),
        ("البنك المركزي يرفع أسعار الفائدة", "bank"),
        ("Tarvos's mayor steps down", "mayor"),
    ],
)
def test_the_claim_that_a_sentence_concerns_comes_first(index: ClaimIndex, text: str, claim: str) -> None:
    assert first(index, text) == claim


def test_a_sentence_in_another_language_finds_the_claim_by_what_its_words_mean(index: ClaimIndex) -> None:
    assert first(index, "The central bank raised its interest rate to seven per cent") == "bank"
    assert first(index, "استقال رئيس بلدية بسبب فواتير مزورة") == "mayor"


def test_a_name_of_the_catalogue_is_found_in_any_of_its_spellings() -> None:
    names = (("tarvos", ("Tarvos", "تارفوس")),)
    found = ClaimIndex(catalogue({"one": "Tarvos sold its museum", "two": "Lindmouth sold its museum"}, names))
    assert found.rank("باعت تارفوس المتحف")[0].question == 0


def test_a_misspelt_word_is_still_found(index: ClaimIndex) -> None:
    assert first(index, "malarria vacine") == "vaccine"


def test_what_fits_stands_out_and_what_does_not_does_not(index: ClaimIndex) -> None:
    assert index.rank("A dam has burst near Tarvos")[0].lead > 0.3
    assert all(each.lead < 0.15 for each in index.rank("Violin lessons for beginners start again on Thursday"))


def test_nothing_shared_is_nothing_found(index: ClaimIndex) -> None:
    assert index.rank("xylophone") == []
    assert index.rank("") == []
    assert index.rank("🙂 …") == []


def test_any_wording_of_a_claim_will_do_and_the_claim_is_listed_once() -> None:
    question = Question("q", "?", claims=(Claim("a", "The dam burst", ("انهار السد",)), Claim("b", "The dam held")))
    ranked = ClaimIndex(Catalogue((question,))).rank("انهار السد فوق المدينة")
    assert ranked[0].wording == "انهار السد"
    assert len({(each.question, each.claim) for each in ranked}) == len(ranked)


def test_equals_stand_in_catalogue_order() -> None:
    ranked = ClaimIndex(catalogue({"one": "The dam burst", "two": "The dam burst"})).rank("The dam burst")
    assert [each.question for each in ranked] == [0, 1]


def test_the_words_that_both_have_are_named_as_printed_and_once(index: ClaimIndex) -> None:
    assert index.rank("DAM bursts: the dam at Tarvos")[0].shared == ("DAM", "bursts", "Tarvos") or set(
        index.rank("DAM bursts: the dam at Tarvos")[0].shared
    ) >= {"DAM", "bursts", "Tarvos"}


def test_addresses_and_accounts_are_passed_over() -> None:
    assert without_addresses("The dam burst https://example.org/a-b @someone").split() == ["The", "dam", "burst"]
    assert "someone@example.org" in without_addresses("Write to someone@example.org")


def test_words_are_alike_by_form_by_meaning_and_by_letters() -> None:
    vocabulary = Vocabulary(catalogue(CLAIMS))

    def likeness(one: str, other: str, language: str = "en") -> float:
        return alike(keywords(one, language, vocabulary)[0], keywords(other, language, vocabulary)[0])

    assert likeness("dam", "Dam") == 1.0
    assert likeness("dams", "dam") > 0.9
    assert likeness("resign", "quit") > 0.5
    assert likeness("rise", "fall") > 0.5
    assert likeness("4999", "5000") > 0.5
    assert likeness("40", "75") == 0.0
    assert likeness("2018", "2019") == 0.0, "a year is no rounded other year"
    assert likeness("violin", "dam") == 0.0


def test_a_country_of_single_letters_is_a_word_too() -> None:
    found = ClaimIndex(catalogue({"one": "Norland imposed a tariff on steel", "two": "The U.S. imposed a tariff on steel"}))
    assert found.rank("الولايات المتحدة تفرض رسوما على الصلب")[0].question == 1
