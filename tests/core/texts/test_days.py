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


GERMAN = language("de").days


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 12), "heute"),
        (date(2026, 11, 11), "gestern"),
        (date(2026, 11, 9), "am Montag"),
        (date(2026, 11, 6), "letzten Freitag"),
        (date(2026, 3, 3), "am 3. März"),
        (date(2025, 11, 12), "am 12. November 2025"),
    ],
)
def test_german_days_gone_by(day: date, said: str) -> None:
    assert past_day(GERMAN, day, THURSDAY) == said


def test_german_days_to_come_stand_in_the_dative() -> None:
    assert coming_day(GERMAN, date(2026, 11, 13), THURSDAY) == "morgen"
    assert coming_day(GERMAN, date(2026, 12, 1), THURSDAY) == "am Dienstag, dem 1. Dezember"
    assert coming_day(GERMAN, date(2027, 1, 4), THURSDAY) == "am Montag, dem 4. Januar 2027"


@pytest.mark.parametrize(
    ("hour", "minute", "said"),
    [(9, 0, "9 Uhr"), (12, 0, "12 Uhr"), (14, 30, "14:30 Uhr"), (0, 5, "0:05 Uhr")],
)
def test_german_hours_are_of_24(hour: int, minute: int, said: str) -> None:
    moment = datetime(2026, 11, 17, hour, minute, tzinfo=UTC)
    assert coming_moment(GERMAN, moment, THURSDAY) == f"am Dienstag um {said}"
    assert fixed_moment(GERMAN, moment) == f"am Dienstag, dem 17. November, um {said}"
    later = moment.replace(day=24)
    assert coming_moment(GERMAN, later, THURSDAY) == f"am Dienstag, dem 24. November, um {said}"
