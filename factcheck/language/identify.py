"""Which language a text is in: by script, then by marker letters, then by a vote of its common words.

No model is loaded. The script decides first, since articles mix in names of another script; among languages
written in Latin letters the common words of every data file vote.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from typing import NamedTuple

from factcheck.language.folding import fold
from factcheck.language.knowledge import codes, section
from factcheck.language.tokens import fold_word

_WORD = re.compile(r"[^\W\d_]+")
# Letters that Arabic does not have, by the language that has them. One alone may stand in a borrowed name.
_MARKER_LETTERS = {
    "ckb": "ەێۆڕڵڤ",
    "ps": "ښځڅټډړږڼۍې",
    "ur": "ٹڈڑےںہھ",
    "fa": "پچژگ",
}
# Scripts that one language in the news is written in.
_SCRIPT_LANGUAGES = {
    "HEBREW": "he",
    "GREEK": "el",
    "HANGUL": "ko",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "CJK": "zh",
    "THAI": "th",
    "GEORGIAN": "ka",
    "ARMENIAN": "hy",
}
# Letters of Latin script that few languages use in more than a name: foreign to all but those that tell themselves by them.
_RARE_LETTERS = frozenset("ãõßäöşğıłżąęśćčřšžěůőűățșìòåøæðþ")
# What a sentence in another script has, by whether the article is in Arabic letters: three words in a row.
_OTHER_SCRIPT = {True: re.compile(r"[A-Za-zÀ-ÿ]+(?:\W+[A-Za-zÀ-ÿ]+){2}"), False: re.compile(r"[\u0620-\u06ff]+(?:\W+[\u0620-\u06ff]+){2}")}
_LETTERS_OF = {True: re.compile(r"[\u0620-\u06ff]"), False: re.compile(r"[A-Za-zÀ-ÿ]")}
_NEARLY_ALL = 0.8
# Enough of a text to tell its language by; longer texts only cost time.
_SAMPLE = 6_000
# Enough where nothing speaks for another language, and by how much more than needed a language must then be ahead.
_BEGINNING, _NO_DOUBT = 400, 1.5
# Common words make up at least this share of a text in the right language; a short text holds more names.
_LONG_TEXT, _LONG_TEXT_SHARE, _SHORT_TEXT_SHARE = 40, 0.25, 0.16


def identify(text: str) -> str | None:
    """Return the ISO 639-1 code of the language of `text`, or None where it cannot be told.

    Arabic script decides where at least three words in ten are written in it: Arabic articles hold Latin names,
    and hardly ever the other way round. Kurdish in Arabic script is `ckb`, which has no shorter code.
    """
    return _language(text[:_SAMPLE], 1)


def identify_running_text(text: str) -> str | None:
    """Return the language of a text that is article from its first word on, as `identify` does, but sooner.

    The beginning alone decides where it leaves no doubt, which is so in nearly every article.
    """
    return (_language(text[:_BEGINNING], _NO_DOUBT) if len(text) > _BEGINNING else None) or identify(text)


def language_of_sentence(sentence: str, language: str | None) -> str | None:
    """Return the language of a sentence of an article in `language`: another one where nearly all of it is in another script.

    An Arabic article quotes an English post in full; which of several languages of one script a sentence is in is not asked.
    """
    if language is None or _OTHER_SCRIPT[section(language, "script") == "Arabic"].search(sentence) is None:
        return language
    here, there = _LETTERS_OF[section(language, "script") == "Arabic"], _LETTERS_OF[section(language, "script") != "Arabic"]
    own, other = len(here.findall(sentence)), len(there.findall(sentence))
    return (_language(sentence, 1) or language) if other >= _NEARLY_ALL * (own + other) else language


def may_change_language(text: str, language: str | None) -> bool:
    """Return False where no sentence of a text is in another language than the whole, as `language_of_sentence` has it."""
    return language is not None and _OTHER_SCRIPT[section(language, "script") == "Arabic"].search(text) is not None


def _language(sample: str, margin: float) -> str | None:
    """Return the language of a sample, or None where it cannot be told.

    Args:
        sample: What is looked at.
        margin: By how much more than just what is needed a language must be ahead; where it is more than 1, languages in
            Arabic script that share letters are not told apart.
    """
    ascii_only = sample.isascii()
    words: list[str] = []
    # Folding changes no more of such words than their capitals.
    for piece in (sample.lower() if ascii_only else sample).split():
        if piece.isalpha():
            words.append(piece)
        else:
            words += _WORD.findall(piece)
    if not words:
        return None
    if ascii_only:
        return _latin_script_language(words, sample, margin)
    scripts: Counter[str] = Counter()
    for letter, count in Counter([word[0] for word in words]).items():
        scripts[_script(letter)] += count
    if scripts["ARABIC"] >= min(0.3 * margin**2, 1) * len(words):
        return _arabic_script_language(sample, words, margin)
    if scripts["LATIN"] >= min(0.5 * margin, 1) * len(words):
        if scripts["LATIN"] < len(words):
            words = [word for word in words if _script(word[0]) == "LATIN"]
        return _latin_script_language(words, sample, margin)
    if margin > 1:
        return None
    return "ja" if scripts["HIRAGANA"] + scripts["KATAKANA"] else _SCRIPT_LANGUAGES.get(scripts.most_common(1)[0][0])


@cache
def _script(character: str) -> str:
    return unicodedata.name(character, "").split(" ")[0]


def _arabic_script_language(text: str, all_words: list[str], margin: float) -> str | None:
    # Persian is told by letters that Urdu and Kurdish share, so it comes last.
    marked = {code: count for code, markers in _MARKER_LETTERS.items() if (count := sum(map(text.count, markers)))}
    if not marked:
        return "ar"
    if margin > 1:
        return None
    words = [word for word in all_words if _script(word[0]) == "ARABIC"]
    total = sum(map(len, words)) or 1
    return next((code for code, count in marked.items() if count / total >= 0.015 and not _reads_as_arabic(words)), "ar")


def _reads_as_arabic(printed: list[str]) -> bool:
    """Return whether the article `ال` and the common words of Arabic are as frequent as Arabic has them."""
    words = list(map(fold_word, printed))
    common = _common_words().get("ar", frozenset())
    # Persian and Urdu share a few of the words (من, او, ما) and borrow the article only inside names.
    arabic = sum(1 for word in words if word in common or (word.startswith("ال") and len(word) > 4))
    return arabic >= 0.4 * len(words)


@cache
def _common_words() -> dict[str, frozenset[str]]:
    return {code: frozenset(fold(word) for word in section(code, "common_words")) for code in codes() if section(code, "common_words")}


class _Voter(NamedTuple):
    """What a language written in Latin letters tells itself by.

    Attributes:
        votes: Its common words, with their votes.
        telltales: Letters of its own, with their votes.
        foreign: Words of others.
        rare: Letters that this language does not have and few others do.
    """

    votes: dict[str, float]
    telltales: dict[str, float]
    foreign: frozenset[str]
    rare: frozenset[str]


@cache
def _voters() -> dict[str, _Voter]:
    known = {code: common for code, common in _common_words().items() if any("a" <= word[0] <= "z" for word in common)}
    shared = Counter(word for common in known.values() for word in common)
    letters = {code: section(code, "telltale_letters") or "" for code in known}
    sharing = Counter(letter for each in letters.values() for letter in each)
    foreign = {code: frozenset(fold(word) for word in section(code, "foreign_words")) for code in known}
    return {
        code: _Voter(
            # A word or letter that several languages have says little, one that only one has says much.
            {word: 1 / shared[word] ** 2 for word in common},
            {letter: 1 / sharing[letter] ** 2 for letter in letters[code]},
            foreign[code] - common,
            _RARE_LETTERS.difference(letters[code]),
        )
        for code, common in known.items()
    }


@cache
def _heeded_letters() -> re.Pattern[str]:
    letters = _RARE_LETTERS.union(*(voter.telltales for voter in _voters().values()))
    return re.compile(f"[{re.escape(''.join(sorted(letters)))}]")


@cache
def _said_by() -> dict[str, tuple[float, ...]]:
    """Return what each folded word says that says anything: its vote for each language, then for each 1 where it speaks against it."""
    voters = _voters().values()
    heeded = frozenset().union(*(voter.votes.keys() | voter.foreign for voter in voters))
    return {word: (*(voter.votes.get(word, 0.0) for voter in voters), *(word in voter.foreign for voter in voters)) for word in heeded}


def _latin_script_language(words: list[str], text: str, margin: float) -> str | None:
    voters = _voters()
    if not voters:
        return None
    # One row a language: what each word says for it; below them, what each says against it.
    said = filter(None, map(_said_by().get, words if text.isascii() else map(fold_word, words)))
    rows = list(zip(*said, strict=True)) or [()] * (2 * len(voters))
    seen = Counter(_heeded_letters().findall(unicodedata.normalize("NFC", text).lower()))
    votes: dict[str, float] = {}
    for (code, voter), support, objections in zip(voters.items(), rows, rows[len(voters) :], strict=False):
        telltales = sum([seen[letter] * weight for letter, weight in voter.telltales.items() if letter in seen]) if seen else 0
        votes[code] = sum(support) + min(telltales, 2 + len(words) // 10) - sum(objections)
    ranked = sorted(votes, key=lambda code: (-votes[code], code))
    best, second = ranked[0], votes[ranked[1]] if len(ranked) > 1 else 0.0
    if votes[best] < 1 or votes[best] < 1.3 * margin * second:
        return None
    rare = sum(seen[letter] for letter in voters[best].rare.intersection(seen))
    if rare and margin > 1:
        return None
    if rare and rare > 0.01 * sum(len(fold_word(word)) for word in words):
        return None
    support = rows[list(voters).index(best)]
    share = (len(support) - support.count(0)) / len(words)
    return best if share >= margin * (_LONG_TEXT_SHARE if len(words) >= _LONG_TEXT else _SHORT_TEXT_SHARE) else None
