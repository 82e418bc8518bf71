"""What a running child tells its parent without a word: a page of memory that both see."""

import mmap
import os
import struct
from dataclasses import dataclass
from pathlib import Path

_HEAD = struct.Struct("<QddQQ")
_ROOM = 1 << 20


@dataclass(frozen=True, slots=True)
class Seen:
    """Inputs tried, seconds of processor time spent, the slowest, the most memory, the last."""

    runs: int
    spent: float
    slowest: float
    memory: int
    last: bytes


class State:
    """The child's side; what it wrote stays though it is killed."""

    def __init__(self, file: Path) -> None:
        with file.open("w+b") as room:
            room.truncate(_ROOM)
            self._map = mmap.mmap(room.fileno(), _ROOM)
        self._begun = _processor_time()
        self.runs = 0
        self.spent = 0.0
        self.slowest = 0.0
        self.memory = 0

    def begin(self, data: bytes) -> None:
        """Note the input that is tried next."""
        self.runs += 1
        self.spent = _processor_time() - self._begun
        data = data[: _ROOM - _HEAD.size]
        _HEAD.pack_into(self._map, 0, self.runs, self.spent, self.slowest, self.memory, len(data))
        self._map[_HEAD.size : _HEAD.size + len(data)] = data


def seen(file: Path) -> Seen:
    """What a child had come to."""
    content = file.read_bytes() if file.exists() else b""
    if len(content) < _HEAD.size:
        return Seen(0, 0.0, 0.0, 0, b"")
    runs, spent, slowest, memory, length = _HEAD.unpack_from(content)
    return Seen(runs, spent, slowest, memory, content[_HEAD.size : _HEAD.size + length])


def _processor_time() -> float:
    """Seconds that this process and the children it waited for were at work."""
    return sum(os.times()[:4])
