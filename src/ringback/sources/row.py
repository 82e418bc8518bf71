"""One row of a tracker into one finding, with every cell kept somewhere."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlsplit

from ringback.core.found import Found, FoundEmployer, FoundOpening, FoundRoute, Refused
from ringback.core.people import OpeningKind
from ringback.core.touches import Via
from ringback.sources import sending, statuses
from ringback.sources.cells import is_url, plain, says_nothing
from ringback.sources.columns import Column, Field, letters
from ringback.sources.dates import Orders, Read, Supposed, date_part, dates_in, read_day, written
from ringback.sources.meetings import Meeting, day_after, meeting_in
from ringback.sources.people import people_of, title_to_ask_for
from ringback.sources.records import Row

_LIST = re.compile(r"\s*[;\n]\s*|\s*,\s+(?=[^,]*\.\w{2,4}\b)")
_SENTENCES = re.compile(r"(?<=[.!?;])\s+|\n")
_FEW_COLUMNS = 3
_DAYS = (Field.SENT_ON, Field.SAVED_ON, Field.CLOSES_ON)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What holds for a whole sheet: its columns, how its dates are meant, the way out of it.

    ``orders`` is by column; ``via`` is how the sheet's applications were sent unless a row says
    otherwise.
    """

    columns: tuple[Column, ...]
    orders: Mapping[int, Orders] = field(default_factory=dict)
    via: Via | None = None


