"""Placing: where somebody is, when nothing tells it but their telephone number.

A number's zone is a list of candidates (``core.zones``): only a single one is taken.
"""

from functools import lru_cache

from django.db.models import Q

from ringback.book.parties import Employer, Person, Route
from ringback.core.people import RouteKind
from ringback.core.phones import country_of
from ringback.core.zones import zones_of_number


def place_by_number(owner: Employer | Person, e164: str) -> bool:
    """Give an owner without a place the country, and the only zone, of their number."""
    if owner.country or owner.zone:
        return False
    owner.country, owner.zone = placed_by_number(e164)
    owner.save(update_fields=["country", "zone"])
    return True


@lru_cache(maxsize=4096)
def placed_by_number(e164: str) -> tuple[str, str]:
    """The country, and the only zone, of a number; empty where several could be meant."""
    zones = zones_of_number(e164)
    return country_of(e164), zones[0] if len(zones) == 1 else ""


def unplace(employer: Employer) -> None:
    """Forget where an employer is, unless another number that is kept of theirs tells it."""
    employer.country = employer.zone = ""
    employer.save(update_fields=["country", "zone"])
    theirs = Q(employer=employer) | Q(person__employer=employer, person__withdrawn_at=None)
    telling = Route.objects.filter(theirs, kind__in=(RouteKind.DIRECT, RouteKind.SWITCHBOARD))
    first = telling.order_by("pk").first()
    if first is not None:
        place_by_number(employer, first.value)
