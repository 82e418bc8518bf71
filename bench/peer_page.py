"""The Today page beside a page of another program on this machine, both asked for over HTTP.

The other program is started, filled and signed in to by whoever measures: nothing of it is here.
"""

from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from bench.figures import Figure, in_turn
from bench.pages import OPENINGS, TOUCHES, environment
from bench.serving import serving, visitor

# A round asks for each page so often.
REQUESTS = 4
# Seconds.
ANSWERED_IN = 30
_KINDS = {"http": (HTTPConnection, 80), "https": (HTTPSConnection, 443)}


class Refused(Exception):
    """Why a page cannot be measured, in a sentence."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page on this machine, and the Cookie header that goes with each request (or none)."""

    address: str
    cookie: str = ""

    def ask(self) -> None:
        """Read the page to its end, on a connection of its own; raises Refused.

        Nothing is followed: what sends a browser on, to a sign-in mostly, has not shown the page.
        """
        at = urlsplit(self.address)
        headers = {"Accept": "text/html", "Accept-Encoding": "gzip"}
        if self.cookie:
            headers["Cookie"] = self.cookie
        target = (at.path or "/") + (f"?{at.query}" if at.query else "")
        kind, port = _KINDS[at.scheme]
        connection = kind(at.hostname or "", at.port or port, timeout=ANSWERED_IN)
        try:
            connection.request("GET", target, headers=headers)
            answer = connection.getresponse()
            answer.read()
        except (OSError, HTTPException, ValueError) as reason:
            told = " ".join(str(reason).split())
            raise Refused(f"{self.address} gives no page ({told})") from reason
        finally:
            connection.close()
        if answer.status != 200:
            raise Refused(
                f"{self.address} answers {answer.status} and not 200; a page for those who signed "
                "in needs their cookie (--peer-cookie FILE)"
            )


def named(address: str, cookie_file: Path | None) -> Page:
    """The page of a peer, which answered once; raises Refused."""
    if not _is_here(address):
        raise Refused(
            f"{address!r} is no page on this machine, such as http://127.0.0.1:3000/dashboard"
        )
    found = Page(address, _cookie(cookie_file) if cookie_file else "")
    found.ask()
    return found


def _is_here(address: str) -> bool:
    """Whether it is an http(s) address that leads nowhere but to this machine."""
    try:
        at = urlsplit(address)
        host = at.hostname or ""
        known = at.scheme in _KINDS and at.port != 0
        return known and (host == "localhost" or ip_address(host).is_loopback)
    except ValueError:
        return False


def _cookie(file: Path) -> str:
    try:
        cookie = file.read_text("ascii").strip()
    except (OSError, ValueError) as reason:
        raise Refused(f"the cookie cannot be read from {file} ({reason})") from reason
    if not cookie.isprintable() or not cookie:
        raise Refused(f"{file} holds no Cookie header's value, which is one line of name=value")
    return cookie


def beside(home: Path, peer: Page, rounds: int) -> Figure:
    """S8: the Today page of that book, served, and the peer's page by turns; raises Refused."""
    with serving(environment(home)) as desk:
        ours = Page(f"{desk.origin}/", visitor(desk)[1])
        works = (lambda: _several(ours)), (lambda: _several(peer))
        mine, theirs = (seconds / REQUESTS for seconds in in_turn(rounds, *works, warm=2))
    says = f"{OPENINGS:,} openings, {TOUCHES:,} touches, over HTTP, by the clock"
    return Figure("S8", "The Today page", mine, "a peer's page", theirs, None, says)


def _several(asked: Page) -> None:
    for _ in range(REQUESTS):
        asked.ask()
