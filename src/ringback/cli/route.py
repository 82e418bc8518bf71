"""`ringback route`: add a number or a mail address."""

import click

from ringback.cli import shapes
from ringback.cli.door import Door, pass_door
from ringback.cli.options import json_option, opening_argument
from ringback.core.people import RouteKind


@click.command()
@opening_argument
@click.argument("value", metavar="NUMBER-OR-MAIL")
@click.option(
    "--of",
    "person",
    metavar="NAME",
    help="Whose it is. Without it: the manager's, or the switchboard where nobody is named.",
)
@click.option("--switchboard", is_flag=True, help="It is the employer's main number.")
@click.option("--mobile", is_flag=True, help="It is a mobile number; it is only used last.")
@click.option("--source", default="", metavar="TEXT", help="Where it is from.")
@click.option(
    "--not-to-be-used",
    "restriction",
    default="",
    metavar="REASON",
    help="Keep it, but never use it: “private, not published”.",
)
@json_option
@pass_door
def route(
    door: Door, opening: str, value: str, person: str | None, switchboard: bool, mobile: bool,
    source: str, restriction: str,
) -> None:  # fmt: skip
    """Add a number or a mail address for OPENING, with where it is from."""
    from ringback.cli.recorded import show_step
    from ringback.cli.screen import Screen
    from ringback.desk.openings import find_opening, find_person
    from ringback.desk.parties import YOUR_WORD, Source, add_route
    from ringback.desk.sending import gate
    from ringback.doors.words import number, speech

    if switchboard and (person or mobile):
        raise click.UsageError("--switchboard is nobody's own number.")
    desk = door.desk()
    found = find_opening(desk, opening)
    whose = gate(desk, found).manager if not switchboard else None
    if person:
        whose = find_person(desk, found.employer, person)
    kind = RouteKind.MOBILE if mobile else None
    added = add_route(
        desk, value, employer=found.employer, person=whose, kind=kind,
        source=Source(source) if source else YOUR_WORD, restriction=restriction,
    )  # fmt: skip
    if door.json:
        owner = shapes.person(whose) if whose else None
        door.answer({"route": shapes.route(added), "person": owner})
        return
    screen, said = Screen(door), speech(desk)
    shown = number(added.value, added.extension, said.country)
    owner_name = whose.name if whose else f"the switchboard of {found.employer.name}"
    screen.line(f"{shown} is kept for {owner_name}.")
    show_step(screen, desk, found, said)
