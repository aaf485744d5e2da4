"""The whole way over the seed articles: the same bytes every time, true quotes, and no article that sways another."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.model import Catalogue, Claim, Evidence, Question, Report, Sentence, Source
from factcheck.pipeline import gather_evidence, load_catalogue, load_sources, report_on, run, run_examples
from factcheck.problems import FactcheckError, NothingToDo

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(str(ROOT / "claims"))[0]


@pytest.fixture(scope="module")
def seeds() -> tuple[Source, ...]:
    return load_sources([str(ROOT / "seeds")])[0]


@pytest.fixture(scope="module")
def report(catalogue: Catalogue, seeds: tuple[Source, ...]) -> Report:
    return report_on(catalogue, seeds)


def listed_as_json(seed: str, locale: str) -> bytes:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON", "FACTCHECK"))}
    environment |= {"PYTHONHASHSEED": seed, "LC_ALL": locale}
    command = [sys.executable, "-m", "factcheck", "list", "--format", "json"]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True).stdout


@pytest.fixture(scope="module")
def printed() -> bytes:
    return listed_as_json("0", "C.UTF-8")


def test_two_runs_in_one_process_are_equal(catalogue: Catalogue, seeds: tuple[Source, ...], report: Report) -> None:
    assert report_on(catalogue, seeds) == report


@pytest.mark.parametrize(("seed", "locale"), [("1", "C"), ("4242", "ar_EG.UTF-8")])
def test_the_report_is_the_same_bytes_under_every_hash_seed_and_locale(printed: bytes, seed: str, locale: str) -> None:
    assert listed_as_json(seed, locale) == printed


def test_every_quote_is_what_stands_between_its_offsets(printed: bytes) -> None:
    written = json.loads(printed)
    texts = {source["id"]: (ROOT / source["path"]).read_bytes().decode("utf-8-sig") for source in written["sources"]}
    assert written["evidence"]
    for row in written["evidence"]:
        text = texts[row["source"]]
        assert text[row["start"] : row["end"]] == row["quote"]
        lines = text[: row["start"]].split("\n")
        assert (row["line"], row["column"]) == (len(lines), len(lines[-1]) + 1)


def test_the_deciding_words_stand_in_order_inside_the_quote(report: Report) -> None:
    for row in report.evidence:
        assert all(row.start <= start < end <= row.end for start, end in row.marks)
        assert list(row.marks) == sorted(row.marks)
        assert 0 <= row.score <= 100


def test_the_speaker_is_quoted_as_printed(report: Report) -> None:
    assert any(row.attributed_to for row in report.evidence)
    assert all(row.attributed_to in row.quote for row in report.evidence if row.attributed_to)


def test_evidence_stands_in_catalogue_then_source_then_text_order(report: Report) -> None:
    questions = [finding.question.id for finding in report.findings]
    sources = [source.id for source in report.sources]
    places = [(questions.index(row.question), sources.index(row.source), row.start) for row in report.evidence]
    assert places == sorted(places)
    held = [(questions.index(position.question), sources.index(position.source)) for position in report.positions]
    assert held == sorted(held)


def test_evidence_names_claims_of_its_own_question_and_sentences_of_its_own_source(report: Report) -> None:
    claims = {finding.question.id: {claim.claim.id for claim in finding.claims} for finding in report.findings}
    spans = {source.id: {(s.start, s.end) for s in source.sentences} for source in report.sources}
    for row in report.evidence:
        assert row.claim is None or row.claim in claims[row.question]
        assert (row.claim is None) <= (row.value is not None)
        assert (row.start, row.end) in spans[row.source]


def of(source: str, evidence: list[Evidence]) -> list[Evidence]:
    return [row for row in evidence if row.source == source]


def test_another_article_never_changes_what_one_article_says(catalogue: Catalogue, seeds: tuple[Source, ...]) -> None:
    together = gather_evidence(catalogue, seeds)
    backwards = gather_evidence(catalogue, seeds[::-1])
    for source in seeds:
        alone = gather_evidence(catalogue, [source])
        assert alone == of(source.id, together) == of(source.id, backwards)


def test_the_name_of_a_source_never_changes_what_it_says(catalogue: Catalogue, seeds: tuple[Source, ...]) -> None:
    source = seeds[2]
    renamed = gather_evidence(catalogue, [replace(source, id="zzz", path="elsewhere/zzz.txt", publisher="The Lamp")])
    assert [replace(row, source=source.id) for row in renamed] == gather_evidence(catalogue, [source])


CATALOGUE = """questions:
  - id: tunnel
    question: When did the harbour tunnel open?
    claims:
      - id: tunnel-2019
        text: The harbour tunnel opened in 2019
      - id: tunnel-2021
        text: The harbour tunnel opened in 2021
    examples:
      - {says: "The harbour tunnel opened in 2021.", supports: tunnel-2021}
      - {says: "The mayor was born in 2019.", supports: none}
      - {says: "The harbour tunnel opened in 2019.", supports: tunnel-2021}
      - {says: "The harbour tunnel opened in 2021.", supports: none}
