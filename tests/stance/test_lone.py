"""What a sentence says of a claim alone: the same, the contrary, or something of the same matter."""

from __future__ import annotations

import pytest

from factcheck.model import Stance
from factcheck.stance.lone import lone_stance

SUPPORTS, DENIES, MENTIONS = Stance.SUPPORTS, Stance.DENIES, Stance.MENTIONS


@pytest.mark.parametrize(
    ("claim", "sentence", "stance"),
    [
        # the same
        ("The dam above Tarvos has burst", "The dam above Tarvos burst in the night", SUPPORTS),
        ("Norland raised its interest rate", "Interest rates were raised in Norland", SUPPORTS),
        ("أغلقت الشركة المصنع", "الشركة أغلقت المصنع في أيلول", SUPPORTS),
        ("La presse a fermé le journal", "La presse a fermé le journal hier", SUPPORTS),
        ("O ministro assinou o decreto", "O ministro assinou ontem o decreto", SUPPORTS),
        ("The Scottish parliament has passed the bill", "Parliament in Scotland passed the bill", SUPPORTS),
        # opposite words
        ("Gold prices rise as the dollar falls", "Gold prices fall as the dollar falls", DENIES),
        ("ارتفاع أسعار القمح في تونس", "هبوط أسعار القمح في تونس", DENIES),
        ("La ciudad abrió el museo", "La ciudad cerró el museo", DENIES),
        ("Os preços do trigo subiram", "Os preços do trigo caíram", DENIES),
        # negated in one only
        ("The minister signed the decree", "The minister did not sign the decree", DENIES),
        ("وقع الوزير المرسوم", "لم يوقع الوزير المرسوم", DENIES),
        ("Le ministre a signé le décret", "Le ministre n'a pas signé le décret", DENIES),
        ("O ministro assinou o decreto", "O ministro não assinou o decreto", DENIES),
        # called false
        ("A giant crab was seen near Lindmouth", "The giant crab near Lindmouth was a hoax", DENIES),
        ("سرطان عملاق قرب لندموث", "خبر كاذب: سرطان عملاق قرب لندموث", DENIES),
        ("Un crabe géant a été vu près de Lindmouth", "Infox : un crabe géant près de Lindmouth", DENIES),
        ("Un cangrejo gigante cerca de Lindmouth", "El cangrejo gigante de Lindmouth es un bulo", DENIES),
        ("Um caranguejo gigante foi visto em Lindmouth", "É falso o vídeo do caranguejo gigante em Lindmouth", DENIES),
        ("Um caranguejo gigante foi visto em Lindmouth", "Caranguejo gigante em Lindmouth: boato", DENIES),
        ("It is not true that the king of Norland has died in the palace", "The king visited a hospital", MENTIONS),
        # undone
        ("Parliament approves the harbour treaty", "Parliament cancels the harbour treaty", DENIES),
        ("تنظيم الأسواق في المغرب", "المغرب يرفض تنظيم الأسواق", DENIES),
        # another thing of one sort
        ("Floods hit schools in Jordan", "Floods hit schools in Bulgaria", DENIES),
        ("Prices of oil jump after the storm", "Prices of gold jump after the storm", DENIES),
        # another figure
        ("The bridge over the Selm costs 40 million euros", "The bridge over the Selm costs 75 million euros", DENIES),
        # neither
        ("The bridge over the Selm costs 40 million euros", "The bridge over the Selm costs about 41 million euros", MENTIONS),
        ("The bridge over the Selm costs 40 million euros", "The bridge over the Selm is painted red", MENTIONS),
        ("The dam above Tarvos was built in 1961", "The mayor of Tarvos resigned in 1984", MENTIONS),
        ("The minister signed the decree", "Did the minister sign the decree?", MENTIONS),
        ("The minister signed the decree", "The minister may sign the decree", MENTIONS),
        ("Helen Marsh sold the mill", "Ruth Ackerley did not buy the mill", MENTIONS),
        ("The museum reopens on 2 June", "The museum will not reopen on 15 April", MENTIONS),
    ],
)
def test_a_sentence_is_held_against_a_claim(claim: str, sentence: str, stance: Stance) -> None:
    found, steps = lone_stance(claim, sentence)
    assert found is stance, steps
    assert steps


def test_two_negations_say_the_same_as_none() -> None:
    assert lone_stance("The minister did not sign the decree", "The minister did not sign the decree")[0] is SUPPORTS


def test_a_word_instead_of_another_is_no_contradiction_and_no_agreement() -> None:
    assert lone_stance("The blirp bought the harbour of Selm", "The grolm bought the harbour of Selm")[0] is MENTIONS


def test_the_reasons_name_the_words() -> None:
    _, steps = lone_stance("Gold prices rise", "Gold prices fall")
    assert [(step.name, step.detail) for step in steps] == [("opposite", "prices rise / fall")]


def test_all_names_that_a_sentence_lacks_are_given_at_once() -> None:
    _, steps = lone_stance("Helen Marsh sold the mill to Ruth Ackerley", "The mill was sold")
    assert [step.detail for step in steps if step.name == "names"] == ["Helen Marsh, Ruth Ackerley"]


def test_names_and_synonyms_of_the_catalogue_hold() -> None:
    names = (("marsh", ("Helen Marsh", "هيلين مارش")),)
    assert lone_stance("Helen Marsh resigned", "استقالت هيلين مارش", names, (), ("en", "ar"))[0] is SUPPORTS


@pytest.mark.parametrize("text", ["", "?", "🙂", "...", "لا", "not"])
def test_whatever_is_asked_has_an_answer(text: str) -> None:
    assert lone_stance(text, "The dam burst")[0] is MENTIONS
    assert lone_stance("The dam burst", text)[0] is MENTIONS
