"""Which files are read, and which cannot be."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.catalogue import files, read_catalogue
from factcheck.problems import FactcheckError, NothingToDo

Problems = Callable[[str | bytes], list[str]]

CLAIMS = "questions:\n- question: q\n  claims: [a, b]\n"


@pytest.mark.parametrize("path", ["claims", "no/such/folder", "x\0y", "a" * 5000])
@pytest.mark.usefixtures("folder")
def test_a_path_that_is_not_there_is_an_error_with_help(path: str) -> None:
    with pytest.raises(FactcheckError) as raised:
        read_catalogue(path)
    assert raised.value.exit_code == 2
    (problem,) = raised.value.problems
    assert str(problem).startswith(f"{path}: error[no-such-path]: there is no file or folder of this name\n  help: ")
    assert "--claims claims" in str(problem.help)


def test_the_nearest_name_beside_it_is_proposed(folder: Path) -> None:
    (folder / "claims").mkdir()
    with pytest.raises(FactcheckError, match=r"help: did you mean 'claims'\?"):
        read_catalogue("claim")


def test_a_folder_without_catalogue_files_is_nothing_to_do(folder: Path) -> None:
    (folder / "notes.txt").write_text("x", encoding="utf-8")
    with pytest.raises(NothingToDo, match=r"error\[no-questions\]: there is no \.yaml or \.yml file in this folder"):
        read_catalogue(str(folder))


def test_hidden_files_and_folders_are_passed_over(folder: Path) -> None:
    (folder / ".git").mkdir()
    for name in (".git/x.yaml", "._c.yaml"):
        (folder / name).write_bytes(b"\xff")
    (folder / "c.yaml").write_text(CLAIMS, encoding="utf-8")
    assert read_catalogue(str(folder))[0].paths == (f"{folder.as_posix()}/c.yaml",)


def test_a_file_is_read_whatever_its_ending(folder: Path) -> None:
    (folder / "c.txt").write_text(CLAIMS, encoding="utf-8")
    assert read_catalogue("./c.txt")[0].paths == ("./c.txt",)


def test_a_file_name_in_another_encoding_can_be_printed(folder: Path) -> None:
    try:
        (folder / os.fsdecode(b"\xe9.yaml")).write_text("questions: [", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    with pytest.raises(FactcheckError) as raised:
        read_catalogue(".")
    assert str(raised.value).encode("utf-8").decode("utf-8").startswith("./\ufffd.yaml:1:12: error")


def test_a_link_to_nothing_is_an_error(folder: Path) -> None:
    (folder / "c.yaml").symlink_to(folder / "gone")
    with pytest.raises(FactcheckError, match=r"\./c\.yaml: error\[cannot-read\]: this file cannot be read: No such file"):
        read_catalogue(".")


def test_a_file_above_the_limit_is_refused_unread(problems: Problems, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 1_000_000)
    (problem,) = problems(CLAIMS + "#" * 1_000_000)
    assert problem.splitlines() == [
        "c.yaml: error[file-too-large]: this file is larger than 1 MB",
        "  help: split it into several .yaml files in one folder; they are read as one catalogue",
    ]


def test_bytes_that_are_not_utf8_are_named_with_their_place(problems: Problems) -> None:
    (problem,) = problems("questions:\n- question: متى".encode() + "\u0639".encode("cp1256"))
    assert problem.startswith("c.yaml:2:16: error[not-utf8]: byte 0xDA (number 30 of the file) is not UTF-8")
    assert "help: open it in your editor and save it again with the encoding UTF-8" in problem


def test_utf16_is_called_by_its_name(problems: Problems) -> None:
    (problem,) = problems(CLAIMS.encode("utf-16"))
    assert problem.startswith("c.yaml:1:1: error[not-utf8]: this file is UTF-16")


@pytest.mark.parametrize("control", ["\0", "\x07", "\x1b", "\x7f", "\x9f", "\ufffe"])
def test_control_characters_are_named_and_hide_nothing(problems: Problems, control: str) -> None:
    found = problems(f"questions:\n- question: q\n  claims: [a{control}, b]\n  tipe: year\n")
    assert found[0].startswith(
        f"c.yaml:3:13: error[control-character]: the control character U+{ord(control):04X} may not stand in a catalogue"
    )
    assert found[1].startswith("c.yaml:4:3: error[unknown-key]")


def test_a_file_full_of_control_characters_is_no_catalogue(problems: Problems) -> None:
    (problem,) = problems(b"\0" * 50)
    assert "U+0000 may not stand in a catalogue (and 49 more in this file)" in problem
    assert "this looks like another kind of file" in problem
