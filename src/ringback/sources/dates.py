"""Dates as people type them: five orders, four languages, and never a silent guess."""

import re
import unicodedata
from calendar import month_name
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from ringback.sources.cells import bare, plain
from ringback.sources.words import tables

FIRST_YEAR, LAST_YEAR = 2000, 2099
_MONTHS_IN_YEAR = 12
_LEAP_YEAR = 2024
_LONGEST = 100


class Order(StrEnum):
    """How 03/04/2026 is meant."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Orders:
    """The order of dates written with strokes, and of dates written with full stops."""

    strokes: Order = Order.UNCLEAR
    stops: Order = Order.DAY_FIRST


@dataclass(frozen=True, slots=True)
class Written:
    """A date as it stands: ``first`` and ``second`` are day and month in an order to be told.

    Where ``separator`` is empty the order is plain from the writing, and ``first`` is the month;
    ``short`` where the year has two digits.
    """

    first: int
    second: int
    year: int | None
    separator: str = ""
    short: bool = False

    @property
    def undecided(self) -> bool:
        """Whether both readings are possible and differ."""
        return (
            bool(self.separator)
            and max(self.first, self.second) <= _MONTHS_IN_YEAR
            and (self.first != self.second)
        )


@dataclass(frozen=True, slots=True)
class Read:
    """A day, or the reason why there is none; ``doubt`` says what was taken for granted."""

    day: date | None
    doubt: str = ""
    reason: str = ""


_WORDS = tables("dates")
_MONTHS = {word: int(month) for month, text in _WORDS["months"].items() for word in text.split()}
_WEEKDAYS, _FILLERS, _ORDINALS = (
    frozenset(_WORDS["passed_over"][name].split()) for name in ("weekdays", "fillers", "ordinals")
)
_TIME = re.compile(
    r"(?:(?<=\d)t|[\s,@]+|^)(?:at |um |a |à )?\d{1,2}"
    r"(?::\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?|\s*[ap]\.?m\.?|\s?h(?:\d{2})?|"
    r"(?:[.:]\d{2})?\s*uhr)"
    r"\s*(?:z|utc|gmt)?\s*(?:[+-]\d{2}:?\d{2}|\(?[a-z]{2,5}\)?)?\s*$"
)
_YEAR_FIRST = re.compile(r"(\d{4})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,2})\.?")
_TOGETHER = re.compile(r"(20\d{2})(\d{2})(\d{2})")
_NUMBERS = re.compile(r"(\d{1,2})\s*([-/.])\s*(\d{1,2})(?:\s*\2\s*'?(\d{4}|\d{2}))?(\.?)")
_SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?")
_SERIAL_ZERO = date(1899, 12, 30)
_RANGE = re.compile(r"\s(?:→|–|—|->|to|bis|until)\s")


def written(text: str) -> Written | None:
    """The date that a cell consists of, or None; a time of day and a zone are passed over.

    A range gives its first day.
    """
    return _written(text) if len(text) <= _LONGEST else None


@lru_cache(maxsize=4096)
def _written(text: str) -> Written | None:
    lower = _RANGE.split(plain(unicodedata.normalize("NFKC", text)).casefold())[0]
    text = _TIME.sub("", lower).strip(" ,()")
    text = re.sub(r"^[^\W\d_]+\.?,?\s+(?=\d)", _without_weekday, text)
    if match := _YEAR_FIRST.fullmatch(text):
        return Written(int(match[3]), int(match[4]), int(match[1]))
    if match := _TOGETHER.fullmatch(text):
        return Written(int(match[2]), int(match[3]), int(match[1]))
    if match := _NUMBERS.fullmatch(text):
        return _numbers(match)
    if match := _SERIAL.fullmatch(text):
        day = _SERIAL_ZERO + timedelta(days=int(match[1]))
        inside = FIRST_YEAR <= day.year <= LAST_YEAR
        return Written(day.month, day.day, day.year) if inside else None
    if match := re.fullmatch(r"(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日?", text):
        return Written(int(match[2]), int(match[3]), int(match[1]))
    return _named(text)


def _without_weekday(match: re.Match[str]) -> str:
    word = bare(match[0].strip(" .,"))
    return "" if word in _WEEKDAYS | _FILLERS else match[0]


def _numbers(match: re.Match[str]) -> Written | None:
    first, mark, second, year, end = match.groups()
    # "6.1" is a version or a price, "11-03" a range; "6.1." and "11/3" are dates.
    if year is None and (mark == "-" or (mark == "." and not end)):
        return None
    full = _four_digits(year) if year else None
    return Written(int(first), int(second), full, mark, short=len(year or "") == 2)


def _four_digits(year: str) -> int:
    return int(year) if len(year) == 4 else 2000 + int(year)


def _named(text: str) -> Written | None:
    """Dates with the month's name, in any order of the parts."""
    words = [bare(w) for w in re.findall(r"[^\W\d_]+|\d+", text)]
    months = [_MONTHS[w] for w in words if w in _MONTHS]
    numbers = [w for w in words if w.isdigit()]
    passed = _WEEKDAYS | _FILLERS | _ORDINALS
    others = [w for w in words if w not in _MONTHS and not w.isdigit() and w not in passed]
    if len(months) != 1 or others or not 1 <= len(numbers) <= 2 or "/" in text:
        return None
    day, *year = numbers
    if year and len(day) == 4:
        day, year = year[0], [day]
    if len(day) > 2 or (year and len(year[0]) not in (2, 4)):
        return None
    return Written(months[0], int(day), _four_digits(year[0]) if year else None)


