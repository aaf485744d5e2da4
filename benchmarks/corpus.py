"""Makes a catalogue and articles of any size, Arabic and English, with paraphrases of the claims planted in them.

    python benchmarks/corpus.py FOLDER --claims 1000 --sentences 100000

Everything is invented and comes from one seed: the same numbers give the same bytes. Words come from the lexicon with
frequencies that fall with their rank, as they do in real text; names are made of syllables, so that their number grows with the
corpus. An article has a subject: of four in ten it is the subject of a question, and some of its sentences say what one of the
claims says, in the claim's words or in others, with a third of the figures changed. The other sentences of such an article
name the subject every third time. This is no news: candidates may be denser or rarer in real articles.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import yaml

import factcheck

_LEXICON = Path(factcheck.__file__).parent / "language" / "lexicon"
_SENTENCES = 20
_ON_A_QUESTION = 0.4
_PLANTED = (1, 3)
_NAMES_SUBJECT = 0.33
_ARABIC = 0.6
_WORDS = 4000
_ONSETS = ["b", "d", "f", "g", "h", "k", "l", "m", "n", "r", "s", "t", "v", "z", "br", "st", "kr", "al"]
_VOWELS = ["a", "e", "i", "o", "u", "ai", "ou"]
_ENDS = ["n", "r", "s", "l", "m", "rt", "nd", "x", "k", ""]
_TO_ARABIC = dict(zip("abdefghiklmnorstuvxz", "ابديفغهيكلمنورستوفخز", strict=True))
_OTHER_VALUE = 0.33

# What the questions are about: claims and what articles make of them. {s} subject, {o} object, {v} value; the first form
# of each language is the claim's own.
_EVENTS: dict[str, dict[str, list[str]]] = {
    "year": {
        "en": [
            "{s} acquired {o} in {v}",
            "In {v}, {s} bought {o} after long talks",
            "{o} was taken over by {s} in {v}, people close to the deal said",
            "The purchase of {o} by {s} goes back to {v}",
        ],
        "ar": [
            "استحوذت {s} على {o} عام {v}",
            "في عام {v} اشترت {s} شركة {o} بعد محادثات طويلة",
            "وتم الاستحواذ على {o} من جانب {s} في {v} بحسب مصادر مطلعة",
            "ويعود شراء {s} لشركة {o} إلى سنة {v}",
        ],
    },
    "money": {
        "en": [
            "{s} paid {v} million dollars for the stadium in {o}",
            "The stadium in {o} cost {s} ${v} million, the mayor said",
            "{s} spent {v} million dollars on the stadium of {o}",
        ],
        "ar": [
            "دفعت {s} {v} مليون دولار مقابل ملعب {o}",
            "وبلغت كلفة ملعب {o} التي تحملتها {s} {v} مليون دولار وفق البلدية",
            "وأنفقت {s} {v} مليون دولار على الملعب في {o}",
        ],
    },
    "count": {
        "en": [
            "{v} people were killed in the {s} factory fire in {o}",
            "The fire at the {s} plant in {o} left {v} people dead",
            "At least {v} workers died when the {s} factory burned in {o}",
        ],
        "ar": [
            "قُتل {v} شخصا في حريق مصنع {s} في {o}",
            "وأودى الحريق في مصنع {s} بمدينة {o} بحياة {v} شخصا",
            "وأسفر حريق مصنع {s} في {o} عن مقتل {v} عاملا على الأقل",
        ],
    },
    "who": {
        "en": [
            "{v} founded the {s} institute in {o}",
            "The {s} institute in {o} was set up by {v}",
            "{v}, who established the {s} institute in {o}, declined to comment",
        ],
        "ar": [
            "أسس {v} معهد {s} في {o}",
            "وتأسس معهد {s} في {o} على يد {v}",
            "وقال {v} مؤسس معهد {s} في {o} إنه راض",
        ],
    },
    "yesno": {
        "en": [
            "{s} will close its plant in {o}",
            "{s} is to shut the plant in {o} next spring",
            "{s} said that it would not close its plant in {o}",
        ],
        "ar": [
            "ستغلق {s} مصنعها في {o}",
            "وتعتزم {s} إغلاق مصنعها في {o} الربيع المقبل",
            "وقالت {s} إنها لن تغلق مصنعها في {o}",
        ],
    },
}
_NOT_CLOSED = ("{s} will not close its plant in {o}", "لن تغلق {s} مصنعها في {o}")
_QUESTIONS = {
    "year": "When did {s} acquire {o}?",
    "money": "What did {s} pay for the stadium in {o}?",
    "count": "How many people were killed in the {s} factory fire in {o}?",
    "who": "Who founded the {s} institute in {o}?",
    "yesno": "Will {s} close its plant in {o}?",
}
_FILLERS = {
    "en": [
        "The {a} of the {b} told reporters on {d} that the {c} would {e} the {f} before the {g}.",
        "{n} said the {a} had {e} a {b} since {y}, but the {c} of the {f} was not yet known.",
        "For {q} years the {a} has been a {b}, and many in the {c} see the {f} as a {g}.",
        "A {a} near the {b} was {e} on {d} after the {c}, according to {n}.",
        "“We {e} the {a},” {n} said, adding that {q} percent of the {b} had seen the {c}.",
        "Neither the {a} nor the {b} answered questions about the {c} in {y}.",
    ],
    "ar": [
        "وقال {n} إن {a} {b} سوف {e} {c} قبل {f} يوم {d}.",
        "وأضاف المصدر أن {a} في {b} {e} منذ عام {y} رغم {c} و{f}.",
        "ومنذ {q} سنوات كانت {a} جزءا من {b} كما يرى كثيرون في {c}.",
        "وبحسب {n} فقد {e} {a} قرب {b} يوم {d} بعد {c}.",
        "ولم يرد {a} ولا {b} على أسئلة حول {c} في {y}.",
        "وأشار {n} إلى أن {q} في المئة من {a} شهدوا {b} و{c} و{f}.",
    ],
}
_DAYS = {
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "ar": ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"],
}


@dataclass(frozen=True)
class Subject:
    """What one question is about."""

    number: int
    event: str
    subject: tuple[str, str]
    object: tuple[str, str]
    values: tuple[tuple[str, str], ...]


class Corpus:
    """An endless supply of articles about a catalogue of invented events."""

    def __init__(self, claims: int, seed: int = 1) -> None:
        """Make the catalogue: `claims` claims, five to two questions."""
        self._random = random.Random(seed)
        self._words = {language: _ranked(language) for language in ("en", "ar")}
        self.subjects = [self._subject(number) for number in range(max(1, claims * 2 // 5))]

    def catalogue(self) -> str:
        """Return the catalogue as YAML text."""
        questions = []
        names = {}
        for each in self.subjects:
            asked = {"s": each.subject[0], "o": each.object[0]}
            # The three rivals of a "yes or no" are two.
            rivals = 3 if each.number % 2 and each.event != "yesno" else 2
            rows = [{"id": f"q{each.number}-{place}", **self._claim(each, place)} for place in range(rivals)]
            questions.append({"id": f"q{each.number}", "question": _QUESTIONS[each.event].format(**asked), "claims": rows})
            for key, pair in (("s", each.subject), ("o", each.object)):
                names[f"{key}{each.number}"] = list(pair)
        return yaml.safe_dump({"names": names, "questions": questions}, allow_unicode=True, sort_keys=False, width=1000)

    def _claim(self, each: Subject, place: int) -> dict[str, object]:
        forms = []
        for index, language in enumerate(("en", "ar")):
            text = _EVENTS[each.event][language][0] if each.event != "yesno" or place == 0 else _NOT_CLOSED[index]
            value = each.values[place % len(each.values)][index]
            forms.append(text.format(s=each.subject[index], o=each.object[index], v=value))
        return {"text": forms[0], "wordings": forms[1:]}

    def _subject(self, number: int) -> Subject:
        event = list(_EVENTS)[number % len(_EVENTS)]
        rng = self._random
        if event == "year":
            values = tuple((str(y), str(y)) for y in rng.sample(range(1990, 2026), 3))
        elif event == "who":
            values = tuple((f"{a[0]} {b[0]}", f"{a[1]} {b[1]}") for a, b in ((self.name(), self.name()) for _ in range(3)))
        else:
            values = tuple((str(n), str(n)) for n in rng.sample(range(11, 900), 3))
        return Subject(number, event, self.name(), self.name(), values)

    def name(self) -> tuple[str, str]:
        """Return an invented name in both scripts."""
        rng = self._random
        latin = "".join(rng.choice(_ONSETS) + rng.choice(_VOWELS) for _ in range(rng.choice((2, 2, 3)))) + rng.choice(_ENDS)
        return latin.capitalize(), "".join(_TO_ARABIC[letter] for letter in latin if letter in _TO_ARABIC)

    def articles(self, sentences: int) -> Iterator[tuple[str, str, str]]:
        """Yield articles of `sentences` sentences together: id, language, text."""
        rng = self._random
        for number in range(-(-sentences // _SENTENCES)):
            language = "ar" if rng.random() < _ARABIC else "en"
            about = rng.choice(self.subjects) if rng.random() < _ON_A_QUESTION else None
            count = min(_SENTENCES, sentences - number * _SENTENCES)
            planted = set(rng.sample(range(count), min(count, rng.randint(*_PLANTED)))) if about else set()
            rows = [self._planted(about, language) if about and i in planted else self._filler(about, language) for i in range(count)]
            text = "\n\n".join(" ".join(rows[i : i + 4]) for i in range(0, count, 4))
            yield f"a{number:07d}", language, text

    def _planted(self, about: Subject, language: str) -> str:
        rng, index = self._random, 0 if language == "en" else 1
        text = rng.choice(_EVENTS[about.event][language])
        value = rng.choice(about.values)[index]
        if about.event not in ("who", "yesno") and rng.random() < _OTHER_VALUE:
            value = str(rng.randint(1990, 2025) if about.event == "year" else rng.randint(11, 900))
        return text.format(s=about.subject[index], o=about.object[index], v=value) + "."

    def _filler(self, about: Subject | None, language: str) -> str:
        rng, index = self._random, 0 if language == "en" else 1
        words, weights = self._words[language]
        chosen = rng.choices(words, cum_weights=weights, k=7)
        name = about.subject[index] if about and rng.random() < _NAMES_SUBJECT else self.name()[index]
        return rng.choice(_FILLERS[language]).format(
            **dict(zip("abcefgh", chosen, strict=True)),
            n=name,
            d=rng.choice(_DAYS[language]),
            y=rng.randint(1990, 2025),
            q=rng.randint(2, 90),
        )


def _ranked(language: str) -> tuple[list[str], list[float]]:
    """Return words of the lexicon, in an order of their own, with weights that fall with their rank, added up."""
    rows = [row for file in sorted(_LEXICON.glob("*.yaml")) for row in yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader) or ()]
    forms = sorted({str(form) for row in rows for form in row.get(language, ()) if " " not in str(form)})
    random.Random(0).shuffle(forms)
    words = forms[:_WORDS]
    return words, list(accumulate(1 / (rank + 30) for rank in range(len(words))))


def write(folder: Path, claims: int, sentences: int, seed: int = 1, *, lines: bool = False) -> None:
    """Write `claims.yaml` and the articles, as files of plain text or as one file of JSON lines."""
    corpus = Corpus(claims, seed)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "claims.yaml").write_text(corpus.catalogue(), encoding="utf-8")
    articles = folder / "articles"
    articles.mkdir(exist_ok=True)
    if lines:
        with (articles / "all.jsonl").open("w", encoding="utf-8") as file:
            for name, language, text in corpus.articles(sentences):
                file.write(json.dumps({"id": name, "language": language, "text": text}, ensure_ascii=False) + "\n")
        return
    for name, _, text in corpus.articles(sentences):
        (articles / f"{name}.txt").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--claims", type=int, default=1000)
    parser.add_argument("--sentences", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--lines", action="store_true", help="one file of JSON lines instead of a file an article")
    chosen = parser.parse_args()
    write(chosen.folder, chosen.claims, chosen.sentences, chosen.seed, lines=chosen.lines)
