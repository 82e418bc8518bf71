"""Questions said to the database in its own words, for what is asked with every touch.

Through the models, putting a query together took longer than answering it.
"""

import json
from collections.abc import Collection
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from django.db import connection

Value = int | str | date | list[int]

_ANY = {"sqlite": "IN (SELECT value FROM json_each(%s))", "postgresql": "= ANY(%s)"}


def ask(question: str, *values: Value) -> list[tuple[Any, ...]]:
    """The rows that answer a question; moments come as the engine keeps them (see ``utc``)."""
    adapt = connection.ops.adapt_unknown_value
    with connection.cursor() as cursor:
        cursor.execute(question, [adapt(value) for value in values])
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def ask_of(question: str, ids: Collection[int], *values: Value) -> list[tuple[Any, ...]]:
    """The same for a question with ``@ANY`` where it takes these ids, as its first value."""
    vendor = connection.vendor
    given: Value = json.dumps(list(ids)) if vendor == "sqlite" else list(ids)
    return ask(question.replace("@ANY", _ANY[vendor]), given, *values)


def utc(moment: datetime | None) -> datetime | None:
    """A moment aware in UTC: SQLite keeps it without a zone."""
    return moment.replace(tzinfo=UTC) if moment is not None and moment.tzinfo is None else moment


def hexadecimal(uid: UUID | str | None) -> str:
    """A row's name as 32 digits: SQLite keeps it so, PostgreSQL as its own type."""
    return uid if isinstance(uid, str) else "" if uid is None else uid.hex
