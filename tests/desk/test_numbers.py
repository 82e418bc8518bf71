"""The numbers of a search lived at the desk: counted by hand, struck touches left out."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ringback.book.openings import Step
from ringback.core.coverage import Coverage
from ringback.core.numbers.rates import Rate
from ringback.core.outcomes import BY_WORD
from ringback.core.people import OpeningKind
from ringback.core.places import Place
from ringback.core.touches import Reply
from ringback.core.workdays import Half
from ringback.desk.answers import book_interview, log_interview, log_offer, log_reply
from ringback.desk.calls import log_call
from ringback.desk.course import strike
from ringback.desk.imports import import_file
from ringback.desk.numbers import numbers
from ringback.desk.searches import take_days_off, write_plan
from ringback.desk.sending import send
from ringback.sources.source import ReadOptions
from tests.desk.factories import NOW, a_call, a_desk, a_sent_opening, an_opening, later

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def test_a_new_search_can_tell_nothing_and_says_so() -> None:
    found = numbers(a_desk())
    assert found.funnel.sent == found.funnel.dials == 0
    assert all(one.rate.says.startswith("cannot tell yet") for one in found.funnel.rates)
    assert [chart.key for chart in found.charts] == [
        "funnel", "coverage", "silence", "reach", "plan",
    ]  # fmt: skip


def test_the_funnel_counts_what_happened() -> None:
    desk = a_desk()
    first, second = a_sent_opening(desk, "Example Tools"), a_sent_opening(desk, "Example Mill")
    a_sent_opening(desk, "Example Bakery")
    on_day = later(desk, NOW + 3 * DAY)
    a_call(on_day, first, "voicemail")
    a_call(later(desk, NOW + 6 * DAY), first, "talked")
    a_call(on_day, second, "wrong-number")
    meeting = later(desk, NOW + 8 * DAY)
    book_interview(meeting, first, meeting.now + DAY)
    held = later(desk, NOW + 9 * DAY)
    log_interview(held, first)
    log_offer(held, first)
    funnel = numbers(held).funnel
    assert funnel.counts == (
        ("sent", 3), ("due", 3), ("followed up", 1), ("dials", 3), ("conversations", 1),
        ("interviews", 1), ("offers", 1),
    )  # fmt: skip
    assert funnel.bad_numbers == 1
    assert funnel.offers_of_interviewed == 1


def test_what_was_struck_is_in_no_number() -> None:
    desk = a_desk()
    opening = a_sent_opening(desk)
    on_day = later(desk, NOW + 3 * DAY)
    before = numbers(on_day)
    logged = a_call(on_day, opening, "talked")
    assert numbers(on_day).funnel.conversations == 1
    strike(on_day, tuple(touch.uid for touch in logged.touches))
    assert numbers(on_day) == before


def test_another_search_adds_nothing() -> None:
    desk = a_desk()
    before = numbers(desk)
    other = a_desk()
    a_call(other, a_sent_opening(other), "talked")
    assert numbers(other).funnel.conversations == 1
    assert numbers(desk) == before


def test_coverage_is_that_of_the_day() -> None:
    desk = a_desk()
    one, other = a_sent_opening(desk, "Example Tools"), a_sent_opening(desk, "Example Mill")
    # Sent on Tuesday 6 October 2026, due on Friday the 9th; Monday the 12th is Columbus Day.
    a_call(later(desk, datetime(2026, 10, 9, 15, 0, tzinfo=UTC)), one)
    a_call(later(desk, datetime(2026, 10, 15, 15, 0, tzinfo=UTC)), other)
    found = numbers(later(desk, datetime(2026, 10, 20, 15, 0, tzinfo=UTC)))
    weeks = [(week.day.day, week.coverage, week.on_time) for week in found.course.weeks]
    assert weeks == [(11, Coverage(2, 1), 1), (18, Coverage(2, 2), 1), (20, Coverage(2, 2), 1)]
    assert found.course.on_time == Rate(1, 2)


def test_what_was_written_down_too_late_is_told_apart_and_has_its_next_step() -> None:
    desk = a_desk()
    a_sent_opening(desk, "Example Tools")
    opening = an_opening(desk, "Example Mill")
    late = later(desk, NOW + 10 * DAY)
    send(late, opening, at=NOW + timedelta(hours=1))
    assert numbers(late).course.written_in_time == Rate(1, 2)
    assert numbers(late).course.dated == Rate(2, 2)


def test_a_step_that_the_book_lost_is_seen() -> None:
    desk = a_desk()
    opening = a_sent_opening(desk, "Example Tools")
    a_sent_opening(desk, "Example Mill")
    Step.objects.filter(opening=opening).delete()
    assert numbers(desk).course.dated == Rate(1, 2)


def test_letters_of_weeks_ago_come_in_with_a_dated_next_step_each(tmp_path: Path) -> None:
    """None of them knows its manager: each has the day on which to find the name."""
    desk = a_desk()
    sheet = tmp_path / "sent.csv"
    rows = "".join(f"Example Works {day},Buyer,2026-09-0{day},sent\n" for day in range(1, 5))
    sheet.write_text(f"Company,Position,Date Applied,Status\n{rows}", "utf-8")
    import_file(desk, sheet, ReadOptions())
    found = numbers(desk).course
    assert found.dated == Rate(4, 4)
    assert found.written_in_time == Rate(0, 4)


def test_silence_ends_with_the_first_answer_and_an_open_case_stays_open() -> None:
    desk = a_desk()
    answered, opened = a_sent_opening(desk, "Example Tools"), a_sent_opening(desk, "Example Mill")
    log_reply(later(desk, NOW + 4 * DAY), answered, Reply.REJECTION)
    log_reply(later(desk, NOW + 5 * DAY), opened, Reply.RECEIPT)
    found = numbers(later(desk, NOW + 20 * DAY)).silence
    assert (found.sent, found.answered) == (2, 1)
    assert [(p.day, p.waiting, p.answered) for p in found.points] == [(4, 2, 1)]
    assert found.says == "cannot tell yet: 1 of 2 answered so far"


def test_dials_count_on_the_clock_of_whom_was_called() -> None:
    """17:30 in Ohio on a Tuesday is 6:30 on Wednesday in Tokyo."""
    desk = a_desk()
    tokyo = Place(country="JP", zone="Asia/Tokyo")
    opening = an_opening(desk, number="+81 3 5555 0142", place=tokyo, kind=OpeningKind.APPROACH)
    send(desk, opening)
    at = datetime(2026, 10, 13, 21, 30, tzinfo=UTC)
    log_call(later(desk, at), opening, BY_WORD["no-answer"])
    (slot,) = [one for one in numbers(later(desk, at)).slots.slots if one.rate.of]
    assert (slot.weekday, slot.half) == (2, Half.MORNING)


def test_a_bad_number_tells_nothing_of_the_hour() -> None:
    desk = a_desk()
    a_call(later(desk, NOW + 3 * DAY), a_sent_opening(desk), "invalid")
    assert sum(slot.rate.of for slot in numbers(later(desk, NOW + 3 * DAY)).slots.slots) == 0


def test_the_plan_stands_beside_what_was_done() -> None:
    desk = a_desk()
    opening = a_sent_opening(desk)
    write_plan(desk, days=("tue", "thu", "fri"), start=None, calls=2)
    take_days_off(desk, (datetime(2026, 10, 8, tzinfo=UTC).date(),))
    a_call(later(desk, NOW + 3 * DAY), opening)
    plan = numbers(later(desk, NOW + 3 * DAY)).plan
    assert [(one.day.day, one.planned, one.done) for one in plan.days] == [
        (6, 2, 0), (7, 0, 0), (8, 0, 0), (9, 2, 1),
    ]  # fmt: skip


def test_a_moment_in_the_past_knows_nothing_of_later() -> None:
    desk = a_desk()
    opening = a_sent_opening(desk)
    a_call(later(desk, NOW + 3 * DAY), opening, "talked")
    assert numbers(desk).funnel.dials == 0
