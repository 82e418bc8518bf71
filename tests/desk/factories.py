"""A factory per record: each gives a whole one, and a test states only what matters to it."""

import hashlib
import itertools
from datetime import UTC, datetime
from pathlib import Path
from typing import TypedDict, Unpack

from ringback.book.journal import Document, Touch
from ringback.book.openings import Opening
from ringback.book.parties import Employer, Evidence, Merge, Person, Route, Search
from ringback.core.names import employer_key
from ringback.core.outcomes import BY_WORD
from ringback.core.people import OpeningKind, RouteKind
from ringback.core.places import Place
from ringback.core.titles import read_title
from ringback.core.touches import Kind, Via
from ringback.desk.calls import log_call
from ringback.desk.desk import Desk
from ringback.desk.imports import import_file
from ringback.desk.merging import merge_people
from ringback.desk.openings import NewOpening, add
from ringback.desk.parties import YOUR_WORD, Source, key_of_person
from ringback.desk.record import Logged, record, touch
from ringback.desk.sending import send
from ringback.sources.source import ReadOptions

# A Tuesday morning in Ohio: 10:00 there, a business day with nothing before or after it.
NOW = datetime(2026, 10, 6, 14, 0, tzinfo=UTC)
OHIO = Place(country="US", region="OH", zone="America/New_York", city="Columbus")

_count = itertools.count(1)


class SearchFacts(TypedDict, total=False):
    """What a test may say of a search."""

    seeker_name: str
    seeker_number: str
    seeker_mail: str
    country: str
    region: str
    zone: str
    cadence: str


def a_search(name: str = "", **facts: Unpack[SearchFacts]) -> Search:
    """A search in Ohio, of a name that no other has."""
    search = Search(
        name=name or f"search {next(_count)}",
        seeker_name="Pat Doe",
        seeker_number="+12025550100",
        country="US",
        region="OH",
        zone="America/New_York",
        created_at=NOW,
    )
    for field, fact in facts.items():
        setattr(search, field, fact)
    search.save()
    return search


def a_desk(now: datetime = NOW, search: Search | None = None) -> Desk:
    """The desk of a search (a new one unless given) at a moment."""
    return Desk(search or a_search(), now)


def later(desk: Desk, now: datetime) -> Desk:
    """The same desk at another moment."""
    return Desk(desk.search, now)


def an_employer(desk: Desk, name: str = "Example Tools Inc", place: Place = OHIO) -> Employer:
    """An employer, made without a look at those there are."""
    return Employer.objects.create(
        search=desk.search,
        name=name,
        key=employer_key(name),
        country=place.country,
        region=place.region,
        zone=place.zone,
        city=place.city,
    )


def a_person(
    desk: Desk,
    employer: Employer | None = None,
    name: str = "Ada Miller",
    title: str = "Director of Engineering",
) -> Person:
    """Somebody at an employer (a new one unless given), made without a look at who is there."""
    read = read_title(title)
    return Person.objects.create(
        search=desk.search,
        employer=employer or an_employer(desk),
        name=name,
        key=key_of_person(name),
        title=title,
        level=read.level,
        function=read.function,
        is_hr=read.is_hr,
    )


def a_route(
    desk: Desk, person: Person, value: str = "+16145550142", kind: RouteKind = RouteKind.DIRECT
) -> Route:
    """A way to reach somebody."""
    return Route.objects.create(search=desk.search, person=person, kind=kind.value, value=value)


def some_evidence(
    desk: Desk, person: Person, about: str = "name", route: Route | None = None
) -> Evidence:
    """Where a fact about somebody came from."""
    return Evidence.objects.create(
        search=desk.search,
        person=person,
        route=route,
        about=about,
        source="team page",
        detail="https://tools.example/team",
        found_at=desk.now,
    )


def a_document(desk: Desk, content: bytes = b"A letter.", name: str = "letter.pdf") -> Document:
    """A file that was kept."""
    return Document.objects.create(
        search=desk.search,
        sha256=hashlib.sha256(content).hexdigest(),
        name=name,
        size=len(content),
        content=content,
        kept_at=desk.now,
    )


def an_opening(
    desk: Desk,
    employer: str = "Example Tools Inc",
    title: str = "Engineer",
    *,
    manager: str = "Ada Miller",
    manager_title: str = "Director of Engineering",
    number: str = "+1 614 555 0142",
    mail: str = "ada.miller@tools.example",
    switchboard: str = "",
    kind: OpeningKind = OpeningKind.ADVERTISED,
    place: Place = OHIO,
    no_calls: str = "",
    note: str = "",
    source: Source = YOUR_WORD,
    at: datetime | None = None,
) -> Opening:
    """An opening with its manager named, a number and a mail on file: ready to send."""
    new = NewOpening(
        employer=employer,
        title=title,
        kind=kind,
        place=place,
        no_calls=no_calls,
        manager=manager,
        manager_title=manager_title if manager else "",
        number=number,
        mail=mail,
        switchboard=switchboard,
        note=note,
        source=source,
    )
    return add(desk, new, at=at).opening


def a_sent_opening(
    desk: Desk, employer: str = "Example Tools Inc", *, via: Via = Via.MAIL
) -> Opening:
    """An opening whose letter went out at the desk's now."""
    return send(desk, an_opening(desk, employer), via=via).opening


def a_call(desk: Desk, opening: Opening, outcome: str = "no-answer") -> Logged:
    """A call with the outcome of this word."""
    return log_call(desk, opening, BY_WORD[outcome])


def a_touch(desk: Desk, opening: Opening, kind: Kind = Kind.NOTED, note: str = "") -> Touch:
    """One touch, written down with what follows from it."""
    return record(desk, [touch(desk, opening, kind, note=note)]).touches[0]


def a_merge(desk: Desk) -> Merge:
    """Two records of one person at one employer, merged."""
    employer = an_employer(desk)
    kept = a_person(desk, employer, "Ada Miller")
    gone = a_person(desk, employer, "A. Miller", title="")
    a_route(desk, gone)
    return merge_people(desk, kept, gone)


def a_lived_search(folder: Path, now: datetime = NOW) -> Desk:
    """A search with a bit of everything: calls, a merge, a bar, an import, a letter kept."""
    desk = a_desk(now)
    opening = an_opening(desk, note="=1+1")
    letter = folder / "Résumé ‘26’.pdf"
    letter.write_bytes(b"%PDF not really")
    send(desk, opening, files=(letter,))
    a_call(desk, opening, "voicemail-left")
    a_merge(desk)
    a_call(desk, an_opening(desk, "Example Bakery Ltd", manager="Bo Baker"), "never")
    sheet = folder / "kept.csv"
    sheet.write_text("Company,Position,Date Applied\nExample Mill,Miller,2026-09-29\n,,never\n")
    import_file(desk, sheet, ReadOptions())
    return desk
