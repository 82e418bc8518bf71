"""Sentences with blanks, and how they give way to a limit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringback.core.texts.sentences import fit, join, say, way, ways
from ringback.core.texts.speech import seconds


def test_the_first_way_whose_blanks_are_filled_is_said() -> None:
    sentence = (way("I'm {name}, {number}."), way("I'm {name}."), way("Hello."))
    assert say(sentence, {"name": "Ana", "number": ""}) == "I'm Ana."
    assert ways(sentence, {"name": "Ana", "number": "1"}) == ("I'm Ana, 1.", "I'm Ana.", "Hello.")


def test_when_nothing_can_be_said_nothing_is() -> None:
    assert say((way("I'm {name}."),), {"name": ""}) == ""


def test_brackets_are_said_only_with_their_blank() -> None:
    sentence = (way("I wrote[ {day}][ about {topic}]."),)
    assert say(sentence, {"day": "today", "topic": ""}) == "I wrote today."
    assert say(sentence, {"day": "", "topic": "it"}) == "I wrote about it."


def test_conditions_open_and_close_a_way() -> None:
    sentence = (way("met, not sent | We met."), way("No."))
    assert say(sentence, {"met": "yes", "sent": ""}) == "We met."
    assert say(sentence, {"met": "yes", "sent": "yes"}) == "No."
    assert say(sentence, {"met": "", "sent": ""}) == "No."


def test_a_value_is_never_read_as_a_blank() -> None:
    fields = {"name": "{number} [x] a | b", "number": "1"}
    assert say((way("I'm {name}."),), fields) == "I'm {number} [x] a | b."


def test_a_blank_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError):
        say((way("I'm {nmae}."),), {"name": "Ana"})


@pytest.mark.parametrize("raw", ["a { b", "a [b", "{A}", "[about it]", "a ] b", "[[{x}]]"])
def test_brackets_and_braces_astray_are_refused(raw: str) -> None:
    with pytest.raises(ValueError, match=r"astray|decides"):
        way(raw)


def test_two_full_stops_are_one_but_three_stay() -> None:
    assert join(["I called Acme Inc..", "", "Wait... "]) == "I called Acme Inc. Wait... "


def test_sentences_give_way_in_turn_and_come_back_when_there_is_room() -> None:
    choices = {"a": ("one two three", "one"), "b": ("x " * 9, ""), "c": ("yes yes", "yes")}
    assert fit(choices, ("a", "b"), 4.0) == {"a": "one two three", "b": "", "c": "yes yes"}


def test_over_the_limit_only_the_shortest_ways_are_left() -> None:
    assert fit({"a": ("one two", "one"), "b": ("x y",)}, ("a",), 0.1) == {"a": "one", "b": "x y"}


lists = st.lists(st.sampled_from(("", "one", "one two", "a b c d e", "z " * 30)), min_size=1)


@given(st.dictionaries(st.sampled_from("abcd"), lists.map(tuple)), st.floats(0, 20))
def test_what_is_chosen_fits_whenever_something_does(
    choices: dict[str, tuple[str, ...]], limit: float
) -> None:
    chosen = fit(choices, tuple(choices), limit)
    assert all(text in choices[name] for name, text in chosen.items())
    # Ways get shorter or are passed over, so each ends at the shortest of its first-shorter chain.
    shortest = sum(min(map(seconds, texts)) for texts in choices.values())
    assert seconds(join(chosen.values())) <= max(limit, shortest) + 1e-9
