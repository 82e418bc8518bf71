"""What can be said of an opening on the command line when it is added."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypedDict

from ringback.core.people import OpeningKind, kind_by
from ringback.core.places import NOWHERE
from ringback.core.touches import Via

if TYPE_CHECKING:
    from ringback.cli.door import Door
    from ringback.desk.desk import Desk
    from ringback.desk.openings import NewOpening


class Said(TypedDict):
    """What can be said of an opening when it is added; empty where it is not."""

    title: str
    kind: str
    url: str
    place: str
    country: str
    region: str
    city: str
    zone: str
    closes: str | None
    no_calls: str
    manager: str
    manager_title: str
    number: str
    mail: str
    switchboard: str
    salary: str
    reports_to: str
    source: str
    sent: str | None
    via: str
    note: str


class Beside(NamedTuple):
    """What is said beside a posting: the employer, which of several, how, and when it was found."""

    employer: str
    pick: int
    dry_run: bool
    at: str | None


def new_opening(door: Door, desk: Desk, employer: str, said: Said) -> NewOpening:
    """The opening that is meant. Raises Refusal (bad value) and NotAMoment."""
    from ringback.core.zones import place_of
    from ringback.desk.openings import NewOpening
    from ringback.desk.parties import YOUR_WORD, Source
    from ringback.desk.searches import known_zone

    cells = (said["country"], said["region"], said["city"])
    # Where nothing is said, the tables of the world's cities need not be read.
    where = place_of(*cells) if any(cells) else NOWHERE
    if said["zone"]:
        where = where._replace(zone=known_zone(said["zone"]))
    closes = said["closes"]
    return NewOpening(
        employer=employer,
        title=said["title"],
        kind=OpeningKind(said["kind"]) if said["kind"] else kind_by(said["title"], said["url"]),
        url=said["url"],
        place=where,
        place_text=said["place"] or said["city"],
        closes_on=door.day(desk, closes) if closes else None,
        no_calls=said["no_calls"],
        manager=said["manager"],
        manager_title=said["manager_title"],
        number=said["number"],
        mail=said["mail"],
        switchboard=said["switchboard"],
        salary=said["salary"],
        reports_to=said["reports_to"],
        note=said["note"],
        source=Source(said["source"]) if said["source"] else YOUR_WORD,
        sent_at=door.happened(desk, said["sent"]),
        via=Via(said["via"]),
    )
