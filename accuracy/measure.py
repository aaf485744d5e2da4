"""Measure factcheck against the annotated stories: `python accuracy/measure.py [--tuned | --held-out]`.

A support is right where the report lists the claim for the source and a careful reader does too. Beside it stand the
same figures for plain word overlap, so that a reader sees what the rest of the program is for. Percentages
throughout; `-` where there was nothing to find, or nothing was found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import click
from figures import Finding, heading, percent, precision_recall, row
from truth import DIFFICULTIES, STORIES, Story, article_text, read_stories
from word_overlap import closest_claim

from factcheck.model import Report, Stance, Status
from factcheck.pipeline import load_catalogue, run_whole

_SENTENCE_ENDS = re.compile(r"[.!?؟…\n]+")


@dataclass(slots=True)
class Findings:
    """Everything that is measured as found or not, each kind a set.

    The parts of a finding are story, source, question, and a claim or value; conflicts and self-contradictions have fewer.
    """

    supports: set[Finding] = field(default_factory=set)
    denials: set[Finding] = field(default_factory=set)
    unlisted: set[Finding] = field(default_factory=set)
    conflicts: set[Finding] = field(default_factory=set)
    updates: set[Finding] = field(default_factory=set)
    self_contradictions: set[Finding] = field(default_factory=set)
    copies: set[Finding] = field(default_factory=set)

    def add(self, other: Findings) -> None:
        """Take in the findings of another story."""
        for name in self.__slots__:
            getattr(self, name).update(getattr(other, name))


def true_findings(story: Story) -> Findings:
    """Return what there is to find in a story."""
    found = Findings(
        conflicts={(story.name, question) for question in story.conflicts},
        updates={(story.name, question) for question in story.updates},
        self_contradictions={(story.name, *pair) for pair in story.self_contradictions},
        copies={(story.name, *sorted(pair)) for pair in story.copies},
    )
    for position in story.positions:
        place = (story.name, position.source, position.question)
        found.supports |= {(*place, claim) for claim in position.supports}
        found.denials |= {(*place, claim) for claim in position.denies}
        if position.unlisted:
            found.unlisted.add((*place, position.unlisted))
    return found


def reported_findings(story: Story, report: Report) -> Findings:
    """Return what a report says of a story. Which of two copies is the original does not matter."""
    status = {finding.question.id: finding.status for finding in report.findings}
    found = Findings(
        conflicts={(story.name, question) for question, is_ in status.items() if is_ is Status.CONFLICT},
        updates={(story.name, question) for question, is_ in status.items() if is_ is Status.UPDATED},
        copies={(story.name, *sorted(pair)) for pair in report.copy_of.items()},
    )
    for position in report.positions:
        place = (story.name, position.source, position.question)
        found.supports |= {(*place, claim) for claim in position.supports}
        found.denials |= {(*place, claim) for claim in position.denies}
        found.unlisted |= {(*place, value) for value in position.other_values}
        if position.self_contradicting:
            found.self_contradictions.add(place)
    return found


def word_overlap_supports(story: Story) -> set[Finding]:
    """Return the supports that plain word overlap finds: per sentence and question the most similar claim."""
    catalogue, _ = load_catalogue(str(story.claims))
    found: set[Finding] = set()
    for path in sorted(story.articles.iterdir()):
        for sentence in filter(None, map(str.strip, _SENTENCE_ENDS.split(article_text(path)))):
            for question in catalogue.questions:
                if claim := closest_claim(sentence, question):
                    found.add((story.name, path.stem, question.id, claim))
    return found


def traps_taken(story: Story, report: Report) -> int:
    """Return how many traps of a story the report gives as support for the claim that they only resemble."""
    texts = {source.id: source.text for source in report.sources}
    backing = [(e.source, e.claim, e.start, e.end) for e in report.evidence if e.stance is Stance.SUPPORTS]
    taken = 0
    for trap in story.traps:
        start = texts.get(trap.source, "").find(trap.sentence)
        end = start + len(trap.sentence)
        taken += start >= 0 and any((s, c) == (trap.source, trap.claim) and a < end and b > start for s, c, a, b in backing)
    return taken


def of_story(findings: set[Finding], name: str) -> set[Finding]:
    """Return the findings of one story."""
    return {finding for finding in findings if finding[0] == name}


def supports_of_difficulty(stories: Iterable[Story], level: str) -> set[Finding]:
    """Return the supports in positions of one difficulty."""
    rows = ((s.name, p) for s in stories for p in s.positions if p.difficulty == level)
    return {(name, p.source, p.question, claim) for name, p in rows for claim in p.supports}


def measure(stories: Iterable[Story]) -> list[str]:
    """Run factcheck over the stories and return the lines of the table."""
    stories = list(stories)
    true, reported, overlap, taken = Findings(), Findings(), set[Finding](), 0
    for story in stories:
        report = run_whole(str(story.claims), [str(story.articles)])
        true.add(true_findings(story))
        reported.add(reported_findings(story, report))
        overlap |= word_overlap_supports(story)
        taken += traps_taken(story, report)
    lines = heading()
    lines.append(row("support", *precision_recall(reported.supports, true.supports), *precision_recall(overlap, true.supports)))
    for level in DIFFICULTIES:
        wanted = supports_of_difficulty(stories, level)
        shares = percent(len(wanted & reported.supports), len(wanted)), percent(len(wanted & overlap), len(wanted))
        lines.append(row(f"  {level} ({len(wanted)})", "", shares[0], "", "", shares[1]))
    for story in stories:
        wanted = of_story(true.supports, story.name)
        ours, theirs = (precision_recall(of_story(found, story.name), wanted) for found in (reported.supports, overlap))
        lines.append(row(f"  {story.name}{' (held out)' if story.held_out else ''}", *ours, *theirs))
    for name in Findings.__slots__[1:]:
        wanted = getattr(true, name)
        lines.append(row(f"{name.replace('_', '-')} ({len(wanted)})", *precision_recall(getattr(reported, name), wanted)))
    traps = sum(len(story.traps) for story in stories)
    lines.append(row("traps taken", f"{taken} of {traps}", percent(taken, traps)))
    return lines


@click.command()
@click.option("--tuned", "part", flag_value="tuned", help="Only the stories that the program was improved on.")
@click.option("--held-out", "part", flag_value="held-out", help="Only the stories that nobody looked at meanwhile.")
@click.option("--stories", type=click.Path(exists=True, file_okay=False, path_type=Path), default=STORIES, help="Folder with the stories.")
def main(part: str | None, stories: Path) -> None:
    """Measure factcheck against the annotated stories."""
    chosen = [story for story in read_stories(stories) if part is None or story.held_out == (part == "held-out")]
    click.echo("\n".join(measure(chosen)))


if __name__ == "__main__":
    main()
