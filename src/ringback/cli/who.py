"""`ringback who`: who hires for an opening, and the people that a team page names."""

import sys
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from ringback.cli.door import Door, same_door
from ringback.cli.options import json_option
from ringback.doors import book

if TYPE_CHECKING:
    from ringback.desk.visiting import Visited


class Given(TypedDict):
    """Where the people are to be read from."""

    html: str | None
    page: str | None
    site: str | None
    url: str
    service: str | None
    known_as: str
    person: str
    spend: int | None


@click.command()
@click.argument("opening", required=False, metavar="[OPENING]")
@click.option(
    "--page", metavar="ADDRESS", help="Fetch this team page, and nothing but it and robots.txt."
)
@click.option(
    "--site", metavar="HOST", help="Look for the team page of this site, in six requests at most."
)
@click.option(
    "--html",
    metavar="FILE",
    help="A team page as the browser saved it; - reads it from standard input.",
)
@click.option("--url", default="", metavar="ADDRESS", help="Where that page is from: its evidence.")
@click.option(
    "--ask",
    "service",
    metavar="SERVICE",
    help="Ask a research service about the employer, with your own key: hunter, apollo or dnb.",
)
@click.option(
    "--as",
    "known_as",
    default="",
    metavar="SITE|NUMBER",
    help="What the service knows the employer by: its site, or its D-U-N-S number.",
)
@click.option("--person", default="", metavar="NAME", help="Ask the service for this one alone.")
@click.option(
    "--spend",
    type=int,
    metavar="N",
    help="Use at most N of the service's credits (records, requests), without asking you first.",
)
@click.option(
    "--dry-run",
    is_flag=True,
    help="Keep nothing: only show whom the page names, or what a service would be asked.",
)
@json_option
@same_door
def who(door: Door, opening: str | None, *, dry_run: bool, **given: Unpack[Given]) -> None:
    """Who hires for OPENING: the people known there, the likeliest first, with the reasons.

    With --page, --site or --html the people of the employer's team page are read and kept first,
    each with the page as evidence. It ranks and does not assert: `ringback name` says who it is.

    Only what you name here is fetched: one request a second, never against robots.txt, never from
    LinkedIn or behind a log-in. A page that cannot be fetched can be saved and given with --html.

    With --ask a service is asked that you have a key for (`ringback config key` stores one). What
    it would be asked and what that costs is said first; docs/services.md has all of it.
    """
    if given["service"] is not None:
        _ask(door, opening, dry_run=dry_run, **given)
        return
    if given["known_as"] or given["person"] or given["spend"] is not None:
        raise click.UsageError("--as, --person and --spend belong to --ask.")
    read = _reader(**given)
    if opening is None or dry_run:
        if read is None:
            raise click.UsageError(
                "Say which opening, or give a page with --page, --site or --html and --dry-run."
            )
        if not dry_run:
            raise click.UsageError("Say for which opening the people of the page are kept.")
        _show(door, read())
        return
    book.load()
    _answer(door, opening, read)


def _ask(door: Door, opening: str | None, *, dry_run: bool, **given: Unpack[Given]) -> None:
    if any(given[name] is not None for name in ("html", "page", "site")):
        raise click.UsageError("Name one of --ask, --page, --site and --html.")
    if opening is None:
        raise click.UsageError("Say for which opening the service is asked.")
    book.load()
    from ringback.cli.who_asks import ask_service

    ask_service(
        door, opening, given["service"] or "", known_as=given["known_as"],
        person=given["person"], spend=given["spend"], dry_run=dry_run,
    )  # fmt: skip


def _reader(**given: Unpack[Given]) -> "Callable[[], Visited] | None":
    """How the page that was named is to be had; None where none was named."""
    html, page, site, url = given["html"], given["page"], given["site"], given["url"]
    if sum(one is not None for one in (html, page, site)) > 1:
        raise click.UsageError("Name one of --page, --site and --html.")
    if html is not None:
        return lambda: _saved(html, url)
    if page is not None:
        return lambda: _fetched(page)
    return None if site is None else lambda: _found(site)


def _show(door: Door, visited: "Visited") -> None:
    """Whom the page names, with no book at all."""
    if door.json:
        from ringback.sources.team_pages.page import as_json

        door.answer(as_json(visited.page) | _where(visited))
        return
    from ringback.cli.page_view import show_fetched, show_page
    from ringback.cli.screen import Screen

    screen = Screen(door)
    show_fetched(screen, visited.fetched)
    show_page(screen, visited.page)


def _answer(door: Door, reference: str, read: "Callable[[], Visited] | None") -> None:
    from ringback.cli import shapes
    from ringback.cli.page_view import show_fetched
    from ringback.cli.screen import Screen
    from ringback.cli.who_view import show_kept, show_who
    from ringback.desk.openings import find_opening
    from ringback.desk.parties import Source
    from ringback.desk.who import keep_people, who_hires

    desk = door.desk()
    opening = find_opening(desk, reference)
    kept = visited = None
    if read is not None:
        visited = read()
        source = Source("team page", visited.url)
        kept = keep_people(desk, opening.employer, visited.page.people, source)
    answer = who_hires(desk, opening)
    if door.json:
        door.answer(shapes.who(answer, kept) | (_where(visited) if visited else {}))
        return
    screen = Screen(door)
    if kept is not None and visited is not None:
        show_fetched(screen, visited.fetched)
        show_kept(screen, kept, "the page", visited.page.notes)
    show_who(screen, answer)


def _where(visited: "Visited") -> dict[str, object]:
    return {"fetched": list(visited.fetched)} if visited.fetched else {}


def _saved(name: str, url: str) -> "Visited":
    from ringback.desk.refusal import Code, Refusal
    from ringback.desk.visiting import LARGEST, saved_page

    try:
        with nullcontext(sys.stdin.buffer) if name == "-" else Path(name).open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise Refusal(
            Code.BAD_FILE, f"{name} cannot be read: {error.strerror or error}.",
            "Save the page in the browser (complete page), and give that file.",
        ) from error  # fmt: skip
    return saved_page("standard input" if name == "-" else Path(name).name, content, url)


def _fetched(address: str) -> "Visited":
    from ringback.desk.visiting import own_guest, page_at

    return page_at(address, own_guest())


def _found(site: str) -> "Visited":
    from ringback.desk.visiting import own_guest, team_page_of

    return team_page_of(site, own_guest())
