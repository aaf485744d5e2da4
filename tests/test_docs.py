"""What the documents say is true: their commands run, their files can be read, and nothing is left undescribed."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
from sample_report import sample_explanation, sample_matches, sample_report

from factcheck.catalogue import read_catalogue
from factcheck.catalogue.keys import CLAIM, EXAMPLE, QUESTION, TOP
from factcheck.cli import errors
from factcheck.cli.group import COMMANDS, command_line
from factcheck.language.cues import Cue
from factcheck.language.knowledge import codes, language
from factcheck.language.lexicon import concepts
from factcheck.model import LeftOut, QuestionType, Stance, Status
from factcheck.problems import FactcheckError, NothingToDo
from factcheck.reports.explain_report import build as explanation_as_json
from factcheck.reports.json_report import build
from factcheck.reports.match_report import build as matches_as_json
from factcheck.sources.field_names import FIELDS
from factcheck.sources.formats import FORMATS, LINES, PACKED
from factcheck.sources.listing import FILE_NAME, read_listing
from factcheck.sources.metadata import KEYS

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "factcheck"
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/problems.md")
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PROBLEMS = (ROOT / "docs" / "problems.md").read_text(encoding="utf-8")

# Commands that are not run here, by how they begin, and why.
NOT_RUN = {
    "git clone": "fetches over the network",
    "cd factcheck": "enters what git cloned",
    "make run": "installs over the network",
    "make test": "would run this test",
    "make develop": "installs over the network",
    "python3 -m venv": "installs over the network",
    ".venv/bin/python -m pip": "installs over the network",
    ".venv/bin/pre-commit install": "changes the settings of the checkout",
}
SCREEN = re.compile(
    r"(?P<before><!-- screen: (?P<command>.+?) -->\n```text\n)(?P<screen>.*?)(?P<after>```\n<!-- screen: end -->)", re.DOTALL
)
ACCURACY = re.compile(r"(?P<before><!-- accuracy -->\n.*?\|---\|---\|---\|\n)(?P<rows>.*?)(?P<after><!-- accuracy: end -->)", re.DOTALL)
MEASURE = "python accuracy/measure.py --held-out"
# How far a figure of the README may be from what is measured, in percent points: one of the fewest things counted is 7.
DRIFT = 8
CONCEPT_KEY = re.compile(r"^(?:- |  )([a-z_]+):", re.MULTILINE)
TERMS = (
    "claim", "question", "wording", "source", "sentence", "evidence", "stance", "attribution", "position", "conflict", "agreement",
    "copy", "self-contradiction",
)  # fmt: skip


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def marked(text: str, mark: str) -> str:
    """Return the block below a comment."""
    found = re.search(rf"<!-- {re.escape(mark)} -->\n```\w+\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert found, mark
    return found.group(1)


def commands() -> list[str]:
    lines = [line.split("  #")[0].strip() for text in (README, CONTRIBUTING) for block in blocks(text, "sh") for line in block.splitlines()]
    return [line for line in lines if line]


FIVE_LINES = marked(README, "five lines")
RUN = [command for command in commands() if not command.startswith(tuple(NOT_RUN))]


def environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "FACTCHECK_DEBUG")}
    return kept | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a line of the documents as a reader would, in a shell."""
    return subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment(), capture_output=True, text=True, encoding="utf-8", check=False, timeout=120
    )


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the claims, articles and stories of the project, and the claim that the README adds."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in ("accuracy", "claims", "seeds"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / ".venv").symlink_to(sys.prefix)
    (folder / "claims" / "mine.yaml").write_text(FIVE_LINES, encoding="utf-8")
    return folder


@pytest.mark.parametrize("command", RUN)
def test_every_command_of_the_documents_runs(checkout: Path, command: str):
    result = run(command, checkout)
    assert (result.returncode, result.stderr) == (0, "")


def test_no_command_is_excepted_that_the_documents_do_not_have():
    assert [start for start in NOT_RUN if not any(command.startswith(start) for command in commands())] == []


def test_the_readme_opens_with_run_and_test():
    assert {"make run", "make test"} <= {line.split("  #")[0].strip() for line in blocks(README, "sh")[0].splitlines()}


