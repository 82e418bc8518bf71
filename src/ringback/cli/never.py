"""`ringback never`: somebody is not to be contacted again, or wants no calls."""

import click

from ringback.cli.door import Door, pass_door
from ringback.cli.options import json_option, note_option, opening_argument
from ringback.cli.recorded import tell
from ringback.core.touches import Bar


@click.command()
@opening_argument
@click.option("--person", metavar="NAME", help="Whom, if not the one whom the step is about.")
@click.option("--no-calls", is_flag=True, help="Only no calls: mails go on instead.")
@note_option
@json_option
@pass_door
def never(door: Door, opening: str, person: str | None, no_calls: bool, note: str) -> None:
    """Never contact the person of OPENING again; or, with --no-calls, write instead of calling.

    Never means never: under every record of them, in every opening, and also if they come back in
    a later import. Only `ringback undo` takes it back, where it was a slip.
    """
    from ringback.desk.course import bar
    from ringback.desk.openings import find_opening, find_person

    desk = door.desk()
    found = find_opening(desk, opening)
    whom = find_person(desk, found.employer, person) if person else None
    what = Bar.NO_CALLS if no_calls else Bar.DO_NOT_CONTACT
    tell(door, desk, bar(desk, found, what, person=whom, note=note))
