"""Touches: the things that happened, from which stage and step are computed.

A touch is never changed. A mistake is struck by a later touch of the kind ``struck``; a strike is
a touch as well and can be struck, which brings the first one back.
"""

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from operator import attrgetter
from typing import NamedTuple


class Kind(StrEnum):
    """What happened."""

    ADDED = "added"
    NAMED = "named"
    SENT = "sent"
    CALLED = "called"
    MAILED = "mailed"
    REPLIED = "replied"
    BOOKED = "booked"
    INTERVIEWED = "interviewed"
    OFFERED = "offered"
    ASKED = "asked"
    AGREED = "agreed"
    REFUSED = "refused"
    REFERRED = "referred"
    THANKED = "thanked"
    PROMISED = "promised"
    PAUSED = "paused"
    RESUMED = "resumed"
    BARRED = "barred"
    SKIPPED = "skipped"
    NOTED = "noted"
    CLOSED = "closed"
    REOPENED = "reopened"
    STRUCK = "struck"


class Line(StrEnum):
    """First axis of a call: what happened on the wire (evidence 2.3)."""

    ANSWERED = "answered"
    NO_ANSWER = "no answer"
    BUSY = "busy"
    DEAD_END = "dead end"
    VOICEMAIL = "voicemail"
    VOICEMAIL_LEFT = "voicemail left"
    INVALID = "number invalid"
    WRONG_NUMBER = "wrong number"


class Who(StrEnum):
    """Second axis of a call: whom the caller spoke to."""

    RECEPTIONIST = "receptionist"
    HR = "hr"
    MANAGER = "manager"
    OTHER = "another person"


class Result(StrEnum):
    """Third axis of a call: what came of it."""

    TALKED = "talked"
    NAME_OBTAINED = "name obtained"
    MESSAGE_TAKEN = "message taken"
    BLOCKED = "blocked"
    PASSED_TO_HR = "passed to hr"
    CALL_BACK = "call back at"
    LEFT_COMPANY = "left the company"
    WRONG_PERSON = "wrong person"
    REFERRED_INSIDE = "referred inside"
    REFERRED_OUTSIDE = "referred outside"
    SEND_MORE = "send more"
    APPLY_ONLINE = "apply online"
    NOT_HIRING = "not hiring now"
    NOT_INTERESTED = "not interested"
    FILLED = "filled"
    REJECTED = "rejected"
    INTERVIEW_SET = "interview set"
    MEETING_SET = "informal meeting set"
    DO_NOT_CONTACT = "do not contact"


class Reply(StrEnum):
    """What an answer in writing says (evidence 2.3, triage)."""

    POSITIVE = "positive"
    INFORMATION = "information"
    OBJECTION = "objection"
    NOT_NOW = "not now"
    REFERRAL = "referral"
    WRONG_PERSON = "wrong person"
    RECEIPT = "receipt"
    OUT_OF_OFFICE = "out of office"
    BOUNCE = "bounce"
    REJECTION = "rejection"
    STOP = "stop"


class Via(StrEnum):
    """How something was sent."""

    MAIL = "mail"
    POST = "post"
    PORTAL = "portal"
    HAND = "by hand"


class Purpose(StrEnum):
    """What a mail after the first letter is for."""

    FOLLOW_UP = "follow up"
    ANSWER = "answer"
    MORE = "more"
    CONFIRM = "confirm"
    CLOSING = "closing"
    STATUS = "status"


class Bar(StrEnum):
    """What may not be done any more."""

    NO_CALLS = "no calls"
    DO_NOT_CONTACT = "do not contact"


class Reason(StrEnum):
    """Why an opening was closed."""

    HIRED = "hired"
    DECLINED = "declined"
    REJECTED = "rejected"
    NOT_INTERESTED = "not interested"
    FILLED = "filled"
    NO_ANSWER = "no answer"
    WITHDRAWN = "withdrawn"
    DO_NOT_CONTACT = "do not contact"
    DUPLICATE = "duplicate"
    NOT_ADDED = "not added"


