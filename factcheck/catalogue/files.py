"""Finds the catalogue's files and decodes each one to text; nothing here knows YAML.

Text is changed in two ways only, both of the same length so that every column stays right: the three line
separators that editors show inside a line (U+0085, U+2028, U+2029) become spaces, and a byte-order mark in
the middle of a file becomes a word joiner, which means the same. YAML would end a line at the first three
and refuse the last.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import NamedTuple

from factcheck.catalogue.wording import nearest, shown
from factcheck.problems import FactcheckError, Location, Problem, Severity

MAX_BYTES = 10_000_000
"""A larger file is refused: a catalogue is written by hand, so this is an article archive or a mistake."""

_SUFFIXES = frozenset({".yaml", ".yml"})
_STRANGE_LINE_ENDS = {0x85: " ", 0x2028: " ", 0x2029: " ", 0xFEFF: "\u2060"}
# All that YAML 1.1 and 1.2 call printable; the rest may not stand in a file.
_CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_END = re.compile(r"\r\n|\r|\n")
# Past this many control characters the file is no text, and what YAML says of it helps nobody.
_STRAY_CONTROLS = 20


class Found(NamedTuple):
    """One file to read.

    Attributes:
        path: Where it is.
        shown: The same as messages print it: as the user gave it, joined with `/`.
    """

    path: Path
    shown: str


def error(code: str, location: Location, message: str, advice: str) -> Problem:
    """Return an error at `location`."""
    return Problem(Severity.ERROR, code, message, advice, location)


def split_lines(text: str) -> list[str]:
    r"""Return the lines of `text` without their ends, counted as YAML counts them: `\n`, `\r\n` and `\r`."""
    return _LINE_END.split(text)


def find_files(path: str) -> tuple[list[Found], list[Problem]]:
    """Return the catalogue files at `path` in name order, and a problem for every folder that cannot be opened.

    A file is taken whatever its ending; below a folder, all `.yaml` and `.yml` files that are not hidden.

    Raises:
        FactcheckError: There is nothing at `path`.
    """
    given = Path(path)
    base = _printable(path.replace(os.sep, "/"))
    try:
        there, is_folder = given.exists(), given.is_dir()
    except OSError:
        # A name longer than names can be, or one below a folder that may not be entered.
        there = is_folder = False
    if not is_folder:
        if not there:
            raise FactcheckError((_missing(given, base),))
        return [Found(given, base)], []
    base = base.rstrip("/") or ("/" if base else ".")
    prefix = base if base.endswith("/") else f"{base}/"
    found: list[Found] = []
    problems: list[Problem] = []

    def refused(reason: OSError) -> None:
        place = Location(_printable(str(reason.filename)).replace(os.sep, "/"))
        problems.append(error("cannot-read", place, f"this folder cannot be opened: {reason.strerror}", "check who may read it"))

    for folder, folders, names in os.walk(given, onerror=refused):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if name.startswith(".") or Path(name).suffix.lower() not in _SUFFIXES:
                continue
            file = Path(folder, name)
            found.append(Found(file, prefix + _printable(file.relative_to(given).as_posix())))
    found.sort(key=lambda each: each.shown)
    return found, problems


def read_text(file: Found) -> tuple[str | None, list[Problem]]:
    """Return the text of one file, or None where it has none that can be used, and what is wrong with it."""
    try:
        with file.path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as reason:
        why = getattr(reason, "strerror", None) or str(reason)
        return None, [
            error("cannot-read", Location(file.shown), f"this file cannot be read: {why}", "check that it exists and may be read")
        ]
    if len(data) > MAX_BYTES:
        advice = "split it into several .yaml files in one folder; they are read as one catalogue"
        return None, [error("file-too-large", Location(file.shown), f"this file is larger than {MAX_BYTES // 1_000_000} MB", advice)]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as reason:
        return None, [_not_utf8(file.shown, data, reason.start)]
    text = text.removeprefix("\ufeff").translate(_STRANGE_LINE_ENDS)
    controls = list(_CONTROL.finditer(text))
    if not controls:
        return text, []
    problem = _control_character(file.shown, text, controls)
    return (None if len(controls) > _STRAY_CONTROLS else _CONTROL.sub("\ufffd", text)), [problem]


def control_in(text: str) -> str | None:
    """Return the first character of `text` that may not stand in a catalogue, as `U+0007`, or None."""
    match = _CONTROL.search(text)
    return f"U+{ord(match.group()):04X}" if match else None


def _printable(path: str) -> str:
    # A file name in another encoding reaches Python with lone surrogates, which cannot be printed.
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _missing(given: Path, base: str) -> Problem:
    try:
        beside = sorted(each.name for each in given.parent.iterdir())
    except (OSError, ValueError):
        beside = []
    guess = nearest(given.name, beside)
    if guess:
        advice = f"did you mean {shown(_printable(given.with_name(guess).as_posix()))}?"
    else:
        advice = "give the file or folder that holds your questions, for example: --claims claims"
    return error("no-such-path", Location(base), "there is no file or folder of this name", advice)


def _not_utf8(path: str, data: bytes, at: int) -> Problem:
    before = _LINE_END.split(data[:at].decode("utf-8").removeprefix("\ufeff"))
    location = Location(path, len(before), len(before[-1]) + 1)
    what = f"byte 0x{data[at]:02X} (number {at + 1} of the file) is not UTF-8, the encoding of a catalogue"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        what = f"this file is UTF-16 (it begins with byte 0x{data[0]:02X}); a catalogue is UTF-8"
    return error("not-utf8", location, what, "open it in your editor and save it again with the encoding UTF-8")


def _control_character(path: str, text: str, controls: list[re.Match[str]]) -> Problem:
    before = _LINE_END.split(text[: controls[0].start()])
    more = f" (and {len(controls) - 1} more in this file)" if len(controls) > 1 else ""
    advice = "delete it and type the text again; it is invisible and often comes with copied text"
    if len(controls) > _STRAY_CONTROLS:
        advice = "this looks like another kind of file; a catalogue is plain text saved as UTF-8"
    what = f"the control character U+{ord(controls[0].group()):04X} may not stand in a catalogue{more}"
    return error("control-character", Location(path, len(before), len(before[-1]) + 1), what, advice)
