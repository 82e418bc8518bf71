"""`ringback add --posting`: an opening from its posting, shown first where that is asked for."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ringback.cli.door import Door
from ringback.doors import book, clock

if TYPE_CHECKING:
    from ringback.cli.opening_words import Beside, Said
    from ringback.core.posting import Posting
    from ringback.desk.desk import Desk
    from ringback.desk.posting import Preview

# What is said of people and places by hand has commands of its own once the opening is there.
_NOT_BESIDE = {
    "manager": "ringback name", "manager_title": "ringback name", "number": "ringback route",
    "mail": "ringback route", "switchboard": "ringback route", "source": "ringback name --source",
    "zone": "ringback add without --posting",
}  # fmt: skip


def add_posting(door: Door, posting: str, beside: Beside, said: Said) -> None:
    """Read a posting and keep it, or only show it. Raises Refusal, UsageError."""
    from ringback.cli import posting_view

    given = {name: str(value) for name, value in said.items() if value}
    for name, other in _NOT_BESIDE.items():
        if name in given:
            option = name.replace("_", "-")
            raise click.UsageError(f"--{option} does not go with --posting: afterwards `{other}`.")
    desk = _desk(door, dry_run=beside.dry_run)
    closes = said["closes"]
    read = _read(desk, posting, said["url"], beside.pick)
    meant = _with_words(read.posting, given, beside.employer)
    if closes:
        meant = replace(meant, closes=closes, closes_on=door.day(desk, closes))
    read = replace(read, posting=meant)
    if beside.dry_run:
        posting_view.show(door, desk, read)
        return
    from ringback.desk.posting import keep_posting

    kept = keep_posting(desk, meant, note=said["note"], at=door.happened(desk, beside.at))
    posting_view.tell_kept(door, desk, kept, read)


def _with_words(posting: Posting, given: Mapping[str, str], employer: str) -> Posting:
    """The posting with what the person says of it themselves, which goes before what was read."""
    return replace(
        posting,
        employer=employer or posting.employer,
        title=given.get("title", posting.title),
        place=given.get("place", posting.place),
        country=given.get("country", posting.country),
        region=given.get("region", posting.region),
        city=given.get("city", posting.city),
        no_calls=given.get("no_calls", posting.no_calls),
        salary=given.get("salary", posting.salary),
        reports_to=given.get("reports_to", posting.reports_to),
    )


def _desk(door: Door, *, dry_run: bool) -> Desk:
    """The desk of the search; to look at a posting, one that is not in any book will do."""
    if not dry_run:
        return door.begun_desk()
    from ringback.book.parties import Search
    from ringback.desk.desk import Desk
    from ringback.desk.refusal import Code, Refusal

    try:
        return door.desk()
    except Refusal as refusal:
        if refusal.code is not Code.NO_BOOK:
            raise

    zone = clock.zone_here()
    return Desk(Search(zone=zone, country=clock.country_of(zone)), book.now())


def _read(desk: Desk, posting: str, url: str, pick: int) -> Preview:
    from ringback.desk.posting import read_posting

    if posting == "-":
        return read_posting(desk, sys.stdin.buffer.read(), url=url, pasted=True, pick=pick)
    if _is_address(posting):
        if url:
            raise click.UsageError("--url is for a posting from a file: the address is there.")
        return read_posting(desk, posting, pick=pick)
    return read_posting(desk, _content(posting), url=url, pick=pick)


def _is_address(text: str) -> bool:
    """Whether an address is meant: one that says so, or what is no file and looks like one."""
    if "://" in text:
        return True
    if Path(text).exists():
        return False
    host, stroke, _ = text.partition("/")
    return bool(stroke) and "." in host.strip(".") and not text.startswith((".", "/", "~"))


def _content(name: str) -> bytes:
    from ringback.desk.refusal import Code, Refusal

    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise Refusal(
            Code.BAD_FILE, f"{name} cannot be read: {error.strerror or error}.",
            "Give the posting's address, or the page as the browser saved it.",
        ) from error  # fmt: skip
