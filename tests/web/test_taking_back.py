"""What was recorded is taken back where it is seen: on the opening, and marked with the person."""

from datetime import timedelta

from django.test import Client

from ringback.book.journal import Touch
from ringback.book.openings import Opening
from ringback.book.parties import Person
from ringback.core.touches import Reason
from ringback.desk.calls import log_call, outcome_named
from ringback.desk.course import close, last_act, reopen, strike
from ringback.desk.desk import Desk
from ringback.desk.openings import NewOpening, add


def test_the_last_act_has_its_undo_on_the_opening(
    signed_in: Client, desk: Desk, opening: Opening
) -> None:
    log_call(desk, opening, outcome_named("busy"))
    page = signed_in.get(f"/openings/{opening.pk}/").content.decode()
    last = Touch.objects.get(kind="called")
    assert page.count("Undo this") == 1
    assert f'name="did" value="{last.uid}"' in page
    signed_in.post("/undo/", {"did": str(last.uid)})
    assert last_act(desk, opening)[0].kind == "sent"


def test_an_opening_again_open_says_who_is_barred_and_takes_it_back(
    signed_in: Client, desk: Desk, opening: Opening
) -> None:
    log_call(desk, opening, outcome_named("never"))
    opening.refresh_from_db()
    reopen(desk, opening)
    page = signed_in.get(f"/openings/{opening.pk}/").content.decode()
    assert "Dana Reyes is not to be contacted, as recorded" in page
    barring = Touch.objects.get(kind="called")
    signed_in.post("/undo/", {"did": str(barring.uid)})
    assert not Person.objects.get(name="Dana Reyes").do_not_contact
    assert "not to be contacted" not in signed_in.get(f"/openings/{opening.pk}/").content.decode()


def test_a_call_that_was_taken_back_is_marked_with_the_person(
    signed_in: Client, desk: Desk, opening: Opening
) -> None:
    log_call(desk, opening, outcome_named("busy"))
    person = Person.objects.get(name="Dana Reyes")
    assert "taken back" not in signed_in.get(f"/people/{person.pk}/").content.decode()
    strike(desk, (Touch.objects.get(kind="called").uid,))
    page = signed_in.get(f"/people/{person.pk}/").content.decode()
    assert '· taken back</p><p class="struck">' in page


def test_nobody_is_offered_more_of_a_person_where_there_is_none(
    signed_in: Client, desk: Desk, opening: Opening
) -> None:
    person = Person.objects.get(name="Dana Reyes")
    assert 'id="else"' in signed_in.get(f"/people/{person.pk}/").content.decode()
    log_call(desk, opening, outcome_named("never"))
    assert 'id="else"' not in signed_in.get(f"/people/{person.pk}/").content.decode()


def test_without_an_open_opening_it_says_whether_there_was_one(
    signed_in: Client, desk: Desk, opening: Opening
) -> None:
    close(desk, opening, Reason.FILLED)
    for address in ("/", "/call/"):
        page = signed_in.get(address, follow=True).content.decode()
        assert "Nothing is on its way any more" in page


def test_an_hour_that_is_told_is_said_on_both_clocks(signed_in: Client, desk: Desk) -> None:
    there = add(desk, NewOpening(
        employer="Bay Tools", manager="Tom Hargrove", number="+14155550143",
        sent_at=desk.now - timedelta(days=10),
    )).opening  # fmt: skip
    told = {"outcome": "call-back", "call-back-moment": "friday 2 pm"}
    page = signed_in.post(f"/call/{there.pk}/log/", told, follow=True).content.decode()
    assert "2:00 pm there (5:00 pm for you)" in page


def test_an_opening_that_was_never_added_says_so_wherever_it_stands(
    signed_in: Client, desk: Desk, opening: Opening
) -> None:
    gone = add(desk, NewOpening(employer="Bolt Tools", title="Fitter")).opening
    strike(desk, (Touch.objects.get(opening=gone).uid,))
    close(desk, opening, Reason.FILLED)
    page = signed_in.get(f"/openings/{gone.pk}/").content.decode()
    assert "Taken back: it was never added" in page
    assert "This opening is closed" not in page
    assert "This opening is closed" in signed_in.get(f"/openings/{opening.pk}/").content.decode()
    for address in ("/openings/?stage=closed", "/search/?q=Bolt"):
        assert signed_in.get(address).content.decode().count("taken back</span>") == 1
    signed_in.post(f"/openings/{gone.pk}/reopen/")
    for address in (f"/openings/{gone.pk}/", "/openings/", "/search/?q=Bolt"):
        page = signed_in.get(address).content.decode()
        assert "Bolt Tools" in page
        assert "taken back</span>" not in page
