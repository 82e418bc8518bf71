"""Books to measure on, filled by bulk SQL: fictional people, each opening with a call to make."""

import itertools
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
from psycopg import sql

SOURCE = Path(__file__).parents[1] / "src"
NOW = datetime(2026, 10, 6, 14, 0, tzinfo=UTC)
# The list of a day; what else is in a book comes due on later days.
DUE_TODAY = 50
_CHUNK = 20_000

# In the order in which one leans on the other.
TABLES = (
    "book_search",
    "book_employer",
    "book_person",
    "book_route",
    "book_opening",
    "book_touch",
    "book_step",
)

_Row = tuple[object, ...]


def environment(folder: Path, address: str = "") -> dict[str, str]:
    """The environment of a process that works in the book of a folder or of a server."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("RINGBACK_")}
    kept["PYTHONPATH"] = os.pathsep.join((str(SOURCE), str(SOURCE.parent)))
    kept["DJANGO_SETTINGS_MODULE"] = "ringback.settings"
    kept["RINGBACK_HOME"] = str(folder)
    if address:
        kept["RINGBACK_DATABASE"] = address
    return kept


def empty(folder: Path, address: str = "") -> Path:
    """An empty book of this version in a folder; the path of its file."""
    folder.mkdir(parents=True, exist_ok=True)
    make = (
        "import django; django.setup(); from ringback.book.create import create_book; create_book()"
    )
    subprocess.run([sys.executable, "-c", make], env=environment(folder, address), check=True)
    return folder / "book.sqlite3"


def make(folder: Path, *, searches: int, openings: int, touches: int) -> Path:
    """A book of so many searches with so many openings each, and so many touches in all.

    The touches of an opening are: added, named, sent, then calls that nobody answered, at
    business hours of the days before. The first search is called ``main``.
    """
    file = empty(folder)
    with sqlite3.connect(file) as book:
        for pragma in ("synchronous=OFF", "foreign_keys=OFF", "cache_size=-500000"):
            book.execute(f"PRAGMA {pragma}")
        afterwards = _set_aside(book)
        every = range(searches * openings)
        rows: tuple[Iterator[_Row], ...] = (
            _searches(searches),
            (_employer(n, 1 + n // openings) for n in every),
            (_person(n, 1 + n // openings) for n in every),
            (_route(n, 1 + n // openings) for n in every),
            (_opening(n, 1 + n // openings) for n in every),
            _touches(touches, searches, openings),
            (_step(n, openings) for n in every),
        )
        for table, filling in zip(TABLES, rows, strict=True):
            _insert(book, table, filling)
        for made in afterwards:
            book.execute(made)
        book.commit()
        book.execute("ANALYZE")
    return file


def _set_aside(book: sqlite3.Connection) -> list[str]:
    """Drop the indexes and triggers of the tables; the statements that make them again.

    An index made of rows that are there is sorted once; ten million rows into eleven that stand
    take hours.
    """
    rows = book.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') "
        "AND sql IS NOT NULL AND tbl_name IN (SELECT value FROM json_each(?))",
        (json.dumps(TABLES),),
    ).fetchall()
    for what, name, _ in rows:
        book.execute(f'DROP {what} "{name}"')
    return [made for _, _, made in rows]


def _insert(book: sqlite3.Connection, table: str, rows: Iterator[_Row]) -> None:
    while chunk := list(itertools.islice(rows, _CHUNK)):
        places = ", ".join("?" * len(chunk[0]))
        book.executemany(" ".join(("INSERT INTO", table, f"VALUES ({places})")), chunk)


def _uid(kind: int, n: int) -> str:
    return f"{kind:08x}{n:024x}"


def _text(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S}"


_NOW = _text(NOW)
_PLACE = ("US", "OH", "America/New_York", "Columbus")


def _searches(count: int) -> Iterator[_Row]:
    for n in range(count):
        name = "main" if n == 0 else f"search {n}"
        yield (n + 1, _uid(1, n), "US", "", "America/New_York", "", name, "Pat Doe", "", "", "",
               "{}", "", None, 0, "[]", _NOW, "")  # fmt: skip


def _employer(n: int, search: int) -> _Row:
    name = f"Example Works {n}"
    return (n + 1, _uid(2, n), *_PLACE, name, name.lower(), "", "", 200, "", None, None, search)


def _person(n: int, search: int) -> _Row:
    name = f"Kim Sample{n}"
    return (n + 1, _uid(3, n), "", "", "", "", name, name.lower(), "", "Director of Engineering",
            "director", "software", 0, 0, "", "", 0, None, n + 1, None, search, None,
            None)  # fmt: skip


def _route(n: int, search: int) -> _Row:
    number = f"+1614555{100 + n % 100:04}"
    return (n + 1, _uid(4, n), "direct", number, "", "", "", None, n + 1, search)


def _opening(n: int, search: int) -> _Row:
    return (n + 1, _uid(5, n), "Engineer", "advertised", "", "", "", "", "", None, "", 0, "",
            "sent", "2026-09-29 16:00:00", "2026-10-02", None, None, "2026-09-28 16:00:00", n + 1,
            search)  # fmt: skip


def _touches(count: int, searches: int, openings: int) -> Iterator[_Row]:
    """Touch ``n`` belongs to the opening ``n`` modulo their number, so all have about as many."""
    every = searches * openings
    for n in range(count):
        opening, nth = n % every, n // every
        kind = ("added", "named", "sent")[nth] if nth < 3 else "called"
        at = _text(datetime(2026, 6, 1, 15, 0, tzinfo=UTC) + timedelta(days=7 * min(nth, 17)))
        line = "no answer" if kind == "called" else ""
        via = "mail" if kind == "sent" else ""
        whom = None if kind == "added" else opening + 1
        route = opening + 1 if kind == "called" else None
        yield (n + 1, _uid(6, n), at, at, kind, line, "", "", "", via, "", "", "", None, None,
               None, "", "", "", None, None, opening + 1, None, whom, route,
               1 + opening // openings)  # fmt: skip


def _step(n: int, openings: int) -> _Row:
    place = n % openings
    day = (NOW if place < DUE_TODAY else NOW + timedelta(days=1 + place % 90)).date()
    why = "Your letter reached them 3 business days ago"
    return (n + 1, "call", f"{day} 13:{place % 60:02}:00", f"{day} 21:00:00", f"{day}", why, 1, "",
            0, 0, "", n + 1, n + 1, 1 + n // openings)  # fmt: skip


def copy_to_server(file: Path, folder: Path, address: str) -> None:
    """The same book in an empty database of a PostgreSQL."""
    empty(folder, address)
    with sqlite3.connect(file) as book, psycopg.connect(address) as server:
        for table in TABLES:
            rows = book.execute("SELECT * FROM @".replace("@", table))
            names = [column[0] for column in rows.description]
            kinds: dict[str, str] = dict(
                server.execute(
                    "SELECT column_name, data_type FROM information_schema.columns "
                    "WHERE table_name = %s",
                    (table,),
                ).fetchall()
            )
            flags = [kinds[name] == "boolean" for name in names]
            into = sql.SQL("COPY {} ({}) FROM STDIN").format(
                sql.Identifier(table), sql.SQL(", ").join(map(sql.Identifier, names))
            )
            with server.cursor() as cursor, cursor.copy(into) as copy:
                for row in rows:
                    pairs = zip(row, flags, strict=True)
                    copy.write_row([bool(cell) if flag else cell for cell, flag in pairs])
            if "id" in names:
                server.execute(
                    sql.SQL(
                        "SELECT setval(pg_get_serial_sequence({0}, 'id'), "
                        "(SELECT max(id) FROM {1}))"
                    ).format(sql.Literal(table), sql.Identifier(table))
                )
