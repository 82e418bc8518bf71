"""Fetch a page that somebody named: robots asked, redirects followed, each checked anew."""

import codecs
import re
from dataclasses import dataclass

from ringback.sources.unreadable import Unreadable
from ringback.sources.web.asking import REDIRECTS, Answer, ask
from ringback.sources.web.guest import Guest
from ringback.sources.web.robots import check_robots, pause_of
from ringback.sources.web.urls import Url, read_url
from ringback.sources.web.visit import Visit

_PAGES = frozenset(
    {"", "text/html", "application/xhtml+xml", "text/plain", "text/xml", "application/xml"}
)
_PACKED = frozenset({"application/gzip", "application/x-gzip"})
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came: ``url`` after all redirects; ``charset`` is the server's word, or ""."""

    url: str
    content: bytes
    status: int
    charset: str = ""

    @property
    def page(self) -> bytes:
        """The content for a page reader, with the server's charset where the page can hear it.

        A byte order mark is worth more than what the server says (WHATWG Encoding, 6).
        """
        if not _is_known(self.charset) or self.content.startswith(_MARKS):
            return self.content
        if self.charset.lower().startswith("utf-16"):
            codec = "utf-16-be" if self.charset.lower().endswith("be") else "utf-16-le"
            return self.content.decode(codec, "replace").encode()
        return b'<meta charset="' + self.charset.encode("ascii") + b'">' + self.content


def fetch(url: str, guest: Guest) -> Fetched:
    """Fetch a page from the open web.

    Raises Unreadable; its codes: address, scheme, port, log-in, linkedin, indeed, forbidden,
    robots, redirects, requests, unreachable, tls, time, size, encoding, protocol, status, kind.
    """
    return fetch_kind(url, guest, _PAGES)


def fetch_sitemap(url: str, guest: Guest) -> Fetched:
    """The same for a sitemap, which may be a packed file."""
    return fetch_kind(url, guest, _PAGES | _PACKED | {"application/octet-stream"})


def fetch_kind(url: str, guest: Guest, kinds: frozenset[str]) -> Fetched:
    """The same for other kinds of content: MIME types, "" for one that the server does not name."""
    at = read_url(url)
    visit = Visit(guest, guest.at_home(at), guest.limits.seconds)
    for _ in range(guest.limits.redirects + 1):
        guest.check(at, visit.at_home)
        check_robots(at, visit)
        guest.wait(at.host, pause_of(at, guest))
        answer = ask(at, visit, most=guest.limits.content)
        if answer.status not in REDIRECTS or not answer.location:
            _check(at, answer, kinds)
            return Fetched(str(at), answer.content, answer.status, answer.charset)
        at = read_url(answer.location, at)
        visit.at_home = visit.at_home and guest.at_home(at)
    raise Unreadable(
        "redirects", f"{at.host[:80]} sends on from one address to the next without end.",
        "Open the page in the browser, save it and give that file.",
    )  # fmt: skip


def _check(url: Url, answer: Answer, kinds: frozenset[str]) -> None:
    host = url.host[:80]
    if answer.status in (401, 403, 407):
        raise Unreadable(
            "status", f"{host} does not show this page to a program (it answered {answer.status}).",
            "Open it in the browser, save it and give that file.",
        )  # fmt: skip
    if answer.status in (429, 503):
        later = f" in {answer.retry_after} seconds" if answer.retry_after.isdecimal() else " later"
        raise Unreadable(
            "status", f"{host} asks to be left alone for now (it answered {answer.status}).",
            f"Try again{later[:40]}.",
        )  # fmt: skip
    if not 200 <= answer.status < 300:
        what = "has no such page" if answer.status in (404, 410) else "could not show the page"
        raise Unreadable(
            "status", f"{host} {what} (it answered {answer.status}).",
            "Check the address in the browser.",
        )  # fmt: skip
    if answer.kind not in kinds:
        raise Unreadable(
            "kind", f"What {host} sent is {answer.kind[:60]}, not a page.",
            "Give the address of the page itself.",
        )  # fmt: skip


def _is_known(charset: str) -> bool:
    if not re.fullmatch(r"[\w.:-]{2,40}", charset, re.ASCII):
        return False
    try:
        codecs.lookup(charset)
    except LookupError:
        return False
    return True
