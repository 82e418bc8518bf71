"""Which known records are worth comparing with one of a file: looked up by what they share.

The index lies in a file of its own that goes with the import, so that memory does not grow with
the book. It holds numbers only, other ones in each process: nobody's name can be read from it.
"""

import sqlite3
from collections.abc import Iterable

# What more records than these share tells none of them from the others.
MOST_SHARED = 40


class Marks:
    """Numbers of records by their marks (short texts, see core.blocks)."""

    def __init__(self) -> None:
        # Without a name, SQLite keeps it in a temporary file that nobody else can open.
        self._index = sqlite3.connect("", isolation_level=None)
        self._index.execute("PRAGMA cache_size = -8000")
        self._index.execute(
            "CREATE TABLE marks (mark INTEGER, pk INTEGER, PRIMARY KEY (mark, pk)) WITHOUT ROWID"
        )
        self._index.execute("BEGIN")

    def add(self, marks: Iterable[str], pk: int) -> None:
        """Keep that a record bears these marks."""
        self._index.executemany(
            "INSERT OR IGNORE INTO marks VALUES (?, ?)", [(hash(mark), pk) for mark in marks]
        )

    def sharing(self, marks: Iterable[str]) -> set[int]:
        """The records that bear one of these marks, marks that too many bear left out."""
        found: set[int] = set()
        for mark in marks:
            rows = self._index.execute(
                "SELECT pk FROM marks WHERE mark = ? LIMIT ?", (hash(mark), MOST_SHARED + 1)
            ).fetchall()
            if len(rows) <= MOST_SHARED:
                found.update(pk for (pk,) in rows)
        return found

    def close(self) -> None:
        self._index.close()
