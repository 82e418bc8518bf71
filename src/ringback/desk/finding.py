"""Finding: words anywhere in a search, however they are accented."""

from collections.abc import Iterator
from dataclasses import dataclass

from ringback.book.journal import SentDocument, Touch
from ringback.book.openings import Opening
from ringback.book.parties import Employer, Person, Route
from ringback.core.names import fold
from ringback.desk.desk import Desk
from ringback.desk.verb import reading


@dataclass(frozen=True, slots=True)
class Hit:
    """Where the words stand: an opening (None for a connection), what it is, and the text."""

    opening: Opening | None
    where: str
    text: str


@reading
def find(desk: Desk, words: str, limit: int = 50) -> list[Hit]:
    """What holds all of these words, openings first; at most ``limit``."""
    wanted = fold(words).split()
    if not wanted:
        return []
    found: list[Hit] = []
    for hit in _texts(desk):
        folded = fold(hit.text)
        if all(word in folded for word in wanted):
            found.append(hit)
            if len(found) >= limit:
                break
    return found


def _texts(desk: Desk) -> Iterator[Hit]:
    search = desk.search
    openings = Opening.objects.filter(search=search).select_related("employer").order_by("pk")
    at: dict[int, Opening] = {}
    for one in openings:
        at.setdefault(one.employer_id, one)
        yield Hit(one, "opening", _together(
            one.title, one.employer.name, one.place, one.url, one.salary, one.posting))  # fmt: skip
    for person in Person.objects.filter(search=search).order_by("pk"):
        text = _together(person.name, person.title, person.note, person.linkedin)
        yield Hit(at.get(person.employer_id or 0), "person", text)
    for employer in Employer.objects.filter(search=search).exclude(note="").order_by("pk"):
        yield Hit(at.get(employer.pk), "employer", f"{employer.name} {employer.note}")
    routes = Route.objects.filter(search=search).select_related("person", "employer")
    for route in routes.order_by("pk"):
        employer_id = route.employer_id or (route.person.employer_id if route.person else None)
        whose = route.person.name if route.person else route.employer.name if route.employer else ""
        yield Hit(at.get(employer_id or 0), "route", f"{whose} {route.value} {route.extension}")
    touches = Touch.objects.filter(search=search).exclude(note="", anyway="")
    for touch in touches.select_related("opening__employer").order_by("-at").iterator():
        said = _together(touch.note, touch.anyway)
        yield Hit(touch.opening, f"{touch.kind} {touch.at:%Y-%m-%d}", said)
    sent = SentDocument.objects.filter(touch__search=search)
    for document in sent.select_related("touch__opening__employer").order_by("pk"):
        yield Hit(document.touch.opening, "document", document.name)


def _together(*parts: str) -> str:
    return " ".join(part for part in parts if part)
