"""Files on their way into the book: looked at first, then read in, by a thread where it is long."""

import secrets
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from enum import StrEnum

from django.db import connection, connections

from ringback.desk.imports import Report, preview
from ringback.desk.intake.lines import Lines
from ringback.desk.refusal import Code, Refusal
from ringback.desk.trying import Tried
from ringback.doors import book
from ringback.doors.importing import read_in, try_in
from ringback.settings import HOME
from ringback.sources.source import ReadOptions, Understanding
from ringback.web.understood import shown
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
    TRYING = "trying"
    READING = "reading"
    DONE = "done"

    @property
    def is_busy(self) -> bool:
        return self in (State.LOOKING, State.TRYING, State.READING)


@dataclass(frozen=True)
class Choice:
    """What the seeker said of a file: its source (empty: as it is known) and how to read it."""

    key: str = ""
    options: ReadOptions = field(default_factory=ReadOptions)


@dataclass
class Reading:
    """One file with what is known of it. ``unknown`` says why no source took it for its own.

    ``done`` counts rows; ``tried`` is what it would bring, None while that was not counted;
    ``report`` is what came of it, without its lines: the book has these.
    """

    id: str
    file: Upload
    choice: Choice
    state: State = State.LOOKING
    understood: tuple[Understanding, ...] = ()
    unknown: str = ""
    trouble: Refusal | None = None
    done: int = 0
    tried: Tried | None = None
    report: Report | None = None
    stops: bool = False

    @property
    def rows(self) -> int:
        return sum(one.rows for one in self.understood)

    @property
    def ask(self) -> str:
        """The one question that has to be answered before it can be read in; empty: none."""
        return next((one.ask for one in self.understood if one.ask), "")

    @property
    def names_somebody(self) -> bool:
        """Whether any row of it can be read at all: it names an employer, or somebody."""
        return any(shown(one).names_somebody for one in self.understood)

    @property
    def is_clear(self) -> bool:
        """Whether it can be read in without another question."""
        return bool(self.rows) and self.names_somebody and not self.ask


_kept: dict[str, Reading] = {}
_lock = threading.Lock()
# One file is counted or read in at a time: another one would only wait for the book.
_with_the_book = threading.Lock()


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
    _look_soon(one, one.choice)
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
        _look_soon(one, choice)


def read(one: Reading) -> None:
    """Read a file into the book; a long one goes on after this has returned.

    What is refused is told in its ``trouble``, with nothing written. Raises Refusal where there is
    no book and none can be made.
    """
    # Another page that meets a book half made would wait for the whole of the file.
    if not book.there_is_a_book():
        book.make_book()
    _in_turn(one, State.READING, _read)


def stop(one: Reading) -> None:
    """Do not count any longer what a file would bring; it can be read in without."""
    one.stops = one.state is State.TRYING


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


def _look_soon(one: Reading, choice: Choice) -> None:
    """Look at a file and count what it would bring; what takes long goes on after this."""
    waits = threading.Lock()

    def look() -> None:
        _work(one, lambda: _look(one, choice))
        # Whoever asked for it has stopped waiting: nobody else will count it.
        if not waits.acquire(blocking=False):
            _try(one)

    thread = _start(look)
    thread.join(PATIENCE)
    if not thread.is_alive() or not waits.acquire(blocking=False):
        _try(one)


def _look(one: Reading, choice: Choice) -> None:
    understood, unknown, key = _understood(one.file, choice)
    one.understood, one.unknown, one.tried = understood, unknown, None
    one.choice = replace(choice, key=key)
    one.state = State.UNDERSTOOD


def _try(one: Reading) -> None:
    if one.state is State.UNDERSTOOD and one.trouble is None and one.is_clear:
        one.stops = False
        _in_turn(one, State.TRYING, _count)


def _in_turn(one: Reading, state: State, work: Callable[[Reading], None]) -> None:
    """Work with the book for one file at a time; for a long one after this has returned."""
    if not _with_the_book.acquire(blocking=False):
        one.trouble = Refusal(
            Code.BUSY, "Another file is being read in at the moment.",
            "Nothing was written. Wait until that is done, then do it again.",
        )  # fmt: skip
        return
    if not _took(one, state):
        _with_the_book.release()
        return
    one.done = 0

    def run() -> None:
        try:
            _work(one, lambda: work(one))
        finally:
            _with_the_book.release()

    if one.rows < MANY:
        run()
    else:
        _start(run)


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


class _StoppedError(Exception):
    """The seeker does not want it counted."""


def _count(one: Reading) -> None:
    def progress(rows: int) -> None:
        one.done = rows
        if one.stops:
            raise _StoppedError

    if one.rows >= MANY:
        _hold_in_memory()
    with suppress(_StoppedError):
        one.tried = try_in(
            book.own_search(), one.file, one.choice.options, one.choice.key, progress
        )


def _read(one: Reading) -> None:
    if one.rows >= MANY:
        _hold_in_memory()
    report = read_in(
        book.own_search(), one.file, one.choice.options, one.choice.key,
        lambda rows: setattr(one, "done", rows),
    )  # fmt: skip
    one.report = replace(report, lines=Lines())
    one.state = State.DONE
    remove(one.file)


def _start(work: Callable[[], None]) -> threading.Thread:
    def run() -> None:
        try:
            work()
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
