from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.matching.annotation import Annotation, annotate
from factcheck.matching.questions import QuestionModel, question_models
from factcheck.matching.vocabulary import Vocabulary
from factcheck.model import Catalogue, Claim, Question, QuestionType


@pytest.fixture(scope="session")
def names() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (("orvix", ("Orvix", "أورفكس")), ("sadiq", ("Mona Sadiq", "Sadiq", "منى صادق", "صادق")))


@pytest.fixture(scope="session")
def vocabulary(names: tuple[tuple[str, tuple[str, ...]], ...]) -> Vocabulary:
    return Vocabulary(Catalogue(names=names, synonyms=(("gigafactory", "battery works"),)))


@pytest.fixture(scope="session")
def annotated(vocabulary: Vocabulary) -> Callable[[str, str], Annotation]:
    """Annotate a text as one sentence of a language."""
    return lambda text, language="en": annotate(text, 0, len(text), language, vocabulary)


@pytest.fixture
def model() -> Callable[..., QuestionModel]:
    """Build the model of a question from its text and its claims, each a text or a list of wordings."""

    def build(question: str, *claims: str | list[str], type: QuestionType | None = None, names: tuple = ()) -> QuestionModel:  # noqa: A002
        texts = [[claim] if isinstance(claim, str) else claim for claim in claims]
        rivals = tuple(Claim(str(number), row[0], tuple(row[1:])) for number, row in enumerate(texts, 1))
        catalogue = Catalogue((Question("q", question, type, claims=rivals),), names)
        return question_models(catalogue, Vocabulary(catalogue))[0]

    return build
