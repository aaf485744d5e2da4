"""The index passes over no sentence that would have counted: its outcome is that of holding every wording against every one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from factcheck import pipeline
from factcheck.language.spelling import Spellings, nearest
from factcheck.matching.index import CatalogueIndex, Picked
from factcheck.matching.questions import question_models
from factcheck.matching.reached import Reached
from factcheck.matching.vocabulary import Vocabulary
from factcheck.model import Catalogue, Claim, Evidence, Question, Sentence, Source
from factcheck.sources import read_sources
from factcheck.sources.sentences import split_sentences
from factcheck.stance.judge import judge

NAMES = (("orvix", ("Orvix", "أورفكس")), ("kestrel", ("Kestrel Mining", "Kestrel", "كستريل")), ("port", ("Port Amsel", "بورت أمسيل")))
WHO = ("Orvix", "Kestrel Mining", "the company", "أورفكس", "Helen Marsh", "la mairie")
DONE = (
    "{} acquired Kestrel in {}",
    "{} was fined {} million euros",
    "{} people died in the fire at {}",
    "{} will close its plant in {}",
    "{} will not close its plant in {}",
    "{} a quitté le groupe en {}",
    "استحوذت {} على كستريل عام {}",
    "{} founded the institute in {}",
    "sabotage by {} caused the collapse of {}",
    "the bridge collapsed in {1} because of {0}",
    "{} bought Kestrel on 29 April 2020 for {} million euros",
    "{} founded the institute on 1 May 2020, not in {}",
    "it was {}, not Kestrel Mining, that closed the plant in {}",
    "{} lost 40 million euros, compared with {} million",
)
VALUES = ("2018", "2019", "40", "52", "Port Amsel", "three", "March 2019", "بورت أمسيل", "29 April 2020", "two years ago", "Wednesday")
FILLERS = """the a of in and was not never denied ruled out that may said . . , : bought purchase takeover fine penalty killed dead
shut shutdown Orvex Kestral plant closure it years since people workers left joined
yesterday Friday today ago from to rather than wrong as reported أمس قبل hier لم نفى أن قال شراء ، . pas selon racheté"""

claims = st.builds(lambda form, who, value: form.format(who, value), st.sampled_from(DONE), st.sampled_from(WHO), st.sampled_from(VALUES))


@st.composite
def catalogues(draw: st.DrawFn) -> Catalogue:
    """Draw questions whose rivals have one or two wordings each."""
    questions = []
    for number in range(draw(st.integers(1, 4))):
        rows = draw(st.lists(st.lists(claims, min_size=1, max_size=2), min_size=2, max_size=3))
        told = tuple(Claim(f"q{number}-{i}", row[0], tuple(row[1:])) for i, row in enumerate(rows))
        questions.append(Question(f"q{number}", "What happened?", claims=told))
    return Catalogue(tuple(questions), draw(st.sampled_from([(), NAMES])))


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Draw an article: claims, changed here and there, between other words."""
    piece = st.one_of(claims, claims, st.sampled_from(FILLERS.split()), st.just("\n"), st.sampled_from(VALUES))
    words = " ".join(draw(st.lists(piece, min_size=1, max_size=14))).split(" ")
    for _ in range(draw(st.integers(0, 3))):
        words[draw(st.integers(0, len(words) - 1))] = draw(st.sampled_from(FILLERS.split()))
    return draw(st.sampled_from([" ", " ", "\u00a0"])).join(words)


class Everything(CatalogueIndex):
    """The reference: every question may be spoken of in every sentence."""

    def pick(self, source: Source) -> Picked:
        everywhere = list(range(len(source.sentences)))
        return Picked(dict.fromkeys(range(len(self.models)), everywhere), everywhere)


def article(text: str, language: str | None = "en") -> Source:
    spans = split_sentences(text, 0, len(text), language, wrapped=False)
    rows = tuple(Sentence(i, a, b, 1, a + 1) for i, (a, b) in enumerate(spans))
    return Source("a", "a", text, rows, language=language, published="2020-05-01")


def both(catalogue: Catalogue, source: Source) -> tuple[list[Evidence], list[Evidence]]:
    vocabulary = Vocabulary(catalogue)
    models = question_models(catalogue, vocabulary)
    return judge(source, CatalogueIndex(models, vocabulary)), judge(source, Everything(models, vocabulary))


