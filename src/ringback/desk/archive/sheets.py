"""The sheets of an archive: the record for people, as CSV that every spreadsheet opens safely."""

import csv
import io
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from ringback.book.journal import Touch
from ringback.book.openings import Opening
from ringback.book.parties import Employer, Evidence, Person, Route
from ringback.book.suppress import struck_uids
from ringback.core.workdays import Calendar
from ringback.desk.desk import Desk

_AT_ONCE = 500
_FORMULA = ("=", "+", "-", "@")

Line = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its headings and its lines, read from the book as they are written."""

    name: str
    headings: tuple[str, ...]
    lines: Callable[[Desk], Iterator[Line]]

    @property
    def member(self) -> str:
        return f"sheets/{self.name}.csv"


def written(sheet: Sheet, desk: Desk) -> Iterator[bytes]:
    """The sheet in UTF-8 with the mark that spreadsheets know it by, some lines at a time."""
    return _written(sheet.headings, sheet.lines(desk))


def table_csv(headings: Sequence[str], lines: Iterable[Line]) -> bytes:
    """A table in the same way, whole."""
    return b"".join(_written(headings, lines))


def _written(headings: Sequence[str], lines: Iterable[Line]) -> Iterator[bytes]:
    room = io.StringIO()
    writer = csv.writer(room)
    room.write("\ufeff")
    writer.writerow(headings)
    for number, line in enumerate(lines):
        writer.writerow([safe("" if cell is None else str(cell)) for cell in line])
        if number % _AT_ONCE == 0:
            yield room.getvalue().encode()
            room.seek(0)
            room.truncate()
    yield room.getvalue().encode()


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula.

    An apostrophe makes it text, and the reading of sheets takes it off again (sources.cells):
    so ``+16145550142`` stays whole. Unseen characters at the start, behind which a formula could
    hide, are left out.
    """
    start = 0
    while start < len(cell) and (
        cell[start].isspace() or unicodedata.category(cell[start]).startswith("C")
    ):
        start += 1
    cell = cell[start:]
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _openings(desk: Desk) -> Iterator[Line]:
    rows = Opening.objects.filter(search=desk.search).select_related(
        "employer", "step__person", "step__route"
    )
    local = _clock(desk)
    for row in rows.order_by("pk").iterator(chunk_size=_AT_ONCE):
        step = getattr(row, "step", None)
        yield (
            row.pk, row.employer.name, row.title, row.kind, row.stage, local(row.sent_at),
            step.kind if step else "", step.day if step else "",
            step.person.name if step and step.person else "",
            _number(step.route) if step else "", step.why if step else "",
            row.place, row.url, row.salary, row.closes_on, row.reports_to, row.no_calls,
            local(row.created_at), row.posting,
        )  # fmt: skip


def _journal(desk: Desk) -> Iterator[Line]:
    struck = struck_uids(desk.search)
    local = _clock(desk)
    rows = Touch.objects.filter(search=desk.search).select_related(
        "opening__employer", "person", "other", "route"
    )
    for row in rows.order_by("at", "pk").iterator(chunk_size=_AT_ONCE):
        yield (
            local(row.at), row.opening_id, row.opening.employer.name, row.opening.title, row.kind,
            row.line, row.who, row.result, row.reply, row.via, row.purpose, row.bar, row.reason,
            row.person.name if row.person else "", row.other.name if row.other else "",
            _number(row.route), local(row.moment), row.day, row.skipped, row.anyway, row.note,
            "yes" if row.uid in struck else "",
        )  # fmt: skip


def _people(desk: Desk) -> Iterator[Line]:
    rows = Person.objects.filter(search=desk.search).select_related("employer", "merged_into")
    for row in rows.order_by("pk").iterator(chunk_size=_AT_ONCE):
        yield (
            row.name, row.employer.name if row.employer else "", row.title, row.level,
            row.function, "yes" if row.is_hr else "", "yes" if row.is_connection else "",
            row.spoken, row.linkedin, row.city, row.region, row.country,
            "yes" if row.do_not_contact else "", row.merged_into.name if row.merged_into else "",
            row.note,
        )  # fmt: skip


def _employers(desk: Desk) -> Iterator[Line]:
    rows = Employer.objects.filter(search=desk.search).select_related("merged_into")
    for row in rows.order_by("pk").iterator(chunk_size=_AT_ONCE):
        yield (
            row.name, row.domain, row.duns, row.size or "", row.city, row.region, row.country,
            row.zone, row.merged_into.name if row.merged_into else "", row.note,
        )  # fmt: skip


def _routes(desk: Desk) -> Iterator[Line]:
    rows = Route.objects.filter(search=desk.search).select_related("employer", "person__employer")
    for row in rows.order_by("pk").iterator(chunk_size=_AT_ONCE):
        employer = row.employer or (row.person.employer if row.person else None)
        yield (
            employer.name if employer else "", row.person.name if row.person else "", row.kind,
            row.value, row.extension, row.ask_for, row.restriction,
        )  # fmt: skip


def _evidence(desk: Desk) -> Iterator[Line]:
    rows = Evidence.objects.filter(search=desk.search).select_related("person", "route")
    local = _clock(desk)
    for row in rows.order_by("pk").iterator(chunk_size=_AT_ONCE):
        yield (
            row.person.name if row.person else "", row.about, _number(row.route), row.source,
            row.detail, local(row.found_at),
        )  # fmt: skip


def _clock(desk: Desk) -> Callable[[datetime | None], str]:
    """Moments as the seeker's own clock showed them."""
    calendar: Calendar = desk.calendar

    def local(moment: datetime | None) -> str:
        if moment is None:
            return ""
        return f"{calendar.now_there(calendar.home, moment):%Y-%m-%d %H:%M}"

    return local


def _number(route: Route | None) -> str:
    if route is None:
        return ""
    return f"{route.value} ext. {route.extension}" if route.extension else route.value


SHEETS: tuple[Sheet, ...] = (
    Sheet(
        "openings",
        (
            "Number", "Company", "Position", "Kind", "Status", "Date sent", "Next step",
            "Next step on", "Contact", "Phone or mail", "Why", "Location", "URL", "Salary",
            "Closing date", "Reports to", "No calls", "Added", "Posting",
        ),
        _openings,
    ),
    Sheet(
        "journal",
        (
            "When", "Number", "Company", "Position", "What", "Line", "Who", "Result", "Reply",
            "Via", "Purpose", "Bar", "Reason", "Contact", "Named", "Phone or mail", "For when",
            "Day", "Step passed over", "Sent anyway", "Note", "Struck",
        ),
        _journal,
    ),
    Sheet(
        "people",
        (
            "Name", "Company", "Title", "Level", "Function", "HR", "Connection", "Spoken",
            "LinkedIn", "City", "Region", "Country", "Do not contact", "Same as", "Note",
        ),
        _people,
    ),
    Sheet(
        "employers",
        (
            "Company", "Website", "D-U-N-S", "Employees", "City", "Region", "Country", "Time zone",
            "Same as", "Note",
        ),
        _employers,
    ),
    Sheet(
        "routes",
        ("Company", "Contact", "Kind", "Phone or mail", "Extension", "Ask for", "Restriction"),
        _routes,
    ),
    Sheet(
        "evidence",
        ("Contact", "About", "Phone or mail", "Source", "Detail", "Found"),
        _evidence,
    ),
)  # fmt: skip
