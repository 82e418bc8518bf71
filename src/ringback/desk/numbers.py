"""The numbers of a search: what was done, what came of it, and how sure that is."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from ringback.book import agenda
from ringback.book.asking import ask, days, moments
from ringback.book.parties import Search
from ringback.core.numbers.chart import Chart
from ringback.core.numbers.charts import (
    coverage_chart,
    funnel_chart,
    plan_chart,
    reach_chart,
    silence_chart,
)
from ringback.core.numbers.course import Course, Followed, course
from ringback.core.numbers.funnel import Funnel
from ringback.core.numbers.planned import PlanAndDone, plan_and_done
from ringback.core.numbers.slots import Slots, slots
from ringback.core.numbers.survival import Silence, Wait, silence
from ringback.core.places import Place
from ringback.core.touches import Stage
from ringback.desk.counted import Counts, counts
from ringback.desk.desk import Desk
from ringback.desk.verb import reading

_SENT = """
    SELECT o.id, @UTC(o.sent_at), @DAY(o.due_on), @UTC(o.followed_at), @UTC(o.answered_at),
        o.stage, @DAY(s.day), e.country, e.region, e.zone, e.city
    FROM book_opening o JOIN book_employer e ON e.id = o.employer_id
        LEFT JOIN book_step s ON s.opening_id = o.id
    WHERE o.search_id = %s AND o.sent_at IS NOT NULL ORDER BY o.sent_at, o.id
"""


class Sending(NamedTuple):
    """The first letter of an opening and what became of it (see core.outreach); moments UTC."""

    opening: str
    sent_at: datetime
    due_on: date | None
    followed_at: datetime | None
    answered_at: datetime | None
    is_closed: bool
    step_on: date | None
    place: Place


@dataclass(frozen=True, slots=True)
class Numbers:
    """All numbers of a search as of the seeker's ``day``."""

    day: date
    funnel: Funnel
    course: Course
    silence: Silence
    slots: Slots
    plan: PlanAndDone

    @property
    def charts(self) -> tuple[Chart, ...]:
        """Each with its table, its picture and its sentence."""
        return (
            funnel_chart(self.funnel),
            coverage_chart(self.course),
            silence_chart(self.silence),
            reach_chart(self.slots),
            plan_chart(self.plan),
        )


@reading
def numbers(desk: Desk) -> Numbers:
    """Every number of the search as of the desk's moment, struck touches left out.

    What was recorded for later than that moment does not count yet.
    """
    counted = counts(desk)
    sent = [one for one in sendings(desk.search) if one.sent_at <= desk.now]
    return Numbers(
        day=desk.today,
        funnel=_funnel(desk, counted, sent),
        course=course(_followed(desk, counted, sent), desk.today),
        silence=silence(_waits(desk, counted, sent)),
        slots=slots(counted.rang),
        plan=_plan(desk, counted),
    )


def sendings(search: Search) -> list[Sending]:
    """What was sent first to each opening, the earliest first."""
    moment, day = moments(), days()
    found = []
    for id, sent, due, followed, answered, stage, step, *place in ask(_SENT, search.pk):
        found.append(Sending(
            str(id), moment(sent), day(due) if due else None,
            moment(followed) if followed else None, moment(answered) if answered else None,
            stage == Stage.CLOSED.value, day(step) if step else None, Place(*place),
        ))  # fmt: skip
    return found


def _funnel(desk: Desk, counted: Counts, sent: list[Sending]) -> Funnel:
    covered = agenda.coverage(desk.search, desk.today)
    return Funnel(
        sent=len(sent),
        due=covered.due,
        followed=covered.followed,
        answered=sum(one.answered_at is not None for one in sent),
        dials=counted.dials,
        bad_numbers=counted.bad_numbers,
        conversations=counted.conversations,
        led_on=counted.led_on,
        interviews=len(counted.interviewed),
        interviews_of_sent=len(counted.interviewed & {one.opening for one in sent}),
        offers=len(counted.offered),
        offers_of_interviewed=len(counted.offered & counted.interviewed),
    )


def _followed(desk: Desk, counted: Counts, sent: list[Sending]) -> list[Followed]:
    calendar, recorded = desk.calendar, counted.recorded
    found = []
    for letter in sent:
        logged = recorded.get((letter.opening, letter.sent_at), letter.sent_at)
        due, followed = letter.due_on, letter.followed_at
        found.append(
            Followed(
                sent_on=calendar.day_of(calendar.home, letter.sent_at),
                recorded_on=calendar.day_of(letter.place, logged),
                due_on=due,
                late_after=calendar.add_business_days(letter.place, due, 1) if due else None,
                followed_on=calendar.day_of(letter.place, followed) if followed else None,
                is_open=not letter.is_closed,
                step_on=letter.step_on,
            )
        )
    return found


def _waits(desk: Desk, counted: Counts, sent: list[Sending]) -> list[Wait]:
    """Days of silence; an opening that was closed without an answer was waited for until then."""
    calendar, now = desk.calendar, desk.now
    waits = []
    for letter in sent:
        until = now
        answered = letter.answered_at is not None and letter.answered_at <= now
        if answered:
            until = letter.answered_at or now
        elif letter.is_closed:
            until = counted.last.get(letter.opening, now)
        first = calendar.day_of(calendar.home, letter.sent_at)
        end = desk.today if until is now else calendar.day_of(calendar.home, until)
        waits.append(Wait(max(0, (end - first).days), answered))
    return waits


def _plan(desk: Desk, counted: Counts) -> PlanAndDone:
    calendar, search = desk.calendar, desk.search
    begun = search.created_at
    first = calendar.day_of(calendar.home, min(begun, counted.first_dial or begun))
    return plan_and_done(
        counted.called_on,
        min(first, desk.today),
        desk.today,
        weekdays={int(figure) for figure in search.plan_days},
        a_day=search.plan_calls,
        days_off=calendar.days_off,
    )
