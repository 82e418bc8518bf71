"""`ringback merge`: two records of one person or employer become one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ringback.cli.ask import somebody_is_there, yes_or_no
from ringback.cli.door import Door, pass_door
from ringback.cli.options import json_option
from ringback.desk.refusal import Code, Refusal

if TYPE_CHECKING:
    from collections.abc import Callable

    from ringback.book.parties import Merge, Person
    from ringback.desk.desk import Desk
    from ringback.desk.merging import Preview


@click.command()
@click.argument("kept", required=False, metavar="[KEPT]")
@click.argument("gone", required=False, metavar="[GONE]")
@click.option(
    "--people",
    is_flag=True,
    help="KEPT and GONE are people: names, or their numbers from `show --json`.",
)
@click.option("--undo", is_flag=True, help="Part what was merged last.")
@click.option("-y", "--yes", is_flag=True, help="Do not ask first.")
@json_option
@pass_door
def merge(
    door: Door, kept: str | None, gone: str | None, people: bool, undo: bool, yes: bool
) -> None:
    """Let the record KEPT stand for GONE as well.

    KEPT and GONE name openings whose employers are one; with --people, two people who are one.
    It shows what would come together and asks first; --undo parts them again.
    """
    from ringback.cli.screen import STRONG, Screen
    from ringback.desk import merging

    desk = door.desk()
    screen = Screen(door)
    if undo:
        last = merging.last_merge(desk)
        if last is None:
            raise Refusal(Code.NOTHING, "Nothing was merged.")
        merging.part(desk, last)
        _tell(door, "They stand for themselves again.")
        return
    if kept is None or gone is None:
        raise click.UsageError("Name the record that is kept and the one that goes into it.")
    if people:
        preview, merge_them = _people(desk, kept, gone)
    else:
        preview, merge_them = _employers(desk, kept, gone)
    if not door.json:
        screen.line((preview.gone, STRONG), " becomes one with ", (preview.kept, STRONG), ":")
        for moved in preview.moves:
            screen.line(moved, indent=2)
    if not yes:
        if not somebody_is_there() or door.json:
            raise Refusal(Code.ASK, "Are these one and the same?", "Say --yes if they are.")
        if not yes_or_no("Are these one and the same?", default=False):
            _tell(door, "Nothing was merged.")
            return
    merge_them()
    _tell(door, f"{preview.kept} stands for both now; `ringback merge --undo` parts them.")


def _people(desk: Desk, kept: str, gone: str) -> tuple[Preview, Callable[[], Merge]]:
    from ringback.desk.merging import merge_people, preview_people

    first, second = _person(desk, kept), _person(desk, gone)
    return preview_people(first, second), lambda: merge_people(desk, first, second)


def _employers(desk: Desk, kept: str, gone: str) -> tuple[Preview, Callable[[], Merge]]:
    from ringback.desk.merging import merge_employers, preview_employers
    from ringback.desk.openings import find_opening

    first, second = find_opening(desk, kept).employer, find_opening(desk, gone).employer
    return preview_employers(first, second), lambda: merge_employers(desk, first, second)


def _person(desk: Desk, reference: str) -> Person:
    """Somebody by number, or by words of their name. Raises Refusal."""
    from ringback.book.parties import Person
    from ringback.desk.openings import find_person

    number = reference.lstrip("#")
    if number.isdigit():
        found = Person.objects.filter(search=desk.search, pk=int(number)).first()
        if found is not None:
            return found
    return find_person(desk, None, reference)


def _tell(door: Door, sentence: str) -> None:
    if door.json:
        door.answer({"done": sentence})
    else:
        click.echo(sentence)
