"""Which language is said where."""

import pytest

from ringback.book.parties import Search
from ringback.core.places import NOWHERE, Place
from ringback.core.texts.choice import AUTO, language_for


@pytest.mark.parametrize(
    ("country", "region", "number", "spoken"),
    [
        ("DE", "", "", "de"),
        ("DE", "BY", "+14155550100", "de"),
        ("AT", "9", "", "de"),
        ("LI", "", "", "de"),
        ("CH", "ZH", "", "de"),
        ("CH", "GE", "", "en"),
        ("CH", "TI", "+41445550100", "en"),
        ("CH", "", "+41445550100", "de"),
        ("CH", "", "+41225550100", "en"),
        ("CH", "", "+41795550100", "de"),
        ("CH", "", "", "de"),
        ("US", "OH", "", "en"),
        ("FR", "", "", "en"),
        ("", "", "+49305550100", "de"),
        ("", "", "+16145550100", "en"),
        ("", "", "+41215550100", "en"),
    ],
)
def test_it_is_that_of_where_they_are_called(
    country: str, region: str, number: str, spoken: str
) -> None:
    assert language_for(AUTO, Place(country, region), number) == spoken


def test_home_decides_where_nothing_is_known_of_them() -> None:
    home = Place("DE", "BY")
    assert language_for(AUTO, NOWHERE, home=home) == "de"
    assert language_for(AUTO, Place("US"), home=home) == "en"
    assert language_for(AUTO, NOWHERE) == "en"


@pytest.mark.parametrize("chosen", ["de", "en"])
def test_what_is_chosen_holds_wherever_they_are(chosen: str) -> None:
    for country in ("US", "DE", ""):
        assert language_for(chosen, Place(country), "+49305550100") == chosen


def test_a_language_whose_words_are_gone_is_as_if_none_were_chosen() -> None:
    assert language_for("tlh", Place("DE")) == "de"


def test_a_new_search_chooses_by_where_it_calls() -> None:
    assert Search().language == AUTO
