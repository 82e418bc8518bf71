"""One question to a service: whatever it answers is bounded, or refused in a sentence."""

import threading
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import count

import pytest

from ringback.sources.api.client import Client
from ringback.sources.api.parts import Json
from ringback.sources.api.retry import in_words, seconds_until
from ringback.sources.api.secret import Secret, read_secret
from ringback.sources.unreadable import Unreadable
from ringback.sources.web.guest import user_agent
from tests.servers.hostile import Hostile, Send, answer, redirect
from tests.servers.services import KEY, hunter_error, told
from tests.sources.api.conftest import NOON

HEADERS = {"X-API-KEY": KEY}
GOOD = told({"data": 1})
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


def get(client: Client) -> Json:
    return client.get("/v2/it", [("domain", "acme.example"), ("q", "a b&c")], HEADERS)


def refusal(client: Client, code: str) -> Unreadable:
    """The refusal of a question: of this code, one sentence, a hint, no key, within two seconds."""
    began = time.monotonic()
    with pytest.raises(Unreadable) as error:
        get(client)
    assert time.monotonic() - began < 2
    found = error.value
    assert found.code == code, found.sentence
    assert found.sentence.endswith(".")
    assert "\n" not in found.sentence
    assert len(found.sentence) < 400
    assert found.hint.endswith((".", "as."))
    assert KEY not in f"{found.sentence}{found.hint}{found!r}"
    return found


def test_the_key_goes_into_a_header_and_the_program_says_its_name(
    client: Client, server: Hostile
) -> None:
    server.otherwise = GOOD
    assert get(client) == {"data": 1}
    assert server.asked == ["/v2/it?domain=acme.example&q=a%20b%26c"]
    head = server.heads[0].lower()
    assert f"x-api-key: {KEY}" in head
    assert f"user-agent: {user_agent()}".lower() in head
    assert "accept: application/json" in head
    assert "cookie" not in head
    assert client.asked == [f"GET {server.address}/v2/it?domain=acme.example&q=a%20b%26c"]


def test_a_body_is_sent_as_json(client: Client, server: Hostile) -> None:
    server.otherwise = GOOD
    client.post("/v1/it", [], HEADERS, {"duns": "000000019"})
    assert server.bodies == [b'{"duns": "000000019"}']
    assert "content-type: application/json" in server.heads[0].lower()


@pytest.mark.parametrize(
    ("status", "code"),
    [
        ("400 Bad Request", "question"),
        ("401 Unauthorized", "key"),
        ("402 Payment Required", "paid"),
        ("403 Forbidden", "key"),
        ("404 Not Found", "unknown"),
        ("418 I'm a teapot", "status"),
        ("422 Unprocessable Entity", "question"),
        ("500 Internal Server Error", "trouble"),
        ("502 Bad Gateway", "trouble"),
        ("503 Service Unavailable", "trouble"),
    ],
)
def test_each_status_is_a_sentence_with_the_services_own_words(
    client: Client, server: Hostile, status: str, code: str
) -> None:
    server.otherwise = hunter_error(status, "made_up", "Something made up is missing.")
    said = refusal(client, code).sentence
    assert f"(it answered {status[:3]})" in said
    assert "“Something made up is missing”" in said
    assert said.startswith("Hunter ")


@pytest.mark.parametrize(
    "body",
    [
        {"error": {"errorCode": "10001", "errorMessage": "DUNS not found"}},
        {"error": "DUNS not found", "error_code": "X"},
        {"error": "invalid_request", "error_description": "DUNS not found."},
        {"message": "DUNS not found"},
    ],
)
def test_the_words_are_found_in_every_services_form(
    client: Client, server: Hostile, body: object
) -> None:
    server.otherwise = told(body, "400 Bad Request")
    assert "says: “DUNS not found”." in refusal(client, "question").sentence


