"""Calling hours: held against the calendar library and the clocks where people are called."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringback.core.places import NOWHERE, Place
from ringback.core.workdays import Calendar, Half, Hours, Span
from tests.core.fifteen_places import (
    EVERY_DAY,
    FIRST,
    PLACES,
    days,
    everywhere,
    library,
    local,
    moments,
    places,
)

halves = st.sampled_from([None, *Half])


class TestSpans:
    @everywhere
    def test_lie_within_the_calling_hours_of_every_day(self, place: Place) -> None:
        calendar, known = Calendar(), library(place)
        weekend = known.weekend
        for day in EVERY_DAY:
            spans = calendar.spans(place, day)
            if not known.is_working_day(day):
                assert spans == (), day
            for span in spans:
                start, end = local(place, span.start), local(place, span.end)
                assert start < end, day
                assert start.date() == end.date() == day
                within = (time(9), time(12)), (time(13, 30), time(17))
                assert any(a <= start.time() and end.time() <= b for a, b in within), day
                if day.weekday() in weekend:
                    continue  # worked in exchange for another day
                if (day + timedelta(1)).weekday() in weekend:
                    assert end.time() <= time(15), day
                if (day - timedelta(1)).weekday() in weekend:
                    assert start.time() >= time(10), day

    @given(places, days)
    def test_come_in_order_and_apart_and_as_utc(self, place: Place, day: date) -> None:
        spans = Calendar().spans(place, day)
        edges = [edge for span in spans for edge in (span.start, span.end)]
        assert edges == sorted(set(edges))
        assert all(edge.tzinfo is UTC for edge in edges)

    @given(places, days)
    def test_of_the_halves_make_up_those_of_the_day(self, place: Place, day: date) -> None:
        calendar = Calendar()
        parts = (calendar.spans(place, day, half) for half in Half)
        assert tuple(span for spans in parts for span in spans) == calendar.spans(place, day)

    def test_of_a_plain_tuesday_are_morning_and_afternoon(self) -> None:
        berlin = Place("DE", "BE", "Europe/Berlin")
        assert Calendar().spans(berlin, date(2026, 6, 2)) == (
            Span(datetime(2026, 6, 2, 7, tzinfo=UTC), datetime(2026, 6, 2, 10, tzinfo=UTC)),
            Span(datetime(2026, 6, 2, 11, 30, tzinfo=UTC), datetime(2026, 6, 2, 15, tzinfo=UTC)),
        )

    def test_are_none_on_a_day_off(self) -> None:
        day = date(2026, 6, 2)
        assert Calendar(days_off=frozenset({day})).spans(PLACES[0], day) == ()

    @pytest.mark.parametrize(
        ("place", "day"),
        [
            (Place("DE", "BE", "Europe/Berlin"), date(2026, 12, 24)),
            (Place("US", "OH", "America/New_York"), date(2026, 12, 24)),
            (Place("GB", "ENG", "Europe/London"), date(2026, 12, 31)),
            (Place("IS", "", "Atlantic/Reykjavik"), date(2026, 12, 24)),
            (Place("TR", "", "Europe/Istanbul"), date(2026, 10, 28)),
            (Place("EE", "", "Europe/Tallinn"), date(2026, 6, 22)),
            (Place("IR", "", "Asia/Tehran"), date(2026, 8, 20)),
        ],
    )  # fmt: skip
    def test_of_a_half_day_end_at_noon(self, place: Place, day: date) -> None:
        calendar = Calendar()
        assert calendar.business_day(place, day)
        (morning,) = calendar.spans(place, day)
        assert local(place, morning.end).time() == time(12)
        assert calendar.spans(place, day, Half.AFTERNOON) == ()

    @pytest.mark.parametrize(
        ("place", "first", "last"),
        [
            (Place("US", "NY", "America/New_York"), date(2026, 6, 8), date(2026, 6, 12)),
            (Place("EG", "", "Africa/Cairo"), date(2026, 6, 7), date(2026, 6, 11)),
            (Place("IR", "", "Asia/Tehran"), date(2026, 7, 11), date(2026, 7, 16)),
            (Place("BN", "", "Asia/Brunei"), date(2026, 6, 8), date(2026, 6, 11)),
        ],
        ids=["Mon to Fri", "Sun to Thu", "Sat to Thu", "Friday and Sunday off"],
    )
    def test_of_the_week_s_first_and_last_day_are_shorter(
        self, place: Place, first: date, last: date
    ) -> None:
        calendar = Calendar()
        assert local(place, calendar.spans(place, first)[0].start).time() == time(10)
        assert local(place, calendar.spans(place, last)[-1].end).time() <= time(15)
        between = calendar.spans(place, first + timedelta(1))
        assert local(place, between[0].start).time() == time(9)
        assert local(place, between[-1].end).time() == time(17)

    @given(places, days, st.lists(st.times(), min_size=6, max_size=6))
    def test_of_any_hours_hold_no_minute_outside_them(
        self, place: Place, day: date, clocks: list[time]
    ) -> None:
        a, b, c, d, monday, friday = clocks
        hours = Hours((a, b), (c, d), monday, friday)
        for half, (start, end) in ((Half.MORNING, (a, b)), (Half.AFTERNOON, (c, d))):
            for span in Calendar(hours).spans(place, day, half):
                assert start < end
                assert span.start < span.end
                assert start <= local(place, span.start).time()
                assert local(place, span.end - timedelta(microseconds=1)).time() < end

    def test_of_a_day_that_the_date_line_swallowed_are_none(self) -> None:
        apia = Place("WS", "", "Pacific/Apia")
        assert Calendar().spans(apia, date(2011, 12, 30)) == ()
        assert Calendar().spans(apia, date(2011, 12, 29)) != ()

    @pytest.mark.parametrize(
        ("place", "day", "hours", "expected"),
        [
            (Place("EG", "", "Africa/Cairo"), date(2025, 4, 24), (time(22), time(23, 59)), 119),
            (Place("EG", "", "Africa/Cairo"), date(2025, 10, 30), (time(22), time(23, 59)), 119),
            (Place("XX", "", "Europe/Berlin"), date(2026, 3, 27), (time(1), time(4)), 180),
        ],
        ids=[
            "before a gap at midnight",
            "an hour shown twice ends the first time",
            "no change that day",
        ],
    )
    def test_last_as_long_as_the_clocks_there_say(
        self, place: Place, day: date, hours: tuple[time, time], expected: int
    ) -> None:
        night = Hours(hours, (time(23, 59), time(23, 59)), time.min, time.max)
        length = sum((s.end - s.start for s in Calendar(night).spans(place, day)), timedelta())
        assert length == timedelta(minutes=expected)


class TestNextCallable:
    @given(
        places,
        days,
        st.frozensets(st.integers(0, 6)),
        halves,
        st.frozensets(st.dates(FIRST, FIRST + timedelta(60))),
    )
    def test_is_the_first_day_that_suits(
        self,
        place: Place,
        day: date,
        avoid: frozenset[int],
        half: Half | None,
        off: frozenset[date],
    ) -> None:
        calendar = Calendar(days_off=off)
        on, spans = calendar.next_callable(place, day, avoid_weekdays=avoid, half=half)
        assert spans == calendar.spans(place, on, half) != ()
        ahead = [day + timedelta(n) for n in range((on - day).days)]
        callable_before = [one for one in ahead if calendar.spans(place, one, half)]
        if on.weekday() in avoid:
            assert callable_before == []
            near = [day + timedelta(n) for n in range(15)]
            assert not [
                one
                for one in near
                if one.weekday() not in avoid and calendar.spans(place, one, half)
            ]
        else:
            assert all(one.weekday() in avoid for one in callable_before)

    @given(places, days, halves)
    def test_never_finds_nothing_though_every_day_is_off(
        self, place: Place, day: date, half: Half | None
    ) -> None:
        off = frozenset(day + timedelta(n) for n in range(450))
        on, spans = Calendar(days_off=off).next_callable(place, day, half=half)
        assert on >= day
        assert spans

    def test_passes_over_the_half_that_the_hours_do_not_have(self) -> None:
        mornings = Hours(afternoon=(time(17), time(17)))
        day = date(2026, 11, 26)
        on, spans = Calendar(mornings).next_callable(PLACES[0], day, half=Half.AFTERNOON)
        assert on == date(2026, 11, 27)
        assert local(PLACES[0], spans[0].start).time() == time(9)

    def test_falls_back_to_standard_hours_where_the_hours_are_none(self) -> None:
        never = Hours((time(9), time(9)), (time(9), time(9)))
        on, spans = Calendar(never).next_callable(PLACES[0], date(2026, 6, 6))
        assert on == date(2026, 6, 8)
        assert local(PLACES[0], spans[-1].end).time() == time(17)

    @pytest.mark.parametrize("day", [date.min, date.max])
    @everywhere
    def test_answers_at_both_ends_of_time(self, place: Place, day: date) -> None:
        assert Calendar().next_callable(place, day, avoid_weekdays=frozenset({0, 1}))[1]
        assert Calendar().add_business_days(place, day, 700).year in {4, 9998}
        assert Calendar().next_own_day(day).year in {2, 9998}
        assert Calendar().at(place, day, time(9)).tzinfo is UTC

    def test_leaves_out_weekdays_that_were_tried(self) -> None:
        monday = date(2026, 6, 8)
        on, _ = Calendar().next_callable(
            Place("US", "NY", "America/New_York"), monday, avoid_weekdays=frozenset({0, 1})
        )
        assert on == date(2026, 6, 10)

    def test_forgets_the_weekdays_that_leave_nothing(self) -> None:
        all_week = frozenset(range(7))
        on, _ = Calendar().next_callable(PLACES[0], date(2026, 6, 6), avoid_weekdays=all_week)
        assert on == date(2026, 6, 8)


class TestMoments:
    @given(places, moments)
    def test_are_callable_within_a_span_of_their_day(self, place: Place, moment: datetime) -> None:
        calendar = Calendar()
        spans = calendar.spans(place, local(place, moment).date())
        within = any(span.start <= moment < span.end for span in spans)
        assert calendar.callable_at(place, moment) == within

    @given(places, moments)
    def test_open_with_the_rest_of_their_span_or_the_next(
        self, place: Place, moment: datetime
    ) -> None:
        calendar = Calendar()
        span = calendar.next_open(place, moment)
        assert moment <= span.start < span.end
        assert calendar.callable_at(place, span.start)
        if calendar.callable_at(place, moment):
            assert span.start == moment
        else:
            before = calendar.day_of(place, moment), calendar.day_of(place, span.start)
            nights = range((before[1] - before[0]).days + 1)
            spans = [calendar.spans(place, before[0] + timedelta(n)) for n in nights]
            assert next(one for many in spans for one in many if moment < one.start) == span

    @given(places, moments)
    def test_have_the_day_and_clock_that_people_there_see(
        self, place: Place, moment: datetime
    ) -> None:
        calendar, there = Calendar(), local(place, moment)
        assert calendar.now_there(place, moment) == there
        assert calendar.now_there(place, moment).utcoffset() == there.utcoffset()
        assert calendar.day_of(place, moment) == there.date()
        expected = Half.MORNING if there.time() < time(13, 30) else Half.AFTERNOON
        assert calendar.half_of(place, moment) is expected

    @given(places, days, st.times(time(4), time(22)))
    def test_of_a_clock_time_show_that_time_there(
        self, place: Place, day: date, clock: time
    ) -> None:
        shown = local(place, Calendar().at(place, day, clock))
        assert (shown.date(), shown.time()) == (day, clock)

    def test_without_a_zone_are_refused(self) -> None:
        noon = datetime(2026, 6, 2, 12, tzinfo=UTC).replace(tzinfo=None)
        for ask in (Calendar().day_of, Calendar().half_of, Calendar().callable_at):
            with pytest.raises(ValueError, match="aware moment"):
                ask(NOWHERE, noon)
        with pytest.raises(ValueError, match="aware moment"):
            Calendar().next_open(NOWHERE, noon)
