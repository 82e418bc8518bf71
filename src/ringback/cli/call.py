"""`ringback call`: a calling session."""

import sys

import click

from ringback.cli.door import Door, pass_door
from ringback.cli.options import as_of_option, maybe_opening_argument


@click.command()
@maybe_opening_argument
@click.option(
    "--plain",
    is_flag=True,
    help="Answer by lines instead of single keys: for screen readers and pipes.",
)
@click.option("--whole", is_flag=True, help="Show every part of the script at each call.")
@as_of_option
@pass_door
def call(door: Door, opening: str | None, plain: bool, whole: bool) -> int:
    """Make the calls of the day, one after the other; or the one of OPENING.

    Each call is shown with its number, the hours there and the words. You dial; then one key says
    what came of it, Ringback asks what it still needs, and tells the step that follows.

    \b
    ?  the keys of all outcomes      d  every part of the words
    u  take the last one back        g  go on, this one later
    Q  the number as a QR code       q  quit, with a summary

    Everything is plain text, one line after the other; it can be read aloud and resized at will.
    """
    from ringback.cli.keys import Answers, Keys, Lines
    from ringback.cli.session import Session

    answers: Answers = Lines() if plain or not sys.stdin.isatty() else Keys()
    return Session(door, answers, whole=whole).run(opening)
