"""Work days: held against the calendar library and a naive loop."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from ringback.core.places import NOWHERE, Place
from ringback.core.workdays import Calendar
from tests.core.fifteen_places import EVERY_DAY, FIRST, PLACES, days, everywhere, library, places


def naive_add(place: Place, day: date, n: int) -> date:
    """The n-th business day after a day, counted one by one; for 0, the day or the next one."""
    calendar = Calendar()
    if n == 0:
        while not calendar.business_day(place, day):
            day += timedelta(1)
    for _ in range(n):
        day += timedelta(1)
        while not calendar.business_day(place, day):
            day += timedelta(1)
    return day


class TestBusinessDays:
    @everywhere
    def test_are_the_days_on_which_the_library_says_people_work(self, place: Place) -> None:
        calendar, known = Calendar(), library(place)
        wrong = [
            day
            for day in EVERY_DAY
            if calendar.business_day(place, day) != known.is_working_day(day)
        ]
        assert wrong == []

    @given(places, days, st.integers(0, 40))
    @example(PLACES[0], date(2026, 12, 31), 1)
    def test_are_added_as_a_naive_loop_adds_them(self, place: Place, day: date, n: int) -> None:
        assert Calendar().add_business_days(place, day, n) == naive_add(place, day, n)

    @given(places, days, st.integers(0, 2000))
    def test_one_more_leads_to_a_later_business_day(self, place: Place, day: date, n: int) -> None:
        calendar = Calendar()
        one, other = (calendar.add_business_days(place, day, more) for more in (n, n + 1))
        assert calendar.business_day(place, one)
        assert one < other or (n == 0 and not calendar.business_day(place, day) and one == other)

    @given(places, days, days, st.integers(0, 300))
    def test_a_later_start_leads_to_no_earlier_day(
        self, place: Place, a: date, b: date, n: int
    ) -> None:
        a, b = sorted((a, b))
        calendar = Calendar()
        assert calendar.add_business_days(place, a, n) <= calendar.add_business_days(place, b, n)

    @given(places, days, st.integers(1, 800))
    def test_as_many_are_counted_as_were_added(self, place: Place, day: date, n: int) -> None:
        calendar = Calendar()
        assert (
            calendar.business_days_between(place, day, calendar.add_business_days(place, day, n))
            == n
        )

    @given(places, days, days, days)
    def test_counting_can_stop_on_the_way_and_be_turned_round(
        self, place: Place, a: date, b: date, c: date
    ) -> None:
        count = Calendar().business_days_between
        assert count(place, a, b) + count(place, b, c) == count(place, a, c)
        assert count(place, a, b) == -count(place, b, a)

    def test_that_lie_back_are_refused(self) -> None:
        with pytest.raises(ValueError, match="cannot go back 2 business days"):
            Calendar().add_business_days(NOWHERE, FIRST, -2)

    def test_three_after_a_friday_end_on_wednesday(self) -> None:
        ohio = Place("US", "OH", "America/New_York")
        assert Calendar().add_business_days(ohio, date(2026, 11, 13), 3) == date(2026, 11, 18)

    def test_three_before_thanksgiving_step_over_it(self) -> None:
        ohio = Place("US", "OH", "America/New_York")
        assert Calendar().add_business_days(ohio, date(2026, 11, 24), 3) == date(2026, 11, 30)

    def test_a_days_off_of_the_seeker_is_a_business_day_of_the_one_called(self) -> None:
        day = date(2026, 11, 18)
        assert Calendar(days_off=frozenset({day})).business_day(PLACES[0], day)

    def test_differ_between_regions(self) -> None:
        corpus_christi = date(2026, 6, 4)
        assert not Calendar().business_day(Place("DE", "BY"), corpus_christi)
        assert Calendar().business_day(Place("DE", "BE"), corpus_christi)

    def test_follow_the_home_where_the_place_is_unknown(self) -> None:
        at_home = Calendar(home=Place("DE", "BY", "Europe/Berlin"))
        assert not at_home.business_day(NOWHERE, date(2026, 6, 4))
        assert at_home.business_day(Place("AT", "9"), date(2026, 5, 8))

    def test_the_regions_of_another_country_are_not_taken_from_home(self) -> None:
        at_home = Calendar(home=Place("US", "HI", "Pacific/Honolulu"))
        assert at_home.business_day(Place("DE"), date(2026, 3, 26))


class TestZone:
    NOON = datetime(2026, 6, 2, 12, tzinfo=UTC)

    @pytest.mark.parametrize(
        ("place", "home", "expected"),
        [
            (Place("US", "OH", "America/New_York"), Place(zone="Asia/Tokyo"), "America/New_York"),
            (Place("DE"), Place("US", "OH", "America/New_York"), "Europe/Berlin"),
            (Place("US", "CA"), Place("US", "OH", "America/New_York"), "America/Los_Angeles"),
            (Place("US", "TX"), Place("US", "OH", "America/New_York"), "America/Chicago"),
            (Place("US"), Place("US", "WA", "America/Los_Angeles"), "America/Los_Angeles"),
            (Place("US"), Place("DE", "BY", "Europe/Berlin"), "America/New_York"),
            (NOWHERE, Place("IN", "KA", "Asia/Kolkata"), "Asia/Kolkata"),
            (NOWHERE, Place("FR"), "Europe/Paris"),
            (Place(zone="Mars/Olympus"), Place("FR"), "Europe/Paris"),
            (Place("XX"), Place("FR"), "UTC"),
            (Place(zone="../etc/passwd"), NOWHERE, "UTC"),
            (NOWHERE, NOWHERE, "UTC"),
        ],
    )  # fmt: skip
    def test_is_the_place_s_own_before_any_other(
        self, place: Place, home: Place, expected: str
    ) -> None:
        there = Calendar(home=home).now_there(place, self.NOON)
        assert there.utcoffset() == self.NOON.astimezone(ZoneInfo(expected)).utcoffset()


class TestOwnDays:
    HOME = Place("US", "OH", "America/New_York")

    def test_leave_out_weekends_holidays_and_days_off(self) -> None:
        off = frozenset({date(2026, 11, 27)})
        calendar = Calendar(days_off=off, home=self.HOME)
        assert not calendar.own_day(date(2026, 11, 26))
        assert not calendar.own_day(date(2026, 11, 27))
        assert calendar.next_own_day(date(2026, 11, 26)) == date(2026, 11, 30)

    @given(days, st.frozensets(st.dates(FIRST, FIRST + timedelta(90))))
    def test_next_is_the_first_of_them(self, day: date, off: frozenset[date]) -> None:
        calendar = Calendar(days_off=off, home=self.HOME)
        found = calendar.next_own_day(day)
        assert calendar.own_day(found)
        assert not any(calendar.own_day(day + timedelta(n)) for n in range((found - day).days))

    def test_are_found_though_every_day_is_off(self) -> None:
        off = frozenset(FIRST + timedelta(n) for n in range(800))
        assert Calendar(days_off=off, home=self.HOME).next_own_day(FIRST) == date(2024, 1, 2)


class TestCalendar:
    def test_of_the_same_values_is_the_same_whatever_it_was_asked(self) -> None:
        one, other = Calendar(home=PLACES[0]), Calendar(home=PLACES[0])
        one.next_callable(PLACES[3], FIRST)
        assert one == other
        assert hash(one) == hash(other)

    @given(places, days, days)
    def test_gives_the_same_answer_in_any_order(self, place: Place, a: date, b: date) -> None:
        assume(a != b)
        calendar = Calendar()
        first = calendar.spans(place, a)
        calendar.spans(place, b)
        assert calendar.spans(place, a) == first == Calendar().spans(place, a)
