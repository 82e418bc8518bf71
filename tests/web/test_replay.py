"""Calls that were told without a network, as they are handed in later."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest

from ringback.core.touches import Bar, Kind, Line, Reason, Result, Who
from tests.web.at import NOW

if TYPE_CHECKING:
    from django.test import Client

    from ringback.book.openings import Opening
    from ringback.desk.desk import Desk

# The device's own clock is wrong by years: only how long a call waited counts.
TOLD = datetime(2019, 5, 1, 8, 0, tzinfo=UTC)
FOR = timedelta(minutes=47)


def told(
    opening: Opening, desk: Desk, outcome: str = "no-answer", **more: object
) -> dict[str, Any]:
    """A call as a device hands it in."""
    from ringback.desk.replay import stands

    on = stands(desk, opening)
    made = {
        "uid": str(uuid4()), "opening": str(opening.uid), "outcome": outcome, "fields": {},
        "note": "", "at": TOLD.isoformat(), "sent": (TOLD + FOR).isoformat(),
        "on": {"after": str(on.after or ""), "person": str(on.person or ""),
               "route": str(on.route or "")},
    }  # fmt: skip
    return made | more


def hand_in(client: Client, call: object) -> tuple[int, dict[str, Any]]:
    answer = client.post("/replay/", json.dumps(call), content_type="application/json")
    return answer.status_code, answer.json()


def calls_of(opening: Opening) -> list[Any]:
    from ringback.book.journal import Touch

    return list(Touch.objects.filter(opening=opening, kind=Kind.CALLED.value).order_by("pk"))


def test_a_call_that_was_made_before_it_was_told_counts_from_then(
    signed_in: Client, desk: Desk, opening: Opening
) -> None:
    assert hand_in(signed_in, told(opening, desk, when="yesterday 15:10"))[0] == 200
    (row,) = calls_of(opening)
    there = row.at.astimezone(ZoneInfo("America/New_York"))
    assert (there.date(), there.hour, there.minute) == (
        (NOW - timedelta(days=1)).date(), 15, 10,
    )  # fmt: skip
    status, said = hand_in(signed_in, told(opening, desk, when="tomorrow"))
    assert (status, said["state"]) == (422, "refused")
    assert len(calls_of(opening)) == 1


def test_a_call_is_recorded_when_it_happened(
    signed_in: Client, desk: Desk, opening: Opening
) -> None:
    call = told(opening, desk, note="rang for a minute")
    assert hand_in(signed_in, call) == (200, {"state": "recorded", "again": False})
    (row,) = calls_of(opening)
    assert (str(row.uid), row.at, row.note) == (call["uid"], NOW - FOR, "rang for a minute")
    assert (row.line, row.person.name) == (Line.NO_ANSWER.value, "Dana Reyes")
    assert row.route.value == "+16145550142"


def test_the_same_call_is_recorded_once(signed_in: Client, desk: Desk, opening: Opening) -> None:
    call = told(opening, desk)
    hand_in(signed_in, call)
    later = call | {"sent": (TOLD + FOR + timedelta(minutes=3)).isoformat()}
    assert hand_in(signed_in, later) == (200, {"state": "recorded", "again": True})
    assert hand_in(signed_in, later | {"anyway": True}) == (
        200, {"state": "recorded", "again": True},
    )  # fmt: skip
    assert len(calls_of(opening)) == 1


def test_a_form_whose_answer_was_lost_is_not_recorded_again(
    signed_in: Client, desk: Desk, opening: Opening
) -> None:
    call = told(opening, desk)
    address = f"/call/{opening.pk}/log/?uid={call['uid']}"
    first = signed_in.post(address, {"outcome": "no-answer"})
    assert hand_in(signed_in, call) == (200, {"state": "recorded", "again": True})
    again = signed_in.post(address, {"outcome": "no-answer"})
    assert first["Location"] == again["Location"] == f"/call/?did={call['uid']}"
    assert [str(one.uid) for one in calls_of(opening)] == [call["uid"]]


def test_tomorrow_is_the_day_after_the_call_not_after_the_network(
    signed_in: Client, desk: Desk, opening: Opening
) -> None:
    two_days = TOLD + timedelta(days=2)
    call = told(
        opening, desk, "call-back", fields={"moment": "tomorrow 10:30"}, sent=two_days.isoformat()
    )
    assert hand_in(signed_in, call)[0] == 200
    (row,) = calls_of(opening)
    assert row.at == NOW - timedelta(days=2)
    # It was Sunday 22 November in Ohio, five hours behind UTC.
    assert row.moment == datetime(2026, 11, 23, 15, 30, tzinfo=UTC)


def test_two_calls_on_one_opening_are_told_one_after_the_other(
    signed_in: Client, desk: Desk, opening: Opening
) -> None:
    first = told(opening, desk, "voicemail-left")
    then = told(opening, desk, "talked", at=(TOLD + timedelta(minutes=20)).isoformat())
    then["on"]["after"] = first["uid"]
    assert hand_in(signed_in, first)[0] == 200
    assert hand_in(signed_in, then)[0] == 200
    assert [row.result for row in calls_of(opening)] == ["", Result.TALKED.value]


def test_another_outcome_in_the_meantime_is_shown_and_not_overruled(
    signed_in: Client, desk: Desk, opening: Opening
) -> None:
    from ringback.desk.calls import log_call, outcome_named

    call = told(opening, desk)
    log_call(desk, opening, outcome_named("filled"))
    status, said = hand_in(signed_in, call)
    assert (status, said["state"]) == (409, "differs")
    assert "in the meantime" in said["sentence"]
    assert "the job is filled" in said["now"]["happened"][-1]
    assert len(calls_of(opening)) == 1
    assert hand_in(signed_in, call | {"anyway": True})[0] == 200
    assert [row.at for row in calls_of(opening)] == [NOW, NOW - FOR]


def test_what_was_taken_back_stands_in_nobodys_way(
    signed_in: Client, desk: Desk, opening: Opening
) -> None:
    from ringback.desk.calls import log_call, outcome_named
    from ringback.desk.course import add_note, strike

    call = told(opening, desk)
    other = log_call(desk, opening, outcome_named("busy"))
    assert hand_in(signed_in, call)[0] == 409
    strike(desk, (other.touches[0].uid,))
    add_note(desk, opening, "a remark changes nothing")
    assert hand_in(signed_in, call)[0] == 200


def test_a_closed_opening_is_shown_and_stays_closed(
    signed_in: Client, desk: Desk, opening: Opening
) -> None:
    from ringback.desk.course import close

    call = told(opening, desk)
    close(desk, opening, Reason.FILLED)
    status, said = hand_in(signed_in, call)
    assert (status, said["state"], said["now"]["stage"]) == (409, "differs", "closed")
    assert not calls_of(opening)
    assert hand_in(signed_in, call | {"anyway": True})[0] == 200
    opening.refresh_from_db()
    assert (opening.stage, len(calls_of(opening))) == ("closed", 1)


def test_who_asked_not_to_be_contacted_is_never_called_again(
    signed_in: Client, desk: Desk, opening: Opening
) -> None:
    from ringback.book.openings import Step
    from ringback.desk.course import bar

    call = told(opening, desk, "call-back", fields={"moment": "tomorrow 10:30"})
    bar(desk, opening, Bar.DO_NOT_CONTACT)
    status, said = hand_in(signed_in, call)
    assert (status, said["state"]) == (409, "differs")
    assert "Dana Reyes" in said["sentence"]
    assert hand_in(signed_in, call | {"anyway": True})[0] == 200
    (row,) = calls_of(opening)
    assert row.person.do_not_contact
    step = Step.objects.filter(opening=opening).first()
    assert step is None or step.person_id != row.person_id


def test_a_call_recorded_all_the_same_is_of_whom_was_called(
    signed_in: Client, desk: Desk, opening: Opening
) -> None:
    from ringback.desk.course import name_manager

    call = told(opening, desk, "wrong-person")
    name_manager(desk, opening, "Maria Gonzalez", routes=("+16145550177",))
    assert hand_in(signed_in, call)[0] == 409
    assert hand_in(signed_in, call | {"anyway": True})[0] == 200
    (row,) = calls_of(opening)
    assert (row.person.name, row.who) == ("Dana Reyes", Who.MANAGER.value)
    assert row.route.value == "+16145550142"


@pytest.mark.parametrize(
    ("outcome", "fields", "word"),
    [
        ("call-back", {}, "day and hour"),
        ("call-back", {"moment": "some time soon"}, "some time soon"),
        ("referred", {}, "name"),
        ("referred-out", {"name": "Lena Fox"}, "Where"),
    ],
)
def test_an_outcome_that_cannot_be_is_refused_with_a_sentence(
    signed_in: Client, desk: Desk, opening: Opening,
    outcome: str, fields: dict[str, str], word: str,
) -> None:  # fmt: skip
    status, said = hand_in(signed_in, told(opening, desk, outcome, fields=fields))
    assert (status, said["state"]) == (422, "refused")
    assert word in said["sentence"]
    assert not calls_of(opening)


@pytest.mark.parametrize(
    "wrong",
    [
        {"uid": "1"}, {"uid": 7}, {"uid": None}, {"opening": "x"}, {"at": "yesterday"},
        {"at": "2026-11-24T10:00:00"}, {"at": "9999-12-31T23:59:59-23:00"}, {"sent": 5},
        {"outcome": "sang"}, {"fields": []}, {"fields": {"moment": ["x"]}},
        {"fields": {"secret": "x"}}, {"fields": {"moment": "x" * 501}}, {"on": 3},
        {"on": {"person": "x"}}, {"note": {}}, {"note": "a\0b"}, {"note": "x" * 20_001},
    ],
)  # fmt: skip
def test_what_is_not_a_call_is_refused_with_a_sentence(
    signed_in: Client, desk: Desk, opening: Opening, wrong: dict[str, object]
) -> None:
    status, said = hand_in(signed_in, told(opening, desk) | wrong)
    assert (status, said["state"]) == (422, "malformed")
    assert said["sentence"].startswith("What was sent is not a call: ")
    assert not calls_of(opening)


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"\xff\xfe", b"[" * 50_000, b"1" * 64_001])
def test_what_is_no_json_is_refused_with_a_sentence(
    signed_in: Client, desk: Desk, body: bytes
) -> None:
    answer = signed_in.post("/replay/", body, content_type="application/json")
    assert answer.status_code == 422
    assert answer.json()["sentence"].startswith("What was sent is not a call: ")


def test_a_clock_that_was_set_anew_asks(signed_in: Client, desk: Desk, opening: Opening) -> None:
    back = told(opening, desk, sent=(TOLD - timedelta(hours=2)).isoformat())
    ahead = told(opening, desk, sent=(TOLD + timedelta(days=400)).isoformat())
    for call in (back, ahead):
        status, said = hand_in(signed_in, call)
        assert (status, said["state"]) == (409, "differs")
    assert hand_in(signed_in, back | {"anyway": True})[0] == 200
    assert [row.at for row in calls_of(opening)] == [NOW]


def test_the_opening_of_another_search_is_not_found(
    signed_in: Client, desk: Desk, opening: Opening
) -> None:
    from ringback.desk.openings import NewOpening, add
    from ringback.desk.searches import start_search

    other = start_search("another", NOW)
    theirs = add(other, NewOpening(employer="Beta Steel", manager="Lena Fox")).opening
    status, said = hand_in(signed_in, told(theirs, other))
    assert (status, said["state"]) == (404, "not here")
    assert "Beta" not in json.dumps(said)
    assert not calls_of(theirs)


def test_a_name_that_is_taken_is_no_proof_of_a_call(
    signed_in: Client, desk: Desk, opening: Opening
) -> None:
    from ringback.book.journal import Touch

    added = Touch.objects.get(opening=opening, kind=Kind.ADDED.value)
    status, said = hand_in(signed_in, told(opening, desk, uid=str(added.uid)))
    assert (status, said["state"]) == (422, "refused")
    assert not calls_of(opening)


def test_people_of_another_search_are_never_called_in_this_one(
    signed_in: Client, desk: Desk, opening: Opening
) -> None:
    from ringback.book.parties import Person
    from ringback.desk.openings import NewOpening, add
    from ringback.desk.searches import start_search

    other = start_search("another", NOW)
    add(other, NewOpening(employer="Beta Steel", manager="Lena Fox"))
    call = told(opening, desk)
    call["on"]["person"] = str(Person.objects.get(search=other.search).uid)
    assert hand_in(signed_in, call)[0] == 200
    (row,) = calls_of(opening)
    assert row.person is None


def test_no_cookie_no_call(stranger: Client, desk: Desk, opening: Opening) -> None:
    call = json.dumps(told(opening, desk))
    answer = stranger.post("/replay/", call, content_type="application/json")
    assert answer.status_code == 401
    assert stranger.get("/replay/").status_code == 401
    assert not calls_of(opening)


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"}, {"origin": "null"},
        {"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"},
    ],
)  # fmt: skip
def test_no_call_comes_from_elsewhere(
    signed_in: Client, desk: Desk, opening: Opening, headers: dict[str, str]
) -> None:
    answer = signed_in.post(
        "/replay/", json.dumps(told(opening, desk)), content_type="application/json",
        headers=headers,
    )  # fmt: skip
    assert answer.status_code == 403
    assert not calls_of(opening)


def test_no_call_without_the_token_that_a_page_of_ours_was_told(
    stranger: Client, signed_in: Client, desk: Desk, opening: Opening
) -> None:
    stranger.cookies = signed_in.cookies
    call = json.dumps(told(opening, desk))
    assert stranger.post("/replay/", call, content_type="application/json").status_code == 403
    token = stranger.get("/replay/").json()["token"]
    answer = stranger.post(
        "/replay/", call, content_type="application/json", headers={"X-CSRFToken": token}
    )
    assert answer.status_code == 200
    assert len(calls_of(opening)) == 1


def test_a_device_is_told_the_calls_of_the_day_and_nothing_else(
    signed_in: Client, desk: Desk, opening: Opening
) -> None:
    from ringback.desk.openings import NewOpening, add
    from ringback.desk.searches import start_search

    add(start_search("another", NOW), NewOpening(employer="Beta Steel", manager="Lena Fox"))
    said = signed_in.get("/replay/").json()
    assert set(said) == {"search", "token", "calls"}
    assert said["search"] == str(desk.search.uid)
    assert "Beta" not in json.dumps(said)


def test_the_form_of_a_call_says_how_the_opening_stood(
    signed_in: Client, desk: Desk, opening: Opening
) -> None:
    from ringback.desk.replay import stands

    page = signed_in.get(f"/call/{opening.pk}/").content.decode()
    on = stands(desk, opening)
    found = dict(re.findall(r'data-(after|person|route|opening|search)="([\w-]+)"', page))
    assert UUID(found["opening"]) == opening.uid
    assert UUID(found["search"]) == desk.search.uid
    assert (UUID(found["after"]), UUID(found["person"])) == (on.after, on.person)
