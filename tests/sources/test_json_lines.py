from __future__ import annotations

import gzip
import io
import json
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.model import Part, Source
from factcheck.problems import FactcheckError, NothingToDo, Problem
from factcheck.sources import iter_articles, iter_sources, read_sources, source_of, unpacking

BODY = "Musk left the board of the company in 2018. People close to him said so on Monday."
ARABIC = "غادر ماسك مجلس إدارة الشركة عام 2018. وقال ألتمان إن الخلاف بدأ قبل ذلك بعام."


def lines(*rows: Any) -> str:
    return "".join(f"{row if isinstance(row, str) else json.dumps(row, ensure_ascii=False)}\n" for row in rows)


def told(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    return [(problem.code, str(problem.location)) for problem in problems]


def quotes(source: Source) -> list[str]:
    return [source.text[sentence.start : sentence.end] for sentence in source.sentences]


@pytest.fixture
def piped(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    def pipe(data: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data), isatty=lambda: False))

    return pipe


def test_a_line_is_an_article_with_what_it_says_of_itself(write: Callable[..., Path]) -> None:
    row = {
        "id": 17,
        "text": BODY,
        "title": " Musk\nleaves ",
        "publisher": "Courier",
        "published": "2025-03-02T10:00:00Z",
        "language": "en-GB",
    }
    write({"wire.jsonl": lines(row | {"url": "https://example.org/fire"}, {"text": ARABIC})})
    sources, problems = read_sources(["news"])
    assert problems == ()
    assert [(source.id, source.path, source.language) for source in sources] == [
        ("17", "news/wire.jsonl", "en"), ("wire-2", "news/wire.jsonl", "ar"),
    ]  # fmt: skip
    first, second = sources
    assert (first.text, first.title, first.publisher, first.published, first.url) == (
        BODY, "Musk leaves", "Courier", "2025-03-02", "https://example.org/fire",
    )  # fmt: skip
    assert (second.title, second.publisher, second.published, second.url) == (None, None, None, None)
    assert quotes(first) == ["Musk left the board of the company in 2018.", "People close to him said so on Monday."]


def test_lines_and_columns_count_in_the_text_of_the_article(write: Callable[..., Path]) -> None:
    write({"wire.ndjson": "\n" + lines({"text": f"Musk leaves\n\n  {BODY}\r\n{BODY}"})})
    source = read_sources(["news"])[0][0]
    assert source.id == "wire-2"
    assert [(sentence.line, sentence.column) for sentence in source.sentences] == [(1, 1), (3, 3), (3, 47), (4, 1), (4, 45)]
    assert source.sentences[0].part is Part.TITLE
    assert source.title == "Musk leaves"


def test_nothing_of_the_text_of_a_line_is_left_out(write: Callable[..., Path]) -> None:
    text = f"{BODY}\n\nRead also:\n\nA second headline that is no sentence\n\nAdvertisement\n\n{BODY}"
    write({"a.jsonl": lines({"text": text}), "b.txt": text})
    lined, plain = read_sources(["news"])[0]
    assert plain.left_out
    assert lined.left_out == ()
    assert "".join("".join(quotes(lined)).split()) == "".join(text.split())


def test_lines_that_were_wrapped_are_joined(write: Callable[..., Path]) -> None:
    wrapped = (
        "The grocer announced on Thursday that it had agreed to buy its\nsmaller rival, the discount grocer from Glasgow, for more than\n"
        "four billion pounds in cash. The two boards had been circling\neach other for years, said Helen Marsh.\n"
    )
    write({"a.jsonl": lines({"text": wrapped})})
    assert len(read_sources(["news"])[0][0].sentences) == 2


def test_sources_stand_in_order_of_path_and_line(write: Callable[..., Path]) -> None:
    row = {"text": BODY}
    write({"b.txt": BODY, "a.jsonl": lines(row, row), "sub/c.jsonl": lines(row), "c.md": BODY, "c.ndjson": lines(row)})
    sources, problems = read_sources(["news", "news/a.jsonl"])
    assert problems == ()
    assert [source.id for source in sources] == ["a-1", "a-2", "b", "c", "c-1", "sub/c-1"]


def test_files_of_one_name_give_ids_that_differ(write: Callable[..., Path]) -> None:
    row = {"text": BODY}
    write({"a.jsonl": lines(row), "a.ndjson": lines(row, {"text": BODY, "id": "b-1"}), "b.jsonl": lines(row), "a-1.txt": BODY})
    assert [source.id for source in read_sources(["news"])[0]] == ["a-1", "a.jsonl-1", "a.ndjson-1", "b-1", "news/b.jsonl-1"]


