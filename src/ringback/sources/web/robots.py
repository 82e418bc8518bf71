"""What a site's robots.txt allows a guest (RFC 9309), and how long it wants to be left alone."""

import re

from protego import Protego

from ringback.sources.unreadable import Unreadable
from ringback.sources.web.asking import REDIRECTS, Answer, ask
from ringback.sources.web.guest import NAME, Guest
from ringback.sources.web.urls import Url, read_url
from ringback.sources.web.visit import Visit

_AGENT = re.compile(r"\s*(?:user[- ]?agent)\s*[:\s]\s*(.*)", re.IGNORECASE)
_LONGEST_LINE = 2000
_TOO_MANY_REQUESTS = 429


def check_robots(url: Url, visit: Visit) -> None:
    """Ask the site's robots.txt, once in a guest's life; raises Unreadable (robots, and ask's)."""
    diary = visit.guest.diary
    if url.origin not in diary.rules:
        diary.rules[url.origin] = _rules(url, visit)
    rules = diary.rules[url.origin]
    if rules is None:
        raise Unreadable(
            "robots", f"{url.host[:80]} does not show its robots.txt, so nothing is fetched there.",
            "Try again later, or save the page in the browser and give that file.",
        )  # fmt: skip
    if not rules.can_fetch(str(url), NAME):
        raise Unreadable(
            "robots", f"The robots.txt of {url.host[:80]} asks programs to stay away from it.",
            "Open it in the browser, save it and give that file.",
        )  # fmt: skip


def pause_of(url: Url, guest: Guest) -> float:
    """Seconds to leave between two requests: a guest's own, or more where the site asks for it."""
    rules = guest.diary.rules.get(url.origin)
    asked = (rules.crawl_delay(NAME) if rules else None) or 0.0
    return max(guest.limits.pause, min(asked, guest.limits.longest_pause))


def sitemaps_of(url: Url, guest: Guest) -> list[str]:
    """The sitemaps that the site's robots.txt names, at most five."""
    rules = guest.diary.rules.get(url.origin)
    return list(rules.sitemaps)[:5] if rules else []


def _rules(url: Url, visit: Visit) -> Protego | None:
    """The rules; none at all where the file is missing, None where the server cannot say."""
    at_home = visit.at_home
    try:
        return _read(_asked(Url(url.scheme, url.host, url.port, "/robots.txt"), visit))
    finally:
        visit.at_home = at_home


def _asked(at: Url, visit: Visit) -> Answer | None:
    """The file after its redirects; None where they do not end."""
    for _ in range(visit.guest.limits.redirects + 1):
        visit.guest.check(at, visit.at_home)
        visit.guest.wait(at.host, visit.guest.limits.pause)
        answer = ask(at, visit, most=visit.guest.limits.robots, cut=True)
        if answer.status not in REDIRECTS or not answer.location:
            return answer
        at = read_url(answer.location, at)
        visit.at_home = visit.at_home and visit.guest.at_home(at)
    return None


def _read(answer: Answer | None) -> Protego | None:
    # RFC 9309, 2.3.1: a file that is missing, or five redirects away, forbids nothing; a server
    # that cannot say forbids all.
    if answer is None:
        return Protego.parse("")
    if answer.status >= 500 or answer.status == _TOO_MANY_REQUESTS:
        return None
    if answer.status >= 400:
        return Protego.parse("")
    text = answer.content.decode("utf-8", "replace").lstrip("\ufeff")
    return Protego.parse("\n".join(_ours(line) for line in text.splitlines()))


def _ours(line: str) -> str:
    """The line, with any other program's name made one: rules are kept once for each name."""
    line = line[:_LONGEST_LINE]
    agent = _AGENT.match(line)
    if agent is None:
        return line
    name = agent.group(1).partition("#")[0].strip().lower()
    if name == "*":
        return "User-agent: *"
    ours = name.partition("/")[0].strip("* ") == NAME.lower()
    return f"User-agent: {NAME.lower() if ours else 'another'}"
