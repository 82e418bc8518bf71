"""Cadence: every wait, cap, window and stop as a named value with its unit, range and ground.

The defaults are the product's (docs/grounds.md 2.2); a search may override any of them.
"""

from dataclasses import dataclass, field, fields
from datetime import time
from enum import StrEnum

from ringback.core.workdays import Hours


class Track(StrEnum):
    """Whether a follow-up is a call (with its mail) or a mail only."""

    CALL = "call"
    MAIL = "mail"


class Holds(StrEnum):
    """For which sendings the first call waits until the posting has closed."""

    ALWAYS = "always"
    PORTAL = "portal"
    NEVER = "never"


# No hour of calls can lie before or after these.
EARLIEST, LATEST = time(6), time(21)

Value = int | bool | time | Track | Holds


@dataclass(frozen=True, slots=True)
class Rule:
    """What one value means: its unit, the permitted range, what it does and what it rests on."""

    key: str
    default: Value
    unit: str
    low: int
    high: int
    says: str
    ground: str

    @property
    def permitted(self) -> str:
        """The permitted values in words."""
        if isinstance(self.default, bool):
            return "true or false"
        if isinstance(self.default, time):
            return 'a time of day between "06:00" and "21:00"'
        if isinstance(self.default, StrEnum):
            return " or ".join(f'"{choice}"' for choice in type(self.default))
        return f"a whole number from {self.low} to {self.high} ({self.unit})"


def _rule(
    says: str, ground: str, unit: str = "", low: int = 0, high: int = 0
) -> dict[str, str | int]:
    return {"says": says, "ground": ground, "unit": unit, "low": low, "high": high}


_BUSINESS, _DAYS, _TIMES, _HOURS = "business days", "days", "times", "hours"


