"""Files on their way into the book: looked at first, then read in, by a thread where it is long."""

import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from django.db import connection, connections

from ringback.desk.imports import Report, preview
from ringback.desk.intake.lines import Lines
from ringback.desk.refusal import Code, Refusal
from ringback.doors import book
from ringback.doors.importing import read_in
from ringback.settings import HOME
from ringback.sources.source import ReadOptions, Understanding
from ringback.web.uploads import Upload, remove, sweep

# So many files wait at once; the oldest makes room for another.
MOST = 5
# From this many rows on, a file is read while the page shows how far it is.
MANY = 2_000
# Seconds for which an answer waits for a look at a file, before it shows that it takes longer.
PATIENCE = 2.5
BY_HAND = "sheet"


class State(StrEnum):
    """How far a file has come."""

    LOOKING = "looking"
    REFUSED = "refused"
    UNDERSTOOD = "understood"
    READING = "reading"
    DONE = "done"

    @property
    def is_busy(self) -> bool:
        return self in (State.LOOKING, State.READING)


@dataclass(frozen=True)
class Choice:
    """What the seeker said of a file: its source (empty: as it is known) and how to read it."""

    key: str = ""
    options: ReadOptions = field(default_factory=ReadOptions)


@dataclass
class Reading:
    """One file with what is known of it. ``unknown`` says why no source took it for its own.

    ``done`` counts rows; ``report`` is what came of it, without its lines: the book has these.
    """

    id: str
    file: Upload
    choice: Choice
    state: State = State.LOOKING
    understood: tuple[Understanding, ...] = ()
    unknown: str = ""
    trouble: Refusal | None = None
    done: int = 0
    report: Report | None = None

    @property
    def rows(self) -> int:
        return sum(one.rows for one in self.understood)

    @property
    def ask(self) -> str:
        """The one question that has to be answered before it can be read in; empty: none."""
        return next((one.ask for one in self.understood if one.ask), "")


_kept: dict[str, Reading] = {}
_lock = threading.Lock()
# One file is read in at a time: another one would only wait for the book.
_reading_in = threading.Lock()


def begin(file: Upload, options: ReadOptions) -> Reading:
    """Keep a file and look at it. Raises Refusal (busy) while there is no room for another."""
    sweep(HOME)
    one = Reading(secrets.token_hex(16), file, Choice(options=options))
    with _lock:
        if len(_kept) >= MOST:
            idle = next((old for old in _kept.values() if not old.state.is_busy), None)
            if idle is None:
                remove(file)
                raise Refusal(
                    Code.BUSY, "Several files are being read already.",
                    "Wait until one of them is done, then choose this one again.",
                )  # fmt: skip
            del _kept[idle.id]
            remove(idle.file)
        _kept[one.id] = one
    _by_thread(one, lambda: _look(one, one.choice))
    return one


def find(id: str) -> Reading:
    """The file of this name. Raises Refusal (not found) once it is forgotten."""
    one = _kept.get(id)
    if one is None or (one.state is State.UNDERSTOOD and not one.file.exists()):
        raise Refusal(
            Code.NOT_FOUND, "This file is not waiting here any more.", "Choose it once more."
        )
    return one


def look_again(one: Reading, choice: Choice) -> None:
    """Look at a file in the light of what was said of it; on a refusal the last look stands."""
    if _took(one, State.LOOKING):
        _by_thread(one, lambda: _look(one, choice))


def read(one: Reading, choice: Choice) -> None:
    """Read a file into the book; a long one goes on after this has returned.

    What is refused is told in its ``trouble``, with nothing written. Raises Refusal where there is
    no book and none can be made.
    """
    # Another page that meets a book half made would wait for the whole of the file.
    if not book.there_is_a_book():
        book.make_book()
    if not _reading_in.acquire(blocking=False):
        one.trouble = Refusal(
            Code.BUSY, "Another file is being read in at the moment.",
            "Nothing was written. Wait until that is done, then do it again.",
        )  # fmt: skip
        return
    if not _took(one, State.READING):
        _reading_in.release()
        return
    one.choice, one.done = choice, 0
    if one.rows < MANY:
        _work(one, lambda: _read(one))
    else:
        _start(one, lambda: _read(one))


def forget(one: Reading) -> None:
    """Remove a file that nobody wants to read in after all."""
    with _lock:
        if not one.state.is_busy:
            _kept.pop(one.id, None)
            remove(one.file)


def _took(one: Reading, state: State) -> bool:
    with _lock:
        if one.state is not State.UNDERSTOOD:
            return False
        one.state = state
    return True


def _look(one: Reading, choice: Choice) -> None:
    understood, unknown, key = _understood(one.file, choice)
    one.understood, one.unknown = understood, unknown
    one.choice = replace(choice, key=key)
    one.state = State.UNDERSTOOD


def _understood(file: Upload, choice: Choice) -> tuple[tuple[Understanding, ...], str, str]:
    """What a file holds; a table that no source knows as one whose columns are told by hand."""
    try:
        return preview(file, choice.options, choice.key), "", choice.key
    except Refusal as refusal:
        if choice.key or refusal.code is not Code.BAD_FILE:
            raise
        try:
            found = preview(file, choice.options, BY_HAND)
        except Refusal:
            raise refusal from None
        if not any(one.rows and len(one.columns) > 1 for one in found):
            raise
        return found, refusal.sentence, BY_HAND


def _hold_in_memory() -> None:
    """Hold what a long transaction writes in memory until all of it is in.

    Otherwise SQLite may write to the file midway, and let no page read it until the end.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA cache_spill = OFF")


def _read(one: Reading) -> None:
    try:
        if one.rows >= MANY:
            _hold_in_memory()
        report = read_in(
            book.own_search(), one.file, one.choice.options, one.choice.key,
            lambda rows: setattr(one, "done", rows),
        )  # fmt: skip
        one.report = replace(report, lines=Lines())
        one.state = State.DONE
        remove(one.file)
    finally:
        _reading_in.release()


def _by_thread(one: Reading, work: Callable[[], None]) -> None:
    _start(one, work).join(PATIENCE)


def _start(one: Reading, work: Callable[[], None]) -> threading.Thread:
    def run() -> None:
        try:
            _work(one, work)
        finally:
            connections.close_all()

    thread = threading.Thread(target=run, name="ringback-file", daemon=True)
    thread.start()
    return thread


def _work(one: Reading, work: Callable[[], None]) -> None:
    # What nobody foresaw goes to the terminal, and leaves these words on the page.
    one.trouble = Refusal(
        Code.DATABASE, "Something went wrong with this file, and nothing was written.",
        "Try it once more, or save the sheet as CSV and choose that file.",
    )  # fmt: skip
    try:
        work()
        one.trouble = None
    except Refusal as refusal:
        one.trouble = refusal
    finally:
        if one.state.is_busy:
            one.state = State.UNDERSTOOD if one.understood else State.REFUSED
        if one.state is State.REFUSED:
            remove(one.file)
