"""The work-search proof of a search: read from the journal, as values, as CSV."""

from datetime import date, time, timedelta

from ringback.core.phones import display
from ringback.core.places import Place
from ringback.core.proof.forms import Form
from ringback.core.proof.proof import CONTACTS, TELLING, Event, Proof
from ringback.core.proof.proof import proof as proof_of
from ringback.core.proof.words import Labels
from ringback.core.workdays import Calendar
from ringback.desk.archive.sheets import table_csv
from ringback.desk.desk import Desk
from ringback.desk.happened import Happened, happened
from ringback.desk.refusal import Code, Refusal
from ringback.desk.verb import reading

_A_DAY = timedelta(days=1)


@reading
def proof(desk: Desk, first: date, last: date, form: Form, labels: Labels | None = None) -> Proof:
    """The contacts of a period (days of the seeker's, both included) for an office.

    ``labels`` are the language, that of the form where none is given. Struck touches and planned
    steps are never in it; what was answered since is told as of the desk's day.

    Raises Refusal (bad value) where the period ends before it begins, (not yet) where it has not
    begun.
    """
    if last < first:
        raise Refusal(
            Code.BAD_VALUE, f"The period ends on {last} and begins on {first}.",
            "Give the earlier day first.",
        )  # fmt: skip
    if first > desk.today:
        raise Refusal(
            Code.NOT_YET, f"The period begins on {first}, which has not come yet.",
            "A proof tells what has happened: begin it today or earlier.",
        )  # fmt: skip
    search, calendar = desk.search, desk.calendar
    # A day more on either side, whatever the clocks do: the days themselves are held to below.
    since, until = (calendar.at(calendar.home, day, time.min) for day in (first, last))
    record = happened(search, CONTACTS | TELLING, since - _A_DAY, until + 2 * _A_DAY)
    return proof_of(
        [_event(calendar, search.country, one) for one in record if one.touch.at <= desk.now],
        first=first,
        last=min(last, desk.today),
        made_on=desk.today,
        form=form,
        labels=labels,
        seeker=search.seeker_name,
        country=search.country,
    )


def proof_csv(proof: Proof) -> bytes:
    """The proof as CSV in UTF-8; no cell of it is taken for a formula by a spreadsheet."""
    return table_csv(proof.words.headings, [proof.cells(one) for one in proof.contacts])


def _event(calendar: Calendar, country: str, one: Happened) -> Event:
    person = one.person
    if person and one.person_title:
        person = f"{person}, {one.person_title}"
    return Event(
        touch=one.touch,
        day=calendar.day_of(calendar.home, one.touch.at),
        employer_id=one.employer_id,
        employer=one.employer,
        address=_address(country, one),
        person=person,
        position=one.title,
        opening_kind=one.opening_kind,
    )


def _address(country: str, one: Happened) -> tuple[str, ...]:
    """Where the employer is, and how they were reached there, as far as it is known."""
    place = one.employer_place
    own = one.opening_place
    where = own if own and own != place.city else _place(place)
    way = one.number
    if way.startswith("+"):
        way = display(way, country)
        way += f" ext. {one.extension}" if one.extension else ""
    return tuple(line for line in (where, way or one.domain) if line)


def _place(place: Place) -> str:
    # A country by itself, most often read off a number, is no address.
    if not (place.city or place.region):
        return ""
    return ", ".join(part for part in (place.city, place.region, place.country) if part)
