"""A measurement beside its limit or peer, and how such are timed and written down."""

import json
import platform
import resource
import signal
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

RESULTS = Path(__file__).with_name("results")


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table: medians in seconds, and how many times the peer that is.

    ``most`` is the bar for the ratio (None: told for the scale only, no bar).
    """

    promise: str
    work: str
    seconds: float
    peer: str
    peer_seconds: float
    most: float | None = None
    says: str = ""

    @property
    def ratio(self) -> float:
        return self.seconds / self.peer_seconds

    @property
    def verdict(self) -> str:
        if self.most is None:
            return ""
        return "met" if self.ratio <= self.most else "MISSED"


def in_turn(
    rounds: int,
    *works: Callable[[], object],
    warm: int = 1,
    clock: Callable[[], float] = time.perf_counter,
) -> tuple[float, ...]:
    """The median seconds of each work, all of them done once in each round.

    ``time.process_time`` as the clock leaves out what other programs take of a shared core, and
    ``of_children`` the same where a work is a process of its own.
    """
    taken: list[list[float]] = [[] for _ in works]
    for turn in range(rounds + warm):
        for times, work in zip(taken, works, strict=True):
            begun = clock()
            work()
            if turn >= warm:
                times.append(clock() - begun)
    return tuple(statistics.median(times) for times in taken)


def of_children() -> float:
    """The processor's time (seconds) of all the processes started here that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def process(words: Sequence[str], environment: Mapping[str, str]) -> Callable[[], object]:
    """A whole process from start to end, as a work to be timed."""

    def run() -> None:
        done = subprocess.run(words, env=environment, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()

    return run


def say(text: str) -> None:
    """Tell on the way what is being done: some of it takes minutes."""
    print(text, file=sys.stderr, flush=True)


class TookTooLong(Exception):
    """A part of the bench did not end in the time that it is given."""


@contextmanager
def within(minutes: float) -> Iterator[None]:
    """Give what is done in here up after so many minutes, with its processes: TookTooLong."""

    def give_up(_number: int, _frame: object) -> None:
        raise TookTooLong(f"it had not ended after {minutes:g} minutes")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, minutes * 60)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def shown(seconds: float) -> str:
    """Seconds as one reads them."""
    if seconds < 1e-3:
        return f"{seconds * 1e6:.0f} µs"
    return f"{seconds * 1e3:.3g} ms" if seconds < 1 else f"{seconds:.3g} s"


def table(figures: Sequence[Figure]) -> str:
    """The figures as a table in Markdown."""
    on = f"Python {platform.python_version()} · SQLite {sqlite3.sqlite_version}"
    lines = [
        f"Measured {datetime.now(UTC):%Y-%m-%d %H:%M} UTC · {on} · {platform.machine()}",
        "",
        "| | Work | Median | Beside | Median | Ratio | Bar | |",
        "|---|---|---:|---|---:|---:|---:|---|",
    ]
    for one in figures:
        bar = "" if one.most is None else f"≤ {one.most:g}"
        work = f"{one.work} ({one.says})" if one.says else one.work
        lines.append(
            f"| {one.promise} | {work} | {shown(one.seconds)} | {one.peer} | "
            f"{shown(one.peer_seconds)} | {one.ratio:.2f} | {bar} | {one.verdict} |"
        )
    return "\n".join(lines) + "\n"


def keep(
    figures: Sequence[Figure], passed_over: Sequence[str], told_beside: Sequence[str] = ()
) -> None:
    """Write the table under ``bench/results/``, as Markdown and as JSON."""
    RESULTS.mkdir(exist_ok=True)
    missing = "".join(f"\n{line}\n" for line in told_beside)
    missing += "".join(f"\nNot measured: {reason}.\n" for reason in passed_over)
    (RESULTS / "latest.md").write_text(table(figures) + missing, "utf-8")
    rows = [asdict(one) | {"ratio": one.ratio, "verdict": one.verdict} for one in figures]
    told = {"figures": rows, "beside": list(told_beside), "not_measured": list(passed_over)}
    (RESULTS / "latest.json").write_text(json.dumps(told, indent=1, ensure_ascii=False), "utf-8")
