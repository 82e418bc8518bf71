"""`ringback offer`: record an offer, accept it or decline it."""

import click

from ringback.cli.door import Door, pass_door
from ringback.cli.options import happened_option, json_option, note_option, opening_argument
from ringback.cli.recorded import tell


@click.command()
@opening_argument
@click.option("--decide-by", metavar="DAY", help="The day by which they want to know.")
@click.option("--accept", is_flag=True, help="You take it: the opening closes as hired.")
@click.option("--decline", is_flag=True, help="You decline it: the opening closes.")
@note_option
@happened_option
@json_option
@pass_door
def offer(
    door: Door, opening: str, decide_by: str | None, accept: bool, decline: bool, note: str,
    at: str | None,
) -> None:  # fmt: skip
    """Record an offer for OPENING, or your answer to it."""
    from ringback.desk.answers import decide, log_offer
    from ringback.desk.openings import find_opening

    if accept and decline:
        raise click.UsageError("Either --accept or --decline.")
    if (accept or decline) and (decide_by or at):
        raise click.UsageError("--decide-by and --at go with a new offer, not with your answer.")
    desk = door.desk()
    found = find_opening(desk, opening)
    if accept or decline:
        tell(door, desk, decide(desk, found, accepted=accept, note=note))
        return
    day = door.day(desk, decide_by) if decide_by else None
    logged = log_offer(desk, found, at=door.happened(desk, at), decide_by=day, note=note)
    tell(door, desk, logged)
