"""After an act the page says what was done and what comes next there."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from ringback.book.journal import Touch
from ringback.book.openings import Opening
from ringback.desk.desk import Desk
from ringback.desk.openings import NewOpening, add
from ringback.desk.sending import send


def an_opening(desk: Desk, employer: str = "Acme Foods") -> Opening:
    new = NewOpening(
        employer=employer, title="Fitter", manager="Ada Miller", manager_title="Owner",
        number="+16145550123",
    )  # fmt: skip
    opening = add(desk, new).opening
    send(desk, opening, anyway="a test")
    return opening


def toast(page: str) -> str:
    found = re.search(r"data-toast>(.*?)</span>", page, re.DOTALL)
    assert found is not None
    return found[1]


def test_after_a_call_the_next_step_is_said_and_led_to(signed_in: Client, desk: Desk) -> None:
    opening = an_opening(desk)
    answer = signed_in.post(f"/call/{opening.pk}/log/", {"outcome": "talked"}, follow=True)
    page = answer.content.decode()
    assert "next:" not in toast(page)
    said = page.partition("Next:")[2].partition("</p>")[0]
    assert f'href="/openings/{opening.pk}/"' in said
    assert "Thank Ada Miller at Acme Foods, today" in said


def test_before_the_call_after_it_the_strip_says_the_next_step(
    signed_in: Client, desk: Desk
) -> None:
    other = an_opening(desk, "Bolt Tools")
    opening = an_opening(desk)
    answer = signed_in.post(f"/call/{opening.pk}/log/", {"outcome": "talked"})
    did = answer["Location"].partition("did=")[2]
    said = toast(signed_in.get(f"/call/{other.pk}/?did={did}").content.decode())
    assert "next:" in said
    assert "Thank Ada Miller at Acme Foods, today" in said
    there = signed_in.get(f"/openings/{opening.pk}/?did={did}").content.decode()
    assert "next:" not in toast(there)


def test_after_an_undo_one_is_where_it_was_done_and_can_bring_it_back(
    signed_in: Client, desk: Desk
) -> None:
    opening = an_opening(desk)
    signed_in.post(f"/call/{opening.pk}/log/", {"outcome": "talked"})
    undone = signed_in.post("/undo/", follow=True)
    assert undone.redirect_chain[-1][0].startswith(f"/call/{opening.pk}/?undone=")
    page = undone.content.decode()
    assert "Taken back: Called Ada Miller: we talked" in " ".join(page.split())
    then = f"/call/{opening.pk}/"
    assert f'name="then" value="{then}"' in page
    signed_in.post("/redo/", {"then": then})
    assert "we talked" in signed_in.get(then).content.decode().partition("So far")[2]


def test_after_an_added_one_is_taken_back_its_page_is_not_gone_to(
    signed_in: Client, desk: Desk
) -> None:
    add(desk, NewOpening(employer="Acme Foods"))
    assert signed_in.post("/undo/")["Location"].startswith("/?undone=")


def test_after_the_end_there_is_no_next_step(signed_in: Client, desk: Desk) -> None:
    opening = an_opening(desk)
    answer = signed_in.post(f"/call/{opening.pk}/log/", {"outcome": "rejected"}, follow=True)
    assert "next:" not in toast(answer.content.decode())


def test_an_act_on_several_openings_names_no_step_of_one(signed_in: Client, desk: Desk) -> None:
    openings = [an_opening(desk), an_opening(desk, "Bolt Tools")]
    told = {"opening": [one.pk for one in openings], "what": "pause", "until": "in 3 weeks"}
    signed_in.post("/openings/several/", told)
    act = Touch.objects.filter(kind="paused")
    assert len(act) == 2
    page = signed_in.get(f"/openings/?did={act[0].uid}").content.decode()
    assert "next:" not in toast(page)


@pytest.mark.parametrize(
    ("told", "understood"),
    [
        ("Tuesday", ", Tuesday, 17 November"),
        ("Mon 9:30", ", yesterday, 9:30 am"),
        ("13 Nov 9:30", ", Friday, 13 November, 9:30 am"),
        ("yesterday", ", yesterday"),
        ("today", ""),
    ],
)
def test_the_day_of_what_was_sent_is_told_as_it_was_understood(
    signed_in: Client, desk: Desk, told: str, understood: str
) -> None:
    new = {"employer": "Acme Foods", "manager": "Ada Miller", "via": "mail", "sent": told}
    answer = signed_in.post("/openings/new/", new, follow=True)
    said = toast(answer.content.decode()).partition("</svg>")[2]
    assert said.strip() == f"Sent by e-mail to Ada Miller{understood}"
