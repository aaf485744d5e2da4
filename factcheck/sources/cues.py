"""The lines of an article as the rules on what is no part of it see them, and the cue phrases of all languages.

An article may carry the labels of another language, so the cues of every data file hold for every article.
"""

from __future__ import annotations

import re
from functools import cache

from factcheck.language.folding import fold
from factcheck.language.knowledge import codes, section
from factcheck.sources.document import Block

_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_LEAD = re.compile(r"^[\W_]+")
_SPACES = re.compile(r"\s+")
_SENTENCE_END = re.compile(r"""[.!?؟۔…。]["'“”’»›)\]*_]*$""")
_FINAL_MARKS = frozenset(".!?؟۔…。")
_QUESTION = re.compile(r"""[?؟!]["'“”’»)\]*_]*$""")
_WORD = re.compile(r"[^\W_]+")
# A line from this length on is a paragraph even without a full stop; a shorter one needs a stop and some words.
_PARAGRAPH_LENGTH, _PARAGRAPH_WORDS = 120, 8


class Line:
    """One block of an article with what the rules ask about it; what is asked for is worked out once.

    Args:
        block: The block.
        text: What stands in it.
    """

    __slots__ = ("_normal", "_words", "block", "ends_sentence", "text")

    def __init__(self, block: Block, text: str) -> None:
        self.block = block
        self.text = text
        # Whether it ends with a final mark, closing quotation marks aside.
        self.ends_sentence = text[-1:] in _FINAL_MARKS or _SENTENCE_END.search(text[-12:]) is not None
        self._normal: str | None = None
        self._words: list[str] | None = None

    @property
    def normal(self) -> str:
        """The text folded, without marks at its ends."""
        if self._normal is None:
            self._normal = normal(self.text)
        return self._normal

    @property
    def words(self) -> list[str]:
        """Its folded words and numbers."""
        if self._words is None:
            self._words = _WORD.findall(fold(self.text))
        return self._words

    @property
    def is_paragraph(self) -> bool:
        """Whether it is running text, not a label, a headline or a byline."""
        if len(self.text) >= _PARAGRAPH_LENGTH:
            return True
        return self.ends_sentence and not _QUESTION.search(self.text[-12:]) and len(self.words) >= _PARAGRAPH_WORDS


def normal(text: str) -> str:
    """Return a text folded, with single spaces, without punctuation at its ends."""
    return _EDGES.sub("", _SPACES.sub(" ", fold(text)))


@cache
def phrases(name: str) -> frozenset[str]:
    """Return the phrases of a section in all languages, in the form that `normal` gives."""
    return frozenset(normal(phrase) for code in codes() for phrase in section(code, name)) - {""}


@cache
def folded_phrases(name: str) -> tuple[str, ...]:
    """Return the phrases of a section in all languages, folded but with their punctuation; longest first."""
    return tuple(sorted({fold(phrase) for code in codes() for phrase in section(code, name)}, key=lambda phrase: (-len(phrase), phrase)))


def behind_label(name: str, folded: str) -> str | None:
    """Return what stands behind the label of a section and a colon that a folded line begins with, or None where it has none."""
    label, colon, rest = _LEAD.sub("", folded).partition(":")
    # What goes on in a second line is a paragraph, whatever it begins with.
    return rest.lstrip() if colon and "\n" not in rest.strip() and label.rstrip() in phrases(name) else None
