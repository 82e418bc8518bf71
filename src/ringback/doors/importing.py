"""Reading a file into a search that may not have begun: both happen, or neither does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.doors import book

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ringback.desk.imports import Report
    from ringback.sources.source import ReadOptions


def read_in(
    search: str, path: Path, options: ReadOptions, key: str, progress: Callable[[int], None]
) -> Report:
    """Read a file into the search of this name, begun with it where there is none.

    A file that is refused leaves no search behind that was not there before.
    Raises Refusal as ``desk.imports.import_file`` does.
    """
    from ringback.desk.imports import import_file
    from ringback.desk.verb import verb

    if not book.there_is_a_book():
        book.make_book()

    @verb
    def begin_and_read() -> Report:
        desk, _ = book.begun_desk(search)
        return import_file(desk, path, options, key, progress)

    return begin_and_read()
