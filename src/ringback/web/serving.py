"""What this server was started for: its addresses, its start token, and whether others may come."""

import os
from dataclasses import dataclass, field
from functools import cache

ADDRESSES = "RINGBACK_WEB_HOSTS"
LETS_IN = "RINGBACK_WEB_TOKEN"
PORT = "RINGBACK_WEB_PORT"
SECURE = "RINGBACK_WEB_SECURE"
STANDARD_PORT = 8642
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True, slots=True)
class Serving:
    """``hosts`` are the Host headers that are answered, in lower case; ``token`` lets one in."""

    hosts: frozenset[str]
    token: str = field(repr=False)
    port: int = STANDARD_PORT
    secure: bool = False

    @property
    def cookie(self) -> str:
        """The name of the cookie; ports share cookies, so that each server needs its own."""
        return f"ringback_{self.port}"


@cache
def served() -> Serving:
    """What the process that started this one told of it, in its environment."""
    port = int(os.environ.get(PORT, "") or STANDARD_PORT)
    named = [name for name in os.environ.get(ADDRESSES, "").split(",") if name]
    return Serving(
        hosts=hosts_of([*LOOPBACK, *named], port),
        token=os.environ.get(LETS_IN, ""),
        port=port,
        secure=os.environ.get(SECURE, "") == "1",
    )


def hosts_of(names: list[str], port: int) -> frozenset[str]:
    """The Host headers by which these names are asked for at a port."""
    return frozenset(f"{name.lower()}:{port}" for name in names)
