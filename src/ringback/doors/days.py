"""Days as a person types them: “Thu”, “26.11.”, “Nov 26”, “in 2 weeks”, and what a reading is."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from ringback.doors.figures import day_in_figures, hour_in_figures

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_UNITS = {
    "m": "minutes", "min": "minutes", "mins": "minutes", "minute": "minutes", "minutes": "minutes",
    "h": "hours", "hr": "hours", "hrs": "hours", "hour": "hours", "hours": "hours",
    "d": "days", "day": "days", "days": "days", "w": "weeks", "week": "weeks", "weeks": "weeks",
    "month": "months", "months": "months",
}  # fmt: skip
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:t|\s|$)")
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2}(?![\d:.h]))?(?=\s|$)")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?(?=\s|$)")
# “the 16th”, without its month.
_OF_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_ABOUT = r"(?:(?:about|around|roughly|some)\s+)?"
_SPAN = r"(\d{1,3}|an?|one|two|three|four|five|six)\s?([a-z]+)"
_IN = re.compile(rf"{_ABOUT}in\s+{_ABOUT}{_SPAN}(?=\s|$)")
_AGO = re.compile(rf"{_ABOUT}{_SPAN}\s+ago(?=\s|$)")
# “week ago”, with the “a” left away.
_ONE_AGO = re.compile(rf"{_ABOUT}()(minute|hour|day|week|month)\s+ago(?=\s|$)")
_SOME_AGO = re.compile(
    rf"{_ABOUT}(?:an?\s+)?(?:(?:few|couple(?:\s+of)?|several|some)\s+)?"
    r"(?:minutes|hours|days|weeks|months|while)\s+ago(?=\s|$)|(?:the\s+other\s+day|recently)(?=\s|$)"
)


class NotAMoment(ValueError):
    """A text that says no moment or day, in one sentence, and how to write one.

    Without a hint it is for whoever knows how the text was read to give one.
    """

    def __init__(self, sentence: str, hint: str = "") -> None:
        super().__init__(sentence)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Reading:
    """How moments are read: from which one on, in whose zone, and which way of figures.

    ``now`` is aware; ``zone`` is whose clock is meant, ``own`` the seeker's ("14:00 here").
    ``past``: what is said has happened, so that "Thu" is the last one. On a Thursday it is a week
    off either way: of the day itself one says "today". ``clock`` stands in where
    only a day is given; None refuses such a text. ``country`` is the seeker's (ISO 3166-1
    alpha-2), in whose figures examples are given; empty where it is not known.
    """

    now: datetime
    zone: ZoneInfo
    own: ZoneInfo
    month_first: bool = False
    past: bool = False
    clock: time | None = None
    country: str = ""

    @property
    def local(self) -> datetime:
        return self.now.astimezone(self.zone)


def example(how: Reading) -> str:
    """A day as it may be written: a week ago where it has happened, else in three days."""
    return day_in_figures(how.local.date() + timedelta(-7 if how.past else 3), how.country)


def moment_hint(how: Reading) -> str:
    """How a moment may be written, in the figures of the seeker's own country."""
    date, early = example(how), hour_in_figures(time(10, 30), how.country)
    if how.past:
        return f"Write it like “Monday”, “yesterday {early}”, “{date}” or “2 weeks ago”."
    hour = hour_in_figures(time(14), how.country)
    return f"Write it like “tomorrow {early}”, “Thu {hour}”, “{date} {hour}” or “in 2 days”."


def day_hint(how: Reading) -> str:
    """How a day may be written, in the figures of the seeker's own country."""
    date = example(how)
    if how.past:
        return f"Write it like “Monday”, “yesterday”, “{date}” or “2 weeks ago”."
    return f"Write it like “Thu”, “tomorrow”, “{date}” or “in 2 weeks”."


def distance(said: str) -> tuple[int, str, str] | None:
    """“in 2 days 10:00”, “an hour ago”: how far (negative: back), its unit, and what is left."""
    for pattern, sign in ((_IN, 1), (_AGO, -1), (_ONE_AGO, -1)):
        found = pattern.match(said)
        if found and found[2] in _UNITS:
            amount = _NUMBERS.get(found[1]) or int(found[1] or 1)
            return sign * amount, _UNITS[found[2]], said[found.end() :].strip()
    return None


def day_in(said: str, how: Reading, text: str) -> tuple[date | None, str]:
    """The day at the beginning of a text (None: it says none), and what is left of it."""
    if _SOME_AGO.match(said):
        raise NotAMoment(f"“{text}” may be any of several days: say about which.")
    try:
        return _named_day(said, how) or _written_day(said, how) or (None, said)
    except (ValueError, OverflowError) as error:
        raise NotAMoment(f"“{text}” is no day of the calendar.") from error


