"""Many rows written at once, each with a number before it is written, so that others may name it.

Through the models, writing takes several times as long as the database itself.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import chain, count
from typing import Any

import uuid_utils
from django.db import DEFAULT_DB_ALIAS, connection, connections, models

from ringback.book.asking import at_once

_RESERVED = 1000

Plain = str | int | date | None
"""A value as the database takes it: a moment or a day as ``asking.put_as`` makes it."""


class Bulk:
    """Rows for one table, as values in the order of ``columns``; what else it has is the same.

    The caller holds the transaction, and writes to a ``numbered`` table in no other way while this
    lives.
    """

    def __init__(
        self,
        model: type[models.Model],
        columns: Sequence[str],
        same: Mapping[str, object],
        *,
        numbered: bool = True,
    ) -> None:
        self._table = model._meta.db_table
        fixed = _defaults(model) | {name: _kept(model, name, value) for name, value in same.items()}
        self._identified = fixed.pop("uid", None) is not None
        shared = {name: value for name, value in fixed.items() if name not in columns}
        self._same = tuple(shared.values())
        uid = ("uid",) if self._identified else ()
        number = ("id",) if numbered else ()
        self._columns = (*shared, *number, *columns, *uid)
        # Django's own bound, which every SQLite that it takes allows.
        most = connection.features.max_query_params or 10_000
        self._at_once = max(1, (most - len(shared)) // len(self._columns))
        self._rows: list[tuple[Plain, ...]] = []
        self._numbers = _numbers(self._table) if numbered else None

    def add(self, *values: Plain) -> int:
        """Keep a row for writing; the number that it will have (0 where none is given)."""
        if self._numbers is None:
            self._rows.append(values)
            return 0
        pk = next(self._numbers)
        self._rows.append((pk, *values))
        return pk

    def write(self) -> None:
        """Write what was kept."""
        rows, self._rows = self._rows, []
        if self._identified:
            rows = [(*row, uuid_utils.uuid7().hex) for row in rows]
        same, on_file = self._same, connection.vendor == "sqlite"
        for start in range(0, len(rows), self._at_once):
            some = rows[start : start + self._at_once]
            statement = _insert(self._table, self._columns, len(same), len(some), on_file)
            if on_file:
                _execute(statement, [*same, *chain.from_iterable(some)])
            else:
                _execute(statement, [value for row in some for value in (*same, *row)])


def rows_where(
    table: str, columns: str, where: str, fixed: Sequence[Plain], values: Iterable[Plain]
) -> Iterator[tuple[Any, ...]]:
    """Rows of a table for which ``where`` holds and a column is among many values.

    ``where`` ends in that column's name, as in ``search_id = %s AND value``.
    """
    wanted = list(values)
    most = (connection.features.max_query_params or 10_000) - len(fixed)
    where, mark = where.replace("%s", _mark()), _mark()
    for start in range(0, len(wanted), most):
        some = wanted[start : start + most]
        # The names are ours, the values are bound.
        marks = ", ".join([mark] * len(some))
        statement = f"SELECT {columns} FROM {table} WHERE {where} IN ({marks})"
        yield from _execute(statement, [*fixed, *some])


def change(table: str, columns: Sequence[str], rows: Sequence[tuple[Plain, ...]]) -> None:
    """Write these columns of many rows anew; each row's values, and its number behind them."""
    if not rows:
        return
    fresh = ", ".join(f"{name} = %s" for name in columns)
    with at_once(), connection.cursor() as cursor:
        # The names are ours, the values are bound.
        cursor.executemany(f"UPDATE {table} SET {fresh} WHERE id = %s", rows)


def _mark() -> str:
    return "?" if connection.vendor == "sqlite" else "%s"


def _execute(statement: str, values: list[Plain]) -> list[tuple[Any, ...]]:
    """Do a statement whose marks are the engine's own; the rows that it gives."""
    own = connections[DEFAULT_DB_ALIAS]
    if own.vendor != "sqlite":
        with own.cursor() as cursor:
            cursor.execute(statement, values)
            return cursor.fetchall() if cursor.description else []
    # Past Django's cursor, which would put its marks in again for each of a thousand values.
    own.ensure_connection()
    with own.wrap_database_errors:
        rows: list[tuple[Any, ...]] = own.connection.execute(statement, values).fetchall()
    return rows


@lru_cache(maxsize=128)
def _insert(table: str, columns: tuple[str, ...], same: int, rows: int, on_file: bool) -> str:
    """The statement; what is the same in every row is bound once where the engine can do so."""
    names = ", ".join(map(connection.ops.quote_name, columns))
    mark = "?" if on_file else "%s"
    shared = [f"?{number + 1}" if on_file else mark for number in range(same)]
    row = f"({', '.join([*shared, *[mark] * (len(columns) - same)])})"
    return f"INSERT INTO {table} ({names}) VALUES {', '.join([row] * rows)}"


def _defaults(model: type[models.Model]) -> dict[str, Any]:
    return {
        str(field.column): field.get_db_prep_save(field.get_default(), connection)
        for field in model._meta.concrete_fields
        if not field.primary_key
    }


def _kept(model: type[models.Model], name: str, value: object) -> Any:
    fields = {field.column: field for field in model._meta.concrete_fields}
    return fields[name].get_db_prep_save(value, connection)


def _numbers(table: str) -> Iterator[int]:
    """Numbers that no row of a table has or will be given."""
    if connection.vendor == "sqlite":
        # Whoever writes holds the only lock there is: nobody else takes a number meanwhile.
        with connection.cursor() as cursor:
            cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
            row = cursor.fetchone()
        return count(row[0] + 1 if row else 1)
    return _reserved(table)


def _reserved(table: str) -> Iterator[int]:
    while True:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
                [table, _RESERVED],
            )
            numbers = cursor.fetchall()
        yield from (number for (number,) in numbers)
