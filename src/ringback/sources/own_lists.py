"""Lists of the seeker's own doings, of which little is kept: whom they know, where they worked."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from ringback.core.found import Found, Refused
from ringback.sources.cells import key, plain
from ringback.sources.columns import Column
from ringback.sources.dates import Order, Orders, read_day
from ringback.sources.records import Broken, Row
from ringback.sources.row import column_name
from ringback.sources.source import ReadOptions, Source, Understanding, UnderstoodColumn, nobody
from ringback.sources.tables import Table

LINKEDIN = "LinkedIn's export"
NOT_KEPT = "not kept"
_ORDERS = Orders(strokes=Order.MONTH_FIRST)

Read = Callable[[Table, ReadOptions], Iterator[Found | Refused]]


@dataclass(frozen=True, kw_only=True)
class OwnList:
    """One of the seeker's own lists in an export.

    ``meanings`` says what of each column is kept; of all others nothing is. ``signs`` are headings
    that together no other file has. ``named`` are words of which one is in the file's own name,
    where the headings do not tell it from its neighbours.
    """

    key: str
    label: str
    signs: frozenset[str]
    meanings: Mapping[str, str]
    read: Read
    named: tuple[str, ...] = ()
    notes: Callable[[Table, ReadOptions], tuple[str, ...]] = lambda table, options: ()
    seeker: Callable[[Table], str] = field(default=nobody)


def source(own: OwnList) -> Source:
    """The source of such a list, as a part of LinkedIn's export."""
    return Source(
        key=own.key,
        label=own.label,
        recognise=lambda table: _recognised(own, table),
        read=own.read,
        understood=lambda table, options: _understood(own, table, options),
        family=LINKEDIN,
        seeker=own.seeker,
    )


def _recognised(own: OwnList, table: Table) -> int:
    if not frozenset(map(key, table.headings)) >= own.signs:
        return 0
    name = key((table.member or table.name).rsplit("/", 1)[-1])
    return 95 if not own.named or any(word in name for word in own.named) else 0


def _understood(own: OwnList, table: Table, options: ReadOptions) -> Understanding:
    return Understanding(
        source=own.key,
        label=own.label,
        name=table.name,
        sheet=table.sheet,
        encoding=table.encoding,
        separator=table.separator,
        heading_line=table.heading_line,
        columns=tuple(
            UnderstoodColumn(
                column_name(Column(index, heading, None)), own.meanings.get(key(heading), NOT_KEPT)
            )
            for index, heading in enumerate(table.headings)
        ),
        rows=sum(1 for _ in own.read(table, options)),
        notes=own.notes(table, options),
    )


class Cells:
    """The cells of a row by the comparable names of their columns; empty where there is none."""

    def __init__(self, table: Table) -> None:
        self._at = {key(heading): index for index, heading in enumerate(table.headings)}
        self._row: tuple[str, ...] = ()

    def of(self, row: Row) -> "Cells":
        self._row = row.cells
        return self

    def __getitem__(self, name: str) -> str:
        index = self._at.get(name, len(self._row))
        return plain(self._row[index]) if index < len(self._row) else ""


def rows(
    table: Table, one: Callable[[Cells], Found | str], where: str = ""
) -> Iterator[Found | Refused]:
    """Each row by ``one``, which gives what it says, or why it says nothing (empty: passed over).

    What cannot be read is refused without its cells: these are the seeker's own affair.
    """
    cells = Cells(table)
    for item in table.rows():
        if isinstance(item, Row):
            found = one(cells.of(item))
            if isinstance(found, Found):
                yield found_at(found, table.where(item.line))
            elif found:
                yield Refused(where=table.where(item.line), reason=found)
        elif isinstance(item, Broken):
            yield Refused(where=table.where(item.line), reason=item.reason)


def found_at(found: Found, where: str) -> Found:
    """The same with the place in the file."""
    return Found(where=where, tie=found.tie, position=found.position)


@lru_cache(maxsize=4096)
def day_of(text: str) -> date | None:
    """A day as LinkedIn writes it, the month first where it is written with strokes (formats 5)."""
    return read_day(text, _ORDERS).day if text else None
