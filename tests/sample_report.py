"""A report made by hand that has one of everything: every status, stance, copies, two scripts, two speakers."""

from __future__ import annotations

from dataclasses import replace

from factcheck.model import (
    Claim,
    ClaimFinding,
    Evidence,
    Example,
    Explanation,
    LeftOut,
    Match,
    Matched,
    NearMiss,
    Position,
    Question,
    QuestionFinding,
    QuestionType,
    Report,
    ScorePart,
    Sentence,
    Source,
    Stance,
    Status,
    Step,
)
from factcheck.problems import Location, Problem, Severity

LEFT_2018 = (
    "لكن العلاقة بدأت في التدهور عام 2018 عندما استقال ماسك من مجلس إدارة OpenAI، لتبدأ مرحلة من الخلافات العلنية "
    "والانتقادات المتبادلة، استمرت حتى بعد تأسيس ماسك لشركة منافسة هي xAI."
)
LEFT_2019 = "غادر ماسك أوبن إيه آي سنة ٢٠١٩ بعد خلاف مع ألتمان."
BID = 'قدمت مجموعة مستثمرين بقيادة إيلون ماسك عرضا بقيمة 97.4 مليار دولار لشراء المؤسسة غير الربحية التي ترعى "أوبن إيه آي".'
LEFT_2018_EN = "Elon Musk left the board of OpenAI in February 2018, the company said."
LEFT_2017_EN = "By 2017 Musk was gone, former staff said."
NOT_2019_EN = "Musk did not leave OpenAI in 2019, his lawyer Marc Toberoff insisted."
DEAD_12 = "At least 12 people died in the flood, officials said."
DEAD_19 = "The flood has killed 19 people, officials said."
RELATED = "Related links: more on Sam Altman, more on chatbots, more on Elon Musk and his companies"


def _source(number: str, name: str, *lines: str, **known: object) -> Source:
    text = "\n".join(lines) + "\n"
    sentences: list[Sentence] = []
    offset = 0
    for row, line in enumerate(lines, 1):
        if line and not line.startswith("Related"):
            sentences.append(Sentence(len(sentences), offset, offset + len(line), row, 1))
        offset += len(line) + 1
    return Source(id=number, path=f"seeds/{name}", text=text, sentences=tuple(sentences), **known)  # type: ignore[arg-type]


def _evidence(source: Source, question: str, claim: str | None, stance: Stance, sentence: str, words: str, /, **known: object) -> Evidence:
    start = source.text.index(sentence)
    mark = source.text.index(words, start)
    return Evidence(
        question=question,
        claim=claim,
        source=source.id,
        stance=stance,
        start=start,
        end=start + len(sentence),
        line=source.text.count("\n", 0, start) + 1,
        column=start - (source.text.rfind("\n", 0, start) + 1) + 1,
        quote=sentence,
        marks=((mark, mark + len(words)),),
        **{"score": 93.12, **known},  # type: ignore[arg-type]
    )


