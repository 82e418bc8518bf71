"""A story told in touches, for tests of the method on days that can be checked by hand.

November 2026 in Columbus, Ohio: Mon 2 … Fri 6, Mon 9 … (Wed 11 Veterans Day), Thu 26 Thanksgiving.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from ringback.core.cadence import DEFAULTS
from ringback.core.outcomes import BY_WORD
from ringback.core.people import Employer, Opening, Person, Route, RouteKind
from ringback.core.places import Place
from ringback.core.planner import next_step, outlook
from ringback.core.steps import Closed, Step
from ringback.core.touches import (
    Kind,
    Reason,
    Stage,
    Touch,
    Via,
    live,
)
from ringback.core.workdays import Calendar

OHIO = Place("US", "OH", "America/New_York")
ZONE = ZoneInfo("America/New_York")
CALENDAR = Calendar(hours=DEFAULTS.hours, home=OHIO)
BOARD = Route("board", RouteKind.SWITCHBOARD, "+16145550100")
DIRECT = Route("direct", RouteKind.DIRECT, "+16145550142")
MAIL = Route("mail", RouteKind.MAIL, "dana.okafor@acme.example")
DANA = Person("dana", "Dana Okafor", "Maintenance Manager", place=OHIO, routes=(DIRECT, MAIL))
LEE = Person("lee", "Lee Quist", "Plant Manager", place=OHIO,
             routes=(Route("lee-mail", RouteKind.MAIL, "lee@acme.example"),))  # fmt: skip
ACME = Employer("acme", "Acme Pumps", place=OHIO, routes=(BOARD,))
JOB = Opening("job", "Mechanic", ACME, people=(DANA,))

CADENCE = DEFAULTS


def on(day: date, hour: int = 10, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), ZONE).astimezone(UTC)


def nov(day: int) -> date:
    return date(2026, 11, day)


class Story:
    """What happened to an opening, told in order."""

    def __init__(self, opening: Opening = JOB) -> None:
        self.opening = opening
        self.touches: list[Touch] = []

    def tell(self, kind: Kind, at: datetime, **facts: object) -> "Story":
        id = f"{self.opening.id}{len(self.touches):04}"
        touch = Touch(id=id, opening=self.opening.id, at=at, kind=kind)
        self.touches.append(touch._replace(**facts))  # type: ignore[arg-type]  # a test's shorthand
        return self

    def added(self, day: int = 2) -> "Story":
        return self.tell(Kind.ADDED, on(nov(day), 8))

    def named(self, day: int = 2, whom: str = "dana") -> "Story":
        return self.tell(Kind.NAMED, on(nov(day), 9), person=whom)

    def sent(
        self, when: int = 2, via: Via = Via.MAIL, whom: str = "dana", **more: object
    ) -> "Story":
        return self.tell(Kind.SENT, on(nov(when)), person=whom, via=via, **more)

    def call(
        self, when: int, word: str, hour: int = 10, whom: str = "dana", **more: object
    ) -> "Story":
        outcome = BY_WORD[word]
        return self.tell(Kind.CALLED, on(nov(when), hour), person=whom, line=outcome.line,
                         who=outcome.who, result=outcome.result, **more)  # fmt: skip

    def step(self, calendar: Calendar = CALENDAR, **rules: object) -> Step:
        cadence = replace(CADENCE, **rules)  # type: ignore[arg-type]  # a test's shorthand
        found = next_step(self.opening, self.touches, cadence, calendar)
        assert isinstance(found, Step), found
        return found

    def end(self) -> Reason:
        found = next_step(self.opening, self.touches, CADENCE, CALENDAR)
        assert isinstance(found, Closed), found
        return found.reason

    def stage(self) -> Stage:
        return outlook(self.opening, live(self.touches), CADENCE, CALENDAR).stage


def sent(when: int = 2, via: Via = Via.MAIL, **more: object) -> Story:
    return Story().added(when).named(when).sent(when, via, "dana", **more)
