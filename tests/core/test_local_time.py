"""Wall clocks as moments, over gaps and overlaps of every kind."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringback.core.local_time import local_of, moment_of, zone_called

CHANGES = [
    # zone, day, skipped clock, the UTC moment after the gap
    ("Europe/Berlin", date(2026, 3, 29), time(2, 30), datetime(2026, 3, 29, 1, tzinfo=UTC)),
    ("America/New_York", date(2026, 3, 8), time(2, 0), datetime(2026, 3, 8, 7, tzinfo=UTC)),
    ("America/St_Johns", date(2026, 3, 8), time(2, 59), datetime(2026, 3, 8, 5, 30, tzinfo=UTC)),
    (
        "Australia/Lord_Howe",
        date(2026, 10, 4),
        time(2, 15),
        datetime(2026, 10, 3, 15, 30, tzinfo=UTC),
    ),
    ("Africa/Cairo", date(2026, 4, 24), time(0, 0), datetime(2026, 4, 23, 22, tzinfo=UTC)),
    ("Asia/Jerusalem", date(2026, 3, 27), time(2, 1), datetime(2026, 3, 27, 0, tzinfo=UTC)),
    ("Pacific/Apia", date(2011, 12, 30), time(9, 0), datetime(2011, 12, 30, 10, tzinfo=UTC)),
]
ZONES = sorted(
    {zone for zone, *_ in CHANGES} | {"Asia/Kolkata", "Asia/Tehran", "America/Sao_Paulo"}
)


@pytest.mark.parametrize(("name", "day", "clock", "expected"), CHANGES)
def test_a_time_that_clocks_skip_is_the_moment_after_the_gap(
    name: str, day: date, clock: time, expected: datetime
) -> None:
    assert moment_of(ZoneInfo(name), day, clock) == expected


@pytest.mark.parametrize(
    ("name", "day", "clock", "expected"),
    [
        (
            "Europe/Berlin",
            date(2026, 10, 25),
            time(2, 30),
            datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
        ),
        (
            "America/New_York",
            date(2026, 11, 1),
            time(1, 30),
            datetime(2026, 11, 1, 5, 30, tzinfo=UTC),
        ),
        (
            "Australia/Lord_Howe",
            date(2026, 4, 5),
            time(1, 45),
            datetime(2026, 4, 4, 14, 45, tzinfo=UTC),
        ),
        (
            "Africa/Cairo",
            date(2026, 10, 29),
            time(23, 30),
            datetime(2026, 10, 29, 20, 30, tzinfo=UTC),
        ),
    ],
)
def test_of_a_time_that_clocks_show_twice_it_is_the_first(
    name: str, day: date, clock: time, expected: datetime
) -> None:
    assert moment_of(ZoneInfo(name), day, clock) == expected


@given(st.sampled_from(ZONES), st.dates(date(2010, 1, 1), date(2040, 1, 1)), st.times())
def test_a_time_comes_back_as_itself_or_as_the_end_of_a_gap(
    name: str, day: date, clock: time
) -> None:
    zone = ZoneInfo(name)
    moment = moment_of(zone, day, clock)
    wanted = datetime.combine(day, clock)
    shown = local_of(zone, moment).replace(tzinfo=None)
    assert shown >= wanted
    if shown > wanted:
        just_before = moment - timedelta(microseconds=1)
        assert local_of(zone, just_before).replace(tzinfo=None) < wanted


@given(
    st.sampled_from(ZONES),
    st.sampled_from([day for _, day, *_ in CHANGES]),
    st.lists(st.times(), min_size=2, max_size=2),
)
def test_later_times_of_a_day_are_no_earlier_moments_on_the_day_of_a_gap(
    name: str, day: date, clocks: list[time]
) -> None:
    early, late = (moment_of(ZoneInfo(name), day, clock) for clock in sorted(clocks))
    assert early <= late


@pytest.mark.parametrize(
    "name", ["", "Mars/Olympus", "America", "../etc/passwd", "/etc/passwd", "a\0b"]
)
def test_a_name_that_is_no_zone_is_none(name: str) -> None:
    assert zone_called(name) is None


def test_a_moment_without_a_zone_is_refused() -> None:
    naive = datetime(2026, 6, 2, 12, tzinfo=UTC).replace(tzinfo=None)
    with pytest.raises(ValueError, match="aware moment is needed"):
        local_of(ZoneInfo("UTC"), naive)
