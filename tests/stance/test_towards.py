"""What one sentence says of the claims that it concerns, with rivals and without."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.matching.ranking import ClaimIndex
from factcheck.model import Catalogue, Claim, Match, Matched, Question, Stance
from factcheck.stance.towards import matched

SUPPORTS, DENIES, MENTIONS = Stance.SUPPORTS, Stance.DENIES, Stance.MENTIONS

CATALOGUE = Catalogue(
    (
        Question("opening", "When did the Selm bridge open?", claims=(
            Claim("opened-2018", "The Selm bridge opened in 2018"), Claim("opened-2019", "The Selm bridge opened in 2019"),
        )),
        Question("collapse", "Did the tower of Tarvos collapse?", claims=(
            Claim("collapsed", "The tower of Tarvos collapsed"), Claim("stands", "The tower of Tarvos did not collapse"),
        )),
        Question("owner", "Who bought the Brackwell mill?", claims=(
            Claim("marsh", "Helen Marsh bought the Brackwell mill"), Claim("ackerley", "Ruth Ackerley bought the Brackwell mill"),
        )),
        Question("vaccine", "Was a malaria vaccine approved?", claims=(Claim("approved", "Norland approved a malaria vaccine"),)),
    )
)  # fmt: skip


@pytest.fixture(scope="module")
def ask() -> Callable[..., Matched]:
    index = ClaimIndex(CATALOGUE)
    return lambda text, limit=5: matched(text, CATALOGUE, index, limit)


def stances(found: Matched) -> dict[str, Stance]:
    return {match.claim.id: match.stance for match in found.matches}


def test_the_rival_whose_value_a_sentence_gives_is_supported_and_stands_first(ask: Callable[..., Matched]) -> None:
    found = ask("The Selm bridge was opened in 2019, the mayor said.")
    assert [(match.claim.id, match.stance) for match in found.matches][:2] == [("opened-2019", SUPPORTS), ("opened-2018", MENTIONS)]
    assert found.matches[0].value == "2019"
    assert ("rivals", "supported", "opened-2019") in [(s.name, s.outcome, s.detail) for s in found.matches[1].steps]


def test_a_value_that_no_claim_lists_denies_none(ask: Callable[..., Matched]) -> None:
    found = ask("The Selm bridge opened in 2016")
    assert stances(found) == {"opened-2018": MENTIONS, "opened-2019": MENTIONS}
    assert found.matches[0].steps[0].detail == "2016"


def test_what_one_claim_denies_another_supports(ask: Callable[..., Matched]) -> None:
    assert stances(ask("The tower of Tarvos did not collapse")) == {"stands": SUPPORTS, "collapsed": DENIES}


def test_a_claim_without_rivals_is_supported_denied_or_mentioned(ask: Callable[..., Matched]) -> None:
    assert stances(ask("Norland has approved a malaria vaccine")) == {"approved": SUPPORTS}
    assert stances(ask("Norland has not approved a malaria vaccine")) == {"approved": DENIES}
    assert stances(ask("Norland argues about its malaria vaccine")) == {"approved": MENTIONS}


def test_a_sentence_that_tells_no_rival_from_another_supports_none(ask: Callable[..., Matched]) -> None:
    found = ask("Somebody bought the Brackwell mill")
    assert set(stances(found)) == {"marsh", "ackerley"}
    assert set(stances(found).values()) == {MENTIONS}


def test_silence_where_no_claim_fits(ask: Callable[..., Matched]) -> None:
    found = ask("Violin lessons for beginners start again on Thursday")
    assert (found.text, found.language, found.matches) == ("Violin lessons for beginners start again on Thursday", "en", ())


def test_a_limit_keeps_the_best(ask: Callable[..., Matched]) -> None:
    found = ask("The Selm bridge was opened in 2019", 1)
    assert [match.claim.id for match in found.matches] == ["opened-2019"]


def test_the_same_question_has_the_same_answer(ask: Callable[..., Matched]) -> None:
    assert ask("The tower of Tarvos collapsed") == ask("The tower of Tarvos collapsed")


def test_scores_are_percentages(ask: Callable[..., Matched]) -> None:
    matches: tuple[Match, ...] = ask("The tower of Tarvos collapsed").matches
    assert matches
    assert all(0 < match.score <= 100 for match in matches)
