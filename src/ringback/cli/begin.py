"""What the terminal says of a book that is the demo's, is not there, or has just begun."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from ringback.cli.called import as_called
from ringback.cli.folding import folded_for
from ringback.desk.refusal import Code, Refusal
from ringback.doors.book import own_search

if TYPE_CHECKING:
    from ringback.desk.desk import Desk

IN_DEMO = "In the demo: nobody here exists. `ringback demo --leave` goes back to your own book."
BEGIN = "Begin with `ringback add`, `ringback import FILE`, or look at `ringback demo`."


def say_if_demo() -> None:
    """Say on standard error that the demo is the current book: nobody is to take it for theirs."""
    from ringback.settings import HOME

    if HOME.demo:
        click.echo(folded_for(sys.stderr, as_called(IN_DEMO)), err=True)


def no_search(name: str) -> Refusal:
    """The refusal for a search that is not in the book."""
    if name == own_search():
        return Refusal(Code.NO_BOOK, "There is no book here yet.", BEGIN)
    return Refusal(
        Code.NOT_FOUND, f"There is no search called “{name}” in this book.",
        f"`ringback --search {name} add …` begins it.",
    )  # fmt: skip


def begun(desk: Desk) -> str:
    """What is to be known of a search that has just begun."""
    search = desk.search
    where = ", ".join(part for part in (search.zone, search.country) if part)
    told = f" in {where}; `ringback config` changes that."
    if not where:
        told = ". Tell where you are: `ringback config --zone Europe/Berlin`."
    return as_called(f"A new search has begun{told}")
