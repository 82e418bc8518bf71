"""A posting's bytes, whatever they are, read into postings: no network, no clock, no book."""

import json
from collections.abc import Sequence
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from ringback.core.posting import Posting
from ringback.sources.postings.addresses import plain_address
from ringback.sources.postings.closing import DayHints
from ringback.sources.postings.complete import complete
from ringback.sources.postings.given import Given, Reading
from ringback.sources.postings.labels import signs_in
from ringback.sources.postings.lines import (
    TextLine,
    lines_of_outline,
    lines_of_text,
    text_of_lines,
)
from ringback.sources.postings.page import address_in, read_general
from ringback.sources.postings.pasted import read_pasted
from ringback.sources.postings.platform import Platform, by_marks
from ringback.sources.postings.registry import of_address, of_page, platforms
from ringback.sources.postings.structured import distinct, postings_in
from ringback.sources.team_page import is_built_by_script
from ringback.sources.team_pages.bounds import readable_part
from ringback.sources.team_pages.charset import text_of
from ringback.sources.team_pages.walk import outline_of
from ringback.sources.unreadable import Unreadable
from ringback.sources.web.urls import read_url

_MOST = 20_000_000
_ENOUGH_SIGNS = 2


def read_posting(content: bytes, given: Given) -> Reading:
    """Read a page, an answer of a platform, or a plain text; never raises for what it holds."""
    text = text_of(content)[:_MOST].replace("\x00", "")
    start = text.lstrip()[:200]
    hints = DayHints(given.read_on)
    if start.startswith(("{", "[")) and (found := _answer(text, given)) is not None:
        return Reading(_meant(found, given))
    for platform in platforms():
        if (told := platform.reads_text(text, hints)) is not None:
            return Reading(_meant(_completed(told, platform, given), given))
    if given.pasted and not _is_html(start):
        return Reading(_plain(text, given))
    if not _is_html(start) and "<" not in start:
        return Reading(_plain(text, given))
    return _page(text, given)


def _is_html(start: str) -> bool:
    low = start.lower()
    return low.startswith("<") or "<html" in low or "<!doctype" in low or "<body" in low


def _answer(text: str, given: Given) -> list[Posting] | None:
    """The postings of a platform's JSON; None where it is no JSON or nobody's."""
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError):
        return None
    hints = DayHints(given.read_on)
    found = [
        (platform, told)
        for platform in platforms()
        if (told := platform.reads(value, hints)) is not None
    ]
    if len(found) != 1:
        return []
    platform, told = found[0]
    return _completed(told, platform, given)


def _completed(told: Sequence[Posting], platform: Platform, given: Given) -> list[Posting]:
    meant = [one for one in told if given.key and one.key == given.key] or list(told)
    return [
        complete(replace(one, platform=platform.label), lines_of_text(one.text), given.read_on)
        for one in meant
    ]


def _plain(text: str, given: Given) -> tuple[Posting, ...]:
    lines = lines_of_text(text)
    posting = read_pasted(lines) if lines else Posting()
    posting = complete(replace(posting, url=given.url or posting.url), lines, given.read_on)
    sure = given.pasted or signs_in(lines) >= _ENOUGH_SIGNS or bool(posting.closes)
    return (posting,) if lines and sure and (posting.title or posting.employer) else ()


def _page(text: str, given: Given) -> Reading:
    tree = LexborHTMLParser(readable_part(text))
    own = given.url or address_in(tree, text)
    platform = _platform_of(own, text)
    hints = DayHints(given.read_on)
    marked = postings_in(tree, hints)
    carried = platform.page(tree, hints) if platform else None
    shown = by_marks(tree, platform.marks) if platform else Posting()
    outline = outline_of(tree)
    lines = lines_of_outline(outline)
    label = platform.label if platform else ""
    if len(marked) > 1:
        chosen = [one for one in marked if own and _same_address(one.url, own)]
        marked = chosen or marked
    if len(marked) > 1:
        many = (replace(one, platform=label) for one in marked)
        return Reading(tuple(complete(one, lines_of_text(one.text), given.read_on) for one in many))
    general = read_general(tree, outline.title, lines)
    base = marked[0] if marked else carried or shown
    posting = replace(
        base,
        title=base.title or (carried.title if carried else "") or shown.title or general.title,
        employer=_without_at(
            base.employer or shown.employer or (carried.employer if carried else "")
        )
        or general.employer,
        place=base.place or shown.place,
        department=base.department or (carried.department if carried else "") or shown.department,
        url=base.url or own,
        platform=label,
        key=base.key or (carried.key if carried else ""),
        text=base.text or (carried.text if carried else "") or text_of_lines(lines),
    )
    structured = bool(marked or carried or shown.title)
    posting = complete(posting, _with(posting, lines), given.read_on)
    if structured or (posting.title and _is_a_posting(posting, lines)):
        return Reading((posting,))
    return Reading((), is_built_by_script(text, outline))


def _platform_of(url: str, html: str) -> Platform | None:
    if url:
        try:
            found = of_address(read_url(url))
        except Unreadable:
            found = None
        if found:
            return found[0]
    return of_page(html)


def _with(posting: Posting, lines: list[TextLine]) -> list[TextLine]:
    """The posting's own text first, then what else the page shows."""
    own = lines_of_text(posting.text)
    known = {line.text for line in own}
    return [*own, *(line for line in lines if line.text not in known)]


def _is_a_posting(posting: Posting, lines: Sequence[TextLine]) -> bool:
    facts = (
        posting.closes,
        posting.reports_to,
        posting.reference,
        posting.department,
        posting.no_calls,
    )
    return signs_in(lines) + sum(map(bool, facts)) >= _ENOUGH_SIGNS


def _without_at(name: str) -> str:
    """Greenhouse writes "at Acme", Lever's logo is called "Acme logo"."""
    name = name.removeprefix("at ").strip()
    return name[:-5].strip() if name.casefold().endswith(" logo") else name


def _same_address(one: str, other: str) -> bool:
    return bool(one) and plain_address(one) == plain_address(other)


def _meant(found: Sequence[Posting], given: Given) -> tuple[Posting, ...]:
    """The posting that is meant, where the answer holds it among others; else all of them."""
    by_key = [one for one in found if given.key and one.key == given.key]
    if by_key:
        return tuple(by_key[:1])
    by_url = [one for one in found if given.url and _same_address(one.url, given.url)]
    return tuple(by_url[:1]) or tuple(distinct(list(found)))
