"""Reads a list of people or employers, whichever research service or address book wrote it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from ringback.core.found import Found, Refused
from ringback.sources.cells import key, plain
from ringback.sources.columns import Column
from ringback.sources.contact_columns import Layout, Plan, plan
from ringback.sources.contact_rows import Rows
from ringback.sources.records import Broken, Passed, Row
from ringback.sources.row import column_name
from ringback.sources.source import ReadOptions, Source, Understanding, UnderstoodColumn
from ringback.sources.tables import Table

_MOST_PASSED = 100


def source(
    layout: Layout, recognise: Callable[[Table], int], *, own: bool = False, family: str = ""
) -> Source:
    """A source of people that is told from others by its layout alone."""
    return Source(
        key=layout.key,
        label=layout.label,
        recognise=recognise,
        read=lambda table, options: read(table, options, layout),
        understood=lambda table, options: understood(table, options, layout),
        own=own,
        family=family,
        asks=False,
    )


def heading_keys(table: Table) -> frozenset[str]:
    """The headings made comparable, for a look at a signature."""
    return frozenset(map(key, table.headings))


def read(table: Table, options: ReadOptions, layout: Layout) -> Iterator[Found | Refused]:
    """Every row as what it says, or Refused. Raises Unreadable."""
    known = plan(table, layout, options.columns)
    for item in _items(table, known, layout, extra=options.extra):
        if not isinstance(item, Passed):
            yield item


def understood(table: Table, options: ReadOptions, layout: Layout) -> Understanding:
    """What reading would do, for a dry run. Raises Unreadable."""
    known = plan(table, layout, options.columns)
    count = _Count()
    for item in _items(table, known, layout):
        count.see(item)
    passed = tuple((table.where(line), why) for line, why in count.passed)
    return Understanding(
        source=layout.key,
        label=layout.label,
        name=table.name,
        sheet=table.sheet,
        encoding=table.encoding,
        separator=table.separator,
        heading_line=table.heading_line,
        columns=tuple(_described(table, known)),
        rows=count.rows,
        blank=count.blank,
        passed=passed,
        notes=(*layout.notes, *count.notes()),
    )


@dataclass(slots=True)
class _Count:
    """What one look over all rows tells, with nothing of the rows kept."""

    rows: int = 0
    blank: int = 0
    people: int = 0
    barred: int = 0
    passed: list[tuple[int, str]] = field(default_factory=list)

    def see(self, item: Found | Refused | Passed) -> None:
        if isinstance(item, Passed):
            if item.why == "blank":
                self.blank += item.rows
            elif len(self.passed) < _MOST_PASSED:
                self.passed.append((item.line, item.why))
            return
        self.rows += 1
        if isinstance(item, Found):
            self.people += item.person is not None
            parties = (one for one in (item.person, item.employer) if one)
            self.barred += any(route.restriction for one in parties for route in one.routes)

    def notes(self) -> Iterator[str]:
        if self.rows and not self.people:
            yield "It names no person: these are employers only."
        if self.barred:
            rows = "1 row carries" if self.barred == 1 else f"{self.barred:,} rows carry"
            yield f"{rows} a restriction, which is kept."


def _items(
    table: Table, known: Plan, layout: Layout, *, extra: bool = True
) -> Iterator[Found | Refused | Passed]:
    rows, more = Rows(known, layout, extra=extra or layout.more_of_extra), layout.more()
    for item in table.rows():
        if isinstance(item, Passed):
            yield item
        elif isinstance(item, Broken):
            yield Refused(where=table.where(item.line), reason=item.reason, cells=item.cells)
        else:
            entry = rows.entry(item, table.where(item.line))
            if isinstance(entry, str):
                yield _refused(item, entry, table)
            else:
                yield from more(entry, rows.written(item))


def _refused(row: Row, reason: str, table: Table) -> Refused:
    return Refused(where=table.where(row.line), reason=reason, cells=tuple(map(plain, row.cells)))


def _described(table: Table, known: Plan) -> Iterator[UnderstoodColumn]:
    for index, heading in enumerate(known.headings):
        part = known.part_of(index)
        values = _values(table.sample, index)
        yield UnderstoodColumn(
            column_name(Column(index, heading, None)),
            str(part or ""),
            "you said so" if index in known.said else "as this source has it" if part else "",
            next(values, ""),
        )


def _values(rows: Sequence[Row], index: int) -> Iterator[str]:
    cells = (plain(row.cells[index]) for row in rows if index < len(row.cells))
    return (text for text in cells if text)
