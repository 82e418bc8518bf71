"""Adding an opening by hand, also one whose letter has gone out already."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.test import Client

from ringback.book.journal import Touch
from ringback.book.openings import Step
from ringback.desk.desk import Desk

TOLD = {
    "employer": "Acme Foods", "title": "Planner", "manager": "Dana Reyes",
    "number": "+1 216 555 0142", "sent": "2 weeks ago", "via": "post",
}  # fmt: skip


def test_a_letter_that_went_out_already_makes_the_call_the_next_step(
    signed_in: Client, desk: Desk
) -> None:
    answered = signed_in.post("/openings/new/", TOLD)
    assert answered.status_code == 302
    sent = Touch.objects.get(kind="sent")
    assert (sent.via, round((desk.now - sent.at) / timedelta(days=7))) == ("post", 2)
    assert Step.objects.get().kind == "call"
    assert "Words and outcome" in signed_in.get(answered["Location"]).content.decode()


def test_a_day_that_is_none_is_told_and_everything_else_stays(
    signed_in: Client, desk: Desk
) -> None:
    answered = signed_in.post("/openings/new/", TOLD | {"sent": "31.2."})
    assert answered.status_code == 422
    page = unescape(answered.content.decode())
    assert "“31.2.” is no day of the calendar." in page
    for value in ("Acme Foods", "Dana Reyes", "31.2."):
        assert f'value="{value}"' in page
    assert '<option value="post" selected>' in page


def test_the_own_name_is_put_into_the_words_where_it_lacks(signed_in: Client, desk: Desk) -> None:
    desk.search.seeker_name, desk.search.seeker_number = "", "+1 614 555 0199"
    desk.search.save()
    there = signed_in.post("/openings/new/", TOLD)["Location"].partition("?")[0]
    call = there.replace("openings", "call")
    assert "Your own name is not in these words yet" in signed_in.get(call).content.decode()
    answered = signed_in.post("/settings/name/", {"name": "Pat Doe", "number": "", "then": call})
    assert answered["Location"] == call
    page = signed_in.get(call).content.decode()
    assert "this is Pat Doe" in page
    assert "Your own name is not in these words yet" not in page
    desk.search.refresh_from_db()
    assert desk.search.seeker_number == "+1 614 555 0199"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("employer", ""), ("sent", "31.2."), ("closes_on", "31.2."), ("number", "12"),
        ("mail", "dana@"),
    ],
)  # fmt: skip
def test_the_field_that_is_refused_is_marked_and_no_other(
    signed_in: Client, desk: Desk, field: str, value: str
) -> None:
    answered = signed_in.post("/openings/new/", TOLD | {field: value})
    assert answered.status_code == 422
    page = answered.content.decode()
    marked = re.findall(r"<input [^>]*aria-invalid[^>]*>", page)
    assert [re.findall(r' id="(\w+)"', one) for one in marked] == [[field]]
    assert 'aria-describedby="wrong"' in marked[0]
    assert re.findall(r'id="(\w+)"[^>]* autofocus', page) == [field]
    assert page.count('id="wrong"') == 1


def test_a_day_of_a_proof_that_is_none_is_marked(signed_in: Client, desk: Desk) -> None:
    page = signed_in.get("/proof/", {"first": "1 Oct", "last": "31.2."}).content.decode()
    marked = re.findall(r"<input [^>]*aria-invalid[^>]*>", page)
    assert [re.findall(r' id="(\w+)"', one) for one in marked] == [["last"]]
    assert page.count('id="wrong"') == 1
