"""`ringback next`: the one next step, with everything that it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ringback.cli import shapes
from ringback.cli.door import Door, pass_door
from ringback.cli.options import as_of_option, json_option, maybe_opening_argument
from ringback.desk.refusal import Code, Refusal

if TYPE_CHECKING:
    from ringback.book.parties import Search

# What the words lack of the seeker, and the command that puts it in.
_LACKING = {
    "name": ("name is", 'ringback config --name "Your Name"'),
    "number": ("number is", 'ringback config --number "Your number, as you say it"'),
    "both": (
        "name and number are",
        'ringback config --name "Your Name" --number "Your number, as you say it"',
    ),
}


@click.command("next")
@maybe_opening_argument
@click.option("--call", "calls", is_flag=True, help="The next call, whatever else comes before it.")
@click.option("--all", "whole", is_flag=True, help="Every part of the script, objections too.")
@click.option("--qr", is_flag=True, help="Show the number as a QR code to scan with your phone.")
@as_of_option
@json_option
@pass_door
def next_(door: Door, opening: str | None, calls: bool, whole: bool, qr: bool) -> None:
    """The next step, ready to do; of OPENING, or of the day.

    For a call: the number, which hour it is there and until when they can be called, the words to
    say with how long they take, what was sent, all that happened so far, where the name and the
    number come from, and what must not be done.
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
            raise Refusal(
                Code.NOTHING,
                "No call is due." if calls else "Nothing is due.",
                "`ringback today` says what comes next.",
            )
        found = find_opening(desk, str(queue[0].row.opening))
    card = card_of(desk, found)
    if door.json:
        door.answer(shapes.card(card, desk.today))
        return
    from ringback.cli import card_view
    from ringback.cli.screen import QUIET, STRONG, Screen
    from ringback.doors.words import speech

    screen, said = Screen(door), speech(desk)
    card_view.show_step(screen, card, said)
    if qr:
        card_view.show_qr(screen, card)
    left_out = card_view.show_script(screen, card, whole=whole)
    if card.script and (lacking := _lacking(desk.search)):
        what, command = _LACKING[lacking]
        screen.gap()
        screen.line(f"Your own {what} not in these words yet:")
        screen.line((command, STRONG), indent=2)
    if left_out:
        screen.gap()
        more = f"ringback next {found.pk} --all"
        screen.line(
            (more, STRONG), (f"  {left_out} more parts: what to answer to objections", QUIET)
        )
    screen.gap()
    screen.line(("So far", STRONG))
    card_view.show_documents(screen, card)
    card_view.show_history(screen, card.history, said)
    screen.gap()
    screen.line(("Who is known there", STRONG))
    card_view.show_people(screen, card, said)
    card_view.show_after(screen, card)


def _lacking(search: Search) -> str:
    """What the words of a voicemail and an opening lack of the seeker; empty: nothing."""
    if search.seeker_name and search.seeker_number:
        return ""
    if search.seeker_name or search.seeker_number:
        return "number" if search.seeker_name else "name"
    return "both"
