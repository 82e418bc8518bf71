"""The embedded book read straight from its file: the few questions that have to be fast.

Loading Django takes longer than all the work of an answer (NUMBERS S2). What is asked here is
asked of it in ``book.agenda`` as well, and a test holds the two to the same answers.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from ringback.book.due_row import Row, rows_of
from ringback.book.shipped import APPLIED, shipped
from ringback.core.coverage import Coverage
from ringback.core.places import Place

# In the order of the fields of Row; the tables' names are those of the models.
_ROWS = """
SELECT s.opening_id, s.kind, s.earliest, s.latest, s.day, s.why, s.attempt, s.purpose, s.exact,
       s.leave_voicemail, s.half,
       o.title, o.employer_id, e.name, o.stage,
       s.person_id, coalesce(p.name, ''), coalesce(p.spoken, ''), coalesce(p.title, ''),
       coalesce(r.value, ''), coalesce(r.extension, ''), coalesce(r.kind, ''),
       e.country, e.region, e.zone, e.city, p.country, p.region, p.zone, p.city,
       p.best_from, p.best_until
FROM book_step s
JOIN book_opening o ON o.id = s.opening_id
JOIN book_employer e ON e.id = o.employer_id
LEFT JOIN book_person p ON p.id = s.person_id
LEFT JOIN book_route r ON r.id = s.route_id
WHERE s.search_id = ? AND s.earliest {when} ?
ORDER BY s.earliest, s.opening_id LIMIT ?
"""
_FOLLOWED = "SELECT COUNT(*) FROM book_opening WHERE search_id = ? AND followed_at IS NOT NULL"
_MISSED = (
    "SELECT COUNT(*) FROM book_opening WHERE search_id = ? AND followed_at IS NULL AND due_on < ?"
)
_SILENT = (
    "SELECT COUNT(*) FROM book_opening WHERE search_id = ? AND sent_at IS NOT NULL "
    "AND answered_at IS NULL AND stage <> 'closed'"
)


class SearchFacts(NamedTuple):
    """What a day needs to know of a search; ``days_off`` as they are kept, ``cadence`` as TOML."""

    id: int
    home: Place
    cadence: str
    days_off: frozenset[date]
    plan_calls: int


class BookFile:
    """A book's file, open for reading. Every question raises sqlite3.Error where it cannot be."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def is_current(self) -> bool:
        """Whether its tables are just those that this version knows."""
        return {name for (name,) in self._connection.execute(APPLIED)} == shipped()

    def search(self, name: str) -> SearchFacts | None:
        """The search of this name."""
        row = self._connection.execute(
            "SELECT id, country, region, zone, city, cadence, days_off, plan_calls "
            "FROM book_search WHERE name = ?", (name,),
        ).fetchone()  # fmt: skip
        if row is None:
            return None
        days = frozenset(date.fromisoformat(day) for day in json.loads(row[6]))
        return SearchFacts(row[0], Place(*row[1:5]), row[5], days, row[7])

    def due(self, search: int, until: datetime, limit: int) -> list[Row]:
        return self._rows("<", search, until, limit)

    def coming(self, search: int, after: datetime, limit: int) -> list[Row]:
        return self._rows(">=", search, after, limit)

    def count_due(self, search: int, until: datetime) -> int:
        query = "SELECT COUNT(*) FROM book_step WHERE search_id = ? AND earliest < ?"
        return self._count(query, search, _stored(until))

    def count_open(self, search: int) -> int:
        return self._count("SELECT COUNT(*) FROM book_step WHERE search_id = ?", search)

    def coverage(self, search: int, today: date) -> Coverage:
        followed = self._count(_FOLLOWED, search)
        return Coverage(followed + self._count(_MISSED, search, str(today)), followed)

    def silent(self, search: int) -> int:
        return self._count(_SILENT, search)

    def _rows(self, when: str, search: int, moment: datetime, limit: int) -> list[Row]:
        query = _ROWS.format(when=when)
        found = self._connection.execute(query, (search, _stored(moment), limit))
        return list(rows_of(_typed(row) for row in found))

    def _count(self, query: str, *values: int | str) -> int:
        return int(self._connection.execute(query, values).fetchone()[0])


@contextmanager
def opened(path: Path) -> Iterator[BookFile]:
    """The book's file for reading alone. Raises sqlite3.Error where it cannot be opened."""
    address = f"file:{quote(str(path))}?mode=ro"
    connection = sqlite3.connect(address, uri=True, timeout=20, isolation_level=None)
    try:
        # One snapshot for all questions of an answer.
        connection.execute("BEGIN")
        yield BookFile(connection)
    finally:
        connection.close()


def _typed(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """A row as Django would give it: aware moments, days, truth values."""
    return (
        *row[:2], _moment(row[2]), _moment(row[3]), date.fromisoformat(row[4]), *row[5:8],
        bool(row[8]), bool(row[9]), *row[10:],
    )  # fmt: skip


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def _stored(moment: datetime) -> str:
    """A moment as Django's SQLite keeps it: UTC, without its offset."""
    return str(moment.astimezone(UTC).replace(tzinfo=None))
