"""What is timed inside one process with the book open: started by the bench as a program.

``python -m bench.inside WHAT [ROUNDS]`` with the environment of a book; prints the medians as JSON.
"""

import itertools
import json
import re
import sqlite3
import sys
import time
from collections.abc import Callable
from uuid import UUID

import django
import psycopg

from bench.books import NOW
from bench.figures import in_turn
from bench.rows import COUNTS, EVERYTHING, ROWS

_Statement = tuple[str, tuple[object, ...]]
# A row's name as SQLite keeps it.
_NAME = re.compile("[0-9a-f]{32}")


def today(rounds: int) -> dict[str, float]:
    """The verb; the same rows from SQLite; those and the counts beside them."""
    from ringback.book.parties import Search
    from ringback.desk.desk import Desk
    from ringback.desk.today import today as today_of
    from ringback.settings import HOME

    search = Search.objects.get(name="main")
    bare = sqlite3.connect(HOME.book)

    def rows() -> object:
        return bare.execute(ROWS).fetchall()

    def rows_and_counts() -> tuple[list[tuple[object, ...]], list[int]]:
        counts = [bare.execute(one).fetchone()[0] for one in COUNTS]
        return bare.execute(ROWS).fetchall(), counts

    def verb() -> object:
        return today_of(Desk(search, NOW))

    rows_told, (due, is_open, followed, missed, silent) = rows_and_counts()
    day = today_of(Desk(search, NOW))
    assert len(rows_told) == 50
    assert {item.row.opening for item in (day.first, *day.then, *day.waiting) if item} == {
        row[0] for row in rows_told
    }
    assert (day.more + 50, day.open_openings, day.silent) == (due, is_open, silent)
    assert (day.coverage.followed, day.coverage.due) == (followed, followed + missed)
    taken = in_turn(rounds, verb, rows, rows_and_counts, warm=5)
    return dict(zip(("verb", "rows", "rows and counts"), taken, strict=True))


def log_call(rounds: int) -> dict[str, float]:
    """Log one call; a bare transaction of one read and two writes in the same book; all that the
    verb says to the database, said by the bare driver.
    """
    from django.db import connection

    from ringback.book.openings import Opening
    from ringback.book.parties import Search
    from ringback.core.outcomes import BY_WORD
    from ringback.desk.calls import log_call as log
    from ringback.desk.desk import Desk
    from ringback.settings import HOME

    search = Search.objects.get(name="main")
    openings = itertools.cycle(Opening.objects.select_related("employer").order_by("pk")[:60])

    def verb() -> object:
        return log(Desk(search, NOW), next(openings), BY_WORD["no-answer"])

    on_file = connection.vendor == "sqlite"
    bare = _bare_sqlite(str(HOME.book)) if on_file else _bare_postgres(HOME.database)
    said = _said(verb)
    again = _again_sqlite(str(HOME.book), said) if on_file else _again_postgres(HOME.database, said)
    taken = in_turn(rounds, verb, bare, again, warm=10)
    return dict(zip(("verb", "bare", "said"), taken, strict=True))


def _said(verb: Callable[[], object]) -> list[_Statement]:
    """Every statement of one act, with its values."""
    from django.db import connection

    said: list[_Statement] = []

    def listen(execute, words, values, many, context):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202  # Django's own
        if values is not None:
            said.append((words, tuple(values[0] if many else values)))
        return execute(words, values, many, context)

    with connection.execute_wrapper(listen):
        verb()
    return said


def _anew(values: tuple[object, ...]) -> tuple[object, ...]:
    """The values with the touch's own name made anew, since none may come twice."""
    from ringback.book.identity import new_uid

    uid = new_uid()
    return tuple(
        uid if isinstance(one, UUID) else uid.hex if _NAME.fullmatch(str(one)) else one
        for one in values
    )


def _again_sqlite(file: str, said: list[_Statement]) -> Callable[[], object]:
    bare = sqlite3.connect(file, isolation_level=None)
    for pragma in ("synchronous=FULL", "secure_delete=ON", "foreign_keys=ON"):
        bare.execute(f"PRAGMA {pragma}")
    spelt = [(words.replace("%s", "?").replace("%?", "%s"), values) for words, values in said]

    def work() -> None:
        bare.execute("BEGIN IMMEDIATE")
        for words, values in spelt:
            bare.execute(words, _anew(values)).fetchall()
        bare.execute("COMMIT")

    return work


def _again_postgres(address: str, said: list[_Statement]) -> Callable[[], object]:
    bare = psycopg.connect(address, autocommit=True, cursor_factory=psycopg.ClientCursor)

    def work() -> None:
        with bare.transaction():
            for words, values in said:
                cursor = bare.execute(words.encode(), _anew(values))
                if cursor.description:
                    cursor.fetchall()

    return work


def _bare_sqlite(file: str) -> Callable[[], object]:
    bare = sqlite3.connect(file, isolation_level=None)
    bare.execute("PRAGMA synchronous=FULL")
    bare.execute("PRAGMA secure_delete=ON")
    bare.execute("CREATE TABLE IF NOT EXISTS bare (id INTEGER PRIMARY KEY, at TEXT, note TEXT)")

    def work() -> None:
        bare.execute("BEGIN IMMEDIATE")
        bare.execute("SELECT * FROM book_step WHERE opening_id = 7").fetchone()
        bare.execute("INSERT INTO bare (at, note) VALUES ('2026-10-06 14:00:00', 'a call')")
        bare.execute("UPDATE bare SET note = 'next' WHERE id = 1")
        bare.execute("COMMIT")

    return work


def _bare_postgres(address: str) -> Callable[[], object]:
    bare = psycopg.connect(address, autocommit=True)
    bare.execute("CREATE TABLE IF NOT EXISTS bare (id serial PRIMARY KEY, at text, note text)")

    def work() -> None:
        with bare.transaction():
            bare.execute("SELECT * FROM book_step WHERE opening_id = 7").fetchone()
            bare.execute("INSERT INTO bare (at, note) VALUES ('2026-10-06 14:00:00', 'a call')")
            bare.execute("UPDATE bare SET note = 'next' WHERE id = 1")

    return work


def replan(rounds: int) -> dict[str, float]:
    """Plan every opening anew after a change that moves all; plan alone; read the same rows."""
    from django.db import transaction

    from ringback.book.parties import Search
    from ringback.book.replan import plan
    from ringback.book.replan import replan as plan_and_write
    from ringback.settings import HOME

    search = Search.objects.get(name="main")
    bare = sqlite3.connect(HOME.book)
    waits = itertools.cycle((40, 30))
    changed = 0

    def change() -> None:
        nonlocal changed
        search.cadence = f"reopen_days = {next(waits)}\n"
        with transaction.atomic():
            changed = plan_and_write(search)

    def only_plan() -> None:
        for _ in plan(search):
            pass

    def read() -> None:
        for one in EVERYTHING:
            bare.execute(one).fetchall()

    # One core's work and next to no waiting: others on the machine are left out of it.
    taken = in_turn(rounds, change, only_plan, read, clock=time.process_time)
    count = float(search.opening_set.count())
    done = dict(zip(("change", "plan", "read"), taken, strict=True))
    return done | {"openings": count, "changed": float(changed)}


WORKS = {"today": today, "log": log_call, "replan": replan}


def main(what: str, rounds: int) -> None:
    """Measure, and print the medians."""
    begun = time.perf_counter()
    django.setup()
    print(json.dumps(WORKS[what](rounds) | {"all": time.perf_counter() - begun}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
