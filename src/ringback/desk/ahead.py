"""What else could come next on an opening: the planner asked of what has not happened yet.

Nothing is written: each branch is a touch put behind the record, and the core's step after it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from ringback.book.openings import Opening
from ringback.book.replan import standing
from ringback.core.ground import Ground
from ringback.core.outcomes import OUTCOMES
from ringback.core.people import Opening as OpeningValue
from ringback.core.people import Person
from ringback.core.planner import next_step
from ringback.core.steps import Closed, Step, StepKind
from ringback.core.touches import Kind, Reason, Reply, Result, Touch, Via, Who
from ringback.desk.desk import Desk
from ringback.desk.verb import reading

# Sorts behind every touch of the record, and behind everybody known.
_NEXT = "~"
# The key of somebody of whom nothing is known but that they would be named.
_SOMEBODY = "~"
_MAILS = (StepKind.MAIL, StepKind.ANSWER, StepKind.CHECK_STATUS, StepKind.CLOSE_KINDLY)
_REPLIES = (Reply.POSITIVE, Reply.OBJECTION, Reply.NOT_NOW, Reply.REFERRAL, Reply.WRONG_PERSON,
            Reply.BOUNCE, Reply.REJECTION, Reply.STOP)  # fmt: skip
_ENDS = (Reason.HIRED, Reason.DECLINED)


@dataclass(frozen=True, slots=True)
class Branch:
    """What may happen (all of it leads to the same), and what would come next then.

    ``kind``, ``person``, ``day``, ``half``, ``exact`` and ``why`` are those of the step; ``person``
    is a name, ``day`` that of the person called. ``exact``: at an hour that they would name. A
    branch that closes the opening has ``closed``, the reason, and no step.
    """

    touches: tuple[Touch, ...]
    kind: str = ""
    person: str = ""
    day: date = date.min
    half: str = ""
    exact: bool = False
    why: str = ""
    closed: str = ""


@reading
def ahead(desk: Desk, opening: Opening, somebody: str = "somebody") -> tuple[Branch, ...]:
    """What could happen next on an opening, and where each of it leads; none once it is closed.

    ``somebody`` is what to call a person who would be named.
    """
    return branches(standing(desk.search, opening), desk.now, somebody)


def branches(ground: Ground, now: datetime, somebody: str) -> tuple[Branch, ...]:
    """The same on the ground of an opening, as of a moment (aware UTC)."""
    step = next_step(ground.opening, ground.record, ground.cadence, ground.calendar)
    if isinstance(step, Closed):
        return ()
    value = ground.opening._replace(people=(*ground.opening.people, Person(_SOMEBODY, somebody)))
    found: dict[Branch, list[Touch]] = {}
    for touch in _possible(ground, step, now):
        after = next_step(value, [*ground.record, touch], ground.cadence, ground.calendar)
        found.setdefault(_branch(value, after), []).append(touch)
    return tuple(replace(one, touches=tuple(touches)) for one, touches in found.items())


def _branch(value: OpeningValue, after: Step | Closed) -> Branch:
    if isinstance(after, Closed):
        return Branch((), closed=after.reason.value)
    person = value.person(after.person) if after.person else None
    if after.exact:
        # Their hour is not known before they name it.
        return Branch((), after.kind.value, person.name if person else "", exact=True)
    half = after.half.value if after.half else ""
    return Branch((), after.kind.value, person.name if person else "", after.day, half,
                  why=after.why)  # fmt: skip


def _possible(ground: Ground, step: Step, now: datetime) -> Iterator[Touch]:
    """The touches that may come next: the step is done, in each of its ways, or they write."""
    done = Touch(
        _NEXT, ground.opening.id, max(now, step.earliest), Kind.NOTED, person=step.person,
        route=step.route,
    )  # fmt: skip
    if step.kind.is_call:
        yield from _calls(ground, step, done)
    else:
        yield from _desk_acts(step, done)
    letter = ground.now.letter
    if letter is not None:
        by = done._replace(at=now, kind=Kind.REPLIED, person=ground.now.target)
        for reply in _REPLIES:
            route = letter.route if reply is Reply.BOUNCE else ""
            other = _SOMEBODY if reply is Reply.REFERRAL else ""
            if reply is not Reply.BOUNCE or (letter.via is Via.MAIL and route):
                yield by._replace(reply=reply, route=route, other=other)


def _calls(ground: Ground, step: Step, done: Touch) -> Iterator[Touch]:
    place = ground.place(ground.person(step.person))
    calendar = ground.calendar
    day = calendar.add_business_days(place, calendar.day_of(place, done.at), 2)
    named = calendar.at(place, day, time(10))
    for outcome in OUTCOMES:
        if outcome.result is Result.REFERRED_OUTSIDE:
            # That begins an opening elsewhere; of this one it says nothing.
            continue
        if step.kind is StepKind.ASK_RECEPTIONIST and outcome.who in (Who.MANAGER, Who.HR):
            continue
        yield done._replace(
            kind=Kind.CALLED, line=outcome.line, who=outcome.who, result=outcome.result,
            moment=named if "moment" in outcome.needs else None,
            other=_SOMEBODY if "person" in outcome.needs else "",
        )  # fmt: skip


def _desk_acts(step: Step, done: Touch) -> Iterator[Touch]:
    kind = step.kind
    if kind in (StepKind.SEND, StepKind.APPLY):
        yield done._replace(kind=Kind.SENT, via=Via.MAIL)
    elif kind in _MAILS:
        yield done._replace(kind=Kind.MAILED, purpose=step.purpose)
    elif kind is StepKind.THANK:
        yield done._replace(kind=Kind.THANKED)
    elif kind is StepKind.INTERVIEW:
        yield done._replace(kind=Kind.INTERVIEWED)
    elif kind is StepKind.FIND_MANAGER:
        yield done._replace(kind=Kind.NAMED, person=_SOMEBODY)
    elif kind is StepKind.DECIDE:
        for reason in _ENDS:
            yield done._replace(kind=Kind.CLOSED, reason=reason)
    elif kind is StepKind.LOOK_AGAIN:
        yield done._replace(kind=Kind.REOPENED)
