"""What a row of somebody's tracker says has happened, as touches."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from ringback.core.found import FoundOpening
from ringback.core.places import Place
from ringback.core.touches import Kind, Line, Reason, Reply, Result, Via, Who
from ringback.core.workdays import Calendar

BEFORE_THIS = "sent before it was kept here"

_CLOSING = {
    "accepted": Reason.HIRED,
    "declined": Reason.DECLINED,
    "rejected": Reason.REJECTED,
    "closed": Reason.WITHDRAWN,
}
_WAS_SENT = frozenset(
    {"sent", "replied", "talked", "interviewing", "offered", "accepted", "declined", "rejected"}
)
# What a status tells of that is over once this is known.
_MET = {"interviewing": Kind.INTERVIEWED, "talked": Kind.CALLED}


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
    moment: datetime | None = None
    line: Line | None = None
    who: Who | None = None
    result: Result | None = None


@dataclass(frozen=True, slots=True)
class Journey:
    """What happened, and what had to be supposed for it."""

    touches: tuple[Happened, ...]
    doubts: tuple[str, ...]


def journey(
    row: FoundOpening,
    known: Collection[str],
    named: bool,
    now: datetime,
    calendar: Calendar,
    there: Place,
) -> Journey:
    """The touches that a row adds to an opening with touches of these ``known`` kinds.

    What a book knows already is never told again, so a second reading adds nothing. A day stands
    for noon where the seeker is; the hour of an interview is one of the clock ``there``.
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
    if row.stage in _MET and _MET[row.stage] not in known and Kind.CLOSED not in known:
        met = _met(row, last, now, calendar, there, named=named)
        if met.kind not in known:
            made.append(met)
            doubts.extend(_of_meeting(row, met, now))
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
    elif row.stage == "offered":
        by = row.follow_up_on
        tell(Kind.OFFERED, lambda: Happened(Kind.OFFERED, after, day=by, note=told))
    elif row.stage in _CLOSING:
        reason = _CLOSING[row.stage]
        tell(Kind.CLOSED, lambda: Happened(Kind.CLOSED, after, reason=reason, note=told))
    return made


def _met(
    row: FoundOpening,
    last: datetime,
    now: datetime,
    calendar: Calendar,
    there: Place,
    *,
    named: bool,
) -> Happened:
    """An interview, or a talk on the telephone; a talk without its day is told now."""
    after = max(now, last + timedelta(minutes=1)) if last < now else last
    told = f"the sheet says: {row.status}"
    day, clock = row.met_on, row.met_at
    if row.stage == "talked":
        noon = calendar.at(there, day, clock or time(12)) if day else None
        at = noon if noon is not None and last <= noon <= now else after
        who = Who.MANAGER if named else Who.OTHER
        return Happened(
            Kind.CALLED, at, note=told, line=Line.ANSWERED, who=who, result=Result.TALKED
        )
    moment = calendar.at(there, day, clock) if day and clock else None
    if moment is not None and moment > now:
        return Happened(Kind.BOOKED, after, note=told, moment=moment)
    return Happened(Kind.BOOKED, after, note=told, day=day)


def _of_meeting(row: FoundOpening, met: Happened, now: datetime) -> list[str]:
    """What is to be said of it by the seeker, or was supposed."""
    if met.kind is Kind.CALLED:
        if met.at < now and row.met_on is not None:
            return [f"a talk on the telephone on {row.met_on}"]
        return ["you talked, but it does not plainly say when: today is taken"]
    if met.moment is not None and row.met_at is not None:
        return [f"an interview is set for {row.met_on}, {row.met_at:%H:%M} there"]
    if row.met_on is None:
        return ["an interview, but it does not plainly say when: you will be asked"]
    if row.met_on < now.date():
        return [f"the interview was on {row.met_on}: you will be asked how it went"]
    return [f"an interview on {row.met_on}, without an hour: you will be asked"]
