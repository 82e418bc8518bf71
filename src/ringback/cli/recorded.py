"""What is said once something was recorded: what it was, and the step that follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.cli import shapes
from ringback.cli.door import Door

if TYPE_CHECKING:
    from ringback.book.openings import Opening
    from ringback.cli.screen import Screen
    from ringback.desk.desk import Desk
    from ringback.desk.record import Logged
    from ringback.doors.words import Speech


def tell(door: Door, desk: Desk, logged: Logged, *, also: tuple[str, ...] = ()) -> None:
    """Answer for a verb that recorded something; ``also`` are more lines, such as a warning."""
    if door.json:
        door.answer(shape(logged))
        return
    from ringback.cli.screen import Screen
    from ringback.doors.words import speech

    show(Screen(door), desk, logged, speech(desk), also)


def tell_what_comes(door: Door, desk: Desk) -> None:
    """One line on what can be done now: the next of the day, or one opening more."""
    if door.json:
        return
    from ringback.cli.screen import QUIET, STRONG, Screen
    from ringback.desk.today import today
    from ringback.doors.step_words import doing_next

    first, screen = today(desk).first, Screen(door)
    screen.gap()
    if first is None:
        another = ("ringback add", STRONG), (" adds another.", QUIET)
        screen.line(("Nothing else is due: ", QUIET), *another)
        return
    what = f"  {doing_next(first.row)}, {first.row.employer}"
    screen.line(("ringback next", STRONG), (what, QUIET))


def shape(logged: Logged) -> shapes.Shape:
    """The same as JSON."""
    return {
        "opening": shapes.opening(logged.opening),
        "touches": [shapes.touch(one) for one in logged.touches],
        "step": shapes.step(logged.step),
    }


def show(
    screen: Screen, desk: Desk, logged: Logged, speech: Speech, also: tuple[str, ...] = ()
) -> None:
    """The recorded touches in words, then the next step."""
    from ringback.cli.screen import QUIET, STRONG
    from ringback.doors.step_words import job, what_and_when

    opening = logged.opening
    name = job(opening.title, opening.employer.name)
    screen.line((f"#{opening.pk}  ", QUIET), (name, STRONG))
    for one in logged.touches:
        if one.opening_id == opening.pk and one.kind != "struck":
            screen.line(f"{what_and_when(one, speech)}.", indent=2)
    for line in also:
        screen.line(line, indent=2)
    show_step(screen, desk, opening, speech)
    others = {one.opening for one in logged.touches if one.opening_id != opening.pk}
    for other in others:
        screen.line((f"#{other.pk}  ", QUIET), (job(other.title, other.employer.name), STRONG))
        show_step(screen, desk, other, speech)


def show_step(screen: Screen, desk: Desk, opening: Opening, speech: Speech) -> None:
    """The next step of an opening in one paragraph, or that it is closed."""
    from ringback.cli.screen import QUIET, STRONG
    from ringback.desk.ended import never_added
    from ringback.desk.today import item_of
    from ringback.doors.hours import zone_there
    from ringback.doors.step_words import doing_next

    item = item_of(desk, opening.pk)
    if item is None:
        if never_added(desk, opening):
            back = f"it was never added. `ringback redo {opening.pk}` brings it back."
            screen.line(("Taken back: ", STRONG), back, indent=2)
        else:
            screen.line(("Closed. ", STRONG), "Nothing more is to be done on it.", indent=2)
        return
    row = item.row
    if row.exact:
        when = speech.both(row.earliest, zone_there(item))
    elif item.is_call:
        when = speech.both(item.open.start, zone_there(item)).replace(", ", " from ", 1)
        if item.open.start <= desk.now:
            when = f"now, until {speech.clock(item.open.end)}"
    else:
        when = speech.day(max(row.day, speech.today))
    on = "" if when.startswith(("now", "today", "tomorrow", "yesterday")) else "on "
    why = row.why if row.why.endswith("?") else f"{row.why}."
    screen.line(("Next: ", STRONG), f"{doing_next(row)}, {on}{when}.", (f" {why}", QUIET), indent=2)
