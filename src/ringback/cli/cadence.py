"""`ringback cadence`: every wait, cap and hour of the method, and how to change it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from ringback.cli.ask import somebody_is_there, yes_or_no
from ringback.cli.door import Door, pass_door
from ringback.cli.options import json_option
from ringback.desk.refusal import Code, Refusal

if TYPE_CHECKING:
    from ringback.desk.desk import Desk

LONGEST = 100_000


class Wish(TypedDict):
    """How the cadence is to be changed."""

    sets: tuple[str, ...]
    file: Path | None
    edit: bool
    reset: bool
    dry_run: bool
    yes: bool


@click.command()
@click.argument("words", nargs=-1, metavar="[KEY]...")
@click.option("--set", "sets", multiple=True, metavar="KEY=VALUE", help="Change one value.")
@click.option(
    "--file", type=click.Path(path_type=Path), help="Take all values from this TOML file."
)
@click.option("--edit", is_flag=True, help="Change the values in your editor.")
@click.option("--reset", is_flag=True, help="Go back to the defaults.")
@click.option("--toml", "toml", is_flag=True, help="Print what differs from the defaults, as TOML.")
@click.option("--dry-run", is_flag=True, help="Only show what would move.")
@click.option("-y", "--yes", is_flag=True, help="Do not ask before steps are moved.")
@json_option
@pass_door
def cadence(door: Door, words: tuple[str, ...], toml: bool, **wish: Unpack[Wish]) -> None:
    """Show every rule from which steps come, or change some of them.

    Each wait, cap, hour and stop is shown with its value, its unit, what is permitted, and what it
    rests on; name a KEY to see a few. A change first shows which steps it would move, then plans
    everything anew. A value that is not permitted is refused, and nothing is changed.
    """
    from ringback.cli import cadence_view

    ways = (bool(wish["sets"]), wish["file"] is not None, wish["edit"], wish["reset"])
    if sum((*ways, toml)) > 1:
        raise click.UsageError("One of --set, --file, --edit, --reset, --toml.")
    desk = door.begun_desk() if any(ways) and not wish["dry_run"] else door.desk()
    if not any(ways):
        if toml:
            click.echo(desk.search.cadence, nl=False)
        else:
            cadence_view.show_rules(door, desk.cadence, words)
        return
    text = _wanted(desk, wish["sets"], wish["file"], edit=wish["edit"])
    if text is None:
        click.echo("Nothing was changed.")
        return
    cadence_view.change(
        door, desk, text, may=lambda count: _may(count, wish["yes"]), dry_run=wish["dry_run"]
    )


def _wanted(desk: Desk, sets: tuple[str, ...], file: Path | None, *, edit: bool) -> str | None:
    """The text of the cadence that is wanted; None where the editor was left without a change."""
    if file is not None:
        return _read(file)
    if edit:
        from ringback.cli.cadence_view import editable

        return click.edit(editable(desk.cadence), extension=".toml")
    if not sets:
        return ""
    kept = tomllib.loads(desk.search.cadence)
    lines = {key: _line(key, value) for key, value in kept.items()}
    for one in sets:
        key, equals, value = (part.strip() for part in one.partition("="))
        if not equals:
            raise click.UsageError(f"“{one}” is no KEY=VALUE.")
        lines[key] = _checked(key, value)
    return "\n".join(lines.values()) + "\n"


def _line(key: str, value: object) -> str:
    if isinstance(value, bool):
        return f"{key} = {'true' if value else 'false'}"
    return f"{key} = {value}" if isinstance(value, int) else f'{key} = "{value}"'


def _checked(key: str, value: str) -> str:
    """The line for one value as it was typed, with or without quotes. Raises Refusal."""
    from ringback.core.cadence_file import BadCadence, read_cadence

    line = f"{key} = {value}"
    try:
        tomllib.loads(line)
    except tomllib.TOMLDecodeError:
        line = f'{key} = "{re.sub(r"[^ -~]", "?", value)}"'.replace("\\", "/")
    try:
        read_cadence(line)
    except BadCadence as error:
        # How it goes with the other values is checked with all of them.
        if error.key == key:
            sentence = re.sub(r"^Line \d+: ", "", str(error))
            raise Refusal(Code.BAD_CADENCE, sentence, error.hint) from error
    return line


def _read(file: Path) -> str:
    try:
        text = file.read_bytes()[:LONGEST]
        return text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refusal(Code.BAD_FILE, f"{file} is no text in UTF-8.") from error
    except OSError as error:
        raise Refusal(
            Code.BAD_FILE, f"{file} cannot be read: {error.strerror or error}.", "Check its name."
        ) from error


def _may(count: int, yes: bool) -> bool:
    """Whether steps may be moved. Raises Refusal where nobody can be asked."""
    if yes or not count:
        return True
    if not somebody_is_there():
        raise Refusal(Code.ASK, "May these steps be moved?", "Say --yes if they may.")
    return yes_or_no("Change the cadence?", default=True)