def test_the_screen_in_the_readme_is_what_the_tool_prints(request: pytest.FixtureRequest):
    """Small changes of what is found pass; `make docs` writes the screen anew."""
    found = SCREEN.search(README)
    assert found, "the README has no screen"
    result = run(found["command"], ROOT)
    assert (result.returncode, result.stderr) == (0, "")
    if request.config.getoption("--update-golden"):
        text = (ROOT / "README.md").read_text(encoding="utf-8")
        new = SCREEN.sub(lambda match: match["before"] + result.stdout + match["after"], text)
        (ROOT / "README.md").write_text(new, encoding="utf-8", newline="\n")
        return
    written = [line for line in found["screen"].splitlines() if line.strip()]
    printed = set(result.stdout.splitlines())
    question = next(q for q in read_catalogue(str(ROOT / "claims"))[0].questions if q.id == found["command"].split()[-1])
    assert written[1].strip() == question.id, "the screen begins with status, question and id"
    assert written[0] in printed
    assert {f"  {claim.text}" for claim in question.claims} <= set(written)
    assert sum(line in printed for line in written) >= 0.75 * len(written), "the screen is out of date: make docs"


def accuracy_rows(printed: str) -> dict[str, tuple[str, str]]:
    """Return the rows of the README's table of accuracy from what `measure.py` prints: what is right, what is found, in percent."""

    def row(begin: str) -> list[str]:
        cells = next(line for line in printed.splitlines() if re.match(rf" *{begin}\b", line))
        return [f"{float(cell):.0f} %" for cell in re.findall(r"\b\d+\.\d\b", cells)]

    return {
        "supports": (row("support")[0], row("support")[1]),
        "· in plain words": ("", row("easy")[0]),
        "· in other words": ("", row("medium")[0]),
        "· only by inference": ("", row("hard")[0]),
        "supports, by word overlap": (row("support")[3], row("support")[4]),
        "denials": (row("denials")[0], row("denials")[1]),
        "conflicts between articles": (row("conflicts")[0], row("conflicts")[1]),
        "contradictions inside one article": (row("self-contradictions")[0], row("self-contradictions")[1]),
    }


def test_the_screen_of_accuracy_in_the_readme_is_what_is_measured(request: pytest.FixtureRequest):
    """Small changes pass; `make docs` writes the figures anew."""
    assert MEASURE in commands()
    found = ACCURACY.search(README)
    assert found, "the README has no table of accuracy"
    result = run(MEASURE, ROOT)
    assert (result.returncode, result.stderr) == (0, "")
    measured = accuracy_rows(result.stdout)
    if request.config.getoption("--update-golden"):
        rows = "".join(f"| {name} | {right} | {there} |\n" for name, (right, there) in measured.items())
        text = (ROOT / "README.md").read_text(encoding="utf-8")
        new = ACCURACY.sub(lambda match: match["before"] + rows + match["after"], text)
        (ROOT / "README.md").write_text(new, encoding="utf-8", newline="\n")
        return
    written = {name.strip(): cells for name, *cells in (line.strip("|\n").split("|") for line in found["rows"].splitlines())}
    assert list(written) == list(measured)
    for name, figures in measured.items():
        for cell, figure in zip(written[name], figures, strict=True):
            assert bool(cell.strip()) == bool(figure), name
            assert not figure or abs(int(cell.strip(" %")) - int(figure.strip(" %"))) <= DRIFT, f"{name}: make docs"


def test_five_lines_make_a_question(tmp_path: Path):
    assert len(FIVE_LINES.splitlines()) == 5
    file = tmp_path / "mine.yaml"
    file.write_text(FIVE_LINES, encoding="utf-8")
    result = run(f"factcheck list --claims {file} --sources seeds", ROOT)
    assert result.returncode == 0, result.stderr
    assert re.search(r"question: (.+)", FIVE_LINES).group(1) in result.stdout
    for claim in re.findall(r"^ +- (?!question)(.+)", FIVE_LINES, re.MULTILINE):
        assert f"- {claim}" in result.stdout


def test_every_catalogue_in_the_readme_is_read_without_a_problem(tmp_path: Path):
    catalogues = [block for block in blocks(README, "yaml") if "questions:" in block]
    assert len(catalogues) >= 2
    for number, block in enumerate(catalogues):
        file = tmp_path / f"{number}.yaml"
        file.write_text(block, encoding="utf-8")
        assert read_catalogue(str(file))[1] == ()


