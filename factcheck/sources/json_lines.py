"""JSON Lines: one article a line, read line by line, so that a file may be larger than the memory.

Offsets, lines and columns of an article count in its own `text`. Problems name the line of the file, and the column in it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO, NamedTuple

from factcheck.problems import Location, Problem, Severity
from factcheck.sources.articles import Article
from factcheck.sources.document import Document, Metadata
from factcheck.sources.field_names import FIELDS
from factcheck.sources.folder import Found
from factcheck.sources.ids import LineIds
from factcheck.sources.metadata import KEYS, usable_value
from factcheck.sources.plain import line_blocks
from factcheck.sources.unpacking import BrokenFileError, NoUnpackerError, lines_of

# How many problems of one file are told one by one.
_MOST_PROBLEMS = 10
# How many keys that are not read are named, and how many are counted apart; a file may have a key of its own on each line.
_MOST_NAMED, _MOST_COUNTED = 5, 100
_QUOTE = "write it in quotation marks"
_MARK = b"\xef\xbb\xbf"
# Where a figure is as good as text.
_FIGURES = frozenset({"id", "published"})
_decode = json.JSONDecoder().decode


def read_articles(file: BinaryIO, found: Found, ids: LineIds, listed: Metadata, names: Mapping[str, str]) -> Iterator[Article | Problem]:
    """Yield the articles of a file in order, and between them what is wrong with its lines.

    After the first ten problems of a file the others are counted, and told at its end. Blank lines are passed over.

    Args:
        file: Read once, from where it stands.
        found: Which file it is.
        ids: Gives each article its id.
        listed: What `sources.yaml` says of all articles of the file.
        names: Which fields have other names than those of the contract, by the name of the contract.
    """
    reader = _Reader(found, ids, listed, {field: names.get(field, field) for field in FIELDS})
    line = 0
    try:
        for line, data in enumerate(lines_of(file), start=1):
            yield from reader.read(data, line)
    except BrokenFileError as error:
        yield _broken(found, line, f"the packed file cannot be read from here on: {error}", "pack it or fetch it again")
    except OSError as error:
        yield _broken(found, line, f"the file cannot be read from here on: {error.strerror or 'unknown reason'}", None)
    except NoUnpackerError:
        help_ = "install it: python -m pip install zstandard; or unpack the file with zstd -d"
        message = "the file is packed with zstd, and zstandard is not installed"
        yield Problem(Severity.WARNING, "no-unpacker", message, help_, Location(found.shown))
        return
    yield from reader.summary()
    if not reader.articles and not reader.problems:
        yield Problem(Severity.WARNING, "empty-file", "the file holds no article; it is passed over", None, Location(found.shown))


class _Wrong(NamedTuple):
    """What is wrong with a line.

    Attributes:
        code: See `Problem`.
        message: What is wrong.
        help: What to do.
        key: The key that is wrong, or None.
        column: Where it is wrong, from 1, where no key is.
    """

    code: str
    message: str
    help: str | None
    key: str | None = None
    column: int = 1


class _NoArticleError(Exception):
    """There is no article in a line.

    Attributes:
        wrong: Why not; None for a blank line.
    """

    def __init__(self, wrong: _Wrong | None) -> None:
        self.wrong = wrong
        super().__init__()


class _Reader:
    """Reads the lines of one file, and keeps count of what is wrong with them.

    Args:
        found: The file.
        ids: Gives each article its id.
        listed: What holds for all its articles.
        names: What each field is called in the lines.

    Attributes:
        articles: How many were read.
        problems: How many there were of each code, told or not.
    """

    def __init__(self, found: Found, ids: LineIds, listed: Metadata, names: Mapping[str, str]) -> None:
        self.articles = 0
        self.problems: Counter[str] = Counter()
        self._found, self._ids, self._listed = found, ids, listed
        self._text, self._id = names["text"], names["id"]
        self._known = [(field, names[field]) for field in KEYS]
        self._read = frozenset(names.values())
        self._ignored: Counter[str] = Counter()

    def read(self, data: bytes | None, line: int) -> Iterator[Article | Problem]:
        """Yield the article of a line, after what is wrong with it; a blank line has none.

        Args:
            data: The line, or None where it is too long.
            line: Its number, from 1.
        """
        text = ""
        try:
            text = _line_text(data, first=line == 1)
            content = _object(text)
            body = self._body(content)
        except _NoArticleError as error:
            if error.wrong:
                yield from self._told(error.wrong, line, text)
            return
        known: dict[str, str] = {}
        for field, key in self._known:
            value = content.get(key)
            if value is not None:
                usable, wrong = _usable(field, key, value)
                if usable:
                    known[field] = usable
                if wrong:
                    yield from self._told(wrong, line, text)
        unread = content.keys() - self._read
        if unread:
            self._ignored.update(key for key in unread if key in self._ignored or len(self._ignored) < _MOST_COUNTED)
        written = known.pop("id", None)
        name, earlier = self._ids.give(self._found, line, written)
        if earlier:
            message = f"{earlier} has the id {written} already; this article is called {name}"
            yield from self._told(_Wrong("duplicate-id", message, "give each article an id of its own", self._id), line, text)
        self.articles += 1
        document = Document(body, tuple(line_blocks(body, 0, len(body))), written=Metadata(**known), whole=True)
        yield Article(name, self._found.shown, document, self._listed)

    def summary(self) -> Iterator[Problem]:
        """Yield what is to be said of the file as a whole."""
        untold = self.problems.total() - _MOST_PROBLEMS
        if untold > 0:
            counts = ", ".join(f"{code} ({count})" for code, count in self.problems.most_common())
            message = f"and {untold} more {'line' if untold == 1 else 'lines'} like it; in all {counts}"
            yield Problem(Severity.WARNING, "more-bad-lines", message, None, Location(self._found.shown))
        if self._ignored:
            ranked = sorted(self._ignored.items(), key=lambda item: (-item[1], item[0]))
            counts = ", ".join(f"{key} ({count})" for key, count in ranked[:_MOST_NAMED]) + (", …" if len(ranked) > _MOST_NAMED else "")
            help_ = f"the fields are {', '.join(FIELDS)}; sources.yaml can give them other names"
            message = f"fields that are not read, with the number of their lines: {counts}"
            yield Problem(Severity.WARNING, "ignored-fields", message, help_, Location(self._found.shown))

    def _body(self, content: dict[str, Any]) -> str:
        """Return the text of an article; raises _NoArticleError."""
        body = content.get(self._text)
        if isinstance(body, str) and body and not body.isspace():
            return body
        if body is None:
            help_ = f"give the article in {self._text}, or say in sources.yaml which field holds it"
            raise _NoArticleError(_Wrong("no-text", f"the line has no {self._text}", help_))
        if isinstance(body, str):
            raise _NoArticleError(_Wrong("no-text", f"{self._text} is empty", "fill it in, or delete the line", self._text))
        raise _NoArticleError(_Wrong("not-text", f"{self._text} must be text", _QUOTE, self._text))

    def _told(self, wrong: _Wrong, line: int, text: str) -> Iterator[Problem]:
        """Count what is wrong with a line, and yield it unless enough was told."""
        self.problems[wrong.code] += 1
        if self.problems.total() <= _MOST_PROBLEMS:
            place = Location(self._found.shown, line, _column(text, wrong.key) if wrong.key else wrong.column)
            yield Problem(Severity.WARNING, wrong.code, wrong.message, wrong.help, place)


def _line_text(data: bytes | None, *, first: bool) -> str:
    """Return a line as text; raises _NoArticleError."""
    if data is None:
        raise _NoArticleError(_Wrong("line-too-long", "the line is longer than 50 MB", "give each article a line of its own"))
    if first:
        data = data.removeprefix(_MARK)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        column = len(data[: error.start].decode()) + 1
        raise _NoArticleError(_Wrong("not-utf8", "the line is not in UTF-8", "save the file as UTF-8", None, column)) from None
    if not text or text.isspace():
        raise _NoArticleError(None)
    return text


def _object(text: str) -> dict[str, Any]:
    """Return the object that a line is; raises _NoArticleError."""
    help_ = "write one JSON object a line"
    try:
        content = _decode(text)
    except json.JSONDecodeError as error:
        message = f"the line is not JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        raise _NoArticleError(_Wrong("not-json", message, help_, None, min(error.pos, len(text.rstrip())) + 1)) from None
    except (ValueError, RecursionError):
        message = "the line has a figure that is too long, or too many brackets in brackets"
        raise _NoArticleError(_Wrong("not-json", message, help_)) from None
    if not isinstance(content, dict):
        raise _NoArticleError(_Wrong("not-an-object", "the line is no JSON object", 'write it as {"text": "…"}'))
    return content


def _usable(field: str, key: str, value: Any) -> tuple[str | None, _Wrong | None]:
    """Return what a field says in its normal form, or None with what is wrong with it."""
    if type(value) is int and field in _FIGURES:
        value = str(value)
    if not isinstance(value, str):
        return None, _Wrong("not-text", f"{key} must be text; it is passed over", _QUOTE, key)
    text = " ".join(value.split())
    if not text:
        return None, None
    usable, problem = usable_value(field, text, None)
    return usable, _Wrong(problem.code, problem.message, problem.help, key) if problem else None


def _column(text: str, key: str) -> int:
    """Return where a key stands in its line, from 1."""
    match = re.search(rf"(?<!\\){re.escape(json.dumps(key, ensure_ascii=False))}\s*:", text)
    return match.start() + 1 if match else 1


def _broken(found: Found, line: int, message: str, help_: str | None) -> Problem:
    return Problem(Severity.WARNING, "broken-file", message, help_, Location(found.shown, line + 1))