BAD = [
    ("{", "not-json", 2),
    ('{"text": "x", }', "not-json", None),
    ('{"text": "x"} {"text": "y"}', "not-json", 15),
    ('{"text": ' + "[" * 100_000, "not-json", 1),
    ('{"text": ' + "1" * 5_000 + "}", "not-json", 1),
    ("[1, 2]", "not-an-object", 1),
    ('"text"', "not-an-object", 1),
    ("null", "not-an-object", 1),
    ("{}", "no-text", 1),
    ('{"id": "x", "text": null}', "no-text", 1),
    ('{"id": "x", "text": " \\n"}', "no-text", 13),
    ('{"id": "x", "text": ["a"]}', "not-text", 13),
    ('{"id": "x", "text": 5}', "not-text", 13),
    ('{"text": "قال \udcff', "not-utf8", 15),
]


@pytest.mark.parametrize(("line", "code", "column"), BAD, ids=range(len(BAD)))
def test_a_bad_line_is_named_and_the_others_are_read(write: Callable[..., Path], line: str, code: str, column: int | None) -> None:
    good = lines({"text": BODY})
    write({"a.jsonl": (good + line + "\n" + good).encode("utf-8", "surrogateescape")})
    sources, problems = read_sources(["news"])
    assert [source.id for source in sources] == ["a-1", "a-3"]
    assert [problem.code for problem in problems] == [code]
    place = problems[0].location
    assert place is not None
    assert (place.path, place.line) == ("news/a.jsonl", 2)
    assert column in (place.column, None)


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("published", "yesterday", "unreadable-date"),
        ("published", 1_700_000_000, "unreadable-date"),
        ("language", "klingon", "unknown-language"),
        ("title", ["Musk"], "not-text"),
        ("id", True, "not-text"),
        ("url", 5, "not-text"),
    ],
)
def test_what_cannot_be_read_of_a_field_is_named_and_the_article_is_read(
    write: Callable[..., Path], field: str, value: Any, code: str
) -> None:
    write({"a.jsonl": lines({"text": f'"{field}": {BODY}', field: value})})
    sources, problems = read_sources(["news"])
    assert [source.id for source in sources] == ["a-1"]
    line = (Path("news") / "a.jsonl").read_text(encoding="utf-8")
    assert told(problems) == [(code, f"news/a.jsonl:1:{line.rindex(chr(34) + field) + 1}")]


def test_an_id_that_was_given_already_is_named_with_both_places(write: Callable[..., Path]) -> None:
    write({
        "a.jsonl": lines({"id": "x", "text": BODY}, {"text": BODY, "id": "x"}),
        "b.jsonl": lines({"id": "x", "text": BODY}, {"id": "c", "text": BODY}, {"id": "a-2", "text": BODY}),
        "c.txt": BODY,
    })  # fmt: skip
    sources, problems = read_sources(["news"])
    assert [source.id for source in sources] == ["x", "a-2", "b-1", "b-2", "b-3", "c"]
    place = lines({"text": BODY, "id": "x"}).index('"id"') + 1
    assert told(problems) == [
        ("duplicate-id", f"news/a.jsonl:2:{place}"), ("duplicate-id", "news/b.jsonl:1:2"),
        ("duplicate-id", "news/b.jsonl:2:2"), ("duplicate-id", "news/b.jsonl:3:2"),
    ]  # fmt: skip
    assert [problem.message.partition(" has")[0] for problem in problems] == [
        "news/a.jsonl:1", "news/a.jsonl:1", "news/c.txt", "news/a.jsonl:2",
    ]  # fmt: skip


def test_many_bad_lines_are_summed_up_after_ten(write: Callable[..., Path]) -> None:
    write({"a.jsonl": lines({"text": BODY}, *(["{"] * 200), *([{"id": 1}] * 24)), "b.jsonl": lines("{", {"text": BODY})})
    sources, problems = read_sources(["news"])
    assert [source.id for source in sources] == ["a-1", "b-2"]
    assert [problem.code for problem in problems] == ["not-json"] * 10 + ["more-bad-lines", "not-json"]
    assert problems[10].message == "and 214 more lines like it; in all not-json (200), no-text (24)"
    assert str(problems[10].location) == "news/a.jsonl"


