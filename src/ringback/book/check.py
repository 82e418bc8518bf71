"""Check: prove that the book is whole, and that what is kept for speed follows from the touches."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection
from django.db.models import Count, F, Model, Q, QuerySet

from ringback.book.imports import Import
from ringback.book.journal import Document, SentDocument, Touch
from ringback.book.openings import Opening, Step
from ringback.book.parties import Employer, Evidence, Person, Route, Search
from ringback.book.replan import Planned, differing, plan
from ringback.book.suppress import is_suppressed
from ringback.core.steps import Closed

_AT_ONCE = 500
_LEANING: tuple[tuple[type[Model], tuple[str, ...]], ...] = (
    (Employer, ("merged_into",)),
    (Person, ("employer", "merged_into")),
    (Route, ("employer", "person")),
    (Evidence, ("person", "route")),
)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it must be. ``mends`` says whether planning anew puts it right."""

    about: str
    sentence: str
    mends: bool = False


def check(search: Search) -> Iterator[Finding]:
    """Everything that is wrong with a search; nothing when the book is whole."""
    yield from _file()
    yield from _strangers(search)
    yield from _half_done(search)
    yield from _documents(search)
    yield from _never(search)
    yield from _imports(search)
    yield from _steps(search)


def _file() -> Iterator[Finding]:
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        for (line,) in cursor.fetchall():
            if line != "ok":
                yield Finding("file", f"The book's file is damaged: {line}.")
        cursor.execute("PRAGMA foreign_key_check")
        for table, row, parent, _ in cursor.fetchall():
            if table != "book_step":
                yield Finding("file", f"Row {row} of {table} points to a missing row of {parent}.")


def _strangers(search: Search) -> Iterator[Finding]:
    """Rows of this search that lean on another's."""
    touches = Touch.objects.filter(search=search)
    mixed = touches.exclude(opening__search=search) | touches.filter(
        Q(person__isnull=False) & ~Q(person__search=search)
        | Q(other__isnull=False) & ~Q(other__search=search)
        | Q(route__isnull=False) & ~Q(route__search=search)
        | Q(imported__isnull=False) & ~Q(imported__search=search)
    )
    for pk in mixed.values_list("uid", flat=True)[:20]:
        yield Finding("searches", f"Touch {pk} leans on a row of another search.")
    openings = Opening.objects.filter(search=search).exclude(employer__search=search)
    for number in openings.values_list("pk", flat=True):
        yield Finding("searches", f"Opening {number} is at an employer of another search.")
    for what, mixed_up in _leaning(search):
        for number in mixed_up.values_list("pk", flat=True)[:20]:
            yield Finding("searches", f"{what} {number} leans on a row of another search.")


def _leaning(search: Search) -> Iterator[tuple[str, QuerySet[Model]]]:
    """Every way in which a row may lean on one of another search, touches and openings aside."""
    yield (
        "Sent document",
        _outside(SentDocument.objects.filter(touch__search=search), "document", search),
    )
    for model, ways in _LEANING:
        for way in ways:
            rows = model._default_manager.filter(search=search)
            yield model._meta.verbose_name_raw.capitalize(), _outside(rows, way, search)


def _outside(rows: QuerySet[Model], way: str, search: Search) -> QuerySet[Model]:
    there = rows.filter(**{f"{way}__isnull": False})
    return there.exclude(**{f"{way}__search": search})


def _half_done(search: Search) -> Iterator[Finding]:
    """Openings that nobody added, acts of which a part is missing, touches that doubled."""
    openings = Opening.objects.filter(search=search)
    added = Count("touch", filter=Q(touch__kind="added"))
    for pk, count in openings.annotate(added=added).exclude(added=1).values_list("pk", "added"):
        yield Finding("half done", f"Opening {pk} was added {count} times in the journal.")
    touches = Touch.objects.filter(search=search)
    leads = touches.filter(together__isnull=False).exclude(together=F("uid"))
    uids = set(touches.filter(together=F("uid")).values_list("uid", flat=True))
    for lead in set(leads.values_list("together", flat=True)) - uids:
        yield Finding("half done", f"An act lacks its first touch {lead}.")
    strikes = touches.filter(kind="struck")
    known = set(touches.values_list("uid", flat=True)) if strikes.exists() else set()
    for uid, struck in strikes.values_list("uid", "strikes"):
        if struck not in known:
            yield Finding("half done", f"Strike {uid} strikes a touch that is not there.")


def _documents(search: Search) -> Iterator[Finding]:
    for document in Document.objects.filter(search=search).iterator(chunk_size=10):
        if hashlib.sha256(bytes(document.content)).hexdigest() != document.sha256:
            yield Finding("documents", f"“{document.name}” is not the file that was kept.")


def _never(search: Search) -> Iterator[Finding]:
    if not search.suppression_set.exists():
        rows = Person.objects.filter(search=search, do_not_contact=True)
        for name in rows.values_list("name", flat=True)[:20]:
            yield Finding("do not contact", f"{name} is barred, and nothing tells why.")
        return
    for person in Person.objects.filter(search=search).select_related("employer").iterator():
        if person.do_not_contact != is_suppressed(search, person):
            yield Finding("do not contact", f"{person.name}'s bar does not follow from the list.")


def _imports(search: Search) -> Iterator[Finding]:
    for one in Import.objects.filter(search=search):
        told = {"created": one.created, "updated": one.updated, "known": one.known,
                "refused": one.refused}  # fmt: skip
        counts = dict(one.rows.values_list("became").annotate(Count("pk")))
        for became, count in told.items():
            if counts.get(became, 0) != count:
                yield Finding(
                    "imports", f"{one.name} tells of {count} {became} rows and holds others."
                )


def _steps(search: Search) -> Iterator[Finding]:
    batch: list[Planned] = []
    for planned in plan(search):
        batch.append(planned)
        if len(batch) >= _AT_ONCE:
            yield from _differences(search, batch)
            batch.clear()
    yield from _differences(search, batch)
    orphans = Step.objects.filter(search=search).exclude(opening__search=search)
    for pk in orphans.values_list("pk", flat=True):
        yield Finding("steps", f"Opening {pk} has a step in another search.", mends=True)


def _differences(search: Search, planned: list[Planned]) -> Iterator[Finding]:
    for one in differing(planned):
        step = one.outlook.step
        should = "closed" if isinstance(step, Closed) else f"“{step.kind}” on {step.day}"
        yield Finding(
            "steps", f"Opening {one.opening} does not keep its next step ({should}).", mends=True
        )
