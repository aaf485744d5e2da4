"""The words that values are made of, as a language's data lists them, and which words can begin a value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

from factcheck.language.compiled import compiled
from factcheck.language.folding import fold
from factcheck.language.knowledge import data_files, section
from factcheck.language.knowledge import language as all_sections
from factcheck.language.phrases import Found, PhraseIndex, ReadPhrase, read_phrase
from factcheck.language.stems import candidates, costs_of
from factcheck.language.tokens import Kind, Token, tokenise

# Tokens of the longest phrase that leads up to a value: supera la barrera de los, de l'ordre de.
_LONGEST = 5
# A clitic before a number word (وعشرون, بمليار) costs at most this.
_CLITIC_COST = 0.4

# Signs and codes are the same in all languages, so they are no language's data. A bare $ is the US dollar's.
CURRENCY_SIGNS: Mapping[str, str] = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₺": "TRY",
    "₽": "RUB",
    "₩": "KRW",
    "₪": "ILS",
    "₴": "UAH",
}
DOLLAR_PREFIXES: Mapping[str, str] = {
    "us": "USD",
    "a": "AUD",
    "au": "AUD",
    "c": "CAD",
    "ca": "CAD",
    "hk": "HKD",
    "nz": "NZD",
    "s": "SGD",
    "r": "BRL",
    "mx": "MXN",
}
CURRENCY_CODES = frozenset((
    "USD", "EUR", "GBP", "JPY", "CNY", "INR", "CHF", "SEK", "NOK", "DKK", "CZK", "PLN", "HUF", "RON", "TRY", "RUB", "UAH", "KRW", "ILS",
    "AUD", "CAD", "NZD", "HKD", "SGD", "BRL", "MXN", "ARS", "COP", "CLP", "PEN", "ZAR", "NGN", "KES", "MAD", "DZD", "TND", "LYD", "EGP",
    "SDG", "SAR", "AED", "QAR", "KWD", "BHD", "OMR", "JOD", "IQD", "SYP", "LBP", "YER", "IRR", "PKR", "XOF", "XAF",
))  # fmt: skip


def _listed(language: str | None, name: str) -> Iterable[str]:
    return map(str, section(language, name)) if language else ()


@cache
def words(language: str | None, name: str) -> frozenset[str]:
    """Return the folded words of one section; empty for None and where the language has no such section."""
    return frozenset(fold(word) for word in _listed(language, name))


@cache
def table(language: str | None, name: str) -> Mapping[str, str]:
    """Return one section's folded words with what each maps to, as text."""
    return {fold(str(word)): str(payload) for word, payload in section(language, name).items()} if language else {}


@cache
def _listed_phrases(language: str | None) -> dict[str, list[tuple[ReadPhrase, str]]]:
    """Return the phrases of all sections that are lists or mappings of text, read, each with what it maps to."""
    if language is None:
        return {}
    rows: dict[str, list[tuple[ReadPhrase, str]]] = compiled(f"phrases-{language}", data_files(language), lambda: _read_phrases(language))
    return rows


def _read_phrases(language: str) -> dict[str, list[tuple[ReadPhrase, str]]]:
    rows: dict[str, list[tuple[ReadPhrase, str]]] = {}
    for name, listed in all_sections(language).items():
        payloads = listed.values() if isinstance(listed, dict) else listed
        if not isinstance(listed, str) and all(isinstance(payload, str) for payload in payloads):
            read = [(read_phrase(phrase, language), payload) for phrase, payload in zip(listed, payloads, strict=True)]
            rows[name] = [(phrase, payload) for phrase, payload in read if phrase is not None]
    return rows


@cache
def phrases(language: str | None, *names: str) -> PhraseIndex:
    """Return an index over lists of phrases; the payload of a phrase is the name of its list."""
    index = PhraseIndex(language)
    for name in names:
        for phrase, _ in _listed_phrases(language).get(name, ()):
            index.add_read(phrase, name)
    return index


