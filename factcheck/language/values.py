"""Typed values, how two of them compare, and how one is written in a report."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

# Units to the base unit of their dimension. A month has no fixed number of days, so months and years are a
# dimension of their own.
_FACTORS = {
    "mm": ("length", "0.001"), "cm": ("length", "0.01"), "m": ("length", "1"), "km": ("length", "1000"), "in": ("length", "0.0254"),
    "ft": ("length", "0.3048"), "mi": ("length", "1609.344"),
    "m2": ("area", "1"), "ha": ("area", "10000"), "km2": ("area", "1000000"), "acre": ("area", "4046.856"), "mi2": ("area", "2589988"),
    "g": ("mass", "0.001"), "kg": ("mass", "1"), "t": ("mass", "1000"), "lb": ("mass", "0.4536"),
    "l": ("volume", "1"), "bbl": ("volume", "158.987"),
    "kW": ("power", "0.001"), "MW": ("power", "1"), "GW": ("power", "1000"), "GB": ("data", "1"), "TB": ("data", "1000"),
    "km/h": ("speed", "1"), "mph": ("speed", "1.609344"), "degree": ("degree", "1"),
    "second": ("days", "1"), "minute": ("days", "60"), "hour": ("days", "3600"), "day": ("days", "86400"), "week": ("days", "604800"),
    "month": ("months", "1"), "year": ("months", "12"), "decade": ("months", "120"),
}  # fmt: skip
TIME_UNITS = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade"})
# A bare "dinar" or "peso" is the one of any country that uses the name.
_SHARED_CURRENCIES = {
    "DIRHAM": "AED MAD", "DINAR": "JOD KWD DZD TND IQD LYD BHD RSD", "RIYAL": "SAR QAR OMR YER IRR", "LIRA": "TRY LBP SYP ITL",
    "PESO": "MXN ARS COP CLP PHP CUP UYU DOP", "CROWN": "SEK NOK DKK CZK ISK", "POUND": "GBP EGP SDG SSP LBP SYP",
    "FRANC": "CHF XOF XAF FRF BEF", "RUPEE": "INR PKR LKR NPR",
}  # fmt: skip


# A limit further than this from a value speaks of another one.
_FAR = Decimal("1.5")
# Two figures that differ by no more than this part of the larger may well be two counts of one thing.
_NEAR = Decimal("0.25")


class Offset(NamedTuple):
    """How far a date lies from the day of publication: `number` of a `unit` of time (day, week, month, year) later, or earlier below 0.

    Of a weekday it is the week: -1 the last one, 1 the next time that it comes round.
    """

    unit: str
    number: int


@dataclass(frozen=True, slots=True)
class Value:
    """One typed value in a run of tokens.

    Attributes:
        kind: `date`, `money`, `percent`, `duration`, `measure`, `number`, `ordinal` or `score`.
        first, last: Its tokens, `last` exclusive, with magnitude and unit, without "about".
        amount: In the printed unit (97400000000, 20, 18.5); of a range the lower end; of a score the first
            number; None for dates.
        unit: ISO currency, or a name such as DINAR where the country is not said; or a unit such as `km`, `month`,
            `pp` (percentage points); None for plain numbers.
        year, month, day, weekday, quarter: Parts of a date, each None where not printed; Monday is weekday 1.
        bound: None, `about`, `at_least`, `at_most`, `below` (less than the amount) or `range`; a date "before" another is
            `at_most`, one "after" it `at_least`, and both dates of "between 1641 and 1645" are `range`.
        digits: Significant digits as printed, at least 1; trailing zeros of a whole number are not significant.
        high: Upper end of a range, second number of a score, else None.
        noun: Token index of the noun that a plain number or ordinal counts, or None.
        offset: Of a date that only the day of publication settles, how far it lies from that; else None.
    """

    kind: str
    first: int
    last: int
    amount: Decimal | None = None
    unit: str | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    quarter: int | None = None
    bound: str | None = None
    digits: int = 1
    high: Decimal | None = None
    noun: int | None = None
    offset: Offset | None = None


def with_year(value: Value, year: int) -> Value:
    """Return the date with a year, which the article's own date supplies."""
    return replace(value, year=year)


