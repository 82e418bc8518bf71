"""A hostile server: whatever it sends is refused or bounded, and said in one sentence."""

import gzip
import threading
import time
import zlib
from dataclasses import replace
from itertools import count

import pytest

from ringback.sources.unreadable import Unreadable
from ringback.sources.web.fetch import fetch
from ringback.sources.web.guest import Guest, Limits
from tests.servers.hostile import Hostile, Reply, Send, answer, redirect

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


def refusal(server: Hostile, guest: Guest, path: str = "/team") -> Unreadable:
    """The refusal of a fetch, which has to be one sentence, with a hint, within two seconds."""
    began = time.monotonic()
    with pytest.raises(Unreadable) as error:
        fetch(server.address + path, guest)
    assert time.monotonic() - began < 2
    sentence = error.value.sentence
    assert sentence.endswith(".")
    assert ". " not in sentence
    assert "\n" not in sentence
    assert len(sentence) < 300
    assert error.value.hint.endswith(".")
    return error.value


def drip(data: bytes, every: float = 0.02) -> Reply:
    def send_slowly(send: Send, gone: threading.Event) -> None:
        for at in count():
            if gone.wait(every):
                return
            send(data[at % len(data) :][:1])

    return send_slowly


def endless(head: bytes, more: bytes) -> Reply:
    def send_on(send: Send, gone: threading.Event) -> None:
        send(head)
        while not gone.is_set():
            send(more)

    return send_on


def silence(send: Send, gone: threading.Event) -> None:
    gone.wait(5)


def stuck(send: Send, gone: threading.Event) -> None:
    send(HEAD + b"Content-Length: 500\r\n\r\n<html>")
    gone.wait(5)


@pytest.mark.parametrize(
    "reply",
    [
        silence,
        stuck,
        drip(b"x"),
        drip(b"HTTP/1.1 200 OK\r\nX-A: " + b"a" * 1000),
        drip(b"HTTP/1.1 100 Continue\r\n\r\n", every=0.005),
    ],
    ids=["silence", "stuck", "drip", "dripping head", "dripping interim answers"],
)
def test_a_slow_server_is_left_when_the_time_is_over(
    server: Hostile, guest: Guest, reply: Reply
) -> None:
    server.otherwise = reply
    assert refusal(server, guest).code in ("time", "protocol")


def test_a_slow_body_is_left_when_the_time_is_over(server: Hostile, guest: Guest) -> None:
    def slowly(send: Send, gone: threading.Event) -> None:
        send(HEAD + b"\r\n")
        while not gone.wait(0.02):
            send(b"x")

    server.otherwise = slowly
    assert refusal(server, guest).code == "time"


def test_time_is_counted_over_all_redirects(server: Hostile, guest: Guest) -> None:
    def late(send: Send, gone: threading.Event) -> None:
        gone.wait(0.25)
        send(redirect("/on"))

    server.otherwise = late
    assert refusal(server, guest).code == "time"


CHUNK = b"4000\r\n" + b"x" * 0x4000 + b"\r\n"


@pytest.mark.parametrize(
    ("head", "more"),
    [
        (HEAD + b"\r\n", b"x" * 65_536),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", CHUNK),
        (HEAD + b"Content-Length: 99999999999\r\n\r\n", b"x" * 65_536),
        (b"", b"HTTP/1.1 102 Processing\r\n\r\n" * 1000),
    ],
    ids=["no length", "chunks", "a length without end", "interim answers"],
)
def test_an_endless_answer_is_cut_off(
    server: Hostile, guest: Guest, head: bytes, more: bytes
) -> None:
    server.otherwise = endless(head, more)
    assert refusal(server, guest).code == "size"