@cache
def phrase_table(language: str | None, *names: str) -> PhraseIndex:
    """Return an index over mappings; the payload of a phrase is what it maps to, as text."""
    index = PhraseIndex(language)
    for name in names:
        for phrase, payload in _listed_phrases(language).get(name, ()):
            index.add_read(phrase, payload)
    return index


def first(index: PhraseIndex, tokens: Sequence[Token], i: int) -> Found | None:
    """Return the longest phrase that starts at token `i`, or None, also where there is no such token."""
    return next(iter(index.at(tokens, i)), None) if 0 <= i < len(tokens) else None


def ends_at(index: PhraseIndex, tokens: Sequence[Token], i: int) -> Found | None:
    """Return the longest phrase that ends right before token `i`, or None; phrases have five tokens at most."""
    for start in range(max(0, i - _LONGEST), i):
        found = next((found for found in index.at(tokens, start) if found.last == i), None)
        if found is not None:
            return found
    return None


@lru_cache(maxsize=1 << 14)
def entry(word: str, language: str | None, name: str) -> str | None:
    """Return the entry of section `name` that a folded word is, with a clitic taken off where need be, or None."""
    listed = words(language, name)
    if word in listed:
        return word
    return next((form for form, cost in candidates(word, language) if cost <= _CLITIC_COST and form in listed), None)


def glued(tokens: Sequence[Token], i: int) -> bool:
    """Return whether token `i` stands right behind the one before it, without a space."""
    return 0 < i < len(tokens) and tokens[i - 1].end == tokens[i].start


def is_sign(token: Token) -> bool:
    """Return whether a token is a currency sign."""
    return token.kind is Kind.MARK and token.norm in CURRENCY_SIGNS


# Sections of which every value without a digit has an entry's first word at its first token.
_BEGINNINGS = (
    "numbers", "unit_words_for_teens", "fractions", "duals", "alone", "collectives", "ordinals", "months", "months_more", "weekdays",
    "weekdays_more", "quarter_words", "quarter_letters", "unit_duals", "units", "degree_before", "relative_days",
)  # fmt: skip


@cache
def _beginnings(language: str | None) -> frozenset[str]:
    if language is None:
        return frozenset()
    beginnings: frozenset[str] = compiled(f"beginnings-{language}", data_files(language), lambda: _read_beginnings(language))
    return beginnings


def _read_beginnings(language: str) -> frozenset[str]:
    return frozenset(token.norm for name in _BEGINNINGS for phrase in _listed(language, name) for token in tokenise(phrase)[:1])


@lru_cache(maxsize=1 << 14)
def word_may_begin(word: str, language: str | None) -> bool:
    """Return whether a value can begin with a folded word."""
    listed = _beginnings(language)
    if language is not None and section(language, "script") != "Latin" and word.isascii():
        # English dates stand in articles of other scripts.
        listed = _beginnings("en")
    costs = costs_of(word, language)
    return not listed.isdisjoint(costs) and any(costs[form] <= _CLITIC_COST for form in listed & costs.keys())


def may_begin(token: Token, language: str | None) -> bool:
    """Return whether a value can begin at the token; most tokens of a text cannot, and are passed over."""
    return _may_begin(token.text, token.norm, token.kind, language)


def beginnings(tokens: Iterable[Token], language: str | None) -> list[int]:
    """Return the indexes of the tokens at which a value can begin."""
    return [i for i, (text, _, _, norm, kind, _) in enumerate(tokens) if _may_begin(text, norm, kind, language)]


@lru_cache(maxsize=1 << 14)
def _may_begin(text: str, norm: str, kind: Kind, language: str | None) -> bool:
    if kind is Kind.NUMBER:
        return True
    if kind is Kind.MARK:
        return norm in CURRENCY_SIGNS or norm == "%"
    return text in CURRENCY_CODES or word_may_begin(norm, language) or (language is None and norm == "q")
