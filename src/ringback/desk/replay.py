"""Calls that were told while the desk was out of reach: recorded later, once, never by force."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from ringback.book.identity import Identified
from ringback.book.journal import Touch
from ringback.book.openings import Opening
from ringback.book.parties import Person, Route
from ringback.book.suppress import struck_uids
from ringback.core.outcomes import Outcome
from ringback.core.touches import Kind, Stage
from ringback.desk.calls import NOTHING_TOLD, Named, Told, log_call, whom_to_call
from ringback.desk.desk import Desk
from ringback.desk.ended import named
from ringback.desk.record import Logged
from ringback.desk.refusal import Code, Refusal
from ringback.desk.verb import reading, verb

# What leaves the next step of an opening as it was.
_REMARKS = (Kind.NOTED.value, Kind.STRUCK.value)


@dataclass(frozen=True, slots=True)
class ToldOn:
    """How an opening stood when a call was told: what was last recorded of it, whom one calls."""

    after: UUID | None
    person: UUID | None
    route: UUID | None


@reading
def stands(desk: Desk, opening: Opening) -> ToldOn:
    """How an opening stands now. What was taken back does not count as recorded."""
    person, route = whom_to_call(desk, opening)
    last = _last(desk, opening)
    return ToldOn(last.uid if last else None, _uid(person), _uid(route))


@reading
def recorded(desk: Desk, opening: Opening, uid: UUID) -> Logged | None:
    """The call of this name, where it is in the book already.

    Raises Refusal (bad value) where the name is that of something else.
    """
    row = Touch.objects.filter(uid=uid).select_related("opening").first()
    if row is None:
        return None
    if (row.search_id, row.opening_id, row.kind) != (
        desk.search.pk, opening.pk, Kind.CALLED.value
    ):  # fmt: skip
        raise Refusal(Code.BAD_VALUE, "The name of this call is taken by something else.")
    return Logged(row.opening, (row,), None)


@verb
def replay_call(
    desk: Desk,
    opening: Opening,
    outcome: Outcome,
    *,
    uid: UUID,
    at: datetime,
    on: ToldOn,
    anyway: bool = False,
    moment: datetime | None = None,
    day: date | None = None,
    told: Told = NOTHING_TOLD,
    note: str = "",
) -> Logged:
    """Record a call that happened ``at`` (aware), under the name that its device gave it.

    Raises Refusal (closed), (do not contact), (ask) where the opening no longer stands as it did
    when the call was told, unless it is to be recorded ``anyway``; and those of ``log_call``.
    """
    person = _person(desk, on.person)
    route = Route.objects.filter(search=desk.search, uid=on.route).first() if on.route else None
    if not anyway:
        _must_stand(desk, opening, on, person)
    return log_call(
        desk, opening, outcome, at=at, moment=moment, day=day, told=told, note=note,
        given=Named(uid, (person, route)),
    )  # fmt: skip


def _must_stand(desk: Desk, opening: Opening, on: ToldOn, person: Person | None) -> None:
    if person is not None and person.do_not_contact:
        raise Refusal(
            Code.DO_NOT_CONTACT, f"{person.name} asked in the meantime not to be contacted.",
            "Recorded all the same, the call is kept, and nobody calls them again.",
        )  # fmt: skip
    if opening.stage == Stage.CLOSED.value:
        raise Refusal(
            Code.CLOSED, f"“{named(opening)}” was closed in the meantime.",
            "Recorded all the same, the call is kept with it, and it stays closed.",
        )  # fmt: skip
    last = _last(desk, opening)
    if (last.uid if last else None) != on.after:
        raise Refusal(
            Code.ASK, "Something else was recorded for this opening in the meantime.",
            "Look whether both happened; then record this one all the same, or drop it.",
        )  # fmt: skip


def _last(desk: Desk, opening: Opening) -> Touch | None:
    rows = Touch.objects.filter(search=desk.search, opening=opening).exclude(kind__in=_REMARKS)
    struck = struck_uids(desk.search, opening.pk)
    return next((row for row in rows.order_by("-pk") if row.uid not in struck), None)


def _person(desk: Desk, uid: UUID | None) -> Person | None:
    """Whom a name stands for, also after the record was merged into another one."""
    if uid is None:
        return None
    found = Person.objects.filter(search=desk.search, uid=uid).first()
    while found is not None and found.merged_into is not None:
        found = found.merged_into
    return found


def _uid(row: Identified | None) -> UUID | None:
    return row.uid if row is not None else None
