"""Ctrl+C while the desk is served: the first stops it in order, the next ends it at once."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def ended_in_order() -> Iterator[None]:
    """Let the first Ctrl+C raise KeyboardInterrupt in here, and any after it end the program.

    So it stays afterwards: nothing is left by then that has to be tidied up. Python would tell a
    second one, while threads are waited for, with a traceback.
    """
    if not _is_heeded():
        yield
        return
    signal.signal(signal.SIGINT, _first)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def ended_at_once() -> Iterator[None]:
    """Let Ctrl+C end the program while something begins that could not be stopped half begun."""
    if not _is_heeded():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _first(_signal: int, _frame: FrameType | None) -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    raise KeyboardInterrupt


def _is_heeded() -> bool:
    """Whether Ctrl+C is listened to; a program may be started so that it passes over it."""
    return callable(signal.getsignal(signal.SIGINT))
