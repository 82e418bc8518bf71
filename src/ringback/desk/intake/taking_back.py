"""What an import brought, taken away again; what it filled in, emptied."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TypeAlias
from uuid import UUID

from django.db import models

from ringback.book.imports import Import, ImportRow
from ringback.book.journal import Touch
from ringback.book.openings import Opening
from ringback.book.parties import Employer, Evidence, Merge, Person, Route
from ringback.book.suppress import drop, struck_uids
from ringback.core.people import Function, Level
from ringback.desk.desk import Desk
from ringback.desk.merging import part
from ringback.desk.placing import unplace

_AT_ONCE = 300
_EMPTY: Mapping[str, object] = {
    "size": 0, "is_hr": False, "level": Level.UNKNOWN.value, "function": Function.UNKNOWN.value,
    "closes_on": None,
}  # fmt: skip
_TABLES: tuple[tuple[str, type[Employer] | type[Person]], ...] = (
    ("employers", Employer), ("people", Person),
)  # fmt: skip

Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None


def undo_merges(desk: Desk, of: Import) -> None:
    """Part what an import brought from what it was merged with since."""
    standing = Merge.objects.filter(search=desk.search, undone_at__isnull=True).order_by("-pk")
    if not standing.exists():
        return
    for rows in _chunks(of):
        for what, _ in _TABLES:
            kind = "person" if what == "people" else "employer"
            for merge in standing.filter(kind=kind, gone__in=_made(rows, what)):
                part(desk, merge)


def take_off_list(desk: Desk, of: Import) -> bool:
    """Take off the list what the rows told of people who are barred; whether there was any."""
    carried = [one for row in of.rows.iterator(chunk_size=_AT_ONCE)
               for one in row.before.get("carried", ())]  # fmt: skip
    drop(desk.search, carried)
    return bool(carried)


def empty_again(of: Import) -> set[int]:
    """Empty what the rows filled in, where it still is as they left it; at which employers."""
    concerned: set[int] = set()
    for row in of.rows.iterator(chunk_size=_AT_ONCE):
        was = row.before.get("was", {})
        if was and row.opening_id is not None:
            filled = Opening.objects.filter(pk=row.opening_id)
            filled.update(**{name: _EMPTY.get(name, "") for name in was})
            concerned |= set(filled.values_list("employer_id", flat=True))
        for why, of_routes in row.before.get("barred", {}).items():
            routes = Route.objects.filter(pk__in=of_routes["routes"], restriction=why)
            concerned |= _at(Person.objects.filter(route__in=routes)) | _firms_of(routes)
            routes.update(restriction="")
        # As versions before this one kept what they had filled in.
        titled = Person.objects.filter(pk__in=row.before.get("titled", {}).get("people", ()))
        concerned |= _at(titled)
        titled.update(title="", level=Level.UNKNOWN, function=Function.UNKNOWN, is_hr=False)
        for what, model in _TABLES:
            told = row.before.get("filled", {}).get(what)
            if told:
                concerned |= _emptied(what, model, told)
    return concerned


def withdraw(desk: Desk, of: Import) -> set[int]:
    """Take away what the rows brought, as far as nothing else leans on it; whose steps may change.

    To be called when the openings that they added are closed again.
    """
    concerned: set[int] = set()
    struck = struck_uids(desk.search)
    for rows in _chunks(of):
        brought = Person.objects.filter(pk__in=_made(rows, "people"))
        routes = Route.objects.filter(pk__in=_made(rows, "routes"))
        concerned |= _at(brought) | _at(Person.objects.filter(route__in=routes))
        concerned |= _firms_of(routes)
        evidence = Evidence.objects.filter(pk__in=_made(rows, "evidence"))
        used = Touch.objects.filter(route__in=routes).values("route_id")
        routes.exclude(pk__in=set(used.values_list("route_id", flat=True))).delete()
        _withdraw_people(desk, brought, evidence, struck)
        evidence.exclude(person__in=brought.filter(withdrawn_at=None)).delete()
    for rows in _chunks(of):
        firms = _made(rows, "employers")
        concerned |= firms
        _withdraw_employers(desk, firms)
    for row in of.rows.iterator(chunk_size=_AT_ONCE):
        concerned |= _unplace(row)
    return concerned


def forget(of: Import) -> None:
    """Remove what was withdrawn and is named by nothing: then the record is as it was before."""
    for rows in _chunks(of):
        people = Person.objects.filter(pk__in=_made(rows, "people"), withdrawn_at__isnull=False)
        named = _named(people, (Touch, "person"), (Touch, "other"), (Route, "person"),
                       (Evidence, "person"), (Person, "merged_into"))  # fmt: skip
        named |= _merged("person", people)
        people.exclude(pk__in=named).delete()
    for rows in _chunks(of):
        firms = Employer.objects.filter(pk__in=_made(rows, "employers"), withdrawn_at__isnull=False)
        named = _named(firms, (Opening, "employer"), (Person, "employer"), (Route, "employer"),
                       (Employer, "merged_into"))  # fmt: skip
        named |= _merged("employer", firms)
        firms.exclude(pk__in=named).delete()


def _withdraw_people(
    desk: Desk,
    brought: "models.QuerySet[Person]",
    evidence: "models.QuerySet[Evidence]",
    struck: frozenset[UUID],
) -> None:
    pks = set(brought.values_list("pk", flat=True))
    for way in ("person_id", "other_id"):
        about = Touch.objects.filter(**{f"{way}__in": pks}).values_list(way, "uid")
        pks -= {pk for pk, uid in about.iterator(chunk_size=_AT_ONCE) if uid not in struck}
    # What another file says of them since, or the seeker, stays known.
    theirs = Evidence.objects.filter(person__in=pks).exclude(pk__in=evidence)
    pks -= set(theirs.values_list("person_id", flat=True))
    Person.objects.filter(pk__in=pks).update(withdrawn_at=desk.now)


def _withdraw_employers(desk: Desk, firms: set[int]) -> None:
    live = Opening.objects.filter(employer_id__in=firms).exclude(stage="closed")
    there = Person.objects.filter(employer_id__in=firms, withdrawn_at=None)
    reached = Route.objects.filter(employer_id__in=firms)
    for kept in (live, there, reached):
        firms = firms - set(kept.values_list("employer_id", flat=True))
    Employer.objects.filter(pk__in=firms).update(withdrawn_at=desk.now)


def _emptied(what: str, model: type[Employer] | type[Person], told: Mapping[str, Json]) -> set[int]:
    """Empty the columns of one row of the book that hold what was filled in."""
    row = model._default_manager.filter(pk__in=_numbers(told[what])).first()
    if row is None:
        return set()
    empty = {
        column: _EMPTY.get(column, "")
        for column, value in told.items()
        if column not in (what, "at") and getattr(row, column) == value
    }
    if "level" in empty and "title" in told and "title" not in empty:
        # Another title since tells another level.
        empty = {c: v for c, v in empty.items() if c not in ("level", "function", "is_hr")}
    at = told.get("at")
    employer = row.employer_id if isinstance(row, Person) else row.pk
    if isinstance(at, dict) and employer in _numbers(at.get("employers")):
        empty["employer_id"] = None
    if empty:
        model._default_manager.filter(pk=row.pk).update(**empty)
    return {employer} if employer else set()


def _numbers(value: Json) -> list[int]:
    return [pk for pk in value if isinstance(pk, int)] if isinstance(value, list) else []


def _unplace(row: ImportRow) -> set[int]:
    """Forget where a number that a row brought had put employers; which these are."""
    given = row.before.get("placed", {})
    if not given:
        return set()
    placed = Employer.objects.filter(
        pk__in=given.get("employers", ()),
        country=given.get("country", ""), zone=given.get("zone", ""),
    )  # fmt: skip
    for employer in placed:
        unplace(employer)
    return {employer.pk for employer in placed}


def _chunks(of: Import) -> Iterator[list[ImportRow]]:
    rows = of.rows.iterator(chunk_size=_AT_ONCE)
    while some := list(islice(rows, _AT_ONCE)):
        yield some


def _made(rows: Iterable[ImportRow], what: str) -> set[int]:
    return {pk for row in rows for pk in row.before.get("made", {}).get(what, ())}


def _named(
    rows: "models.QuerySet[Person] | models.QuerySet[Employer]",
    *ways: tuple[type[models.Model], str],
) -> set[int]:
    """Those of these rows that others name in one of these columns."""
    found: set[int] = set()
    for model, way in ways:
        naming = model._default_manager.filter(**{f"{way}__in": rows})
        found |= set(naming.values_list(f"{way}_id", flat=True))
    return found


def _merged(kind: str, rows: "models.QuerySet[Person] | models.QuerySet[Employer]") -> set[int]:
    merges, pks = Merge.objects.filter(kind=kind), set(rows.values_list("pk", flat=True))
    kept = merges.filter(kept__in=pks).values_list("kept", flat=True)
    gone = merges.filter(gone__in=pks).values_list("gone", flat=True)
    return set(kept) | set(gone)


def _firms_of(routes: "models.QuerySet[Route]") -> set[int]:
    """The employers whose own routes are among these."""
    firms = routes.filter(employer__isnull=False)
    return set(firms.values_list("employer_id", flat=True))


def _at(people: "models.QuerySet[Person]") -> set[int]:
    """The employers of these people."""
    return set(people.filter(employer__isnull=False).values_list("employer_id", flat=True))
