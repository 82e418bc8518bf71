"""Coverage over time, slots, the plan: small cases that can be counted on a calendar."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ringback.core.coverage import Coverage
from ringback.core.numbers.course import Followed, course
from ringback.core.numbers.funnel import Funnel
from ringback.core.numbers.planned import plan_and_done
from ringback.core.numbers.rates import Rate
from ringback.core.numbers.slots import Dial, slots
from ringback.core.workdays import Half

# 2026-10-05 is a Monday.
MONDAY = date(2026, 10, 5)


def october(day: int) -> date:
    return date(2026, 10, day)


def a_sending(
    sent: int = 5,
    due: int | None = 8,
    followed: int | None = None,
    recorded: int | None = None,
    *,
    is_open: bool = True,
    step: int | None = 9,
) -> Followed:
    """Sent on a day of October, due on another; late from two days after that."""
    return Followed(
        sent_on=october(sent),
        recorded_on=october(recorded or sent),
        due_on=october(due) if due else None,
        late_after=october(due + 1) if due else None,
        followed_on=october(followed) if followed else None,
        is_open=is_open,
        step_on=october(step) if step else None,
    )  # fmt: skip


def test_each_week_shows_what_was_true_at_its_end() -> None:
    """One called in its week, one only in the next, one not at all, one due in the third week."""
    sendings = [
        a_sending(5, 8, followed=8), a_sending(5, 8, followed=13), a_sending(6, 9),
        a_sending(14, 20),
    ]  # fmt: skip
    weeks = course(sendings, october(21)).weeks
    assert [(w.day.day, w.sent, w.coverage.due, w.coverage.followed, w.on_time) for w in weeks] == [
        (11, 3, 3, 1, 1), (18, 4, 3, 2, 1), (21, 4, 4, 2, 1),
    ]  # fmt: skip


def test_what_is_due_today_is_not_missed_yet() -> None:
    assert course([a_sending(5, 8)], october(8)).weeks[-1].coverage.due == 0
    assert course([a_sending(5, 8)], october(9)).weeks[-1].coverage.due == 1


def test_the_day_after_its_day_is_still_on_time() -> None:
    on_time = [a_sending(5, 8, followed=day) for day in (7, 8, 9, 10)]
    assert course(on_time, october(12)).on_time == Rate(3, 4)


def test_what_was_written_down_after_its_day_has_a_dated_step_all_the_same() -> None:
    kept = course([a_sending(5, 8, recorded=8), a_sending(5, 8, recorded=9)], october(12))
    assert kept.written_in_time == Rate(1, 2)
    assert kept.dated == Rate(2, 2)


def test_what_is_open_without_a_step_is_seen_and_what_is_closed_needs_none() -> None:
    kept = course(
        [a_sending(), a_sending(step=None), a_sending(is_open=False, step=None)], october(12)
    )
    assert kept.dated == Rate(1, 2)


def test_nothing_sent_has_no_weeks() -> None:
    none = course([], october(12))
    assert none.weeks == ()
    assert none.dated == Rate(0, 0)


def test_a_sunday_today_is_not_shown_twice() -> None:
    assert [week.day.day for week in course([a_sending()], october(11)).weeks] == [11]


def test_slots_are_the_working_week_and_where_else_there_was_a_dial() -> None:
    known = slots([Dial(0, Half.MORNING, True), Dial(0, Half.MORNING, False),
                   Dial(6, Half.AFTERNOON, False)])  # fmt: skip
    assert [slot.name for slot in known.slots[:2]] == ["Monday morning", "Monday afternoon"]
    assert len(known.slots) == 11
    assert known.slots[0].rate == Rate(1, 2)
    assert known.slots[-1].name == "Sunday afternoon"
    assert known.morning == Rate(1, 2)


def dials(half: Half, reached: int, of: int) -> list[Dial]:
    return [Dial(1, half, index < reached) for index in range(of)]


def test_mornings_are_named_only_once_they_are_nine_times_as_likely() -> None:
    few = slots(dials(Half.MORNING, 9, 9) + dials(Half.AFTERNOON, 0, 40))
    assert few.says == "cannot tell yet whether mornings or afternoons reach more"
    near = slots(dials(Half.MORNING, 4, 20) + dials(Half.AFTERNOON, 3, 20))
    assert near.says.startswith("cannot tell yet: mornings and afternoons do not differ")
    clear = slots(dials(Half.MORNING, 2, 40) + dials(Half.AFTERNOON, 12, 40))
    assert clear.says == "your dials met them more often on afternoons, so far"


def test_a_day_off_and_a_weekend_have_no_plan() -> None:
    plan = plan_and_done(
        {october(5): 3, october(7): 1, october(10): 2},
        MONDAY, october(11), weekdays={0, 1, 2, 3, 4}, a_day=2, days_off={october(6)},
    )  # fmt: skip
    assert [one.planned for one in plan.days] == [2, 0, 2, 2, 2, 0, 0]
    assert (plan.planned, plan.done) == (8, 6)
    assert plan.says == "6 calls logged, 8 planned; the plan was met on 1 of 4 planned days"


def test_four_weeks_are_looked_at_at_most() -> None:
    plan = plan_and_done(
        {}, date(2026, 1, 1), MONDAY, weekdays=(), a_day=0, days_off=()
    )  # fmt: skip
    assert len(plan.days) == 28
    assert plan.says == "no plan is written down; 0 calls were logged in these days"


def test_each_rate_of_the_funnel_names_what_it_is_of() -> None:
    funnel = Funnel(
        sent=25, due=20, followed=18, answered=9, dials=45, bad_numbers=2, conversations=6,
        led_on=2, interviews=3, interviews_of_sent=2, offers=2, offers_of_interviewed=1,
    )  # fmt: skip
    assert [(one.name, one.rate.done, one.rate.of) for one in funnel.rates] == [
        ("coverage", 18, 20), ("reach", 6, 45), ("talks that led on", 2, 6), ("interviews", 2, 25),
        ("offers", 1, 3),
    ]  # fmt: skip


DAYS = st.integers(1, 28).map(october)


@given(
    st.lists(
        st.builds(
            Followed, sent_on=DAYS, recorded_on=DAYS, due_on=st.none() | DAYS,
            late_after=st.none() | DAYS, followed_on=st.none() | DAYS,
        ),
        max_size=6,
    ),
    DAYS,
)  # fmt: skip
def test_each_week_counts_the_sendings_as_they_stood_at_its_end(
    sendings: list[Followed], today: date
) -> None:
    for week in course(sendings, today).weeks:
        so_far = [one for one in sendings if one.sent_on <= week.day]
        done = [one for one in so_far if one.followed_on and one.followed_on <= week.day]
        open_still = [one for one in so_far if one not in done]
        missed = [one for one in open_still if one.due_on and one.due_on < week.day]
        assert week.sent == len(so_far)
        assert week.coverage == Coverage(len(done) + len(missed), len(done))
        assert week.on_time == sum(one.on_time for one in done)
