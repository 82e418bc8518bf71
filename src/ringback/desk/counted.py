"""What the numbers count of a search's record, counted while it is read: it may be very long."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from ringback.book.asking import ask, asked, hexadecimal, moments
from ringback.book.parties import Search
from ringback.book.suppress import struck_uids
from ringback.core.numbers.planned import DAYS
from ringback.core.numbers.slots import Dial
from ringback.core.places import Place
from ringback.core.touches import Kind, Line, Result, Touch, Who
from ringback.desk.desk import Desk

# All that a number is made of, and what may have ended an opening that nobody answered.
COUNTED = (
    Kind.SENT, Kind.CALLED, Kind.MAILED, Kind.BOOKED, Kind.INTERVIEWED, Kind.OFFERED, Kind.CLOSED,
    Kind.SKIPPED,
)  # fmt: skip
LED_ON = frozenset(
    {Result.INTERVIEW_SET, Result.MEETING_SET, Result.REFERRED_INSIDE, Result.REFERRED_OUTSIDE}
)
_HELD = frozenset({Kind.BOOKED, Kind.INTERVIEWED})
# Asked for with each touch, where somebody is and which opening is whose is most of an answer.
_COUNTED = """
    SELECT t.opening_id, @UTC(t.at), t.kind || ',' || t.line || ',' || t.who || ',' || t.result,
        CASE WHEN t.kind IN ('sent', 'mailed') THEN @UTC(t.logged_at) END, t.person_id, @NAME
    FROM book_touch t WHERE t.search_id = %s AND t.kind IN (@KINDS)
"""
_OPENINGS = "SELECT id, employer_id FROM book_opening WHERE search_id = %s"
_EMPLOYERS = "SELECT id, country, region, zone, city FROM book_employer WHERE search_id = %s"
_PEOPLE = """
    SELECT id, country, region, zone, city FROM book_person
    WHERE search_id = %s AND country || region || zone || city <> ''
"""


@dataclass(slots=True)
class Counts:
    """What was counted up to a moment, struck touches left out; openings by their keys.

    ``rang`` are the dials that met a line of theirs, on the clock of the person called.
    ``called_on`` counts the dials of the last weeks on the seeker's days, ``first_dial`` is the
    first of all. ``recorded`` says when what was sent to an opening at a moment was first written
    down, ``last`` when something counted last happened to it.
    """

    dials: int = 0
    bad_numbers: int = 0
    conversations: int = 0
    led_on: int = 0
    talked: set[str] = field(default_factory=set)
    interviewed: set[str] = field(default_factory=set)
    offered: set[str] = field(default_factory=set)
    rang: Counter[Dial] = field(default_factory=Counter)
    called_on: Counter[date] = field(default_factory=Counter)
    first_dial: datetime | None = None
    recorded: dict[tuple[str, datetime], datetime] = field(default_factory=dict)
    last: dict[str, datetime] = field(default_factory=dict)


class _What(NamedTuple):
    """What a touch is, as far as numbers ask (see core.touches)."""

    kind: Kind
    result: Result | None
    is_dial: bool
    is_bad_number: bool
    is_conversation: bool


# An opening, when, what, when it was written down (what was sent), where the called person is.
_One = tuple[str, datetime, _What, datetime | None, Place]


def counts(desk: Desk, *, by_the_hour: bool = True) -> Counts:
    """The record of a search up to the desk's moment; what was recorded for later is left out.

    ``rang`` is counted where ``by_the_hour`` says so.
    """
    found, calendar = Counts(), desk.calendar
    # A day more than the plan shows, whatever the clocks do.
    lately = desk.now - timedelta(days=DAYS + 1)
    last, rang = found.last, found.rang
    for opening, at, what, logged, place in _record(desk.search, COUNTED, desk.now):
        if opening not in last or at > last[opening]:
            last[opening] = at
        if what.is_dial:
            _count_dial(found, opening, at, what)
            if at >= lately:
                found.called_on[calendar.day_of(calendar.home, at)] += 1
            if by_the_hour and not what.is_bad_number:
                # A bad number tells of no hour.
                rang[Dial(*calendar.slot_of(place, at), what.is_conversation)] += 1
        elif logged is not None:
            first = found.recorded.get((opening, at), logged)
            found.recorded[opening, at] = min(first, logged)
        elif what.kind is Kind.OFFERED:
            found.offered.add(opening)
        if what.kind in _HELD or what.result is Result.INTERVIEW_SET:
            found.interviewed.add(opening)
    return found


def _count_dial(found: Counts, opening: str, at: datetime, what: _What) -> None:
    found.dials += 1
    if found.first_dial is None or at < found.first_dial:
        found.first_dial = at
    if what.is_bad_number:
        found.bad_numbers += 1
    elif what.is_conversation:
        found.conversations += 1
        found.talked.add(opening)
        found.led_on += what.result in LED_ON


def _record(search: Search, kinds: Collection[Kind], until: datetime) -> Iterator[_One]:
    """What happened of these kinds up to a moment (aware), in no order; struck touches left out."""
    struck = {hexadecimal(uid) for uid in struck_uids(search)}
    question = _COUNTED.replace("@KINDS", ", ".join(["%s"] * len(kinds)))
    question = question.replace("@NAME", "@HEX(t.uid)" if struck else "''")
    openings = {pk: (str(pk), employer) for pk, employer in ask(_OPENINGS, search.pk)}
    there = {row[0]: Place(*row[1:]) for row in ask(_EMPLOYERS, search.pk)}
    own = {row[0]: Place(*row[1:]) for row in ask(_PEOPLE, search.pk)}
    moment_of = moments()
    for opening, text, code, logged, person, uid in asked(
        question, search.pk, *(kind.value for kind in kinds)
    ):
        at = moment_of(text)
        if at > until or uid in struck:
            continue
        name, employer = openings[opening]
        place = there[employer]
        if person in own:
            place = own[person].or_else(place)
        yield name, at, _what(code), logged and moment_of(logged), place


@lru_cache(maxsize=4096)
def _what(code: str) -> _What:
    kind, line, who, result = code.split(",")
    touch = Touch(
        "", "", datetime.min.replace(tzinfo=UTC), Kind(kind), Line(line) if line else None,
        Who(who) if who else None, Result(result) if result else None,
    )  # fmt: skip
    return _What(
        touch.kind, touch.result, touch.is_dial, touch.is_bad_number, touch.is_conversation
    )
