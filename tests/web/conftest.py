"""A desk with a book, and browsers that were let in, were not, and come from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ringback.home import Home
from ringback.web import serving
from tests.web.at import HOST, NOW, TOKEN

# What needs Django's settings is loaded once pytest has set them.
if TYPE_CHECKING:
    from django.test import Client
    from django.test.client import ClientHandler

    from ringback.book.openings import Opening
    from ringback.desk.desk import Desk


@pytest.fixture
def web_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A folder of its own for the devices, and what this server was started for."""
    from ringback.web import entrance
    from ringback.web.pages import entering, pairing, settings

    home = Home(folder=tmp_path)
    for module in (entrance, entering, pairing, settings):
        monkeypatch.setattr(module, "HOME", home)
    monkeypatch.setenv(serving.LETS_IN, TOKEN)
    monkeypatch.setenv(serving.PORT, "8642")
    monkeypatch.delenv(serving.ADDRESSES, raising=False)
    serving.served.cache_clear()
    return home


@pytest.fixture
def desk(db: None, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A search of somebody in Ohio, on a Tuesday morning."""
    from ringback.desk.searches import start_search, tell_about_seeker

    monkeypatch.setattr("ringback.doors.book.now", lambda: NOW)
    monkeypatch.setattr("ringback.doors.book.there_is_a_book", lambda: True)
    desk = start_search("main", NOW)
    return tell_about_seeker(
        desk, name="Ana Ruiz", number="+16145550100", zone="America/New_York", country="US",
        region="OH",
    )  # fmt: skip


@pytest.fixture
def opening(desk: Desk) -> Opening:
    """An opening whose manager was written to six days ago and is to be called."""
    from ringback.desk.openings import NewOpening, add
    from ringback.desk.sending import send

    new = NewOpening(
        employer="Acme Foods", title="Fitter", manager="Dana Reyes", number="+16145550142"
    )
    opening = add(desk, new).opening
    return send(desk, opening, at=NOW - timedelta(days=6), anyway="told so").opening


@pytest.fixture(scope="session")
def guarded() -> ClientHandler:
    """What answers, made once as a server makes it: it looks through every file of the pages."""
    from django.test.client import ClientHandler

    return ClientHandler()


@pytest.fixture(scope="session")
def unguarded() -> ClientHandler:
    """The same for forms without a token, which most tests send."""
    from django.test.client import ClientHandler

    return ClientHandler(enforce_csrf_checks=False)


@pytest.fixture
def stranger(web_home: Home, guarded: ClientHandler) -> Iterator[Client]:
    """A browser that was never let in."""
    from django.test import Client

    client = Client(headers={"host": HOST})
    client.handler = guarded
    yield client
    serving.served.cache_clear()


@pytest.fixture
def signed_in(stranger: Client, web_home: Home, unguarded: ClientHandler) -> Client:
    """A browser that was let in, and that sends what its own pages would send."""
    from django.test import Client

    from ringback.web.devices import DeviceKind, Devices

    _, credential = Devices(web_home).admit("a test", DeviceKind.COMPUTER)
    client = Client(headers={"host": HOST})
    client.handler = unguarded
    client.cookies[serving.served().cookie] = credential
    return client


@pytest.fixture
def kept(web_home: Home, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where files that are handed in wait in this test."""
    from ringback.web import readings
    from ringback.web.pages import importing
    from ringback.web.uploads import folder_of

    for module in (importing, readings):
        monkeypatch.setattr(module, "HOME", web_home)
    monkeypatch.setattr(readings, "_kept", {})
    monkeypatch.setattr(readings, "PATIENCE", 60)
    return folder_of(web_home)


@pytest.fixture
def no_book(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """A book in which nobody has begun a search."""
    monkeypatch.setattr("ringback.doors.book.now", lambda: NOW)
