"""How long a text takes aloud."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringback.core.texts.speech import Pace, seconds

EXAMPLE = (
    "Mr Okafor, Ana Ruiz, 555-0142. I wrote on Monday about your maintenance team. At Delta I cut "
    "line stoppages by a third in a year and I think two of those steps would suit your plant. "
    "I'll send one line by e-mail today; no need to ring back. Ana Ruiz, 555-0142. Thank you."
)


def test_150_words_take_a_minute() -> None:
    assert seconds("word " * 150) == 60


def test_the_speed_can_be_told() -> None:
    assert seconds("word " * 100, Pace(100)) == 60
    with pytest.raises(ValueError, match="less than one word"):
        Pace(0)


def test_a_number_of_seven_digits_adds_three_to_four_seconds() -> None:
    assert 3 <= seconds("555-0142") <= 4


def test_the_model_voicemail_takes_21_seconds_and_what_its_digits_add() -> None:
    assert 21 < seconds(EXAMPLE) < 28


def test_signs_are_said_and_marks_are_not() -> None:
    assert seconds("30 %") == seconds("three zero percent")
    assert seconds("… — , .") == 0


def test_long_words_and_unspaced_scripts_take_longer_than_one_word() -> None:
    assert seconds("Donaudampfschifffahrtsgesellschaft") > seconds("Company")
    assert seconds("王小明先生") > seconds("Wang")


@given(st.text(), st.text())
def test_more_text_never_takes_less_time(first: str, second: str) -> None:
    assert seconds(f"{first} {second}") >= max(seconds(first), seconds(second))
