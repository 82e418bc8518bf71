"""The migrations that this version ships, against which a book is held; no Django needed."""

from pathlib import Path

APPLIED = "SELECT name FROM django_migrations WHERE app = 'book'"


def shipped() -> frozenset[str]:
    """The names of all migrations of the book."""
    folder = Path(__file__).with_name("migrations")
    return frozenset(path.stem for path in folder.glob("[0-9]*.py"))
