"""How moments are read that the seeker tells in their own time."""

import os
from datetime import datetime, time
from zoneinfo import ZoneInfo

from ringback.core.workdays import Calendar
from ringback.doors.days import Reading

# Where the month is written before the day in figures.
MONTH_FIRST = frozenset({"US", "PH", "PW", "FM", "MH", "PR", "GU"})
# A day that is looked at as of another moment is looked at from this hour on.
MORNING = time(9)


def own_reading(
    calendar: Calendar, now: datetime, *, past: bool = False, clock: time | None = None
) -> Reading:
    """A reading on the clock of the seeker, and in the way of figures of their country."""
    zone = calendar.now_there(calendar.home, now).tzinfo
    own = zone if isinstance(zone, ZoneInfo) else ZoneInfo("UTC")
    country = calendar.home.country or country_by_language()
    return Reading(now, own, own, country in MONTH_FIRST, past, clock)


def country_by_language() -> str:
    """The country of the machine's own language settings (``en_US.UTF-8``); empty: not said."""
    for name in ("LC_ALL", "LC_TIME", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return value.partition(".")[0].partition("_")[2].upper()[:2]
    return ""
