"""The ground on which a step is planned: an opening, its situation, its rules and its calendar."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from ringback.core.best_time import narrowed
from ringback.core.cadence import Cadence, Track
from ringback.core.contact import Contact, contacts, employer_free_from, person_free_from
from ringback.core.people import Employer, Opening, Person, Route
from ringback.core.places import NOWHERE, Place
from ringback.core.situation import Situation
from ringback.core.steps import Step, StepKind
from ringback.core.story import situation
from ringback.core.touches import Bar, Purpose, Reply, Result, Touch
from ringback.core.workdays import Calendar, Half

_NOBODY = Contact()
_LAST_MINUTE = time(23, 59)
# Bound once, as in ``touches``.
_NEVER, _TOLD_NEVER = Bar.DO_NOT_CONTACT, Result.DO_NOT_CONTACT
_STOP, _BOUNCE = Reply.STOP, Reply.BOUNCE
_MAIL_ONLY = Track.MAIL


class Ground:
    """One opening with all that bears on its next step.

    ``record`` holds the live touches of every opening at the employer, in order.
    """

    __slots__ = (
        "cadence", "calendar", "dead", "floor", "had", "now", "opening", "record", "stopped",
    )  # fmt: skip

    def __init__(
        self, opening: Opening, record: Sequence[Touch], cadence: Cadence, calendar: Calendar
    ) -> None:
        self.opening = opening
        self.record = record
        self.cadence = cadence
        self.calendar = calendar
        own = [touch for touch in record if touch.opening == opening.id]
        self.now: Situation = situation(own)
        self.had: dict[str, Contact] = contacts(record)
        self.stopped, self.dead = _ruled_out(record)
        paused = self.now.paused_until
        self.floor = date.min if paused is None else paused + timedelta(days=1)

    # Whom, and how

    @property
    def employer(self) -> Employer:
        return self.opening.employer

    def person(self, id: str) -> Person | None:
        """Somebody known at the employer who may still be contacted there."""
        found = self.opening.person(id) if id else None
        if found is None or found.left or found.do_not_contact:
            return None
        return None if id in self.stopped or id in self.now.gone else found

    def is_barred(self, id: str) -> bool:
        """Whether somebody asked, in whatever opening, never to be contacted."""
        found = self.opening.person(id) if id else None
        return id in self.stopped or (found is not None and found.do_not_contact)

    def alternate(self) -> Person | None:
        """The next best candidate who was not written to, for this opening."""
        now = self.now
        for candidate in self.opening.people:
            if candidate.id in now.written_to or candidate.id in (now.target, now.manager):
                continue
            if candidate.is_hr and not self.opening.in_hr:
                continue
            if self.person(candidate.id) is not None and self.reachable(candidate):
                return candidate
        return None

    def reachable(self, person: Person) -> bool:
        """Whether there is a way that the chase may use: a call, or a mail where calls are out."""
        if self.mail_route(person) is not None:
            return True
        return not self.calls_barred(person) and self.call_route(person) is not None

    def place(self, person: Person | None) -> Place:
        if person is None or person.place == NOWHERE:
            return self.employer.place
        return person.place.or_else(self.employer.place)

    def call_route(self, person: Person | None) -> Route | None:
        """How to call them: their own line, else the switchboard; None where there is no way."""
        dead = self.dead
        own = person.calls() if person is not None else ()
        for route in own:
            if route.id not in dead:
                return route
        for route in self.employer.routes:
            if route.kind.is_call and route.usable and route.id not in dead:
                return route
        return None

    def mail_route(self, person: Person | None) -> Route | None:
        dead = self.dead
        mails = person.mails() if person is not None else ()
        return next((route for route in mails if route.id not in dead), None)

    def calls_barred(self, person: Person | None) -> bool:
        """Whether calling is ruled out, by the posting, by them, or by the seeker's choice."""
        now = self.now
        return (
            self.cadence.track is _MAIL_ONLY
            or self.opening.no_calls
            or now.no_calls
            or (person is not None and person.id in now.no_calls_to)
        )

    def contact(self, person: str) -> Contact:
        return self.had.get(person, _NOBODY)

    def free_from(self, person: Person | None) -> date:
        """The first day on which the caps let this person (None: the switchboard) be contacted."""
        place = self.place(person)
        id = person.id if person else ""
        free = employer_free_from(self.had, id, self.cadence, self.calendar, place)
        if person is not None:
            own = person_free_from(self.had.get(id), self.cadence, self.calendar, place)
            free = max(free, own)
        return free

    # When

    def own_day(self, moment: datetime) -> date:
        return self.calendar.day_of(self.calendar.home, moment)

    def desk(
        self,
        kind: StepKind,
        why: str,
        day: date,
        *,
        latest: date | None = None,
        person: str = "",
        route: Route | None = None,
        attempt: int = 1,
        purpose: Purpose | None = None,
    ) -> Step:
        """A step at the seeker's own desk: from one of their days to the end of a later one."""
        calendar = self.calendar
        first = calendar.next_own_day(max(day, self.floor))
        last = max(first, latest or first)
        return Step(
            kind=kind,
            opening=self.opening.id,
            earliest=calendar.at(calendar.home, first, time.min),
            latest=calendar.at(calendar.home, last, _LAST_MINUTE),
            day=first,
            why=why,
            person=person,
            route=route.id if route else "",
            attempt=attempt,
            purpose=purpose,
        )

    def soon(
        self,
        kind: StepKind,
        why: str,
        since: datetime,
        hours: int,
        *,
        person: str = "",
        route: Route | None = None,
        purpose: Purpose | None = None,
    ) -> Step:
        """A step at the seeker's own desk within some hours of a moment."""
        day = self.own_day(since)
        if day < self.floor:
            return self.desk(kind, why, self.floor, person=person, route=route, purpose=purpose)
        return Step(
            kind=kind,
            opening=self.opening.id,
            earliest=since,
            latest=since + timedelta(hours=hours),
            day=day,
            why=why,
            person=person,
            route=route.id if route else "",
            purpose=purpose,
        )

    def call(
        self,
        why: str,
        day: date,
        person: Person | None,
        route: Route,
        *,
        kind: StepKind = StepKind.CALL,
        attempt: int = 1,
        half: Half | None = None,
        avoid: frozenset[int] = frozenset(),
        voicemail: bool = False,
    ) -> Step:
        """A call on the first day from ``day`` on which they can be called.

        Where it is known when they are best reached, that hour counts and no half of the day.
        """
        place = self.place(person)
        best = person.best if person is not None else None
        half = None if best else half
        on, spans = self.calendar.next_callable(
            place, max(day, self.floor), avoid_weekdays=avoid, half=half
        )
        spans = narrowed(self.calendar, place, on, spans, best)
        return Step(
            kind=kind,
            opening=self.opening.id,
            earliest=spans[0].start,
            latest=spans[-1].end,
            day=on,
            why=why,
            person=person.id if person else "",
            route=route.id,
            attempt=attempt,
            leave_voicemail=voicemail,
            half=half,
        )

    def call_exactly(self, why: str, moment: datetime, person: Person | None, route: Route) -> Step:
        """A call at the moment that the other side named."""
        return Step(
            kind=StepKind.CALL,
            opening=self.opening.id,
            earliest=moment,
            latest=moment + timedelta(minutes=self.cadence.call_back_minutes),
            day=self.calendar.day_of(self.place(person), moment),
            why=why,
            person=person.id if person else "",
            route=route.id,
            exact=True,
        )


def _ruled_out(record: Sequence[Touch]) -> tuple[set[str], set[str]]:
    """Who asked never to be contacted, and which routes lead nowhere."""
    stopped: set[str] = set()
    dead: set[str] = set()
    for touch in record:
        reply = touch.reply
        if touch.bar is _NEVER or touch.result is _TOLD_NEVER or reply is _STOP:
            stopped.add(touch.person)
        if reply is _BOUNCE or touch.is_bad_number:
            dead.add(touch.route)
    return stopped, dead
