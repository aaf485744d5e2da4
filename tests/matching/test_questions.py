"""Questions as models: what tells the rivals apart, what they share, and which kind of answer decides."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.matching.questions import QuestionModel
from factcheck.model import QuestionType

Model = Callable[..., QuestionModel]


def decisive(model: QuestionModel) -> list[list[str]]:
    return [[slot.text for slot in template.decisive] for template in model.templates]


@pytest.mark.parametrize(
    ("claims", "kind"),
    [
        (("The tunnel of Corvane opened in 2011", "The tunnel of Corvane opened in 2014"), "date"),
        (("The museum paid 2 million pounds for it", "The museum paid 3 million pounds for it"), "money"),
        (("Rents in Lisbon rose by 4 percent", "Rents in Lisbon rose by 7 percent"), "percent"),
        (("The firm has laid off 300 workers", "The firm has laid off 450 workers"), "number"),
        (("The strike lasted 11 days", "The strike lasted 14 days"), "duration"),
        (("The bridge is 840 metres long", "The bridge is 95 metres long"), "measure"),
        (("افتتح الجسر عام 2011", "افتتح الجسر عام 2014"), "date"),
        (("The fire was started by a candle", "The fire was started by a heater"), None),
    ],
)
def test_rivals_with_a_value_of_one_kind_are_told_apart_by_it(model: Model, claims: tuple[str, str], kind: str | None) -> None:
    assert model("?", *claims).value_kind == kind


def test_a_value_that_all_rivals_share_decides_nothing(model: Model) -> None:
    built = model("Who won in 2014?", "Ana Ribeiro won the cup in 2014", "Tomas Lund won the cup in 2014")
    assert built.value_kind is None


def test_a_value_that_one_rival_lacks_decides_nothing(model: Model) -> None:
    assert model("When?", "The tunnel opened in 2011", "The tunnel never opened").value_kind is None


def test_the_type_that_the_author_wrote_holds(model: Model) -> None:
    claims = ("The tunnel opened in 2011", "The tunnel opened in 2014")
    assert model("?", *claims, type=QuestionType.CHOICE).value_kind is None
    assert model("?", *claims, type=QuestionType.YEAR).value_kind == "date"


def test_in_a_value_question_every_wording_serves_every_rival(model: Model) -> None:
    built = model("?", ["The tunnel opened in 2011", "افتتح النفق عام 2011"], "The tunnel opened in 2014")
    assert [template.wording.claim for template in built.templates] == [0, 0, 1]
    assert [[value.year for value in row] for row in built.values] == [[2011, 2011], [2014]]
    assert all(template.decisive == () for template in built.templates)


def test_words_that_a_rival_lacks_tell_a_claim_apart(model: Model) -> None:
    built = model("What started the fire?", "The fire was started by a candle", "The fire was started by a heater")
    assert decisive(built) == [["candle"], ["heater"]]
    assert [[slot.text for slot in template.core] for template in built.templates] == [["fire", "started"]] * 2


@pytest.mark.parametrize(
    "claims",
    [
        ("The minister of fisheries resigned", "The minister of fisheries did not resign"),
        ("استقالت الوزيرة من منصبها", "لم تستقل الوزيرة من منصبها"),
        ("La ministre de la pêche a démissionné", "La ministre de la pêche n'a pas démissionné"),
        ("La ministra de Pesca dimitió de su cargo", "La ministra de Pesca no dimitió de su cargo"),
    ],
)
def test_a_claim_and_its_negation_make_a_yes_or_no_question(model: Model, claims: tuple[str, str]) -> None:
    built = model("?", *claims, type=QuestionType.YESNO)
    assert built.yesno
    assert built.value_kind is None


def test_a_question_with_three_rivals_is_never_one_of_yes_or_no(model: Model) -> None:
    assert not model("?", "The dam has burst", "The dam has not burst", "The dam has leaked").yesno


def test_who_did_it_to_whom_is_a_question_of_order(model: Model) -> None:
    names = (("kestrel", ("Kestrel",)), ("marlow", ("Marlow",)))
    built = model("Who sued whom?", "Kestrel sued the firm of Marlow", "Marlow sued the firm of Kestrel", names=names)
    assert [template.swapped for template in built.templates] == [(0, 3), (0, 3)]


def test_names_weigh_less_than_the_words_that_say_what_happened(model: Model) -> None:
    built = model("?", "Orvix has sold the patents in 2011", "Orvix has sold the patents in 2014", names=(("orvix", ("Orvix",)),))
    weights = {slot.text: slot.weight for slot in built.templates[0].core}
    assert 0 < weights["Orvix"] < weights["sold"] <= 1
    assert {slot.text for slot in built.templates[0].core if slot.is_predicate()} == {"sold", "patents"}


def test_capitalised_runs_are_names_without_being_listed(model: Model) -> None:
    built = model("?", "The prize went to Helen Marsh in 2011", "The prize went to Helen Marsh in 2014")
    assert [slot.text for slot in built.templates[0].core if slot.is_name] == ["Helen Marsh"]