_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR = r"(?:,?\s(?:de\s)?\d{4}\b|-\d{2}(?:\d{2})?\b)?"
_INSIDE = re.compile(
    r"\b\d{4}-\d{1,2}-\d{1,2}\b"
    r"|(?<![\d./-])\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})\b(?![./-]?\d)"
    r"|(?<![\d./-])\d{1,2}\.\s?\d{1,2}\.(?!\d)"
    r"|(?<![\d./-])\d{1,2}/\d{1,2}(?![\d/%])"
    rf"|\b(?:{_NAMES})\b\.?[\s-]\d{{1,2}}(?:st|nd|rd|th)?\b{_YEAR}"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th|er|\.)?[\s-](?:de\s)?(?:{_NAMES})\b\.?{_YEAR}",
    re.IGNORECASE,
)


def dates_in(text: str) -> tuple[str, ...]:
    """The dates that stand inside a text, as written there but for accents."""
    found = (match[0] for match in _INSIDE.finditer(bare(plain(text))))
    return tuple(piece for piece in found if piece != "24/7" and written(piece))


def date_part(text: str) -> str:
    """The date in a cell: all of it, else the only one inside; empty where there is none."""
    if written(text):
        return text
    inside = dates_in(text)
    return inside[0] if len(inside) == 1 else ""


@dataclass(slots=True)
class Tally:
    """What the dates of one column, seen one by one, tell about their order.

    ``undecided`` is the first one that alone can be read both ways, ``lacks_year`` whether any has
    no year, ``stroked`` and ``stopped`` whether any is written with strokes or full stops.
    """

    undecided: str = ""
    lacks_year: bool = False
    stroked: bool = False
    stopped: bool = False
    _proofs: dict[bool, set[Order]] = field(default_factory=lambda: {True: set(), False: set()})

    def see(self, value: str) -> None:
        found = written(date_part(value))
        if found is None:
            return
        self.lacks_year = self.lacks_year or found.year is None
        if not found.separator:
            return
        stopped = found.separator == "."
        self.stopped, self.stroked = self.stopped or stopped, self.stroked or not stopped
        if found.undecided and not stopped:
            self.undecided = self.undecided or value
        if found.first > _MONTHS_IN_YEAR >= found.second:
            self._proofs[stopped].add(Order.DAY_FIRST)
        elif found.second > _MONTHS_IN_YEAR >= found.first:
            self._proofs[stopped].add(Order.MONTH_FIRST)

    def orders(self) -> Orders:
        """An impossible value decides for its writing; full stops else mean day first."""
        strokes, stops = self._proofs[False], self._proofs[True]
        return Orders(
            next(iter(strokes)) if len(strokes) == 1 else Order.UNCLEAR,
            next(iter(stops)) if len(stops) == 1 else Order.DAY_FIRST,
        )


