"""Whether a sentence puts forward what it says."""

from __future__ import annotations

import pytest

from factcheck.matching.alignment import Fill
from factcheck.matching.annotation import Annotation, annotate
from factcheck.matching.vocabulary import Vocabulary
from factcheck.matching.wordings import read_wording
from factcheck.model import Catalogue
from factcheck.stance.assertion import of_another, turned
from factcheck.stance.called_false import rejected_after

VOCABULARY = Vocabulary(Catalogue())


def at(text: str, word: str, language: str = "en") -> tuple[Annotation, int]:
    annotation = annotate(text, 0, len(text), language, VOCABULARY)
    return annotation, next(i for i, token in enumerate(annotation.tokens) if token.text == word)


@pytest.mark.parametrize(
    ("text", "word", "language", "expected"),
    [
        ("The dam did not burst.", "burst", "en", True),
        ("The dam burst.", "burst", "en", False),
        ("They deny the dam has burst.", "burst", "en", True),
        ("They deny the dam has not burst.", "burst", "en", False),
        ("They failed to open the gate.", "open", "en", True),
        ("They did not fail to open the gate.", "open", "en", False),
        ("لم ينهر السد.", "ينهر", "ar", True),
        ("انهار السد.", "انهار", "ar", False),
    ],
)
def test_each_negator_denial_and_failure_turns_what_it_reaches(text: str, word: str, language: str, expected: bool) -> None:
    assert turned(*at(text, word, language)) is expected


@pytest.mark.parametrize(
    ("text", "word", "language", "words"),
    [
        ("They put it at 3,000, which is wrong.", "3,000", "en", "is wrong"),
        ("وقدر العدد بنحو 3000، وهذا غير صحيح", "3000", "ar", "غير صحيح"),
        ("They put it at 3,000, which is much.", "3,000", "en", None),
        ("It is wrong. They put it at 3,000.", "3,000", "en", None),
        ("They put it at 3,000. That is wrong.", "3,000", "en", None),
    ],
)
def test_a_rejection_follows_in_the_same_sentence(text: str, word: str, language: str, words: str | None) -> None:
    found = rejected_after(*at(text, word, language))
    assert found is None if words is None else found is not None and words in found


def test_a_rejection_far_behind_is_of_something_else() -> None:
    text = "They put it at 3,000, and the mayor left, and the rain came, and the road went, and the map is wrong."
    assert rejected_after(*at(text, "3,000")) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Another tunnel opened there.", True),
        ("The tunnel opened there.", False),
        ("On the other hand, the tunnel opened.", False),
    ],
)
def test_another_and_previous_speak_of_something_else(text: str, expected: bool) -> None:
    annotation, place = at(text, "opened")
    wording = read_wording("The tunnel opened in May", 0, "en", VOCABULARY)
    tunnel = next(term for term in annotation.terms if annotation.tokens[term.first].text == "tunnel")
    assert of_another(annotation, place, wording, [Fill(wording.slots[0], tunnel, 1.0)]) is expected
