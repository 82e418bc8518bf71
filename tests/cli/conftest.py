"""What the tests of the terminal share: a terminal on an empty book, and one with a search."""

import pytest
from django.db import connection

from tests.cli.terminal import Terminal


@pytest.fixture(autouse=True)
def eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing depends on the width or the colours of whoever runs the tests."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "dumb")
    for name in ("NO_COLOR", "FORCE_COLOR", "LC_ALL", "LC_TIME", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def empty(db: None) -> Terminal:
    """A terminal in which nothing was recorded yet, with numbers from 1 as in a new book."""
    if connection.vendor == "postgresql":
        # A sequence goes on where the last test left it; restarting it is undone with the test.
        with connection.cursor() as cursor:
            cursor.execute("ALTER SEQUENCE book_opening_id_seq RESTART")
            cursor.execute("ALTER SEQUENCE book_import_id_seq RESTART")
            cursor.execute("ALTER SEQUENCE book_importrow_id_seq RESTART")
    return Terminal()


@pytest.fixture
def terminal(empty: Terminal) -> Terminal:
    """A seeker in Ohio whose résumé went to Dana Reyes at Acme Foods on Friday."""
    empty(
        "config", "--name", "Pat Doe", "--country", "US", "--region", "OH",
        "--zone", "America/New_York", at="2026-11-20 9:00",
    )  # fmt: skip
    empty(
        "add", "Acme Foods", "--title", "Maintenance Planner", "--city", "Cleveland",
        "--region", "OH", "--country", "US", "--manager", "Dana Reyes",
        "--manager-title", "Maintenance Manager", "--number", "+1 216 555 0142",
        "--mail", "dana@acme.example", "--source", "team page", at="2026-11-20 9:00",
    )  # fmt: skip
    empty("send", "acme", at="2026-11-20 10:00")
    return empty
