"""Placing: where somebody is, when nothing tells it but their telephone number.

A number's zone is a list of candidates (``core.zones``): only a single one is taken.
"""

from ringback.book.parties import Employer, Person
from ringback.core.phones import country_of
from ringback.core.zones import zones_of_number


def place_by_number(owner: Employer | Person, e164: str) -> bool:
    """Give an owner without a place the country, and the only zone, of their number."""
    if owner.country or owner.zone:
        return False
    zones = zones_of_number(e164)
    owner.country = country_of(e164)
    owner.zone = zones[0] if len(zones) == 1 else ""
    owner.save(update_fields=["country", "zone"])
    return True
