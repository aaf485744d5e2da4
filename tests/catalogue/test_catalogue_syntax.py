"""Where YAML gives up, and what its author reads instead."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import yaml

from factcheck.catalogue import nodes

Problems = Callable[[str | bytes], list[str]]

CLAIMS = "questions:\n  - question: When?\n    claims:\n      - a1\n      - b1\n"
CLAIM = f"{CLAIMS}      - "
EXAMPLE = f"{CLAIMS}    examples:\n      - "


@pytest.fixture(params=["CSafeLoader", "SafeLoader"], autouse=True)
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nodes, "loader", lambda: getattr(yaml, request.param))


@pytest.mark.parametrize(
    ("text", "message", "advice"),
    [
        # A colon in a text.
        (CLAIM + "Musk said: yes\n", "c.yaml:6:18: error[text-needs-quotes]: text with ': ' in it must be in quotes", '- "Musk said: yes"'),
        (CLAIM + "He said: I: go\n", "c.yaml:6:19: error[text-needs-quotes]: text with ': ' in it must be in quotes", '- "He said: I: go"'),
        (CLAIM + "text: قال: نعم\n", "c.yaml:6:18: error[text-needs-quotes]: text with ': '", 'text: "قال: نعم"'),
        (
            CLAIM + "“قال: نعم”\n",
            "c.yaml:6:13: error[text-needs-quotes]: text with ': '",
            "quotes like “ ” are part of the text; they do not quote",
        ),
        (CLAIM + "text: c\n        wordings:\n        - He: no\n", "c.yaml:8:13: error[text-needs-quotes]: text with ': '", '- "He: no"'),
        (CLAIM + "He said:\n", "c.yaml:6:16: error[text-needs-quotes]: text with ': '", '- "He said:"'),
        ("names:\n  musk: Elon: Musk\n" + CLAIMS, "c.yaml:2:13: error[text-needs-quotes]: text with ': '", 'musk: "Elon: Musk"'),
        # A mark of YAML's own at the beginning.
        *[
            (
                CLAIM + f"{mark} x\n",
                f"c.yaml:6:9: error[text-needs-quotes]: a text that begins with '{mark[0]}' must be in quotes",
                f'- "{mark} x"',
            )
            for mark in ("@a", "%a", "`a", "|", ">", ",", "]", "}", "[a]", "{a}", "*a", "*", "?", "&")
        ],
        (CLAIM + "text: ? x\n", "c.yaml:6:15: error[text-needs-quotes]: a text that begins with '?' must be in quotes", 'text: "? x"'),
        (CLAIM + "text: - x\n", "c.yaml:6:15: error[text-needs-quotes]: a text that begins with '-' must be in quotes", 'text: "- x"'),
        (CLAIM + "*a\n", "c.yaml:6:9: error[alias]: '*a' starts with '*'", 'put it in quotes: "*a"'),
        (CLAIM + "&a b\n", "c.yaml:6:9: error[anchor]: '&a b' starts with '&'", 'put it in quotes: "&a b"'),
        (CLAIM + "!a b\n", "c.yaml:6:9: error[tag]: '!a b' starts with '!'", 'put it in quotes: "!a b"'),
        (CLAIM + "!a!b c\n", "c.yaml:6:9: error[text-needs-quotes]: a text that begins with '!' must be in quotes", '- "!a!b c"'),
        (CLAIM + "!!str b\n", "c.yaml:6:9: error[tag]: '!!str b' starts with '!'", "delete the word with the mark"),
        ("names: &n {a: b}\n" + CLAIMS, "c.yaml:1:8: error[anchor]: '&n {a: b}' starts with '&'", "delete the word with the mark"),
        ("<<: {a: b}\n" + CLAIMS, "c.yaml:1:1: error[alias]: '<<' copies keys from another place", "write the keys out"),
        # Quotes.
        (
            CLAIM + '"No" says he\n',
            'c.yaml:6:9: error[text-needs-quotes]: the text goes on after its closing quote "',
            "- '\"No\" says he'",
        ),
        (CLAIM + "'it's no'\n", "c.yaml:6:9: error[text-needs-quotes]: the text goes on after its closing quote '", '- "it\'s no"'),
        (CLAIM + '"c\n', 'c.yaml:6:9: error[unclosed-quote]: the quote " that opens here is not closed', '- "c"'),
        (CLAIM + '"c\n      - "d"\n', 'c.yaml:6:9: error[unclosed-quote]: the quote " that opens here is not closed', '- "c"'),
        (CLAIM + "text: 'c\n", "c.yaml:6:15: error[unclosed-quote]: the quote ' that opens here is not closed", 'text: "c"'),
        (CLAIM + '"C:\\q"\n', "error[bad-escape]: in double quotes a backslash begins a special character", "- 'C:\\q'"),
        (
            CLAIM + '"\\u0007 x"\n',
            "c.yaml:6:9: error[control-character]: this text holds the control character U+0007",
            "use single quotes",
        ),
        # Brackets.
        (
            EXAMPLE + "{says: he: no, supports: none}\n",
            "c.yaml:7:18: error[text-needs-quotes]: between '{' and '}' a text with ':' in it",
            "{says: ",
        ),
        (
            EXAMPLE + '{says: "No" he, supports: none}\n',
            "c.yaml:7:21: error[text-needs-quotes]: between '{' and '}' a comma is missing",
            "{says: ",
        ),
        (
            EXAMPLE + "{says: In 2019, he left, supports: none}\n",
            "c.yaml:7:25: error[text-needs-quotes]: 'he left' stands between commas",
            "{says: ",
        ),
        (
            EXAMPLE + "{says: be #1, supports: none}\n",
            "c.yaml:7:19: error[comment-cuts-text]: ' #' begins a comment",
            "put the text in quotes",
        ),
        (
            EXAMPLE + "{says: a, supports: a1\n",
            "c.yaml:7:9: error[unclosed-bracket]: the '{' that opens here is not closed",
            "close it with '}'",
        ),
        (
            "names:\n  a: [b, c\n  d: [e]\n" + CLAIMS,
            "c.yaml:2:6: error[unclosed-bracket]: the '[' that opens here is not closed",
            "with ']'",
        ),
        (CLAIM + "text: c\n        wordings: [he: no]\n", "c.yaml:7:22: error[text-needs-quotes]: text with ': '", '"he: no"'),
        # Lines.
        (
            "questions:\n\t- question: x\n",
            "c.yaml:2:1: error[tab-indentation]: this line is indented with a tab",
            "replace each tab with two spaces",
        ),
        (
            "questions:\n\t- a\n\t- b\n",
            "this line is indented with a tab; YAML wants spaces (also line 3)",
            "replace each tab with two spaces",
        ),
        (
            "questions:\n  - question: x\n    claims:\n      - a\n     - b\n",
            "c.yaml:5:6: error[bad-indentation]",
            "column 7 if it belongs beside line 4",
        ),
        (
            "questions:\n  - question: x\n   claims:\n      - a\n",
            "c.yaml:3:4: error[bad-indentation]",
            "column 5 if it belongs beside line 2",
        ),
        (
            "questions:\n  - question: x\n      claims: [a, b]\n",
            "c.yaml:3:13: error[bad-indentation]: a key stands here, but YAML is still",
            "same column",
        ),
        (
            "questions:\n  - question: x\n\u00a0   claims: [a, b]\n \u3000  type: year\n",
            "c.yaml:3:1: warning[false-space]: this line begins with blanks that are no spaces, like 1 more",
            "type spaces",
        ),
        (
            "questions\n  - question: x\n    claims: [a, b]\n",
            "c.yaml:1:1: error[no-colon]: a colon is missing after 'questions'",
            "questions:",
        ),
        (CLAIM + "text:c\n        wordings: []\n", "c.yaml:6:9: error[no-space]: a space is missing after 'text:'", "write it as: text: c"),
        (
            CLAIM + "be #1\n        of all\n",
            "c.yaml:6:12: error[comment-cuts-text]: ' #' begins a comment, so the text ends at 'be'",
            "in quotes",
        ),
        (CLAIMS + "names\n", "error[no-colon]: a colon is missing after 'names'", "write it as: names:"),
        (
            CLAIMS + "and so on\n",
            "c.yaml:6:1: error[yaml-syntax]: this line is neither 'key: value' nor '- text'",
            "write '- ' before a claim",
        ),
        ("%YAML 3.0\n---\n" + CLAIMS, "c.yaml:1:1: error[yaml-syntax]: this cannot be read as YAML at '%'", "each line is"),
        # The file.
        (CLAIMS + "---\na: b\n", "c.yaml:6:1: error[several-documents]: a second document begins at this '---'", "a file of its own"),
        ("[" * 60, "c.yaml:1:51: error[nested-too-deep]: lists and groups are nested more than 50 deep here", "no more than"),
        ("- " * 100_000, "error[nested-too-deep]", "no more than"),
        ("{a: " * 100_000, "error[nested-too-deep]", "no more than"),
    ],
)
def test_each_fault_is_explained_in_plain_words(problems: Problems, text: str, message: str, advice: str) -> None:
    found = problems(text)
    assert len(found) == 1, "one mistake makes one message"
    first, second = found[0].splitlines()
    assert message in first
    assert first.startswith("c.yaml:")
    assert second.startswith("  help: ")
    assert advice in second


def test_a_question_mark_inside_brackets_is_text_or_is_explained(problems: Problems) -> None:
    found = problems(EXAMPLE + "{says: When did he leave?, supports: none}\n")
    assert found == [] or ("c.yaml:7:33: error[text-needs-quotes]" in found[0] and "a text with '?' in it must be in quotes" in found[0])


def test_one_fault_does_not_hide_the_next(problems: Problems) -> None:
    found = problems(
        CLAIM + "@c\n      - text: d: e\n      - 'f\n    examples:\n      - {says: a: b, supports: none}\n"
        "      - {says: c, supports: d}\n    tipe: x\n"
    )
    assert [each.split(": ")[0] for each in found] == [
        "c.yaml:6:9",
        "c.yaml:7:16",
        "c.yaml:8:9",
        "c.yaml:10:17",
        "c.yaml:11:29",
        "c.yaml:12:5",
        "c.yaml:12:11",
    ]


def test_nothing_is_built_from_a_bomb_of_aliases(problems: Problems) -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(20))
    assert any("error[alias]" in each for each in problems(bomb))