def sample_report() -> Report:
    """Return the report; every call builds it anew."""
    s000 = _source("000", "000_d067c3264a326280.txt", "ماسك وألتمان يشعلان حرباً علنية حول OpenAI والتحول الربحي", "", LEFT_2018,
                   title="ماسك وألتمان يشعلان حرباً علنية حول OpenAI والتحول الربحي", language="ar", published="2025-04-12")  # fmt: skip
    s001 = _source("001", "001_39aec0ce4e52fe5b.txt", LEFT_2018, RELATED, title="تاريخ علاقة العمل والعداء", language="ar")
    s002 = _source("002", "002_27c93d1fa58ab26e.txt", "ألتمان يرفض عرض ماسك", BID, LEFT_2018, LEFT_2019, language="ar",
                   title="ألتمان يرفض عرض ماسك لشراء أوبن إيه آي", publisher="الجزيرة نت", published="2025-02-12")  # fmt: skip
    s003 = _source("wire/003", "wire/003.txt", LEFT_2018_EN, NOT_2019_EN, DEAD_12, title="Musk and OpenAI", publisher="Example Wire",
                   published="2025-02-11", language="en", url="https://example.org/003")  # fmt: skip
    s004 = _source("wire/004", "wire/004.txt", LEFT_2017_EN, DEAD_19, published="2025-02", language="en")
    s005 = _source("wire/005", "wire/005.txt", "Nothing of this.", language="en")
    related = s001.text.index(RELATED)
    s001 = Source(**{name: getattr(s001, name) for name in s001.__slots__}
                  | {"left_out": (LeftOut(related, related + len(RELATED), 2, "related-links"),)})  # fmt: skip

    left_2018 = Claim("musk-left-2018", "Musk left OpenAI in 2018", ("غادر ماسك مجلس إدارة OpenAI عام 2018",))
    left_2019 = Claim("musk-left-2019", "Musk left OpenAI in 2019")
    departure = Question("musk-departure", "When did Musk leave OpenAI?", QuestionType.YEAR, claims=(left_2018, left_2019),
                         examples=(Example(LEFT_2019, "musk-left-2019"),), location=Location("claims/musk.yaml", 2, 5))  # fmt: skip
    bid_total = Claim("bid-97", "Musk's group bid 97.4 billion dollars")
    bid_other = Claim("bid-44", "Musk's group bid 44 billion dollars")
    bid = Question("musk-bid", "How much did Musk bid?", QuestionType.MONEY, claims=(bid_total, bid_other))
    dead_12, dead_19 = Claim("dead-12", "12 people died"), Claim("dead-19", "19 people died")
    flood = Question("flood-dead", "How many died in the flood?", QuestionType.COUNT, evolves=True, claims=(dead_12, dead_19))
    founded = Question(
        "التأسيس",
        "متى تأسست أوبن إيه آي؟",
        claims=(Claim("أسست-2015", "تأسست أوبن إيه آي عام 2015"), Claim("أسست-2016", "تأسست أوبن إيه آي عام 2016")),
    )
    lawyer = Question(
        "lawyer", "Who speaks for Musk?", claims=(Claim("toberoff", "Toberoff speaks for Musk"), Claim("spiro", "Spiro speaks for Musk"))
    )
    agreed = Question(
        "is-lawsuit", "Did Musk sue OpenAI?", claims=(Claim("sued", "Musk sued OpenAI"), Claim("not-sued", "Musk did not sue OpenAI"))
    )

    steps = (Step("match", "wording", left_2018.wordings[0]), Step("value", "equal", "2018"), Step("attribution", "own voice"))
    parts = (
        ScorePart("غادر", "استقال", borrowed=False, opposite=False, points=28.1, of=28.1),
        ScorePart("ماسك", "ماسك", borrowed=False, opposite=False, points=19.7, of=19.7),
        ScorePart("مجلس", "مجلس", borrowed=False, opposite=False, points=28.1, of=28.1),
        ScorePart("OpenAI", None, borrowed=True, opposite=False, points=17.2, of=24.1),
    )
    evidence = (
        _evidence(s000, "musk-departure", "musk-left-2018", Stance.SUPPORTS, LEFT_2018, "2018", value="2018", steps=steps, parts=parts),
        _evidence(s001, "musk-departure", "musk-left-2018", Stance.SUPPORTS, LEFT_2018, "2018", value="2018"),
        _evidence(s002, "musk-departure", "musk-left-2018", Stance.SUPPORTS, LEFT_2018, "2018", value="2018", attributed_to="مارك توبروف"),
        _evidence(s002, "musk-departure", "musk-left-2019", Stance.SUPPORTS, LEFT_2019, "٢٠١٩", value="2019", attributed_to="Sam Altman"),
        _evidence(
            s003, "musk-departure", "musk-left-2018", Stance.SUPPORTS, LEFT_2018_EN, "2018", value="2018", attributed_to="the company"
        ),
        _evidence(
            s003, "musk-departure", "musk-left-2019", Stance.DENIES, NOT_2019_EN, "2019", value="2019", attributed_to="Marc Toberoff"
        ),
        _evidence(s004, "musk-departure", None, Stance.SUPPORTS, LEFT_2017_EN, "2017", value="2017", hedged=True),
        _evidence(s002, "musk-bid", "bid-97", Stance.SUPPORTS, BID, "97.4 مليار دولار", value="97400000000 USD", score=88.0),
        _evidence(s003, "flood-dead", "dead-12", Stance.SUPPORTS, DEAD_12, "12", value="12"),
        _evidence(s004, "flood-dead", "dead-19", Stance.SUPPORTS, DEAD_19, "19", value="19"),
        _evidence(s003, "lawyer", "toberoff", Stance.SUPPORTS, NOT_2019_EN, "his lawyer Marc Toberoff"),
        _evidence(s003, "lawyer", "toberoff", Stance.DENIES, LEFT_2018_EN, "the company said", attributed_to="the company"),
        _evidence(s003, "is-lawsuit", "sued", Stance.MENTIONS, LEFT_2018_EN, "OpenAI", score=41.25),
    )
    everybody = tuple(source.id for source in (s000, s001, s002, s003, s004, s005))
    findings = (
        QuestionFinding(
            departure,
            Status.CONFLICT,
            (
                ClaimFinding(left_2018, ("000", "001", "002", "wire/003"), (), 3),
                ClaimFinding(left_2019, ("002",), ("wire/003",), 1),
            ),
            (("2017", ("wire/004",)),),
            ("002",),
            ("wire/005",),
        ),
        QuestionFinding(bid, Status.SINGLE, (ClaimFinding(bid_total, ("002",), (), 1), ClaimFinding(bid_other)), silent=everybody[:2]),
        QuestionFinding(flood, Status.UPDATED, (ClaimFinding(dead_12, ("wire/003",), (), 1), ClaimFinding(dead_19, ("wire/004",), (), 1))),
        QuestionFinding(founded, Status.SILENT, tuple(ClaimFinding(claim) for claim in founded.claims), silent=everybody),
        QuestionFinding(
            lawyer,
            Status.SELF_CONTRADICTION,
            (ClaimFinding(lawyer.claims[0], ("wire/003",), ("wire/003",), 1), ClaimFinding(lawyer.claims[1])),
            self_contradicting=("wire/003",),
        ),
        QuestionFinding(
            agreed, Status.AGREEMENT, (ClaimFinding(agreed.claims[0], ("000", "wire/003"), (), 2), ClaimFinding(agreed.claims[1]))
        ),
    )
    positions = (
        Position("musk-departure", "000", ("musk-left-2018",)),
        Position("musk-departure", "001", ("musk-left-2018",)),
        Position("musk-departure", "002", ("musk-left-2018", "musk-left-2019"), self_contradicting=True, reports_both=True),
        Position("musk-departure", "wire/003", ("musk-left-2018",), ("musk-left-2019",)),
        Position("musk-departure", "wire/004", other_values=("2017",)),
        Position("musk-bid", "002", ("bid-97",)),
        Position("flood-dead", "wire/003", ("dead-12",)),
        Position("flood-dead", "wire/004", ("dead-19",)),
        Position("lawyer", "wire/003", ("toberoff",), ("toberoff",), self_contradicting=True),
        Position("is-lawsuit", "000", ("sued",)),
        Position("is-lawsuit", "wire/003", ("sued",)),
    )
    problems = (
        Problem(
            Severity.WARNING, "unknown-key", "article has no key 'titel'", "did you mean 'title'?", Location("seeds/sources.yaml", 3, 5)
        ),
        Problem(Severity.WARNING, "no-question", "no question stands in this file", location=Location("claims/empty.yaml")),
    )
    return Report((s000, s001, s002, s003, s004, s005), {"001": "000"}, findings, positions, evidence, problems)


