"""What stands below the first paragraph and is no part of the article: sources, keywords, advertising, links, a second article.

The rules are careful: a cue must stand alone on its line or begin it with a colon, and a run of headlines at the end
must be set apart by blank lines below paragraphs that end like sentences.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.language.datelines import dateline_date
from factcheck.language.folding import fold
from factcheck.sources.cues import Line, behind_label, phrases
from factcheck.sources.document import BlockKind
from factcheck.sources.opening import is_byline, is_dated

_LONGEST_SOURCE, _LONGEST_LINK, _LONGEST_RIGHTS = 8, 20, 20
# A longer text that ends with a full stop is a paragraph, whatever it begins with.
_LONGEST_LABELLED = 200
_END_LINES = 3
_QUESTION = re.compile(r"""[?؟]["'“”’»)]*$""")
_LISTED = re.compile(r"[•·*▪●◦‣-]\s|\d{1,3}[.)-]\s|.{1,40}:\s*\d")
_QUOTED = re.compile(r"""["“”«»'‘’].*["“”«»'‘’][.,،]?$""")
_END_MARKS = frozenset({"source-line", "keywords"})


def closing_reasons(lines: Sequence[Line], start: int, language: str | None) -> dict[int, str]:
    """Return why lines from `start` on are no part of the article, by index; the others are not named.

    Args:
        lines: All lines of the article, in order.
        start: Index of the line behind the first paragraph.
        language: ISO 639-1 code or None.
    """
    reasons: dict[int, str] = {}
    index = start
    while index < len(lines):
        line = lines[index]
        if _ends_article(line):
            found = _after_end(lines, index, ended=reasons.get(index - 1) in _END_MARKS)
            reasons |= found
            index = max(found) + 1
            continue
        reason = _label_reason(line, lines[index + 1] if index + 1 < len(lines) else None)
        if reason:
            reasons[index] = reason
            if _label_alone(line) and index + 1 < len(lines) and not lines[index + 1].is_paragraph:
                reasons[index + 1] = reason
                index += 1
        index += 1
    _name_last_lines(lines, start, language, reasons)
    _name_trailing_links(lines, start, reasons)
    return reasons


def _label_reason(line: Line, following: Line | None) -> str | None:  # noqa: PLR0911 - one return a rule
    """Return why one line alone is no part of the article, or None."""
    if len(line.text) > _LONGEST_LABELLED and line.ends_sentence:
        return None
    folded = fold(line.text)
    if line.normal in phrases("advertising_labels"):
        return "advertising"
    if line.normal in phrases("menu_lines"):
        return "menu"
    if len(line.words) <= _LONGEST_RIGHTS and (
        line.text.startswith("©") or any(phrase in line.normal for phrase in phrases("rights_phrases"))
    ):
        return "menu"
    if line.ends_sentence:
        return None
    source = behind_label("source_labels", folded)
    if source is not None and len(source.split()) <= _LONGEST_SOURCE:
        return "source-line"
    if behind_label("keyword_labels", folded) is not None or (
        line.normal in phrases("keyword_labels") and following and not following.is_paragraph
    ):
        return "keywords"
    return "related-links" if behind_label("article_ends", folded) else None


def _label_alone(line: Line) -> bool:
    """Return whether a line is a label of keywords or sources whose content stands on the next line."""
    return line.normal in phrases("keyword_labels") or (line.normal in phrases("source_labels") and line.text.rstrip().endswith(":"))


def _ends_article(line: Line) -> bool:
    """Return whether a line announces other articles: the cue alone, or the cue at its start and a colon at its end."""
    if len(line.text) > _LONGEST_LABELLED or len(line.words) > _LONGEST_SOURCE:
        return False
    if line.normal in phrases("article_ends"):
        return True
    return line.text.rstrip().endswith(":") and any(line.normal.startswith(f"{phrase} ") for phrase in phrases("article_ends"))


def _after_end(lines: Sequence[Line], cue: int, *, ended: bool) -> dict[int, str]:
    """Return the reasons for a line that announces other articles and for what stands below it.

    Only short lines below: links. Else a second article, unless the text goes on after a box of links: nothing marks
    the end above the cue, and the words of the title are at home in what follows, more than those of the links.

    Args:
        lines: All lines.
        cue: Index of the announcing line.
        ended: Whether the line above names the source or the keywords, which stand at the end of an article.
    """
    paragraphs = [index for index in range(cue + 1, len(lines)) if lines[index].is_paragraph]
    if not paragraphs:
        return dict.fromkeys(range(cue, len(lines)), "related-links")
    links = range(cue + 1, paragraphs[0])
    if not ended and links and lines[0].block.end < lines[cue].block.start:
        below = {word for index in paragraphs for word in lines[index].words}
        linked = max(_share(lines[index].words, below) for index in links)
        if _share(lines[0].words, below) > linked:
            return dict.fromkeys(range(cue, paragraphs[0]), "related-links")
    return dict.fromkeys(range(cue, len(lines)), "second-article")


def _share(words: list[str], vocabulary: set[str]) -> float:
    """Return the share of the longer words of a line that a text uses."""
    content = [word for word in words if len(word) > 3]
    return sum(word in vocabulary for word in content) / len(content) if content else 0.0


def _name_last_lines(lines: Sequence[Line], start: int, language: str | None, reasons: dict[int, str]) -> None:
    """Name the dates and writers that stand in the last lines of the article."""
    rest = [index for index in range(start, len(lines)) if index not in reasons][-_END_LINES:]
    for index in reversed(rest):
        line = lines[index]
        if line.is_paragraph or line.block.kind is BlockKind.HEADING:
            return
        if dateline_date(line.text, language) or is_dated(line):
            reasons[index] = "dateline"
        elif is_byline(line):
            reasons[index] = "byline"


def _name_trailing_links(lines: Sequence[Line], start: int, reasons: dict[int, str]) -> None:
    """Name a run of two or more headlines below the last paragraph: links to other articles."""
    rest = [index for index in range(len(lines)) if index not in reasons]
    run: list[int] = []
    while rest and rest[-1] >= start and _is_link(lines[rest[-1]]):
        run.append(rest.pop())
    if len(run) < 2:
        return
    paragraphs = [lines[index] for index in rest if lines[index].is_paragraph]
    ending = sum(line.ends_sentence for line in paragraphs)
    # Where paragraphs end without a stop, a short line without one may be a paragraph too.
    if len(paragraphs) < 2 or ending < 0.8 * len(paragraphs) or not lines[rest[-1]].is_paragraph:
        return
    if lines[rest[-1]].text.endswith(":"):
        return
    reasons.update(dict.fromkeys(run, "related-links"))


def _is_link(line: Line) -> bool:
    """Return whether a line reads like the headline of another article: short, set apart, no full stop, no list, no quotation."""
    if line.block.kind is not BlockKind.LINE or not line.block.gap or (line.ends_sentence and not _QUESTION.search(line.text)):
        return False
    if not 3 <= len(line.words) <= _LONGEST_LINK:
        return False
    return not _LISTED.match(line.text) and not _QUOTED.match(line.text) and not line.text.endswith(":")
