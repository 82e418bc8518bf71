"""A posting fetched because a person gave its address: one request, two at the very most.

Where the address is one of a platform's, its public answer for that posting is asked first, and the
page itself only for what the answer does not say.
"""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ringback.core.posting import Posting
from ringback.sources.postings.apart import read_apart
from ringback.sources.postings.given import Given, Reading
from ringback.sources.unreadable import Unreadable
from ringback.sources.web.domains import is_indeed, is_linkedin
from ringback.sources.web.fetch import fetch_kind
from ringback.sources.web.guest import Guest
from ringback.sources.web.urls import USUAL_PORTS, Url, read_url

if TYPE_CHECKING:
    from ringback.sources.postings.platform import Asked

_KINDS = frozenset(
    {
        *("", "text/html", "application/xhtml+xml", "text/plain", "text/xml", "application/xml"),
        *("application/json", "text/json", "application/ld+json", "application/feed+json"),
    }
)


@dataclass(frozen=True, slots=True)
class Fetched:
    """What was read at an address, and every address that was fetched for it."""

    reading: Reading
    fetched: tuple[str, ...]


def posting_at(address: str, guest: Guest, given: Given) -> Fetched:
    """Fetch and read the posting at an address.

    Raises Unreadable (fetch's codes; linkedin and indeed before anything is asked; reading).
    """
    # Imported here because every platform comes along, each with a parser of pages and its words.
    from ringback.sources.postings.registry import of_address

    url = read_url(address)
    _check(url)
    guest.check(url, guest.at_home(url))
    given = replace(given, url=str(url))
    known = of_address(url)
    fetched: list[str] = []
    told = Reading()
    if known is not None and known[1].host:
        told = _answer(url, known[1], guest, given, fetched)
        if len(told.postings) == 1 and told.postings[0].employer:
            return Fetched(_at(told, url), tuple(fetched))
    page = fetch_kind(str(url), guest, _KINDS)
    fetched.append(page.url)
    key = known[1].key if known else ""
    reading = read_apart(page.page, replace(given, url=page.url, key=key))
    return Fetched(_at(_both(told, reading), url), tuple(fetched))


def _check(url: Url) -> None:
    for name, theirs in (("LinkedIn", is_linkedin), ("Indeed", is_indeed)):
        if theirs(url.host):
            raise Unreadable(
                name.casefold(), f"Nothing is ever fetched from {name}: its terms forbid it.",
                "Open the posting in the browser, save the page and give that file, or copy its "
                "text and give it with --posting -",
            )  # fmt: skip


def _answer(url: Url, asked: "Asked", guest: Guest, given: Given, fetched: list[str]) -> Reading:
    """The platform's own answer; nothing where it has none, for the page may all the same."""
    usual = url.port in USUAL_PORTS.values()
    scheme, port = ("https", 443) if usual else (url.scheme, url.port)
    at = Url(scheme, asked.host, port, asked.target)
    try:
        answer = fetch_kind(str(at), guest, _KINDS)
    except Unreadable:
        return Reading()
    fetched.append(answer.url)
    reading = read_apart(answer.content, replace(given, key=asked.key))
    meant = tuple(one for one in reading.postings if one.key == asked.key)
    return Reading(meant)


def _both(told: Reading, page: Reading) -> Reading:
    """The answer with what only the page says; the page alone where there is no answer."""
    if len(told.postings) != 1:
        return page
    if len(page.postings) != 1:
        return told
    answer, shown = told.postings[0], page.postings[0]
    return Reading((_filled(answer, shown),))


def _filled(one: Posting, other: Posting) -> Posting:
    names = [name for name in Posting.__slots__ if name != "doubts" and not getattr(one, name)]
    return replace(one, **{name: getattr(other, name) for name in names})


def _at(reading: Reading, url: Url) -> Reading:
    """The one posting with the address that the person gave: it is the evidence."""
    if len(reading.postings) != 1:
        return reading
    return Reading((replace(reading.postings[0], url=str(url)),), reading.built_by_script)
