"""People and employers: to be looked through page by page, and one chosen as the manager."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from ringback.book.openings import Opening
from ringback.book.parties import Employer, Merge, Person
from ringback.core.names import fold
from ringback.core.touches import Kind, Stage
from ringback.desk.desk import Desk
from ringback.desk.record import Logged, record, touch
from ringback.desk.refusal import Code, Refusal
from ringback.desk.verb import reading, verb

AT_ONCE = 100
# Among so many at one employer a double is looked for by eye.
MOST_BESIDE = 200


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody in the list; ``employer`` is None for somebody without one."""

    person: int
    name: str
    title: str
    employer_id: int | None
    employer: str | None
    is_hr: bool
    is_connection: bool
    do_not_contact: bool


@dataclass(frozen=True, slots=True)
class People:
    """One page of people, and how many there are in all."""

    lines: tuple[Known, ...]
    count: int
    page: int
    pages: int


_FIELDS = (
    "pk", "name", "title", "employer_id", "employer__name", "is_hr", "is_connection",
    "do_not_contact",
)  # fmt: skip


@reading
def people(
    desk: Desk, words: str = "", *, connections: bool = False, never: bool = False, page: int = 1,
    at_once: int = AT_ONCE,
) -> People:  # fmt: skip
    """People by name; ``connections`` only the seeker's own, ``never`` only those on the list."""
    rows = _standing(desk)
    if connections:
        rows = rows.filter(is_connection=True)
    if never:
        rows = rows.filter(do_not_contact=True)
    for word in words.split():
        rows = rows.filter(
            Q(name__icontains=word) | Q(title__icontains=word) | Q(employer__name__icontains=word)
            | Q(key__contains=fold(word))
        )  # fmt: skip
    count = rows.count()
    pages = max(1, -(-count // at_once))
    page = min(max(1, page), pages)
    found = rows.order_by("key", "pk").values_list(*_FIELDS)[(page - 1) * at_once : page * at_once]
    lines = tuple(Known(*row) for row in found)
    return People(lines, count, page, pages)


@reading
def employers_with(desk: Desk, words: str = "", limit: int = AT_ONCE) -> list[Employer]:
    """Employers by name, each with ``openings_open``, how many of its openings are open."""
    rows = Employer.objects.filter(
        search=desk.search, merged_into__isnull=True, withdrawn_at__isnull=True
    )
    for word in words.split():
        rows = rows.filter(name__icontains=word)
    is_open = ~Q(opening__stage=Stage.CLOSED.value) & Q(opening__isnull=False)
    counted = rows.annotate(openings_open=Count("opening", filter=is_open))
    return list(counted.order_by("-openings_open", "name")[:limit])


@reading
def beside(desk: Desk, person: Person) -> list[Person]:
    """Who may be the same: others at their employer, and others of their name anywhere."""
    rows = _standing(desk).exclude(pk=person.pk)
    near = Q(key=person.key)
    if person.employer_id is not None:
        near |= Q(employer_id=person.employer_id)
    return list(rows.filter(near).select_related("employer").order_by("name")[:MOST_BESIDE])


@reading
def employers_beside(desk: Desk, employer: Employer) -> list[Employer]:
    """Employers whose name begins like this one's, which may be the same."""
    first = employer.key.partition(" ")[0]
    rows = Employer.objects.filter(
        search=desk.search, merged_into__isnull=True, withdrawn_at__isnull=True,
        key__startswith=first,
    )  # fmt: skip
    return list(rows.exclude(pk=employer.pk).order_by("name")[:MOST_BESIDE])


@reading
def merges_of(desk: Desk, kind: str, kept: int) -> list[Merge]:
    """The merges into a record that still stand, the newest first."""
    rows = Merge.objects.filter(search=desk.search, kind=kind, kept=kept, undone_at__isnull=True)
    return list(rows.order_by("-pk"))


@reading
def openings_at(desk: Desk, employer: int) -> list[Opening]:
    """The openings of an employer, the open ones first."""
    rows = Opening.objects.filter(search=desk.search, employer_id=employer)
    found = list(rows.select_related("step").order_by("-pk"))
    return sorted(found, key=lambda one: one.stage == Stage.CLOSED.value)


@verb
def choose_manager(desk: Desk, opening: Opening, person: Person) -> Logged:
    """Name somebody as the manager who is known already. Raises Refusal (do not contact)."""
    if person.do_not_contact:
        raise Refusal(
            Code.DO_NOT_CONTACT, f"{person.name} asked not to be contacted.",
            "That holds for ever and for every record of them: name somebody else.",
        )  # fmt: skip
    return record(desk, [touch(desk, opening, Kind.NAMED, person=person)])


def _standing(desk: Desk) -> "QuerySet[Person]":
    return Person.objects.filter(
        search=desk.search, merged_into__isnull=True, withdrawn_at__isnull=True
    )
