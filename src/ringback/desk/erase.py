"""Erasing: one person, or the whole search, so that nothing of it is left in the book.

Who asked not to be contacted stays known by digest alone when one person is erased.
"""

from django.db import connection, models
from django.db.models import Q, QuerySet

from ringback.book.imports import Import, ImportRow
from ringback.book.journal import Document, Erasure, SentDocument, Touch
from ringback.book.openings import Opening
from ringback.book.parties import Employer, Evidence, Merge, Person, Route, Search
from ringback.book.replan import replan
from ringback.book.suppress import alike, carry, listing
from ringback.book.ties import Position, Tie
from ringback.core.facts import profile
from ringback.core.names import employer_key
from ringback.core.people import Function, Level
from ringback.desk.desk import Desk
from ringback.desk.refusal import Code, Refusal
from ringback.desk.traces import Json, Traces
from ringback.desk.verb import verb

GONE = "erased person"

# Every text of the book in which somebody may be named, and how its table belongs to a search.
# Left out are words of the product's own, and what other people are found by: that stays theirs.
TEXTS: tuple[tuple[type[models.Model], str, tuple[str, ...]], ...] = (
    (Employer, "search", ("name", "domain", "city", "note")),
    (Person, "search", ("title", "note")),
    (Route, "search", ("ask_for", "restriction")),
    (Evidence, "search", ("source", "detail")),
    (
        Opening, "search",
        ("title", "url", "place", "salary", "reports_to", "posting", "no_calls", "source_ref"),
    ),
    (Document, "search", ("name",)),
    (Import, "search", ("name",)),
    (ImportRow, "of__search", ("where", "reason", "cells", "before")),
    (Touch, "search", ("note", "anyway")),
    (SentDocument, "touch__search", ("name",)),
    (Position, "search", ("employer", "title", "place", "where")),
    (Tie, "search", ("where",)),
)  # fmt: skip
# Free text about somebody says more of them than their name: it goes as a whole.
_EMPTIED = ("note", "anyway", "posting", "detail", "reason", "cells")


@verb
def _erase_search(desk: Desk) -> None:
    search = desk.search
    Erasure.objects.create(search_id=search.pk)
    Touch.objects.filter(search=search).delete()
    permit = search.pk
    search.delete()
    Erasure.objects.filter(search_id=permit).delete()


def erase_search(desk: Desk, *, sure: bool) -> None:
    """Remove a search with all that belongs to it. Raises Refusal (ask) unless ``sure``.

    On SQLite the file is rewritten afterwards, so that freed pages hold nothing either.
    """
    if not sure:
        raise Refusal(
            Code.ASK, f"This removes the search “{desk.search.name}” for good.",
            "Export it first if you may want it back, then say --yes.",
        )  # fmt: skip
    _erase_search(desk)
    _wipe_free_space()


def erase_person(desk: Desk, person: Person) -> None:
    """Remove all that says who somebody is, everywhere in the search; what was done stays.

    It goes for every record of them. Notes that name them are emptied, and documents that do so
    in plain text are removed. If they asked not to be contacted, that stays in force.
    """
    _erase_person(desk, person)
    _wipe_free_space()


@verb
def _erase_person(desk: Desk, person: Person) -> None:
    search = desk.search
    records = _records(search, person)
    listed = {one.pk: listing(search, one) for one in records}
    traces = _traces(records)
    Erasure.objects.create(search_id=search.pk)
    theirs = Q(person__in=records) | Q(other__in=records)
    Touch.objects.filter(search=search).filter(theirs).update(note="", anyway="")
    Touch.objects.filter(search=search, route__person__in=records).update(route=None)
    Evidence.objects.filter(Q(person__in=records) | Q(route__person__in=records)).delete()
    Route.objects.filter(person__in=records).delete()
    _ties(search, records).delete()
    pks = [one.pk for one in records]
    merges = Merge.objects.filter(search=search, kind="person")
    merges.filter(Q(kept__in=pks) | Q(gone__in=pks)).delete()
    for one in records:
        _empty(one)
        one.save()
        carry(search, listed[one.pk], one, desk.now)
    _documents(search, traces)
    for model, way, fields in TEXTS:
        _texts(model, {way: search}, fields, traces)
    Erasure.objects.filter(search_id=search.pk).delete()
    lines = {part: line for part, line in search.own_lines.items() if not traces.tell(line)}
    if lines != search.own_lines:
        search.own_lines = lines
        search.save(update_fields=["own_lines"])
    replan(search)


