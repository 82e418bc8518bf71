"""Openings: keep a new one, and find the one that is meant."""

from dataclasses import dataclass
from datetime import date, datetime

from ringback.book.openings import Opening
from ringback.book.parties import Employer, Person
from ringback.core.names import fold
from ringback.core.people import Function, OpeningKind
from ringback.core.places import NOWHERE, Place
from ringback.core.record_number import record_number
from ringback.core.titles import read_title
from ringback.core.touches import Kind, Stage, Via
from ringback.desk.desk import Desk
from ringback.desk.intake.journey import BEFORE_THIS
from ringback.desk.parties import YOUR_WORD, Source, employer_named, person_at, put_route
from ringback.desk.record import Logged, record, touch
from ringback.desk.refusal import Code, Refusal
from ringback.desk.sending import mail_of
from ringback.desk.verb import reading, verb


@dataclass(frozen=True)
class NewOpening:
    """What is said of an opening when it is added; only the employer is needed."""

    employer: str
    title: str = ""
    kind: OpeningKind = OpeningKind.ADVERTISED
    url: str = ""
    place: Place = NOWHERE
    place_text: str = ""
    closes_on: date | None = None
    no_calls: str = ""
    manager: str = ""
    manager_title: str = ""
    number: str = ""
    mail: str = ""
    switchboard: str = ""
    salary: str = ""
    posting: str = ""
    reports_to: str = ""
    note: str = ""
    source: Source = YOUR_WORD
    sent_at: datetime | None = None
    via: Via = Via.MAIL


@verb
def add(desk: Desk, new: NewOpening, at: datetime | None = None) -> Logged:
    """Keep an opening; with a manager named, they are named with their evidence in the same act.

    What had gone out before it was added is recorded with it: no gate is asked about the past.
    Raises Refusal (bad value) where a name, number or address cannot be read, (not yet).
    """
    employer = employer_named(desk, new.employer, place=new.place)
    opening = Opening.objects.create(
        search=desk.search,
        employer=employer,
        title=" ".join(new.title.split()),
        kind=new.kind,
        url=new.url,
        place=new.place_text,
        salary=new.salary,
        reports_to=new.reports_to,
        posting=new.posting,
        closes_on=new.closes_on,
        no_calls=new.no_calls,
        in_hr=read_title(new.title).function is Function.HR,
        created_at=desk.now,
    )
    touches = [touch(desk, opening, Kind.ADDED, at=at, note=new.note)]
    if new.switchboard:
        put_route(desk, new.switchboard, employer=employer, source=new.source)
    person = None
    if new.manager:
        person = person_at(desk, employer, new.manager, title=new.manager_title, source=new.source)
        for text in (new.number, new.mail):
            if text:
                put_route(desk, text, employer=employer, person=person, source=new.source)
        touches.append(touch(desk, opening, Kind.NAMED, at=at, person=person))
    elif new.number or new.mail:
        for text in (new.number, new.mail):
            if text:
                put_route(desk, text, employer=employer, source=new.source)
    if new.sent_at is not None:
        touches.append(touch(
            desk, opening, Kind.SENT, at=new.sent_at, person=person, via=new.via,
            route=mail_of(desk, person, new.via), anyway="" if person else BEFORE_THIS,
        ))  # fmt: skip
    return record(desk, touches)


@reading
def find_opening(desk: Desk, reference: str) -> Opening:
    """The opening that is meant: by its number, or by words of its employer, title or manager.

    Open ones come before closed ones. Raises Refusal (not found, ambiguous).
    """
    rows = Opening.objects.filter(search=desk.search).select_related("employer")
    text = reference.strip().lstrip("#")
    if text.isdigit():
        found = rows.filter(pk=record_number(text)).first()
        if found is not None:
            return found
        raise Refusal(
            Code.NOT_FOUND, f"There is no opening with the number {text}.",
            "`ringback show` lists them all.",
        )  # fmt: skip
    words = fold(text).split()
    if not words:
        raise Refusal(Code.NOT_FOUND, "Which opening? Give its number, or words of its employer.")
    people: dict[int, list[str]] = {}
    for employer, name in Person.objects.filter(
        search=desk.search, employer__isnull=False
    ).values_list("employer_id", "name"):
        people.setdefault(employer, []).append(name)
    fitting = []
    for row in rows.order_by("pk"):
        names = " ".join((row.employer.name, row.title, *people.get(row.employer_id, ())))
        if all(word in fold(names) for word in words):
            fitting.append(row)
    by_employer = [o for o in fitting if all(w in fold(o.employer.name) for w in words)]
    fitting = by_employer or fitting
    still_open = [row for row in fitting if row.stage != Stage.CLOSED.value]
    chosen = still_open or fitting
    if not chosen:
        raise Refusal(
            Code.NOT_FOUND, f"Nothing in this search fits “{reference}”.",
            "`ringback find` looks through all text; `ringback add` keeps a new opening.",
        )  # fmt: skip
    if len(chosen) > 1:
        shown = "; ".join(f"#{o.pk} {o.title or 'letter'} at {o.employer.name}" for o in chosen[:5])
        more = f" and {len(chosen) - 5} more" if len(chosen) > 5 else ""
        raise Refusal(
            Code.AMBIGUOUS, f"“{reference}” fits {len(chosen)} openings: {shown}{more}.",
            "Say which by its number, such as 12.",
        )  # fmt: skip
    return chosen[0]


def find_person(desk: Desk, employer: Employer | None, name: str) -> Person:
    """Somebody known at an employer (None: anywhere), by words of their name.

    Raises Refusal (not found, ambiguous).
    """
    rows = Person.objects.filter(search=desk.search, merged_into__isnull=True)
    if employer is not None:
        rows = rows.filter(employer=employer)
    words = fold(name).split()
    fitting = [p for p in rows.order_by("pk") if words and all(w in fold(p.name) for w in words)]
    where = f" at {employer.name}" if employer else ""
    if not fitting:
        raise Refusal(Code.NOT_FOUND, f"Nobody called “{name}” is known{where}.")
    if len(fitting) > 1:
        shown = "; ".join(f"{p.name} ({p.title or 'no title'})" for p in fitting[:5])
        raise Refusal(Code.AMBIGUOUS, f"“{name}” fits {len(fitting)} people{where}: {shown}.")
    return fitting[0]
