"""`ringback` as a process of its own, as a person starts it."""

import os
import subprocess
import sys
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src"


def environment(home: Path, **more: str) -> dict[str, str]:
    """The environment of a seeker in Ohio whose book is in this folder."""
    left_out = ("RINGBACK_", "LC_", "LANG", "COLUMNS", "LINES", "NO_COLOR", "PYTHONUTF8")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(left_out)}
    return {
        **kept, "RINGBACK_HOME": str(home), "PYTHONPATH": str(SOURCE), "TZ": "America/New_York",
        "LANG": "C.UTF-8", "TERM": "xterm-256color", **more,
    }  # fmt: skip


def command(*words: str) -> list[str]:
    """The line that starts it."""
    return [sys.executable, "-m", "ringback.cli.main", *words]


def start(home: Path, *words: str, text: str = "", **more: str) -> subprocess.CompletedProcess[str]:
    """Run it to its end, with a text to be read."""
    return subprocess.run(  # the line is the test's own
        command(*words), env=environment(home, **more), input=text, capture_output=True,
        text=True, check=False, encoding="utf-8",
    )  # fmt: skip
