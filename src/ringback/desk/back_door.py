"""The back door: what somebody whom the seeker knows was asked for, and what they answered.

Whom there is to ask is found in `desk.ties`; what they gave in the end is `answers.refer`.
"""

from datetime import date, datetime

from ringback.book.openings import Opening
from ringback.book.parties import Person
from ringback.core.touches import Kind
from ringback.desk.desk import Desk
from ringback.desk.ended import must_be_open, named
from ringback.desk.friends import friend_named
from ringback.desk.parties import Source
from ringback.desk.record import Logged, record, touch
from ringback.desk.refusal import Code, Refusal
from ringback.desk.ties import connections_at
from ringback.desk.verb import verb

__all__ = ["agree_referral", "ask_referral", "connections_at", "refuse_referral"]


@verb
def ask_referral(
    desk: Desk,
    opening: Opening,
    friend: str,
    *,
    at: datetime | None = None,
    title: str = "",
    by: date | None = None,
    note: str = "",
) -> Logged:
    """Record that a friend was asked to open the door: for the manager's name, or for a word.

    ``friend`` is their name or number (see ``friend_named``), ``by`` the day by which they want to
    know. Asking them again becomes the step, until they answer or were asked often enough.
    Raises Refusal (closed), (do not contact), (not found), (ambiguous).
    """
    whom = _friend(desk, opening, friend, title)
    if whom.do_not_contact:
        raise Refusal(
            Code.DO_NOT_CONTACT, f"{whom.name} asked not to be contacted.",
            "That holds for ever and for every record of them.",
        )  # fmt: skip
    return record(desk, [touch(desk, opening, Kind.ASKED, at=at, other=whom, day=by, note=note)])


@verb
def agree_referral(
    desk: Desk,
    opening: Opening,
    friend: str,
    *,
    at: datetime | None = None,
    title: str = "",
    by: date | None = None,
    note: str = "",
) -> Logged:
    """Record that a friend promised to help, ``by`` a day where they named one.

    Raises Refusal as ``ask_referral`` does.
    """
    whom = _friend(desk, opening, friend, title)
    return record(desk, [touch(desk, opening, Kind.AGREED, at=at, other=whom, day=by, note=note)])


@verb
def refuse_referral(
    desk: Desk,
    opening: Opening,
    friend: str,
    *,
    at: datetime | None = None,
    title: str = "",
    note: str = "",
) -> Logged:
    """Record that a friend cannot or will not help; the search goes on without them."""
    whom = _friend(desk, opening, friend, title)
    return record(desk, [touch(desk, opening, Kind.REFUSED, at=at, other=whom, note=note)])


def _friend(desk: Desk, opening: Opening, name: str, title: str) -> Person:
    must_be_open(opening)
    source = Source(detail=f"asked about {named(opening)}")
    return friend_named(desk, name, title=title, source=source)
