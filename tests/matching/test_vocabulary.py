"""What words are called: features of names, synonyms, words of the wordings, and forgiven spellings."""

from __future__ import annotations

import pytest

from factcheck.language.tokens import tokenise
from factcheck.matching.vocabulary import Vocabulary, content_words, credit
from factcheck.model import Catalogue, Claim, Question


@pytest.fixture
def fresh() -> Vocabulary:
    """Make a vocabulary that a test may add words to."""
    names = (("orvix", ("Orvix",)), ("beirut", ("Beirut", "بيروت")), ("stravinsky", ("Stravinsky",)))
    claims = (Claim("one", "The quarry was closed by the city in 2011"), Claim("two", "The quarry was closed by the city in 2014"))
    vocabulary = Vocabulary(Catalogue((Question("q", "When was the quarry closed?", claims=claims),), names))
    for word in tokenise("quartzite schist"):
        vocabulary.add_word(word, "en")
    return vocabulary


def test_a_word_of_a_wording_has_a_feature_of_its_own(fresh: Vocabulary) -> None:
    assert fresh.features("quartzite", "en")["w:quartzite"] == 1.0
    assert fresh.features("quartzite", "fr").get("w:quartzite", 0.0) < 1.0


def test_stop_words_and_single_letters_have_none(fresh: Vocabulary) -> None:
    assert fresh.features("the", "en") == {}
    assert fresh.features("q", "en") == {}
    assert fresh.features("في", "ar") == {}


@pytest.mark.parametrize("word", ["orvyx", "orvix", "strawinsky"])
def test_one_letter_may_be_another_in_a_name(fresh: Vocabulary, word: str) -> None:
    found = fresh._spelling_variant(word)
    assert set(found) <= {"n:orvix", "n:stravinsky"}
    assert found


@pytest.mark.parametrize("word", ["arvix", "orv", "schis", "xx"])
def test_another_first_letter_and_short_words_are_not_forgiven(fresh: Vocabulary, word: str) -> None:
    assert fresh.features(word, "en") == {}


def test_a_name_that_is_a_place_is_known_as_one(fresh: Vocabulary) -> None:
    assert fresh.is_place({"n:beirut": 1.0})
    assert not fresh.is_place({"n:orvix": 1.0})


def test_credit_falls_with_cost_and_never_below_one_half() -> None:
    assert credit(0.0) == 1.0
    assert credit(0.5) > credit(1.0) > credit(9.0) == 0.5


def test_content_words_are_neither_marks_nor_stop_words() -> None:
    assert [t.text for t in content_words(tokenise("The dam, of 1961, has burst."), "en")] == ["dam", "burst"]
