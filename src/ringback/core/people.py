"""Who is pursued and how they are reached: employers, people, routes, evidence, openings.

What a plan reads for each opening is a named tuple and no dataclass, as with ``touches``.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import NamedTuple

from ringback.core.places import NOWHERE, Place


class RouteKind(StrEnum):
    """One way to reach somebody."""

    DIRECT = "direct"
    SWITCHBOARD = "switchboard"
    MOBILE = "mobile"
    MAIL = "mail"

    @property
    def is_call(self) -> bool:
        return self is not RouteKind.MAIL


# Bound once, as in ``touches``.
_MAIL = RouteKind.MAIL
_CALLED_FIRST = (RouteKind.DIRECT, RouteKind.SWITCHBOARD, RouteKind.MOBILE)


class OpeningKind(StrEnum):
    """What is pursued at an employer."""

    ADVERTISED = "advertised"
    APPROACH = "approach"
    REFERRAL = "referral"


def kind_by(title: str, posting: str = "") -> OpeningKind:
    """The kind where nobody says it: with a job or a posting it is advertised, else an approach."""
    return OpeningKind.ADVERTISED if title.strip() or posting else OpeningKind.APPROACH


class Level(StrEnum):
    """How high a title stands, highest first (formats 9)."""

    OWNER = "owner"
    BOARD = "board"
    CHIEF = "chief"
    VICE_PRESIDENT = "vice president"
    DIRECTOR = "director"
    MANAGER = "manager"
    LEAD = "lead"
    STAFF = "staff"
    ASSISTANT = "assistant"
    UNKNOWN = "unknown"


class Function(StrEnum):
    """What a title is about: the job families of evidence 2.5."""

    SOFTWARE = "software"
    DATA = "data"
    PRODUCT = "product"
    MARKETING = "marketing"
    SALES = "sales"
    FINANCE = "finance"
    OPERATIONS = "operations"
    MANUFACTURING = "manufacturing"
    SUPPORT = "support"
    HEALTH = "health"
    TEACHING = "teaching"
    TRADES = "trades"
    RETAIL = "retail"
    ADMIN = "admin"
    LEGAL = "legal"
    RESEARCH = "research"
    HR = "hr"
    GENERAL = "general"
    UNKNOWN = "unknown"


class Route(NamedTuple):
    """One way to reach a person or an employer.

    ``value`` is an E.164 number or a mail address; ``restriction`` says in words why the route
    may not be used (empty: it may); ``dead`` that it was tried and does not lead there.
    """

    id: str
    kind: RouteKind
    value: str
    extension: str = ""
    ask_for: str = ""
    restriction: str = ""
    dead: bool = False

    @property
    def usable(self) -> bool:
        return not self.dead and not self.restriction


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a name, a title or a route came from, and when. ``about`` is name, title or route."""

    about: str
    source: str
    found_at: datetime
    detail: str = ""


class Person(NamedTuple):
    """Somebody at an employer. ``do_not_contact`` is for ever and everywhere in the search.

    ``best`` are the hours on their own clock at which they are best reached.
    """

    id: str
    name: str
    title: str = ""
    level: Level = Level.UNKNOWN
    function: Function = Function.UNKNOWN
    is_hr: bool = False
    place: Place = NOWHERE
    routes: tuple[Route, ...] = ()
    do_not_contact: bool = False
    left: bool = False
    best: tuple[time, time] | None = None

    def calls(self) -> tuple[Route, ...]:
        """Usable ways to call them: direct line first, a mobile number last."""
        usable = [route for route in self.routes if route.kind is not _MAIL and route.usable]
        return tuple(sorted(usable, key=lambda route: _CALLED_FIRST.index(route.kind)))

    def mails(self) -> tuple[Route, ...]:
        return tuple([route for route in self.routes if route.kind is _MAIL and route.usable])


class Employer(NamedTuple):
    """An organisation. ``size`` is the number of staff, 0 where it is not known."""

    id: str
    name: str
    domain: str = ""
    size: int = 0
    place: Place = NOWHERE
    routes: tuple[Route, ...] = ()

    def switchboards(self) -> tuple[Route, ...]:
        return tuple(r for r in self.routes if r.kind.is_call and r.usable)


class Opening(NamedTuple):
    """What is pursued at an employer, with everybody known there, best candidate first.

    ``others`` are the openings of the same search at the same employer: one live caller for each
    employer (evidence 2.2). ``closes_on`` is the posting's closing date in the employer's zone.
    ``friends`` are those who were asked to open the door and do not work there.
    """

    id: str
    title: str
    employer: Employer
    kind: OpeningKind = OpeningKind.ADVERTISED
    people: tuple[Person, ...] = ()
    closes_on: date | None = None
    no_calls: bool = False
    in_hr: bool = False
    others: tuple["Opening", ...] = ()
    friends: tuple[Person, ...] = ()

    def person(self, id: str) -> Person | None:
        for person in self.people:
            if person.id == id:
                return person
        return next((friend for friend in self.friends if friend.id == id), None)
