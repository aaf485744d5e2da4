"""Measure `factcheck match` on public sets: `python accuracy/public_sets.py`.

The sets lie in `../shared/data` beside the project, one folder each, and are not part of it; without them there is nothing to
measure. `retrieval_dev.json` holds queries, claims and which belong together, `dev.jsonl` pairs of a claim and a
sentence. Each set is split in two by the hash of its ids: A was looked at while the program was written, B was not.
Every claim is a question of its own with one claim.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha1
from pathlib import Path
from time import perf_counter
from typing import Any

import click
from figures import percent

from factcheck.matching.ranking import ClaimIndex
from factcheck.model import Catalogue, Claim, Match, Question, Stance
from factcheck.stance.lone import lone_stance
from factcheck.stance.towards import matched

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
_RETRIEVAL = ("ans", "clef2021_ar_pool", "emergent")
_PAIRS = ("ans", "emergent", "fever_symmetric")
# This set has no unrelated pairs, so that nothing but the stance is asked.
_STANCE_ONLY = ("fever_symmetric",)
_FIRST = 5
_HALVES = ("A", "B")
_LABELS = {Stance.SUPPORTS: "supports", Stance.DENIES: "refutes", Stance.MENTIONS: "mentions"}


def half(identifier: str) -> str:
    """Return which half of its set an id belongs to."""
    return _HALVES[int(sha1(identifier.encode(), usedforsecurity=False).hexdigest(), 16) % 2]


def catalogue_of(texts: Mapping[str, str]) -> Catalogue:
    """Return a catalogue of claims by id, each the only one of its question."""
    return Catalogue(tuple(Question(name, text, claims=(Claim(name, text),)) for name, text in texts.items()))


def mean(values: Sequence[float]) -> float:
    """Return the mean, 0 of nothing."""
    return sum(values) / len(values) if values else 0.0


def average_precision(found: Sequence[str], wanted: set[str]) -> float:
    """Return the average precision of the first five."""
    right, total = 0, 0.0
    for place, name in enumerate(found[:_FIRST], 1):
        if name in wanted:
            right += 1
            total += right / place
    return total / min(len(wanted), _FIRST)


def read_retrieval(folder: Path) -> tuple[list[dict[str, Any]], list[dict[str, Any]], dict[str, set[str]]]:
    """Return the queries and the claims of a set, and the claims that belong to each query."""
    read = json.loads((folder / "retrieval_dev.json").read_text(encoding="utf-8"))
    wanted: dict[str, set[str]] = defaultdict(set)
    for row in read["qrels"]:
        wanted[row["q"]].add(row["c"])
    return read["queries"], read["claims"], wanted


def measure_retrieval(name: str, folder: Path) -> Iterable[str]:
    """Yield the lines on finding claims: MAP@5 and seconds a query."""
    queries, claims, wanted = read_retrieval(folder)
    started = perf_counter()
    index = ClaimIndex(catalogue_of({row["id"]: row["text"] for row in claims}))
    index.rank(queries[0]["text"])
    ready = perf_counter()
    precision: dict[str, list[float]] = defaultdict(list)
    for query in queries:
        found = [claims[each.question]["id"] for each in index.rank(query["text"], _FIRST)]
        precision[half(query["id"])].append(average_precision(found, wanted[query["id"]]))
    each = (perf_counter() - ready) / len(queries)
    figures = "  ".join(f"{part} {mean(precision[part]):.3f}" for part in _HALVES)
    yield f"{name:<18}MAP@5      {figures}   {len(claims)} claims: ready in {ready - started:.1f} s, then {1000 * each:.0f} ms a query"


def measure_silence(name: str, folder: Path) -> Iterable[str]:
    """Yield the lines on silence: half of the claims are taken away at a time, so that half of the queries have none."""
    queries, claims, wanted = read_retrieval(folder)
    counts: dict[str, dict[str, int]] = {part: defaultdict(int) for part in _HALVES}
    for fold in sorted({row["fold"] for row in claims}):
        catalogue = catalogue_of({row["id"]: row["text"] for row in claims if row["fold"] == fold})
        index, known = ClaimIndex(catalogue), {question.id for question in catalogue.questions}
        for query in queries:
            count, there = counts[half(query["id"])], wanted[query["id"]] & known
            shown = matched(query["text"], catalogue, index, 1).matches
            count["has one" if there else "has none"] += 1
            count["shown"] += bool(shown)
            count["right"] += bool(shown) and shown[0].question in there
            count["silent, rightly"] += not shown and not there
    for part, count in counts.items():
        f1 = percent(2 * count["right"], count["shown"] + count["has one"])
        yield (
            f"{name:<18}silence {part}  right claim or silence F1 {f1}, precision {percent(count['right'], count['shown'])}, "
            f"silent where there is none {percent(count['silent, rightly'], count['has none'])}"
        )


def read_pairs(folder: Path) -> list[dict[str, str]]:
    """Return the pairs of a set."""
    return [json.loads(line) for line in (folder / "dev.jsonl").read_text(encoding="utf-8").splitlines()]


def stances(pairs: Sequence[dict[str, str]], *, alone: bool) -> list[str]:
    """Return what is said of each pair: supports, refutes, mentions or unrelated.

    Args:
        pairs: Claims and sentences.
        alone: Whether to hold each sentence against its claim alone, else against all claims of the set.
    """
    if alone:
        return [_LABELS[lone_stance(pair["claim"], pair["sentence"])[0]] for pair in pairs]
    texts = dict.fromkeys(pair["claim"] for pair in pairs)
    catalogue = catalogue_of({text: text for text in texts})
    index = ClaimIndex(catalogue)
    found: dict[str, dict[str, Match]] = {}
    for pair in pairs:
        if pair["sentence"] not in found:
            matches = matched(pair["sentence"], catalogue, index, len(texts)).matches
            found[pair["sentence"]] = {match.question: match for match in matches}
    hits = [found[pair["sentence"]].get(pair["claim"]) for pair in pairs]
    return [_LABELS[hit.stance] if hit else "unrelated" for hit in hits]


def f1_of(gold: Sequence[str], said: Sequence[str], label: str) -> tuple[float, float, float]:
    """Return precision, recall and F1 of one label."""
    right = sum(g == s == label for g, s in zip(gold, said, strict=True))
    precision, recall = (right / count if count else 0.0 for count in (said.count(label), gold.count(label)))
    return precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0


def measure_stance(name: str, folder: Path) -> Iterable[str]:
    """Yield the lines on stance. The sets know no mere mention: once it counts as support, as what is related and not
    contradicted does in their literature, once as nothing said.
    """  # noqa: D205
    pairs = read_pairs(folder)
    said = stances(pairs, alone=name in _STANCE_ONLY)
    for part in _HALVES:
        chosen = [(pair["label"], each) for pair, each in zip(pairs, said, strict=True) if half(pair["id"]) == part]
        gold = [label for label, _ in chosen]
        figures = []
        for mention in ("supports", "unrelated"):
            read = [mention if each == "mentions" else each for _, each in chosen]
            labels = [label for label in ("supports", "refutes", "unrelated") if label in gold]
            figures.append(f"{mean([f1_of(gold, read, label)[2] for label in labels]):.3f}")
        plain = [each for _, each in chosen]
        supports, refutes = (f1_of(gold, plain, label) for label in ("supports", "refutes"))
        yield (
            f"{name:<18}stance {part}   macro-F1 {figures[0]} (mentions as silence {figures[1]})   refutes P {refutes[0]:.3f} "
            f"R {refutes[1]:.3f}   supports P {supports[0]:.3f} R {supports[1]:.3f}"
        )


@click.command()
@click.option("--data", type=click.Path(path_type=Path), default=DATA, help="Folder with the sets.")
def main(data: Path) -> None:
    """Measure `factcheck match` on public sets."""
    if not data.is_dir():
        click.echo("no public sets beside the project: factcheck match was not measured")
        return
    for measure, names in ((measure_retrieval, _RETRIEVAL), (measure_silence, _RETRIEVAL), (measure_stance, _PAIRS)):
        for name in names:
            if (data / name).is_dir() and not (measure is measure_silence and name == "clef2021_ar_pool"):
                for line in measure(name, data / name):
                    click.echo(line)


if __name__ == "__main__":
    main()
