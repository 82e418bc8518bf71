"""Find a site's team page by its own links and sitemap, in a handful of requests."""

import re
from dataclasses import dataclass, replace
from html import unescape

from ringback.sources.team_pages.page import Page
from ringback.sources.unreadable import Unreadable
from ringback.sources.web.domains import same_site
from ringback.sources.web.fetch import Fetched, fetch, fetch_sitemap
from ringback.sources.web.guest import Guest
from ringback.sources.web.reading import read_fetched
from ringback.sources.web.robots import sitemaps_of
from ringback.sources.web.urls import read_url

MOST_REQUESTS = 6
_ENOUGH = 3
_MOST_LOCATIONS = 20_000
_LONGEST_LOCATION = 2_000
_SCHEME = re.compile(r"[a-z]+://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TeamPage:
    """The page that names most staff; ``url`` is where it is, ``fetched`` all that was read."""

    url: str
    page: Page
    fetched: tuple[str, ...]


def find_team_page(site: str, guest: Guest, most: int = MOST_REQUESTS) -> TeamPage:
    """Look for the team page of a site (host or address), with at most ``most`` requests in all.

    Every request counts: robots.txt, redirects and sitemap too. Raises Unreadable (fetch's codes
    for the site's first page; no team page; script; reading).
    """
    limits = replace(guest.limits, requests=guest.diary.requests + most)
    search = _Search(replace(guest, limits=limits))
    front = search.open_front(site)
    search.follow(front.links)
    if search.best is None and not search.tried:
        search.follow(search.sitemap())
    if search.best is None:
        raise search.nothing()
    url, page = search.best
    return TeamPage(url, page, tuple(search.read))


def locations(sitemap: str) -> list[str]:
    """The addresses that a sitemap names, at most 20,000; no entity of its own is resolved."""
    found = []
    for part in sitemap.split("<loc>", _MOST_LOCATIONS)[1:]:
        inside = part[:_LONGEST_LOCATION].strip().removeprefix("<![CDATA[")
        found.append(unescape(inside.partition("<")[0].partition("]")[0].strip()))
    return [one for one in found if one]


class _Search:
    """What was read so far, and the best of it."""

    def __init__(self, guest: Guest) -> None:
        self.guest = guest
        self.home = ""
        self.read: list[str] = []
        self.tried: set[str] = set()
        self.best: tuple[str, Page] | None = None
        self.by_script = ""

    def open_front(self, site: str) -> Page:
        """The first page; by http where nothing answers by https and none was asked for."""
        try:
            fetched = fetch(site, self.guest)
        except Unreadable as error:
            if error.code != "unreachable" or _SCHEME.match(site):
                raise
            fetched = fetch(f"http://{site}", self.guest)
        self.home = fetched.url
        return self._look(fetched)

    def follow(self, links: tuple[str, ...]) -> None:
        """Open links in turn, and the links found there, until staff enough is found."""
        waiting = list(links)
        while waiting and not self._has_enough():
            link = waiting.pop(0)
            if link in self.tried or not self._is_here(link):
                continue
            self.tried.add(link)
            try:
                page = self._look(fetch(link, self.guest))
            except Unreadable as error:
                if error.code == "requests":
                    return
                continue
            waiting = [*page.links[:2], *waiting] if not page.people else waiting

    def sitemap(self) -> tuple[str, ...]:
        """Likely team pages that the site's sitemap names, best first."""
        # Imported here because its words take 4 MB, and few sites have to be asked for a sitemap.
        from ringback.sources.team_pages.links import team_links

        front = read_url(self.home)
        named = [one for one in sitemaps_of(front, self.guest) if self._is_here(one)]
        try:
            content = fetch_sitemap((named or [f"{front.origin}/sitemap.xml"])[0], self.guest)
        except Unreadable:
            return ()
        text = content.content.decode("utf-8", "replace")
        return team_links([(one, "") for one in locations(text)], self.home)

    def nothing(self) -> Unreadable:
        host = read_url(self.home).host[:80]
        if self.by_script:
            return Unreadable(
                "script", f"{self.by_script[:200]} is built by script: as sent, it names nobody.",
                "Open it in the browser, save the complete page and give that file.",
            )  # fmt: skip
        pages = "the first page" if len(self.read) == 1 else f"{len(self.read)} pages"
        return Unreadable(
            "no team page", f"No page that names staff was found on {host} ({pages} read).",
            "Look for it in the browser and give its address.",
        )  # fmt: skip

    def _look(self, fetched: Fetched) -> Page:
        self.read.append(fetched.url)
        page = read_fetched(fetched)
        if page.built_by_script:
            self.by_script = fetched.url
        if page.people and (self.best is None or len(page.people) > len(self.best[1].people)):
            self.best = fetched.url, page
        return page

    def _has_enough(self) -> bool:
        return self.best is not None and len(self.best[1].people) >= _ENOUGH

    def _is_here(self, link: str) -> bool:
        try:
            return same_site(read_url(link).host, read_url(self.home).host)
        except Unreadable:
            return False
