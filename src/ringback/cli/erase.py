"""`ringback erase`: remove a person, or the whole search, for good."""

import click

from ringback.cli.ask import somebody_is_there, yes_or_no
from ringback.cli.door import Door, pass_door
from ringback.cli.options import json_option
from ringback.desk.refusal import Code, Refusal


@click.command()
@click.option("--person", metavar="NAME", help="Remove all that says who this person is.")
@click.option("--at-employer", metavar="OPENING", help="With --person: where they are known.")
@click.option("--everything", is_flag=True, help="Remove the whole search with all that is in it.")
@click.option("-y", "--yes", is_flag=True, help="Do not ask once more.")
@json_option
@pass_door
def erase(
    door: Door, person: str | None, at_employer: str | None, everything: bool, yes: bool
) -> None:
    """Remove a person, or the whole search, for good; no undo brings it back.

    What was done with an erased person stays, without their name, numbers and notes. If they asked
    not to be contacted, that stays in force: they are still recognised, without being named.
    """
    from ringback.desk.erase import erase_person, erase_search
    from ringback.desk.openings import find_opening, find_person

    if everything == (person is not None):
        raise click.UsageError("Either --person NAME or --everything.")
    desk = door.desk()
    asking = somebody_is_there() and not yes
    if person is None:
        name = desk.search.name
        sure = yes or (asking and yes_or_no(f"Remove the whole search “{name}”?", default=False))
        erase_search(desk, sure=sure)
        _tell(door, f"The search “{name}” is gone.")
        return
    employer = find_opening(desk, at_employer).employer if at_employer else None
    found = find_person(desk, employer, person)
    name = found.name
    if not yes and not (asking and yes_or_no(f"Remove {name} for good?", default=False)):
        raise Refusal(Code.ASK, f"This removes {name} for good.", "Say --yes if that is meant.")
    erase_person(desk, found)
    _tell(door, f"{name} is removed everywhere in this search.")


def _tell(door: Door, sentence: str) -> None:
    if door.json:
        door.answer({"erased": True})
    else:
        click.echo(sentence)
