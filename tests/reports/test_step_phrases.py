"""Every step that can lead to a stance has a sentence that says so to a reader."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.model import Step
from factcheck.reports.step_phrases import PHRASES, step_phrase

STANCE = Path(__file__).parents[2] / "factcheck" / "stance"
# Where a sentence is judged: in an article, and by itself.
JUDGING = ("judge", "towards")


def modules() -> list[Path]:
    """Return the modules of the package that judging reaches."""
    found, waiting = set(), list(JUDGING)
    while waiting:
        path = STANCE / f"{waiting.pop()}.py"
        if path in found:
            continue
        found.add(path)
        imports = [node.module or "" for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.ImportFrom)]
        waiting += [name.rpartition(".")[2] for name in imports if name.startswith("factcheck.stance.")]
    return sorted(found)


def strings(node: ast.AST) -> set[str]:
    return {each.value for each in ast.walk(node) if isinstance(each, ast.Constant) and isinstance(each.value, str)}


def steps() -> Iterator[tuple[str, str, str]]:
    """Yield place, name and outcome of every step that the code makes; an outcome in a variable is looked for where it is set."""
    for path in modules():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
            for call in ast.walk(function):
                if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Step":
                    place = f"{path.name}:{call.lineno}"
                    made = list(pairs(call, function))
                    assert made, f"{place}: the outcome of this step is not found; set it from plain strings"
                    for name, outcome in made:
                        yield place, name, outcome


def pairs(call: ast.Call, function: ast.FunctionDef) -> Iterator[tuple[str, str]]:
    name, outcome = call.args[:2]
    rows = [
        [each.value for each in node.elts[:2] if isinstance(each, ast.Constant)]
        for node in ast.walk(function)
        if isinstance(node, ast.Tuple)
    ]
    if not isinstance(name, ast.Constant):
        # A table of requirements: name and outcome stand first in each of its rows.
        yield from ((row[0], row[1]) for row in rows if len(row) == 2 and all(isinstance(each, str) for each in row))
    elif isinstance(outcome, ast.Constant):
        yield name.value, outcome.value
    elif isinstance(outcome, ast.Name) and outcome.id == "relation":
        # How two values compare, in the words of `compare`.
        yield from ((name.value, word) for word in relations())
    elif isinstance(outcome, ast.Name):
        set_here = [node.value for node in ast.walk(function) if isinstance(node, ast.Assign) and outcome.id in names(node)]
        for value in set_here:
            branches = [node for node in ast.walk(value) if isinstance(node, ast.IfExp)] or [value]
            yield from ((name.value, word) for each in branches for word in values(each))
        if not set_here:
            yield from ((name.value, row[0]) for row in rows if len(row) == 1 and isinstance(row[0], str))


def names(node: ast.Assign) -> set[str]:
    return {target.id for target in node.targets if isinstance(target, ast.Name)}


def values(node: ast.AST) -> list[str]:
    """Return the strings that an expression can become: both sides of a choice, not its condition."""
    if isinstance(node, ast.IfExp):
        return values(node.body) + values(node.orelse)
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def relations() -> set[str]:
    tree = ast.parse((STANCE / "value_company.py").read_text(encoding="utf-8"))
    function = next(node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == "listed")
    order = next(node.value for node in ast.walk(function) if isinstance(node, ast.Assign) and "order" in names(node))
    return strings(order)


def test_the_steps_of_a_sentence_by_itself_are_among_those_that_are_read():
    assert {"judge.py", "lone.py", "towards.py"} <= {place.partition(":")[0] for place, _, _ in steps()}


def test_every_step_that_the_code_makes_has_a_phrase():
    made = list(steps())
    assert len({pair[1:] for pair in made}) > 40
    assert [f"{place}: {name} {outcome}" for place, name, outcome in made if (name, outcome) not in PHRASES] == []


def test_no_phrase_is_kept_for_a_step_that_is_gone():
    assert set(PHRASES) - {pair[1:] for pair in steps()} == set()


@pytest.mark.parametrize(("name", "outcome"), PHRASES)
def test_a_phrase_reads_well_with_and_without_its_words(name: str, outcome: str):
    full = "".join(piece.text for piece in step_phrase(Step(name, outcome, "WORDS")))
    bare = "".join(piece.text for piece in step_phrase(Step(name, outcome)))
    assert ("WORDS" in full) == ("…" in PHRASES[name, outcome])
    for text in (full, bare):
        assert "…" not in text
        assert text == text.strip()
        assert not text.endswith((":", "(", "()"))
        assert text.count("(") == text.count(")")


def test_a_step_without_a_phrase_is_given_as_it_is():
    assert "".join(piece.text for piece in step_phrase(Step("moon", "full", "tonight"))) == "moon full (tonight)"
    assert "".join(piece.text for piece in step_phrase(Step("moon", "full"))) == "moon full"
