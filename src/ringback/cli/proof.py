"""`ringback proof`: the record of contacts that an unemployment office asks for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ringback.cli.door import Door, pass_door
from ringback.cli.options import json_option
from ringback.core.proof.forms import Form
from ringback.core.proof.words import Labels

if TYPE_CHECKING:
    from ringback.core.proof.proof import Proof

_FILE = click.Path(path_type=Path)


@click.command()
@click.option(
    "--from", "first", metavar="DAY", help="The first day; without it, that of the month."
)
@click.option("--to", "last", metavar="DAY", help="The last day; without it, today.")
@click.option(
    "--form",
    type=click.Choice([form.value for form in Form]),
    help="us: the fields that the US states ask for; de: the German Bewerbungsnachweis. "
    "Without it, by your country.",
)
@click.option(
    "--labels",
    type=click.Choice([labels.value for labels in Labels]),
    help="The language of its labels; without it, that of the form.",
)
@click.option("--weekly", is_flag=True, help="A heading with the count for each week.")
@click.option("--pdf", metavar="FILE", type=_FILE, help="Write it as a PDF, to print and sign.")
@click.option("--csv", metavar="FILE", type=_FILE, help="Write it as a table for a spreadsheet.")
@click.option(
    "--font",
    "fonts",
    multiple=True,
    metavar="FILE",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A TrueType font for letters that the PDF's own font lacks, such as Chinese.",
)
@click.option("--overwrite", is_flag=True, help="Write over a file that is there already.")
@json_option
@pass_door
def proof(
    door: Door, first: str | None, last: str | None, form: str | None, labels: str | None,
    weekly: bool, pdf: Path | None, csv: Path | None, fonts: tuple[Path, ...], overwrite: bool,
) -> None:  # fmt: skip
    """The record of your contacts with employers, as an unemployment office asks for it.

    One line for each contact that was made: day, employer and address, person, how, position,
    result. Only what truly happened is in it: nothing planned, nothing struck, no call to a wrong
    number and no letter that came back. Your office may want its own form; the fields are the
    same.
    """
    from ringback.desk.proof import proof as proof_of

    desk = door.desk()
    found = proof_of(
        desk,
        door.day(desk, first, past=True) if first else desk.today.replace(day=1),
        door.day(desk, last, past=True) if last else desk.today,
        Form(form) if form else Form.DE if desk.search.country in ("DE", "AT") else Form.US,
        Labels(labels) if labels else None,
    )
    files = _write(door, found, pdf, csv, weekly=weekly, fonts=fonts, overwrite=overwrite)
    if door.json:
        from ringback.cli.number_shapes import proof_shape

        shape = proof_shape(found)
        door.answer({**shape, "files": [str(path) for path in files]} if files else shape)
        return
    from ringback.cli.proof_view import show_proof, show_written
    from ringback.cli.screen import Screen

    if files:
        show_written(Screen(door), found, files)
    else:
        show_proof(Screen(door), found, weekly=weekly)


def _write(
    door: Door, found: Proof, pdf: Path | None, csv: Path | None, *,
    weekly: bool, fonts: tuple[Path, ...], overwrite: bool,
) -> list[Path]:  # fmt: skip
    """Write the files that were asked for; all are made before the first is written."""
    from ringback.cli.overwriting import write_or_ask
    from ringback.desk.proof import proof_csv
    from ringback.desk.written_file import write_file

    made: list[tuple[Path, bytes]] = []
    if pdf is not None:
        # Loaded for a PDF alone: it takes longer than the rest of the command.
        from ringback.desk.proof_pdf import proof_pdf

        made.append((pdf, proof_pdf(found, weekly=weekly, fonts=fonts)))
    if csv is not None:
        made.append((csv, proof_csv(found)))

    def write(path: Path, content: bytes) -> Path:
        return write_or_ask(
            door, path, lambda over: write_file(path, content, overwrite=over), overwrite=overwrite
        )

    return [write(path, content) for path, content in made]
