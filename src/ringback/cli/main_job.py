"""`ringback` without a command: today's list; with no book yet, a welcome and a first step."""

from pathlib import Path

import click

from ringback.cli.ask import choose, somebody_is_there
from ringback.cli.door import Door
from ringback.core.touches import Via
from ringback.desk.refusal import Code, Refusal
from ringback.doors import book
from ringback.doors.days import NotAMoment

CHOICES = {
    "d": "look at a demo: a made-up search of 25 résumés, in a book of its own",
    "i": "read in the sheet that you have kept so far (CSV, XLSX, ODS, or an export)",
    "a": "begin with one employer",
    "q": "not now",
}
# What the first opening is asked about, and the option of `ringback add` that says it.
QUESTIONS = (
    ("Which employer?", ""),
    ("Which job? (Enter: none advertised)", "--title"),
    ("Who hires for it? (Enter: not known yet)", "--manager"),
    ("Their title? (Enter: not known yet)", "--manager-title"),
    ("Their number? (Enter: not known yet)", "--number"),
    ("When did your letter go out, such as Monday or 11/16? (Enter: not yet)", "--sent"),
    (f"How did it go: {', '.join(Via)}? (Enter: mail)", "--via"),
)
# What is only asked where something else was answered.
_AFTER = {"--manager-title": "--manager", "--number": "--manager", "--via": "--sent"}
COMMANDS = (
    ("ringback demo", "a made-up search, in a book of its own"),
    ("ringback import FILE", "the sheet that you have kept so far"),
    ('ringback add "EMPLOYER"', "one opening by hand"),
)


def main_job(ctx: click.Context, door: Door) -> None:
    """Open the day; where nothing is kept yet, begin, and end on the day all the same."""
    from ringback.cli.today import today

    book.load()
    if _is_begun(door):
        ctx.invoke(today)
        return
    _welcome(door)
    if not somebody_is_there():
        return
    answer = choose("What would you like?", CHOICES, "d")
    if answer == "d":
        from ringback.cli.demo import demo

        # It shows its own day at the end.
        ctx.invoke(demo)
        return
    if answer == "i":
        _import(door)
    elif answer == "a":
        _add(ctx)
    if answer != "q":
        _ask_name(door)
        ctx.invoke(today)


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
    screen.line(("You sent the résumé. Ringback makes their phone ring.", STRONG))
    screen.gap()
    screen.line(
        "Record what you sent, to whom and when. Every morning Ringback tells you whom to call, "
        "at which number, between which hours where they are, and with which words. What came of "
        "the call sets the next step. Everything stays on this computer."
    )
    screen.gap()
    if somebody_is_there():
        return
    screen.line("There is nothing in your book yet. Begin with one of these:")
    screen.table(COMMANDS, 2)
    screen.gap()
    screen.line(("ringback --help lists every command.", QUIET))


def _import(door: Door) -> None:
    from ringback.cli.import_view import read_in

    text = str(click.prompt("Which file?", prompt_suffix=" ")).strip().strip("'\"")
    read_in(door, Path(text).expanduser(), None, "", dry_run=False, yes=False)
    click.echo()


def _ask_name(door: Door) -> None:
    """Ask for what the words need of the seeker; Enter leaves it for later."""
    from ringback.desk.searches import tell_about_seeker

    desk = door.desk()
    if desk.search.seeker_name:
        return
    name = _told("Your own name, as you say it on the telephone? (Enter: later)")
    if name:
        number = _told("Your number, as you say it in a voicemail? (Enter: later)")
        tell_about_seeker(desk, name=name, number=number or None)
    click.echo()


def _told(question: str) -> str:
    return str(click.prompt(question, default="", show_default=False, prompt_suffix=" ")).strip()


def _answer(question: str, option: str, before: str) -> str:
    """What is said; Enter says what was said before, or nothing where that can be."""
    if option == "--via":
        ways = click.Choice([via.value for via in Via])
        given = click.prompt(
            question, type=ways, show_choices=False, default=before or Via.MAIL.value,
            show_default=bool(before), prompt_suffix=" ",
        )  # fmt: skip
        return str(given)
    default = before or None if not option else before
    given = click.prompt(question, default=default, show_default=bool(before), prompt_suffix=" ")
    return str(given)


def _add(ctx: click.Context) -> None:
    """Ask for the first opening, once more where an answer cannot be kept."""
    from ringback.cli.add import add

    said: dict[str, str] = {}
    asked = {option for _, option in QUESTIONS}
    while True:
        for question, option in QUESTIONS:
            if option in _AFTER and not said[_AFTER[option]]:
                said[option] = ""
            elif option in asked:
                said[option] = _answer(question, option, said.get(option, "")).strip()
        words = [word for pair in said.items() if pair[1] for word in pair if word]
        try:
            with add.make_context("add", words, parent=ctx) as inner:
                add.invoke(inner)
        except (Refusal, NotAMoment) as trouble:
            click.echo(f"\n{trouble} {trouble.hint}\n")
            asked = {option for _, option in QUESTIONS}
            if isinstance(trouble, NotAMoment):
                # Nothing else of it is a day.
                asked, said["--sent"] = {"--sent"}, ""
            continue
        click.echo()
        return
