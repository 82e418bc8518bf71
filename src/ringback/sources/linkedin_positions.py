"""LinkedIn's positions: where the seeker worked, and from when to when (formats 5)."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import MAXYEAR, date

from ringback.core.found import Found, FoundPosition, Refused
from ringback.sources.dates import written
from ringback.sources.own_lists import Cells, OwnList, rows, source
from ringback.sources.source import ReadOptions
from ringback.sources.tables import Table

_EARLIEST = 1940


def _one(row: Cells) -> Found | str:
    employer = row["company name"]
    if not employer:
        return "no employer"
    since, until = _month(row["started on"]), _month(row["finished on"], last=True)
    if row["finished on"] and until is None:
        return f"“{row['finished on']}” is no month"
    if since and until and since > until:
        return "it ends before it begins"
    position = FoundPosition(
        employer=employer, title=row["title"], place=row["location"], since=since, until=until
    )
    return Found(where="", position=position)


def _month(text: str, *, last: bool = False) -> date | None:
    """“Jan 2018” or “2018” as the first day of that time, or the last one."""
    text = text.strip()
    if text.isdigit() and len(text) == 4:
        year, month = int(text), 12 if last else 1
    else:
        found = written(f"1 {text}") or written(text)
        if found is None or found.year is None or found.separator:
            return None
        year, month = found.year, found.first
    if not (_EARLIEST <= year <= MAXYEAR and 1 <= month <= 12):
        return None
    return date(year, month, monthrange(year, month)[1] if last else 1)


def _read(table: Table, options: ReadOptions) -> Iterator[Found | Refused]:
    return rows(table, _one)


SOURCE = source(
    OwnList(
        key="linkedin-positions",
        label="LinkedIn's positions",
        signs=frozenset({"company name", "title", "started on", "finished on"}),
        meanings={
            "company name": "where you worked",
            "title": "your title",
            "location": "place",
            "started on": "from",
            "finished on": "until",
        },
        read=_read,
    )
)
