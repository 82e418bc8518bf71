"""What is sent to a real server by no browser: too long, of no length, slow, and cut in two."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.web.browser.serving import Served, serving

HOST = "127.0.0.1"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """An empty desk that is really served."""
    home: Path = tmp_path_factory.mktemp("bodies")
    with serving(home) as served:
        yield served


def port_of(desk: Served) -> int:
    return urlsplit(desk.origin).port or 0


def say(desk: Served, *lines: str, body: bytes = b"") -> bytes:
    """All that the server answers to these lines, until it hangs up or says nothing more."""
    head = "\r\n".join([lines[0], f"Host: {HOST}:{port_of(desk)}", *lines[1:], "", ""])
    with socket.create_connection((HOST, port_of(desk)), timeout=20) as line:
        line.sendall(head.encode() + body)
        answer = b""
        try:
            while block := line.recv(65536):
                answer += block
        except ConnectionResetError:
            pass
        return answer


def statuses(answer: bytes) -> list[int]:
    return [int(part[1:4]) for part in answer.split(b"HTTP/1.1")[1:]]


HIDDEN = b"POST /undo/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\n\r\n"


def chunked(body: bytes) -> bytes:
    return f"{len(body):x}\r\n".encode() + body + b"\r\n0\r\n\r\n"


@pytest.mark.parametrize("path", ["/", "/undo/", "/import/", "/extension/pair/"])
def test_a_body_of_no_length_is_refused_unread_and_nothing_after_it_is_answered(
    desk: Served, path: str
) -> None:
    """What hides behind the end of a request would otherwise be taken for the next one."""
    for said in ("chunked", "Chunked"):
        answer = say(
            desk, f"POST {path} HTTP/1.1", f"Transfer-Encoding: {said}", body=chunked(HIDDEN) * 2
        )
        assert statuses(answer) == [411]
    both = say(
        desk, f"POST {path} HTTP/1.1", "Transfer-Encoding: chunked", "Content-Length: 4",
        body=chunked(HIDDEN),
    )  # fmt: skip
    assert statuses(both) == [411]
    odd = say(desk, f"POST {path} HTTP/1.1", "Transfer-Encoding: gzip, chunked", body=HIDDEN)
    assert statuses(odd) == [501]


@pytest.mark.parametrize("length", ["-1", "+5", "5 5", "0x5", "five", "1_0", "", "٣", "5, 5"])
def test_what_is_no_length_is_refused(desk: Served, length: str) -> None:
    answer = say(desk, "POST /undo/ HTTP/1.1", f"Content-Length: {length}", body=b"hello")
    assert statuses(answer) == [400]


@pytest.mark.parametrize(
    "lines",
    [
        ("Content-Length: 5", "Content-Length: 55"),
        ("Content-Length: 5", "Content-Length: 5"),
        ("Content-Length: 5", "Host: evil.example"),
        ("Origin: http://evil.example", "Content-Length: 5", "Origin: http://127.0.0.1"),
    ],
)
def test_what_a_request_is_may_be_said_once(desk: Served, lines: tuple[str, ...]) -> None:
    answer = say(desk, "POST /undo/ HTTP/1.1", *lines, body=b"hello")
    assert statuses(answer) == [400]


def test_what_is_too_large_is_refused_before_it_is_sent(desk: Served) -> None:
    answer = say(desk, "POST /import/ HTTP/1.1", "Content-Length: 64000001")
    assert statuses(answer) == [413]


def test_a_head_is_not_read_without_end(desk: Served) -> None:
    answer = say(desk, "GET / HTTP/1.1", "X-Much: " + "x" * 70_000)
    assert statuses(answer) == [413]
    assert statuses(say(desk, "GET /" + "x" * 70_000 + " HTTP/1.1")) == [414]


@pytest.mark.parametrize(
    "path", ["/../../etc/passwd", "/static/../../settings.py", "/static/%2e%2e/%2e%2e/settings.py",
             "/static/..%2f..%2fsettings.py", "//etc/passwd", "/files/../../etc/passwd",
             "/%2e%2e/web/key", "/static/%00", "/static/....//web/authority.pem"],
)  # fmt: skip
def test_no_path_leads_out_of_the_house(desk: Served, path: str) -> None:
    answer = say(desk, f"GET {path} HTTP/1.1", "Connection: close")
    assert statuses(answer)[0] in (400, 401, 404)
    assert b"root:" not in answer
    assert b"MIDDLEWARE" not in answer


def test_the_desk_still_answers(desk: Served) -> None:
    assert statuses(say(desk, "GET / HTTP/1.1", "Connection: close")) == [401]


@pytest.mark.parametrize(
    "path", ["/", "/welcome/", "/offline/", "/sw.js", "/nothing/", "/demo/enter/"]
)
def test_a_head_is_answered_without_a_body(desk: Served, path: str) -> None:
    """A body after it would be taken for the answer to the next request of the same browser."""
    last = f"GET /offline/ HTTP/1.1\r\nHost: {HOST}:{port_of(desk)}\r\nConnection: close\r\n\r\n"
    answer = say(desk, f"HEAD {path} HTTP/1.1", body=last.encode())
    first, _, rest = answer.partition(b"\r\n\r\n")
    assert b"Content-Length: " in first
    assert rest.startswith(b"HTTP/1.1 200 OK\r\n")
    assert len(statuses(answer)) == 2
