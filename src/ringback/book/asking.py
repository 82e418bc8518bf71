"""Questions said to the database in its own words, for what is asked with every touch.

Through the models, putting a query together took longer than answering it.
"""

import json
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db import connection

Value = int | str | date | list[int]

_AT_ONCE = 1_000

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
    (rows,) = ask_all((question, values))
    return rows


def asked(question: str, *values: Value) -> Iterator[tuple[Any, ...]]:
    """The same for an answer that is long: some thousand rows of it at a time.

    To be read to its end without a write in between.
    """
    adapt = connection.ops.adapt_unknown_value
    with connection.cursor() as cursor:
        cursor.execute(_spelt(question, connection.vendor), [adapt(value) for value in values])
        while rows := cursor.fetchmany(_AT_ONCE):
            yield from rows


def ask_of(question: str, ids: Collection[int], *values: Value) -> list[tuple[Any, ...]]:
    """The same for a question with ``@ANY`` where it takes these ids, as its first value."""
    return ask(question, ids_given(ids), *values)


def ask_all(*asked: tuple[str, Sequence[Value]]) -> list[list[tuple[Any, ...]]]:
    """The same for several questions with their values, which a server is sent all at once."""
    adapt = connection.ops.adapt_unknown_value
    with ExitStack() as opened:
        cursors = [opened.enter_context(connection.cursor()) for _ in asked]
        with at_once():
            for cursor, (question, values) in zip(cursors, asked, strict=True):
                words = _spelt(question, connection.vendor)
                cursor.execute(words, [adapt(value) for value in values])
        return [cursor.fetchall() for cursor in cursors]


def ids_given(ids: Collection[int]) -> Value:
    """Ids as the value that ``@ANY`` takes."""
    return json.dumps(list(ids)) if connection.vendor == "sqlite" else list(ids)


@contextmanager
def at_once() -> Iterator[None]:
    """What is said to a server in here does not wait for each answer, as far as it can do that."""
    if not _answers_later(connection.vendor):
        yield
        return
    connection.ensure_connection()
    with connection.wrap_database_errors, connection.connection.pipeline():
        yield


@lru_cache(maxsize=2)
def _answers_later(vendor: str) -> bool:
    if vendor == "sqlite":
        return False
    # A book in a file loads no driver of a server.
    from psycopg import Pipeline

    return Pipeline.is_supported()


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


def _as_it_is(value: Any) -> Any:
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
