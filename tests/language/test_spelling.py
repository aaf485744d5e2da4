"""The nearest listed word is the one an exhaustive comparison finds."""

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import DamerauLevenshtein

from factcheck.language.spelling import Spellings, nearest

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


@given(words, st.lists(words), st.lists(words), st.integers(1, 2))
def test_listed_words_are_found_as_by_trying_each(word, listed, more, most):
    spellings = Spellings(2)
    for several in (listed, more):
        for other in several:
            spellings.add(other)
        known = [other for other in (listed if several is listed else [*listed, *more]) if other[0] == word[0]]
        assert spellings.nearest(word, most) == nearest(word, list(dict.fromkeys(known)), most)


def test_long_words_are_found_too():
    spellings = Spellings(1)
    for word in ("b" * 30, "a" * 31, "a" * 30):
        spellings.add(word)
    assert spellings.nearest("a" * 32, 1) == "a" * 31
    assert spellings.nearest("a" * 29, 1) == "a" * 30
