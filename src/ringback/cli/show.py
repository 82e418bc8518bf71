"""`ringback show`: all openings by stage, or one with everything about it."""

import click

from ringback.cli import shapes
from ringback.cli.door import Door, pass_door
from ringback.cli.options import as_of_option, json_option, maybe_opening_argument
from ringback.core.touches import Stage


@click.command()
@maybe_opening_argument
@click.option(
    "--stage", type=click.Choice([stage.value for stage in Stage]), help="Only those at one stage."
)
@click.option("--closed", is_flag=True, help="Closed ones as well.")
@as_of_option
@json_option
@pass_door
def show(door: Door, opening: str | None, stage: str | None, closed: bool) -> None:
    """All openings, by stage, with what each waits for; or everything about OPENING."""
    desk = door.desk()
    if opening is None:
        from ringback.desk.listing import listed

        rows = listed(desk, stage=Stage(stage) if stage else None, closed=closed)
        if door.json:
            door.answer({"openings": [shapes.listed(row) for row in rows]})
            return
        from ringback.cli.list_view import show_list
        from ringback.cli.screen import Screen
        from ringback.doors.words import speech

        show_list(Screen(door), rows, speech(desk))
        return
    if stage or closed:
        raise click.UsageError("--stage and --closed are for the list of all.")
    from ringback.desk.card import card as card_of
    from ringback.desk.openings import find_opening

    card = card_of(desk, find_opening(desk, opening))
    if door.json:
        door.answer(shapes.card(card, desk.today))
        return
    from ringback.cli import card_view
    from ringback.cli.screen import Screen
    from ringback.doors.words import speech

    card_view.show_whole(Screen(door), card, speech(desk))
