"""What every test stands on: no network, nobody's book, one odd time zone, real servers."""

import ipaddress
import os
import secrets
import socket
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import django
import psycopg
import pytest
from django.test import TestCase
from hypothesis import HealthCheck, settings

from tests.servers import postgres

settings.register_profile(
    "ci", max_examples=40, stateful_step_count=30, deadline=None, derandomize=True, database=None
)
settings.register_profile(
    "deep",
    max_examples=2_000,
    stateful_step_count=80,
    deadline=None,
    database=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

TESTS = Path(__file__).parent
WITHOUT_THE_BOOK = {
    TESTS / part for part in ("core", "faults", "servers", "sources", "web/browser")
}
FAULTS = TESTS / "faults"
OPENED = pytest.StashKey[ExitStack]()
SERVER = pytest.StashKey[str]()
NO_SERVER = pytest.StashKey[str]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--book-on",
        choices=("sqlite", "postgresql"),
        default="sqlite",
        help="which database the tests keep their book in; postgresql runs those with a book only",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Set the environment before Django reads it, so that no test finds anybody's own book."""
    opened = config.stash[OPENED] = ExitStack()
    for name in ("RINGBACK_DATABASE", "RINGBACK_SEARCH"):
        os.environ.pop(name, None)
    home = opened.enter_context(tempfile.TemporaryDirectory(prefix="ringback-tests-"))
    os.environ["RINGBACK_HOME"] = home
    # What one process compiled serves the next, also where the machine keeps no bytecode.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["DJANGO_SETTINGS_MODULE"] = "ringback.web.settings"
    # A zone that nobody's rules are written for, so that a test leaning on the machine's own fails.
    os.environ["TZ"] = "Asia/Kathmandu"
    if hasattr(time, "tzset"):
        time.tzset()
    if config.getoption("--book-on") == "postgresql" and not only_hands_out(config):
        try:
            os.environ["RINGBACK_DATABASE"] = server_of(config)
        except postgres.NotToBeHad as reason:
            config.stash[NO_SERVER] = str(reason)
    django.setup()


def pytest_xdist_auto_num_workers() -> int:
    """One worker more than there are cores: a test of the browser waits for it half of its time."""
    return (os.cpu_count() or 1) + 1


def pytest_unconfigure(config: pytest.Config) -> None:
    config.stash[OPENED].close()


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """On PostgreSQL, do not even load what opens no book, or one of its own."""
    if config.getoption("--book-on") == "sqlite":
        return None
    return collection_path in WITHOUT_THE_BOOK or None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL, run the tests that open the book through Django, and no others.

    In a long run those begin first that take longest, so that none is left for the end alone.
    """
    if settings.get_current_profile_name() == "deep":
        items.sort(key=lambda item: item.get_closest_marker("faults") is None)
        items.sort(key=lambda item: FAULTS not in item.path.parents)
    if config.getoption("--book-on") == "sqlite":
        return
    config.hook.pytest_deselected(items=[item for item in items if not opens_the_book(item)])
    items[:] = filter(opens_the_book, items)
    missing = config.stash.get(NO_SERVER, "")
    for item in items if missing else ():
        item.add_marker(pytest.mark.skip(reason=f"no PostgreSQL: {missing}"))


def only_hands_out(config: pytest.Config) -> bool:
    """Whether this process runs no test itself: it hands them to one process for each core."""
    return config.getoption("dist", "no") != "no" and not hasattr(config, "workerinput")


def opens_the_book(item: pytest.Item) -> bool:
    asked = getattr(item, "fixturenames", ())
    return (
        item.get_closest_marker("django_db") is not None
        or not {"db", "transactional_db"}.isdisjoint(asked)
        or (isinstance(item, pytest.Function) and issubclass(item.cls or object, TestCase))
    )


def server_of(config: pytest.Config) -> str:
    """The address of a PostgreSQL, started once in a run; raises NotToBeHad, but fails in CI."""
    if SERVER not in config.stash:
        try:
            address = config.stash[OPENED].enter_context(postgres.running())
        except postgres.NotToBeHad as reason:
            if os.environ.get("CI"):
                raise pytest.UsageError(f"no PostgreSQL: {reason}") from reason
            raise
        config.stash[SERVER] = address
    return config.stash[SERVER]


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Fail whatever reaches for an address beyond this machine."""
    connect = socket.socket.connect

    def connect_here(self: socket.socket, address: tuple[str, int] | str) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            host = address[0]
            if host != "localhost" and not ipaddress.ip_address(host).is_loopback:
                raise AssertionError(f"a test reached for {host}")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect_here)
        yield


TOLD = "told"


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Say what a long test in another process had to tell, once that test is over.

    What went wrong is said at once too: the end of such a run may be an hour away.
    """
    if report.when == "call" and hasattr(report, "node"):
        for name, line in report.user_properties:
            if name == TOLD:
                sys.stdout.write(f"\n  {line}")
        if report.failed and settings.get_current_profile_name() == "deep":
            sys.stdout.write(f"\n{report.longreprtext}\n")


@pytest.fixture
def tell(
    capfd: pytest.CaptureFixture[str], record_property: Callable[[str, object], None]
) -> Callable[[str], None]:
    """Says a line to whoever started a long test, past what pytest keeps to itself."""

    def say(line: str) -> None:
        record_property(TOLD, line)
        with capfd.disabled():
            sys.stdout.write(f"\n  {line}")
            sys.stdout.flush()

    return say


@pytest.fixture(scope="session")
def postgres_server(pytestconfig: pytest.Config) -> str:
    """The address of a PostgreSQL; skipped by name where none can be had."""
    try:
        return server_of(pytestconfig)
    except postgres.NotToBeHad as reason:
        pytest.skip(f"no PostgreSQL: {reason}")


@pytest.fixture
def postgres_book(postgres_server: str) -> Iterator[str]:
    """The address of an empty database of this test's own."""
    name = f"ringback_test_{secrets.token_hex(6)}"
    with psycopg.connect(postgres_server, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"'.encode())
        yield urlunsplit(urlsplit(postgres_server)._replace(path=f"/{name}"))
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())
