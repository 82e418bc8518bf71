"""`ringback export`: write everything into one ZIP file."""

from pathlib import Path

import click

from ringback.cli.called import as_called
from ringback.cli.door import Door, pass_door
from ringback.cli.options import json_option


@click.command()
@click.argument("file", required=False, metavar="[FILE]", type=click.Path(path_type=Path))
@click.option("--overwrite", is_flag=True, help="Write over a file that is there already.")
@json_option
@pass_door
def export(door: Door, file: Path | None, overwrite: bool) -> None:
    """Write everything of your search into one ZIP file (by default into the current folder).

    It holds tables for people (CSV), the same for programs (JSON Lines), and the files that you
    sent. `ringback import FILE` brings it back to the very same record.
    """
    from ringback.cli.overwriting import write_or_ask
    from ringback.desk.export import export_all
    from ringback.doors.words import plural

    desk = door.desk()
    path = file or Path(f"ringback-{desk.search.name}-{desk.today}.zip")
    done = write_or_ask(
        door, path, lambda over: export_all(desk, path, overwrite=over), overwrite=overwrite
    )
    if door.json:
        door.answer({"file": str(done.path), "counts": done.counts})
        return
    rows = sum(done.counts.values())
    back = as_called("`ringback import` brings it back.")
    click.echo(f"{done.path} holds {plural(rows, 'row')}. {back}")
