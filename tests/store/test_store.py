"""The store: what was put is there, and whatever becomes of its file, a run is right and says what happened."""

from __future__ import annotations

import random
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from hashlib import shake_256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Evidence, ScorePart, Stance, Step
from factcheck.problems import Location, Problem, Severity
from factcheck.stance.findings import Mention, Told
from factcheck.store import Store
from factcheck.store.codec import dumps, loads
from factcheck.store.database import SCHEMA
from factcheck.store.packing import Packer

CLAIMS = """
questions:
  - id: bought
    question: When did Orvix buy Kestrel?
    claims:
      - {id: bought-2018, text: Orvix bought Kestrel in 2018}
      - {id: bought-2019, text: Orvix bought Kestrel in 2019}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "claims.yaml").write_text(CLAIMS, encoding="utf-8")
    (tmp_path / "articles").mkdir()
    for number in range(40):
        text = f"Orvix bought Kestrel in {2018 + number % 2}. The paper of the day had {number} pages."
        (tmp_path / "articles" / f"{number:02}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def command(*more: str) -> list[str]:
    return [sys.executable, "-m", "factcheck", "list", "--claims", "claims.yaml", "--sources", "articles", "--format", "json", *more]


def run(folder: Path, *more: str, before: Callable[[], None] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(*more), cwd=folder, capture_output=True, text=True, encoding="utf-8", preexec_fn=before, check=False)


@pytest.fixture
def right(folder: Path) -> str:
    done = run(folder, "--no-store")
    assert done.returncode == 0, done.stderr
    assert not (folder / ".factcheck").exists()
    return done.stdout


def place(folder: Path) -> Path:
    return folder / ".factcheck" / "store.sqlite"


def test_what_was_put_is_there_and_nothing_else(tmp_path: Path) -> None:
    with Store(tmp_path / "store") as store:
        store.put("article", [(b"a", b"one"), (b"b", b"x" * 5000)])
        store.put("article", [(b"a", b"two")])
    with Store(tmp_path / "store") as store:
        assert store.get("article", b"a") == b"two"
        assert store.get("article", b"b") == b"x" * 5000
        assert store.get("held", b"a") is None
        assert store.get_all("article", [b"a", b"c"]) == {b"a": b"two"}
        assert store.count("article") == 2
        assert store.problems == []


def test_a_row_whose_bytes_changed_is_not_there(tmp_path: Path) -> None:
    with Store(tmp_path / "store") as store:
        store.put("article", [(b"a", b"one")])
    base = sqlite3.connect(tmp_path / "store")
    base.execute("UPDATE rows SET body = ?", (b"pother",))
    base.commit()
    base.close()
    with Store(tmp_path / "store") as store:
        assert store.get("article", b"a") is None


def test_screens_beyond_the_newest_are_dropped(tmp_path: Path) -> None:
    with Store(tmp_path / "store") as store:
        for number in range(40):
            store.put_screen(bytes([number]), packer(b"scr", b"een"))
        assert store.count("screen") == 32
        assert store.screen(bytes([0])) is None
        assert b"".join(store.screen(bytes([39])) or ()) == b"screen"


def test_a_large_screen_comes_back_in_pieces(tmp_path: Path) -> None:
    rows = [shake_256(bytes([number])).digest(50_000) for number in range(8)]
    with Store(tmp_path / "store") as store:
        store.put_screen(b"large", packer(*rows))
        pieces = list(store.screen(b"large") or ())
    assert b"".join(pieces) == b"".join(rows)
    assert max(map(len, pieces)) < 100_000


def packer(*pieces: bytes) -> Packer:
    made = Packer()
    for piece in pieces:
        made.add(piece)
    return made


def test_rows_that_many_runs_had_no_use_for_are_dropped(tmp_path: Path) -> None:
    with Store(tmp_path / "store") as store:
        store.begin_run()
        store.put("article", [(b"used", b"1"), (b"forgotten", b"1")])
        for _ in range(60):
            store.begin_run()
            assert store.get("article", b"used") == b"1"
        assert store.get("article", b"forgotten") is None


def test_rows_that_stand_beside_one_that_is_used_or_that_a_run_rests_on_are_kept(tmp_path: Path) -> None:
    with Store(tmp_path / "store") as store:
        store.begin_run()
        store.put("article", [(b"a", b"1")])
        store.put("reached", [(b"a", b"2")])
        store.put("catalogue", [(b"c", b"3")])
        for _ in range(60):
            store.begin_run()
            store.rest_on([("catalogue", b"c")])
            assert store.get("article", b"a") == b"1"
        assert store.get("reached", b"a") == b"2"
        assert store.get("catalogue", b"c") == b"3"


def test_a_run_that_only_reads_leaves_the_file_to_others(tmp_path: Path) -> None:
    with Store(tmp_path / "store") as store:
        store.begin_run()
        store.put("article", [(b"a", b"1")])
        for _ in range(30):
            store.begin_run()
        assert store.get("article", b"a") == b"1"
        other = sqlite3.connect(tmp_path / "store", timeout=0)
        other.execute("BEGIN IMMEDIATE")
        other.close()


TEXT = st.text(max_size=8)
STEPS = st.lists(st.builds(Step, TEXT, TEXT, TEXT), max_size=2).map(tuple)
MAYBE = st.none() | TEXT
PARTS = st.lists(st.builds(ScorePart, MAYBE, MAYBE, st.booleans(), st.booleans(), st.floats(0, 9), st.floats(0, 9)), max_size=2)
MARKS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=2)
EVIDENCE = st.builds(
    Evidence, TEXT, MAYBE, TEXT, st.sampled_from(Stance), *[st.integers(0, 99)] * 4, TEXT, st.floats(0, 100), MAYBE, MAYBE, st.booleans(),
    MARKS.map(tuple), STEPS, PARTS.map(tuple),
)  # fmt: skip
TOLD = st.builds(
    Told, st.none() | st.integers(0, 3), st.integers(0, 9), st.sampled_from(Stance), st.floats(0, 1), st.floats(0, 9), st.integers(0, 9),
    st.none() | st.builds(Mention, st.integers(0, 9), st.integers(0, 9), TEXT), MAYBE, st.none() | st.integers(0, 9),
    STEPS, EVIDENCE,
)  # fmt: skip


@given(st.dictionaries(TEXT, st.tuples(TEXT, st.lists(TOLD, max_size=2).map(tuple)), max_size=2))
def test_what_is_read_back_is_what_was_written(rows: dict[str, tuple[str, tuple[Told, ...]]]) -> None:
    assert loads(dict[str, tuple[str, tuple[Told, ...]]], dumps(rows)) == rows


@pytest.mark.parametrize("text", ["", "[", "[1]", '["a", "b"]', "null", '["warning", "code"]', '["odd", "code", "m", null, null]'])
def test_what_is_no_stored_value_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        loads(Problem, text.encode())
    assert loads(Problem, dumps(Problem(Severity.WARNING, "a", "b", None, Location("c", 1)))).location == Location("c", 1)


def test_a_run_remembers_and_says_the_same_again(folder: Path, right: str) -> None:
    for _ in range(2):
        done = run(folder)
        assert (done.stdout, done.stderr) == (right, "")
    assert place(folder).exists()
    assert (place(folder).parent / ".gitignore").read_text() == "*\n"


@pytest.mark.parametrize("damage", ["truncated", "garbage", "emptied", "hole"])
def test_a_damaged_store_is_made_anew_and_that_is_said(folder: Path, right: str, damage: str) -> None:
    run(folder)
    data = place(folder).read_bytes()
    whole = {
        "truncated": data[: len(data) // 2],
        "garbage": b"no database " * 400,
        "emptied": b"",
        "hole": data[:4096] + bytes(len(data) - 4096),
    }
    for ending in ("-wal", "-shm"):
        Path(f"{place(folder)}{ending}").unlink(missing_ok=True)
    place(folder).write_bytes(whole[damage])
    done = run(folder)
    assert (done.returncode, done.stdout) == (0, right)
    assert ("store-damaged" in done.stderr) == (damage != "emptied")
    assert run(folder).stderr == ""


def test_a_file_that_is_no_store_is_left_alone(folder: Path, right: str) -> None:
    (folder / "letters.txt").write_text("Dear Moira,", encoding="utf-8")
    done = run(folder, "--store", "letters.txt")
    assert (done.returncode, done.stdout) == (0, right)
    assert "letters.txt: warning[store-foreign]" in done.stderr
    assert (folder / "letters.txt").read_text(encoding="utf-8") == "Dear Moira,"


@pytest.mark.parametrize(("version", "code"), [(SCHEMA + 1, "store-newer"), (SCHEMA - 2, "store-older")])
def test_a_store_of_another_version(folder: Path, right: str, version: int, code: str) -> None:
    run(folder)
    base = sqlite3.connect(place(folder))
    base.execute(f"PRAGMA user_version = {version}")
    base.close()
    before = place(folder).read_bytes()
    done = run(folder)
    assert (done.returncode, done.stdout) == (0, right)
    assert code in done.stderr
    if code == "store-newer":
        assert place(folder).read_bytes() == before
    else:
        assert run(folder).stderr == ""


def test_a_full_disk_costs_the_memory_and_not_the_report(folder: Path, right: str) -> None:
    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (16_000, 16_000))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    done = run(folder, before=small)
    assert done.stdout == right
    assert "store-unusable" in done.stderr
    assert run(folder).stdout == right


def test_a_folder_that_cannot_be_written_costs_the_memory_and_not_the_report(folder: Path, right: str) -> None:
    (folder / ".factcheck").write_text("a file where the folder should be", encoding="utf-8")
    done = run(folder)
    assert (done.returncode, done.stdout) == (0, right)
    assert "store-unusable" in done.stderr


def test_two_commands_at_once_both_are_right(folder: Path, right: str) -> None:
    both = [
        subprocess.Popen(command(), cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8")
        for _ in range(3)
    ]
    for process in both:
        out, err = process.communicate()
        assert (process.returncode, out, err) == (0, right, "")
    assert run(folder).stdout == right


def test_killed_at_twenty_moments_nothing_is_lost_and_the_next_run_is_right(folder: Path, right: str) -> None:
    chance = random.Random(7)  # noqa: S311
    begun = time.monotonic()
    run(folder)
    lasts = time.monotonic() - begun
    for number in range(20):
        (folder / "articles" / "00.txt").write_text(
            f"Orvix bought Kestrel in 2018. The paper of the day had {number} pages.", encoding="utf-8"
        )
        process = subprocess.Popen(command(), cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0, lasts))
        process.kill()
        process.wait()
    (folder / "articles" / "00.txt").write_text("Orvix bought Kestrel in 2018. The paper of the day had 0 pages.", encoding="utf-8")
    done = run(folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, right, "")


def test_an_interrupted_run_ends_and_leaves_the_store_whole(folder: Path, right: str) -> None:
    chance = random.Random(3)  # noqa: S311
    codes = set()
    for _ in range(6):
        process = subprocess.Popen(command("--jobs", "2"), cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        # Before Python itself is up, an interrupt ends it without this program's having a say: then the signal is the answer.
        time.sleep(chance.uniform(0.3, 0.9))
        process.send_signal(signal.SIGINT)
        codes.add(process.wait(60))
    assert codes <= {0, 130, -signal.SIGINT}
    done = run(folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, right, "")


def test_the_store_command_tells_and_clears(folder: Path) -> None:
    def store(action: str) -> str:
        return subprocess.run(
            [sys.executable, "-m", "factcheck", "store", action, "--claims", "claims.yaml"],
            cwd=folder,
            capture_output=True,
            text=True,
            check=True,
        ).stdout

    assert store("info") == ".factcheck/store.sqlite: nothing is remembered\n"
    run(folder)
    assert store("info").startswith(".factcheck/store.sqlite: 40 readings of articles, ")
    assert store("clear") == ".factcheck/store.sqlite: cleared\n"
    assert not place(folder).exists()


WARM = """
import sys
from factcheck.store import states
states._SETTLED = 0
from factcheck.cli import main
try:
    main(["list", "--claims", "claims.yaml", "--sources", "articles", "--format", "json"])
finally:
    heavy = {"yaml", "rich", "rapidfuzz", "trafilatura", "Stemmer"}
    heavy |= {"factcheck.pipeline", "factcheck.matching", "factcheck.stance", "factcheck.sources"}
    print(sorted(heavy & sys.modules.keys()), file=sys.stderr)
"""


def test_an_unchanged_screen_is_printed_without_reading_anything(folder: Path, right: str) -> None:
    def once() -> subprocess.CompletedProcess[str]:
        return subprocess.run([sys.executable, "-c", WARM], cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)

    time.sleep(0.05)
    assert once().stdout == right
    warm = once()
    assert warm.stdout == right
    assert warm.stderr == "[]\n"
    (folder / "articles" / "00.txt").write_text("Orvix bought Kestrel in 2019.", encoding="utf-8")
    assert once().stdout != right
    assert place(folder).exists()


def test_another_package_that_reads_articles_is_another_version_of_the_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    from factcheck.store import places

    before = places.rules_version.__wrapped__()
    assert places.rules_version.__wrapped__() == before
    monkeypatch.setattr(places, "installed", lambda package: None if package == "zstandard" else ("new", 1, 1))
    assert places.rules_version.__wrapped__() != before
