"""A small catalogue with every kind of question, and articles made of plain text."""

from __future__ import annotations

from factcheck.model import Catalogue, Claim, Question, QuestionType, Sentence, Source
from factcheck.sources import split_sentences


def question(id: str, text: str, *claims: str, **known: object) -> Question:  # noqa: A002
    return Question(id, text, claims=tuple(Claim(f"{id}-{number}", claim) for number, claim in enumerate(claims, 1)), **known)  # type: ignore[arg-type]


CATALOGUE = Catalogue(
    questions=(
        question(
            "opened",
            "When did the harbour tunnel open?",
            "The harbour tunnel was opened in 2019",
            "The harbour tunnel was opened in 2021",
        ),
        question(
            "flooded",
            "When was the harbour tunnel flooded?",
            "The harbour tunnel was flooded in 2019",
            "The harbour tunnel was flooded in 2021",
        ),
        question(
            "cost",
            "What did the harbour tunnel cost?",
            "The harbour tunnel has cost 40 million euros",
            "The harbour tunnel has cost 52 million euros",
        ),
        question(
            "closed",
            "Did Orvix close the smelter?",
            "Orvix has closed the smelter",
            "Orvix has not closed the smelter",
            type=QuestionType.YESNO,
        ),
        question(
            "builder",
            "Who built the harbour tunnel?",
            "The harbour tunnel was built by Orvix",
            "The harbour tunnel was built by Kestrel",
        ),
        question(
            "sued",
            "Who sued whom?",
            "Orvix has sued Kestrel in the high court",
            "Kestrel has sued Orvix in the high court",
        ),
        question(
            "day",
            "On what day did the ferry sink?",
            "The ferry sank on 3 March 2025",
            "The ferry sank on 9 March 2025",
        ),
    ),
    names=(("orvix", ("Orvix", "أورفكس")), ("kestrel", ("Kestrel", "كسترل"))),
)


def article(text: str, language: str | None = "en", published: str | None = None) -> Source:
    spans = split_sentences(text, 0, len(text), language)
    sentences = tuple(
        Sentence(i, start, end, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)) for i, (start, end) in enumerate(spans)
    )
    return Source("a", "a.txt", text, sentences, language=language, published=published)
