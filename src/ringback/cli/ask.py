"""Questions on the terminal, asked only where somebody can answer."""

import sys

import click

from ringback.cli.folding import folded


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
