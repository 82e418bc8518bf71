"""`ringback today --json`, asked often by other programs: answered without click or Django."""

import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from ringback.cli import shapes
from ringback.core.workdays import STANDARD, Calendar, Hours
from ringback.desk.glance import glance
from ringback.doors import clock
from ringback.home import BadSettings, find_home


class Asked(NamedTuple):
    """Which search is asked for, and as of which moment; empty: one's own, and now."""

    search: str
    at: str


def asked(arguments: Sequence[str]) -> Asked | None:
    """What a line asks of today as JSON; None where it asks for anything else."""
    words = list(arguments)
    found = {"--at": "", "--search": ""}
    named = json = False
    while words:
        word = words.pop(0)
        option, equals, value = word.partition("=")
        if word == "today" and not named:
            named = True
        elif word == "--json" and named:
            json = True
        elif option in found and not found[option] and (option == "--at" or not named):
            found[option] = value if equals else words.pop(0) if words else ""
            if not found[option]:
                return None
        else:
            return None
    return Asked(found["--search"], found["--at"]) if named and json else None


def quick_today(wanted: Asked) -> int | None:
    """Answer for a search of the current home; None where the long way has to be gone."""
    try:
        home = find_home()
    except BadSettings:
        return None

    def now_of(calendar: Calendar) -> datetime:
        now = clock.now_in(home.folder)
        return moment_of(wanted.at, calendar, now) if wanted.at else now

    name = wanted.search or home.search
    day = glance(home, name, now_of, hours_of)
    if day is None:
        return None
    shapes.write(shapes.today(day, name))
    sys.stdout.flush()
    return 0


def moment_of(text: str, calendar: Calendar, now: datetime) -> datetime:
    """The moment that was asked for, as the door reads it."""
    from ringback.doors.moments import read_moment
    from ringback.doors.own_time import MORNING, own_reading

    return read_moment(text, own_reading(calendar, now, clock=MORNING)).astimezone(UTC)


def hours_of(cadence: str) -> Hours:
    """The calling hours of a cadence as it is written; its rules are loaded where there are any."""
    if not cadence:
        return STANDARD
    from ringback.core.cadence_file import read_cadence

    return read_cadence(cadence).hours
