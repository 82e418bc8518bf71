"""Calls: one outcome, and everything that follows from it, written down in one act."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from difflib import get_close_matches
from uuid import UUID

from ringback.book.due_call import due_call
from ringback.book.journal import Touch
from ringback.book.openings import Opening
from ringback.book.parties import Employer, Person, Route
from ringback.book.replan import standing
from ringback.book.suppress import says_never
from ringback.core.best_time import Window
from ringback.core.outcomes import BY_KEY, BY_WORD, Outcome, problem
from ringback.core.people import OpeningKind
from ringback.core.touches import Kind, Line, Result, Stage, Who
from ringback.core.touches import Touch as TouchValue
from ringback.desk.desk import Desk
from ringback.desk.ended import closed
from ringback.desk.never import never
from ringback.desk.parties import Source, add_evidence, employer_named, person_at, put_route
from ringback.desk.record import Logged, record, touch
from ringback.desk.refusal import Code, Refusal
from ringback.desk.verb import verb

_LONGEST_EXTENSION = 8


@dataclass(frozen=True)
class Told:
    """What was told in a call besides its outcome: whom they named and how to reach them.

    ``extension`` goes with ``number``, or with the number that was dialled; ``best`` are the hours
    at which they are best reached, on their own clock. Without a name these are of whom was called.
    """

    name: str = ""
    title: str = ""
    number: str = ""
    mail: str = ""
    employer: str = ""
    spelling: str = ""
    extension: str = ""
    best: Window | None = None


NOTHING_TOLD = Told()


@dataclass(frozen=True, slots=True)
class Named:
    """A call that has its name before it is recorded.

    ``whom``: told earlier than it could be recorded, it was made to this person on this route,
    whatever the step says now. A closed opening takes it as well: it happened.
    """

    uid: UUID
    whom: tuple[Person | None, Route | None] | None = None


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
    given: Named | None = None,
) -> Logged:
    """Record a call with its outcome on three axes; the next step follows from it.

    Whom was called and on which number are taken from the step unless given. A name that was
    told becomes a person with its evidence; somebody at another employer gets an opening of
    their own. ``do not contact`` holds from then on for every record of that person.
    Raises Refusal (outcome) for a combination that cannot be, (closed), (do not contact).
    """
    if opening.stage == Stage.CLOSED.value and not (given and given.whom):
        raise closed(opening)
    whom, number = (given and given.whom) or whom_to_call(desk, opening)
    called = person or whom
    if route is None and called == whom:
        route = number
    spoke_to = who or outcome.who if outcome.line is Line.ANSWERED else None
    other, extra = _told(desk, opening, outcome, called, told, route)
    one = touch(
        desk, opening, Kind.CALLED, at=at, person=called, other=other, route=route,
        line=outcome.line, who=spoke_to, result=outcome.result, moment=moment, day=day, note=note,
        uid=given.uid if given else None,
    )  # fmt: skip
    wrong = problem(_value(one))
    if wrong:
        raise Refusal(Code.OUTCOME, wrong, _so_told(opening, outcome, moment))
    if moment is not None and moment <= one.at:
        raise Refusal(Code.OUTCOME, "The time that they named has passed already.")
    touches = [one]
    touches.extend(extra)
    if called is not None and says_never(one):
        never(desk, called, one)
    return record(desk, touches)


def _so_told(opening: Opening, outcome: Outcome, moment: datetime | None) -> str:
    """How a call of this outcome is logged with all that it needs."""
    if "moment" in outcome.needs and moment is None:
        return f'Such as: `ringback log {opening.pk} {outcome.word} -m "tomorrow 10am"`.'
    if "person" in outcome.needs:
        return f'Such as: `ringback log {opening.pk} {outcome.word} --name "NAME"`.'
    return "`ringback log --help` lists the outcomes."


def whom_to_call(desk: Desk, opening: Opening) -> tuple[Person | None, Route | None]:
    """Whom a call for an opening goes to as things stand, and on which number."""
    return due_call(opening.pk) or (_manager(desk, opening), None)


def outcome_named(word: str) -> Outcome:
    """The outcome of this word, such as ``voicemail-left``, or of its letter.

    One that closes or bars is told by its word alone. Raises Refusal (outcome).
    """
    found = BY_WORD.get(word.strip().lower()) or BY_KEY.get(word.strip())
    if found is not None and found.is_grave and word.strip() == found.key:
        raise Refusal(
            Code.OUTCOME, f"“{word}” closes or bars: it takes its word, “{found.word}”.",
            f"“{found.word}” says: {found.says}.",
        )  # fmt: skip
    if found is None:
        near = get_close_matches(word.strip().lower(), BY_WORD, n=1)
        raise Refusal(
            Code.OUTCOME, f"“{word}” is no outcome of a call.",
            f"Did you mean “{near[0]}”?" if near else "`ringback log --help` tells all there are.",
        )  # fmt: skip
    return found


def _manager(desk: Desk, opening: Opening) -> Person | None:
    target = standing(desk.search, opening).now.target
    return Person.objects.filter(pk=int(target)).first() if target else None


def _told(
    desk: Desk,
    opening: Opening,
    outcome: Outcome,
    called: Person | None,
    told: Told,
    dialled: Route | None,
) -> tuple[Person | None, list[Touch]]:
    """The person who was named in the call, and what follows for an opening of their own."""
    if not told.name:
        _told_of(desk, opening, outcome, called, told, dialled)
        return None, []
    outside = outcome.result is Result.REFERRED_OUTSIDE
    if outside and not told.employer:
        raise Refusal(Code.OUTCOME, f"Where does {told.name} work?", "Give the employer as well.")
    employer = employer_named(desk, told.employer) if outside else opening.employer
    source = _by_word_of(opening, outcome, called)
    other = person_told(desk, employer, told, source, dialled if not outside else None)
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


def _by_word_of(opening: Opening, outcome: Outcome, called: Person | None) -> Source:
    by = called.name if called else "them"
    if outcome.who is Who.RECEPTIONIST:
        by = "the receptionist"
    return Source(source=by, detail=f"named on the phone at {opening.employer.name}")


def _told_of(
    desk: Desk,
    opening: Opening,
    outcome: Outcome,
    called: Person | None,
    told: Told,
    dialled: Route | None,
) -> None:
    """What was told of the one called, such as their extension. Raises Refusal (outcome)."""
    if told == NOTHING_TOLD:
        return
    if called is None:
        raise Refusal(Code.OUTCOME, "Whose is it?", "Give the person's name as well.")
    source = _by_word_of(opening, outcome, called)
    person_told(desk, opening.employer, replace(told, name=called.name), source, dialled)


def person_told(
    desk: Desk, employer: Employer, told: Told, source: Source, dialled: Route | None = None
) -> Person:
    """The person who was named, with what was told of them; part of a verb.

    An extension without a number belongs to the one that was dialled, else to the switchboard.
    How the name is said is kept once, when they are best reached as it was told last.
    Raises Refusal (bad value) for a number or an extension that cannot be.
    """
    person = person_at(desk, employer, told.name, title=told.title, source=source)
    changed = []
    if told.spelling and not person.spoken:
        person.spoken = told.spelling
        changed.append("spoken")
    if told.best:
        person.best_from, person.best_until = told.best
        changed += ["best_from", "best_until"]
        add_evidence(desk, person, "best time", source)
    if changed:
        person.save(update_fields=changed)
    for text in (_with_extension(employer, told, dialled), told.mail):
        if text:
            put_route(desk, text, employer=employer, person=person, source=source)
    return person


def _with_extension(employer: Employer, told: Told, dialled: Route | None) -> str:
    """The number that was told, with its extension; empty where none was."""
    if not told.extension:
        return told.number
    digits = "".join(filter(str.isdigit, told.extension))
    if not digits or len(digits) > _LONGEST_EXTENSION:
        raise Refusal(Code.BAD_VALUE, f"“{told.extension}” is no extension.", "Give its digits.")
    number = told.number
    if not number:
        own = Route.objects.filter(employer=employer, person=None).exclude(kind="mail")
        house = dialled if dialled is not None and dialled.kind != "mobile" else None
        main = house or own.order_by("pk").first()
        if main is None:
            raise Refusal(
                Code.BAD_VALUE, f"Of which number is {digits} the extension?",
                "Give the number as well.",
            )  # fmt: skip
        number = main.value
    return f"{number} ext. {digits}"


def _value(row: Touch) -> TouchValue:
    return TouchValue(
        id=row.uid.hex, opening=str(row.opening_id), at=row.at, kind=Kind(row.kind),
        other=str(row.other_id or ""), moment=row.moment,
        line=Line(row.line) if row.line else None, who=Who(row.who) if row.who else None,
        result=Result(row.result) if row.result else None,
    )  # fmt: skip
