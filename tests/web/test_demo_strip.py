"""On every page of the demo it says that it is one, and which day and hour it is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import DatabaseError

from ringback.home import Home

if TYPE_CHECKING:
    from pathlib import Path

    from django.test import Client

    from ringback.desk.desk import Desk


@pytest.fixture
def in_demo(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("ringback.web.context.HOME", Home(tmp_path, demo=True))


def strip(page: str) -> str:
    said = page.partition('<aside class="demo-strip"')[2].partition(">")[2]
    return " ".join(said.partition("<form")[0].split())


@pytest.mark.usefixtures("in_demo")
@pytest.mark.parametrize("path", ["/", "/more/", "/nothing/"])
def test_the_demo_says_what_its_own_clock_shows(signed_in: Client, desk: Desk, path: str) -> None:
    assert strip(signed_in.get(path).content.decode()) == (
        "This is the demo: nobody here exists, and no number rings. "
        "Its own clock shows Tue 24 Nov, 10:00 am."
    )


@pytest.mark.usefixtures("in_demo")
def test_where_the_book_cannot_be_read_it_is_a_demo_all_the_same(
    signed_in: Client, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> bool:
        raise DatabaseError

    monkeypatch.setattr("ringback.doors.book.there_is_a_book", broken)
    said = strip(signed_in.get("/more/").content.decode())
    assert said == "This is the demo: nobody here exists, and no number rings."


def test_ones_own_book_is_no_demo(signed_in: Client, desk: Desk) -> None:
    assert strip(signed_in.get("/").content.decode()) == ""
