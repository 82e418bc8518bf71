"""One input, read within bounds of processor time and memory, and what came of it."""

import faulthandler
import resource
import signal
import sys
import traceback
from dataclasses import dataclass
from pathlib import Path

from fuzz.target import Target

SECONDS = 5.0
# Beside what the reader holds before it reads anything.
MEMORY = 400_000_000
_SIZES = Path("/proc/self/statm")
_SOURCE = str(Path(__file__).parents[1])


@dataclass(frozen=True, slots=True)
class Fault:
    """What a reader did that it may not do; the same signature is the same fault."""

    signature: str
    told: str


def bounded() -> None:
    """Bound the memory of this process, and have it tell where it was when its time is up."""
    faulthandler.enable()
    faulthandler.register(signal.SIGPROF, all_threads=False, chain=True)
    if _SIZES.exists():
        most = int(_SIZES.read_text("ascii").split()[0]) * resource.getpagesize() + MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def tried(target: Target, data: bytes) -> tuple[str, Fault | None]:
    """What a reader made of the input in a few words, and its fault; ends the process in a hang."""
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        return target.read(data), None
    except target.refusals as refusal:
        return str(getattr(refusal, "code", "refused")), None
    except (KeyboardInterrupt, SystemExit):
        raise
    except MemoryError as fault:
        if target.in_a_child:
            return "memory", None
        return "fault", _fault(fault)
    except BaseException as fault:
        return "fault", _fault(fault)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _fault(fault: BaseException) -> Fault:
    frames = traceback.extract_tb(fault.__traceback__)
    ours = [
        one for one in frames if one.filename.startswith(_SOURCE) and ".venv" not in one.filename
    ]
    last = ours[-1] if ours else frames[-1]
    place = f"{Path(last.filename).name}:{last.lineno}"
    told = "".join(traceback.format_exception(fault)[-40:])
    return Fault(f"{type(fault).__name__} at {place}", told[-8_000:])


def most_memory() -> int:
    """The most that this process ever held, in bytes."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