def test_the_full_catalogue_in_the_readme_has_every_key():
    full = max((block for block in blocks(README, "yaml") if "questions:" in block), key=len)
    assert [key for key in (*TOP, *QUESTION, *CLAIM, *EXAMPLE) if not re.search(rf"\b{key}:", full)] == []


@pytest.mark.parametrize("key", sorted({*TOP, *QUESTION, *CLAIM, *EXAMPLE}))
def test_every_key_of_the_catalogue_is_described(key: str):
    assert f"\n| `{key}` | " in README


def test_every_key_of_the_list_of_sources_is_described(tmp_path: Path):
    block = next(block for block in blocks(README, "yaml") if "publisher:" in block)
    assert [key for key in KEYS if f"\n  {key}: " not in block] == []
    file = tmp_path / FILE_NAME
    file.write_text(block, encoding="utf-8")
    entries, problems = read_listing(file, FILE_NAME)
    assert problems == ()
    assert [getattr(entry.metadata, key) for entry in entries.values() for key in KEYS if not getattr(entry.metadata, key)] == []


def test_every_field_of_a_line_is_named_and_the_list_that_renames_some_can_be_read(tmp_path: Path):
    section = README.partition("### Many articles in one file")[2].partition("\n## ")[0]
    assert [field for field in FIELDS if f"`{field}`" not in section] == []
    file = tmp_path / FILE_NAME
    file.write_text(blocks(section, "yaml")[0], encoding="utf-8")
    entries, problems = read_listing(file, FILE_NAME)
    assert problems == ()
    assert all(entry.fields for entry in entries.values())


@pytest.mark.parametrize("word", [*Status, *Stance, *QuestionType])
def test_every_status_stance_and_type_is_described(word: str):
    assert f"`{word}`" in README


def test_every_language_and_format_is_named():
    assert [name for name in (*codes(), *FORMATS, *LINES, *PACKED) if f"`{name}`" not in README] == []


def test_every_reason_for_leaving_text_out_is_named():
    reasons = set(re.findall(r"`([a-z-]+)`", re.split(r"reason:", LeftOut.__doc__ or "")[1]))
    for path in (PACKAGE / "sources").glob("*.py"):
        reasons |= set(re.findall(r'Stretch\([^"\n]+, "([a-z-]+)"\)', path.read_text(encoding="utf-8")))
    assert len(reasons) > 8
    assert [reason for reason in sorted(reasons) if f"`{reason}`" not in README] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_examples_and_stands_in_the_readme(name: str):
    context = click.Context(command_line, info_name="factcheck")
    command = command_line.get_command(context, name)
    assert command is not None
    shown = command.get_help(click.Context(command, info_name=name, parent=context))
    assert f"\n  factcheck {name}" in shown.partition("Examples:")[2] or f"factcheck {name} " in shown.partition("Examples:")[2]
    assert re.search(rf"\bfactcheck {name}\b", "\n".join(blocks(README, "sh")))
    options = [option for parameter in command.params for option in parameter.opts if option.startswith("--")]
    assert [option for option in options if option not in README] == []


def test_the_json_report_in_the_readme_has_the_keys_of_the_real_one():
    def compare(written: Any, real: Any, place: str) -> None:
        if isinstance(written, dict):
            assert list(written) == list(real) or set(written) == set(real), place
            for key in written:
                compare(written[key], real[key], f"{place}.{key}")
        elif isinstance(written, list) and written and real:
            compare(written[0], real[0], f"{place}[0]")

    written = json.loads(blocks(README, "json")[0])
    assert all(written[part] for part in ("sources", "questions", "positions", "evidence", "problems"))
    compare(written, build(sample_report()), "report")


def test_the_json_of_explain_in_the_readme_has_the_keys_of_the_real_one():
    written, real = json.loads(blocks(README, "json")[1]), explanation_as_json(sample_explanation())
    assert list(written) == list(real)
    assert {key: list(written[key]) for key in ("source", "question")} == {key: list(real[key]) for key in ("source", "question")}
    for mine, theirs in ((written["question"]["claims"][0], real["question"]["claims"][0]), (written["misses"][0], real["misses"][0])):
        assert list(mine) == list(theirs)
    assert list(written["misses"][0]["stopped_by"]) == list(real["misses"][0]["stopped_by"])
    assert list(written["misses"][0]["parts"][0]) == list(real["misses"][0]["parts"][0])


