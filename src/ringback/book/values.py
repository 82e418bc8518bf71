"""Rows of the book as the plain values that the core reckons with."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date, datetime
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from ringback.book.asking import ask, ask_all, ask_of, days, ids_given, moments
from ringback.book.kept_years import KeptYears
from ringback.book.parties import Employer as EmployerRow
from ringback.book.parties import Person as PersonRow
from ringback.book.parties import Search
from ringback.book.told import TOUCHES, TOUCHES_THAT_NAME, touches_of
from ringback.core.cadence import Cadence
from ringback.core.cadence_file import read_cadence
from ringback.core.manager import Known, Vacancy, rank
from ringback.core.people import (
    Employer,
    Function,
    Level,
    Opening,
    OpeningKind,
    Person,
    Route,
    RouteKind,
)
from ringback.core.places import Place
from ringback.core.touches import Kind, Touch
from ringback.core.workdays import Calendar, Hours
from ringback.settings import HOME

_OPENING_KIND = {k.value: k for k in OpeningKind}
_ROUTE_KIND = {k.value: k for k in RouteKind}
_LEVEL = {k.value: k for k in Level}
_FUNCTION = {k.value: k for k in Function}
_OF_FRIENDS = frozenset({Kind.ASKED, Kind.AGREED, Kind.REFERRED})


class Kept(NamedTuple):
    """What the book keeps of what follows from an opening's touches, as columns (see replan)."""

    derived: tuple[object, ...]
    step: tuple[object, ...] | None


class Party(NamedTuple):
    """An employer of a search with its openings and every touch there, ready to be planned."""

    openings: tuple[Opening, ...]
    touches: tuple[Touch, ...]
    kept: dict[int, Kept]


def cadence_of(search: Search) -> Cadence:
    """The rules of a search: the defaults with what its owner changed."""
    return _cadence(search.cadence)


@lru_cache(maxsize=64)
def _cadence(text: str) -> Cadence:
    return read_cadence(text)


def place_of(row: Search | EmployerRow | PersonRow) -> Place:
    return Place(row.country, row.region, row.zone, row.city)


def calendar_of(search: Search, cadence: Cadence) -> Calendar:
    """Work days as this search sees them: its seeker's place and days off, its calling hours."""
    return _calendar(cadence.hours, tuple(search.days_off), place_of(search))


@lru_cache(maxsize=64)
def _calendar(hours: Hours, days_off: tuple[str, ...], home: Place) -> Calendar:
    return Calendar(
        hours=hours,
        days_off=frozenset(date.fromisoformat(day) for day in days_off),
        home=home,
        years=_years(),
    )


@lru_cache(maxsize=1)
def _years() -> KeptYears:
    return KeptYears(HOME.folder)


def parties(search: Search, employers: Collection[int], *, planned: bool = True) -> list[Party]:
    """The openings at these employers with everybody known there and all that happened.

    Where nothing is to be ``planned``, what is kept of it is left out, and of what happened all
    that tells nothing of who hires.
    Employers that were merged away hold no opening, so they need no place here.
    """
    there = (ids_given(employers), search.pk)
    openings, known, ways, switchboards, told, merged = ask_all(
        (_PLANNED if planned else _OPENINGS, there), (_PEOPLE, there), (_ROUTES_TO_PEOPLE, there),
        (_ROUTES, there), (TOUCHES if planned else TOUCHES_THAT_NAME, there),
        (_MERGED, (search.pk,)),
    )  # fmt: skip
    same = _same_people(merged)
    people = _people(known, ways, same)
    own: dict[int, list[Route]] = defaultdict(list)
    for owner, *columns in switchboards:
        own[owner].append(_route(*columns))
    touches = touches_of(told, same)
    friends = _friends(search, people, touches)
    readers = moments(), days()
    found = []
    for pk, group in groupby(openings, key=itemgetter(0)):
        rows = list(group)
        employer = _employer(pk, rows[0][-7:], tuple(own[pk]))
        values = tuple(_opening(row, employer, people[pk], friends[pk]) for row in rows)
        if len(values) > 1:
            values = tuple(
                one._replace(others=tuple(o for o in values if o is not one)) for one in values
            )
        kept = {row[1]: _kept(row, *readers) for row in rows} if planned else {}
        found.append(Party(values, tuple(touches[pk]), kept))
    return found


