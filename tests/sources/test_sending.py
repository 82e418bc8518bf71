"""How a letter went out, what kind of opening it is, and what was asked not to be done."""

import pytest

from ringback.core.people import OpeningKind
from ringback.core.touches import Via
from ringback.sources.sending import (
    do_not_contact_in,
    is_divider,
    kind_in,
    no_calls_in,
    via_in,
    via_told,
)


@pytest.mark.parametrize(
    ("cell", "via"),
    [
        ("LinkedIn", Via.PORTAL),
        ("StepStone", Via.PORTAL),
        ("company website", Via.PORTAL),
        ("https://www.indeed.com/x", Via.PORTAL),
        ("email", Via.MAIL),
        ("E-Mail", Via.MAIL),
        ("snail mail", Via.POST),
        ("per Post", Via.POST),
        ("courrier", Via.POST),
        ("in person", Via.HAND),
        ("job fair", Via.HAND),
        ("persönlich abgegeben", Via.HAND),
        ("my neighbour", None),
    ],
)
def test_the_cell_for_the_way_is_understood(cell: str, via: Via | None) -> None:
    assert via_in(cell) is via


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("sent by post to Dana", Via.POST),
        ("applied via LinkedIn", Via.PORTAL),
        ("applied online", Via.PORTAL),
        ("sent it in by mail", Via.MAIL),
        ("emailed my résumé", Via.MAIL),
        ("dropped it off", Via.HAND),
        ("per E-Mail beworben", None),
        ("interview in person", None),
        ("mail them again", None),
        ("LinkedIn profile looks good", None),
    ],
)
def test_running_text_tells_the_way_only_where_it_speaks_of_sending(
    text: str, via: Via | None
) -> None:
    assert via_told([text]) is via


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Speculative application", OpeningKind.APPROACH),
        ("Initiativbewerbung", OpeningKind.APPROACH),
        ("candidature spontanée", OpeningKind.APPROACH),
        ("introductory letter", OpeningKind.APPROACH),
        ("referred by Jim", OpeningKind.REFERRAL),
        ("Empfehlung", OpeningKind.REFERRAL),
        ("Plant Scheduler", None),
    ],
)
def test_an_approach_and_a_referral_are_known_by_their_words(
    text: str, kind: OpeningKind | None
) -> None:
    assert kind_in([text]) is kind


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("Nice ad. No phone calls please! Mail only.", "No phone calls please!"),
        ("please don't call", "please don't call"),
        ("Bitte nicht anrufen", "Bitte nicht anrufen"),
        ("pas d'appels", "pas d'appels"),
        ("no llamar", "no llamar"),
        ("called twice, no answer", ""),
    ],
)
def test_the_wish_not_to_be_called_is_kept_in_its_own_words(text: str, wish: str) -> None:
    assert no_calls_in(text) == wish


def test_the_wish_never_to_be_contacted_is_kept_in_its_own_words() -> None:
    assert do_not_contact_in("ok. Do not contact again.") == "Do not contact again."
    assert do_not_contact_in("contact Dana") == ""


@pytest.mark.parametrize("cell", ["--- week 2 ---", "Week of Nov 9", "KW 46", "November", "====="])
def test_what_heads_the_rows_below_is_no_employer(cell: str) -> None:
    assert is_divider(cell)


@pytest.mark.parametrize("cell", ["Weekday Foods", "Oxbow Rail", "Marchetti & Sons", "3M"])
def test_an_employer_is_no_divider(cell: str) -> None:
    assert not is_divider(cell)
