"""The line that shows how far a long run is."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.cli import progress


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [100.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    return now


@pytest.fixture
def articles(tmp_path: Path) -> str:
    (tmp_path / "a.txt").write_bytes(bytes(3_000_000))
    (tmp_path / "b.jsonl.gz").write_bytes(bytes(50))
    return str(tmp_path)


def test_a_link_that_leads_nowhere_takes_no_room(
    tmp_path: Path, clock: list[float], articles: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".#a.txt").symlink_to(tmp_path / "nowhere")
    with progress.Watcher([articles], shown=True) as watcher:
        clock[0] += 2
        watcher.saw(1, 1_000_000)
    assert "1 article" in capsys.readouterr().err


def test_a_short_run_shows_nothing(clock: list[float], articles: str, capsys: pytest.CaptureFixture[str]) -> None:
    with progress.Watcher([articles], shown=True) as watcher:
        clock[0] += 0.9
        watcher.saw(3, 1000)
    assert capsys.readouterr() == ("", "")


def test_a_long_run_shows_articles_speed_and_the_time_left_and_clears_its_line(
    clock: list[float], articles: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with progress.Watcher([articles], shown=True) as watcher:
        clock[0] += 2
        watcher.saw(1, 1_000_000)
        line = capsys.readouterr().err
        clock[0] += 0.1
        watcher.saw(2, 1_100_000)
        assert capsys.readouterr().err == ""
        clock[0] += 398
        watcher.saw(1200, 1_500_000)
        later = capsys.readouterr().err
    assert line == "\r1 article, 0.5 MB/s, about 4 s left"
    assert later.rstrip() == "\r1,200 articles, 0.0 MB/s, about 6:40 min left"
    assert capsys.readouterr().err == f"\r{' ' * len(later.strip())}\r"


def test_nothing_is_said_of_the_time_left_where_nobody_can_tell(clock: list[float], capsys: pytest.CaptureFixture[str]) -> None:
    with progress.Watcher(["-"], shown=True) as watcher:
        clock[0] += 2
        watcher.saw(7, 4_000_000)
    assert capsys.readouterr().err.startswith("\r7 articles, 2.0 MB/s\r ")


def test_nothing_is_ever_shown_where_it_is_not_wanted(clock: list[float], articles: str, capsys: pytest.CaptureFixture[str]) -> None:
    with progress.Watcher([articles], shown=False) as watcher:
        clock[0] += 90
        watcher.saw(3, 1000)
    assert capsys.readouterr() == ("", "")