def sample_explanation() -> Explanation:
    """Return an explanation that has one of everything: every kind of part, a miss of a claim and of a value that none lists."""
    report = sample_report()
    question, source = report.findings[0].question, report.sources[2]
    supports, other = (each for each in report.evidence if (each.question, each.source) == (question.id, source.id))
    supports = replace(supports, steps=report.evidence[0].steps, parts=report.evidence[0].parts)
    denied = replace(
        other,
        stance=Stance.DENIES,
        score=100.0,
        hedged=True,
        steps=(
            Step("match", "sentence before"),
            Step("negation", "rejected", "نفت ذلك"),
            Step("attribution", "attributed", other.attributed_to or ""),
        ),
        parts=(ScorePart(None, None, borrowed=True, opposite=False, points=100.0, of=100.0),),
    )
    unlisted = replace(
        supports,
        claim=None,
        value="2017",
        score=50.5,
        attributed_to=None,
        steps=(Step("value", "different", "2017"),),
        parts=(
            ScorePart("left", "بقي", borrowed=False, opposite=True, points=59.4, of=59.4),
            ScorePart("OpenAI", None, borrowed=False, opposite=False, points=0.0, of=40.6),
            ScorePart(None, "العام الماضي", borrowed=False, opposite=False, points=-8.9, of=0.0),
        ),
    )
    bid = next(each for each in report.evidence if each.question == "musk-bid")
    place = {name: getattr(bid, name) for name in ("start", "end", "line", "column", "quote", "marks")}
    miss = NearMiss(
        question.id, None, source.id, wording="Musk left OpenAI in 2018", score=40.5, value="97.4 مليار دولار",
        stopped_by=Step("event", "predicate missing", "left"),
        parts=(
            ScorePart("Musk", "إيلون ماسك", borrowed=False, opposite=False, points=40.5, of=40.6),
            ScorePart("left", None, borrowed=False, opposite=False, points=0.0, of=59.4),
        ),
        **place,
    )  # fmt: skip
    again = replace(miss, claim="musk-left-2019", value=None, stopped_by=Step("value", "another question", "musk-bid"))
    return Explanation(question, source, (supports, denied, unlisted), (miss, again))


def sample_matches() -> tuple[Matched, ...]:
    """Return sentences that were held against claims: every stance, two scripts, a speaker, many words shared, and silence."""
    question = sample_report().findings[0].question
    left_2018, left_2019 = question.claims[:2]
    supports = Match(
        question.id, left_2018, Stance.SUPPORTS, 87.6, ("Elon", "Musk", "left", "OpenAI", "2018"),
        (Step("match", "wording", "Musk left OpenAI in 2018"), Step("value", "equal", "2018"), Step("attribution", "own voice")), "2018",
    )  # fmt: skip
    mentions = replace(supports, claim=left_2019, stance=Stance.MENTIONS, score=77.1, value=None,
        steps=(Step("rivals", "supported", left_2018.id),))  # fmt: skip
    denies = Match(
        question.id, left_2019, Stance.DENIES, 61.0, ("لم", "يغادر", "ماسك", "أوبن", "إيه", "آي", "2019"),
        (Step("negation", "negated", "لم"), Step("attribution", "attributed", "محاميه")), "2019", "محاميه", hedged=True,
    )  # fmt: skip
    return (
        Matched("Elon Musk left OpenAI in 2018", "en", (supports, mentions)),
        Matched("لم يغادر ماسك أوبن إيه آي سنة 2019 على ما يبدو، قال محاميه", "ar", (denies,)),
        Matched("Violin lessons start again on Thursday"),
    )
