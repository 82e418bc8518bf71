"""The seeker's own connections and imported contacts, from LinkedIn's data export (formats 5)."""

from collections.abc import Iterator
from dataclasses import replace

from ringback.core.found import Found, FoundTie
from ringback.sources.cells import key
from ringback.sources.contact_columns import Layout, Part
from ringback.sources.contact_lists import heading_keys, source
from ringback.sources.own_lists import LINKEDIN, day_of
from ringback.sources.tables import Table

_SINCE = "connected on"
_LAYOUT = Layout(
    key="linkedin-connections",
    label="LinkedIn's connections",
    columns={
        "First Name": Part.FIRST_NAME,
        "Last Name": Part.LAST_NAME,
        "FirstName": Part.FIRST_NAME,
        "LastName": Part.LAST_NAME,
        "FullName": Part.PERSON,
        "URL": Part.LINKEDIN,
        "Email Address": Part.MAIL,
        "Emails": Part.MAIL,
        "PhoneNumbers": Part.PHONE,
        "Company": Part.EMPLOYER,
        "Companies": Part.EMPLOYER,
        "Position": Part.TITLE,
        "Title": Part.TITLE,
        "Connected On": Part.NOTE,
    },
    people_only=True,
    more=lambda: _with_tie,
)
_CONNECTIONS = frozenset({"first name", "last name", "connected on"})
_IMPORTED = frozenset({"firstname", "lastname", "phonenumbers", "emails"})


def recognise(table: Table) -> int:
    """95 for the headings of either file."""
    headings = heading_keys(table)
    return 95 if headings >= _CONNECTIONS or headings >= _IMPORTED else 0


def _with_tie(found: Found, written: str) -> Iterator[Found]:
    """A connection with the day since which it is one."""
    person = found.person
    if person is None:
        yield found
        return
    since = [
        line.partition(": ")[2]
        for line in person.note.splitlines()
        if key(line.partition(": ")[0]) == _SINCE
    ]
    tie = FoundTie(
        name=person.name, profile=person.linkedin, connected_on=day_of(since[0]) if since else None
    )
    yield replace(found, tie=tie) if since else found


SOURCE = source(_LAYOUT, recognise, own=True, family=LINKEDIN)