def _records(search: Search, person: Person) -> list[Person]:
    """Every record of somebody: those merged with theirs, and those of the same name and address.

    A number alone does not tell: colleagues may share one.
    """
    found = {person.pk: person}
    waiting = [person]
    while waiting:
        one = waiting.pop()
        merged = Person.objects.filter(search=search).filter(
            Q(merged_into=one) | Q(pk=one.merged_into_id)
        )
        same = [other for other in alike(search, one) if other.key == one.key]
        for other in (*merged.select_related("employer"), *same):
            if other.pk not in found:
                found[other.pk] = other
                waiting.append(other)
    return list(found.values())


def _traces(records: list[Person]) -> Traces:
    names, others = set[str](), set[str]()
    for one in records:
        if not one.name.startswith(GONE):
            names |= {one.name, one.key, one.spoken}
            others.add(one.linkedin)
    routes = Route.objects.filter(person__in=records).exclude(kind="switchboard")
    values = set(routes.values_list("value", flat=True))
    mails = {value for value in values if "@" in value}
    return Traces(names, values - mails, others | mails)


def _empty(person: Person) -> None:
    person.best_from = person.best_until = None
    for field in ("spoken", "title", "linkedin", "note", "city", "region", "zone", "country"):
        setattr(person, field, "")
    person.name, person.key = GONE, f"{GONE} {person.uid.hex}"
    person.level, person.function, person.is_hr = Level.UNKNOWN, Function.UNKNOWN, False


def _ties(search: Search, records: list[Person]) -> QuerySet[Tie]:
    """What files said of the seeker's tie to somebody, by their profile or name."""
    profiles = {profile(one.linkedin) for one in records} - {""}
    keys = {one.key for one in records}
    return Tie.objects.filter(Q(profile__in=profiles) | Q(key__in=keys), search=search)


def _documents(search: Search, traces: Traces) -> None:
    rows = Document.objects.filter(search=search).values_list("pk", "content")
    told = [
        pk
        for pk, content in rows.iterator(chunk_size=1)
        if traces.tell(bytes(content).decode("utf-8", "ignore"))
    ]
    Document.objects.filter(pk__in=told).delete()


def _texts(
    model: type[models.Model], owned: dict[str, Search], fields: tuple[str, ...], traces: Traces
) -> None:
    """Take somebody out of the texts of one table."""
    rows = model._default_manager.filter(**owned).values_list("pk", *fields)
    told = {
        pk: {
            name: _cleared(model, name, value, traces)
            for name, value in zip(fields, values, strict=True)
            if traces.tell_in(value)
        }
        for pk, *values in rows.iterator(chunk_size=500)
        if any(traces.tell_in(value) for value in values)
    }
    for pk, cleared in told.items():
        if model is Employer and "name" in cleared:
            cleared["key"] = employer_key(str(cleared["name"]))
        model._default_manager.filter(pk=pk).update(**cleared)


def _cleared(model: type[models.Model], name: str, value: Json, traces: Traces) -> Json:
    if name in _EMPTIED:
        return "" if isinstance(value, str) else []
    if isinstance(value, str):
        most = getattr(model._meta.get_field(name), "max_length", None)
        return traces.without(value, GONE)[:most]
    return traces.out_of(value, GONE)


def _wipe_free_space() -> None:
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
