"""Evidence to positions, agreements and conflicts. Pure: it never sees a sentence, only what was decided of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from factcheck.model import Catalogue, ClaimFinding, Evidence, Others, Position, Question, QuestionFinding, Report, Source, Stance, Status
from factcheck.problems import Problem

# Of 100 points. In an article's own voice no true self-contradiction of the tuning stories was told with fewer, and half of the false ones.
_PLAIN = 80.0
# Of what somebody says whom the article names, so many are enough: there it is plain that it is a side of its own.
_PLAIN_VOICED = 40.0


def compare_sources(
    catalogue: Catalogue,
    sources: Sequence[Source],
    evidence: Iterable[Evidence],
    copy_of: Mapping[str, str],
    problems: tuple[Problem, ...] = (),
) -> Report:
    """Return the report on all questions.

    Args:
        catalogue: The questions.
        sources: In path order.
        evidence: In any order.
        copy_of: Copy to original, by source id.
        problems: What went wrong on the way; passed on.
    """
    rank = {source.id: i for i, source in enumerate(sources)}
    dates = {source.id: source.published for source in sources}
    titles = {source.id: source.title for source in sources}
    by_question: dict[str, list[Evidence]] = {}
    for item in evidence:
        by_question.setdefault(item.question, []).append(item)
    findings, positions, ordered = [], [], []
    for question in catalogue.questions:
        claims = {claim.id: i for i, claim in enumerate(question.claims)}
        rows = sorted(
            by_question.get(question.id, ()), key=lambda e: (rank[e.source], e.start, claims.get(e.claim or "", len(claims)), e.stance)
        )
        held = _positions(question, rows, titles)
        findings.append(_finding(question, dates, held, copy_of))
        positions += held
        ordered += rows
    return Report(tuple(sources), dict(copy_of), tuple(findings), tuple(positions), tuple(ordered), problems)


def _positions(question: Question, rows: Sequence[Evidence], titles: Mapping[str, str | None]) -> list[Position]:
    positions = []
    by_source: dict[str, list[Evidence]] = {}
    for row in rows:
        by_source.setdefault(row.source, []).append(row)
    # Rows are in order of their sources.
    for source, own in by_source.items():
        supported = {e.claim for e in own if e.stance is Stance.SUPPORTS}
        denied = {e.claim for e in own if e.stance is Stance.DENIES}
        supports = tuple(c.id for c in question.claims if c.id in supported)
        denies = tuple(c.id for c in question.claims if c.id in denied)
        others = tuple(dict.fromkeys(e.value for e in own if e.claim is None and e.stance is Stance.SUPPORTS and e.value))
        if supports or denies or others:
            contradicts = (
                question.exclusive
                and (len(supports) + len(others) > 1 or bool(set(supports) & set(denies)))
                and _plainly(own)
                and _voiced(own, titles.get(source))
            )
            positions.append(Position(question.id, source, supports, denies, others, contradicts, contradicts and _two_speakers(own)))
    return positions


def _plainly(rows: Sequence[Evidence]) -> bool:
    """Return whether two sides at least are told so plainly that they can be held against their source.

    That a source contradicts itself is a charge; where one of its sentences may be of another event, it is not made.
    """
    sides = {
        (e.stance, e.claim, e.value if e.claim is None else None)
        for e in rows
        if e.stance is not Stance.MENTIONS and e.score >= (_PLAIN if e.attributed_to is None else _PLAIN_VOICED)
    }
    return len(sides) > 1


def _voiced(rows: Sequence[Evidence], title: str | None) -> bool:
    """Return whether one side at least is a figure or a denial, somebody's whom the article names, or the headline's.

    An article seldom tells two stories in its own voice: of ten such pairs in all stories, eight were one event and a stranger's.
    """
    told = (e for e in rows if e.stance is not Stance.MENTIONS)
    return any(e.value is not None or e.stance is Stance.DENIES or e.attributed_to is not None or e.quote == title for e in told)


def _two_speakers(rows: Sequence[Evidence]) -> bool:
    """Return whether no voice stands on two sides, and no two sides are both the article's own."""
    sides: dict[tuple[str | None, str | None], set[str | None]] = {}
    for e in rows:
        if e.stance is Stance.SUPPORTS:
            sides.setdefault((e.claim, e.value if e.claim is None else None), set()).add(e.attributed_to)
        elif e.stance is Stance.DENIES:
            sides.setdefault((e.claim, "denied"), set()).add(e.attributed_to)
    voices = list(sides.values())
    return len(voices) > 1 and all(not (a & b) for a, b in combinations(voices, 2))


def _finding(
    question: Question, dates: Mapping[str, str | None], positions: Sequence[Position], copy_of: Mapping[str, str]
) -> QuestionFinding:
    claims = []
    for claim in question.claims:
        behind = tuple(p.source for p in positions if claim.id in p.supports)
        against = tuple(p.source for p in positions if claim.id in p.denies)
        claims.append(ClaimFinding(claim, behind, against, _independent(behind, copy_of)))
    values = dict.fromkeys(value for p in positions for value in p.other_values)
    others = tuple((value, tuple(p.source for p in positions if value in p.other_values)) for value in values)
    return QuestionFinding(
        question=question,
        status=_status(question, dates, positions, copy_of),
        claims=tuple(claims),
        other_values=others,
        self_contradicting=tuple(p.source for p in positions if p.self_contradicting),
        silent=Others(dates, frozenset(p.source for p in positions)),
    )


def _independent(ids: Iterable[str], copy_of: Mapping[str, str]) -> int:
    """Return how many voices there are once copies count as what they repeat."""
    return len({copy_of.get(source, source) for source in ids})


def _status(question: Question, dates: Mapping[str, str | None], positions: Sequence[Position], copy_of: Mapping[str, str]) -> Status:
    backing = [p for p in positions if p.supports or p.other_values]
    # Of many sources that say the same, two stand for all.
    answers: dict[tuple[object, ...], list[Position]] = {}
    for p in positions:
        alike = answers.setdefault((dates[p.source] if question.evolves else None, p.supports, p.denies, p.other_values), [])
        if len(alike) < 2:
            alike.append(p)
    rival = [(a, b) for a, b in combinations([p for alike in answers.values() for p in alike], 2) if _differ(a, b)]
    if question.evolves:
        # Only answers of one date exclude each other; where a date is unknown, they may be of different dates.
        same_day = [(a, b) for a, b in rival if dates[a.source] is not None and dates[a.source] == dates[b.source]]
        if same_day:
            return Status.CONFLICT
    elif rival:
        return Status.CONFLICT
    if any(p.self_contradicting for p in positions):
        return Status.SELF_CONTRADICTION
    if rival:
        return Status.UPDATED
    voices = _independent((p.source for p in backing), copy_of)
    return Status.SILENT if voices == 0 else Status.SINGLE if voices == 1 else Status.AGREEMENT


def _differ(a: Position, b: Position) -> bool:
    """Return whether two sources back different rivals, or one backs what the other denies."""
    mine, yours = {*a.supports, *a.other_values}, {*b.supports, *b.other_values}
    if any(x != y for x in mine for y in yours):
        return True
    return bool(set(a.supports) & set(b.denies) or set(b.supports) & set(a.denies))
