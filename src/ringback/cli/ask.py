"""Questions on the terminal, asked only where somebody can answer."""

import signal
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NamedTuple

import click

from ringback.cli.folding import folded

# What is typed to go back by one question, and to take out what stands in brackets.
BACK = ("<", "back")
NONE = "-"
# How somebody goes away from a question.
GOES_AWAY = (KeyboardInterrupt, EOFError, click.Abort)
KEEPS = f"Enter keeps what stands in brackets, {NONE} takes it out."


class Question(NamedTuple):
    """One of several questions that are asked in turn; the answer is kept under its ``key``.

    ``words`` gives the question by what was said so far, or nothing where it need not be asked.
    ``is_wrong`` says of an answer that cannot be used what is wrong with it. ``usual`` is the
    answer of whoever presses Enter.
    """

    key: str
    words: Callable[[Mapping[str, str]], str]
    is_wrong: Callable[[str], bool] = lambda _: False
    needed: bool = False
    usual: str = ""


@contextmanager
def closing_goes_away() -> Iterator[None]:
    """Let a terminal that is closed be one more way to go away from a question.

    Else the system ends the program there and then, with all that was answered. Windows says
    nothing of it to a program.
    """
    closed = getattr(signal, "SIGHUP", None)
    if closed is None or signal.getsignal(closed) is signal.SIG_IGN:
        yield
        return
    before = signal.signal(closed, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(closed, before)


def somebody_is_there() -> bool:
    """Whether a person sits at the terminal: both what is read and what is written is one."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def yes_or_no(question: str, *, default: bool) -> bool:
    """A yes or no; Enter takes the default."""
    return click.confirm(_last_line(question), default=default, err=False)


def choose(question: str, choices: dict[str, str], default: str) -> str:
    """One of some choices by its key, each shown on a line with what it means."""
    for key, says in choices.items():
        click.echo(f"  {key}  {says}")
    return one_of(question, tuple(choices), default)


def one_of(question: str, choices: tuple[str, ...], default: str) -> str:
    """One of some words; Enter takes the default, which stands in brackets."""
    return str(click.prompt(
        _last_line(f"{question} [{default}]"), type=click.Choice(choices, case_sensitive=False),
        default=default,
        show_choices=False, show_default=False, prompt_suffix=" ",
    ))  # fmt: skip


def line(question: str, before: str = "", *, needed: bool = False) -> str:
    """A line of text without blanks around it.

    Enter keeps what was said ``before``, which stands in brackets; without that it says nothing,
    or, of what is needed, has it asked again.
    """
    default = before if before or not needed else None
    shown = f"{question} [{before}]" if before else question
    return str(click.prompt(
        _last_line(shown), default=default, show_default=False, prompt_suffix=" "
    )).strip()  # fmt: skip


def _last_line(question: str) -> str:
    """What is left to ask once all lines of a long question but the last are written."""
    *before, last = folded(question).split("\n")
    for one in before:
        click.echo(one)
    return last


def in_turn(
    questions: Sequence[Question], said: dict[str, str], *, from_the_end: bool = False
) -> bool:
    """Ask one question after the other, and keep each answer in ``said`` at once.

    What was said before stands in brackets. False where the caller goes back from the first one.
    """
    at, way = (len(questions) - 1, -1) if from_the_end else (0, 1)
    has_gone_back = False
    while 0 <= at < len(questions):
        one = questions[at]
        if words := one.words(said):
            way = 1 if _answered(one, words, said) else -1
            if way < 0 and at > 0 and not has_gone_back:
                click.echo(KEEPS)
                has_gone_back = True
        else:
            said.pop(one.key, None)
        at += way
    return at >= 0


def _answered(one: Question, words: str, said: dict[str, str]) -> bool:
    """Ask until there is an answer that can be used; False where the caller goes back."""
    while True:
        answer = line(words, said.get(one.key) or one.usual, needed=one.needed)
        if answer.casefold() in BACK:
            return False
        answer = "" if answer == NONE else answer
        if not one.is_wrong(answer) and (answer or not one.needed):
            said[one.key] = answer
            return True
