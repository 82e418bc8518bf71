"""The card of an opening: everything that is needed to do its next step, and all that happened."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Q

from ringback.book.journal import SentDocument, Touch
from ringback.book.openings import Opening
from ringback.book.parties import Employer, Evidence, Person, Route
from ringback.book.replan import grounds, standing
from ringback.book.suppress import struck_uids
from ringback.core.ground import Ground
from ringback.core.people import OpeningKind
from ringback.core.phones import display
from ringback.core.places import NOWHERE, Place
from ringback.core.scripts import Facts, Mail, Script, mail_for, script_for
from ringback.core.situation import Favour
from ringback.core.steps import StepKind
from ringback.core.texts.choice import language_for
from ringback.core.touches import Kind, Purpose, Reply, Result
from ringback.core.workdays import Calendar
from ringback.desk.day import Item
from ringback.desk.desk import Desk
from ringback.desk.ended import never_added
from ringback.desk.friends import OWN_LABELS
from ringback.desk.own_words import home_of, own_lines_in
from ringback.desk.sending import Gate, gate
from ringback.desk.today import item_of
from ringback.desk.verb import reading
from ringback.desk.who import asked_for

_REFERRED = tuple(
    result.value
    for result in (Result.REFERRED_INSIDE, Result.REFERRED_OUTSIDE, Result.WRONG_PERSON)
)
_NAMELESS = (StepKind.ASK_RECEPTIONIST.value, StepKind.FIND_MANAGER.value)
_LIKE_A_TALK = {
    Reply.REJECTION: Result.REJECTED,
    Reply.NOT_NOW: Result.NOT_HIRING,
    Reply.REFERRAL: Result.REFERRED_INSIDE,
}


@dataclass(frozen=True)
class Event:
    """One line of an opening's history."""

    touch: Touch
    struck: bool
    documents: tuple[str, ...]


@dataclass(frozen=True)
class Known:
    """Somebody known at the employer, with the ways to reach them and where it is all from.

    ``is_own``: one of the seeker's own people (see desk.ties).
    """

    person: Person
    routes: tuple[Route, ...]
    evidence: tuple[Evidence, ...]
    is_manager: bool
    is_own: bool = False


@dataclass(frozen=True)
class Card:
    """An opening with its step, words, people and history; ``item`` is None once it is closed.

    ``ask_for`` is whom to ask the receptionist for, while nobody is named. ``never_added`` tells
    that it is closed because its adding was taken back.
    """

    opening: Opening
    employer: Employer
    item: Item | None
    script: Script | None
    mail: Mail | None
    people: tuple[Known, ...]
    switchboard: tuple[Route, ...]
    history: tuple[Event, ...]
    gate: Gate
    hours: tuple[tuple[datetime, datetime], ...]
    ask_for: str = ""
    never_added: bool = False


@reading
def card(desk: Desk, opening: Opening) -> Card:
    """Everything about one opening, its words filled in for the desk's moment."""
    ground = standing(desk.search, opening)
    item = item_of(desk, opening.pk)
    facts = facts_of(desk, opening, ground, item)
    lang = words_in(desk, ground, item)
    kind = item.row.kind if item else ""
    purpose = item.row.purpose if item else ""
    wanted = Purpose(purpose) if purpose else None
    hours: tuple[tuple[datetime, datetime], ...] = ()
    if item is not None and item.is_call:
        hours = _hours_there(ground, item, desk.now)
    return Card(
        opening=opening,
        employer=opening.employer,
        item=item,
        script=script_for(kind, facts, own_lines_in(desk.search, lang), lang) if kind else None,
        mail=mail_for(wanted, facts, lang) if wanted is not None else None,
        people=_people(desk, opening, ground),
        switchboard=tuple(Route.objects.filter(employer=opening.employer, person=None)),
        history=history(desk, opening),
        gate=gate(desk, opening),
        hours=hours,
        ask_for=asked_for(opening, ground) if kind in _NAMELESS else "",
        never_added=item is None and never_added(desk, opening),
    )


@reading
def scripts(desk: Desk, items: Collection[Item]) -> list[tuple[Item, Script]]:
    """The words of several steps, which are asked for together."""
    wanted = {item.row.opening: item for item in items}
    rows = Opening.objects.filter(search=desk.search, pk__in=wanted).select_related("employer")
    openings = {row.pk: row for row in rows}
    employers = {row.employer_id for row in rows}
    known = {int(one.opening.id): one for one in grounds(desk.search, employers)}
    found = []
    for number, item in wanted.items():
        facts = facts_of(desk, openings[number], known[number], item)
        lang = words_in(desk, known[number], item)
        words = script_for(item.row.kind, facts, desk.search.own_lines, lang)
        found.append((item, words))
    return found


