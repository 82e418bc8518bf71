"""The planner: what is to be done next on an opening, computed from its touches alone.

``next_step`` is pure and total and takes no clock. The rules stand in the order in which they
bind: closed, what somebody asked for, the rest, the name, the letter, the chase.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from ringback.core.cadence import Cadence
from ringback.core.chase import chase, first_call_day, look_again
from ringback.core.favours import with_favours
from ringback.core.ground import Ground
from ringback.core.outreach import Outreach, outreach
from ringback.core.people import Opening, Person
from ringback.core.situation import Demand
from ringback.core.steps import Closed, Step, StepKind
from ringback.core.touches import Purpose, Reason, Stage, Touch, live
from ringback.core.workdays import Calendar, Half


def next_step(
    opening: Opening, touches: Iterable[Touch], cadence: Cadence, calendar: Calendar
) -> Step | Closed:
    """The one next step of an opening, or that it is closed.

    ``touches`` are those of every opening at the same employer, in any order, struck ones
    included: the caps and the one caller for each employer reach across openings.
    """
    return outlook(opening, live(touches), cadence, calendar).step


class Outlook(NamedTuple):
    """All that is derived for one opening: step, stage, and its outreach for the coverage."""

    step: Step | Closed
    stage: Stage
    outreach: Outreach | None


def outlook(
    opening: Opening, record: tuple[Touch, ...], cadence: Cadence, calendar: Calendar
) -> Outlook:
    """What follows from the live touches at the employer (``touches.live``)."""
    ground = Ground(opening, record, cadence, calendar)
    step = _plan(ground)
    return Outlook(step, _stage(ground, step), outreach(ground))


def _plan(ground: Ground) -> Step | Closed:
    now, opening = ground.now, ground.opening.id
    if now.added is None:
        return Closed(opening, Reason.NOT_ADDED, None)
    if now.closed is not None:
        return Closed(opening, now.closed.reason or Reason.WITHDRAWN, now.closed.at)
    demanded = _first_demand(ground)
    if now.end is not None:
        return demanded or Closed(opening, now.end, now.ended.at if now.ended else None)
    if not now.favours:
        return demanded or _own_course(ground)
    return with_favours(ground, demanded or _own_course(ground), demanded=demanded is not None)


def _own_course(ground: Ground) -> Step:
    """What comes next where nobody asked for anything: rest, name, letter, chase."""
    now = ground.now
    if now.resting is not None:
        return look_again(ground)
    target = ground.person(now.target)
    if target is None:
        return _find_manager(ground)
    letter = now.letter
    if letter is None or letter.person not in ("", target.id):
        return _send(ground, target)
    return chase(ground, letter, target)


def _stage(ground: Ground, step: Step | Closed) -> Stage:
    now = ground.now
    if isinstance(step, Closed):
        return Stage.CLOSED
    if now.offer is not None:
        return Stage.OFFERED
    if now.interview is not None:
        return Stage.INTERVIEWING
    if step.kind is StepKind.LOOK_AGAIN:
        return Stage.DORMANT
    if now.engaged is not None:
        return Stage.IN_CONVERSATION
    if now.letter is not None:
        return Stage.SENT
    return Stage.READY if step.kind is StepKind.SEND else Stage.RESEARCHING


def _first_demand(ground: Ground) -> Step | None:
    """The first thing asked for that can be done; what has no way to be done is passed over."""
    for demand in ground.now.demands:
        step = _demanded(ground, demand)
        if step is not None:
            return step
    return None


def _demanded(ground: Ground, demand: Demand) -> Step | None:
    kind, whom = demand.kind, demand.person
    if ground.is_barred(whom):
        if kind not in (StepKind.INTERVIEW, StepKind.DECIDE):
            return None
        whom = ""
    if kind is StepKind.CALL:
        return _asked_call(ground, demand)
    if kind in (StepKind.MAIL, StepKind.THANK, StepKind.CHECK_STATUS, StepKind.ANSWER):
        return _asked_mail(ground, demand)
    cadence, since = ground.cadence, demand.since
    if kind is StepKind.SEND:
        hours = cadence.send_more_hours
        return ground.soon(
            kind, demand.why, since, hours, person=demand.person, purpose=demand.purpose
        )
    if kind is StepKind.INTERVIEW and demand.moment is not None:
        return Step(
            kind=kind, opening=ground.opening.id, earliest=demand.moment,
            latest=demand.moment + timedelta(hours=1), why=demand.why, person=whom,
            day=ground.calendar.day_of(ground.place(ground.person(demand.person)), demand.moment),
            exact=True,
        )  # fmt: skip
    day = ground.own_day(since)
    if kind is StepKind.DECIDE:
        by = demand.day or ground.calendar.add_business_days(
            ground.calendar.home, day, cadence.decide_days
        )
        return ground.desk(kind, demand.why, day, latest=by, person=whom)
    # The hour of an interview can be said until its day.
    last = max(day + timedelta(days=1), demand.day or day)
    return ground.desk(kind, demand.why, day, latest=last, person=whom)


def _asked_call(ground: Ground, demand: Demand) -> Step | None:
    """A call that they asked for, or that a talk or an absence makes due; no cap holds for it."""
    person = ground.person(demand.person)
    route = ground.call_route(person)
    if route is None or (demand.person and person is None):
        return None
    if demand.moment is not None:
        return ground.call_exactly(demand.why, demand.moment, person, route)
    if ground.calls_barred(person):
        return None
    place, cadence = ground.place(person), ground.cadence
    calendar = ground.calendar
    if demand.day is None:
        start, least = calendar.day_of(place, demand.since), 1
    else:
        start, least = demand.day, 0
    wait = demand.wait(cadence) if demand.wait is not None else least
    day = calendar.add_business_days(place, start, wait)
    kind = StepKind.CALL if demand.person else StepKind.ASK_RECEPTIONIST
    return ground.call(demand.why, day, person, route, kind=kind)


def _asked_mail(ground: Ground, demand: Demand) -> Step | None:
    person = ground.person(demand.person)
    route = ground.mail_route(person)
    kind, cadence = demand.kind, ground.cadence
    if kind is StepKind.CHECK_STATUS:
        return _check_status(ground, demand)
    if kind is StepKind.ANSWER:
        day = ground.own_day(demand.since)
        by = ground.calendar.add_business_days(ground.calendar.home, day, cadence.answer_days)
        return ground.desk(
            kind, demand.why, day, latest=by, person=demand.person, route=route,
            purpose=Purpose.ANSWER,
        )  # fmt: skip
    if route is None and (kind is StepKind.MAIL or ground.now.end is not None):
        return None
    hours = cadence.thanks_hours
    return ground.soon(
        kind, demand.why, demand.since, hours,
        person=demand.person, route=route, purpose=demand.purpose,
    )  # fmt: skip


def _check_status(ground: Ground, demand: Demand) -> Step:
    cadence, calendar = ground.cadence, ground.calendar
    place = ground.place(ground.person(demand.person))
    route = ground.mail_route(ground.person(demand.person))
    if demand.day is not None:
        day = calendar.add_business_days(place, demand.day, cadence.status_days)
    else:
        since = calendar.day_of(place, demand.since)
        day = calendar.add_business_days(place, since, cadence.status_silent_days)
    checks = ground.now.checks
    if checks >= cadence.status_checks:
        why = "They have not answered after the interview: close kindly"
        return ground.desk(
            StepKind.CLOSE_KINDLY, why, day, person=demand.person, route=route,
            purpose=Purpose.CLOSING,
        )  # fmt: skip
    return ground.desk(
        StepKind.CHECK_STATUS, demand.why, day, person=demand.person, route=route,
        attempt=checks + 1, purpose=Purpose.STATUS,
    )  # fmt: skip


def _find_manager(ground: Ground) -> Step:
    """The name comes before the letter (method M6); the receptionist has it (M8)."""
    now, cadence, calendar = ground.now, ground.cadence, ground.calendar
    who = ground.opening.person(now.target)
    letter = now.letter
    last = now.last or letter
    start = ground.own_day(last.at) if last is not None else date.min
    place = ground.employer.place
    if letter is None:
        due = calendar.add_business_days(calendar.home, start, cadence.research_days)
        why = "Find out who hires before anything is sent"
    else:
        due = max(start, first_call_day(ground, letter, place)[0])
        why = "Something was sent to nobody by name: find out who hires, then call them"
    if who is not None and who.id in ground.stopped:
        why = f"{who.name} is not to be contacted: find out who else hires, or close"
    elif who is not None or now.gone:
        why = "The one you wrote to does not hire for this: find out who does"
    route = ground.call_route(None)
    tried = len(now.desk_calls)
    may_ask = tried < cadence.receptionist_attempts and not _asked_enough(ground)
    if route is None or ground.calls_barred(None) or not may_ask:
        return ground.desk(StepKind.FIND_MANAGER, why, start, latest=due)
    if not tried:
        day, half = calendar.add_business_days(place, start, min(1, cadence.research_days)), None
    else:
        last_day = calendar.day_of(place, now.desk_calls[-1].at)
        day = calendar.add_business_days(place, last_day, cadence.receptionist_retry_days)
        before = calendar.half_of(place, now.desk_calls[-1].at)
        half = Half.AFTERNOON if before is Half.MORNING else Half.MORNING
        half = half if cadence.other_half_day else None
    day = max(day, ground.free_from(None))
    return ground.call(
        f"{why}: the receptionist knows", day, None, route,
        kind=StepKind.ASK_RECEPTIONIST, attempt=tried + 1, half=half,
    )  # fmt: skip


def _asked_enough(ground: Ground) -> bool:
    return any(s.skipped == StepKind.ASK_RECEPTIONIST for s in ground.now.skips)


def _send(ground: Ground, target: Person) -> Step:
    now, cadence, calendar = ground.now, ground.cadence, ground.calendar
    start = ground.own_day(now.last.at) if now.last is not None else date.min
    if not ground.reachable(target):
        why = f"There is no way to reach {target.name} yet: find a number or an address"
        by = calendar.add_business_days(calendar.home, start, cadence.research_days)
        return ground.desk(StepKind.FIND_ROUTE, why, start, latest=by, person=target.id)
    by = calendar.add_business_days(calendar.home, start, cadence.ready_days)
    day = max(start, ground.free_from(target))
    why = f"Everything is on file: send it to {target.name}"
    if now.letter is not None:
        why = f"Your letter went to somebody else: write to {target.name}"
    return ground.desk(StepKind.SEND, why, day, latest=max(day, by), person=target.id)
