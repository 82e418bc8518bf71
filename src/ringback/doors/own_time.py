"""How moments are read that the seeker tells in their own time."""

import os
from dataclasses import replace
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from ringback.core.places import Place
from ringback.core.workdays import Calendar
from ringback.doors.days import Reading
from ringback.doors.figures import MONTH_FIRST
from ringback.doors.moments import read_moment

# A day that is looked at as of another moment is looked at from this hour on.
MORNING = time(9)
# What is said to have happened on a day, with no hour, is kept at this one.
SOME_TIME = time(12)


def own_reading(
    calendar: Calendar, now: datetime, *, past: bool = False, clock: time | None = None
) -> Reading:
    """A reading on the clock of the seeker, and in the way of figures of their country."""
    zone = calendar.now_there(calendar.home, now).tzinfo
    own = zone if isinstance(zone, ZoneInfo) else ZoneInfo("UTC")
    country = calendar.home.country or country_by_language()
    return Reading(now, own, own, country in MONTH_FIRST, past, clock, country)


def read_happened(text: str, calendar: Calendar, now: datetime) -> datetime:
    """When something happened, in the seeker's own time, aware UTC. Raises NotAMoment."""
    moment = read_moment(text, own_reading(calendar, now, past=True, clock=SOME_TIME))
    is_today = moment.date() == now.astimezone(moment.tzinfo).date()
    unsaid = is_today and moment > now and moment.time() == SOME_TIME
    return now if unsaid else moment.astimezone(UTC)


def reading_there(calendar: Calendar, now: datetime, place: Place) -> Reading:
    """A reading on the clock of whoever is at a place, in the seeker's own way of figures."""
    own = own_reading(calendar, now)
    zone = calendar.now_there(place, now).tzinfo
    there = zone if isinstance(zone, ZoneInfo) else ZoneInfo("UTC")
    return replace(own, zone=there)


def country_by_language() -> str:
    """The country of the machine's own language settings (``en_US.UTF-8``); empty: not said."""
    for name in ("LC_ALL", "LC_TIME", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return value.partition(".")[0].partition("_")[2].upper()[:2]
    return ""
