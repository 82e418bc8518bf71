"""A book in memory that archives are brought back into, and out of again."""

from __future__ import annotations

import os
import tempfile
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import django
from django.db import transaction

if TYPE_CHECKING:
    from collections.abc import Callable

    from ringback.desk.archive.bringing import Brought

NOW = datetime(2026, 10, 6, 14, 0, tzinfo=UTC)


@cache
def reader() -> Callable[[str, Path, datetime], Brought]:
    """What reads archives, once Django works in a book in memory that nobody else sees."""
    from django.conf import settings

    os.environ.pop("RINGBACK_DATABASE", None)
    os.environ["RINGBACK_HOME"] = tempfile.gettempdir()
    os.environ["DJANGO_SETTINGS_MODULE"] = "ringback.settings"
    settings.DATABASES["default"]["NAME"] = ":memory:"
    django.setup()
    from ringback.book.create import create_book
    from ringback.desk.archive.bringing import import_archive

    create_book()
    return import_archive


def bring(file: Path) -> str:
    """Import an archive, look the search over, and take it all back. Raises Refusal."""
    import_archive = reader()
    from ringback.book.check import check

    with transaction.atomic():
        try:
            brought = import_archive("fuzzed", file, NOW)
            list(check(brought.search))
        finally:
            transaction.set_rollback(True)
    return f"{min(sum(brought.counts.values()), 30)}"


def lived_search() -> bytes:
    """The archive of a search that has a bit of everything in it."""
    reader()
    from ringback.desk.export import export_all
    from tests.desk.factories import a_lived_search

    with tempfile.TemporaryDirectory() as name, transaction.atomic():
        desk = a_lived_search(Path(name))
        path = Path(name, "archive.zip")
        export_all(desk, path)
        transaction.set_rollback(True)
        return path.read_bytes()
