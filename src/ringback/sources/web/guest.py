"""The guest: how much, how fast and where a fetch may go, and what it remembers between visits."""

import socket
import ssl
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version

from protego import Protego

from ringback.sources.unreadable import Unreadable
from ringback.sources.web.domains import is_indeed, is_linkedin
from ringback.sources.web.urls import Url

NAME = "Ringback"
# Every address of a host, as text, the one to try first in front.
Resolver = Callable[[str, int], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a guest takes; a fetch that comes to a limit ends there, told in one sentence.

    ``seconds`` for one fetch with its redirects and robots.txt, waits between requests apart;
    ``connect`` and ``read`` the longest single wait for a connection and for a next byte;
    ``received`` and ``content`` in bytes, on the wire and after decompression; ``requests`` in a
    guest's whole life; ``pause`` in seconds between two requests to one host, which a robots.txt
    may lengthen up to ``longest_pause``.
    """

    seconds: float = 20.0
    connect: float = 20.0
    read: float = 20.0
    received: int = 5_000_000
    content: int = 10_000_000
    robots: int = 512_000
    redirects: int = 5
    requests: int = 40
    pause: float = 1.0
    longest_pause: float = 10.0


@dataclass(slots=True)
class Diary:
    """What a guest remembers: when it last asked a host, each site's rules, requests so far."""

    asked: dict[str, float] = field(default_factory=dict)
    rules: dict[str, Protego | None] = field(default_factory=dict)
    requests: int = 0


def user_agent() -> str:
    """``Ringback/`` and its version; ``source`` where it runs from a folder, not installed."""
    try:
        return f"{NAME}/{version('ringback')}"
    except PackageNotFoundError:
        return f"{NAME}/source"


def resolve(host: str, port: int) -> list[str]:
    """The system's own answer; raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(where[0]) for *_, where in found))


def system_trust() -> ssl.SSLContext:
    """The system's certificates; no environment variable changes them."""
    # Imported here as in `asking`: only who asks needs it.
    import httpx2

    return httpx2.create_ssl_context(trust_env=False)


@dataclass(frozen=True, slots=True)
class Guest:
    """Who fetches. GET only, no cookies, no log-in, no proxy.

    ``here`` names hosts and ports on this very machine that may be visited all the same, for
    tests: it lifts the refusal of loopback addresses and of the port, and nothing else, and only
    for a fetch that started there, so that no page can lead to it.
    """

    limits: Limits = Limits()
    ports: frozenset[int] = frozenset({80, 443})
    here: frozenset[tuple[str, int]] = frozenset()
    resolve: Resolver = resolve
    trust: Callable[[], ssl.SSLContext] = system_trust
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    diary: Diary = field(default_factory=Diary)

    def at_home(self, url: Url) -> bool:
        """Is this one of the hosts on this machine that the guest was allowed?"""
        return (url.host, url.port) in self.here

    def check(self, url: Url, at_home: bool) -> None:
        """Refuse what no look at the network is needed for.

        Raises Unreadable (linkedin, indeed, port).
        """
        if is_linkedin(url.host):
            raise Unreadable(
                "linkedin", f"Nothing is ever fetched from LinkedIn ({url.host[:80]}).",
                "Ask LinkedIn for a copy of your own data and import that.",
            )  # fmt: skip
        if is_indeed(url.host):
            raise Unreadable(
                "indeed", f"Nothing is ever fetched from Indeed ({url.host[:80]}).",
                "Open it in the browser, save the page and give that file.",
            )  # fmt: skip
        if url.port not in self.ports and not (at_home and self.at_home(url)):
            raise Unreadable(
                "port", f"Port {url.port} of {url.host[:80]} is not one that pages are served on.",
                "Only ports 80 and 443 are asked; save the page and give the file.",
            )  # fmt: skip

    def wait(self, host: str, pause: float) -> None:
        """Wait until ``pause`` seconds have passed since this host was last asked."""
        last = self.diary.asked.get(host)
        if last is not None:
            left = last + pause - self.clock()
            if left > 0:
                self.sleep(left)
        self.diary.asked[host] = self.clock()
