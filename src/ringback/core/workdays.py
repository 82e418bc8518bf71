"""Work days and calling hours, as the calendar, the clock and the law of the called person say."""

from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from ringback.core.gazetteer import likely_zone, only_zone
from ringback.core.local_time import local_of, moment_of, zone_called
from ringback.core.places import NOWHERE, Place
from ringback.core.years import FIRST_DAY, LAST_DAY, Work, Year, YearOf, year_of

NOON = time(12)
# How far to look for a day that suits before a wish is dropped, in days.
AVOID_FOR = 15
LOOK_FOR = 400
# How many days of a place are kept reckoned at most.
DAYS_KEPT = 400


class Half(StrEnum):
    """The half of a working day."""

    MORNING = "morning"
    AFTERNOON = "afternoon"


class Span(NamedTuple):
    """A stretch of time, aware UTC; the end is later than the start and no longer part of it."""

    start: datetime
    end: datetime


class Hours(NamedTuple):
    """When calls are made, by the clock of the person called (evidence 2.2 "Hours").

    ``monday_from`` and ``friday_until`` are for the first and last working day of the week there:
    Sunday and Thursday where the weekend is Friday and Saturday. A half that ends before it
    starts is no time for calls.
    """

    morning: tuple[time, time] = (time(9), time(12))
    afternoon: tuple[time, time] = (time(13, 30), time(17))
    monday_from: time = time(10)
    friday_until: time = time(15)


STANDARD = Hours()
_Spans = tuple[Span, ...]
_Day = dict[Half | None, _Spans]
_NO_SPANS: _Day = {Half.MORNING: (), Half.AFTERNOON: (), None: ()}


class _There:
    """A place as calls see it: its zone, its years, and the calling spans of days asked for."""

    __slots__ = ("_days", "_year_of", "_years", "country", "hours", "region", "zone")

    def __init__(
        self, country: str, region: str, zone: ZoneInfo, hours: Hours, years: YearOf
    ) -> None:
        self._year_of = years
        self.country = country
        self.region = region
        self.zone = zone
        self.hours = hours
        self._days: dict[date, _Day] = {}
        self._years: dict[int, Year] = {}

    def year(self, day: date) -> Year:
        return self.numbered(day.year)

    def numbered(self, year: int) -> Year:
        known = self._years.get(year)
        if known is None:
            known = self._years[year] = self._year_of(self.country, self.region, year)
        return known

    def is_open(self, day: date) -> bool:
        year = self.year(day)
        return year.work[day.toordinal() - year.start] is not Work.OFF

    def spans(self, day: date, half: Half | None) -> _Spans:
        known = self._days.get(day)
        if known is None:
            year = self.year(day)
            work = year.work[day.toordinal() - year.start]
            if len(self._days) >= DAYS_KEPT:
                self._days.clear()
            known = self._days[day] = self.reckon(day, work, self.hours)
        return known[half]

    def reckon(self, day: date, work: Work, hours: Hours) -> _Day:
        """The spans of a day that is worked in that way."""
        if work < Work.MORNING:
            return _NO_SPANS
        year = self.year(day)
        first = hours.monday_from if day.weekday() == year.week_start else time.min
        last = hours.friday_until if day.weekday() == year.week_end else time.max
        afternoon: _Spans = ()
        if work is Work.MORNING:
            last = min(last, NOON)
        else:
            afternoon = self._span(day, hours.afternoon, first, last)
        morning = self._span(day, hours.morning, first, last)
        both = tuple(sorted(morning + afternoon, key=lambda span: span.start))
        return {Half.MORNING: morning, Half.AFTERNOON: afternoon, None: both}

    def _span(self, day: date, half: tuple[time, time], first: time, last: time) -> _Spans:
        start, end = max(half[0], first), min(half[1], last)
        if end <= start:
            return ()
        span = Span(moment_of(self.zone, day, start), moment_of(self.zone, day, end))
        # A clock change can swallow a span, and a move of the date line a whole day.
        return (span,) if span.start < span.end else ()


