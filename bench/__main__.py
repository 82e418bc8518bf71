"""Measure what is promised about speed, each figure beside its limit or peer of the same run.

``python3 run.py bench [--full] [--hour] [--lighthouse] [--peer URL [--peer-cookie FILE]]
[--rounds N] [S1 S2 …]`` prints the table and keeps it under ``bench/results/``. S6 imports a
million contacts at last: twenty minutes on two quiet cores, told line by line. ``--full`` adds the
book of ten million touches, minutes more; ``--hour`` spreads the requests of S10 over an hour;
``--lighthouse`` fetches Lighthouse through npm and asks it about the Today page; ``--peer``
measures the Today page of S8 by turns with a page of another program that runs on this machine, for
which ``--peer-cookie`` names the file that holds the Cookie header of somebody signed in.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from bench import books, hoovers, lighthouse, memory, pages, peer_page, sheet_file, tasks
from bench.figures import (
    Figure,
    TookTooLong,
    in_turn,
    keep,
    of_children,
    process,
    say,
    table,
    within,
)
from bench.server import NotToBeHad, own_server
from ringback.home import Demo

SIZES = (1_000, 10_000, 100_000, 1_000_000)
LARGEST = 10_000_000
OPEN = 10_000
CONTACTS, SENT = 100_000, 10_000


class Bench:
    """One run: a folder for its books, and what was found."""

    def __init__(
        self,
        folder: Path,
        rounds: int,
        full: bool,
        with_lighthouse: bool,
        hour: bool,
        beside: peer_page.Page | None,
    ) -> None:
        self.folder = folder
        self.with_lighthouse = with_lighthouse
        self.hour = hour
        self.beside = beside
        self.rounds = rounds
        self.full = full
        self.sizes = (*SIZES, LARGEST) if full else SIZES
        self.figures: list[Figure] = []
        self.passed_over: list[str] = []
        # What is measured in other units than seconds.
        self.told: list[str] = []

    def book(self, name: str, *, searches: int, openings: int, touches: int) -> Path:
        """The folder of a book of that size, made once."""
        home = self.folder / name
        if not home.exists():
            say(f"making a book of {touches:,} touches")
            books.make(home, searches=searches, openings=openings, touches=touches)
        return home

    def inside(self, what: str, home: Path, rounds: int, address: str = "") -> dict[str, float]:
        """The medians of a work done inside one process with that book open."""
        done = subprocess.run(
            [sys.executable, "-m", "bench.inside", what, str(rounds)],
            env=books.environment(home, address),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        medians: dict[str, float] = json.loads(done.stdout)
        return medians

    def add(self, figure: Figure) -> None:
        self.figures.append(figure)
        say(f"{figure.promise} {figure.work} {figure.says}: {figure.ratio:.2f} × {figure.peer}")

    def today_as_a_verb(self) -> None:
        """S1: one search of many, of a hundred openings and a thousand touches each."""
        for size in self.sizes:
            home = self.book(f"s1-{size}", searches=size // 1_000, openings=100, touches=size)
            taken = self.inside("today", home, 40 * self.rounds)
            says, alone = f"{size:,} touches", taken["rows"]
            peer = "the same rows and counts by sqlite3"
            both = taken["rows and counts"]
            self.add(Figure("S1", "Today's list", taken["verb"], peer, both, 4, says))
            self.add(Figure("S1", "Today's list", taken["verb"], "the rows alone", alone, 4, says))
        home = self.book("s2-1000000", searches=1, openings=OPEN, touches=1_000_000)
        taken = self.inside("today", home, 10 * self.rounds)
        says = f"one search of {OPEN:,} open openings, 1,000,000 touches"
        both = taken["rows and counts"]
        peer = "the same rows and counts by sqlite3"
        self.add(Figure("S1", "Today's list", taken["verb"], peer, both, 4, says))

    def today_as_a_process(self) -> None:
        """S2: `ringback today --json` with ten thousand open openings; the processor's time."""
        homes = [
            self.book(f"s2-{size}", searches=1, openings=OPEN, touches=size) for size in self.sizes
        ]
        works = [asks_for_today(home) for home in homes]
        works.append(
            process(
                (sys.executable, "-m", "bench.bare", str(homes[-1] / "book.sqlite3")), os.environ
            )
        )
        *taken, bare = in_turn(self.rounds, *works, clock=of_children)
        what, first = "`ringback today --json`", f"itself at {self.sizes[0]:,} touches"
        says = ""
        for size, seconds in zip(self.sizes, taken, strict=True):
            says = f"{OPEN:,} open openings, {size:,} touches"
            if size > self.sizes[0]:
                self.add(Figure("S2", what, seconds, first, taken[0], 1.3, says))
        self.add(Figure("S2", what, taken[-1], "python with sqlite3 alone", bare, None, says))
        for count in (OPEN // 10, OPEN):
            self._beside_lists_of_tasks(count)

    def _beside_lists_of_tasks(self, count: int) -> None:
        """The day of so many openings beside the lists of as many tasks of other programs."""
        home = self.book(f"s2-open-{count}", searches=1, openings=count, touches=10 * count)
        ours = asks_for_today(home)
        for listed, make, most in (
            ("`task next`", tasks.taskwarrior, 1.0 if count == OPEN else None),
            ("`todo list`", tasks.todoman, None),
        ):
            try:
                theirs = make(self.folder, count)
            except tasks.NotToBeHad as reason:
                self.passed_over.append(f"S2 beside {listed}, {count:,} tasks: {reason}")
                continue
            taken = in_turn(self.rounds, ours, theirs, clock=of_children)
            says, what = f"{count:,} open openings", "`ringback today --json`"
            peer = f"{listed}, {count:,} tasks"
            self.add(Figure("S2", what, taken[0], peer, taken[1], most, says))

    def help_as_a_process(self) -> None:
        """S3: help beside an empty Python; the processor's time."""
        environment = books.environment(self.folder / "nothing")
        ours = process((*program(), "--help"), environment)
        empty = process((sys.executable, "-c", "pass"), environment)
        taken = in_turn(4 * self.rounds, ours, empty, clock=of_children)
        self.add(Figure("S3", "`ringback --help`", taken[0], "`python -c pass`", taken[1], 5))

    def log_one_call(self) -> None:
        """S4: a call logged, on both databases, into a book in which none was logged yet."""
        home = self.book("s4", searches=1, openings=100, touches=400)
        self._logged(self.inside("log", home, 18 * self.rounds), "SQLite")
        try:
            with own_server() as address:
                home = self.book("s4-server", searches=1, openings=100, touches=400)
                books.copy_to_server(home / "book.sqlite3", home, address)
                self._logged(self.inside("log", home, 18 * self.rounds, address), "PostgreSQL")
        except NotToBeHad as reason:
            self.passed_over.append(f"S4 on PostgreSQL: {reason}")

    def _logged(self, taken: dict[str, float], on: str) -> None:
        for peer, beside, most in (
            ("a bare transaction of one read and two writes", "bare", 2),
            ("all that it says to the database, by the bare driver", "said", 4),
        ):
            self.add(Figure("S4", "Log one call", taken["verb"], peer, taken[beside], most, on))

    def plan_anew(self) -> None:
        """S5: every opening planned anew after a change of cadence."""
        home = self.book("s5", searches=1, openings=OPEN, touches=10 * OPEN)
        taken = self.inside("replan", home, self.rounds)
        limit = taken["openings"] / 10_000
        count, changed = int(taken["openings"]), int(taken["changed"])
        peer = "10,000 openings a second"
        for what, seconds, most in (
            (f"Plan {count:,} openings anew and write {changed:,}", taken["change"], 5),
            (f"Plan {count:,} openings anew, nothing written", taken["plan"], 4),
        ):
            says = f"{count / seconds:,.0f} openings/s of processor time, 10 touches each"
            self.add(Figure("S5", what, seconds, peer, limit, 1, says))
            self.add(Figure("S5", what, seconds, "only reading the same rows", taken["read"], most))

    def long_imports(self) -> None:
        """S6: a long export, and a long sheet of what was sent, read in."""
        found = hoovers.measured(CONTACTS, self.rounds)
        ours = found[hoovers.IMPORT]
        what = f"Import {CONTACTS:,} contacts"
        says = f"D&B Hoovers' columns, {ours.rows / ours.processor:,.0f} rows/s of processor time"
        for peer, most in ((hoovers.LIMIT, 10), (hoovers.BARE, 4)):
            taken = ours.processor, found[peer].processor
            self.add(Figure("S6", what, taken[0], peer, taken[1], most, says))
        for peer in ("polars alone", "pandas alone"):
            self.add(Figure("S6", what, ours.processor, peer, found[peer].processor, None, says))
        ten = hoovers.measured(10 * CONTACTS, 1, (hoovers.IMPORT,))[hoovers.IMPORT]
        self.told.append(
            f"S6 {what}, the most memory: {ours.peak:.0f} MB, {ten.peak:.0f} MB with {ten.rows:,} "
            f"(250 MB allowed), which take {ten.processor / ours.processor:.1f} times as long."
        )
        works = (hoovers.LIMIT, hoovers.IMPORT, hoovers.BARE)
        found = hoovers.measured(SENT, self.rounds, works, sheet_file.make)
        ours = found[hoovers.IMPORT]
        what = f"Import {SENT:,} sent résumés"
        says = f"with openings, touches and steps, {ours.rows / ours.processor:,.0f} rows/s"
        for peer in (hoovers.LIMIT, hoovers.BARE):
            self.add(Figure("S6", what, ours.processor, peer, found[peer].processor, None, says))

    def today_as_a_page(self) -> None:
        """S8: the Today page of a large book, its server's time and its weight."""
        figures, weight = pages.today_page(pages.home_in(self.folder), 8 * self.rounds)
        for figure in figures:
            self.add(figure)
        self.told.append(weight)
        self._beside_a_peer()
        if not self.with_lighthouse:
            self.passed_over.append("S8 by Lighthouse: not asked for (--lighthouse)")
            return
        try:
            self.told += lighthouse.today_page(pages.home_in(self.folder), self.folder)
        except lighthouse.NotToBeHad as reason:
            self.passed_over.append(f"S8 by Lighthouse: {reason}")

    def _beside_a_peer(self) -> None:
        """The same page over HTTP beside the page of a peer."""
        if self.beside is None:
            self.passed_over.append("S8 beside a peer's page: none was named (--peer)")
            return
        try:
            self.add(peer_page.beside(pages.home_in(self.folder), self.beside, self.rounds))
        except peer_page.Refused as reason:
            self.passed_over.append(f"S8 beside a peer's page: {reason}")

    def memory_of_serving(self) -> None:
        """S10: the memory of `ringback serve` over some thousand requests."""
        self.told.append(memory.of_serving(pages.home_in(self.folder), self.hour))


def asks_for_today(home: Path) -> Callable[[], object]:
    """Asks for the day of a book, as programs do, on the day for which the book was made."""
    Demo(home).set_ahead(books.NOW - datetime.now(UTC))
    return process((*program(), "today", "--json"), books.environment(home))


def program() -> tuple[str, ...]:
    """The program as it is installed, else as its entry starts it."""
    installed = Path(sys.executable).with_name("ringback")
    if installed.exists():
        return (str(installed),)
    return (sys.executable, "-c", "from ringback.cli.main import main; main()")


MEASURES: dict[str, Callable[[Bench], None]] = {
    "S1": Bench.today_as_a_verb,
    "S2": Bench.today_as_a_process,
    "S3": Bench.help_as_a_process,
    "S4": Bench.log_one_call,
    "S5": Bench.plan_anew,
    "S6": Bench.long_imports,
    "S8": Bench.today_as_a_page,
    "S10": Bench.memory_of_serving,
}


# What each is given on two busy cores, some times of what it takes on quiet ones; then it is given
# up, and the others go on. The largest book takes longer.
MINUTES = {"S1": 15, "S2": 15, "S3": 5, "S4": 5, "S5": 5, "S6": 60, "S8": 20, "S10": 10}
LONGER = 3


def main() -> None:
    """Measure what was asked for, print the table and keep it."""
    parser = argparse.ArgumentParser(prog="python3 run.py bench", description=__doc__)
    parser.add_argument("promises", nargs="*", metavar="S1", help=f"{', '.join(MEASURES)}")
    parser.add_argument("--full", action="store_true", help="the largest book too")
    parser.add_argument("--hour", action="store_true", help="the requests of S10 over an hour")
    parser.add_argument("--lighthouse", action="store_true", help="fetch it through npm for S8")
    parser.add_argument("--peer", metavar="URL", help="another program's page, here, beside S8")
    parser.add_argument("--peer-cookie", type=Path, metavar="FILE", help="its Cookie header")
    parser.add_argument("--rounds", type=int, default=5, help="rounds of each median, at least 5")
    asked = parser.parse_args()
    unknown = set(asked.promises) - set(MEASURES)
    if unknown or asked.rounds < 5:
        parser.error("promises are those named above, and a median needs 5 rounds")
    if asked.peer_cookie is not None and asked.peer is None:
        parser.error("--peer-cookie goes with the page that --peer names")
    if asked.peer is not None and asked.promises and "S8" not in asked.promises:
        parser.error("--peer goes with S8, which is not among the promises named")
    try:
        beside = None
        if asked.peer is not None:
            beside = peer_page.named(asked.peer, asked.peer_cookie)
    except peer_page.Refused as refused:
        parser.error(str(refused))
    with tempfile.TemporaryDirectory(prefix="ringback-bench-") as folder:
        bench = Bench(Path(folder), asked.rounds, asked.full, asked.lighthouse, asked.hour, beside)
        for name, measure in MEASURES.items():
            if not asked.promises or name in asked.promises:
                begun = time.monotonic()
                say(f"{name}: {(measure.__doc__ or '').partition(': ')[2]}")
                try:
                    with within(MINUTES[name] * (LONGER if asked.full else 1) + 60 * asked.hour):
                        measure(bench)
                except TookTooLong as late:
                    bench.passed_over.append(f"{name}, or the rest of it: {late}")
                say(f"{name} took {(time.monotonic() - begun) / 60:.1f} min")
    keep(bench.figures, bench.passed_over, bench.told)
    print(table(bench.figures))
    for line in bench.told:
        print(line)
    for reason in bench.passed_over:
        print(f"Not measured: {reason}.")


if __name__ == "__main__":
    main()
