"""Garbage collection while very many values come and go, none of them in circles."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = 200_000


@contextmanager
def few_collections() -> Iterator[None]:
    """Look for circles seldom: looking took a fifth of an import, and found next to none."""
    before = gc.get_threshold()
    gc.set_threshold(_SELDOM, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
