"""`ringback ties`: who of your own people can open a door, and what to ask them."""

import click

from ringback.cli import shapes
from ringback.cli.door import Door, pass_door
from ringback.cli.options import json_option


@click.command()
@click.argument("where", required=False, metavar="[EMPLOYER|OPENING]")
@click.option("--words", is_flag=True, help="What to ask each of them, not the first one alone.")
@json_option
@pass_door
def ties(door: Door, where: str | None, *, words: bool) -> None:
    """Your own people at an EMPLOYER or for an OPENING; without one, for all that is open.

    They come from what you read in: LinkedIn's export, your address book. Shown is who works there
    or did, how strong the tie is and why, where that is from, and what to ask. A doubt is marked.
    `ringback refer` keeps what came of asking.
    """
    from ringback.desk.ties import all_doors, connections_at, place_named, words_for

    desk = door.desk()
    doors = (connections_at(desk, place_named(desk, where)),) if where else all_doors(desk)
    if door.json:
        shown = [
            shapes.back_door(one, [words_for(desk, one, opener) for opener in one.people])
            for one in doors
        ]
        door.answer({"doors": shown})
        return
    from ringback.cli import ties_view
    from ringback.cli.screen import Screen

    screen = Screen(door)
    if not doors:
        ties_view.show_nobody(screen)
    for one in doors:
        asked = one.people if words else one.people[:1] if where else ()
        ties_view.show_door(screen, one, [(who, words_for(desk, one, who)) for who in asked])
