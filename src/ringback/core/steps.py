"""Steps: the next thing to do on an opening, with its own window, so that it never goes stale."""

from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from ringback.core.touches import Purpose, Reason
from ringback.core.workdays import Half


class StepKind(StrEnum):
    """What is to be done."""

    FIND_MANAGER = "find manager"
    ASK_RECEPTIONIST = "ask receptionist"
    ASK_FRIEND = "ask friend"
    FIND_ROUTE = "find route"
    SEND = "send"
    CALL = "call"
    MAIL = "mail"
    APPLY = "apply"
    ANSWER = "answer"
    THANK = "thank"
    INTERVIEW = "interview"
    CHECK_STATUS = "check status"
    DECIDE = "decide"
    LOOK_AGAIN = "look again"
    CLOSE_KINDLY = "close kindly"

    @property
    def is_call(self) -> bool:
        """Whether it is done on the telephone, in the calling hours of the person called."""
        return self in (StepKind.CALL, StepKind.ASK_RECEPTIONIST)


class Step(NamedTuple):
    """The next thing to do on an opening.

    ``earliest`` and ``latest`` are aware UTC. A call's window lies inside the calling hours of one
    day where the called person is (across lunch at most); it may be made later as well, in the
    same half of the day if ``half`` says one. ``exact`` marks a moment that the other side named.
    ``day`` is the due day in the zone of the person whose day it is. ``attempt`` counts from 1.
    """

    kind: StepKind
    opening: str
    earliest: datetime
    latest: datetime
    day: date
    why: str
    person: str = ""
    route: str = ""
    attempt: int = 1
    purpose: Purpose | None = None
    exact: bool = False
    leave_voicemail: bool = False
    half: Half | None = None


class Closed(NamedTuple):
    """Nothing more is to be done on an opening, and why; ``at`` is UTC, None if never open."""

    opening: str
    reason: Reason
    at: datetime | None
