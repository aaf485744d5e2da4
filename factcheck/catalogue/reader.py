"""The way from a path to the catalogue, or to everything that is wrong with it at once."""

from __future__ import annotations

from factcheck.catalogue.assembly import assemble
from factcheck.catalogue.fields import Page, is_empty, read_keys, refused
from factcheck.catalogue.files import find_files, read_text
from factcheck.catalogue.keys import TOP
from factcheck.catalogue.names import Names, read_synonyms
from factcheck.catalogue.nodes import Mapping, Node, Sequence
from factcheck.catalogue.questions import QuestionDraft, read_questions
from factcheck.catalogue.syntax import parse
from factcheck.model import Catalogue
from factcheck.problems import FactcheckError, Location, NothingToDo, Problem, Severity

_SHORTEST = "a file with 'questions:', and below it '- question: …' with its 'claims:'"


def read_catalogue(path: str) -> tuple[Catalogue, tuple[Problem, ...]]:
    """Read the catalogue at `path`: a file, or a folder with all `.yaml` and `.yml` files below it, in name order.

    Args:
        path: As the user gave it; the places of problems and claims begin with it.

    Returns:
        The catalogue, and the warnings in order of file, line and column.

    Raises:
        NothingToDo: There is no question in the whole catalogue; its last problem says so.
        FactcheckError: There is no such path, or the catalogue has errors. All problems of all files are in it,
            errors and warnings, in order of file, line and column.
    """
    files, problems = find_files(path)
    names, synonyms, drafts, pages = Names(), list[tuple[str, ...]](), list[QuestionDraft](), list[Page]()
    for file in files:
        text, unreadable = read_text(file)
        page = Page(file.shown, [], unreadable)
        pages.append(page)
        if text is not None:
            _read_page(page, text, names, synonyms, drafts)
    questions = assemble(drafts)
    # Sorted page by page: a place without a line must not be compared with a line.
    problems += [problem for page in pages for problem in sorted(page.problems, key=_place)]
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise FactcheckError(tuple(problems))
    if not questions:
        raise NothingToDo((*problems, _no_question(path, bool(files))))
    return Catalogue(questions, names.joined(), tuple(synonyms), tuple(page.path for page in pages)), tuple(problems)


def _place(problem: Problem) -> tuple[int, int, str]:
    place = problem.location
    return (place.line or 0, place.column or 0, problem.code) if place else (0, 0, problem.code)


def _no_question(path: str, any_file: bool) -> Problem:
    place = Location(path.rstrip("/") or path)
    message = "there is no question in the whole catalogue" if any_file else "there is no .yaml or .yml file in this folder"
    return Problem(Severity.ERROR, "no-questions", message, f"write {_SHORTEST}", place)


def _read_page(page: Page, text: str, names: Names, synonyms: list[tuple[str, ...]], drafts: list[QuestionDraft]) -> None:
    document = parse(text, page.path)
    page.lines = document.lines
    page.problems += document.problems
    root = document.root
    if root is None or refused(root) or _holds_nothing(root):
        if not page.problems:
            page.warn("empty-file", Location(page.path), "this file is empty", f"write {_SHORTEST}, or delete the file")
        return
    if not isinstance(root, Mapping):
        _note_top(page, root)
        return
    values = read_keys(page, root, TOP, "a catalogue file")
    if "names" in values:
        names.read(page, values["names"])
    if "synonyms" in values:
        synonyms += read_synonyms(page, values["synonyms"])
    if "questions" in values:
        drafts += read_questions(page, values["questions"])
        if _holds_nothing(values["questions"]):
            page.warn("empty-file", values["questions"], "there is no question under 'questions' in this file", f"write {_SHORTEST}")


def _holds_nothing(node: Node) -> bool:
    if isinstance(node, Mapping):
        return not node.pairs
    return is_empty(node) or (isinstance(node, Sequence) and not node.items)


def _note_top(page: Page, root: Node) -> None:
    kind = "a list" if isinstance(root, Sequence) else "plain text"
    message = f"a catalogue file begins with 'questions:' (or names, synonyms), but {kind} stands here"
    advice = "write 'questions:' on the first line, and below it, two spaces in: - question: When did Musk leave OpenAI?"
    page.error("wrong-kind", root, message, advice)
