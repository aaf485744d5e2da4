"""The commands from outside: what they print where, and what they exit with."""

from __future__ import annotations

import importlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from factcheck import __version__, pipeline
from factcheck.catalogue import read_catalogue
from factcheck.cli import group, main
from factcheck.cli.group import COMMANDS, command_line
from factcheck.cli.output import print_problems
from factcheck.model import Catalogue, Example, Report
from factcheck.problems import FactcheckError, Location, NothingToDo, Problem, Severity
from factcheck.store import states

ROOT = Path(__file__).parents[2]
Run = Callable[..., SimpleNamespace]


@pytest.fixture(autouse=True)
def _quiet_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "FACTCHECK_DEBUG", "_FACTCHECK_COMPLETE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def run(report: Report, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run one command over the hand-made report; return its exit code and what it wrote."""
    catalogue = Catalogue(questions=tuple(finding.question for finding in report.findings))
    monkeypatch.setattr(pipeline, "run", lambda *_: report)
    monkeypatch.setattr(pipeline, "run_whole", lambda *_: report)
    monkeypatch.setattr(pipeline, "load_catalogue", lambda claims: (catalogue, ()))  # noqa: ARG005
    monkeypatch.setattr(pipeline, "load_sources", lambda sources: (report.sources, ()))  # noqa: ARG005

    def call(*arguments: str) -> SimpleNamespace:
        with pytest.raises(SystemExit) as leave:
            main(arguments)
        captured = capsys.readouterr()
        return SimpleNamespace(code=leave.value.code, out=captured.out, err=captured.err)

    return call


@pytest.fixture(autouse=True)
def nothing_remembered(monkeypatch):
    """Let no screen be answered from what an earlier run found."""
    monkeypatch.setattr(states, "state_of", lambda *_: None)


def failing(error: BaseException) -> Callable[..., Report]:
    def fail(*_: object) -> Report:
        raise error

    return fail


@pytest.mark.parametrize("arguments", [["list"], ["conflicts"], ["show", "musk-departure"], ["sources"], ["sources", "002"]])
def test_each_screen_is_printed_and_warnings_go_to_standard_error(run: Run, arguments):
    result = run(*arguments)
    assert result.code == 0
    assert result.out.endswith("\n")
    assert "titel" not in result.out
    assert "seeds/sources.yaml:3:5: warning[unknown-key]: article has no key 'titel'\n  help: did you mean 'title'?\n" in result.err


@pytest.mark.parametrize("arguments", [["list"], ["conflicts"], ["show", "musk-departure"], ["sources"], ["sources", "002"]])
def test_json_goes_to_standard_output_alone(run: Run, arguments):
    assert json.loads(run(*arguments, "--format", "json").out)["version"] == 1


def test_list_narrows_text_and_json_alike(run: Run):
    assert "flood-dead" not in run("list", "musk").out
    narrowed = json.loads(run("list", "--source", "002", "--status", "conflict", "--format", "json").out)
    assert [question["id"] for question in narrowed["questions"]] == ["musk-departure"]
    assert len(narrowed["sources"]) == 6


def test_conflicts_and_show_take_an_id(run: Run):
    assert "musk-departure" not in run("conflicts", "lawyer").out
    assert "Sources do not disagree on this question." in run("conflicts", "musk-bid").out
    assert "musk-left-2018" not in run("show", "musk-left-2019").out


@pytest.mark.parametrize("typed", ["MUSK-Departure", "\u2067musk-departure\u2069"])
def test_an_id_in_another_spelling_is_found(run: Run, typed):
    assert run("show", typed).code == 0


@pytest.mark.parametrize(
    ("arguments", "nearest"),
    [
        (["show", "musk-departur"], "musk-departure"),
        (["conflicts", "departure"], "musk-departure"),
        (["list", "--source", "wire/03"], "wire/003"),
        (["sources", "wire03"], "wire/003"),
        (["sources", "wire03", "--text"], "wire/003"),
        (["explain", "musk-departur", "002"], "musk-departure"),
        (["explain", "musk-departure", "wire03"], "wire/003"),
    ],
)
def test_a_wrong_id_names_the_nearest(run: Run, arguments, nearest):
    result = run(*arguments)
    assert (result.code, result.out) == (2, "")
    assert "error[unknown-id]" in result.err
    assert f"'{nearest}'" in result.err.split("help:")[1]


