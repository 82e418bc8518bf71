"""A terminal in the test's own process: a line is run, its code and what it wrote are kept."""

import io
import json
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from typing import cast

from ringback.cli.run import run
from ringback.cli.terminal_encoding import make_tolerant

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None

# A Wednesday in Ohio, 10 in the morning there.
WEDNESDAY = "2026-11-25 10:00"


@dataclass(frozen=True)
class Answer:
    """What a command came to."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> dict[str, "Json"]:
        return cast("dict[str, Json]", json.loads(self.out))


class Terminal:
    """Runs command lines as of a moment; nobody sits at it."""

    def __init__(self, at: str = WEDNESDAY, encoding: str = "utf-8") -> None:
        self.at = at
        self.encoding = encoding

    def __call__(self, *words: str, at: str = "", code: int = 0, text: str = "") -> Answer:
        """Run a line; fails where its exit code is another than expected."""
        answer = self.run("--at", at or self.at, *words, text=text)
        assert answer.code == code, f"{answer.code}: {answer.err}{answer.out}"
        return answer

    def run(self, *words: str, text: str = "") -> Answer:
        """Run a line just as it stands, with a text to be read."""
        out, err = (io.TextIOWrapper(io.BytesIO(), self.encoding) for _ in range(2))
        stdin, sys.stdin = sys.stdin, io.StringIO(text)
        try:
            with redirect_stdout(out), redirect_stderr(err):
                make_tolerant()
                code = run(words)
        finally:
            sys.stdin = stdin
        return Answer(code, _written(out), _written(err))


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = cast("io.BytesIO", stream.buffer)
    return buffer.getvalue().decode(stream.encoding)
