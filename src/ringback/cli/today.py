"""`ringback today`: the day as the seeker faces it."""

import click

from ringback.cli import shapes
from ringback.cli.door import Door, pass_door
from ringback.cli.options import as_of_option, json_option


@click.command()
@as_of_option
@json_option
@pass_door
def today(door: Door) -> None:
    """The day: what to do next, and what after it.

    On top stands follow-up coverage: of all follow-ups that were due, how many were made. Below
    it the one next thing, ready to do: whom, at which number, until when they can be called there,
    what was sent to them and why it is due. Then the rest of the day, what has to wait and why,
    and, on a day without work, what comes next.
    """
    from ringback.desk.today import today as today_of

    desk = door.desk()
    day = today_of(desk)
    if door.json:
        door.answer(shapes.today(day, desk.search.name))
        return
    from ringback.cli.screen import Screen
    from ringback.cli.today_view import show_today

    show_today(Screen(door), desk, day)