def history(desk: Desk, opening: Opening) -> tuple[Event, ...]:
    """All that happened to an opening, in order, struck touches marked; strikes left out."""
    struck = struck_uids(desk.search, opening.pk)
    documents: dict[int, list[str]] = {}
    sent = SentDocument.objects.filter(touch__opening=opening)
    for touch, name in sent.values_list("touch_id", "name"):
        documents.setdefault(touch, []).append(name)
    rows = Touch.objects.filter(opening=opening).exclude(kind=Kind.STRUCK.value)
    return tuple(
        Event(row, row.uid in struck, tuple(documents.get(row.pk, ())))
        for row in rows.select_related("person", "other", "route").order_by("at", "uid")
    )


def facts_of(desk: Desk, opening: Opening, ground: Ground, item: Item | None) -> Facts:
    """What is on file about the step, as the scripts may say it; moments local to them."""
    search, now = desk.search, ground.now
    row = item.row if item else None
    person = Person.objects.filter(pk=row.person_id).first() if row and row.person_id else None
    calendar = ground.calendar
    place = ground.place(ground.person(str(person.pk))) if person else ground.employer.place
    here = calendar.now_there(place, desk.now)
    letter = now.letter
    by = _suggested_by(person)
    mail = Route.objects.filter(person=person, kind="mail").first() if person else None
    kind = row.kind if row else ""
    nameless = kind in _NAMELESS
    lang = words_in(desk, ground, item)
    favour = now.favours.get(str(person.pk)) if person and kind == StepKind.ASK_FRIEND else None
    return Facts(
        seeker_name=search.seeker_name,
        seeker_number=_spoken(search.seeker_number, search.country),
        seeker_mail=search.seeker_mail,
        manager_name=person.name if person else "",
        manager_spoken=person.spoken if person else "",
        manager_title=person.title if person else "",
        manager_mail=mail.value if mail else "",
        employer=opening.employer.name,
        opening_title=opening.title,
        opening_kind=OpeningKind(opening.kind),
        in_hr=opening.in_hr,
        proof=own_lines_in(search, lang).get("proof", ""),
        name_source=_name_source(person),
        ask_for=asked_for(opening, ground, lang) if nameless else "",
        suggested_by=by,
        today=here.date(),
        sent_on=calendar.day_of(place, letter.at) if letter else None,
        sent_via=letter.via.value if letter and letter.via else "",
        wrote_to_manager=bool(letter and person and letter.person == str(person.pk)),
        promised=now.promise is not None and now.in_the_letter,
        promised_on=now.promise if now.in_the_letter else None,
        asked_to_call=bool(row and row.exact and _asked_themselves(ground)),
        spoke_on=_spoke_on(ground, person, place),
        purpose=Purpose(row.purpose) if row and row.purpose else None,
        last_result=_last_result(ground),
        voicemail_left=_left_voicemail_today(ground, place, here.date()),
        slots=_slots(calendar, place, here),
        interview_at=_local(calendar, place, now.interview.moment) if now.interview else None,
        decide_by=now.offer.day if now.offer else None,
        referred_to=_named_by(ground, person) if kind == StepKind.THANK else "",
        hires=_name_of(ground, now.manager) if favour else "",
        friend_there=bool(favour and person and person.employer_id == opening.employer_id),
        friend_was_there=bool(favour and person and _was_at(person, opening.employer)),
        asked_friend_on=_asked_on(ground, favour) if favour else None,
    )


def words_in(desk: Desk, ground: Ground, item: Item | None) -> str:
    """The language of a step's words: that of the search, else of where its person is called."""
    search = desk.search
    home = home_of(search)
    row = item.row if item else None
    person = ground.person(str(row.person_id)) if row and row.person_id else None
    if row and row.kind == StepKind.ASK_FRIEND:
        place = person.place if person else NOWHERE
        return language_for(search.language, place, home=home)
    return language_for(search.language, ground.place(person), row.number if row else "", home)


def _named_by(ground: Ground, friend: Person | None) -> str:
    """Whom a friend named who opened the door for this opening, to be thanked for it."""
    given = [
        touch
        for touch in ground.record
        if touch.kind is Kind.REFERRED
        and touch.opening == ground.opening.id
        and friend is not None
        and touch.other == str(friend.pk)
    ]
    return _name_of(ground, given[-1].person) if given else ""


def _name_of(ground: Ground, id: str) -> str:
    known = ground.opening.person(id) if id else None
    return known.name if known else ""


def _was_at(friend: Person, employer: Employer) -> bool:
    """Whether an older record has somebody at an employer."""
    if not friend.linkedin:
        return False
    return Person.objects.filter(employer=employer, linkedin=friend.linkedin).exists()


