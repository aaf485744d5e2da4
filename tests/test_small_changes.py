"""What a sentence says changes with what decides it, and with nothing else.

The sentences are those of `accuracy/stories` that support a claim and stand in their article once. The stories that are held
out stay unread here too. What a law does not ask of a sentence is counted, so that no exception is silent.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from factcheck.matching.index import CatalogueIndex
from factcheck.matching.questions import question_models
from factcheck.matching.vocabulary import Vocabulary
from factcheck.model import Catalogue, Evidence, Source, Stance
from factcheck.pipeline import gather_evidence, load_catalogue, load_sources
from factcheck.stance.judge import judge

ACCURACY = Path(__file__).parent.parent / "accuracy"
sys.path.insert(0, str(ACCURACY))

from truth import read_stories  # noqa: E402

NOT = {
    "ar": "ليس صحيحا أن ",
    "en": "It is not true that ",
    "es": "No es cierto que ",
    "fr": "Il n'est pas vrai que ",
}
MORE = {
    "ar": "، ونبح كلب في الحديقة",
    "en": ", and a dog barked at the postman",
    "es": ", y un perro ladró al cartero",
    "fr": ", et un chien a aboyé contre le facteur",
}
STRANGER = {"ar": "زرفاق الكمبلي", "en": "Zorvath Quimble"}
# A sentence with one of these marks has more clauses than one, of which "it is not true that" may reach only the first.
# So many of those support their claim all the same; and so many sentences are left out that deny the rival: twice denied is said.
KEPT_OF_LONGER, DENYING = 106, 39
# So many are of a claim that gives a month only, and of a sentence that gives a day.
OF_MONTH = 2
ENDS = '.!?»"”* \u202f\xa0'
MARKS = re.compile(r"[,،;؛:«\"“(–—]")


@cache
def supports() -> tuple[tuple[Catalogue, Source, Evidence], ...]:
    """Return the evidence that supports a claim, whose sentence stands in the article once."""
    found = []
    for story in read_stories(ACCURACY / "stories"):
        if story.held_out:
            continue
        catalogue, _ = load_catalogue(str(story.claims))
        sources, _ = load_sources([str(story.articles)])
        by_id = {source.id: source for source in sources}
        for evidence in gather_evidence(catalogue, sources):
            source = by_id[evidence.source]
            if evidence.stance is Stance.SUPPORTS and evidence.claim is not None and source.text.count(evidence.quote) == 1:
                found.append((catalogue, source, evidence))
    return tuple(found)


# A catalogue is read once, not once for every sentence that is changed.
INDEXES: dict[int, CatalogueIndex] = {}


def indexed(catalogue: Catalogue) -> CatalogueIndex:
    if id(catalogue) not in INDEXES:
        vocabulary = Vocabulary(catalogue)
        INDEXES[id(catalogue)] = CatalogueIndex(question_models(catalogue, vocabulary), vocabulary)
    return INDEXES[id(catalogue)]


def still_supports(folder: Path, catalogue: Catalogue, source: Source, evidence: Evidence, sentence: str) -> bool:
    """Return whether the article still supports the claim with its sentence, once that is changed to `sentence`."""
    changed = source.text.replace(evidence.quote, sentence)
    path = folder / "article.txt"
    path.write_text(f"{source.title}\n\n{changed}", encoding="utf-8")
    read, _ = load_sources([str(path)])
    return any(
        e.claim == evidence.claim
        and e.stance is Stance.SUPPORTS
        and (e.quote in sentence or sentence in e.quote)
        and e.quote != source.title
        for each in read
        for e in judge(each, indexed(catalogue))
    )


def with_another_value(evidence: Evidence) -> Iterator[str]:
    """Yield the sentence with the figure that decides changed, where it is written in digits."""
    printed = next((step.detail for step in evidence.steps if (step.name, step.outcome) == ("value", "equal")), "")
    digits = re.search(r"\d+", printed)
    if digits and evidence.quote.count(digits.group()) == 1:
        number = int(digits.group())
        # What is within a fiftieth of a round number may be rounded to it.
        step = 7 if number < 350 or 1900 <= number <= 2100 else 7 + number // 10
        yield evidence.quote.replace(digits.group(), str(number + step))


def days_of(catalogue: Catalogue, evidence: Evidence) -> list[str]:
    """Return for each wording of the claim the day of the evidence where it gives that, else nothing."""
    question = next(q for q in catalogue.questions if q.id == evidence.question)
    claim = next(c for c in question.claims if c.id == evidence.claim)
    day = str(int((evidence.value or "0").rsplit("-", 1)[-1]))
    return [day if re.search(rf"\b0?{day}\b", wording) else "" for wording in (claim.text, *claim.wordings)]


def with_a_stranger(catalogue: Catalogue, evidence: Evidence) -> Iterator[str]:
    """Yield the sentence with a name that decides put in a stranger's place, once for each."""
    found = next((step.detail for step in evidence.steps if (step.name, step.outcome) == ("words", "found")), "").split(", ")
    spellings = {spelling for _, row in catalogue.names for spelling in row}
    arabic = re.search(r"[\u0600-\u06ff]", evidence.quote)
    for part in evidence.parts:
        said = part.said or "\n"
        named = said in spellings
        if part.wording in found and named and evidence.quote.count(said) == 1:
            changed = evidence.quote.replace(said, STRANGER["ar" if arabic else "en"])
            # "The interior minister, Iturralde": where the catalogue lists the office as a name, the other is still there.
            if not any(said in row and any(spelling in changed for spelling in row) for _, row in catalogue.names):
                yield changed


