"""Slots filled from a sentence and from the words before it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.language.tokens import tokenise
from factcheck.matching.alignment import align, heard_share, mass, names_present, own_share, predicate_share, share
from factcheck.matching.annotation import annotate
from factcheck.matching.context import Context, Contexts
from factcheck.matching.vocabulary import Vocabulary, content_words
from factcheck.matching.wordings import Slot, read_wording
from factcheck.model import Part, Sentence, Source

NOTHING = Context({}, frozenset())


@pytest.fixture
def slots(vocabulary: Vocabulary) -> tuple[Slot, ...]:
    return slots_of("Orvix has sold the patents", vocabulary)


def slots_of(text: str, vocabulary: Vocabulary) -> tuple[Slot, ...]:
    for token in content_words(tokenise(text), "en"):
        vocabulary.add_word(token, "en")
    return read_wording(text, 0, "en", vocabulary).slots


def fills(slots: tuple[Slot, ...], text: str, vocabulary: Vocabulary, place: int = 0, context: Context = NOTHING) -> dict[str, float]:
    annotation = annotate(text, 0, len(text), "en", vocabulary)
    return {fill.slot.text: fill.credit for fill in align(slots, annotation, place, context)}


def test_a_sentence_that_says_it_all_fills_every_slot(slots: tuple[Slot, ...], vocabulary: Vocabulary) -> None:
    found = fills(slots, "Orvix sold its patents", vocabulary)
    assert list(found) == ["Orvix", "sold", "patents"]
    assert min(found.values()) > 0.9


def test_a_word_further_away_counts_less(slots: tuple[Slot, ...], vocabulary: Vocabulary) -> None:
    near, far = (fills(slots, text, vocabulary) for text in ("Orvix sold its patents", "Orvix, which is old, rich, sold its patents"))
    assert 0 < far["sold"] < near["sold"]
    assert far["Orvix"] == near["Orvix"]


def test_one_word_fills_one_slot(vocabulary: Vocabulary) -> None:
    slots = slots_of("A sale and another sale of patents", vocabulary)
    found = [fill for fill in align(slots, annotate("The sale", 0, 8, "en", vocabulary), 0, NOTHING) if fill.term is not None]
    assert len(found) == 1


def test_only_what_the_sentence_leaves_out_is_borrowed(slots: tuple[Slot, ...], vocabulary: Vocabulary) -> None:
    context = Context({"n:orvix": 0.8}, frozenset({"n:orvix"}))
    annotation = annotate("It sold the patents", 0, 19, "en", vocabulary)
    found = {fill.slot.text: fill for fill in align(slots, annotation, 0, context)}
    assert (found["Orvix"].borrowed, found["Orvix"].credit) == (True, 0.8)
    assert not found["sold"].borrowed
    closed = align(slots, annotation, 0, context, closed=frozenset({0}))
    assert closed[0].credit == 0.0


def test_shares_run_from_nothing_to_one(slots: tuple[Slot, ...], vocabulary: Vocabulary) -> None:
    for text in ("Orvix sold its patents", "Orvix sold a farm", "The weather was fine", ""):
        row = align(slots, annotate(text, 0, len(text), "en", vocabulary), 0, NOTHING)
        assert all(0 <= figure(row) <= 1 for figure in (share, predicate_share, own_share, heard_share))
        absent = sum(fill.slot.weight for fill in row if fill.slot.is_name and fill.term is None)
        assert mass(row) == pytest.approx(share(row) * sum(slot.weight for slot in slots) - absent)
    assert share([]) == predicate_share([]) == own_share([]) == 1.0


def test_a_name_that_nobody_says_is_missed(slots: tuple[Slot, ...], vocabulary: Vocabulary) -> None:
    row = align(slots, annotate("It sold the patents", 0, 19, "en", vocabulary), 0, NOTHING)
    assert not names_present(row)
    assert names_present(row, unheard=True)
    heard = align(slots, annotate("It sold the patents", 0, 19, "en", vocabulary), 0, Context({}, frozenset({"n:orvix"})))
    assert not names_present(heard, unheard=True)


@pytest.fixture
def article(vocabulary: Vocabulary) -> Callable[..., list[Context]]:
    """Make the contexts of an article of the given sentences, the first of them its title."""

    def build(*lines: str) -> list[Context]:
        text = "\n".join(lines)
        starts = [sum(len(line) + 1 for line in lines[:i]) for i in range(len(lines))]
        rows = [
            Sentence(i, start, start + len(line), i + 1, 1, Part.BODY if i else Part.TITLE)
            for i, (start, line) in enumerate(zip(starts, lines, strict=True))
        ]
        source = Source("a", "a.txt", text, tuple(rows), language="en")
        contexts = Contexts(source, {s.index: annotate(text, s.start, s.end, "en", vocabulary).features for s in rows})
        return [contexts.of(s.index) for s in rows]

    return build


def test_what_stood_just_before_is_worth_more_than_what_stood_before_that(article: Callable[..., list[Context]]) -> None:
    rows = article("News", "Orvix grew.", "It rained.", "It snowed.", "It thawed.")
    worth = [row.worth.get("n:orvix", 0.0) for row in rows]
    assert worth[2] > worth[3] > worth[4] == worth[0] == worth[1] > 0.0


def test_a_name_of_the_title_holds_for_the_whole_article(article: Callable[..., list[Context]]) -> None:
    rows = article("Orvix grows", "It rained.", "It snowed.", "It thawed.", "It hailed.")
    assert all(row.worth["n:orvix"] > 0.5 for row in rows)
    assert all("n:orvix" in row.anywhere for row in rows)


def test_an_empty_article_lends_nothing(article: Callable[..., list[Context]]) -> None:
    assert [row.worth for row in article("")] == [{}]
