"""Articles one after the other: the report is the same whoever read them, and only what changed is read again."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck import pipeline
from factcheck.gathering import kept_copies, remembering
from factcheck.gathering.reading import Outcome, Reader, Task
from factcheck.reports.json_report import build
from factcheck.reports.json_text import dumps
from factcheck.store import Store

CLAIMS = """
names:
  orvix: [Orvix, أورفكس]
  kestrel: [Kestrel]
questions:
  - id: bought
    question: When did Orvix buy Kestrel?
    claims:
      - {id: bought-2018, text: Orvix bought Kestrel in 2018}
      - {id: bought-2019, text: Orvix bought Kestrel in 2019}
  - id: closed
    question: Will Orvix close its plant?
    claims:
      - {id: closes, text: Orvix will close its plant}
      - {id: stays, text: Orvix will not close its plant}
  - id: led
    question: Who leads Kestrel?
    claims:
      - {id: led-marsh, text: Helen Marsh leads Kestrel}
      - {id: led-tighe, text: Alan Tighe leads Kestrel}
"""
SENTENCES = (
    "Orvix bought Kestrel in 2018.",
    "Orvix acquired Kestrel in 2019, a union said.",
    "Orvix will close its plant. A spokesman denied this.",
    "Helen Marsh leads Kestrel.",
    "Kestrel is led by Alan Tighe, and its plant has a new roof.",
    "The olives came in early this year.",
    "اشترت أورفكس شركة كستريل عام 2018.",
)
CLOSED, LED = CLAIMS[CLAIMS.index("  - id: closed") : CLAIMS.index("  - id: led")], CLAIMS[CLAIMS.index("  - id: led") :]
EDITS = {
    "another value": ("Orvix bought Kestrel in 2019", "Orvix bought Kestrel in 2017"),
    "another word": ("Orvix will close its plant", "Orvix will shut its plant"),
    "a word that other questions have": ("Helen Marsh leads Kestrel", "Helen Marsh bought Kestrel"),
    "a new spelling": ("kestrel: [Kestrel]", "kestrel: [Kestrel, كستريل]"),
    "a new name": ("Alan Tighe leads", "Moira Brandt leads"),
    "another id": ("bought-2019", "bought-19"),
    "a question less": (CLOSED, ""),
    "another order": (CLOSED + LED, LED + CLOSED),
    "synonyms": ("questions:", "synonyms:\n  - [leads, has a new roof]\nquestions:"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "claims.yaml").write_text(CLAIMS, encoding="utf-8")
    (tmp_path / "articles").mkdir()
    for number in range(12):
        text = " ".join(SENTENCES[(number + step * 3) % len(SENTENCES)] for step in range(3))
        (tmp_path / "articles" / f"{number:02}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def report(folder: Path, store: Path | None = None, jobs: int = 1) -> str:
    opened = Store(store) if store else None
    try:
        made = pipeline.run(str(folder / "claims.yaml"), [str(folder / "articles")], pipeline.Memory(opened, jobs))
    finally:
        if opened:
            opened.close()
            assert opened.problems == []
    return dumps(build(made))


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[Task]:
    """Return what is read from now on, in order."""
    tasks: list[Task] = []
    original = Reader.read

    def spy(self: Reader, task: Task) -> Outcome:
        tasks.append(task)
        return original(self, task)

    monkeypatch.setattr(Reader, "read", spy)
    return tasks


@pytest.fixture
def soon_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let other processes take over after the first articles."""
    monkeypatch.setattr(remembering, "_BATCH", 2)
    monkeypatch.setattr(remembering, "_ALONE", 2)


def test_one_article_after_the_other_is_all_at_once(folder: Path) -> None:
    whole = pipeline.run_whole(str(folder / "claims.yaml"), [str(folder / "articles")])
    assert report(folder) == dumps(build(whole))
    assert whole.evidence


@pytest.mark.usefixtures("soon_together")
def test_serial_parallel_and_remembered_are_one_byte_for_byte(folder: Path) -> None:
    fresh = report(folder)
    assert report(folder, jobs=2) == fresh
    store = folder / "store"
    assert report(folder, store, jobs=2) == fresh
    assert report(folder, store) == fresh


