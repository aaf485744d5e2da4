"""Typed values: what is read from a text, how two values compare, how one is written."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.language.knowledge import codes
from factcheck.language.numbers import parse_digits
from factcheck.language.tokens import tokenise
from factcheck.language.value_search import find_values
from factcheck.language.values import Value, compare, near_to, normal_form, with_year

LANGUAGES = codes()
CASES = Path(__file__).parent / "cases"
BOUNDS = {None: "", "range": "", "about": "about ", "at_least": "at least ", "at_most": "at most ", "below": "below "}


def written_cases() -> list[Any]:
    cases = []
    for language in LANGUAGES:
        for case in yaml.safe_load((CASES / f"values-{language}.yaml").read_text(encoding="utf-8")):
            cases.append(pytest.param(language, case, id=f"{language}: {case['says']}"))
    return cases


def spelt(value: Value) -> str:
    named = value.kind in ("ordinal", "score") or (value.kind == "number" and value.bound != "range")
    return BOUNDS[value.bound] + (f"{value.kind} " if named else "") + normal_form(value)


def read(text: str, language: str | None = "en") -> list[Value]:
    return find_values(tokenise(text), language)


def one(text: str, language: str = "en") -> Value:
    values = read(text, language)
    assert len(values) == 1, [spelt(value) for value in values]
    return values[0]


@pytest.mark.parametrize(("language", "case"), written_cases())
def test_the_values_of_a_text_are_those_the_case_lists(language: str, case: dict[str, Any]) -> None:
    tokens = tokenise(case["says"])
    values = find_values(tokens, language)
    assert [spelt(value) for value in values] == [str(value) for value in case["values"]]
    if "counts" in case:
        counted = [value.noun for value in values if value.kind in ("number", "ordinal")]
        assert [None if noun is None else tokens[noun].text for noun in counted] == case["counts"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_at_least_forty_cases(language: str) -> None:
    assert len(yaml.safe_load((CASES / f"values-{language}.yaml").read_text(encoding="utf-8"))) >= 40


@pytest.mark.parametrize(
    ("claimed", "stated", "relation"),
    [
        ("97.4 billion dollars", "$97.4bn", "equal"),
        ("12 months", "one year", "equal"),
        ("$97.4 billion", "97 billion dollars", "rounds"),
        ("2,901 dead", "2,900 people", "rounds"),
        ("26 kilometres", "26.4 km", "rounds"),
        # One digit confirms only what it nearly is.
        ("2,012 people", "2,000 people", "rounds"),
        ("2,600 people", "3,000 people", "different"),
        # Two figures printed as finely do not round to each other.
        ("98 billion dollars", "97 billion dollars", "different"),
        ("more than 44 million people", "44 million people", "bound"),
        ("44 million people", "at least 44 million people", "bound"),
        ("at least 44 million people", "at least 44 million people", "equal"),
        # Fewer than 19 are not 19.
        ("19 people", "fewer than 19 people", "compatible"),
        ("fewer than 19 people", "fewer than 19 people", "equal"),
        ("1,800 people", "fewer than 2,000 people", "compatible"),
        ("97.4 billion dollars", "nearly 100 billion dollars", "compatible"),
        ("40 billion dollars", "nearly 100 billion dollars", "different"),
        ("2,901 people", "more than 2,000 people", "compatible"),
        ("9,000 people", "more than 2,000 people", "different"),
        ("1,500 people", "more than 2,000 people", "different"),
        ("1,800 people", "up to 2,000 people", "compatible"),
        ("7 million euros", "between 6 and 8 million euros", "compatible"),
        ("9 million euros", "between 6 and 8 million euros", "different"),
        ("6-8 million euros", "between 6 and 8 million euros", "equal"),
        ("5-7 million euros", "between 6 and 8 million euros", "compatible"),
        ("4-5 million euros", "between 6 and 8 million euros", "different"),
        ("1.5-2 kilometres", "1800 metres", "compatible"),
        ("6 million euros", "6 million dollars", "incomparable"),
        ("20 dirhams", "20 MAD", "equal"),
        ("20 dinars", "20 MAD", "incomparable"),
        ("20%", "20 percentage points", "incomparable"),
        ("6 months", "180 days", "incomparable"),
        ("6 kilometres", "6 months", "incomparable"),
        ("6 titles", "the sixth title", "equal"),
        ("6 titles", "the fifth title", "different"),
        ("6 titles", "6 million euros", "incomparable"),
        ("a 2-1 win", "won 2-1", "equal"),
        ("a 2-1 win", "won 3-2", "different"),
        # Dates
        ("in 2018", "on 20 February 2018", "equal"),
        ("20 February 2018", "in 2018", "compatible"),
        ("20 February 2018", "in 2019", "different"),
        ("20 February 2018", "in February 2018", "compatible"),
        ("20 February 2018", "on 20 February", "partial"),
        ("February 2018", "in February", "partial"),
        ("20 February 2018", "in February", "compatible"),
        ("20 February 2018", "on 21 February", "different"),
        ("in 2018", "in February", "incomparable"),
        ("Tuesday, 20 February 2018", "on Tuesday", "partial"),
        ("Tuesday, 20 February 2018", "on Monday", "different"),
        ("on Tuesday", "on Tuesday", "equal"),
        ("on Tuesday", "on 20 February 2018", "incomparable"),
        ("20 February 2018", "on Tuesday", "partial"),
        ("20 February 2018", "yesterday", "partial"),
        ("20 February 2018", "on Tuesday the 21st", "different"),
        ("in 2018", "on Tuesday", "incomparable"),
        ("first quarter of 2025", "in March 2025", "equal"),
        ("first quarter of 2025", "in April 2025", "different"),
        ("March 2025", "in the first quarter of 2025", "compatible"),
        ("first quarter of 2025", "in 2025", "compatible"),
        ("first quarter of 2025", "in the second quarter of 2025", "different"),
        # "Before" and "after" give no date, but exclude some.
        ("in 1643", "before 1650", "compatible"),
        ("in 1660", "before 1650", "different"),
        ("in 1650", "after 1650", "compatible"),
        ("in 1634", "in about 1634", "equal"),
    ],
)
def test_a_stated_value_stands_to_a_claimed_one_as_the_rules_say(claimed: str, stated: str, relation: str) -> None:
    assert compare(one(claimed), one(stated)) == relation


@pytest.mark.parametrize(
    ("other", "near"),
    [
        ("40 million euros", True),
        ("31 million euros", True),
        ("54 million euros", False),
        ("29 million euros", False),
        ("40 million dollars", False),
        ("40 million people", False),
    ],
)
def test_two_amounts_are_near_where_they_differ_by_a_quarter_at_most(other: str, near: bool) -> None:
    assert near_to(one("40 million euros"), one(other)) is near
    assert near_to(one(other), one("40 million euros")) is near


def test_units_and_currencies_of_one_name_are_no_matter_of_nearness() -> None:
    assert near_to(one("2 km"), one("1,900 metres"))
    assert near_to(one("40 million dinars"), one("40 مليون دينار أردني", "ar"))


@pytest.mark.parametrize(("other", "near"), [("in 2019", True), ("in May 2020", True), ("in 2021", False), ("on 3 May", False)])
def test_dates_are_near_where_their_years_are_neighbours(other: str, near: bool) -> None:
    assert near_to(one("in 2019"), one(other)) is near


def test_an_end_of_a_range_of_years_confirms_no_year() -> None:
    first, second = read("Between 1641 and 1645 she painted.")
    assert compare(one("in 1641"), first) == "compatible"
    assert compare(one("in 1643"), second) == "different"


def test_a_value_compares_across_languages() -> None:
    assert compare(one("97,4 مليار دولار", "ar"), one("97,4 milliards de dollars", "fr")) == "equal"
    assert compare(one("شباط ١٩٦٠", "ar"), one("en febrero de 1960", "es")) == "equal"
    assert compare(one("بقوة 7 درجات", "ar"), one("a magnitude 7 earthquake")) == "equal"


def test_a_year_from_elsewhere_completes_a_date() -> None:
    assert normal_form(with_year(one("on 14 March"), 2024)) == "2024-03-14"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("in 2017", "2017"),
        ("February 2018", "2018-02"),
        ("14 March 2024", "2024-03-14"),
        ("14 March", "--03-14"),
        ("Q1 2025", "2025-Q1"),
        ("Sunday", "weekday 7"),
        ("38 million dollars", "38000000 USD"),
        ("26 km", "26 km"),
        ("20%", "20%"),
        ("3 percentage points", "3 pp"),
        ("six months", "6 months"),
        ("one month", "1 month"),
        ("2-1", "2-1"),
        ("1,037 people", "1037"),
        ("6-8 million euros", "6000000-8000000 EUR"),
        ("18.50 km", "18.5 km"),
    ],
)
def test_a_value_is_written_in_one_plain_form(text: str, form: str) -> None:
    assert normal_form(one(text)) == form


def test_a_value_without_amount_and_date_is_written_as_nothing() -> None:
    assert normal_form(Value("number", 0, 1)) == ""


@pytest.mark.parametrize(
    ("norm", "mark", "amount", "digits"),
    [
        ("1,200", ".", "1200", 2),
        ("1.200", ",", "1200", 2),
        ("1.200", None, "1200", 2),
        ("1.200", ".", "1.200", 4),
        ("0.125", None, "0.125", 3),
        ("1.234.567,89", ",", "1234567.89", 9),
        ("1'200", ".", "1200", 2),
        ("97,4", ".", "97.4", 3),
        ("000", ".", "0", 1),
    ],
)
def test_points_and_commas_group_or_divide_as_the_language_has_it(norm: str, mark: str | None, amount: str, digits: int) -> None:
    parsed = parse_digits(norm, mark)
    assert parsed is not None
    assert (str(parsed[0]), parsed[1]) == (amount, digits)


def test_what_is_no_number_is_not_parsed() -> None:
    assert parse_digits("1.2.3,4,5x", ".") is None


def test_a_language_without_data_still_has_digits_signs_and_iso_dates() -> None:
    values = read("Am 2024-03-14 waren es 2018 noch $5 und 20% von 300 km, Q1 2025", "xx")
    assert [spelt(value) for value in values] == ["2024-03-14", "2018", "5 USD", "20%", "number 300", "2025-Q1"]


def test_a_sentence_without_a_number_has_no_values() -> None:
    assert read("The company said that it would appeal.") == []


def test_the_tokens_of_a_value_take_in_magnitude_and_unit_but_not_its_bound() -> None:
    text = "It is about 97.4 billion dollars, they said"
    tokens = tokenise(text)
    value = find_values(tokens, "en")[0]
    assert text[tokens[value.first].start : tokens[value.last - 1].end] == "97.4 billion dollars"


# Laws. The alphabet mixes what values are made of with what trips readers up.
PIECES = """
    2018 1,200 1.200 97.4 ٣ ٢٬٠٠٠ ١٢ 2 0 14 03 31 - – / . , : % ٪ $ € £ ° ( ) [ ] + ½ k m bn M€ USD US$ ألف مليون مليونين ونصف نصف و
    والعشرين الحادي ثلاثة عشر مئتا دولار درهم بالمئة نقطة مئوية سنة سنوات السنوات الأربع شهرين كامل عام في يونيو حزيران آب الخميس الربع
    الأول بين إلى نحو على الأقل الساعة two hundred thousand and a half quarter of third twenty first May March Sunday in the about at least
    percent points pounds pence km h people deux cent quatre vingt dix et demi mille millions d' mars trimestre entre à points de medio
    millón y veintiuno primero mayo años o más milhão e meio terça-feira (11) 1.º trimestre às 18h30 http www Grok Falcon 007
    """
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES.split()), st.text(max_size=4)), max_size=14).flatmap(
    lambda pieces: st.sampled_from([" ", "", "\u00a0"]).map(lambda space: space.join(pieces))
)
ANY_LANGUAGE = st.sampled_from([*LANGUAGES, None, "xx"])


@settings(max_examples=400, deadline=None, derandomize=True)
@given(TEXTS, ANY_LANGUAGE)
def test_any_text_gives_values_in_order_in_range_and_apart(text: str, language: str | None) -> None:
    tokens = tokenise(text)
    end = 0
    for value in find_values(tokens, language):
        assert end <= value.first < value.last <= len(tokens)
        assert value.noun is None or 0 <= value.noun < len(tokens)
        assert value.digits >= 1
        assert value.bound in BOUNDS
        assert normal_form(value)
        end = value.last


@settings(max_examples=300, deadline=None, derandomize=True)
@given(TEXTS, TEXTS, ANY_LANGUAGE)
def test_a_value_equals_itself_and_any_two_compare(text: str, other: str, language: str | None) -> None:
    values = find_values(tokenise(text), language)
    for value in values:
        assert compare(value, value) == "equal"
        assert compare(value, replace(value, first=value.first + 1, last=value.last + 1)) == "equal"
        for second in find_values(tokenise(other), language):
            assert compare(value, second) in {"equal", "rounds", "bound", "partial", "compatible", "different", "incomparable"}


@settings(max_examples=300, deadline=None, derandomize=True)
@given(TEXTS, TEXTS)
def test_amounts_compare_alike_both_ways_round(text: str, other: str) -> None:
    for first in read(text):
        for second in read(other):
            if first.kind == second.kind != "date" and first.bound == second.bound is None:
                assert compare(first, second) == compare(second, first)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(TEXTS)
def test_the_script_of_digits_does_not_matter(text: str) -> None:
    ascii_digits = text.translate({ord("٠") + n: str(n) for n in range(10)} | {ord("٬"): ",", ord("٫"): "."})
    arabic_digits = ascii_digits.translate({ord("0") + n: chr(ord("٠") + n) for n in range(10)})
    plain, arabic = read(ascii_digits, "ar"), read(arabic_digits, "ar")
    assert [spelt(value) for value in plain] == [spelt(value) for value in arabic]


def test_values_are_immutable_and_carry_the_documented_fields() -> None:
    names = {field.name for field in fields(Value)}
    assert all(name in (Value.__doc__ or "") for name in names)
