"""The years of every country: what the calendar library knows, and what is made of it."""

from datetime import date, timedelta

import pytest
from holidays import list_supported_countries
from hypothesis import given
from hypothesis import strategies as st

from ringback.core.years import Work, year_of

COUNTRIES = sorted(list_supported_countries(include_aliases=False))


def work_on(country: str, region: str, day: date) -> Work:
    year = year_of(country, region, day.year)
    return year.work[day.toordinal() - year.start]


@pytest.mark.parametrize("number", [1, 1582, 1899, 1900, 2026, 2199, 2200, 9999])
def test_every_country_has_every_year(number: int) -> None:
    lengths = {len(year_of(country, "", number).work) for country in COUNTRIES}
    assert lengths == {(date(number, 12, 31) - date(number, 1, 1)).days + 1}


@pytest.mark.parametrize("number", [1899, 2200])
def test_a_year_beyond_all_data_has_its_weekends(number: int) -> None:
    year = year_of("US", "OH", number)
    days = [date(number, 1, 1) + timedelta(n) for n in range(len(year.work))]
    assert list(year.open) == [day for day in days if day.weekday() < 5]


@given(st.sampled_from(COUNTRIES), st.integers(2015, 2040))
def test_the_sums_of_a_year_agree_with_its_days(country: str, number: int) -> None:
    year = year_of(country, "", number)
    first = date.fromordinal(year.start)
    open_days = [first + timedelta(n) for n, how in enumerate(year.work) if how is not Work.OFF]
    assert list(year.open) == open_days
    assert year.before[-1] == len(open_days)
    assert all(
        later - sooner in (0, 1)
        for sooner, later in zip(year.before, year.before[1:], strict=False)
    )
    assert year.week_start not in year.weekend
    assert year.week_end not in year.weekend
    assert (year.week_start - 1) % 7 in year.weekend
    assert (year.week_end + 1) % 7 in year.weekend


@pytest.mark.parametrize(
    ("country", "region", "day", "expected"),
    [
        ("US", "OH", date(2026, 11, 26), Work.OFF),
        ("US", "OH", date(2026, 7, 3), Work.OFF),  # kept on the Friday before
        ("US", "", date(2026, 12, 24), Work.MORNING),
        ("GB", "", date(2026, 4, 6), Work.OFF),  # Easter Monday, as in England
        ("GB", "SCT", date(2026, 4, 6), Work.WHOLE),
        ("SE", "", date(2026, 6, 19), Work.SHUT),  # Midsummer Eve
        ("SE", "", date(2026, 4, 2), Work.MORNING),
        ("JP", "", date(2026, 12, 31), Work.SHUT),
        ("BR", "SP", date(2026, 2, 16), Work.SHUT),  # carnival
        ("DK", "", date(2026, 6, 5), Work.MORNING),
        ("CN", "", date(2026, 6, 1), Work.WHOLE),  # a half-day for children only
        ("AU", "QLD", date(2026, 12, 23), Work.WHOLE),
        ("HK", "", date(2026, 6, 13), Work.MORNING),  # Saturday before a one-day weekend
        ("XX", "", date(2026, 12, 25), Work.WHOLE),
        ("", "", date(2026, 12, 25), Work.WHOLE),
        ("DE", "no such", date(2026, 10, 3), Work.OFF),
    ],
)
def test_a_day_is_worked_as_people_there_work_it(
    country: str, region: str, day: date, expected: Work
) -> None:
    assert work_on(country, region, day) is expected


def test_years_do_not_depend_on_the_language_of_the_machine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    year_of.cache_clear()
    plain = year_of("AU", "QLD", 2026)
    for name in ("LANGUAGE", "LC_ALL", "LANG"):
        monkeypatch.setenv(name, "th_TH.UTF-8")
    year_of.cache_clear()
    assert year_of("AU", "QLD", 2026) == plain
