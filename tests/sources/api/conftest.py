"""What the tests of services share: a server in a service's place, and a client that asks it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from ringback.core.found import FoundPerson
from ringback.core.people import RouteKind
from ringback.sources.api.client import Client
from ringback.sources.api.secret import Secret
from ringback.sources.api.service import Answer, Question, Service
from ringback.sources.web.guest import Guest, Limits
from tests.servers.hostile import Hostile, running
from tests.servers.services import KEY, OTHER

SMALL = Limits(seconds=0.8, connect=0.8, read=0.6, received=100_000, content=200_000)
NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
Ask = Callable[[Service, Question], Answer]
QUESTION = Question(employer="Acme Foods", domain="acme.example")


def people(answer: Answer) -> list[FoundPerson]:
    return [one.found.person for one in answer.told if one.found.person]


def ways(person: FoundPerson) -> list[tuple[RouteKind, str, str]]:
    return [(route.kind, route.value, route.restriction) for route in person.routes]


@pytest.fixture
def server() -> Iterator[Hostile]:
    with running() as one:
        yield one


@pytest.fixture
def slept() -> list[float]:
    """The waits that a client asked for, none of which is waited."""
    return []


@pytest.fixture
def client(server: Hostile, slept: list[float]) -> Client:
    guest = Guest(limits=SMALL, here=frozenset({server.here}), sleep=slept.append)
    made = Client("Hunter", server.address, guest=guest, now=lambda: NOON)
    made.hide(Secret(KEY))
    return made


@pytest.fixture
def ask(client: Client) -> Ask:
    """Ask a service, in whose place the server of the test stands."""

    def asking(service: Service, question: Question) -> Answer:
        secrets = (Secret(KEY), Secret(OTHER))
        parts = {need.entry: secrets[place] for place, need in enumerate(service.needs)}
        mine = replace(client, label=service.label, meanings=service.meanings)
        return service.ask(mine, parts, question)

    return asking
