"""When a posting closes: the words on it, and the day that they name, if they name one."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from ringback.sources.dates import Order, Orders, Supposed, dates_in, orders_of, read_day, written
from ringback.sources.postings.lines import TextLine, alike
from ringback.sources.words import listed, tables

_WORDS = tables("posting_dates")
_REACH = 160
_LONGEST_VALUE = 80
# A posting may be read some time after it closed; a day without a year further back is next year's.
_BACK = timedelta(days=60)
_MONTH_FIRST = frozenset({"US", "PH", "PR", "GU"})
_ENGLISH = "january february march april may june july august september october november december"


def _phrases(table: str) -> list[str]:
    found = {alike(phrase) for text in _WORDS[table].values() for phrase in listed(text)}
    return sorted(found, key=len, reverse=True)


def _words(table: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, _phrases(table)))})(?!\w)")


_LABEL, _PERHAPS, _OPEN, _ALONE = map(_words, ("closing", "perhaps", "open", "alone"))
_APPLYING = re.compile(rf"\b(?:{'|'.join(map(re.escape, _phrases('applying')))})")
_MONTHS = {
    word: _ENGLISH.split()[int(number) - 1]
    for text in _WORDS["months"].values()
    for word, number in (phrase.rsplit(" ", 1) for phrase in map(alike, listed(text)))
}
_MONTH = re.compile(rf"\b(?:{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b")
_WEEKDAY_DOT = re.compile(r"\b(?:den|dnia|dia|il|le|el|the|am|pa|d\.)\s+(?=\d)")


@dataclass(frozen=True, slots=True)
class Closing:
    """``words`` as the posting writes them ("30.11.2026", "until further notice"), and the day."""

    words: str = ""
    day: date | None = None
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class DayHints:
    """What helps to read a day: the day of reading, the posting's first day, the country (ISO)."""

    read_on: date
    posted_on: date | None = None
    country: str = ""


def closing_in(lines: Iterable[TextLine], hints: DayHints) -> Closing:
    """The first closing date, or word against one, that the lines give beside its label.

    A label that may mean something else counts only where it heads the line, or the line speaks
    of applying.
    """
    rows = list(lines)
    orders = _orders(rows, hints.country)
    for labels in (_LABEL, _PERHAPS):
        for at, line in enumerate(rows):
            words = alike(line.text)
            sure = labels is _LABEL or _APPLYING.search(words) is not None
            for found in labels.finditer(words):
                value = line.text[found.end() :][:_REACH]
                if not sure and (found.start() or value.lstrip()[:1] != ":"):
                    continue
                if not any(map(str.isalnum, value)) and at + 1 < len(rows):
                    value = rows[at + 1].text[:_REACH]
                if closing := _read(value, orders, hints):
                    return closing
    alone = (line.text[one.start() : one.end()] for line in rows
             if (one := _ALONE.search(alike(line.text))))  # fmt: skip
    return Closing(next(alone, ""))


def day_of(text: str, hints: DayHints) -> date | None:
    """The day of a field that is a date: ISO with or without a time, or as people write it."""
    found = re.match(r"\s*(\d{4}-\d\d-\d\d)(?!\d)", text)
    if found:
        try:
            return date.fromisoformat(found[1])
        except ValueError:
            return None
    closing = _read(text[:_REACH], _orders([], hints.country), hints)
    return closing.day if closing else None


def _read(value: str, orders: Orders, hints: DayHints) -> Closing | None:
    text = alike(value)
    text = _MONTH.sub(lambda month: _MONTHS[month[0]], text)
    text = _WEEKDAY_DOT.sub("", text)
    dates = dates_in(text)
    kept = _OPEN.search(alike(value))
    if kept and (not dates or kept.start() < text.find(dates[0])):
        return Closing(value[kept.start() : kept.end()])
    if not dates:
        return None
    shown = _sentence(value, text, dates[0]).strip(" :.-–—\t")[:_LONGEST_VALUE].strip()
    read = read_day(dates[0], orders, _supposed(dates[0], hints))
    if read.day is None:
        return Closing(shown, None, f"The closing date was not understood: {read.reason}.")
    found = written(dates[0])
    doubt = ""
    if found is not None and found.year is None:
        doubt = f"The closing date “{dates[0]}” has no year; {read.day.year} was taken."
    return Closing(shown, read.day, doubt)


def _sentence(value: str, text: str, found: str) -> str:
    """The value up to the end of the date's sentence, for which "30. November" is none."""
    behind = text.find(found) + len(found)
    first = len(value) - (len(text) - behind)
    for end in re.finditer(r"[.;]\s", value):
        if end.start() >= first:
            return value[: end.start()]
    return value


def _supposed(text: str, hints: DayHints) -> Supposed | None:
    """The year in which a day without one comes next, seen from the posting's first day."""
    found = written(text)
    if found is None or found.year is not None:
        return None
    first = hints.posted_on or hints.read_on - _BACK
    month, day = found.first, found.second
    if found.separator and (found.separator == "." or found.first > 12):
        month, day = day, month
    for year in (first.year, first.year + 1):
        try:
            meant = date(year, month, day)
        except ValueError:
            continue
        if meant >= first:
            return Supposed(year, "it is the next such day")
    return Supposed(first.year, "the posting is of that year")


def _orders(rows: list[TextLine], country: str) -> Orders:
    """How 04/05/2026 is meant: by the country, else by the posting's other dates, else not told."""
    if country:
        order = Order.MONTH_FIRST if country in _MONTH_FIRST else Order.DAY_FIRST
        return Orders(order, Order.DAY_FIRST)
    return orders_of(piece for row in rows[:400] for piece in dates_in(row.text[:400]))
