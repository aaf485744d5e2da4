from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.identify import identify, identify_running_text

SEEDS = Path(__file__).parents[2] / "seeds"
SHORT = [
    ("Musk left OpenAI in 2018", "en"),
    ("The portrait was found in Normandy", "en"),
    ("غادر ماسك OpenAI عام 2018", "ar"),
    ("تأسست OpenAI عام 2015 مع Greg Brockman و Ilya", "ar"),
    ("چيلسي يفوز على ليفربول في الدوري", "ar"),
    ("Musk a quitté OpenAI en 2018", "fr"),
    ("Le satellite a été lancé le 21 mars", "fr"),
    ("Musk dejó OpenAI en 2018", "es"),
    ("Kestria niega haberse marchado de la Carta y señala a su vecina", "es"),
    ("ایلان ماسک شرکت را ترک کرد و گفت که پشیمان نیست", "fa"),
    ("ایلون مسک نے اوپن اے آئی چھوڑ دیا", "ur"),
    ("埃隆·马斯克离开了公司", "zh"),
    ("Ο Μασκ έφυγε από την εταιρεία", "el"),
    ("Der Präsident sagte, dass die Firma nicht verkauft wurde", None),
    ("Il presidente ha detto che non è vero che la società è stata venduta", None),
    ("O presidente disse que não vendeu a empresa e que os sócios estão de acordo", "pt"),
    ("Musk deixou a OpenAI em 2018", "pt"),
    ("O filme custou 52 milhões de euros", "pt"),
    ("A porta da casa está aberta e a polícia não disse nada", "pt"),
    ("La película costó 52 millones de euros", "es"),
    ("La puerta de la casa está abierta y la policía no dijo nada", "es"),
    ("Tõnu ja Põder sõitsid Võrust Põlvasse, ütles tema õde", None),
    ("La società non ha venduto la casa e la polizia non ha detto nulla", None),
    ("Маск ушёл из компании", None),
    ("Musk OpenAI", None),
    ("2018", None),
    ("", None),
]


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.name[:3])
def test_the_seeds_are_arabic_and_so_is_nearly_every_line_of_them(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert identify(text) == "ar"
    lines = [line for line in text.splitlines() if len(line.split()) > 2 and "post-title" not in line]
    assert sum(identify(line) == "ar" for line in lines) >= len(lines) - 2


@pytest.mark.parametrize(("text", "language"), SHORT)
def test_the_language_is_told_where_it_is_clear_and_else_not_guessed(text: str, language: str | None) -> None:
    assert identify(text) == language


@pytest.mark.parametrize("text", [text for text, _ in SHORT])
def test_the_beginning_of_a_running_text_tells_what_the_whole_does(text: str) -> None:
    long = f"{text}. " * 60
    assert identify_running_text(long) == identify(long)
    assert identify_running_text(text) == identify(text)


def test_where_the_beginning_leaves_a_doubt_the_whole_is_looked_at() -> None:
    names = "OpenAI, Anthropic, xAI, Tesla, Google, Microsoft. " * 10
    assert identify_running_text(names + "غادر ماسك مجلس إدارة الشركة عام 2018 وقال ألتمان إن الخلاف بدأ قبل ذلك بعام. " * 20) == "ar"
    assert identify_running_text("گفت " * 150) == "fa"


@given(st.text(max_size=200))
def test_no_text_fails(text: str) -> None:
    code = identify(text)
    assert code is None or (code.isascii() and 2 <= len(code) <= 3)
