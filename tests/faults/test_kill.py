"""Killed at any moment, a book holds every act that it acknowledged, once and whole."""

import csv
import secrets
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.faults.books import Book, Seen, Shelf, own_server, shelf

CALLS = 1_000
ROWS = 10_000
FEW_ROWS = 100
FEW_KILLS = 2
# Twice in all, once on each database.
MANY_KILLS_OF_LOGGING = 68
MANY_KILLS_OF_IMPORTS = 42
MOST_COMMITS = 40
TOLD_EVERY = 10
AT_ONCE = 2
KINDS = ("at any moment", "about a commit")
CHANCE = secrets.SystemRandom()

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Moment:
    """When to kill: so many seconds after the n-th commit began; for 0, after it was ready."""

    commits: int
    seconds: float

    def __str__(self) -> str:
        return KINDS[self.commits > 0]


@dataclass(slots=True)
class Span:
    """How many seconds a worker is at work, and how many a commit of its takes.

    Learns from where the kills fell: one that came too late was a whole run for nothing.
    """

    whole: float
    commit: float

    def moment(self, number: int, commits: int) -> Moment:
        """Some moment of it; for every other number one about one of its first commits."""
        if number % 2:
            return Moment(CHANCE.randint(1, commits), CHANCE.uniform(0, self.commit))
        return Moment(0, CHANCE.uniform(0, self.whole))

    def learn(self, moment: Moment, hit: bool) -> None:
        if moment.commits:
            self.commit *= 1.1 if hit else 0.6
        elif not hit:
            self.whole *= 0.9


@dataclass(frozen=True, slots=True)
class Killed:
    """What a worker had told when it was killed, and whether it was before it was done."""

    numbers: list[int]
    hit: bool


@dataclass(slots=True)
class Tally:
    """What a run came to: kills that hit, by their moment; acts acknowledged; acts not told."""

    wanted: int
    kills: Counter[str] = field(default_factory=Counter)
    acknowledged: int = 0
    untold: int = 0
    fates: Counter[str] = field(default_factory=Counter)

    @property
    def is_done(self) -> bool:
        return self.kills.total() >= self.wanted

    def __str__(self) -> str:
        kinds = ", ".join(f"{count} {moment}" for moment, count in sorted(self.kills.items()))
        fates = "".join(f"; {fate} {count}" for fate, count in sorted(self.fates.items()))
        return (
            f"{self.kills.total()} of {self.wanted} kills ({kinds}): {self.acknowledged} acts "
            f"told and kept, {self.untold} kept though not told, 0 lost, 0 doubled, 0 half{fates}"
        )


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def books(request: pytest.FixtureRequest) -> Shelf:
    found = request.getfixturevalue(f"{request.param}_books")
    assert isinstance(found, Shelf)
    return found


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def durable_books(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Shelf]:
    """Books on a disk that is waited for, as a person's own would be."""
    with ExitStack() as opened:
        server = request.param == "postgresql" and opened.enter_context(own_server(durable=True))
        yield opened.enter_context(shelf(tmp_path_factory.mktemp("books"), server or ""))


def test_a_kill_loses_and_doubles_no_logged_call(books: Shelf) -> None:
    kill_while_logging(books, FEW_KILLS, Span(0.4, 0.01))


def test_an_import_that_is_killed_is_absent_or_whole_and_can_be_done_again(
    books: Shelf, tmp_path: Path
) -> None:
    file = sheet(tmp_path / "few.csv", FEW_ROWS)
    kill_while_importing(books, FEW_KILLS, Span(0.4, 0.01), file, FEW_ROWS, again=True)


@pytest.mark.faults
def test_many_kills_lose_and_double_no_logged_call(durable_books: Shelf, tell: Tell) -> None:
    span = span_of(durable_books, "log", "20")
    kill_while_logging(durable_books, MANY_KILLS_OF_LOGGING, Span(1.5, span.commit), tell)


@pytest.mark.faults
def test_a_long_import_that_is_killed_many_times_is_absent_or_whole(
    durable_books: Shelf, tmp_path: Path, tell: Tell
) -> None:
    file = sheet(tmp_path / "many.csv", ROWS)
    span = span_of(durable_books, "import", str(file))
    tell(f"left alone it takes {span.whole:.1f} s, its commit {span.commit * 1000:.0f} ms")
    kill_while_importing(durable_books, MANY_KILLS_OF_IMPORTS, span, file, ROWS, tell)


def kill_while_logging(books: Shelf, kills: int, span: Span, tell: Tell | None = None) -> Tally:
    """Kill a process that logs calls, so many times; each time the next one goes on."""
    tally = Tally(kills)
    book, had = books.fresh(), 0
    while not tally.is_done:
        moment = span.moment(tally.kills.total(), MOST_COMMITS)
        killed = killed_worker(book, moment, "log", str(CALLS))
        last = max([had - 1, *killed.numbers])
        seen = book.look()
        had = calls_of(seen, last + 1)
        tally.acknowledged += len(killed.numbers)
        tally.untold += had - last - 1
        count(tally, moment, killed, tell)
        if not killed.hit or had >= CALLS:
            books.discard(book)
            book, had = books.fresh(), 0
    return tally


