"""Days, hours and numbers as they are said to the seeker."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from ringback.core.phones import display
from ringback.desk.desk import Desk

# Where people read a clock of twelve hours.
TWELVE_HOURS = frozenset(
    {"US", "CA", "AU", "NZ", "PH", "IN", "PK", "BD", "EG", "SA", "MY", "CO", "PR"}
)
A_WEEK = 7


@dataclass(frozen=True, slots=True)
class Speech:
    """How days and hours are said: as seen from ``now``, on the clock of ``zone``."""

    now: datetime
    zone: ZoneInfo
    country: str = ""

    @property
    def today(self) -> date:
        return self.now.astimezone(self.zone).date()

    def day(self, day: date) -> str:
        """“today”, “tomorrow”, “Thu 26 Nov”, with the year where it is another."""
        near = {0: "today", 1: "tomorrow", -1: "yesterday"}.get((day - self.today).days)
        return near or self.date(day)

    def date(self, day: date) -> str:
        """“Thu 26 Nov”, with the year where it is another."""
        year = "" if day.year == self.today.year else f" {day.year}"
        return f"{day:%a} {day.day} {day:%b}{year}"

    def clock(self, moment: datetime, zone: ZoneInfo | None = None) -> str:
        """“14:00”, or “2:00 pm” where a clock of twelve hours is read."""
        local = moment.astimezone(zone or self.zone)
        if self.country not in TWELVE_HOURS:
            return f"{local:%H:%M}"
        if (local.hour, local.minute) == (12, 0):
            return "noon"
        return f"{local.hour % 12 or 12}:{local:%M} {'am' if local.hour < 12 else 'pm'}"

    def moment(self, moment: datetime, zone: ZoneInfo | None = None) -> str:
        """“Thu 26 Nov, 14:00” on the clock of a zone (None: the seeker's)."""
        local = moment.astimezone(zone or self.zone)
        return f"{self.day(local.date())}, {self.clock(moment, zone)}"

    def both(self, moment: datetime, there: ZoneInfo) -> str:
        """A moment there, and what it is for the seeker where their clocks differ."""
        said = self.moment(moment, there)
        if self.same_clock(moment, there):
            return said
        own = moment.astimezone(self.zone)
        same_day = own.date() == moment.astimezone(there).date()
        yours = self.clock(moment) if same_day else self.moment(moment)
        return f"{said} there ({yours} for you)"

    def same_clock(self, moment: datetime, there: ZoneInfo) -> bool:
        """Whether the clocks there show the same as the seeker's."""
        return moment.astimezone(there).utcoffset() == moment.astimezone(self.zone).utcoffset()


def zone_of(moment: datetime) -> ZoneInfo:
    """The zone on whose clock a moment is given."""
    return moment.tzinfo if isinstance(moment.tzinfo, ZoneInfo) else ZoneInfo("UTC")


def speech(desk: Desk) -> Speech:
    """How days and hours are said to the seeker of a desk."""
    zone = zone_of(desk.calendar.now_there(desk.calendar.home, desk.now))
    return Speech(desk.now, zone, desk.search.country)


def length(span: timedelta) -> str:
    """“2 h 18 min”, “35 min”, “3 days”."""
    minutes = max(0, int(span.total_seconds() // 60))
    if minutes >= 2 * 24 * 60:
        return f"{minutes // (24 * 60)} days"
    hours, minutes = divmod(minutes, 60)
    if not hours:
        return f"{minutes} min"
    return f"{hours} h {minutes} min" if minutes else f"{hours} h"


def number(value: str, extension: str, country: str) -> str:
    """A number as it is dialled from the seeker's country, with its extension; mail as it is."""
    if not value.startswith("+"):
        return value
    said = display(value, country)
    return f"{said} ext. {extension}" if extension else said


def place_name(city: str, zone: ZoneInfo) -> str:
    """A place to say a clock's time with: the city, else what the zone is named for."""
    return city or zone.key.rpartition("/")[2].replace("_", " ")


def ordinal(count: int) -> str:
    """“1st”, “2nd”, “11th”."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(count % 10 if count % 100 not in (11, 12, 13) else 0)
    return f"{count}{ending or 'th'}"


def plural(count: int, one: str, many: str = "") -> str:
    """“1 call”, “3 calls”."""
    return f"{count} {one if count == 1 else many or one + 's'}"
