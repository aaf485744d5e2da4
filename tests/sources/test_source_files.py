from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factcheck.problems import FactcheckError, NothingToDo
from factcheck.sources import read_sources

BODY = "Musk left the board of the company in 2018, people close to him said.\n"


def codes(problems: tuple[Any, ...]) -> list[str]:
    return [problem.code for problem in problems]


def test_sources_stand_in_path_order_with_the_folder_as_given(write: Callable[..., Path]) -> None:
    write({"b.txt": BODY, "a.md": BODY, "sub/c.txt": BODY})
    sources, problems = read_sources(["news/"])
    assert [source.path for source in sources] == ["news/a.md", "news/b.txt", "news/sub/c.txt"]
    assert [source.id for source in sources] == ["a", "b", "sub/c"]
    assert problems == ()
    assert read_sources(["./news"])[0][0].path == "./news/a.md"


def test_a_file_can_be_named_itself(write: Callable[..., Path]) -> None:
    write({"sub/c.txt": BODY, "other.txt": BODY})
    sources, _ = read_sources(["news/sub/c.txt"])
    assert [(source.id, source.path) for source in sources] == [("c", "news/sub/c.txt")]


def test_ids_keep_the_extension_only_where_two_would_be_equal(write: Callable[..., Path]) -> None:
    write({"a.txt": BODY, "a.md": BODY, "b.txt": BODY})
    assert [source.id for source in read_sources(["news"])[0]] == ["a.md", "a.txt", "b"]


def test_equal_ids_of_several_folders_are_told_apart(write: Callable[..., Path]) -> None:
    write({"one/a.txt": BODY, "two/a.txt": BODY, "two/b.txt": BODY})
    sources, _ = read_sources(["news/one", "news/two"])
    assert [source.id for source in sources] == ["news/one/a.txt", "news/two/a.txt", "b"]


def test_a_written_id_wins_and_a_second_one_like_it_is_a_problem_that_names_both(write: Callable[..., Path]) -> None:
    write({"a.md": f"---\nid: x\n---\n{BODY}", "b.md": f"---\nid: x\n---\n{BODY}", "c.txt": BODY, "sources.yaml": "c.txt:\n  id: a\n"})
    sources, problems = read_sources(["news"])
    assert [source.id for source in sources] == ["x", "b", "a"]
    assert codes(problems) == ["duplicate-id"]
    assert "news/a.md" in problems[0].message
    assert "news/b.md" in problems[0].message


def test_a_file_that_is_reached_twice_is_one_source(write: Callable[..., Path]) -> None:
    write({"a.txt": BODY, "b.txt": BODY})
    assert len(read_sources(["news", "news/a.txt", "news"])[0]) == 2


def test_hidden_files_and_the_list_itself_are_passed_over_in_silence(write: Callable[..., Path]) -> None:
    write({"a.txt": BODY, ".hidden.txt": BODY, ".git/x.txt": BODY, "sources.yaml": ""})
    sources, problems = read_sources(["news"])
    assert [source.id for source in sources] == ["a"]
    assert problems == ()


def test_files_of_other_kinds_give_one_warning_with_up_to_five_names(write: Callable[..., Path]) -> None:
    write({"a.txt": BODY} | {f"{number}.pdf": b"%PDF" for number in range(7)})
    _, problems = read_sources(["news"])
    assert codes(problems) == ["other-file-kinds"]
    assert problems[0].message == "7 files of other kinds were passed over: news/0.pdf, news/1.pdf, news/2.pdf, news/3.pdf, news/4.pdf, …"


def test_loops_of_links_end(write: Callable[..., Path]) -> None:
    folder = write({"sub/a.txt": BODY})
    (folder / "sub" / "loop").symlink_to(folder, target_is_directory=True)
    (folder / "sub" / "b.txt").symlink_to(folder / "sub" / "a.txt")
    (folder / "broken.txt").symlink_to(folder / "nowhere.txt")
    sources, problems = read_sources(["news"])
    assert [source.path for source in sources] == ["news/sub/a.txt"]
    assert codes(problems) == ["unreadable-file"]


def test_a_link_to_itself_is_a_file_that_cannot_be_read(write: Callable[..., Path]) -> None:
    folder = write({"a.txt": BODY})
    (folder / "loop.txt").symlink_to("loop.txt")
    sources, problems = read_sources(["news"])
    assert [source.path for source in sources] == ["news/a.txt"]
    assert codes(problems) == ["unreadable-file"]


def test_a_list_holds_however_the_path_to_its_folder_is_spelt(write: Callable[..., Path]) -> None:
    write({"a.txt": BODY, "b.txt": BODY, "sources.yaml": "a.txt: {id: first}\nb.txt: {id: second}\n"})
    sources, problems = read_sources(["./news/a.txt", "news"])
    assert [source.id for source in sources] == ["first", "second"]
    assert problems == ()


