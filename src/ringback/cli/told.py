"""What a recording command reads and says around its verb: whose clock is meant, and remarks."""

from ringback.book.openings import Opening
from ringback.core.places import Place
from ringback.core.scripts import improper_note
from ringback.desk.day import place_of
from ringback.desk.desk import Desk
from ringback.desk.record import Logged
from ringback.desk.today import item_of
from ringback.doors.words import speech, zone_of


def place_called(desk: Desk, opening: Opening) -> Place:
    """Where the person of an opening's step is, on whose clock a named hour is meant."""
    item = item_of(desk, opening.pk)
    if item is not None:
        return place_of(item.row)
    employer = opening.employer
    return Place(employer.country, employer.region, employer.zone, employer.city)


def remarks(desk: Desk, logged: Logged, note: str) -> tuple[str, ...]:
    """How a named moment was understood, and a word on a note that says too much."""
    found = []
    said = speech(desk)
    place = place_called(desk, logged.opening)
    for touch in logged.touches:
        if touch.moment is not None:
            there = zone_of(desk.calendar.now_there(place, touch.moment))
            found.append(f"Understood as {said.both(touch.moment, there)}.")
    improper = improper_note(note) if note else ""
    return (*found, improper) if improper else tuple(found)
