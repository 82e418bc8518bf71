"""What a row of somebody's tracker says has happened, as touches."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from ringback.core.found import FoundOpening
from ringback.core.touches import Kind, Reason, Reply, Via
from ringback.core.workdays import Calendar

BEFORE_THIS = "sent before it was kept here"

_CLOSING = {
    "accepted": Reason.HIRED,
    "declined": Reason.DECLINED,
    "rejected": Reason.REJECTED,
    "closed": Reason.WITHDRAWN,
}
_WAS_SENT = frozenset(
    {"sent", "replied", "interviewing", "offered", "accepted", "declined", "rejected"}
)


@dataclass(frozen=True, slots=True)
class Happened:
    """One touch to be, in the order of happening; ``at`` is aware UTC."""

    kind: Kind
    at: datetime
    via: Via | None = None
    reply: Reply | None = None
    reason: Reason | None = None
    day: date | None = None
    anyway: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Journey:
    """What happened, and what had to be supposed for it."""

    touches: tuple[Happened, ...]
    doubts: tuple[str, ...]


def journey(
    row: FoundOpening, known: Collection[str], named: bool, now: datetime, calendar: Calendar
) -> Journey:
    """The touches that a row adds to an opening with touches of these ``known`` kinds.

    What a book knows already is never told again, so a second reading adds nothing. A day stands
    for noon where the seeker is.
    """
    made: list[Happened] = []
    doubts: list[str] = []

    def on(day: date | None) -> datetime:
        return now if day is None else min(now, calendar.at(calendar.home, day, time(12)))

    if Kind.ADDED not in known:
        made.append(Happened(Kind.ADDED, min(now, on(row.saved_on or row.sent_on)), note=row.note))
    if named and Kind.NAMED not in known:
        made.append(Happened(Kind.NAMED, made[0].at if made else now))
    last = made[-1].at if made else now
    was_sent = row.sent_on is not None or row.stage in _WAS_SENT
    if was_sent and Kind.SENT not in known:
        day = row.sent_on or row.saved_on
        if row.sent_on is None:
            supposed = "the day it was saved" if day else "today"
            doubts.append(f"it was sent, but no day is given: {supposed} is taken")
        if day is not None and on(day) > now:
            doubts.append(f"the day it was sent, {day}, has not come yet: today is taken")
        last = max(on(day), made[0].at if made else on(day))
        via = _via(row.sent_via, named)
        made.append(Happened(Kind.SENT, last, via=via, anyway="" if named else BEFORE_THIS))
    made.extend(_since(row, known, last, now, was_sent))
    return Journey(tuple(made), tuple(doubts))


def _via(text: str, named: bool) -> Via | None:
    """How it went out; unknown (None) where the sheet names somebody but no way.

    What went to nobody by name, and no way is told, was an advertised job's form.
    """
    if not text:
        return None if named else Via.PORTAL
    return next((via for via in Via if via.value == text), Via.MAIL)


def _since(
    row: FoundOpening, known: Collection[str], last: datetime, now: datetime, was_sent: bool
) -> list[Happened]:
    """What the status tells of the time after the letter; its day is not known, so it is now."""
    after = max(now, last + timedelta(minutes=1)) if last < now else last
    told = f"the sheet says: {row.status}" if row.status else ""
    made: list[Happened] = []

    def tell(kind: Kind, make: Callable[[], Happened]) -> None:
        if kind not in known and Kind.CLOSED not in known:
            made.append(make())

    if row.follow_up_on is not None and was_sent and row.stage in ("sent", ""):
        tell(
            Kind.PROMISED,
            lambda: Happened(Kind.PROMISED, after, day=row.follow_up_on, note=row.follow_up),
        )
    if row.stage == "replied":
        tell(
            Kind.REPLIED,
            lambda: Happened(Kind.REPLIED, after, reply=Reply.INFORMATION, note=told),
        )
    elif row.stage == "interviewing":
        if Kind.INTERVIEWED not in known:
            tell(Kind.BOOKED, lambda: Happened(Kind.BOOKED, after, note=told))
    elif row.stage == "offered":
        by = row.follow_up_on
        tell(Kind.OFFERED, lambda: Happened(Kind.OFFERED, after, day=by, note=told))
    elif row.stage in _CLOSING:
        reason = _CLOSING[row.stage]
        tell(Kind.CLOSED, lambda: Happened(Kind.CLOSED, after, reason=reason, note=told))
    return made