def _asked_on(ground: Ground, favour: Favour) -> date | None:
    """The day on which a friend was asked last, as the seeker counts days."""
    asked = [
        touch.at
        for touch in ground.record
        if touch.kind is Kind.ASKED
        and touch.opening == ground.opening.id
        and touch.other == favour.friend
    ]
    return ground.own_day(asked[-1]) if asked else None


def _local(calendar: Calendar, place: Place, moment: datetime | None) -> datetime | None:
    return calendar.now_there(place, moment) if moment is not None else None


def _spoke_on(ground: Ground, person: Person | None, place: Place) -> date | None:
    """The day of the last talk with this very person; a receptionist's word is none."""
    if person is None:
        return None
    talks = [t for t in ground.record if t.is_conversation and t.person == str(person.pk)]
    return ground.calendar.day_of(place, talks[-1].at) if talks else None


def _spoken(number: str, country: str) -> str:
    """The seeker's own number as it is said and written; as they told it where it is none."""
    return display(number, country) if number.startswith("+") else number


def _last_result(ground: Ground) -> Result | None:
    """What the last talk or answer came to; what a receptionist said of somebody is neither."""
    engaged = ground.now.engaged
    if engaged is None:
        return None
    if engaged.reply is not None:
        return _LIKE_A_TALK.get(engaged.reply)
    return engaged.result if engaged.is_conversation else None


def _asked_themselves(ground: Ground) -> bool:
    engaged = ground.now.engaged
    return engaged is not None and engaged.is_conversation and engaged.result is Result.CALL_BACK


def _left_voicemail_today(ground: Ground, place: Place, today: date) -> bool:
    contact = ground.contact(ground.now.target)
    last = contact.misses[-1] if contact.misses else None
    return (
        last is not None
        and last.line == "voicemail left"
        and ground.calendar.day_of(place, last.at) == today
    )


def _slots(calendar: Calendar, place: Place, here: datetime) -> tuple[datetime, ...]:
    """Two times to propose for a meeting, there: the second and third business day from today.

    A single one between a holiday and a weekend is passed over, as many are away on it.
    """
    ahead = [calendar.add_business_days(place, here.date(), wait) for wait in (2, 3, 4, 5)]
    is_single = {day: _is_single(calendar, place, day) for day in ahead}
    days = sorted(sorted(ahead, key=is_single.__getitem__)[:2])
    clocks = (time(10), time(14))
    zone = here.tzinfo or ZoneInfo("UTC")
    return tuple(
        datetime.combine(day, clock, tzinfo=zone) for day, clock in zip(days, clocks, strict=True)
    )


def _is_single(calendar: Calendar, place: Place, day: date) -> bool:
    beside = (day - timedelta(days=1), day + timedelta(days=1))
    return not any(calendar.business_day(place, one) for one in beside)


def _name_source(person: Person | None) -> str:
    if person is None:
        return ""
    evidence = Evidence.objects.filter(person=person, about="name").order_by("-found_at").first()
    if evidence is None or evidence.source == "told by you":
        return ""
    return evidence.source


def _suggested_by(person: Person | None) -> str:
    """Who named this person to the seeker, in a call or reply, or as a friend who may be named."""
    if person is None:
        return ""
    named = Q(other=person, person__isnull=False)
    named &= Q(result__in=_REFERRED) | Q(reply=Reply.REFERRAL.value)
    by_friend = Q(
        kind=Kind.REFERRED.value, person=person, result=Result.REFERRED_INSIDE.value,
        other__isnull=False,
    )  # fmt: skip
    referred = Touch.objects.filter((named & ~Q(kind=Kind.REFERRED.value)) | by_friend)
    rows = list(referred.select_related("person", "other").order_by("-at"))
    struck = struck_uids(person.search) if rows else frozenset()
    for row in rows:
        by = row.other if row.kind == Kind.REFERRED.value else row.person
        if row.uid not in struck and by is not None:
            return by.name
    return ""


def _people(desk: Desk, opening: Opening, ground: Ground) -> tuple[Known, ...]:
    manager = ground.now.manager
    rows = Person.objects.filter(
        search=desk.search, employer=opening.employer, merged_into__isnull=True
    ).prefetch_related("route_set", "evidence_set")
    found = [
        Known(
            row,
            tuple(row.route_set.all()),
            tuple(row.evidence_set.all()),
            is_manager=str(row.pk) == manager,
            is_own=row.is_connection or any(e.source in OWN_LABELS for e in row.evidence_set.all()),
        )
        for row in rows.order_by("pk")
    ]
    return tuple(sorted(found, key=lambda known: not known.is_manager))


def _hours_there(
    ground: Ground, item: Item, now: datetime
) -> tuple[tuple[datetime, datetime], ...]:
    place = ground.place(ground.person(str(item.row.person_id or "")))
    day = ground.calendar.day_of(place, max(now, item.open.start))
    return tuple((span.start, span.end) for span in ground.calendar.spans(place, day))
