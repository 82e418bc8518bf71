"""One row of the book as one line of JSON, and back; what cannot be a row is told in a sentence."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from typing import TypeAlias
from uuid import UUID

from ringback.desk.archive.shape import Column, Holds, Table

Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None
Value: TypeAlias = Json | UUID | datetime | date | time
# Of each table, the name that a row number has (writing) or the number that a name has (reading).
Names: TypeAlias = Mapping[str, Mapping[int, str]]
Numbers: TypeAlias = Mapping[str, Mapping[str, int]]

_DEEPEST = 20
# Beyond these, a day cannot be told in every time zone.
_YEARS = (2, 9_998)
# What JSON can write and a database cannot keep.
_NO_TEXT = re.compile("[\0\ud800-\udfff]")


class NotARow(ValueError):
    """Why a line of an archive cannot be a row, as the rest of a sentence."""


def line_of(table: Table, values: Sequence[Value], names: Names) -> bytes:
    """A row as its line; ``values`` in the order of the table's columns."""
    row = {
        column.name: _written(value) for column, value in zip(table.columns, values, strict=True)
    }
    for name, of in table.pointing.items():
        row[name] = _named(row[name], of or _table_of(row), names)
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def row_of(table: Table, line: bytes, numbers: Numbers, schema: int) -> dict[str, Value]:
    """A line of an archive of this schema as what the model is made from. Raises NotARow.

    Which row of its own table it names (a merge) is left as a uid, for that row may come later.
    """
    row = _parsed(line)
    columns = table.of(schema)
    wanted = [column.name for column in columns]
    if set(row) != set(wanted):
        odd = min(set(row) ^ set(wanted))
        raise NotARow(f"“{odd[:40]}” is {'missing' if odd in wanted else 'no column here'}")
    return {_field(table, column): _read(table, column, row, numbers) for column in columns}


def uid_of(line: bytes, name: str = "uid") -> str:
    """The uid in one column of a line. Raises NotARow."""
    uid = _parsed(line).get(name)
    if not isinstance(uid, str):
        raise NotARow(f"“{name}” is no {Holds.UID}")
    return uid


def _parsed(line: bytes) -> dict[str, Json]:
    try:
        row: Json = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise NotARow("this is not JSON") from error
    if not isinstance(row, dict):
        raise NotARow("this is not a JSON object")
    return row


def _field(table: Table, column: Column) -> str:
    foreign = column.to not in ("", table.name)
    return f"{column.name}_id" if foreign else column.name


def _written(value: Value) -> Json:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    return _sorted(value)


def _sorted(value: Json) -> Json:
    """One order for the keys of an object: databases keep them in different ones."""
    if isinstance(value, dict):
        return {key: _sorted(value[key]) for key in sorted(value)}
    return [_sorted(one) for one in value] if isinstance(value, list) else value


def _table_of(row: Mapping[str, Json]) -> str:
    return "people" if row.get("kind") == "person" else "employers"


def _named(value: Json, of: str, names: Names) -> Json:
    """Row numbers as names; what is no more in the book is left out."""
    if isinstance(value, dict):
        return {key: _named(one, key, names) for key, one in value.items()}
    if isinstance(value, list) and of in names:
        known = names[of]
        return [known[pk] for pk in value if isinstance(pk, int) and pk in known]
    if isinstance(value, int) and of in names:
        return names[of].get(value)
    return value


def _numbered(value: Json, of: str, numbers: Numbers) -> Json:
    if isinstance(value, dict):
        return {key: _numbered(one, key, numbers) for key, one in value.items()}
    if isinstance(value, list) and of in numbers:
        return [_number(uid, of, numbers) for uid in value]
    if isinstance(value, str) and of in numbers:
        return _number(value, of, numbers)
    return value


def _number(uid: Json, of: str, numbers: Numbers) -> int:
    found = numbers[of].get(uid) if isinstance(uid, str) else None
    if found is None:
        raise NotARow(f"it names a row of {of} that is not in the archive")
    return found


def _read(table: Table, column: Column, row: Mapping[str, Json], numbers: Numbers) -> Value:
    value = row[column.name]
    if value is None:
        if column.null:
            return None
        raise NotARow(f"“{column.name}” is empty")
    if column.holds is Holds.ROW:
        if column.to == table.name:
            if not isinstance(value, str):
                raise NotARow(f"“{column.name}” is no {Holds.UID}")
            return value
        of = column.to or table.pointing[column.name] or _table_of(row)
        return _number(value, of, numbers)
    if column.holds is Holds.TREE:
        _check_tree(value, column)
        if column.name in table.pointing:
            return _numbered(value, "", numbers)
        return value
    return _plain(column, value)


def _plain(column: Column, value: Json) -> Value:
    wrong = NotARow(f"“{column.name}” is no {column.holds}")
    if column.holds is Holds.YES_NO:
        if not isinstance(value, bool):
            raise wrong
        return value
    if column.holds is Holds.WHOLE:
        if isinstance(value, bool) or not isinstance(value, int):
            raise wrong
        if not 0 <= value <= (column.most or 0):
            raise NotARow(f"“{column.name}” is out of range")
        return value
    if not isinstance(value, str):
        raise wrong
    if column.holds is Holds.TEXT:
        _check_text(value, column)
        return value
    try:
        return _moment(column, value)
    except ValueError as error:
        raise wrong from error


def _moment(column: Column, value: str) -> Value:
    if column.holds is Holds.UID:
        return UUID(value)
    if column.holds is Holds.CLOCK:
        return time.fromisoformat(value)
    if column.holds is Holds.DAY:
        day = date.fromisoformat(value)
    else:
        if not value.endswith("Z"):
            raise ValueError(value)
        day = datetime.fromisoformat(value)
    if not _YEARS[0] <= day.year <= _YEARS[1]:
        raise ValueError(value)
    return day


def _check_text(value: str, column: Column) -> None:
    if column.most is not None and len(value) > column.most:
        raise NotARow(f"“{column.name}” is longer than {column.most} characters")
    if column.words and value not in column.words:
        raise NotARow(f"“{column.name}” says “{value[:40]}”, which it never does")
    _check_characters(value, column)


def _check_characters(value: str, column: Column) -> None:
    if _NO_TEXT.search(value):
        raise NotARow(f"“{column.name}” holds characters that no text has")


def _check_tree(value: Json, column: Column, depth: int = 0) -> None:
    if depth > _DEEPEST:
        raise NotARow(f"“{column.name}” is nested too deep")
    if depth == 0 and not isinstance(value, (list, dict)):
        raise NotARow(f"“{column.name}” is no {column.holds}")
    if isinstance(value, str):
        _check_characters(value, column)
    elif isinstance(value, list):
        for one in value:
            _check_tree(one, column, depth + 1)
    elif isinstance(value, dict):
        for key, one in value.items():
            _check_characters(key, column)
            _check_tree(one, column, depth + 1)
