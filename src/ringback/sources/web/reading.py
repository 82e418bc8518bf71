"""A page from outside read in a child process, which one made to take for ever cannot outlast."""

import json
import tempfile
from pathlib import Path
from typing import TypedDict

from ringback.core.found import FoundPerson, FoundRoute
from ringback.core.people import RouteKind
from ringback.sources.limits import Exhausted, Limits, answers
from ringback.sources.team_pages.page import Page
from ringback.sources.unreadable import Unreadable
from ringback.sources.web.fetch import Fetched

_CHILD = Path(__file__).with_name("page_child.py")
MEMORY = 700_000_000
SECONDS = 6.0


class _Route(TypedDict):
    kind: str
    value: str
    extension: str
    restriction: str


class _Person(TypedDict):
    name: str
    title: str
    level: str
    function: str
    linkedin: str
    city: str
    region: str
    country: str
    routes: list[_Route]
    board: bool
    do_not_contact: str
    note: str


class _Page(TypedDict):
    people: list[_Person]
    built_by_script: bool
    links: list[str]
    notes: list[str]


def read_fetched(fetched: Fetched, seconds: float = SECONDS) -> Page:
    """Whom a fetched page names, as ``read_apart`` does. Raises Unreadable (reading)."""
    return read_apart(fetched.page, fetched.url, fetched.url, seconds)


def read_apart(content: bytes, url: str, called: str, seconds: float = SECONDS) -> Page:
    """Whom a page names; ``seconds`` of processor time, ``called`` as a refusal calls it.

    Raises Unreadable (reading).
    """
    with tempfile.TemporaryDirectory(prefix="ringback-page-") as folder:
        file = Path(folder, "page.html")
        file.write_bytes(content)
        try:
            lines = list(answers(_CHILD, [str(file), url], Limits(MEMORY, seconds)))
        except Exhausted as end:
            raise Unreadable(
                "reading",
                f"{called[:200]} is made in such a way that it cannot be read.",
                "Give another page of the site.",
            ) from end
    told: _Page = json.loads(b"".join(lines))
    return Page(
        tuple(_person(one) for one in told["people"]),
        told["built_by_script"],
        tuple(told["links"]),
        tuple(told["notes"]),
    )


def _person(told: _Person) -> FoundPerson:
    return FoundPerson(
        name=told["name"], title=told["title"], level=told["level"], function=told["function"],
        linkedin=told["linkedin"], city=told["city"], region=told["region"],
        country=told["country"], routes=tuple(_route(one) for one in told["routes"]),
        board=told["board"], do_not_contact=told["do_not_contact"], note=told["note"],
    )  # fmt: skip


def _route(told: _Route) -> FoundRoute:
    return FoundRoute(
        kind=RouteKind(told["kind"]), value=told["value"], extension=told["extension"],
        restriction=told["restriction"],
    )  # fmt: skip
