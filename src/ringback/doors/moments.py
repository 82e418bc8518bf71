"""Moments as a person types them: “tomorrow 10:30”, “Thu 14:00”, “26.11. 10:00”."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from ringback.core.local_time import moment_of, zone_called
from ringback.doors.days import (
    ISO,
    NotAMoment,
    Reading,
    day_hint,
    day_in,
    distance,
    moment_hint,
)
from ringback.doors.figures import TWELVE_HOURS
from ringback.doors.german_moments import in_english

# The clock of words that name a part of the day.
_PARTS = {
    "morning": time(10), "noon": time(12), "midday": time(12), "afternoon": time(14),
    "evening": time(18),
}  # fmt: skip

# The hours that are meant to be in the afternoon, and what may stand behind them.
_AFTERNOON = frozenset("123456")
_OF_TWELVE = ("", "o'clock", "uhr")

_OFFSET = re.compile(r"(?<=\d)\s?(z|[+-]\d{2}:?\d{2})$")
_CLOCK = re.compile(
    r"(?:at\s+)?(?:(\d{1,2})(?:[:.h](\d{2})(?::\d{2}(?:\.\d+)?)?)?\s?(am|pm|a\.m\.|p\.m\.|h|o'clock|uhr)?)$"
)
_HERE = re.compile(r"\s+(?:here|my time|mine)$")
_THERE = re.compile(r"\s+(?:there|their time|theirs)$")


def read_moment(text: str, how: Reading) -> datetime:
    """The moment that a text says, aware, in the zone that it was read in.

    Raises NotAMoment, with examples as the seeker would write them.
    """
    try:
        return _moment(text, how)
    except NotAMoment as wrong:
        raise NotAMoment(str(wrong), wrong.hint or moment_hint(how)) from wrong


def _moment(text: str, how: Reading) -> datetime:
    said, how = _whose(_plain(text), how)
    if not said:
        raise NotAMoment("No moment was given.")
    if said == "now":
        return how.local
    found = distance(said)
    if found is not None and found[1] in ("minutes", "hours"):
        amount, unit, rest = found
        if rest:
            raise NotAMoment(f"“{text}” is not clear.")
        return (how.local.astimezone(UTC) + timedelta(**{unit: amount})).astimezone(how.zone)
    offset = _OFFSET.search(said)
    if offset and ISO.match(said):
        try:
            return datetime.fromisoformat(said.replace(" ", "T").upper()).astimezone(how.zone)
        except ValueError as error:
            raise NotAMoment(f"“{text}” is no moment of the calendar.") from error
    day, rest = day_in(said, how, text)
    clock = _clock(rest, text, how, by_hand=not ISO.match(said))
    if clock is None:
        if how.clock is None:
            raise NotAMoment(f"“{text}” says the day, but not the hour.")
        clock = how.clock
    if day is None:
        day = _fitting_day(how, clock)
    return moment_of(how.zone, day, clock).astimezone(how.zone)


def read_day(text: str, how: Reading) -> date:
    """The day that a text says. Raises NotAMoment, also where it says an hour as well."""
    try:
        return _day(text, how)
    except NotAMoment as wrong:
        raise NotAMoment(str(wrong), wrong.hint or day_hint(how)) from wrong


def _day(text: str, how: Reading) -> date:
    said, how = _whose(_plain(text), how)
    if said == "now":
        return how.local.date()
    day, rest = day_in(said, how, text)
    if day is None or rest:
        raise NotAMoment(f"“{text}” is not a day.")
    return day


def _plain(text: str) -> str:
    return in_english(" ".join(text.casefold().replace(",", " ").split()))


def _whose(said: str, how: Reading) -> tuple[str, Reading]:
    """The text without the words that say whose clock is meant, and the reading in that zone."""
    if _HERE.search(said):
        return _HERE.sub("", said), _in_zone(how, how.own)
    if _THERE.search(said):
        return _THERE.sub("", said), how
    first, _, last = said.rpartition(" ")
    if "/" in last and not last[0].isdigit():
        zone = zone_called("/".join(_capital(part) for part in last.split("/")))
        if zone is None:
            raise NotAMoment(f"“{last}” is no time zone that is known.", "Such as Europe/Berlin.")
        return first, _in_zone(how, zone)
    return said, how


def _in_zone(how: Reading, zone: ZoneInfo) -> Reading:
    return replace(how, zone=zone)


def _capital(part: str) -> str:
    return "_".join(word if word in ("of", "es") else word.capitalize() for word in part.split("_"))


def _clock(rest: str, text: str, how: Reading, *, by_hand: bool) -> time | None:
    """The hour that is left of a text; None where nothing is.

    “At 3” is at three in the afternoon where a person says it ``by_hand``: nobody is called, met or
    written to at three in the night. So is “3:30” where a clock of twelve hours is read.
    """
    if not rest:
        return None
    words = rest.removeprefix("in the ").removeprefix("at ")
    if words in _PARTS:
        return _PARTS[words]
    found = _CLOCK.fullmatch(rest)
    if found is None:
        raise NotAMoment(f"“{text}” is not a moment that I understand.")
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").replace(".", "")
    if half in ("am", "pm"):
        if not 1 <= hour <= 12:
            raise NotAMoment(f"“{text}” has no such hour.")
        hour = hour % 12 + (12 if half == "pm" else 0)
    elif not found[2] and not half and not rest.startswith("at "):
        raise NotAMoment(f"“{text}” does not say clearly at what time.")
    elif (
        by_hand
        and half in _OF_TWELVE
        and found[1] in _AFTERNOON
        and (not found[2] or how.country in TWELVE_HOURS)
    ):
        hour += 12
    try:
        return time(hour, minute)
    except ValueError as error:
        raise NotAMoment(f"“{text}” has no such hour.") from error


def _fitting_day(how: Reading, clock: time) -> date:
    """The day of a clock alone: today, else tomorrow (what happened: else yesterday)."""
    today = how.local.date()
    moment = moment_of(how.zone, today, clock)
    if how.past:
        return today - timedelta(1) if moment > how.now else today
    return today + timedelta(1) if moment <= how.now else today
