"""The demo: on whatever day it is played, it is whole, it is past, and there is something to do."""

from datetime import UTC, datetime, timedelta
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from ringback.book.journal import SentDocument, Touch
from ringback.book.openings import Opening, Step
from ringback.book.parties import Route
from ringback.core.outcomes import OUTCOMES
from ringback.core.steps import StepKind
from ringback.core.touches import Kind, Stage
from ringback.desk.card import card
from ringback.desk.checking import look_over
from ringback.desk.demo import a_moment_to_call, play
from ringback.desk.desk import Desk
from ringback.desk.today import today
from tests.examples import slow_examples

TUESDAY = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)


def holds(now: datetime) -> None:
    """What must be true of a demo played at any moment."""
    desk = play(now)
    assert look_over(desk) == []
    assert not Touch.objects.filter(at__gt=now).exists()
    assert Opening.objects.filter(sent_at__isnull=False).count() == 25
    day = today(desk)
    assert day.first is not None or day.coming
    if day.first is not None:
        assert card(desk, Opening.objects.get(pk=day.first.row.opening)).script is not None


class OnAnyDay(TestCase):
    """Each example runs in a transaction of its own, which is rolled back."""

    @settings(max_examples=slow_examples(3))
    @given(st.integers(0, 15 * 365 * 24 * 60))
    def test_it_is_whole_on_any_day(self, minutes: int) -> None:
        holds(TUESDAY + timedelta(minutes=minutes))


@pytest.mark.django_db
@pytest.mark.parametrize(
    "now",
    [
        datetime(2027, 1, 1, 17, 0, tzinfo=UTC),
        datetime(2028, 2, 29, 14, 0, tzinfo=UTC),
        datetime(2026, 11, 26, 15, 0, tzinfo=UTC),
        datetime(2026, 12, 26, 3, 0, tzinfo=UTC),
        datetime(2027, 3, 14, 6, 59, tzinfo=UTC),
        datetime(2026, 11, 1, 5, 30, tzinfo=UTC),
    ],
    ids=[
        "new year",
        "leap day",
        "thanksgiving",
        "a weekend night",
        "clocks forward",
        "clocks back",
    ],
)
def test_it_is_whole_on_an_odd_day(now: datetime) -> None:
    holds(now)


class ADemoOnATuesday(TestCase):
    """What one demo holds; it is played once for all of these."""

    desk: ClassVar[Desk]

    @classmethod
    def setUpTestData(cls) -> None:
        cls.desk = play(TUESDAY)

    def test_every_outcome_of_a_call_is_told(self) -> None:
        told = set(Touch.objects.filter(kind="called").values_list("line", "who", "result"))
        for outcome in OUTCOMES:
            axes = (outcome.line, outcome.who, outcome.result)
            assert tuple(axis.value if axis else "" for axis in axes) in told, outcome.word

    def test_every_stage_is_there(self) -> None:
        assert set(Opening.objects.values_list("stage", flat=True)) == {s.value for s in Stage}

    def test_a_working_day_has_calls_in_several_zones_and_work_at_the_desk(self) -> None:
        day = today(self.desk)
        items = [item for item in (day.first, *day.then) if item is not None]
        calls = [item for item in items if item.is_call]
        assert len({item.there.utcoffset() for item in calls}) >= 3
        kinds = {item.row.kind for item in items}
        assert kinds >= {
            StepKind.CALL, StepKind.ASK_RECEPTIONIST, StepKind.MAIL, StepKind.SEND,
            StepKind.FIND_MANAGER, StepKind.DECIDE, StepKind.CHECK_STATUS,
        }  # fmt: skip
        assert day.first is not None
        assert day.first.is_call

    def test_somebody_is_to_be_called_back_at_an_exact_time_today(self) -> None:
        exact = Step.objects.get(kind="call", exact=True, day=self.desk.today)
        assert exact.earliest > TUESDAY
        assert exact.earliest.minute % 15 == 0

    def test_an_interview_is_next_week(self) -> None:
        ahead = Step.objects.get(kind="interview").day - self.desk.today
        assert 0 < ahead.days <= 14
        assert Step.objects.get(kind="interview").day.isocalendar().week == 49

    def test_a_posting_that_wants_no_calls_is_followed_up_by_mail(self) -> None:
        opening = Opening.objects.exclude(no_calls="").get()
        assert Step.objects.get(opening=opening).kind == StepKind.MAIL

    def test_what_was_sent_is_kept_with_it(self) -> None:
        kinds = SentDocument.objects.values_list("name", flat=True)
        assert {name.rpartition(".")[2] for name in kinds} == {"pdf", "txt"}
        assert Touch.objects.filter(kind=Kind.SENT, documents__isnull=False).exists()

    def test_the_plan_and_own_lines_are_the_seekers(self) -> None:
        assert (self.desk.search.plan_days, self.desk.search.plan_calls) == ("01234", 8)
        assert "proof" in self.desk.search.own_lines

    def test_every_number_and_address_is_made_up(self) -> None:
        for value in Route.objects.values_list("value", flat=True):
            made_up = (
                value.endswith(".example")
                or value[-7:-2] == "55501"
                or value.startswith(("+4420794601", "+493023125"))
            )
            assert made_up, value


@pytest.mark.parametrize(
    "now",
    [
        datetime(2026, 11, 22, 6, tzinfo=UTC),  # a Sunday
        datetime(2026, 11, 26, 16, tzinfo=UTC),  # Thanksgiving
        datetime(2026, 11, 24, 16, 50, tzinfo=UTC),  # ten minutes before noon in Ohio
        datetime(2027, 1, 1, 0, tzinfo=UTC),
    ],
)
@pytest.mark.django_db
def test_the_demos_day_begins_when_there_are_calls_to_make(now: datetime) -> None:
    moment = a_moment_to_call(now)
    assert now < moment < now + timedelta(days=5)
    first = today(play(moment)).first
    assert first is not None
    assert first.is_call
    assert first.open.start <= moment


@pytest.mark.django_db
def test_the_demos_clock_is_right_where_calls_can_be_made_now() -> None:
    tuesday_morning = datetime(2026, 11, 24, 15, tzinfo=UTC)
    assert a_moment_to_call(tuesday_morning) == tuesday_morning
