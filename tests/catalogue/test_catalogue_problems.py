"""What a catalogue must not say, and how its author is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.catalogue import read_catalogue
from factcheck.problems import FactcheckError, NothingToDo, Severity

Problems = Callable[[str | bytes], list[str]]
FIXTURES = Path(__file__).parent / "fixtures"

# The claims a1 and b1, with room for a third claim, and for keys of the question.
CLAIMS = "questions:\n  - question: When?\n    claims:\n      - a1\n      - b1\n"
CLAIM = f"{CLAIMS}      - "
KEY = f"{CLAIMS}    "


@pytest.mark.parametrize(
    ("text", "message", "advice"),
    [
        # Keys.
        (KEY + "tipe: year\n", "c.yaml:6:5: error[unknown-key]: a question has no key 'tipe'", "did you mean 'type'?"),
        (KEY + "x: y\n", "c.yaml:6:5: error[unknown-key]: a question has no key 'x'", "a question can have: id, question, type"),
        (
            CLAIM + "text: c\n        wordngs: []\n",
            "c.yaml:7:9: error[unknown-key]: a claim has no key 'wordngs'",
            "did you mean 'wordings'?",
        ),
        (CLAIM + "statement: c\n", "c.yaml:6:9: error[unknown-key]: a claim has no key 'statement'", "did you mean 'text'?"),
        (
            CLAIM + "text: c\n        type: year\n",
            "c.yaml:7:9: error[unknown-key]: a claim has no key 'type'",
            "'type' belongs to a question",
        ),
        ("question: x\n", "c.yaml:1:1: error[unknown-key]: a catalogue file has no key 'question'", "below 'questions:'"),
        (CLAIMS + "synonym: []\n", "c.yaml:6:1: error[unknown-key]: a catalogue file has no key 'synonym'", "did you mean 'synonyms'?"),
        (
            CLAIMS + "questions: []\n",
            "c.yaml:6:1: error[duplicate-key]: the key 'questions' stands twice here; the first is at c.yaml:1:1",
            "keep one",
        ),
        (
            CLAIM + "text: c\n        \u200ftext: d\n",
            "c.yaml:7:9: error[duplicate-key]: the key 'text' stands twice here; the first is at c.yaml:6:9",
            "begin a new item with '- '",
        ),
        (
            "names:\n  a: b\n  a: c\n",
            "c.yaml:3:3: error[duplicate-key]: the key 'a' stands twice here; the first is at c.yaml:2:3",
            "keep one",
        ),
        ("questions:\n- claims: [a, b]\n", "c.yaml:2:3: error[missing-key]: this question has no 'question'", "question: When did"),
        (
            "questions:\n- question: q\n",
            "c.yaml:2:3: error[missing-key]: this question has no 'claims'",
            "claims:, and below it two or more",
        ),
        (CLAIM + "id: c\n", "c.yaml:6:9: error[missing-key]: this claim has no 'text'", "add it, for example: text: Musk left"),
        (KEY + "examples: [{says: a}]\n", "c.yaml:6:16: error[missing-key]: this example has no 'supports'", "supports: none"),
        (KEY + "examples: [{supports: a1}]\n", "c.yaml:6:16: error[missing-key]: this example has no 'says'", "{says: "),
        ("[a]: b\n", "c.yaml:1:1: error[wrong-kind]: a key must be a word, but a list or group stands here", "for example: question: When"),
        # Kinds.
        (
            "- question: x\n",
            "c.yaml:1:1: error[wrong-kind]: a catalogue file begins with 'questions:'",
            "write 'questions:' on the first line",
        ),
        ("Musk left\n", "but plain text stands here", "write 'questions:' on the first line"),
        ("questions: When?\n", "c.yaml:1:12: error[wrong-kind]: 'questions' must be a list, but the text 'When?' stands here", "with '- '"),
        (
            "questions:\n- When?\n",
            "c.yaml:2:3: error[wrong-kind]: a question is written with the keys 'question' and 'claims'",
            "- question: When",
        ),
        ("questions:\n- [q]\n", "c.yaml:2:3: error[wrong-kind]: a question is written with the keys", "below it: claims:"),
        (
            "questions:\n- question: [q]\n  claims: [a, b]\n",
            "c.yaml:2:13: error[wrong-kind]: the question must be text, but a list stands here",
            "text that begins with '[' must be in quotes",
        ),
        (
            "questions:\n- question: q\n  claims: one\n",
            "c.yaml:3:11: error[wrong-kind]: 'claims' must be a list, but the text 'one'",
            "- Musk left",
        ),
        ("questions:\n- question: q\n  claims:\n    -one\n    -two\n", "a space is missing after '-'", "- Musk left OpenAI in 2018"),
        (
            "questions:\n- question: q\n  claims:\n    a: b\n    c: d\n",
            "c.yaml:4:5: error[wrong-kind]: 'claims' must be a list, but keys with",
            "'- '",
        ),
        (CLAIM + "- c\n", "c.yaml:6:9: error[wrong-kind]: a claim must be text, but a list stands here", "- Musk left OpenAI in 2018"),
        (
            CLAIM + "text: [c]\n",
            "c.yaml:6:15: error[wrong-kind]: the text of a claim must be text, but a list stands here",
            "text: Musk left",
        ),
        (
            CLAIM + "text: c\n        wordings: d\n",
            "c.yaml:7:19: error[wrong-kind]: 'wordings' must be a list, but the text 'd' stands here",
            "'- '",
        ),
        (
            CLAIM + "text: c\n        wordings:\n        - {en: When did…?, ar: متى}\n",
            "c.yaml:8:11: error[wrong-kind]: a wording must be text, but keys with values stand here",
            "write plain text, each on a line of its own",
        ),
        (
            KEY + "id: [a]\n",
            "c.yaml:6:9: error[wrong-kind]: the id of a question must be one word, but a list stands here",
            "id: musk-departure",
        ),
        (
            KEY + "exclusive: yes\n",
            "c.yaml:6:16: error[wrong-kind]: 'exclusive' is either true or false, but 'yes' stands here",
            "exclusive: true",
        ),
        (KEY + "evolves:\n", "c.yaml:6:13: error[wrong-kind]: 'evolves' is either true or false, but nothing stands here", "evolves: true"),
        (KEY + "evolves: [true]\n", "'evolves' is either true or false, but a list stands here", "write evolves: true or evolves: false"),
        (
            KEY + "examples: {says: a, supports: a1}\n",
            "c.yaml:6:15: error[wrong-kind]: 'examples' must be a list, but keys with values",
            "- {says:",
        ),
        (KEY + "examples: [a]\n", "c.yaml:6:16: error[wrong-kind]: an example is written with the keys 'says' and 'supports'", "- {says:"),
        (
            KEY + "examples: [{says: a, supports: [a1]}]\n",
            "what an example supports must be one word, but a list stands here",
            "supports: none",
        ),
        ("names: [a]\n", "c.yaml:1:8: error[wrong-kind]: 'names' must be lines of one name each", "musk: [Elon Musk"),
        (
            "names: {a: {b: c}}\n",
            "c.yaml:1:12: error[wrong-kind]: the name 'a' must be a list, but keys with values stand here",
            "musk: [Elon",
        ),
        ("names: {a: [[b]]}\n", "a spelling of the name 'a' must be text, but a list stands here", "musk: [Elon Musk"),
        ("synonyms: [a, b]\n", "c.yaml:1:12: error[wrong-kind]: each group of synonyms is a list of its own", "- [leave, quit, step down]"),
        ("synonyms: [[a, b], c]\n", "c.yaml:1:20: error[wrong-kind]: a group of synonyms must be a list", "- [leave, quit, step down]"),
        ("synonyms: [[a]]\n", "c.yaml:1:12: error[too-few-synonyms]: a group of synonyms needs two words or more", "- [leave, quit"),
        # Empty.
        (CLAIM + "''\n", "c.yaml:6:9: error[empty-text]: a claim is empty", "fill it in or delete the line"),
        (CLAIM + "\n", "error[empty-text]: a claim is empty", "fill it in or delete the line"),
        (CLAIM + "…\n", "c.yaml:6:9: error[empty-text]: a claim has no letter or digit in it: '…'", "- Musk left OpenAI in 2018"),
        (CLAIM + "#1 of all\n", "error[empty-text]: a claim is empty, because '#' begins a comment", '- "#1 in the list"'),
        (KEY + "id:\n", "c.yaml:6:8: error[empty-text]: the id of a question is empty", "id: musk-departure"),
        (KEY + "examples: [{says: '', supports: a1}]\n", "c.yaml:6:23: error[empty-text]: the sentence of an example is empty", "says: "),
        ("names: {'': [a]}\n", "c.yaml:1:9: error[empty-text]: the id of this name is empty", "musk: [Elon Musk"),
        # What a question needs.
        (
            "questions:\n- question: q\n  claims:\n",
            "c.yaml:2:3: error[too-few-claims]: the question 'q' has no claims",
            "add a rival answer",
        ),
        (
            "questions:\n- question: q\n  claims: [a]\n",
            "c.yaml:2:3: error[too-few-claims]: the question 'q' has only one claim",
            "add a rival",
        ),
        (KEY + "type: yaer\n", "c.yaml:6:11: error[unknown-type]: there is no type 'yaer'", "did you mean 'year'?"),
        (
            KEY + "type: zzz\n",
            "c.yaml:6:11: error[unknown-type]: there is no type 'zzz'",
            "year, date, money, count, percent, number, entity, choice, yesno",
        ),
        (
            CLAIM + "A1.\n",
            "c.yaml:6:9: error[rivals-alike]: this claim 'A1.' cannot be told apart from a rival's 'a1' at c.yaml:4:9",
            "say what makes the two claims different",
        ),
        (
            CLAIM + "text: c\n        wordings: [x, B1]\n",
            "c.yaml:7:23: error[rivals-alike]: this wording 'B1' cannot be told apart from a rival's 'b1' at c.yaml:5:9",
            "under the one claim",
        ),
        # Ids.
        (CLAIM + "{id: none, text: c}\n", "c.yaml:6:14: error[reserved-id]: 'none' is no id for a claim", "choose another id"),
        (
            CLAIM + "{id: x, text: c}\n      - {id: x, text: d}\n",
            "c.yaml:7:14: error[duplicate-id]: the claim id 'x' stands twice in the catalogue; the first is at c.yaml:6:14",
            "id: x-2",
        ),
        (
            "questions:\n- {id: x, question: q, claims: [a, b]}\n- {id: x, question: r, claims: [a, b]}\n",
            "c.yaml:3:8: error[duplicate-id]: the question id 'x' stands twice in the catalogue; the first is at c.yaml:2:8",
            "id: x-2",
        ),
        (
            KEY + "examples: [{says: a, supports: a11}]\n",
            "c.yaml:6:36: error[unknown-claim]: this question has no claim with the id 'a11'",
            "did you mean 'a1'?",
        ),
        (KEY + "examples: [{says: a, supports: zzz}]\n", "this question has no claim with the id 'zzz'", "write one of: a1, b1, none"),
        (
            KEY + "examples: [{says: a, supports: x}]\n  - {question: Who?, claims: [{id: x, text: c}, d]}\n",
            "c.yaml:6:36: error[unknown-claim]: the claim 'x' belongs to another question, 'Who?' at c.yaml:7:5",
            "write one of: a1, b1, none",
        ),
        # Warnings.
        (
            "names: {a: [Musk], b: [x, MUSK]}\n" + CLAIMS,
            "c.yaml:1:27: warning[shared-spelling]: 'MUSK' is a spelling of two names: 'b' here, and 'a' at c.yaml:1:13",
            "join the two names",
        ),
        (
            "names: {a: [Musk، ماسك]}\n" + CLAIMS,
            "c.yaml:1:13: warning[list-as-text]: 'Musk، ماسك' is read as one spelling with '،' in it",
            "write a list in brackets, parted by commas: [first, second]",
        ),
        (
            CLAIM + "ranked #1 there\n",
            "c.yaml:6:16: warning[comment-cuts-text]: ' #' begins a comment, so the text ends at 'ranked'",
            'put the text in quotes: "ranked #1 there", or move the comment to a line of its own',
        ),
        (CLAIM + "ranked # 1\n", "c.yaml:6:16: warning[comment-cuts-text]", "put the text in quotes"),
        (
            CLAIM + "text:c\n",
            "c.yaml:6:9: warning[no-space]: this claim begins with 'text:' because a space is missing",
            "write it as: text: c",
        ),
    ],
)
def test_each_mistake_is_named_with_its_place_and_its_remedy(problems: Problems, text: str, message: str, advice: str) -> None:
    found = problems(text)
    (named,) = [each for each in found if message in each.splitlines()[0]]
    first, second = named.splitlines()
    assert first.startswith("c.yaml:")
    assert second.startswith("  help: ")
    assert advice in second
    severity = "warning" if "warning[" in message else "error"
    assert [each for each in found if f" {severity}[" in each] == [named], "one mistake makes one message"


def test_comments_that_stand_apart_or_behind_a_key_cut_nothing(problems: Problems) -> None:
    assert problems("questions: # all\n- question: q   # why\n  id: x # y\n  claims:\n  - 'one' # z\n  - two  # three\n") == []


def test_every_mistake_of_a_file_is_reported_at_once_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FIXTURES)
    with pytest.raises(FactcheckError) as raised:
        read_catalogue("broken.yaml")
    places = [(problem.location.line, problem.location.column) for problem in raised.value.problems if problem.location]
    assert places == sorted(places)
    assert [(line, problem.code) for (line, _), problem in zip(places, raised.value.problems, strict=True)] == [
        (2, "text-needs-quotes"), (3, "unknown-key"), (4, "text-needs-quotes"), (5, "text-needs-quotes"), (6, "text-needs-quotes"),
        (7, "text-needs-quotes"), (8, "text-needs-quotes"), (9, "text-needs-quotes"), (10, "comment-cuts-text"), (11, "empty-text"),
        (13, "rivals-alike"), (14, "text-needs-quotes"), (15, "unknown-key"), (17, "wrong-kind"), (18, "wrong-kind"), (19, "unknown-type"),
        (20, "wrong-kind"), (22, "text-needs-quotes"), (24, "wrong-kind"), (25, "wrong-kind"), (26, "too-few-claims"),
        (27, "duplicate-key"),
        (32, "reserved-id"), (36, "duplicate-key"), (37, "duplicate-id"), (40, "duplicate-id"), (43, "unclosed-quote"), (44, "bad-escape"),
        (47, "shared-spelling"), (48, "wrong-kind"),
    ]  # fmt: skip
    assert all(problem.help for problem in raised.value.problems)
    assert raised.value.exit_code == 2


def test_a_broken_file_hides_nothing_in_the_others(folder: Path) -> None:
    (folder / "claims").mkdir()
    for name, text in {
        "a.yaml": "names: {x: [Musk]}\nquestions:\n- {id: q, question: q, claims: [{id: c, text: a}, b]}\n",
        "b.yaml": "questions: [\n",
        "c.yaml": "",
        "d.yaml": "questions:\n- {id: q, question: q, claims: [a, {id: c, text: b}]}\nnames: {y: [Musk]}\n",
    }.items():
        (folder / "claims" / name).write_text(text, encoding="utf-8")
    with pytest.raises(FactcheckError) as raised:
        read_catalogue("claims")
    assert [str(problem).split(": ")[:2] for problem in raised.value.problems] == [
        ["claims/b.yaml:1:12", "error[unclosed-bracket]"],
        ["claims/c.yaml", "warning[empty-file]"],
        ["claims/d.yaml:2:8", "error[duplicate-id]"],
        ["claims/d.yaml:2:41", "error[duplicate-id]"],
        ["claims/d.yaml:3:13", "warning[shared-spelling]"],
    ]
    assert "the first is at claims/a.yaml:3:8" in raised.value.problems[2].message


def test_an_empty_file_among_others_is_a_warning(folder: Path) -> None:
    (folder / "a.yaml").write_text("# nothing yet\n", encoding="utf-8")
    (folder / "b.yaml").write_text("questions: []\n", encoding="utf-8")
    (folder / "c.yaml").write_text(CLAIMS, encoding="utf-8")
    found, warnings = read_catalogue(".")
    assert len(found.questions) == 1
    assert [(problem.severity, problem.code, str(problem.location)) for problem in warnings] == [
        (Severity.WARNING, "empty-file", "./a.yaml"),
        (Severity.WARNING, "empty-file", "./b.yaml:1:12"),
    ]


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n", "\ufeff", "{}", "questions:\n", "names: {a: [b]}\n"])
def test_a_catalogue_without_a_question_is_nothing_to_do(folder: Path, text: str) -> None:
    (folder / "c.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(NothingToDo) as raised:
        read_catalogue("c.yaml")
    assert raised.value.exit_code == 3
    last = raised.value.problems[-1]
    assert str(last).startswith(
        "c.yaml: error[no-questions]: there is no question in the whole catalogue\n  help: write a file with 'questions:'"
    )
    assert [problem.code for problem in raised.value.problems[:-1]] == ([] if "names" in text else ["empty-file"])
