"""Moments and days as a person types them."""

import re
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringback.doors.days import NotAMoment, Reading, day_hint, moment_hint
from ringback.doors.moments import read_day, read_moment

NEW_YORK, BERLIN = ZoneInfo("America/New_York"), ZoneInfo("Europe/Berlin")
# A Thursday, half past ten in the morning.
NOW = datetime(2026, 11, 26, 10, 30, tzinfo=NEW_YORK)
TO_COME = Reading(NOW, NEW_YORK, BERLIN, month_first=True)
HAPPENED = Reading(NOW, NEW_YORK, BERLIN, month_first=True, past=True, clock=time(12))
DAY_FIRST = Reading(NOW, NEW_YORK, BERLIN)


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("tomorrow 10:30", "2026-11-27 10:30"),
        ("today 14:00", "2026-11-26 14:00"),
        ("Thu 14:00", "2026-12-03 14:00"),
        ("this Thu 14:00", "2026-11-26 14:00"),
        ("Thu 9:00", "2026-12-03 09:00"),
        ("thursday at 9am", "2026-12-03 09:00"),
        ("next Thu 14:00", "2026-12-03 14:00"),
        ("Mon. 10:00", "2026-11-30 10:00"),
        ("friday at 10", "2026-11-27 10:00"),
        ("next monday at 3", "2026-11-30 15:00"),
        ("tomorrow 6 o'clock", "2026-11-27 18:00"),
        ("tomorrow at 7", "2026-11-27 07:00"),
        ("tomorrow at 3 am", "2026-11-27 03:00"),
        ("tomorrow 03:00", "2026-11-27 03:00"),
        ("2026-11-27 3:00", "2026-11-27 03:00"),
        ("the 30th at 2 pm", "2026-11-30 14:00"),
        ("on the 25th at noon", "2026-12-25 12:00"),
        ("31st 10:00", "2026-12-31 10:00"),
        ("2026-11-26 10:00", "2026-11-26 10:00"),
        ("2026-11-26T10:00", "2026-11-26 10:00"),
        ("26.11. 10:00", "2026-11-26 10:00"),
        ("26.11.2026 10.30", "2026-11-26 10:30"),
        ("1.12. 9:00", "2026-12-01 09:00"),
        ("11/26 10am", "2026-11-26 10:00"),
        ("26/11 10:00", "2026-11-26 10:00"),
        ("3/12 10:00", "2027-03-12 10:00"),
        ("Nov 30 at 2 pm", "2026-11-30 14:00"),
        ("30th of November 2027 14:00", "2027-11-30 14:00"),
        ("in 2 days 10:00", "2026-11-28 10:00"),
        ("in 3 hours", "2026-11-26 13:30"),
        ("in an hour", "2026-11-26 11:30"),
        ("in 90 min", "2026-11-26 12:00"),
        ("next week 10:00", "2026-11-30 10:00"),
        ("14:00", "2026-11-26 14:00"),
        ("9:00", "2026-11-27 09:00"),
        ("noon", "2026-11-26 12:00"),
        ("tomorrow afternoon", "2026-11-27 14:00"),
        ("12 am", "2026-11-27 00:00"),
        ("29.2. 10:00", "2028-02-29 10:00"),
        ("now", "2026-11-26 10:30"),
    ],
)
def test_moments_to_come(text: str, understood: str) -> None:
    assert f"{read_moment(text, TO_COME):%Y-%m-%d %H:%M}" == understood


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("Thu 14:00", "2026-11-19 14:00"),
        ("Thu 9:00", "2026-11-19 09:00"),
        ("this Thu 9:00", "2026-11-26 09:00"),
        ("Mon", "2026-11-23 12:00"),
        ("yesterday 10:00", "2026-11-25 10:00"),
        ("14:00", "2026-11-25 14:00"),
        ("9:00", "2026-11-26 09:00"),
        ("2 hours ago", "2026-11-26 08:30"),
        ("an hour ago", "2026-11-26 09:30"),
        ("about a week ago", "2026-11-19 12:00"),
        ("around 2 weeks ago", "2026-11-12 12:00"),
        ("week ago", "2026-11-19 12:00"),
        ("vor etwa einer Woche", "2026-11-19 12:00"),
        ("etwa vor 2 Wochen", "2026-11-12 12:00"),
        ("2 days ago 14:00", "2026-11-24 14:00"),
        ("last Thu 14:00", "2026-11-19 14:00"),
        ("Monday of last week", "2026-11-16 12:00"),
        ("Monday last week 9:30", "2026-11-16 09:30"),
        ("on last week Friday", "2026-11-20 12:00"),
        ("Monday of this week", "2026-11-23 12:00"),
        ("1.12. 10:00", "2025-12-01 10:00"),
        ("the 16th", "2026-11-16 12:00"),
        ("on the 30th", "2026-10-30 12:00"),
        ("yesterday at 4", "2026-11-25 16:00"),
        ("Nov 20", "2026-11-20 12:00"),
    ],
)
def test_moments_that_have_been(text: str, understood: str) -> None:
    assert f"{read_moment(text, HAPPENED):%Y-%m-%d %H:%M}" == understood


