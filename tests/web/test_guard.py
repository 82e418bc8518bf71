"""Who is answered, who is let in, and what no page of another site can have a browser do."""

import re

import pytest
from django.test import Client

from ringback.desk.desk import Desk
from ringback.desk.openings import NewOpening, add
from ringback.home import Home
from ringback.web.devices import Devices
from ringback.web.serving import served
from tests.web.at import HOST, TOKEN

FOREIGN_HOSTS = (
    "evil.example", "evil.example:8642", "127.0.0.1.evil.example:8642", "127.0.0.1:9999",
    "localhost", "127.1:8642", "2130706433:8642", "[::ffff:127.0.0.1]:8642", "0.0.0.0:8642", "",
)  # fmt: skip


@pytest.mark.parametrize("host", FOREIGN_HOSTS)
def test_no_other_name_of_this_machine_is_answered(
    signed_in: Client, desk: Desk, host: str
) -> None:
    answer = signed_in.get("/", headers={"host": host})
    assert answer.status_code == 421
    assert b"Ringback was started for" in answer.content


@pytest.mark.parametrize(
    "host", ["127.0.0.1:8642", "localhost:8642", "[::1]:8642", "LOCALHOST:8642"]
)
def test_its_own_names_are_answered(signed_in: Client, desk: Desk, host: str) -> None:
    assert signed_in.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": f"http://{HOST}.evil.example"},
        {"origin": "chrome-extension://abcdefgh"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_another_sites_page_cannot_send_anything(
    signed_in: Client, desk: Desk, headers: dict[str, str]
) -> None:
    opening = add(desk, NewOpening(employer="Acme Foods")).opening
    answer = signed_in.post(
        f"/openings/{opening.pk}/note/", {"note": "from elsewhere"}, headers=headers
    )
    assert answer.status_code == 403
    page = signed_in.get(f"/openings/{opening.pk}/").content.decode()
    assert "from elsewhere" not in page


def test_a_form_without_its_token_is_refused(
    stranger: Client, signed_in: Client, desk: Desk
) -> None:
    stranger.cookies = signed_in.cookies
    opening = add(desk, NewOpening(employer="Acme Foods")).opening
    answer = stranger.post(f"/openings/{opening.pk}/note/", {"note": "without"})
    assert answer.status_code == 403
    page = stranger.get(f"/openings/{opening.pk}/").content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    assert token is not None
    answer = stranger.post(
        f"/openings/{opening.pk}/note/", {"note": "with it", "csrfmiddlewaretoken": token[1]}
    )
    assert answer.status_code == 302
    assert "with it" in stranger.get(f"/openings/{opening.pk}/").content.decode()


def test_a_stranger_sees_nothing(stranger: Client, desk: Desk) -> None:
    opening = add(desk, NewOpening(employer="Acme Foods")).opening
    for path in ("/", "/call/", f"/openings/{opening.pk}/", "/nowhere/", "/undo/"):
        answer = stranger.get(path)
        assert answer.status_code == 401
        assert "Acme" not in answer.content.decode()


@pytest.mark.parametrize("token", ["", "wrong", TOKEN[:-1], TOKEN + "x", "ключ"])
def test_a_wrong_token_opens_nothing(stranger: Client, desk: Desk, token: str) -> None:
    answer = stranger.get("/start", {"token": token})
    assert answer.status_code == 401
    assert served().cookie not in answer.cookies


def test_no_token_opens_a_server_that_has_none(
    stranger: Client, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RINGBACK_WEB_TOKEN", "")
    served.cache_clear()
    assert stranger.get("/start", {"token": ""}).status_code == 401


def test_the_start_token_lets_in_once_and_for_all(
    stranger: Client, desk: Desk, web_home: Home
) -> None:
    answer = stranger.get("/start", {"token": TOKEN})
    assert (answer.status_code, answer["Location"]) == (302, "/")
    cookie = answer.cookies[served().cookie]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Strict")
    assert stranger.get("/").status_code == 200
    assert cookie.value.partition(".")[2] not in Devices(web_home).file.read_text()
    assert Devices(web_home).file.stat().st_mode & 0o077 == 0


def test_a_device_that_was_shut_out_sees_nothing_more(
    stranger: Client, desk: Desk, web_home: Home
) -> None:
    stranger.get("/start", {"token": TOKEN})
    assert stranger.get("/").status_code == 200
    Devices(web_home).revoke(Devices(web_home).all()[0].id)
    assert stranger.get("/").status_code == 401


@pytest.mark.parametrize(
    "then", ["//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"]
)
def test_the_door_leads_to_no_other_site(stranger: Client, desk: Desk, then: str) -> None:
    answer = stranger.get("/start", {"token": TOKEN, "then": then})
    assert answer["Location"] == "/"


def test_undo_leads_to_no_other_site(signed_in: Client, desk: Desk) -> None:
    add(desk, NewOpening(employer="Acme Foods"))
    answer = signed_in.post("/undo/", {"then": "//evil.example/"})
    assert answer["Location"] == "/"


@pytest.mark.parametrize("path", ["/", "/call/", "/nowhere/", "/start"])
def test_every_answer_is_sealed(signed_in: Client, desk: Desk, path: str) -> None:
    answer = signed_in.get(path)
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "*" not in policy
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "no-store"
    assert answer["Referrer-Policy"] == "same-origin"


def test_what_is_too_large_is_refused_before_it_is_read(signed_in: Client, desk: Desk) -> None:
    answer = signed_in.post(
        "/undo/", b"x", content_type="application/octet-stream",
        headers={"content-length": str(10**9)},
    )  # fmt: skip
    assert answer.status_code == 413