def test_an_unchanged_run_reads_nothing(folder: Path, read: list[Task], monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = report(folder, folder / "store")
    read.clear()
    monkeypatch.setattr(remembering, "Drawn", None)
    assert report(folder, folder / "store") == fresh
    assert read == []


def test_copies_are_remembered_while_the_articles_are_the_same(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wire = " ".join(f"The paper of day {number} had news of the river, the mill and the olives." for number in range(6))
    for name in ("wire", "reprint"):
        (folder / "articles" / f"{name}.txt").write_text(wire, encoding="utf-8")
    fresh = report(folder, folder / "store")
    assert '"copy_of": "reprint"' in fresh
    with monkeypatch.context() as patch:
        patch.setattr(kept_copies, "find_copies", None)
        assert report(folder, folder / "store") == fresh
    (folder / "articles" / "reprint.txt").write_text("Orvix bought Kestrel in 2018.", encoding="utf-8")
    assert report(folder, folder / "store") == report(folder)


def test_one_changed_article_is_read_again_alone(folder: Path, read: list[Task]) -> None:
    report(folder, folder / "store")
    read.clear()
    (folder / "articles" / "03.txt").write_text("Orvix bought Kestrel in 2019. Helen Marsh leads Kestrel.", encoding="utf-8")
    again = report(folder, folder / "store")
    assert [task.article.id for task in read] == ["03"]
    assert again == report(folder)


def test_one_edited_question_is_matched_again_alone(folder: Path, read: list[Task]) -> None:
    report(folder, folder / "store")
    read.clear()
    (folder / "claims.yaml").write_text(CLAIMS.replace(*EDITS["another id"]), encoding="utf-8")
    again = report(folder, folder / "store")
    assert {task.asked for task in read} == {frozenset({0})}
    read.clear()
    assert report(folder, folder / "store") == again
    assert read == []


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_an_edited_catalogue_says_what_it_says_without_a_store(folder: Path, edit: tuple[str, str]) -> None:
    report(folder, folder / "store")
    assert edit[0] in CLAIMS
    (folder / "claims.yaml").write_text(CLAIMS.replace(*edit), encoding="utf-8")
    assert report(folder, folder / "store") == report(folder)
    (folder / "claims.yaml").write_text(CLAIMS, encoding="utf-8")
    assert report(folder, folder / "store") == report(folder)


FAR_REACHING = {
    # The word of the one question is nearer to what stands in the article than that of the other, which it then no longer fills.
    "a word": ("Orvix will sell its zorblers.", "Helen Marsh leads Kestrel", "Helen Marsh leads the zorblers of Kestrel"),
    # A year of which the catalogue speaks is no longer one of long ago.
    "a year": ("---\ndate: 2026-02-03\n---\nOrvix sold its zorbler in 2017.", "bought Kestrel in 2019", "bought Kestrel in 2017"),
    "a name": ("Helen Marsh leads the Vireo Group.", "kestrel: [Kestrel]", "kestrel: [Kestrel, Vireo Group]"),
}


@pytest.mark.parametrize(("article", "before", "after"), FAR_REACHING.values(), ids=FAR_REACHING)
def test_an_edit_that_changes_how_an_article_is_read_for_other_questions(folder: Path, article: str, before: str, after: str) -> None:
    (folder / "articles" / "far.txt").write_text(article, encoding="utf-8")
    claims = CLAIMS.replace("close its plant", "sell its zorbler")
    (folder / "claims.yaml").write_text(claims, encoding="utf-8")
    first = report(folder, folder / "store")
    (folder / "claims.yaml").write_text(claims.replace(before, after), encoding="utf-8")
    fresh = report(folder)
    assert said_by("far", fresh) != said_by("far", first)
    assert report(folder, folder / "store") == fresh


NAMED = """
names: {orvix: [Orvix], kestrel: [Kestrel], vireo: [Vireo], amsel: [Amsel]}
questions:
  - id: bought
    question: When did Orvix buy Kestrel?
    claims: [{id: b-18, text: Orvix bought Kestrel in 2018}, {id: b-19, text: Orvix bought Kestrel in 2019}]
  - id: sold
    question: When did Vireo buy Amsel?
    claims: [{id: v-18, text: Vireo bought Amsel in 2018}, {id: v-19, text: Vireo bought Amsel in 2019}]
"""
NAMELESS = """
  - id: fell
    question: When did the zorbler fall?
    claims: [{id: f-18, text: The striped zorbler collapsed in 2018}, {id: f-19, text: The striped zorbler collapsed in 2019}]
"""


def test_an_article_that_no_question_could_speak_of_is_asked_once_one_can(folder: Path, read: list[Task]) -> None:
    (folder / "articles" / "far.txt").write_text("The striped zorblers collapsed in 2018.", encoding="utf-8")
    (folder / "claims.yaml").write_text(NAMED, encoding="utf-8")
    report(folder, folder / "store")
    read.clear()
    (folder / "claims.yaml").write_text(NAMED + NAMELESS, encoding="utf-8")
    second = report(folder, folder / "store")
    assert {task.asked for task in read} == {frozenset({2})}
    assert said_by("far", second)
    assert second == report(folder)
    # Another question takes the word in the very form that the article has.
    (folder / "claims.yaml").write_text(NAMED.replace("Vireo bought Amsel", "Vireo bought zorblers of Amsel") + NAMELESS, encoding="utf-8")
    third = report(folder)
    assert said_by("far", third) != said_by("far", second)
    assert report(folder, folder / "store") == third


def said_by(source: str, report: str) -> list[dict[str, object]]:
    return [each for each in json.loads(report)["evidence"] if each["source"] == source]


def dies_once(marker: Path) -> Callable[[Reader, Task], Outcome]:
    original = Reader.read

    def read(self: Reader, task: Task) -> Outcome:
        if task.article.id == "07" and not marker.exists():
            marker.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return original(self, task)

    return read


@pytest.mark.usefixtures("soon_together")
def test_a_killed_process_is_replaced_and_its_part_done_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = report(folder)
    monkeypatch.setattr(Reader, "read", dies_once(folder / "died"))
    assert report(folder, jobs=2) == fresh
    assert (folder / "died").exists()


@pytest.mark.usefixtures("soon_together")
def test_an_article_at_which_processes_die_always_is_read_where_its_error_is_seen(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = os.getpid()
    original = Reader.read

    def read(self: Reader, task: Task) -> Outcome:
        if task.article.id == "07" and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return original(self, task)

    fresh = report(folder)
    monkeypatch.setattr(Reader, "read", read)
    assert report(folder, jobs=2) == fresh