@pytest.mark.parametrize(
    "text",
    ["a few days ago", "a couple of weeks ago", "weeks ago", "the other day", "vor ein paar Tagen",
     "vor einigen Wochen", "neulich"],
)  # fmt: skip
def test_what_may_be_any_of_several_days_is_asked_about(text: str) -> None:
    with pytest.raises(NotAMoment, match="may be any of several days") as trouble:
        read_moment(text, HAPPENED)
    assert "2 weeks ago" in trouble.value.hint


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("14:00", "19:00"),
        ("Thu 14:00 there", "19:00"),
        ("Fri 14:00 here", "13:00"),
        ("Fri 14:00 my time", "13:00"),
        ("Fri 14:00 Europe/Berlin", "13:00"),
        ("2026-11-27T14:00+01:00", "13:00"),
        ("2026-11-27 14:00Z", "14:00"),
    ],
)
def test_whose_clock_is_meant(text: str, utc: str) -> None:
    assert f"{read_moment(text, TO_COME).astimezone(UTC):%H:%M}" == utc


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("Thu", "2026-12-03"),
        ("this Thu", "2026-11-26"),
        ("today", "2026-11-26"),
        ("next Thu", "2026-12-03"),
        ("tomorrow", "2026-11-27"),
        ("in 2 weeks", "2026-12-10"),
        ("in a month", "2026-12-26"),
        ("Tue of next week", "2026-12-01"),
        ("next week", "2026-11-30"),
        ("next week Tue", "2026-12-01"),
        ("next month", "2026-12-01"),
        ("3/12", "2026-12-03"),
        ("Dec 3", "2026-12-03"),
        ("2026-12-03", "2026-12-03"),
    ],
)
def test_days(text: str, understood: str) -> None:
    assert read_day(text, DAY_FIRST).isoformat() == understood


@pytest.mark.parametrize(
    "text",
    ["", "soon", "tomorrow", "14", "Thu 14", "25:00", "13 pm", "31.2. 10:00", "2026-13-01 10:00",
     "1/2/3/4 10:00", "10:00 Atlantis/Capital", "in 2 fortnights", "0.0. 10:00"],
)  # fmt: skip
def test_what_is_not_clear_is_refused(text: str) -> None:
    with pytest.raises(NotAMoment) as refused:
        read_moment(text, TO_COME)
    assert str(refused.value).endswith(".")
    assert refused.value.hint


@pytest.mark.parametrize("text", ["10:00", "Thu 10:00", "soon", ""])
def test_a_day_is_not_an_hour(text: str) -> None:
    with pytest.raises(NotAMoment):
        read_day(text, TO_COME)


def test_half_past_three_is_in_the_afternoon_where_the_clock_has_twelve_hours() -> None:
    for country, hour in (("US", 15), ("DE", 3), ("", 3)):
        how = replace(TO_COME, country=country)
        assert read_moment("tomorrow 3:30", how).hour == hour
        assert read_moment("tomorrow at 3", how).hour == 15
    assert read_moment("morgen um 3 Uhr", replace(TO_COME, country="DE")).hour == 15


