"""Links of a page that probably lead to its site's team page."""

import re
from urllib.parse import urldefrag, urljoin, urlsplit

from ringback.sources.team_pages.headings import HEADING_WORD, Section, heading_starts, section_of
from ringback.sources.team_pages.words import EAST_ASIAN, fold

_MOST = 10
_LONGEST = 80
_NO_PAGE = ("mailto:", "tel:", "javascript:", "#")
_WORDS_OF_PATH = re.compile(r"[/_.\-+%]+")
_FILE = re.compile(
    r"\.(?:pdf|jpe?g|png|gif|svg|webp|zip|docx?|xlsx?|mp4|css|js|xml|ics|vcf)$", re.IGNORECASE
)
_HOST = re.compile(r"^(?:https?:)?//[^/]*")
_NOT_HERE = re.compile(
    r"\b(?:job|jobs|career|careers|karriere|join|login|blog|news|cart|shop|building)\b"
)


def team_links(links: list[tuple[str, str]], url: str) -> tuple[str, ...]:
    """Addresses on the same site that look like its team page, best first, at most ten.

    ``url`` is the page's own address; without it relative links stay relative and links with a host
    are left out.
    """
    host = _site(url)
    own = urldefrag(url)[0]
    worth: dict[str, float] = {}
    starts = heading_starts()
    for href, text in links:
        if href.startswith(_NO_PAGE):
            continue
        said = text if len(text) < _LONGEST else " ".join(text[:200].split())[:_LONGEST]
        folded = fold(f"{said} | {href[-_LONGEST:]}")
        if starts.isdisjoint(HEADING_WORD.findall(folded)) and (
            folded.isascii() or not EAST_ASIAN.search(folded)
        ):
            continue
        if (points := _points(said, href, folded)) <= 0.0:
            continue
        address = _address(href, url)
        if not address or address == own or _site(address) != host or _FILE.search(address):
            continue
        if points > worth.get(address, 0.0):
            worth[address] = points
    return tuple(sorted(worth, key=lambda a: (-worth[a], len(a), a))[:_MOST])


def _site(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _address(href: str, url: str) -> str:
    href = href.strip()
    if not href or href[0] == "#" or len(href) > 2000:
        return ""
    try:
        address = urldefrag(urljoin(url, href) if url else href)[0]
        scheme = urlsplit(address).scheme
    except ValueError:
        return ""
    return address if scheme in ("http", "https", "") else ""


def _points(said: str, href: str, folded: str) -> float:
    """What the words of a link and of its path promise, ``folded`` together; 0 for nothing."""
    path = _WORDS_OF_PATH.sub(" ", _HOST.sub("", href[:300])[-_LONGEST:])
    points = 0.0
    for part, worth in ((said, 2.0), (path, 1.5)):
        section = section_of(part)
        if section is Section.STAFF:
            points += worth
        elif section is Section.BOARD:
            points += worth * 0.8
        elif section is Section.ABOUT:
            points += 0.5
        elif section in (Section.FORMER, Section.OTHER):
            points -= worth * 0.5
    if _NOT_HERE.search(folded) or said.count(" ") > 6:
        points -= 1.5
    return points
