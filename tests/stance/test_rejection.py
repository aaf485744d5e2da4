"""A sentence that only rejects: what it rejects is what was told last, on whatever question."""

from __future__ import annotations

import pytest

from factcheck.language.knowledge import codes, section
from factcheck.model import Catalogue, Claim, Question, Sentence, Source
from factcheck.pipeline import gather_evidence
from factcheck.sources import split_sentences
from factcheck.stance.rejection import may_reject

CATALOGUE = Catalogue(
    (
        Question(
            "sunk",
            "When did the trawler sink?",
            claims=(Claim("4-may", "The trawler sank on 4 May"), Claim("6-may", "The trawler sank on 6 May")),
        ),
        Question(
            "crew",
            "How large was the crew of the trawler?",
            claims=(Claim("nine", "The crew of the trawler had 9 members"), Claim("twelve", "The crew of the trawler had 12 members")),
        ),
    )
)


def denied(text: str) -> set[str | None]:
    spans = split_sentences(text, 0, len(text), "en")
    sentences = tuple(Sentence(i, *span, 1, span[0] + 1) for i, span in enumerate(spans))
    return {
        e.claim for e in gather_evidence(CATALOGUE, [Source("a", "a.txt", text, sentences, language="en")]) if e.stance.value == "denies"
    }


def test_a_rejection_is_of_what_was_told_last() -> None:
    assert denied("The trawler sank on 4 May. The crew of the trawler had 9 members. That figure is wrong.") == {"nine"}


def test_a_sentence_that_tells_nothing_may_stand_between() -> None:
    assert denied("The crew of the trawler had 9 members. The sea was calm. That figure is wrong.") == {"nine"}


@pytest.mark.parametrize("language", codes())
def test_no_sentence_with_a_listed_rejection_is_passed_over(language: str) -> None:
    for phrase in section(language, "cues").get("rejection", ()):
        listed = phrase.removeprefix("~")
        assert may_reject(f"X {listed}.", language), listed


def test_a_sentence_with_only_the_first_word_of_a_rejection_is_passed_over() -> None:
    assert not may_reject("The trawler was said to have sunk that day.", "en")
    assert may_reject("The figure, said the owner, was wrong.", "en")
