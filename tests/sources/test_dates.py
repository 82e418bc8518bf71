"""Dates as people type them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringback.sources.dates import (
    Order,
    Orders,
    Supposed,
    dates_in,
    order_of,
    orders_of,
    read_day,
    written,
)

SIXTH = date(2026, 1, 6)
MONTH_FIRST, DAY_FIRST = Orders(Order.MONTH_FIRST), Orders(Order.DAY_FIRST)
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        *("2026-01-06", "2026/1/6", "2026.01.06", "20260106", "6.1.2026", "06.01.26", "6. 1. 2026"),
        *("January 6, 2026", "Jan 6 2026", "Jan. 6th, 2026", "6 Jan 26", "6-Jan-26", "06JAN2026"),
        *("Tue, Jan 6, 2026", "Tuesday 6 January 2026", "6. Januar 2026", "Di 6.1.2026"),
        *(
            "6 janvier 2026",
            "le 6 janv. 2026",
            "6 de enero de 2026",
            "6 ene 2026",
            "6. Jänner 2026",
        ),
        *("46028", "46028.5", "2026-01-06 14:30:00", "2026-01-06T14:30:00Z", "6.1.2026 14:30 Uhr"),
        *("2026-01-06 13:28:00 UTC", "2026-01-06T08:00:00-05:00", "January 6, 2026 9:00 AM (EST)"),
        *(
            "6 janvier 2026 à 14h30",
            "2026年1月6日",
            " 2026-01-06 ",
            "\ufeff2026-01-06",
            "٢٠٢٦-٠١-٠٦",
        ),
    ],
)
def test_a_date_that_can_only_be_meant_one_way_is_read(text: str) -> None:
    assert read_day(text, Orders()).day == SIXTH
    assert read_day(text, Orders()).doubt == ""


@pytest.mark.parametrize("text", ["01/06/2026", "1/6/26", "01-06-2026", "1/6/26, 8:15 AM"])
def test_strokes_are_read_in_the_order_of_their_column(text: str) -> None:
    assert read_day(text, MONTH_FIRST).day == SIXTH
    assert read_day(text, DAY_FIRST).day == date(2026, 6, 1)


def test_strokes_without_an_order_are_refused_with_both_readings() -> None:
    read = read_day("03/04/2026", Orders())
    assert (read.day, read.reason) == (None, "“03/04/2026” can be 3 April or 4 March")


@pytest.mark.parametrize("text", ["11/20/24, 8:15 AM", "20/11/2024", "20.11.2024", "11-20-2024"])
@pytest.mark.parametrize("orders", [Orders(), MONTH_FIRST, DAY_FIRST])
def test_an_impossible_month_decides_by_itself(text: str, orders: Orders) -> None:
    assert read_day(text, orders).day == date(2024, 11, 20)


def test_the_same_number_twice_needs_no_order() -> None:
    assert read_day("4/4/2026", Orders()).day == date(2026, 4, 4)


@pytest.mark.parametrize(
    ("values", "order"),
    [
        (["11/20/2026", "3/4/2026"], Order.MONTH_FIRST),
        (["20/11/2026", "3/4/2026"], Order.DAY_FIRST),
        (["3/4/2026", "5/6/2026"], Order.UNCLEAR),
        (["20/11/2026", "11/20/2026", "3/4/2026"], Order.UNCLEAR),
        (["6.1.2026"], Order.DAY_FIRST),
        (["6.1.2026", "11.20.2026"], Order.MONTH_FIRST),
        (["2026-01-06", "January 6, 2026"], Order.UNCLEAR),
        (["6.1.2026", "3/4/2026"], Order.UNCLEAR),
        (["soon", "", "?"], Order.UNCLEAR),
    ],
)
def test_a_column_is_decided_as_a_whole(values: list[str], order: Order) -> None:
    assert order_of(values) is order


def test_full_stops_mean_day_first_beside_american_strokes() -> None:
    orders = orders_of(["11/20/2026", "6.11.2026"])
    assert read_day("6.11.2026", orders).day == date(2026, 11, 6)
    assert read_day("6/11/2026", orders).day == date(2026, 6, 11)


@pytest.mark.parametrize("text", ["Nov 3", "3. Nov.", "3.11.", "11/3", "3 de noviembre"])
def test_a_date_without_a_year_takes_the_one_given_and_says_so(text: str) -> None:
    read = read_day(text, MONTH_FIRST, Supposed(2026, "it fits"))
    assert (read.day, read.doubt) == (
        date(2026, 11, 3),
        f"“{text}” has no year; 2026 was taken: it fits",
    )
    assert "has no year" in read_day(text, MONTH_FIRST).reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("31/02/2026", "there is no day “31/02/2026”"),
        ("November 31, 2026", "there is no day “November 31, 2026”"),
        ("13/13/2026", "there is no day “13/13/2026”"),
        ("29.02.2026", "there is no day “29.02.2026”"),
        ("2026-00-10", "there is no day “2026-00-10”"),
        ("1/6/1926", "the year of “1/6/1926” cannot be right"),
        ("26-01-15", "the year of “26-01-15” cannot be right"),
        ("soon", "“soon” is no date"),
        ("Nov 2026", "“Nov 2026” is no date"),
        ("6.1", "“6.1” is no date"),
        ("80-90k", "“80-90k” is no date"),
        ("", "“” is no date"),
    ],
)
def test_what_is_no_day_is_refused_with_the_reason(text: str, reason: str) -> None:
    assert read_day(text, MONTH_FIRST).reason == reason


def test_a_range_gives_its_first_day_and_says_so() -> None:
    read = read_day("January 6, 2026 → January 8, 2026", Orders())
    assert (read.day, "range" in read.doubt) == (SIXTH, True)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("call on 13.01.", ("13.01.",)),
        ("call Dana 11/24/2026, ask for Bo", ("11/24/2026",)),
        ("Nov 9 call transport office", ("Nov 9",)),
        ("am 3. Dezember anrufen", ("3. Dezember",)),
        ("between 11/3 and 11/5", ("11/3", "11/5")),
        ("open 24/7, room 11", ()),
        ("may call them", ()),
        ("614-555-0143 x12", ()),
        ("version 2.1.3", ()),
    ],
)
def test_dates_are_found_inside_a_text(text: str, dates: tuple[str, ...]) -> None:
    assert dates_in(text) == dates


FORMS = (
    "{d.year}-{d.month:02}-{d.day:02}",
    "{d.day}.{d.month}.{d.year}",
    "{d:%B} {d.day}, {d.year}",
    "{d.day} {d:%b} {d.year}",
    "{d.month}/{d.day}/{d.year}",
)


@given(day=DAYS, form=st.sampled_from(FORMS))
def test_five_orders_of_writing_give_the_day_back(day: date, form: str) -> None:
    assert read_day(form.format(d=day), MONTH_FIRST).day == day


@given(day=DAYS)
def test_a_spreadsheets_serial_number_gives_the_day_back(day: date) -> None:
    serial = (day - date(1899, 12, 30)) / timedelta(days=1)
    assert read_day(str(int(serial)), Orders()).day == day


@given(st.lists(DAYS.map("{0.month}/{0.day}/{0.year}".format), max_size=20))
def test_no_column_of_real_days_is_decided_against_itself(values: list[str]) -> None:
    assert order_of(values) in (Order.MONTH_FIRST, Order.UNCLEAR)


@given(st.text(max_size=40), st.sampled_from([Orders(), MONTH_FIRST, DAY_FIRST]))
def test_any_text_is_a_day_or_has_a_reason(text: str, orders: Orders) -> None:
    read = read_day(text, orders)
    assert (read.day is None) == bool(read.reason)
    if written(text) is None:
        assert read.day is None
    dates_in(text)
