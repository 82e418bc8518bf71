"""Answers and letters after the first: replies, mails, thanks, interviews, offers, referrals."""

from datetime import date, datetime

from ringback.book.openings import Opening
from ringback.book.parties import Person, Route
from ringback.book.replan import standing
from ringback.core.touches import Kind, Purpose, Reason, Reply, Result
from ringback.desk.calls import NOTHING_TOLD, Told, person_told
from ringback.desk.desk import Desk
from ringback.desk.ended import must_be_open, named
from ringback.desk.friends import friend_named
from ringback.desk.never import never
from ringback.desk.parties import Source, person_at
from ringback.desk.record import Logged, record, touch
from ringback.desk.refusal import Code, Refusal
from ringback.desk.sending import current_step
from ringback.desk.verb import verb


@verb
def log_reply(
    desk: Desk,
    opening: Opening,
    reply: Reply,
    *,
    at: datetime | None = None,
    person: Person | None = None,
    day: date | None = None,
    named_person: str = "",
    note: str = "",
) -> Logged:
    """Record an answer in writing. ``day`` is when they are back, or when to look again.

    Raises Refusal (outcome) where the answer needs a day or a name.
    """
    by = person or _concerned(desk, opening)
    if reply is Reply.OUT_OF_OFFICE and day is None:
        raise Refusal(Code.OUTCOME, "Out of office until when?", "Give the day of their return.")
    if reply is Reply.REFERRAL and not named_person:
        raise Refusal(Code.OUTCOME, "Whom did they name?", "Give the name.")
    other = None
    if named_person:
        source = Source(source=by.name if by else opening.employer.name, detail="in their reply")
        other = person_at(desk, opening.employer, named_person, source=source)
    route = None
    if reply is Reply.BOUNCE and by is not None:
        route = Route.objects.filter(person=by, kind="mail").order_by("pk").first()
    one = touch(
        desk, opening, Kind.REPLIED, at=at, person=by, other=other, route=route, reply=reply,
        day=day, note=note,
    )  # fmt: skip
    if reply is Reply.STOP and by is not None:
        never(desk, by, one)
    return record(desk, [one])


@verb
def log_mail(
    desk: Desk,
    opening: Opening,
    purpose: Purpose | None = None,
    *,
    at: datetime | None = None,
    person: Person | None = None,
    note: str = "",
) -> Logged:
    """Record a mail after the first letter; what it is for is taken from the step.

    Raises Refusal (do not contact, closed).
    """
    step = current_step(opening)
    if purpose is None:
        purpose = Purpose(step.purpose) if step and step.purpose else Purpose.FOLLOW_UP
    to = person or (step.person if step else None) or _concerned(desk, opening)
    _open_to(opening, to)
    route = Route.objects.filter(person=to, kind="mail").order_by("pk").first() if to else None
    one = touch(
        desk, opening, Kind.MAILED, at=at, person=to, route=route, purpose=purpose, note=note
    )
    return record(desk, [one])


@verb
def thank(
    desk: Desk,
    opening: Opening,
    *,
    at: datetime | None = None,
    person: Person | None = None,
    note: str = "",
) -> Logged:
    """Record that somebody was thanked; whom is taken from the step."""
    step = current_step(opening)
    whom = person or (step.person if step else None) or _concerned(desk, opening)
    return record(desk, [touch(desk, opening, Kind.THANKED, at=at, person=whom, note=note)])


@verb
def book_interview(
    desk: Desk,
    opening: Opening,
    moment: datetime,
    *,
    at: datetime | None = None,
    person: Person | None = None,
    note: str = "",
) -> Logged:
    """Record that an interview is set for a moment. Raises Refusal (bad value) for a past one."""
    if moment <= (at or desk.now):
        raise Refusal(
            Code.BAD_VALUE, "That time has passed.",
            "If the interview has been held, record it with --held.",
        )  # fmt: skip
    whom = person or _concerned(desk, opening)
    one = touch(desk, opening, Kind.BOOKED, at=at, person=whom, moment=moment, note=note)
    return record(desk, [one])


@verb
def log_interview(
    desk: Desk,
    opening: Opening,
    *,
    at: datetime | None = None,
    person: Person | None = None,
    promised: date | None = None,
    note: str = "",
) -> Logged:
    """Record that an interview was held; ``promised`` is the day of the answer they named."""
    whom = person or _concerned(desk, opening)
    one = touch(desk, opening, Kind.INTERVIEWED, at=at, person=whom, day=promised, note=note)
    return record(desk, [one])


@verb
def log_offer(
    desk: Desk,
    opening: Opening,
    *,
    at: datetime | None = None,
    decide_by: date | None = None,
    note: str = "",
) -> Logged:
    """Record an offer, with the day by which to decide where one was named."""
    whom = _concerned(desk, opening)
    one = touch(desk, opening, Kind.OFFERED, at=at, person=whom, day=decide_by, note=note)
    return record(desk, [one])


@verb
def refer(
    desk: Desk,
    opening: Opening,
    by: str,
    *,
    at: datetime | None = None,
    title: str = "",
    told: Told = NOTHING_TOLD,
    may_say: bool = False,
    note: str = "",
) -> Logged:
    """Record that somebody the seeker knows opened the door; thanks to them are due with it.

    ``told`` is whom they named as the manager, who is called next; ``may_say`` that the seeker
    may say who sent them. Without it no words of ours give the friend away.
    Raises Refusal (do not contact) for a manager who wants no contact, and as ``friend_named``.
    """
    detail = f"referral for {named(opening)}"
    friend = friend_named(desk, by, title=title, source=Source(detail=detail))
    manager = result = None
    if told.name:
        result = Result.REFERRED_INSIDE if may_say else Result.NAME_OBTAINED
        source = Source(
            source=friend.name if may_say else "somebody I know", detail=f"{friend.name}: {detail}"
        )
        manager = person_told(desk, opening.employer, told, source)
        _open_to(opening, manager)
    return record(
        desk,
        [touch(desk, opening, Kind.REFERRED, at=at, person=manager, other=friend, result=result,
               note=note)],
    )  # fmt: skip


@verb
def decide(desk: Desk, opening: Opening, *, accepted: bool, note: str = "") -> Logged:
    """Close an opening with an offer: taken or declined."""
    reason = Reason.HIRED if accepted else Reason.DECLINED
    return record(desk, [touch(desk, opening, Kind.CLOSED, reason=reason, note=note)])


def _concerned(desk: Desk, opening: Opening) -> Person | None:
    """Whom an answer most likely came from: the one who was written to, else the manager."""
    now = standing(desk.search, opening).now
    id = now.target or now.manager
    return Person.objects.filter(pk=int(id)).first() if id else None


def _open_to(opening: Opening, person: Person | None) -> None:
    must_be_open(opening)
    if person is not None and person.do_not_contact:
        raise Refusal(
            Code.DO_NOT_CONTACT, f"{person.name} asked not to be contacted.",
            "That holds for ever and for every record of them.",
        )  # fmt: skip
