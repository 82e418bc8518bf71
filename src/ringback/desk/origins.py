"""Where what is known of somebody is from: each source once, with the facts that it gave."""

from dataclasses import dataclass
from datetime import date

from ringback.book.parties import Evidence, Person
from ringback.core.people import RouteKind
from ringback.desk.desk import Desk

_ORDER = ("name", "title", "number", "mail")


@dataclass(frozen=True, slots=True)
class Origin:
    """A source as it was told on a day of the seeker's, and what is known from it."""

    source: str
    detail: str
    day: date
    facts: tuple[str, ...]


def origins(desk: Desk, person: Person) -> list[Origin]:
    """Where the name, the title and the ways to reach somebody are from, the newest first."""
    rows = Evidence.objects.filter(search=desk.search, person=person).select_related("route")
    found: dict[tuple[str, str, date], set[str]] = {}
    for one in rows.order_by("-found_at", "pk"):
        day = desk.calendar.day_of(desk.calendar.home, one.found_at)
        found.setdefault((one.source, one.detail, day), set()).add(_fact(one))
    return [Origin(*told, tuple(sorted(facts, key=_place_of))) for told, facts in found.items()]


def _fact(one: Evidence) -> str:
    """What it is evidence of; of a way to reach them, whether it is a number or an address."""
    if one.route is None:
        return one.about
    return "mail" if one.route.kind == RouteKind.MAIL.value else "number"


def _place_of(fact: str) -> tuple[int, str]:
    return (_ORDER.index(fact) if fact in _ORDER else len(_ORDER), fact)
