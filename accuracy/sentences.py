"""Measure factcheck against the labelled sentences: `python accuracy/sentences.py [--tuned | --held-out]`.

Each sentence is held as an article of its own against the catalogue of its whole file, behind the sentence before it where
the file has that; what it says itself on its own question counts. A support is right where a careful reader finds it in the
sentence too. Beside it stand the same figures for plain word overlap, which finds no denials. Percentages throughout; `-`
where there was nothing to find, or nothing was found.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import click
from figures import Finding, heading, percent, precision_recall, row
from labels import LEVELS, SENTENCES, LabelledSentence, SentenceFile, read_sentence_files
from word_overlap import closest_claim

from factcheck.model import Catalogue, QuestionType, Sentence, Source, Stance
from factcheck.pipeline import gather_evidence

# The day on which every sentence counts as published, so that "last year" is a year.
PUBLISHED = "2026-06-15"
_DECIDED_BY_WORDS = {QuestionType.ENTITY, QuestionType.CHOICE, QuestionType.YESNO}


@dataclass(slots=True)
class Said:
    """What sentences say. The parts of a finding are file, sentence and claim.

    Attributes:
        supports: Claims put forward.
        denials: Claims said to be false.
    """

    supports: set[Finding] = field(default_factory=set)
    denials: set[Finding] = field(default_factory=set)


@dataclass(slots=True)
class Measured:
    """What there is to find in files of labelled sentences, and what was found.

    Attributes:
        true: What a careful reader finds.
        reported: What factcheck finds.
        overlap: The supports that plain word overlap finds.
        traps: File and sentence of each trap.
        values: File and sentence of each sentence on a question that a value decides, such as a year.
        levels: File and sentence, to the level of its support or None.
    """

    true: Said = field(default_factory=Said)
    reported: Said = field(default_factory=Said)
    overlap: set[Finding] = field(default_factory=set)
    traps: set[Finding] = field(default_factory=set)
    values: set[Finding] = field(default_factory=set)
    levels: dict[Finding, str | None] = field(default_factory=dict)

    def add(self, file: SentenceFile) -> None:
        """Take in a file; raises FactcheckError where its catalogue cannot be used."""
        catalogue, _ = file.catalogue()
        questions = {question.id: question for question in catalogue.questions}
        for sentence in file.sentences:
            place, question = (file.name, sentence.id), questions[sentence.question]
            self.true.supports |= {(*place, claim) for claim in sentence.supports}
            self.true.denials |= {(*place, claim) for claim in sentence.denies}
            if sentence.trap is not None:
                self.traps.add(place)
            if question.type not in _DECIDED_BY_WORDS:
                self.values.add(place)
            self.levels[place] = sentence.level
            if claim := closest_claim(sentence.text, question):
                self.overlap.add((*place, claim))
        self._report(file, catalogue)

    def _report(self, file: SentenceFile, catalogue: Catalogue) -> None:
        sentences = {sentence.id: sentence for sentence in file.sentences}
        articles = {sentence.id: article(sentence, file.language) for sentence in file.sentences}
        for evidence in gather_evidence(catalogue, list(articles.values())):
            of_before = evidence.start < articles[evidence.source].sentences[-1].start
            if evidence.claim is None or evidence.question != sentences[evidence.source].question or of_before:
                continue
            finding = (file.name, evidence.source, evidence.claim)
            if evidence.stance is Stance.SUPPORTS:
                self.reported.supports.add(finding)
            elif evidence.stance is Stance.DENIES:
                self.reported.denials.add(finding)


def article(sentence: LabelledSentence, language: str) -> Source:
    """Return an article of one sentence, after the one that stands before it."""
    lead = f"{sentence.before} " if sentence.before else ""
    sentences = [Sentence(0, 0, len(lead) - 1, 1, 1)] if lead else []
    text = lead + sentence.text
    sentences.append(Sentence(len(sentences), len(lead), len(text), 1, len(lead) + 1))
    return Source(sentence.id, sentence.id, text, tuple(sentences), language=language, published=PUBLISHED)


def measure(files: Iterable[SentenceFile]) -> list[str]:
    """Run factcheck over files of labelled sentences and return the lines of the table; raises FactcheckError."""
    files, found = list(files), Measured()
    for file in files:
        found.add(file)

    def supports(name: str, places: Iterable[Finding]) -> str:
        among = set(places)
        wanted, reported, overlap = (
            {finding for finding in each if finding[:2] in among} for each in (found.true.supports, found.reported.supports, found.overlap)
        )
        return row(f"{name} ({len(wanted)})", *precision_recall(reported, wanted), *precision_recall(overlap, wanted))

    lines = [*heading(), supports("support", found.levels)]
    lines.append(supports("  by value", found.values))
    lines.append(supports("  by words", found.levels.keys() - found.values))
    for level in LEVELS:
        wanted = {finding for finding in found.true.supports if found.levels[finding[:2]] == level}
        shares = (percent(len(wanted & reported), len(wanted)) for reported in (found.reported.supports, found.overlap))
        lines.append(row(f"  {level} ({len(wanted)})", "", next(shares), "", "", next(shares)))
    for language in sorted({file.language for file in files}):
        names = {file.name for file in files if file.language == language}
        lines.append(supports(f"  {language}", (place for place in found.levels if place[0] in names)))
    lines.append(row(f"denials ({len(found.true.denials)})", *precision_recall(found.reported.denials, found.true.denials)))
    cells = []
    for reported in (found.reported.supports, found.overlap):
        taken = len(found.traps & {finding[:2] for finding in reported})
        cells += [f"{taken} of {len(found.traps)}", percent(taken, len(found.traps)), ""]
    lines.append(row("traps taken", *cells))
    return lines


@click.command()
@click.option("--tuned", "part", flag_value="tuned", help="Only the sentences that the program was improved on.")
@click.option("--held-out", "part", flag_value="held-out", help="Only the sentences that nobody looked at meanwhile.")
@click.option(
    "--sentences", type=click.Path(exists=True, file_okay=False, path_type=Path), default=SENTENCES, help="Folder with the files."
)
def main(part: str | None, sentences: Path) -> None:
    """Measure factcheck against the labelled sentences."""
    chosen = [file for file in read_sentence_files(sentences) if part is None or file.held_out == (part == "held-out")]
    click.echo("\n".join(measure(chosen)))


if __name__ == "__main__":
    main()
