"""Days and hours in words that are true on the day they are said."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class DayWords:
    """How a language names days and hours. ``patterns`` by name: ``near``, ``date``, ``time``…

    ``moment`` joins a day and an hour, ``moment_with_date`` does where the day is said by its date.
    """

    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    patterns: Mapping[str, str]


def past_day(words: DayWords, day: date | None, today: date | None) -> str:
    """When something happened: "on Monday", "last Thursday", "on 3 November".

    "on Monday" is said of a day of this week, "last Thursday" of one in the week before and less
    than seven days ago; anything older is said by its date. Empty for a day still to come.
    """
    if day is None:
        return ""
    if today is None:
        return _fill(words, "date_with_year", day)
    ago = (today - day).days
    if ago < 0:
        return ""
    if ago < 2:
        return _fill(words, ("today", "yesterday")[ago], day)
    if ago < _A_WEEK:
        same_week = day.isocalendar()[:2] == today.isocalendar()[:2]
        return _fill(words, "near" if same_week else "last_week", day)
    return _fill(words, "date" if day.year == today.year else "date_with_year", day)


def coming_day(words: DayWords, day: date | None, today: date | None) -> str:
    """When something will be: "tomorrow", "on Thursday", "on Thursday 3 December".

    Empty for a day that is over.
    """
    if day is None:
        return ""
    if today is None:
        return _fill(words, "day_ahead", day)
    ahead = (day - today).days
    if ahead < 0:
        return ""
    if ahead < 2:
        return _fill(words, ("today", "tomorrow")[ahead], day)
    if ahead < _A_WEEK:
        return _fill(words, "near", day)
    return _fill(words, "day_ahead" if day.year == today.year else "day_ahead_with_year", day)


def coming_moment(words: DayWords, moment: datetime | None, today: date | None) -> str:
    """A moment to come, local to whom it is said: "on Thursday at 10 am"."""
    if moment is None:
        return ""
    day = coming_day(words, moment.date(), today)
    dated = today is None or (moment.date() - today).days >= _A_WEEK
    return _at(words, day, moment, dated=dated) if day else ""


def fixed_moment(words: DayWords, moment: datetime | None) -> str:
    """A moment with its whole date, as one writes it: "on Thursday 3 December at 10 am"."""
    if moment is None:
        return ""
    return _at(words, _fill(words, "day_ahead", moment.date()), moment, dated=True)


def _at(words: DayWords, day: str, moment: datetime, *, dated: bool) -> str:
    pattern = words.patterns["moment_with_date" if dated else "moment"]
    return pattern.format(day=day, time=_time(words, moment))


def _time(words: DayWords, moment: datetime) -> str:
    if moment.hour == 12 and not moment.minute:
        return words.patterns["noon"]
    return words.patterns["time" if moment.minute else "full_hour"].format(
        hour=moment.hour,
        hour12=moment.hour % 12 or 12,
        minute=f"{moment.minute:02}",
        half=words.patterns["am" if moment.hour < 12 else "pm"],
    )


def _fill(words: DayWords, pattern: str, day: date) -> str:
    return words.patterns[pattern].format(
        weekday=words.weekdays[day.weekday()],
        day=day.day,
        month=words.months[day.month - 1],
        year=day.year,
    )
