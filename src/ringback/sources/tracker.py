"""Reads a list of applications, whoever keeps it: a person, a tracker, a job board."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from ringback.core.found import Found, Refused
from ringback.core.touches import Via
from ringback.sources.cells import key, plain
from ringback.sources.columns import DAYS, Column, Field, columns_of
from ringback.sources.dates import Order, Orders, Tally, both_ways, written
from ringback.sources.records import Broken, Passed, Row
from ringback.sources.row import Sheet, column_name, read_row
from ringback.sources.source import ReadOptions, Source, Understanding, UnderstoodColumn
from ringback.sources.tables import Table
from ringback.sources.years import Years

_MOST_PASSED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """What is known of a source beforehand.

    ``via``: how its applications are sent; ``order``: how its dates are meant where they do not
    tell; ``columns``: what a heading means; ``dropped``: headings of which nothing may be kept, and
    why not; ``clean``: takes off a cell what the source puts around its text.
    """

    key: str
    label: str
    via: Via | None = None
    order: Order = Order.UNCLEAR
    columns: Mapping[str, Field | None] = field(default_factory=dict)
    dropped: Mapping[str, str] = field(default_factory=dict)
    clean: Callable[[str], str] = plain


@dataclass(slots=True)
class _Survey:
    """What one look over all rows tells, with nothing of the rows kept."""

    tallies: dict[int, Tally]
    rows: int = 0
    blank: int = 0
    passed: list[tuple[int, str]] = field(default_factory=list)


def columns(table: Table, options: ReadOptions, habits: Habits) -> tuple[Column, ...]:
    """What each column means, by the user's word, the source's habit, its name, its content."""
    sample = [tuple(map(habits.clean, row.cells)) for row in table.sample]
    usual = {**habits.columns, **dict.fromkeys(habits.dropped)}
    return columns_of(table.headings, sample, options.columns, usual)


def read(table: Table, options: ReadOptions, habits: Habits) -> Iterator[Found | Refused]:
    """Every row as Found or Refused, but for those passed over. Raises Unreadable.

    A date that can be read two ways is refused until the options say which way.
    """
    known = columns(table, options, habits)
    survey = _look_over(table, known, habits)
    orders = _orders(survey.tallies, options, habits)
    sheet = Sheet(known, orders, habits.via)
    dropped = _dropped(table, habits)
    years = _years(table, sheet, survey, habits, options)
    for item in table.rows():
        if isinstance(item, Row):
            row = _cleaned(item, habits, dropped)
            yield read_row(row, sheet, table.where(row.line), years.of(row.cells))
        elif isinstance(item, Broken):
            yield Refused(
                where=table.where(item.line),
                reason=item.reason,
                cells=tuple(
                    "" if index in dropped else cell for index, cell in enumerate(item.cells)
                ),
            )


def understood(table: Table, options: ReadOptions, habits: Habits) -> Understanding:
    """What reading would do, for a dry run. Raises Unreadable."""
    known = columns(table, options, habits)
    survey = _look_over(table, known, habits)
    orders = _orders(survey.tallies, options, habits)
    return Understanding(
        source=habits.key,
        label=habits.label,
        name=table.name,
        sheet=table.sheet,
        encoding=table.encoding,
        separator=table.separator,
        heading_line=table.heading_line,
        columns=tuple(_described(column, habits) for column in known),
        date_order=_order_in_words(known, survey.tallies, orders),
        ask=_question(known, survey.tallies, orders),
        rows=survey.rows,
        blank=survey.blank,
        passed=tuple((table.where(line), why) for line, why in survey.passed[:_MOST_PASSED]),
        notes=tuple(
            f"Nothing of “{name}” is kept: {why}." for name, why in _present(table, habits)
        ),
    )


def source(habits: Habits, recognise: Callable[[Table], int], *, family: str = "") -> Source:
    """A source that is told from any other list of applications by its habits alone."""
    return Source(
        key=habits.key,
        label=habits.label,
        recognise=recognise,
        read=lambda table, options: read(table, options, habits),
        understood=lambda table, options: understood(table, options, habits),
        family=family,
    )


def heading_keys(table: Table) -> frozenset[str]:
    """The headings made comparable, for a look at a signature."""
    return frozenset(map(key, table.headings))


def _look_over(table: Table, known: tuple[Column, ...], habits: Habits) -> _Survey:
    survey = _Survey({c.index: Tally() for c in known if c.field in DAYS})
    for item in table.rows():
        if isinstance(item, Passed):
            if item.why == "blank":
                survey.blank += item.rows
            else:
                survey.passed.append((item.line, item.why))
            continue
        survey.rows += 1
        if isinstance(item, Row):
            for index, tally in survey.tallies.items():
                if index < len(item.cells):
                    tally.see(habits.clean(item.cells[index]))
    return survey


def _orders(
    tallies: Mapping[int, Tally], options: ReadOptions, habits: Habits
) -> dict[int, Orders]:
    """By column: its own proof, else the proof of the file's other columns, else the answer."""
    own = {index: tally.orders() for index, tally in tallies.items()}
    proven = {orders.strokes for orders in own.values()} - {Order.UNCLEAR}
    told = habits.order
    if options.day_first is not None:
        told = Order.DAY_FIRST if options.day_first else Order.MONTH_FIRST
    shared = next(iter(proven)) if len(proven) == 1 else told
    return {
        index: Orders(shared if orders.strokes is Order.UNCLEAR else orders.strokes, orders.stops)
        for index, orders in own.items()
    }


