"""Moments that are told on a page, read on the clock of whoever is called."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from ringback.core.places import Place
from ringback.desk.day import place_of
from ringback.desk.desk import Desk
from ringback.desk.today import item_of
from ringback.doors.days import NotAMoment, moment_hint
from ringback.doors.moments import read_moment
from ringback.doors.own_time import own_reading, read_happened, reading_there
from ringback.web.desks import opening_of


def moment_told(desk: Desk, text: str, place: Place) -> tuple[datetime, ZoneInfo]:
    """A moment to come (aware UTC), and the zone on whose clock it was told.

    Raises NotAMoment, also for one that has passed.
    """
    how = reading_there(desk.calendar, desk.now, place)
    moment = read_moment(text, how).astimezone(UTC)
    if moment <= desk.now:
        raise NotAMoment("That has passed already.", "Tell a moment that is still to come.")
    return moment, how.zone


def happened_told(desk: Desk, text: str) -> datetime | None:
    """When something happened (aware UTC), in the seeker's own time; None where nothing is said.

    Raises NotAMoment, also for one that is still to come.
    """
    if not text:
        return None
    moment = read_happened(text, desk.calendar, desk.now)
    if moment > desk.now:
        how = own_reading(desk.calendar, desk.now, past=True)
        raise NotAMoment(
            f"“{text}” has not come yet: only what has happened is recorded.", moment_hint(how)
        )
    return moment


def place_of_opening(desk: Desk, opening: int) -> Place:
    """Where the one is who is called next for an opening. Raises Refusal (not found)."""
    item = item_of(desk, opening_of(desk, opening).pk)
    return place_of(item.row) if item is not None else Place()
