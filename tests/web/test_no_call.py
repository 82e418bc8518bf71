"""The page of the next call where there is none to make."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from ringback.core.touches import Via
from tests.web.at import NOW

if TYPE_CHECKING:
    from django.test import Client

    from ringback.desk.desk import Desk

DONE = "Everything that was due to be called is called."


def test_with_nothing_on_its_way_it_says_what_to_do_first(signed_in: Client, desk: Desk) -> None:
    page = signed_in.get("/call/").content.decode()
    assert "Nothing is on its way yet" in page
    assert page.count("<h1") == 1
    assert 'class="button primary" href="/openings/new/"' in page
    assert DONE not in page


def test_once_all_is_called_it_says_so(signed_in: Client, desk: Desk) -> None:
    from ringback.core.outcomes import BY_WORD
    from ringback.desk.calls import log_call
    from ringback.desk.openings import NewOpening, add

    opening = add(desk, NewOpening(
        employer="Acme Foods", manager="Dana Reyes", number="+1 216 555 0142",
        sent_at=NOW - timedelta(days=10), via=Via.POST,
    )).opening  # fmt: skip
    assert signed_in.get("/call/").status_code == 302
    log_call(desk, opening, BY_WORD["no-answer"])
    page = signed_in.get("/call/").content.decode()
    assert DONE in page
    following = re.search(r"Next: <a href=\"/openings/\d+/\">(.+?)</a>", page)
    assert following is not None
    assert following[1].startswith("Call Dana Reyes at Acme Foods, ")
    assert "Nothing is on its way yet" not in page
    assert primary_of(page) == "/openings/new/"


def test_with_something_else_due_the_day_comes_before_one_more(
    signed_in: Client, desk: Desk
) -> None:
    from ringback.desk.openings import NewOpening, add

    add(desk, NewOpening(employer="Acme Foods"))
    page = signed_in.get("/call/").content.decode()
    assert primary_of(page) == "/"


def primary_of(page: str) -> str:
    """Where the one button leads that is meant before all others."""
    (found,) = re.finditer(r'class="button primary" href="([^"]+)"', page)
    return found[1]


def test_after_hours_it_says_whom_to_call_and_when_they_can_be_called_again(
    signed_in: Client, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ringback.doors.book.now", lambda: NOW + timedelta(hours=8))
    told = {
        "employer": "Acme Foods", "manager": "Dana Reyes", "number": "216 555 0142",
        "sent": "a week ago", "via": "mail",
    }  # fmt: skip
    added = signed_in.post("/openings/new/", told)
    call = added.headers["Location"].partition("?")[0]
    # The words of a call that is due are there at whatever hour.
    assert call.startswith("/call/")
    assert "they can be called from tomorrow, 9:00 am" in signed_in.get(call).content.decode()
    page = signed_in.get("/call/").content.decode()
    assert "No call can be made any more today" in page
    assert "The next one is Dana Reyes, tomorrow, 9:00 am." in page
    assert f'href="{call}"' in page
    assert DONE not in page
    page = signed_in.get("/").content.decode()
    assert "Nobody can be called any more today" in page
    assert "tomorrow, 9:00 am" in page
    assert "Has to wait" not in page


def test_a_call_agreed_for_later_is_not_the_next_one_now(
    signed_in: Client, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ringback.desk.openings import NewOpening, add

    there = add(desk, NewOpening(
        employer="Bay Tools", manager="Tom Hargrove", number="+14155550143",
        sent_at=desk.now - timedelta(days=10),
    )).opening  # fmt: skip
    told = {"outcome": "call-back", "call-back-moment": "today 3:30 pm here"}
    page = signed_in.post(f"/call/{there.pk}/log/", told, follow=True).content.decode()
    assert "No call can be made at this moment" in page
    assert "The next one is Tom Hargrove, today, 3:30 pm." in page
    # The hour is said once, on both clocks.
    said = "Called Tom Hargrove: asked me to call back · today, 12:30 pm there (3:30 pm for you)"
    assert f"{said}</span>" in page
    assert page.count("12:30 pm") == 1
    for before, is_next in ((11, False), (10, True), (-20, True)):
        at = NOW + timedelta(hours=5, minutes=30 - before)
        monkeypatch.setattr("ringback.doors.book.now", lambda at=at: at)
        assert (signed_in.get("/call/").status_code == 302) is is_next


def test_until_an_agreed_call_the_others_are_made(signed_in: Client, desk: Desk) -> None:
    from ringback.desk.openings import NewOpening, add

    first, other = (
        add(desk, NewOpening(
            employer=employer, manager="Dana Reyes", number=number,
            sent_at=desk.now - timedelta(days=10),
        )).opening
        for employer, number in (("Acme Foods", "216 555 0142"), ("Bolt Tools", "216 555 0143"))
    )  # fmt: skip
    told = {"outcome": "call-back", "call-back-moment": "today 10:20"}
    answer = signed_in.post(f"/call/{first.pk}/log/", told, follow=True)
    assert answer.redirect_chain[-1][0].startswith(f"/call/{other.pk}/")
    assert "more can be made now" not in answer.content.decode()
