"""Days, hours and numbers as they are said to the seeker."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils.dateformat import format as dated
from django.utils.translation import get_language, gettext_noop, pgettext
from django.utils.translation import gettext as _

from ringback.core.phones import display
from ringback.desk.desk import Desk
from ringback.doors.figures import TWELVE_HOURS
from ringback.doors.own_time import SOME_TIME

A_WEEK = 7
# What people call a zone that is named for one city and holds for many.
_ZONES = {
    "America/New_York": gettext_noop("Eastern time"),
    "America/Toronto": gettext_noop("Eastern time"),
    "America/Detroit": gettext_noop("Eastern time"),
    "America/Chicago": gettext_noop("Central time"),
    "America/Winnipeg": gettext_noop("Central time"),
    "America/Denver": gettext_noop("Mountain time"),
    "America/Edmonton": gettext_noop("Mountain time"),
    "America/Los_Angeles": gettext_noop("Pacific time"),
    "America/Vancouver": gettext_noop("Pacific time"),
    "America/Halifax": gettext_noop("Atlantic time"),
    "Europe/Berlin": gettext_noop("Central European time"),
}


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
        away = (day - self.today).days
        near = {0: _("today"), 1: _("tomorrow"), -1: _("yesterday")} if -2 < away < 2 else {}
        return near.get(away) or self.date(day)

    def date(self, day: date) -> str:
        """“Thu 26 Nov”, with the year where it is another."""
        if day.year == self.today.year:
            # Translators: Django's letters for dates; “Thu 26 Nov”.
            return dated(day, pgettext("date", "D j M"))
        # Translators: Django's letters for dates; “Thu 26 Nov 2026”.
        return dated(day, pgettext("date", "D j M Y"))

    def happened(self, moment: datetime) -> str:
        """When something was: “yesterday”, “Monday, 16 November”; the hour where it was told."""
        local = moment.astimezone(self.zone)
        day = local.date()
        if 0 <= (self.today - day).days < 2:
            said = self.day(day)
        elif day.year == self.today.year:
            # Translators: Django's letters for dates; “Monday, 16 November”.
            said = dated(day, pgettext("date", "l, j F"))
        else:
            # Translators: Django's letters for dates; “Monday, 16 November 2026”.
            said = dated(day, pgettext("date", "l, j F Y"))
        return said if local.time() == SOME_TIME else f"{said}, {self.clock(moment)}"

    def past(self, moment: datetime) -> str:
        """The same in short: “Mon 16 Nov, 14:00”, or “Mon 16 Nov” where no hour was told."""
        local = moment.astimezone(self.zone)
        return self.day(local.date()) if local.time() == SOME_TIME else self.moment(moment)

    def clock(self, moment: datetime, zone: ZoneInfo | None = None) -> str:
        """“14:00”, or “2:00 pm” where a clock of twelve hours is read."""
        return self.hour(moment.astimezone(zone or self.zone).time())

    def hour(self, at: time) -> str:
        """A time of day on no particular day: “14:00”, or “2:00 pm”."""
        if self.country not in TWELVE_HOURS or not (get_language() or "en").startswith("en"):
            return f"{at:%H:%M}"
        if (at.hour, at.minute) == (12, 0):
            return "noon"
        return f"{at.hour % 12 or 12}:{at:%M} {'am' if at.hour < 12 else 'pm'}"

    def moment(self, moment: datetime, zone: ZoneInfo | None = None) -> str:
        """“Thu 26 Nov, 14:00” on the clock of a zone (None: the seeker's).

        “today” is said only where it is the same day there.
        """
        local = moment.astimezone(zone or self.zone)
        is_one_day = zone is None or self.now.astimezone(zone).date() == self.today
        said = self.day(local.date()) if is_one_day else self.date(local.date())
        return f"{said}, {self.clock(moment, zone)}"

    def both(self, moment: datetime, there: ZoneInfo) -> str:
        """A moment there, and what it is for the seeker where their clocks differ."""
        said = self.moment(moment, there)
        if self.same_clock(moment, there):
            return said
        own = moment.astimezone(self.zone)
        same_day = own.date() == moment.astimezone(there).date()
        yours = self.clock(moment) if same_day else self.moment(moment)
        return _("{0} there ({1} for you)").format(said, yours)

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
        return _("{0} days").format(minutes // (24 * 60))
    hours, minutes = divmod(minutes, 60)
    if not hours:
        return _("{0} min").format(minutes)
    return _("{0} h {1} min").format(hours, minutes) if minutes else _("{0} h").format(hours)


def number(value: str, extension: str, country: str) -> str:
    """A number as it is dialled from the seeker's country, with its extension; mail as it is."""
    if not value.startswith("+"):
        return value
    said = display(value, country)
    return _("{0} ext. {1}").format(said, extension) if extension else said


def place_name(city: str, zone: ZoneInfo) -> str:
    """A place to say a clock's time with: the city, else the zone and what it is named for."""
    if city:
        return city
    after = zone.key.rpartition("/")[2].replace("_", " ")
    known = _ZONES.get(zone.key)
    return f"{_(known)}, {after}" if known else _("the clock of {0}").format(after)


def ordinal(count: int) -> str:
    """“1st”, “2nd”, “11th”."""
    if not (get_language() or "en").startswith("en"):
        # Translators: a number in a row, such as “2nd”.
        return pgettext("ordinal", "{0}.").format(count)
    ending = {1: "st", 2: "nd", 3: "rd"}.get(count % 10 if count % 100 not in (11, 12, 13) else 0)
    return f"{count}{ending or 'th'}"


def plural(count: int, one: str, many: str = "") -> str:
    """“1 call”, “3 calls”."""
    return f"{count} {one if count == 1 else many or one + 's'}"
