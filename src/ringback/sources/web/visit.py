"""One fetch under way: the time and bytes it has left, and whether it began on this machine."""

from dataclasses import dataclass

from ringback.sources.unreadable import Unreadable
from ringback.sources.web.guest import Guest


@dataclass(slots=True)
class Visit:
    """``seconds`` left for the network, ``received`` bytes left for the request under way."""

    guest: Guest
    at_home: bool
    seconds: float
    received: int = 0
    host: str = ""
    _since: float = 0.0

    def begin(self, host: str) -> None:
        """Start the clock of a request; what it may receive is counted anew."""
        if self.guest.diary.requests >= self.guest.limits.requests:
            raise Unreadable(
                "requests", f"{self.guest.limits.requests} requests were made, and that is enough.",
                "Name the very page.",
            )  # fmt: skip
        self.guest.diary.requests += 1
        self.received = self.guest.limits.received
        self.host = host[:80]
        self._since = self.guest.clock()

    def end(self) -> None:
        """Stop the clock."""
        self.seconds -= self.guest.clock() - self._since

    def left(self) -> float:
        """Seconds left; raises Unreadable (time)."""
        left = self.seconds - (self.guest.clock() - self._since)
        if left <= 0:
            raise self.too_slow()
        return left

    def take(self, count: int) -> None:
        """Count bytes from the wire; raises Unreadable (size)."""
        self.received -= count
        if self.received < 0:
            raise Unreadable(
                "size",
                f"{self.host} sends more than {self.guest.limits.received / 1e6:g} million bytes.",
                "Save the page in the browser and give that file.",
            )

    def too_slow(self) -> Unreadable:
        return Unreadable(
            "time",
            f"{self.host} took longer than the {self.guest.limits.seconds:g} seconds allowed.",
            "Try again later, or save the page in the browser and give that file.",
        )
