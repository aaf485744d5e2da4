"""What is decided once every question has been held against an article."""

from __future__ import annotations

from factcheck.language.tokens import tokenise
from factcheck.language.value_search import find_values
from factcheck.language.values import Value
from factcheck.model import Stance
from factcheck.stance.competition import settle_rivals, share_out_values
from factcheck.stance.findings import Finding, best_by_claim

S, D, M = Stance.SUPPORTS, Stance.DENIES, Stance.MENTIONS
YEAR: Value = find_values(tokenise("in 2019"), "en")[0]


def finding(
    claim: int | None, score: float = 0.9, *, mass: float = 2.0, sentence: int = 0, stance: Stance = S, value: Value | None = None
) -> Finding:
    return Finding(claim, sentence, stance, score, mass, 0, value)


def test_a_value_goes_to_the_question_whose_event_the_sentence_tells_most_of() -> None:
    more, less = finding(0, mass=3.0, value=YEAR), finding(0, mass=2.0, value=YEAR)
    assert share_out_values([[less], [more]]) == [[], [more]]


def test_two_questions_that_are_told_as_fully_share_a_value() -> None:
    one, other = finding(0, mass=3.0, value=YEAR), finding(1, mass=2.95, value=YEAR)
    assert share_out_values([[one], [other]]) == [[one], [other]]


def test_the_same_value_in_another_sentence_is_another_mention() -> None:
    one, other = finding(0, mass=3.0, value=YEAR), finding(0, mass=1.0, sentence=1, value=YEAR)
    assert share_out_values([[one], [other]]) == [[one], [other]]


def test_a_value_that_a_claim_lists_is_never_another_questions_unlisted_one() -> None:
    listed, unlisted = finding(0, mass=1.0, value=YEAR), finding(None, mass=3.0, value=YEAR)
    assert share_out_values([[unlisted], [listed]]) == [[], [listed]]


def test_what_words_decide_is_not_shared_out() -> None:
    rows = [[finding(0, mass=1.0)], [finding(0, mass=3.0)]]
    assert share_out_values(rows) == rows


def test_a_rival_with_clearly_weaker_evidence_is_a_mention() -> None:
    settled = settle_rivals([finding(0, 0.95), finding(1, 0.6)], exclusive=True)
    assert [(f.claim, f.stance) for f in settled] == [(0, S), (1, M)]
    assert settled[1].steps[-1].name == "rivals"


def test_rivals_with_evidence_as_good_both_stand() -> None:
    for value, weaker in ((YEAR, 0.92), (None, 0.945)):
        rows = [finding(0, 0.95, value=value), finding(1, weaker, value=value)]
        assert settle_rivals(rows, exclusive=True) == rows


def test_where_words_decide_a_rival_that_is_told_a_little_less_fully_is_a_mention() -> None:
    settled = settle_rivals([finding(0, 0.95), finding(1, 0.92)], exclusive=True)
    assert [f.stance for f in settled] == [S, M]


def test_of_two_rivals_the_less_fully_told_is_a_mention() -> None:
    settled = settle_rivals([finding(0, 0.95), finding(1, 0.88)], exclusive=True)
    assert [f.stance for f in settled] == [S, M]


def test_an_article_that_lists_accounts_may_tell_some_in_fewer_words() -> None:
    rows = [finding(0, 0.95), finding(1, 0.94), finding(2, 0.88)]
    assert settle_rivals(rows, exclusive=True) == rows


def test_where_rivals_do_not_exclude_each_other_weak_evidence_counts_too() -> None:
    rows = [finding(0, 0.95), finding(1, 0.6)]
    assert settle_rivals(rows, exclusive=False) == rows


def test_a_weaker_sentence_for_the_same_claim_still_supports_it() -> None:
    rows = [finding(0, 0.95), finding(0, 0.6, sentence=1)]
    assert settle_rivals(rows, exclusive=True) == rows


def test_denials_are_not_settled() -> None:
    rows = [finding(0, 0.95), finding(1, 0.6, stance=D)]
    assert settle_rivals(rows, exclusive=True) == rows


def test_of_one_claim_in_one_sentence_the_strongest_finding_stays() -> None:
    weak, strong, denial, later = finding(0, 0.7), finding(0, 0.9), finding(0, 0.6, stance=D), finding(0, 0.5, sentence=1)
    assert best_by_claim([later, weak, denial, strong]) == [denial, strong, later]
