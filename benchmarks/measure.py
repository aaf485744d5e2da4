"""Prints how fast factcheck is, beside what one would otherwise do: `python benchmarks/measure.py [--large] [--quick]`.

All figures of one run come from one machine in one go. CPU seconds are those of the whole command with all its processes, from files
to the JSON report; walls are given where two processes are compared. `--large` adds 10,000 claims over a million sentences
(an hour); `--quick` measures a tenth of everything, to see that the benchmark works.

The other way is `rapidfuzz.process.cdist` with `token_set_ratio` over every wording and every sentence, on all cores. It
takes time in proportion to the pairs, so that 400 wordings by 4,000 sentences are measured and the rest is worked out.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import corpus
import yaml

_ROOT = Path(__file__).parent.parent
_LIST = [sys.executable, "-m", "factcheck", "list", "--claims", "claims.yaml", "--sources", "articles", "--format", "json"]


class Took:
    """What a command took: CPU and wall seconds, and its largest process in megabytes."""

    def __init__(self, command: list[str], folder: Path) -> None:
        """Run the command in a folder."""
        begun = time.perf_counter()
        with (folder / "out.json").open("wb") as out:
            process = subprocess.Popen(command, cwd=folder, stdout=out, stderr=subprocess.DEVNULL)
            _, status, usage = os.wait4(process.pid, 0)
        self.wall = time.perf_counter() - begun
        self.cpu = usage.ru_utime + usage.ru_stime
        self.megabytes = usage.ru_maxrss / 1000
        if status:
            sys.exit(f"{' '.join(command)} ended with {status}")


def listed(folder: Path, *more: str) -> Took:
    """Run `factcheck list` in a folder."""
    return Took([*_LIST, *more], folder)


def made(folder: Path, claims: int, sentences: int) -> Path:
    """Return a folder with a corpus; times of its files lie far enough back for screens to be remembered."""
    corpus.write(folder, claims, sentences)
    time.sleep(2.5)
    return folder


def pairs_per_second(folder: Path) -> tuple[float, int, int]:
    """Return how many pairs cdist compares in a CPU second, and how many wordings and sentences there are."""
    import numpy as np
    from rapidfuzz import fuzz, process, utils

    catalogue = yaml.load((folder / "claims.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    texts = [text for q in catalogue["questions"] for claim in q["claims"] for text in (claim["text"], *claim.get("wordings", ()))]
    files = sorted((folder / "articles").iterdir())
    sentences = [s for file in files[:200] for s in re.split(r"(?<=[.!?])\s+", file.read_text(encoding="utf-8")) if s]
    total = len(sentences) * len(files) // min(200, len(files))
    texts_in, sentences_in = ([utils.default_process(text) for text in rows] for rows in (texts[:400], sentences[:4000]))
    begun = time.process_time()
    process.cdist(texts_in, sentences_in, scorer=fuzz.token_set_ratio, score_cutoff=70, workers=-1, dtype=np.uint8)
    return len(texts_in) * len(sentences_in) / (time.process_time() - begun), len(texts), total


def side_by_side(base: Path, claims: int, sentences: int) -> Iterator[str]:
    """Yield the rows on one corpus: cold, two processes, unchanged, one question edited, and the other way."""
    folder = made(base / "side", claims, sentences)
    rate, texts, count = pairs_per_second(folder)
    other = texts * count / rate
    cold = listed(folder, "--no-store", "--jobs", "1")
    two = listed(folder, "--no-store", "--jobs", "2")
    first = listed(folder, "--jobs", "1")
    again = listed(folder, "--jobs", "1")
    kept = Took([*_LIST[:3], "conflicts", *_LIST[4:], "--jobs", "1"], folder)
    text = (folder / "claims.yaml").read_text(encoding="utf-8")
    found = re.search(r"text: (\S+ acquired \S+ in )(\d{4})", text)
    assert found
    (folder / "claims.yaml").write_text(text.replace(found[0], f"text: {found[1]}1980", 1), encoding="utf-8")
    edited = listed(folder, "--jobs", "1")
    yield f"{claims:,} claims ({texts:,} wordings) over {count:,} sentences in files"
    yield f"  cdist token_set_ratio          {other:10.1f} s CPU   (worked out from {rate / 1e6:.2f} million pairs a second)"
    yield f"  factcheck list, no store       {cold.cpu:10.1f} s CPU   {other / cold.cpu:8.1f} x as fast   {cold.megabytes:.0f} MB"
    yield f"  the same with two processes    {two.cpu:10.1f} s CPU   {cold.wall / two.wall:8.2f} x as fast by the wall clock"
    yield f"  first run, remembered          {first.cpu:10.1f} s CPU"
    yield f"  unchanged second run           {again.cpu:10.1f} s CPU   {100 * again.cpu / first.cpu:8.1f} % of the first"
    yield f"  another command, unchanged     {kept.cpu:10.1f} s CPU   {100 * kept.cpu / first.cpu:8.1f} % of the first"
    yield f"  one question edited            {edited.cpu:10.1f} s CPU   {100 * edited.cpu / first.cpu:8.1f} % of the first"


def growth(base: Path, rows: list[tuple[int, int]]) -> Iterator[str]:
    """Yield what a sentence costs as claims and sentences grow."""
    yield "what a sentence costs (CPU, one process, no store; the fixed cost of an empty run over the same catalogue taken off)"
    for claims, sentences in rows:
        folder = made(base / f"{claims}x{sentences}", claims, sentences)
        whole = listed(folder, "--no-store", "--jobs", "1")
        files = sorted((folder / "articles").iterdir())
        for file in files[1:]:
            file.unlink()
        empty = listed(folder, "--no-store", "--jobs", "1")
        each = 1e6 * (whole.cpu - empty.cpu) / sentences
        yield f"  {claims:>7,} claims  {sentences:>9,} sentences  {each:8.0f} µs  {whole.cpu:8.1f} s in all  {whole.megabytes:6.0f} MB"
        shutil.rmtree(folder)


def start_up(base: Path) -> Iterator[str]:
    """Yield what starting costs beside bare Python, medians of nine."""
    seeds = base / "seeds"
    shutil.copytree(_ROOT / "claims", seeds / "claims")
    shutil.copytree(_ROOT / "seeds", seeds / "articles")
    warm = [*_LIST[:4], "--claims", "claims", "--sources", "articles"]
    time.sleep(2.5)
    Took(warm, seeds)

    def median(command: list[str]) -> float:
        return sorted(Took(command, seeds).cpu for _ in range(9))[4]

    bare = median([sys.executable, "-c", "pass"])
    yield f"start-up beside bare Python ({1000 * bare:.0f} ms CPU)"
    for name, command in (
        ("factcheck --help", [sys.executable, "-m", "factcheck", "--help"]),
        ("factcheck list on the five seeds, unchanged", warm),
        ("the same without a store", [*warm, "--no-store"]),
    ):
        took = median(command)
        yield f"  {name:<44} {1000 * took:6.0f} ms   {took / bare:6.1f} x"


def machine() -> str:
    """Return what was measured on, in one line."""
    name = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        names = re.findall(r"model name\s*: (.+)", info.read_text(encoding="utf-8"))
        name = names[0] if names else name
    return f"{name}, {os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--large", action="store_true", help="also 10,000 claims over a million sentences")
    parser.add_argument("--quick", action="store_true", help="a tenth of everything")
    chosen = parser.parse_args()
    share = 10 if chosen.quick else 1
    rows = [(100, 10_000), (1000, 10_000), (10_000, 10_000), (1000, 30_000), (1000, 100_000)]
    if chosen.large:
        rows.append((10_000, 1_000_000))
    print(machine())
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        for part in (
            start_up(base),
            side_by_side(base, 1000 // share, 100_000 // share),
            growth(base, [(claims // share, sentences // share) for claims, sentences in rows]),
        ):
            print(flush=True)
            for line in part:
                print(line, flush=True)


if __name__ == "__main__":
    main()
