"""The memory of serving: what `ringback serve` holds while it is used."""

import re
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

from bench.figures import say
from bench.pages import OPENINGS, PAGES, environment
from bench.serving import Desk, serving, visitor

BAR = 120
# Requests in all, and the readings of the memory that are spread over them.
REQUESTS, READINGS = 3_000, 6
HOUR = 3_600.0
# A call is logged after so many pages.
_PAGES_A_CALL = 10
_TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="([^"]+)"')


def of_serving(home: Path, hour: bool) -> str:
    """S10: what `ringback serve` holds in RAM (MB resident) over some thousand requests.

    They come one on the other, or, when ``hour`` is set, spread over an hour.
    """
    with serving(environment(home)) as desk:
        held = list(_held(desk, HOUR / REQUESTS if hour else 0.0))
    met = max(held) <= BAR and held[-1] <= held[1] * 1.05
    course = ", ".join(f"{one:.0f}" for one in held)
    over = "over an hour" if hour else "one on the other"
    return (
        f"S10, memory of `ringback serve` in MB, each {REQUESTS // READINGS} requests {over}, "
        f"every {_PAGES_A_CALL}th a call that is logged: {course} (bar {BAR}, and flat): "
        f"{'met' if met else 'MISSED'}"
    )


def _held(desk: Desk, pause: float) -> Iterator[float]:
    """The memory before the first request, and then so many times while all pages are opened."""
    somebody, _ = visitor(desk)
    somebody.addheaders.append(("Origin", desk.origin))
    begun = time.monotonic()
    yield _resident(desk.process)
    for turn in range(REQUESTS):
        number = 1 + turn % OPENINGS
        path = PAGES[turn % len(PAGES)].replace("7", str(number))
        page = f"{desk.origin}{path}"
        if (turn + 1) % _PAGES_A_CALL == 0:
            page = f"{desk.origin}/call/{number}/"
        shown = somebody.open(page).read()
        if (turn + 1) % _PAGES_A_CALL == 0:
            token = _TOKEN.search(shown)
            assert token is not None, f"nothing can be told on {page}"
            told = urlencode({"csrfmiddlewaretoken": token[1].decode(), "outcome": "no-answer"})
            somebody.open(f"{page}log/", told.encode()).read()
        if (turn + 1) % (REQUESTS // READINGS) == 0:
            held = _resident(desk.process)
            say(f"after {turn + 1:,} requests: {held:.0f} MB")
            yield held
        time.sleep(max(0.0, begun + (turn + 1) * pause - time.monotonic()))


def _resident(process: int) -> float:
    told = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    found = re.search(r"VmRSS:\s+(\d+) kB", told)
    return int(found[1]) / 1e3 if found else 0.0
