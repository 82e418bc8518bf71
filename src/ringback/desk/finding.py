"""Finding: words anywhere in a search, however they are accented."""

from collections.abc import Iterator
from dataclasses import dataclass

from ringback.book.journal import SentDocument, Touch
from ringback.book.openings import Opening
from ringback.book.parties import Employer, Person, Route
from ringback.core.names import fold
from ringback.core.touches import Stage
from ringback.desk.desk import Desk
from ringback.desk.ended import taken_back
from ringback.desk.verb import reading


@dataclass(frozen=True, slots=True)
class Hit:
    """Where the words stand: an opening (None for a connection), what it is, and the text.

    ``taken_back`` tells that the opening is closed because its adding was taken back.
    """

    opening: Opening | None
    where: str
    text: str
    taken_back: bool = False


# Which opening a text belongs to, if any; what it is; the text.
_Text = tuple[int | None, str, str]


@reading
def find(desk: Desk, words: str, limit: int = 50) -> list[Hit]:
    """What holds all of these words, openings first; at most ``limit``."""
    wanted = fold(words).split()
    if not wanted:
        return []
    found: list[_Text] = []
    for one in _texts(desk):
        folded = fold(one[2])
        if all(word in folded for word in wanted):
            found.append(one)
            if len(found) >= limit:
                break
    there = Opening.objects.filter(search=desk.search).select_related("employer")
    openings = there.in_bulk([opening for opening, _, _ in found if opening is not None])
    closed = any(one.stage == Stage.CLOSED.value for one in openings.values())
    gone = taken_back(desk) if closed else frozenset()
    return [
        Hit(openings[opening] if opening is not None else None, where, text, opening in gone)
        for opening, where, text in found
    ]


def _texts(desk: Desk) -> Iterator[_Text]:
    """Every text of a search, as columns: most of them are passed by."""
    search = desk.search
    openings = Opening.objects.filter(search=search).order_by("pk")
    at: dict[int | None, int] = {}
    for pk, employer, *texts in openings.values_list(
        "pk", "employer_id", "title", "employer__name", "place", "url", "salary", "posting"
    ):
        at.setdefault(employer, pk)
        yield pk, "opening", _together(*texts)
    people = Person.objects.filter(search=search).order_by("pk")
    for employer, *texts in people.values_list("employer_id", "name", "title", "note", "linkedin"):
        yield at.get(employer), "person", _together(*texts)
    employers = Employer.objects.filter(search=search).exclude(note="").order_by("pk")
    for pk, name, note in employers.values_list("pk", "name", "note"):
        yield at.get(pk), "employer", f"{name} {note}"
    routes = Route.objects.filter(search=search).order_by("pk")
    for own, theirs, person, house, value, extension in routes.values_list(
        "employer_id", "person__employer_id", "person__name", "employer__name", "value", "extension"
    ):
        yield at.get(own or theirs), "route", f"{person or house or ''} {value} {extension}"
    touches = Touch.objects.filter(search=search).exclude(note="", anyway="").order_by("-at")
    for pk, kind, moment, *texts in touches.values_list(
        "opening_id", "kind", "at", "note", "anyway"
    ).iterator():
        yield pk, f"{kind} {moment:%Y-%m-%d}", _together(*texts)
    sent = SentDocument.objects.filter(touch__search=search).order_by("pk")
    for pk, name in sent.values_list("touch__opening_id", "name"):
        yield pk, "document", name


def _together(*parts: str) -> str:
    return " ".join(part for part in parts if part)
