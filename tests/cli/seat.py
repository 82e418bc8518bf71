"""Somebody at a real terminal of 24 rows and 80 columns."""

from __future__ import annotations

import re
import signal
from typing import TYPE_CHECKING

from tests.cli.process import command, environment

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

ROWS, COLUMNS = 24, 80
# Colours, links, and whatever else a terminal is told without showing it.
_UNSEEN = re.compile(r"\x1b\][^\x1b\x07]*(?:\x1b\\|\x07)|\x1b\[[0-9;?]*[A-Za-z]|\r")


class Seat:
    """A command line that was typed there; what is shown is kept without what nobody sees."""

    def __init__(self, home: Path, *words: str, rows: int = ROWS, called: str = "") -> None:
        import pexpect

        python, *line = command(*words)
        more = {"RINGBACK_CALLED": called} if called else {}
        # Whatever runs the tests may itself pass over Ctrl+C, and a child would do as it does.
        self.child = pexpect.spawn(
            python, line, env=environment(home, **more), dimensions=(rows, COLUMNS),
            encoding="utf-8", timeout=60,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        )  # fmt: skip
        self.shown = ""

    def answer(self, *pairs: tuple[str, str]) -> None:
        """To each question (a pattern) what is typed, ended by Enter."""
        for question, answer in pairs:
            self.press(question, f"{answer}\n")

    def press(self, question: str, keys: str) -> None:
        """To a question what is pressed, and no more."""
        self.child.expect(question)
        self._keep(self.child.before + self.child.after)
        self.child.send(keys)

    def end(self, code: int = 0) -> str:
        """All that was shown, once the command is done with this code."""
        import pexpect

        self.child.expect(pexpect.EOF)
        self._keep(self.child.before)
        self.child.close()
        assert self.child.exitstatus == code, self.shown
        return self.shown

    def _keep(self, shown: str) -> None:
        self.shown += _UNSEEN.sub("", shown)


def too_wide(shown: str) -> list[str]:
    """The lines that a terminal breaks wherever it ends, perhaps within a word."""
    return [line for line in shown.splitlines() if len(line) > COLUMNS]


def is_in_order(shown: str, parts: Iterable[str]) -> bool:
    """Whether all of these stand in a text, one after the other."""
    at = 0
    for part in parts:
        at = shown.find(part, at)
        if at < 0:
            return False
    return True