@pytest.mark.parametrize("body", [b"", b"Invalid access credentials.", b"<html>no</html>", b"[[["])
def test_an_error_that_is_no_json_is_a_sentence_too(
    client: Client, server: Hostile, body: bytes
) -> None:
    server.otherwise = answer(body, "401 Unauthorized", content_type="text/plain")
    assert refusal(client, "key").sentence == "Hunter does not take the key (it answered 401)."


def test_a_key_that_the_service_repeats_is_not_shown(client: Client, server: Hostile) -> None:
    server.otherwise = hunter_error("401 Unauthorized", "no", f"Invalid API key: {KEY}")
    assert "Invalid API key: [hidden]" in refusal(client, "key").sentence
    # As text, with escapes, in an address and in base64: it is hidden however it comes back.
    escaped = "".join(f"\\u{ord(c):04x}" for c in KEY)
    body = f'{{"a": "{escaped}", "b": ["x {KEY}"], "{KEY}": 1, "c": "cmluZ2JhY2stbWFkZS11c'
    body += 'C1rZXktMDEyMzQ1Njc4OWFiY2RlZg=="}'
    server.otherwise = answer(body.encode(), content_type="application/json")
    found = get(client)
    assert found == {"a": "[hidden]", "b": ["x [hidden]"], "[hidden]": 1, "c": "[hidden]"}


def test_characters_that_no_book_can_hold_are_taken_out(client: Client, server: Hostile) -> None:
    body = rb'{"a": "x\u0000y\u001b[31m", "b": "half \ud83d", "c": "Zo\u00eb\n2"}'
    server.otherwise = answer(body, content_type="application/json")
    assert get(client) == {"a": "x y [31m", "b": "half ?", "c": "Zoë\n2"}


# 429 with Retry-After


@pytest.mark.parametrize("after", ["7", format_datetime(NOON + timedelta(seconds=7), usegmt=True)])
def test_a_short_wait_is_kept_once(
    client: Client, server: Hostile, slept: list[float], after: str
) -> None:
    slow = hunter_error("429 Too Many Requests", "slow", "Slow down.", retry_after=after)
    server.in_turn["/v2/it"] = [slow, GOOD]
    assert get(client) == {"data": 1}
    assert slept == [7.0]
    assert len(server.asked) == 2


def test_after_one_wait_there_is_no_second(
    client: Client, server: Hostile, slept: list[float]
) -> None:
    server.otherwise = hunter_error("429 Too Many", "slow", "Slow down.", retry_after="30")
    assert refusal(client, "later").hint == "Try again in 30 seconds."
    assert slept == [30.0]
    assert len(server.asked) == 2


@pytest.mark.parametrize(
    ("after", "when"),
    [
        ("31", "in 31 seconds"),
        ("600", "in 10 minutes"),
        (format_datetime(NOON + timedelta(hours=3), usegmt=True), "in 3 hours"),
        (format_datetime(NOON + timedelta(days=5), usegmt=True), "in 5 days"),
        ("", "later"),
        ("soon", "later"),
        ("99999999999", "later"),
        ("-3", "later"),
    ],
)
def test_a_longer_wait_is_the_seekers_own(
    client: Client, server: Hostile, slept: list[float], after: str, when: str
) -> None:
    server.otherwise = hunter_error("429 Too Many", "slow", "Slow down.", retry_after=after)
    assert refusal(client, "later").hint == f"Try again {when}."
    assert slept == []
    assert len(server.asked) == 1


def test_a_date_that_has_passed_asks_for_no_wait() -> None:
    past = format_datetime(NOON - timedelta(hours=1), usegmt=True)
    assert seconds_until(past, NOON) == 0
    zoned = format_datetime(datetime(2026, 11, 25, 13, 0, 10, tzinfo=UTC))
    assert seconds_until(zoned, NOON) == 3610


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "1 second"), (89, "89 seconds"), (90, "2 minutes"), (7199, "120 minutes"),
     (7200, "2 hours"), (172_799, "48 hours"), (172_801, "3 days")],
)  # fmt: skip
def test_a_wait_is_rounded_up(seconds: float, words: str) -> None:
    assert in_words(seconds) == words


