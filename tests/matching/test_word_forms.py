"""Words and listed phrases: the forms a word may come from, and where a phrase stands."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.language import lexicon
from factcheck.language.cues import Cue, cue_index
from factcheck.language.folding import fold
from factcheck.language.knowledge import codes
from factcheck.language.lexicon import Concept, concept_phrases, concepts, concepts_of
from factcheck.language.phrases import PhraseIndex
from factcheck.language.stems import MAX_COST, candidates
from factcheck.language.tokens import Kind, tokenise

LANGUAGES = st.sampled_from([*codes(), None])
WORDS = st.text(st.characters(categories=["L", "M"]), min_size=1, max_size=12)
# Letters of every language that has data, marks of cues, and anything else.
LETTERS = "والبسكن لم قد ?؟.,،\"'-0123456789 abcdefghijklmnoprstuwéñç\n"
TEXTS = st.text(st.one_of(st.sampled_from(LETTERS), st.characters(codec="utf-8")), max_size=80)


def forms(word: str, language: str) -> dict[str, float]:
    return dict(candidates(word, language))


@settings(deadline=None)
@given(WORDS, LANGUAGES)
def test_the_first_form_of_a_word_is_the_folded_word_itself(word: str, language: str | None) -> None:
    found = candidates(word, language)
    assert found[0] == (fold(word), 0.0)
    assert [cost for _, cost in found] == sorted(cost for _, cost in found)
    assert all(0 <= cost <= MAX_COST for _, cost in found)
    assert len({form for form, _ in found}) == len(found)


@pytest.mark.parametrize(("word", "form"), [("وبالمدينة", "مدينه"), ("كتابهم", "كتاب"), ("للشركة", "شركه"), ("والسد", "سد")])
def test_arabic_clitics_come_off(word: str, form: str) -> None:
    assert form in forms(word, "ar")


def test_a_name_keeps_its_last_letter_at_no_cost() -> None:
    assert forms("ماسك", "ar")["ماسك"] == 0.0


def test_a_stem_is_marked_so_that_it_never_meets_a_word() -> None:
    assert forms("opened", "en") == {"opened": 0.0, "open~": 0.5}
    assert "open~" in forms("opening", "en")


def test_without_a_language_there_is_only_the_word() -> None:
    assert candidates("Opened", None) == (("opened", 0.0),)


@settings(deadline=None)
@given(TEXTS, LANGUAGES)
def test_what_is_found_lies_inside_the_tokens_and_does_not_overlap(text: str, language: str | None) -> None:
    tokens = tokenise(text)
    for i in range(len(tokens)):
        assert all(found.first == i < found.last <= len(tokens) and found.cost >= 0 for found in cue_index(language).at(tokens, i))
    scanned = cue_index(language).scan(tokens)
    for before, after in pairwise(scanned):
        assert (after.first, after.last) == (before.first, before.last) or after.first >= before.last


@settings(deadline=None)
@given(TEXTS, LANGUAGES)
def test_a_whole_text_is_looked_through_as_word_by_word(text: str, language: str | None) -> None:
    index, tokens = cue_index(language), tokenise(text)
    one_by_one = {i: found for i in range(len(tokens)) if (found := index.at(tokens, i))}
    assert index.by_place(tokens) == one_by_one
    assert all(index.opens(tokens[i].word) for i in one_by_one)


def phrase(language: str, listed: str, text: str) -> list[str]:
    index = PhraseIndex(language)
    index.add(listed, "p")
    tokens = tokenise(text)
    return [" ".join(token.text for token in tokens[found.first : found.last]) for found in index.scan(tokens)]


def test_a_phrase_is_found_as_written_and_only_with_a_tilde_in_any_form() -> None:
    assert phrase("en", "stepped down", "She stepped down.") == ["stepped down"]
    assert phrase("en", "step down", "She stepped down.") == []
    assert phrase("en", "~step down", "She stepped down.") == ["stepped down"]


def test_a_phrase_may_hold_apostrophes_and_hyphens() -> None:
    assert phrase("en", "didn't", "It didn’t rain.") == ["didn ’ t"]
    assert phrase("en", "non-profit", "A non-profit.") == ["non - profit"]


def test_an_arabic_phrase_is_found_after_a_joined_conjunction() -> None:
    assert phrase("ar", "لم", "ولم يحضر") == ["ولم"]


def test_the_object_may_stand_inside_a_phrase_that_ends_in_a_particle() -> None:
    assert phrase("en", "~turn down", "They turned the offer down.") == ["turned"]
    assert phrase("en", "~turn down", "They turned, down by the river.") == []


def test_an_empty_phrase_is_ignored() -> None:
    assert phrase("en", "", "anything") == []
    assert phrase("en", "~", "anything") == []


@pytest.mark.parametrize("language", codes())
def test_every_language_has_every_kind_of_cue_that_turns_or_weakens_a_statement(language: str) -> None:
    listed = {payload for rows in cue_index(language).entries.values() for _, payload, _ in rows}
    turning = {Cue.NEGATION, Cue.DENIAL, Cue.FALSITY, Cue.POSSIBILITY, Cue.INTENTION, Cue.SUPERSEDED}
    assert listed >= turning | {Cue.SAY, Cue.ACCORDING, Cue.THAT}


RESIGN = {"en": "resigned", "ar": "استقال", "fr": "démissionné", "es": "dimitió", "pt": "demitiu"}
BRIDGE = {"en": "bridge", "ar": "جسر", "fr": "pont", "es": "puente", "pt": "ponte"}


@pytest.mark.parametrize(("words", "concept"), [(RESIGN, "resign"), (BRIDGE, "bridge")])
def test_words_of_all_languages_meet_in_one_concept(words: dict[str, str], concept: str) -> None:
    assert all(concept in concepts_of(word, language) for language, word in words.items())


def test_opposites_are_so_both_ways() -> None:
    for name, concept in concepts().items():
        assert name not in concept.opposite
        assert all(name in concepts()[other].opposite for other in concept.opposite)


def test_near_concepts_are_so_both_ways_and_never_opposites() -> None:
    for name, concept in concepts().items():
        assert concept.opposite.isdisjoint(concept.near)
        assert all(0 < credit <= 1 and concepts()[other].near.get(name) == credit for other, credit in concept.near.items())


@pytest.mark.parametrize("language", codes())
def test_every_form_of_the_lexicon_names_a_concept(language: str) -> None:
    named = {payload for rows in concept_phrases(language).entries.values() for _, payload, _ in rows}
    assert named <= concepts().keys()


def test_the_forms_of_a_language_file_leave_the_links_between_concepts_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lexicon, "_rows", lexicon._lexicon_rows)
    assert {name: Concept(name, *row) for name, row in lexicon._links().items()} == concepts()


def test_a_word_without_a_language_names_nothing() -> None:
    assert concepts_of("bridge", None) == {}


@given(TEXTS)
def test_tokens_are_in_order_and_their_offsets_are_those_of_the_text(text: str) -> None:
    tokens = tokenise(text)
    assert all(text[token.start : token.end] == token.text and token.norm for token in tokens)
    assert all(before.end <= after.start for before, after in pairwise(tokens))
    assert all(token.kind in Kind for token in tokens)


def test_an_accent_by_itself_is_an_apostrophe() -> None:
    assert fold("l´eau") == fold("l’eau") == "l'eau"


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
