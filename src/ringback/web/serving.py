"""What this server was started for: its addresses, its start token, and whether others may come."""

import os
from dataclasses import dataclass, field
from functools import cache

from ringback.web.codes import Code

ADDRESSES = "RINGBACK_WEB_HOSTS"
LETS_IN = "RINGBACK_WEB_TOKEN"
PORT = "RINGBACK_WEB_PORT"
STANDARD_PORT = 8642
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
_USUAL_PORTS = (80, 443)
# Lets in the one browser that is opened: every program of the machine can read what it is opened
# with, so that it is not the start token.
first_browser = Code()


@dataclass(frozen=True, slots=True)
class Serving:
    """``hosts`` are the Host headers answered on this machine; ``token`` lets one in.

    ``names`` are the address and the name in the home network, where everything is over HTTPS;
    with none nobody beyond this machine is answered.
    """

    hosts: frozenset[str]
    token: str = field(repr=False)
    port: int = STANDARD_PORT
    names: tuple[str, ...] = ()

    def answers(self, host: str, *, secure: bool) -> bool:
        """Whether a Host header is one of ours on the way that the request came."""
        own = hosts_of(list(self.names), self.port) if secure else self.hosts
        return host.lower() in own

    @property
    def home_origins(self) -> tuple[str, ...]:
        """The starts of the desk's addresses in the home network."""
        return tuple(f"https://{name}:{self.port}" for name in self.names)

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
        hosts=hosts_of(list(LOOPBACK), port),
        token=os.environ.get(LETS_IN, ""),
        port=port,
        names=tuple(named),
    )


def hosts_of(names: list[str], port: int) -> frozenset[str]:
    """The Host headers by which these names are asked for at a port."""
    hosts = {f"{name.lower()}:{port}" for name in names}
    return frozenset(hosts | {name.lower() for name in names if port in _USUAL_PORTS})
