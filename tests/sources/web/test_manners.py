"""A good guest: robots.txt, one request a second, an honest name, no cookies."""

import gzip
import threading
from dataclasses import dataclass, field, replace

import pytest

from ringback.sources.unreadable import Unreadable
from ringback.sources.web.fetch import fetch
from ringback.sources.web.guest import Guest
from tests.servers.hostile import Hostile, Send, answer, redirect


@dataclass
class Clock:
    """A clock that only a sleep moves."""

    now: float = 100.0
    slept: list[float] = field(default_factory=list)

    def time(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def paced(guest: Guest, clock: Clock) -> Guest:
    limits = replace(guest.limits, pause=1.0)
    return replace(guest, limits=limits, clock=clock.time, sleep=clock.sleep)


def rules(text: str) -> bytes:
    return answer(text.encode(), content_type="text/plain")


def test_one_host_is_asked_once_a_second(server: Hostile, guest: Guest) -> None:
    clock = Clock()
    guest = paced(guest, clock)
    server.otherwise = answer(b"staff")
    fetch(f"{server.address}/a", guest)
    clock.now += 0.25
    fetch(f"{server.address}/b", guest)
    assert server.asked == ["/robots.txt", "/a", "/b"]
    assert clock.slept == [1.0, 0.75]


def test_redirects_are_paced_too(server: Hostile, guest: Guest) -> None:
    clock = Clock()
    server.replies |= {"/a": redirect("/b"), "/b": answer(b"staff")}
    fetch(f"{server.address}/a", paced(guest, clock))
    assert clock.slept == [1.0, 1.0]


@pytest.mark.parametrize(("delay", "slept"), [("3", 3.0), ("0.1", 1.0), ("9999", 10.0), ("x", 1.0)])
def test_a_site_may_ask_for_longer_pauses_within_reason(
    server: Hostile, guest: Guest, delay: str, slept: float
) -> None:
    clock = Clock()
    server.replies["/robots.txt"] = rules(f"User-agent: *\nCrawl-delay: {delay}\n")
    server.otherwise = answer(b"staff")
    fetch(server.address, paced(guest, clock))
    assert clock.slept == [slept]


def test_the_guest_says_who_it_is_and_brings_nothing_along(server: Hostile, guest: Guest) -> None:
    server.otherwise = answer(b"staff", set_cookie="a=b", www_authenticate="Basic")
    fetch(server.address, guest)
    fetch(f"{server.address}/b", guest)
    for head in server.heads:
        lines = head.splitlines()
        assert lines[0].startswith("GET ")
        assert any(line.startswith("User-Agent: Ringback/") for line in lines)
        named = {line.partition(":")[0].lower() for line in lines[1:] if line}
        assert named == {"host", "user-agent", "accept", "accept-encoding", "connection"}


def test_no_proxy_of_the_environment_is_used(
    server: Hostile, guest: Guest, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://10.0.0.1:3128")
    server.otherwise = answer(b"staff")
    assert fetch(server.address, guest).content == b"staff"


@pytest.mark.parametrize(
    "text",
    [
        "User-agent: *\nDisallow: /",
        "User-agent: Ringback\nDisallow: /team",
        "USER-AGENT: ringback/0.1\nDISALLOW: /team",
        "\ufeffUser-agent: *\nDisallow: /*am",
        "User-agent: x\nUser-agent: *\nAllow: /\nDisallow: /team$",
    ],
)
def test_a_page_that_robots_txt_forbids_is_not_fetched(
    server: Hostile, guest: Guest, text: str
) -> None:
    server.replies["/robots.txt"] = rules(text)
    with pytest.raises(Unreadable) as error:
        fetch(f"{server.address}/team", guest)
    assert error.value.code == "robots"
    assert server.asked == ["/robots.txt"]


@pytest.mark.parametrize(
    "reply",
    [
        rules("User-agent: *\nDisallow: /private"),
        rules("User-agent: *\nDisallow: /\nUser-agent: Ringback\nAllow: /"),
        rules("User-agent: OtherBot\nDisallow: /"),
        rules("Disallow: /"),
        rules(""),
        rules("\x00\xff garbage : : :\n" * 20),
        answer(status="404 Not Found"),
        answer(status="410 Gone"),
        answer(status="403 Forbidden"),
        redirect("/robots.txt"),
        answer(b"<html>no robots here</html>"),
    ],
)
def test_a_robots_txt_that_forbids_nothing_lets_the_guest_in(
    server: Hostile, guest: Guest, reply: bytes
) -> None:
    server.replies |= {"/robots.txt": reply, "/team": answer(b"staff")}
    assert fetch(f"{server.address}/team", guest).content == b"staff"


@pytest.mark.parametrize("status", ["500 Oops", "503 Busy", "429 Too Many Requests"])
def test_a_server_that_cannot_say_its_rules_is_left_alone(
    server: Hostile, guest: Guest, status: str
) -> None:
    server.replies["/robots.txt"] = answer(status=status)
    for _ in range(2):
        with pytest.raises(Unreadable) as error:
            fetch(f"{server.address}/team", guest)
        assert error.value.code == "robots"
    assert server.asked == ["/robots.txt"]


def test_a_robots_txt_that_sends_the_guest_inside_is_not_followed(
    server: Hostile, guest: Guest
) -> None:
    server.replies["/robots.txt"] = redirect("http://169.254.169.254/")
    with pytest.raises(Unreadable) as error:
        fetch(f"{server.address}/team", guest)
    assert error.value.code == "forbidden"


def test_of_a_huge_robots_txt_the_beginning_counts(server: Hostile, guest: Guest) -> None:
    text = "User-agent: *\nDisallow: /team\n" + "#" * 100_000 + "\nDisallow: /other\n"
    server.replies |= {"/robots.txt": rules(text), "/other": answer(b"staff")}
    with pytest.raises(Unreadable):
        fetch(f"{server.address}/team", guest)
    assert fetch(f"{server.address}/other", guest).content == b"staff"


def test_a_robots_txt_that_is_a_bomb_or_has_no_end_is_cut(server: Hostile, guest: Guest) -> None:
    def endless(send: Send, gone: threading.Event) -> None:
        send(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nUser-agent: *\nDisallow: /b\n")
        while not gone.is_set():
            send(b"# no end\n" * 100)

    bomb = gzip.compress(b"User-agent: *\nDisallow: /b\n" + b"#" * 20_000_000)
    for reply in (endless, answer(bomb, content_encoding="gzip")):
        server.replies |= {"/robots.txt": reply, "/a": answer(b"staff")}
        once = replace(guest, diary=type(guest.diary)())
        assert fetch(f"{server.address}/a", once).content == b"staff"
        with pytest.raises(Unreadable):
            fetch(f"{server.address}/b", once)


def test_a_robots_txt_of_a_hundred_thousand_names_and_rules_is_read_in_time(
    server: Hostile, guest: Guest
) -> None:
    names = "".join(f"User-agent: bot{n}\n" for n in range(10_000))
    text = names + "".join(f"Disallow: /{n}*x*y$\n" for n in range(10_000))
    limits = replace(guest.limits, robots=500_000, received=1_000_000)
    server.replies |= {"/robots.txt": rules(text), "/a": answer(b"staff")}
    assert fetch(f"{server.address}/a", replace(guest, limits=limits)).content == b"staff"


@pytest.mark.parametrize(
    ("status", "hint"),
    [
        ("404 Not Found", "browser"), ("410 Gone", "browser"), ("500 Oops", "browser"),
        ("401 Unauthorized", "save"), ("403 Forbidden", "save"),
        ("429 Slow down", "again"), ("503 Busy", "again"), ("304 Not Modified", "browser"),
    ],
)  # fmt: skip
def test_an_answer_that_is_no_page_is_said_so(
    server: Hostile, guest: Guest, status: str, hint: str
) -> None:
    server.otherwise = answer(b"", status, retry_after="30")
    with pytest.raises(Unreadable) as error:
        fetch(f"{server.address}/team", guest)
    assert error.value.code == "status"
    assert status[:3] in error.value.sentence
    assert ("no such page" in error.value.sentence) is (status[:3] in ("404", "410"))
    assert hint in error.value.hint


@pytest.mark.parametrize("kind", ["application/pdf", "image/png", "application/octet-stream"])
def test_what_is_no_page_is_not_taken_for_one(server: Hostile, guest: Guest, kind: str) -> None:
    server.otherwise = answer(b"%PDF-1.7", content_type=kind)
    with pytest.raises(Unreadable) as error:
        fetch(server.address, guest)
    assert error.value.code == "kind"