def orders_of(values: Iterable[str]) -> Orders:
    """How the dates of one column are meant."""
    return _tally(values).orders()


def order_of(values: Iterable[str]) -> Order:
    """The same in one word for the whole column; dates with strokes go before those with stops."""
    tally = _tally(values)
    orders = tally.orders()
    return orders.stops if tally.stopped and not tally.stroked else orders.strokes


def _tally(values: Iterable[str]) -> Tally:
    tally = Tally()
    for value in values:
        tally.see(value)
    return tally


class Supposed(NamedTuple):
    """A year for a date that has none, and why it is that one."""

    year: int
    why: str


def read_day(text: str, orders: Orders, supposed: Supposed | None = None) -> Read:
    """The day that a cell means; the year supposed is taken where it has none, and said."""
    found = written(text)
    shown = plain(text)
    if found is None:
        return Read(None, reason=f"“{shown}” is no date")
    month, day = found.first, found.second
    if found.separator:
        order = orders.stops if found.separator == "." else orders.strokes
        if order is Order.UNCLEAR and found.undecided:
            return Read(None, reason=both_ways(shown, found))
        if found.first > _MONTHS_IN_YEAR or (
            order is Order.DAY_FIRST and found.second <= _MONTHS_IN_YEAR
        ):
            month, day = found.second, found.first
    meant = found.year or (supposed.year if supposed else None)
    if meant is None and not _can_be(month, day):
        return Read(None, reason=f"there is no day “{shown}”")
    if meant is None:
        return Read(None, reason=f"the date “{shown}” has no year, and the rows around do not tell")
    try:
        read = date(meant, month, day)
    except ValueError:
        return Read(None, reason=f"there is no day “{shown}”")
    # 26-01-15 is rather the 15th of January 2026 than the 26th of 2015.
    year_first = found.short and found.separator == "-" and meant < 2020 <= 2000 + found.first
    if year_first or not FIRST_YEAR <= meant <= LAST_YEAR:
        return Read(None, reason=f"the year of “{shown}” cannot be right")
    if found.year is None and supposed:
        return Read(read, f"“{shown}” has no year; {read.year} was taken: {supposed.why}")
    return Read(read, _doubt(text, shown))


_SUPPOSED = re.compile(
    r"(?:^|(?<=; ))“[^”]*” has no year; (?P<year>\d{4}) was taken: "
    r"(?P<why>it [^;]*?)(?:$|; )"
)


def year_supposed(reason: str) -> tuple[str, str]:
    """What a reason says of a year that was taken, without the date; and what else it says."""
    found = _SUPPOSED.search(reason)
    if found is None:
        return "", reason
    rest = f"{reason[: found.start()]}{reason[found.end() :]}".removesuffix("; ")
    return f"where a date has no year, {found['year']} was taken: {found['why']}", rest


def _can_be(month: int, day: int) -> bool:
    """Whether there is such a day in any year."""
    try:
        date(_LEAP_YEAR, month, day)
    except ValueError:
        return False
    return True


def _doubt(text: str, shown: str) -> str:
    if _RANGE.search(text):
        return f"“{shown}” is a range; its first day was taken"
    return ""


def both_ways(shown: str, found: Written) -> str:
    """The two readings of an undecided date, as a reason or a question."""
    return (
        f"“{shown}” can be {found.first} {month_name[found.second]} "
        f"or {found.second} {month_name[found.first]}"
    )