def test_the_json_of_match_in_the_readme_has_the_keys_of_the_real_one():
    written, real = json.loads(blocks(README, "json")[2]), matches_as_json(sample_matches())
    assert list(written) == list(real)
    assert list(written["matches"][0]) == list(real["matches"][0])
    mine, theirs = (each["matches"][0]["claims"][0] for each in (written, real))
    assert list(mine) == list(theirs)
    assert list(mine["why"]) == list(theirs["why"])
    assert list(mine["why"]["steps"][0]) == list(theirs["why"]["steps"][0])


@pytest.mark.parametrize("word", ["said", "opposite", "borrowed", "missing", "taken off"])
def test_every_word_for_a_part_of_a_score_is_described(word: str):
    assert f"`{word}`" in README.partition("## Why did it count, or not?")[2].partition("\n## ")[0]


def test_every_exit_code_is_described():
    known = {errors.DONE, errors.FINDINGS, FactcheckError.exit_code, NothingToDo.exit_code, errors.INTERNAL_ERROR, errors.INTERRUPTED}
    section = README.partition("## Exit codes")[2].partition("\n## ")[0]
    assert {int(code) for code in re.findall(r"^\| (\d+) \|", section, re.MULTILINE)} == known


def problem_codes() -> set[str]:
    """Return every code that some place in the package gives to a problem."""
    given = re.compile(
        r'(?:\bSeverity\.(?:ERROR|WARNING),|\b(?:error|warn|_problem|_Wrong|_tell|_rebuild)\(|\bcode, what =)\s*"([a-z0-9-]+)"'
    )
    return {code for path in PACKAGE.rglob("*.py") for code in given.findall(path.read_text(encoding="utf-8"))}


def test_every_problem_is_described_and_none_that_is_not_there():
    described = re.findall(r"^\| `([a-z0-9-]+)` \| \S.*? \| \S.*? \|$", PROBLEMS, re.MULTILINE)
    assert len(described) == len(set(described)) > 40
    assert set(described) == problem_codes()


def test_the_message_that_the_page_of_problems_shows_is_a_real_one(tmp_path: Path):
    shown = blocks(PROBLEMS, "text")[0]
    path, line, _ = re.match(r"(.+?):(\d+):(\d+): ", shown).groups()
    lines = ["questions:", "  - question: When did Musk leave?", "    claims:", "      - Musk left in 2018", "      - Musk: I left"]
    assert line == str(len(lines))
    file = tmp_path / path
    file.parent.mkdir()
    file.write_text("\n".join(lines), encoding="utf-8")
    result = run(f"factcheck list --claims {path} --sources {ROOT / 'seeds'}", tmp_path)
    assert (result.returncode, result.stdout) == (2, "")
    assert shown in result.stderr


def test_a_language_can_be_added_with_the_file_that_contributing_shows(tmp_path: Path):
    """One data file, no code: negation, speakers, and an English claim that finds Italian sentences."""
    shutil.copytree(PACKAGE, tmp_path / "factcheck")
    (tmp_path / "factcheck" / "language" / "data" / "it.yaml").write_text(marked(CONTRIBUTING, "it.yaml"), encoding="utf-8")
    (tmp_path / "claims.yaml").write_text(
        "questions:\n"
        "  - id: year\n    question: When did Elena Ferri leave Baltura?\n    type: year\n"
        "    claims: [{id: y18, text: Elena Ferri left Baltura in 2018}, {id: y19, text: Elena Ferri left Baltura in 2019}]\n"
        "  - id: port\n    question: Il porto è stato chiuso?\n"
        "    claims:\n"
        "      - {id: closed, text: Il porto è stato chiuso dalla polizia}\n"
        "      - {id: open, text: Il porto non è stato chiuso dalla polizia}\n",
        encoding="utf-8",
    )
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "uno.txt").write_text(
        "Elena Ferri ha lasciato la Baltura nel 2018, secondo il giornale della sera.\n\n"
        "Il porto è stato chiuso dalla polizia dopo la festa della città.\n",
        encoding="utf-8",
    )
    (articles / "due.txt").write_text(
        "Elena Ferri ha lasciato la Baltura nel 2019, come ha detto il sindaco della città.\n\n"
        "Il porto non è stato chiuso dalla polizia dopo la festa della città.\n",
        encoding="utf-8",
    )
    result = subprocess.run(
        [sys.executable, "-m", "factcheck", "list", "--claims", "claims.yaml", "--sources", "articles", "--format", "json"],
        cwd=tmp_path, env=environment() | {"PYTHONPATH": str(tmp_path)}, capture_output=True, text=True, encoding="utf-8", check=True,
        timeout=120,
    )  # fmt: skip
    report = json.loads(result.stdout)
    assert [source["language"] for source in report["sources"]] == ["it", "it"]
    found = {claim["id"]: claim["supported_by"] for question in report["questions"] for claim in question["claims"]}
    assert found == {"y18": ["uno"], "y19": ["due"], "closed": ["uno"], "open": ["due"]}
    assert [claim["denied_by"] for claim in report["questions"][1]["claims"]] == [["due"], []]


