"""The hours at which somebody is best reached, as they are said, and as they narrow a call."""

from datetime import time

import pytest

from ringback.core.best_time import read_window
from ringback.core.steps import StepKind
from ringback.core.touches import Kind
from tests.core.stories import DANA, JOB, Story, nov, on


@pytest.mark.parametrize(
    ("said", "start", "end"),
    [
        ("9:30-11", time(9, 30), time(11)),
        ("9.30 – 11.00", time(9, 30), time(11)),
        ("9h30 to 11h00", time(9, 30), time(11)),
        ("between 2 and 4 pm", time(14), time(16)),
        ("2-4", time(14), time(16)),
        ("11 am - 1 pm", time(11), time(13)),
        ("11 - 1 pm", time(11), time(13)),
        ("mornings", time(6), time(12)),
        ("in the afternoon", time(12), time(21)),
        ("before 10", time(6), time(10)),
        ("after 3 pm", time(15), time(21)),
        ("after 3", time(15), time(21)),
    ],
)
def test_hours_are_read_as_they_are_said(said: str, start: time, end: time) -> None:
    assert read_window(said) == (start, end)


@pytest.mark.parametrize(
    "said", ["", "sometimes", "11-9:30", "25-26", "9:75-11", "13 pm - 2 pm", "9", "before noonish"]
)
def test_what_names_no_hours_is_not_guessed(said: str) -> None:
    assert read_window(said) is None


def letter(best: tuple[time, time] | None) -> Story:
    """A letter of Monday to somebody who is best reached so; the call is due on Thursday."""
    opening = JOB._replace(people=(DANA._replace(best=best),))
    return Story(opening).added().named().tell(Kind.SENT, on(nov(2)), person="dana", via=None)


def test_a_call_is_planned_when_they_are_best_reached() -> None:
    step = letter((time(10), time(11, 30))).step()
    assert (step.kind, step.earliest, step.latest) == (
        StepKind.CALL, on(nov(5), 10), on(nov(5), 11, 30),
    )  # fmt: skip


def test_the_next_call_keeps_to_their_hour_and_not_to_the_other_half_of_the_day() -> None:
    step = letter((time(10), time(11, 30))).call(5, "no-answer").step()
    assert (step.earliest, step.half) == (on(nov(9), 10), None)
    assert letter(None).call(5, "no-answer").step().earliest == on(nov(9), 13, 30)


def test_hours_at_which_nobody_is_to_be_called_do_not_count() -> None:
    assert letter((time(18), time(19))).step() == letter(None).step()
