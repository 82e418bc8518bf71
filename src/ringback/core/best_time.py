"""The hours at which somebody is best reached, as one says them and as they narrow a call."""

import re
from collections.abc import Sequence
from datetime import date, time

from ringback.core.places import Place
from ringback.core.workdays import Calendar, Span

Window = tuple[time, time]

_FIRST, _LAST = time(6), time(21)
_NOON = time(12)
_NAMED: dict[str, Window] = {
    "morning": (_FIRST, _NOON),
    "mornings": (_FIRST, _NOON),
    "before noon": (_FIRST, _NOON),
    "afternoon": (_NOON, _LAST),
    "afternoons": (_NOON, _LAST),
    "after lunch": (time(13), _LAST),
}
_CLOCK = r"(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?"
# Left as text: every answer of the day loads this, and few of them read what somebody wrote.
_BETWEEN = rf"(?:between |from )?{_CLOCK}\s*(?:-|–|—|to|until|till|and)\s*{_CLOCK}"
_BEFORE = rf"(?:before|until|till|by) {_CLOCK}"
_AFTER = rf"(?:after|from) {_CLOCK}(?: on)?"


def read_window(text: str) -> Window | None:
    """What “9:30-11”, “mornings”, “before 10” or “after 3 pm” means; None for anything else.

    Hours are those of the person called. An hour from 1 to 6 without "am" is one of the afternoon.
    """
    said = " ".join(text.casefold().split()).removeprefix("in the ").removeprefix("the ")
    if said in _NAMED:
        return _NAMED[said]
    if found := re.fullmatch(_BETWEEN, said):
        # "2 to 4 pm": the half of the day is said once.
        start = _clock(found[1], found[2], found[3] or (found[6] if _same_half(found) else None))
        return _window(start, _clock(found[4], found[5], found[6]))
    if found := re.fullmatch(_BEFORE, said):
        return _window(_FIRST, _clock(found[1], found[2], found[3]))
    if found := re.fullmatch(_AFTER, said):
        return _window(_clock(found[1], found[2], found[3]), _LAST)
    return None


def _same_half(found: re.Match[str]) -> bool:
    return int(found[1]) % 12 <= int(found[4]) % 12


def _clock(hour: str, minute: str | None, half: str | None) -> time | None:
    number = int(hour)
    if half:
        if not 1 <= number <= 12:
            return None
        number = number % 12 + (12 if half.startswith("p") else 0)
    elif 1 <= number <= 6:
        number += 12
    shown = int(minute or 0)
    return time(number, shown) if number < 24 and shown < 60 else None


def _window(start: time | None, end: time | None) -> Window | None:
    if start is None or end is None or start >= end:
        return None
    return (start, end)


def narrowed(
    calendar: Calendar, place: Place, day: date, spans: Sequence[Span], best: Window | None
) -> tuple[Span, ...]:
    """The part of a day's calling spans in which they are best reached; all of them if none is."""
    if best is None:
        return tuple(spans)
    start, end = (calendar.at(place, day, clock) for clock in best)
    inside = [
        Span(max(span.start, start), min(span.end, end))
        for span in spans
        if span.start < end and start < span.end
    ]
    return tuple(inside) or tuple(spans)
