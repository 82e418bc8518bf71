"""`ringback interview`: book an interview, or record that it was held."""

import click

from ringback.cli.door import Door, pass_door
from ringback.cli.options import happened_option, json_option, note_option, opening_argument
from ringback.cli.recorded import tell


@click.command()
@opening_argument
@click.argument("moment", required=False, metavar="[MOMENT]")
@click.option("--held", is_flag=True, help="It has taken place.")
@click.option("--promised", metavar="DAY", help="With --held: the day of the answer they named.")
@click.option("--with", "person", metavar="NAME", help="With whom, if not with the manager.")
@note_option
@happened_option
@json_option
@pass_door
def interview(
    door: Door, opening: str, moment: str | None, held: bool, promised: str | None,
    person: str | None, note: str, at: str | None,
) -> None:  # fmt: skip
    """Book an interview for OPENING at MOMENT, or record with --held that it took place.

    MOMENT is on their clock; end it with “here” for yours. After an interview, thanks become due,
    and later the question where things stand.
    """
    from ringback.cli.told import place_called, remarks
    from ringback.desk.answers import book_interview, log_interview
    from ringback.desk.openings import find_opening, find_person

    if held == bool(moment):
        raise click.UsageError("Say when the interview is, or --held when it has taken place.")
    if promised and not held:
        raise click.UsageError("--promised goes with --held.")
    desk = door.desk()
    found = find_opening(desk, opening)
    whom = find_person(desk, found.employer, person) if person else None
    when = door.happened(desk, at)
    if moment:
        set_for = door.moment(desk, moment, place_called(desk, found))
        logged = book_interview(desk, found, set_for, at=when, person=whom, note=note)
        tell(door, desk, logged, also=remarks(desk, logged, note))
        return
    answer_by = door.day(desk, promised) if promised else None
    tell(door, desk, log_interview(
        desk, found, at=when, person=whom, promised=answer_by, note=note
    ))  # fmt: skip
