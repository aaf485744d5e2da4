from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.model import Part, Source
from factcheck.problems import FactcheckError
from factcheck.sources import read_sources
from factcheck.sources.decoding import UndecodableError, declared_encoding, decode

ARABIC = "غادر ماسك مجلس الإدارة في عام 2018، وقال إنه لن يعود إلى الشركة.\n"
FRENCH = "Le président a déclaré que l'accord était signé. Où ? À Genève, après l'été.\n"
SPANISH = "El señor Núñez negó haberse marchado de la reunión en España. ¿Por qué?\n"


def sentences(source: Source) -> list[str]:
    return [source.text[sentence.start : sentence.end] for sentence in source.sentences]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256", "iso8859_6"])
def test_arabic_text_is_read_in_every_encoding_of_newsrooms(encoding: str) -> None:
    assert decode(ARABIC.encode(encoding)) == ARABIC


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("text", [FRENCH, SPANISH, "He paid £4.2bn – “a lot”.\n"])
def test_western_text_is_read_in_every_encoding_of_newsrooms(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_line_ends_stay_and_a_byte_order_mark_goes() -> None:
    assert decode(b"\xef\xbb\xbfa\r\nb\rc\n") == "a\r\nb\rc\n"


@pytest.mark.parametrize("head", ['<meta charset="windows-1256">', "<meta http-equiv='Content-Type' content='text/html; charset=cp1256'>"])
def test_a_page_in_windows_1256_is_believed(head: str, read: Callable[..., Any]) -> None:
    page = f"<html><head>{head}</head><body><h1>عنوان المقال هنا</h1><p>{ARABIC}</p></body></html>"
    assert declared_encoding(page.encode("cp1256")) == "cp1256"
    source, _ = read(page.encode("cp1256"), "a.html")
    assert ARABIC.strip() in sentences(source)


def test_a_declared_encoding_that_does_not_fit_is_not_believed() -> None:
    assert decode(ARABIC.encode(), "ascii") == ARABIC
    assert declared_encoding(b'<meta charset="nonsense">') is None


MARKDOWN = """---
title: "Ashcombe/Dunmore: what we know"
lang: en-GB
date: 2024-04-09
outlet: Aisle Nine
author: Jo
tags: [a, b]
colour: red
---

# Ashcombe/Dunmore: what we know

It has been a month since **Ashcombe** and _Dunmore_ merged, and [will be run from Leeds](https://example.org/a.b). Nobody left.

## The basics

- The deal is worth *£4.2bn*.
- [x] It closes in May.
> Quoted words of Marsh.

![a picture. with text](x.png)

```
code = "Musk left in 1999."
```
<!-- Musk left in 1998. -->
| Item | Cost |
|------|------|
| Deal | £4.2bn |

Setext heading
--------------
The end. <!-- not this. --> Really.
"""


def test_markdown_gives_its_sentences_with_offsets_of_the_file(read: Callable[..., Any]) -> None:
    source, problems = read(MARKDOWN, "a.md")
    assert source.text == MARKDOWN
    assert sentences(source) == [
        "Ashcombe/Dunmore: what we know",
        "It has been a month since **Ashcombe** and _Dunmore_ merged, and [will be run from Leeds](https://example.org/a.b).",
        "Nobody left.",
        "The basics",
        "The deal is worth *£4.2bn*.",
        "It closes in May.",
        "Quoted words of Marsh.",
        "Item | Cost",
        "Deal | £4.2bn",
        "Setext heading",
        "The end.",
        "Really.",
    ]
    assert [stretch.reason for stretch in source.left_out] == ["front-matter", "markup", "markup", "markup", "markup"]
    assert (source.title, source.publisher, source.published, source.language) == (
        "Ashcombe/Dunmore: what we know", "Aisle Nine", "2024-04-09", "en",
    )  # fmt: skip
    assert [(problem.code, str(problem.location)) for problem in problems] == [("unknown-key", "news/a.md:8:1")]
    assert source.sentences[0].part is Part.TITLE
    assert source.sentences[0].line == 11
    assert source.sentences[0].column == 3
    assert [source.text[s.start : s.end] for s in source.sentences if s.part is Part.HEADING] == ["The basics", "Setext heading"]


def test_the_title_of_markdown_without_front_matter_has_no_marks(read: Callable[..., Any]) -> None:
    source, _ = read("# **Musk** left [OpenAI](http://x)\n\nHe left in 2018, the board of the company said.\n", "a.md")
    assert source.title == "Musk left OpenAI"


def test_broken_front_matter_is_read_line_by_line_with_a_warning(read: Callable[..., Any]) -> None:
    source, problems = read("---\ntitle: Ashcombe: what we know\ndate: 2024-04-09\n---\nNobody left the board.\n", "a.md")
    assert (source.title, source.published) == ("Ashcombe: what we know", "2024-04-09")
    assert [problem.code for problem in problems] == ["broken-front-matter"]
    assert sentences(source) == ["Nobody left the board."]


def test_a_rule_at_the_start_is_no_front_matter(read: Callable[..., Any]) -> None:
    source, problems = read("---\n\nMusk left.\n\n---\n\nAltman stayed.\n", "a.md")
    assert sentences(source) == ["Musk left.", "Altman stayed."]
    assert problems == ()


def test_wrapped_paragraphs_are_joined_and_verses_are_not(read: Callable[..., Any]) -> None:
    wrapped = (
        "The grocer announced on Thursday that it had agreed to buy its\n"
        "smaller rival, the discount grocer from Glasgow, for more than\n"
        "four billion pounds in cash. The two boards had been circling\n"
        "each other for years, said Helen Marsh.\n"
    )
    for name in ("a.txt", "b.md"):
        source, _ = read(wrapped, name)
        assert len(source.sentences) == 2
    source, _ = read("Musk left the board\nAltman stayed at the helm\nNobody knows the reason why\n")
    assert len(source.sentences) == 3


PAGE = """<!DOCTYPE html><html lang="ar-EG"><head><meta charset="utf-8"><title>ماسك وألتمان: معركة | موقع الأخبار</title>
<meta property="og:site_name" content="موقع الأخبار"><meta property="article:published_time" content="2025-02-12T10:00:00+03:00">
<link rel="canonical" href="https://news.example.com/a/1"></head><body>
<nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/w">العالم</a></li></ul></nav>
<article><h1>ماسك وألتمان: معركة</h1>
<p>كشف التقرير أن إيلون ماسك تقدم بعرض مالي ضخم بلغت قيمته 97.4&nbsp;مليار دولار للاستحواذ على <b>الأصول</b>
الربحية لشركة <a href="x">OpenAI</a>.<br>رفض ألتمان العرض.</p>
<h2>عنوان فرعي</h2>
<table><tr><th>البند</th><th>القيمة</th></tr><tr><td>وديعة</td><td>45 ألف دولار</td></tr></table>
<p>وعارض ماسك المشروع بشدة، زاعما أن أيا من الأطراف المعنية لا يمتلك التمويل الكافي لإنجازه.</p>
<div class="related"><h3>اقرأ أيضا</h3><ul><li><a href="/2">زلزال يقتل 3000</a></li></ul></div></article>
<div id="comments"><p>تعليق: غادر ماسك عام 1999</p></div>
<footer><p>جميع الحقوق محفوظة</p></footer></body></html>"""


def test_a_page_gives_the_article_alone_and_its_title_once(read: Callable[..., Any]) -> None:
    source, problems = read(PAGE, "a.html")
    assert problems == ()
    assert sentences(source) == [
        "ماسك وألتمان: معركة",
        "كشف التقرير أن إيلون ماسك تقدم بعرض مالي ضخم بلغت قيمته 97.4 مليار دولار للاستحواذ على الأصول الربحية لشركة OpenAI.",
        "رفض ألتمان العرض.",
        "عنوان فرعي",
        "البند | القيمة",
        "وديعة | 45 ألف دولار",
        "وعارض ماسك المشروع بشدة، زاعما أن أيا من الأطراف المعنية لا يمتلك التمويل الكافي لإنجازه.",
    ]
    assert source.sentences[0].part is Part.TITLE
    assert source.text.startswith("ماسك وألتمان: معركة\n\n")
    assert (source.title, source.publisher, source.published, source.language, source.url) == (
        "ماسك وألتمان: معركة", "موقع الأخبار", "2025-02-12", "ar", "https://news.example.com/a/1",
    )  # fmt: skip


@pytest.mark.parametrize(
    "page",
    [
        "<body><nav><a>Home</a></nav><h1>A title</h1><p>Musk left in 2018.</p><p>Altman stayed.</p><footer>Rights</footer></body>",
        "<h1>A title</h1><p>Musk left in 2018.</p><p>Altman stayed.</p>",
        "<!DOCTYPE html><title>A title</title><main><p>Musk left in 2018.</p><div class='related'>X</div><p>Altman stayed.</p></main>",
    ],
)
def test_a_small_page_gives_its_paragraphs_apart(page: str, read: Callable[..., Any]) -> None:
    source, _ = read(page, "a.html")
    assert sentences(source) == ["A title", "Musk left in 2018.", "Altman stayed."]


def test_the_byline_of_a_page_dates_it(read: Callable[..., Any]) -> None:
    page = PAGE.replace("2025-02-12T10:00:00+03:00", "").replace("</h1>", '</h1><p class="byline">تغطية حية – السبت 24 مايو 2025</p>')
    assert read(page, "a.html")[0].published == "2025-05-24"


@pytest.mark.parametrize("page", ["<html><body></body></html>", "<html><body><script>x()</script></body></html>", "<!-- -->"])
def test_a_page_without_an_article_is_a_problem(write: Callable[..., Path], page: str) -> None:
    write({"a.html": page, "b.txt": ARABIC})
    sources, problems = read_sources(["news"])
    assert len(sources) == 1
    assert [problem.code for problem in problems] == ["no-article"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_and_columns_count_every_kind_of_line_end(read: Callable[..., Any], end: str) -> None:
    source, _ = read(f"Title of it{end}{end}  First one. Second\u2028one.{end}Third one.{end}")
    assert [(sentence.line, sentence.column) for sentence in source.sentences] == [(1, 1), (3, 3), (3, 14), (3, 21), (4, 1)]


def test_a_title_and_a_date_are_worked_out_only_where_they_are_clear(read: Callable[..., Any]) -> None:
    source, _ = read("Musk leaves\n\nThe Tidings, 3 July 2024\n\nElon Musk has left the board of the company.\n")
    assert (source.title, source.published, source.publisher) == ("Musk leaves", "2024-07-03", None)
    source, _ = read("Elon Musk left the board of the company on 3 July 2024.\n\nHe said on 5 July 2024 that he was tired of it.\n")
    assert (source.title, source.published) == (None, None)


ANY_TEXT = st.text(max_size=100)
ANY_BYTES = st.one_of(
    st.binary(max_size=300),
    ANY_TEXT.map(lambda text: text.encode("utf-8", "surrogatepass")),
    ANY_TEXT.map(lambda text: f"---\n{text}\n---\n{text}".encode("utf-8", "surrogatepass")),
)
TAGS = [
    "<p>",
    "</p>",
    "<div>",
    "<table><tr><td>",
    "<h1>",
    "</h1>",
    "<br>",
    "<!--",
    "-->",
    "<script>",
    "<html lang=x>",
    "<li>",
    "<blockquote>",
]
PIECES = st.sampled_from([*TAGS, "&#0;", "&#xD800;", "قال. ", "Word one two. ", "<?xml encoding='x'?>", "\x00"])


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(content=ANY_BYTES, suffix=st.sampled_from([".txt", ".md"]))
def test_no_bytes_raise_anything_but_our_own_errors_and_quotes_are_exact(content: bytes, suffix: str, tmp_path: Path) -> None:
    file = tmp_path / f"a{suffix}"
    file.write_bytes(content)
    try:
        sources, _ = read_sources([str(file)])
    except FactcheckError:
        return
    check_laws(sources[0])
    file.unlink()


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(pieces=st.lists(PIECES, max_size=20), tail=st.binary(max_size=20))
def test_no_page_raises_anything_but_our_own_errors(pieces: list[str], tail: bytes, tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_bytes("".join(pieces).encode() + tail)
    try:
        sources, _ = read_sources([str(file)])
    except FactcheckError:
        return
    check_laws(sources[0])


def check_laws(source: Source) -> None:
    lines = source.text.replace("\r\n", "\n\0").replace("\r", "\n").replace("\n\0", "\0\n").split("\n")
    last = 0
    for sentence in source.sentences:
        quote = source.text[sentence.start : sentence.end]
        assert last <= sentence.start < sentence.end
        assert quote == quote.strip()
        assert lines[sentence.line - 1][sentence.column - 1 :].startswith(quote.splitlines()[0][:1])
        last = sentence.end
    spans = sorted((span.start, span.end) for span in (*source.sentences, *source.left_out))
    assert all(left[1] <= right[0] for left, right in pairwise(spans))


def test_undecodable_bytes_say_what_was_found() -> None:
    with pytest.raises(UndecodableError, match="line 2"):
        decode("سطر أول\nسطر ثان\xff".encode() + b"\xff\xfe")
