"""`ringback` without a command: today's list; with no book yet, a welcome and a first step."""

from pathlib import Path

import click

from ringback.cli.ask import GOES_AWAY, choose, in_turn, line, somebody_is_there
from ringback.cli.door import Door
from ringback.desk.refusal import Code, Refusal
from ringback.doors import book

CHOICES = {
    "a": "add an opening",
    "i": "import a sheet",
    "d": "see a demo",
    "q": "quit",
}
COMMANDS = (
    ('ringback add "EMPLOYER"', "one opening by hand"),
    ("ringback import FILE", "the sheet that you have kept so far"),
    ("ringback demo", "a made-up search, in a book of its own"),
)


def main_job(ctx: click.Context, door: Door) -> None:
    """Open the day; where nothing is kept yet, begin, and end on the first step or on the day."""
    from ringback.cli.today import today

    book.load()
    if _is_begun(door):
        ctx.invoke(today)
        return
    _welcome(door)
    if not somebody_is_there():
        return
    answer = choose("What would you like?", CHOICES, "a")
    if answer == "a":
        _add(ctx, door)
    elif answer == "i":
        _import(door)
        _ask_name(door)
        click.echo()
        ctx.invoke(today)
    elif answer == "d":
        from ringback.cli.demo import demo

        # It shows its own day at the end.
        ctx.invoke(demo)


def _is_begun(door: Door) -> bool:
    """Whether there is a search already; raises Refusal for a book that cannot be read."""
    try:
        door.desk()
    except Refusal as refusal:
        if refusal.code is Code.NO_BOOK:
            return False
        raise
    return True


def _welcome(door: Door) -> None:
    from ringback.cli.screen import QUIET, STRONG, Screen

    screen = Screen(door)
    screen.line(("Ringback makes their phone ring.", STRONG))
    screen.gap()
    if somebody_is_there():
        return
    screen.line(
        "Record what you sent, to whom and when. Every morning Ringback tells you whom to call, "
        "at which number, between which hours where they are, and with which words. What came of "
        "the call sets the next step. Everything stays on this computer."
    )
    screen.gap()
    screen.line("There is nothing in your book yet. Begin with one of these:")
    screen.table(COMMANDS, 2)
    screen.gap()
    screen.line(("ringback --help lists every command.", QUIET))


def _import(door: Door) -> None:
    from ringback.cli.import_view import read_in

    text = line("Which file (CSV, XLSX, ODS, or an export)?", needed=True).strip("'\"")
    read_in(door, Path(text).expanduser(), None, "", dry_run=False, yes=False)
    click.echo()


def _add(ctx: click.Context, door: Door) -> None:
    """The first opening, and the page of its step: that is what the seeker came for."""
    from ringback.cli.next_step import next_
    from ringback.cli.opening_asked import ask_and_add

    desk, logged, _ = ask_and_add(door, and_seeker=True)
    if not (desk.search.zone and desk.search.country):
        # Else the page says what time it is here and there, which tells as much.
        door.tell_begun(desk)
    click.echo()
    ctx.invoke(next_, opening=str(logged.opening.pk))


def _ask_name(door: Door) -> None:
    """Ask for what the words need of the seeker; Enter leaves it for later."""
    from ringback.cli.seeker_asked import QUESTIONS, keep_seeker

    desk = door.desk()
    if desk.search.seeker_name:
        return
    said: dict[str, str] = {}
    try:
        while not in_turn(QUESTIONS, said):
            # There is nothing before them to go back to.
            continue
    except GOES_AWAY:
        keep_seeker(desk, said)
        kept = "what was read and your name are" if said.get("name") else "what was read is"
        raise click.Abort(f"Stopped: {kept} kept.") from None
    keep_seeker(desk, said)