@settings(deadline=None, max_examples=150)
@given(catalogues(), texts(), st.sampled_from(["en", "en", "ar", "fr", None]))
def test_the_index_finds_what_the_exhaustive_scorer_finds(catalogue: Catalogue, text: str, language: str | None) -> None:
    indexed, exhaustive = both(catalogue, article(text, language))
    event(f"says {min(len(exhaustive), 3)} or more")
    assert indexed == exhaustive


@settings(deadline=None, max_examples=150)
@given(catalogues(), texts(), st.sampled_from(["en", "en", "ar", "fr", None]))
def test_what_an_article_reaches_rules_out_no_question_that_it_speaks_of(catalogue: Catalogue, text: str, language: str | None) -> None:
    source = article(text, language)
    vocabulary = Vocabulary(catalogue)
    models = question_models(catalogue, vocabulary)
    parts = [CatalogueIndex(models, vocabulary, {number}) for number in range(len(models))]
    kept = [Reached.from_bytes(each.pick(source).reached.as_bytes()) for each in (CatalogueIndex(models, vocabulary), *parts)]
    for part in parts:
        if part.pick(source).sentences:
            event("speaks of a question")
            assert all(map(part.may_concern, kept))


def asked(*rivals: str, names: tuple[tuple[str, tuple[str, ...]], ...] = NAMES) -> Catalogue:
    return Catalogue((Question("q", "What happened?", claims=tuple(Claim(f"q-{i}", text) for i, text in enumerate(rivals))),), names)


@pytest.mark.parametrize(
    ("catalogue", "text"),
    [
        pytest.param(
            asked("The bridge collapsed because of sabotage", "The bridge collapsed because of corrosion"),
            "The bridge over the river collapsed on Monday. Investigators ruled out sabotage.",
            id="a denial of nothing but the claim's own words",
        ),
        pytest.param(
            asked("40 people died in the fire at Port Amsel", "52 people died in the fire at Port Amsel"),
            "The blaze broke out at night. In the fire 40 people died.",
            id="an article without any of the names",
        ),
        pytest.param(
            asked("Orvix acquired Kestrel in 2018", "Orvix acquired Kestrel in 2019"),
            "Orvix is a mining company. Its rivals were small. The acquisition of Kestrel was completed in 2019.",
            id="a name that stands in another sentence",
        ),
        pytest.param(
            asked("Orvix acquired Kestrel in 2018", "Orvix acquired Kestrel in 2019"),
            "The acquisition of Kestrel was completed in 2019.",
            id="a name that the article never uses",
        ),
        pytest.param(
            asked("Orvix bought the mine on 29 April 2020", "Orvix bought the mine on 27 April 2020"),
            "Orvix bought a mine from the state. It all came about on Wednesday.",
            id="a day that has to be worked out, without a word for the event",
        ),
        pytest.param(
            asked("Orvix paid 42 million euros for the mine", "Orvix paid 38 million euros for the mine"),
            "Orvix paid for the mine. It is 42 million euros, not the 38 million bandied about.",
            id="one value set against another, without a word for the event",
        ),
        pytest.param(
            asked("Orvix bought the mine", "Helen Marsh bought the mine"),
            "Somebody bought the mine. It was Helen Marsh, not Orvix.",
            id="own words set against those of a rival",
        ),
        pytest.param(
            asked("Orvix will close its plant", "Orvix will not close its plant"),
            "Orvix will close its plant, a union said. A spokesman denied this.",
            id="a sentence that only rejects the one before",
        ),
    ],
)
def test_what_the_index_must_not_pass_over(catalogue: Catalogue, text: str) -> None:
    indexed, exhaustive = both(catalogue, article(text))
    assert indexed == exhaustive
    assert indexed


def test_the_index_changes_nothing_on_the_seeds() -> None:
    root = Path(__file__).parents[2]
    catalogue, _ = pipeline.load_catalogue(str(root / "claims"))
    sources, _ = read_sources([str(root / "seeds")])
    for source in sources:
        indexed, exhaustive = both(catalogue, source)
        assert indexed == exhaustive
        assert indexed


WORD = st.one_of(st.text("abcmn", min_size=2, max_size=9), st.text("a", min_size=28, max_size=33))
WORDS = st.lists(WORD, min_size=1, max_size=12, unique=True)


@given(WORDS, WORD, st.sampled_from([1, 2]))
def test_spellings_are_found_as_by_trying_every_word(listed: list[str], word: str, most: int) -> None:
    spellings = Spellings(2)
    for each in listed:
        spellings.add(each)
    assert spellings.nearest(word, most) == nearest(word, [each for each in listed if each[0] == word[0]], most)
