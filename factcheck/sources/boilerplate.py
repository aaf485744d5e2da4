"""What is no part of the article must not speak for it: left out, with the reason, and never lost.

Blocks go in, and come out as those that are the article and the stretches that are not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from factcheck.language.datelines import run_in_end
from factcheck.language.folding import fold
from factcheck.language.knowledge import codes, section
from factcheck.language.tokens import fold_word
from factcheck.sources.closing import closing_reasons
from factcheck.sources.cues import Line, phrases
from factcheck.sources.document import Block, BlockKind, Stretch
from factcheck.sources.opening import first_paragraph, opening_reasons

_WORD = re.compile(r"[^\W\d_]+")
# What follows a glued label must be a word: endings of the label itself (ها, ات) are shorter.
_SHORTEST_WORD = 3
# These reasons cover one connected stretch; others name single lines.
_CONNECTED = frozenset({"second-article", "related-links"})


def article_blocks(
    text: str, blocks: Sequence[Block], language: str | None, publisher: str | None = None
) -> tuple[tuple[Block, ...], tuple[Stretch, ...]]:
    """Return the blocks that are the article, and what was left out, both in order.

    Blocks are left out whole, but for a dateline that runs into the first paragraph and an advertising label that is
    glued to a paragraph: of those only the label goes.

    Args:
        text: The document's text.
        blocks: What may be part of the article, in order.
        language: ISO 639-1 code or None.
        publisher: Where metadata names it, or None.
    """
    lines = [Line(block, text[block.start : block.end]) for block in blocks]
    first = first_paragraph(lines)
    reasons = opening_reasons(lines, language, publisher)
    reasons |= closing_reasons(lines, min(first + 1, max(len(lines), 1)) if first < len(lines) else 1, language)
    kept: list[Block] = []
    left_out: list[Stretch] = []
    labels = _glued_labels([line for index, line in enumerate(lines) if index not in reasons])
    for index, line in enumerate(lines):
        block = line.block
        if index in reasons:
            _add(left_out, Stretch(block.start, block.end, reasons[index]), connected=reasons.get(index - 1) == reasons[index])
            continue
        if index == first:
            run_in = run_in_end(line.text, language)
            if run_in:
                left_out.append(Stretch(block.start, block.start + len(line.text[:run_in].rstrip()), "dateline"))
                block = block._replace(start=block.start + run_in)
        label = _label_length(text[block.start : block.end], labels)
        if label:
            left_out.append(Stretch(block.start, block.start + label, "advertising"))
            rest = text[block.start + label : block.end]
            block = block._replace(start=block.end - len(rest.lstrip()))
        kept.append(block)
    return tuple(kept), tuple(left_out)


def _add(left_out: list[Stretch], stretch: Stretch, *, connected: bool) -> None:
    if connected and stretch.reason in _CONNECTED and left_out:
        left_out[-1] = left_out[-1]._replace(end=stretch.end)
    else:
        left_out.append(stretch)


def _glued_labels(lines: Sequence[Line]) -> dict[str, frozenset[str]]:
    """Return the advertising labels that this article glues to its paragraphs, each with the words they are glued to.

    A label that stands alone before a word (`إعلان التمان`) may be a word of the article; it is taken for a label only
    in an article that elsewhere glues it to a word.
    """
    lines_with_label = [line for line in lines if _begins_with_label(line.text)]
    if not lines_with_label:
        return {}
    openers = phrases("words_after_glued_label")
    words = {word for line in lines for word in line.words}
    found: dict[str, frozenset[str]] = {}
    for folded in _labels():
        glued = set()
        for line in lines_with_label:
            word = _first_word(line)
            rest = fold(word[len(folded) :])
            if line.block.kind is not BlockKind.LINE or fold(word[: len(folded)]) != folded or not rest:
                continue
            capital = word[len(folded)].isupper()
            if capital or rest in openers or (len(rest) >= _SHORTEST_WORD and rest in words and not word.isascii()):
                glued.add(word)
        if glued:
            found[folded] = frozenset(glued)
    return found


@cache
def _labels() -> tuple[str, ...]:
    """Return the folded advertising labels of all languages that pages glue to words."""
    return tuple(dict.fromkeys(fold(label) for code in codes() for label in section(code, "glued_advertising_labels")))


@cache
def _first_letters() -> frozenset[str]:
    return frozenset(label[:1] for label in _labels())


def _begins_with_label(text: str) -> bool:
    # Most lines begin with another letter; a mark that folds to nothing leaves the letter open.
    letter = fold_word(text[:1])
    return (not letter or letter[0] in _first_letters()) and any(fold(text[: len(label)]) == label for label in _labels())


def _first_word(line: Line) -> str:
    match = _WORD.match(line.text)
    return match.group() if match else ""


def _label_length(text: str, labels: dict[str, frozenset[str]]) -> int:
    """Return how many code points of an advertising label stand at the start of a paragraph; 0 for none."""
    if not labels:
        return 0
    match = _WORD.match(text)
    word = match.group() if match else ""
    for folded, glued in labels.items():
        alone = fold(word) == folded and text[len(word) : len(word) + 1] == " "
        if word in glued or alone:
            return len(folded)
    return 0
