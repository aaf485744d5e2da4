"""Every step of judging a sentence is needed: without it, some sentence with a known answer is judged otherwise."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any

import pytest
from test_cases import FOLDER, differences, read_cases


def nothing(*_: Any, **__: Any) -> None:
    """Find nothing in the way."""


def no(*_: Any, **__: Any) -> bool:
    return False


def yes(*_: Any, **__: Any) -> bool:
    return True


def none_of_them(*_: Any, **__: Any) -> list[Any]:
    return []


def put_forward(*_: Any, **__: Any) -> tuple[None, bool]:
    return None, False


def not_negated(*_: Any, **__: Any) -> tuple[bool, str]:
    return False, ""


def as_it_was(row: Any, *_: Any, **__: Any) -> Any:
    return row


@pytest.mark.parametrize(
    ("module", "step", "without", "cases"),
    [
        ("roles", "_in_order", yes, "role-and-rivals-en"),
        ("requirements", "turned_round", nothing, "role-and-rivals-ar"),
        ("requirements", "only_describes", nothing, "whose-en"),
        ("requirements", "_unsaid", none_of_them, "role-and-rivals-en"),
        ("requirements", "_not_set_apart", nothing, "hedging-possibility-plans-fr"),
        ("requirements", "only_of_it", nothing, "whose-en"),
        ("requirements", "another_name", nothing, "role-and-rivals-en"),
        ("requirements", "another_subject", nothing, "whose-en"),
        ("requirements", "_figure_untold", nothing, "values-binding-en"),
        ("requirements", "another_object", nothing, "role-and-rivals-es"),
        ("value_requirements", "only_of_it", nothing, "whose-fr"),
        ("value_requirements", "another_name", nothing, "whose-en"),
        ("value_requirements", "another_subject", nothing, "whose-en"),
        ("value_requirements", "lacks_main_word", nothing, "values-binding-en"),
        ("value_requirements", "only_describes", nothing, "whose-es"),
        ("value_requirements", "placed_elsewhere", nothing, "whose-fr"),
        ("value_requirements", "another_object", nothing, "whose-en"),
        ("value_company", "counts_people", no, "values-binding-en"),
        ("value_circumstances", "_of_those", no, "time-and-part-en"),
        ("by_words", "is_of_old", no, "time-and-part-en"),
        ("assertion", "_wish", nothing, "hedging-possibility-plans-en"),
        ("heads", "_is_described", no, "whose-fr"),
        ("heads", "_acts_for", no, "whose-en"),
        ("judge", "settle_rivals", as_it_was, "values-binding-fr"),
        ("by_value", "unbound", nothing, "whose-en"),
        ("put_forward", "elsewhere", nothing, "time-and-part-en"),
        ("put_forward", "weakening", put_forward, "hedging-possibility-plans-en"),
        ("put_forward", "turned", no, "negation-en"),
        ("put_forward", "rejected_after", nothing, "denial-en"),
        ("by_value", "starting_points", none_of_them, "values-binding-en"),
        ("value_company", "without_unit", none_of_them, "contrasted-rivals-en"),
        ("contrasted_values", "has_a_subject", no, "values-binding-en"),
        ("by_value", "corrects", no, "values-binding-en"),
        ("put_forward", "corrected", no, "negation-ar"),
        ("by_words", "obstacle", nothing, "role-and-rivals-en"),
        ("by_words", "weakening", put_forward, "not-done-en"),
        ("by_words", "negation_of", not_negated, "denial-en"),
        ("by_words", "rejected_after", nothing, "denial-en"),
        ("by_words", "beaten", no, "role-and-rivals-en"),
        ("by_words", "_set_aside", no, "denial-en"),
        ("by_words", "_denied_in_part", nothing, "role-and-rivals-fr"),
        ("assertion", "long_past", no, "time-and-part-en"),
        ("assertion", "unreal_word", nothing, "not-done-en"),
        ("judge", "reject_previous", as_it_was, "denial-en"),
        ("judge", "deny_figure", none_of_them, "denial-en"),
        ("by_value", "_by_day", nothing, "relative-dates-en"),
        ("faintly_told", "_is_of_the_article", no, "relative-dates-en"),
        ("by_value", "told_back", none_of_them, "relative-dates-en"),
        ("judge", "contrast_values", none_of_them, "contrasted-rivals-en"),
        ("judge", "contrast_words", none_of_them, "contrasted-rivals-en"),
        ("judge", "told_beside", none_of_them, "contrasted-rivals-en"),
        ("judge", "deny_for_rival", none_of_them, "contrasted-rivals-en"),
        ("contrasted_values", "_denied_as_reported", none_of_them, "contrasted-rivals-ar"),
        ("contrasted_words", "_negation", nothing, "contrasted-rivals-en"),
        ("figure_denied", "foreign_noun", no, "denial-en"),
        ("judge", "deny_broadly", none_of_them, "negation-es"),
        ("by_words", "no_cause", nothing, "denial-es"),
        ("by_words", "called_false", no, "denial-en"),
        ("denied_alone", "_no_cause_of_one", none_of_them, "denial-en"),
        ("denied_broadly", "_tells_more", no, "negation-en"),
        ("by_value", "values_set_aside", none_of_them, "denial-fr"),
        ("put_forward", "setting_aside", nothing, "denial-fr"),
        ("contrasted_words", "_held", nothing, "denial-en"),
        ("set_aside", "_bare_days", none_of_them, "denial-fr"),
        ("judge", "speaker", nothing, "attribution-en"),
        ("by_value", "answers_too", no, "attribution-en"),
        ("other_voices", "_voice_alone", yes, "attribution-en"),
        ("by_value", "where_it_led", none_of_them, "values-binding-en"),
        ("value_company", "_is_moved", no, "values-binding-en"),
        ("value_factors", "_semicolon_between", no, "values-binding-en"),
        ("value_factors", "date_part", nothing, "values-binding-en"),
        ("put_forward", "_of_one_alone", yes, "values-binding-en"),
        ("dated_by_publication", "_of_that_year", none_of_them, "values-binding-en"),
        ("put_forward", "is_one_of_several", no, "values-binding-en"),
        ("by_value", "faintly_told", no, "values-binding-en"),
        ("put_forward", "figure_called_false", nothing, "denial-en"),
        ("value_requirements", "led_to_another", nothing, "values-binding-en"),
        ("requirements", "object_brought_in", nothing, "whose-en"),
        ("by_words", "_verb_unsaid", no, "denial-en"),
        ("called_false", "_is_of_reports", no, "denial-en"),
        ("called_false", "_of_another_statement", no, "denial-en"),
        ("rejection", "_stands_alone", yes, "denial-en"),
        ("figure_denied", "_put_aside", nothing, "denial-en"),
        ("figure_denied", "figure_called_false", nothing, "denial-en"),
        ("heads", "_is_own_word", no, "values-binding-ar"),
        ("speaker_phrases", "_before_aside", nothing, "attribution-es"),
        ("speaker_phrases", "_inverted_pronoun", nothing, "attribution-fr"),
        ("speaker_phrases", "_is_definite", no, "attribution-ar"),
        ("attribution", "_opening_behind_aside", nothing, "attribution-ar"),
        ("judge", "names_nobody", no, "attribution-ar"),
        ("by_words", "left_open", nothing, "hedging-possibility-plans-en"),
        ("put_forward", "verdict_before", nothing, "denial-fr"),
        ("other_times", "_opens", no, "rejected-and-superseded-es"),
        ("other_times", "_parted_past_perfect", nothing, "rejected-and-superseded-ar"),
        ("value_requirements", "another_quantity", nothing, "values-binding-en"),
        ("requirements", "another_title", nothing, "whose-es"),
        ("put_forward", "only_offered", no, "hedging-possibility-plans-ar"),
        ("faintly_told", "stands_alone", no, "values-binding-en"),
        ("value_alone", "_told_elsewhere", yes, "values-binding-en"),
        ("value_alone", "_is_to_come", no, "values-binding-es"),
        ("value_alone", "_of_what_is_denied", no, "values-binding-en"),
        ("value_alone", "_of_a_stranger", no, "values-binding-en"),
        ("value_alone", "_sets_apart", no, "values-binding-en"),
        ("value_company", "_of_one_scale", yes, "values-binding-es"),
        ("value_requirements", "another_number", nothing, "whose-ar"),
        ("value_requirements", "another_direction", nothing, "values-binding-en"),
        ("value_requirements", "another_title", nothing, "whose-es"),
        ("requirements", "another_beside_verb", nothing, "whose-en"),
        ("requirements", "another_number", nothing, "whose-en"),
        ("roles", "_brought_about_by_it", nothing, "role-and-rivals-fr"),
        ("heads", "_parted_by_apposition", no, "whose-es"),
        ("value_circumstances", "in_another_month", no, "time-and-part-en"),
        ("by_words", "dated_otherwise", no, "time-and-part-en"),
        ("faintly_told", "_between_its_names", no, "values-binding-en"),
        ("faintly_told", "has_new_name", no, "whose-fr"),
        ("beside_denial", "has_new_name", no, "contrasted-rivals-en"),
        ("namesakes", "_stands_for", no, "plainly-told-en"),
        ("namesakes", "_is_quoted", no, "whose-ar"),
        ("put_forward", "only_tells_when", no, "values-binding-ar"),
        ("arguments", "_in_construct", no, "whose-ar"),
        ("requirements", "only_a_landmark", nothing, "whose-ar"),
        ("value_requirements", "only_a_landmark", nothing, "whose-en"),
        ("other_times", "_comma_between", yes, "time-and-part-en"),
    ],
)
def test_without_it_a_sentence_is_judged_otherwise(
    monkeypatch: pytest.MonkeyPatch, module: str, step: str, without: Callable[..., Any], cases: str
) -> None:
    monkeypatch.setattr(importlib.import_module(f"factcheck.stance.{module}"), step, without)
    known = read_cases((FOLDER / f"{cases}.yaml").read_text(encoding="utf-8"), cases)
    assert any(differences(case) for case in known if not case.todo), f"no case of {cases} needs {module}.{step}"