def test_an_id_like_no_other_says_where_ids_are_listed(run: Run):
    result = run("show", "ژژژژ")
    assert result.code == 2
    assert "`factcheck list` names every question, and `factcheck show QUESTION` its claims" in result.err


def test_a_source_can_be_named_by_its_path(run: Run):
    assert "a copy of 000" in run("sources", "seeds/001_39aec0ce4e52fe5b.txt").out


def test_explain_tells_of_one_question_and_one_source(run: Run):
    result = run("explain", "MUSK-departure", "seeds/002_27c93d1fa58ab26e.txt")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("When did Musk leave OpenAI?\n  musk-departure\n  source 002")
    assert "said      " in result.out
    assert "factcheck show musk-departure --sources a" in run("explain", "musk-departure", "002", "--sources", "a").out


def test_explain_shows_as_many_misses_as_asked_for(run: Run):
    written = [json.loads(run("explain", "lawyer", "wire/003", "--misses", n, "--format", "json").out)["misses"] for n in "019"]
    assert [len(misses) for misses in written[:2]] == [0, 1]
    assert written[2][:1] == written[1]
    assert run("explain", "lawyer", "wire/003", "--misses", "-1").code == 2


def test_explain_tells_what_was_wrong_with_the_files(run: Run, report: Report, monkeypatch):
    monkeypatch.setattr(pipeline, "load_sources", lambda sources: (report.sources, report.problems))  # noqa: ARG005
    assert "warning[unknown-key]" in run("explain", "musk-departure", "002").err
    assert len(json.loads(run("explain", "musk-departure", "002", "--format", "json").out)["problems"]) == len(report.problems)


def test_text_of_a_source_is_printed_as_it_is(run: Run, report: Report):
    assert run("sources", "002", "--text").out == report.sources[2].text
    assert run("sources", "--text").code == 2


@pytest.mark.parametrize(("error", "code"), [(FactcheckError, 2), (NothingToDo, 3)])
def test_every_problem_is_told_and_nothing_is_printed(run: Run, monkeypatch, error, code):
    problems = (
        Problem(Severity.ERROR, "unknown-key", "no key 'claim'", "did you mean 'claims'?", Location("claims/a.yaml", 3, 5)),
        Problem(Severity.ERROR, "bad\x1b[2J", "second"),
    )
    monkeypatch.setattr(pipeline, "run", failing(error(problems)))
    result = run("list")
    assert (result.code, result.out) == (code, "")
    first, second, third = result.err.splitlines()
    assert first == "claims/a.yaml:3:5: error[unknown-key]: no key 'claim'"
    assert second == "  help: did you mean 'claims'?"
    assert "\x1b" not in third


def test_a_bug_is_called_a_bug_in_one_line(run: Run, monkeypatch):
    monkeypatch.setattr(pipeline, "run", failing(ValueError("odd\nthing")))
    result = run("list")
    assert (result.code, result.out) == (70, "")
    assert result.err.count("\n") == 1
    assert "internal error: ValueError: odd thing" in result.err
    assert "report" in result.err


def test_a_bug_shows_its_traceback_where_asked(run: Run, monkeypatch):
    monkeypatch.setenv("FACTCHECK_DEBUG", "1")
    monkeypatch.setattr(pipeline, "run", failing(ValueError("odd")))
    assert "Traceback" in run("list").err


def test_an_interrupted_run_exits_with_130(run: Run, monkeypatch):
    monkeypatch.setattr(pipeline, "run", failing(KeyboardInterrupt()))
    result = run("list")
    assert (result.code, result.out) == (130, "")
    assert "Traceback" not in result.err


@pytest.mark.parametrize(
    "arguments",
    [[], ["lst"], ["list", "--no-such"], ["list", "a", "b"], ["list", "--status", "odd"], ["list", "--format", "xml"], ["show"]],
)
def test_wrong_usage_exits_with_2_and_prints_nothing(run: Run, arguments):
    result = run(*arguments)
    assert (result.code, result.out) == (2, "")
    assert "Usage: factcheck" in result.err


def test_a_misspelt_command_names_the_nearest(run: Run):
    assert "Did you mean 'list'?" in run("lst").err


@pytest.mark.parametrize("flag", ["-h", "--help"])
@pytest.mark.parametrize("name", [None, *COMMANDS])
def test_help_has_examples(run: Run, name, flag):
    result = run(*([name] if name else []), flag)
    assert result.code == 0
    examples = result.out.split("Examples:")[1]
    assert f"factcheck {name or ''}" in examples


