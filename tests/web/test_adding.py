"""Adding an opening by hand, also one whose letter has gone out already."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.test import Client

from ringback.book.journal import Touch
from ringback.book.openings import Opening, Step
from ringback.book.parties import Employer
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
    assert "What came of it?" in signed_in.get(answered["Location"]).content.decode()


def test_the_form_by_hand_comes_first_and_a_shared_posting_before_it(
    signed_in: Client, desk: Desk
) -> None:
    for shared, focus in (({}, "employer"), ({"url": "https://acme.example/1"}, "what")):
        page = signed_in.get("/openings/new/", shared).content.decode()
        assert re.findall(r'id="([\w-]+)"[^>]* autofocus', page) == [focus]
        by_hand, posting = page.index('id="employer"'), page.index('id="what"')
        assert (by_hand < posting) is (not shared)


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ({}, "approach"), ({"title": "Planner"}, "advertised"), ({"kind": "referral"}, "referral"),
        ({"url": "https://acme.example/1"}, "advertised"),
        ({"title": "Planner", "kind": "approach"}, "approach"),
    ],
)  # fmt: skip
def test_without_a_job_or_a_posting_it_is_an_approach(
    signed_in: Client, desk: Desk, told: dict[str, str], kind: str
) -> None:
    signed_in.post("/openings/new/", {"employer": "Acme Foods", **told})
    assert Opening.objects.get().kind == kind
    page = signed_in.get(f"/openings/{Opening.objects.get().pk}/").content.decode()
    assert ("approach, without a posting" in page) is (kind == "approach")


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
    page = signed_in.get(call).content.decode()
    assert ">Add your name<" in page
    assert ">Your number<" not in page
    answered = signed_in.post("/settings/name/", {"name": "Pat Doe", "number": "", "then": call})
    assert answered["Location"] == call
    page = signed_in.get(call).content.decode()
    assert "this is Pat Doe" in page
    assert ">Add your name<" not in page
    desk.search.refresh_from_db()
    assert desk.search.seeker_number == "+1 614 555 0199"


def test_the_own_number_is_put_into_the_words_where_it_lacks(signed_in: Client, desk: Desk) -> None:
    desk.search.seeker_number = ""
    desk.search.save()
    there = signed_in.post("/openings/new/", TOLD)["Location"].partition("?")[0]
    call = there.replace("openings", "call")
    page = signed_in.get(call).content.decode()
    assert ">Add your number<" in page
    assert 'id="seeker"' not in page
    signed_in.post("/settings/name/", {"number": "614 555 0199", "then": call})
    page = signed_in.get(call).content.decode()
    assert "614 555 0199" in page
    assert "Add your n" not in page


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("employer", ""), ("sent", "31.2."), ("closes_on", "31.2."), ("number", "12"),
        ("mail", "dana@"), ("sent", "2027-01-01"),
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
    assert f'aria-describedby="wrong-{field}"' in marked[0]
    assert f'{marked[0]}<p class="wrong" id="wrong-{field}" role="alert">' in page
    assert re.findall(r'id="(\w+)"[^>]* autofocus', page) == [field]
    assert "one field is to be put right" in page


def test_every_field_at_fault_is_told_at_once_and_nothing_is_kept(
    signed_in: Client, desk: Desk
) -> None:
    bad = {"employer": "", "sent": "someday", "closes_on": "31.2.", "number": "12", "mail": "dana@"}
    answered = signed_in.post("/openings/new/", TOLD | bad)
    page = unescape(answered.content.decode())
    marked = re.findall(r'<input id="(\w+)"[^>]*aria-invalid', page)
    assert sorted(marked) == sorted(bad)
    assert re.findall(r'id="(\w+)"[^>]* autofocus', page) == ["employer"]
    assert "5 fields are to be put right" in page
    for name, words in (("sent", "“someday”"), ("mail", "“dana@” is not a mail address.")):
        assert words in page.partition(f'id="wrong-{name}" role="alert">')[2].partition("</p>")[0]
    assert not Touch.objects.exists()
    assert not Employer.objects.exists()


def test_what_was_sent_is_asked_for_with_days_that_have_been(signed_in: Client, desk: Desk) -> None:
    page = unescape(signed_in.post("/openings/new/", TOLD | {"sent": "someday"}).content.decode())
    told = page.partition('id="wrong-sent" role="alert">')[2].partition("</p>")[0]
    assert "“yesterday 10:30am”" in told
    assert "tomorrow" not in told


def test_a_day_of_a_proof_that_is_none_is_marked(signed_in: Client, desk: Desk) -> None:
    page = signed_in.get("/proof/", {"first": "1 Oct", "last": "31.2."}).content.decode()
    marked = re.findall(r"<input [^>]*aria-invalid[^>]*>", page)
    assert [re.findall(r' id="(\w+)"', one) for one in marked] == [["last"]]
    assert page.count('id="wrong"') == 1
