"""Whether there is a book, and whether its tables are those that this version needs: one query."""

from enum import StrEnum
from pathlib import Path

from django.db import DEFAULT_DB_ALIAS, OperationalError, ProgrammingError, connections

from ringback.book.shipped import APPLIED, shipped


class State(StrEnum):
    """How a book stands to this version of the program."""

    MISSING = "missing"
    OLD = "old"
    CURRENT = "current"
    NEWER = "newer"


def book_state() -> State:
    """Compare the migrations that the book records with those that are shipped.

    Loads no machinery of migrations: it is asked at each start. Raises DatabaseError where the
    book cannot be reached or read.
    """
    connection = connections[DEFAULT_DB_ALIAS]
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite" and "mode=memory" not in name and not Path(name).exists():
        return State.MISSING
    try:
        with connection.cursor() as cursor:
            cursor.execute(APPLIED)
            applied = {str(name) for (name,) in cursor.fetchall()}
    except (OperationalError, ProgrammingError) as error:
        if _says_no_table(error):
            return State.MISSING
        raise
    if applied - shipped():
        return State.NEWER
    return State.CURRENT if applied == shipped() else State.OLD


def _says_no_table(error: Exception) -> bool:
    # PostgreSQL's own code for an undefined table is 42P01.
    code = getattr(error.__cause__, "sqlstate", "")
    return code == "42P01" or "no such table" in str(error)
