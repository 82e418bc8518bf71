"""`ringback undo` and `ringback redo`: take the last act back, and bring it back."""

import click

from ringback.cli.door import Door, pass_door
from ringback.cli.options import json_option, maybe_opening_argument, note_option
from ringback.cli.recorded import tell
from ringback.desk.refusal import Code, Refusal


@click.command()
@maybe_opening_argument
@note_option
@json_option
@pass_door
def undo(door: Door, opening: str | None, note: str) -> None:
    """Take back the last thing that was recorded, in the whole search or on OPENING.

    It stays in the history, marked as taken back, and everything is as it was before: the step,
    the stage, the day.
    """
    from ringback.desk.course import last_act, strike
    from ringback.desk.openings import find_opening
    from ringback.doors.step_words import what_happened
    from ringback.doors.words import speech

    desk = door.desk()
    act = last_act(desk, find_opening(desk, opening) if opening else None)
    if not act:
        raise Refusal(Code.NOTHING, "There is nothing to take back.")
    said = speech(desk)
    lines = [f"Taken back: {what_happened(one, said)}, {said.moment(one.at)}." for one in act]
    logged = strike(desk, tuple(one.uid for one in act), note)
    tell(door, desk, logged, also=(*lines, "`ringback redo` brings it back."))


@click.command()
@maybe_opening_argument
@json_option
@pass_door
def redo(door: Door, opening: str | None) -> None:
    """Bring back what the last `ringback undo` took back, if nothing was recorded since."""
    from ringback.desk.course import last_undo, strike
    from ringback.desk.openings import find_opening
    from ringback.doors.step_words import what_happened
    from ringback.doors.words import speech

    desk = door.desk()
    strikes, back = last_undo(desk, find_opening(desk, opening) if opening else None)
    if not strikes:
        raise Refusal(Code.NOTHING, "Nothing was taken back just now.")
    said = speech(desk)
    lines = [f"Brought back: {what_happened(one, said)}, {said.moment(one.at)}." for one in back]
    tell(door, desk, strike(desk, strikes), also=tuple(lines))
