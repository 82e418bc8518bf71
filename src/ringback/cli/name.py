"""`ringback name`: name the one who hires."""

from typing import TypedDict, Unpack

import click

from ringback.cli.door import Door, pass_door
from ringback.cli.options import happened_option, json_option, opening_argument
from ringback.cli.recorded import tell


class Said(TypedDict):
    """What can be said of a manager besides the name."""

    title: str
    numbers: tuple[str, ...]
    mails: tuple[str, ...]
    spelling: str
    source: str
    detail: str


@click.command()
@opening_argument
@click.argument("name", metavar="NAME")
@click.option("-t", "--title", default="", help="Their title; whether they are HR is seen from it.")
@click.option("--number", "numbers", multiple=True, help="Their number, with its country code.")
@click.option("--mail", "mails", multiple=True, help="Their mail address.")
@click.option("--spelling", default="", metavar="TEXT", help="How the name is said: “RAY-ess”.")
@click.option(
    "--source",
    default="",
    metavar="TEXT",
    help="Where the name is from: “team page”, “receptionist”, “Ana Ruiz”.",
)
@click.option(
    "--detail", default="", metavar="TEXT", help="The page, the row, the day of the call."
)
@happened_option
@json_option
@pass_door
def name(door: Door, opening: str, name: str, at: str | None, **said: Unpack[Said]) -> None:
    """Name NAME as the manager of OPENING: the one who hires for it.

    The name and each way to reach them keep where they are from. Somebody in HR is not the one,
    unless the job is in HR: the gate will say so.
    """
    from ringback.desk.course import name_manager
    from ringback.desk.openings import find_opening
    from ringback.desk.parties import OWN_WORD, Source
    from ringback.desk.sending import gate

    desk = door.desk()
    found = find_opening(desk, opening)
    logged = name_manager(
        desk,
        found,
        name,
        title=said["title"],
        routes=(*said["numbers"], *said["mails"]),
        spoken=said["spelling"],
        source=Source(said["source"] or OWN_WORD, said["detail"]),
        at=door.happened(desk, at),
    )
    still = tuple(f"Still missing: {one.says}." for one in gate(desk, logged.opening).missing)
    tell(door, desk, logged, also=still)
