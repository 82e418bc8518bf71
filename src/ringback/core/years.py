"""Which days of a year are worked in a country and region, and which of them end at noon."""

import re
import warnings
from collections.abc import Callable
from datetime import date, timedelta
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from holidays import HolidayBase

# Beyond these years no law of today says anything: weekends only.
FIRST_KNOWN, LAST_KNOWN = 1900, 2199
# What can be reckoned with at all: a day further on still has its UTC moment in every zone.
FIRST_DAY, LAST_DAY = date(2, 1, 1), date(9998, 12, 31)

SATURDAY_SUNDAY = frozenset({5, 6})

# Where nobody said which region: the one in which by far the most people work.
_MOST_PEOPLE_IN = {"GB": "ENG"}

# Days that are no public holiday there, on which offices stay shut all the same: the year's end
# in Japan, carnival in Brazil. They are counted as business days, but nobody is called.
_SHUT = {
    "BR": "optional",
    "HK": "optional",
    "JP": "bank",
    "MO": "optional",
    "SE": "de_facto",
    "TT": "optional",
}
# Days on which offices there thin out or close at noon by custom.
_THIN = {
    "AD": "government",
    "AT": "bank",
    "CH": "optional",
    "CY": "optional",
    "DK": "optional",
    "GL": "optional",
    "IE": "optional",
    "IL": "optional",
    "LI": "bank",
    "LU": "bank",
    "NL": "optional",
    "PT": "optional",
    "SE": "bank",
    "SM": "bank",
    "UY": "bank",
}
# China's half-days are for women, the young and soldiers; the offices stay open.
_NO_HALF_DAYS = frozenset({"CN"})
_FROM_EVENING = r"\(from [5-9] ?pm\)"


class Work(IntEnum):
    """How a day is worked. A shut day is a business day on which nobody is at their desk."""

    OFF = 0
    SHUT = 1
    MORNING = 2
    WHOLE = 3


class Year(NamedTuple):
    """One year: how each day is worked, all its business days, and how many lie before each.

    ``before[i]`` counts the business days before the year's i-th day (from 0) and has one entry
    more than the year has days. ``weekend`` are the weekdays not worked (Monday is 0),
    ``week_start`` and ``week_end`` the first and the last that are.
    """

    start: int
    work: tuple[Work, ...]
    open: tuple[date, ...]
    before: tuple[int, ...]
    weekend: frozenset[int]
    week_start: int
    week_end: int


# Whoever knows years otherwise (kept from an earlier run) can stand in for `year_of`.
YearOf = Callable[[str, str, int], Year]


@lru_cache(maxsize=1024)
def year_of(country: str, region: str, year: int) -> Year:
    """A year as it is worked in a country (ISO 3166-1) and its region (ISO 3166-2, or empty).

    What the calendar library does not know is left out: an unknown region has the country's own
    holidays, an unknown country and a year out of range have Saturdays and Sundays.
    """
    kept = _kept(country, region, year) if FIRST_KNOWN <= year <= LAST_KNOWN else _Kept()
    _, week_end = _week(kept.weekend)
    work = []
    for day in _days(year):
        if day in kept.off or (day.weekday() in kept.weekend and day not in kept.made_up):
            work.append(Work.OFF)
        elif day in kept.shut:
            work.append(Work.SHUT)
        elif day in kept.half or (len(kept.weekend) == 1 and day.weekday() == week_end):
            work.append(Work.MORNING)
        else:
            work.append(Work.WHOLE)
    return year_worked(year, tuple(work), kept.weekend)


def year_worked(year: int, work: tuple[Work, ...], weekend: frozenset[int]) -> Year:
    """A year of which it is known how each of its days is worked."""
    days = _days(year)
    open_days = tuple(day for day, how in zip(days, work, strict=True) if how is not Work.OFF)
    before = [0]
    for how in work:
        before.append(before[-1] + (how is not Work.OFF))
    week_start, week_end = _week(weekend)
    return Year(
        start=days[0].toordinal(),
        work=work,
        open=open_days,
        before=tuple(before),
        weekend=weekend,
        week_start=week_start,
        week_end=week_end,
    )


def _days(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(n) for n in range((date(year, 12, 31) - first).days + 1)]


class _Kept(NamedTuple):
    """What the library says of a year; ``made_up`` are weekend days worked in exchange."""

    weekend: frozenset[int] = SATURDAY_SUNDAY
    off: frozenset[date] = frozenset()
    made_up: frozenset[date] = frozenset()
    shut: frozenset[date] = frozenset()
    half: frozenset[date] = frozenset()


def _kept(country: str, region: str, year: int) -> _Kept:
    public = _entries(country, region, year, "public")
    if public is None:
        return _Kept()
    off = frozenset(day for day in public if day.year == year)
    half = {date(year, 12, 24), date(year, 12, 31)} if date(year, 12, 25) in off else set[date]()
    for category in ("half_day", _THIN.get(country, "")):
        found = _entries(country, region, year, category) if category else None
        if found is not None and not (category == "half_day" and country in _NO_HALF_DAYS):
            half |= {day for day, name in found.items() if not re.search(_FROM_EVENING, name)}
    shut = _entries(country, region, year, _SHUT[country]) if country in _SHUT else None
    return _Kept(
        weekend=frozenset(public.weekend),
        off=off,
        made_up=frozenset(public.weekend_workdays),
        shut=frozenset(shut or ()),
        half=frozenset(half),
    )


def _entries(country: str, region: str, year: int, category: str) -> "HolidayBase | None":
    """The library's entries of a category; None where it has no such country or category."""
    # Imported here because it costs 50 ms, more than all else of a short command.
    from holidays import country_holidays

    for subdivision in dict.fromkeys((region or _MOST_PEOPLE_IN.get(country), None)):
        try:
            with warnings.catch_warnings():
                # It warns of years for which a country's moveable feasts are not known.
                warnings.simplefilter("ignore")
                return country_holidays(
                    country, subdivision, years=year, categories=category, language="en_US"
                )
        except (NotImplementedError, ValueError):
            continue
    return None


def _week(weekend: frozenset[int]) -> tuple[int, int]:
    """The first and last weekday of the longest run of working days (Friday to Sunday: Mon-Fri)."""
    best = (0, 0, 6)
    for start in range(7):
        if start in weekend or (start - 1) % 7 not in weekend:
            continue
        length = next(n for n in range(1, 8) if (start + n) % 7 in weekend)
        best = max(best, (length, -start, (start + length - 1) % 7))
    return -best[1], best[2]
