"""The year that a date lacks, from the dates around it."""

from datetime import date

from ringback.sources.dates import Order, Orders
from ringback.sources.years import Years

ORDERS = {0: Orders(Order.MONTH_FIRST), 1: Orders(Order.MONTH_FIRST)}


def years_of(*rows: tuple[str, ...], read_on: date | None = None) -> list[dict[int, int]]:
    years = Years(ORDERS, rows, read_on)
    found = [years.of(cells) for cells in rows]
    return [{column: supposed.year for column, supposed in row.items()} for row in found]


def test_rows_around_of_one_year_tell_the_year() -> None:
    assert years_of(("2026-11-02",), ("Nov 3",), ("2026-11-05",)) == [{}, {0: 2026}, {}]


def test_one_row_above_or_below_is_enough() -> None:
    assert years_of(("2026-11-02",), ("Nov 3",))[1] == {0: 2026}
    assert years_of(("Nov 3",), ("",), ("2026-11-05",))[0] == {0: 2026}


def test_the_turn_of_the_year_is_seen() -> None:
    rows = [("2026-12-20",), ("Dec 28",), ("Jan 3",), ("2027-01-08",)]
    assert years_of(*rows) == [{}, {0: 2026}, {0: 2027}, {}]
    assert years_of(("2026-12-28",), ("Jan 3",))[1] == {0: 2027}


def test_rows_around_that_disagree_tell_nothing() -> None:
    assert years_of(("2024-11-02",), ("Nov 3",), ("2026-11-05",))[1] == {}


def test_a_day_half_a_year_away_from_all_around_is_not_guessed() -> None:
    assert years_of(("2026-03-01",), ("Nov 3",), ("2026-06-01",))[1] == {}


def test_another_day_in_the_same_row_tells_before_the_rows_around() -> None:
    rows = [("2024-01-01", ""), ("11/3", "2026-11-10"), ("2024-01-02", "")]
    assert years_of(*rows)[1] == {0: 2026}


def test_without_any_full_date_a_day_is_the_last_before_the_day_of_reading() -> None:
    rows = [("Nov 3",), ("Jan 4",), ("Feb 29",)]
    told = years_of(*rows, read_on=date(2027, 1, 9))
    assert told == [{0: 2026}, {0: 2027}, {}]


def test_without_any_full_date_and_day_of_reading_no_year_is_told() -> None:
    assert years_of(("Nov 3",), ("Nov 4",)) == [{}, {}]
