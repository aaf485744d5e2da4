"""The parts of a score add up to it, to the tenth of a point."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tunnel_catalogue import CATALOGUE, article

from factcheck.matching.alignment import Fill, heard_share, share
from factcheck.matching.annotation import Annotation, Term, annotate
from factcheck.matching.vocabulary import Vocabulary
from factcheck.matching.wordings import Slot
from factcheck.model import Evidence, ScorePart
from factcheck.pipeline import gather_evidence, load_catalogue, load_sources
from factcheck.stance.score_parts import apportion, points_of, score_parts

ROOT = Path(__file__).parents[2]
TEXT = "Last year the harbour tunnel has cost 52 million euros."
ANNOTATION: Annotation = annotate(TEXT, 0, len(TEXT), "en", Vocabulary(CATALOGUE))


def tenths(parts: tuple[ScorePart, ...]) -> int:
    return sum(round(10 * part.points) for part in parts)


def slot(place: int, weight: float) -> Slot:
    return Slot(f"piece {place}", {}, {}, weight, False, False, False, False, False, False, place)


@st.composite
def fills(draw: st.DrawFn) -> list[Fill]:
    rows = []
    for place in range(draw(st.integers(1, 9))):
        credit = draw(st.one_of(st.sampled_from([0.0, 1.0, 0.5]), st.floats(0.0, 1.0)))
        filled = draw(st.sampled_from(["said", "turned", "borrowed"])) if credit else "missing"
        rows.append(
            Fill(
                slot(place, draw(st.sampled_from([0.15, 0.35, 0.45, 0.7, 1.0]))),
                Term(3, 5, {}) if filled in ("said", "turned") else None,
                credit,
                turned=filled == "turned",
                borrowed=filled == "borrowed",
                unheard=filled == "missing" and draw(st.booleans()),
            )
        )
    return rows


@given(fills(), st.booleans(), st.sampled_from([1.0, 0.85]))
def test_the_parts_add_up_exactly_and_those_of_the_pieces_could_have_made_100(rows: list[Fill], by_value: bool, factor: float) -> None:
    score = (heard_share(rows) if by_value else share(rows)) * factor
    parts = score_parts(score, rows, None, ANNOTATION, TEXT, by_value=by_value)
    assert tenths(parts) == round(10 * points_of(score))
    pieces = parts[: len(rows)]
    assert sum(round(10 * part.of) for part in pieces) == 1000
    for part, fill in zip(pieces, rows, strict=True):
        assert 0 <= part.points <= part.of
        assert (part.points == 0) or fill.credit > 0
        assert (part.said, part.borrowed, part.opposite) == ("harbour tunnel" if fill.term else None, fill.borrowed, fill.turned)
    assert [part for part in parts[len(rows) :] if part.wording is not None or part.points >= 0] == []


@given(st.lists(st.floats(0.0, 500.0), min_size=1, max_size=12))
def test_what_is_rounded_together_keeps_its_sum_and_no_number_moves_by_a_whole_one(numbers: list[float]) -> None:
    rounded = apportion(numbers, round(sum(numbers)))
    assert sum(rounded) == round(sum(numbers))
    assert all(abs(whole - exact) < 1.001 for whole, exact in zip(rounded, numbers, strict=True))


def evidence_of(text: str, question: str) -> list[Evidence]:
    return [row for row in gather_evidence(CATALOGUE, [article(text)]) if row.question == question]


def test_a_piece_is_as_typed_and_what_fills_it_as_printed() -> None:
    (row,) = evidence_of("The harbour tunnel was OPENED in 2019.", "opened")
    assert [(part.wording, part.said, part.borrowed) for part in row.parts] == [
        ("harbour", "harbour", False),
        ("tunnel", "tunnel", False),
        ("opened", "OPENED", False),
    ]
    assert row.score == 100


def test_what_the_sentences_around_lend_is_said_to_be_borrowed() -> None:
    row = evidence_of("The harbour tunnel was built for the port. It was opened in 2019.", "opened")[-1]
    assert [(part.wording, part.said, part.borrowed) for part in row.parts] == [
        ("harbour", None, True),
        ("tunnel", None, True),
        ("opened", "opened", False),
    ]


def test_what_is_taken_off_for_another_time_is_a_part_with_the_words_for_it() -> None:
    (row,) = evidence_of(TEXT, "cost")
    off = row.parts[-1]
    assert (off.wording, off.said, off.of) == (None, "Last year", 0)
    assert off.points == -15
    assert tenths(row.parts) == round(10 * row.score) == 850


def test_a_mere_rejection_has_the_score_of_the_sentence_before() -> None:
    rows = [row for row in evidence_of("Orvix has closed the smelter. A spokesman denied this.", "closed") if "denied" in row.quote]
    assert rows
    for row in rows:
        assert row.parts == (ScorePart(None, None, borrowed=True, opposite=False, points=row.score, of=100.0),)


def test_all_evidence_of_the_seeds_adds_up() -> None:
    evidence = gather_evidence(load_catalogue(str(ROOT / "claims"))[0], load_sources([str(ROOT / "seeds")])[0])
    assert len(evidence) > 50
    assert [row for row in evidence if tenths(row.parts) != round(10 * row.score)] == []
    assert [part for row in evidence for part in row.parts if part.said is not None and part.said not in row.quote] == []


@pytest.mark.parametrize(("numbers", "total", "rounded"), [([1.5, 1.5], 3, [2, 1]), ([0.0, 0.4, 0.6], 1, [0, 0, 1]), ([2.0], 2, [2])])
def test_what_is_left_over_goes_to_those_that_lost_most_and_then_to_the_first(numbers: list[float], total: int, rounded: list[int]) -> None:
    assert apportion(numbers, total) == rounded
