"""A desk that `ringback serve` serves, and a visitor whom its address lets in."""

import json
import subprocess
import sys
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.cookiejar import CookieJar


@dataclass(frozen=True, slots=True)
class Desk:
    """The process of a desk, its origin, and the address that lets one in."""

    process: int
    origin: str
    start: str


@contextmanager
def serving(environment: Mapping[str, str]) -> Iterator[Desk]:
    """Serve the book of that environment on a free port for as long as it is needed."""
    words = [sys.executable, "-m", "ringback", "serve", "--no-browser", "--json", "--port", "0"]
    with subprocess.Popen(
        words, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        try:
            assert server.stdout is not None
            told = json.loads("".join(iter(server.stdout.readline, "}\n")) + "}")
            yield Desk(server.pid, f"http://127.0.0.1:{told['port']}", told["address"])
        finally:
            server.terminate()


def visitor(desk: Desk) -> tuple[urllib.request.OpenerDirector, str]:
    """Somebody who was let in: what opens pages, and the cookie that goes with each request."""
    jar = CookieJar()
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    opener.open(desk.start).read()
    return opener, "; ".join(f"{one.name}={one.value}" for one in jar)
