"""The table and the board of the openings: what each of them waits for, and when."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from ringback.desk.answers import book_interview
from ringback.desk.desk import Desk
from ringback.desk.openings import NewOpening, add


@pytest.mark.parametrize("path", ["/openings/", "/openings/board/"])
def test_an_interview_stands_with_its_hour(signed_in: Client, desk: Desk, path: str) -> None:
    opening = add(desk, NewOpening(
        employer="Acme Foods", manager="Dana Reyes", number="+1 216 555 0142",
    )).opening  # fmt: skip
    book_interview(desk, opening, datetime(2099, 12, 1, 20, 0, tzinfo=UTC))
    page = signed_in.get(path).content.decode()
    assert "Interview with Dana Reyes" in page
    assert "Tue 1 Dec 2099, 3:00 pm" in page


def test_a_step_whose_day_has_passed_is_marked_as_late(signed_in: Client, desk: Desk) -> None:
    for employer, ago in (("Acme Foods", 14), ("Bolt Tools", 0)):
        add(desk, NewOpening(
            employer=employer, manager="Dana Reyes", number="+1 216 555 0142",
            sent_at=desk.now - timedelta(days=ago),
        ))  # fmt: skip
    page = signed_in.get("/openings/").content.decode()
    rows = {name: page.partition(f">{name}</a>")[2].partition("</tr>")[0]
            for name in ("Acme Foods", "Bolt Tools")}  # fmt: skip
    assert "due since" in rows["Acme Foods"]
    assert "due since" not in rows["Bolt Tools"]
