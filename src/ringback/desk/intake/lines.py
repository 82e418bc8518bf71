"""What became of each row of a file, told row by row, however many there are."""

import json
import tempfile
import weakref
from collections.abc import Iterator, Sequence
from typing import IO, NamedTuple

_IN_MEMORY = 2_000


class Line(NamedTuple):
    """What became of one row: where it stands, created / updated / known / refused, and why."""

    where: str
    became: str
    reason: str
    employer: str = ""
    title: str = ""


class Lines:
    """The lines of a report in their order; beyond some thousand they wait in a temporary file."""

    def __init__(self) -> None:
        self._first: list[Line] = []
        self._others: IO[str] | None = None
        self._count = 0
        self.counts = dict.fromkeys(("created", "updated", "known", "refused"), 0)

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Line]:
        yield from self._first
        place = 0
        while self._others is not None:
            self._others.seek(place)
            text = self._others.readline()
            if not text:
                return
            place = self._others.tell()
            for line in json.loads(text):
                yield Line(*line)

    def add(self, lines: Sequence[Line]) -> None:
        """Keep the next lines."""
        self._count += len(lines)
        for line in lines:
            self.counts[line.became] += 1
        if self._count <= _IN_MEMORY:
            self._first += lines
            return
        if self._others is None:
            self._others = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115
            weakref.finalize(self, self._others.close)
        self._others.seek(0, 2)
        self._others.write(json.dumps(lines) + "\n")
