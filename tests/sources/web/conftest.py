"""What the tests of the fetcher share: a server on this machine, and a guest it is open to."""

from collections.abc import Callable, Iterator

import pytest

from ringback.sources.web.guest import Guest, Limits
from tests.servers.hostile import Hostile, running

SMALL = Limits(seconds=0.6, received=200_000, content=300_000, robots=2_000, pause=0.0)

MakeGuest = Callable[..., Guest]


@pytest.fixture
def server() -> Iterator[Hostile]:
    with running() as one:
        yield one


@pytest.fixture
def other() -> Iterator[Hostile]:
    with running() as one:
        yield one


def unreachable(host: str, port: int) -> list[str]:
    """A resolver for tests that name no host: nothing is ever looked up outside."""
    raise OSError(f"{host} is not known here")


@pytest.fixture
def guest(server: Hostile) -> Guest:
    """Small limits, no pause, and no name that could be looked up."""
    return Guest(limits=SMALL, here=frozenset({server.here}), resolve=unreachable)
