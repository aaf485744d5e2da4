"""What a right catalogue file says."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from factcheck.catalogue import nodes, read_catalogue
from factcheck.model import Catalogue, Claim, Example, QuestionType
from factcheck.problems import Location

Read = Callable[[str], Catalogue]
FIXTURES = Path(__file__).parent / "fixtures"


def test_two_lines_of_claims_are_a_catalogue(catalogue: Read) -> None:
    found = catalogue(
        "questions:\n  - question: When did Musk leave OpenAI?\n    claims:\n"
        "      - Musk left OpenAI in 2018\n      - Musk left OpenAI in 2019\n"
    )
    (question,) = found.questions
    assert (question.id, question.text) == ("when-did-musk-leave-openai", "When did Musk leave OpenAI?")
    assert (question.type, question.exclusive, question.evolves, question.examples) == (None, True, False, ())
    assert question.location == Location("c.yaml", 2, 5)
    assert question.claims == (
        Claim("musk-left-openai-in-2018", "Musk left OpenAI in 2018", (), Location("c.yaml", 4, 9)),
        Claim("musk-left-openai-in-2019", "Musk left OpenAI in 2019", (), Location("c.yaml", 5, 9)),
    )
    assert found.paths == ("c.yaml",)


def test_the_full_form_is_read_with_everything_in_it() -> None:
    path = str(FIXTURES / "full.yaml")
    found, warnings = read_catalogue(path)
    assert warnings == ()
    (question,) = found.questions
    assert (question.id, question.type, question.exclusive, question.evolves) == ("musk-departure", QuestionType.YEAR, True, False)
    assert [(claim.id, len(claim.wordings)) for claim in question.claims] == [("musk-left-2018", 2), ("musk-left-2019", 0)]
    assert question.claims[0].wordings[1] == "استقال ماسك من أوبن إيه آي في 2018"
    assert question.examples == (
        Example("غادر ماسك أوبن إيه آي سنة ٢٠١٩", "musk-left-2019", Location(path, 23, 9)),
        Example("في عام 2019، قدم ماسك بعض الأسباب حول قراره", None, Location(path, 24, 9)),
    )
    assert found.names == (("musk", ("Elon Musk", "Musk", "إيلون ماسك", "ماسك")), ("openai", ("OpenAI", "أوبن إيه آي")))
    assert found.synonyms == (("leave", "quit", "step down", "غادر", "استقال"),)


@pytest.mark.parametrize(
    "typed",
    ["2018", "no", "Yes", "12:30", "12:30:45", "٢٠١٨", "97.4e9", "1_000", "010", "0x1F", "1.10", "~1", "null", "true", ".inf", "2025-02-10",
     "=1", "-5", "?x", "-x", "a:b", "a#b", "97,4", "it's", "“no”", "e\u0301", "é", "\u200fنعم\u200f", "50%", "C++", "x | y", "x > y",
     "a \u2066b\u2069"],
)  # fmt: skip
@pytest.mark.parametrize("parser", ["CSafeLoader", "SafeLoader"])
def test_text_stays_exactly_what_was_typed(catalogue: Read, monkeypatch: pytest.MonkeyPatch, parser: str, typed: str) -> None:
    monkeypatch.setattr(nodes, "loader", lambda: getattr(yaml, parser))
    (question,) = catalogue(
        f"questions:\n- question: {typed}\n  claims:\n  - {typed}\n  - text: other\n    wordings:\n    - {typed} x\n"
    ).questions
    assert (question.text, question.claims[0].text, question.claims[1].wordings) == (typed, typed, (f"{typed} x",))


def test_nothing_typed_as_text_becomes_nothing(catalogue: Read) -> None:
    found = catalogue("questions:\n- question: null\n  claims: [null, 'no', no one]\n")
    assert [claim.text for claim in found.questions[0].claims] == ["null", "no", "no one"]


def test_quotes_keep_the_marks_of_yaml_and_long_texts_may_be_blocks(catalogue: Read) -> None:
    found = catalogue(
        "questions:\n- question: 'Who: me?'\n  claims:\n  - \"#1 @ *x*\"\n  - text: >\n      one\n      two\n  - text: |\n      three\n"
    )
    assert found.questions[0].text == "Who: me?"
    assert [claim.text for claim in found.questions[0].claims] == ["#1 @ *x*", "one two", "three"]


def test_keys_stand_in_any_order_and_claims_mix_both_forms(catalogue: Read) -> None:
    found = catalogue(
        "questions:\n- claims: [{wordings: [], text: one}, two]\n  evolves: TRUE\n  exclusive: False\n"
        "  type: YesNo\n  question: q\nnames:\n"
    )
    (question,) = found.questions
    assert [claim.id for claim in question.claims] == ["one", "two"]
    assert (question.type, question.exclusive, question.evolves) == (QuestionType.YESNO, False, True)


def test_wordings_hold_what_the_text_does_not_say_already(catalogue: Read) -> None:
    found = catalogue("questions:\n- question: q\n  claims:\n  - text: one\n    wordings: [one, uno, uno]\n  - text: two\n    wordings:\n")
    assert [claim.wordings for claim in found.questions[0].claims] == [("uno",), ()]


def test_direction_marks_around_keys_and_ids_are_no_part_of_them(catalogue: Read) -> None:
    found = catalogue(
        "\ufeff\u200fquestions\u200e:\n- \u200equestion: q\n  \u2067claims\u2069:\n  - {id: \u200fx\u200e, text: one}\n  - two\n"
        "  examples: [{says: one, supports: \u200ex}]\n"
    )
    assert found.questions[0].claims[0].id == "x"
    assert found.questions[0].examples[0].supports == "x"


def test_direction_marks_before_dashes_and_indentation_change_nothing(catalogue: Read) -> None:
    found = catalogue("questions:\n\u200f  - question: q\n    claims:\n    - one\n    \u200f- \u200etwo\n")
    assert [claim.id for claim in found.questions[0].claims] == ["one", "two"]
    assert found.questions[0].claims[1].text == "\u200f\u200etwo"


def test_an_example_may_support_a_claim_whose_id_was_made(catalogue: Read) -> None:
    found = catalogue(
        "questions:\n- question: q\n  claims: [One way, two]\n  examples: [{says: a, supports: one-way}, {says: b, supports: None}]\n"
    )
    assert [example.supports for example in found.questions[0].examples] == ["one-way", None]


def test_line_ends_of_windows_and_separators_inside_a_line_are_no_trouble(catalogue: Read) -> None:
    found = catalogue("questions:\r\n- question: a\u2028b\u0085c\r\n  claims: [one,\r\n    t\ufeffwo]\r\n")
    (question,) = found.questions
    assert (question.text, question.claims[1].text) == ("a b c", "t\u2060wo")
    assert question.claims[1].location == Location("c.yaml", 4, 5)


def test_columns_count_code_points(catalogue: Read) -> None:
    text = "questions: [{question: 😀 متى؟, claims: [😀😀, ب]}]"
    found = catalogue(text)
    assert [claim.location for claim in found.questions[0].claims] == [
        Location("c.yaml", 1, text.index(each) + 1) for each in ("😀😀", "ب")
    ]


def test_a_folder_is_one_catalogue_in_name_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FIXTURES)
    for given in ("whole", "whole/", "whole//"):
        found, warnings = read_catalogue(given)
        assert warnings == ()
        assert found.paths == ("whole/1-departure.yaml", "whole/2-names.yml", "whole/sub/offer.YAML")
        assert [question.id for question in found.questions] == ["when-did-musk-leave-openai", "هل-عرض-ماسك-شراء-openai"]
        assert found.names == (("musk", ("Musk", "إيلون ماسك", "Elon Musk")), ("openai", ("OpenAI",)))


def test_both_parsers_give_one_tree() -> None:
    text = (FIXTURES / "full.yaml").read_text(encoding="utf-8")
    trees = []
    for parser in (yaml.CSafeLoader, yaml.SafeLoader):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(nodes, "loader", lambda parser=parser: parser)
            trees.append(nodes.build_tree(text, "c.yaml"))
    assert trees[0] == trees[1]


def test_time_grows_with_the_catalogue_and_not_with_its_square(folder: Path) -> None:
    question = "- question: When did plant {0} close?\n  claims:\n  - Plant {0} closed in 2018\n  - text: 'Yes'\n    wordings: [نعم {0}]\n"

    def seconds(count: int) -> float:
        (folder / "c.yaml").write_text("questions:\n" + "".join(question.format(number) for number in range(count)), encoding="utf-8")
        start = time.perf_counter()
        found, _ = read_catalogue("c.yaml")
        assert found.questions[-1].claims[1].id == f"yes-{count}"
        return time.perf_counter() - start

    assert seconds(3000) < 20 * seconds(600) + 0.5
