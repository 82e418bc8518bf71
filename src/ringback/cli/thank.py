"""`ringback thank`: record that somebody was thanked."""

import click

from ringback.cli.door import Door, pass_door
from ringback.cli.options import happened_option, json_option, note_option, opening_argument
from ringback.cli.recorded import tell


@click.command()
@opening_argument
@click.option("--whom", metavar="NAME", help="Whom, if not the one whom the step names.")
@note_option
@happened_option
@json_option
@pass_door
def thank(door: Door, opening: str, whom: str | None, note: str, at: str | None) -> None:
    """Record that you said thank you for an interview, a talk or a name on OPENING."""
    from ringback.desk.answers import thank as say_thanks
    from ringback.desk.openings import find_opening, find_person

    desk = door.desk()
    found = find_opening(desk, opening)
    person = find_person(desk, None, whom) if whom else None
    tell(door, desk, say_thanks(desk, found, at=door.happened(desk, at), person=person, note=note))
