"""A posting read from a page that marks up nothing: its headings, its title, its labels."""

import re
from collections.abc import Sequence

from selectolax.lexbor import LexborHTMLParser

from ringback.core.posting import Posting
from ringback.sources.postings.lines import TextLine, alike
from ringback.sources.words import listed, tables

_WORDS = tables("posting_pages")["generic"]
_GENERIC = frozenset(map(alike, listed(_WORDS["headings"])))
_AROUND = re.compile(
    rf"^(?:(?:{'|'.join(map(alike, listed(_WORDS['words'])))})\b[\s:|–—-]*)+"
    rf"|(?:[\s:|–—-]*\b(?:{'|'.join(map(alike, listed(_WORDS['words'])))}))+$"
)
_PARTS = re.compile(
    r"\s+[|–—·•»›@-]\s+|\s*\|\s*|\s+(?:at|bei|chez|hos|presso|bij)\s+(?=[A-ZÀ-Þ0-9])"
)
_HIRES = re.compile(
    rf"^(?P<name>[A-ZÀ-Þ0-9][\w&.,'’ -]{{1,60}}?) (?:{'|'.join(listed(_WORDS['hires']))})\b"
)
_NOBODY = frozenset(listed(_WORDS["nobody"]))
_LONGEST = 200


def read_general(tree: LexborHTMLParser, page_title: str, lines: Sequence[TextLine]) -> Posting:
    """Title and employer of a page, as far as its head and headings give them."""
    title = _title(tree, page_title, lines)
    return Posting(title=title, employer=_employer(tree, page_title, title, lines))


def address_in(tree: LexborHTMLParser, html: str) -> str:
    """The address that a page gives as its own, or that the browser wrote when it saved it."""
    for selector, name in (
        ('link[rel="canonical"]', "href"),
        ('meta[property="og:url"]', "content"),
    ):
        node = tree.css_first(selector)
        found = (node.attributes.get(name) or "").strip() if node is not None else ""
        if found.startswith(("http://", "https://")):
            return found
    saved = re.search(r"<!-- saved from url=\(\d+\)(https?://[^\s>]{1,1900}) -->", html[:4_000])
    return saved[1] if saved else ""


def _title(tree: LexborHTMLParser, page_title: str, lines: Sequence[TextLine]) -> str:
    """The main heading that says something; the one that the page's title repeats goes first."""
    headings = [line.text for line in lines if line.heading == 1 and not _is_generic(line.text)]
    headings = (
        headings
        or [line.text for line in lines if line.heading == 2 and not _is_generic(line.text)][:1]
    )
    named = alike(f"{_meta(tree, 'og:title')} {page_title}")
    for heading in headings:
        if alike(heading) in named:
            return heading[:_LONGEST]
    if headings:
        return headings[0][:_LONGEST]
    for text in (_meta(tree, "og:title"), page_title):
        for part in _PARTS.split(text):
            bare = _bare(part)
            if bare and not _is_generic(bare):
                return bare[:_LONGEST]
    return ""


def _employer(
    tree: LexborHTMLParser, page_title: str, title: str, lines: Sequence[TextLine]
) -> str:
    site = _bare(_meta(tree, "og:site_name"))
    if site and not _is_generic(site) and alike(site) != alike(title):
        return site
    for text in (page_title, _meta(tree, "og:title")):
        at = alike(text).find(alike(title)) if title else -1
        if at < 0:
            continue
        rest = text[at + len(title) :]
        for part in (*_PARTS.split(f" {rest} "), *reversed(_PARTS.split(f" {text[:at]} "))):
            bare = _bare(part.strip())
            if bare and not _is_generic(bare) and any(map(str.isalpha, bare)):
                return bare
    return hires_in(lines)


def hires_in(lines: Sequence[TextLine]) -> str:
    """The employer of "Acme Foods is looking for …", in the first lines."""
    for line in lines[:40]:
        found = _HIRES.match(line.text)
        if found is not None and alike(found["name"]) not in _NOBODY:
            return found["name"].strip()
    return ""


def _meta(tree: LexborHTMLParser, name: str) -> str:
    node = tree.css_first(f'meta[property="{name}"], meta[name="{name}"]')
    text = (node.attributes.get("content") or "") if node is not None else ""
    return " ".join(text[: _LONGEST * 2].split())


def _is_generic(text: str) -> bool:
    return alike(text).strip(" .!?:") in _GENERIC


def _bare(text: str) -> str:
    """A name without "Careers at" and the like around it."""
    text = " ".join(text.split()).strip(" .|–—-")
    if found := _AROUND.search(alike(text)):
        text = (
            text[found.end() :]
            if found.start() == 0 and found.end() < len(text)
            else text[: found.start()]
        )
    return text.strip(" .|–—-:,")