def test_fields_that_are_not_read_are_counted(write: Callable[..., Path]) -> None:
    write({"a.jsonl": lines({"text": BODY, "author": "A", "tags": []}, {"text": BODY, "author": "B"})})
    _, problems = read_sources(["news"])
    assert told(problems) == [("ignored-fields", "news/a.jsonl")]
    assert problems[0].message.endswith(": author (2), tags (1)")


@pytest.mark.parametrize("content", ["", "\n \n"])
def test_a_file_without_an_article_is_a_problem(write: Callable[..., Path], content: str) -> None:
    write({"a.jsonl": content, "b.txt": BODY})
    assert told(read_sources(["news"])[1]) == [("empty-file", "news/a.jsonl")]


def test_where_no_line_can_be_read_there_is_nothing_to_do(write: Callable[..., Path]) -> None:
    write({"a.jsonl": lines("{")})
    with pytest.raises(NothingToDo) as caught:
        read_sources(["news"])
    assert [problem.code for problem in caught.value.problems] == ["no-sources", "not-json"]


def test_the_list_of_sources_names_fields_and_says_what_holds_for_all_lines(write: Callable[..., Path]) -> None:
    write({
        "wire.jsonl": lines({"body": BODY, "date": "2025-03-02"}, {"body": BODY, "publisher": "Tidings", "id": "x"}),
        "sources.yaml": "wire.jsonl:\n  id: w\n  publisher: Courier\n  fields: {text: body, published: date}\n",
    })  # fmt: skip
    sources, problems = read_sources(["news"])
    assert problems == ()
    assert [(source.id, source.publisher, source.published) for source in sources] == [
        ("w-1", "Courier", "2025-03-02"),
        ("x", "Tidings", None),
    ]


def test_an_unknown_field_name_is_a_problem_that_lists_the_known_ones(write: Callable[..., Path]) -> None:
    write({
        "a.jsonl": lines({"text": BODY}), "b.ndjson": lines({"text": BODY}), "c.txt": BODY,
        "sources.yaml": "a.jsonl:\n  fields:\n    txt: body\n    text: [body]\nb.ndjson:\n  fields: body\nc.txt:\n  fields: {text: body}\n",
    })  # fmt: skip
    sources, problems = read_sources(["news"])
    assert [source.id for source in sources] == ["a-1", "b-1", "c"]
    assert told(problems) == [
        ("unknown-field", "news/sources.yaml:3:5"), ("not-field-names", "news/sources.yaml:4:5"),
        ("not-field-names", "news/sources.yaml:6:3"), ("unknown-key", "news/sources.yaml:8:3"),
    ]  # fmt: skip
    assert problems[0].help == "did you mean text? the fields are text, id, title, publisher, published, language, url"


def zstd(data: bytes) -> bytes:
    packed: bytes = pytest.importorskip("zstandard").ZstdCompressor(write_checksum=True).compress(data)
    return packed


PACKINGS = [pytest.param(gzip.compress, ".gz", id="gzip"), pytest.param(zstd, ".zst", id="zstd")]
MANY = lines(*({"id": f"n{number}", "text": f"{BODY} {number}. {ARABIC}"} for number in range(500))).encode()


