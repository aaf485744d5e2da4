"""The store itself: one SQLite file, which two commands can use at once and which nobody misses when it is gone.

Every row carries a checksum and is worth nothing without it. Whatever goes wrong with the file, the run goes on without
what it cannot read: a damaged or older store is made anew, one that cannot be written or is newer is left alone, and each
of these is said in `problems`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from factcheck.problems import Location, Problem, Severity
from factcheck.store.packing import Packer, packed, unpacked, unpacked_pieces
from factcheck.store.places import FOLDER

# Another number makes older stores worthless.
SCHEMA = 1
# "FCst" in the header of the file, where SQLite keeps such a mark.
APPLICATION = 0x46437374
_MARK_AT, _HEAD = 68, 72
# How long another command may keep the store locked, in seconds.
_PATIENCE = 10.0
# Screens that are remembered; the oldest make room.
_MOST_SCREENS = 32
# Rows that were of no use for so many runs that read articles are dropped.
_FORGOTTEN = 50
# What is kept of an article under one key.
_BESIDE = ("article", "held", "reached")

_TABLES = """
CREATE TABLE IF NOT EXISTS rows (kind TEXT, key BLOB, body BLOB, mark BLOB, used INTEGER, PRIMARY KEY (kind, key)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS runs (number INTEGER PRIMARY KEY AUTOINCREMENT);
"""


class Store:
    """Rows of bytes by kind and key. Usable in a `with` block; everything that was put is written at its end at the latest.

    Attributes:
        problems: What went wrong with the file so far; warnings only.
        place: The file.
    """

    def __init__(self, place: Path) -> None:
        """Open the store at `place`, or make it; folders on the way to it are made too."""
        self.place = place
        self.problems: list[Problem] = []
        self._base: sqlite3.Connection | None = None
        self._run = 0
        self._open()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Write what is not written yet, and let go of the file; a second time does nothing."""
        if self._base is not None:
            with self._guarded():
                self._base.commit()
        if self._base is not None:
            with suppress(sqlite3.Error):
                self._base.close()
        self._base = None

    def get(self, kind: str, key: bytes) -> bytes | None:
        """Return a row, or None where there is none or where it is damaged."""
        return next(iter(self.get_all(kind, (key,)).values()), None)

    def get_all(self, kind: str, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """Return those rows that there are, by key."""
        found: dict[bytes, bytes] = {}
        with self._guarded():
            if self._base is None:
                return found
            stale = []
            for key in keys:
                row = self._base.execute("SELECT body, mark, used FROM rows WHERE kind = ? AND key = ?", (kind, key)).fetchone()
                body = unpacked(row[0], row[1]) if row is not None else None
                if body is not None:
                    found[key] = body
                    if self._run - row[2] > _FORGOTTEN // 2:
                        stale.append((self._run, kind, key))
            self._use_again(stale)
        return found

    def rest_on(self, rows: Iterable[tuple[str, bytes]]) -> None:
        """Keep rows, by kind and key, that a run rests on without reading them."""
        with self._guarded():
            if self._base is not None:
                self._use_again([(self._run, kind, key) for kind, key in rows])

    def _use_again(self, rows: Sequence[tuple[int, str, bytes]]) -> None:
        """Count rows as used by this run, with what is kept beside them, and let go of the file where nothing else is being written."""
        if not rows or self._base is None:
            return
        began = self._base.in_transaction
        beside = ((run, other, key) for run, kind, key in rows for other in (_BESIDE if kind in _BESIDE else (kind,)))
        self._base.executemany("UPDATE rows SET used = ? WHERE kind = ? AND key = ?", beside)
        if not began:
            self._base.commit()

    def put(self, kind: str, rows: Iterable[tuple[bytes, bytes]]) -> None:
        """Keep rows; one of the same key is replaced."""
        with self._guarded():
            if self._base is not None:
                kept = ((kind, key, *packed(body), self._run) for key, body in rows)
                self._base.executemany("INSERT OR REPLACE INTO rows VALUES (?, ?, ?, ?, ?)", kept)

    def commit(self) -> None:
        """Write what was put: a run that ends here is remembered so far."""
        with self._guarded():
            if self._base is not None:
                self._base.commit()

    def begin_run(self) -> None:
        """Count a run that reads articles; rows that many of them had no use for are dropped."""
        with self._guarded():
            if self._base is not None:
                self._run = self._base.execute("INSERT INTO runs DEFAULT VALUES").lastrowid or 0
                self._base.execute("DELETE FROM rows WHERE kind != 'screen' AND used < ?", (self._run - _FORGOTTEN,))
                self._base.execute("DELETE FROM runs WHERE number < ?", (self._run,))
                self._base.commit()

    def screen(self, key: bytes) -> Iterator[bytes] | None:
        """Return a screen in pieces, or None where there is none or where it is damaged."""
        with self._guarded():
            if self._base is not None:
                row = self._base.execute("SELECT body, mark FROM rows WHERE kind = 'screen' AND key = ?", (key,)).fetchone()
                return None if row is None else unpacked_pieces(*row)
        return None

    def put_screen(self, key: bytes, screen: Packer) -> None:
        """Keep a screen; the oldest of too many are dropped."""
        with self._guarded():
            if self._base is not None:
                newest = self._base.execute("SELECT COALESCE(MAX(used), 0) FROM rows WHERE kind = 'screen'").fetchone()[0]
                self._base.execute("INSERT OR REPLACE INTO rows VALUES ('screen', ?, ?, ?, ?)", (key, *screen.row(), newest + 1))
                self._base.execute("DELETE FROM rows WHERE kind = 'screen' AND used <= ?", (newest + 1 - _MOST_SCREENS,))

    def count(self, kind: str) -> int:
        """Return how many rows of a kind there are."""
        number = 0
        with self._guarded():
            if self._base is not None:
                number = self._base.execute("SELECT COUNT(*) FROM rows WHERE kind = ?", (kind,)).fetchone()[0]
        return number

    def _open(self) -> None:
        if not self._is_ours():
            message = "this file is no store of factcheck; it is left alone, and nothing is remembered"
            self._tell("store-foreign", message, "name another file with --store")
            return
        try:
            self.place.parent.mkdir(parents=True, exist_ok=True)
            if not (self.place.parent / ".gitignore").exists() and self.place.parent.name == FOLDER:
                (self.place.parent / ".gitignore").write_text("*\n", encoding="ascii")
        except OSError as error:
            self._give_up(error.strerror or "unknown reason")
            return
        with self._guarded():
            self._connect()

    def _is_ours(self) -> bool:
        """Return whether the file may be made anew: there is none, it is empty, or it says that it is a store of this program."""
        try:
            with self.place.open("rb") as file:
                head = file.read(_HEAD)
        except FileNotFoundError:
            return True
        except OSError:
            return not self.place.exists()
        ours = head[_MARK_AT:_HEAD] == APPLICATION.to_bytes(4, "big")
        return not head or ours or self.place.parent.name == FOLDER

    def _connect(self) -> None:
        self._base = sqlite3.connect(self.place, timeout=_PATIENCE, isolation_level="DEFERRED")
        version = self._base.execute("PRAGMA user_version").fetchone()[0]
        if version > SCHEMA:
            self._base.close()
            self._base = None
            message = "a newer factcheck made this store; it is left alone, and nothing is remembered"
            self._tell("store-newer", message, "update factcheck, or name another file with --store")
            return
        if version not in (0, SCHEMA):
            self._base.close()
            self._rebuild("store-older", "an older factcheck made this store; it is made anew")
            return
        self._base.execute("PRAGMA journal_mode = WAL")
        self._base.execute("PRAGMA synchronous = NORMAL")
        if version == 0:
            self._base.executescript(
                f"BEGIN IMMEDIATE; {_TABLES} PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {SCHEMA}; COMMIT;"
            )

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """Let no error of the file through: it becomes a problem, and the store is made anew or left alone."""
        try:
            yield
        except sqlite3.OperationalError as error:
            # A full disk, a file that may not be written, a lock that is kept too long.
            self._give_up(str(error))
        except sqlite3.DatabaseError:
            self._rebuild("store-damaged", "the store was damaged; it is made anew")

    def _give_up(self, reason: str) -> None:
        if self._base is not None:
            with suppress(sqlite3.Error):
                self._base.rollback()
            with suppress(sqlite3.Error):
                self._base.close()
        self._base = None
        message = f"the store cannot be used: {reason}; what this run found is not remembered"
        self._tell("store-unusable", message, "free its disk, name another file with --store, or leave it out with --no-store")

    def _rebuild(self, code: str, message: str) -> None:
        if self._base is not None:
            with suppress(sqlite3.Error):
                self._base.close()
        self._base = None
        told_already = any(problem.code == code for problem in self.problems)
        if told_already:
            return
        self._tell(code, message, None)
        try:
            for ending in ("", "-wal", "-shm"):
                Path(f"{self.place}{ending}").unlink(missing_ok=True)
        except OSError as error:
            self._give_up(error.strerror or "unknown reason")
            return
        with self._guarded():
            self._connect()

    def _tell(self, code: str, message: str, help_: str | None) -> None:
        if not any(problem.code == code for problem in self.problems):
            self.problems.append(Problem(Severity.WARNING, code, message, help_, Location(self.place.as_posix())))
