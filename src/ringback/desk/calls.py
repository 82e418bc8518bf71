"""Calls: one outcome, and everything that follows from it, written down in one act."""

from dataclasses import dataclass
from datetime import date, datetime

from ringback.book.journal import Touch
from ringback.book.openings import Opening, Step
from ringback.book.parties import Person, Route
from ringback.book.replan import standing
from ringback.book.suppress import says_never
from ringback.core.outcomes import BY_WORD, Outcome, problem
from ringback.core.people import OpeningKind
from ringback.core.steps import StepKind
from ringback.core.touches import Kind, Line, Result, Stage, Who
from ringback.core.touches import Touch as TouchValue
from ringback.desk.desk import Desk
from ringback.desk.never import never
from ringback.desk.parties import Source, employer_named, person_at, put_route
from ringback.desk.record import Logged, record, touch
from ringback.desk.refusal import Code, Refusal
from ringback.desk.sending import named
from ringback.desk.verb import verb

_CALLS = (StepKind.CALL.value, StepKind.ASK_RECEPTIONIST.value)


@dataclass(frozen=True)
class Told:
    """What was told in a call besides its outcome: whom they named and how to reach them."""

    name: str = ""
    title: str = ""
    number: str = ""
    mail: str = ""
    employer: str = ""
    spelling: str = ""


NOTHING_TOLD = Told()


@verb
def log_call(
    desk: Desk,
    opening: Opening,
    outcome: Outcome,
    *,
    at: datetime | None = None,
    who: Who | None = None,
    person: Person | None = None,
    route: Route | None = None,
    moment: datetime | None = None,
    day: date | None = None,
    told: Told = NOTHING_TOLD,
    note: str = "",
) -> Logged:
    """Record a call with its outcome on three axes; the next step follows from it.

    Whom was called and on which number are taken from the step unless given. A name that was
    told becomes a person with its evidence; somebody at another employer gets an opening of
    their own. ``do not contact`` holds from then on for every record of that person.
    Raises Refusal (outcome) for a combination that cannot be, (closed), (do not contact).
    """
    if opening.stage == Stage.CLOSED.value:
        raise Refusal(
            Code.CLOSED, f"“{named(opening)}” is closed.", "Reopen it first: `ringback reopen`."
        )
    step = Step.objects.filter(opening=opening).select_related("person", "route").first()
    planned = step if step is not None and step.kind in _CALLS else None
    called = person or (planned.person if planned else _manager(desk, opening))
    if route is None and planned is not None and called == planned.person:
        route = planned.route
    spoke_to = who or outcome.who if outcome.line is Line.ANSWERED else None
    other, extra = _told(desk, opening, outcome, called, told)
    one = touch(
        desk, opening, Kind.CALLED, at=at, person=called, other=other, route=route,
        line=outcome.line, who=spoke_to, result=outcome.result, moment=moment, day=day, note=note,
    )  # fmt: skip
    wrong = problem(_value(one))
    if wrong:
        raise Refusal(Code.OUTCOME, wrong, "`ringback log --help` lists the outcomes.")
    if moment is not None and moment <= one.at:
        raise Refusal(Code.OUTCOME, "The time that they named has passed already.")
    touches = [one]
    touches.extend(extra)
    if called is not None and says_never(one):
        never(desk, called, one)
    return record(desk, touches)


def outcome_named(word: str) -> Outcome:
    """The outcome of this word, such as ``voicemail-left``. Raises Refusal (outcome)."""
    found = BY_WORD.get(word.strip().lower())
    if found is None:
        raise Refusal(
            Code.OUTCOME, f"“{word}” is no outcome of a call.",
            f"One of: {', '.join(BY_WORD)}.",
        )  # fmt: skip
    return found


def _manager(desk: Desk, opening: Opening) -> Person | None:
    target = standing(desk.search, opening).now.target
    return Person.objects.filter(pk=int(target)).first() if target else None


def _told(
    desk: Desk, opening: Opening, outcome: Outcome, called: Person | None, told: Told
) -> tuple[Person | None, list[Touch]]:
    """The person who was named in the call, and what follows for an opening of their own."""
    if not told.name:
        return None, []
    outside = outcome.result is Result.REFERRED_OUTSIDE
    if outside and not told.employer:
        raise Refusal(Code.OUTCOME, f"Where does {told.name} work?", "Give the employer as well.")
    employer = employer_named(desk, told.employer) if outside else opening.employer
    by = called.name if called else "them"
    if outcome.who is Who.RECEPTIONIST:
        by = "the receptionist"
    detail = f"named on the phone at {opening.employer.name}"
    source = Source(source=by, detail=detail)
    other = person_at(desk, employer, told.name, title=told.title, source=source)
    if told.spelling and not other.spoken:
        other.spoken = told.spelling
        other.save(update_fields=["spoken"])
    for text in (told.number, told.mail):
        if text:
            put_route(desk, text, employer=employer, person=other, source=source)
    if not outside:
        return other, []
    referral = Opening.objects.create(
        search=desk.search, employer=employer, title=opening.title, kind=OpeningKind.REFERRAL,
        created_at=desk.now,
    )  # fmt: skip
    note = f"{called.name if called else 'Somebody'} at {opening.employer.name} named them"
    return other, [
        touch(desk, referral, Kind.ADDED, note=note),
        touch(desk, referral, Kind.NAMED, person=other),
    ]


def _value(row: Touch) -> TouchValue:
    return TouchValue(
        id=row.uid.hex, opening=str(row.opening_id), at=row.at, kind=Kind(row.kind),
        other=str(row.other_id or ""), moment=row.moment,
        line=Line(row.line) if row.line else None, who=Who(row.who) if row.who else None,
        result=Result(row.result) if row.result else None,
    )  # fmt: skip
