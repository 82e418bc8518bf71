"""Thomasnet's suppliers, as scrapers of its pages write them into tables (formats 2)."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ringback.core.found import Found, FoundPerson
from ringback.sources.contact_columns import Layout, More, Part
from ringback.sources.contact_lists import heading_keys, source
from ringback.sources.tables import Table

_PERSONNEL = re.compile(r"personnel\W*(\d{1,4})\W*(name|title)", re.IGNORECASE)


def _personnel() -> More:
    return _with_personnel


def _with_personnel(found: Found, written: str) -> Iterator[Found]:
    """A supplier with all its people: "personnel[0].name", "personnel[0].title" and so on."""
    people: dict[int, dict[str, str]] = {}
    beside = []
    for heading, text in found.extra:
        match = _PERSONNEL.fullmatch(heading)
        if match:
            people.setdefault(int(match[1]), {})[match[2].lower()] = text
        else:
            beside.append((heading, text))
    named = [
        FoundPerson(name=one["name"], title=one.get("title", ""))
        for _, one in sorted(people.items())
        if one.get("name")
    ]
    if not named:
        yield found
    for at, person in enumerate(named):
        yield replace(found, person=person, extra=() if at else tuple(beside))


_LAYOUT = Layout(
    key="thomasnet",
    label="Thomasnet",
    columns={
        "name": Part.EMPLOYER,
        "Company": Part.EMPLOYER,
        "primaryPhone": Part.SWITCHBOARD,
        "Phone": Part.SWITCHBOARD,
        "Website": Part.SITE,
        "numberEmployees": Part.SIZE,
        "address": Part.PLACE,
        "address.city": Part.CITY,
        "City": Part.CITY,
        "address.stateName": Part.REGION,
        "address.state": Part.REGION,
        "State": Part.REGION,
        "address.country": Part.COUNTRY,
    },
    more=_personnel,
    more_of_extra=True,
)
_SCRAPED = frozenset({"company", "commodity", "phone"})


def recognise(table: Table) -> int:
    """95 for Thomasnet's own number of a supplier, 90 for the commodity beside the company."""
    headings = heading_keys(table)
    if "tgramsid" in headings:
        return 95
    return 90 if headings >= _SCRAPED else 0


SOURCE = source(_LAYOUT, recognise)
