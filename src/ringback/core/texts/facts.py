"""Facts: what is on file about a step. Every sentence is made from them, and nothing else."""

from dataclasses import dataclass
from datetime import date, datetime

from ringback.core.people import OpeningKind
from ringback.core.touches import Purpose, Result


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What may be said, because it is on file. Empty, None and False mean "not known".

    The manager is whoever this step calls or writes to. Without ``honorific`` (and
    ``manager_family``, the name that goes with it) they are called by their full name; gender is
    never guessed. ``team`` and ``need`` are words that can follow "your" ("maintenance team",
    "line stoppages"). ``proof`` is a whole sentence of the seeker's own.

    ``wrote_to_manager``: what was sent went to this very person. ``promised``: the letter named a
    day for the call, ``promised_on``. ``asked_to_call``: they themselves asked for this call.
    ``suggested_by`` only where that person lets their name be used. ``name_source`` reads after
    "from" ("the team page on your website"). ``ask_for`` is whom to ask a receptionist for, as the
    language puts it ("your plant manager"). ``purpose`` is the step's own, ``last_result`` what
    the last talk or reply came to, ``voicemail_left`` that one was left today. ``thread`` is the
    subject under which they were written to. ``interview_at`` is an interview booked or held.

    Of a friend who is asked to open the door: ``hires`` is who leads the work as far as is known,
    ``friend_there`` that they work at the employer, ``friend_was_there`` that they did,
    ``asked_friend_on`` the day on which they were asked before.

    Moments are local to the person called; ``today`` is their day as well.
    """

    seeker_name: str = ""
    seeker_number: str = ""
    seeker_mail: str = ""
    manager_name: str = ""
    manager_spoken: str = ""
    manager_family: str = ""
    manager_mail: str = ""
    manager_title: str = ""
    honorific: str = ""
    employer: str = ""
    opening_title: str = ""
    opening_kind: OpeningKind = OpeningKind.ADVERTISED
    reference: str = ""
    in_hr: bool = False
    team: str = ""
    need: str = ""
    proof: str = ""
    name_source: str = ""
    ask_for: str = ""
    suggested_by: str = ""
    referred_to: str = ""
    today: date | None = None
    sent_on: date | None = None
    sent_via: str = ""
    wrote_to_manager: bool = False
    thread: str = ""
    promised: bool = False
    promised_on: date | None = None
    asked_to_call: bool = False
    spoke_on: date | None = None
    purpose: Purpose | None = None
    last_result: Result | None = None
    voicemail_left: bool = False
    slots: tuple[datetime, ...] = ()
    interview_at: datetime | None = None
    interview_place: str = ""
    decide_by: date | None = None
    hires: str = ""
    friend_there: bool = False
    friend_was_there: bool = False
    asked_friend_on: date | None = None