@dataclass(slots=True)
class Cells:
    """The cells of one row by field; what is not taken stays over."""

    sheet: Sheet
    row: Row
    doubts: list[str] = field(default_factory=list)
    _beside: dict[int, tuple[str, str]] = field(default_factory=dict)
    _by_field: dict[Field, list[tuple[Column, str]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for column in self.sheet.columns:
            if column.field is not None and column.index < len(self.row.cells):
                text = plain(self.row.cells[column.index])
                if not says_nothing(text):
                    self._by_field.setdefault(column.field, []).append((column, text))

    def of(self, wanted: Field) -> Sequence[tuple[Column, str]]:
        """Every cell of a field that says something."""
        return self._by_field.get(wanted, ())

    def texts(self, wanted: Field) -> list[str]:
        return [text for _, text in self.of(wanted)]

    def text(self, wanted: Field) -> str:
        found = self.of(wanted)
        return found[0][1] if found else ""

    def keep(self, wanted: Field) -> None:
        """Keeps the cells of a field beside, because the field could not take them."""
        for column, text in self.of(wanted):
            self.keep_cell(column, text)

    def keep_cell(self, column: Column, text: str) -> None:
        self._beside[column.index] = (column_name(column), text)

    def kept(self) -> tuple[tuple[str, str], ...]:
        """What no field took, in the order of the columns, those without a meaning as well."""
        known = {column.index: column for column in self.sheet.columns}
        for index, cell in enumerate(self.row.cells):
            column = known.get(index, Column(index, "", None))
            if column.field is None and plain(cell):
                self.keep_cell(column, plain(cell))
        return tuple(self._beside[index] for index in sorted(self._beside))


def column_name(column: Column) -> str:
    """The heading, or the letter that a spreadsheet gives to a column without one."""
    return column.heading or letters(column.index)


def read_row(row: Row, sheet: Sheet, where: str, years: Mapping[int, Supposed]) -> Found | Refused:
    """What a row says. ``years`` gives, by column, the year for a date written without one."""
    cells = Cells(sheet, row)
    if row.mended:
        cells.doubts.append(row.mended)
    if reason := _no_application(cells):
        return _refused(row, where, reason)
    days = {wanted: _day(cells, wanted, years) for wanted in _DAYS}
    sent = days[Field.SENT_ON]
    if sent and sent.reason:
        return _refused(row, where, sent.reason)
    note = "\n".join(cells.texts(Field.NOTE))
    person, routes, said = people_of(cells, note)
    cells.doubts.extend(said)
    employer = _employer(cells, routes)
    ask_for = title_to_ask_for(cells) if person is None else ""
    follow_up = _follow_up(cells, _of(sent), years)
    opening = _opening(cells, days, follow_up, note, ask_for)
    return Found(
        where=where,
        employer=employer,
        person=person,
        opening=opening,
        extra=cells.kept(),
        doubts=tuple(cells.doubts),
    )


def _refused(row: Row, where: str, reason: str) -> Refused:
    return Refused(where=where, reason=reason, cells=tuple(map(plain, row.cells)))


def _no_application(cells: Cells) -> str:
    """Why a row is no application; empty where it may be one."""
    filled = [plain(cell) for cell in cells.row.cells if plain(cell)]
    alone = len(filled) == 1 and len(cells.sheet.columns) > _FEW_COLUMNS
    if not cells.text(Field.EMPLOYER):
        only = f"; the only cell filled says “{filled[0][:60]}”" if alone else ""
        return f"no employer{only}"
    if alone and sending.is_divider(filled[0]):
        return f"“{filled[0][:60]}” stands alone and is no employer's name"
    return ""


def _day(cells: Cells, wanted: Field, years: Mapping[int, Supposed]) -> Read | None:
    """The day of a column, or the day that stands inside a text there."""
    for column, text in cells.of(wanted):
        orders = cells.sheet.orders.get(column.index, Orders())
        part = date_part(text)
        read = read_day(part or text, orders, years.get(column.index))
        if read.day and part != text:
            cells.doubts.append(f"{read.day} was read out of “{text}”")
        if read.doubt:
            cells.doubts.append(read.doubt)
        if read.reason and wanted is not Field.SENT_ON:
            cells.doubts.append(f"{column_name(column)}: {read.reason}")
            cells.keep(wanted)
        return read
    return None


def _employer(cells: Cells, routes: tuple[FoundRoute, ...]) -> FoundEmployer:
    site, size = cells.text(Field.SITE), cells.text(Field.SIZE).replace(",", "")
    if site and not is_url(site):
        cells.keep(Field.SITE)
    if size and not size.isdecimal():
        cells.keep(Field.SIZE)
    return FoundEmployer(
        name=cells.text(Field.EMPLOYER),
        domain=_domain(site) if is_url(site) else "",
        size=int(size) if size.isdecimal() else 0,
        # A column for the whole place goes where core.zones.place_of takes it apart.
        city=cells.text(Field.CITY) or cells.text(Field.PLACE),
        region=cells.text(Field.REGION),
        country=cells.text(Field.COUNTRY),
        routes=routes,
    )


def _domain(site: str) -> str:
    try:
        host = urlsplit(site if "//" in site else f"//{site}").hostname
    except ValueError:
        return ""
    return (host or "").removeprefix("www.")


def _opening(
    cells: Cells,
    days: Mapping[Field, Read | None],
    follow_up: tuple[str, date | None],
    note: str,
    ask_for: str,
) -> FoundOpening:
    title, status = cells.text(Field.TITLE), cells.text(Field.STATUS)
    sent_on = _of(days[Field.SENT_ON])
    if not title:
        cells.doubts.append("no job title")
    url = cells.text(Field.URL)
    if url and not is_url(url):
        cells.keep(Field.URL)
    if cells.text(Field.RESPONSE):
        cells.keep(Field.RESPONSE)
    place = cells.text(Field.PLACE)
    stage = _stage(cells, status, sent_on)
    met = _met(cells, stage, sent_on)
    return FoundOpening(
        title=title,
        kind=_kind(cells, title, status, note),
        url=url if is_url(url) else "",
        place=place or ", ".join(filter(None, map(cells.text, (Field.CITY, Field.REGION)))),
        status=status,
        stage=stage,
        saved_on=_of(days[Field.SAVED_ON]),
        sent_on=sent_on,
        sent_via=_via(cells, stage, status, note),
        met_on=met.day,
        met_at=met.clock,
        closes_on=_of(days[Field.CLOSES_ON]),
        follow_up=follow_up[0],
        follow_up_on=follow_up[1],
        salary=cells.text(Field.SALARY),
        note=note,
        files=tuple(f for text in cells.texts(Field.FILES) for f in _LIST.split(text) if f),
        reports_to=cells.text(Field.REPORTS_TO) or ask_for,
        no_calls=sending.no_calls_in(note) or sending.no_calls_in(status),
    )


def _of(read: Read | None) -> date | None:
    return read.day if read else None


def _stage(cells: Cells, status: str, sent_on: date | None) -> str:
    told = statuses.stage_of(status)
    answer = statuses.stage_of(cells.text(Field.RESPONSE))
    if told.doubt and not _is_a_wish(status):
        cells.doubts.append(told.doubt)
        cells.keep(Field.STATUS)
    stage = statuses.later(told.stage, answer.stage)
    if not stage:
        return statuses.SENT if sent_on else statuses.FOUND if not status else ""
    if stage == statuses.FOUND and sent_on:
        cells.doubts.append(f"the status “{status}” says that nothing was sent, but a day is given")
    if stage in (statuses.SENT, statuses.REPLIED, statuses.TALKED) and not sent_on:
        cells.doubts.append("sent, but it does not say when")
    return stage


def _met(cells: Cells, stage: str, sent_on: date | None) -> Meeting:
    """When the interview or the talk is that the row speaks of, of the first cell that tells it."""
    if stage not in (statuses.INTERVIEWING, statuses.TALKED):
        return Meeting(None)
    notes = (part for note in cells.texts(Field.NOTE) for part in _SENTENCES.split(note))
    told = [*cells.texts(Field.STATUS), *cells.texts(Field.RESPONSE)]
    told += [part for part in notes if statuses.speaks_of(part, stage)]
    found = [meeting_in(text, sent_on, _strokes(cells)) for text in told]
    met = next((one for one in found if one.day), None)
    if met is None:
        cells.doubts.extend(dict.fromkeys(one.doubt for one in found if one.doubt))
    return met or Meeting(None)


def _is_a_wish(status: str) -> bool:
    """Whether a status that tells no stage says how they want to be reached: that is kept too."""
    return bool(sending.no_calls_in(status) or sending.do_not_contact_in(status))


def _via(cells: Cells, stage: str, status: str, note: str) -> str:
    named = cells.text(Field.VIA)
    via = sending.via_in(named) if named else None
    if named and via is None:
        cells.keep(Field.VIA)
    usual = cells.sheet.via if stage != statuses.FOUND else None
    return via or sending.via_told((status, note)) or usual or ""


def _kind(cells: Cells, title: str, status: str, note: str) -> OpeningKind:
    named = cells.text(Field.KIND)
    kind = sending.kind_in((named, title, status, cells.text(Field.VIA), note))
    if named and sending.kind_in((named,)) is None:
        cells.keep(Field.KIND)
    return kind or OpeningKind.ADVERTISED


def _follow_up(
    cells: Cells, sent_on: date | None, years: Mapping[int, Supposed]
) -> tuple[str, date | None]:
    """The next step in the sheet's words, and its day: of a cell of its own, else in the words.

    People write both into one column, so each cell is looked at by itself.
    """
    words: list[str] = []
    day: date | None = None
    for column, text in (*cells.of(Field.FOLLOW_UP_ON), *cells.of(Field.FOLLOW_UP)):
        if written(text) is None:
            words.append(text)
            continue
        orders = cells.sheet.orders.get(column.index, _strokes(cells))
        read = read_day(text, orders, years.get(column.index))
        if read.day is None:
            read = day_after(sent_on, text, orders)
        cells.doubts.extend(filter(None, (read.doubt, read.reason)))
        if read.day is None:
            cells.keep_cell(column, text)
        day = day or read.day
    inside = [piece for text in words for piece in dates_in(text)]
    if day is None and len(inside) == 1:
        day = day_after(sent_on, inside[0], _strokes(cells)).day
        if day:
            cells.doubts.append(f"the follow-up day {day} was read out of “{'; '.join(words)}”")
    return "; ".join(words), day


def _strokes(cells: Cells) -> Orders:
    """How dates in running text are meant: as in the columns of dates."""
    return next(iter(cells.sheet.orders.values()), Orders())
