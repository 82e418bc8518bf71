"""Sending: the gate before it, the document that goes out, the promise that the letter makes."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from ringback.book.asking import ask_of
from ringback.book.journal import Document, SentDocument
from ringback.book.openings import Opening, Step
from ringback.book.parties import Person, Route
from ringback.book.values import cadence_of, parties
from ringback.core.gate import Missing, missing
from ringback.core.people import Opening as OpeningValue
from ringback.core.people import Person as PersonValue
from ringback.core.people import RouteKind
from ringback.core.story import situation
from ringback.core.touches import Kind, Stage, Touch, Via, live
from ringback.desk.desk import Desk
from ringback.desk.ended import must_be_open
from ringback.desk.record import Logged, record, touch
from ringback.desk.refusal import Code, Refusal
from ringback.desk.verb import reading, verb

_AT_ONCE = 1_000
_NAMED = """
    SELECT DISTINCT person_id FROM book_evidence
    WHERE person_id @ANY AND +search_id = %s AND about = 'name'
"""
_REACHED = """
    SELECT DISTINCT route_id FROM book_evidence WHERE route_id @ANY AND +search_id = %s
"""
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


class Lack(NamedTuple):
    """An opening by its key, and what stands between it and being sent."""

    opening: int
    missing: tuple[Missing, ...]

    @property
    def opens(self) -> bool:
        return all(one.warns for one in self.missing)


# An opening by its key, who is known to hire for it, and what it lacks.
_Told = tuple[int, PersonValue | None, tuple[Missing, ...]]


@reading
def gate(desk: Desk, opening: Opening) -> Gate:
    """What stands between this opening and being sent."""
    (one,) = gates(desk, [opening])
    return one


@reading
def gaps(desk: Desk) -> list[Gate]:
    """Every open opening for which something is missing, in the order in which they were added."""
    lacking = [one.opening for one in lacks(desk)]
    rows = Opening.objects.filter(search=desk.search, pk__in=lacking).select_related("employer")
    return gates(desk, rows.order_by("pk"))


@reading
def lacks(desk: Desk) -> list[Lack]:
    """The same without loading any record of theirs: there may be thousands."""
    rows = Opening.objects.filter(search=desk.search).exclude(stage=Stage.CLOSED.value)
    wanted = dict(rows.order_by("pk").values_list("pk", "employer_id"))
    found = {pk: gaps for pk, _, gaps in _missing(desk, wanted) if gaps}
    return [Lack(pk, found[pk]) for pk in wanted if pk in found]


@reading
def gates(desk: Desk, openings: Iterable[Opening]) -> list[Gate]:
    """What stands between each of these openings and being sent, some hundred asked about at once.

    The openings are of this search, with their employers.
    """
    rows = {row.pk: row for row in openings}
    told = {
        pk: (manager, gaps)
        for pk, manager, gaps in _missing(desk, {pk: row.employer_id for pk, row in rows.items()})
    }
    managers = [int(manager.id) for manager, _ in told.values() if manager is not None]
    people: dict[int, Person] = {}
    for start in range(0, len(managers), _AT_ONCE):
        people |= Person.objects.in_bulk(managers[start : start + _AT_ONCE])
    return [
        Gate(row, people.get(int(manager.id)) if manager is not None else None, gaps)
        for row, (manager, gaps) in ((row, told[pk]) for pk, row in rows.items())
    ]


def _missing(desk: Desk, wanted: Mapping[int, int]) -> Iterator[_Told]:
    """What openings, each with its employer, lack; some hundred employers at once."""
    employers = sorted(set(wanted.values()))
    for start in range(0, len(employers), _AT_ONCE):
        yield from _missing_at(desk, employers[start : start + _AT_ONCE], wanted)


def _missing_at(desk: Desk, employers: list[int], wanted: Mapping[int, int]) -> Iterator[_Told]:
    cadence, search = cadence_of(desk.search), desk.search.pk
    values = [
        (value, value.person(_manager_of(value, happened)))
        for party in parties(desk.search, employers, planned=False)
        for happened in (live(party.touches),)
        for value in party.openings
        if int(value.id) in wanted
    ]
    managers = {int(manager.id) for _, manager in values if manager is not None}
    ways = {
        int(route.id)
        for value, manager in values if manager is not None
        for route in (*manager.routes, *value.employer.routes)
    }  # fmt: skip
    named = {str(pk) for (pk,) in ask_of(_NAMED, managers, search)}
    reached = {str(pk) for (pk,) in ask_of(_REACHED, ways, search)}
    for value, manager in values:
        evidenced: set[str] = set()
        if manager is not None:
            own = (*manager.routes, *value.employer.routes)
            evidenced = {manager.id} & named | {route.id for route in own} & reached
        yield int(value.id), manager, missing(value, manager, evidenced, cadence)


def _manager_of(opening: OpeningValue, touches: Iterable[Touch]) -> str:
    """Who is known to hire for an opening, by what counts at its employer; empty: nobody."""
    return situation([one for one in touches if one.opening == opening.id]).manager


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
    must_be_open(opening)
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
        anyway="" if checked.opens else anyway, note=note, route=mail_of(desk, person, via),
    )  # fmt: skip
    logged = record(desk, [went])
    for path in files:
        document = keep_document(desk, path)
        SentDocument.objects.create(touch=went, document=document, name=path.name[:255])
    return logged


_NEVER = "That holds for ever; choose somebody else, or close the opening."


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


def mail_of(desk: Desk, person: Person | None, via: Via) -> Route | None:
    """The address that a letter to somebody went to; None where it went another way."""
    if via is not Via.MAIL or person is None:
        return None
    rows = Route.objects.filter(search=desk.search, person=person, kind=RouteKind.MAIL.value)
    return rows.order_by("pk").first()


def current_step(opening: Opening) -> Step | None:
    """The step that the book keeps for this opening."""
    return Step.objects.filter(opening=opening).select_related("person", "route").first()
