"""Questions on the terminal, asked only where somebody can answer."""

import sys

import click


def somebody_is_there() -> bool:
    """Whether a person sits at the terminal: both what is read and what is written is one."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def yes_or_no(question: str, *, default: bool) -> bool:
    """A yes or no; Enter takes the default."""
    return click.confirm(question, default=default, err=False)


def choose(question: str, choices: dict[str, str], default: str) -> str:
    """One of some choices by its key, each shown on a line with what it means."""
    for key, says in choices.items():
        click.echo(f"  {key}  {says}")
    return str(click.prompt(question, type=click.Choice(list(choices)), default=default,
                            show_choices=False, prompt_suffix=" "))  # fmt: skip