def _named_day(said: str, how: Reading) -> tuple[date, str] | None:
    today = how.local.date()
    found = distance(said)
    if found is not None and found[1] in ("days", "weeks", "months"):
        amount, unit, rest = found
        if unit == "months":
            return _months_on(today, amount), rest
        return today + timedelta(**{unit: amount}), rest
    words = said.split()
    if words[:1] == ["on"]:
        words = words[1:]
    if not words:
        return None
    rest = " ".join(words[1:])
    near = {"today": 0, "tonight": 0, "tomorrow": 1, "yesterday": -1}
    if words[0] in near:
        return today + timedelta(near[words[0]]), rest
    which = words[0] if words[0] in ("next", "last", "this") else ""
    if which:
        words = words[1:]
        if words[:1] in (["week"], ["month"]) and which != "this":
            index = _index(WEEKDAYS, words[1]) if words[0] == "week" and words[1:] else None
            if index is not None:
                return _of_week(today, which, index), " ".join(words[2:])
            return _week_or_month(today, words[0], which), " ".join(words[1:])
    index = _index(WEEKDAYS, words[0]) if words else None
    if index is None:
        return None
    week = words[2:] if words[1:2] == ["of"] else words[1:]
    if not which and week[1:2] == ["week"] and week[0] in ("next", "last", "this"):
        return _of_week(today, week[0], index), " ".join(week[2:])
    return _weekday(how, today, index, which), " ".join(words[1:])


def _of_week(today: date, which: str, index: int) -> date:
    """“Monday of last week”, “next week Tuesday”: weeks begin on Monday (ISO 8601)."""
    weeks = {"last": -1, "this": 0, "next": 1}[which]
    return today + timedelta(index - today.weekday() + 7 * weeks)


def _week_or_month(today: date, unit: str, which: str) -> date:
    if unit == "week":
        monday = today - timedelta(today.weekday())
        return monday + timedelta(7 if which == "next" else -7)
    return _months_on(today.replace(day=1), 1 if which == "next" else -1)


def _weekday(how: Reading, today: date, index: int, which: str) -> date:
    """The day of that name before or after today; only “this Monday” may be today itself."""
    ahead = (index - today.weekday()) % 7
    if which == "this" and not ahead:
        return today
    if which == "last" or (how.past and which != "next"):
        return today + timedelta(ahead - 7)
    return today + timedelta(ahead or 7)


def _written_day(said: str, how: Reading) -> tuple[date, str] | None:
    said = said.removeprefix("on ")
    if found := ISO.match(said):
        return date(int(found[1]), int(found[2]), int(found[3])), said[found.end() :].strip()
    if found := _DOTTED.match(said):
        day, month, year = int(found[1]), int(found[2]), found[3]
        return _dated(how, day, month, year), said[found.end() :].strip()
    if found := _SLASHED.match(said):
        first, second, year = int(found[1]), int(found[2]), found[3]
        month_first = second > 12 or (how.month_first and first <= 12)
        month, day = (first, second) if month_first else (second, first)
        return _dated(how, day, month, year), said[found.end() :].strip()
    return _spelt_day(said, how)


def _spelt_day(said: str, how: Reading) -> tuple[date, str] | None:
    """“Nov 26”, “26 November 2026”, “the 26th of Nov.”."""
    words = [word.rstrip(".") for word in said.removeprefix("the ").split()]
    words = words[:1] + words[2:] if words[1:2] == ["of"] else words
    month_follows = len(words) > 1 and _index(MONTHS, words[1]) is not None
    if words and (figure := _OF_MONTH.fullmatch(words[0])) and not month_follows:
        rest = said.removeprefix("the ").split()[1:]
        return _of_month(how, int(figure[1])), " ".join(rest)
    if len(words) < 2:
        return None
    for month_at, day_at in ((0, 1), (1, 0)):
        index = _index(MONTHS, words[month_at])
        figure = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?", words[day_at])
        if index is not None and figure:
            has_year = len(words) > 2 and re.fullmatch(r"\d{4}", words[2])
            rest = said.removeprefix("the ").split()
            rest = rest[:1] + rest[2:] if rest[1:2] == ["of"] else rest
            year = words[2] if has_year else None
            left = " ".join(rest[3 if has_year else 2 :])
            return _dated(how, int(figure[1]), index + 1, year), left
    return None


def _dated(how: Reading, day: int, month: int, year: str | None) -> date:
    """The date; without a year the next one to come, or the last one that was."""
    today = how.local.date()
    if year is not None:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    years = range(today.year, today.year + 9)
    if how.past:
        years = range(today.year, today.year - 9, -1)
    for one in years:
        try:
            found = date(one, month, day)
        except ValueError:
            # 29 February is a day of some other year.
            if (month, day) != (2, 29):
                raise
            continue
        if found <= today if how.past else found >= today:
            return found
    raise ValueError("no such day")


def _of_month(how: Reading, number: int) -> date:
    """“The 16th”: of this month, else of the nearest one that has it, back or ahead."""
    today = how.local.date()
    for months in range(3):
        first = _months_on(today.replace(day=1), -months if how.past else months)
        try:
            found = first.replace(day=number)
        except ValueError:
            continue
        if found <= today if how.past else found >= today:
            return found
    raise ValueError("no such day")


def _months_on(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise ValueError("no such month")


def _index(names: tuple[str, ...], word: str) -> int | None:
    """Which of these names a word is, or is short for: three letters of it at least."""
    word = word.rstrip(".")
    if len(word) < 3:
        return None
    word = {"tues": "tue", "thur": "thu", "thurs": "thu", "weds": "wed", "sept": "sep"}.get(
        word, word
    )
    return next((i for i, name in enumerate(names) if name.startswith(word)), None)
