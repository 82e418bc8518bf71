"""Runs one target in child processes, begins anew after each that died, and counts."""

import hashlib
import re
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from fuzz.state import Seen, seen

ROOT = Path(__file__).parents[1]
FOUND = Path(__file__).with_name("found")
# Without a new input for so long, a child waits for something that does not come.
_STANDING = 240
_LOOK = 0.5
_SHORTEST = 3
_SHRINKING = 45
_COVERAGE = re.compile(r"\bcov: (\d+)")
_FRAME = re.compile(r'File "[^"]*?([\w/]*ringback/[\w/]+\.py)", line (\d+)')


@dataclass(slots=True)
class Outcome:
    """What the run of one target came to, in seconds of processor time.

    ``ended`` counts inputs that its own limits would end.
    """

    name: str
    runs: int = 0
    seconds: float = 0.0
    coverage: int = 0
    slowest: float = 0.0
    memory: int = 0
    ended: int = 0
    findings: dict[str, Path] = field(default_factory=dict)
    trouble: str = ""

    @property
    def failed(self) -> bool:
        return bool(self.findings or self.trouble or not self.runs)

    def add(self, told: Seen) -> None:
        self.runs += told.runs
        self.seconds += told.spent
        self.slowest = max(self.slowest, told.slowest)
        self.memory = max(self.memory, told.memory)


class Watch:
    """One target, its folder and its time."""

    def __init__(self, name: str, folder: Path, seconds: int, seed: int, in_a_child: bool) -> None:
        self.folder = folder
        self.seconds = seconds
        self.seed = seed
        self.in_a_child = in_a_child
        self.outcome = Outcome(name)

    def begin_with(self, samples: tuple[bytes, ...]) -> None:
        """Lay down the inputs to begin with."""
        corpus = self.folder / "corpus"
        corpus.mkdir(parents=True)
        for one in samples:
            (corpus / _name(one)).write_bytes(one)

    def run(self) -> Outcome:
        """Try inputs until the time is over; findings are made small and kept."""
        turn = 0
        while (left := self.seconds - self.outcome.seconds) >= _SHORTEST or not turn:
            self._child(max(_SHORTEST, int(left)), turn)
            turn += 1
            if self.outcome.trouble:
                break
        self._keep()
        return self.outcome

    def _child(self, seconds: int, turn: int) -> None:
        work, log, state = (self.folder / name for name in ("work", "log", "state"))
        work.mkdir(exist_ok=True)
        state.unlink(missing_ok=True)
        command = [sys.executable, "-m", "fuzz.child", self.outcome.name, str(seconds)]
        with log.open("wb") as stderr:
            child = subprocess.Popen(
                [*command, str(self.seed + turn), str(self.folder), str(work)],
                cwd=ROOT, stdin=subprocess.DEVNULL, stdout=stderr, stderr=stderr,
            )  # fmt: skip
            code = self._wait(child, state)
        told = seen(state)
        self.outcome.add(told)
        lines = log.read_text("utf-8", "replace").splitlines(keepends=True)
        text = "".join(line for line in lines if "Instrumenting" not in line)
        covered = [int(match) for match in _COVERAGE.findall(text)]
        self.outcome.coverage = max([self.outcome.coverage, *covered])
        if code:
            self._died(code, told, text)

    def _wait(self, child: subprocess.Popen[bytes], state: Path) -> int:
        """Wait for a child's end."""
        runs, moved = 0, time.monotonic()
        while True:
            try:
                return child.wait(_LOOK)
            except subprocess.TimeoutExpired:
                now = time.monotonic()
                if (told := seen(state).runs) != runs:
                    runs, moved = told, now
                elif now - moved > _STANDING:
                    child.kill()

    def _died(self, code: int, told: Seen, log: str) -> None:
        if not told.runs:
            self.outcome.trouble = f"did not start: {log.strip()[-600:]}"
            return
        (self.folder / "corpus" / _name(told.last)).unlink(missing_ok=True)
        if self.in_a_child:
            self.outcome.ended += 1
            return
        frames = [f"{Path(file).name}:{line}" for file, line in _FRAME.findall(log)]
        what = signal.Signals(-code).name if code < 0 else f"exit {code}"
        what = "more than 5 s" if what == "SIGPROF" else what
        signature = f"{what} in {frames[0] if frames else 'nobody knows where'}"
        found = self.folder / "found"
        name = hashlib.sha256(signature.encode()).hexdigest()[:12]
        (found / f"{name}.input").write_bytes(told.last)
        (found / f"{name}.txt").write_text(f"{signature}\n{log[-8_000:]}", "utf-8")

    def _keep(self) -> None:
        for told in sorted((self.folder / "found").glob("*.txt")):
            FOUND.mkdir(exist_ok=True)
            kept = FOUND / f"{self.outcome.name}-{told.stem}.input"
            kept.write_bytes(told.with_suffix(".input").read_bytes())
            kept.with_suffix(".txt").write_bytes(told.read_bytes())
            command = [sys.executable, "-m", "fuzz.shrink", self.outcome.name, str(kept)]
            subprocess.run([*command, str(_SHRINKING)], cwd=ROOT, check=False, capture_output=True)
            signature = told.read_text("utf-8").partition("\n")[0]
            self.outcome.findings[signature] = kept


def _name(data: bytes) -> str:
    """The name that libFuzzer too gives to an input."""
    return hashlib.sha1(data, usedforsecurity=False).hexdigest()


def table(outcomes: list[Outcome]) -> str:
    """The runs as a Markdown table, the findings below it."""
    lines = [
        "| Reader | inputs | inputs/s | coverage | slowest | memory | ended | findings | seconds |",
        "|---|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for one in outcomes:
        rate = one.runs / one.seconds if one.seconds else 0
        lines.append(
            f"| {one.name} | {one.runs:,} | {rate:,.0f} | {one.coverage or '–'} "
            f"| {one.slowest:.2f} s | {one.memory / 1e6:,.0f} MB | {one.ended} "
            f"| {len(one.findings)} | {one.seconds:.0f} |"
        )
    for one in outcomes:
        lines.extend(
            f"\n`{one.name}`: {signature} (`{file.relative_to(ROOT)}`)"
            for signature, file in one.findings.items()
        )
        if one.trouble or not one.runs:
            lines.append(f"\n`{one.name}`: {one.trouble or 'tried nothing'}")
    return "\n".join(lines)
