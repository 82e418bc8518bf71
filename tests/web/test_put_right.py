"""What was not understood is put right where one is: the first field at fault, the house around."""

import re

from django.test import Client

from ringback.book.openings import Opening
from ringback.desk.desk import Desk


def test_of_two_wrong_fields_the_first_of_the_form_has_the_caret(
    signed_in: Client, desk: Desk
) -> None:
    told = {"employer": "Acme Foods", "number": "216 555 01", "sent": "whenever"}
    page = signed_in.post("/openings/new/", told).content.decode()
    assert re.findall(r'id="([\w-]+)"[^>]* autofocus', page) == ["number"]


def test_a_moment_that_is_none_keeps_the_menu_and_says_of_which_opening(
    signed_in: Client, opening: Opening
) -> None:
    told = {"outcome": "call-back", "call-back-moment": "blurgh"}
    page = signed_in.post(f"/call/{opening.pk}/log/", told).content.decode()
    assert 'class="nav"' in page
    assert "Acme Foods · Fitter</a>" in page


def test_a_call_that_can_be_made_now_comes_right_after_adding(
    signed_in: Client, desk: Desk
) -> None:
    told = {"employer": "Acme Foods", "manager": "Dana Reyes", "number": "+1 216 555 0142"}
    waits = signed_in.post("/openings/new/", told)
    assert waits["Location"].startswith("/openings/")
    due = signed_in.post("/openings/new/", {**told, "employer": "Bolt", "sent": "2 weeks ago"})
    assert due["Location"].startswith("/call/")


def test_the_demo_is_entered_from_more_and_from_the_data(signed_in: Client, desk: Desk) -> None:
    for address in ("/more/", "/settings/data/"):
        assert 'action="/demo/enter/"' in signed_in.get(address).content.decode()


def test_more_lists_what_does_not_stand_on_the_bar(signed_in: Client, desk: Desk) -> None:
    page = signed_in.get("/more/").content.decode()
    listed = re.findall(r'class="over" href="(.*?)"', page.partition("<main")[2])
    assert listed == ["/import/", "/numbers/", "/proof/", "/settings/", "/search/"]
