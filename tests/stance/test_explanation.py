"""What explains an article on a question: the same evidence as ever, and the nearest misses with what stopped them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tunnel_catalogue import CATALOGUE, article, question

from factcheck.language.tokens import tokenise
from factcheck.language.value_search import find_values
from factcheck.matching.index import CatalogueIndex
from factcheck.matching.questions import question_models
from factcheck.matching.vocabulary import Vocabulary
from factcheck.model import Catalogue, Explanation, Source, Stance, Step
from factcheck.pipeline import explain, gather_evidence, load_catalogue, load_sources
from factcheck.stance.competition import settle_rivals
from factcheck.stance.findings import Finding
from factcheck.stance.judge import explain as explain_one
from factcheck.stance.judge import judge
from factcheck.stance.near_misses import outdone

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(str(ROOT / "claims"))[0]


@pytest.fixture(scope="module")
def seeds() -> tuple[Source, ...]:
    return load_sources([str(ROOT / "seeds")])[0]


def explained(text: str, asked: str, misses: int = 5) -> Explanation:
    return explain(CATALOGUE, article(text), asked, misses)


@pytest.mark.parametrize(
    ("text", "asked", "claim", "step"),
    [
        ("The harbour tunnel was flooded in 2021.", "opened", "opened-2", Step("event", "predicate missing", "opened")),
        ("The harbour tunnel has cost 61 apples.", "cost", None, None),
        ("The harbour tunnel may have cost 61 million euros.", "cost", None, Step("value", "not put forward", "61 million euros")),
        ("The harbour tunnel was built.", "builder", "builder-1", Step("words", "not set apart", "Orvix")),
        (
            "The harbour tunnel was opened in 2019 and flooded in 2021.",
            "opened",
            "opened-2",
            Step("value", "weaker", "another value of the sentence is bound better"),
        ),
    ],
)
def test_the_step_that_stopped_a_sentence_is_named(text: str, asked: str, claim: str | None, step: Step | None) -> None:
    misses = explained(text, asked).misses
    if step is None:
        assert misses == ()
        return
    found = next(miss for miss in misses if miss.claim == claim)
    assert found.stopped_by == step
    assert found.quote == text


def test_a_value_that_another_question_took_is_seen_as_that() -> None:
    lorries = question(
        "lorries",
        "When did the minister open the harbour tunnel to lorries?",
        "The minister opened the harbour tunnel to lorries in 2020",
        "The minister opened the harbour tunnel to lorries in 2021",
    )
    catalogue = Catalogue((*CATALOGUE.questions[:1], lorries))
    source = article("The minister opened the harbour tunnel to lorries in 2021.")
    explanation = explain(catalogue, source, "opened", 5)
    assert explanation.evidence == ()
    assert [(miss.claim, miss.value, miss.stopped_by) for miss in explanation.misses] == [
        ("opened-2", "2021", Step("value", "another question", "lorries"))
    ]
    assert [each.claim for each in explain(catalogue, source, "lorries", 5).evidence] == ["lorries-2"]


def test_a_weaker_value_that_no_claim_lists_is_seen_as_that() -> None:
    year = find_values(tokenise("in 2017"), "en")[0]
    steps = (Step("match", "wording", "The harbour tunnel was opened in 2019"), Step("value", "different", "2017"))
    strong = Finding(0, 0, Stance.SUPPORTS, 1.0, 2.0, 0, steps=steps)
    weak = Finding(None, 1, Stance.SUPPORTS, 0.75, 2.0, 0, year, steps=steps)
    (miss,) = outdone([strong, weak], settle_rivals([strong, weak], exclusive=True))
    assert (miss.sentence, miss.value, miss.wording, miss.step) == (1, year, steps[0].detail, Step("rivals", "weaker"))


def test_a_weaker_rival_of_the_catalogue_is_evidence_with_the_step_that_made_it_a_mention() -> None:
    text = "The harbour tunnel was opened in 2019. It was opened in 2021."
    mentions = [each for each in explained(text, "opened").evidence if each.claim == "opened-2"]
    assert [(each.stance.value, [step.name for step in each.steps].count("rivals")) for each in mentions] == [("mentions", 1)]


def test_misses_come_nearest_first_and_no_more_than_asked_for() -> None:
    text = "The harbour was opened in 2021. The harbour tunnel was flooded in 2021. The tunnel was flooded in 2019."
    several = explained(text, "opened").misses
    assert len(several) > 1
    assert [miss.score for miss in several] == sorted((miss.score for miss in several), reverse=True)
    assert explained(text, "opened", 1).misses == several[:1]
    assert explained(text, "opened", 0).misses == ()


def test_a_sentence_that_says_no_word_of_the_claim_is_no_near_miss() -> None:
    assert explained("Olives were brought in a month early in 2019.", "opened").misses == ()


def test_the_parts_of_a_miss_add_up_too() -> None:
    for miss in explained("The harbour tunnel was flooded in 2021.", "opened").misses:
        assert sum(round(10 * part.points) for part in miss.parts) == round(10 * miss.score)


def test_looking_for_misses_changes_no_evidence_and_no_sentence_is_both(catalogue: Catalogue, seeds: tuple[Source, ...]) -> None:
    vocabulary = Vocabulary(catalogue)
    index = CatalogueIndex(question_models(catalogue, vocabulary), vocabulary)
    for number, asked in enumerate(catalogue.questions):
        source = seeds[number % len(seeds)]
        evidence, misses = explain_one(source, index, asked.id, 1000)
        assert list(evidence) == [each for each in judge(source, index) if each.question == asked.id]
        told = {(each.start, each.claim) for each in evidence if each.claim is not None}
        assert not told & {(miss.start, miss.claim) for miss in misses}
        places = [(miss.start, miss.claim, miss.claim is None and miss.value) for miss in misses]
        assert len(places) == len(set(places))
        for miss in misses:
            assert source.text[miss.start : miss.end] == miss.quote
            assert sum(round(10 * part.points) for part in miss.parts) == round(10 * miss.score)
            assert miss.value is None or miss.value in miss.quote


def test_an_article_explains_itself_as_it_is_judged_among_others(catalogue: Catalogue, seeds: tuple[Source, ...]) -> None:
    explanation = explain(catalogue, seeds[2], "musk-departure-year", 5)
    together = [each for each in gather_evidence(catalogue, seeds) if (each.question, each.source) == ("musk-departure-year", seeds[2].id)]
    assert list(explanation.evidence) == together
    assert together


def test_a_sentence_that_says_the_opposite_is_stopped_by_the_word_for_it() -> None:
    explanation = explained("Orvix has closed the smelter.", "closed")
    assert [(each.claim, each.stance.value) for each in explanation.evidence] == [("closed-1", "supports")]
    assert [(miss.claim, miss.stopped_by) for miss in explanation.misses] == [("closed-2", Step("negation", "opposite", "closed"))]
