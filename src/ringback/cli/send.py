"""`ringback send`: record that a résumé or letter went out."""

from pathlib import Path
from typing import TypedDict, Unpack

import click

from ringback.cli.door import Door, pass_door
from ringback.cli.options import happened_option, json_option, note_option, opening_argument
from ringback.cli.recorded import tell
from ringback.core.touches import Via


class Said(TypedDict):
    """What can be said of a sending."""

    files: tuple[Path, ...]
    via: str
    promise: str | None
    to: str | None
    anyway: str
    note: str


@click.command()
@opening_argument
@click.option(
    "-f",
    "--file",
    "files",
    multiple=True,
    type=click.Path(path_type=Path),
    help="The very file that went out; give it once for each. A copy is kept.",
)
@click.option(
    "--via",
    type=click.Choice([via.value for via in Via]),
    default="mail",
    help="How it went: by e-mail (mail), by post, through a portal or “by hand”.",
)
@click.option("--promise", metavar="DAY", help="The day that the letter names for your call.")
@click.option("--to", metavar="NAME", help="Somebody other than the manager, such as a second one.")
@click.option(
    "--anyway",
    default="",
    metavar="REASON",
    help="Send although something is missing; the reason is kept, and finding it is next.",
)
@note_option
@happened_option
@json_option
@pass_door
def send(door: Door, opening: str, at: str | None, **said: Unpack[Said]) -> None:
    """Record that the résumé or letter for OPENING went out; the follow-up call becomes due.

    Ringback sends nothing itself. It only opens the gate when the manager is named, can be
    reached, and it is known where both are from: `ringback gate OPENING` says what is missing.
    """
    from ringback.desk.openings import find_opening, find_person
    from ringback.desk.sending import send as send_letter

    desk = door.desk()
    found = find_opening(desk, opening)
    logged = send_letter(
        desk,
        found,
        via=Via(said["via"]),
        at=door.happened(desk, at),
        files=said["files"],
        promise=door.day(desk, said["promise"]) if said["promise"] else None,
        anyway=said["anyway"],
        note=said["note"],
        to=find_person(desk, found.employer, said["to"]) if said["to"] else None,
    )
    kept = tuple(f"Kept a copy of {path.name}." for path in said["files"])
    tell(door, desk, logged, also=kept)
