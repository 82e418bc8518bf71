"""Reading a file into a search that may not have begun: both happen, or neither does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.doors import book

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ringback.desk.desk import Desk
    from ringback.desk.imports import Report
    from ringback.desk.trying import Tried
    from ringback.sources.source import ReadOptions

# For some ten thousand rows; what is beyond is written to the file as it comes.
_KILOBYTES = 32_000


def read_in(
    search: str, path: Path, options: ReadOptions, key: str, progress: Callable[[int], None]
) -> Report:
    """Read a file into the search of this name, begun with it where there is none.

    A file that is refused leaves no search behind that was not there before.
    Raises Refusal as ``desk.imports.import_file`` does.
    """
    return read_at(lambda: _begun(search), path, options, key, progress)


def read_at(
    begin: Callable[[], Desk],
    path: Path,
    options: ReadOptions,
    key: str,
    progress: Callable[[int], None],
) -> Report:
    """The same at the desk that ``begin`` opens, which may begin the search."""
    from ringback.desk.imports import import_file
    from ringback.desk.verb import verb

    if not book.there_is_a_book():
        book.make_book()
    _make_room()

    @verb
    def begin_and_read() -> Report:
        return import_file(begin(), path, options, key, progress)

    return begin_and_read()


def try_in(
    search: str, path: Path, options: ReadOptions, key: str, progress: Callable[[int], None]
) -> Tried:
    """What reading the file in would bring; neither the search nor the file's rows are kept.

    Raises Refusal as ``read_in`` does.
    """
    from ringback.desk.trying import tried

    if not book.there_is_a_book():
        book.make_book()
    return tried(lambda: _begun(search), path, options, key, progress)


def _begun(search: str) -> Desk:
    return book.begun_desk(search)[0]


def _make_room() -> None:
    """Hold in memory what an import writes, as far as it goes.

    Once SQLite writes to the file before the end, no page can read it until then.
    """
    from django.db import connection

    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA cache_size = -{_KILOBYTES}")
