"""`ringback gate`: what is missing before something can be sent."""

import click

from ringback.cli import shapes
from ringback.cli.door import Door, pass_door
from ringback.cli.exits import REFUSED
from ringback.cli.options import json_option, maybe_opening_argument
from ringback.desk.refusal import Code


@click.command()
@maybe_opening_argument
@json_option
@pass_door
def gate(door: Door, opening: str | None) -> int:
    """What is missing before OPENING can be sent; without it, over all open openings.

    The gate opens when the manager is named, can be reached, and it is known where both are from.
    For one opening the exit code is 0 when the gate is open, 5 when it is shut.
    """
    from ringback.cli.screen import Screen
    from ringback.desk.openings import find_opening
    from ringback.desk.sending import gaps
    from ringback.desk.sending import gate as gate_of

    desk = door.desk()
    gates = [gate_of(desk, find_opening(desk, opening))] if opening is not None else gaps(desk)
    if door.json:
        door.answer({"gates": [shapes.gate(one) for one in gates]})
    else:
        from ringback.cli.gate_view import show_gates

        show_gates(Screen(door), gates)
    shut = opening is not None and not gates[0].opens
    return REFUSED[Code.GATE] if shut else 0