def test_an_hour_that_the_clocks_skip_is_the_moment_after() -> None:
    spring = Reading(datetime(2026, 3, 28, 12, tzinfo=BERLIN), BERLIN, BERLIN)
    assert read_moment("tomorrow 2:30", spring).isoformat() == "2026-03-29T03:00:00+02:00"


@given(
    st.integers(0, 2_800_000_000).map(lambda s: datetime.fromtimestamp(s + 946_684_800, UTC)),
    st.sampled_from(["%Y-%m-%d %H:%M", "%d.%m.%Y %H:%M", "%m/%d/%Y %I:%M %p", "%b %d %Y %H:%M"]),
)
def test_a_whole_date_is_read_as_written(moment: datetime, form: str) -> None:
    how = Reading(NOW, ZoneInfo("UTC"), BERLIN, month_first=True)
    read = read_moment(moment.strftime(form), how)
    assert read == moment.replace(second=0)


@given(st.text(max_size=30) | st.from_regex(r"[0-9a-z:./ -]{0,25}", fullmatch=True))
def test_any_text_is_read_or_refused(text: str) -> None:
    for how in (TO_COME, HAPPENED):
        with suppress(NotAMoment):
            assert read_moment(text, how).tzinfo is not None


@pytest.mark.parametrize(
    ("country", "past", "day", "moment"),
    [
        ("US", True, "11/19", "yesterday 10:30am"), ("US", False, "11/29", "11/29 2pm"),
        ("DE", True, "19.11.", "yesterday 10:30"), ("DE", False, "29.11.", "29.11. 14:00"),
        ("GB", True, "19/11", "yesterday 10:30"), ("GB", False, "29/11", "29/11 14:00"),
        ("AU", False, "29/11", "29/11 2pm"), ("", True, "19 Nov", "yesterday 10:30"),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_answered_in_the_seekers_own_figures(
    country: str, past: bool, day: str, moment: str
) -> None:
    how = replace(TO_COME, month_first=country == "US", past=past, country=country)
    with pytest.raises(NotAMoment) as no_day:
        read_day("some day", how)
    assert f"“{day}”" in no_day.value.hint
    with pytest.raises(NotAMoment) as no_moment:
        read_moment("some day", how)
    assert f"“{moment}”" in no_moment.value.hint


@pytest.mark.parametrize("country", ["US", "DE", "GB", "AU", ""])
@pytest.mark.parametrize("past", [True, False])
def test_every_example_of_a_hint_is_understood(country: str, past: bool) -> None:
    how = replace(HAPPENED, month_first=country == "US", past=past, country=country)
    for text in re.findall("“(.+?)”", moment_hint(how)):
        assert (read_moment(text, how) < NOW) is past
    for text in re.findall("“(.+?)”", day_hint(how)):
        assert (read_day(text, how) < NOW.date()) is past


GERMAN = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")


@given(
    st.integers(0, 400),
    st.integers(0, 6),
    st.booleans(),
    st.booleans(),
    st.sampled_from(["", "am"]),
)
def test_a_weekday_is_never_today_and_lies_within_a_week(
    later: int, index: int, past: bool, german: bool, on: str
) -> None:
    """Of the day itself everybody says “today”."""
    now = NOW + timedelta(later)
    name = GERMAN[index] if german else f"{NOW + timedelta(index - NOW.weekday()):%A}"
    read = read_day(f"{on if german else ''} {name}", replace(HAPPENED, now=now, past=past))
    assert read.weekday() == index
    away = (read - now.date()).days
    assert -7 <= away <= -1 if past else 1 <= away <= 7
    today = read_day("heute" if german else "today", replace(TO_COME, now=now, past=past))
    assert today == now.date()


@given(st.timedeltas(timedelta(0), timedelta(6)), st.booleans())
def test_an_hour_of_a_weekday_is_of_that_very_day(ahead: timedelta, past: bool) -> None:
    day = NOW + ahead
    how = HAPPENED if past else TO_COME
    read = read_moment(f"{day:%A} {day:%H:%M}", how)
    assert read.date() == read_day(f"{day:%A}", how)
    assert f"{read:%H:%M}" == f"{day:%H:%M}"
