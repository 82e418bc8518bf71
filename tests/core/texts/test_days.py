"""Days in words that are true on the day they are said."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringback.core.texts.days import coming_day, coming_moment, fixed_moment, past_day
from ringback.core.texts.language import language

WORDS = language().days
THURSDAY = date(2026, 11, 12)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 12), "today"),
        (date(2026, 11, 11), "yesterday"),
        (date(2026, 11, 10), "on Tuesday"),
        (date(2026, 11, 9), "on Monday"),
        (date(2026, 11, 8), "last Sunday"),
        (date(2026, 11, 6), "last Friday"),
        (date(2026, 11, 5), "on 5 November"),
        (date(2025, 11, 12), "on 12 November 2025"),
        (date(2026, 11, 13), ""),
        (None, ""),
    ],
)
def test_days_gone_by(day: date | None, said: str) -> None:
    assert past_day(WORDS, day, THURSDAY) == said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 12), "today"),
        (date(2026, 11, 13), "tomorrow"),
        (date(2026, 11, 18), "on Wednesday"),
        (date(2026, 11, 19), "on Thursday 19 November"),
        (date(2027, 1, 4), "on Monday 4 January 2027"),
        (date(2026, 11, 11), ""),
        (None, ""),
    ],
)
def test_days_to_come(day: date | None, said: str) -> None:
    assert coming_day(WORDS, day, THURSDAY) == said


def test_without_today_the_whole_date_is_said() -> None:
    assert past_day(WORDS, THURSDAY, None) == "on 12 November 2026"
    assert coming_day(WORDS, THURSDAY, None) == "on Thursday 12 November"


@pytest.mark.parametrize(
    ("hour", "minute", "said"),
    [
        (0, 5, "12:05 am"),
        (9, 0, "9 am"),
        (12, 0, "noon"),
        (12, 30, "12:30 pm"),
        (14, 30, "2:30 pm"),
    ],
)
def test_hours(hour: int, minute: int, said: str) -> None:
    moment = datetime(2026, 11, 13, hour, minute, tzinfo=UTC)
    assert coming_moment(WORDS, moment, THURSDAY) == f"tomorrow at {said}"
    assert fixed_moment(WORDS, moment) == f"on Friday 13 November at {said}"


def test_no_moment_is_no_words() -> None:
    assert coming_moment(WORDS, None, THURSDAY) == fixed_moment(WORDS, None) == ""


@given(st.dates(date(2020, 1, 10), date(2030, 1, 1)), st.integers(0, 400))
def test_words_without_a_date_mean_one_day_only(today: date, ago: int) -> None:
    said = past_day(WORDS, today - timedelta(days=ago), today)
    others = {past_day(WORDS, today - timedelta(days=n), today) for n in range(401) if n != ago}
    assert said not in others