def calls_of(seen: Seen, acknowledged: int) -> int:
    """How many calls a book holds: all that were told, and at most one more, each once."""
    assert seen["findings"] == []
    assert set(seen["calls"].values()) <= {1}
    held = sorted(map(int, seen["calls"]))
    assert held == list(range(len(held)))
    assert len(held) in (acknowledged, acknowledged + 1)
    assert seen["half"] == 0
    assert seen["yards"] == seen["referrals"] == len([n for n in held if n % 7 == 3])
    return len(held)


def kill_while_importing(
    books: Shelf,
    kills: int,
    span: Span,
    file: Path,
    rows: int,
    tell: Tell | None = None,
    *,
    again: bool = False,
) -> Tally:
    """Kill a process that imports a file, so many times; at will import it again after some."""
    tally = Tally(kills)

    def one(number: int) -> tuple[Moment, Killed, str]:
        book, moment = books.fresh(), span.moment(number, 1)
        killed = killed_worker(book, moment, "import", str(file))
        span.learn(moment, killed.hit)
        became = fate(books.begun, book.look(), rows, bool(killed.numbers))
        if again and not moment.commits:
            book.ask("import", str(file))
            assert fate(books.begun, book.look(), rows, told=True) == "told"
        books.discard(book)
        return moment, killed, became

    with ThreadPoolExecutor(AT_ONCE) as pool:
        while not tally.is_done:
            missing = [
                number for number in range(kills) if number // 2 >= tally.kills[KINDS[number % 2]]
            ]
            for moment, killed, became in pool.map(one, missing):
                tally.acknowledged += became == "told"
                tally.untold += became == "whole"
                tally.fates[became] += killed.hit
                count(tally, moment, killed, tell)
    return tally


def fate(before: Seen, seen: Seen, rows: int, told: bool) -> str:
    """What became of an import: absent, whole, or whole and told."""
    assert seen["findings"] == []
    if not told and seen["imports"] == 0:
        assert seen == before
        return "absent"
    assert (seen["imports"], seen["rows"]) == (1, rows)
    assert seen["openings"] == before["openings"] + rows
    return "told" if told else "whole"


def count(tally: Tally, moment: Moment, killed: Killed, tell: Tell | None) -> None:
    """Count a kill that hit; say now and then how far it is."""
    tally.kills[str(moment)] += killed.hit
    if killed.hit and tell and (tally.is_done or tally.kills.total() % TOLD_EVERY == 0):
        tell(str(tally))


def span_of(books: Shelf, *words: str) -> Span:
    """How long a worker takes that nobody kills, and its longest commit."""
    book, longest = books.fresh(), 0.0
    with book.start(*words) as worker:
        assert worker.stdout is not None
        assert worker.stdout.readline() == b"ready\n"
        begun = committing = time.monotonic()
        for line in worker.stdout:
            now = time.monotonic()
            if line == b"committing\n":
                committing = now
            elif line != b"done\n":
                longest = max(longest, now - committing)
        took = time.monotonic() - begun
    books.discard(book)
    return Span(took, longest)


def killed_worker(book: Book, moment: Moment, *words: str) -> Killed:
    """Start a worker and kill it at a moment."""
    with book.start(*words) as worker:
        assert worker.stdout is not None
        assert worker.stderr is not None
        assert worker.stdout.readline() == b"ready\n", worker.stderr.read().decode()
        told = []
        commits = 0
        while commits < moment.commits and (line := worker.stdout.readline()):
            commits += line == b"committing\n"
            told.append(line)
        time.sleep(moment.seconds)
        worker.kill()
        told += worker.stdout.readlines()
        trouble = worker.stderr.read().decode()
    assert trouble == ""
    numbers = [int(line) for line in told if line.strip().isdigit()]
    return Killed(numbers, worker.returncode == -signal.SIGKILL and b"done\n" not in told)


def sheet(path: Path, rows: int) -> Path:
    """A sheet of so many sent résumés, as somebody might keep it."""
    with path.open("w", newline="", encoding="utf-8") as file:
        write = csv.writer(file).writerow
        write("Company,Position,Date applied,Contact,Contact title,Phone,Email,Notes".split(","))
        for n in range(rows):
            day = f"2026-09-{1 + n % 28:02}"
            who = (f"Kim Sample{n}", "Director of Engineering")
            reach = (f"+1 614 555 01{n % 100:02}", f"kim{n}@works{n}.example")
            write([f"Example Works {n}", "Engineer", day, *who, *reach, f"row {n}"])
    return path
