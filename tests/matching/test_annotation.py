"""Sentences annotated: terms, clauses, and what a negator, a "may" or a question mark reaches."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.language.knowledge import codes
from factcheck.matching.annotation import Annotation, annotate
from factcheck.matching.vocabulary import Vocabulary
from factcheck.model import Catalogue

Annotated = Callable[..., Annotation]
FLAGS = ("negated", "denied", "failed", "possible", "intended", "superseded", "part", "temporal", "asked", "quoted", "hedged", "adjectival")
VOCABULARY = Vocabulary(Catalogue(names=(("orvix", ("Orvix", "أورفكس")),), synonyms=(("gigafactory", "battery works"),)))
CUES = """not denied may if that , . ? " ( ) 2018 12 million Orvix claims لم لن قد نفى أن بل ؟ أورفكس عام ٢٠١٨ ne pas nie
que pourrait no niega podría el the"""
WORDS = st.sampled_from(CUES.split())
TEXTS = st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=20).map(" ".join))


def flagged(annotation: Annotation, flag: str) -> list[str]:
    return [token.text for token, on in zip(annotation.tokens, getattr(annotation.scopes, flag), strict=True) if on]


def named(annotation: Annotation) -> list[str]:
    return [" ".join(t.text for t in annotation.tokens[term.first : term.last]) for term in annotation.terms if term.is_name]


@settings(deadline=None)
@given(TEXTS, st.sampled_from([*codes(), "de", None]))
def test_any_text_in_any_language_can_be_annotated(text: str, language: str | None) -> None:
    annotation = annotate(text, 0, len(text), language, VOCABULARY)
    n = len(annotation.tokens)
    assert all(len(flags) == n for flags in (annotation.clauses.number, *(getattr(annotation.scopes, flag) for flag in FLAGS)))
    assert annotation.clauses.number == sorted(annotation.clauses.number)
    assert all(0 <= term.first < term.last <= n for term in annotation.terms)
    assert [term.first for term in annotation.terms] == sorted(term.first for term in annotation.terms)
    assert all(term.features and all(0 < credit <= 1 for credit in term.features.values()) for term in annotation.terms)
    assert all(0 <= value.first < value.last <= n for value in annotation.values)
    assert all(0 <= found.first < found.last <= n for found in annotation.cues)
    for feature, holders in annotation.holders.items():
        assert annotation.features[feature] == max(annotation.terms[i].features[feature] for i in holders)


@settings(deadline=None)
@given(TEXTS, TEXTS, st.sampled_from(["ar", "en", None]))
def test_what_stands_outside_the_sentence_does_not_matter(before: str, text: str, language: str | None) -> None:
    alone = annotate(text, 0, len(text), language, VOCABULARY)
    inside = annotate(f"{before}\n{text}\nnot", len(before) + 1, len(before) + 1 + len(text), language, VOCABULARY)
    assert [t.norm for t in inside.tokens] == [t.norm for t in alone.tokens]
    assert all(getattr(inside.scopes, flag) == getattr(alone.scopes, flag) for flag in FLAGS)


@pytest.mark.parametrize(
    ("text", "language", "flag", "words"),
    [
        ("The dam did not collapse, it leaked.", "en", "negated", ["collapse"]),
        ("لم ينهر السد، لكنه تسرب.", "ar", "negated", ["ينهر", "السد"]),
        ("Le barrage n'a pas cédé, il a fui.", "fr", "negated", ["a", "pas", "cédé"]),
        ("La presa no cedió, goteó.", "es", "negated", ["cedió"]),
        ("A non-smoking guest left.", "en", "negated", ["-", "smoking"]),
        ("It failed to open in May, and closed.", "en", "failed", ["open", "in", "May"]),
        ("The dam may collapse; people left.", "en", "possible", ["collapse"]),
        ("قد ينهار السد، وغادر السكان.", "ar", "possible", ["ينهار", "السد"]),
        ("He plans to close the base, and soon.", "en", "intended", ["close", "the", "base"]),
        ("He left; did she stay?", "en", "asked", ["He", "left", ";", "did", "she", "stay", "?"]),
        ("He left, she stayed, they wept, who won?", "en", "asked", [",", "they", "wept", ",", "who", "won", "?"]),
    ],
)
def test_a_cue_reaches_its_own_clause(annotated: Annotated, text: str, language: str, flag: str, words: list[str]) -> None:
    assert flagged(annotated(text, language), flag) == words


def test_a_denial_reaches_to_the_next_contrast(annotated: Annotated) -> None:
    denied = flagged(annotated("They deny the sale of the dam, its water and its name, but confirm the loan."), "denied")
    assert {"sale", "water", "name"} <= set(denied)
    assert "loan" not in denied


@pytest.mark.parametrize("text", ["Not only did the dam leak, it burst.", "No doubt the dam leaked."])
def test_not_only_and_no_doubt_negate_nothing(annotated: Annotated, text: str) -> None:
    assert flagged(annotated(text), "negated") == []


def test_only_longer_quotations_are_direct_speech(annotated: Annotated) -> None:
    assert flagged(annotated('The "sick man" left.'), "quoted") == []
    assert "leave" in flagged(annotated('She wrote: "We will leave the board in the spring".'), "quoted")


def test_a_clause_never_breaks_inside_a_value_or_a_hyphenated_word(annotated: Annotated) -> None:
    assert set(annotated("It cost 1,200,000 dollars for a half-built dam").clauses.number) == {0}


def test_names_are_found_in_every_script_and_after_clitics(annotated: Annotated) -> None:
    assert named(annotated("Mona Sadiq runs Orvix.")) == ["Mona Sadiq", "Orvix"]
    assert named(annotated("وتدير منى صادق لأورفكس فرعا", "ar")) == ["منى صادق", "لأورفكس"]
    assert named(annotated("تعمل لدى Orvix الآن", "ar")) == ["Orvix"]


def test_the_catalogues_synonyms_share_one_feature(annotated: Annotated) -> None:
    one, other = annotated("A gigafactory opened."), annotated("The battery works closed.")
    assert "c:synonym-0" in one.features
    assert "c:synonym-0" in other.features


def test_stop_words_are_no_terms(annotated: Annotated) -> None:
    assert annotated("It was of the, and by them.").terms == []
    assert annotated("", "ar").terms == []


def test_inside_a_negated_word_there_is_no_plain_one(annotated: Annotated) -> None:
    annotation = annotated("وهي مؤسسة غير ربحية", "ar")
    plain = set(annotated("وهي مؤسسة ربحية", "ar").features)
    assert set(annotation.features) != plain
