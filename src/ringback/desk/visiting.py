"""Team pages fetched because a person named the page or the site, and for no other reason."""

import os
from dataclasses import dataclass

from ringback.desk.refusal import Code, Refusal
from ringback.sources.team_pages.page import Page
from ringback.sources.unreadable import Unreadable
from ringback.sources.web.fetch import fetch
from ringback.sources.web.guest import Guest, Limits
from ringback.sources.web.reading import read_apart, read_fetched
from ringback.sources.web.site import find_team_page

# For tests alone: hosts with ports, such as 127.0.0.1:8000, that may be servers of this machine.
TEST_HOSTS_VARIABLE = "RINGBACK_TEST_HOSTS"
# What is wrong with the address itself, or with going there.
_OF_THE_ADDRESS = frozenset(
    {"address", "scheme", "log-in", "port", "forbidden", "linkedin", "indeed"}
)
# What is wrong with a page that was had.
_OF_THE_PAGE = frozenset({"reading", "script"})
# Of a page from a file, in bytes: as much as is taken of a page from the web.
LARGEST = Limits().content
_NOTHING_THERE = frozenset({"no team page"})


@dataclass(frozen=True)
class Visited:
    """A page with where it is from, and every address that was read on the way to it."""

    url: str
    page: Page
    fetched: tuple[str, ...]


def own_guest() -> Guest:
    """A guest with the product's own limits."""
    named = os.environ.get(TEST_HOSTS_VARIABLE, "")
    pairs = (one.strip().rpartition(":") for one in named.split(","))
    return Guest(here=frozenset((host, int(port)) for host, _, port in pairs if port.isdecimal()))


def page_at(url: str, guest: Guest) -> Visited:
    """Fetch and read one page. Raises Refusal (bad value, not fetched, bad file)."""
    try:
        fetched = fetch(url, guest)
        page = read_fetched(fetched)
    except Unreadable as error:
        raise refused(error) from error
    return Visited(fetched.url, page, (fetched.url,))


def team_page_of(site: str, guest: Guest) -> Visited:
    """Look for the page of a site that names its staff.

    Raises Refusal (bad value, not fetched, not found, bad file).
    """
    try:
        found = find_team_page(site, guest)
    except Unreadable as error:
        raise refused(error) from error
    return Visited(found.url, found.page, found.fetched)


def saved_page(file: str, content: bytes, url: str) -> Visited:
    """Read a page that the browser saved; ``url`` is where it is from, if that was said.

    Raises Refusal (bad file).
    """
    if len(content) > LARGEST:
        raise Refusal(
            Code.BAD_FILE, f"{file} is larger than {LARGEST / 1e6:g} million bytes.",
            "Save the page itself, without its pictures, and give that file.",
        )  # fmt: skip
    try:
        page = read_apart(content, url, file)
    except Unreadable as error:
        raise refused(error) from error
    return Visited(url or file, page, ())


def refused(error: Unreadable) -> Refusal:
    """What could not be fetched or read, as the desk refuses it."""
    code = Code.NOT_FETCHED
    if error.code in _OF_THE_ADDRESS:
        code = Code.BAD_VALUE
    elif error.code in _OF_THE_PAGE:
        code = Code.BAD_FILE
    elif error.code in _NOTHING_THERE:
        code = Code.NOT_FOUND
    return Refusal(code, error.sentence, error.hint)
