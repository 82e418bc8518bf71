"""`ringback import`: read a file in, look at what became of its rows, take an import back."""

from pathlib import Path
from typing import TypedDict, Unpack

import click

from ringback.cli.door import Door, pass_door
from ringback.cli.options import json_option


class Said(TypedDict):
    """What can be said of an import."""

    dry_run: bool
    yes: bool
    order: str | None
    source: str
    listing: bool
    take_back: int | None
    refused: bool
    mended: int | None
    doubts: bool
    same: str | None
    apart: str | None


@click.command("import")
@click.argument("file", required=False, metavar="FILE", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Show what would be understood; read nothing in.")
@click.option("-y", "--yes", is_flag=True, help="Do not ask before reading it in.")
@click.option("--day-first", "order", flag_value="day", help="In its dates the day comes first.")
@click.option("--month-first", "order", flag_value="month", help="The month comes first.")
@click.option("--source", default="", metavar="KEY", help="Read it as this source's export.")
@click.option("--list", "listing", is_flag=True, help="The imports so far, with their numbers.")
@click.option("--take-back", type=int, metavar="N", help="Take import N back.")
@click.option("--refused", is_flag=True, help="Rows that could not be read and wait for mending.")
@click.option(
    "--mended", type=int, metavar="ROW", help="Say that a refused row was put in by hand."
)
@click.option("--doubts", is_flag=True, help="Pairs that may be one and wait for your answer.")
@click.option("--same", metavar="PAIR", help="Say that a pair is one: the known record stands.")
@click.option("--apart", metavar="PAIR", help="Say that a pair is two, so that it is not asked.")
@json_option
@pass_door
def import_(door: Door, file: Path | None, **said: Unpack[Said]) -> None:
    """Read FILE into the book: the sheet you kept, or another program's export.

    CSV in any encoding, XLSX and ODS; LinkedIn, Teal, Huntr, Simplify, Notion and others are known
    by their columns. It shows what it understood and asks once about the order of day and month.
    All of it is read or nothing; a row that cannot be read is named with its reason and kept for
    mending; reading the same file twice changes nothing; --take-back undoes all of it.

    Who is known already is recognised, also under another spelling. Where that is in doubt, both
    are kept, and you are asked once whether they are one: at the terminal, or with --doubts.
    """
    from ringback.cli import doubts_view, import_view

    take_back, mended = said["take_back"], said["mended"]
    pair = said["same"] or said["apart"]
    others = (said["listing"], take_back is not None, said["refused"], mended is not None)
    asked = (said["doubts"], said["same"] is not None, said["apart"] is not None)
    chosen = sum((file is not None, *others, *asked))
    if chosen != 1:
        raise click.UsageError(
            "Name one file, or one of --list, --take-back, --refused, --mended, --doubts, --same, "
            "--apart."
        )
    if file is not None:
        day_first = None if said["order"] is None else said["order"] == "day"
        import_view.read_in(
            door, file, day_first, said["source"], dry_run=said["dry_run"], yes=said["yes"]
        )
    elif take_back is not None:
        import_view.take_back(door, take_back)
    elif said["listing"]:
        import_view.show_imports(door)
    elif said["refused"]:
        import_view.show_refused(door)
    elif said["doubts"]:
        doubts_view.show_doubts(door)
    elif pair is not None:
        doubts_view.answer(door, pair, same=said["same"] is not None)
    else:
        import_view.mend(door, mended or 0)
