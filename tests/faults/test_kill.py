"""Killed at any moment, a book holds every act that it acknowledged, once and whole."""

import csv
import secrets
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.faults.books import Book, Seen, Shelf, shelf

CALLS = 1_000
ROWS = 10_000
FEW_ROWS = 100
FEW_KILLS = 3
MANY_KILLS = 55
LONGEST_LOGGING = 1.5
AT_ONCE = 2
CHANCE = secrets.SystemRandom()


@dataclass(slots=True)
class Tally:
    """What a run came to: ``kills`` that hit, acts acknowledged, acts kept though not told."""

    kills: int = 0
    acknowledged: int = 0
    untold: int = 0
    fates: list[str] = field(default_factory=list)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def books(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Shelf]:
    with shelf(request.param, tmp_path_factory.mktemp("books"), request) as found:
        yield found


def test_a_kill_loses_and_doubles_no_logged_call(books: Shelf) -> None:
    kill_while_logging(books, FEW_KILLS)


def test_an_import_that_is_killed_is_absent_or_whole(books: Shelf, tmp_path: Path) -> None:
    file = sheet(tmp_path / "few.csv", FEW_ROWS)
    kill_while_importing(books, FEW_KILLS, file, FEW_ROWS)


def test_an_import_that_was_killed_can_be_done_again(books: Shelf, tmp_path: Path) -> None:
    file, book = sheet(tmp_path / "few.csv", FEW_ROWS), books.fresh()
    before = book.look()
    killed_import(book, file, 0.05)
    book.ask("import", str(file))
    once = book.look()
    book.ask("import", str(file))

    assert once["findings"] == []
    assert once["openings"] == before["openings"] + FEW_ROWS
    assert book.look() == once


@pytest.mark.faults
def test_many_kills_lose_and_double_no_logged_call(
    books: Shelf, capsys: pytest.CaptureFixture[str]
) -> None:
    tally = kill_while_logging(books, MANY_KILLS)
    tell(capsys, f"{books.vendor}, logging calls", tally)


@pytest.mark.faults
def test_a_long_import_that_is_killed_many_times_is_absent_or_whole(
    books: Shelf, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = sheet(tmp_path / "many.csv", ROWS)
    tally = kill_while_importing(books, MANY_KILLS, file, ROWS)
    tell(capsys, f"{books.vendor}, importing {ROWS} rows", tally)


def kill_while_logging(books: Shelf, kills: int) -> Tally:
    """Kill a process that logs calls, so many times; each time the next one goes on."""
    tally = Tally()
    book, had = books.fresh(), 0
    while tally.kills < kills:
        told, killed = killed_worker(book, CHANCE.uniform(0, LONGEST_LOGGING), "log", str(CALLS))
        last = max([had - 1, *(int(word) for word in told if word.isdigit())])
        seen = book.look()
        had = calls_of(seen, last + 1)
        tally.kills += killed
        tally.acknowledged += len([word for word in told if word.isdigit()])
        tally.untold += had - last - 1
        if not killed or had >= CALLS:
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


def kill_while_importing(books: Shelf, kills: int, file: Path, rows: int) -> Tally:
    """Kill a process that imports a file, so many times, at any moment from start to end."""
    book = books.fresh()
    before = book.look()
    longest = length_of(book, "import", str(file))
    tally = Tally()

    def one(delay: float) -> tuple[bool, str]:
        spare = books.fresh()
        killed, told = killed_import(spare, file, delay)
        return killed, fate(before, spare.look(), rows, told)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        while tally.kills < kills:
            wanted = kills - tally.kills
            delays = [CHANCE.uniform(0, longest) for _ in range(wanted)]
            for killed, became in pool.map(one, delays):
                tally.kills += killed
                tally.acknowledged += became == "told"
                tally.untold += became == "whole"
                tally.fates.append(became)
            longest *= 0.9
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


def killed_import(book: Book, file: Path, delay: float) -> tuple[bool, bool]:
    """Whether an import was killed in time, and whether it had told that it was done."""
    told, killed = killed_worker(book, delay, "import", str(file))
    return killed, any(word.isdigit() for word in told)


def length_of(book: Book, *words: str) -> float:
    """How many seconds a worker is at work that nobody kills."""
    with book.start(*words) as worker:
        assert worker.stdout is not None
        worker.stdout.readline()
        begun = time.monotonic()
        worker.stdout.read()
        return time.monotonic() - begun


def killed_worker(book: Book, delay: float, *words: str) -> tuple[list[str], bool]:
    """What a worker told that was killed some seconds after it was ready, and whether it was."""
    with book.start(*words) as worker:
        assert worker.stdout is not None
        assert worker.stderr is not None
        assert worker.stdout.readline() == b"ready\n", worker.stderr.read().decode()
        time.sleep(delay)
        worker.kill()
        told = worker.stdout.read().decode().split()
        trouble = worker.stderr.read().decode()
    assert trouble == ""
    return told, "done" not in told


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


def tell(capsys: pytest.CaptureFixture[str], what: str, tally: Tally) -> None:
    """Say what a run came to, for whoever started it."""
    fates = {fate: tally.fates.count(fate) for fate in sorted(set(tally.fates))}
    with capsys.disabled():
        sys.stdout.write(
            f"\n{what}: {tally.kills} kills, {tally.acknowledged} acts told, "
            f"{tally.untold} kept though not told, 0 lost {fates or ''}\n"
        )
