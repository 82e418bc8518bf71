"""Reading what the caller answers: one key where the terminal gives keys, else a line."""

import sys
from typing import Protocol

import click

from ringback.cli.folding import folded_for

ENTER = ("\r", "\n", "")
CTRL_C = "\x03"
CTRL_D = "\x04"


class Answers(Protocol):
    """How a calling session hears its caller."""

    def key(self, prompt: str) -> str:
        """One key, or the word that was typed; empty for Enter. Raises EOFError at the end."""

    def line(self, prompt: str) -> str:
        """A line of text without blanks around it; empty for Enter."""


class Keys:
    """A real terminal: outcomes by one key, the rest by lines that can be edited."""

    def key(self, prompt: str) -> str:
        click.echo(folded_for(sys.stdout, prompt), nl=False)
        pressed = click.getchar(echo=False)
        if pressed == CTRL_C:
            raise KeyboardInterrupt
        if pressed == CTRL_D:
            raise EOFError
        shown = pressed if pressed.isprintable() and len(pressed) == 1 else ""
        click.echo(shown)
        return "" if pressed in ENTER else pressed

    def line(self, prompt: str) -> str:
        return _line(prompt)


class Lines:
    """A pipe, or a reader of the screen: everything by lines."""

    def key(self, prompt: str) -> str:
        return _line(prompt)

    def line(self, prompt: str) -> str:
        return _line(prompt)


def _line(prompt: str) -> str:
    *before, last = folded_for(sys.stdout, prompt).split("\n")
    for one in before:
        click.echo(one)
    text = input(last).strip()
    if not sys.stdin.isatty():
        # Nobody pressed Enter on the screen, so the line is ended here.
        click.echo()
    return text