def normal_form(value: Value) -> str:
    """Return the value as reports write it: `2018-02`, `38000000 USD`, `26 km`, `20%`, `6 months`, `2-1`, `1037`."""
    if value.kind == "date":
        return _date_form(value)
    if value.amount is None:
        return ""
    number = _plain(value.amount)
    if value.kind == "score":
        return f"{number}-{_plain(value.high or Decimal(0))}"
    if value.high is not None:
        number = f"{number}-{_plain(value.high)}"
    if value.kind == "percent":
        return f"{number} {value.unit}" if value.unit else f"{number}%"
    if value.unit is None:
        return number
    plural = "s" if value.unit in TIME_UNITS and value.amount != 1 else ""
    return f"{number} {value.unit}{plural}"


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _date_form(value: Value) -> str:
    if value.quarter is not None:
        return f"{value.year}-Q{value.quarter}" if value.year is not None else f"Q{value.quarter}"
    if value.month is None and value.year is None:
        parts = [f"weekday {value.weekday}"] if value.weekday is not None else []
        parts += [f"day {value.day}"] if value.day is not None else []
        return ", ".join([*parts, f"{value.offset.number:+d} {value.offset.unit}"] if value.offset is not None else parts)
    if value.month is None:
        return str(value.year)
    parts = [f"{value.year:04d}" if value.year is not None else "-", f"{value.month:02d}"]
    if value.day is not None:
        parts.append(f"{value.day:02d}")
    return "-".join(parts)


def compare(claimed: Value, stated: Value) -> str:
    """Return how a stated value stands to a claimed one.

    Returns:
        `equal`; `rounds` (equal after rounding to the digits of the coarser one); `bound` (one is a bound at
        the other); `partial` (a date without its year, or one that the day of publication settles, that agrees as far as it goes);
        `compatible` (an approximation, a range or a coarser date that neither confirms nor contradicts);
        `different`; `incomparable` (another kind, unit or currency).
    """
    if claimed.kind != stated.kind:
        return _across_kinds(claimed, stated)
    if claimed.kind == "date":
        return _compare_dates(claimed, stated)
    if claimed.kind == "score":
        return "equal" if (claimed.amount, claimed.high) == (stated.amount, stated.high) else "different"
    ours, theirs = _in_base(claimed), _in_base(stated)
    if ours is None or theirs is None or not _same_dimension(ours[1], theirs[1]):
        return "incomparable"
    return _compare_amounts(claimed, stated, ours[0], theirs[0])


def near_to(one: Value, other: Value) -> bool:
    """Return whether two values of one kind and unit differ by little: a quarter of the larger at most, a year of two dates."""
    if one.kind != other.kind:
        return False
    if one.kind == "date":
        return one.year is not None and other.year is not None and abs(one.year - other.year) <= 1
    mine, theirs = _in_base(one), _in_base(other)
    if mine is None or theirs is None or not _same_dimension(mine[1], theirs[1]):
        return False
    return abs(mine[0] - theirs[0]) <= max(abs(mine[0]), abs(theirs[0])) * _NEAR


def _across_kinds(claimed: Value, stated: Value) -> str:
    """Compare a count with the ordinal of the last one: a sixth title is six titles."""
    if {claimed.kind, stated.kind} == {"number", "ordinal"}:
        return "equal" if claimed.amount == stated.amount else "different"
    return "incomparable"


def _in_base(value: Value) -> tuple[Decimal, str] | None:
    if value.amount is None:
        return None
    dimension, factor = _FACTORS.get(value.unit or "", (value.unit or value.kind, "1"))
    return value.amount * Decimal(factor), dimension


def _same_dimension(a: str, b: str) -> bool:
    return a == b or b in _SHARED_CURRENCIES.get(a, "").split() or a in _SHARED_CURRENCIES.get(b, "").split()


def _compare_amounts(claimed: Value, stated: Value, ours: Decimal, theirs: Decimal) -> str:
    if "range" in (claimed.bound, stated.bound):
        return _compare_ranges(claimed, stated, ours, theirs)
    if ours == theirs:
        if claimed.bound != stated.bound and "below" in (claimed.bound, stated.bound):
            # Fewer than 19 are not 19.
            return "compatible"
        limits = {claimed.bound, stated.bound} & {"at_least", "at_most"}
        return "bound" if limits and claimed.bound != stated.bound else "equal"
    if _rounds(claimed, stated, ours, theirs):
        return "rounds"
    if "about" in (claimed.bound, stated.bound):
        # "Nearly 100" for 97.4 neither confirms nor contradicts; "nearly 100" for 40 contradicts.
        near = abs(ours - theirs) <= max(abs(ours), abs(theirs)) / 10
    else:
        # Of 2,901 dead "more than 2,000" may well be said; of 2,901 "more than 1,000" is another count.
        low = stated.bound == "at_least" and theirs < ours <= theirs * _FAR
        near = low or (stated.bound in ("at_most", "below") and ours < theirs <= ours * _FAR)
    return "compatible" if near else "different"


def _compare_ranges(claimed: Value, stated: Value, ours: Decimal, theirs: Decimal) -> str:
    (low, high), (other_low, other_high) = _ends(claimed, ours), _ends(stated, theirs)
    if (low, high) == (other_low, other_high):
        return "equal"
    return "compatible" if low <= other_high and other_low <= high else "different"