class Stage(StrEnum):
    """Where an opening stands; derived, like the step."""

    RESEARCHING = "researching"
    READY = "ready"
    SENT = "sent"
    IN_CONVERSATION = "in conversation"
    INTERVIEWING = "interviewing"
    OFFERED = "offered"
    DORMANT = "dormant"
    CLOSED = "closed"


# Bound once: Python 3.11 looks a member of an enumeration up anew each time, and a search that is
# planned anew asks these of each of its touches.
_CALLED, _STRUCK = Kind.CALLED, Kind.STRUCK
_ANSWERED, _BAD_NUMBERS = Line.ANSWERED, frozenset({Line.INVALID, Line.WRONG_NUMBER})
_TALKERS = frozenset({Who.MANAGER, Who.OTHER})


class Touch(NamedTuple):
    """One thing that happened, at a moment, to an opening.

    ``id`` sorts by creation (UUIDv7), so that touches of the same moment keep their order however
    they arrive. ``at`` is aware UTC. ``person`` is whom it concerned, ``other`` whom it named
    (referred to, suggested by) or which friend was asked. ``moment`` is the exact time that the
    touch names (call back at, interview at), ``day`` the calendar day (promise, back from holiday,
    look again, decide by), reckoned where the called person is. ``strikes`` is the id of the touch
    struck, ``skipped`` the kind of step passed over, ``anyway`` the reason for passing the gate.
    A named tuple and no dataclass, since it is made ten times as fast, and a search has a hundred
    thousand of them.
    """

    id: str
    opening: str
    at: datetime
    kind: Kind
    line: Line | None = None
    who: Who | None = None
    result: Result | None = None
    reply: Reply | None = None
    via: Via | None = None
    purpose: Purpose | None = None
    bar: Bar | None = None
    reason: Reason | None = None
    person: str = ""
    other: str = ""
    route: str = ""
    moment: datetime | None = None
    day: date | None = None
    strikes: str = ""
    skipped: str = ""
    anyway: str = ""
    note: str = ""

    @property
    def order(self) -> tuple[datetime, str]:
        return (self.at, self.id)

    @property
    def is_dial(self) -> bool:
        return self.kind is _CALLED

    @property
    def is_bad_number(self) -> bool:
        return self.line in _BAD_NUMBERS

    @property
    def is_conversation(self) -> bool:
        """A talk with somebody who can hire, or who works there and is not HR (evidence 4)."""
        return self.line is _ANSWERED and self.kind is _CALLED and self.who in _TALKERS

    @property
    def is_attempt(self) -> bool:
        """A live dial that reached a line but no conversation; bad numbers are none."""
        return self.kind is _CALLED and not self.is_bad_number and not self.is_conversation


def struck_ids(touches: Iterable[Touch]) -> frozenset[str]:
    """The ids that are struck, a strike that is itself struck having no force."""
    strikes: dict[str, list[str]] = {}
    for touch in touches:
        if touch.kind is Kind.STRUCK:
            strikes.setdefault(touch.strikes, []).append(touch.id)
    struck: dict[str, bool] = {}

    def is_struck(id: str) -> bool:
        if id not in struck:
            # A record can only be circular if it was forged; then nothing in the ring is struck.
            struck[id] = False
            struck[id] = any(not is_struck(by) for by in strikes.get(id, ()))
        return struck[id]

    return frozenset(id for id in strikes if is_struck(id))


def live(touches: Iterable[Touch]) -> tuple[Touch, ...]:
    """The touches that count, in order of happening: no struck ones, and no strikes.

    The order and the number of times in which they are given makes no difference.
    """
    by_id = {touch.id: touch for touch in touches}
    if any(touch.kind is _STRUCK for touch in by_id.values()):
        struck = struck_ids(by_id.values())
        by_id = {
            id: touch
            for id, touch in by_id.items()
            if touch.kind is not _STRUCK and id not in struck
        }
    return tuple(sorted(by_id.values(), key=_ORDER))


_ORDER = attrgetter("at", "id")