# Answers that are none


def test_a_slow_drip_ends_with_the_time_allowed(client: Client, server: Hostile) -> None:
    def drip(send: Send, gone: threading.Event) -> None:
        send(HEAD + b"\r\n")
        for _ in count():
            if gone.wait(0.02):
                return
            send(b" ")

    server.otherwise = drip
    refusal(client, "time")


def silence(send: Send, gone: threading.Event) -> None:
    gone.wait(5)


def test_silence_ends_with_the_longest_single_wait(client: Client, server: Hostile) -> None:
    limits = replace(client.guest.limits, seconds=60.0, read=0.3)
    patient = replace(client, guest=replace(client.guest, limits=limits))
    server.otherwise = silence
    refusal(patient, "time")


def test_an_endless_body_ends_with_the_size_allowed(client: Client, server: Hostile) -> None:
    def on_and_on(send: Send, gone: threading.Event) -> None:
        send(HEAD + b'\r\n{"data": "')
        while not gone.is_set():
            send(b"x" * 8_192)

    server.otherwise = on_and_on
    refusal(client, "size")


def test_an_answer_that_breaks_off_is_refused(client: Client, server: Hostile) -> None:
    server.otherwise = HEAD + b'Content-Length: 500\r\n\r\n{"data": '
    refusal(client, "protocol")


@pytest.mark.parametrize(
    "body",
    [b'{"data": [1, 2', b"", b"nothing", b'{"a": ' + b"[" * 50_000, b"\xff\xfe\xfa",
     b"[1, 2]", b'"x"', b"null", b"9" * 5_000],
)  # fmt: skip
def test_half_of_json_or_another_form_is_refused(
    client: Client, server: Hostile, body: bytes
) -> None:
    server.otherwise = answer(body, content_type="application/json")
    refusal(client, "json")


def test_a_page_instead_of_json_is_refused(client: Client, server: Hostile) -> None:
    server.otherwise = answer(b"<html>log in</html>")
    assert "with text/html, not with JSON" in refusal(client, "kind").sentence


def test_no_redirect_takes_the_key_anywhere(client: Client, server: Hostile) -> None:
    for to in ("https://elsewhere.example/", "/v3/it"):
        server.otherwise = redirect(to)
        refusal(client, "redirect")
    assert len(server.asked) == 2


def test_only_https_is_asked(client: Client, server: Hostile) -> None:
    outside = replace(client, base="http://api.acme.example")
    assert "over https only" in refusal(outside, "forbidden").sentence
    # A server of this machine that no test named is no more open than a page's.
    unnamed = replace(client, guest=replace(client.guest, here=frozenset()))
    refusal(unnamed, "forbidden")
    secure = replace(unnamed, base=server.address.replace("http:", "https:"))
    refusal(secure, "forbidden")
    assert server.asked == []


def test_a_service_that_is_not_there_cannot_be_reached(client: Client, server: Hostile) -> None:
    nowhere = replace(client.guest, here=frozenset({("127.0.0.1", 9)}))
    refusal(replace(client, base="http://127.0.0.1:9", guest=nowhere), "unreachable")


# Keys


@pytest.mark.parametrize(
    "text", ["", "short", "x" * 501, "with a blank in", "zweiß" * 4, "a\nb" * 5]
)
def test_what_can_be_no_key_is_refused(text: str) -> None:
    with pytest.raises(Unreadable) as error:
        read_secret(text, "Hunter")
    assert error.value.code == "key"
    assert not text or text not in error.value.sentence + error.value.hint


def test_a_secret_shows_itself_nowhere() -> None:
    secret = Secret(KEY)
    assert KEY not in f"{secret!r}{secret}{[secret]}{format(secret)}"
    assert secret.reveal() == KEY