@pytest.mark.parametrize(
    "head",
    [b"HTTP/1.1 200 OK\r\nX-A: ", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 "],
    ids=["one header", "many headers", "status line"],
)
def test_an_endless_head_is_cut_off(server: Hostile, guest: Guest, head: bytes) -> None:
    more = b"X-A: a\r\n" * 1000 if head.endswith(b"K\r\n") else b"a" * 65_536
    server.otherwise = endless(head, more)
    assert refusal(server, guest).code in ("protocol", "size")


BOMB = gzip.compress(b"\0" * 20_000_000, 1)
DEFLATED = zlib.compress(b"\0" * 20_000_000, 1)


@pytest.mark.parametrize(
    ("packing", "body"),
    [
        ("gzip", BOMB),
        ("x-gzip", BOMB),
        ("gzip", gzip.compress(b"\0" * 100_000) * 100),
        ("deflate", DEFLATED),
        ("deflate", DEFLATED[2:]),
    ],
    ids=["gzip", "x-gzip", "many members", "deflate", "deflate without wrapping"],
)
def test_a_bomb_is_unpacked_no_further_than_the_limit(
    server: Hostile, guest: Guest, packing: str, body: bytes
) -> None:
    server.otherwise = answer(body, content_encoding=packing)
    assert refusal(server, guest).code == "size"


@pytest.mark.parametrize(
    ("packing", "body"),
    [
        ("br", b"x"),
        ("zstd", b"x"),
        ("gzip, gzip", gzip.compress(gzip.compress(b"x"))),
        ("gzip", b"no gzip at all"),
        ("gzip", gzip.compress(b"x" * 1000)[:20] + b"\xff" * 50),
        ("deflate", b"\xff\xff\xff\xff"),
    ],
    ids=["br", "zstd", "twice", "none", "broken", "broken deflate"],
)
def test_packing_that_was_not_asked_for_or_is_broken_is_refused(
    server: Hostile, guest: Guest, packing: str, body: bytes
) -> None:
    server.otherwise = answer(body, content_encoding=packing)
    assert refusal(server, guest).code == "encoding"


@pytest.mark.parametrize(
    "reply",
    [
        b"",
        b"\x00\xff\x00\xff" * 200,
        b"SSH-2.0-OpenSSH_9.9\r\n",
        b"<html>no head at all</html>",
        b"HTTP/9.9 banana\r\n\r\n",
        HEAD + b"Content-Length: -5\r\n\r\n",
        HEAD + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\nZZZ\r\n",
        HEAD + b"Content-Length: 500\r\n\r\ntoo short",
        b"HTTP/1.1 200 OK\r\nno colon here\r\n\r\n",
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
    ],
)
def test_what_is_no_answer_of_a_web_server_is_said_so(
    server: Hostile, guest: Guest, reply: bytes
) -> None:
    server.otherwise = reply
    assert refusal(server, guest).code in ("protocol", "status")


def test_more_than_the_length_it_told_is_not_read(server: Hostile, guest: Guest) -> None:
    server.otherwise = answer(b"<p>all of it</p>and more", content_length="16")
    assert fetch(server.address, guest).content == b"<p>all of it</p>"


def test_ten_thousand_redirects_are_not_followed(server: Hostile, guest: Guest) -> None:
    server.replies |= {f"/{at}": redirect(f"/{at + 1}") for at in range(10_000)}
    assert refusal(server, guest, "/0").code == "redirects"
    assert len(server.asked) == 1 + guest.limits.redirects + 1


def test_a_guest_makes_no_more_requests_than_it_may(server: Hostile, guest: Guest) -> None:
    guest = replace(guest, limits=replace(guest.limits, requests=3))
    server.otherwise = redirect("/again")
    assert refusal(server, guest).code == "requests"
    assert len(server.asked) == 3


def test_a_server_that_is_not_there_is_said_so(server: Hostile, guest: Guest) -> None:
    server.gone.set()
    guest = replace(guest, here=frozenset({("127.0.0.1", 1)}))
    with pytest.raises(Unreadable) as error:
        fetch("http://127.0.0.1:1/", guest)
    assert error.value.code == "unreachable"


def test_a_resolver_that_does_not_answer_is_left(guest: Guest) -> None:
    over = threading.Event()

    def never(host: str, port: int) -> list[str]:
        over.wait(5)
        return []

    with pytest.raises(Unreadable) as error:
        fetch("http://acme.example/", replace(guest, resolve=never, limits=Limits(seconds=0.2)))
    over.set()
    assert error.value.code == "time"