def _ends(value: Value, low: Decimal) -> tuple[Decimal, Decimal]:
    """Return both ends of a value in its base unit, in which `low` is its amount."""
    if value.high is None or value.amount is None:
        return low, low
    factor = Decimal(_FACTORS.get(value.unit or "", ("", "1"))[1])
    return low, value.high * factor


def _rounds(claimed: Value, stated: Value, ours: Decimal, theirs: Decimal) -> bool:
    coarse, fine, digits, more = (theirs, ours, stated.digits, claimed.digits)
    if claimed.digits < stated.digits:
        coarse, fine, digits, more = ours, theirs, claimed.digits, stated.digits
    if digits == more or coarse == 0 or fine == 0:
        return False
    # One digit alone is too coarse to confirm anything (3 for 2.6), unless the two are within a fiftieth.
    if digits == 1 and abs(coarse - fine) > abs(fine) / 50:
        return False
    step = Decimal(1).scaleb(coarse.adjusted() - digits + 1)
    return (fine / step).to_integral_value(rounding="ROUND_HALF_UP") * step == coarse


def _compare_dates(claimed: Value, stated: Value) -> str:
    if claimed.bound == stated.bound == "range" and claimed != stated:
        return "compatible"
    relation = _compare_calendars(claimed, stated)
    if relation == "incomparable" or claimed.bound == stated.bound:
        return relation
    if "range" in (claimed.bound, stated.bound):
        return "compatible" if relation in ("equal", "partial") else relation
    limits = {"at_least", "at_most"} & {claimed.bound, stated.bound}
    return _compare_limits(claimed, stated, relation) if limits else relation


def _compare_limits(claimed: Value, stated: Value, relation: str) -> str:
    """Compare dates of which one is "before" or "after": neither says when, but they can exclude each other."""
    if relation != "different":
        return "compatible"
    earlier = _order(claimed) < _order(stated)
    allowed = {("at_most", True), ("at_least", False)}
    agrees = (stated.bound, earlier) in allowed or (claimed.bound, not earlier) in allowed
    return "compatible" if agrees else "different"


def _order(date: Value) -> tuple[int, int, int]:
    return date.year or 0, date.month or 3 * (date.quarter or 0), date.day or 0


def _compare_calendars(claimed: Value, stated: Value) -> str:
    for part in ("year", "month", "day"):
        ours, theirs = getattr(claimed, part), getattr(stated, part)
        if ours is not None and theirs is not None and ours != theirs:
            return "different"
    if not _quarters_agree(claimed, stated):
        return "different"
    if _is_relative(stated) and _settles(claimed, stated):
        return "partial"
    return _compare_parts(claimed, stated)


def _compare_parts(claimed: Value, stated: Value) -> str:
    """Compare dates that contradict each other in no part that both have."""
    if _only_weekday(claimed) or _only_weekday(stated):
        if claimed.weekday is None or stated.weekday is None:
            return "incomparable"
        same = "equal" if _only_weekday(claimed) else "partial"
        return same if claimed.weekday == stated.weekday else "different"
    shared = any(getattr(claimed, part) is not None and getattr(stated, part) is not None for part in ("year", "month", "quarter"))
    if not shared and None in (claimed.month, stated.quarter):
        # A year and a month without its year have nothing to compare.
        return "incomparable"
    return _completeness(claimed, stated)


def _is_relative(date: Value) -> bool:
    """Return whether only the day of publication says which date it is: Friday, yesterday, the 12th of this month."""
    return date.year is None and date.month is None and date.quarter is None


def _settles(claimed: Value, stated: Value) -> bool:
    """Return whether the day of publication may make of a relative date all that a claimed one gives.

    A year alone is mostly long past, and its days are not told as those of last week.
    """
    years = stated.offset is not None and stated.offset.unit == "year"
    return years if claimed.month is None else not years and claimed.weekday is None


def _only_weekday(date: Value) -> bool:
    return date.year is None and date.month is None and date.quarter is None


def _completeness(claimed: Value, stated: Value) -> str:
    """Return how far a date that contradicts nothing in the claimed one confirms it."""
    missing = [part for part in ("year", "month", "day") if getattr(claimed, part) is not None and getattr(stated, part) is None]
    if claimed.quarter is not None and stated.quarter is None and stated.month is None:
        missing.append("quarter")
    if not missing:
        return "equal"
    return "partial" if missing == ["year"] and (stated.day is not None or claimed.day is None) else "compatible"


def _quarters_agree(a: Value, b: Value) -> bool:
    quarters = [v.quarter if v.quarter is not None else (v.month + 2) // 3 if v.month is not None else None for v in (a, b)]
    return None in quarters or (a.quarter is None and b.quarter is None) or quarters[0] == quarters[1]
