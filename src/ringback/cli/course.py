"""The course of an opening: `pause`, `resume`, `skip`, `note`, `close` and `reopen`."""

import click

from ringback.cli.door import Door, pass_door
from ringback.cli.options import json_option, note_option, opening_argument
from ringback.cli.recorded import tell
from ringback.core.touches import Kind, Reason

# What a person closes an opening for; an offer is answered with `ringback offer`.
REASONS = {
    Reason.WITHDRAWN: "you no longer want it",
    Reason.REJECTED: "they said no",
    Reason.NOT_INTERESTED: "they are not interested",
    Reason.FILLED: "the job is filled",
    Reason.NO_ANSWER: "they never answered",
    Reason.DUPLICATE: "it is in the book twice",
    Reason.NOT_ADDED: "it should not have been added",
    Reason.HIRED: "you got it",
    Reason.DECLINED: "you declined an offer",
}


class CloseCommand(click.Command):
    """A command whose help ends with the reasons."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Reasons"):
            formatter.write_dl([(reason.value, says) for reason, says in REASONS.items()])


@click.command()
@opening_argument
@click.argument("until", metavar="DAY")
@note_option
@json_option
@pass_door
def pause(door: Door, opening: str, until: str, note: str) -> None:
    """Let OPENING rest through DAY; its step comes after it."""
    from ringback.desk.course import pause as pause_opening
    from ringback.desk.openings import find_opening

    desk = door.desk()
    found = find_opening(desk, opening)
    tell(door, desk, pause_opening(desk, found, door.day(desk, until), note))


@click.command()
@opening_argument
@json_option
@pass_door
def resume(door: Door, opening: str) -> None:
    """End the pause of OPENING early."""
    from ringback.desk.course import resume as resume_opening
    from ringback.desk.openings import find_opening

    desk = door.desk()
    tell(door, desk, resume_opening(desk, find_opening(desk, opening)))


@click.command()
@opening_argument
@click.argument("why", metavar="REASON")
@json_option
@pass_door
def skip(door: Door, opening: str, why: str) -> None:
    """Pass over the step that is due on OPENING, for a REASON that is kept."""
    from ringback.desk.course import skip as skip_step
    from ringback.desk.openings import find_opening

    desk = door.desk()
    tell(door, desk, skip_step(desk, find_opening(desk, opening), why))


@click.command()
@opening_argument
@click.argument("text", metavar="TEXT")
@json_option
@pass_door
def note(door: Door, opening: str, text: str) -> None:
    """Keep a remark with OPENING; it changes nothing else."""
    from ringback.cli.told import remarks
    from ringback.desk.course import add_note
    from ringback.desk.openings import find_opening

    desk = door.desk()
    logged = add_note(desk, find_opening(desk, opening), text)
    tell(door, desk, logged, also=remarks(desk, logged, text))


@click.command(cls=CloseCommand)
@opening_argument
@click.argument("reason", metavar="REASON", type=click.Choice([one.value for one in REASONS]))
@note_option
@json_option
@pass_door
def close(door: Door, opening: str, reason: str, note: str) -> None:
    """Close OPENING for a REASON; it can be reopened.

    A REASON of two words is put in quotes: "no answer".
    """
    from ringback.desk.course import close as close_opening
    from ringback.desk.openings import find_opening

    desk = door.desk()
    found = find_opening(desk, opening)
    tell(door, desk, close_opening(desk, found, Reason(reason), note))


@click.command()
@opening_argument
@note_option
@json_option
@pass_door
def reopen(door: Door, opening: str, note: str) -> None:
    """Open OPENING again, closed or resting; it goes on with what is on file."""
    from ringback.desk.course import reopen as reopen_opening
    from ringback.desk.openings import find_opening

    desk = door.desk()
    logged = reopen_opening(desk, find_opening(desk, opening), note)
    back = all(one.kind == Kind.STRUCK.value for one in logged.touches)
    tell(door, desk, logged, also=("Brought back.",) if back else ())