def described_keys(mark: str) -> list[str]:
    """Return what the first columns of the tables below a comment name in CONTRIBUTING, up to the next comment or heading."""
    parts = re.findall(rf"<!-- {mark} -->\n(.*?)(?=^<!-- |^#|\Z)", CONTRIBUTING, re.MULTILINE | re.DOTALL)
    rows = re.findall(r"^\| (`.+?) \| \S.*? \| \S.*? \|$", "\n".join(parts), re.MULTILINE)
    return [key for row in rows for key in re.findall(r"`([a-z_]+)`", row)]


def test_every_key_of_the_language_files_is_described_once_and_none_that_is_not_there():
    assert sorted(described_keys("keys")) == sorted({key for code in codes() for key in language(code)})


def test_every_cue_of_the_language_files_is_described_once_and_none_that_is_not_there():
    described = sorted(described_keys("cues"))
    assert described == sorted(Cue)
    assert described == sorted({cue for code in codes() for cue in language(code)["cues"]})


def test_every_key_of_a_concept_is_described():
    texts = [path.read_text(encoding="utf-8") for path in (PACKAGE / "language" / "lexicon").glob("*.yaml")]
    keys = {key for text in texts for key in CONCEPT_KEY.findall(text)}
    section = CONTRIBUTING.partition("## Add words to the lexicon")[2].partition("\n## ")[0]
    assert len(keys) > 6
    assert [key for key in sorted(keys - {*codes()}) if key != "id" and f"\n| `{key}` | " not in section] == []
    kinds = {kind for concept in concepts().values() if (kind := concept.kind)}
    assert [kind for kind in sorted(kinds) if f"`{kind}`" not in section] == []


def test_the_changelog_has_a_section_for_what_is_not_released_yet():
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^## .*", changelog, re.MULTILINE)[0] == "## [Unreleased]"
    assert re.search(r"^### (Added|Changed|Deprecated|Removed|Fixed|Security)$", changelog, re.MULTILINE)


@pytest.mark.parametrize("term", TERMS)
def test_the_glossary_has_every_term(term: str):
    assert f"\n| {term} | " in CONTRIBUTING.partition("## Glossary")[2]


def test_contributing_names_every_layer_in_order():
    layers = re.search(r"^layers = \[(.*?)^\]", (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert layers
    wanted = [sorted(re.findall(r"\w+", row)) for row in re.findall(r'"(.*?)"', layers.group(1))]
    tree = next(block for block in blocks(CONTRIBUTING, "text") if block.startswith("cli"))
    assert [sorted(re.findall(r"\w+", re.split(r" {2,}", line)[0])) for line in tree.splitlines()] == wanted


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_file_heading_and_make_target_that_a_document_names_is_there(document: str):
    text = (ROOT / document).read_text(encoding="utf-8")
    for target, anchor in re.findall(r"\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)", text):
        file = (ROOT / document).parent / target if target else ROOT / document
        assert file.exists(), target
        if anchor:
            headings = re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in [re.sub(r"[^\w-]", "", heading.lower().replace(" ", "-")) for heading in headings]
    for path in re.findall(r"`((?:factcheck|tests|accuracy|docs|claims|seeds)/[\w./-]+)`", text):
        assert (ROOT / path).exists() or path in ("claims/mine.yaml",), path
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"`make (\w+)`", text)) <= targets
