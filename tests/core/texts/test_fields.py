"""Facts made ready for sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringback.core.scripts import Facts
from ringback.core.texts.fields import clean, fields_of
from ringback.core.texts.language import language


def field(name: str, facts: Facts) -> str:
    return fields_of(facts, language())[name]


@pytest.mark.parametrize("value", ["", "-", "n/a", "None", "NaN", "null", "???", " \t", "unknown"])
def test_values_that_say_nothing_are_missing(value: str) -> None:
    assert clean(value) == ""


@pytest.mark.parametrize(
    ("value", "cleaned"),
    [
        (" Ana \n Ruiz ", "Ana Ruiz"),
        ("Ana {Ruiz}", "Ana (Ruiz)"),
        ("Ruiz, ", "Ruiz"),
        ("Sammy Davis Jr.", "Sammy Davis Jr."),
        ("\u202eRuiz\u202c\u200b", "Ruiz"),
        ("علی\u200cرضا", "علی\u200cرضا\u200e"),
    ],
)
def test_values_are_cleaned(value: str, cleaned: str) -> None:
    assert clean(value) == cleaned


@given(st.text())
def test_cleaning_again_changes_nothing(value: str) -> None:
    assert clean(clean(value)) == clean(value)


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Planner (m/f/d)", "Planner"),
        ("Analyst [Remote] (Ohio)", "Analyst"),
        ("(Senior)", "(Senior)"),
    ],
)
def test_a_title_is_said_without_what_stands_in_brackets(title: str, said: str) -> None:
    assert field("opening", Facts(opening_title=title)) == said


@pytest.mark.parametrize(
    "team", ["maintenance team", "your maintenance team", "The maintenance team."]
)
def test_a_team_comes_without_an_article(team: str) -> None:
    assert field("about", Facts(team=team)) == "your maintenance team"


@pytest.mark.parametrize(
    ("proof", "said"),
    [
        ("i cut costs", "I cut costs."),
        ("I cut costs!", "I cut costs!"),
        ("“I cut costs.”", "“I cut costs.”"),
        ("-", ""),
    ],
)
def test_a_proof_becomes_a_whole_sentence(proof: str, said: str) -> None:
    assert field("proof", Facts(proof=proof)) == said


@pytest.mark.parametrize("number", ["12", "call me", "1" * 30, "x"])
def test_what_cannot_be_a_number_is_not_said(number: str) -> None:
    assert field("number", Facts(seeker_number=number)) == ""


def test_a_source_does_not_say_from_twice() -> None:
    assert field("source", Facts(name_source="from the posting.")) == "the posting"