def test_a_file_of_front_matter_alone_is_passed_over_aloud(write: Callable[..., Path]) -> None:
    write({"a.txt": BODY, "b.md": "---\nfoo: bar\n---\n"})
    assert codes(read_sources(["news"])[1]) == ["unknown-key", "empty-file"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty-file"),
        (b" \n\t\r\n", "empty-file"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\1\2\3", "unknown-encoding"),
        ("ماسك غادر".encode() + b"\xff" + "الشركة".encode(), "unknown-encoding"),
        (b"\xff\xfe\x00", "unknown-encoding"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_problem_and_the_others_go_on(write: Callable[..., Path], content: bytes, code: str) -> None:
    write({"bad.txt": content, "good.txt": BODY})
    sources, problems = read_sources(["news"])
    assert [source.id for source in sources] == ["good"]
    assert codes(problems) == [code]
    assert problems[0].location is not None
    assert problems[0].location.path == "news/bad.txt"


def test_a_file_over_50_megabytes_is_a_problem(write: Callable[..., Path]) -> None:
    folder = write({"good.txt": BODY, "big.txt": BODY})
    os.truncate(folder / "big.txt", 50 * 1024 * 1024 + 1)
    assert codes(read_sources(["news"])[1]) == ["file-too-large"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_a_problem(write: Callable[..., Path]) -> None:
    folder = write({"good.txt": BODY, "secret.txt": BODY})
    (folder / "secret.txt").chmod(0)
    assert codes(read_sources(["news"])[1]) == ["unreadable-file"]


def test_a_path_that_does_not_exist_stops_the_run_with_a_guess(write: Callable[..., Path]) -> None:
    write({"a.txt": BODY})
    with pytest.raises(FactcheckError) as caught:
        read_sources(["nwes", "also-missing"])
    assert caught.value.exit_code == 2
    assert codes(caught.value.problems) == ["no-such-path", "no-such-path"]
    assert caught.value.problems[0].help == "did you mean news?"


def test_a_path_that_is_neither_file_nor_folder_stops_the_run(write: Callable[..., Path]) -> None:
    os.mkfifo(write({}) / "pipe.txt")
    with pytest.raises(FactcheckError) as caught:
        read_sources(["news/pipe.txt"])
    assert caught.value.exit_code == 2


@pytest.mark.parametrize("files", [{}, {"a.txt": ""}, {"a.pdf": "x"}])
def test_no_readable_source_is_nothing_to_do_and_says_why(write: Callable[..., Path], files: dict[str, str]) -> None:
    write(files)
    with pytest.raises(NothingToDo) as caught:
        read_sources(["news"])
    assert codes(caught.value.problems)[0] == "no-sources"
    assert len(caught.value.problems) == 1 + len(files)


def test_the_nearest_list_says_what_is_known_and_front_matter_wins(write: Callable[..., Path]) -> None:
    write({
        "sub/a.md": f"---\ntitle: Mine\n---\n{BODY}",
        "sub/b.txt": BODY,
        "c.txt": BODY,
        "sources.yaml": "sub/a.md: {title: Far, publisher: Far}\nsub/b.txt:\n  title: No\nc.txt: {published: 2025-02-12T10:00, url: 'http://x'}\n",
        "sub/sources.yaml": "a.md: {title: Near, publisher: Near}\n",
    })  # fmt: skip
    sources, problems = read_sources(["news"])
    known = {source.path: source for source in sources}
    assert (known["news/sub/a.md"].title, known["news/sub/a.md"].publisher) == ("Mine", "Near")
    assert known["news/sub/b.txt"].title == "No"
    assert (known["news/c.txt"].published, known["news/c.txt"].url) == ("2025-02-12", "http://x")
    assert problems == ()


def test_slips_in_the_list_are_warnings_with_their_place(write: Callable[..., Path]) -> None:
    write(
        {"a.txt": BODY, "sources.yaml": "a.txt:\n  titel: X\n  published: yesterday\n  language: Klingon\nb.txt:\n  title: Y\nc.txt: Z\n"}
    )
    _, problems = read_sources(["news"])
    assert [(problem.code, str(problem.location)) for problem in problems] == [
        ("unknown-key", "news/sources.yaml:2:3"),
        ("unreadable-date", "news/sources.yaml:3:3"),
        ("unknown-language", "news/sources.yaml:4:3"),
        ("not-an-entry", "news/sources.yaml:7:1"),
        ("no-such-file", "news/sources.yaml:5:1"),
    ]
    assert problems[0].help == "did you mean title?"
    assert problems[4].help == "did you mean a.txt?"


@pytest.mark.parametrize("content", ["- a.txt", "a: [", "a.txt: &x {title: T}\nb.txt: *x", b"\xff\xfe\x00"])
def test_a_list_that_cannot_be_used_stops_the_run(write: Callable[..., Path], content: str | bytes) -> None:
    write({"a.txt": BODY, "sources.yaml": content})
    with pytest.raises(FactcheckError) as caught:
        read_sources(["news"])
    assert caught.value.exit_code == 2
    assert codes(caught.value.problems) == ["unusable-sources-list"]


def test_the_same_files_give_the_same_sources(write: Callable[..., Path]) -> None:
    write({"a.txt": BODY, "b.html": f"<html><body><h1>T</h1><p>{BODY}</p></body></html>", "c.md": BODY})
    assert read_sources(["news"]) == read_sources(["news"])