@pytest.mark.parametrize("name", list(COMMANDS))
def test_the_table_of_commands_says_what_each_command_says_of_itself(name):
    command = command_line.get_command(command_line.make_context("factcheck", ["list"], resilient_parsing=True), name)
    assert command is not None
    assert (command.help or "").splitlines()[0] == COMMANDS[name][1]
    assert command.name == name


def test_version(run: Run):
    assert run("--version").out == f"factcheck {__version__}\n"


def test_examples_that_fail_exit_with_1(run: Run, monkeypatch):
    example = Example("Musk left in 2018.", "musk-left-2018")
    good = SimpleNamespace(question="q", example=example, got=("musk-left-2018",), passed=True)
    bad = SimpleNamespace(question="q", example=example, got=(), passed=False)
    monkeypatch.setattr(pipeline, "run_examples", lambda claims: (good,))  # noqa: ARG005
    assert run("test").code == 0
    monkeypatch.setattr(pipeline, "run_examples", lambda claims: (good, bad))  # noqa: ARG005
    result = run("test")
    assert result.code == 1
    assert "1 failed" in result.out


def test_hints_carry_the_paths_that_were_given(run: Run):
    assert "next: factcheck conflicts --claims 'my claims' --sources a" in run("list", "--claims", "my claims", "--sources", "a").out
    assert "--claims" not in run("list").out


def test_colour_follows_the_environment(run: Run, monkeypatch):
    assert "\x1b" not in run("conflicts").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[1;31mconflict\x1b[0m" in run("conflicts").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in run("conflicts").out


@pytest.mark.parametrize(("columns", "widest"), [("60", 60), ("200", 200), ("none", 100), ("0", 100)])
def test_a_pipe_is_as_wide_as_columns_says_or_100(run: Run, monkeypatch, columns, widest):
    monkeypatch.setenv("COLUMNS", columns)
    assert max(map(len, run("conflicts").out.splitlines())) <= widest


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(run: Run, shell):
    result = run("completion", shell)
    assert result.code == 0
    assert f"_FACTCHECK_COMPLETE={shell}_complete" in result.out


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("factcheck show musk-l", {"musk-left-2018", "musk-left-2019"}),
        ("factcheck show الت", {"التأسيس"}),
        ("factcheck conflicts musk-l", set()),
        ("factcheck sources wire/", {"wire/003", "wire/004", "wire/005"}),
        ("factcheck list --source 00", {"000", "001", "002"}),
        ("factcheck explain musk-l", set()),
        ("factcheck explain musk-d", {"musk-departure"}),
        ("factcheck explain musk-departure wire/", {"wire/003", "wire/004", "wire/005"}),
        ("factcheck list --status s", {"self-contradiction", "single", "silent"}),
        ("factcheck co", {"conflicts", "completion"}),
    ],
)
def test_ids_are_completed(run: Run, monkeypatch, words, offered):
    monkeypatch.setenv("_FACTCHECK_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(len(words.split()) - 1))
    assert {line.partition(",")[2] for line in run().out.split()} == offered


def test_completion_is_silent_where_the_catalogue_cannot_be_read(run: Run, monkeypatch):
    monkeypatch.setattr(pipeline, "load_catalogue", failing(FactcheckError(())))
    monkeypatch.setenv("_FACTCHECK_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "factcheck show m")
    monkeypatch.setenv("COMP_CWORD", "2")
    result = run()
    assert (result.out.strip(), result.err) == ("", "")


# What follows needs a process of its own: streams, pipes, and what is imported.
_PROGRAM = """
import sys
sys.path.insert(0, "tests")
from sample_report import sample_report
from factcheck import pipeline
pipeline.run = lambda *_: sample_report()
pipeline.load_sources = lambda sources: (sample_report().sources, ())
from factcheck.cli import main
from factcheck.store import states
# What is made up here must not be remembered for whoever asks the same in earnest.
states.state_of = lambda *_: None
main()
"""


def process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    settings = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "PYTHONUTF8")}
    return subprocess.run(
        [sys.executable, "-c", _PROGRAM, *arguments], cwd=ROOT, env=settings | environment, capture_output=True, check=False, timeout=60
    )


