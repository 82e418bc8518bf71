"""`ringback demo`: a made-up search in a book of its own, to try things with."""

import os
import shutil
import subprocess
import sys

import click

from ringback.cli.door import Door, same_door
from ringback.cli.options import json_option
from ringback.desk.refusal import Code, Refusal
from ringback.doors import book, clock
from ringback.home import (
    DATABASE_VARIABLE,
    DEMO,
    HOME_VARIABLE,
    SEARCH_VARIABLE,
    Demo,
    demo_of,
    own_folder,
    own_home,
)

IN_THE_DEMO = (
    "You are in the demo: what you type next is done there, until `ringback demo --leave`. "
    "Nobody in it exists."
)
ONLY_LOOKED_AT = (
    "That was the demo; what you type next is done in your own book. "
    "For these commands go in first: `ringback demo --enter`."
)
# The rows below the day that say where one is.
_BELOW = 3


@click.command()
@click.option("--enter", is_flag=True, help="Make it the current book, although you have your own.")
@click.option("--leave", is_flag=True, help="Go back to your own book; the demo stays as it is.")
@click.option("--again", is_flag=True, help="Play it anew; what you did in it is gone.")
@json_option
@same_door
def demo(door: Door, enter: bool, leave: bool, again: bool) -> None:
    """Look at a made-up search of 25 résumés, in a book of its own.

    Nobody in it exists and no number in it rings: call, log, undo and close as you like. As long
    as you have no book of your own it becomes the current one, until you leave it; while you are
    in it, every command says so.
    """
    place = demo_of(own_folder())
    if leave:
        _leave(door, place)
        return
    stays = enter or place.entered.exists() or not _has_own_book()
    if again:
        _remove(place)
    if "ringback.settings" in sys.modules:
        # Another book is open already, and a process opens but one.
        _start_anew(door, stays)
        return
    try:
        _go_in(place, stays)
        _play(place)
        _show(door, stays)
    except BaseException:
        if not place.book.exists():
            place.entered.unlink(missing_ok=True)
        raise


def _has_own_book() -> bool:
    own = own_home()
    return bool(own.database) or own.book.exists()


def _play(place: Demo) -> None:
    """Make the demo's book and play into it, unless that was done before."""
    book.load()
    from ringback.desk.demo import a_moment_to_call, play
    from ringback.desk.searches import open_desk

    # It is played in one transaction: the search is there with all of it, or not at all.
    if book.there_is_a_book() and open_desk(DEMO, clock.now()) is not None:
        return
    try:
        book.make_book()
        now = clock.now()
        moment = a_moment_to_call(now)
        place.set_ahead(moment - now)
        play(moment)
    except BaseException:
        # Half a demo is of no use to anybody, and there is nothing in it to lose.
        _remove(place)
        raise


def _go_in(place: Demo, stays: bool) -> None:
    """Have this command, and where it ``stays`` those after it, find the demo's book."""
    try:
        place.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if stays:
            place.entered.touch()
    except OSError as error:
        raise Refusal(
            Code.DATABASE,
            f"The demo cannot be kept: {error.strerror or error}: {error.filename}.",
            "Choose another folder with RINGBACK_HOME.",
        ) from error
    if not stays:
        os.environ.pop(DATABASE_VARIABLE, None)
        os.environ.update({HOME_VARIABLE: str(place.folder), SEARCH_VARIABLE: DEMO})


def _start_anew(door: Door, enter: bool) -> None:
    words = ["--no-color"] if door.no_color else []
    words += ["demo", *(["--json"] if door.json else []), *(["--enter"] if enter else [])]
    line = [sys.executable, "-m", "ringback.cli.main", *words]
    done = subprocess.run(line, check=False)
    if done.returncode:
        raise click.exceptions.Exit(done.returncode)


def _remove(place: Demo) -> None:
    """Only the demo's own folder, which holds nothing of the seeker's."""
    shutil.rmtree(place.folder, ignore_errors=True)


def _leave(door: Door, place: Demo) -> None:
    was_in = place.entered.exists()
    place.entered.unlink(missing_ok=True)
    if door.json:
        door.answer({"demo": False, "was_in_demo": was_in})
    elif was_in:
        click.echo("You left the demo: your own book is the current one again.")
    else:
        click.echo("You are not in the demo.")


def _show(door: Door, stays: bool) -> None:
    from ringback.cli import shapes
    from ringback.desk.today import today

    # Where one is stands below the day, beside the line that is typed next.
    door.told_where = True
    desk = door.desk()
    day = today(desk)
    if door.json:
        door.answer({"demo": True, "current": stays, **shapes.today(day, desk.search.name)})
        return
    from ringback.cli.screen import Screen
    from ringback.cli.today_view import show_today

    screen = Screen(door)
    show_today(screen, desk, day, besides=_BELOW)
    screen.gap()
    screen.line(IN_THE_DEMO if stays else ONLY_LOOKED_AT)