@dataclass(frozen=True, slots=True)
class Cadence:
    """The rules from which steps come. Business days are those of the person called."""

    track: Track = field(
        default=Track.CALL,
        metadata=_rule(
            "Follow up by call, or by mail only", "grounds 1.3: mail is preferred 64 % to 21 %"
        ),
    )

    first_call_days: int = field(
        default=3,
        metadata=_rule(
            "First call after a letter or résumé reached a named manager",
            "grounds 0 and 2.2: the source article, 3B7",
            _BUSINESS,
            1,
            15,
        ),
    )
    portal_call_days: int = field(
        default=5,
        metadata=_rule(
            "First call after a posting was answered through a portal",
            "grounds 2.2: employers read portals in batches",
            _BUSINESS,
            1,
            20,
        ),
    )
    closing_date_days: int = field(
        default=2,
        metadata=_rule(
            "First call after the posting's closing date",
            "grounds 1.2: advertised jobs are screened in a batch",
            _BUSINESS,
            0,
            15,
        ),
    )
    closing_date_holds: Holds = field(
        default=Holds.ALWAYS,
        metadata=_rule("Which sendings wait for the closing date", "grounds 2.2"),
    )
    post_transit_days: int = field(
        default=2,
        metadata=_rule("How long a letter is in the post", "grounds 2.2", _BUSINESS, 0, 10),
    )

    attempts: int = field(
        default=3,
        metadata=_rule(
            "Calls to one person without a conversation",
            "grounds 1.6: no gain after three",
            _TIMES,
            1,
            8,
        ),
    )
    retry_days: int = field(
        default=2,
        metadata=_rule(
            "Least wait between two calls to one person", "grounds 2.2", _BUSINESS, 1, 10
        ),
    )
    other_half_day: bool = field(
        default=True,
        metadata=_rule(
            "Call again in the other half of the day", "grounds 1.6: Kulka and Weeks 1988"
        ),
    )
    other_weekday: bool = field(
        default=True,
        metadata=_rule(
            "Call again on another day of the week", "grounds 1.6: Kulka and Weeks 1988"
        ),
    )
    voicemail_on_miss: int = field(
        default=2,
        metadata=_rule(
            "On which miss a voicemail is left, once per person (0: never)",
            "grounds 1.6: the data contradict one another",
            _TIMES,
            0,
            8,
        ),
    )

    second_person_days: int = field(
        default=7,
        metadata=_rule(
            "Second person at the employer, counted from the first letter",
            "grounds 2.1: 3B7",
            _BUSINESS,
            3,
            30,
        ),
    )
    people_per_employer: int = field(
        default=2,
        metadata=_rule(
            "People approached at one employer within its window", "grounds 2.2", _TIMES, 1, 6
        ),
    )
    employer_touches: int = field(
        default=6,
        metadata=_rule(
            "Letters, calls and mails to one employer within its window",
            "grounds 2.2",
            _TIMES,
            2,
            20,
        ),
    )
    employer_window_days: int = field(
        default=30,
        metadata=_rule("Window of the two caps for an employer", "grounds 2.2", _DAYS, 7, 120),
    )
    person_touches: int = field(
        default=5,
        metadata=_rule(
            "Letters, calls and mails to one person within their window; a call and its mail of "
            "the same day are counted once",
            "grounds 2.2",
            _TIMES,
            2,
            12,
        ),
    )
    person_window_days: int = field(
        default=15,
        metadata=_rule("Window of the cap for a person", "grounds 2.2", _BUSINESS, 5, 60),
    )

    mail_attempts: int = field(
        default=2,
        metadata=_rule(
            "Follow-up mails where calls are not possible or not wanted",
            "grounds 2.2: the mail-only track",
            _TIMES,
            1,
            4,
        ),
    )
    mail_retry_days: int = field(
        default=4,
        metadata=_rule(
            "Least wait between two follow-up mails", "grounds 2.1: 3B7", _BUSINESS, 1, 15
        ),
    )
    closing_mail_days: int = field(
        default=10,
        metadata=_rule("Closing mail, counted from the letter", "grounds 2.2", _BUSINESS, 3, 60),
    )
    dormant_days: int = field(
        default=15,
        metadata=_rule(
            "The opening rests, counted from the letter", "grounds 2.2", _BUSINESS, 5, 90
        ),
    )
    reopen_days: int = field(
        default=45,
        metadata=_rule(
            "Look again at a resting opening, not before", "grounds 2.2", _DAYS, 14, 365
        ),
    )

    research_days: int = field(
        default=1,
        metadata=_rule(
            "Find the manager's name after an opening was added",
            "the method: the name before anything is sent",
            _BUSINESS,
            0,
            10,
        ),
    )
    ready_days: int = field(
        default=1,
        metadata=_rule(
            "Send once an opening is ready",
            "the method: the name before anything is sent",
            _BUSINESS,
            0,
            10,
        ),
    )
    receptionist_attempts: int = field(
        default=3,
        metadata=_rule("Calls to the switchboard for a name", "grounds 1.6", _TIMES, 1, 8),
    )
    receptionist_retry_days: int = field(
        default=1,
        metadata=_rule(
            "Least wait between two calls to the switchboard", "grounds 2.2", _BUSINESS, 1, 10
        ),
    )

    friend_days: int = field(
        default=2,
        metadata=_rule(
            "Ask a friend again who was asked for a name or a word",
            "the house's own",
            _BUSINESS,
            1,
            15,
        ),
    )
    friend_asks: int = field(
        default=2,
        metadata=_rule(
            "How often one friend is asked for one opening", "the house's own", _TIMES, 1, 4
        ),
    )

    send_more_hours: int = field(
        default=1, metadata=_rule("Send what was asked for", "grounds 2.3", _HOURS, 1, 48)
    )
    thanks_hours: int = field(
        default=24, metadata=_rule("Say thank you", "grounds 1.7 and 2.4", _HOURS, 1, 96)
    )
    answer_days: int = field(
        default=1, metadata=_rule("Answer somebody who wrote back", "grounds 2.3", _BUSINESS, 0, 5)
    )
    talk_days: int = field(
        default=3,
        metadata=_rule(
            "Call again after a talk that fixed nothing", "grounds 2.2", _BUSINESS, 1, 20
        ),
    )
    out_of_office_days: int = field(
        default=1, metadata=_rule("Call after somebody's return", "grounds 2.2", _BUSINESS, 0, 10)
    )
    call_back_minutes: int = field(
        default=15,
        metadata=_rule(
            "How long a call back at a fixed moment is on time", "grounds 2.2", "minutes", 1, 120
        ),
    )

    status_days: int = field(
        default=2,
        metadata=_rule(
            "Ask after an interview, counted from the day they promised an answer",
            "grounds 2.2",
            _BUSINESS,
            0,
            15,
        ),
    )
    status_silent_days: int = field(
        default=6,
        metadata=_rule(
            "Ask after an interview when no day was promised, and once more",
            "grounds 1.7: half would contact after a week",
            _BUSINESS,
            2,
            20,
        ),
    )
    status_checks: int = field(
        default=2,
        metadata=_rule("How often to ask after an interview", "grounds 2.2", _TIMES, 1, 4),
    )
    decide_days: int = field(
        default=5,
        metadata=_rule("Decide on an offer that names no day", "the house's own", _BUSINESS, 1, 20),
    )

    morning_from: time = field(
        default=time(9),
        metadata=_rule("Calls in the morning from", "grounds 1.6 and 2.2: conservative union"),
    )
    morning_until: time = field(
        default=time(12), metadata=_rule("Calls in the morning until", "grounds 2.2")
    )
    afternoon_from: time = field(
        default=time(13, 30), metadata=_rule("Calls in the afternoon from", "grounds 2.2")
    )
    afternoon_until: time = field(
        default=time(17), metadata=_rule("Calls in the afternoon until", "grounds 2.2")
    )
    monday_from: time = field(
        default=time(10),
        metadata=_rule("No call before, on the first day of the week", "grounds 2.2"),
    )
    friday_until: time = field(
        default=time(15),
        metadata=_rule("No call after, on the last day of the week", "grounds 2.2"),
    )

    @property
    def hours(self) -> Hours:
        """The calling hours, local to the person called."""
        return Hours(
            morning=(self.morning_from, self.morning_until),
            afternoon=(self.afternoon_from, self.afternoon_until),
            monday_from=self.monday_from,
            friday_until=self.friday_until,
        )


DEFAULTS = Cadence()
RULES: dict[str, Rule] = {
    one.name: Rule(key=one.name, default=getattr(DEFAULTS, one.name), **one.metadata)
    for one in fields(Cadence)
}
