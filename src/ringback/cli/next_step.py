"""`ringback next`: the one next step, with everything that it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ringback.cli import shapes
from ringback.cli.door import Door, pass_door
from ringback.cli.options import as_of_option, json_option, maybe_opening_argument
from ringback.desk.refusal import Code, Refusal

if TYPE_CHECKING:
    from ringback.desk.day import Item


@click.command("next")
@maybe_opening_argument
@click.option("--call", "calls", is_flag=True, help="The next call, whatever else comes before it.")
@click.option("--all", "whole", is_flag=True, help="All of it, however long: objections too.")
@click.option("--qr", is_flag=True, help="Show the number as a QR code to scan with your phone.")
@as_of_option
@json_option
@pass_door
def next_(door: Door, opening: str | None, calls: bool, whole: bool, qr: bool) -> None:
    """The next step, ready to do; of OPENING, or of the day.

    For a call: the number, which hour it is there and until when they can be called, the words to
    say with how long they take, what was sent, all that happened so far, where the name and the
    number come from, and what must not be done. At a terminal as much of it is shown as fits, the
    number and the first words before all else.
    """
    from ringback.desk.card import card as card_of
    from ringback.desk.openings import find_opening
    from ringback.desk.today import today

    desk = door.desk()
    if opening:
        found = find_opening(desk, opening)
    else:
        day = today(desk)
        queue = [one for one in (day.first, *day.then) if one is not None]
        queue = [one for one in queue if one.is_call or not calls]
        if not queue:
            later = [one for one in (*day.waiting, *day.coming) if one.is_call or not calls]
            raise _nothing(later[0] if later else None, calls=calls)
        found = find_opening(desk, str(queue[0].row.opening))
    card = card_of(desk, found)
    if door.json:
        door.answer(shapes.card(card, desk.today))
        return
    from ringback.cli.screen import Screen
    from ringback.cli.step_page import show_page
    from ringback.doors.words import speech

    show_page(Screen(door), card, speech(desk), whole=whole, qr=qr)


def _nothing(later: Item | None, *, calls: bool) -> Refusal:
    """That nothing can be done now, with what comes after it."""
    if later is None:
        said = "No call is due." if calls else "Nothing is due."
        return Refusal(Code.NOTHING, said, "`ringback today` says what comes next.")
    from ringback.doors.step_words import doing_next

    said = "No call can be made now." if calls else "Nothing can be done now."
    return Refusal(
        Code.NOTHING, said,
        f"`ringback next {later.row.opening}` shows what waits: {doing_next(later.row)}.",
    )  # fmt: skip
