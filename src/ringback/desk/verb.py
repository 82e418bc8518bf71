"""What makes a function a verb: one transaction, and the database's troubles told in words."""

import sqlite3
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import DatabaseError, transaction

from ringback.desk.refusal import Code, Refusal

P = ParamSpec("P")
R = TypeVar("R")


def verb(function: Callable[P, R]) -> Callable[P, R]:
    """Run the function in one transaction: all of it happens or nothing does.

    Raises Refusal for whatever the database cannot do.
    """

    @wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            with transaction.atomic():
                return function(*args, **kwargs)
        except DatabaseError as error:
            raise trouble(error) from error

    return run


def try_out(act: Callable[[], object]) -> None:
    """Do something and take back all of it: what matters is whether it is refused.

    Raises whatever ``act`` raises.
    """
    with transaction.atomic():
        act()
        transaction.set_rollback(True)


def reading(function: Callable[P, R]) -> Callable[P, R]:
    """A question to the book: no transaction, the same words for trouble."""

    @wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return function(*args, **kwargs)
        except DatabaseError as error:
            raise trouble(error) from error

    return run


def trouble(error: DatabaseError) -> Refusal:
    """What a database error means for the person at the desk."""
    cause = error.__cause__
    code = getattr(cause, "sqlite_errorcode", None)
    text = str(error).lower()
    if code is not None:
        code &= 0xFF
    if code == sqlite3.SQLITE_FULL or "disk is full" in text or "no space left" in text:
        return Refusal(
            Code.FULL,
            "The disk is full: nothing was written, and the book is as it was before.",
            "Free some space and do it again.",
        )
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) or "locked" in text:
        return Refusal(
            Code.BUSY,
            "Another program is writing to the book and did not finish in time.",
            "Wait a moment and do it again; nothing was written.",
        )
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB) or "malformed" in text:
        return Refusal(
            Code.DAMAGED,
            "The book's file is damaged and cannot be read.",
            "Keep the file as it is, and bring back your last export with `ringback import`.",
        )
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return Refusal(
            Code.DATABASE,
            "The book cannot be written: its file or folder is read-only, or not reachable.",
            "Check who may write there, or choose another folder with RINGBACK_HOME.",
        )
    if code == sqlite3.SQLITE_IOERR:
        return Refusal(
            Code.DATABASE,
            "The disk reported a fault: nothing was written.",
            "Check the disk, then do it again.",
        )
    if "no such table" in text or "does not exist" in text:
        return Refusal(
            Code.NO_BOOK, "There is no book here yet.", "Make one with `ringback add` or `demo`."
        )
    if code is None and "connection" in text:
        return Refusal(
            Code.DATABASE,
            "The server that keeps the book cannot be reached, or went away in the midst of this.",
            "See that it runs; then look with `ringback show` what was kept, and go on from there.",
        )
    first = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
    return Refusal(
        Code.DATABASE,
        f"The database did not do it: {first}",
        "Nothing was written. `ringback check` looks the book over.",
    )
