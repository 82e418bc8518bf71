"""A disk that is full or fails, a book that is locked, damaged or out of reach: said, nothing lost.

The command line is held to it: a sentence, the right exit code, and what was there before intact.
"""

import csv
import functools
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.faults.books import Book, Seen, Shelf, own_server
from tests.servers import postgres

DAMAGED, FULL, DATABASE, BUSY, SETTINGS, BAD_VALUE = 19, 18, 20, 17, 21, 12
WRITES = "pwrite64,write,fsync,fdatasync,ftruncate"
# A disk that is full stays so; one with a fault may do the next write.
FAULTS = {"ENOSPC": "error=ENOSPC:when={k}+", "EIO": "error=EIO:when={k}"}
SECONDS = 60
AT_ONCE = 2
TOLD_EVERY = 20

Tell = Callable[[str], None]

# The same program with no patience for another writer, so that the test need not have it either.
IMPATIENT = (
    "-c",
    (
        "from ringback import settings; settings.DATABASES['default']['OPTIONS']['timeout'] = 0.2; "
        "from ringback.cli.main import main; main()"
    ),
)


@dataclass(frozen=True, slots=True)
class Said:
    """What the command line answered."""

    code: int
    out: str
    err: str


@pytest.fixture
def books(sqlite_books: Shelf) -> Shelf:
    return sqlite_books


@pytest.fixture
def book(books: Shelf) -> Book:
    return books.fresh()


