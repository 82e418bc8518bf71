"""Whatever is typed, and whatever a server sends: an answer or one refusal, never a crash."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ringback.sources.unreadable import Unreadable
from ringback.sources.web.fetch import Fetched, fetch
from ringback.sources.web.guest import Diary, Guest, Limits
from ringback.sources.web.urls import Url, read_url
from tests.servers.hostile import Hostile, answer, running

PIECES = st.sampled_from(
    [
        *"/:@?#[].%\\ -_0x7f~\t\n\r\0。１⑦ｌß\u200b\u202e\udc80",
        *("http", "https", "://", "//", "127.0.0.1", "::1", "localhost", "acme.example", "%2e"),
        *("%00", "%25", "xn--", "linkedin.com", "..", ":80", ":99999", "user:pw@", "é", "a" * 70),
    ]
)
TYPED = st.lists(PIECES, max_size=12).map("".join) | st.text(max_size=60)
BASE = Url("https", "acme.example", 443, "/team/people?x=1")

LINES = st.sampled_from(
    [
        *(b"HTTP/1.1 200 OK\r\n", b"HTTP/1.0 200\r\n", b"HTTP/1.1 302 Found\r\n", b"\r\n", b"\n"),
        *(b"HTTP/1.1 100 Continue\r\n\r\n", b"HTTP/1.1 204 None\r\n", b"HTTP/1.1 999 x\r\n"),
        *(b"Content-Type: text/html; charset=\xff\r\n", b"Content-Type: text/html\r\n", b"\0"),
        *(b"Content-Encoding: gzip\r\n", b"Content-Encoding: deflate\r\n", b"Set-Cookie: a=b\r\n"),
        *(b"Content-Length: 3\r\n", b"Content-Length: x\r\n", b"Transfer-Encoding: chunked\r\n"),
        *(b"Location: /\xe4\xff%\r\n", b"Location: //[\r\n", b"Location: \r\n", b" folded\r\n"),
        *(b"Location: http://10.0.0.1/\r\n", b"Retry-After: \xb2\r\n", b"5\r\nabcde\r\n0\r\n\r\n"),
        *(b"\x1f\x8b\x08\x00", b"x\x9c", b"<html>", b"X: " + b"a" * 5000 + b"\r\n"),
    ]
)
SENT = st.lists(LINES | st.binary(max_size=20), max_size=12).map(b"".join)


def read(text: str, base: Url | None) -> Url | Unreadable:
    try:
        return read_url(text, base)
    except Unreadable as refusal:
        return refusal


def fetched_by(guest: Guest, url: str) -> Fetched | Unreadable:
    try:
        return fetch(url, guest)
    except Unreadable as refusal:
        return refusal


@given(TYPED, st.booleans())
def test_anything_typed_is_an_address_or_is_refused(text: str, on_a_page: bool) -> None:
    url = read(text, BASE if on_a_page else None)
    if isinstance(url, Unreadable):
        assert url.sentence.isprintable()
        return
    assert str(url).isascii()
    assert str(url).isprintable()
    assert read_url(str(url)) == url


@pytest.fixture(scope="module")
def one_server() -> Iterator[Hostile]:
    with running() as server:
        yield server


def visitor(server: Hostile) -> Guest:
    limits = Limits(seconds=2, received=50_000, content=50_000, redirects=2, pause=0.0)
    return Guest(limits=limits, here=frozenset({server.here}), diary=Diary())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SENT)
def test_anything_sent_is_a_page_or_is_refused(one_server: Hostile, sent: bytes) -> None:
    one_server.otherwise = sent
    one_server.replies.pop("/robots.txt", None)
    came = fetched_by(visitor(one_server), one_server.address)
    if isinstance(came, Unreadable):
        assert came.sentence.isprintable()
    else:
        assert 200 <= came.status < 300
        assert isinstance(came.page, bytes)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=300) | SENT.map(lambda sent: sent.decode("latin-1")))
def test_any_robots_txt_is_read(one_server: Hostile, text: str) -> None:
    body = b"User-agent: *\n" + text.encode("utf-8", "surrogatepass")
    one_server.replies["/robots.txt"] = answer(body, content_type="text/plain")
    one_server.otherwise = answer(b"staff")
    came = fetched_by(visitor(one_server), one_server.address)
    assert came.code == "robots" if isinstance(came, Unreadable) else came.content == b"staff"
