"""A process that tries one reader until its time is over: ``python -m fuzz.child``, by the parent.

Arguments: the target, seconds of processor time, seed, and a folder with ``corpus`` in it. Guided
by coverage where atheris is installed; else by what the reader says of each input.
"""

import hashlib
import importlib
import importlib.util
import os
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from fuzz.mutate import LARGEST, mutated
from fuzz.state import State

if TYPE_CHECKING:
    from fuzz.target import Target

HAS_ATHERIS = importlib.util.find_spec("atheris") is not None
_POOL = 2_000


class Trial:
    """Tries inputs on a target, and keeps the smallest that shows each fault."""

    def __init__(self, target: "Target", folder: Path) -> None:
        from fuzz import limits

        self._limits = limits
        self._target = target
        self._found = folder / "found"
        self._found.mkdir(exist_ok=True)
        self._state = State(folder / "state")
        self._smallest: dict[str, int] = {}
        limits.bounded()

    @property
    def spent(self) -> float:
        """Seconds of processor time since the first input."""
        return self._state.spent

    def one(self, data: bytes) -> str:
        """Try one input; what came of it in a few words."""
        state = self._state
        state.begin(data)
        begun = time.process_time()
        told, fault = self._limits.tried(self._target, data)
        state.slowest = max(state.slowest, time.process_time() - begun)
        if state.runs % 64 == 1:
            state.memory = self._limits.most_memory()
        if fault is not None and len(data) < self._smallest.get(fault.signature, sys.maxsize):
            self._smallest[fault.signature] = len(data)
            name = hashlib.sha256(fault.signature.encode()).hexdigest()[:12]
            (self._found / f"{name}.input").write_bytes(data)
            (self._found / f"{name}.txt").write_text(f"{fault.signature}\n{fault.told}", "utf-8")
        return told


def guided(name: str, seconds: int, seed: int, folder: Path, work: Path) -> None:
    """Let libFuzzer choose, by the code that each input reaches."""
    atheris = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["ringback"]):
        targets = importlib.import_module("fuzz.targets").targets(work)
        if name == "archive":
            importlib.import_module("fuzz.archive").reader()
    trial = Trial(targets[name], folder)

    def mutate(data: bytes, most: int, number: int) -> bytes:
        chance = random.Random(number)
        if chance.random() < 0.15:
            return bytes(atheris.Mutate(data, most))
        return mutated(data, chance, most)

    def one(data: bytes) -> None:
        trial.one(data)
        if trial.spent >= seconds:
            # What libFuzzer would count is the time on the wall, which others take their share of.
            os._exit(0)

    signals = ("abrt", "bus", "fpe", "ill", "int", "segv", "term", "xfsz")
    options = [
        f"-seed={seed % 2**31 or 1}", f"-max_len={LARGEST}",
        "-timeout=1000000", "-rss_limit_mb=0", "-len_control=0", "-reload=0", "-verbosity=1",
        *(f"-handle_{one}=0" for one in signals), str(folder / "corpus"),
    ]  # fmt: skip
    atheris.Setup([sys.argv[0], *options], one, custom_mutator=mutate)
    atheris.Fuzz()


def unguided(name: str, seconds: int, seed: int, folder: Path, work: Path) -> None:
    """Change what was kept; keep what a reader says something new of."""
    trial = Trial(importlib.import_module("fuzz.targets").targets(work)[name], folder)
    chance = random.Random(seed)
    pool = [file.read_bytes() for file in sorted((folder / "corpus").iterdir())]
    known = {trial.one(one) for one in pool}
    while trial.spent < seconds:
        data = mutated(chance.choice(pool), chance)
        told = trial.one(data)
        if told not in known and len(pool) < _POOL:
            known.add(told)
            pool.append(data)


def main() -> None:
    name, seconds, seed, where, work = sys.argv[1:]
    run: Callable[[str, int, int, Path, Path], None] = guided if HAS_ATHERIS else unguided
    run(name, int(seconds), int(seed), Path(where), Path(work))


if __name__ == "__main__":
    main()