def merged_people(search: Search) -> dict[int, int]:
    """People that were merged into others, each with the one who stands for them."""
    return _same_people(ask(_MERGED, search.pk))


def _same_people(rows: Iterable[tuple[int, int]]) -> dict[int, int]:
    step = dict(rows)
    same: dict[int, int] = {}
    for gone in step:
        kept = gone
        while kept in step:
            kept = step[kept]
        same[gone] = kept
    return same


# A plus before a column keeps the engines from an index that fits far more rows than the ids do.
_MERGED = """
    SELECT id, merged_into_id FROM book_person WHERE +search_id = %s AND merged_into_id > 0
"""
_PLANNED = """
    SELECT o.employer_id, o.id, o.title, o.kind, o.closes_on, o.no_calls, o.in_hr, o.reports_to,
        @UTC(o.created_at), o.stage, @UTC(o.sent_at), @DAY(o.due_on), @UTC(o.followed_at),
        @UTC(o.answered_at), s.opening_id, s.kind, @UTC(s.earliest), @UTC(s.latest), @DAY(s.day),
        s.person_id, s.route_id, s.why, s.attempt, s.purpose, s.exact, s.leave_voicemail, s.half,
        e.name, e.domain, e.size, e.country, e.region, e.zone, e.city
    FROM book_opening o JOIN book_employer e ON e.id = o.employer_id
        LEFT JOIN book_step s ON s.opening_id = o.id
    WHERE o.employer_id @ANY AND +o.search_id = %s ORDER BY o.employer_id, o.id
"""
_OPENINGS = """
    SELECT o.employer_id, o.id, o.title, o.kind, o.closes_on, o.no_calls, o.in_hr, o.reports_to,
        @UTC(o.created_at), e.name, e.domain, e.size, e.country, e.region, e.zone, e.city
    FROM book_opening o JOIN book_employer e ON e.id = o.employer_id
    WHERE o.employer_id @ANY AND +o.search_id = %s ORDER BY o.employer_id, o.id
"""
_PEOPLE = """
    SELECT employer_id, id, name, title, level, function, is_hr, country, region, zone, city,
        do_not_contact, best_from, best_until
    FROM book_person
    WHERE employer_id @ANY AND +search_id = %s AND +merged_into_id IS NULL AND withdrawn_at IS NULL
    ORDER BY id
"""
# By their own ids: a friend works elsewhere, or nowhere that is known.
_FRIENDS = _PEOPLE.replace("employer_id @ANY", "id @ANY")
_ROUTES = """
    SELECT employer_id, id, kind, value, extension, ask_for, restriction FROM book_route
    WHERE employer_id @ANY AND +search_id = %s AND +person_id IS NULL ORDER BY id
"""
_ROUTES_TO_PEOPLE = """
    SELECT r.person_id, r.id, r.kind, r.value, r.extension, r.ask_for, r.restriction
    FROM book_person p JOIN book_route r ON r.person_id = p.id
    WHERE p.employer_id @ANY AND +p.search_id = %s ORDER BY r.id
"""


def _people(
    rows: Iterable[tuple[Any, ...]], ways: Iterable[tuple[Any, ...]], same: dict[int, int]
) -> dict[int, tuple[Person, ...]]:
    """Everybody known at these employers, with the routes of who was merged into them."""
    routes: dict[int, list[Route]] = defaultdict(list)
    for owner, *columns in ways:
        routes[same.get(owner, owner)].append(_route(*columns))
    found: dict[int, tuple[Person, ...]] = defaultdict(tuple)
    for employer, person in _people_of(rows, routes):
        found[employer] += (person,)
    return found


