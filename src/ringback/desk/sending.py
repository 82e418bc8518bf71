"""Sending: the gate before it, the document that goes out, the promise that the letter makes."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from ringback.book.journal import Document, SentDocument
from ringback.book.openings import Opening, Step
from ringback.book.parties import Evidence, Person, Route
from ringback.book.replan import standing
from ringback.book.values import cadence_of
from ringback.core.gate import Missing, missing
from ringback.core.people import RouteKind
from ringback.core.touches import Kind, Stage, Via
from ringback.desk.desk import Desk
from ringback.desk.record import Logged, record, touch
from ringback.desk.refusal import Code, Refusal
from ringback.desk.verb import reading, verb

# A résumé is seldom above 1 MB; what is larger is most likely the wrong file.
LARGEST_DOCUMENT = 25 * 1024 * 1024


@dataclass(frozen=True)
class Gate:
    """Whether an opening is ready to send: its manager, and what is still missing."""

    opening: Opening
    manager: Person | None
    missing: tuple[Missing, ...]

    @property
    def opens(self) -> bool:
        return all(one.warns for one in self.missing)


@reading
def gate(desk: Desk, opening: Opening) -> Gate:
    """What stands between this opening and being sent."""
    ground = standing(desk.search, opening)
    value = ground.opening
    manager = value.person(ground.now.manager)
    evidenced: set[str] = set()
    if manager is not None:
        about = Evidence.objects.filter(search=desk.search)
        if about.filter(person_id=int(manager.id), about="name").exists():
            evidenced.add(manager.id)
        ways = [int(r.id) for r in (*manager.routes, *value.employer.routes)]
        known = about.filter(route_id__in=ways).values_list("route_id", flat=True)
        evidenced.update(str(pk) for pk in known)
    gaps = missing(value, manager, evidenced, cadence_of(desk.search))
    person = Person.objects.filter(pk=int(manager.id)).first() if manager else None
    return Gate(opening, person, gaps)


@reading
def gaps(desk: Desk) -> list[Gate]:
    """Every open opening for which something is missing, in the order in which they were added."""
    rows = Opening.objects.filter(search=desk.search).exclude(stage=Stage.CLOSED.value)
    found = [gate(desk, row) for row in rows.select_related("employer").order_by("pk")]
    return [one for one in found if one.missing]


@verb
def send(
    desk: Desk,
    opening: Opening,
    *,
    via: Via = Via.MAIL,
    at: datetime | None = None,
    files: tuple[Path, ...] = (),
    promise: date | None = None,
    anyway: str = "",
    note: str = "",
    to: Person | None = None,
) -> Logged:
    """Record that the résumé or letter went out; the call becomes due with it (method M2).

    ``to`` is somebody other than the manager (the second person at the employer). ``promise``
    is the day that the letter names for the call.
    Raises Refusal (gate) while something is missing and no reason for ``anyway`` is given, (do
    not contact) whatever the reason, (closed), (bad file).
    """
    if opening.stage == Stage.CLOSED.value:
        raise Refusal(
            Code.CLOSED, f"“{named(opening)}” is closed.", "Reopen it first: `ringback reopen`."
        )
    checked = gate(desk, opening)
    person = to or checked.manager
    if to is not None and to.do_not_contact:
        raise Refusal(Code.DO_NOT_CONTACT, f"{to.name} asked not to be contacted.", _NEVER)
    for one in checked.missing:
        if one.for_good and to is None:
            raise Refusal(Code.DO_NOT_CONTACT, f"Not sent: {one.says}.", _NEVER)
    if not checked.opens and to is None and not anyway:
        raise Refusal(
            Code.GATE,
            f"Not ready to send to {opening.employer.name}: "
            f"{'; '.join(one.says for one in checked.missing if not one.warns)}.",
            "Find it first (`ringback next` says how), or give a reason: --anyway “…”.",
        )
    if promise is not None and promise < desk.today and at is None:
        raise Refusal(Code.BAD_VALUE, f"The promised day, {promise}, has passed.")
    went = touch(
        desk, opening, Kind.SENT, at=at, person=person, via=via, day=promise,
        anyway="" if checked.opens else anyway, note=note, route=_mail_of(desk, person, via),
    )  # fmt: skip
    logged = record(desk, [went])
    for path in files:
        document = keep_document(desk, path)
        SentDocument.objects.create(touch=went, document=document, name=path.name[:255])
    return logged


_NEVER = "That holds for ever; choose somebody else, or close the opening."


def named(opening: Opening) -> str:
    """An opening as one speaks of it."""
    return f"{opening.title or 'Letter'} at {opening.employer.name}"


def keep_document(desk: Desk, path: Path) -> Document:
    """Keep a file as it is now, once for each content. Raises Refusal (bad file)."""
    try:
        if path.is_dir():
            raise Refusal(Code.BAD_FILE, f"{path} is a folder, not a file.", "Name the file in it.")
        if path.stat().st_size > LARGEST_DOCUMENT:
            raise Refusal(
                Code.BAD_FILE, f"{path} is larger than 25 MB.", "Is it the file that was sent?"
            )
        content = path.read_bytes()
    except OSError as error:
        raise Refusal(
            Code.BAD_FILE, f"{path} cannot be read: {error.strerror or error}.",
            "Check the name, then send again; nothing was recorded.",
        ) from error  # fmt: skip
    digest = hashlib.sha256(content).hexdigest()
    document, _ = Document.objects.get_or_create(
        search=desk.search, sha256=digest,
        defaults={
            "name": path.name[:255], "size": len(content), "content": content,
            "kept_at": desk.now,
        },
    )  # fmt: skip
    return document


def _mail_of(desk: Desk, person: Person | None, via: Via) -> Route | None:
    if via is not Via.MAIL or person is None:
        return None
    rows = Route.objects.filter(search=desk.search, person=person, kind=RouteKind.MAIL.value)
    return rows.order_by("pk").first()


def current_step(opening: Opening) -> Step | None:
    """The step that the book keeps for this opening."""
    return Step.objects.filter(opening=opening).select_related("person", "route").first()
