"""Making the book: the file with its journal mode, the tables, the guards of the journal."""

import sqlite3
from pathlib import Path

from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connections

# From this release on SQLite's write-ahead log is free of the bug that could reset it under load
# and corrupt a book; older builds keep the rollback journal.
FIXED_WAL = (3, 51, 3)


def create_book() -> None:
    """Make the book's file if there is none, and bring its tables up to date."""
    connection = connections[DEFAULT_DB_ALIAS]
    if connection.vendor == "sqlite":
        name = str(connection.settings_dict["NAME"])
        if "mode=memory" not in name and name != ":memory:":
            _create_file(Path(name))
    call_command("migrate", verbosity=0, interactive=False)


def _create_file(path: Path) -> None:
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    journal = "WAL" if sqlite3.sqlite_version_info >= FIXED_WAL else "TRUNCATE"
    connection = sqlite3.connect(path)
    try:
        connection.execute(f"PRAGMA journal_mode={journal}")
        connection.execute("PRAGMA auto_vacuum=NONE")
        connection.commit()
    finally:
        connection.close()
    path.chmod(0o600)
