"""The pages on a large book: the server's time, the queries, the weight.

``python -m bench.pages [PATH …]`` prints every page on a book of 5,000 openings and 50,000 touches
as a table. Times are the processor's, so that what else the machine does counts little.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from bench import books
from bench.figures import Figure, say

if TYPE_CHECKING:
    from django.test import Client

OPENINGS, TOUCHES = 5_000, 50_000
BAR_SECONDS, BAR_FIRST, BAR_LATER = 0.02, 80, 15
PAGES = (
    "/", "/call/7/", "/openings/", "/openings/?q=sample", "/openings/board/", "/openings/7/",
    "/openings/7/who/", "/people/", "/people/?q=sample77", "/people/7/", "/employers/7/",
    "/search/?q=engineer", "/search/?q=nowhere-at-all", "/gaps/", "/numbers/",
    "/numbers/simulator/", "/proof/", "/import/", "/settings/", "/settings/plan/",
    "/settings/cadence/", "/settings/words/", "/settings/data/", "/settings/devices/", "/more/",
    "/rehearse/", "/waiting/",
)  # fmt: skip
_FILES = re.compile(rb'(?:href|src)="(/static/[^"]+\.(?:css|js|svg))"')


@dataclass(frozen=True, slots=True)
class Page:
    """A page: median seconds of the processor, queries, kB as they go over the wire.

    ``first`` is with every file that it names, for a browser that has none of them yet; ``bare``
    the seconds of a view that asks the same questions and shows nothing (0: not asked).
    """

    path: str
    seconds: float
    queries: int
    later: float
    first: float
    bare: float = 0.0


def home_in(folder: Path) -> Path:
    """A folder with the large book, on the day on which fifty calls are due."""
    home = folder / "s8"
    if not home.exists():
        say(f"making a book of {OPENINGS:,} openings and {TOUCHES:,} touches")
        books.make(home, searches=1, openings=OPENINGS, touches=TOUCHES)
    ahead = books.NOW.timestamp() - time.time()
    (home / "ahead").write_text(str(int(ahead)), encoding="ascii")
    return home


def environment(home: Path) -> dict[str, str]:
    """The environment of a process that shows the pages of that book."""
    return books.environment(home) | {"DJANGO_SETTINGS_MODULE": "ringback.web.settings"}


def measured(home: Path, rounds: int, *paths: str) -> list[Page]:
    """The pages of a book, measured in a process of their own."""
    words = [sys.executable, "-m", "bench.pages", "--inside", str(rounds), *paths]
    done = subprocess.run(words, env=environment(home), capture_output=True, check=False, text=True)
    assert done.returncode == 0, done.stderr
    return [Page(**row) for row in json.loads(done.stdout)]


def today_page(home: Path, rounds: int) -> tuple[list[Figure], str]:
    """S8: the Today page beside its bar, and beside a view that asks the same; its weight."""
    (page,) = measured(home, rounds, "/")
    says = f"{OPENINGS:,} openings, {TOUCHES:,} touches, processor's time"
    work = "The Today page"
    figures = [
        Figure("S8", work, page.seconds, "20 ms", BAR_SECONDS, 1, says),
        Figure("S8", work, page.seconds, "a bare view, the same queries", page.bare, None, says),
    ]
    weight = (
        f"{page.first:.1f} kB at the first visit (bar {BAR_FIRST}), "
        f"{page.later:.1f} kB later (bar {BAR_LATER}), {page.queries} queries"
    )
    met = page.first <= BAR_FIRST and page.later <= BAR_LATER
    return figures, f"S8, weight of the Today page: {weight}: {'met' if met else 'MISSED'}"


def inside(rounds: int, paths: list[str]) -> list[Page]:
    """Measure the pages in this process."""
    import django

    os.environ |= {"RINGBACK_WEB_TOKEN": "bench", "RINGBACK_WEB_PORT": "8642"}
    django.setup()
    from django.test import Client

    from ringback.settings import HOME
    from ringback.web.devices import DeviceKind, Devices
    from ringback.web.serving import served

    _, credential = Devices(HOME).admit("bench", DeviceKind.COMPUTER)
    client = Client(headers={"host": "127.0.0.1:8642", "accept-encoding": "gzip"})
    client.cookies[served().cookie] = credential
    return [_page(client, path, rounds) for path in paths]


def _page(client: "Client", path: str, rounds: int) -> Page:
    with _asked() as asked:
        told = client.get(path)
    assert told.status_code == 200, (path, told.status_code)
    plain = client.get(path, headers={"accept-encoding": "identity"}).content
    files = {address.decode() for address in _FILES.findall(plain)}
    later = len(told.content) / 1e3
    first = later + sum(_weight(client, address) for address in files)
    seconds = _processor(rounds, lambda: client.get(path))
    return Page(path, seconds, len(asked), later, first, _bare(client, asked, rounds))


def _weight(client: "Client", address: str) -> float:
    told = client.get(address)
    content = b"".join(told) if told.streaming else told.content
    return len(content) / 1e3


def _processor(rounds: int, work: Callable[[], object]) -> float:
    taken = []
    for _ in range(rounds):
        begun = time.process_time()
        work()
        taken.append(time.process_time() - begun)
    return median(taken)


@contextmanager
def _asked() -> Iterator[list[tuple[str, Any]]]:
    """Every question to the book while it is open, with its values."""
    from django.db import connection

    asked: list[tuple[str, Any]] = []

    def note(
        execute: Callable[..., object], sql: str, values: object, many: bool, told: object
    ) -> object:
        asked.append((sql, values))
        return execute(sql, values, many, told)

    with connection.execute_wrapper(note):
        yield asked


def _bare(client: "Client", asked: list[tuple[str, Any]], rounds: int) -> float:
    """A view of Django's without a template or a rule: the same questions, answered in JSON."""
    from django.db import connection
    from django.http import HttpRequest, JsonResponse
    from django.test import RequestFactory

    def view(_request: HttpRequest) -> JsonResponse:
        found = []
        with connection.cursor() as cursor:
            for sql, values in asked:
                cursor.execute(sql, values)
                found.extend(cursor.fetchall())
        return JsonResponse(found, safe=False, json_dumps_params={"default": str})

    request = RequestFactory().get("/")
    return _processor(rounds, lambda: view(request))


def table(pages: list[Page]) -> str:
    """The pages in Markdown, the slowest first."""
    lines = ["| Page | Median | Queries | kB | kB first |", "|---|---:|---:|---:|---:|"]
    lines += [
        f"| `{one.path}` | {one.seconds * 1e3:.1f} ms | {one.queries} | {one.later:.1f} "
        f"| {one.first:.1f} |"
        for one in sorted(pages, key=lambda one: -one.seconds)
    ]
    return "\n".join(lines)


def main() -> None:
    """Measure and print."""
    given = sys.argv[1:]
    if given[:1] == ["--inside"]:
        print(json.dumps([asdict(one) for one in inside(int(given[1]), given[2:])]))
        return
    with tempfile.TemporaryDirectory(prefix="ringback-pages-") as folder:
        print(table(measured(home_in(Path(folder)), 5, *(given or PAGES))))


if __name__ == "__main__":
    main()
