"""LinkedIn's file of the seeker's own profile, of which only the name is used and nothing kept."""

from collections.abc import Iterator

from ringback.core.found import Found, Refused
from ringback.sources.own_lists import Cells, OwnList, source
from ringback.sources.records import Row
from ringback.sources.source import ReadOptions
from ringback.sources.tables import Table


def _read(table: Table, options: ReadOptions) -> Iterator[Found | Refused]:
    return iter(())


def _seeker(table: Table) -> str:
    cells = Cells(table)
    for item in table.sample:
        if isinstance(item, Row):
            row = cells.of(item)
            return f"{row['first name']} {row['last name']}".strip()
    return ""


def _notes(table: Table, options: ReadOptions) -> tuple[str, ...]:
    return ("It is your own: your name tells which messages are yours, and nothing is kept.",)


SOURCE = source(
    OwnList(
        key="linkedin-profile",
        label="LinkedIn's file of your profile",
        signs=frozenset({"first name", "last name", "headline", "geo location"}),
        meanings={"first name": "your name", "last name": "your name"},
        read=_read,
        notes=_notes,
        seeker=_seeker,
    )
)