def ringback(
    book: Book,
    *words: str,
    before: tuple[str, ...] = (),
    start: tuple[str, ...] = ("-m", "ringback.cli.main"),
    largest: int = 0,
) -> Said:
    """Run a command line on a book; ``largest`` limits the size of any file, in bytes."""
    limit = functools.partial(resource.setrlimit, resource.RLIMIT_FSIZE, (largest, largest))
    done = subprocess.run(
        [*before, sys.executable, *start, *words],
        env=book.environment() | ({"PYTHONDONTWRITEBYTECODE": "1"} if largest else {}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
        preexec_fn=limit if largest else None,  # no threads here
    )
    return Said(done.returncode, done.stdout, done.stderr)


def refused(said: Said, *codes: int) -> None:
    """It was refused with one of these codes, in one sentence, and no traceback."""
    assert said.code in codes, said
    assert said.err.startswith("ringback: "), said
    assert "Traceback" not in said.err
    assert said.err.splitlines()[0].endswith((".", "?")), said


def sheet(folder: Path) -> Path:
    """A sheet of 25 sent résumés."""
    path = folder / "sent.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        write = csv.writer(file).writerow
        write(["Company", "Position", "Date applied", "Contact", "Phone"])
        for n in range(25):
            number = f"+1 614 555 01{n:02}"
            write([f"Sample Yard {n}", "Clerk", f"2026-09-{1 + n:02}", f"Jo Other{n}", number])
    return path


VERBS = {
    "add": ("add", "Example Bakery", "--title", "Baker", "--manager", "Ada Miller"),
    "send": ("send", "1", "--via", "post", "--at", "2026-10-06 12:00"),
    "log": ("log", "2", "talked", "--at", "2026-10-06 15:00"),
    "import": ("import", "{sheet}"),
}


def can_trace() -> bool:
    """Whether strace is here and may follow a process."""
    strace = shutil.which("strace")
    if strace is None:
        return False
    with tempfile.TemporaryDirectory() as folder:
        words = [strace, "-f", "--seccomp-bpf", "-qq", "-o", str(Path(folder) / "log"), "true"]
        return subprocess.run(words, capture_output=True, check=False).returncode == 0


def tracing(book: Book, log: Path, inject: str = "") -> tuple[str, ...]:
    """The words that run a program with what it writes to the book counted, or made to fail."""
    paths = [word for end in ("", "-journal", "-wal") for word in ("-P", f"{book.file}{end}")]
    failing = ["-e", f"inject={WRITES}:{inject}"] if inject else []
    return (
        "strace",
        "-f",
        "--seccomp-bpf",
        "-qq",
        "-o",
        str(log),
        *paths,
        "-e",
        f"trace={WRITES}",
        *failing,
    )


def write_of(books: Shelf, words: Sequence[str], inject: str = "") -> tuple[Said, int, Seen]:
    """Run a line on a fresh book with some write made to fail; its answer, how many it made."""
    book = books.fresh()
    log = book.folder / "writes.log"
    said = ringback(book, *words, before=tracing(book, log, inject))
    writes = len(log.read_text("utf-8").splitlines())
    seen = book.look()
    books.discard(book)
    return said, writes, seen


needs_strace = pytest.mark.skipif(
    not can_trace(), reason="no strace here, or it may follow no process"
)


def hold_at_writes(
    books: Shelf, verb: str, file: Path, error: str, most: int, tell: Tell | None = None
) -> None:
    """Let the k-th write of a verb fail, for every k or for ``most`` of them spread evenly."""
    words = [word.format(sheet=file) for word in VERBS[verb]]
    whole, writes, after = write_of(books, words)
    assert whole.code == 0, whole
    assert after["touches"] > books.begun["touches"]
    step = max(1, writes // most)
    chosen = range((step + 1) // 2, writes + 1, step)
    became: Counter[str] = Counter()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = pool.map(lambda k: write_of(books, words, FAULTS[error].format(k=k)), chosen)
        for k, (said, _, seen) in zip(chosen, answers, strict=True):
            became[fate(said, seen, books.begun, after)] += 1
            if tell and (k == writes or k % TOLD_EVERY == 0):
                tell(f"write {k} of {writes} failed: {dict(became)}, 0 lost, 0 half")


def fate(said: Said, seen: Seen, before: Seen, after: Seen) -> str:
    """What became of an act of which a write failed: told and kept, or refused with a sentence."""
    assert seen["findings"] == []
    if said.code == 0:
        assert counts(seen) == counts(after)
        return "done all the same"
    refused(said, FULL, DATABASE, DAMAGED)
    assert counts(seen) in (counts(before), counts(after))
    return "refused" if counts(seen) == counts(before) else "refused but kept"


def counts(seen: Seen) -> tuple[int, int, int, int]:
    return seen["openings"], seen["touches"], seen["imports"], seen["rows"]


@needs_strace
def test_a_disk_that_fills_up_in_the_midst_of_an_act_costs_nothing(
    books: Shelf, tmp_path: Path
) -> None:
    file = sheet(tmp_path)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(lambda verb: hold_at_writes(books, verb, file, "ENOSPC", 1), VERBS))


@needs_strace
@pytest.mark.faults
@pytest.mark.parametrize("error", FAULTS)
@pytest.mark.parametrize("verb", VERBS)
def test_whichever_write_fails_costs_nothing(
    books: Shelf, verb: str, error: str, tmp_path: Path, tell: Tell
) -> None:
    hold_at_writes(books, verb, sheet(tmp_path), error, 10_000, tell)


@pytest.mark.parametrize("verb", VERBS)
def test_a_book_that_may_not_grow_refuses_and_stays_whole(
    books: Shelf, book: Book, verb: str, tmp_path: Path
) -> None:
    words = [word.format(sheet=sheet(tmp_path)) for word in VERBS[verb]]
    refused(ringback(book, *words, largest=4096), FULL, DATABASE)
    assert book.look() == books.begun


def test_a_locked_book_is_told_after_a_while(books: Shelf, book: Book) -> None:
    other = sqlite3.connect(book.file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    refused(ringback(book, "log", "1", "busy", start=IMPATIENT), BUSY)
    other.execute("ROLLBACK")
    other.close()
    assert ringback(book, "log", "1", "busy", "--at", "2026-10-07 10:00").code == 0
    assert book.look()["touches"] == books.begun["touches"] + 1


@pytest.mark.parametrize("words", [("today",), ("check",), ("log", "1", "busy")])
def test_a_file_that_is_no_book_is_told_and_left_alone(book: Book, words: tuple[str, ...]) -> None:
    book.file.write_bytes(b"\x00\xff garbage" * 4096)
    refused(ringback(book, *words), DAMAGED)
    assert book.file.read_bytes() == b"\x00\xff garbage" * 4096


def test_a_damaged_page_is_found_by_check(book: Book) -> None:
    content = bytearray(book.file.read_bytes())
    for start in range(4096 * 3, len(content), 4096 * 2):
        content[start : start + 64] = b"\xa5" * 64
    book.file.write_bytes(content)
    said = ringback(book, "check")
    assert said.code not in (0, 1), said
    assert "Traceback" not in said.err
    assert "damaged" in said.err + said.out


def test_a_book_cut_short_is_told(book: Book) -> None:
    content = book.file.read_bytes()
    book.file.write_bytes(content[: len(content) // 2])
    said = ringback(book, "check")
    assert said.code not in (0, 1), said
    assert "Traceback" not in said.err


def test_a_folder_in_the_place_of_the_book_is_told(book: Book) -> None:
    book.file.unlink()
    book.file.mkdir()
    refused(ringback(book, "today"), DATABASE)
    refused(ringback(book, "add", "Example Bakery"), DATABASE)


@pytest.mark.parametrize("kept", ["file", "folder"])
def test_a_book_that_may_not_be_written_is_told(books: Shelf, book: Book, kept: str) -> None:
    if os.geteuid() == 0:
        said = as_nobody(book, kept)
    else:
        protected = book.file if kept == "file" else book.folder
        mode = protected.stat().st_mode
        protected.chmod(0o400 if kept == "file" else 0o500)
        try:
            said = ringback(book, "log", "1", "busy")
        finally:
            protected.chmod(mode)
    refused(said, DATABASE)
    assert book.look() == books.begun


def as_nobody(book: Book, kept: str) -> Said:
    """Log a call as root without root's power to write where it may not."""
    drop = shutil.which("setpriv")
    if drop is None:
        pytest.skip("root needs `setpriv` (util-linux) to be refused anything")
    protected = book.file if kept == "file" else book.folder
    mode = protected.stat().st_mode
    protected.chmod(0o400 if kept == "file" else 0o500)
    try:
        powers = (drop, "--bounding-set", "-all", "--inh-caps", "-all")
        return ringback(book, "log", "1", "busy", before=powers)
    finally:
        protected.chmod(mode)


def test_settings_that_cannot_be_read_are_told(book: Book) -> None:
    (book.folder / "config.toml").write_text("search = \n", "utf-8")
    refused(ringback(book, "today"), SETTINGS)


def test_an_unknown_time_zone_is_told_and_changes_nothing(books: Shelf, book: Book) -> None:
    refused(ringback(book, "config", "--zone", "Mars/Olympus"), BAD_VALUE)
    assert book.look() == books.begun


def test_a_server_that_is_not_there_is_told(tmp_path: Path) -> None:
    gone = Book(tmp_path, "postgresql://nobody@127.0.0.1:9/ringback?connect_timeout=2")
    refused(ringback(gone, "today"), DATABASE)
    refused(ringback(gone, "add", "Example Bakery"), DATABASE)


def test_a_server_that_is_restarted_in_the_midst_loses_nothing(tmp_path: Path) -> None:
    if os.environ.get(postgres.NAMED):
        pytest.skip("a server that was named is not restarted")
    with own_server() as address:
        restart_in_the_midst(address, tmp_path)


def restart_in_the_midst(address: str, folder: Path) -> None:
    """Restart a server without notice under a process that logs calls there."""
    home = Path(dict(parse_qsl(urlsplit(address).query))["host"])
    book = Shelf(folder, address).fresh()
    with book.start("log", "100000") as worker:
        assert worker.stdout is not None
        assert worker.stderr is not None
        told = [worker.stdout.readline() for _ in range(20)]
        control = (postgres.installed() / "pg_ctl", "-D", str(home / "data"), "-w", "-s")
        postgres.call(*control, "-m", "immediate", "-l", str(home / "log"), "restart")
        told += worker.stdout.read().splitlines()
        trouble = worker.stderr.read().decode()
    acknowledged = len([word for word in told if word.strip().isdigit()])
    seen = book.look()

    assert "Refusal: The server that keeps the book" in trouble
    assert seen["findings"] == []
    assert set(seen["calls"].values()) == {1}
    assert len(seen["calls"]) in (acknowledged, acknowledged + 1)
