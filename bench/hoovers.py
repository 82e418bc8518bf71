"""Large imports, an export of D&B Hoovers above all: read and imported beside the bare work.

``python3 -m bench.hoovers [ROWS] [--rounds N] [--only WORK]``. Each work is a process of its own,
so that the peak of its memory is its own too; the works take turns, and medians are told, of the
processor's time (what others do on the machine counts little) and of the clock's.
"""

import argparse
import csv
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from bench import books
from bench.bare_rows import Stopwatch, written_bare
from bench.figures import say
from bench.hoovers_file import make

LIMIT = "csv.reader into one SQLite table"
IMPORT = "import_file"
BARE = "csv.reader, and the book's rows written bare"


@dataclass(frozen=True, slots=True)
class Taken:
    """What a work took: rows, seconds of the processor and of the clock, the peak in MB."""

    rows: int
    processor: float
    clock: float
    peak: float


Work = Callable[[Path], int]
Make = Callable[[Path, int], None]

# Each work is made ready in a process of its own: its imports stand inside, so that the memory of
# one holds nothing of another, and are not counted.


def csv_alone() -> Work:
    def work(path: Path) -> int:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return sum(1 for _ in csv.reader(file)) - 1

    return work


def csv_into_sqlite() -> Work:
    """The limit: every row into one table, in one transaction, as the file has it."""

    def work(path: Path) -> int:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.reader(file)
            width = len(next(rows))
            with closing(sqlite3.connect(path.with_suffix(".sqlite3"))) as book:
                book.execute("DROP TABLE IF EXISTS contact")
                book.execute(f"CREATE TABLE contact ({', '.join(f'c{n}' for n in range(width))})")
                marks = ", ".join("?" * width)
                book.executemany(f"INSERT INTO contact VALUES ({marks})", rows)
                book.commit()
                count: int = book.execute("SELECT count(*) FROM contact").fetchone()[0]
        return count

    return work


def polars_alone() -> Work:
    import polars as pl

    return lambda path: pl.read_csv(path, infer_schema=False).height


def pandas_alone() -> Work:
    import pandas as pd

    return lambda path: len(pd.read_csv(path, dtype=str, keep_default_na=False))


def read() -> Work:
    """Opened, recognised and read into findings, as an import does."""
    from ringback.sources.registry import open_file, sources
    from ringback.sources.source import ReadOptions

    sources()

    def work(path: Path) -> int:
        (known,) = open_file(path)
        assert known.source is not None
        assert known.source.key == "dnb-hoovers"
        return sum(1 for _ in known.source.read(known.table, ReadOptions()))

    return work


def imported() -> Work:
    """The verb, into a book that knows some of the employers and people already."""
    import django

    django.setup()
    from ringback.book.parties import Search
    from ringback.desk.desk import Desk
    from ringback.desk.imports import import_file
    from ringback.sources.registry import sources
    from ringback.sources.source import ReadOptions

    sources()
    desk = Desk(Search.objects.get(), books.NOW + timedelta(days=1))
    tell = _progress()
    return lambda path: import_file(desk, path, ReadOptions(day_first=False), progress=tell).rows


def _progress() -> Callable[[int], None]:
    """Tells of a long import how far it is, and of its memory."""
    begun = time.process_time()

    def tell(done: int) -> None:
        if done % _TOLD_AT == 0:
            took = time.process_time() - begun
            say(f"    {done:,} rows in {took:,.0f} s of the processor, {_peak():.0f} MB at most")

    return tell


def the_same_bare() -> Work:
    """What an import has to do at least: read the file, and write what the book then holds."""

    def work(path: Path) -> int:
        rows = csv_alone()(path)
        written_bare(path.with_name("before.sqlite3"), path.with_name("after.sqlite3"), WATCH)
        return rows

    return work


