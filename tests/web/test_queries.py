"""A page asks the book as often for a hundred and forty rows as for ten."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client

from ringback.book.journal import Touch
from ringback.book.openings import Opening
from ringback.book.parties import Employer, Evidence, Person, Route
from ringback.book.replan import replan
from ringback.core.names import employer_key, person_key
from ringback.core.people import RouteKind
from ringback.core.touches import Kind, Line, Via
from ringback.desk.desk import Desk
from ringback.desk.openings import NewOpening, add
from ringback.desk.sending import send
from tests.web.at import NOW

HOUSE = "Example Works"
FEW, MANY = 10, 140
# More than the longest list that one page shows needs no more questions either.
PAGES = (
    "/", "/call/{opening}/", "/openings/", "/openings/?q=works&order=employer",
    "/openings/?stage=sent", "/openings/board/", "/openings/{opening}/",
    "/openings/{opening}/who/", "/people/", "/people/?q=sample", "/people/{person}/",
    "/employers/{employer}/", "/search/?q=called+again", "/search/?q=works",
    "/search/?q=nowhere-at-all", "/gaps/", "/numbers/", "/numbers/simulator/", "/proof/", "/more/",
)  # fmt: skip


def fill(desk: Desk, first: int, last: int) -> None:
    """Openings with a manager and a number, half of them at one employer, each with its history."""
    search, day = desk.search, timedelta(days=1)
    house, _ = Employer.objects.get_or_create(search=search, name=HOUSE, key=employer_key(HOUSE))
    for n in range(first, last):
        name = f"Other Works {n}"
        at = house if n % 2 else Employer.objects.create(
            search=search, name=name, key=employer_key(name)
        )  # fmt: skip
        who = f"Kim Sample{n}"
        person = Person.objects.create(
            search=search, employer=at, name=who, key=person_key(who).folded, title="Plant Manager"
        )
        Route.objects.create(
            search=search, employer=at, person=person, kind=RouteKind.DIRECT.value,
            value=f"+1614555{100 + n % 100:04}",
        )  # fmt: skip
        Evidence.objects.create(
            search=search, person=person, about="name", source="team page", found_at=NOW
        )
        opening = Opening.objects.create(
            search=search, employer=at, title=f"Engineer {n}", created_at=NOW - 30 * day
        )
        kinds = (Kind.ADDED, Kind.NAMED, Kind.SENT, Kind.CALLED)[: 4 if n % 3 == 0 else 2]
        Touch.objects.bulk_create(
            Touch(
                search=search, opening=opening, at=NOW - (30 - place) * day,
                logged_at=NOW - (30 - place) * day, kind=kind.value,
                person=person if kind is not Kind.ADDED else None,
                line=Line.NO_ANSWER.value if kind is Kind.CALLED else "",
                via=Via.MAIL.value if kind is Kind.SENT else "",
                note="called again" if kind is Kind.CALLED else "",
            )
            for place, kind in enumerate(kinds)
        )  # fmt: skip
    replan(search)


def asked_by(client: Client, path: str) -> int:
    """How many questions a page asks the book."""
    count = 0

    def note(execute: Callable[..., object], *given: object) -> object:
        nonlocal count
        count += 1
        return execute(*given)

    with connection.execute_wrapper(note):
        told = client.get(path)
    assert told.status_code == 200, path
    return count


@pytest.fixture
def own(desk: Desk) -> dict[str, int]:
    """The records whose pages are looked at."""
    fill(desk, 1, FEW + 1)
    opening = Opening.objects.filter(search=desk.search, employer__name=HOUSE)[0]
    person = Person.objects.filter(search=desk.search, employer=opening.employer)[0]
    return {"opening": opening.pk, "employer": opening.employer_id, "person": person.pk}


def test_no_page_asks_once_for_each_row(signed_in: Client, desk: Desk, own: dict[str, int]) -> None:
    paths = [path.format(**own) for path in PAGES]
    for path in paths:
        signed_in.get(path)
    few = {path: asked_by(signed_in, path) for path in paths}
    fill(desk, FEW + 1, MANY + 1)
    many = {path: asked_by(signed_in, path) for path in paths}
    grown = {path: (few[path], many[path]) for path in paths if many[path] > few[path]}
    assert grown == {}
    assert all(0 < count <= 60 for path, count in few.items() if path != "/more/")


def test_rehearsing_asks_little_for_each_of_its_calls(signed_in: Client, desk: Desk) -> None:
    asked = []
    for count in (2, 6):
        for n in range(count):
            new = NewOpening(
                employer=f"Works {count} {n}", title="Fitter", manager=f"Kim Sample{count}{n}",
                manager_title="Plant Manager", number=f"+161455501{count}{n}",
            )  # fmt: skip
            opening = add(desk, new, at=NOW - timedelta(days=9)).opening
            send(desk, opening, anyway="a test", at=NOW - timedelta(days=8))
        asked.append(asked_by(signed_in, "/rehearse/"))
    assert signed_in.get("/rehearse/").content.decode().count("data-practised=") == 1 + 2 + 6
    assert asked[1] - asked[0] <= 6 * 9
    assert asked[0] <= 40
