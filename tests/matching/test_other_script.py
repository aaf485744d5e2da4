"""Names that a catalogue writes in two scripts without listing them."""

from __future__ import annotations

import pytest

from factcheck.matching.other_script import _sounds
from factcheck.matching.questions import list_words
from factcheck.matching.vocabulary import Vocabulary
from factcheck.model import Catalogue, Claim, Question


def spellings(*texts: str, names: tuple[tuple[str, tuple[str, ...]], ...] = ()) -> dict[str, set[str]]:
    claims = (Claim("one", texts[0], tuple(texts[1:])), Claim("two", "The council of Tarn met"))
    catalogue = Catalogue((Question("q", "What did Melnor do?", claims=claims),), names)
    vocabulary = Vocabulary(catalogue)
    list_words(catalogue, vocabulary)
    found: dict[str, set[str]] = {}
    for feature, spelling in vocabulary.named:
        found.setdefault(feature, set()).add(spelling)
    return found


@pytest.mark.parametrize(
    ("name", "written"),
    [("Musk", "ماسك"), ("Twitter", "تويتر"), ("Microsoft", "مايكروسوفت"), ("Google", "غوغل"), ("Charles", "تشارلز"), ("Boeing", "بوينغ")],
)
def test_a_name_sounds_alike_in_both_scripts(name: str, written: str) -> None:
    assert _sounds(name, "ar") == _sounds(written, "ar")


def test_a_word_of_another_wording_that_sounds_like_a_name_is_its_spelling() -> None:
    assert "ملنور" in spellings("The firm Melnor bought the mill", "اشترت ملنور الطاحونة")["n:melnor"]


def test_what_is_joined_to_it_is_no_part_of_the_name() -> None:
    assert "ملنور" in spellings("The mill was sold to Melnor", "بيعت الطاحونة لملنور")["n:melnor"]


def test_a_word_that_sounds_otherwise_is_none() -> None:
    assert spellings("The firm Melnor bought the mill", "اشترت دورغان الطاحونة")["n:melnor"] == {"Melnor"}


def test_only_wordings_of_one_claim_are_held_against_each_other() -> None:
    assert spellings("The firm Dorgan bought the mill of Melnor", "اشترت دورغان الطاحونة")["n:melnor"] == {"Melnor"}


def test_a_listed_name_has_the_spellings_that_the_catalogue_gives() -> None:
    listed = spellings("The firm Melnor bought the mill", "اشترت ملنور الطاحونة", names=(("melnor", ("Melnor",)),))
    assert listed["n:melnor"] == {"Melnor"}
