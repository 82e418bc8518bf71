"""The day and the hour of an interview or a talk, where somebody's own words name them."""

import re
from datetime import date, time
from typing import NamedTuple

from ringback.sources.cells import bare, plain
from ringback.sources.dates import Orders, Read, Supposed, dates_in, read_day

FIRST_AFTER = "it is the first after the letter was sent"
_LONGEST = 400
_NOON = 12
# Before it, an hour without "am" or "pm" may as well be one of the afternoon.
_EARLIEST = 7
_CLOCK = re.compile(
    r"(?<![\d:.,$€£-])(?P<hour>\d{1,2})(?:(?P<mark>[:.])(?P<minute>[0-5]\d))?"
    r"\s?(?P<half>[ap]\.?m\b\.?|uhr\b|h\b)?(?![\d:%])",
    re.IGNORECASE,
)
_TO = re.compile(r"\s?(?:-|–|—|to|bis)\s?", re.IGNORECASE)


class Meeting(NamedTuple):
    """A day, an hour where one is told (None: not told, or not plainly), and what was supposed."""

    day: date | None
    clock: time | None = None
    doubt: str = ""


def meeting_in(text: str, sent_on: date | None, orders: Orders) -> Meeting:
    """The one day that a text names, and the hour beside it; no day where it names two or none."""
    text = bare(plain(text[:_LONGEST]))
    inside = dates_in(text)
    if len(set(inside)) != 1:
        return Meeting(None)
    read = day_after(sent_on, inside[0], orders)
    if read.day is None:
        return Meeting(None, doubt=read.reason)
    return Meeting(read.day, _clock(text.replace(inside[0], " ; ")))


def day_after(sent_on: date | None, text: str, orders: Orders) -> Read:
    """A day without a year is the first one after the letter went out."""
    if sent_on is None:
        return read_day(text, orders)
    supposed = Supposed(sent_on.year, FIRST_AFTER)
    read = read_day(text, orders, supposed)
    if read.day and read.day < sent_on and read.doubt:
        return read_day(text, orders, supposed._replace(year=sent_on.year + 1))
    return read


def _clock(text: str) -> time | None:
    """The one hour in a text, of a span its first; None where it is not plain."""
    found = [one for one in _CLOCK.finditer(text) if one["half"] or one["mark"]]
    if not found or len(found) > 2:
        return None
    first = found[0]
    # “10-11am” leaves open to which half of the day the 10 belongs.
    if re.search(r"\d\s?(?:-|–|—|to|bis)\s?$", text[: first.start()]):
        return None
    if len(found) == 2 and not _TO.fullmatch(text[first.end() : found[1].start()]):
        return None
    return _hour(first)


def _hour(found: re.Match[str]) -> time | None:
    hour, half = int(found["hour"]), (found["half"] or "").casefold()[:1]
    if half in ("a", "p"):
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    elif hour > 23 or (hour < _EARLIEST and half != "u"):
        return None
    return time(hour, int(found["minute"] or 0))
