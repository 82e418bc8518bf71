"""Writing to the journal: a touch, and in the same transaction the step that follows from it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypedDict, Unpack
from uuid import UUID

from ringback.book.identity import new_uid
from ringback.book.imports import Import
from ringback.book.journal import Touch
from ringback.book.openings import Opening, Step
from ringback.book.parties import Person, Route
from ringback.book.replan import replan_opening
from ringback.core.touches import (
    Bar,
    Kind,
    Line,
    Purpose,
    Reason,
    Reply,
    Result,
    Via,
    Who,
)
from ringback.desk.desk import Desk
from ringback.desk.refusal import Code, Refusal

# A clock that runs a little ahead on another device is no reason to refuse what it says.
_AHEAD = timedelta(minutes=5)


@dataclass(frozen=True)
class Logged:
    """What a verb did: its touches, and the step that the opening has now (None: closed)."""

    opening: Opening
    touches: tuple[Touch, ...]
    step: Step | None


class Facts(TypedDict, total=False):
    """What a touch may tell besides its kind (see core.touches.Touch); unset is not known."""

    at: datetime | None
    person: Person | None
    other: Person | None
    route: Route | None
    line: Line | None
    who: Who | None
    result: Result | None
    reply: Reply | None
    via: Via | None
    purpose: Purpose | None
    bar: Bar | None
    reason: Reason | None
    moment: datetime | None
    day: date | None
    strikes: UUID | None
    skipped: str
    anyway: str
    note: str
    imported: Import | None
    uid: UUID | None


_CODED = ("line", "who", "result", "reply", "via", "purpose", "bar", "reason")


def touch(desk: Desk, opening: Opening, kind: Kind, **facts: Unpack[Facts]) -> Touch:
    """A touch that is not yet in the book; ``at`` is the desk's now where it is not given.

    Raises Refusal (not yet) for what has not happened yet, (bad value) for a naive moment.
    """
    when = facts.pop("at", None) or desk.now
    for one in (when, facts.get("moment")):
        if one is not None and one.tzinfo is None:
            raise Refusal(Code.BAD_VALUE, "A moment without its zone cannot be kept.")
    if when > desk.now + _AHEAD:
        raise Refusal(
            Code.NOT_YET,
            "That moment has not come yet: only what has happened is recorded.",
            "Record it once it has happened, or give a moment that has passed.",
        )
    uid = facts.pop("uid", None) or new_uid()
    made = Touch(
        uid=uid, search=desk.search, opening=opening, at=when, logged_at=desk.now, kind=kind.value
    )
    for name, fact in facts.items():
        if fact is not None:
            setattr(made, name, str(fact) if name in _CODED else fact)
    return made


def record(desk: Desk, touches: Iterable[Touch]) -> Logged:
    """Add these touches as one act and re-plan the employers that they concern.

    The caller holds the transaction. The answer speaks of the first touch's opening.
    Raises Refusal (not found) for what leans on another search.
    """
    made = tuple(touches)
    for one in made:
        leans_on = (one.opening, one.person, one.other, one.route)
        if any(row is not None and row.search_id != desk.search.pk for row in leans_on):
            raise Refusal(Code.NOT_FOUND, "That opening or person is not in this search.")
    if len(made) > 1:
        act = made[0].uid
        for one in made:
            one.together = act
    for one in made:
        one.save(force_insert=True)
    opening = made[0].opening
    step = replan_opening(desk.search, opening, {one.opening.employer_id for one in made})
    return Logged(opening, made, step)