@pytest.mark.parametrize(("pack", "ending"), PACKINGS)
def test_a_packed_file_reads_as_the_file_itself(write: Callable[..., Path], pack: Callable[[bytes], bytes], ending: str) -> None:
    half = MANY.index(b"\n", len(MANY) // 2) - 7
    write({"a.jsonl": MANY, f"sub/a.jsonl{ending}": pack(MANY[:half]) + pack(MANY[half:])})
    whole = read_sources(["news/a.jsonl"])[0]
    packed = read_sources(["news/sub"])[0]
    assert len(whole) == 500
    assert [source.path for source in packed[:1]] == [f"news/sub/a.jsonl{ending}"]
    assert [(source.id, source.text, source.sentences) for source in packed] == [
        (source.id, source.text, source.sentences) for source in whole
    ]


@pytest.mark.parametrize(("pack", "ending"), PACKINGS)
def test_of_a_packed_file_that_is_cut_off_the_lines_before_are_read(
    write: Callable[..., Path], pack: Callable[[bytes], bytes], ending: str
) -> None:
    packed = pack(lines({"text": BODY}).encode()) + pack(MANY)[:-20]
    write({f"a.jsonl{ending}": packed, "b.txt": BODY})
    sources, problems = read_sources(["news"])
    assert sources[0].id == "a-1"
    assert sources[-1].id == "b"
    assert told(problems) == [("broken-file", f"news/a.jsonl{ending}:{len(sources)}")]


@pytest.mark.parametrize(("pack", "ending"), PACKINGS)
def test_a_packed_file_that_is_damaged_is_a_problem(write: Callable[..., Path], pack: Callable[[bytes], bytes], ending: str) -> None:
    packed = bytearray(pack(MANY))
    packed[len(packed) // 2 : len(packed) // 2 + 40] = b"\xff" * 40
    write({f"a.jsonl{ending}": bytes(packed), "b.txt": BODY})
    assert "broken-file" in [problem.code for problem in read_sources(["news"])[1]]


def test_without_the_package_for_zstd_the_message_says_what_to_install(write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "zstandard", None)
    write({"a.jsonl.zst": b"\x28\xb5\x2f\xfd" + b"x" * 20, "b.txt": BODY})
    sources, problems = read_sources(["news"])
    assert [source.id for source in sources] == ["b"]
    assert told(problems) == [("no-unpacker", "news/a.jsonl.zst")]
    assert "pip install zstandard" in (problems[0].help or "")


class _Stored:
    """Unpacks what is one mark and then plain text up to a full stop, as zstd would unpack a file of its own."""

    def __init__(self, **_: Any) -> None:
        self.eof, self.unused_data = False, b""

    def decompressobj(self) -> _Stored:
        return self

    def decompress(self, data: bytes) -> bytes:
        content, end, self.unused_data = data.removeprefix(b"\x28\xb5\x2f\xfd").partition(b"\0")
        self.eof = bool(end)
        return content


def test_zstd_is_unpacked_by_its_package(write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "zstandard", SimpleNamespace(ZstdDecompressor=_Stored))
    packed = b"\x28\xb5\x2f\xfd" + lines({"text": BODY}).encode() + b"\0"
    write({"a.ndjson.zst": packed + packed})
    sources, problems = read_sources(["news"])
    assert [source.id for source in sources] == ["a-1", "a-2"]
    assert problems == ()


def test_a_line_that_is_too_long_is_passed_over(write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "LONGEST", 1_000)
    monkeypatch.setattr(unpacking, "_PACKED", 100)
    monkeypatch.setattr(unpacking, "_PLAIN", 100)
    write({"a.jsonl": lines({"text": BODY}, {"text": BODY * 20}, {"text": BODY}, {"text": BODY * 20}).rstrip()})
    sources, problems = read_sources(["news"])
    assert [source.id for source in sources] == ["a-1", "a-3"]
    assert told(problems) == [("line-too-long", "news/a.jsonl:2:1"), ("line-too-long", "news/a.jsonl:4:1")]


def test_a_mark_at_the_start_and_line_ends_of_windows_do_not_matter(write: Callable[..., Path]) -> None:
    write({"a.jsonl": b"\xef\xbb\xbf" + lines({"text": BODY}, {"text": BODY}).replace("\n", "\r\n").encode()})
    sources, problems = read_sources(["news"])
    assert [source.text for source in sources] == [BODY, BODY]
    assert problems == ()


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_standard_input_is_read_as_lines(
    write: Callable[..., Path], piped: Callable[[bytes], None], pack: Callable[[bytes], bytes]
) -> None:
    write({"b.txt": BODY})
    piped(pack(lines({"text": BODY}, "{", {"id": "x", "text": BODY}).encode()))
    sources, problems = read_sources(["news", "-"])
    assert [(source.id, source.path) for source in sources] == [("stdin-1", "-"), ("x", "-"), ("b", "news/b.txt")]
    assert told(problems) == [("not-json", "-:2:2")]


def test_standard_input_can_be_read_once_only(piped: Callable[[bytes], None]) -> None:
    piped(lines({"text": BODY}).encode())
    with pytest.raises(FactcheckError) as caught:
        read_sources(["-", "-"])
    assert (caught.value.exit_code, caught.value.problems[0].code) == (2, "input-twice")


def test_a_terminal_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: True))
    with pytest.raises(FactcheckError) as caught:
        read_sources(["-"])
    assert (caught.value.exit_code, caught.value.problems[0].code) == (2, "no-input")


def test_sources_are_yielded_one_by_one_before_the_rest_is_read(piped: Callable[[bytes], None]) -> None:
    piped(MANY * 50)
    stream = iter_sources(["-"])
    assert isinstance(first := next(stream), Source)
    assert first.id == "n0"
    assert sys.stdin.buffer.tell() < len(MANY) * 25
    stream.close()


