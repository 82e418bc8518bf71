"""The rows that an import leaves in a book, written by sqlite3 alone: less cannot be done."""

import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

# In the order in which one leans on the other.
_TABLES = (
    "book_employer", "book_person", "book_route", "book_evidence", "book_opening", "book_touch",
    "book_step", "book_import", "book_importrow",
)  # fmt: skip
_AT_ONCE = 20_000


@dataclass(slots=True)
class Stopwatch:
    """Seconds, of the processor and of the clock, that do not count."""

    processor: float = 0.0
    clock: float = 0.0

    @contextmanager
    def stopped(self) -> Iterator[None]:
        begun, clock = time.process_time(), time.perf_counter()
        yield
        self.processor += time.process_time() - begun
        self.clock += time.perf_counter() - clock


def written_bare(before: Path, after: Path, watch: Stopwatch) -> None:
    """Write into a copy of one book, in one transaction, the rows that another has besides.

    Making the copy and reading the rows does not count.
    """
    with watch.stopped():
        copy = after.with_name("bare.sqlite3")
        shutil.copy(before, copy)
    with closing(sqlite3.connect(copy, isolation_level=None)) as book:
        for pragma in ("synchronous=FULL", "secure_delete=ON", "foreign_keys=ON"):
            book.execute(f"PRAGMA {pragma}")
        book.execute("BEGIN IMMEDIATE")
        # A row may lean on one of a later table until all are there.
        book.execute("PRAGMA defer_foreign_keys=ON")
        with closing(sqlite3.connect(after)) as other:
            for table in _TABLES:
                _write(book, other, table, watch)
        book.execute("COMMIT")


def _write(
    book: sqlite3.Connection, other: sqlite3.Connection, table: str, watch: Stopwatch
) -> None:
    with watch.stopped():
        key = "opening_id" if table == "book_step" else "id"
        # The names are ours.
        last = book.execute(f"SELECT coalesce(max({key}), 0) FROM {table}").fetchone()[0]
        rows = other.execute(f"SELECT * FROM {table} WHERE {key} > ? ORDER BY {key}", (last,))
        marks = ", ".join("?" * len(rows.description))
    while True:
        with watch.stopped():
            some = list(islice(rows, _AT_ONCE))
        if not some:
            return
        book.executemany(f"INSERT INTO {table} VALUES ({marks})", some)
