"""Garbage collection while very many values come and go, none of them in circles."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_SELDOM = 200_000
_LOCK = Lock()
#: What every one of those under way found; the first of them found what was there before.
_FOUND: list[tuple[int, int, int]] = []


@contextmanager
def few_collections() -> Iterator[None]:
    """Look for circles seldom: looking took a fifth of an import, and found next to none.

    The threshold is the whole program's: of several at once, the last to end sets it back.
    """
    with _LOCK:
        _FOUND.append(gc.get_threshold())
        gc.set_threshold(_SELDOM, *_FOUND[0][1:])
    try:
        yield
    finally:
        with _LOCK:
            before = _FOUND[0]
            _FOUND.pop()
            if not _FOUND:
                gc.set_threshold(*before)
