"""A short code that pairs one other program with the desk: read off one page, typed once."""

import hmac
import secrets
import threading
import time
from collections.abc import Callable

# Capital letters that no hand and no font makes into one another.
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
LENGTH = 8
LASTS = 300.0
TRIES = 5


class Code:
    """The one code that counts at a time, kept in memory; ``clock`` gives seconds that only grow.

    It lasts five minutes, lets one in, and is gone after five wrong tries.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._code = ""
        self._until = 0.0
        self._left = 0

    def renew(self) -> str:
        """A new code; the one before counts no more."""
        with self._lock:
            self._code = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
            self._until = self._clock() + LASTS
            self._left = TRIES
            return self._code

    def shown(self) -> str:
        """The code that counts now; empty where none does."""
        with self._lock:
            return self._standing()

    def take(self, given: str, *, keep: bool = False) -> bool:
        """Whether this is the code, however it was typed; it counts no more if it is.

        ``keep``: it is only looked at, and counts on; a wrong one is a wrong try all the same.
        """
        typed = "".join(given[:40].split()).replace("-", "").upper()
        with self._lock:
            standing = self._standing()
            if not standing:
                return False
            if hmac.compare_digest(typed.encode("utf-8", "replace"), standing.encode()):
                self._code = standing if keep else ""
                return True
            self._left -= 1
            if self._left <= 0:
                self._code = ""
            return False

    def _standing(self) -> str:
        if self._code and self._clock() >= self._until:
            self._code = ""
        return self._code
