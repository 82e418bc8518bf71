"""Questions said to the database in its own words, for what is asked with every touch.

Through the models, putting a query together took longer than answering it.
"""

import json
import re
from collections.abc import Callable, Collection
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db import connection

Value = int | str | date | list[int]

# What the engines spell differently. SQLite keeps a moment as text in UTC without saying so: with
# its zone put to it, the text is read at once; as a column, it is read by Django at ten times the
# cost. A name of 32 digits is a type of its own in PostgreSQL.
_SPELT = {
    "sqlite": {
        r"@ANY": "IN (SELECT value FROM json_each(%s))",
        r"@UTC\((.+?)\)": r"\1 || '+00:00'",
        r"@DAY\((.+?)\)": r"\1 || ''",
        r"@HEX\((.+?)\)": r"\1",
        r"@FORMAT": "printf",
    },
    "postgresql": {
        r"@ANY": "= ANY(%s)",
        r"@UTC\((.+?)\)": r"\1",
        r"@DAY\((.+?)\)": r"\1",
        r"@HEX\((.+?)\)": r"replace(\1::text, '-', '')",
        r"@FORMAT": "format",
    },
}


def ask(question: str, *values: Value) -> list[tuple[Any, ...]]:
    """The rows that answer a question.

    ``@UTC(column)`` in it is a moment, to be read by ``moments()``, ``@DAY(column)`` a day, to be
    read by ``days()``, ``@HEX(column)`` a row's name as 32 digits, ``@FORMAT`` the function that
    puts texts together.
    """
    adapt = connection.ops.adapt_unknown_value
    with connection.cursor() as cursor:
        cursor.execute(_spelt(question, connection.vendor), [adapt(value) for value in values])
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def ask_of(question: str, ids: Collection[int], *values: Value) -> list[tuple[Any, ...]]:
    """The same for a question with ``@ANY`` where it takes these ids, as its first value."""
    given: Value = json.dumps(list(ids)) if connection.vendor == "sqlite" else list(ids)
    return ask(question, given, *values)


def moments() -> Callable[[Any], datetime]:
    """What reads a moment asked for by ``@UTC``, aware, that is not null."""
    return datetime.fromisoformat if connection.vendor == "sqlite" else _as_it_is


def days() -> Callable[[Any], date]:
    """What reads a day asked for by ``@DAY`` that is not null."""
    return date.fromisoformat if connection.vendor == "sqlite" else _as_it_is


def utc(moment: datetime | None) -> datetime | None:
    """A moment asked for as a column, aware in UTC: SQLite keeps it without a zone."""
    return moment.replace(tzinfo=UTC) if moment is not None and moment.tzinfo is None else moment


def hexadecimal(uid: UUID | str | None) -> str:
    """A row's name asked for as a column, as 32 digits."""
    return uid if isinstance(uid, str) else "" if uid is None else uid.hex


def put_as() -> Callable[[Any], Any]:
    """What makes of a moment (aware UTC), a day or nothing the value that the engine keeps."""
    return _as_text if connection.vendor == "sqlite" else _as_it_is


def _as_it_is(value: Any) -> Any:  # noqa: ANN401  # handed through
    return value


def _as_text(value: datetime | date | None) -> str | None:
    """As Django's SQLite keeps it: moments in UTC, without saying so."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(" ").removesuffix("+00:00")
    return None if value is None else value.isoformat()


@lru_cache(maxsize=256)
def _spelt(question: str, vendor: str) -> str:
    for mark, words in _SPELT[vendor].items():
        question = re.sub(mark, words, question)
    return question
