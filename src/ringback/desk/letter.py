"""The letter: what was last sent for an opening, to whom, how, and with which documents."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from ringback.book.journal import SentDocument, Touch
from ringback.book.suppress import struck_uids
from ringback.core.touches import Kind
from ringback.desk.desk import Desk
from ringback.desk.verb import reading


@dataclass(frozen=True, slots=True)
class Letter:
    """A résumé or letter that went out; ``at`` is aware UTC, ``promise`` the day it names."""

    at: datetime
    via: str
    to: str
    promise: date | None
    documents: tuple[str, ...]


@reading
def last_letter(desk: Desk, opening: int) -> Letter | None:
    """What was sent last for an opening and was not struck; None where nothing was."""
    sent = Touch.objects.filter(opening_id=opening, kind=Kind.SENT.value)
    rows = list(sent.select_related("person").order_by("-at"))
    struck = struck_uids(desk.search, opening) if rows else frozenset()
    row = next((one for one in rows if one.uid not in struck), None)
    if row is None:
        return None
    names = SentDocument.objects.filter(touch=row).order_by("pk").values_list("name", flat=True)
    to = row.person.name if row.person else ""
    return Letter(row.at, row.via, to, row.day, tuple(names))


@reading
def written_down(desk: Desk, openings: Collection[int]) -> dict[int, date]:
    """The seeker's day on which the last letter of each opening was recorded, where one was."""
    sent = Touch.objects.filter(search=desk.search, opening__in=openings, kind=Kind.SENT.value)
    calendar = desk.calendar
    rows = sent.order_by("logged_at").values_list("opening_id", "logged_at")
    return {opening: calendar.day_of(calendar.home, at) for opening, at in rows}
