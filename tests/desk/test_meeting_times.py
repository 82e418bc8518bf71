"""The two times that are proposed for a meeting."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from ringback.desk.card import card
from ringback.desk.sending import send
from tests.desk import factories as make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("today", "proposed"),
    [
        pytest.param(16, ["Wednesday", "Thursday"], id="an ordinary Monday"),
        # Thanksgiving is the 26th: neither it nor the day after it is proposed.
        pytest.param(23, ["Wednesday", "Monday"], id="before Thanksgiving"),
    ],
)
def test_no_day_between_a_holiday_and_a_weekend_is_proposed(
    today: int, proposed: list[str]
) -> None:
    at = datetime(2026, 11, today, 15, tzinfo=UTC)
    desk = make.later(make.a_desk(), at - timedelta(days=7))
    opening = make.an_opening(desk, "Acme Foods", manager="Dana Reyes", number="216 555 0142")
    send(desk, opening)
    script = card(make.later(desk, at), opening).script
    assert script is not None
    asks = script.section("close")
    assert asks is not None
    assert re.findall(r"\w+day", asks.text) == proposed
