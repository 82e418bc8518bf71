"""`ringback config`: who and where the seeker is, their own lines, and where the book is."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from ringback.cli.door import Door, pass_door
from ringback.cli.options import json_option
from ringback.desk.refusal import Code, Refusal

if TYPE_CHECKING:
    from ringback.desk.desk import Desk

# A sentence of the seeker's own that scripts build upon; it is no section of one.
PROOF = "proof"


class About(TypedDict):
    """Who and where the seeker is; None leaves what is set."""

    name: str | None
    number: str | None
    mail: str | None
    country: str | None
    region: str | None
    zone: str | None


@click.group(invoke_without_command=True, subcommand_metavar="[key SERVICE]")
@click.option("--name", help="Your name, as you say it on the telephone.")
@click.option("--number", help="Your number, as you say it in a voicemail.")
@click.option("--mail", help="Your mail address.")
@click.option("--country", metavar="CODE", help="Where you are: US, DE, GB.")
@click.option("--region", metavar="CODE", help="Your state or region: OH, BY; for its holidays.")
@click.option("--zone", metavar="NAME", help="Your time zone: America/New_York.")
@click.option(
    "--language",
    metavar="CODE",
    help="The language of calls and mails: en, de; or auto, that of where you call.",
)
@click.option(
    "--line",
    "lines",
    nargs=2,
    multiple=True,
    metavar="PART TEXT",
    help="Your own words for a part of the scripts; an empty text takes them away. “proof” is one "
    "sentence on what you did that helps them. “de/proof” is said in German calls alone.",
)
@click.option("--parts", is_flag=True, help="Every part that can have a line of yours.")
@click.option(
    "--database",
    metavar="ADDRESS",
    help="Keep the book in PostgreSQL: postgresql://user@host/name; “” for the embedded one.",
)
@json_option
@pass_door
def config(
    door: Door,
    lines: tuple[tuple[str, str], ...],
    parts: bool,
    language: str | None,
    database: str | None,
    **about: Unpack[About],
) -> None:
    """Who and where you are, your own lines in the scripts, and where the book is.

    Without an option it shows all of it. Your zone decides which day today is, your country and
    region which days are holidays at home.
    """
    if click.get_current_context().invoked_subcommand is not None:
        return
    from ringback.cli import config_view
    from ringback.cli.settings_file import set_database
    from ringback.desk.searches import choose_language, keep_own_line, tell_about_seeker

    if parts:
        config_view.show_parts(door)
        return
    if database is not None:
        set_database(database)
        click.echo("The book is kept there from the next command on.", err=True)
        return
    if all(value is None for value in (language, *about.values())) and not lines:
        config_view.show_config(door)
        return
    for part, _ in lines:
        _known_part(part)
    desk: Desk = door.begun_desk()
    if any(value is not None for value in about.values()):
        desk = tell_about_seeker(desk, **about)
    if language is not None:
        desk = choose_language(desk, language.lower())
    for part, text in lines:
        desk = keep_own_line(desk, part, text)
    config_view.show_config(door)


@config.command("key")
@click.argument("service", metavar="SERVICE")
@click.option("--forget", is_flag=True, help="Take the key out of the keyring again.")
def config_key(service: str, forget: bool) -> None:
    """Store your key for a service that `who --ask` can ask: hunter, apollo, dnb.

    It is asked for without being shown, or read from standard input, and kept in the system's
    keyring and nowhere else. A key in the environment goes before it: RINGBACK_HUNTER_KEY,
    RINGBACK_APOLLO_KEY, RINGBACK_DNB_KEY with RINGBACK_DNB_SECRET.
    """
    from ringback.desk.asking_services import forget_key, keep_key, service_named

    asked = service_named(service)
    if forget:
        was_there = forget_key(asked)
        says = "is forgotten" if was_there else "was not in the keyring"
        click.echo(f"The key for {asked.label} {says}.")
        return
    keep_key(asked, [_hidden(f"{asked.label}, {need.says}") for need in asked.needs])
    click.echo(f"The key for {asked.label} is in the keyring.")


def _hidden(prompt: str) -> str:
    """A line that is not shown where somebody types it; the next line of a pipe."""
    if sys.stdin.isatty():
        return str(click.prompt(prompt, hide_input=True, err=True))
    return sys.stdin.readline()


def _known_part(part: str) -> None:
    from ringback.core.texts.language import ENGLISH, language
    from ringback.desk.own_words import part_of

    known = (PROOF, *language(ENGLISH).sections)
    if part_of(part) not in known:
        raise Refusal(
            Code.BAD_VALUE, f"No script has a part called “{part}”.",
            "`ringback config --parts` lists them.",
        )  # fmt: skip
