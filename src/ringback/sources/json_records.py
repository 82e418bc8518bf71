"""Opens a JSON file of records as a table, one record a row, nested names joined by points."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import cast

from ringback.sources.cells import keepable
from ringback.sources.records import Row
from ringback.sources.tables import Table
from ringback.sources.unreadable import Unreadable

_LARGEST = 50_000_000
# Commas and brackets: what is read of each takes up to a hundred bytes.
_MOST_PARTS = 1_500_000
_MOST_CELLS = 10_000_000
_DEEPEST = 8
# An object of no more members is a wrapping around its list.
_FEW = 4
_MOST_COLUMNS = 2_000
_SAMPLE = 300
_AGAIN = "Save or export the file again, as CSV where the service offers it."


def is_json(head: bytes) -> bool:
    """Whether a file that begins so holds a JSON object or list of objects."""
    start = b"".join(head[:200].removeprefix(b"\xef\xbb\xbf").split())[:2]
    return start in (b'{"', b"[{", b"{}")


def table_of(path: Path) -> Table:
    """The records of a file as a table. Raises Unreadable and OSError."""
    if path.stat().st_size > _LARGEST:
        raise _too_large(path)
    content = path.read_bytes()
    if sum(content.count(sign) for sign in (b",", b"{", b"[")) > _MOST_PARTS:
        raise _too_large(path)
    try:
        found: object = json.loads(content)
    except (ValueError, RecursionError) as fault:
        raise Unreadable("broken-json", f"{path.name} is no whole JSON file.", _AGAIN) from fault
    return table_of_records(_records(found), path)


def table_of_records(records: Iterable[Mapping[str, object]], path: Path) -> Table:
    """Records as a table; ``path`` is the file they are from, or what else they are called by.

    Raises Unreadable for records that have so little in common that no memory holds their table.
    """
    flat = [dict(_flat(record, "", 0)) for record in records]
    headings = tuple(dict.fromkeys(name for record in flat for name in record))[:_MOST_COLUMNS]
    if len(flat) * len(headings) > _MOST_CELLS:
        raise _too_large(path)
    rows = [
        Row(number, tuple(record.get(name, "") for name in headings))
        for number, record in enumerate(flat, 1)
        if any(record.values())
    ]
    return Table(
        path,
        path.name,
        encoding="utf-8",
        headings=headings,
        sheet="JSON",
        sample=tuple(rows[:_SAMPLE]),
        _items=lambda: iter(rows),
    )


def _too_large(path: Path) -> Unreadable:
    return Unreadable("too-large", f"{path.name} holds more than fits into memory as JSON.", _AGAIN)


def _records(found: object) -> Sequence[Mapping[str, object]]:
    """The list of objects in a file: itself, or the first that stands in it, or the one object."""
    if isinstance(found, list):
        return [one for one in found if isinstance(one, dict)]
    if not isinstance(found, dict):
        return []
    lists = [value for value in found.values() if _is_records(value)]
    if len(found) <= _FEW and len(lists) == 1:
        return cast(Sequence[Mapping[str, object]], lists[0])
    return [found]


def _is_records(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(v, dict) for v in value)


def _flat(value: object, name: str, depth: int) -> Iterator[tuple[str, str]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        for key, inner in value.items():
            own = keepable(str(key))
            yield from _flat(inner, f"{name}.{own}" if name else own, depth + 1)
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from _flat(inner, f"{name}[{at}]", depth + 1)
    elif value is not None:
        yield name, str(value).lower() if isinstance(value, bool) else keepable(str(value))
