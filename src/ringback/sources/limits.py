"""Runs a script on a file from outside, in a child process limited by the operating system.

Run as a program, this module is the child: it limits itself, then becomes the script.

Linux holds both limits. macOS holds the time but not the memory, Windows neither: there the
parent's own clock ends the child, until its first line has come.
"""

import contextlib
import os
import runpy
import signal
import subprocess
import sys
import threading
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

if sys.platform != "win32":
    import resource

OUT_OF_MEMORY = 77
LONGEST_ANSWER = 32_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """``memory`` in bytes of address space, ``seconds`` of processor time."""

    memory: int = 300_000_000
    seconds: float = 1.2


class Exhausted(Exception):
    """The child ended before its work: ``what`` is memory, time or fault."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


def answers(script: Path, arguments: Sequence[str], limits: Limits) -> Generator[bytes, None, None]:
    """The lines that the script prints, as they come; closing the iterator ends the child.

    Raises Exhausted when it ends in any other way than by finishing.
    """
    command = [sys.executable, "-I", __file__, str(limits.memory), str(limits.seconds)]
    child = subprocess.Popen(
        [*command, str(script), *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ},
    )
    # Generous, because a busy machine is no reason to refuse a file: the child counts its own
    # processor time where the system can.
    clock = threading.Timer(20 * limits.seconds, child.kill)
    clock.daemon = True
    clock.start()
    with child, contextlib.ExitStack() as stack:
        stack.callback(child.kill)
        stack.callback(clock.cancel)
        stdout = cast(IO[bytes], child.stdout)
        while line := stdout.readline(LONGEST_ANSWER):
            clock.cancel()
            if len(line) == LONGEST_ANSWER:
                raise Exhausted("memory")
            yield line
        code = child.wait()
        if code:
            raise Exhausted(_ended_by(code))


def _ended_by(code: int) -> str:
    timed = [getattr(signal, name, None) for name in ("SIGPROF", "SIGXCPU", "SIGKILL")]
    if -code in timed:
        return "time"
    if code in (OUT_OF_MEMORY, -signal.SIGABRT, -signal.SIGSEGV):
        return "memory"
    return "fault"


def limit(limits: Limits) -> None:
    """Limits this very process, as far as the system can."""
    if sys.platform == "win32":
        return
    for kind, most in (
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_CPU, int(limits.seconds) + 2),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, most))
    signal.setitimer(signal.ITIMER_PROF, limits.seconds)


def main() -> None:
    memory, seconds, script, *arguments = sys.argv[1:]
    limit(Limits(int(memory), float(seconds)))
    sys.argv = [script, *arguments]
    try:
        runpy.run_path(script, run_name="__main__")
    except MemoryError:
        os._exit(OUT_OF_MEMORY)


if __name__ == "__main__":
    main()
