"""Makes an input that shows a fault smaller: ``python -m fuzz.shrink TARGET FILE SECONDS``.

Every attempt is a fork, so that an input which hangs or crashes can be made smaller too.
"""

import os
import re
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from fuzz.limits import bounded, tried
from fuzz.target import Target
from fuzz.targets import targets

_PIECES = (rb"(?<=\n)", rb"(?<=>)|(?=<)", rb"(?<=[,;:{}\[\] ])", rb"")
_MOST_PIECES = 20_000


def shrunk(data: bytes, fails: Callable[[bytes], bool], seconds: float) -> bytes:
    """The smallest found in that time: lines taken out, then elements, then bytes."""
    end = time.monotonic() + seconds
    for piece in _PIECES:
        pieces = [one for one in re.split(piece, data) if one]
        size = len(pieces) // 2 if len(pieces) <= _MOST_PIECES else 0
        while size:
            at = 0
            while at < len(pieces) and time.monotonic() < end:
                fewer = pieces[:at] + pieces[at + size :]
                if fewer and fails(b"".join(fewer)):
                    pieces = fewer
                else:
                    at += size
            size //= 2
        data = b"".join(pieces)
    return data


def outcome(target: Target, data: bytes) -> str:
    """The signature of the fault, or the signal that ended the attempt; empty where it is none."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        _, fault = tried(target, data)
        os.write(writing, fault.signature.encode() if fault else b"")
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as answer:
        told = answer.read().decode()
    _, status = os.waitpid(child, 0)
    return f"signal {os.WTERMSIG(status)}" if os.WIFSIGNALED(status) else told


def main() -> None:
    name, file, seconds = sys.argv[1], Path(sys.argv[2]), float(sys.argv[3])
    with tempfile.TemporaryDirectory() as work:
        target = targets(Path(work))[name]
        bounded()
        data = file.read_bytes()
        wanted = outcome(target, data)
        if wanted:
            file.write_bytes(shrunk(data, lambda one: outcome(target, one) == wanted, seconds))
            print(f"{wanted}: {len(data)} bytes made {file.stat().st_size}")
        else:
            print(f"{file.name}: the fault does not show again by itself")


if __name__ == "__main__":
    main()