"""


@pytest.fixture
def tunnel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make an empty working folder with the catalogue of one question and two articles."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "tunnel.yaml").write_text(CATALOGUE, encoding="utf-8")
    (tmp_path / "seeds").mkdir()
    for name, year in (("a", 2019), ("b", 2021)):
        text = f"The harbour and its tunnel\n\nThe harbour tunnel opened in {year}, the port said.\n"
        (tmp_path / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.usefixtures("tunnel")
def test_run_reads_compares_and_reports() -> None:
    report = run("claims", ["seeds"])
    assert [source.id for source in report.sources] == ["a", "b"]
    assert [(f.question.id, f.status) for f in report.findings] == [("tunnel", "conflict")]
    assert [
        (row.source, row.claim, row.value, row.attributed_to and row.attributed_to.removeprefix("the ")) for row in report.evidence
    ] == [
        ("a", "tunnel-2019", "2019", "port"),
        ("b", "tunnel-2021", "2021", "port"),
    ]


@pytest.mark.usefixtures("tunnel")
def test_examples_pass_where_just_the_claim_that_they_name_is_supported() -> None:
    results = run_examples("claims")
    assert [(result.question, result.got, result.passed) for result in results] == [
        ("tunnel", ("tunnel-2021",), True),
        ("tunnel", (), True),
        ("tunnel", ("tunnel-2019",), False),
        ("tunnel", ("tunnel-2021",), False),
    ]


def test_all_examples_of_the_projects_own_catalogue_pass() -> None:
    results = run_examples(str(ROOT / "claims"))
    assert results
    assert [(result.question, result.example.says, result.got) for result in results if not result.passed] == []


def test_without_a_source_there_is_nothing_to_do(tunnel: Path) -> None:
    (tunnel / "empty").mkdir()
    with pytest.raises(NothingToDo):
        run("claims", ["empty"])


@pytest.mark.usefixtures("tunnel")
def test_a_path_that_does_not_exist_is_an_error_of_the_user() -> None:
    with pytest.raises(FactcheckError):
        run("claims", ["nowhere"])


def test_an_article_without_sentences_says_nothing() -> None:
    claims = (Claim("one", "It opened in 2011"), Claim("two", "It opened in 2014"))
    report = report_on(Catalogue((Question("q", "When did it open?", claims=claims),)), [Source("a", "a.txt", "")])
    assert report.evidence == ()
    assert report.findings[0].silent == ("a",)


def test_an_article_in_a_language_without_data_is_read_by_its_own_words_and_values() -> None:
    text = "Die Tram in Corvane wurde 2014 eröffnet."
    claims = (Claim("one", "Die Tram in Corvane wurde 2011 eröffnet"), Claim("two", "Die Tram in Corvane wurde 2014 eröffnet"))
    source = Source("a", "a.txt", text, (Sentence(0, 0, len(text), 1, 1),), language="de")
    evidence = gather_evidence(Catalogue((Question("q", "Wann wurde die Tram eröffnet?", claims=claims),)), [source])
    assert [(row.claim, row.stance, row.quote) for row in evidence] == [("two", "supports", text)]
