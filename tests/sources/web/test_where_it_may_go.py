"""Where a guest may go: what leads to this machine or its network is refused at every step."""

from dataclasses import replace

import pytest

from ringback.sources.unreadable import Unreadable
from ringback.sources.web.asking import ask
from ringback.sources.web.fetch import fetch
from ringback.sources.web.guest import Guest
from ringback.sources.web.urls import read_url
from ringback.sources.web.visit import Visit
from tests.servers.hostile import Hostile, answer, redirect


def code_of(url: str, guest: Guest) -> str:
    with pytest.raises(Unreadable) as error:
        fetch(url, guest)
    return error.value.code


@pytest.mark.parametrize(
    ("to", "code"),
    [
        ("http://127.0.0.2/", "forbidden"),
        ("http://169.254.169.254/latest/meta-data/", "forbidden"),
        ("http://10.0.0.1/", "forbidden"),
        ("http://192.168.1.1/admin", "forbidden"),
        ("//172.16.0.1/", "forbidden"),
        ("http://[::1]/", "forbidden"),
        ("http://[::ffff:169.254.169.254]/", "forbidden"),
        ("http://[64:ff9b::a9fe:a9fe]/", "forbidden"),
        ("http://[fe80::1]/", "forbidden"),
        ("http://2130706433/", "forbidden"),
        ("http://0x7f.1/", "forbidden"),
        ("http://localhost/", "forbidden"),
        ("http://127.0.0.1:22/", "port"),
        ("http://acme.example:6379/", "port"),
        ("file:///etc/passwd", "scheme"),
        ("gopher://acme.example/", "scheme"),
        ("javascript:alert(1)", "scheme"),
        ("data:text/html,hi", "scheme"),
        ("http://pat:secret@acme.example/", "log-in"),
        ("https://www.linkedin.com/company/acme", "linkedin"),
        ("https://lnkd.in/abc", "linkedin"),
        ("http://exa mple/", "address"),
        ("http://acme.example\\@127.0.0.1/", "address"),
    ],
)
def test_a_redirect_leads_nowhere_that_is_forbidden(
    server: Hostile, guest: Guest, to: str, code: str
) -> None:
    server.otherwise = redirect(to)
    assert code_of(server.address, guest) == code
    assert server.asked == ["/robots.txt", "/"]


def test_a_redirect_to_another_server_of_this_machine_is_refused(
    server: Hostile, other: Hostile, guest: Guest
) -> None:
    server.otherwise = redirect(other.address)
    assert code_of(server.address, guest) == "port"
    assert other.asked == []


def test_an_allowed_server_of_this_machine_cannot_be_reached_from_elsewhere(
    server: Hostile, other: Hostile, guest: Guest
) -> None:
    """The allowance counts for what the person named, never for where a page sends on."""
    outside = replace(
        guest, resolve=lambda host, port: ["127.0.0.1"], ports=frozenset({80, 443, server.port})
    )
    assert code_of(f"http://acme.example:{server.port}/", outside) == "forbidden"
    at_home = replace(outside, here=frozenset({("acme.example", server.port), other.here}))
    server.otherwise = redirect(other.address)
    other.otherwise = answer(b"there")
    assert fetch(f"http://acme.example:{server.port}/", at_home).content == b"there"


@pytest.mark.parametrize("code", ["301 Moved", "302 Found", "303 See", "307 T", "308 Permanent"])
def test_a_redirect_on_the_same_server_is_followed(
    server: Hostile, guest: Guest, code: str
) -> None:
    server.replies |= {"/": redirect("team?x=1#people", code), "/team?x=1": answer(b"staff")}
    fetched = fetch(server.address, guest)
    assert (fetched.url, fetched.content) == (f"{server.address}/team?x=1", b"staff")


