"""When an interview or a talk is, in people's own words."""

from datetime import date, time

import pytest

from ringback.sources.dates import Order, Orders
from ringback.sources.meetings import Meeting, meeting_in

SENT = date(2026, 10, 5)
MONTH_FIRST = Orders(Order.MONTH_FIRST)
THE_30TH = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("text", "day", "clock"),
    [
        ("Interview 11/30 10am", THE_30TH, time(10)),
        ("Interview 11/30 at 10:30 a.m.", THE_30TH, time(10, 30)),
        ("interview Nov 30, 2pm", THE_30TH, time(14)),
        ("interview 11/30/2026 1:15 PM - 2 PM", THE_30TH, time(13, 15)),
        ("2nd round 11/30 12pm", THE_30TH, time(12)),
        ("Vorstellungsgespräch am 3.12. um 9.30 Uhr", date(2026, 12, 3), time(9, 30)),
        ("entretien 2026-11-30 14h", THE_30TH, time(14)),
        ("Interview 1/4 10am", date(2027, 1, 4), time(10)),
    ],
)
def test_a_day_and_an_hour_are_read_where_they_stand(text: str, day: date, clock: time) -> None:
    assert meeting_in(text, SENT, MONTH_FIRST) == Meeting(day, clock)


@pytest.mark.parametrize(
    "text",
    ["Interview 11/30", "11/30 10-11am", "11/30 3:00", "11/30 9am or 2pm", "11/30 25:00"],
)
def test_an_hour_that_is_not_plain_is_left_open(text: str) -> None:
    assert meeting_in(text, SENT, MONTH_FIRST) == Meeting(THE_30TH)


@pytest.mark.parametrize("text", ["Interview", "phone screen Tuesday", "11/30 9am or 12/1 2pm"])
def test_no_day_or_two_are_no_day(text: str) -> None:
    assert meeting_in(text, SENT, MONTH_FIRST) == Meeting(None)


def test_a_day_that_can_be_two_is_said_and_not_guessed() -> None:
    found = meeting_in("Interview 11/12 10am", SENT, Orders())
    assert found.day is None
    assert "can be 11 December or 12 November" in found.doubt