def known_before(home: Path, rows: int) -> None:
    """A book that knows one in a hundred of the export's people, otherwise spelled."""
    file = books.empty(home)
    few = home / "known.csv"
    make(few, max(10, rows // 100), every=100)
    code = (
        "import django; django.setup()\n"
        "from pathlib import Path\n"
        "from bench import books\n"
        "from ringback.book.parties import Search\n"
        "from ringback.desk.desk import Desk\n"
        "from ringback.desk.imports import import_file\n"
        "from ringback.sources.source import ReadOptions\n"
        "search = Search.objects.create(name='main', country='US', created_at=books.NOW)\n"
        f"import_file(Desk(search, books.NOW), Path({str(few)!r}), ReadOptions())\n"
    )
    subprocess.run([sys.executable, "-c", code], env=books.environment(home), check=True)
    file.rename(home / "before.sqlite3")


WORKS: dict[str, Callable[[], Work]] = {
    "csv.reader alone": csv_alone,
    LIMIT: csv_into_sqlite,
    "polars alone": polars_alone,
    "pandas alone": pandas_alone,
    "open_file and read": read,
    IMPORT: imported,
    BARE: the_same_bare,
}
WATCH = Stopwatch()
_TOLD_AT = 100_000


def taken(work: str, path: Path, home: Path) -> Taken:
    """What one work takes, in a process of its own."""
    if work == IMPORT:
        (home / "book.sqlite3").write_bytes((home / "before.sqlite3").read_bytes())
    done = subprocess.run(
        [sys.executable, "-m", "bench.hoovers", "--inside", work, str(path)],
        stdout=subprocess.PIPE, text=True, check=True, env=books.environment(home),
    )  # fmt: skip
    if work == IMPORT:
        (home / "book.sqlite3").rename(home / "after.sqlite3")
    rows, processor, clock, peak = done.stdout.split()
    return Taken(int(rows), float(processor), float(clock), float(peak))


def inside(work: str, path: Path) -> None:
    """Do one work, and print what it took; the start of Python and its modules is not counted."""
    do = WORKS[work]()
    begun, clock = time.process_time(), time.perf_counter()
    rows = do(path)
    processor = time.process_time() - begun - WATCH.processor
    seconds = time.perf_counter() - clock - WATCH.clock
    print(rows, processor, seconds, _peak())


def _peak() -> float:
    """The most memory (MB) that this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measured(
    rows: int, rounds: int, works: Iterable[str] = WORKS, made: Make = make
) -> dict[str, Taken]:
    """The medians of these works over a file of that many rows, done in turn."""
    found: dict[str, list[Taken]] = {work: [] for work in works}
    with tempfile.TemporaryDirectory(prefix="ringback-bench-") as folder:
        home = Path(folder)
        path = home / "SearchExport.csv"
        say(f"making a file of {rows:,} rows")
        made(path, rows)
        if IMPORT in found:
            known_before(home, rows)
        for turn in range(1, rounds + 1):
            for work, some in found.items():
                some.append(taken(work, path, home))
                took = some[-1].processor
                say(f"  {rows:,} rows, round {turn} of {rounds}, {work}: {took:.2f} s")
    assert all(one.rows == rows for some in found.values() for one in some)
    return {work: _median(some) for work, some in found.items()}


def _median(some: list[Taken]) -> Taken:
    return Taken(
        some[0].rows,
        statistics.median(one.processor for one in some),
        statistics.median(one.clock for one in some),
        max(one.peak for one in some),
    )


def table(found: dict[str, Taken]) -> str:
    """What the works took, beside the limit, in Markdown."""
    limit = found.get(LIMIT)
    lines = [
        "| Work | Rows/s | Processor | Clock | Times the limit | Peak memory |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for work, one in found.items():
        times = f"{one.processor / limit.processor:.2f}" if limit else ""
        lines.append(
            f"| {work} | {one.rows / one.processor:,.0f} | {one.processor:.2f} s | "
            f"{one.clock:.2f} s | {times} | {one.peak:.0f} MB |"
        )
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python3 -m bench.hoovers", description=__doc__)
    parser.add_argument("rows", nargs="?", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", action="append", choices=list(WORKS), metavar="WORK")
    parser.add_argument("--inside", nargs=2, metavar=("WORK", "FILE"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.inside:
        inside(asked.inside[0], Path(asked.inside[1]))
        return
    found = measured(asked.rows, asked.rounds, asked.only or list(WORKS))
    print(f"{asked.rows:,} rows, {asked.rounds} rounds\n\n{table(found)}")


if __name__ == "__main__":
    main()
