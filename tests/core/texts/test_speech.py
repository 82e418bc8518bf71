"""How long a text takes aloud."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringback.core.texts.language import language, languages
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


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("Haus", 1), ("heute", 2), ("Geschäftsführung", 4), ("Instandhaltungsplanerin", 7),
        ("Bäuerei", 3), ("HR", 2), ("GmbH", 4), ("Dr.", 2), ("KI-Modell", 4), ("Øystein", 3),
    ],
)  # fmt: skip
def test_german_is_counted_in_syllables(word: str, syllables: int) -> None:
    pace = language("de").pace
    assert seconds(word, pace) == pytest.approx(syllables * 60 / pace.per_minute)


def test_a_number_takes_as_long_in_german_as_in_english() -> None:
    assert language("de").seconds("030 5550142") == pytest.approx(seconds("030 5550142"))


def test_as_many_words_take_longer_in_german() -> None:
    english = "I wrote to you on Monday about the job. Have you one minute? What matters most now?"
    german = (
        "Ich habe Ihnen am Montag zur Stelle geschrieben. Haben Sie eine Minute? Was ist gerade "
        "am wichtigsten?"
    )
    assert seconds(german, Pace(150)) == seconds(english)
    assert seconds(english) < language("de").seconds(german) < 1.5 * seconds(english)


@pytest.mark.parametrize("code", languages())
@given(first=st.text(), second=st.text())
def test_more_text_never_takes_less_time(code: str, first: str, second: str) -> None:
    takes = language(code).seconds
    assert takes(f"{first} {second}") >= max(takes(first), takes(second)) - 1e-9