def test_there_are_sentences_enough() -> None:
    assert len(supports()) > 250
    assert {source.language for _, source, _ in supports()} == set(NOT)


def test_a_clause_about_something_else_changes_nothing(tmp_path: Path) -> None:
    lost = []
    for catalogue, source, evidence in supports():
        quote = evidence.quote.rstrip(ENDS)
        end = evidence.quote[len(quote) :]
        sentence = f"{quote}{MORE[source.language or '']}{end}"
        if evidence.quote != source.title and not still_supports(tmp_path, catalogue, source, evidence, sentence):
            lost.append(sentence)
    assert lost == []


def test_a_sentence_that_is_called_untrue_supports_nothing(tmp_path: Path) -> None:
    kept, kept_of_longer, denying = [], [], 0
    for catalogue, source, evidence in supports():
        if any(step.name in ("negation", "polarity") for step in evidence.steps):
            denying += 1
            continue
        sentence = NOT[source.language or ""] + evidence.quote[0].lower() + evidence.quote[1:]
        if still_supports(tmp_path, catalogue, source, evidence, sentence):
            (kept_of_longer if MARKS.search(evidence.quote) else kept).append(sentence)
    assert kept == []
    assert (len(kept_of_longer), denying) == (KEPT_OF_LONGER, DENYING)


def test_another_figure_supports_another_claim(tmp_path: Path) -> None:
    kept, of_month, tried = [], 0, 0
    for catalogue, source, evidence in supports():
        for sentence in with_another_value(evidence):
            tried += 1
            if not still_supports(tmp_path, catalogue, source, evidence, sentence):
                continue
            # A claim that gives a month is backed by any day of it.
            if (evidence.value or "").count("-") > 1 and "" in days_of(catalogue, evidence):
                of_month += 1
            else:
                kept.append((evidence.claim, sentence))
    assert tried > 80
    assert kept == []
    assert of_month == OF_MONTH


def test_a_stranger_does_not_do_what_the_named_one_did(tmp_path: Path) -> None:
    kept, tried = [], 0
    for catalogue, source, evidence in supports():
        for sentence in with_a_stranger(catalogue, evidence):
            tried += 1
            if still_supports(tmp_path, catalogue, source, evidence, sentence):
                kept.append((evidence.claim, sentence))
    assert tried > 20
    assert kept == []
