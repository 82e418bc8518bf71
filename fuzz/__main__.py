"""Try hostile inputs on everything that reads what comes from outside.

``python3 run.py fuzz [READER ...] [--seconds N] [--jobs N] [--seed S] [--report FILE]`` ends with 1
where any reader failed otherwise than it may; the inputs that show it lie under ``fuzz/found/``.
"""

import argparse
import secrets
import sys
import tempfile
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from fuzz.child import HAS_ATHERIS
from fuzz.seeds import seeds
from fuzz.targets import targets
from fuzz.watch import Outcome, Watch, table

_MEMORY_FOLDER = Path("/dev/shm")


def main() -> int:
    """Run what was asked for; the exit code."""
    parser = argparse.ArgumentParser(prog="python3 run.py fuzz", description=__doc__)
    parser.add_argument("readers", nargs="*", metavar="READER", help="all of them if none is named")
    parser.add_argument("--seconds", type=int, default=60, help="for each, of processor time (60)")
    parser.add_argument("--jobs", type=int, default=1, help="readers tried at once (1)")
    parser.add_argument("--seed", type=int, help="the same inputs again, as far as that goes")
    parser.add_argument("--report", type=Path, help="write the table there too, as Markdown")
    parser.add_argument("--list", action="store_true", help="name the readers")
    asked = parser.parse_args()
    within = _MEMORY_FOLDER if _MEMORY_FOLDER.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="ringback-fuzz-", dir=within) as folder:
        every = targets(Path(folder))
        if asked.list:
            print("\n".join(every))
            return 0
        unknown = [name for name in asked.readers if name not in every]
        if unknown:
            parser.error(f"no reader {unknown[0]}; there are {', '.join(every)}")
        seed = asked.seed if asked.seed is not None else secrets.randbelow(2**31)
        chosen = tuple(asked.readers or every)
        say(f"seed {seed}" + ("" if HAS_ATHERIS else "; without atheris, so not led by coverage"))
        watches = [
            Watch(name, Path(folder, name), asked.seconds, seed + zlib.crc32(name.encode()),
                  every[name].in_a_child)
            for name in chosen
        ]  # fmt: skip
        begin_with = seeds(chosen, Path(folder))
        for watch in watches:
            watch.begin_with(begin_with[watch.outcome.name])
        with ThreadPoolExecutor(max(1, asked.jobs)) as pool:
            outcomes = list(pool.map(run, watches))
    told = table(outcomes)
    print(told)
    if asked.report:
        asked.report.write_text(f"{told}\n", "utf-8")
    return int(any(one.failed for one in outcomes))


def run(watch: Watch) -> Outcome:
    """Run one target and tell how it went."""
    done = watch.run()
    say(f"{done.name}: {done.runs:,} inputs, {len(done.findings)} findings")
    return done


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
