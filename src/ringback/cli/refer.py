"""`ringback refer`: what somebody the seeker knows was asked, promised, gave or refused."""

from typing import TypedDict, Unpack

import click

from ringback.cli.door import Door, pass_door
from ringback.cli.options import happened_option, json_option, note_option, opening_argument
from ringback.cli.recorded import tell


class Given(TypedDict):
    """What is said of the favour, and of the manager whom a friend named."""

    title: str
    asked: bool
    promised: bool
    refused: bool
    by: str | None
    to: str
    to_title: str
    spelling: str
    number: str
    extension: str
    mail: str
    may_say: bool
    note: str


@click.command()
@opening_argument
@click.argument("name", metavar="NAME")
@click.option("--title", default="", help="What that person does.")
@click.option("--asked", is_flag=True, help="You asked them; asking again becomes the step.")
@click.option("--promised", is_flag=True, help="They promised to help.")
@click.option("--refused", is_flag=True, help="They cannot help.")
@click.option("--by", metavar="DAY", help="With --asked or --promised: the day they named.")
@click.option("--to", default="", metavar="MANAGER", help="Whom they named as the manager.")
@click.option("--to-title", default="", help="That manager's title.")
@click.option("--spelling", default="", metavar="TEXT", help="How the manager's name is said.")
@click.option("--number", default="", help="The manager's number.")
@click.option("--extension", default="", help="The manager's extension.")
@click.option("--mail", default="", help="The manager's mail address.")
@click.option("--may-say", is_flag=True, help="You may say who sent you.")
@note_option
@happened_option
@json_option
@pass_door
def refer(door: Door, opening: str, name: str, at: str | None, **given: Unpack[Given]) -> None:
    """Record that NAME, somebody you know, opened the door to OPENING; thank them soon.

    NAME may be a number of `ringback ties`. With --asked, --promised or --refused it is what came
    before that. With --to it is kept whom they named, who is called next; the words of that call
    say who sent you only with --may-say.
    """
    from ringback.desk.answers import refer as record_referral
    from ringback.desk.back_door import agree_referral, ask_referral, refuse_referral
    from ringback.desk.calls import Told
    from ringback.desk.openings import find_opening

    before = [one for one in ("asked", "promised", "refused") if given[one]]
    told = Told(
        name=given["to"], title=given["to_title"], number=given["number"], mail=given["mail"],
        spelling=given["spelling"], extension=given["extension"],
    )  # fmt: skip
    if len(before) > 1:
        raise click.UsageError("Name one of --asked, --promised and --refused.")
    if before and (given["to"] or given["may_say"]):
        raise click.UsageError(f"--to and --may-say are what they gave: leave out --{before[0]}.")
    if given["by"] and before not in (["asked"], ["promised"]):
        raise click.UsageError("--by goes with --asked or --promised.")
    if not told.name and (told != Told() or given["may_say"]):
        raise click.UsageError("Say whom they named: --to MANAGER.")
    desk = door.desk()
    found = find_opening(desk, opening)
    moment, title, note = door.happened(desk, at), given["title"], given["note"]
    by = door.day(desk, given["by"]) if given["by"] else None
    if given["asked"]:
        logged = ask_referral(desk, found, name, at=moment, title=title, by=by, note=note)
    elif given["promised"]:
        logged = agree_referral(desk, found, name, at=moment, title=title, by=by, note=note)
    elif given["refused"]:
        logged = refuse_referral(desk, found, name, at=moment, title=title, note=note)
    else:
        logged = record_referral(
            desk, found, name, at=moment, title=title, told=told, may_say=given["may_say"],
            note=note,
        )  # fmt: skip
    tell(door, desk, logged)
