"""One due step with what it takes to do it, as every list of a day holds it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any


@dataclass(frozen=True, slots=True)
class Row:
    """One due step with what is needed to do it; moments are aware UTC, absent text is empty."""

    opening: int
    kind: str
    earliest: datetime
    latest: datetime
    day: date
    why: str
    attempt: int
    purpose: str
    exact: bool
    leave_voicemail: bool
    half: str
    title: str
    employer_id: int
    employer: str
    stage: str
    person_id: int | None
    person: str
    spoken: str
    person_title: str
    number: str
    extension: str
    route_kind: str
    employer_place: tuple[str, str, str, str]
    person_place: tuple[str, str, str, str]
    best: tuple[time, time] | None = None


def rows_of(columns: Iterable[tuple[Any, ...]]) -> Iterator[Row]:
    """Rows from a query's columns, in the order of the fields; places are four each, hours two."""
    for row in columns:
        texts = (text or "" for text in row[16:22])
        there = tuple(text or "" for text in row[26:30])
        hours = tuple(map(_clock, row[30:32]))
        best = hours if all(hours) else None
        values: tuple[Any, ...] = (*row[:16], *texts, row[22:26], there, best)
        yield Row(*values)


def _clock(hour: time | str | None) -> time | None:
    """An hour of a day, which the book's file itself holds as text."""
    return time.fromisoformat(hour) if isinstance(hour, str) else hour