@pytest.mark.parametrize(
    "answers",
    [
        ["127.0.0.1", "10.0.0.1"],
        ["10.0.0.1", "127.0.0.1"],
        ["127.0.0.1", "::ffff:10.0.0.1"],
        ["93.184.216.34", "169.254.169.254"],
        ["fe80::1%eth0"],
        ["64:ff9b::7f00:1"],
    ],
)
def test_one_forbidden_address_among_a_hosts_is_enough(
    server: Hostile, guest: Guest, answers: list[str]
) -> None:
    named = frozenset({("acme.example", server.port)})
    guest = replace(guest, resolve=lambda host, port: answers, here=named)
    assert code_of(f"http://acme.example:{server.port}/", guest) == "forbidden"
    assert server.asked == []


def test_a_name_is_looked_up_once_for_a_connection_and_that_answer_is_used(
    server: Hostile, guest: Guest
) -> None:
    asked: list[str] = []

    def first_here(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    server.otherwise = answer(b"staff")
    named = frozenset({("acme.example", server.port)})
    fetch(f"http://acme.example:{server.port}/", replace(guest, resolve=first_here, here=named))
    assert asked == ["acme.example"] * len(server.asked)


def test_a_name_that_changes_its_address_is_checked_anew(server: Hostile, guest: Guest) -> None:
    answers = iter([["127.0.0.1"], ["192.168.0.1"]])
    named = frozenset({("acme.example", server.port)})
    guest = replace(guest, resolve=lambda host, port: next(answers), here=named)
    assert code_of(f"http://acme.example:{server.port}/", guest) == "forbidden"
    assert server.asked == ["/robots.txt"]


def test_the_next_address_is_tried_where_the_first_does_not_answer(
    server: Hostile, guest: Guest
) -> None:
    server.otherwise = answer(b"staff")
    named = frozenset({("acme.example", server.port)})
    guest = replace(guest, resolve=lambda host, port: ["127.9.9.9", "127.0.0.1"], here=named)
    assert fetch(f"http://acme.example:{server.port}/", guest).content == b"staff"


@pytest.mark.parametrize(
    "url",
    [
        "https://linkedin.com/in/x", "https://www.linkedin.com/", "https://de.linkedin.com./",
        "https://LinkedIn.com/", "https://linkedin.cn/", "https://www.linkedin.com.cn/",
        "https://lnkd.in/x", "https://media.licdn.com/x", "linkedin.com/in/x",
        "https://ｌinkedin.com/",
    ],
)  # fmt: skip
def test_linkedin_is_never_asked(guest: Guest, url: str) -> None:
    assert code_of(url, guest) == "linkedin"


@pytest.mark.parametrize("host", ["linkedin.acme.example", "notlinkedin.com", "linkedin-x.com"])
def test_a_site_with_the_word_in_its_name_is_no_linkedin(guest: Guest, host: str) -> None:
    assert code_of(f"https://{host}/", guest) == "unreachable"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "address"), ("   ", "address"), ("https://", "address"), ("https:///team", "address"),
        ("http://acme.example:0/", "address"), ("http://acme.example:99999/", "address"),
        ("http://[acme.example/", "address"), ("acme", "address"), ("a b", "address"),
        ("http://acme.example/" + "a" * 3000, "address"), ("http://-.example:x/", "address"),
        ("ftp://acme.example/", "scheme"), ("mailto:pat@acme.example", "scheme"),
        ("FILE:///etc/passwd", "scheme"), ("http://@acme.example/", "log-in"),
        ("http://acme..example/", "address"), ("http://acme.example\r\nX: y/", "address"),
        ("http://acme.example/\x00", "address"), ("http://" + "a" * 64 + ".example/", "address"),
    ],
)  # fmt: skip
def test_what_cannot_be_an_address_of_a_page_is_said_so(
    guest: Guest, typed: str, code: str
) -> None:
    assert code_of(typed, guest) == code


def test_a_fetch_that_began_elsewhere_does_not_connect_to_an_allowed_server(
    server: Hostile, guest: Guest
) -> None:
    elsewhere = Visit(guest, at_home=False, seconds=1)
    with pytest.raises(Unreadable) as error:
        ask(read_url(server.address), elsewhere, most=1000)
    assert error.value.code == "forbidden"
    assert server.asked == []
