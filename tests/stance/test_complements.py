"""What a word of a claim is joined to in a sentence that has something else there."""

from __future__ import annotations

import pytest

from factcheck.matching.annotation import Annotation, annotate
from factcheck.matching.vocabulary import Vocabulary
from factcheck.matching.wordings import read_wording
from factcheck.model import Catalogue
from factcheck.stance.complements import asked_for_behind, is_one_of_several, is_replaced

VOCABULARY = Vocabulary(Catalogue())


def annotated(text: str, language: str) -> Annotation:
    return annotate(text, 0, len(text), language, VOCABULARY)


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("Lejos de los 300 millones de euros que reclamaba el Cabildo.", "es", "reclamaba"),
        ("Los 300 millones de euros que recibe el Cabildo.", "es", None),
        ("Loin des 300 millions d'euros que réclamait la région.", "fr", "réclamait"),
    ],
)
def test_a_value_that_somebody_asked_for_is_none_that_was_given(text: str, language: str, words: str | None) -> None:
    annotation = annotated(text, language)
    value = next(v for v in annotation.values if v.kind == "money")
    assert asked_for_behind(annotation, value) == words


@pytest.mark.parametrize(
    ("text", "language", "name", "replaced"),
    [
        ("Said takes the post in place of Jabri.", "en", "Jabri", True),
        ("Said takes the post of Jabri.", "en", "Jabri", False),
        ("Said prend le poste à la place de Jabri.", "fr", "Jabri", True),
    ],
)
def test_who_makes_way_for_another_is_told_by_the_words_before_the_name(text: str, language: str, name: str, replaced: bool) -> None:
    annotation = annotated(text, language)
    place = next(i for i, token in enumerate(annotation.tokens) if token.text == name)
    wording = read_wording("Jabri runs the ministry", 0, language, VOCABULARY)
    assert is_replaced(wording, annotation, place) is replaced


def test_a_wording_that_tells_who_succeeds_whom_means_just_that() -> None:
    annotation = annotated("Said succeeds Jabri.", "en")
    wording = read_wording("Said replaces Jabri", 0, "en", VOCABULARY)
    assert not is_replaced(wording, annotation, 2)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("He got seven years for fraud and two for bribery.", True),
        ("He got seven years for fraud.", False),
        ("He got seven years for fraud and two friends.", False),
    ],
)
def test_values_for_one_thing_each_are_parts(text: str, parts: bool) -> None:
    annotation = annotated(text, "en")
    value = next(v for v in annotation.values if v.kind == "duration")
    assert is_one_of_several(annotation, value) is parts