@lru_cache(maxsize=512)
def _there(country: str, region: str, zone: str, hours: Hours, years: YearOf) -> _There:
    found = zone_called(zone)
    return _There(country, region, found or ZoneInfo("UTC"), hours, years)


class Calendar:
    """A seeker's calendar: calling hours, days off and home, used where a place is not known.

    The zone of a place is the one it names; else that of its region or country, if they have but
    one; else the home's, if that is in the same country; else the one in which most people of
    the region or country live; else UTC. Days are calendar days at the place, moments aware UTC.
    A naive moment raises ValueError; a day before the year 2 or after 9998 counts as the first
    or the last one that can be reckoned with. ``years`` says how the days of a year are worked.
    """

    __slots__ = ("_known", "days_off", "home", "hours", "years")

    def __init__(
        self,
        hours: Hours = STANDARD,
        days_off: frozenset[date] = frozenset(),
        home: Place = NOWHERE,
        years: YearOf = year_of,
    ) -> None:
        self.hours = hours
        self.days_off = days_off
        self.home = home
        self.years = years
        self._known: dict[Place, _There] = {}

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Calendar):
            return NotImplemented
        return self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def _values(self) -> tuple[Hours, frozenset[date], Place]:
        return (self.hours, self.days_off, self.home)

    def business_day(self, place: Place, day: date) -> bool:
        """Whether it is a weekday there and no public holiday; a half-holiday is a business day."""
        return self._at(place).is_open(_within(day))

    def add_business_days(self, place: Place, day: date, n: int) -> date:
        """The n-th business day there after a day; for 0, the day itself or the next one.

        Raises ValueError for a negative number.
        """
        if n < 0:
            raise ValueError(f"cannot go back {-n} business days")
        there, day = self._at(place), _within(day)
        year = there.year(day)
        index = day.toordinal() - year.start
        wanted = year.before[index + 1] + n - 1 if n else year.before[index]
        number = day.year
        while wanted >= len(year.open):
            if number == LAST_DAY.year:
                return year.open[-1]
            wanted -= len(year.open)
            number += 1
            year = there.numbered(number)
        return year.open[wanted]

    def business_days_between(self, place: Place, a: date, b: date) -> int:
        """How many business days there lie after ``a``, up to and with ``b``; negative if b < a."""
        if b < a:
            return -self.business_days_between(place, b, a)
        there, a, b = self._at(place), _within(a), _within(b)
        count = -_open_by(there.year(a), a)
        for number in range(a.year, b.year):
            count += len(there.numbered(number).open)
        return count + _open_by(there.year(b), b)

    def spans(self, place: Place, day: date, half: Half | None = None) -> tuple[Span, ...]:
        """The calling spans of a day there, in order.

        Empty on a weekend, a public holiday and the seeker's day off; on a half-holiday only the
        morning, until noon.
        """
        day = _within(day)
        return () if day in self.days_off else self._at(place).spans(day, half)

    def next_callable(
        self,
        place: Place,
        day: date,
        *,
        avoid_weekdays: frozenset[int] = frozenset(),
        half: Half | None = None,
    ) -> tuple[date, tuple[Span, ...]]:
        """The first day from ``day`` on with calling spans there, and those spans; never none.

        ``avoid_weekdays`` (Monday is 0) is dropped where it leaves nothing within 15 days, ``half``
        where it leaves nothing within 400. Where still nothing is left, days off and holidays are
        passed over.
        """
        there, day = self._at(place), _within(day)
        if avoid_weekdays:
            for ahead in range(AVOID_FOR):
                on = _within(day + timedelta(ahead))
                if on.weekday() not in avoid_weekdays and on not in self.days_off:
                    spans = there.spans(on, half)
                    if spans:
                        return on, spans
        for wish in (half, None):
            for ahead in range(LOOK_FOR):
                on = _within(day + timedelta(ahead))
                if on not in self.days_off:
                    spans = there.spans(on, wish)
                    if spans:
                        return on, spans
        return _plain(there, day)

    def own_day(self, day: date, place: Place | None = None) -> bool:
        """Whether the seeker works at the desk that day: a business day at home, and none off."""
        return day not in self.days_off and self.business_day(place or self.home, day)

    def next_own_day(self, day: date) -> date:
        """The first day from ``day`` on that the seeker works; days off are passed over at last."""
        there, day = self._at(self.home), _within(day)
        for ahead in range(LOOK_FOR):
            on = _within(day + timedelta(ahead))
            if there.is_open(on) and on not in self.days_off:
                return on
        return self.add_business_days(self.home, day, 0)

    def day_of(self, place: Place, moment: datetime) -> date:
        """The calendar day that it is there."""
        return local_of(self._at(place).zone, moment).date()

    def half_of(self, place: Place, moment: datetime) -> Half:
        """The half of the day that it is there; lunch is part of the morning."""
        return self.slot_of(place, moment)[1]

    def slot_of(self, place: Place, moment: datetime) -> tuple[int, Half]:
        """The weekday (Monday is 0) and the half of the day that it is there."""
        there = self.now_there(place, moment)
        half = Half.MORNING if there.time() < self.hours.afternoon[0] else Half.AFTERNOON
        return there.weekday(), half

    def at(self, place: Place, day: date, clock: time) -> datetime:
        """The moment at which a clock there shows a time; skipped times move forward."""
        return moment_of(self._at(place).zone, _within(day), clock)

    def now_there(self, place: Place, moment: datetime) -> datetime:
        """The moment as a clock there shows it, aware."""
        return local_of(self._at(place).zone, moment)

    def callable_at(self, place: Place, moment: datetime) -> bool:
        """Whether somebody there can be called at that moment."""
        day = self.day_of(place, moment)
        return any(span.start <= moment < span.end for span in self.spans(place, day))

    def next_open(self, place: Place, moment: datetime) -> Span:
        """The rest of the calling span that it is there, or the next one."""
        day = self.day_of(place, moment)
        for span in self.spans(place, day):
            if moment < span.end:
                return Span(max(span.start, moment.astimezone(UTC)), span.end)
        return self.next_callable(place, _within(day) + timedelta(1))[1][0]

    def _at(self, place: Place) -> _There:
        there = self._known.get(place)
        if there is None:
            known = place.or_else(self.home)
            zone = _zone(place, self.home)
            country, region = known.country.upper(), known.region.upper()
            there = _there(country, region, zone, self.hours, self.years)
            self._known[place] = there
        return there


