"""`ringback numbers`: what was done, what came of it, and how sure that is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ringback.cli.door import Door, pass_door
from ringback.cli.options import as_of_option, json_option

if TYPE_CHECKING:
    from ringback.desk.numbers import Numbers


@click.command()
@click.option(
    "--save",
    "folder",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    help="Write each chart into a folder, as a table (CSV) and as a picture (SVG).",
)
@click.option("--overwrite", is_flag=True, help="Write over files that are there already.")
@as_of_option
@json_option
@pass_door
def numbers(door: Door, folder: Path | None, overwrite: bool) -> None:
    """What was done, what came of it, and how sure that is.

    Follow-up coverage over time, the way from what you sent to an offer, how long they stay
    silent, when your own dials met them, and your plan beside what was done. Every share comes
    with its count and an 80 % interval; where the counts carry none, it says so.
    """
    from ringback.desk.numbers import numbers as numbers_of

    desk = door.desk()
    found = numbers_of(desk)
    saved = _save(found, folder, overwrite=overwrite) if folder is not None else []
    if door.json:
        from ringback.cli.number_shapes import numbers_shape

        shape = numbers_shape(found)
        door.answer({**shape, "files": [str(path) for path in saved]} if saved else shape)
        return
    from ringback.cli.numbers_view import show_numbers
    from ringback.cli.screen import Screen
    from ringback.doors.words import speech

    screen = Screen(door)
    show_numbers(screen, found, speech(desk))
    for path in saved:
        screen.raw(f"{path} is written.")


def _save(found: Numbers, folder: Path, *, overwrite: bool) -> list[Path]:
    """Write every chart, or none where one of the files is there already."""
    from ringback.desk.charts import chart_csv
    from ringback.desk.written_file import refuse_taken, write_file

    files = [
        (folder / f"{chart.key}.{ending}", content)
        for chart in found.charts
        for ending, content in (("csv", chart_csv(chart)), ("svg", chart.svg.encode()))
    ]
    for path, _ in files:
        refuse_taken(path, overwrite=overwrite)
    return [write_file(path, content, overwrite=overwrite) for path, content in files]
