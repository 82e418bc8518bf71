"""The numbers of a search: what was done, what came of it, and how sure that is."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from ringback.book import agenda
from ringback.book.asking import ask, utc
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
from ringback.core.numbers.slots import Dial, Slots, slots
from ringback.core.numbers.survival import Silence, Wait, silence
from ringback.core.places import Place
from ringback.core.touches import Kind, Result, Stage
from ringback.desk.desk import Desk
from ringback.desk.happened import Happened, happened
from ringback.desk.verb import reading

# All that a number is made of, and what may have ended an opening that nobody answered.
COUNTED = (
    Kind.SENT, Kind.CALLED, Kind.MAILED, Kind.BOOKED, Kind.INTERVIEWED, Kind.OFFERED, Kind.CLOSED,
    Kind.SKIPPED,
)  # fmt: skip
LED_ON = frozenset(
    {Result.INTERVIEW_SET, Result.MEETING_SET, Result.REFERRED_INSIDE, Result.REFERRED_OUTSIDE}
)
_SENT = """
    SELECT o.id, o.sent_at, o.due_on, o.followed_at, o.answered_at, o.stage,
        e.country, e.region, e.zone, e.city
    FROM book_opening o JOIN book_employer e ON e.id = o.employer_id
    WHERE o.search_id = %s AND o.sent_at IS NOT NULL ORDER BY o.sent_at, o.id
"""


@dataclass(frozen=True, slots=True)
class Sending:
    """The first letter of an opening and what became of it (see core.outreach); moments UTC."""

    opening: str
    sent_at: datetime
    due_on: date | None
    followed_at: datetime | None
    answered_at: datetime | None
    is_closed: bool
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
    record = [one for one in happened(desk.search, COUNTED) if one.touch.at <= desk.now]
    sent = [one for one in sendings(desk.search) if one.sent_at <= desk.now]
    return Numbers(
        day=desk.today,
        funnel=_funnel(desk, record, sent),
        course=course(_followed(desk, record, sent), desk.today),
        silence=silence(_waits(desk, record, sent)),
        slots=slots(_dials(desk, record)),
        plan=_plan(desk, record),
    )


def sendings(search: Search) -> list[Sending]:
    """What was sent first to each opening, the earliest first."""
    return [
        Sending(
            opening=str(id),
            sent_at=utc(sent) or sent,
            due_on=due_on,
            followed_at=utc(followed),
            answered_at=utc(answered),
            is_closed=stage == Stage.CLOSED.value,
            place=Place(country, region, zone, city),
        )
        for id, sent, due_on, followed, answered, stage, country, region, zone, city in ask(
            _SENT, search.pk
        )
    ]


def interviewed(record: Iterable[Happened]) -> set[str]:
    """The openings of which an interview was agreed or held."""
    return {
        one.touch.opening
        for one in record
        if one.touch.kind in (Kind.BOOKED, Kind.INTERVIEWED)
        or one.touch.result is Result.INTERVIEW_SET
    }


def _funnel(desk: Desk, record: list[Happened], sent: list[Sending]) -> Funnel:
    calls = [one.touch for one in record if one.touch.is_dial]
    talks = [call for call in calls if call.is_conversation]
    with_interview = interviewed(record)
    offered = {one.touch.opening for one in record if one.touch.kind is Kind.OFFERED}
    covered = agenda.coverage(desk.search, desk.today)
    return Funnel(
        sent=len(sent),
        due=covered.due,
        followed=covered.followed,
        answered=sum(one.answered_at is not None for one in sent),
        dials=len(calls),
        bad_numbers=sum(call.is_bad_number for call in calls),
        conversations=len(talks),
        led_on=sum(talk.result in LED_ON for talk in talks),
        interviews=len(with_interview),
        interviews_of_sent=len(with_interview & {one.opening for one in sent}),
        offers=len(offered),
        offers_of_interviewed=len(offered & with_interview),
    )


def _followed(desk: Desk, record: list[Happened], sent: list[Sending]) -> list[Followed]:
    calendar = desk.calendar
    recorded: dict[tuple[str, datetime], datetime] = {}
    for one in record:
        if one.touch.kind in (Kind.SENT, Kind.MAILED):
            recorded.setdefault((one.touch.opening, one.touch.at), one.logged_at)
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
            )
        )
    return found


def _waits(desk: Desk, record: list[Happened], sent: list[Sending]) -> list[Wait]:
    """Days of silence; an opening that was closed without an answer was waited for until then."""
    calendar = desk.calendar
    last = {one.touch.opening: one.touch.at for one in record}
    waits = []
    for letter in sent:
        if letter.answered_at is not None and letter.answered_at <= desk.now:
            until, answered = letter.answered_at, True
        else:
            end = last.get(letter.opening, desk.now) if letter.is_closed else desk.now
            until, answered = end, False
        first = calendar.day_of(calendar.home, letter.sent_at)
        days = (calendar.day_of(calendar.home, until) - first).days
        waits.append(Wait(max(0, days), answered))
    return waits


def _dials(desk: Desk, record: list[Happened]) -> list[Dial]:
    """Dials that rang, on the clock of the person called; a bad number tells of no hour."""
    calendar = desk.calendar
    return [
        Dial(
            calendar.day_of(one.place, one.touch.at).weekday(),
            calendar.half_of(one.place, one.touch.at),
            one.touch.is_conversation,
        )
        for one in record
        if one.touch.is_dial and not one.touch.is_bad_number
    ]


def _plan(desk: Desk, record: list[Happened]) -> PlanAndDone:
    calendar, search = desk.calendar, desk.search
    days = [calendar.day_of(calendar.home, one.touch.at) for one in record if one.touch.is_dial]
    first = min([calendar.day_of(calendar.home, search.created_at), *days])
    return plan_and_done(
        Counter(days),
        min(first, desk.today),
        desk.today,
        weekdays={int(figure) for figure in search.plan_days},
        a_day=search.plan_calls,
        days_off=calendar.days_off,
    )