def _friends(
    search: Search,
    people: dict[int, tuple[Person, ...]],
    touches: dict[int, list[Touch]],
) -> dict[int, tuple[Person, ...]]:
    """Those who were asked to open the door at these employers and do not work there.

    They come without their routes: the book plans nothing on those of a friend. Whoever else was
    spoken with and is known elsewhere by now, since two records were one, comes too where they
    asked never to be contacted.
    """
    asked: dict[int, set[str]] = {}
    spoken: dict[int, set[str]] = {}
    for employer, happened in touches.items():
        there = {person.id for person in people.get(employer, ())}
        friends = {one.other for one in happened if one.other and one.kind in _OF_FRIENDS} - there
        elsewhere = {one.person for one in happened if one.person} - there - friends
        if friends:
            asked[employer] = friends
        if elsewhere:
            spoken[employer] = elsewhere
    ids = {int(id) for some in (asked, spoken) for others in some.values() for id in others}
    found: dict[int, tuple[Person, ...]] = defaultdict(tuple)
    if not ids:
        return found
    known = [person for _, person in _people_of(ask_of(_FRIENDS, ids, search.pk), {})]
    never = [person for person in known if person.do_not_contact]
    for some, of in ((asked, known), (spoken, never)):
        for employer, others in some.items():
            found[employer] += tuple(person for person in of if person.id in others)
    return found


def _people_of(
    rows: Iterable[tuple[Any, ...]], routes: dict[int, list[Route]]
) -> Iterator[tuple[int, Person]]:
    """People of a query's columns, each with the employer at which they are known."""
    for (employer, pk, name, title, level, function, is_hr, country, region, zone, city,
         never, best_from, best_until) in rows:  # fmt: skip
        person = Person(
            id=str(pk),
            name=name,
            title=title,
            level=_LEVEL[level],
            function=_FUNCTION[function],
            is_hr=is_hr,
            place=_place(country, region, zone, city),
            routes=tuple(routes.get(pk, ())),
            do_not_contact=never,
            best=(best_from, best_until) if best_from and best_until else None,
        )
        yield employer or 0, person


# Shared, since a calendar finds what it knows of a place the sooner.
_place = lru_cache(maxsize=4096)(Place)


def _route(pk: int, kind: str, value: str, extension: str, ask_for: str, restriction: str) -> Route:
    return Route(str(pk), _ROUTE_KIND[kind], value, extension, ask_for, restriction)


def _employer(pk: int, columns: tuple[Any, ...], routes: tuple[Route, ...]) -> Employer:
    name, domain, size, country, region, zone, city = columns
    return Employer(
        id=str(pk),
        name=name,
        domain=domain,
        size=size,
        place=_place(country, region, zone, city),
        routes=routes,
    )


def _opening(
    row: tuple[Any, ...],
    employer: Employer,
    people: tuple[Person, ...],
    friends: tuple[Person, ...],
) -> Opening:
    """An opening with everybody known there, the likeliest to hire for it first."""
    _, pk, title, kind, closes_on, no_calls, in_hr, reports_to, created_at, *_ = row
    if len(people) > 1:
        vacancy = Vacancy(title=title, place=employer.place, reports_to=reports_to, in_hr=in_hr)
        known = [Known(person) for person in people]
        ranked = rank(vacancy, known, employer.size, moments()(created_at).date())
        first = tuple(candidate.person for candidate in ranked)
        people = first + tuple(person for person in people if person not in first)
    return Opening(
        id=str(pk),
        title=title,
        employer=employer,
        kind=_OPENING_KIND[kind],
        people=people,
        closes_on=closes_on,
        no_calls=bool(no_calls),
        in_hr=in_hr,
        friends=friends,
    )


def _kept(
    row: tuple[Any, ...], moment_of: Callable[[Any], datetime], day_of: Callable[[Any], date]
) -> Kept:
    stage, sent_at, due_on, followed_at, answered_at, step, kind, earliest, latest = row[9:18]
    derived = (
        stage,
        sent_at and moment_of(sent_at),
        due_on and day_of(due_on),
        followed_at and moment_of(followed_at),
        answered_at and moment_of(answered_at),
    )
    if step is None:
        return Kept(derived, None)
    return Kept(
        derived, (kind, moment_of(earliest), moment_of(latest), day_of(row[18]), *row[19:27])
    )