def _zone(place: Place, home: Place) -> str:
    """The zone of a place, by the order that `Calendar` states."""
    same = not place.country or not home.country or place.country == home.country
    wishes = (
        place.zone,
        only_zone(place.country, place.region),
        home.zone if same and not place.region else "",
        likely_zone(place.country, place.region),
        home.zone if same else "",
        likely_zone(home.country, home.region) if same else "",
    )
    return next((zone for zone in wishes if zone_called(zone)), "UTC")


def _within(day: date) -> date:
    if FIRST_DAY <= day <= LAST_DAY:
        return day
    return FIRST_DAY if day < FIRST_DAY else LAST_DAY


def _open_by(year: Year, day: date) -> int:
    return year.before[day.toordinal() - year.start + 1]


def _plain(there: _There, day: date) -> tuple[date, tuple[Span, ...]]:
    """The next weekday there with its spans, whatever else is wished."""
    start = min(day, LAST_DAY - timedelta(AVOID_FOR))
    for hours in (there.hours, STANDARD):
        for on in (start + timedelta(ahead) for ahead in range(AVOID_FOR)):
            if on.weekday() not in there.year(on).weekend:
                spans = there.reckon(on, Work.WHOLE, hours)[None]
                if spans:
                    return on, spans
    raise AssertionError("a fortnight without a weekday")
