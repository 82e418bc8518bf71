"""`ringback refer`: record that somebody the seeker knows opened the door."""

import click

from ringback.cli.door import Door, pass_door
from ringback.cli.options import happened_option, json_option, note_option, opening_argument
from ringback.cli.recorded import tell


@click.command()
@opening_argument
@click.argument("name", metavar="NAME")
@click.option("--title", default="", help="What that person does.")
@note_option
@happened_option
@json_option
@pass_door
def refer(door: Door, opening: str, name: str, title: str, note: str, at: str | None) -> None:
    """Record that NAME, somebody you know, opened the door to OPENING; thank them soon."""
    from ringback.desk.answers import refer as record_referral
    from ringback.desk.openings import find_opening

    desk = door.desk()
    found = find_opening(desk, opening)
    logged = record_referral(desk, found, name, at=door.happened(desk, at), title=title, note=note)
    tell(door, desk, logged)