def _years(
    table: Table, sheet: Sheet, survey: _Survey, habits: Habits, options: ReadOptions
) -> Years:
    """The years for dates without one; a second look over the rows, only where it is needed."""
    if not any(tally.lacks_year for tally in survey.tallies.values()):
        return Years(sheet.orders, (), None)
    rows = (item for item in table.rows() if isinstance(item, Row))
    cells = (_cleaned(row, habits, frozenset()).cells for row in rows)
    return Years(sheet.orders, cells, options.read_on)


def _dropped(table: Table, habits: Habits) -> frozenset[int]:
    names = {key(name) for name in habits.dropped}
    return frozenset(i for i, heading in enumerate(table.headings) if key(heading) in names)


def _cleaned(row: Row, habits: Habits, dropped: frozenset[int]) -> Row:
    cells = ("" if i in dropped else habits.clean(cell) for i, cell in enumerate(row.cells))
    return row._replace(cells=tuple(cells))


def _described(column: Column, habits: Habits) -> UnderstoodColumn:
    names = {key(name): why for name, why in habits.dropped.items()}
    why = names.get(key(column.heading))
    if why:
        return UnderstoodColumn(column_name(column), "not kept", why)
    return UnderstoodColumn(
        column_name(column), str(column.field or ""), column.why, column.example
    )


def _present(table: Table, habits: Habits) -> list[tuple[str, str]]:
    headings = heading_keys(table)
    return [(name, why) for name, why in habits.dropped.items() if key(name) in headings]


def _order_in_words(
    known: tuple[Column, ...], tallies: Mapping[int, Tally], orders: Mapping[int, Orders]
) -> str:
    """The one order of all dates; where there are two, each with the column that has it."""
    found = {orders[i].strokes for i, tally in tallies.items() if tally.stroked}
    found |= {orders[i].stops for i, tally in tallies.items() if tally.stopped}
    if len(found) < 2:
        return "".join(found)
    told = []
    for column in known:
        tally = tallies.get(column.index)
        name = column_name(column)
        if tally and tally.stroked:
            told.append(f"in “{name}”, those written like 3/4: {orders[column.index].strokes}")
        if tally and tally.stopped:
            told.append(f"in “{name}”, those written like 3.4.: {orders[column.index].stops}")
    return "; ".join(told)


def _question(
    known: tuple[Column, ...], tallies: Mapping[int, Tally], orders: Mapping[int, Orders]
) -> str:
    for column in known:
        tally = tallies.get(column.index)
        if tally and tally.undecided and orders[column.index].strokes is Order.UNCLEAR:
            example = written(tally.undecided)
            if example:
                ways = both_ways(plain(tally.undecided), example)
                return f"In “{column_name(column)}”, {ways}. Which comes first, day or month?"
    return ""
