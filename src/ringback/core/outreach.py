"""Outreach: whether what was sent was followed up, and by when it had to be (evidence 4)."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from ringback.core.chase import first_call_day
from ringback.core.coverage import Coverage
from ringback.core.ground import Ground
from ringback.core.steps import StepKind
from ringback.core.touches import Kind


class Outreach(NamedTuple):
    """The first letter of an opening and what became of it.

    ``due_on`` is the day of the first follow-up where the called person is; None when there was
    nothing to follow up: they answered before it was due, or it was passed over for a reason
    that is on record. Moments are aware UTC.
    """

    sent_at: datetime
    due_on: date | None
    followed_at: datetime | None
    answered_at: datetime | None


def outreach(ground: Ground) -> Outreach | None:
    """The outreach of an opening, None where nothing was sent yet."""
    now = ground.now
    letter = now.first_letter
    if letter is None:
        return None
    place = ground.place(ground.opening.person(letter.person))
    due: date | None = first_call_day(ground, letter, place)[0]
    answered = now.answer
    if now.followed is None:
        if answered is not None and due is not None:
            answered_on = ground.calendar.day_of(place, answered.at)
            due = due if due < answered_on else None
        if any(skip.skipped in _FOLLOW_UPS for skip in now.skips):
            due = None
        if now.closed is not None and now.closed.kind is Kind.CLOSED and due is not None:
            closed_on = ground.calendar.day_of(place, now.closed.at)
            due = due if due < closed_on else None
    return Outreach(
        sent_at=letter.at,
        due_on=due,
        followed_at=now.followed.at if now.followed else None,
        answered_at=answered.at if answered else None,
    )


_FOLLOW_UPS = (StepKind.CALL, StepKind.MAIL)


def coverage(outreaches: Iterable[Outreach], today: date) -> Coverage:
    """Follow-up coverage as of a day: what is due today counts once it is done."""
    due = followed = 0
    for one in outreaches:
        if one.followed_at is not None:
            followed += 1
            due += 1
        elif one.due_on is not None and one.due_on < today:
            due += 1
    return Coverage(due, followed)
