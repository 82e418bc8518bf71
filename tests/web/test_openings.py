"""The table and the board of the openings: what each of them waits for, and when."""

from datetime import UTC, datetime

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
