"""`ringback undo` and `ringback redo`: take the last act back, and bring it back."""

import click

from ringback.cli.door import Door, pass_door
from ringback.cli.options import json_option, maybe_opening_argument, note_option
from ringback.cli.recorded import tell
from ringback.core.touches import Kind
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
    # With its adding the whole opening goes, which is told in one line in place of its step.
    added = {one.opening_id for one in act if one.kind == Kind.ADDED.value}
    lines = [
        f"Taken back: {what_happened(one, said)}, {said.past(one.at)}."
        for one in act
        if one.opening_id not in added
    ]
    logged = strike(desk, tuple(one.uid for one in act), note)
    if logged.opening.pk not in added:
        lines.append(f"`ringback redo {logged.opening.pk}` brings it back.")
    tell(door, desk, logged, also=tuple(lines))


@click.command()
@maybe_opening_argument
@json_option
@pass_door
def redo(door: Door, opening: str | None) -> None:
    """Bring back what the last `ringback undo` took back, if nothing was recorded since."""
    from ringback.desk.course import last_undo, strike
    from ringback.desk.ended import last_taken_back
    from ringback.desk.openings import find_opening
    from ringback.doors.step_words import what_happened
    from ringback.doors.words import speech

    desk = door.desk()
    strikes, back = last_undo(desk, find_opening(desk, opening) if opening else None)
    if not strikes:
        before = last_taken_back(desk) if opening is None else None
        hint = ""
        if before is not None and last_undo(desk, before)[0]:
            hint = f"What was taken back before: `ringback redo {before.pk}`."
        raise Refusal(Code.NOTHING, "Nothing was taken back just now.", hint)
    said = speech(desk)
    lines = [f"Brought back: {what_happened(one, said)}, {said.past(one.at)}." for one in back]
    tell(door, desk, strike(desk, strikes), also=tuple(lines))