def test_what_is_yielded_is_what_is_returned(write: Callable[..., Path]) -> None:
    write(
        {
            "a.jsonl": lines({"text": BODY}, "{", {"text": ARABIC}),
            "b.txt": "",
            "c.md": f"---\nid: x\n---\n{BODY}",
            "d.md": BODY,
            "e.pdf": "",
        }
    )
    stream = list(iter_sources(["news"]))
    sources, problems = read_sources(["news"])
    assert tuple(each for each in stream if isinstance(each, Source)) == sources
    assert tuple(each for each in stream if isinstance(each, Problem)) == problems
    divided = [each if isinstance(each, Problem) else source_of(each) for each in iter_articles(["news"])]
    assert divided == stream
    assert [each.code if isinstance(each, Problem) else each.id for each in stream] == [
        "other-file-kinds", "a-1", "not-json", "a-3", "empty-file", "x", "d",
    ]  # fmt: skip


def test_an_article_with_half_a_character_is_read_as_it_is(write: Callable[..., Path]) -> None:
    write({"a.jsonl": '{"text": "Musk left in 2018 \\ud83d. He said so."}\n'})
    source = read_sources(["news"])[0][0]
    assert source.text == "Musk left in 2018 \ud83d. He said so."
    assert len(source.sentences) == 2


ANY_TEXT = st.text(max_size=80).filter(lambda text: bool(text.strip()))
ROWS = st.lists(
    st.fixed_dictionaries({"text": ANY_TEXT}, optional={"title": st.text(max_size=20), "publisher": st.text(max_size=20)}),
    min_size=1,
    max_size=6,
)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(rows=ROWS, escaped=st.booleans(), packed=st.booleans(), end=st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_every_text_survives_exactly_and_spans_quote_it(
    rows: list[dict[str, str]], escaped: bool, packed: bool, end: str, tmp_path: Path
) -> None:
    data = "".join(json.dumps(row, ensure_ascii=escaped) + end for row in rows).encode("utf-8")
    file = tmp_path / "a.jsonl"
    file.write_bytes(gzip.compress(data) if packed else data)
    sources, problems = read_sources([str(file)])
    assert problems == ()
    assert [source.text for source in sources] == [row["text"] for row in rows]
    for source in sources:
        spans = [(sentence.start, sentence.end) for sentence in source.sentences]
        assert all(left[1] <= right[0] for left, right in pairwise(spans))
        assert "".join("".join(quotes(source)).split()) == "".join(source.text.split())
        for sentence in source.sentences:
            quote = source.text[sentence.start : sentence.end]
            assert quote == quote.strip()
            assert sentence.line == len(source.text[: sentence.start].replace("\r\n", "\n").replace("\r", "\n").split("\n"))


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    pieces=st.lists(
        st.one_of(st.binary(max_size=30), st.sampled_from([b'{"text": "', b'"}\n', b"\n", b'{"id": 1, "text": "a"}\n', b"\x1f\x8b"])),
        max_size=12,
    )
)
def test_no_bytes_raise_anything_but_our_own_errors(pieces: list[bytes], tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes(b"".join(pieces))
    with suppress(FactcheckError):
        read_sources([str(file)])


@given(data=st.binary(max_size=300), size=st.integers(1, 40), packed=st.booleans())
def test_lines_are_those_between_line_feeds_however_they_are_read(data: bytes, size: int, packed: bool) -> None:
    content = b"x" + data
    expected = content.split(b"\n")
    expected = expected[:-1] if expected[-1] == b"" else expected
    file = io.BytesIO(gzip.compress(content) if packed else content)
    assert list(_lines_in_pieces(file, size)) == expected


def _lines_in_pieces(file: io.BytesIO, size: int) -> Iterator[bytes | None]:
    """Return the lines of a file that hands out a few bytes at a time."""
    first = file.read(4)

    class Slow:
        def read(self, _: int) -> bytes:
            nonlocal first
            given, first = first, b""
            return given or file.read(size)

    return unpacking.lines_of(Slow())  # type: ignore[arg-type]


def test_unpacking_holds_to_what_zlib_offers() -> None:
    unpacker = zlib.decompressobj(wbits=31)
    assert unpacker.decompress(gzip.compress(b"a") + b"b") == b"a"
    assert (unpacker.eof, unpacker.unused_data) == (True, b"b")