@pytest.mark.parametrize("locale", [{"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "ascii"}])
def test_output_is_utf8_whatever_the_locale(locale):
    result = process("list", "--format", "json", **locale)
    assert result.returncode == 0
    assert "متى تأسست" in result.stdout.decode("utf-8")


@pytest.mark.parametrize("arguments", [["list"], ["conflicts"], ["sources", "002", "--text"], ["--help"], ["list", "--help"]])
def test_a_reader_that_closes_the_pipe_is_no_error(arguments):
    read, written = os.pipe()
    os.close(read)
    with subprocess.Popen([sys.executable, "-c", _PROGRAM, *arguments], cwd=ROOT, stdout=written, stderr=subprocess.PIPE) as running:
        os.close(written)
        _, err = running.communicate(timeout=60)
    assert running.returncode == 0
    assert b"Traceback" not in err
    assert b"BrokenPipe" not in err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
@pytest.mark.parametrize("arguments", [["list"], ["list", "--format", "json"]])
def test_a_full_disk_is_told_as_what_it_is(arguments):
    command = [sys.executable, "-c", _PROGRAM, *arguments]
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run(command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False, timeout=60)
    assert run.returncode == 2
    assert b"the output cannot be written" in run.stderr
    assert b"fault of factcheck" not in run.stderr


def test_the_text_of_an_article_has_no_other_format(run: Run):
    result = run("sources", "002", "--text", "--format", "json")
    assert result.code == 2
    assert "--text prints the text itself, and has no --format" in result.err


@pytest.mark.parametrize(("terminal", "term", "mark"), [(True, "xterm-256color", "\u200e"), (True, "linux", ""), (False, "xterm", "")])
def test_a_message_that_begins_with_an_arabic_file_name_is_laid_out_from_the_left(terminal, term, mark, monkeypatch, capsys):
    monkeypatch.setenv("TERM", term)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    print_problems([Problem(Severity.ERROR, "unknown-key", "there is no such key", "take it out", Location("مطالبات.yaml", 5, 9))])
    first, second = capsys.readouterr().err.splitlines()
    assert first == f"{mark}مطالبات.yaml:5:9: error[unknown-key]: there is no such key"
    assert second.startswith(f"{mark}  help: ")


def test_every_id_and_path_in_the_examples_of_the_help_is_there(monkeypatch):
    monkeypatch.chdir(ROOT)
    catalogue, _ = read_catalogue("claims")
    known = {each.id for question in catalogue.questions for each in (question, *question.claims)}
    modules = [importlib.import_module(module) for module, _ in COMMANDS.values()]
    examples = [example.split() for module in (group, *modules) for example in getattr(module, "_EXAMPLES", ())]
    named = [words[2] for words in examples if words[1:2] and words[1] in ("show", "conflicts", "explain") and words[2:]]
    ids = [word for word in named if not word.startswith("-")]
    assert len(ids) > 5
    assert [word for word in ids if word not in known] == []
    assert [word for words in examples for word in words if word.startswith("claims/") and not Path(word).exists()] == []


def test_help_imports_nothing_heavy():
    program = """
import sys
from factcheck.cli import main
try:
    main(["--help"])
except SystemExit:
    print(sorted(sys.modules), file=sys.stderr)
"""
    result = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    loaded = set(re.findall(r"'([\w.]+)'", result.stderr))
    assert not loaded & {"yaml", "rich", "rapidfuzz", "trafilatura", "charset_normalizer", "Stemmer", "factcheck.pipeline"}


def test_the_package_runs_as_a_module():
    result = subprocess.run(
        [sys.executable, "-m", "factcheck", "--version"], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    assert result.stdout == f"factcheck {__version__}\n"


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are a thing of Unix")
def test_a_terminal_gets_colour_isolates_and_its_own_width():
    fcntl, pty, struct, termios = (importlib.import_module(name) for name in ("fcntl", "pty", "struct", "termios"))
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 64, 0, 0))
    settings = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    with subprocess.Popen(
        [sys.executable, "-c", _PROGRAM, "conflicts", "musk-departure"],
        cwd=ROOT, env=settings | {"TERM": "xterm-256color"}, stdout=theirs, stderr=subprocess.DEVNULL,
    ) as running:  # fmt: skip
        os.close(theirs)
        output = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:  # the other end is closed
                break
            if not part:
                break
            output += part
    os.close(ours)
    assert running.returncode == 0
    text = output.decode("utf-8")
    assert "\x1b[1;35m2018\x1b[0m" in text
    assert "\u2067" in text
    plain = re.sub("\x1b\\[[0-9;]*m|[\u2066-\u2069\u064b-\u0652]", "", text)
    assert 55 < max(map(len, plain.splitlines())) <= 64
