"""One due step with what it takes to do it, as every list of a day holds it."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any, NamedTuple

from ringback.core.places import Place


class Row(NamedTuple):
    """One due step with what is needed to do it; moments are aware UTC, absent text is empty.

    ``place`` is where the person called is: their own place, else their employer's.
    """

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
    place: Place
    best: tuple[time, time] | None = None


def rows_of(columns: Iterable[tuple[Any, ...]]) -> Iterator[Row]:
    """Rows from a query's columns, in the order of the fields; places are four each, hours two.

    The employer's place comes before the person's, whose columns may be null.
    """
    for row in columns:
        best = (_clock(row[30]), _clock(row[31])) if row[30] and row[31] else None
        yield Row._make((*row[:22], _place(row[22:26], row[26:30]), best))


@lru_cache(maxsize=4096)
def _place(employer: tuple[str, ...], person: tuple[str | None, ...]) -> Place:
    """Shared by the rows of a place, since a calendar finds what it knows of it the sooner."""
    return Place(*(text or "" for text in person)).or_else(Place(*employer))


def _clock(hour: time | str) -> time:
    """An hour of a day, which the book's file itself holds as text."""
    return time.fromisoformat(hour) if isinstance(hour, str) else hour
