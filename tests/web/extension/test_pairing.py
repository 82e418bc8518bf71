"""The extension: how it is paired, and what its token opens and what not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from ringback.home import Home
from ringback.web.codes import LASTS, LENGTH, LETTERS, TRIES, Code
from ringback.web.devices import DeviceKind, Devices
from ringback.web.serving import served
from tests.web.at import HOST
from tests.web.extension.at import ORIGIN, OTHER, PAGE, PATHS, POSTING, Send, openings

if TYPE_CHECKING:
    from ringback.desk.desk import Desk


def shown_code(signed_in: Client) -> str:
    """The code as the page of the desk shows it."""
    from ringback.web.pages import extension

    assert signed_in.post("/settings/devices/extension/code/").status_code == 302
    page = signed_in.get("/settings/devices/extension/").content.decode()
    told = extension.code.shown()
    assert f"{told[:4]} {told[4:]}" in page
    return told


def test_the_code_that_is_shown_pairs_once(signed_in: Client, send: Send, web_home: Home) -> None:
    told = shown_code(signed_in)
    answer = send("/extension/pair/", {"code": f"{told[:4].lower()}-{told[4:]} "})
    assert answer.status_code == 200
    assert answer["Access-Control-Allow-Origin"] == ORIGIN
    device = Devices(web_home).known(json.loads(answer.content)["token"])
    assert device is not None
    assert (device.kind, device.origin) == ("extension", ORIGIN)
    assert send("/extension/pair/", {"code": told}).status_code == 403


def test_nothing_pairs_where_no_code_is_shown(send: Send, web_home: Home) -> None:
    for code in ("", "ABCDEFGH", None, 7, ["ABCDEFGH"]):
        assert send("/extension/pair/", {"code": code}).status_code == 403
    assert Devices(web_home).all() == []


def test_five_wrong_tries_and_the_code_is_gone(signed_in: Client, send: Send) -> None:
    told = shown_code(signed_in)
    wrong = "".join("B" if letter == "A" else "A" for letter in told)
    for _ in range(TRIES):
        assert send("/extension/pair/", {"code": wrong}).status_code == 403
    assert send("/extension/pair/", {"code": told}).status_code == 403
    assert b"Show a code" in signed_in.get("/settings/devices/extension/").content


def test_only_the_last_code_counts(signed_in: Client, send: Send) -> None:
    first, second = shown_code(signed_in), shown_code(signed_in)
    assert send("/extension/pair/", {"code": first}).status_code == 403
    assert send("/extension/pair/", {"code": second}).status_code == 200


def test_a_code_lasts_five_minutes_by_a_clock_that_only_grows() -> None:
    moment = [1000.0]
    code = Code(lambda: moment[0])
    told = code.renew()
    assert (len(told), set(told) <= set(LETTERS)) == (LENGTH, True)
    assert not set("IO01") & set(LETTERS)
    moment[0] += LASTS - 0.1
    assert code.shown() == told
    moment[0] += 0.1
    assert code.shown() == ""
    assert not code.take(told)


def test_a_code_that_was_not_let_in_is_still_hidden_from_strangers(
    stranger: Client, signed_in: Client, desk: Desk
) -> None:
    told = shown_code(signed_in)
    answer = stranger.get("/settings/devices/extension/")
    assert answer.status_code == 401
    assert told[:4] not in answer.content.decode()


@pytest.mark.parametrize(
    "origin",
    [
        "", "null", "https://evil.example", f"http://{HOST}", "chrome-extension://", "file://",
        f"{ORIGIN}/", f"{ORIGIN}:8642", f"{ORIGIN}.evil.example", "chrome-extension://a b",
        "chrome-extension://abc\u0131", "chrome-extension://[", "x-extension://abc",
    ],
)  # fmt: skip
def test_no_page_pairs_though_it_knew_the_code(
    signed_in: Client, send: Send, web_home: Home, origin: str
) -> None:
    told = shown_code(signed_in)
    before = len(Devices(web_home).all())
    answer = send("/extension/pair/", {"code": told}, origin=origin)
    assert answer.status_code == 403
    assert "Access-Control-Allow-Origin" not in answer
    assert len(Devices(web_home).all()) == before


# What its token opens, and what not


def test_a_cookie_alone_opens_nothing_here(signed_in: Client, desk: Desk, token: str) -> None:
    for path in PATHS:
        for origin in (ORIGIN, OTHER, f"http://{HOST}", ""):
            answer = signed_in.post(
                path, json.dumps({"url": PAGE, "html": POSTING}), content_type="application/json",
                headers={"origin": origin} if origin else {},
            )  # fmt: skip
            assert answer.status_code == 401
    assert openings() == 0


def test_its_token_opens_no_page(stranger: Client, desk: Desk, token: str) -> None:
    stranger.cookies[served().cookie] = token
    headers = {"authorization": f"Bearer {token}", "origin": ORIGIN}
    for path in ("/", "/openings/", "/people/", "/settings/devices/", "/settings/data/"):
        assert stranger.get(path, headers=headers).status_code == 401
        assert stranger.get(path).status_code == 401
    for path in ("/openings/new/", "/undo/", "/settings/devices/extension/code/", "/extensions/"):
        assert stranger.post(path, {}, headers=headers).status_code == 403


def test_the_token_of_a_browser_opens_nothing_here(send: Send, web_home: Home) -> None:
    _, credential = Devices(web_home).admit("a browser", DeviceKind.COMPUTER)
    told = {"url": PAGE, "html": POSTING}
    for given in (credential, "", ".", "x.y", f"{credential}x"):
        assert send("/extension/posting/", told, given).status_code == 401
    assert openings() == 0


def test_it_counts_for_the_extension_that_paired_alone(send: Send, token: str) -> None:
    answer = send("/extension/posting/", {"url": PAGE, "html": POSTING}, token, OTHER)
    assert answer.status_code == 401
    assert "Access-Control-Allow-Origin" not in answer
    assert openings() == 0


def test_one_that_was_shut_out_keeps_nothing_more(
    signed_in: Client, send: Send, web_home: Home, token: str
) -> None:
    told = {"url": PAGE, "html": POSTING}
    assert send("/extension/posting/", told, token).status_code == 200
    device = next(one for one in Devices(web_home).all() if one.kind == "extension")
    signed_in.post("/settings/devices/shut-out/", {"device": device.id})
    for path in PATHS:
        assert send(path, told, token).status_code == 401


def test_it_can_leave_by_itself(send: Send, web_home: Home, token: str) -> None:
    assert json.loads(send("/extension/leave/", {}, token).content) == {"left": True}
    assert send("/extension/leave/", {}, token).status_code == 401
    assert Devices(web_home).all() == []


def test_nothing_is_taken_in_from_the_home_network(
    stranger: Client, desk: Desk, token: str
) -> None:
    answer = stranger.post(
        "/extension/posting/", json.dumps({"url": PAGE, "html": POSTING}), secure=True,
        content_type="application/json",
        headers={"origin": ORIGIN, "authorization": f"Bearer {token}"},
    )  # fmt: skip
    assert answer.status_code in (401, 421)
    assert openings() == 0


@pytest.mark.parametrize("path", PATHS)
def test_a_browser_is_told_of_the_paired_extension_alone(
    stranger: Client, desk: Desk, token: str, path: str
) -> None:
    asks = {"access-control-request-method": "POST",
            "access-control-request-headers": "authorization,content-type"}  # fmt: skip
    answer = stranger.options(path, headers={"origin": ORIGIN, **asks})
    assert answer.status_code == 204
    assert answer["Access-Control-Allow-Origin"] == ORIGIN
    assert answer["Access-Control-Allow-Methods"] == "POST"
    assert answer["Access-Control-Allow-Headers"] == "Authorization, Content-Type"
    assert "Access-Control-Allow-Credentials" not in answer
    assert "Origin" in answer["Vary"]
    for origin in (OTHER, "https://evil.example", "null", f"http://{HOST}", ""):
        refused = stranger.options(path, headers={"origin": origin, **asks})
        assert "Access-Control-Allow-Origin" not in refused


def test_a_preflight_of_pairing_is_answered_while_a_code_is_shown(
    stranger: Client, signed_in: Client, desk: Desk
) -> None:
    before = stranger.options("/extension/pair/", headers={"origin": ORIGIN})
    assert "Access-Control-Allow-Origin" not in before
    shown_code(signed_in)
    now = stranger.options("/extension/pair/", headers={"origin": ORIGIN})
    assert now["Access-Control-Allow-Origin"] == ORIGIN


def test_it_is_asked_by_posting_alone(stranger: Client, desk: Desk, token: str) -> None:
    headers = {"origin": ORIGIN, "authorization": f"Bearer {token}"}
    for path in PATHS:
        assert stranger.get(path, headers=headers).status_code == 401
        assert stranger.head(path, headers=headers).status_code == 401
