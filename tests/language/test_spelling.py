"""The nearest listed word is the one an exhaustive comparison finds."""

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import DamerauLevenshtein

from factcheck.language.spelling import nearest

words = st.text(alphabet="abcdم", min_size=1, max_size=7)


@given(words, st.lists(words, max_size=8), st.integers(1, 2))
def test_the_nearest_word_is_the_one_an_exhaustive_comparison_finds(word, listed, most):
    distances = [DamerauLevenshtein.distance(word, other) for other in listed]
    best = min(distances, default=most + 1)
    expected = listed[distances.index(best)] if best <= most else None
    assert nearest(word, listed, most) == expected


def test_two_letters_that_changed_places_are_one_edit():
    assert nearest("sucess", ["access", "success"], 1) == "success"
    assert nearest("confilct", ["conflict"], 1) == "conflict"
    assert nearest("abc", [], 1) is None
